"""A new study: a folder with commented templates of the codebook and the notebooks, made whole or not at all."""

import shutil
import tempfile
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path

from analysis.counting.codebook_draft import count_blocks
from analysis.errors import StudyError
from analysis.site.notebook_copies import copy_notebooks
from analysis.study import open_study

__all__ = ["add_suggestions", "make_new_study"]


def make_new_study(folder: Path, *, fill: Callable[[Path], None] = lambda draft: None) -> Path:
    """Make a study in a folder that is not there yet, or empty.

    Parameters
    ----------
    folder : Path
        Where it goes.
    fill : callable
        Called with the draft before it is put there: if it fails, nothing was made.

    Raises
    ------
    StudyError
        If something is there already.
    """
    folder = folder.absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StudyError("there is something in it already; name a new folder", file=folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}.") as place:
        draft = Path(place) / "study"
        with as_file(files("analysis.site") / "templates" / "study") as template:
            shutil.copytree(template, draft)
        (draft / "articles").mkdir()
        copy_notebooks(draft / "notebooks")
        fill(draft)
        if folder.exists():
            folder.rmdir()
        draft.rename(folder)
    return folder


def add_suggestions(folder: Path) -> dict[str, int]:
    """Write what the articles suggest under the templates of the codebook, as comments: nothing counts until kept.

    Returns
    -------
    dict
        How many blocks were suggested, by file; empty where this version suggests nothing.
    """
    suggest = getattr(open_study(folder), "suggest", None)
    written = suggest() if suggest else {}
    for name, content in written.items():
        path = folder / "data" / name
        before = path.read_text(encoding="utf-8") if path.is_file() else ""
        path.write_text(f"{before.rstrip()}\n\n\n{content}", encoding="utf-8")
    return {name: count_blocks(content) for name, content in written.items()}
