"""A folder that is made by the program: only what it made is ever replaced or removed, and only when all is ready.

A marker in the folder lists each file that was made, with its SHA-256, in the form of `sha256sum`. The new files are
written to a draft inside the folder, so that the folder itself stays (it may be a mount point, a repository or the
root of a server), and are moved over the old ones at the end. Whatever else lies there is somebody else's.
"""

import contextlib
import hashlib
import os
import re
import shutil
import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from analysis.errors import StudyError
from analysis.keeping.cache import is_running

__all__ = ["MARKS", "made_files", "rewrite_folder"]

MARKS = {"report": ".lesarten-site", "export": ".lesarten-export"}
DRAFT = re.compile(r"\.lesarten-draft-(\d+)")
LINE = re.compile(r"([0-9a-f]{64})  (.+)")


def made_files(folder: Path, *, by: str) -> dict[Path, str]:
    """Read a folder's marker: the files that were made and are still as they were made, with their SHA-256.

    A line that points out of the folder is not believed, nor is one whose file was changed by hand since.
    """
    try:
        lines = (folder / MARKS[by]).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    made = {}
    for line in filter(None, map(LINE.fullmatch, lines)):
        path = folder / line[2]
        inside = path.parent.resolve().is_relative_to(folder.resolve()) and ".." not in path.parts
        if inside and path.is_file() and not path.is_symlink() and _sha256(path) == line[1]:
            made[path] = line[1]
    return made


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _refuse_strangers(folder: Path, planned: Iterable[str], *, by: str) -> None:
    """Raise if a file is to be written where somebody else's lies."""
    made = made_files(folder, by=by)
    for name in planned:
        path = folder / name
        parents = [parent for parent in path.parents if parent != folder and parent.is_relative_to(folder)]
        in_the_way = [p for p in parents if p.is_symlink() or (p.exists() and not p.is_dir())]
        if in_the_way or ((path.exists() or path.is_symlink()) and path not in made):
            message = (
                f"was not made by `lesarten {by}`, or was changed since; if it is of an old one that you do not need, "
                "delete it; else move it away, or choose another --out"
            )
            raise StudyError(message, file=(in_the_way or [path])[0])


@contextmanager
def rewrite_folder(
    out: Path, *, by: str, planned: Iterable[str] = (), alone: bool = False, prune: bool = True
) -> Iterator[Path]:
    """Make the files of a folder anew: yields an empty draft, whose files take the old ones' place if all goes well.

    Parameters
    ----------
    out : Path
        The folder; made if need be.
    by : str
        The command, ``report`` or ``export``, which has a marker of its own.
    planned : iterable of str
        Files that will be written, as far as that is known: a stranger's file in their place is refused at the start.
    alone : bool
        Whether a folder that holds anything, and no marker, is refused.
    prune : bool
        Whether files that were made before and are not made now are removed.

    Raises
    ------
    StudyError
        If `out` is a file, or if a file that was not made here is in the way; then nothing is changed.
    """
    if out.exists() and not out.is_dir():
        raise StudyError("is a file; choose a folder with --out", file=out)
    is_new = not out.exists()
    if not is_new:
        _remove_drafts(out)
        if alone and not (out / MARKS[by]).is_file() and any(out.iterdir()):
            raise StudyError(f"holds files that `lesarten {by}` did not make; delete it if it is an old one you do not "
                             "need, else choose another --out", file=out)  # fmt: skip
    _refuse_strangers(out, planned, by=by)
    draft = out / f".lesarten-draft-{os.getpid()}"
    draft.mkdir(parents=True)
    try:
        yield draft
        written = sorted(path.relative_to(draft).as_posix() for path in draft.rglob("*") if path.is_file())
        _refuse_strangers(out, written, by=by)
        _move(draft, out, written, by, prune=prune)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        if is_new:
            with contextlib.suppress(OSError):  # not empty: the files are there
                out.rmdir()


def _remove_drafts(out: Path) -> None:
    """Remove what a process that has ended without cleaning up left behind."""
    for path in out.iterdir():
        number = DRAFT.fullmatch(path.name)
        if number and path.is_dir() and not path.is_symlink():
            pid = int(number[1])
            if pid == os.getpid() or not is_running(pid, since=path.stat().st_mtime):
                shutil.rmtree(path, ignore_errors=True)


def _move(draft: Path, out: Path, written: list[str], by: str, *, prune: bool) -> None:
    """Put new files in the place of old ones, list them, and remove old ones that are no longer made.

    The marker names old and new files while they are moved: whenever that is cut off, the next run knows them all.
    """
    old, new = made_files(out, by=by), {name: _sha256(draft / name) for name in written}
    with _undisturbed():
        gone = {path.relative_to(out).as_posix(): digest for path, digest in old.items()}
        _write_marker(out, [*gone.items(), *new.items()], draft, by)
        for name in written:
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            (draft / name).replace(out / name)
        for name in (gone.keys() - new.keys()) if prune else ():
            (out / name).unlink(missing_ok=True)
            with contextlib.suppress(OSError):  # not empty, or the folder itself
                (out / name).parent.rmdir()
        _write_marker(out, list((new if prune else gone | new).items()), draft, by)


def _write_marker(out: Path, made: list[tuple[str, str]], draft: Path, by: str) -> None:
    lines = [f"# made by `lesarten {by}`, which replaces these files and no others", *(f"{d}  {n}" for n, d in made)]
    (draft / MARKS[by]).write_text("\n".join(lines) + "\n", encoding="utf-8")
    (draft / MARKS[by]).replace(out / MARKS[by])


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold Ctrl-C back for the moment in which files are moved."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    asked: list[tuple] = []
    before = signal.signal(signal.SIGINT, lambda *details: asked.append(details))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if asked and callable(before):
        before(*asked[0])
