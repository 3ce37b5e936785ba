"""`study.toml`: the study's question, and its articles with the form they are in and how their outlet is known."""

from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator

from analysis.codebook.toml import Strict, locate, read_toml, validate
from analysis.errors import StudyError, nearest

__all__ = ["READERS", "ArticleEntry", "StudyFile", "read_study_file"]

READERS = ("plain", "dated", "fused", "taz")  # the forms that `analysis.reading.readers` knows


class StudyEntry(Strict):
    """The study as a whole."""

    title: str = Field(min_length=1)
    question: str = ""
    language: str = "de"
    compare: str = ""


class ArticleEntry(Strict):
    """One article of the study."""

    file: str = Field(min_length=1)
    reader: str
    id: str = ""
    outlet: str = ""
    outlet_basis: Literal["stated", "given", "unknown"] = "unknown"
    published: str = Field(default="", pattern=r"^(\d{4}-\d{2}(-\d{2})?)?$")
    note: str = ""

    @field_validator("published", mode="before")
    @classmethod
    def _write_date(cls, value: object) -> object:
        """Take a TOML date (2022-01-08 without quotation marks) as well."""
        return value.isoformat() if type(value) is date else value


class StudyFile(Strict):
    """`data/study.toml`."""

    study: StudyEntry
    articles: list[ArticleEntry] = Field(min_length=1)


def read_study_file(path: Path, *, shown: str) -> tuple[StudyFile, str]:
    """Read `study.toml`; return it with its source, in which errors found later are located."""
    content, source = read_toml(path, shown=shown)
    study = validate(StudyFile, content, source, shown)
    for n, entry in enumerate(study.articles):
        if entry.reader not in READERS:
            raise StudyError(
                f'unknown reader "{entry.reader}"; {nearest(entry.reader, list(READERS))}',
                file=shown, line=locate(source, ("articles", n, "reader")),
            )  # fmt: skip
        if entry.outlet and entry.outlet_basis == "unknown":
            raise StudyError(
                f'outlet "{entry.outlet}" with outlet_basis "unknown"; say how it is known: stated or given',
                file=shown, line=locate(source, ("articles", n, "outlet")),
            )  # fmt: skip
    return study, source
