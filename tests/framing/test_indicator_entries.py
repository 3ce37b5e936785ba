"""Entries of word lists: a star stands for any beginning, ending or middle, and for nothing."""

import pytest

from analysis.framing.frame_indicators import Indicators, compile_words, matches

CASES = [
    ("steuer*", ["steuer", "steuern", "Steuerreform"], ["besteuern", "steu"]),
    ("*steuer", ["Steuer", "Mehrwertsteuer"], ["steuern", "teuer"]),
    ("*steuer*", ["besteuern", "Steuern", "steuer"], ["teuer"]),
    ("ge*t", ["gesagt", "get"], ["sagt", "gesagte"]),
    ("a.b", ["a.b"], ["axb"]),
]


@pytest.mark.parametrize(("entry", "yes", "no"), CASES)
def test_a_star_stands_for_any_letters(entry, yes, no):
    indicator, many = compile_words([entry]), Indicators({"it": compile_words([entry])})
    for word in yes + no:
        assert matches(indicator, word, "-") == matches(indicator, "-", word) == (word in yes)
        assert bool(many.find([word.lower()], ["-"])["it"]) == (word in yes)
