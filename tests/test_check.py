"""`lesarten check`: everything at once, errors before warnings, each with its line and what to do."""

import subprocess
import sys

import pytest
from studies import ACTORS, CONTRASTS, ENGLISH, Piece, make_study, write_study
from studies import _article as article_text

from analysis import open_study
from analysis.checking.study_check import find_problems


def warnings_of(study) -> list[str]:
    problems = find_problems(open_study(study))
    assert not [problem for problem in problems if problem.is_error]
    return [problem.text for problem in problems]


def test_a_sound_study_has_nothing_to_mend(tmp_path):
    pieces = [Piece(article_text(n), {"outlet": f"Blatt {n}"}) for n in range(4)]
    assert warnings_of(write_study(tmp_path, pieces, actors=ACTORS)) == []


def test_all_errors_are_said_at_once_with_their_lines(tmp_path):
    study = write_study(tmp_path, [Piece(article_text(0), {"published": "2024-02-30"}), Piece(article_text(1))],
                        contrasts=CONTRASTS.replace('lemmas = ["Anwohner"]', 'lemas = ["Anwohner"]'),
                        actors="x = " + "[" * 5000, topics="[[topics]]\nid = 'a'\n")  # fmt: skip
    file = study / "data/study.toml"
    file.write_text(file.read_text("utf-8").replace('"articles/a002.txt"', '"../../etc/passwd"'), encoding="utf-8")
    assert [problem.text for problem in find_problems(open_study(study))] == [
        'data/study.toml, line 8: "2024-02-30" is no date: February 2024 has no day 30; write "2022-01-08" or "2022-01"',
        'data/study.toml, line 11: "../../etc/passwd" leads out of the study\'s folder; put the file into it',
        'data/contrasts.toml, line 10: unknown key "lemas"; did you mean "lemmas"?',
        'data/quantities.toml, line 1: "title" is missing; add it',
        "data/actors.toml: too deeply nested; write lists of words",
    ]


def test_a_plural_is_answered_with_the_dictionary_form_that_is_meant(tmp_path):
    contrasts = CONTRASTS.replace('["Störer"]', '["Fahrzeuge"]')
    assert warnings_of(write_study(tmp_path, [Piece(article_text(1)), Piece(article_text(2))], contrasts=contrasts)) == [
        'data/contrasts.toml, line 7: no word of the articles counts as "Störer"; is meant "Fahrzeuge" → "Fahrzeug"?',
        'data/actors.toml, line 3: "Karin Vogt" is never named in the articles; mend the spelling, add an alias, or take '
        "it out",
    ][: 1 + ("Vogt" not in article_text(1) + article_text(2))]  # fmt: skip


def test_one_name_of_two_actors_is_said_with_both(tmp_path):
    twice = ACTORS.replace('name = "Jonas Reuter"', 'name = "Jonas Reuter"\naliases = ["Bauamt"]')
    said = warnings_of(write_study(tmp_path, [Piece(article_text(n)) for n in range(3)], actors=twice))
    assert any('"Bauamt" is a name of Jonas Reuter as well' in text for text in said)


def test_an_office_as_another_name_is_safe_where_its_bearer_is_named(tmp_path):
    """*Bürgermeisterin* stands in an article that names Karin Vogt; in the second study also in one that does not."""
    actors = ACTORS.replace('name = "Karin Vogt"', 'name = "Karin Vogt"\naliases = ["Bürgermeisterin"]')
    named, other = Piece(article_text(0)), Piece("Die Bürgermeisterin schwieg. Der Regen hörte auf. Alle gingen heim.")
    safe = warnings_of(write_study(tmp_path / "safe", [named, Piece(article_text(2))], actors=actors))
    unsafe = warnings_of(write_study(tmp_path / "unsafe", [named, other], actors=actors))
    assert not any("Bürgermeisterin" in text for text in safe)
    assert any('"Bürgermeisterin" is an office' in text and "(a002)" in text for text in unsafe)


def test_many_articles_of_one_paragraph_are_said_in_one_line(tmp_path):
    pieces = [Piece(" ".join(article_text(n, title=False).split()) * 2 + f" Nummer {n} von drei.") for n in range(3)]
    said = [text for text in warnings_of(write_study(tmp_path, pieces)) if "one paragraph only" in text]
    assert len(said) == 1 and said[0].startswith("3 articles are one paragraph only, articles/a001.txt the first")


def test_a_paper_named_like_a_common_word(tmp_path):
    paper = '\n[[actors]]\nname = "Umleitung"\nkind = "media"\ngroup = "city"\n'
    pieces = [Piece(article_text(n)) for n in range(4)]
    said = warnings_of(write_study(tmp_path, pieces, actors=ACTORS + paper))
    assert said and said[0].startswith('data/actors.toml, line 28: "Umleitung" is also a common word')


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n\n".join(ENGLISH), "looks English"),
        ((" ".join(article_text(0, title=False).split()) + " ") * 2, "one paragraph only"),
        (article_text(3) + "\n\n" + "Wort" * 30 + " ist lang.", 'a "word" of 120 letters ("WortWort'),
        (article_text(3).replace(". ", ".", 1), "two words are glued"),
        (article_text(0), "is the same text as articles/a002.txt"),
    ],
    ids=["english", "one paragraph", "long word", "glued", "twice"],
)
def test_texts_that_are_not_what_an_article_is(tmp_path, text, said):
    study = write_study(
        tmp_path, [Piece(text), Piece(article_text(0)), Piece(article_text(1))], actors="", contrasts=""
    )
    problems = warnings_of(study)
    assert len(problems) == 1 and problems[0].startswith("articles/a001.txt: ") and said in problems[0]


def test_names_that_differ_in_spelling_alone_are_told(tmp_path):
    """File names have hyphens where a table has spaces; *Elbblatt* and *Elbbote* are two papers."""
    names = (
        "Neue-Landeszeitung",
        "Neue Landeszeitung",
        "NEUE LANDESZEITUNG",
        "Elbblatt",
        "Elbbote",
        "Neue Landeszeitung",
    )
    pieces = [Piece(article_text(n), {"outlet": name}) for n, name in enumerate(names)]
    assert [text for text in warnings_of(write_study(tmp_path, pieces, actors=ACTORS)) if "spelling" in text] == [
        'data/study.toml: outlet: "Neue Landeszeitung" 2, "Neue-Landeszeitung" 1, "NEUE LANDESZEITUNG" 1 differ in '
        "spelling alone and are counted as 3; write one of them in each row"
    ]


def test_a_byte_order_mark_is_read_over_and_said(tmp_path):
    study = make_study("same_twice", tmp_path)
    path = study / "data/contrasts.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert any("contrasts.toml, line 1: begins with a byte order mark" in text for text in warnings_of(study))


def test_a_codebook_too_large_to_be_one(tmp_path):
    study = make_study("one_article", tmp_path)
    (study / "data/actors.toml").write_bytes(b"#" * 6_000_000)
    assert [p.text for p in find_problems(open_study(study)) if p.is_error] == [
        "data/actors.toml: larger than 5 MB; a codebook is written by hand"
    ]


def test_the_command_prints_errors_to_one_side_and_warnings_to_the_other(tmp_path):
    study = make_study("english", tmp_path)
    (study / "data/actors.toml").write_text("groups = 3\n", encoding="utf-8")
    run = subprocess.run([sys.executable, "-m", "analysis.cli", "check", str(study)], capture_output=True, text=True)
    assert run.returncode == 2
    assert run.stderr == 'data/actors.toml, line 1: "groups": write a list: ["…", "…"]\n'
    assert run.stdout.startswith("warning: articles/a001.txt: looks English")
