"""TF-IDF on texts with known weights."""

from math import log, sqrt

import numpy as np
import pandas as pd
import pytest

from analysis.counting.tfidf import list_distinctive, map_texts, measure_similarity, weigh_terms


def _tokens(**texts: str) -> pd.DataFrame:
    return pd.DataFrame([(group, word) for group, words in texts.items() for word in words.split()],
                        columns=["group", "lemma"])  # fmt: skip


def test_weights_by_hand():
    # N=2; "a" in both: idf = ln(3/3)+1 = 1; "b" in x only: idf = ln(3/2)+1; tf of a in x: 1+ln 2
    weights = weigh_terms(_tokens(x="a a b", y="a")).table
    raw = np.array([1 + log(2), log(3 / 2) + 1])
    assert weights.loc["x"].tolist() == pytest.approx((raw / sqrt((raw**2).sum())).tolist())
    assert weights.loc["y"].tolist() == [1, 0]


def test_similarity_by_hand():
    similar = measure_similarity(weigh_terms(_tokens(x="a b", y="a b", z="c")))
    assert similar.loc["x", "y"] == pytest.approx(1) and similar.loc["x", "z"] == 0
    assert (np.diag(similar) == pytest.approx(np.ones(3))) and (similar.to_numpy() == similar.to_numpy().T).all()


def test_distinctive_words_carry_their_counts():
    table = list_distinctive(weigh_terms(_tokens(x="a a b", y="a c")), top=1)
    assert table[["group", "rank", "word", "n", "n_elsewhere", "n_groups"]].values.tolist() == [
        ["x", 1, "a", 2, 1, 2], ["y", 1, "c", 1, 0, 1],
    ]  # fmt: skip


def test_map_keeps_equal_texts_together_and_says_what_it_keeps():
    points = map_texts(weigh_terms(_tokens(w="a b", x="a b", y="c d", z="e f"))).set_index("group")
    assert points.loc["w", ["x", "y"]].tolist() == pytest.approx(points.loc["x", ["x", "y"]].tolist())
    assert points["share_x"].iloc[0] + points["share_y"].iloc[0] == pytest.approx(1)  # three places fit on a plane


def test_two_texts_have_no_map():
    assert map_texts(weigh_terms(_tokens(x="a", y="b")))["x"].isna().all()


def test_nothing_to_weigh_is_said():
    with pytest.raises(ValueError, match="no tokens"):
        weigh_terms(_tokens())
