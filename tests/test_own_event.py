"""`docs/own-event.md`, tried: thirty articles in mixed forms, made here, from a folder to a sound study."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pandas as pd
import pytest
from studies import CONTRASTS
from studies import _article as article_text

from analysis import open_study
from analysis.checking.study_check import find_problems

OUTLETS = ("Lohe-Bote", "Hafenblatt", "Kreisanzeiger", "Morgenpost")
GUIDE = Path(__file__).resolve().parent.parent / "docs/own-event.md"


def lesarten(*words: str, cwd: Path) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-m", "analysis.cli", *words], cwd=cwd, capture_output=True, text=True)


def write_thirty(folder: Path) -> None:
    """Write 12 text files in four encodings, 6 web pages, 6 rows of a spreadsheet, 6 lines of JSON: 30 articles."""
    folder.mkdir()
    for n in range(12):
        codec = ("utf-8", "cp1252", "mac_roman", "utf-16")[n % 4]
        name = f"2024-05-{13 + n % 5}_{OUTLETS[n % 4]}_bruecke{n}.txt"
        (folder / name).write_bytes(f"{article_text(n)}\n\nNur hier steht Satz {n} der Reihe A.".encode(codec))
    for n in range(6):
        paragraphs = "".join(f"<p>{text}</p>" for text in article_text(n, title=False).split("\n\n"))
        (folder / f"seite{n}.html").write_text(
            f'<html><head><meta property="og:title" content="Brücke zu, Tag {n}"><meta property="og:site_name" '
            f'content="Lindenhafen24"><meta property="article:published_time" content="2024-05-1{n + 3}T08:00"></head>'
            f"<body><h1>Brücke zu, Tag {n}</h1>{paragraphs}<p>Nur hier steht Satz {n} der Reihe B.</p></body></html>",
            encoding="utf-8",
        )  # fmt: skip
    texts = [f"{article_text(n, title=False)}\n\nNur hier steht Satz {n} der Reihe C." for n in range(12)]
    rows = [{"Titel": f"Brücke {n}", "Volltext": text, "Medium": OUTLETS[n % 4], "Datum": f"{13 + n % 5}.05.2024",
             "Ressort": ("Lokales", "Politik")[n % 2]} for n, text in enumerate(texts)]  # fmt: skip
    pd.DataFrame(rows[:6]).to_excel(folder / "archiv.xlsx", index=False)
    (folder / "dump.jsonl").write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows[6:]), "utf-8")


@pytest.fixture(scope="module")
def event(tmp_path_factory):
    """Do the guide's first three steps; return the study's folder and what was printed."""
    place = tmp_path_factory.mktemp("event")
    write_thirty(place / "artikel")
    first = lesarten("new", "bruecke", "--from", "artikel", cwd=place)
    assert first.returncode == 0, first.stderr
    again = re.search(r"^  (lesarten import .*)$", first.stdout, re.M)
    assert again, first.stdout
    words = [part.strip('"') for part in re.findall(r'"[^"]*"|\S+', again[1])][1:]
    second = lesarten(*words, cwd=place)
    assert second.returncode == 0, second.stderr
    study = place / "bruecke"
    drafts = {name: (study / "data" / name).read_text("utf-8") for name in ("actors.toml", "contrasts.toml")}
    (study / "data/contrasts.toml").write_text(CONTRASTS, encoding="utf-8")
    return study, first.stdout, second.stdout, drafts


def test_all_thirty_are_read_and_the_account_says_how(event):
    _, first, second, _ = event
    assert first.startswith(
        "read: 30 articles (12 from plain text, 6 from an Excel table, 6 from JSON, 6 from a web page)"
    )
    for said in ("UTF-16", "Mac Roman", "Windows-1252", "repaired"):
        assert said in first
    assert "read: nothing new\nthere already: 30 articles, left as they are; cells filled in 12 rows" in second


def test_outlets_dates_and_own_columns_are_known(event):
    articles = open_study(event[0]).articles
    assert len(articles) == 30
    assert articles["outlet"].value_counts().to_dict() == {**dict.fromkeys(OUTLETS, 6), "Lindenhafen24": 6}
    assert set(articles["published_precision"]) == {"day"}
    assert articles["Ressort"].value_counts().to_dict() == {"": 18, "Lokales": 6, "Politik": 6}
    assert open_study(event[0]).groups()["group"].nunique() == 5


def test_nothing_that_is_not_the_article_came_with_it(event):
    texts = open_study(event[0]).articles["text"]
    assert texts.str.contains("Nur hier steht Satz").all()
    assert not texts.str.contains(r"[<>|\u00ad\ufffd]").any()


def test_check_finds_it_sound(event):
    run = lesarten("check", cwd=event[0])
    assert run.returncode == 0 and "30 articles, 1 contrasts; sound" in run.stdout, run.stdout + run.stderr


def test_each_rival_word_is_found_in_every_paper_that_has_it(event):
    terms = open_study(event[0]).terms
    assert set(terms["term"]) == {"Störer", "Anwohner", "Demonstranten"}


def test_new_proposes_who_acts_and_the_rival_words_and_nothing_counts_until_kept(event):
    """The three words for those on the detour are a set; who is quoted comes first; all of it stands as comments."""
    _, first, _, drafts = event
    said = {name: int(n) for name, n in re.findall(r"data/(\w+)\.toml: (\d+) suggested", first)}
    assert said["actors"] >= 4 and said["contrasts"] >= 1
    assert tomllib.loads(drafts["contrasts.toml"]) == {}
    for name in ("Karin Vogt", "Petra Sommerfeld", "Jonas Reuter"):
        assert f'# name    = "{name}"' in drafts["actors.toml"]


def test_suggest_proposes_what_the_codebook_lacks_and_what_is_kept_is_sound(event):
    """All actors that it proposes are kept: they are read, each is found in the articles, and nothing is an error."""
    study = event[0]
    run = lesarten("suggest", cwd=study)
    assert run.returncode == 0 and not re.search(r": -?0?-\d", run.stdout), run.stdout + run.stderr
    draft = (study / "data/suggested/actors.toml").read_text("utf-8")
    kept = "\n".join(line.removeprefix("# ") for line in draft.splitlines() if not line.startswith("## "))
    before = (study / "data/actors.toml").read_text("utf-8")
    (study / "data/actors.toml").write_text(kept, encoding="utf-8")
    try:
        problems = find_problems(open_study(study))
    finally:
        (study / "data/actors.toml").write_text(before, encoding="utf-8")
    assert [str(problem) for problem in problems if problem.is_error or "actors.toml" in str(problem)] == []


def test_the_guide_names_only_commands_and_options_that_are_there():
    text = GUIDE.read_text(encoding="utf-8")
    for command in set(re.findall(r"lesarten (\w+)", text)):
        run = lesarten(command, "--help", cwd=GUIDE.parent)
        assert run.returncode == 0, command
        for option in set(re.findall(rf"lesarten {command} [^\n]*?(--[a-z]+)", text)):
            assert option in run.stdout
