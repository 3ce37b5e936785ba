"""Guards: what a file must not be before it is opened: too large, a bomb, a link that leads out of the folder."""

import re
import zipfile
from pathlib import Path

from analysis.errors import StudyError

__all__ = ["MAX_FILE", "check_zip", "cut_message", "list_files", "read_bytes"]

MAX_TEXT = 10_000_000  # bytes of a file that is one article
MAX_FILE = 300_000_000  # bytes of a file that may hold many
MAX_UNPACKED = 500_000_000  # bytes in all that a zip may unpack to
MAX_RATIO = 200  # times that a zip may grow: Office files grow to about 20 times their size
MAX_FILES = 20_000


def cut_message(text: str, n: int = 60) -> str:
    """Cut a text for a message."""
    line = " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e]", " ", text).split())  # a name must not steer a terminal
    return line if len(line) <= n else f"{line[: n - 1]}…"


def _own_folders(source: Path, but: Path | None) -> list[Path]:
    """List the folders of a study that an import passes over: all of it, if it lies within the source."""
    if but is None:
        return []
    is_within = but.resolve() != source.resolve() and but.resolve().is_relative_to(source.resolve())
    own = [but] if is_within else [but / name for name in ("articles", "data", "notebooks", "site")]
    return [folder.resolve() for folder in own]


def list_files(source: Path, *, but: Path | None = None) -> tuple[list[Path], list[tuple[str, str]]]:
    """List the files of a folder (or the one file), sorted; and those left out, with the reason.

    Hidden files and those of a study (`but`) are passed over; a link that leads out of the folder is left out.
    """
    own = _own_folders(source, but)
    if source.is_file():
        return [source], []
    files, left_out = [], []
    for path in sorted(source.rglob("*")):
        inside = path.relative_to(source)
        if any(part.startswith((".", "~$", "__MACOSX")) for part in inside.parts) or path.is_dir():
            continue
        if any(path.resolve().is_relative_to(folder) for folder in own):
            continue
        if not path.resolve().is_relative_to(source.resolve()):
            left_out.append((str(inside), "a link that leads out of the folder"))
        elif not path.is_file():
            left_out.append((str(inside), "no ordinary file"))
        else:
            files.append(path)
        if len(files) > MAX_FILES:
            raise StudyError(f"more than {MAX_FILES:,} files; import a smaller folder", file=source)
    return files, left_out


def read_bytes(path: Path, *, shown: str, limit: int = MAX_TEXT) -> bytes:
    """Read a file that is not larger than `limit`."""
    size = path.stat().st_size
    if size > limit:
        raise StudyError(f"{size / 1e6:,.0f} MB; more than {limit / 1e6:,.0f} MB is no file of this form", file=shown)
    if not size:
        raise StudyError("the file is empty", file=shown)
    return path.read_bytes()


def check_zip(path: Path, *, shown: str) -> list[str]:
    """Look into a zip (Word and Excel files are such) without unpacking it; return the names in it.

    Raises
    ------
    StudyError
        If it is broken, or would unpack to more than an Office file holds.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise StudyError("a broken file (its zip is cut off or damaged); save it anew", file=shown) from None
    unpacked, packed = sum(m.file_size for m in members), sum(m.compress_size for m in members)
    if unpacked > MAX_UNPACKED or (unpacked > 20_000_000 and unpacked > MAX_RATIO * max(packed, 1)):
        raise StudyError(f"unpacks to {unpacked / 1e6:,.0f} MB; that is no document", file=shown)
    return [member.filename for member in members]
