"""Where the numbers of tone and frames lie, on both sides of each, worked by hand."""

import math

import pandas as pd
import pytest

from analysis.checking.labelled_files import tag_texts
from analysis.checking.tone_evaluation import predict_tone
from analysis.framing.tone import measure_features, score_lexicon


def tokens(forms: list[str], *, sentences: list[int] | None = None) -> pd.DataFrame:
    """Give words of five characters' room each their offsets; all nouns."""
    n = len(forms)
    return pd.DataFrame({"form": forms, "lemma": forms, "pos": ["NN"] * n, "start": [10 * k for k in range(n)],
                         "end": [10 * k + 5 for k in range(n)], "sentence": sentences or [0] * n})  # fmt: skip


@pytest.mark.parametrize(
    ("forms", "polarity"),
    [
        (["nicht", "x", "x", "x", "Erfolg"], -1.0),  # four words before
        (["nicht", "x", "x", "x", "x", "Erfolg"], 1.0),
        (["Erfolg", "x", "nicht"], -1.0),  # two words behind
        (["Erfolg", "x", "x", "nicht"], 1.0),
    ],
)
def test_a_negation_turns_four_words_behind_it_and_two_before(forms, polarity):
    assert score_lexicon(forms, forms, ["NN"] * len(forms))[0] == polarity


@pytest.mark.parametrize(("between", "near"), [(2, 1), (3, 0)])
def test_three_words_on_either_side_of_a_target_are_near(between, near):
    features = measure_features(tokens(["Berg", *["x"] * between, "Erfolg"]), 0, 5)
    assert features["near+"] == pytest.approx(math.log1p(near))
    assert features["lexicon_near+"] == pytest.approx(math.log1p(near))


def test_a_word_four_words_away_counts_half():
    assert measure_features(tokens(["Berg", "x", "x", "x", "Erfolg"]), 0, 5)["+success"] == pytest.approx(math.log(1.5))


def test_a_word_in_another_sentence_counts_three_twentieths():
    features = measure_features(tokens(["Berg", ".", "Erfolg"], sentences=[0, 0, 1]), 0, 5)
    assert features["+success"] == pytest.approx(math.log(1.15))


@pytest.mark.parametrize(
    ("polarity", "side"), [(0.15, "positive"), (0.08, "neutral"), (-0.08, "neutral"), (-0.15, "negative")]
)
def test_a_polarity_within_a_tenth_of_zero_is_neutral(monkeypatch, polarity, side):
    monkeypatch.setattr("analysis.checking.tone_evaluation.score_lexicon", lambda *words: (polarity, []))
    row = {"text": "Es regnet.", "target_start": 0, "target_end": 2}
    assert predict_tone([row], tag_texts([row["text"]]))["textblob"] == [side]
