"""Agreement and accuracy of frames, worked by hand; prediction files as agreed."""

import json

import numpy as np
import pandas as pd
import pytest

from analysis.checking.frame_evaluation import measure_frames
from analysis.checking.frame_versions import code_frames, list_frames
from analysis.checking.frames_against_gold import (
    binary_ac1,
    choose_marked_frames,
    compare_frames,
    measure_agreement,
    rate_trust,
)
from analysis.checking.sponsors_against_gold import compare_sponsors, compare_targets

PARAGRAPHS = pd.DataFrame({"article_id": ["a"] * 2 + ["b"] * 2, "paragraph": [0, 1, 0, 1]})


def coding(*places, sponsor="outlet"):
    rows = [(a, p, "event", "flood", sponsor, True, "paragraph") for a, p in places]
    columns = ["article_id", "paragraph", "kind", "frame", "sponsor", "is_present", "unit"]
    return pd.DataFrame(rows, columns=columns)


def test_ac1_by_hand():
    """3 of 4 equal; q = (2/4 + 1/4) / 2 = 3/8; e = 2 · 3/8 · 5/8 = 15/32; (24/32 - 15/32) / (17/32) = 9/17."""
    assert binary_ac1(np.array([1, 1, 0, 0], bool), np.array([1, 0, 0, 0], bool)) == pytest.approx(9 / 17)


def test_agreement_counts_paragraphs():
    table = measure_agreement(coding(("a", 0), ("b", 1)), coding(("a", 0)), PARAGRAPHS)
    assert table[["n_one", "n_other", "prevalence"]].to_numpy().tolist() == [[2, 1, 0.375]]
    assert table.loc[0, "f1"] == pytest.approx(2 / 3) and table.loc[0, "f1_low"] <= 2 / 3 <= table.loc[0, "f1_high"]


def test_f1_and_one_article_left_out():
    """Right 1, found 2, coded 2: F1 1/2; without a: 0 of 1 and 1; without b: 1 of 1 and 1."""
    accuracy = compare_frames(coding(("a", 0), ("b", 0)), coding(("a", 0), ("b", 1)), PARAGRAPHS)
    row = accuracy[accuracy["frame"] == "flood"].iloc[0]
    assert (row["f1"], row["f1_least"], row["f1_most"]) == (0.5, 0.0, 1.0)


def test_a_sponsor_counts_only_where_the_frame_is_right():
    gold, found = coding(("a", 0), ("b", 0)), coding(("a", 0), ("b", 1), sponsor="Anna Berg")
    table = compare_sponsors(gold, found)
    assert table[["n", "n_right", "n_paragraphs"]].to_numpy().tolist() == [[1, 0, 1]]


@pytest.mark.parametrize(("f1", "coders", "marked"), [(0.59, 0.6, True), (0.7, 0.91, True), (0.7, 0.89, False)])
def test_a_frame_is_marked_below_six_tenths_or_far_below_the_coders(f1, coders, marked):
    one = pd.DataFrame({"kind": ["event"], "frame": ["flood"], "f1": [f1]})
    assert rate_trust(one, one.assign(f1=coders))["is_marked"].tolist() == [marked]


def test_predictions_are_lines_of_id_and_frames(tmp_path):
    coded = tmp_path / "coded.jsonl"
    row = {"id": "7", "text": "Soldaten griffen die Stadt mit Panzern an.", "frames": ["Security_and_defense"]}
    coded.write_text(json.dumps(row) + "\n", encoding="utf-8")
    lines: list[str] = []
    measure_frames(coded, tmp_path / "out.jsonl", echo=lines.append)
    written = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert set(written) == {"id", "frames"} and written["id"] == "7"
    assert any(line.startswith("baseline, all frames always") for line in lines)


def test_the_coding_of_the_study_agrees_with_its_readings(study):
    """What both readings say of frame and paragraph is in the settled coding: nothing agreed was lost."""
    one, other = (set(zip(c["article_id"], c["paragraph"], c["frame"], strict=True)) for c in study.frame_codings)
    gold = study.gold_frames
    assert one & other <= set(zip(gold["article_id"], gold["paragraph"], gold["frame"], strict=True))
    assert set(zip(gold["article_id"], gold["paragraph"], gold["frame"], strict=True)) <= one | other


def test_a_target_is_right_if_a_word_begins_alike():
    """Named by both in a 0 and b 0: Demonstranten ~ die Demonstrierenden right, Huber ~ Maier wrong; a 1 missed."""
    gold = coding(("a", 0), ("b", 0), ("a", 1)).assign(
        kind="element", frame="cause", target=["Demonstranten", "Huber", "Stadtrat"]
    )
    found = gold.assign(target=["die Demonstrierenden", "Maier", ""])
    table = compare_targets(gold, found).set_index("frame")
    assert table.loc["cause", ["n", "n_right", "n_missed", "n_added"]].tolist() == [2, 1, 1, 0]
    assert table.loc["all", "accuracy"] == 0.5
    assert compare_targets(gold.iloc[:0], found.iloc[:0]).empty


def test_frames_of_a_claim_begin_at_their_first_word_and_say_whose_they_are():
    """The second sponsor is nobody's outlet; what is not present, and what an article has, is left out."""
    found = coding(("a", 0), ("a", 1), ("b", 0)).assign(
        sponsor=["outlet", "Huber", "outlet"], evidence=["12-20;33-40", "50-55", "1-2"], target="",
        is_present=[True, True, False],
    )  # fmt: skip
    rows = list_frames(found)
    assert rows[["start", "end", "whose"]].values.tolist() == [[12, 20, "outlet"], [50, 55, "others"]]
    places = PARAGRAPHS.assign(start=[0, 40, 0, 9], end=[39, 60, 8, 20])
    coded = code_frames(found.drop(columns=["is_present"]), places)
    assert coded["start"].tolist() == [0, 40, 0] and list(coded.columns) == list(rows.columns)


def test_every_frame_is_marked_where_nobody_coded():
    found = coding(("a", 0))
    assert choose_marked_frames(found.iloc[:0], [], found, PARAGRAPHS) == ("flood",)
    assert choose_marked_frames(found, [found, found], found, PARAGRAPHS) == ()
