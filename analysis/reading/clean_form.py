"""The clean form: how `lesarten import` writes an article down, so that people can read and mend it."""

import re
from collections import Counter
from dataclasses import dataclass, field

from analysis.reading.characters import compose

__all__ = ["Reading", "read_clean", "write_clean"]

MARKS = {"title": "# ", "heading": "## ", "standfirst": "> ", "caption": "! "}
KEYS = ("outlet", "published", "agencies")


@dataclass
class Reading:
    """What a reader makes of one file.

    Attributes
    ----------
    paragraphs : list of (part, text), in the order of the article
    title, outlet, agencies : what the file itself states, else ""
    published : "2022-01-08", "2022-01" or ""
    repairs : how often each kind of repair was made
    """

    paragraphs: list[tuple[str, str]]
    title: str = ""
    outlet: str = ""
    agencies: str = ""
    published: str = ""
    repairs: Counter = field(default_factory=Counter)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def write_clean(reading: Reading) -> str:
    """Write an article down: what its source states between two lines of dashes, then its paragraphs with their part.

    Examples
    --------
    >>> print(write_clean(Reading([("title", "Ruhe"), ("body", "# ist kein Titel.")], outlet="Anzeiger")))
    ---
    outlet: Anzeiger
    ---
    <BLANKLINE>
    # Ruhe
    <BLANKLINE>
    \\# ist kein Titel.
    <BLANKLINE>
    """
    head = [f"{key}: {_one_line(getattr(reading, key))}" for key in KEYS if _one_line(getattr(reading, key))]
    blocks = ["\n".join(["---", *head, "---"])] if head else []
    for part, text in reading.paragraphs:
        line = _one_line(text)
        escaped = f"\\{line}" if line.startswith(("#", ">", "! ", "\\", "---")) else line
        blocks.append(MARKS[part] + line if part in MARKS else escaped)
    return "\n\n".join(blocks) + "\n"


def read_clean(raw: str) -> Reading:
    """Read an article as `write_clean` wrote it, or as somebody mended it since.

    Examples
    --------
    >>> reading = read_clean(write_clean(Reading([("title", "Ruhe"), ("body", "> 5 Grad.")], published="2022-01")))
    >>> reading.paragraphs, reading.title, reading.published
    ([('title', 'Ruhe'), ('body', '> 5 Grad.')], 'Ruhe', '2022-01')
    """
    reading = Reading([])
    text = compose(raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"), reading.repairs)
    if head := re.match(r"\s*---\n(.*?)\n?---[ ]*(?:\n|\Z)", text, re.S):
        for line in head[1].split("\n"):
            key, _, value = line.partition(":")
            if key.strip() in KEYS:
                setattr(reading, key.strip(), value.strip())
        text = text[head.end() :]
    for block in re.split(r"\n\s*\n", text):
        line = _one_line(block)
        if line:
            reading.paragraphs.append(_part_of(line))
    reading.title = next((text for part, text in reading.paragraphs if part == "title"), "")
    return reading


def _part_of(line: str) -> tuple[str, str]:
    """Tell a paragraph's part by the mark before it."""
    for part, mark in sorted(MARKS.items(), key=lambda item: -len(item[1])):
        if line.startswith(mark) and line != mark:
            return part, line[len(mark) :]
    return "body", line.removeprefix("\\")
