"""Subjects: which phrase agrees with a verb in case and number; read from the speakers that come out of it."""

import pytest
from tagged_words import words_of

from analysis.language.agreement import agrees, is_feminine, may_be_nominative
from analysis.quoting.quotes import find_quotes


@pytest.mark.parametrize(
    ("tagged", "expected"),
    [
        ("der/ART Minister/NN", True),
        ("der/ART Regierung/NN", False),  # feminine: genitive or dative
        ("der/ART neuen/ADJA Landesregierung/NN", False),
        ("den/ART Minister/NN", False),
        ("dem/ART Minister/NN", False),
        ("die/ART Regierung/NN", True),
        ("er/PPER", True),
        ("ihm/PPER", False),
        ("man/PIS", False),
        ("viele/PIS", True),
    ],
)
def test_a_phrase_that_may_be_a_nominative(tagged, expected):
    assert may_be_nominative(words_of(tagged), 0) is expected


@pytest.mark.parametrize(
    ("tagged", "expected"),
    [
        ("das/ART Gericht/NN sagten/VVFIN", False),
        ("das/ART Gericht/NN sagte/VVFIN", True),
        ("das/ART Gericht/NN und/KON der/ART Anwalt/NN sagten/VVFIN", True),
        ("die/ART Ergebnisse/NN/Ergebnis stellte/VVFIN", True),  # -e may be anything
        ("die/ART Behörden/NN/Behörde stellte/VVFIN", False),
        ("Aktionen/NN/Aktion stellte/VVFIN", False),
        ("Meteorologin/NN/Meteorologi sagte/VVFIN", True),  # -in is one woman
        ("das/ART Gericht/NN kann/VMFIN", True),  # -nn is no plural
    ],
)
def test_number_of_phrase_and_verb(tagged, expected):
    words = words_of(tagged)
    assert agrees(words, 0, len(words) - 1, len(words) - 1) is expected


def test_feminine_nouns_by_ending_by_list_and_by_chance():
    assert [is_feminine(noun) for noun in ("Zeitung", "Schwester", "Polizei", "Sprung", "Minister", "Anwalt")] == [
        True, True, True, False, False, False]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Eine Forscherin, die den Mut Huber-Mayers lobt, sagte nichts. Die Frau sagte, alles sei gut.", "Die Frau"),
        ("Der Anwalt, der die Regierung auffordert, das Gesetz zu ändern, kam.", "der"),
        ("Die Behörden, die kamen, warnte er, die Lage sei ernst.", "er"),
        ("Diese Vorwürfe der Partei wies der Sprecher zurück und sagte, alles sei gut.", "der Sprecher"),
        ("Weil Minister Karl Huber betonte, dass alles gut ist, blieb sie.", "Minister Karl Huber"),
        ("Da sie befürchten, dass es regnet, blieben sie.", "sie"),
        ("„Ärzte ohne Sorgen“ teilte mit, dass alles gut ist.", "„Ärzte ohne Sorgen“"),
        ("Berlins früherer Bürgermeister Karl Huber sagte, dass alles gut ist.", "Berlins früherer Bürgermeister Karl Huber"),
        ("Karl Huber, Chef der Polizei sagte, dass alles gut ist.", "Karl Huber, Chef der Polizei"),
        ("Anna Huber, die Leiterin bei der Bank, sagte, dass alles gut ist.", "Anna Huber, die Leiterin bei der Bank"),
        ("Die Minister Frankreichs, Italiens und Spaniens sagten, dass alles gut ist.",
         "Die Minister Frankreichs, Italiens und Spaniens"),
        ("Minister Karl Huber (ABC) sagte, dass alles gut ist.", "Minister Karl Huber (ABC)"),
        ("Karl Huber sagte der Zeitung, dass alles gut ist.", "Karl Huber"),
        ("Nach Meinung vieler Experten ist alles gut.", "Meinung vieler Experten"),
    ],
)  # fmt: skip
def test_the_subject_is_the_whole_phrase_that_agrees(tag, text, speaker):
    assert speaker in find_quotes(*tag(text))["speaker"].tolist()


def test_man_is_nobody(tag):
    quotes = find_quotes(*tag("Man sagte der Zeitung, dass der Plan gut ist."))
    assert quotes["speaker"].tolist() == [""]
