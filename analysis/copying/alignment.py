"""Align word sequences around anchors: thousands of short alignments at once, in numpy.

An anchor is a pair of places at which two articles agree. From there the alignment is extended word by word in both
directions, as genome aligners do (X-drop; Altschul et al. 1997, *Nucleic Acids Research* 25): a match earns its
word's worth, a replaced, dropped or added word costs, and an extension ends where its score falls too far below the
best that it had. All anchors advance together, one word a step, so that time goes into the words looked at and not
into a Python loop.
"""

from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.copying.anchors import AllWords

__all__ = ["Costs", "align"]

SCORE = 36  # a cell packs score, telling words and matched words into one int64, so that one maximum carries all three
TELLING = 18
LOW = (1 << TELLING) - 1
NEVER = -(1 << 60)
AHEAD = 12  # words looked at for a sign that a copy goes on


class Costs(NamedTuple):
    """What an alignment earns and pays, in tenths of a matched content word.

    Attributes
    ----------
    content, function : earned by a matched noun, name, verb, adjective or figure; by any other matched word
    replaced, gap : paid for a word that was replaced; for one that was dropped or added
    drop : an extension ends where it lies this far below its best: 15 words without a match
    band : by how many words the copies may be out of step on the way
    """

    content: int = 10
    function: int = 3
    replaced: int = 4
    gap: int = 4
    drop: int = 60
    band: int = 8


class _Reach(NamedTuple):
    """How far extensions got: words of either side, and how many of them matched (in all, and telling ones)."""

    left: np.ndarray
    right: np.ndarray
    matched: np.ndarray
    telling: np.ndarray


def _room(words: AllWords, side: np.ndarray, step: int) -> np.ndarray:
    """Count the words from `side` to the edge of its anchor's article; if `step` is -1 the anchor is the word after."""
    last = words.first[1:] - 1 if step > 0 else words.first[:-1]
    return step * (last[words.article[side - min(step, 0)]] - side) + 1


def _extend_exactly(words: AllWords, left: np.ndarray, right: np.ndarray, step: int, room: np.ndarray) -> np.ndarray:
    """Count the words that match one by one from `left` and `right` on; `room` is how many there are to compare."""
    length = np.zeros(len(left), dtype=np.int64)
    alive, i = np.flatnonzero(room > 0), 0
    while len(alive):
        alive = alive[words.code[left[alive] + step * i] == words.code[right[alive] + step * i]]
        i += 1
        length[alive] = i
        alive = alive[room[alive] > i]
    return length


def _is_promising(words: AllWords, left: np.ndarray, right: np.ndarray, step: int) -> np.ndarray:
    """Tell where a content word of the next dozen on one side is among the next dozen on the other."""
    ahead = step * np.arange(AHEAD)
    here = words.code.take(left[:, None] + ahead, mode="clip")
    there = words.code.take(right[:, None] + ahead, mode="clip")
    here = np.where(words.is_content[here], here, -1)
    return (here[:, :, None] == there[:, None, :]).any(axis=(1, 2))


def _extend_loosely(
    words: AllWords, left: np.ndarray, right: np.ndarray, step: int, room: np.ndarray, costs: Costs
) -> _Reach:
    """Extend alignments whose first words stand at `left` and `right`, past replaced, dropped and added words."""
    worth = np.where(words.is_content, costs.content, costs.function).astype(np.int64)
    earned = (worth << SCORE) + (words.is_telling.astype(np.int64) << TELLING) + 1
    gap, replaced, drop = costs.gap << SCORE, costs.replaced << SCORE, costs.drop << SCORE
    shift = np.arange(2 * costs.band + 1) - costs.band
    ladder = gap * np.arange(len(shift))

    best, best_left, best_right = np.zeros((3, len(left)), dtype=np.int64)
    alive = np.arange(len(left))
    cells = np.repeat(np.where(shift < 0, NEVER, -gap * shift)[None, :], len(alive), axis=0)
    i = 0
    while len(alive):
        word = words.code[left[alive] + step * i]
        j = i + shift  # how far along on the right: a column a diagonal
        there = words.code.take(right[alive, None] + step * j, mode="clip")
        same = (there == word[:, None]) & (j >= 0) & (j < room[1][alive, None])
        new = cells + np.where(same, earned[word][:, None], -replaced)
        new[:, :-1] = np.maximum(new[:, :-1], cells[:, 1:] - gap)  # a word that the right side lacks
        cells = np.maximum.accumulate(new + ladder, axis=1) - ladder  # words that the left side lacks
        i += 1
        column = cells.argmax(axis=1)
        top = cells[np.arange(len(cells)), column]
        better, at = top > best[alive], i + shift[column]
        for record, value in ((best, top), (best_left, np.full_like(at, i)), (best_right, at)):
            record[alive[better]] = value[better]
        going = (top > best[alive] - drop) & (i < room[0][alive])
        if not going.all():
            alive, cells = alive[going], cells[going]
    return _Reach(best_left, best_right, best & LOW, (best >> TELLING) & LOW)


def _extend(words: AllWords, left: np.ndarray, right: np.ndarray, step: int, costs: Costs) -> _Reach:
    """Extend alignments word for word, and then past changes where there is a sign of more to come."""
    room = np.stack([_room(words, side, step) for side in (left, right)])
    exact = _extend_exactly(words, left, right, step, room.min(axis=0))
    telling = np.abs(words.telling[left + step * exact + (step < 0)] - words.telling[left + (step < 0)])
    reach = _Reach(exact, exact.copy(), exact.copy(), telling.astype(np.int64))
    ahead, room = np.stack([left, right]) + step * exact, room - exact
    on = np.flatnonzero((room > 0).all(axis=0) & _is_promising(words, *ahead, step))
    more = _extend_loosely(words, *ahead[:, on], step, room[:, on], costs)
    for total, gained in zip(reach, more, strict=True):
        total[on] += gained
    return reach


def align(words: AllWords, left: np.ndarray, right: np.ndarray, costs: Costs) -> pd.DataFrame:
    """Align two articles around each anchor.

    Returns
    -------
    DataFrame
        A row is an anchor: ``left_start``, ``left_end``, ``right_start``, ``right_end`` (places of words, end
        exclusive), ``matched`` and ``telling`` (matched words in all, and of those that tell of copying).
    """
    after = _extend(words, left, right, 1, costs)
    before = _extend(words, left - 1, right - 1, -1, costs)
    return pd.DataFrame({
        "left_start": left - before.left,
        "left_end": left + after.left,
        "right_start": right - before.right,
        "right_end": right + after.right,
        "matched": before.matched + after.matched,
        "telling": before.telling + after.telling,
    })  # fmt: skip
