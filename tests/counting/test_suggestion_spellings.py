"""Which names suggestions join, part and count: hyphens, genitives, two persons in a row, answers of an interview.

Expected values counted in the sentences by hand.
"""

import pandas as pd
import pytest

from analysis.codebook import schema
from analysis.codebook.actors_file import ActorsFile
from analysis.counting.interview_answers import find_answers
from analysis.counting.suggested_actors import suggest_actors
from analysis.language.words import read_words

ASKED = "BLATT: Wie geht es? Berg: Es geht gut. Der Markt wächst. BLATT: Wird es besser? Berg: Das hoffe ich."


def words_of(tag, *texts, as_names=()):
    articles, sentences, tokens = tag(*texts)
    tokens = tokens.assign(pos=tokens["pos"].where(~tokens["form"].isin(as_names), "NE"))
    return list(read_words(articles, sentences, tokens))


def names_in(tag, *texts, as_names=(), quotes=None):
    """Return the proposals for some texts by name; `as_names` are tagged NE."""
    words = words_of(tag, *texts, as_names=as_names)
    found = schema.empty("quotes") if quotes is None else quotes
    return suggest_actors(words, found, actors=ActorsFile()).set_index("name")


def test_hyphens_and_spaces_make_no_second_body(tag):
    """Three spellings and two abbreviations of one institute: five namings."""
    table = names_in(tag, "Das Robert Koch-Institut (RKI) warnt. Das Robert-Koch-Institut mahnt. Das RKI schwieg.",
                     "Das Robert Koch Institut half.")  # fmt: skip
    assert [name for name in table.index if "Koch" in name] == ["Robert-Koch-Institut"]
    assert table.at["Robert-Koch-Institut", "n_mentions"] == 4  # name and abbreviation in brackets are one


def test_an_unlisted_body_is_one_with_hyphens_and_without(tag):
    table = names_in(
        tag, "Die Max-Müller-Stiftung half. Die Max-Müller-Stiftung schwieg.", "Die Max Müller Stiftung kam."
    )
    assert table.at["Max-Müller-Stiftung", "n_mentions"] == 3 and len(table) == 1


def test_a_listed_body_is_one_under_all_its_abbreviations(tag):
    """*Isis* twice, *Daesh* once, the long name with its letters once: four namings."""
    table = names_in(
        tag, "Die Miliz Islamischer Staat (IS) kämpft. Isis siegte. Daesh verlor. Kämpfer der Isis flohen."
    )
    assert table.at["Islamischer Staat", "n_mentions"] == 4 and len(table) == 1


def test_a_name_that_always_has_its_s_keeps_it(tag):
    """*Jobs* is a name and no genitive: before an adjective too, where the bare name is printed nowhere."""
    table = names_in(tag, "Heute kam Steve Jobs. Gestern schwieg Steve Jobs.", "Das war ein von Steve Jobs geschriebener Brief.",
                     as_names=("Jobs",))  # fmt: skip
    assert table.index.tolist() == ["Steve Jobs"] and table.at["Steve Jobs", "n_mentions"] == 3


def test_the_genitive_of_a_name_is_the_name(tag):
    table = names_in(tag, "Heute kam Anna Berg. Das war Anna Bergs neuer Brief.", as_names=("Berg", "Bergs"))
    assert table.index.tolist() == ["Anna Berg"]


@pytest.mark.parametrize("second", ["Gestern kritisierte Huber Berg heftig.", "Gestern warf Karl Huber Berg das vor."])
def test_last_names_of_two_in_a_row_are_nobody_of_their_own(tag, second):
    """Anna Berg is named three times, Otto Huber once in full; nobody is called *Huber Berg*."""
    table = names_in(
        tag, f"Anna Berg kam. Otto Huber ging. {second} Berg schwieg. Huber auch.", as_names=("Berg", "Huber", "Karl")
    )
    assert not [name for name in table.index if name not in ("Anna Berg", "Otto Huber", "Karl Huber")]
    assert table.at["Anna Berg", "n_mentions"] == 3
    assert "Huber Berg" not in table.at["Anna Berg", "spellings"]


def test_a_family_name_that_stands_first_is_an_other_name(tag):
    """*Ban* alone twice and *Ban Ki-moon* once: three namings, which the kept block finds."""
    table = names_in(tag, "Ban Ki-moon kam. Ban schwieg. Die Rede Bans war lang.", as_names=("Ban", "Bans", "Ki-moon"))
    assert table.at["Ban Ki-moon", "n_mentions"] == 3


def test_a_second_last_name_is_part_of_the_longer_spelling(tag):
    table = names_in(
        tag, "Otto Berg kam. Otto Berg ging.", "Gestern schwieg Otto Berg Molina.", as_names=("Berg", "Molina")
    )
    assert {form: n for form, n, _ in table.at["Otto Berg", "forms"]} == {"Otto Berg": 2, "Otto Berg Molina": 1}


def test_a_body_behind_the_noun_for_it_has_its_own_name(tag):
    """*Mutterkonzern*, *Fluglinie* and a plural say what bears the name."""
    text = "Die nordische Fluglinie Mollix Airlines flog. Mollix Airlines schwieg. Die Luftfahrtbehörden Enac prüften. Die Enac schwieg."
    table = names_in(tag, text, as_names=("Mollix", "Airlines", "Enac"))
    assert {"Mollix Airlines", "Enac"} <= set(table.index)
    assert not [name for name in table.index if "behörde" in name or "linie" in name]


def test_one_federal_government_is_one_with_its_adjective(tag):
    table = names_in(
        tag, "Die Bundesregierung prüft. Die deutsche Bundesregierung zahlt. Die deutsche Bundesregierung hilft."
    )
    assert table.index.tolist() == ["Bundesregierung"] and table.at["Bundesregierung", "n_mentions"] == 3


def test_an_academic_title_is_no_part_of_a_name(tag):
    table = names_in(tag, "Dr. Anna Berg kam. Prof. Anna Berg schwieg.", as_names=("Berg",))
    assert table.index.tolist() == ["Anna Berg"]


def test_answers_of_an_interview_are_quotations_of_who_gives_them(tag):
    """Two answers and no quotation marks: quoted twice; who asks is quoted nowhere."""
    table = names_in(tag, f"Anna Berg leitet die Firma. {ASKED}", as_names=("Berg",))
    assert table.at["Anna Berg", "n_quotes"] == 2 and table.at["Anna Berg", "basis"].endswith(
        "2 answers in an interview"
    )


def test_an_answer_that_is_quoted_already_counts_once(tag):
    text = f"Anna Berg leitet die Firma. {ASKED}"
    start = text.index("Das hoffe ich")
    quotes = pd.DataFrame(
        {"article_id": ["a"], "quote": [0], "inside": [pd.NA], "actor": ["Anna Berg"], "start": [start]}
    )
    assert names_in(tag, text, as_names=("Berg",), quotes=quotes).at["Anna Berg", "n_quotes"] == 2


@pytest.mark.parametrize(
    ("text", "n"),
    [
        (ASKED, 2),
        ("Berg: Es geht gut. Huber: Es geht nicht. Berg: Doch. Huber: Nein.", 0),  # nobody asks
        ("BLATT: Wie geht es? Berg: Gut.", 0),  # two turns are no interview
        ("Das Ergebnis: Drei Tote. Die Folge: Mehr Streit. Was nun? Der Plan: Warten. Das Ende: Keines.", 0),
    ],
)
def test_answers_have_labels_and_somebody_asks(tag, text, n):
    (words,) = words_of(tag, text, as_names=("Berg",))
    assert len(find_answers(words)) == n


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        ("Yanis Markoulis", "Giannis Markoulis", True),  # two transcriptions of one first name
        ("Heinrich Grubwald", "Herinrich Grubwald", True),  # two letters changed places, and no list has the second
        ("Martin Grubwald", "Martina Grubwald", False),  # two first names
        ("Anna Grubwald", "Anna Grubwadl", True),  # a misprint of the last name: one of four
        ("Anna Grub", "Anna Grup", False),  # four letters
    ],
)
def test_transcriptions_and_misprints_are_one_person(tag, one, other, are_one):
    table = names_in(tag, f"Da kam Ministerin {one}. Dann ging {one}. Heute lacht {one}.", f"Da schwieg {other}.",
                     as_names=(*one.split(), *other.split()))  # fmt: skip
    assert table.at[one, "n_articles"] == 1 + are_one


def test_a_party_behind_another_countrys_adjective_is_another_party(tag):
    """The two in Germany are named so; the four others are those of Austria, which is named most."""
    text = "Die Grünen kamen. Die Grünen gingen. Österreich lacht. In Österreich schneit es. Österreich schweigt."
    table = names_in(tag, text, "Die deutschen Grünen kamen. Die deutschen Grünen gingen. Die Grünen in Wien nicht.")
    assert table.at["Grüne", "n_mentions"] == 3 and table.at["deutsche Grüne", "n_mentions"] == 2


def test_an_adjective_before_its_noun_is_no_party(tag):
    """*Grünes Licht* names nobody: two namings."""
    table = names_in(tag, "Die Grünen kamen. Die Grünen gaben Grünes Licht.")
    assert table.at["Grüne", "n_mentions"] == 2


def test_a_body_and_the_last_name_behind_it_are_two(tag):
    """*warf die Staatsanwaltschaft Berg vor*: Berg is a person of the article, named four times."""
    accused = "warf die Staatsanwaltschaft Berg das vor."
    table = names_in(tag, f"Anna Berg kam. Berg schwieg. Gestern {accused} Dort {accused}", as_names=("Berg",))
    assert "Staatsanwaltschaft Berg" not in table.index and table.at["Anna Berg", "n_mentions"] == 4


def test_a_noun_behind_a_genitive_is_no_last_name(tag):
    table = names_in(
        tag, "Er löschte Justin Bergers Kommentare. Justin Berger schwieg.", as_names=("Bergers", "Berger")
    )
    assert table.index.tolist() == ["Justin Berger"] and table.at["Justin Berger", "n_mentions"] == 2


def test_who_uses_a_service_is_not_the_service(tag):
    """*Mollipe* has no *Molliper*: one naming, in a body kept by its abbreviation and noun."""
    table = names_in(
        tag, "Der Konzern Mollipe zahlt. Mollipe sagte das. Die Mollipern lachten.", as_names=("Mollipe", "Mollipern")
    )
    assert table.at["Mollipe", "n_mentions"] == 2


@pytest.mark.parametrize(
    ("verb", "is_unsure"), [("Auf Mollix lief das Spiel.", True), ("Mollix lehnte das ab.", False)]
)
def test_a_service_that_does_nothing_is_unsure(tag, verb, is_unsure):
    table = names_in(tag, f"Auf dem Portal Mollix lief es. {verb} {verb}", as_names=("Mollix",))
    assert table.at["Mollix", "is_unsure"] == is_unsure


def test_a_unions_nameless_body_is_unsure(tag):
    """*EU-Behörde* may be any of them; *EU-Kommission* is one."""
    table = names_in(
        tag, "Die EU-Behörde prüft. Die EU-Behörde mahnt. Die EU-Kommission prüft. Die EU-Kommission mahnt."
    )
    assert table.at["EU-Behörde", "is_unsure"] and not table.at["EU-Kommission", "is_unsure"]


def test_a_mission_is_one_under_its_letters_and_its_long_name(tag):
    """Its letters are English: the brackets alone tell. Four namings."""
    text = ("Die Mission der Vereinten Nationen im Sudan (UNMIS) warnte. UNMIS schwieg. Der Chef von UNMIS ging. "
            "Die Mission der Vereinten Nationen im Sudan zog ab.")  # fmt: skip
    table = names_in(tag, text)
    assert table.at["Mission der Vereinten Nationen im Sudan", "n_mentions"] == 4 and "UNMIS" not in table.index


@pytest.mark.parametrize(("second", "is_unsure"), [("Kuba", True), ("Vietnam", False)])
def test_a_party_of_many_countries_is_unsure_in_articles_about_several(tag, second, is_unsure):
    def about(country):
        return f"Die Kommunistische Partei tagt. {country} wählt. In {country} regnet es. {country} schweigt."

    table = names_in(tag, about("Vietnam"), about(second))
    assert table.at["Kommunistische Partei", "is_unsure"] == is_unsure


@pytest.mark.parametrize(
    ("text", "is_unsure"),
    [
        ("Die Piraten kaperten das Schiff. Die Piraten flohen.", True),
        ("Die Piraten tagten. Das sagte Anna Berg (Piraten). Die Piraten gingen.", False),
        ("Die Piratenpartei tagte. Die Piraten gingen. Die Piraten kamen.", False),
    ],
)
def test_people_are_a_party_where_an_article_says_so(tag, text, is_unsure):
    assert names_in(tag, text).at["Piraten", "is_unsure"] == is_unsure


def test_a_part_of_one_of_many_courts_is_unsure(tag):
    table = names_in(
        tag, "Der Strafsenat des Oberlandesgerichts urteilte. Der Strafsenat des Oberlandesgerichts mahnte."
    )
    assert table.loc[[name for name in table.index if "Strafsenat" in name], "is_unsure"].all()


def test_labels_of_answers_may_stand_in_marks(tag):
    """''Berg'': is the label Berg; two answers."""
    text = "''BLATT'': Wie geht es? ''Berg'': Es geht gut. ''BLATT'': Wird es besser? ''Berg'': Das hoffe ich."
    (words,) = words_of(tag, text, as_names=("Berg",))
    assert [words.form[first] for first in find_answers(words)] == ["Berg", "Berg"]
