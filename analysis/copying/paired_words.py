"""Pairing: which word of one copy stands for which word of the other, by form, stem and number."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from analysis.codebook.wordlists import read_words_of

__all__ = ["QUOTATION", "Part", "affinity", "pair_in_order"]

QUOTATION = frozenset("„“”\"»«‚‘’‹›'")
PART = 4  # letters of a word that may be a part of another: *Land*, *Russland*
STEM, STEM_SHARE = 5, 0.6  # letters, and share of the longer word, with which two forms of one stem begin
SUFFIX = 4  # letters at the end that two nouns share if they are compounds of one: *Gaspreise*, *Treibstoffpreise*
Item = TypeVar("Item")


class Part(NamedTuple):
    """A token as the comparison sees it."""

    form: str
    key: str
    pos: str
    start: int
    end: int
    is_word: bool
    is_content: bool
    number: float | None
    sentence: int = -1


def _word_endings() -> frozenset[str]:
    return read_words_of("noun_endings")


def pair_in_order(a: Sequence[Item], b: Sequence[Item], worth: Callable[[Item, Item], float]) -> list[tuple[int, int]]:
    """Pair the items of two lists, in order, so that the sum of what the pairs are worth is greatest.

    Examples
    --------
    >>> pair_in_order("abc", "xbc", lambda one, other: one == other)
    [(1, 1), (2, 2)]
    """
    best = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            together = worth(a[i], b[j])
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + together if together else 0)
    pairs, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        together = worth(a[i], b[j])
        if together and best[i][j] == best[i + 1][j + 1] + together:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def affinity(a: Part, b: Part) -> float:
    """Say how well two tokens go together: equal, the same word in another form, part of one another, or not at all."""
    if a.form == b.form:
        return 4 if a.is_content else 2 if a.is_word else 1
    if not (a.is_word and b.is_word):
        are_marks = not (a.is_word or b.is_word) and (a.form in QUOTATION) == (b.form in QUOTATION)
        return 0.5 if are_marks else 0
    if a.is_content and b.is_content and (a.number is None or b.number is None):
        return 3 if a.key == b.key else 2 if _share_stem(a, b) else 0
    return _affinity_of_others(a, b)


def _affinity_of_others(a: Part, b: Part) -> float:
    """Say how well two numbers, or two words of which one carries no content, go together."""
    if a.number is not None and b.number is not None:
        return 3 if a.number == b.number else 2
    return 1.5 if a.form.casefold() == b.form.casefold() else 0


def _count_equal(a: str, b: str) -> int:
    """Count the letters with which two words begin alike."""
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _share_stem(a: Part, b: Part) -> bool:
    """Tell whether one word is in the other, or both begin alike, or two nouns end alike."""
    short, long = sorted((a.key, b.key), key=len)
    is_part = len(short) >= PART and short in long and (a.pos == b.pos or "NE" not in (a.pos, b.pos))  # Land, Russland
    begins, ends = _count_equal(short, long), _count_equal(short[::-1], long[::-1])
    is_compound = ends >= SUFFIX and a.pos == b.pos == "NN" and short[-ends:] not in _word_endings()
    return is_part or (begins >= STEM and begins >= STEM_SHARE * len(long)) or is_compound
