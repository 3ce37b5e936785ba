"""`study.toml`: where it lies, the study's question, its articles with their form and how their outlet is known."""

import os
import re
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from pydantic import ConfigDict, Field, PrivateAttr, field_validator

from analysis.codebook.toml import Strict, locate, read_toml, validate
from analysis.errors import StudyError, close_to, nearest

__all__ = [
    "OWN_NAMES",
    "READERS",
    "TAKEN",
    "ArticleEntry",
    "Method",
    "StudyFile",
    "check_extra",
    "find_study",
    "read_study_file",
]

READERS = ("plain", "clean", "dated", "fused", "taz")  # the forms that `analysis.reading.file_readers` knows
# What every table already calls something else: a column of the user's own cannot have these names.
TAKEN = ("article_id", "group", "text", "start", "end", "sentence", "token", "paragraph", "part", "language",
         "source_file", "sha256", "published_precision", "n")  # fmt: skip


class StudyEntry(Strict):
    """The study as a whole."""

    title: str = Field(min_length=1)
    question: str = ""
    language: str = "de"
    compare: str = ""


class Method(Strict):
    """What the researcher decides about the method; each default is the value that the measurements were made with."""

    model_config = ConfigDict(extra="forbid", strict=True)

    shortest_passage: int = Field(8, ge=3, le=200, description="words that copies of a shared passage have in common")
    alike: float = Field(0.75, gt=0.5, le=1, description="share that copies of one passage have in common")
    overlap: float = Field(0.5, gt=0, le=1, description="overlap from which a found quotation is the coded one")
    collocate_window: int = Field(5, ge=1, le=50, description="words to either side of a word that are near it")

    def describe(self, *names: str) -> str:
        """Write the line that a page prints which depends on these settings; without names, on all.

        Examples
        --------
        >>> print(Method(collocate_window=4).describe("collocate_window"))
        Method: words to either side of a word that are near it: 4 (collocate_window). Set in data/study.toml, [method].
        """
        fields = type(self).model_fields
        said = [f"{fields[name].description}: {getattr(self, name):g} ({name})" for name in names or fields]
        return f"Method: {'; '.join(said)}. Set in data/study.toml, [method]."


class ArticleEntry(Strict):
    """One article of the study; any further key (section, author, page …) is a column of the user's own."""

    model_config = ConfigDict(extra="allow", str_strip_whitespace=True)

    file: str = Field(min_length=1)
    reader: str = "plain"
    id: str = ""
    label: str = ""
    outlet: str = ""
    outlet_basis: Literal["stated", "given", "unknown"] = "unknown"
    title: str = ""
    published: str = ""
    agencies: str = ""
    note: str = ""
    _place: tuple[str, dict[str, int | None], int | None] = PrivateAttr(("", {}, None))

    def place(self, key: str = "file") -> dict:
        """Say where a key of this entry stands: ``file`` and ``line`` of a `StudyError`."""
        shown, lines, line = self._place
        return {"file": shown or None, "line": lines.get(key) or line}

    def stands_in(self, shown: str, *, line: int | None, lines: dict[str, int | None] | None = None) -> "ArticleEntry":
        """Note the file and the lines that this entry was read from."""
        self._place = (shown, lines or {}, line)
        return self

    @field_validator("published", mode="before")
    @classmethod
    def _write_date(cls, value: object) -> object:
        """Take a TOML date (2022-01-08 without quotation marks) as well."""
        if type(value) is datetime:
            return value.date().isoformat()
        return value.isoformat() if type(value) is date else value

    @property
    def extra(self) -> dict[str, str]:
        """The columns of the user's own, as text."""
        return {key: str(value).strip() for key, value in (self.model_extra or {}).items()}


OWN_NAMES = tuple(ArticleEntry.model_fields)  # the keys that an article may have besides its author's own


class StudyFile(Strict):
    """`data/study.toml`."""

    study: StudyEntry
    method: Method = Method()
    articles: list[ArticleEntry] = []


def check_extra(names: list[str], *, shown: str, line: int | None = None) -> None:
    """Refuse a column of the user's own that is misspelt, or whose name another column has.

    Raises
    ------
    StudyError
        For *publised*, which is meant to be *published*; for *text*; for a name that no column can have.

    Examples
    --------
    >>> check_extra(["section", "Ressort"], shown="data/articles.csv")
    """
    known = list(OWN_NAMES)
    for name in names:
        if close_to(name, known, cutoff=0.8):
            raise StudyError(f'unknown key "{name}"; {nearest(name, known)}', file=shown, line=line)
        if name in TAKEN:
            raise StudyError(f'"{name}" is a column that Lesarten makes; give yours another name',
                             file=shown, line=line)  # fmt: skip
        if not re.fullmatch(r"[^\W\d]\w*", name):
            raise StudyError(f'"{name}" cannot be a column\'s name; use letters, digits and _, a letter first',
                             file=shown, line=line)  # fmt: skip


def _check_entry(entry: ArticleEntry, n: int, source: str, shown: str) -> None:
    """Check what a model cannot: the reader, the basis of the outlet, the further keys."""

    keys = ("file", "reader", "outlet", "published", *(entry.model_extra or {}))
    lines = {key: locate(source, ("articles", n), key=key) for key in keys}
    entry.stands_in(shown, line=lines["file"], lines=lines)
    if entry.reader not in READERS:
        raise StudyError(f'unknown reader "{entry.reader}"; {nearest(entry.reader, list(READERS))}',
                         file=shown, line=lines["reader"])  # fmt: skip
    if entry.outlet and entry.outlet_basis == "unknown":
        raise StudyError(f'outlet "{entry.outlet}" with outlet_basis "unknown"; say how it is known: stated or given',
                         file=shown, line=lines["outlet"])  # fmt: skip
    for key, value in (entry.model_extra or {}).items():
        check_extra([key], shown=shown, line=lines[key])
        if not isinstance(value, str | int | float | date):
            raise StudyError(f'"{key}": write one text or number, no list and no table', file=shown, line=lines[key])


def read_study_file(path: Path, *, shown: str) -> tuple[StudyFile, str]:
    """Read `study.toml`; return it with its source, in which errors found later are located."""
    content, source = read_toml(path, shown=shown)
    study = validate(StudyFile, content, source, shown)
    for n, entry in enumerate(study.articles):
        _check_entry(entry, n, source, shown)
    return study, source


def find_study(path: str | Path | None = None) -> Path:
    """Find the folder of a study, named or not, as `analysis.open_study` says; raises `StudyError` if there is none."""
    path = path or os.environ.get("LESARTEN_STUDY")
    if path is None:
        here = Path.cwd()
        roots = [folder for folder in (here, *here.parents) if (folder / "data" / "study.toml").is_file()]
        if not roots:
            raise StudyError(f"no data/study.toml in {here} or above it; go to the study's folder, or name it")
        return roots[0]
    given = Path(path)
    root = given.parent if given.name == "study.toml" else given
    root = root.parent if root.name == "data" else root
    if not (root / "data" / "study.toml").is_file():
        raise StudyError("no study here: there is no data/study.toml in it", file=given)
    return root
