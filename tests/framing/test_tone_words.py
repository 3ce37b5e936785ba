"""Words that are weighed for tone: which are found, how they are summed, and who has no weight."""

from importlib.resources import files

import pytest

from analysis.codebook.wordlists import read_lines
from analysis.framing import tone_words
from analysis.framing.tone import measure_features
from analysis.framing.tone_words import find_known, read_word_weights, weigh_words

WEIGHTS = {"glanz": (-0.3, 0.9), "lärm": (0.6, -0.2)}


@pytest.fixture
def two_words(monkeypatch):
    """A list of two words; what was found with the shipped list is forgotten before and after."""
    tone_words._known.cache_clear()
    monkeypatch.setattr(tone_words, "read_word_weights", lambda: WEIGHTS)
    yield
    tone_words._known.cache_clear()


def test_two_words_are_summed_and_divided_by_the_root_of_two(two_words):
    """-0.3 + 0.6 = 0.3 for negative, 0.9 - 0.2 = 0.7 for positive."""
    found = weigh_words(["Glanz", "und", "Lärm"], ["NN", "KON", "NN"], [])
    assert found == (pytest.approx(0.3 / 2**0.5), pytest.approx(0.7 / 2**0.5))


def test_no_known_word_weighs_nothing(two_words):
    assert weigh_words(["Tisch"], ["NN"], []) == (0, 0)


@pytest.mark.parametrize(
    ("lemma", "known"),
    [
        ("Seidenglanz", ["glanz"]),  # five letters
        ("Straßenlärm", []),  # four
        ("Abglanz", []),  # two letters before the ending: no compound
        ("Glanzlicht", []),  # a beginning is no ending
    ],
)
def test_a_compound_takes_the_weight_of_its_ending_of_five_letters(two_words, lemma, known):
    assert [word for _, word in find_known([lemma], ["NN"], [])] == known


@pytest.mark.parametrize(("pos", "n"), [("NN", 1), ("ADJA", 1), ("NE", 0), ("ART", 0)])
def test_names_and_function_words_are_not_looked_up(two_words, pos, n):
    assert len(find_known(["Glanz"], [pos], [])) == n


def test_the_words_of_the_target_have_no_weight_for_it(two_words, tag):
    """*Glanz* is the target of the first, *Lärm* of the second: the other word alone counts."""
    _, _, tokens = tag("Der Glanz und der Lärm verblassten.")
    assert measure_features(tokens, 4, 9)["weighed-"] == pytest.approx(0.6)
    assert measure_features(tokens, 18, 22)["weighed-"] == pytest.approx(-0.3)


def test_who_somebody_is_has_no_weight():
    """No people, party or country of our lists, and none of the words that `tone_left_out.txt` spells out."""
    lists = ("nationalities", "parties", "capitals")
    names = {line.split()[0].lower() for name in lists for line in read_lines(name)}
    spelled = {line.lower() for line in read_lines("tone_left_out") if not line.endswith("*")}
    stems = tuple(line[:-1] for line in read_lines("tone_left_out") if line.endswith("*"))
    words = read_word_weights()
    assert len(words) > 5000 and spelled and stems
    assert sorted(word for word in words if word in names | spelled or word.startswith(stems)) == []


def test_the_list_is_small():
    assert len((files("analysis") / "lexicons" / "tone_words.txt").read_bytes()) <= 400_000
