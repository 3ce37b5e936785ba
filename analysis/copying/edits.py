"""Edits: where two copies of a shared passage differ, word for word.

Whitespace is not compared: a line break is layout. Apart from that, the edits of a pair applied to one copy give
the other.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations
from typing import NamedTuple

import pandas as pd

from analysis.codebook import schema
from analysis.copying.anchors import CONTENT, word_key
from analysis.language.numerals import SCALES, parse_number

__all__ = ["apply_edits", "find_edits"]

QUOTATION = frozenset("„“”\"»«‚‘’‹›'")
ANCHOR = 5  # equal tokens in a row that are surely the same place
MANY = 10  # copies of one passage beyond which each is compared with the first only


class _Token(NamedTuple):
    """A token as the comparison sees it."""

    form: str
    key: str
    start: int
    end: int
    is_word: bool
    is_content: bool
    number: float | None


class _Hunk(NamedTuple):
    """A stretch of differing tokens: slices of the two lists."""

    a0: int
    a1: int
    b0: int
    b1: int


def find_edits(articles: pd.DataFrame, tokens: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """Find the differences between the copies of each passage.

    Parameters
    ----------
    articles, tokens, passages : DataFrame
        As `schema.TABLES` describes them; of tokens, ``article_id``, ``start``, ``end``, ``form``, ``lemma``, ``pos``.

    Returns
    -------
    DataFrame
        *edits*: a row is a difference. ``kind`` says what turns ``article_id``'s words into ``other_article_id``'s:
        ``replace``, ``insert`` (the other has more; ``start == end``) or ``delete``. ``changes`` says what it
        touches: ``word``; ``number`` (only its notation: *vier* for *4*); ``marks`` (quotation marks put on or
        taken off: whose word it is changes); ``typography`` (other marks, capitals, hyphens, ß). Each pair of
        copies is compared once, the article with the lesser id first; of a passage with more than ten copies, each
        with the first. Where passages overlap, an edit is listed with the longest.

    Notes
    -----
    Reading it: a ``word`` row says that the wording differs, not who changed it. A long ``insert`` or ``delete`` at the
    edge of a copy says that one article takes over more.

    Examples
    --------
    >>> from analysis.reading import readers
    >>> from analysis.language import tagging
    >>> a, b = "Sie schickten vier Boote.", 'Sie schickten 4 "Rettungsboote".'
    >>> articles, paragraphs = readers.plain_articles(pd.DataFrame({"article_id": ["a", "b"], "text": [a, b]}))
    >>> sentences, tokens = tagging.tag_articles(articles, paragraphs)
    >>> copies = pd.DataFrame({"passage": 0, "article_id": ["a", "b"], "start": 0, "end": [len(a), len(b)]})
    >>> find_edits(articles, tokens, copies)[["kind", "changes", "words", "other_words"]].values.tolist()
    ... # doctest: +NORMALIZE_WHITESPACE
    [['replace', 'number', 'vier', '4'], ['insert', 'marks', '', '"'],
     ['replace', 'word', 'Boote', 'Rettungsboote'], ['insert', 'marks', '', '"']]
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    listed = _list_tokens(tokens, set(passages["article_id"]))
    rows: list[tuple] = []
    for passage, copies in passages.sort_values(["passage", "article_id", "start"]).groupby("passage"):
        spans = list(zip(copies["article_id"], copies["start"], copies["end"], strict=True))
        pairs = combinations(spans, 2) if len(spans) <= MANY else ((spans[0], other) for other in spans[1:])
        for one, other in pairs:
            if one[0] != other[0]:
                rows += [(passage, *row) for row in _compare(listed, texts, one, other)]
    return schema.check("edits", _list_once(pd.DataFrame(rows, columns=list(schema.TABLES["edits"].columns)), passages))


def apply_edits(text: str, edits: pd.DataFrame, *, start: int = 0) -> str:
    """Turn one copy of a passage into another.

    Parameters
    ----------
    text : str
        The copy: ``text`` of its row in *passages*.
    edits : DataFrame
        The rows of *edits* of this copy and the other.
    start : int
        The copy's ``start``.

    Returns
    -------
    str
        The other copy, but for its whitespace.

    Examples
    --------
    >>> edits = pd.DataFrame({"start": [14], "end": [18], "other_start": [4], "other_words": ["4"]})
    >>> apply_edits("Sie schickten vier Boote.", edits)
    'Sie schickten 4 Boote.'
    """
    pieces, position = [], start
    for row in edits.sort_values(["start", "other_start"]).itertuples(index=False):
        pieces += [text[position - start : row.start - start], row.other_words]
        position = row.end
    return "".join([*pieces, text[position - start :]])


def _list_once(edits: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """List an edit that lies in several passages of the same two articles with the longest of them only."""
    length = (passages["end"] - passages["start"]).groupby(passages["passage"]).max()
    places = ["article_id", "other_article_id", "start", "end", "other_start", "other_end"]
    longest_first = edits.assign(length=edits["passage"].map(length)).sort_values(
        "length", ascending=False, kind="stable"
    )
    return edits.loc[longest_first.drop_duplicates(places).index.sort_values()]


def _list_tokens(tokens: pd.DataFrame, wanted: set[str]) -> dict[str, list[_Token]]:
    """List each article's tokens in order."""
    chosen = tokens[tokens["article_id"].isin(wanted)].sort_values(["article_id", "start"])
    listed: dict[str, list[_Token]] = {}
    columns = [chosen[c].tolist() for c in ("article_id", "form", "lemma", "pos", "start", "end")]
    for article_id, form, lemma, pos, start, end in zip(*columns, strict=True):
        is_word = any(c.isalnum() for c in form)
        token = _Token(form, word_key(form, lemma), start, end, is_word, pos.startswith(CONTENT), parse_number(form))
        listed.setdefault(article_id, []).append(token)
    return listed


def _compare(listed: dict, texts: dict, one: tuple, other: tuple) -> Iterator[tuple]:
    """Yield the rows of one pair of copies, without the passage's number."""
    a, b = ([t for t in listed.get(i, []) if t.start >= start and t.end <= end] for i, start, end in (one, other))
    for hunk in _absorb_islands(_align_tokens(a, b), a, b):
        mine, theirs = a[hunk.a0 : hunk.a1], b[hunk.b0 : hunk.b1]
        start, end = _place(a, hunk.a0, hunk.a1, one)
        other_start, other_end = _place(b, hunk.b0, hunk.b1, other)
        kind = "replace" if mine and theirs else "delete" if mine else "insert"
        words, other_words = texts[one[0]][start:end], texts[other[0]][other_start:other_end]
        yield (
            one[0],
            other[0],
            kind,
            _say_change(mine, theirs),
            start,
            end,
            words,
            other_start,
            other_end,
            other_words,
        )


def _place(tokens: list[_Token], first: int, last: int, span: tuple) -> tuple[int, int]:
    """Give the characters of a slice of tokens; an empty slice stands before the next token, or at the copy's end."""
    if first < last:
        return tokens[first].start, tokens[last - 1].end
    here = tokens[first].start if first < len(tokens) else span[2]
    return here, here


def _align_tokens(a: list[_Token], b: list[_Token]) -> list[_Hunk]:
    """Align two copies: long equal runs first, then the best pairing in between."""
    blocks = SequenceMatcher(None, [t.form for t in a], [t.form for t in b], autojunk=False).get_matching_blocks()
    hunks, i, j = [], 0, 0
    for block in blocks:
        if block.size >= ANCHOR or not block.size:
            inner = _pair(a[i : block.a], b[j : block.b])
            hunks += [_Hunk(i + h.a0, i + h.a1, j + h.b0, j + h.b1) for h in inner]
            i, j = block.a + block.size, block.b + block.size
    return hunks


def _affinity(a: _Token, b: _Token) -> float:
    """Say how well two tokens go together: equal, the same word in another form, part of one another, or not at all."""
    if a.form == b.form:
        return 4 if a.is_content else 2 if a.is_word else 1
    if a.is_word != b.is_word:
        return 0
    if not a.is_word:
        return 0.5 if (a.form in QUOTATION) == (b.form in QUOTATION) else 0
    if a.key == b.key:
        return 3
    if a.number is not None and b.number is not None:
        return 2
    short, long = sorted((a.key, b.key), key=len)
    common = next((n for n, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return 2 if (len(short) >= 4 and short in long) or (common >= 5 and common >= 0.6 * len(long)) else 0


def _pair(a: list[_Token], b: list[_Token]) -> list[_Hunk]:
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
            hunks += [_Hunk(i0, i, j0, j), _Hunk(i, i + (a[i].form != b[j].form), j, j + (a[i].form != b[j].form))]
            i0, j0 = i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return [h for h in [*hunks, _Hunk(i0, len(a), j0, len(b))] if h.a1 > h.a0 or h.b1 > h.b0]


def _absorb_islands(hunks: list[_Hunk], a: list[_Token], b: list[_Token]) -> list[_Hunk]:
    """Join rewritten stretches parted by a little word that is equal by chance, and the parts of one number."""
    joined: list[_Hunk] = []
    for hunk in hunks:
        if joined and (_is_island(joined[-1], hunk, a) or _is_one_number(joined[-1], hunk, a, b)):
            hunk = _Hunk(joined[-1].a0, hunk.a1, joined[-1].b0, hunk.b1)
            joined.pop()
        joined.append(hunk)
    return joined


def _is_island(before: _Hunk, after: _Hunk, a: list[_Token]) -> bool:
    """Tell whether what stands between two hunks is less than either, and holds no content word."""
    island = a[before.a1 : after.a0]
    sizes = [max(h.a1 - h.a0, h.b1 - h.b0) for h in (before, after)]
    return bool(island) and len(island) < min(sizes) and not any(t.is_content for t in island)


def _is_one_number(before: _Hunk, after: _Hunk, a: list[_Token], b: list[_Token]) -> bool:
    """Tell whether two touching hunks are one number in two notations: `2,2 Millionen` for `2.200.000`."""
    touching = before.a1 == after.a0 and before.b1 == after.b0
    split = "word" in (_say_change(a[h.a0 : h.a1], b[h.b0 : h.b1]) for h in (before, after))
    return touching and split and _say_change(a[before.a0 : after.a1], b[before.b0 : after.b1]) == "number"


def _amounts(tokens: list[_Token]) -> list[str]:
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


def _say_change(a: list[_Token], b: list[_Token]) -> str:
    """Say what an edit touches: a word, a number's notation, quotation marks, or other typography."""
    letters = ["".join(c for t in side for c in t.form.casefold() if c.isalnum()) for side in (a, b)]
    figures = [[t.form for t in side if t.number is not None] for side in (a, b)]
    if letters[0] == letters[1] and figures[0] == figures[1]:
        quoted = [any(t.form in QUOTATION for t in side) for side in (a, b)]
        return "marks" if quoted[0] != quoted[1] else "typography"
    amounts = _amounts(a)
    return "number" if amounts == _amounts(b) and any(word.startswith("#") for word in amounts) else "word"
