"""TF-IDF on texts with known weights; phrases and separable verbs by hand."""

from math import log, sqrt

import numpy as np
import pandas as pd
import pytest

from analysis.counting.terms import CONTENT_WORDS
from analysis.counting.tfidf import (
    join_verbs,
    list_distinctive,
    make_phrases,
    measure_similarity,
    weigh_distinctive,
    weigh_terms,
)


def _tokens(column="lemma", **texts: str) -> pd.DataFrame:
    return pd.DataFrame([(group, word) for group, words in texts.items() for word in words.split()],
                        columns=["group", column])  # fmt: skip


def test_weights_by_hand():
    # N=2; "a" in both: idf = ln(3/3)+1 = 1; "b" in x only: idf = ln(3/2)+1; tf of a in x: 1+ln 2
    weights = weigh_terms(_tokens(x="a a b", y="a")).weights.toarray()
    raw = np.array([1 + log(2), log(3 / 2) + 1])
    assert weights[0].tolist() == pytest.approx((raw / sqrt((raw**2).sum())).tolist())
    assert weights[1].tolist() == [1, 0]


def test_a_word_of_all_groups_is_not_distinctive():
    """a in both: ln(2/2) = 0; b twice in x: (1 + ln 2) · ln 2; c once in x: ln 2; scaled to length 1."""
    weights = weigh_distinctive(_tokens("word", x="a b b c", y="a"))
    raw = np.array([0, (1 + log(2)) * log(2), log(2)])
    assert weights.weights.toarray()[0].tolist() == pytest.approx((raw / sqrt((raw**2).sum())).tolist())
    assert list_distinctive(weights, at_least=1)["word"].tolist() == ["b", "c"]


def test_similarity_by_hand():
    similar = measure_similarity(weigh_terms(_tokens(x="a b", y="a b", z="c")))
    assert similar.loc["x", "y"] == pytest.approx(1) and similar.loc["x", "z"] == 0
    assert (np.diag(similar) == pytest.approx(np.ones(3))) and (similar.to_numpy() == similar.to_numpy().T).all()


def test_distinctive_words_carry_their_counts():
    table = list_distinctive(weigh_distinctive(_tokens("word", x="b b b a", y="a c c", z="a b")))
    assert table[["group", "rank", "word", "n", "n_elsewhere", "n_groups"]].values.tolist() == [
        ["x", 1, "b", 3, 1, 2], ["y", 1, "c", 2, 0, 1],
    ]  # fmt: skip


def test_a_phrase_takes_the_place_of_its_words():
    rows = pd.DataFrame({"group": list("xxxxxxy"), "word": ["alte", "Stadt", "alte Stadt"] * 2 + ["Dorf"]})
    assert list_distinctive(weigh_distinctive(rows))["word"].tolist() == ["alte Stadt"]


def test_a_first_name_counts_in_its_names_only(tag):
    """Two men are called Alexander: the word alone is nobody's; *Paul* alone is a name."""
    _, _, tokens = tag("Alexander Weber kam. Alexander Huber ging. Nur Paul blieb.")
    words = set(make_phrases(tokens, CONTENT_WORDS)["word"])
    assert "Alexander" not in words and {"Alexander Weber", "Weber", "Huber", "Paul"} <= words


@pytest.mark.parametrize(
    ("text", "lemma", "particle"),
    [
        ("Die Polizei ging am Abend gegen sie vor.", "vorgehen", "vor"),
        ("Sie riefen alle zur Ruhe auf.", "aufrufen", "auf"),
        ("Er ging, weil es regnete.", "gehen", None),
    ],
)
def test_separable_verbs(tag, text, lemma, particle):
    _, _, tokens = tag(text)
    joined = join_verbs(tokens)
    assert lemma in set(joined["lemma"]) and particle not in set(joined["form"])


def test_phrases_keep_inside_marks_and_begin_and_end_with_content(tag):
    """Four content words; pairs: alte Stadt; of three: none, for the comma parts Stadt from Häuser."""
    _, _, tokens = tag("Die alte Stadt, hohe Häuser.")
    phrases = make_phrases(tokens, CONTENT_WORDS)
    assert phrases.loc[phrases["n_words"] > 1, "word"].tolist() == ["alte Stadt", "hohe Häuser"]
    assert (phrases["n_words"] == 1).sum() == 4


def test_nothing_to_weigh_is_said():
    with pytest.raises(ValueError, match="no tokens"):
        weigh_terms(_tokens())


def test_many_words_stay_sparse():
    """200 groups of 200 words of their own: 40,000 columns, of which each row fills 200."""
    rows = pd.DataFrame({"group": np.repeat(range(200), 200), "word": [f"w{n}" for n in range(40_000)]})
    weights = weigh_distinctive(rows)
    assert weights.weights.shape == (200, 40_000) and weights.weights.nnz == 40_000
