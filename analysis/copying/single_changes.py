"""Comparison: the single changes between two copies, each the smallest that an editor could make by itself.

Equal words hold the copies together; what differs in between is paired word by word (the same word in another form, a
part of the other), then phrase by phrase: a noun phrase stands for a noun phrase, a verb for a verb. What has no
counterpart is lost on one side or new on the other.
"""

from difflib import SequenceMatcher
from typing import NamedTuple

from analysis.language.numerals import SCALES

__all__ = ["Hunk", "Part", "compare", "say_change"]

QUOTATION = frozenset("„“”\"»«‚‘’‹›'")
ANCHOR = 5  # equal tokens in a row that are surely the same place
PHRASES = 4  # phrases a side beyond which a stretch is rewritten and nothing in it stands for something else
DETERMINERS = ("ART", "PPOSAT", "PDAT", "PIAT", "PIDAT")
ATTRIBUTES = ("ADJ", "CARD", "TRUNC")
NOUNS = ("NN", "NE", "FM", "XY")
# ... and not one of these, which any noun may end in
ENDINGS = frozenset(("ung", "tion", "heit", "keit", "chaft", "schaft", "tung", "rung", "lung", "nung", "erung", "ität"))
SUFFIX = 4  # letters at the end that two nouns share if they are compounds of one: Gaspreise, Treibstoffpreise


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


class Hunk(NamedTuple):
    """A change: slices of the two lists of tokens."""

    a0: int
    a1: int
    b0: int
    b1: int


class _Phrase(NamedTuple):
    """A phrase: a slice of tokens, and its kind."""

    first: int
    last: int
    kind: str


def compare(a: list[Part], b: list[Part]) -> list[Hunk]:
    """List the changes that turn copy `a` into copy `b`, in order; what lies between them is equal."""
    found: list[Hunk] = []
    for hunk in _absorb_determiners(_align(a, b), a):
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


def _absorb_determiners(hunks: list[Hunk], a: list[Part]) -> list[Hunk]:
    """Join rewritten stretches that only a determiner parts, equal by chance."""
    joined: list[Hunk] = []
    for hunk in hunks:
        before = joined[-1] if joined else None
        island = a[before.a1 : hunk.a0] if before else []
        is_determiner = [t.pos.startswith(DETERMINERS) for t in island] == [True]
        if is_determiner and all(h.a1 > h.a0 and h.b1 > h.b0 and not _is_pair(h) for h in (before, hunk)):
            joined.pop()
            hunk = Hunk(before.a0, hunk.a1, before.b0, hunk.b1)
        joined.append(hunk)
    return joined


def _is_pair(hunk: Hunk) -> bool:
    return hunk.a1 - hunk.a0 == hunk.b1 - hunk.b0 == 1


def _affinity(a: Part, b: Part) -> float:
    """Say how well two tokens go together: equal, the same word in another form, part of one another, or not at all."""
    if a.form == b.form:
        return 4 if a.is_content else 2 if a.is_word else 1
    if a.is_word != b.is_word:
        return 0
    if not a.is_word:
        return 0.5 if (a.form in QUOTATION) == (b.form in QUOTATION) else 0
    if a.number is not None and b.number is not None:
        return 3 if a.number == b.number else 2
    if not (a.is_content and b.is_content):
        return 1.5 if a.form.casefold() == b.form.casefold() else 0
    return 3 if a.key == b.key else 2 if _share_stem(a, b) else 0


def _share_stem(a: Part, b: Part) -> bool:
    """Tell whether one word is in the other, or both begin alike, or two nouns end alike."""
    short, long = sorted((a.key, b.key), key=len)
    common = next((n for n, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    alike = next((n for n, (x, y) in enumerate(zip(short[::-1], long[::-1], strict=False)) if x != y), len(short))
    is_compound = alike >= SUFFIX and a.pos == b.pos == "NN" and short[-alike:] not in ENDINGS
    is_part = len(short) >= 4 and short in long and (a.pos == b.pos or "NE" not in (a.pos, b.pos))  # Land, Russland
    return is_part or (common >= 5 and common >= 0.6 * len(long)) or is_compound


def _pair_words(a: list[Part], b: list[Part]) -> list[Hunk]:
    """Pair the tokens of two short stretches so that affinity is greatest; return what is not equal."""
    best = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            together = _affinity(a[i], b[j])
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + together if together else 0)
    hunks, i, j, i0, j0 = [], 0, 0, 0, 0
    while i < len(a) and j < len(b):
        together = _affinity(a[i], b[j])
        if together and best[i][j] == best[i + 1][j + 1] + together:
            hunks += [Hunk(i0, i, j0, j), Hunk(i, i + (a[i].form != b[j].form), j, j + (a[i].form != b[j].form))]
            i0, j0 = i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return [h for h in [*hunks, Hunk(i0, len(a), j0, len(b))] if h.a1 > h.a0 or h.b1 > h.b0]


def _part(hunk: Hunk, a: list[Part], b: list[Part]) -> list[Hunk]:
    """Part a stretch without a common word into its changes: phrases that stand for each other, and the rest."""
    mine, theirs = a[hunk.a0 : hunk.a1], b[hunk.b0 : hunk.b1]
    if not mine or not theirs or (len(mine) == len(theirs) == 1 and _affinity(mine[0], theirs[0])):
        return [hunk]
    pairs = _pair_phrases(_phrases(mine), _phrases(theirs))
    hunks, i, j = [], hunk.a0, hunk.b0
    ends = _Phrase(len(mine), len(mine), ""), _Phrase(len(theirs), len(theirs), "")
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


def _phrases(tokens: list[Part]) -> list[_Phrase]:
    """Cut a stretch into phrases: noun phrases, prepositional ones, single verbs and other words, marks."""
    found, i = [], 0
    while i < len(tokens):
        pos = tokens[i].pos
        end, kind = i + 1, pos[:3] if tokens[i].is_word else "mark " + tokens[i].form
        bounded = i + 1 < len(tokens) and tokens[i + 1].pos in ("ADV", "ADJD")  # *an mindestens zwei Orten*
        if pos.startswith("APPR") and (after := _end_of_nouns(tokens, i + 1 + bounded)):
            end, kind = after, "PP"
        elif after := _end_of_nouns(tokens, i):
            end, kind = after, "NP"
        elif pos.startswith("V"):
            kind = "V"
        figure = any(t.number is not None for t in tokens[i:end])
        found.append(_Phrase(i, end, kind + " of a number" * figure))
        i = end
    return found


def _end_of_nouns(tokens: list[Part], i: int) -> int:
    """Return the end of the noun phrase that begins at `i`; 0 if none does."""
    j = i
    while j < len(tokens) and tokens[j].pos.startswith(DETERMINERS):
        j += 1
    while j < len(tokens) and tokens[j].pos.startswith(ATTRIBUTES):
        behind = tokens[j + 1].pos if j + 1 < len(tokens) else ""
        if tokens[j].pos == "ADJD" and not behind.startswith(ATTRIBUTES):
            break  # *offenbar Exporte*: an adverb
        j += 1
    k = j
    while k < len(tokens) and tokens[k].pos in NOUNS:
        k += 1
    return k if k > j else 0


def _pair_phrases(a: list[_Phrase], b: list[_Phrase]) -> list[tuple[_Phrase, _Phrase]]:
    """Pair phrases of one kind in order, as many as can be; none where a stretch is rewritten at length."""
    words = [[p for p in side if not p.kind.startswith(("mark", "$"))] for side in (a, b)]
    if max(map(len, words)) > PHRASES:
        return []
    best = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            worth = _worth(a[i], b[j])
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + worth if worth else 0)
    pairs, i, j = [], 0, 0
    while i < len(a) and j < len(b):
        worth = _worth(a[i], b[j])
        if worth and best[i][j] == best[i + 1][j + 1] + worth:
            pairs.append((a[i], b[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _worth(a: _Phrase, b: _Phrase) -> float:
    return 0 if a.kind != b.kind else 2 if a.kind.startswith(("NP", "PP", "V")) else 1


def _join_numbers(hunks: list[Hunk], a: list[Part], b: list[Part]) -> list[Hunk]:
    """Join the parts of one number in two notations: `2,2 Millionen` for `2.200.000`."""
    joined: list[Hunk] = []
    for hunk in hunks:
        whole = Hunk(joined[-1].a0, hunk.a1, joined[-1].b0, hunk.b1) if joined else hunk
        touching = bool(joined) and joined[-1].a1 == hunk.a0 and joined[-1].b1 == hunk.b0
        split = touching and "word" in (_say(joined[-1], a, b), _say(hunk, a, b))
        if split and _say(whole, a, b) == "number":
            joined.pop()
            hunk = whole
        joined.append(hunk)
    return joined


def _say(hunk: Hunk, a: list[Part], b: list[Part]) -> str:
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
    letters = ["".join(c for t in side for c in t.form.casefold() if c.isalnum()) for side in (a, b)]
    figures = [[t.form for t in side if t.number is not None] for side in (a, b)]
    if letters[0] == letters[1] and figures[0] == figures[1]:
        quoted = [any(t.form in QUOTATION for t in side) for side in (a, b)]
        return "marks" if quoted[0] != quoted[1] else "typography"
    amounts = _amounts(a)
    return "number" if amounts == _amounts(b) and any(word.startswith("#") for word in amounts) else "word"
