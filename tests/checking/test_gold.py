"""Gold: every offset of the hand coding gives its text; wrong files are named with line and remedy."""

import pandas as pd
import pytest

from analysis.checking.gold import read_gold
from analysis.errors import StudyError


def test_every_quotation_lies_where_its_offsets_say(study):
    """167 rows: 26, 33, 23, 47 and 38 of articles 000 to 004."""
    texts = dict(zip(study.articles["article_id"], study.articles["text"], strict=True))
    rows = study.gold_quotes
    assert rows["article_id"].value_counts(sort=False).to_dict() == {
        "000": 26,
        "001": 33,
        "002": 23,
        "003": 47,
        "004": 38,
    }
    for row in rows.itertuples():
        text = texts[row.article_id]
        assert text[row.start : row.end] == row.text
        assert not row.speaker or text[row.speaker_start : row.speaker_end] == row.speaker
        parts = [tuple(map(int, part.split("-"))) for part in row.pieces.split(";") if part]
        assert all(row.start <= a < b <= row.end for a, b in parts)
        assert not parts or (parts[0][0] == row.start and parts[-1][1] == row.end)


def test_rows_run_by_first_character(study):
    starts = study.gold_quotes.groupby("article_id")["start"]
    assert starts.apply(lambda s: s.is_monotonic_increasing).all()


def test_every_direct_quotation_begins_or_ends_with_a_mark(study):
    """45 have both; in one the opening mark is missing as printed (004)."""
    direct = study.gold_quotes.query("type == 'Direct'")["text"]
    marked = direct.str[0].isin(list('„“”"')).astype(int) + direct.str[-1].isin(list('„“”"')).astype(int)
    assert marked.value_counts().to_dict() == {2: 45, 1: 1}


def test_every_actor_of_the_gold_is_in_the_codebook(study):
    known = {actor.name for actor in study.actors.actors}
    assert set(study.gold_quotes["actor"]) - {""} <= known


def test_marks_that_are_no_quotations(study):
    """3 names, 2 scare quotes, 7 stretches held at a distance, two of them in two parts."""
    assert study.gold_marks["kind"].value_counts().to_dict() == {"name": 3, "distanced": 7, "scare": 2}


ARTICLES = pd.DataFrame({"article_id": ["a"], "text": ["Er friert."]})
HEADER = "article_id,start,end,text,kind,note\n"


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("a,0,3,Er,scare,", 'line 2: the offsets 0 to 3 do not give "Er"'),
        ("b,0,2,Er,scare,", 'line 2: the study has no article "b"'),
        ("a,0,zwei,Er,scare,", 'line 2: end is "zwei"; write a whole number'),
    ],
)
def test_wrong_rows_are_named(tmp_path, rows, message):
    path = tmp_path / "marks.csv"
    path.write_text(HEADER + rows, encoding="utf-8")
    with pytest.raises(StudyError, match=message):
        read_gold("gold_marks", path, ARTICLES)


def test_missing_column_is_named(tmp_path):
    path = tmp_path / "marks.csv"
    path.write_text("article_id,start\n", encoding="utf-8")
    with pytest.raises(StudyError, match='line 1: column "end" is missing'):
        read_gold("gold_marks", path, ARTICLES)


def test_a_study_without_gold_has_an_empty_table(tmp_path):
    assert read_gold("gold_quotes", tmp_path / "quotes.csv", ARTICLES).empty
