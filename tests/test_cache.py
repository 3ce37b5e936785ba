"""The cache: the same tables as without it, new ones when anything changes, and no harm when it is broken."""

import pandas as pd

from analysis import open_study
from analysis.cache import keep


def test_tables_are_the_same_with_and_without(broken_study):
    first = open_study(broken_study).tokens
    assert list((broken_study / ".cache").glob("tagged.*.parquet"))
    pd.testing.assert_frame_equal(open_study(broken_study).tokens, first)


def test_a_changed_article_is_tagged_anew_and_the_old_table_goes(broken_study):
    open_study(broken_study).tokens  # noqa: B018
    before = {p.name for p in (broken_study / ".cache").iterdir()}
    seed = next((broken_study / "seeds").glob("000*"))
    seed.write_text("Ganz anderer Text.", encoding="utf-8")
    tokens = open_study(broken_study).tokens
    assert tokens.loc[tokens["article_id"] == "000", "form"].tolist() == ["Ganz", "anderer", "Text", "."]
    assert not before & {p.name for p in (broken_study / ".cache").iterdir()}


def test_a_broken_file_is_computed_anew(tmp_path):
    table = pd.DataFrame({"n": [1]})
    keep(tmp_path, "t", "k", lambda: (table,))
    next(tmp_path.iterdir()).write_bytes(b"not a table")
    assert keep(tmp_path, "t", "k", lambda: (table,))[0].equals(table)


def test_a_folder_that_cannot_be_written_to_is_not_needed(tmp_path):
    (tmp_path / "file").write_text("")
    table = pd.DataFrame({"n": [1]})
    assert keep(tmp_path / "file", "t", "k", lambda: (table,))[0].equals(table)


def test_kept_tables_are_not_computed_again(tmp_path):
    calls = []

    def compute():
        calls.append(1)
        return pd.DataFrame({"n": [1]}), pd.DataFrame({"m": ["a"]})

    keep(tmp_path, "t", "k", compute)
    assert [t.columns[0] for t in keep(tmp_path, "t", "k", compute)] == ["n", "m"] and calls == [1]
