"""Reliability: alpha and AC1 from cross-tables by hand; the two codings of the study; words placed as whole words."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from analysis.checking.coded_quotes import read_codings
from analysis.checking.intercoder_agreement import compare_codings, gwet_ac1, krippendorff_alpha
from analysis.checking.row_pairing import assign, pair_rows
from analysis.checking.word_offsets import place_words
from analysis.errors import StudyError

COLUMNS = "article_id,paragraph,type,words,speaker,cue,actor,act,commitment,doubt,note"


@pytest.fixture(scope="module")
def codings(study):
    return read_codings(study.data / "gold" / "codings", study.articles, study.paragraphs)


def test_alpha_and_ac1_part_where_one_value_is_rare():
    """18 of 20 units are x for both, one each is x/y and y/x: 90 % agree.

    alpha: 40 values, x 38, y 2; observed 4/40 = .1, expected 1 - (38·37 + 2·1)/(40·39) = .0974; alpha = -0.026.
    AC1: π = .95, chance = 2 · .95 · .05 = .095; (.9 - .095) / .905 = .890.
    """
    table = np.array([[18, 1], [1, 0]])
    assert krippendorff_alpha(table) == pytest.approx(-0.0263, abs=1e-3)
    assert gwet_ac1(table) == pytest.approx(0.8895, abs=1e-3)


def test_one_value_only_is_undefined():
    assert np.isnan(krippendorff_alpha(np.array([[5, 0], [0, 0]]))) and np.isnan(gwet_ac1(np.array([[5.0]])))


def test_the_best_sum_goes_before_the_best_pair():
    assert assign(np.array([[0.9, 0.8], [0.8, 0.0]])) == [(0, 1), (1, 0)]
    assert assign(np.zeros((2, 0))) == [] and assign(np.zeros((1, 1))) == []


def test_rows_of_one_extent_are_paired_by_what_they_have_in_common():
    one = pd.DataFrame({"article_id": "a", "start": 0, "end": 9, "type": ["Indirect", "Reported"]})
    pairs = pair_rows(one, one[::-1].reset_index(drop=True), at_least=0.5, prefer=("type",))
    assert pairs[["one", "other"]].values.tolist() == [[0, 1], [1, 0]]


def test_words_are_placed_whole():
    assert place_words("Aber der Mann sagte, er gehe.", "er", near=5) == [(21, 23)]


def test_the_same_words_again_are_their_next_occurrence(tmp_path):
    (tmp_path / "quotes_x.csv").write_text(f"{COLUMNS}\n" + "a,0,Direct,„Ja“,,,,say,acknowledge,no,\n" * 2, "utf-8")
    articles = pd.DataFrame({"article_id": ["a"], "text": ["„Ja“ und „Ja“"]})
    paragraphs = pd.DataFrame({"article_id": ["a"], "paragraph": [0], "start": [0], "end": [13]})
    assert read_codings(tmp_path, articles, paragraphs)["x"]["start"].tolist() == [0, 9]
    articles["text"] = "„Ja“ und Nein"
    with pytest.raises(StudyError, match="line 3"):
        read_codings(tmp_path, articles, paragraphs)


def test_two_codings_of_the_study(study, codings):
    """168 rows each; 167 pairs, and one row that only either has; 12 rows differ, nine of them in the act alone."""
    assert {name: len(rows) for name, rows in codings.items()} == {"b": 168, "c": 168}
    table = compare_codings(codings["b"], codings["c"], study.tokens, study.paragraphs, at_least=0.5)
    table = table.set_index("measure")
    assert table["n"].to_dict() == {"voice": 2959, "type": 169, "speaker": 167, "act": 167, "commitment": 167}
    assert table.loc["type", "agreement"] == pytest.approx(167 / 169)
    assert table.loc["act", "agreement"] == pytest.approx(158 / 167)
    assert ((table["alpha_low"] <= table["alpha"]) & (table["alpha"] <= table["alpha_high"])).all()


def test_the_adjudicated_rows_are_those_of_the_two_codings(study, codings):
    """Every row of quotes.csv stands in both codings; the two that only one has were decided against."""
    gold = {(r.article_id, r.start, r.end, r.type) for r in study.gold_quotes.itertuples()}
    for rows in codings.values():
        assert gold <= {(r.article_id, r.start, r.end, r.type) for r in rows.itertuples()}


def test_all_codings_are_kept(root: Path):
    kept = {path.name for path in (root / "data/gold/codings").glob("*.csv")}
    assert {"quotes_a.csv", "quotes_b.csv", "quotes_c.csv", "marks_a.csv", "marks_b.csv", "marks_c.csv"} <= kept
