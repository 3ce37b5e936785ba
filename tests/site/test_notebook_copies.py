"""A study's own notebooks: which are of another version, and how they are brought up to date without a loss."""

import json
import shutil

import pytest

from analysis import cli
from analysis.site import notebook_copies
from analysis.site.new_study import make_new_study
from analysis.site.notebook_copies import read_copies, refresh_copies
from analysis.site.notebooks import shipped_notebooks

NAMES = [path.name for path in shipped_notebooks()]


def edit(path, text: str, *, cell: int = 1) -> None:
    notebook = json.loads(path.read_text("utf-8"))
    notebook["cells"][cell]["source"] = text
    path.write_text(json.dumps(notebook), encoding="utf-8")


def source(path, cell: int = 1) -> str:
    return "".join(json.loads(path.read_text("utf-8"))["cells"][cell]["source"])


@pytest.fixture
def study(tmp_path):
    return make_new_study(tmp_path / "study")


@pytest.fixture
def newer(tmp_path, monkeypatch):
    """Another version of Lesarten: its first two notebooks are others, and one has come that was not there."""
    folder = tmp_path / "newer"
    folder.mkdir()
    for path in shipped_notebooks():
        shutil.copyfile(path, folder / path.name)
    for name in NAMES[:2]:
        edit(folder / name, "x = 'newer'")
    shutil.copyfile(folder / NAMES[0], folder / "98_later.ipynb")
    monkeypatch.setattr(notebook_copies, "shipped_notebooks", lambda: sorted(folder.glob("[0-9]*.ipynb")))
    return folder


def test_a_new_study_is_up_to_date_also_when_a_notebook_was_edited_or_executed(study):
    """Outputs and an edit are the author's own business while the original has not changed."""
    edit(study / "notebooks" / NAMES[0], "x = 'mine'")
    path = study / "notebooks" / NAMES[1]
    notebook = json.loads(path.read_text("utf-8"))
    notebook["cells"][1] |= {"execution_count": 7, "outputs": []}
    path.write_text(json.dumps(notebook, indent=4), encoding="utf-8")
    assert read_copies(study).told == ""


def test_an_old_an_edited_and_a_new_notebook_are_told_in_one_line_with_the_command(study, newer):
    edit(study / "notebooks" / NAMES[1], "x = 'mine'")
    state = read_copies(study)
    assert (state.old, state.edited, state.unknown, state.new) == ((NAMES[0],), (NAMES[1],), (), ("98_later.ipynb",))
    assert state.told == (
        f"notebooks: not those of this version of Lesarten: {NAMES[0]}, {NAMES[1]}, 98_later.ipynb; `lesarten refresh` "
        f"brings this version's; those you edited ({NAMES[1]}) are kept in notebooks/edited"
    )


def test_refresh_brings_them_and_keeps_what_was_edited(study, newer):
    folder = study / "notebooks"
    edit(folder / NAMES[1], "x = 'mine'")
    refresh_copies(study)
    assert source(folder / NAMES[0]) == source(folder / NAMES[1]) == "x = 'newer'"
    assert source(folder / "edited" / NAMES[1]) == "x = 'mine'" and (folder / "98_later.ipynb").is_file()
    assert [path.name for path in (folder / "edited").iterdir()] == [NAMES[1]]
    assert read_copies(study).told == "" and refresh_copies(study).told == ""


def test_what_was_kept_before_is_not_overwritten(study, newer):
    folder = study / "notebooks"
    for n in (1, 2):
        edit(folder / NAMES[1], f"x = 'mine {n}'")
        edit(newer / NAMES[1], f"x = 'newer {n}'")
        refresh_copies(study)
    assert sorted(source(path) for path in (folder / "edited").iterdir()) == ["x = 'mine 1'", "x = 'mine 2'"]


def test_a_study_that_does_not_say_what_was_copied_loses_nothing(study, newer):
    """Nobody knows whether its notebooks were edited: both that differ are kept."""
    (study / "notebooks/.copied").unlink()
    assert read_copies(study).unknown == tuple(NAMES[:2]) and "may have edited" in read_copies(study).told
    refresh_copies(study)
    assert sorted(path.name for path in (study / "notebooks/edited").iterdir()) == NAMES[:2]
    assert read_copies(study).told == ""


def test_a_notebook_that_was_taken_out_stays_out(study, newer):
    (study / "notebooks" / NAMES[0]).unlink()
    assert NAMES[0] not in read_copies(study).told
    refresh_copies(study)
    assert not (study / "notebooks" / NAMES[0]).exists()


def test_check_tells_it_and_refresh_does_it(study, newer, monkeypatch, capsys):
    (study / "articles/a.txt").write_text("Die Brücke ist seit Montag zu.\n", encoding="utf-8")
    (study / "data/articles.csv").write_text("file,reader\narticles/a.txt,plain\n", encoding="utf-8")
    for command, said in (("check", "warning: notebooks: not those of this version"), ("refresh", "this version's")):
        monkeypatch.setattr("sys.argv", ["lesarten", command, str(study)])
        try:
            cli.main()
        except SystemExit as stop:
            assert not stop.code
        assert said in capsys.readouterr().out
