"""The small questions behind the rules of names and speakers: for each a sentence of its own, read by hand.

As in `test_quote_speakers`, `{…}` is the quotation and `[…]` the words that name its speaker.
"""

import pandas as pd
import pytest
from actors.test_mentions import labels, mentions, named
from actors.test_names import names
from actors.test_quote_speakers import quote_rows, read_marks, speakers
from other_story import BOOK, person

from analysis.actors.mentions import find_mentions
from analysis.actors.quote_speakers import resolve_speakers
from analysis.codebook.actors_file import ActorsFile
from analysis.language.tagging import tag_articles
from analysis.reading.file_readers import plain_articles


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the title of a person is no body, nor part of the name
        ("Am Montag kam Finanzvorstand Hans Huber.", ["Hans Huber"]),
        # an adjective belongs to a body's name if it says which body it is
        ("Sie lobte die neue Universität Wien.", ["Universität Wien"]),
        # behind a particle stands a last name, not any noun
        ("Am Montag kam Anna Berg von der Schule.", ["Anna Berg"]),
        # a noun for somebody is no last name
        ("Am Montag rief Anna Polizei und Feuerwehr.", ["Polizei", "Feuerwehr"]),
        # two names in a row of which no list knows the first
        ("Am Montag kam Twan Pajk.", ["Twan Pajk"]),
    ],
)
def test_what_belongs_to_a_name(text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the adjective of a name in any case
        ("Er kam mit Internationaler Organisation für Migration.",
         [("Internationale Organisation für Migration", "Internationaler Organisation für Migration")]),
        # inside a label an office of persons says who is meant, an institution is named beside
        ("Duda, der polnische Präsident, schwieg.", [("Andrzej Duda", "Duda")]),
        ("Nauseda, der Sprecher des polnischen Präsidenten, schwieg.", [("Gitanas Nauseda", "Nauseda")]),
        ("Duda, der Chef der polnischen Regierung, schwieg.",
         [("Andrzej Duda", "Duda"), ("Regierung Polens", "der polnischen Regierung")]),
        # a title before a name that the codebook does not know is a stranger's
        ("Duda kam. Der Präsident Erdogan schwieg.", [("Andrzej Duda", "Duda")]),
        ("Duda kam. Der Präsident schwieg.", [("Andrzej Duda", "Duda"), ("Andrzej Duda", "Der Präsident")]),
    ],
)  # fmt: skip
def test_who_is_named(text, found):
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "found"), [("Die Minister schwiegen.", []), ("Der Minister schwieg.", ["Der Minister"])]
)
def test_an_office_in_the_plural_is_not_the_one_man_who_holds_it(text, found):
    book = ActorsFile(groups=["g"], actors=[person("Max Huber", pronoun="er", roles=["Minister"])])
    assert mentions(f"Huber kam. {text}", book)["form"].tolist() == ["Huber", *found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a genitive opens the label
        ("Bayerns Präsident Duda schwieg.", [("Duda", "Bayerns Präsident")]),
        # a title before a comma begins with its article, not with the sentence
        ("Am Montag schwieg der Präsident, Duda, lange.", [("Duda", "der Präsident")]),
        # a description has its article and its adverb
        ("Am Montag schwieg der inzwischen 57-Jährige.", [("der inzwischen 57-Jährige",) * 2]),
    ],
)
def test_where_a_label_begins(text, found):
    assert labels(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a text is its author's who spoke before
        ("[Duda] sagte, {es sei kalt}. {Man warte}, hieß es in [der Mitteilung].", ["Andrzej Duda"] * 2),
        # who speaks in reported words is whom a pronoun means, though nobody is named
        ("[Ein Anwohner] sagte, {es brenne}. [Er] sagte, {man warte}.", ["Ein Anwohner"] * 2),
        # … of the gender that their words have
        ("Duda kam. [Eine Anwohnerin] sagte, {es brenne}. [Er] sagte, {man warte}.", ["Eine Anwohnerin", "Andrzej Duda"]),
        # … also of a sentence that is their speech from end to end
        ("[Ein Anwohner] sagte, {es brenne. Duda schlafe.} [Er] sagte, {man warte}.", ["Ein Anwohner"] * 2),
        # … but not of the next one
        ("[Ein Anwohner] sagte, {es brenne}. Duda kam. [Er] sagte, {man warte}.", ["Ein Anwohner", "Andrzej Duda"]),
        # who is told of comes after who is named outside
        ("{Biden sei krank}, sagte [eine Ärztin], und Duda nickte. [Er] sagte, {man warte}.", ["eine Ärztin", "Andrzej Duda"]),
    ],
)  # fmt: skip
def test_whom_a_speaker_s_words_mean(text, found):
    assert speakers(text) == found


def test_a_name_inside_marks_is_nobody_whom_a_pronoun_means():
    text = "Von der Leyen kam. [Duda] rief: {„Jean-Pierre schläft.“} [Sie] sagte, {man warte}."
    assert speakers(text, types=["Direct", "Indirect"]) == ["Andrzej Duda", "Ursula von der Leyen"]


def test_a_text_takes_up_the_verb_of_its_author():
    """*Teilte mit* is Duda's, and he has made the *Mitteilung*, though Biden spoke last."""
    text = "[Duda] teilte mit, {es sei kalt}. [Biden] sagte, {es sei warm}. {Man warte}, hieß es in [der Mitteilung]."
    assert speakers(text, cues=["teilte mit", "sagte", ""])[2] == "Andrzej Duda"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a title with an owner is not the one named before, and may be whom a pronoun means
        (
            "Forscher Max Huber kam. Karl Wolf ging. Der Forscher der Bank lachte. [Er] sagte, {es brenne}.",
            "Der Forscher",
        ),
        ("Forscher Max Huber kam. Karl Wolf ging. Der Forscher lachte. [Er] sagte, {es brenne}.", "Max Huber"),
        # a body's noun means the body named before
        ("Die Universität Wien warnte. [Die Universität] sagte, {es brenne}.", "Universität Wien"),
        # a title says of somebody without a first name whether *er* may mean them
        ("Karl Wolf kam. Ministerin Huber ging. [Er] sagte, {es brenne}.", "Karl Wolf"),
    ],
)
def test_whom_words_mean_without_a_codebook(text, found):
    assert speakers(text, book=ActorsFile()) == [found]


def test_where_the_speaker_s_words_name_nobody_the_subject_of_the_cue_speaks():
    """*Probleme* is nobody, and nobody stands directly beside *sagte*."""
    text, quoted, spoken = read_marks("{Es gebe Ärger}, [Probleme], sagte gestern Abend in Bonn Karl Huber.")
    articles, paragraphs = plain_articles(pd.DataFrame({"article_id": ["a"], "text": [text]}))
    sentences, tokens = tag_articles(articles, paragraphs)
    quotes = quote_rows(text, quoted, spoken, types=["Indirect"], cues=["sagte"])
    at = text.index("sagte")
    quotes = quotes.assign(cue_start=pd.array([at], "Int64"), cue_end=pd.array([at + len("sagte")], "Int64"))
    found = find_mentions(articles, sentences, tokens, actors=BOOK)
    assert resolve_speakers(articles, sentences, tokens, quotes, found, actors=BOOK)["actor"].tolist() == ["Karl Huber"]
