"""The cache: tables that are slow to make are kept beside the study, under a key of all that they depend on."""

import hashlib
import os
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from importlib.resources import as_file, files
from pathlib import Path

import pandas as pd

__all__ = ["fingerprint", "keep"]

LIBRARIES = ("HanTa", "SoMaJo", "pandas", "scikit-learn")


@cache
def _program() -> str:
    """Identify the program: its own files and the versions of the libraries that its tables depend on."""
    digest = hashlib.sha256(" ".join(f"{name} {version(name)}" for name in LIBRARIES).encode())
    with as_file(files("analysis")) as package:
        for file in sorted(package.rglob("*")):
            if file.suffix in (".py", ".txt", ".toml"):
                digest.update(file.relative_to(package).as_posix().encode() + file.read_bytes())
    return digest.hexdigest()


def fingerprint(*things: str | bytes) -> str:
    """Make the key of tables that depend on `things` and on the program.

    Examples
    --------
    >>> fingerprint("a text") == fingerprint("a text") != fingerprint("another text")
    True
    """
    digest = hashlib.sha256(_program().encode())
    for thing in things:
        raw = thing.encode("utf-8", "surrogatepass") if isinstance(thing, str) else thing
        digest.update(len(raw).to_bytes(8, "big") + raw)
    return digest.hexdigest()[:24]


def keep(
    folder: Path, name: str, key: str, compute: Callable[[], tuple[pd.DataFrame, ...]]
) -> tuple[pd.DataFrame, ...]:
    """Return tables from the cache, or compute them and keep them.

    A file that cannot be read counts as not there; a folder that cannot be written to is not used. Files of
    the same name under another key are removed: they can no longer be asked for.
    """
    pattern = f"{name}.{key}.*.parquet"
    kept = sorted(folder.glob(pattern))
    try:
        if kept and len(kept) == int(kept[0].stem.rpartition("of")[2]):
            return tuple(pd.read_parquet(path) for path in kept)
    except (OSError, ValueError):
        pass
    tables = compute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for n, table in enumerate(tables):
            draft = folder / f"{name}.{key}.{os.getpid()}.draft"
            table.to_parquet(draft, index=False)
            draft.replace(folder / f"{name}.{key}.{n}of{len(tables)}.parquet")
        for old in folder.glob(f"{name}.*.parquet"):
            if f".{key}." not in old.name:
                old.unlink(missing_ok=True)
    except OSError:
        pass
    return tables
