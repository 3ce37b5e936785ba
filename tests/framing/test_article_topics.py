"""Topics: two vocabularies that never meet are two topics; too few articles are refused."""

import pandas as pd
import pytest

from analysis.framing.article_topics import FEWEST, find_article_topics

SPORT, COURT = ["Tor", "Ball", "Trainer"], ["Richter", "Urteil", "Klage"]


def make_tokens(n):
    """Every second article speaks of sport, the others of a court; a verb in each, which counts for nothing."""
    rows = [(f"{i:03}", lemma, "NN") for i in range(n) for lemma in (SPORT if i % 2 else COURT) + ["Tag"]]
    rows += [(f"{i:03}", "sagen", "VVFIN") for i in range(n)]
    return pd.DataFrame(rows, columns=["article_id", "lemma", "pos"])


def test_words_that_go_together_are_a_topic():
    topics = find_article_topics(make_tokens(40))
    assert len(topics) == 4, "40 articles, one topic for ten"
    common = topics[topics["n_articles"] > 0]
    assert common["n_articles"].sum() == 40 and common["share"].sum() == pytest.approx(1)
    first = {frozenset(words.split(", ")[:3]) for words in common["words"]}
    assert first == {frozenset(SPORT), frozenset(COURT)}, "Tag is in more than half of the articles, sagen is no noun"


def test_two_runs_give_the_same():
    pd.testing.assert_frame_equal(find_article_topics(make_tokens(30)), find_article_topics(make_tokens(30)))


def test_one_article_too_few_is_refused():
    assert FEWEST == 30
    with pytest.raises(ValueError, match="29 articles; topics need at least 30"):
        find_article_topics(make_tokens(29))
