"""The one kind of error that a user can mend: file, place, value and remedy in one line."""

from difflib import get_close_matches
from pathlib import Path

__all__ = ["StudyError", "close_to", "nearest", "raise_all"]


class StudyError(Exception):
    """Something in the study that its author can mend; the command line prints it and exits with 2.

    `others` are the further errors that were found with it: `lesarten check` prints them all.

    Examples
    --------
    >>> str(StudyError('unknown reader "tazz"', file="data/study.toml", line=14))
    'data/study.toml, line 14: unknown reader "tazz"'
    """

    others: "list[StudyError]"

    def __init__(self, message: str, *, file: str | Path | None = None, line: int | None = None):
        """Put the place before the message and make it one line."""
        place = "" if file is None else f"{file}, line {line}: " if line else f"{file}: "
        super().__init__(" ".join(f"{place}{message}".split()))
        self.others = []


def raise_all(errors: "list[StudyError]") -> None:
    """Raise the first of several errors, with the others in it; nothing where there is none."""
    if errors:
        errors[0].others = [*errors[0].others, *(e for error in errors[1:] for e in (error, *error.others))]
        raise errors[0]


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
