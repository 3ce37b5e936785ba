"""A study's own copies of the notebooks: which are of another version of Lesarten, and how they are brought up to date.

A study keeps copies so that they can be changed. Beside them `.copied` lists, in the form of `sha256sum`, what each was
when it was copied: one that still is so was not edited, and one whose original is another now is out of date.
"""

import hashlib
import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import StudyError
from analysis.site.notebooks import shipped_notebooks

__all__ = ["KEPT", "CopiesState", "copy_notebooks", "read_copies", "refresh_copies"]

RECORD = ".copied"
KEPT = "edited"  # where an edited notebook goes when its successor takes its place
LINE = re.compile(r"([0-9a-f]{64})  ([^/\\]+\.ipynb)")


@dataclass(frozen=True)
class CopiesState:
    """Which of a study's notebooks are not those of this version, by name.

    Attributes
    ----------
    old : as they were copied, and another now
    edited : edited since, and their originals are others now
    unknown : not this version's, and nothing says whether they were edited
    new : come with this version and had no copy
    """

    old: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    new: tuple[str, ...] = ()

    @property
    def told(self) -> str:
        """What a user is told, in one line; empty where all are up to date."""
        behind = (*self.old, *self.edited, *self.unknown)
        if not behind and not self.new:
            return ""
        kept = f"; those you edited ({', '.join(self.edited)}) are kept in notebooks/{KEPT}" if self.edited else ""
        if self.unknown:
            kept += f"; those that you may have edited are kept in notebooks/{KEPT}"
        names = ", ".join(sorted({*behind, *self.new}))
        return (f"notebooks: not those of this version of Lesarten: {names}; "
                f"`lesarten refresh` brings this version's{kept}")  # fmt: skip


def _sum_of_cells(path: Path) -> str:
    """Sum up what a notebook says: its cells, whatever was executed or saved anew; a broken file is itself."""
    raw = path.read_bytes()
    try:
        cells = json.loads(raw)["cells"]
        said = [(cell["cell_type"], "".join(cell["source"]).strip()) for cell in cells]
    except (ValueError, KeyError, TypeError):
        return hashlib.sha256(raw).hexdigest()
    return hashlib.sha256(json.dumps([part for part in said if part[1]]).encode()).hexdigest()


def _read_record(folder: Path) -> dict[str, str] | None:
    """Read what each notebook was when it was copied; None where nothing says so."""
    try:
        lines = (folder / RECORD).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return None
    return {line[2]: line[1] for line in map(LINE.fullmatch, lines) if line}


def _write_record(folder: Path, sums: dict[str, str]) -> None:
    lines = ["# what each notebook was when it was copied here; `lesarten refresh` reads it"]
    lines += [f"{digest}  {name}" for name, digest in sorted(sums.items())]
    (folder / RECORD).write_text("\n".join(lines) + "\n", encoding="utf-8")


def copy_notebooks(folder: Path) -> None:
    """Copy the notebooks that come with Lesarten into a study's folder, and record what they are.

    Raises
    ------
    StudyError
        If this installation has none.
    """
    shipped = shipped_notebooks()
    if not shipped:
        raise StudyError("this installation has no notebooks; install Lesarten again")
    folder.mkdir(exist_ok=True)
    for notebook in shipped:
        shutil.copyfile(notebook, folder / notebook.name)
    _write_record(folder, {notebook.name: _sum_of_cells(notebook) for notebook in shipped})


def read_copies(root: Path) -> CopiesState:
    """Say which notebooks of a study are not those of this version; none are where it has no copies of its own."""
    folder, shipped = root / "notebooks", shipped_notebooks()
    if not folder.is_dir() or not shipped or folder.resolve() == shipped[0].parent.resolve():
        return CopiesState()
    record = _read_record(folder)
    found: dict[str, list[str]] = {"old": [], "edited": [], "unknown": [], "new": []}
    for notebook in shipped:
        if kind := _state_of(folder / notebook.name, record, _sum_of_cells(notebook)):
            found[kind].append(notebook.name)
    return CopiesState(**{kind: tuple(names) for kind, names in found.items()})


def _state_of(copy: Path, record: dict[str, str] | None, now: str) -> str:
    """Say how a copy stands to what this version brings; empty where there is nothing to do."""
    if not copy.is_file():  # taken out by the study's author, if it was here before
        return "" if record is None or copy.name in record else "new"
    mine, then = _sum_of_cells(copy), (record or {}).get(copy.name)
    if mine == now or then == now:
        return ""
    if then is None:
        return "unknown"
    return "old" if mine == then else "edited"


def refresh_copies(root: Path) -> CopiesState:
    """Bring this version's notebooks into a study; edited ones, and those that may be, are kept in a folder beside."""
    state, folder = read_copies(root), root / "notebooks"
    shipped = {notebook.name: notebook for notebook in shipped_notebooks()}
    for name in (*state.edited, *state.unknown):
        (folder / KEPT).mkdir(exist_ok=True)
        (folder / name).replace(_free_place(folder / KEPT / name))
    for name in (*state.old, *state.edited, *state.unknown, *state.new):
        shutil.copyfile(shipped[name], folder / name)
    if state.told:
        record = _read_record(folder) or {}
        _write_record(folder, record | {name: _sum_of_cells(path) for name, path in shipped.items()})
    return state


def _free_place(path: Path) -> Path:
    """Name a place where nothing is yet: what was kept before stays."""
    n, free = 2, path
    while free.exists():
        free, n = path.with_name(f"{path.stem}-{n}{path.suffix}"), n + 1
    return free
