"""Dates as people and spreadsheets write them: read to the day or the month, and what is wrong said in words."""

import re
from datetime import date

from analysis.codebook.wordlists import read_lines

__all__ = ["read_date"]

ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[T ].*)?")
GERMAN = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?:[ ,].*)?")
WORDS = re.compile(r"(?:\w+, )?(?:(\d{1,2})\.? )?([A-Za-zÄä]+)\.?,? ?(?:(\d{1,2}), )?(\d{4}|\d{2})(?:[ ,].*)?")
LONGEST = 80  # characters
REMEDY = 'write "2022-01-08" or "2022-01"'


def _months() -> dict[str, int]:
    """Read the names of the months, German and English, and their first three letters."""
    names = {}
    for line in read_lines("months"):
        number, *words = line.split()
        names |= {key: int(number) for word in words for key in (word.lower(), word.lower()[:3])}
    return names


def _year(written: str) -> int:
    """Read a year; of two digits those up to 68 are of this century, as in POSIX."""
    year = int(written)
    return year if len(written) == 4 else year + (2000 if year <= 68 else 1900)


def _parts(written: str) -> tuple[int, int, int | None] | None:
    """Take a date apart into year, month and day (none for a month)."""
    if iso := ISO.fullmatch(written):
        return int(iso[1]), int(iso[2]), int(iso[3]) if iso[3] else None
    if german := GERMAN.fullmatch(written):
        return _year(german[3]), int(german[2]), int(german[1])
    words = WORDS.fullmatch(written)
    if words and (month := _months().get(words[2].lower())):
        day = words[1] or words[3]
        return _year(words[4]), month, int(day) if day else None
    return None


def read_date(written: str) -> str:
    """Read a date and return it as ``2022-01-08``, or ``2022-01`` where only the month is said.

    Raises
    ------
    ValueError
        With what is wrong in words: no such month or day, only a year, day and month that could be either.

    Examples
    --------
    >>> read_date("8. Januar 2022"), read_date("08.01.22"), read_date("Jan 2022"), read_date("2022-01-08T10:00+01:00")
    ('2022-01-08', '2022-01-08', '2022-01', '2022-01-08')
    >>> read_date("2022-02-30")
    Traceback (most recent call last):
    ValueError: "2022-02-30" is no date: February 2022 has no day 30; write "2022-01-08" or "2022-01"
    """
    written = " ".join(written.split())
    if len(written) > LONGEST:
        raise ValueError(f'"{written[:20]}…" is no date; {REMEDY}')
    if re.fullmatch(r"\d{4}", written):
        raise ValueError(f'"{written}" is only a year; {REMEDY}, or leave it out')
    if re.fullmatch(r"\d{1,2}/\d{1,2}/\d{2,4}", written):
        raise ValueError(f'"{written}" can be read in two ways (day or month first); {REMEDY}')
    parts = _parts(written)
    if parts is None:
        raise ValueError(f'"{written}" is no date; {REMEDY}')
    year, month, day = parts
    if not 1 <= month <= 12:
        raise ValueError(f'"{written}" is no date: there is no month {month}; {REMEDY}')
    if not 1500 <= year <= 2200:
        raise ValueError(f'"{written}" is no date of a newspaper: the year is {year}; {REMEDY}')
    try:
        found = date(year, month, 1 if day is None else day)
    except ValueError:
        name = date(year, month, 1).strftime("%B %Y")
        raise ValueError(f'"{written}" is no date: {name} has no day {day}; {REMEDY}') from None
    return found.isoformat() if day is not None else found.isoformat()[:7]
