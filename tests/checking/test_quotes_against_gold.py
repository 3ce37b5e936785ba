"""Agreement: every figure below was worked out by hand, as its comment or docstring shows."""

import numpy as np
import pandas as pd
import pytest

from analysis.actors.quote_speakers import resolve_speakers
from analysis.checking.quotes_against_gold import (
    code_voices,
    compare_quotes,
    compare_voices,
    pair_with_gold,
    voice_alpha,
)
from analysis.codebook import schema


def rows(*quotes, gold=True):
    names = ["type", "start", "end", "actor", "doubt", "pieces"]
    frame = pd.DataFrame([(*q, *[""] * (6 - len(q))) for q in quotes], columns=names)
    frame = frame.assign(article_id="a", quote=range(len(frame)), text="", cue="", speaker="")
    return frame if gold else frame.drop(columns=["doubt", "pieces"])


def found(*quotes):
    return rows(*quotes, gold=False)


GOLD = rows(
    ("Direct", 0, 10, "X"),
    ("Direct", 20, 30, "Y"),
    ("Indirect", 40, 60, "X", "yes"),
    ("Indirect", 70, 90, ""),
)
FOUND = found(
    ("Direct", 0, 10, "X"),  # the same: overlap 1
    ("Direct", 22, 32, "X"),  # 8 shared of 12: overlap 0.667, the wrong speaker
    ("Indirect", 40, 60, "X"),  # the same, in doubt
    ("Direct", 72, 90, ""),  # 18 shared of 20: overlap 0.9, the wrong type
    ("Indirect", 95, 99, "Z"),  # nothing there
)


def test_pairs_by_overlap():
    pairs = pair_with_gold(GOLD, FOUND)
    assert pairs[["gold", "found"]].values.tolist() == [[0, 0], [1, 1], [2, 2]]
    assert pairs["overlap"].round(3).tolist() == [1.0, 0.667, 1.0]
    assert pairs["is_same_actor"].tolist() == [True, False, True]


def test_pairs_of_any_type():
    pairs = pair_with_gold(GOLD, FOUND, same_type=False)
    assert sorted(pairs[["gold", "found"]].values.tolist()) == [[0, 0], [1, 1], [2, 2], [3, 3]]


def test_pairing_is_one_to_one():
    """Two halves of one quotation: one of them pairs (overlap 0.5), the other is left over."""
    pairs = pair_with_gold(rows(("Direct", 0, 10)), found(("Direct", 0, 5), ("Direct", 5, 10)))
    assert len(pairs) == 1
    assert pair_with_gold(rows(("Direct", 0, 10)), found(("Direct", 0, 4))).empty  # 0.4 is too little
    assert len(pair_with_gold(rows(("Direct", 0, 10)), found(("Direct", 0, 4)), at_least=0)) == 1


def test_interrupted_quotation_counts_its_parts_only():
    """Parts 0-10 and 30-40 have 20 characters; 0-40 found shares 20 of 40: 0.5."""
    gold = rows(("Direct", 0, 40, "", "", "0-10;30-40"))
    assert pair_with_gold(gold, found(("Direct", 0, 40)))["overlap"].tolist() == [0.5]


def figures(table, doubt, kind, *names):
    row = table[(table["doubt"] == doubt) & (table["type"] == kind)].iloc[0]
    return [row[name] for name in names]


def test_scores_by_hand():
    table = compare_quotes(GOLD, FOUND)
    counts = ["n_gold", "n_found", "n_paired", "n_speaker_right"]
    assert figures(table, "counted", "Direct", *counts) == [2, 3, 2, 1]
    assert figures(table, "counted", "Indirect", *counts) == [2, 2, 1, 1]
    assert figures(table, "counted", "all", *counts) == [4, 5, 3, 2]
    assert figures(table, "counted", "any", *counts) == [4, 5, 4, 3]
    # direct: recall 2/2, precision 2/3, F1 = 2·1·(2/3)/(5/3) = 0.8, speaker 1/2
    assert figures(table, "counted", "Direct", "recall", "f1", "speaker_accuracy") == [1.0, 0.8, 0.5]
    assert figures(table, "counted", "Direct", "precision")[0] == pytest.approx(2 / 3)
    # without the row in doubt: 3 of gold, 4 found, 2 paired
    assert figures(table, "left out", "all", *counts) == [3, 4, 2, 1]


def test_rates_without_cases_are_undefined():
    table = compare_quotes(GOLD, FOUND)
    assert np.isnan(figures(table, "counted", "Reported", "recall")[0])
    nothing = compare_quotes(GOLD.iloc[:0], FOUND.iloc[:0])
    assert nothing[["recall", "precision", "f1", "speaker_accuracy"]].isna().all(axis=None)


def test_alpha_by_hand():
    """Two coders, five tokens: o o o d d and o o o i d; one disagreement (d, i).

    Coincidences: n = 10 values: o 6, d 3, i 1. Observed: 2 of 10 (d-i and i-d). Expected: pairs of unlike values
    10² - 6² - 3² - 1² = 54 of 10 · 9 = 90. alpha = 1 - (2/10) / (54/90) = 1 - 1/3 = 0.667.
    """
    assert voice_alpha(pd.Series(list("ooodd")), pd.Series(list("oooid"))) == pytest.approx(2 / 3)


def test_alpha_is_one_for_the_same_and_undefined_for_one_value():
    assert voice_alpha(pd.Series(list("oodi")), pd.Series(list("oodi"))) == 1.0
    assert np.isnan(voice_alpha(pd.Series(list("ooo")), pd.Series(list("ooo"))))


TOKENS = pd.DataFrame({
    "article_id": "a", "token": range(6), "start": [0, 3, 9, 12, 20, 26], "end": [2, 8, 11, 19, 25, 27],
    "pos": ["PPER", "VVFIN", "PPER", "VVFIN", "ADJD", "$."], "voice": ["own", "own", "indirect", "own", "own", "own"],
})  # fmt: skip


def test_voices_of_the_hand_coding():
    """Indirect covers tokens 2 to 4, a direct word in it token 4; its doubt stays with token 4."""
    gold = rows(("Indirect", 9, 25, "X"), ("Direct", 20, 25, "X", "yes"))
    marks = pd.DataFrame({"article_id": ["a"], "start": [12], "end": [19], "kind": ["scare"]})
    coded = code_voices(TOKENS, gold, marks)
    assert coded["voice"].tolist() == ["own", "own", "indirect", "distanced", "direct", "own"]
    assert coded["is_doubtful"].tolist() == [False, False, False, False, True, False]


def test_speaker_and_cue_of_a_reported_sentence_are_the_outlets():
    """*Er warnt* is frame (tokens 0 and 1, 3 and 4 are what he warned of); its cue is found in the text."""
    row = rows(("Reported", 0, 25, "X")).assign(
        text="Er warnt er schweigt still", cue="warnt", speaker="Er", speaker_start=0, speaker_end=2
    )
    coded = code_voices(TOKENS, row, pd.DataFrame(columns=["article_id", "start", "end", "kind"]))
    assert coded["voice"].tolist() == ["own", "own", "reported", "reported", "reported", "own"]


def test_voices_compared_by_hand():
    """Five words (no mark); the hand: own own indirect indirect direct, the program: own own indirect own own: 3 agree."""
    gold = rows(("Indirect", 9, 25, "X"), ("Direct", 20, 25, "X", "yes"))
    table = compare_voices(TOKENS, gold, pd.DataFrame(columns=["article_id", "start", "end", "kind"]))
    every = table[(table["doubt"] == "counted") & (table["voice"] == "all")].iloc[0]
    assert (every["n_gold"], every["n_same"], every["agreement"]) == (5, 3, 0.6)
    indirect = table[(table["doubt"] == "counted") & (table["voice"] == "indirect")].iloc[0]
    assert (indirect["n_gold"], indirect["n_found"], indirect["n_same"]) == (2, 1, 1)
    kept = table[(table["doubt"] == "left out") & (table["voice"] == "all")].iloc[0]
    assert (kept["n_gold"], kept["n_same"]) == (4, 3)


def test_gold_agrees_with_itself(study):
    """The study's 167 rows against themselves: every figure is 1; 113 of them are not in doubt."""
    table = compare_quotes(study.gold_quotes, study.gold_quotes)
    rates = table[table["n_gold"] > 0][["recall", "precision", "f1", "speaker_accuracy"]]
    assert len(rates) == 12
    assert (rates == 1).all(axis=None)
    assert table[table["type"] == "all"]["n_gold"].tolist() == [167, 113]


def test_speakers_of_direct_quotations_in_the_study(study):
    """Nine in ten are wanted: of 46 coded by hand, at least nine in ten are found, nine in ten of those with the speaker."""
    table = compare_quotes(study.gold_quotes, study.quotes)
    recall, accuracy = figures(table, "counted", "Direct", "recall", "speaker_accuracy")
    assert recall >= 0.9
    assert accuracy >= 0.9


def test_speakers_by_the_coders_own_words(study):
    """The words that the coder noted, resolved by the program: two of 167 differ.

    „nach staatlichen Angaben“: the authorities for the coder; the program carries on the ministry named beside it.
    """
    columns = list(schema.TABLES["quotes"].columns)
    coded = study.gold_quotes.assign(
        actor="", act="", commitment="", evidence="", cue_start=pd.NA, cue_end=pd.NA, inside=pd.NA
    )
    resolved = resolve_speakers(
        study.articles, study.sentences, study.tokens, coded[columns], study.mentions, actors=study.actors
    )
    wrong = study.gold_quotes[resolved["actor"] != study.gold_quotes["actor"]]
    assert wrong[["article_id", "speaker", "doubt"]].values.tolist() == [
        ["000", "staatlichen Angaben", "yes"],
        ["003", "staatlichen Angaben", "yes"],
    ]
