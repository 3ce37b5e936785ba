"""Keyness: both measures against values worked by hand."""

from math import log, sqrt

import pandas as pd
import pytest

from analysis.counting.keyness import compare_groups, log_likelihood, log_odds, measure_keyness


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


def test_log_odds_worked_by_hand():
    # a=10 of 100, b=20 of 400, alpha=30 of alpha0=500:
    # delta = ln(40/560) - ln(50/850) = -2.639057 + 2.833213 = 0.194156; var = 1/40 + 1/50 = 0.045
    delta = log(40 / (100 + 500 - 40)) - log(50 / (400 + 500 - 50))
    assert log_odds(10, 100, 20, 400, prior=[30], strength=500)[0] == pytest.approx(delta / sqrt(0.045))
    assert log_odds(10, 100, 20, 400, prior=[30], strength=500)[0] == pytest.approx(0.915260, abs=1e-5)


def test_log_odds_is_antisymmetric_and_zero_for_equals():
    there = log_odds(10, 100, 20, 400, prior=[30], strength=500)[0]
    back = log_odds(20, 400, 10, 100, prior=[30], strength=500)[0]
    assert there == pytest.approx(-back)
    assert log_odds(7, 70, 7, 70, prior=[5], strength=50)[0] == pytest.approx(0)


def test_a_stronger_prior_draws_towards_zero():
    weak, strong = (
        log_odds(10, 100, 2, 100, prior=[share * s for share in (0.06,)], strength=s)[0] for s in (50, 5000)
    )
    assert weak > strong > 0


def test_raw_counts_stand_beside_the_scores():
    key = measure_keyness(pd.Series(list("aaab")), pd.Series(list("abbbbb"))).set_index("word")
    assert key.loc["a", ["n", "n_reference"]].tolist() == [3, 1]
    assert key.loc["a", "per_1000_tokens"] == 750
    assert key.loc["b", "per_1000_reference"] == pytest.approx(1000 * 5 / 6)
    assert key.loc["a", "log_odds"] > 0 > key.loc["b", "log_odds"]


def test_each_group_against_the_rest_or_against_one():
    tokens = pd.DataFrame({"group": list("xxyyz"), "lemma": list("aabbc")})
    rest = compare_groups(tokens)
    assert rest.loc[(rest["group"] == "x") & (rest["word"] == "a"), ["n", "n_reference"]].values.tolist() == [[2, 0]]
    one = compare_groups(tokens, reference="z")
    assert one["group"].unique().tolist() == ["x", "y"]
    assert set(one["word"]) == {"a", "b", "c"} and one.loc[one["group"] == "x", "n_reference"].sum() == 1


def test_unknown_reference_is_named():
    with pytest.raises(KeyError, match="no group 'q'; there are x"):
        compare_groups(pd.DataFrame({"group": ["x"], "lemma": ["a"]}), reference="q")
