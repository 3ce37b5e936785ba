"""Whom a pronoun or a noun means: weighed by where and how everybody named before it stands; own sentences throughout."""

import pytest
from actors.test_quote_speakers import speakers

from analysis.actors.callings import calls_person, is_office
from analysis.actors.salience import Candidate, likeliest
from analysis.codebook.actors_file import ActorsFile

HUBER = Candidate("Huber", 1, 4, 10, True, False, is_certain=True, is_person=True, is_named=True)


@pytest.mark.parametrize(
    ("change", "score"),
    [
        ({}, 8),  # subject 2, certain 4, person 2, named 3, one sentence back -3
        ({"is_speaker": True}, 9),
        ({"back": 2}, 5),
        ({"is_subject": False}, 6),
        ({"is_certain": False}, 4),
        ({"is_person": False}, 6),
        ({"is_named": False}, 5),
        ({"is_told": True}, 6),
        ({"is_own": True}, 4),
        ({"is_other": True}, 0),
    ],
)
def test_weights_of_a_candidate_add_up(change, score):
    """Each weight once, counted by hand."""
    assert HUBER._replace(**change).score == score


def test_of_equals_the_later_sentence_wins_then_who_stands_first():
    later, first = HUBER._replace(actor="Berg", sentence=5), HUBER._replace(actor="Wolf", first=9)
    assert likeliest([HUBER, later]).actor == "Berg"
    assert likeliest([HUBER, first]).actor == "Wolf"
    assert likeliest([]) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # in its own clause a pronoun means nobody that stands there
        ("Max Huber kam. Karl Wolf warf [er] vor, {es brenne}.", "Max Huber"),
        ("Anna Berg kam. An die Regierung Polens schrieb [sie], {es brenne}.", "Anna Berg"),
        # known to be a man outweighs a name of which that is not known
        ("Max Huber kam nach Linz. Spektakel Bergwelt begann. Dort sagte [er], {es brenne}.", "Max Huber"),
        # people whom only a noun names
        ("Ein Sprecher der Behörde kam. [Er] sagte, {es brenne}.", "Ein Sprecher"),
        ("Forscher aus Linz kamen. {Es brenne}, berichten [sie].", "Forscher"),
        ("Die Ermittler kamen am Montag. {Es brenne}, sagten [sie].", "Die Ermittler"),
        ("120 Anwohner kamen. {Es brenne}, sagten [sie].", "120 Anwohner"),
        # but a name is likelier than a noun beside it
        ("Die bisherige Chefin der Partei, Anna Berg, kam. {Es brenne}, sagte [sie].", "Anna Berg"),
        # behind a name of a country's people, a dative
        ("Max Huber traf auf den Kroaten Karl Wolf. {Es brenne}, sagte [er].", "Max Huber"),
    ],
)
def test_whom_a_pronoun_means(text, found):
    assert speakers(text, book=ActorsFile()) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[Max Huber] sagte, {es eile}. {Es brenne}, so [der Arbeitsrechtler].", "Max Huber"),
        ("[Max Huber] sagte, {es eile}. {Es brenne}, so [der Nigerianer].", "Max Huber"),
        ("[Anna Berg] sagte, {es eile}. {Es brenne}, so [die Schwedin].", "Anna Berg"),
        ("[Direktor Max Huber] sagte, {es eile}. {Es brenne}, so [der Anwalt].", "Max Huber"),
        # an office is another's if somebody has been named with a title
        ("[Direktor Max Huber] sagte, {es eile}. {Es brenne}, so [der Bischof].", "der Bischof"),
        # somebody without a name was called so
        ("Max Huber kam. Ein Lehrling lachte. {Es brenne}, so [der Lehrling].", "der Lehrling"),
        # two who are equally likely: the words stay
        ("Max Huber kam, und Karl Wolf kam. {Es brenne}, so [der Nigerianer].", "der Nigerianer"),
    ],
)
def test_whom_a_noun_means(text, found):
    assert speakers(text, book=ActorsFile())[-1] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # an object before the verb is no speaker: who stands behind it is
        ("Am Montag kam Anna Berg. [Kleine Verbesserungen] verspricht Anna Berg: {Es werde besser.}", "Anna Berg"),
        ("[Ein Debakel] nannte ein Anwohner {den Bau}.", "ein Anwohner"),
    ],
)
def test_a_thing_before_the_verb_is_no_speaker(text, found):
    cue = "verspricht" if "verspricht" in text else "nannte"
    assert speakers_by_cue(text, cue) == [found]


def speakers_by_cue(marked, cue):
    """Resolve one quotation whose cue stands in the text."""
    import pandas as pd
    from actors.test_quote_speakers import quote_rows, read_marks

    from analysis.actors.mentions import find_mentions
    from analysis.actors.quote_speakers import resolve_speakers
    from analysis.language.tagging import tag_articles
    from analysis.reading.file_readers import plain_articles

    text, quoted, spoken = read_marks(marked)
    articles, paragraphs = plain_articles(pd.DataFrame({"article_id": ["a"], "text": [text]}))
    sentences, tokens = tag_articles(articles, paragraphs)
    quotes = quote_rows(text, quoted, spoken, types=["Indirect"], cues=[cue])
    place = {"cue_start": text.index(cue), "cue_end": text.index(cue) + len(cue)}
    quotes = quotes.assign(**place).astype(dict.fromkeys(place, "Int64"))
    mentions = find_mentions(articles, sentences, tokens, actors=ActorsFile())
    return resolve_speakers(articles, sentences, tokens, quotes, mentions, actors=ActorsFile())["actor"].tolist()


def test_ich_is_whose_turn_it_is_in_an_interview():
    text = "ZEITUNG: Warum? Karl Wolf: Das ist so. [Ich] glaube, {es brennt}."
    assert speakers(text, book=ActorsFile()) == ["Karl Wolf"]


def test_who_calls_whom():
    nouns = ("Serbe", "Italienerin", "Mathematiker", "Zweite", "Titel", "Konzern")
    assert [calls_person(noun) for noun in nouns] == [True, True, True, True, False, False]
    assert is_office("Finanzminister") and not is_office("Künstlerin")
