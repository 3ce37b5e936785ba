"""Contrasts: what is wrong with the file is said with its line."""

import pytest

from analysis.codebook.actors_file import Actor, ActorsFile
from analysis.codebook.contrasts import check_referents, read_contrasts
from analysis.errors import StudyError

SET = """[[contrasts]]
id = "{id}"
title = "t"
{more}
  [[contrasts.terms]]
  name = "a"
  lemmas = ["A"]
  [[contrasts.terms]]
  name = "b"
  lemmas = ["{b}"]
"""


def write(tmp_path, *sets):
    path = tmp_path / "contrasts.toml"
    path.write_text("".join(SET.format(**({"id": "x", "more": "", "b": "B"} | s)) for s in sets), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("sets", "words", "line"),
    [
        ([{}, {}], "is there twice", 12),
        ([{"b": "A"}], 'counts for "a" and for "b"', 10),
        ([{"more": 'of = ["y"]'}], 'no contrast "y"', 4),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path, sets, words, line):
    with pytest.raises(StudyError) as raised:
        read_contrasts(write(tmp_path, *sets), shown="data/contrasts.toml")
    assert words in str(raised.value) and f"line {line}" in str(raised.value)


def test_no_sets_at_all(tmp_path):
    path = tmp_path / "contrasts.toml"
    path.write_text("# none yet\n", encoding="utf-8")
    assert read_contrasts(path, shown="data/contrasts.toml") == []


def test_a_referent_is_an_actor_or_a_group(tmp_path):
    path = write(tmp_path, {"more": 'referent = "Duda"'})
    contrasts = read_contrasts(path, shown="x")
    file = ActorsFile(groups=["g"], actors=[Actor(name="Duda", kind="person", group="g")])
    assert contrasts[0].referent == ["Duda"]
    check_referents(contrasts, file, path, shown="x")
    with pytest.raises(StudyError, match="line 4"):
        check_referents(contrasts, ActorsFile(), path, shown="x")
