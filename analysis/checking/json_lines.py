"""Lines: files of one JSON object a line, read and written; what is wrong with one is said with its line."""

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from analysis.errors import StudyError

__all__ = ["read_objects", "write_objects"]


def read_objects(path: Path, *, needed: Sequence[str]) -> Iterator[tuple[int, dict]]:
    """Yield the objects of a file with the number of their line, from 1; gzip if the name ends in .gz.

    Raises
    ------
    StudyError
        If the file is missing or cannot be read, or a line is no JSON object or lacks a key of `needed`.
    """
    opening = gzip.open if path.suffix == ".gz" else open
    try:
        with opening(path, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield number, _read_object(line, path, number, needed)
    except FileNotFoundError:
        raise StudyError("there is no such file", file=path) from None
    except IsADirectoryError:
        raise StudyError("this is a folder; name a file", file=path) from None
    except (gzip.BadGzipFile, UnicodeDecodeError, EOFError) as error:
        raise StudyError(f"cannot be read: {error}", file=path) from None


def _read_object(line: str, path: Path, number: int, needed: Sequence[str]) -> dict:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise StudyError(f"not JSON: {error.msg} at character {error.pos}", file=path, line=number) from None
    if not isinstance(row, dict):
        raise StudyError("not a JSON object", file=path, line=number)
    if missing := [name for name in needed if name not in row]:
        raise StudyError(f'"{missing[0]}" is missing', file=path, line=number)
    return row


def write_objects(path: Path, rows: Iterable[dict]) -> None:
    """Write one JSON object a line; gzip, with the same bytes each time, if the name ends in .gz."""
    content = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(content, mtime=0) if path.suffix == ".gz" else content)
