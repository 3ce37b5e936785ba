"""The cache: the same tables as without it, new ones when anything changes, and no harm when it is broken."""

import os
import subprocess
import sys

import pandas as pd
import pytest

from analysis import open_study
from analysis.keeping.cache import keep


def test_tables_are_the_same_with_and_without(broken_study):
    first = open_study(broken_study).tokens
    assert list((broken_study / ".cache").glob("tagged.*.table"))
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


@pytest.mark.parametrize("place", [0, 70, -1], ids=["in the seal", "in the table", "at the end"])
def test_a_flipped_bit_is_noticed(tmp_path, place):
    table = pd.DataFrame({"n": range(100)})
    keep(tmp_path, "t", "k", lambda: (table,))
    file = next(tmp_path.iterdir())
    content = bytearray(file.read_bytes())
    content[place] ^= 1
    file.write_bytes(content)
    anew = pd.DataFrame({"n": [7]})
    assert keep(tmp_path, "t", "k", lambda: (anew,))[0].equals(anew)
    assert keep(tmp_path, "t", "k", lambda: 1 / 0)[0].equals(anew)


def test_files_that_were_swapped_are_noticed(tmp_path):
    one, two = pd.DataFrame({"n": [1]}), pd.DataFrame({"n": [2]})
    keep(tmp_path, "t", "k", lambda: (one, two))
    first, second = sorted(tmp_path.iterdir())
    content = first.read_bytes()
    second.replace(first)
    second.write_bytes(content)
    assert [t["n"].item() for t in keep(tmp_path, "t", "k", lambda: (one, two))] == [1, 2]
    keep(tmp_path, "other", "k", lambda: (two, one))
    (tmp_path / "other.k.0of2.table").replace(tmp_path / "t.k.0of2.table")
    assert [t["n"].item() for t in keep(tmp_path, "t", "k", lambda: (one, two))] == [1, 2]


def test_half_of_two_tables_is_nothing(tmp_path):
    one, two = pd.DataFrame({"n": [1]}), pd.DataFrame({"n": [2]})
    keep(tmp_path, "t", "k", lambda: (one, two))
    (tmp_path / "t.k.1of2.table").unlink()
    assert [t["n"].item() for t in keep(tmp_path, "t", "k", lambda: (two, one))] == [2, 1]


def test_drafts_of_a_crash_are_cleared_and_those_of_a_running_process_are_not(tmp_path):
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    (tmp_path / f"t.k.{dead.pid}.draft").write_bytes(b"half")
    (tmp_path / f"u.k.{os.getpid()}.draft").write_bytes(b"being written")
    keep(tmp_path, "t", "k", lambda: (pd.DataFrame({"n": [1]}),))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["t.k.0of1.table", f"u.k.{os.getpid()}.draft"]


@pytest.mark.parametrize("name", ["tokens", "articles", "sentences", "quotes", "terms", "gold_quotes"])
def test_what_a_cell_does_to_a_table_does_not_reach_the_next(study, name):
    before = getattr(study, name).copy(deep=True)
    table = getattr(study, name)
    table.iloc[0, 0] = table.iloc[1, 0]
    table[table.columns[-1]] = None
    table.insert(0, "new", 1)
    del table[table.columns[1]]
    table.columns.name, table.index.name = "spoiled", "spoiled"
    after = getattr(study, name)
    pd.testing.assert_frame_equal(after, before)
    assert (after.columns.name, after.index.name) == (before.columns.name, before.index.name)
    with pytest.raises(AttributeError, match="is made by the study"):
        setattr(study, name, table)


def test_kept_tables_are_not_computed_again(tmp_path):
    calls = []

    def compute():
        calls.append(1)
        return pd.DataFrame({"n": [1]}), pd.DataFrame({"m": ["a"]})

    keep(tmp_path, "t", "k", compute)
    assert [t.columns[0] for t in keep(tmp_path, "t", "k", compute)] == ["n", "m"] and calls == [1]


def test_reading_a_kept_table_leaves_no_thread_behind(tmp_path):
    """Arrow's readers, still at work when the interpreter ends, abort a program that has done all it had to do."""
    keep(tmp_path, "t", "k", lambda: (pd.DataFrame({name: [1] * 20_000 for name in "abcdefgh"}),))
    code = (
        "import sys, pathlib, psutil, pyarrow.parquet; from analysis.keeping.cache import keep;"
        "before = psutil.Process().num_threads(); keep(pathlib.Path(sys.argv[1]), 't', 'k', lambda: 1 / 0);"
        "print(psutil.Process().num_threads() - before)"
    )
    run = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["0"]
