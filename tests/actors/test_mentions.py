"""Actors: who is named, with which label. Every expected value was read off the sentence by hand."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from other_story import BOOK, person

from analysis.actors.mentions import find_mentions
from analysis.codebook import schema
from analysis.codebook.actors_file import ActorsFile
from analysis.language.tagging import tag_articles
from analysis.reading.file_readers import plain_articles


def mentions(text, book=BOOK):
    articles, paragraphs = plain_articles(pd.DataFrame({"article_id": ["a"], "text": [text]}))
    return find_mentions(articles, *tag_articles(articles, paragraphs), actors=book)


def named(text):
    found = mentions(text)
    return list(zip(found["actor"], found["form"], strict=True))


def labels(text):
    found = mentions(text)
    return list(zip(found["form"], found["label"], strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # full name, last name, genitive -s, apostrophe, misprint of the codebook
        ("Andrzej Duda schwieg.", [("Andrzej Duda", "Andrzej Duda")]),
        ("Das war Dudas Idee.", [("Andrzej Duda", "Dudas")]),
        ("Dudda schwieg.", [("Andrzej Duda", "Dudda")]),
        # a particle belongs to the last name
        ("Am Montag kam von der Leyen.", [("Ursula von der Leyen", "von der Leyen")]),
        # inflected nouns and adjectives of an institution's name
        ("Er traf die Geflüchteten.", [("Migranten", "Geflüchteten")]),
        ("Nach Angaben der Internationalen Organisation für Migration stieg die Zahl.",
         [("Internationale Organisation für Migration", "Internationalen Organisation für Migration")]),
        # a name and its abbreviation in brackets are one mention
        ("Die Internationale Organisation für Migration (IOM) half.",
         [("Internationale Organisation für Migration", "Internationale Organisation für Migration (IOM)")]),
        # a compound names by its first part
        ("Viele IOM-Helfer kamen.", [("Internationale Organisation für Migration", "IOM")]),
        # roles: by adjective, genitive, capital, prefix
        ("Die polnische Regierung schwieg.", [("Regierung Polens", "Die polnische Regierung")]),
        ("Die neue polnische Regierung schwieg.", [("Regierung Polens", "Die neue polnische Regierung")]),
        ("Die neutrale polnische Regierung schwieg.", [("Regierung Polens", "Die neutrale polnische Regierung")]),
        ("Die erstarkte polnische Regierung schwieg.", [("Regierung Polens", "Die erstarkte polnische Regierung")]),
        ("Litauens Präsident schwieg.", [("Gitanas Nauseda", "Litauens Präsident")]),
        ("Der Präsident Litauens schwieg.", [("Gitanas Nauseda", "Der Präsident Litauens")]),
        ("Die Regierung in Warschau schwieg.", [("Regierung Polens", "Die Regierung in Warschau")]),
        ("Der US-Präsident schwieg.", [("Joe Biden", "Der US-Präsident")]),
        ("Das US-Außenministerium schwieg.", [("Außenministerium der USA", "Das US-Außenministerium")]),
    ],
)  # fmt: skip
def test_who_is_named(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Klaus Duda wohnt in Köln.",  # another first name: another person
        "Der französische Präsident schwieg.",  # a country that the codebook does not know
        "Frankreichs Präsident schwieg.",
        "Der Präsident von Frankreich schwieg.",
        "Präsident Erdogan schwieg.",  # a title before a stranger's name
        "Der frühere polnische Präsident schwieg.",  # no longer in office
        "Der neue polnische Präsident schwieg.",  # nobody says whether the codebook's has left
        "Die gestürzte polnische Regierung schwieg.",
        "Der Präsident der Universität schwieg.",
        "Ein Präsident schweigt nicht.",  # any president
        "Sie reiste nach Polen und Litauen.",  # places
        "In Polen und in Warschau blieb es ruhig.",
        "Das Innenministerium in Berlin schwieg.",  # no country of the codebook is in play
        "Die Regierung in Kiew schwieg.",
        "In Polen schwieg die Kiewer Regierung.",
        "Regierungen in Polen kommen und gehen.",
        "Gold gewann Tyson Gay (USA).",
        "Warschau – Ein Mann schwieg.",
        "Die Washington Post schwieg.",
        "Am Montag lobte der Alte Warschau.",  # the subject stands before the place
        "Der Migrant Adam Nowak schwieg.",  # one of many, with a name of his own
        "",
    ],
)
def test_no_wrong_name(text):
    assert named(text) == []


def test_country_inside_a_role_is_no_mention_of_its_own():
    """One mention, not two: *Polens* belongs to *Polens Präsident*."""
    assert named("Polens Präsident Andrzej Duda schwieg.") == [("Andrzej Duda", "Andrzej Duda")]


def test_metonym_acts_but_does_not_lie_on_the_map():
    """Three places in four sentences act: Warschau, Litauen, Polen; *in Wilna* and *Polen verlassen* are places."""
    text = "Warschau hofft auf Hilfe. In Wilna wartet man, weil Litauen zögert. Danach hat Polen geholfen. Er habe Polen verlassen."
    assert named(text) == [
        ("Regierung Polens", "Warschau"),
        ("Regierung Litauens", "Litauen"),
        ("Regierung Polens", "Polen"),
    ]


@pytest.mark.parametrize(
    "text",
    ["Polen, das an Litauen grenzt, schwieg.", "Polen erlebt einen heißen Sommer.", "Seit Tagen erlebt Polen Hitze."],
)
def test_a_country_that_lies_or_undergoes_is_no_government(text):
    assert named(text) == []


def test_bare_role_is_the_holder_named_last():
    """*Der Präsident* is Nauseda although the article names Poland more often (twice)."""
    text = "Polen und wieder Polen. Litauens Präsident Gitanas Nauseda kam. Der Präsident schwieg."
    assert named(text)[-1] == ("Gitanas Nauseda", "Der Präsident")


def test_bare_role_falls_to_the_country_of_the_article():
    text = "Unruhen in Polen: In Polen sank die Zahl. Das Innenministerium schwieg."
    assert named(text) == [("Innenministerium Polens", "Das Innenministerium")]


def test_bare_role_is_nobodys_in_an_article_about_a_country_that_the_codebook_does_not_know():
    """Syria is named three times, Poland once."""
    text = "In Syrien, in Syrien und für die syrische Stadt hofft man auf Polen. Die Regierung schwieg."
    assert named(text) == []
    assert named(text.replace("Syrien", "Polen")) == [("Regierung Polens", "Die Regierung")]


def test_adjective_of_a_city_names_the_country():
    assert named("Am Montag schwieg die Warschauer Regierung.") == [("Regierung Polens", "die Warschauer Regierung")]


def test_short_name_refers_to_who_was_named_before():
    text = "Das US-Außenministerium widersprach. Das Ministerium nannte keine Zahl."
    assert named(text)[1] == ("Außenministerium der USA", "Das Ministerium")
    assert named("Das Ministerium nannte keine Zahl.") == []


def test_shared_last_name_needs_the_full_name_first():
    book = ActorsFile(groups=["g"], actors=[person("Olaf Scholz"), person("Rupert Scholz")])
    assert mentions("Scholz kam.", book).empty
    found = mentions("Rupert Scholz kam. Scholz blieb.", book)
    assert found["actor"].tolist() == ["Rupert Scholz", "Rupert Scholz"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Präsident Duda kam.", [("Duda", "Präsident")]),
        ("Der polnische Präsident Andrzej Duda kam.", [("Andrzej Duda", "Der polnische Präsident")]),
        ("Er traf den autoritären Ex-Machthaber Andrzej Duda.",
         [("Andrzej Duda", "den autoritären Ex-Machthaber")]),
        ("Der 52 Jahre alte Duda kam.", [("Duda", "Der 52 Jahre alte")]),
        ("Der Präsident der stolzen Republik, Andrzej Duda, kam.",
         [("Andrzej Duda", "Der Präsident der stolzen Republik")]),
        ("Duda – der politische Ziehvater vieler – kam.", [("Duda", "der politische Ziehvater vieler")]),
        ("Andrzej Duda (PiS) kam.", [("Andrzej Duda", "PiS")]),
        # two labels of one name
        ("Sein Nachfolger, Präsident Andrzej Duda, kam.", [("Andrzej Duda", "Sein Nachfolger; Präsident")]),
        # a description is its own label
        ("Der inzwischen 57-Jährige kam.", [("Der inzwischen 57-Jährige", "Der inzwischen 57-Jährige")]),
        # the organisation in a title belongs to the label
        ("NATO-Generalsekretär Andrzej Duda kam.", [("Andrzej Duda", "NATO-Generalsekretär")]),
        # no labels: an article alone, a time, a genitive behind somebody else's title, a relative clause
        ("Die NATO kam.", [("NATO", "")]),
        ("In dieser Nacht Duda zu treffen war schwer.", [("Duda", "")]),
        ("Der Ziehvater Dudas kam.", [("Dudas", "")]),
        ("Duda, der Polen regiert, kam.", [("Duda", "")]),
    ],
)  # fmt: skip
def test_labels(text, expected):
    assert labels(text) == expected


def test_mentions_are_numbered_and_point_into_the_text():
    found = mentions("Duda rief Biden an. Biden dankte Duda.")
    assert found["mention"].tolist() == [0, 1, 2, 3]
    assert found["start"].tolist() == [0, 10, 20, 33]
    assert found["end"].tolist() == [4, 15, 25, 37]


PIECES = ["Duda", "Dudas", "der Präsident", "Polens", "polnische", "Regierung", ",", ".", "–", "(", ")", "„", "“", "NATO-", "-",
          "die", "sagte", "Biden", "US-Präsident", "von der Leyen", "\n\n", "81-Jährige", "😀", "Привет", "in", "Warschau"]  # fmt: skip


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_offset_rule_holds_for_any_text(pieces):
    text = " ".join(pieces).strip()
    articles, paragraphs = plain_articles(pd.DataFrame({"article_id": ["a"], "text": [text]}))
    found = find_mentions(articles, *tag_articles(articles, paragraphs), actors=BOOK)
    clean = articles["text"][0]
    assert all(clean[r.start : r.end] == r.form and r.form for r in found.itertuples())
    assert (found["start"].diff().dropna() >= 0).all()
    assert list(found.columns) == list(schema.TABLES["mentions"].columns)
