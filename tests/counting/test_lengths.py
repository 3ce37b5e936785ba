"""Lengths and voices."""

import pytest

from analysis.counting.lengths import measure_lengths, measure_voices


def test_lengths_by_hand(study):
    lengths = measure_lengths(study.groups(), study.paragraphs, study.sentences, study.tokens).set_index("article_id")
    assert lengths["n_paragraphs"].to_dict() == {"000": 12, "001": 13, "002": 7, "003": 20, "004": 13}
    assert lengths["n_sentences"].to_dict() == {"000": 36, "001": 49, "002": 32, "003": 54, "004": 31}
    assert (lengths["n_words"] < lengths["length_chars"]).all()


def test_shares_of_voices_add_up_to_one(study):
    voices = measure_voices(study.tokens, study.groups())
    shares = voices[[v for v in ("own", "direct", "indirect", "reported", "distanced") if v in voices]]
    assert shares.sum(axis=1).tolist() == pytest.approx([1] * 5)
    assert voices["n_words"].sum() == 2959
