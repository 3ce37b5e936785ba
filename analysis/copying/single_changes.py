"""Comparison: the single changes between two copies, each the smallest that an editor could make by itself.

Equal words hold the copies together; what differs in between is paired word by word (the same word in another form, a
part of the other), then phrase by phrase: a noun phrase stands for a noun phrase, a verb for a verb. What has no
counterpart is lost on one side or new on the other.
"""

from difflib import SequenceMatcher
from typing import NamedTuple

from analysis.copying.changed_phrases import DETERMINERS, ChangedPhrase, list_phrases, pair_phrases
from analysis.copying.paired_words import QUOTATION, Part, affinity, pair_in_order
from analysis.language.numerals import SCALES

__all__ = ["Hunk", "compare", "say_change"]

ANCHOR = 5  # equal tokens in a row that are surely the same place


class Hunk(NamedTuple):
    """A change: slices of the two lists of tokens."""

    a0: int
    a1: int
    b0: int
    b1: int


def compare(a: list[Part], b: list[Part]) -> list[Hunk]:
    """List the changes that turn copy `a` into copy `b`, in order; what lies between them is equal."""
    found: list[Hunk] = []
    for hunk in _join_over_chance(_align(a, b), a):
        for change in _part(hunk, a, b):
            found += _trim(change, a, b)
    return _join_numbers(found, a, b)


def _align(a: list[Part], b: list[Part]) -> list[Hunk]:
    """Align two copies: long equal runs first, then the best pairing of words in between."""
    blocks = SequenceMatcher(None, [t.form for t in a], [t.form for t in b], autojunk=False).get_matching_blocks()
    hunks, i, j = [], 0, 0
    for block in blocks:
        if block.size >= ANCHOR or not block.size:
            inner = _pair_words(a[i : block.a], b[j : block.b])
            hunks += [Hunk(i + h.a0, i + h.a1, j + h.b0, j + h.b1) for h in inner]
            i, j = block.a + block.size, block.b + block.size
    return hunks


def _join_over_chance(hunks: list[Hunk], a: list[Part]) -> list[Hunk]:
    """Join rewritten stretches that only small words part, equal by chance (cf. Fraser 2006, semantic cleanup)."""
    joined: list[Hunk] = []
    for hunk in hunks:
        while joined and _is_by_chance(joined[-1], hunk, a):
            before = joined.pop()
            hunk = Hunk(before.a0, hunk.a1, before.b0, hunk.b1)
        joined.append(hunk)
    return joined


def _is_by_chance(before: Hunk, hunk: Hunk, a: list[Part]) -> bool:
    """Tell whether what is equal between two changes is so by chance: a determiner between two rewritten stretches.

    Or small words, no more than either change has, between a word put for a word and words lost or new: *an Öl- und
    Gasvorkommen reich* for *an Russland*.
    """
    island = a[before.a1 : hunk.a0]
    if not island or any(t.is_content or t.number is not None or not t.is_word for t in island):
        return False
    n_two_sided = sum(h.a1 > h.a0 and h.b1 > h.b0 for h in (before, hunk))
    if n_two_sided == 2:
        is_determiner = [t.pos.startswith(DETERMINERS) for t in island] == [True]
        return is_determiner and not (_is_pair(before) or _is_pair(hunk))
    return n_two_sided == 1 and len(island) <= min(_size(before), _size(hunk))


def _size(hunk: Hunk) -> int:
    """Return how many words a change has, on the side that has more."""
    return max(hunk.a1 - hunk.a0, hunk.b1 - hunk.b0)


def _is_pair(hunk: Hunk) -> bool:
    """Tell one word for one word."""
    return hunk.a1 - hunk.a0 == hunk.b1 - hunk.b0 == 1


def _pair_words(a: list[Part], b: list[Part]) -> list[Hunk]:
    """Pair the tokens of two short stretches so that affinity is greatest; return what is not equal."""
    hunks, i0, j0 = [], 0, 0
    for i, j in pair_in_order(a, b, affinity):
        differs = a[i].form != b[j].form
        hunks += [Hunk(i0, i, j0, j), Hunk(i, i + differs, j, j + differs)]
        i0, j0 = i + 1, j + 1
    return [h for h in [*hunks, Hunk(i0, len(a), j0, len(b))] if h.a1 > h.a0 or h.b1 > h.b0]


def _part(hunk: Hunk, a: list[Part], b: list[Part]) -> list[Hunk]:
    """Part a stretch without a common word into its changes: phrases that stand for each other, and the rest."""
    mine, theirs = a[hunk.a0 : hunk.a1], b[hunk.b0 : hunk.b1]
    if not mine or not theirs or (len(mine) == len(theirs) == 1 and affinity(mine[0], theirs[0])):
        return [hunk]
    pairs = pair_phrases(list_phrases(mine), list_phrases(theirs))
    hunks, i, j = [], hunk.a0, hunk.b0
    ends = ChangedPhrase(len(mine), len(mine), ""), ChangedPhrase(len(theirs), len(theirs), "")
    for one, other in [*pairs, ends]:
        left, right = hunk.a0 + one.first, hunk.b0 + other.first
        hunks += [Hunk(i, left, j, j)] * (left > i) + [Hunk(left, left, j, right)] * (right > j)
        i, j = hunk.a0 + one.last, hunk.b0 + other.last
        hunks += [Hunk(left, i, right, j)] * (i > left and j > right)
    return hunks


def _trim(hunk: Hunk, a: list[Part], b: list[Part]) -> list[Hunk]:
    """Part words that only one side has from the stop or comma before and behind them."""
    side, first, last = (a, hunk.a0, hunk.a1) if hunk.b0 == hunk.b1 else (b, hunk.b0, hunk.b1)
    if hunk.a0 < hunk.a1 and hunk.b0 < hunk.b1:
        return [hunk]
    inner = [k for k in range(first, last) if side[k].is_word or side[k].form in QUOTATION]
    if not inner:
        return [hunk]
    cuts = [cut for cut in ((first, inner[0]), (inner[0], inner[-1] + 1), (inner[-1] + 1, last)) if cut[0] < cut[1]]
    if side is a:
        return [Hunk(i, j, hunk.b0, hunk.b0) for i, j in cuts]
    return [Hunk(hunk.a0, hunk.a0, i, j) for i, j in cuts]


def _join_numbers(hunks: list[Hunk], a: list[Part], b: list[Part]) -> list[Hunk]:
    """Join the parts of one number in two notations: `2,2 Millionen` for `2.200.000`."""
    joined: list[Hunk] = []
    for hunk in hunks:
        whole = Hunk(joined[-1].a0, hunk.a1, joined[-1].b0, hunk.b1) if joined else hunk
        touching = bool(joined) and joined[-1].a1 == hunk.a0 and joined[-1].b1 == hunk.b0
        split = touching and "word" in (_say_hunk(joined[-1], a, b), _say_hunk(hunk, a, b))
        if split and _say_hunk(whole, a, b) == "number":
            joined.pop()
            hunk = whole
        joined.append(hunk)
    return joined


def _say_hunk(hunk: Hunk, a: list[Part], b: list[Part]) -> str:
    return say_change(a[hunk.a0 : hunk.a1], b[hunk.b0 : hunk.b1])


def _amounts(tokens: list[Part]) -> list[str]:
    """Write a stretch with its numbers as amounts: `4 400` and `viertausendvierhundert` are the same."""
    amounts: list[str] = []
    last: float | None = None
    for token in (t for t in tokens if t.is_word):
        scale = SCALES.get(token.form.lower())
        digits = token.form.isdigit() and len(token.form) == 3
        if last is not None and (scale or digits):
            last = last * scale if scale else last * 1000 + float(token.form)
            amounts[-1] = f"#{last:g}"
        else:
            last = token.number
            amounts.append(f"#{last:g}" if last is not None else token.form.casefold())
    return amounts


def say_change(a: list[Part], b: list[Part]) -> str:
    """Say what a change touches: a word, a number's notation, quotation marks, or other typography."""
    if _letters(a) == _letters(b) and _figures_of_tokens(a) == _figures_of_tokens(b):
        return "marks" if _is_quoted(a) != _is_quoted(b) else "typography"
    amounts = _amounts(a)
    return "number" if amounts == _amounts(b) and any(word.startswith("#") for word in amounts) else "word"


def _letters(tokens: list[Part]) -> str:
    return "".join(c for token in tokens for c in token.form.casefold() if c.isalnum())


def _figures_of_tokens(tokens: list[Part]) -> list[str]:
    return [token.form for token in tokens if token.number is not None]


def _is_quoted(tokens: list[Part]) -> bool:
    return any(token.form in QUOTATION for token in tokens)
