"""Placing: the words that a coder wrote down become offsets into the article."""

import re
from functools import lru_cache

import pandas as pd

__all__ = ["join_pieces", "paragraph_offsets", "place_words"]

GAP = re.compile(r"\s*(?:…|\[\.\.\.\])\s*")
MARKS = str.maketrans({"„": '"', "“": '"', "”": '"', "»": '"', "«": '"', "’": "'", "–": "-", "—": "-", "\xa0": " "})


def place_words(
    text: str, words: str, *, start: int = 0, end: int | None = None, near: int | None = None
) -> list[tuple[int, int]]:
    """Find coded words in a stretch of a text; kinds of marks and dashes are not told apart.

    Parameters
    ----------
    words : str
        As printed; ``…`` or ``[...]`` between parts that do not touch.
    start, end : int
        The stretch to look in: a paragraph, say.
    near : int, optional
        Where the words occur more than once: prefer the place that begins nearest to this one.

    Returns
    -------
    list of (start, end)
        The parts in order; empty if one of them is not there.

    Examples
    --------
    >>> place_words("„Ja“, sagte er, „gewiss“.", '"Ja" … "gewiss"')
    [(0, 4), (16, 24)]
    >>> place_words("Aber da ging er.", "er"), place_words("Er kam, und er ging.", "nie")
    ([(13, 15)], [])
    """
    plain = _plain(text)
    end = len(text) if end is None else end
    pieces = [_plain(piece) for piece in GAP.split(words.strip()) if piece]
    if not pieces:
        return []
    places = [match.start() for match in _whole_words(pieces[0]).finditer(plain[start:end])]
    tries = sorted(places, key=lambda at: abs(start + at - near)) if near is not None else places
    for at in tries:
        found = _follow_pieces(plain, pieces, start + at, end)
        if found:
            return found
    return []


@lru_cache(maxsize=1024)
def _plain(text: str) -> str:
    """Write marks and dashes in one way; many words are looked for in one text."""
    return text.translate(MARKS)


def _follow_pieces(plain: str, pieces: list[str], at: int, end: int) -> list[tuple[int, int]]:
    """Find the parts one after the other from a place; empty if one is missing."""
    found = []
    for piece in pieces:
        match = _whole_words(piece).search(plain, at, end)
        if not match:
            return []
        found.append(match.span())
        at = match.end()
    return found


def _whole_words(words: str) -> re.Pattern:
    """Match whole words only: *er* does not stand in *aber*."""
    return re.compile(r"(?<!\w)" * words[0].isalnum() + re.escape(words) + r"(?!\w)" * words[-1].isalnum())


def join_pieces(spans: list[tuple[int, int]]) -> str:
    """Write the parts of an interrupted quotation as `schema` describes ``pieces``; empty if it is whole.

    Examples
    --------
    >>> join_pieces([(0, 4), (16, 24)]), join_pieces([(0, 4)])
    ('0-4;16-24', '')
    """
    return ";".join(f"{a}-{b}" for a, b in spans) if len(spans) > 1 else ""


def paragraph_offsets(paragraphs: pd.DataFrame) -> dict[tuple[str, int], tuple[int, int]]:
    """Give the offsets of each paragraph, by article and number."""
    columns = ("article_id", "paragraph", "start", "end")
    ids, numbers, starts, ends = (paragraphs[name].tolist() for name in columns)
    return dict(zip(zip(ids, numbers, strict=True), zip(starts, ends, strict=True), strict=True))
