"""Keyness: measures against values worked by hand."""

from math import log, sqrt

import pandas as pd
import pytest

from analysis.counting.keyness import compare_groups, drop_names, log_likelihood, log_odds_z, log_ratio, score_words
from analysis.errors import StudyError


def test_log_likelihood_worked_by_hand():
    # a=10 of c=100, b=20 of d=400: E1 = 100*30/500 = 6, E2 = 400*30/500 = 24
    # G2 = 2*(10*ln(10/6) + 20*ln(20/24)) = 2*(5.108256 - 3.646431) = 2.923650
    assert log_likelihood(10, 100, 20, 400) == pytest.approx(2 * (10 * log(10 / 6) + 20 * log(20 / 24)))
    assert log_likelihood(10, 100, 20, 400) == pytest.approx(2.923650, abs=1e-5)


def test_log_likelihood_sign_and_zero():
    assert log_likelihood(20, 400, 10, 100) == pytest.approx(-2.923650, abs=1e-5)
    assert log_likelihood(5, 100, 10, 200) == pytest.approx(0)  # the same rate
    # a=0 of 100, b=10 of 100: E2 = 5, G2 = 2*10*ln 2 = 13.862944, rarer in the target
    assert log_likelihood(0, 100, 10, 100) == pytest.approx(-13.862944)


def test_z_worked_by_hand():
    # a=10 of 100, b=20 of 400, alpha=.5, 100 words: alpha0=50; delta = ln(10.5/139.5) - ln(20.5/429.5)
    delta = log(10.5 / 139.5) - log(20.5 / 429.5)
    z = log_odds_z(10, 100, 20, 400, vocabulary=100)
    assert z == pytest.approx(delta / sqrt(1 / 10.5 + 1 / 20.5)) and z == pytest.approx(1.2012, abs=1e-3)
    assert log_odds_z(20, 400, 10, 100, vocabulary=100) == pytest.approx(-z)
    assert log_odds_z(7, 70, 7, 70, vocabulary=50) == pytest.approx(0)


def test_log_ratio_by_hand():
    # 12 of 100 against 3 of 200: .12 / .015 = 8 = 2^3; none of 200 counts as half: .12 / .0025 = 48
    assert log_ratio(12, 100, 3, 200) == pytest.approx(3)
    assert log_ratio(12, 100, 0, 200) == pytest.approx(log(48) / log(2))


def test_counts_stand_beside_the_scores_and_rare_words_are_left_out():
    """x: a 3 of 4, b 1; rest: a 1 of 6, b 5. a stays ahead with 2 of 4 against 2 of 6."""
    n, rest = pd.Series({"a": 3, "b": 1}), pd.Series({"a": 1, "b": 5})
    table = score_words(n, rest, at_least=2)
    assert table["word"].tolist() == ["a"]
    assert table.loc[0, ["n", "n_reference", "per_1000"]].tolist() == [3, 1, 750]
    assert bool(table.loc[0, "is_robust"])
    assert not score_words(n, pd.Series({"a": 2, "b": 4}))["is_robust"].any()  # 2 of 4 is not more than 3 of 6


def test_each_group_against_the_rest_or_against_one():
    tokens = pd.DataFrame({"group": list("xxyyz"), "lemma": list("aabbc")})
    rest = compare_groups(tokens, at_least=2)
    assert rest[["group", "word", "n", "n_reference"]].values.tolist() == [["x", "a", 2, 0], ["y", "b", 2, 0]]
    one = compare_groups(tokens, reference="z", at_least=1)
    assert one["group"].unique().tolist() == ["x", "y"]


def test_one_group_has_nothing_to_be_compared_with():
    assert compare_groups(pd.DataFrame({"group": ["x"], "lemma": ["a"]})).empty


def test_unknown_reference_is_named():
    with pytest.raises(StudyError, match='no group "q"; there are x'):
        compare_groups(pd.DataFrame({"group": ["x"], "lemma": ["a"]}), reference="q")


def test_names_go_by_codebook_and_capital(tag):
    _, _, tokens = tag("Gestern warnte Blinken die Regierung. Da kam Duda. Der Blinken ging.")
    tokens.loc[tokens["form"] == "Blinken", ["pos", "lemma"]] = ["VVINF", "blinken"]
    left = drop_names(tokens[tokens["pos"].str.startswith(("N", "V"))], {"Duda"})
    assert "Regierung" in set(left["form"]) and not {"Blinken", "Duda"} & set(left["form"])
