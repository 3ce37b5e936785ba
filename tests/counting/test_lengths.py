"""Lengths, voices and intervals."""

import pandas as pd
import pytest

from analysis.counting.lengths import measure_lengths, measure_voices, resample_rates


def test_lengths_by_hand(study):
    lengths = measure_lengths(study.groups(), study.paragraphs, study.sentences, study.tokens).set_index("article_id")
    assert lengths["n_paragraphs"].to_dict() == {"000": 12, "001": 13, "002": 7, "003": 20, "004": 13}
    assert lengths["n_sentences"].to_dict() == {"000": 36, "001": 49, "002": 32, "003": 54, "004": 31}
    assert (lengths["n_words"] < lengths["length_chars"]).all()


def test_shares_of_voices_add_up_to_one(study):
    voices = measure_voices(study.tokens, study.groups())
    shares = voices[[v for v in ("own", "direct", "indirect", "reported", "distanced") if v in voices]]
    assert shares.sum(axis=1).tolist() == pytest.approx([1] * 5)
    assert ((voices["low"] <= 1 - voices["own"]) & (1 - voices["own"] <= voices["high"])).all()


def test_interval_of_a_constant_is_that_constant():
    tokens = pd.DataFrame({"group": "x", "article_id": "a", "sentence": [0, 0, 1, 1]})
    row = resample_rates(tokens, pd.Series([True, False, True, False])).iloc[0]
    assert (row["n"], row["n_tokens"], row["share"], row["low"], row["high"]) == (2, 4, 0.5, 0.5, 0.5)


def test_interval_is_the_same_each_time_and_wider_with_fewer_sentences():
    tokens = pd.DataFrame({"group": "x", "article_id": "a", "sentence": range(40)})
    hits = pd.Series([n % 2 == 0 for n in range(40)])
    many, again = resample_rates(tokens, hits), resample_rates(tokens, hits)
    few = resample_rates(tokens.head(6), hits.head(6))
    assert many.equals(again)
    assert (few["high"] - few["low"]).iloc[0] > (many["high"] - many["low"]).iloc[0]
