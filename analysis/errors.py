"""The one kind of error that a user can mend: file, place, value and remedy in one line."""

from difflib import get_close_matches
from pathlib import Path

__all__ = ["StudyError", "close_to", "nearest"]


class StudyError(Exception):
    """Something in the study that its author can mend; the command line prints it and exits with 2.

    Examples
    --------
    >>> str(StudyError('unknown reader "tazz"', file="data/study.toml", line=14))
    'data/study.toml, line 14: unknown reader "tazz"'
    """

    def __init__(self, message: str, *, file: str | Path | None = None, line: int | None = None):
        """Put the place before the message and make it one line."""
        place = "" if file is None else f"{file}, line {line}: " if line else f"{file}: "
        super().__init__(" ".join(f"{place}{message}".split()))


def close_to(word: str, known: list[str], *, cutoff: float = 0.6) -> str:
    """Return the known word that a misspelt one is nearest to, or nothing.

    Examples
    --------
    >>> close_to("publised", ["title", "published"]), close_to("section", ["title", "published"])
    ('published', '')
    """
    return next(iter(get_close_matches(word, known, n=1, cutoff=cutoff)), "")


def nearest(word: str, known: list[str]) -> str:
    """Return the remedy for a misspelt word: the nearest known one, else all of them.

    Examples
    --------
    >>> nearest("tazz", ["plain", "taz"])
    'did you mean "taz"?'
    >>> nearest("xml", ["plain", "taz"])
    'use one of plain, taz'
    """
    close = close_to(word, known)
    return f'did you mean "{close}"?' if close else f"use one of {', '.join(known)}"
