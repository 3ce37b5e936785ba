"""Where the numbers of the rules for speakers lie: German sentences on both sides of each, counted by hand.

As in `test_quote_speakers`, `{…}` is the quotation and `[…]` the words that name its speaker.
"""

import pytest
from actors.test_quote_speakers import speakers
from other_story import BOOK

from analysis.actors.callings import calls_person
from analysis.codebook.actors_file import ActorsFile

NOBODY = ActorsFile()
BETWEEN = "Es war kalt. "


def last_speaker(marked, *, book=NOBODY, **more):
    """Return the speaker of the last quotation."""
    return speakers(marked, book=book, **more)[-1]


@pytest.mark.parametrize(("times", "actor"), [(11, "Andrzej Duda"), (12, "")])
def test_a_chain_of_one_pronoun_ends_after_twelve_sentences(times, actor):
    """*Er* in each sentence, and in the one with the quotation: twelve, then thirteen behind the name."""
    assert last_speaker(f"Duda sprach. {'Er ging. ' * times}[Er] sagte, {{man warte}}.", book=BOOK) == actor


@pytest.mark.parametrize(("times", "actor"), [(11, "Max Huber"), (12, "Karl Wolf")])
def test_whoever_speaks_is_likelier_for_twelve_quotations(times, actor):
    """Huber, who is named second, speaks in the twelfth quotation back, then in the thirteenth."""
    rest = ", ".join(["[Anna Berg] sagte, {es eile}"] * times)
    assert (
        last_speaker(f"Karl Wolf kam, und [Max Huber] sagte, {{es eile}}. {rest}. {{Es brenne}}, sagte [er].") == actor
    )


@pytest.mark.parametrize(("between", "actor"), [(1, "Max Huber"), (2, "Der Nigerianer")])
def test_one_of_two_is_meant_from_a_score_of_five_on(between, actor):
    """Huber is subject, man, person, named: 2 + 4 + 2 + 3, less 3 for each sentence back: 5, then 2. Wolf has 2 less."""
    marked = f"Max Huber kam zu Karl Wolf. {BETWEEN * between}[Der Nigerianer] sagte, {{es brenne}}."
    assert last_speaker(marked) == actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (f"Max Huber kam. {BETWEEN * 2}", "Max Huber"),  # 2 + 4 + 2 + 3 - 9 = 2
        (f"Am Montag kam Twan Pajk. {BETWEEN}", "Der Nigerianer"),  # of no known gender: 2 + 2 + 3 - 6 = 1
    ],
)
def test_the_only_one_near_is_meant_from_a_score_of_two_on(text, actor):
    assert last_speaker(f"{text}[Der Nigerianer] sagte, {{es brenne}}.") == actor


def test_titles_of_one_end_share_four_letters():
    """*Sanitäter* and *Täter* share more, but *-er* is an ending and *tät* has three letters."""
    assert last_speaker(f"Sanitäter Karl Huber kam. {BETWEEN * 5}[Der Täter] sagte, {{man warte}}.") == "Der Täter"


@pytest.mark.parametrize(("words", "actor"), [("wartet dort er", "Max Huber"), ("wartet dort nun er", "Anna Berg")])
def test_whose_eigene_angaben_are_a_pronoun_says_within_three_words(words, actor):
    """*Er* is the third word behind *Angaben*, then the fourth, and the first one named counts."""
    assert last_speaker(f"Anna Berg traf Max Huber. Nach [eigenen Angaben] {{{words}}}.") == actor


@pytest.mark.parametrize(("times", "actor"), [(2, "Max Huber"), (3, "den Angaben")])
def test_den_angaben_are_those_of_one_of_the_last_three_quotations(times, actor):
    rest = "[Ein Anwohner] sagte, {es eile}. " * times
    marked = f"[Max Huber] sagte, {{man warte}}. {rest}{{Es brenne}}, hieß es nach [den Angaben]."
    assert last_speaker(marked) == actor


@pytest.mark.parametrize(("between", "actor"), [(10, "Max Huber"), (11, "")])
def test_an_answer_in_an_interview_has_twelve_sentences(between, actor):
    """The first one with the name, those between, and the last one with the quotation: twelve, then thirteen."""
    assert last_speaker(f"Max Huber: Es ist spät. {BETWEEN * between}[Ich] sagte, {{es brenne}}.") == actor


@pytest.mark.parametrize(("between", "actor"), [(1, "Max Huber"), (2, "")])
def test_whoever_goes_on_has_spoken_two_sentences_before(between, actor):
    marked = f"[Max Huber] sagte, {{es eile}}. {BETWEEN * between}[Die Lage] {{ist ernst}}."
    assert last_speaker(marked, cues=["sagte", "", ""]) == actor


@pytest.mark.parametrize(
    ("adjectives", "actor"),
    [("alten großen", "Internationale Organisation für Migration"), ("alten großen stolzen", "Die Studie")],
)
def test_whose_a_study_is_stands_within_four_words(adjectives, actor):
    """The body's name is the fourth word behind *Studie*, then the fifth."""
    marked = f"Eine Studie der {adjectives} IOM warnte. {BETWEEN}[Die Studie] sagte, {{es brenne}}."
    assert last_speaker(marked, book=BOOK) == actor


@pytest.mark.parametrize(
    ("phrase", "actor"), [("Linz – Ein Bewohner", "Ein Bewohner"), ("Linz – Bewohner", "Bewohner")]
)
def test_a_place_and_its_dash_are_two_words_that_name_nobody(phrase, actor):
    assert last_speaker(f"[{phrase}] sagte, {{es brenne}}.") == actor


@pytest.mark.parametrize(
    ("sentence", "actor"),
    [
        ("Der Energiekonzern KZ baut.", "KZ"),
        ("Der Energiekonzern K baut.", "Energiekonzern K"),
        ("Der Energiekonzern Mollix Tarvis Xonia baut.", "Mollix Tarvis Xonia"),
        ("Der Energiekonzern Mollix Tarvis Xonia Pajk baut.", "Mollix Tarvis Xonia"),
    ],
)
def test_a_name_learnt_from_its_noun_has_two_letters_at_least_and_three_words_at_most(sentence, actor):
    assert last_speaker(f"{sentence} {{Man baue weiter}}, sagte [der Konzern].") == actor


@pytest.mark.parametrize(("noun", "is_person"), [("Iraner", True), ("Usain", False)])
def test_somebody_from_a_country_has_its_first_four_letters(noun, is_person):
    """*Iran* has four; of *USA*, which has three, no *Usain* is made."""
    assert calls_person(noun) is is_person
