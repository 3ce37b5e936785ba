"""Names in parts, spelt otherwise, behind *um*; whose a study is; titles before names. Own sentences, read by hand."""

import pytest
from actors.test_names import read
from actors.test_quote_speakers import speakers

from analysis.codebook.actors_file import ActorsFile


def names(*texts):
    """Return the names that the first of the articles gives, in the order of its words."""
    return [name.name for name in next(iter(read(*texts).names.values()))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a last name with and without a doubled letter is one, unless somebody bears the other
        ("Anna Hoffmann kam. Dann sagte Hofmann, es brenne.", ["Anna Hoffmann", "Anna Hoffmann"]),
        ("Anna Hoffmann traf Karl Hofmann. Hofmann sprach.", ["Anna Hoffmann", "Karl Hofmann", "Karl Hofmann"]),
        # of five letters at least
        ("Anna Hoffer kam. Dann sagte Hofer, es brenne.", ["Anna Hoffer", "Anna Hoffer"]),
        ("Anna Kunnz kam. Dann sagte Kunz, es brenne.", ["Anna Kunnz"]),
        # a part of a longer name that stands alone
        ("Der Minister Luiz Moreno Berg kam. Dann sprach Moreno lange.", ["Luiz Moreno Berg", "Luiz Moreno Berg"]),
        # the title before a hyphen is no part of the name
        ("Der WWF-Vize Berg kam.", ["Berg"]),
        # whoever leads a group that is called after them; not the place that something lies around
        ("Das Team um Yuka Sasamo forscht.", ["Yuka Sasamo"]),
        # neither a journal nor an English title, nor a pronoun behind a name
        ("Im Fachjournal Open Slumber steht es.", []),
        ("Er singt The Blind Horse im Konzert.", []),
    ],
)
def test_names_of_an_article(text, found):
    assert names(text) == found


def test_a_town_is_no_last_name_of_a_club_elsewhere():
    """*München* alone names nobody where another article has a name that ends so."""
    club = "Gestern verlor Bayern München. Bayern München spielte schlecht."
    assert names("In München regnet es. Nach München kam Anna Berg. Aus München schrieb sie.", club) == ["Anna Berg"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # whose study it is, from where the article says it: before, else behind; otherwise the words
        ("Das zeigt eine Studie der Caritas. [Die Studie] sagt, {es brenne}.", "Caritas"),
        ("{Es brenne}, ergab [eine Umfrage]. Das zeigt auch die Caritas-Umfrage der Caritas.", "Caritas"),
        ("{Es brenne}, ergab [eine Umfrage].", "eine Umfrage"),
        ("Eine Studie der Caritas und eine Studie des WWF liegen vor. [Die Studie] sagt, {es brenne}.", "Die Studie"),
        # a thing with its owner in the genitive is the owner's, a share of several is not
        ("{Es brenne}, zeigen [die Zahlen der Caritas].", "Caritas"),
        ("[60 Prozent der Befragten] sagten, {es brenne}.", "60 Prozent der Befragten"),
        # whose statements: the body that a compound begins with, whoever spoke before
        ("Die polnische Armee kam. Nach [Armeeangaben] {brennt es}.", "polnische Armee"),
        ("[Die Caritas] sagte, {es regne}. {Es brenne}, [den Angaben] zufolge.", "Caritas"),
        # but not more than three quotations back
        (
            "[Die Caritas] sagte, {es regne}. [Er] sagte, {es sei kalt}. [Er] sagte, {es sei nass}. "
            "{Es brenne}, [den Angaben] zufolge.",
            "Caritas",
        ),
        (
            "[Die Caritas] sagte, {es regne}. [Er] sagte, {es sei kalt}. [Er] sagte, {es sei nass}. [Er] sagte, {es sei so}. "
            "{Es brenne}, [den Angaben] zufolge.",
            "den Angaben",
        ),
        # a title before anybody is named, whose bearer the article names later; not one of two
        ("[Kanzler] sagte, {es brenne}. Dann kam Bundeskanzler Max Huber.", "Max Huber"),
        ("[Minister] sagte, {es brenne}. Es kamen Minister Max Huber und Minister Karl Berg.", "Minister"),
        ("[Die Minister] sagten, {es brenne}. Dann kam Minister Max Huber.", "Die Minister"),
        # what sort of one somebody is, behind the noun
        ("Anna Berg forscht. {Es brenne}, sagt [die Professorin für Recht und Sprachen].", "Anna Berg"),
        # whom the paper is told by, behind a noun that is nobody's; *Anwalt* is somebody's
        ("Max Huber kam nach Linz. {Es brenne}, sagte [der Schweizer der Zeitung Stern].", "Max Huber"),
        ("Max Huber kam nach Linz. {Es brenne}, sagte [der Anwalt der Zeitung Stern].", "der Anwalt der Zeitung Stern"),
        # in an interview words without a speaker are whose turn it is
        ("Zeitung: Brennt es? Anna Berg: Der Eindruck, {dass es brenne}, täuscht.", "Anna Berg"),
    ],
)
def test_whose_words(text, found):
    got = speakers(text, book=ActorsFile(), cues=["Der Eindruck"] if "Eindruck" in text else None)
    assert got[-1] == found
