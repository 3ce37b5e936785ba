"""Agreement and accuracy of frames, worked by hand; prediction files as agreed."""

import json

import numpy as np
import pandas as pd
import pytest

from analysis.checking.frame_evaluation import measure_frames
from analysis.checking.frames_against_gold import (
    compare_frames,
    compare_sponsors,
    gwet_ac1,
    measure_agreement,
    rate_trust,
)

PARAGRAPHS = pd.DataFrame({"article_id": ["a"] * 2 + ["b"] * 2, "paragraph": [0, 1, 0, 1]})


def coding(*places, sponsor="outlet"):
    rows = [(a, p, "event", "flood", sponsor, True, "paragraph") for a, p in places]
    columns = ["article_id", "paragraph", "kind", "frame", "sponsor", "is_present", "unit"]
    return pd.DataFrame(rows, columns=columns)


def test_ac1_by_hand():
    """3 of 4 equal; q = (2/4 + 1/4) / 2 = 3/8; e = 2 · 3/8 · 5/8 = 15/32; (24/32 - 15/32) / (17/32) = 9/17."""
    assert gwet_ac1(np.array([1, 1, 0, 0], bool), np.array([1, 0, 0, 0], bool)) == pytest.approx(9 / 17)


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
