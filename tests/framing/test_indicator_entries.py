"""Entries of word lists: a star stands for any beginning, ending or middle, and for nothing."""

import pytest

from analysis.framing.frame_indicators import Indicators, compile_words, find_hits, matches

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
        assert bool(many.find([word.lower()], ["-"])) == (word in yes)


def test_many_indicators_find_what_each_finds_alone():
    """Two of three are there: *Krise* twice, *in Not* once and not *Not* again."""
    lists = {"crisis": ["kris*", "*krise"], "need": ["not", "in not"], "law": ["gesetz", "recht*", "in kraft"]}
    made = {name: compile_words(words) for name, words in lists.items()}
    forms = "in der regierungskrise und der krise ist er in not".split()
    found = Indicators(made).find(forms, forms)
    assert found == {"crisis": [(2, 3), (5, 6)], "need": [(8, 10)]}
    assert all(found.get(name, []) == find_hits(indicator, forms, forms) for name, indicator in made.items())
