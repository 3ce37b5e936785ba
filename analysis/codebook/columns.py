"""Columns: how a table and a column are described, the values that are few, and the columns that many tables have."""

from dataclasses import dataclass

__all__ = [
    "ACTS",
    "ARTICLE",
    "CHECKED",
    "COMMITMENTS",
    "DOUBT",
    "NUMBERED",
    "ORIGIN",
    "ORIGINS",
    "PARTS",
    "QUOTE_TYPES",
    "SPAN",
    "VOICES",
    "Field",
    "Table",
    "offsets_of",
]  # fmt: skip

VOICES = ("own", "direct", "indirect", "reported", "distanced")
CHECKED = ("passed", "failed", "not applicable")
ORIGINS = ("own", "shared")
PARTS = ("title", "standfirst", "heading", "caption", "body")
QUOTE_TYPES = ("Direct", "Indirect", "Reported", "FreeIndirect", "IndirectFreeIndirect")
ACTS = ("say", "demand", "promise", "accuse", "reject", "justify", "fear", "ask", "")
COMMITMENTS = ("acknowledge", "distance", "endorse", "")


@dataclass(frozen=True)
class Field:
    """A column: its type, what it says (with unit), and the values it may take if they are few."""

    type: str
    meaning: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table: what a row is, which columns make a row unique, and its columns in order."""

    grain: str
    key: tuple[str, ...]
    columns: dict[str, Field]
    is_spanned: bool = False  # start and end are offsets into the article's text
    is_open: bool = False  # further columns, of the user's own, follow as text


ARTICLE = Field("text", "the article's id: first three digits of a seed's file name, else the file's stem")
NUMBERED = Field("number", "running number in the article, from 0")
SPAN = {
    "start": Field("number", "offset of the first character in `articles.text`"),
    "end": Field("number", "offset after the last character in `articles.text`"),
}
ORIGIN = Field("text", "own text, or copy that another article shares", ORIGINS)
DOUBT = Field("text", "`yes` where a second coder may well differ", ("yes", ""))


def offsets_of(part: str, words: str) -> dict[str, Field]:
    """Describe the two columns that say where a part of the row stands, where there is one.

    >>> list(offsets_of("cue", "the cue"))
    ['cue_start', 'cue_end']
    """
    return {
        f"{part}_start": Field("number?", f"offset of {words}"),
        f"{part}_end": Field("number?", f"offset after {words}"),
    }
