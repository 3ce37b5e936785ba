"""A body's name that stands for something else is no naming of it. Every expected value was read off the sentence."""

import pandas as pd
import pytest

from analysis.actors.mentions import find_mentions
from analysis.actors.other_things import opens_another_thing
from analysis.codebook.actors_file import Actor, ActorsFile
from analysis.language.tagging import tag_articles
from analysis.reading.file_readers import plain_articles

NAMES = ("ORF", "RTL", "Airbus", "Boeing", "Twitter", "Facebook", "Vatikan", "Tesla", "Microsoft", "Apple", "SPÖ")
BOOK = ActorsFile(
    groups=["g"],
    actors=[
        *(Actor(name=name, kind="institution", group="g") for name in NAMES),
        Actor(name="Anna Berg", kind="person", group="g"),
    ],
)


def named(text):
    articles, paragraphs = plain_articles(pd.DataFrame({"article_id": ["a"], "text": [text]}))
    return find_mentions(articles, *tag_articles(articles, paragraphs), actors=BOOK)["actor"].tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a channel: a preposition before it, with or without the noun for it; what is written there
        ("Sie schrieb das über Twitter.", []),
        ("Er teilte es auf Facebook mit.", []),
        ("Er schrieb auf dem Kurznachrichtendienst Twitter davon.", []),
        ("Der Facebook-Eintrag wurde gelöscht.", []),
        ("Die Twitter-Nutzer lachten.", []),
        ("Der Twitter-Chef lachte.", ["Twitter"]),
        ("Kritik an Facebook gab es auch.", ["Facebook"]),
        ("Facebook löschte das Bild.", ["Facebook"]),
        # what is called after its maker
        ("Der Airbus landete in Graz.", []),
        ("Eine Boeing stürzte ab.", []),
        ("Im neuen Airbus saßen 200 Menschen.", []),
        ("Gestern lieferte Airbus das Flugzeug.", ["Airbus"]),
        ("Das teilte die Boeing AG mit.", ["Boeing"]),
        ("Das Airbus-Werk schließt.", ["Airbus"]),
        # a number or a name that makes another name of it
        ("Das läuft heute in ORF 2 um acht.", []),
        ("Das zeigt ORF eins.", []),
        ("Nach Angaben des ORF 30 Menschen verletzt.", ["ORF"]),
        ("Der ORF sendet im Jahr 2015 mehr.", ["ORF"]),
        ("Der ORF 2015 war anders.", ["ORF"]),
        ("Das zeigt Super RTL am Abend.", []),
        ("Der ORF Kärnten sendet.", ["ORF"]),
        ("Die SPÖ Neudorf tagte.", ["SPÖ"]),
        # another body's name
        ("Die Vatikan-Bank schwieg.", []),
        ("Der Vatikan-Sprecher schwieg.", ["Vatikan"]),
    ],
)
def test_a_name_counts_where_the_body_is_meant(text, expected):
    assert named(text) == expected


def test_a_product_behind_the_genitive_of_its_maker_names_the_maker():
    """*Apples Watch* names Apple; *die Apple Watch* does not. The second word is a name for the tagger."""
    assert named("Das ist Apples Watch.") == ["Apple"] and named("Das ist die Apple Watch.") == []


def test_a_person_stands_before_numbers_as_before_anything():
    assert named("Gestern sah Anna Berg 2 Filme.") == ["Anna Berg"]


def test_a_compound_of_a_person_is_no_other_body():
    """Only bodies have banks and museums called after them that are others."""
    person = Actor(name="Anna Berg", kind="person", group="g")
    assert not opens_another_thing("berg-museum", person)
    assert opens_another_thing("orf-museums", Actor(name="ORF", kind="institution", group="g"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Europäische Gerichtshof urteilte.", ["Europäischer Gerichtshof"]),
        ("Der Europäische Gerichtshof für Menschenrechte urteilte.", []),
        ("Die Demokratische Partei siegte.", ["Demokratische Partei"]),
        ("Dort siegte die Neue Demokratische Partei.", []),
        ("Dort siegte die neue Demokratische Partei.", ["Demokratische Partei"]),
        ("Das Programm Ebay Plus startet.", []),
        ("Die Lokführer streikten.", []),  # no other name of the Gewerkschaft Deutscher Lokführer
        ("Die Youtuber lachten.", []),
        ("Anna Berg, die Kanzlerin, schwieg.", ["Anna Berg"]),
        ("Die Kanzlerin schwieg.", ["Anna Berg"]),
    ],
)
def test_more_words_make_another_name_and_fewer_none(text, expected):
    names = ("Europäischer Gerichtshof", "Demokratische Partei", "Ebay", "Gewerkschaft Deutscher Lokführer", "Youtube")
    bodies = [Actor(name=name, kind="institution", group="g") for name in names]
    berg = Actor(name="Anna Berg", kind="person", group="g", aliases=["Kanzlerin"])
    articles, paragraphs = plain_articles(pd.DataFrame({"article_id": ["a"], "text": [text]}))
    book = ActorsFile(groups=["g"], actors=[*bodies, berg])
    assert find_mentions(articles, *tag_articles(articles, paragraphs), actors=book)["actor"].tolist() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Chefin von Mollix, Anna Berg, schwieg.", ["Anna Berg"]),
        ("Die Chefin kam, Anna Berg schwieg.", ["Chefin", "Anna Berg"]),  # two clauses
        ("Die Chefin kam. Anna Berg schwieg.", ["Chefin", "Anna Berg"]),
    ],
)
def test_a_title_and_the_name_that_it_is_said_of_are_one_naming(text, expected):
    book = ActorsFile(groups=["g"], actors=[Actor(name="Anna Berg", kind="person", group="g", aliases=["Chefin"])])
    articles, paragraphs = plain_articles(pd.DataFrame({"article_id": ["a"], "text": [text]}))
    found = find_mentions(articles, *tag_articles(articles, paragraphs), actors=book)
    assert found["form"].tolist() == expected
