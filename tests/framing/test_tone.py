"""Tone: scores by the lexicon worked by hand, and what both methods are known to miss."""

import math

import pytest

from analysis.checking.frames_against_gold import read_measured
from analysis.checking.tone_evaluation import measure_tone
from analysis.errors import StudyError
from analysis.framing.tone import POLARITIES, find_tone, judge, measure_features, score_text
from analysis.framing.tone_lexicon import score_lexicon


def test_a_noun_of_the_lexicon_is_found():
    polarity, words = score_text("Das ist ein Erfolg.")
    assert polarity == 1.0 and words == [("Erfolg", 1.0)]


def test_a_negation_turns_a_word():
    assert score_text("Das ist kein Erfolg.")[0] == -1.0


def test_no_word_of_the_lexicon_is_empty_not_zero():
    assert math.isnan(score_lexicon(["Der", "Tisch"], ["der", "Tisch"], ["ART", "NN"])[0])


@pytest.mark.xfail(strict=True, reason="the lexicon knows words, not who does what: the killing of peaceful people")
def test_a_killing_is_not_positive():
    assert score_text("Sie erschossen friedliche Demonstranten.")[0] <= 0


def test_the_targets_own_words_do_not_count_for_it(tag):
    _, _, tokens = tag("Der Erfolg kam.")
    features = measure_features(tokens, 4, 10)
    assert features["target+"] == pytest.approx(math.log(2)) and features["+success"] == 0


def test_a_judgement_is_one_of_three(tag):
    _, _, tokens = tag("Der brutale Mörder wurde verurteilt.")
    assert judge(measure_features(tokens, 0, 3)) in POLARITIES


def test_an_actor_has_a_tone_and_a_sentence_without_one_has_a_row(tag):
    import pandas as pd

    _, sentences, tokens = tag("Duda half vielen. Es regnet.")
    named = {
        "article_id": "a",
        "mention": 0,
        "actor": "Andrzej Duda",
        "start": 0,
        "end": 4,
        "form": "Duda",
        "label": "",
    }
    tone = find_tone(tokens, sentences, pd.DataFrame([named]))
    assert tone["target"].tolist() == ["Andrzej Duda", ""] and tone.loc[1, "tone"] == ""


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"id": "1", "text": "Gut.", "polarity": "positiv"}', 'unknown label "positiv"; did you mean "positive"?'),
        ('{"id": "1", "text": "Gut."}', '"polarity" is missing'),
        ('{"id": "1", "text": "Gut.", "polarity": "neutral"}', '"target_start" is missing'),
        ("{", "not JSON"),
    ],
)
def test_a_bad_line_is_named(tmp_path, line, message):
    path = tmp_path / "coded.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(StudyError) as error:
        measure_tone(path, None)
    assert message in str(error.value) and "line 1" in str(error.value)


def test_blank_lines_are_counted_when_a_bad_line_is_named(tmp_path):
    """The third line is the bad one; the second is blank."""
    good = '{"id": "1", "text": "Gut.", "polarity": "neutral", "target_start": 0, "target_end": 1}'
    path = tmp_path / "coded.jsonl"
    path.write_text(f"{good}\n\n{good.replace('0,', 'true,')}\n", encoding="utf-8")
    with pytest.raises(StudyError) as error:
        measure_tone(path, None)
    assert '"target_start" is missing or no whole number' in str(error.value) and "line 3" in str(error.value)


def test_figures_on_what_the_model_was_fitted_to_are_called_too_high(tmp_path):
    path = tmp_path / "coded.jsonl"
    row = '{"id": "1", "text": "Es regnet.", "polarity": "neutral", "target_start": 0, "target_end": 2}'
    path.write_text(row + "\n", encoding="utf-8")
    said = []
    measure_tone(path, None, echo=said.append)
    folds = read_measured()["tone"].set_index("method").loc["model"]
    assert "training part of GerNTSA: on its sentences the figures above are too high" in said[-1]
    assert f"accuracy {folds.accuracy:.3f}, macro F1 {folds.macro_f1:.3f}" in said[-1]
