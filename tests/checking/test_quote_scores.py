"""The published figures: small predictions and annotations whose scores were worked out on paper."""

import gzip
import json

import pytest

from analysis.checking.json_lines import write_objects
from analysis.checking.quote_scores import (
    Score,
    lay_onto_tokens,
    pair_quotes,
    read_annotated,
    score_quotes,
    score_rules,
)
from analysis.errors import StudyError


def _quote(kind="Direct", quote=(), **roles):
    empty = {"speaker": [], "cue": [], "frame": [], "addressee": []}
    return {"type": kind, "quote": list(quote)} | empty | {name: list(ids) for name, ids in roles.items()}


def _score(*articles):
    return score_quotes(articles).set_index("measure")


def test_a_perfect_prediction_scores_one_hundred():
    quote = _quote(quote=[1, 2, 3], speaker=[4], cue=[5], frame=[4, 5])
    table = _score(([quote], [quote]))
    for measure in ("message", "roles", "joint", "form", "quote", "speaker", "cue", "frame", "Direct"):
        assert table.loc[measure, ["precision", "recall", "f1"]].tolist() == [100, 100, 100]


def test_message_is_the_mean_over_groups_not_over_tokens():
    """Group 1: 1 of 2 predicted tokens right, 1 of 1 found. Group 2: 4 of 4. P = (50 + 100) / 2, R = 100."""
    predicted = [_quote(quote=[1, 2]), _quote(quote=[10, 11, 12, 13])]
    annotated = [_quote(quote=[1]), _quote(quote=[10, 11, 12, 13])]
    row = _score((predicted, annotated)).loc["message"]
    assert row["precision"] == 75 and row["recall"] == 100
    assert row["f1"] == pytest.approx(2 * 75 * 100 / 175)


def test_what_is_left_over_counts_against_precision_and_recall():
    """One pair is right; one prediction and two annotations are alone: P = 1/2, R = 1/3; form the same."""
    predicted = [_quote(quote=[1]), _quote(quote=[50])]
    annotated = [_quote(quote=[1]), _quote(quote=[20]), _quote(quote=[30])]
    table = _score((predicted, annotated))
    for measure in ("message", "form"):
        assert table.loc[measure, "precision"] == 50
        assert table.loc[measure, "recall"] == pytest.approx(100 / 3)


def test_roles_pool_speaker_cue_frame_and_addressee_of_a_group():
    """Predicted 4 role tokens, 3 right; annotated 5, 3 found: P = 3/4, R = 3/5. A token in two roles counts twice."""
    predicted = [_quote(quote=[1], speaker=[2], cue=[3], frame=[2, 9])]
    annotated = [_quote(quote=[1], speaker=[2], cue=[3], frame=[2, 3], addressee=[7])]
    table = _score((predicted, annotated))
    assert table.loc["roles", "precision"] == 75 and table.loc["roles", "recall"] == 60
    assert table.loc["joint", "precision"] == 80 and table.loc["joint", "recall"] == pytest.approx(100 * 4 / 6)


def test_a_group_without_roles_does_not_count_for_roles():
    """The second pair has no role on either side: only the first group is averaged."""
    predicted = [_quote(quote=[1], speaker=[2]), _quote(quote=[10])]
    table = _score((predicted, predicted))
    assert table.loc["roles", "n"] == 1 and table.loc["roles", "precision"] == 100


def test_form_needs_the_right_type():
    """Two pairs, one of the right type: 1 of 2 predicted, 1 of 2 annotated; each type by itself."""
    predicted = [_quote("Direct", [1]), _quote("Indirect", [5])]
    annotated = [_quote("Direct", [1]), _quote("Reported", [5])]
    table = _score((predicted, annotated))
    assert table.loc["form", ["precision", "recall"]].tolist() == [50, 50]
    assert table.loc["Direct", "f1"] == 100
    assert table.loc["Indirect", "precision"] == 0 and table.loc["Reported", "recall"] == 0


def test_micro_figures_count_tokens():
    """Quote tokens: 3 predicted, 2 of them right, 4 annotated."""
    table = _score(([_quote(quote=[1, 2, 3])], [_quote(quote=[2, 3, 4, 5])]))
    assert table.loc["quote", "precision"] == pytest.approx(200 / 3) and table.loc["quote", "recall"] == 50


def test_pairing_maximises_the_sum_not_the_first_fit():
    """a-x has F1 0.8 and a-y 0.67, b-x 0.67: pairing a with y and b with x sums to more than a with x alone."""
    a, b = _quote(quote=[1, 2, 3]), _quote(quote=[1])
    x, y = _quote(quote=[1, 2]), _quote(quote=[2, 3, 4])
    assert pair_quotes([a, b], [x, y]) == [(a, y), (b, x)]


def test_no_pair_without_a_shared_token():
    a, x = _quote(quote=[1]), _quote(quote=[2])
    assert pair_quotes([a], [x]) == [(a, None), (None, x)]


def test_nothing_predicted_is_undefined_precision_and_no_recall():
    row = _score(([], [_quote(quote=[1])])).loc["message"]
    assert row.isna()["precision"] and row["recall"] == 0


def test_harmonic_mean():
    assert Score(0, 0).f1 == 0 and Score(100, 50).f1 == pytest.approx(200 / 3)


@pytest.mark.parametrize(
    ("span", "found"), [((0, 3), [0]), ((2, 5), [0, 1]), ((3, 4), []), ((4, 4), []), ((0, 99), [0, 1, 2])]
)
def test_a_token_belongs_to_a_span_when_they_overlap(span, found):
    assert lay_onto_tokens([span], [[0, 3], [4, 8], [8, 9]]) == found


ARTICLE = {"name": "n", "text": "Er sagte: „Ja.“", "tokens": [[0, 2], [3, 8], [8, 9], [10, 11], [11, 13], [13, 14], [14, 15]],
           "sentences": [[0, 7]], "quotes": [_quote(quote=[3, 4, 5, 6], speaker=[0], cue=[1], frame=[0, 1, 2])]}  # fmt: skip


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_written_files_are_read_again(tmp_path, name):
    write_objects(tmp_path / name, [ARTICLE])
    assert list(read_annotated(tmp_path / name)) == [ARTICLE]
    first = (tmp_path / name).read_bytes()
    write_objects(tmp_path / name, [ARTICLE])
    assert (tmp_path / name).read_bytes() == first


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "line 2: not JSON"),
        ("[1]", "line 2: not a JSON object"),
        ('{"name": "a"}', 'line 2: "text" is missing'),
        ('{"name": "a", "text": "t", "tokens": 1, "sentences": [], "quotes": []}', "line 2: text must be a string"),
        ('{"name": "a", "text": "t", "tokens": [], "sentences": [], "quotes": [{}]}', 'line 2: a quote needs a "type"'),
    ],
)
def test_a_malformed_line_is_named(tmp_path, line, words):
    path = tmp_path / "bad.jsonl"
    path.write_text(json.dumps(ARTICLE) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(StudyError, match=words):
        list(read_annotated(path))


def test_a_file_that_is_no_gzip_is_said_to_be_unreadable(tmp_path):
    path = tmp_path / "bad.jsonl.gz"
    path.write_bytes(b"no gzip")
    with pytest.raises(StudyError, match="cannot be read"):
        list(read_annotated(path))


def test_the_command_prints_the_figures_and_writes_predictions(tmp_path):
    from typer.testing import CliRunner

    from analysis.cli import app

    source, out = tmp_path / "a.jsonl", tmp_path / "p.jsonl.gz"
    write_objects(source, [ARTICLE])
    result = CliRunner().invoke(app, ["evaluate", "quotes", str(source), "--out", str(out)])
    assert result.exit_code == 0 and "message" in result.output and "100.00" in result.output
    written = json.loads(gzip.decompress(out.read_bytes()))
    assert written["name"] == "n" and written["quotes"][0]["quote"] == [3, 4, 5, 6]
    assert written["quotes"][0]["speaker"] == [0] and written["quotes"][0]["cue"] == [1]


def test_each_rule_is_scored_by_itself():
    """Rule a fires twice, once rightly: 50; its overlaps are 1 and 0. One of two annotated quotations is found: 50."""
    predicted = [_quote(quote=[1, 2]) | {"rule": "a"}, _quote(quote=[9]) | {"rule": "a"}]
    annotated = [_quote(quote=[1, 2]), _quote(quote=[20])]
    table = score_rules([(predicted, annotated)])
    assert table.values.tolist() == [["a", 2, 50.0, 50.0, 50.0]]


def test_no_findings_give_no_rules():
    assert score_rules([([], [_quote(quote=[1])])]).empty
