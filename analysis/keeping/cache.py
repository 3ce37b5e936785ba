"""The cache: tables that are slow to make are kept beside the study, under a key of all that they depend on.

What a table depends on in the program is read from the program, by `analysis.keeping.dependencies`.
"""

import hashlib
import os
import re
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import psutil

__all__ = ["fingerprint", "is_running", "keep", "remember"]

DRAFT = re.compile(r".+\.(\d+)\.draft")
_MEMORY: dict[tuple[Path, str], tuple[str, tuple[pd.DataFrame, ...]]] | None = None  # by folder and name, if asked for


def remember() -> None:
    """Keep tables in memory too, from now on: for the process from which the kernels of a report are forked."""
    global _MEMORY
    _MEMORY = {} if _MEMORY is None else _MEMORY


def fingerprint(*things: str | bytes) -> str:
    """Make the key of tables that depend on `things`.

    Examples
    --------
    >>> fingerprint("a text") == fingerprint("a text") != fingerprint("another text")
    True
    >>> fingerprint("ab", "c") == fingerprint("a", "bc")
    False
    """
    digest = hashlib.sha256()
    for thing in things:
        raw = thing.encode("utf-8", "surrogatepass") if isinstance(thing, str) else thing
        digest.update(len(raw).to_bytes(8, "big") + raw)
    return digest.hexdigest()[:24]


def _content_sum(name: str, content: bytes) -> bytes:
    """Sum up a kept file: its name and what is in it, so that neither can be another's."""
    return hashlib.sha256(name.encode() + b"\0" + content).hexdigest().encode()


def _open(path: Path) -> pd.DataFrame:
    """Read a kept table; raises ValueError if it is not what was written under this name.

    Read in this thread alone: Arrow's threads, still reading for a Python file when the interpreter ends, make a
    finished program abort (https://github.com/apache/arrow/issues/34314).
    """
    from pyarrow import BufferReader, parquet

    seal, _, content = path.read_bytes().partition(b"\n")
    if seal != _content_sum(path.name, content):
        raise ValueError("not as it was written")
    file = parquet.ParquetFile(BufferReader(content), pre_buffer=False)
    return file.read(use_threads=False).to_pandas(use_threads=False)


def keep(
    folder: Path, name: str, key: str, compute: Callable[[], tuple[pd.DataFrame, ...]]
) -> tuple[pd.DataFrame, ...]:
    """Return tables from the cache, or compute them and keep them.

    A kept file begins with a checksum: one that cannot be read, was damaged, or is another's counts as not there. A
    folder that cannot be written to is not used. Files of the same name under another key are removed: they can no
    longer be asked for; so are drafts that a crash has left.
    """
    if _MEMORY is None:
        return _keep_on_disk(folder, name, key, compute)
    held, tables = _MEMORY.get((folder, name), ("", ()))
    if held != key:
        tables = _keep_on_disk(folder, name, key, compute)
        _MEMORY[folder, name] = key, tables
    return tuple(table.copy(deep=False) for table in tables)


def _keep_on_disk(
    folder: Path, name: str, key: str, compute: Callable[[], tuple[pd.DataFrame, ...]]
) -> tuple[pd.DataFrame, ...]:
    kept = sorted(folder.glob(f"{name}.{key}.*of*.table"))
    try:
        if kept and len(kept) == int(kept[0].stem.rpartition("of")[2]):
            return tuple(_open(path) for path in kept)
    except (OSError, ValueError):
        pass
    tables = compute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _clear(folder, name, key)
        for n, table in enumerate(tables):
            path = folder / f"{name}.{key}.{n}of{len(tables)}.table"
            content = table.to_parquet(index=False)
            draft = folder / f"{name}.{key}.{os.getpid()}.draft"
            draft.write_bytes(_content_sum(path.name, content) + b"\n" + content)
            draft.replace(path)
    except OSError:
        pass
    return tables


def _clear(folder: Path, name: str, key: str) -> None:
    """Remove what can no longer be asked for: tables of this name under other keys, and drafts of ended processes."""
    for path in [*folder.glob(f"{name}.*.table"), *folder.glob(f"{name}.*.parquet")]:  # .parquet: of earlier versions
        if f".{key}." not in path.name:
            path.unlink(missing_ok=True)
    for path in folder.glob("*.draft"):
        writer = DRAFT.fullmatch(path.name)
        if writer and not is_running(int(writer[1]), since=path.stat().st_mtime):
            path.unlink(missing_ok=True)


def is_running(pid: int, *, since: float) -> bool:
    """Tell whether a process that wrote at a time (seconds since 1970) is still there: its number may have a new owner.

    Examples
    --------
    >>> import os, time
    >>> is_running(os.getpid(), since=time.time()), is_running(os.getpid(), since=0)
    (True, False)
    """
    try:
        return psutil.Process(pid).create_time() <= since + 1
    except psutil.Error:
        return False
