"""Kept tables: made once, kept under a key of all that they depend on, and handed out as copies."""

from functools import cached_property
from pathlib import Path

import pandas as pd

from analysis.codebook.study_file import Method
from analysis.keeping import cache
from analysis.keeping.dependencies import trace

__all__ = ["KeptTables", "table"]

# Attributes that a table may ask. Their content is in its key: what makes them does not matter, or (READ) only how
# they are read from a file in data/.
GIVEN = ("articles", "paragraphs", "method", "_content", "_keep", "_keep_one")
READ = {
    "actors": "actors.toml",
    "contrasts": "contrasts.toml",
    "cues": "cues.toml",
    "event_frames": "frames.toml",
    "topics": "quantities.toml",
}


class table(cached_property):
    """A table of the study: made on first use, and handed out as a copy, so that what a cell does to it stays there.

    The copy costs nothing until it is changed (pandas' copy-on-write).
    """

    def __get__(self, study: "KeptTables | None", owner: type | None = None) -> pd.DataFrame:
        """Make the table, or take the one that was made."""
        made = super().__get__(study, owner)
        return made if study is None else made.copy(deep=False)

    def __set__(self, study: "KeptTables", value: object) -> None:
        """Refuse: a table is what the study makes of it."""
        raise AttributeError(f"{self.attrname} is made by the study; give your own table another name")


class KeptTables:
    """What keeps the tables of a study, in the folder ``.cache`` beside it."""

    root: Path
    data: Path
    method: Method
    _cache: Path
    _contents: dict[str, str | bytes]

    def _content(self, name: str) -> str | bytes:
        """Give the content of an attribute that tables are made from, read once; see `_read_content`."""
        if name not in self._contents:
            self._contents[name] = self._read_content(name)
        return self._contents[name]

    def _read_content(self, name: str) -> str | bytes:
        """Read the content of an attribute; nothing for one that is itself made of others."""
        if name in READ:
            path = self.data / READ[name]
            return path.read_bytes() if path.is_file() else b""
        if name in ("articles", "paragraphs"):
            return getattr(self, name).to_csv()
        if name == "method":
            return self.method.model_dump_json()
        if name in ("data", "root", "file", "self"):  # read in a way that is not known here: all that lies there
            files = sorted(path for path in self.data.rglob("*.*") if path.suffix in (".toml", ".csv"))
            return b"".join(path.name.encode() + path.read_bytes() for path in files)
        return b""

    def _keep(self, name: str, make, *depends: str | bytes) -> tuple[pd.DataFrame, ...]:
        """Return tables from the cache beside the study, or make them and keep them there.

        Their key is `depends`, and the program that makes them.
        """
        making = trace(type(self), name if hasattr(type(self), name) else f"_{name}", given=GIVEN, read=tuple(READ))
        return cache.keep(self._cache, name, cache.fingerprint(making.program, *depends), make)

    def _keep_one(self, name: str, make) -> pd.DataFrame:
        """Do the same for one table; in its key is the content of all that it asks of the study, and no more."""
        making = trace(type(self), name, given=GIVEN, read=tuple(READ))
        return self._keep(name, lambda: (make(),), *map(self._content, sorted(making.asks)))[0]
