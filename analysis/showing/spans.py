"""Marks on a text: stretches with a class and a note, laid over each other; the HTML keeps every letter."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from analysis.showing.escape import html_text

__all__ = ["Mark", "merge_runs", "write_marked"]


@dataclass(frozen=True)
class Mark:
    """A stretch of a text: where it is, its class (none: it only has a note where it begins), what is said of it."""

    start: int
    end: int
    kind: str
    note: str = ""


def merge_runs(rows: Iterable[tuple[int, int, str]], *, gap: int = 1) -> list[tuple[int, int, str]]:
    """Join neighbours of one kind; up to `gap` characters between them belong to the run.

    Examples
    --------
    >>> merge_runs([(0, 3, "own"), (4, 7, "own"), (8, 9, "direct")])
    [(0, 7, 'own'), (8, 9, 'direct')]
    """
    runs: list[tuple[int, int, str]] = []
    for start, end, kind in rows:
        if runs and runs[-1][2] == kind and start - runs[-1][1] <= gap:
            runs[-1] = (runs[-1][0], end, kind)
        else:
            runs.append((start, end, kind))
    return runs


def write_marked(text: str, start: int, end: int, marks: list[Mark], *, before: dict[int, str] | None = None) -> str:
    """Write a stretch of a text as HTML, cut wherever a mark begins or ends.

    Parameters
    ----------
    marks : list of Mark
        They may overlap; a piece carries the classes and notes of all that cover it. An empty mark is a point before
        the letter that it is at; with the class ``z`` it may stand behind the last one too.
    before : dict, optional
        HTML to put in at an offset.

    Examples
    --------
    >>> write_marked("Die Banditen", 0, 12, [Mark(4, 12, "t", "rivals")])
    'Die <span class="t" title="rivals">Banditen</span>'
    """
    before = before or {}
    inside = [mark for mark in marks if max(mark.start, start) < min(mark.end, end)]
    points, closing = _find_points(marks, start, end)
    pieces = []
    for left, right in pairwise(_cuts_of_stretch(start, end, inside, [*before, *(mark.start for mark in points)])):
        pieces.append(before.get(left, ""))
        pieces += [_opening_tag(mark.kind, mark.note, "") for mark in points if mark.start == left]
        covering = [mark for mark in inside if mark.start <= left and mark.end >= right]
        pieces.append(_write_piece(html_text(text[left:right]), covering, left, is_first=left == start))
    return "".join(pieces + [_opening_tag(mark.kind, mark.note, "") for mark in closing])


def _find_points(marks: list[Mark], start: int, end: int) -> tuple[list[Mark], list[Mark]]:
    """Find the empty marks before a letter of a stretch, and those that may stand behind its last one."""
    empty = [mark for mark in marks if mark.start == mark.end]
    closing = [mark for mark in empty if mark.start == end and "z" in mark.kind.split()]
    return [mark for mark in empty if start <= mark.start < end], closing


def _cuts_of_stretch(start: int, end: int, marks: list[Mark], points: list[int]) -> list[int]:
    """List where a stretch is cut: at its ends, where a mark begins or ends, and at some points."""
    edges = {min(max(at, start), end) for mark in marks for at in (mark.start, mark.end)}
    return sorted({start, end} | edges | {at for at in points if start <= at < end})


def _write_piece(shown: str, covering: list[Mark], left: int, *, is_first: bool) -> str:
    """Write a piece with the classes of all marks that cover it, and the notes of those that begin in it.

    A note is said once, where its mark begins; the rest of the mark only looks like it.
    """
    kinds = " ".join(dict.fromkeys(kind for mark in covering for kind in mark.kind.split()))
    notes = [mark.note for mark in covering if mark.note and (left == mark.start or is_first)]
    return _opening_tag(kinds, " · ".join(dict.fromkeys(notes)), shown) if kinds or notes else shown


def _opening_tag(kinds: str, note: str, shown: str) -> str:
    title = f' title="{html_text(note)}"' if note else ""
    named = f' class="{kinds}"' if kinds else ""
    return f"<span{named}{title}>{shown}</span>"
