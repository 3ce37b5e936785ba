"""Links: where the page of an article and each of its sentences stands, and which sentences a count leads to."""

import re
from collections.abc import Iterable

import pandas as pd

__all__ = [
    "add_places", "article_page", "find_places", "join_places", "places_link", "read_places", "sentence_anchor",
    "sentence_link", "write_places",
]  # fmt: skip

MOST_PLACES = 60  # sentences that one count leads to; how many more there are is said there
PIECE = re.compile(r"(?:^|;)(.+?):(s?\d+(?:,s?\d+)*)(?=;|$)", re.S)  # an article's id may hold any letter
MORE = re.compile(r"\+\d+")


def article_page(article_id: str) -> str:
    """Name the page of an article.

    Examples
    --------
    >>> article_page("004")
    'text-004.html'
    """
    safe = "".join(c if c.isascii() and (c.isalnum() or c in "-_") else f"_{ord(c):x}_" for c in article_id)
    return f"text-{safe}.html"


def sentence_anchor(sentence: int) -> str:
    """Name the place of a sentence on the page of its article.

    Examples
    --------
    >>> sentence_anchor(12)
    's12'
    """
    return f"s{sentence}"


def sentence_link(article_id: str, sentence: int) -> str:
    """Link to a sentence.

    Examples
    --------
    >>> sentence_link("004", 12)
    'text-004.html#s12'
    """
    return f"{article_page(article_id)}#{sentence_anchor(sentence)}"


def add_places(table: pd.DataFrame, rows: pd.DataFrame, by: tuple[str, ...]) -> pd.DataFrame:
    """Add to a table of counts the places of what it counts, as ``places`` (``004:s12,15;005:s3;+31``).

    A page makes one link of them (see `places_link`): it leads to the first sentence and marks all of them.

    Parameters
    ----------
    table : DataFrame
        A row is a count, with the columns `by`.
    rows : DataFrame
        A row is a thing that was counted: ``article_id``, ``sentence`` or ``start``, and the columns `by`. They must be
        the rows that were counted and no others, else a link leads to what the number does not mean.

    Examples
    --------
    >>> counts = pd.DataFrame({"term": ["a", "b"], "n": [2, 0]})
    >>> rows = pd.DataFrame({"article_id": ["004", "004"], "start": [7, 3], "term": ["a", "a"]})
    >>> add_places(counts, rows, ("term",)).values.tolist()
    [['a', 2, '004:3,7'], ['b', 0, '']]
    """
    keys = list(zip(*(table[column].astype(str) for column in by), strict=True))
    found = find_places(rows, by, only=keys)
    return table.assign(places=[found.get(key, "") for key in keys])


def find_places(
    rows: pd.DataFrame, by: tuple[str, ...], *, only: Iterable[tuple[str, ...]] | None = None
) -> dict[tuple[str, ...], str]:
    """Find the places of what each count counts, by the values of `by` as text; see `add_places`.

    Parameters
    ----------
    only : iterable of tuple, optional
        The counts whose places are wanted; without it, all of them.

    Examples
    --------
    >>> rows = pd.DataFrame({"article_id": ["004", "004"], "sentence": [7, 7], "term": ["a", "a"], "group": ["x", "x"]})
    >>> find_places(rows, ("group", "term"))
    {('x', 'a'): '004:s7'}
    """
    place, mark = ("sentence", "s") if "sentence" in rows else ("start", "")
    columns = list(by)
    keyed = rows[list(dict.fromkeys(["article_id", place, *columns]))].astype(dict.fromkeys(columns, str))
    if only is not None:
        wanted = pd.MultiIndex.from_tuples(list(only), names=columns)
        keyed = keyed[pd.MultiIndex.from_frame(keyed[columns]).isin(wanted)]
    keyed = keyed.drop_duplicates().sort_values(["article_id", place], kind="stable")
    parts = keyed.groupby(columns, sort=False)
    sizes = parts.size()
    sizes = dict(zip(map(_as_key, sizes.index), sizes, strict=True))
    first = parts.head(MOST_PLACES)
    found: dict[tuple[str, ...], list[tuple[str, int]]] = {}
    columns = [first[column].tolist() for column in (*by, "article_id", place)]
    for *key, ident, number in zip(*columns, strict=True):
        found.setdefault(tuple(key), []).append((ident, number))
    return {key: _shorten_places(at, sizes[key] - len(at), mark) for key, at in found.items()}


def write_places(places: Iterable[tuple[str, int]]) -> str:
    """Write where things stand, each with its offset, as `add_places` does for a count of them.

    Examples
    --------
    >>> write_places([("005", 80), ("004", 7), ("004", 3)])
    '004:3,7;005:80'
    """
    found = sorted(dict.fromkeys(places))
    return _shorten_places(found[:MOST_PLACES], max(len(found) - MOST_PLACES, 0), "")


def _as_key(key: object) -> tuple[str, ...]:
    return key if isinstance(key, tuple) else (key,)


def _shorten_places(places: list[tuple[str, int]], left_out: int, mark: str) -> str:
    """Write sorted places in short; those that are left out are a number."""
    listed: dict[str, list[str]] = {}
    for ident, number in places:
        listed.setdefault(str(ident), []).append(f"{mark}{number}")
    more = [f"+{left_out}"] if left_out else []
    return ";".join([*(f"{ident}:{','.join(own)}" for ident, own in listed.items()), *more])


def join_places(places: Iterable[str]) -> str:
    """Join the places of several counts, for a number that is their sum.

    Examples
    --------
    >>> join_places(["004:s1,s2", "", "005:s3;+2", "006:s4;+1"])
    '004:s1,s2;005:s3;006:s4;+3'
    """
    pieces = [piece for joined in places for piece in str(joined).split(";") if piece]
    more = sum(int(piece[1:]) for piece in pieces if MORE.fullmatch(piece))
    kept = dict.fromkeys(piece for piece in pieces if not MORE.fullmatch(piece))
    return ";".join([*kept, *([f"+{more}"] if more else [])])


def read_places(joined: str) -> tuple[list[tuple[str, bool, int]], int]:
    """Read what `add_places` wrote: article, whether the number is a sentence or an offset, number; how many more.

    Examples
    --------
    >>> read_places("a:s12,s15;b:80;+31")
    ([('a', True, 12), ('a', True, 15), ('b', False, 80)], 31)
    """
    found = [(piece[1], number.startswith("s"), int(number.lstrip("s")))
             for piece in PIECE.finditer(joined) for number in piece[2].split(",")]  # fmt: skip
    last = joined.rpartition(";")[2]
    return found, int(last[1:]) if MORE.fullmatch(last) else 0


def places_link(sentences: Iterable[tuple[str, int]], *, more: int = 0) -> str:
    """Link to several sentences, in one text or in many: the page of the first marks its own and leads to the others.

    Parameters
    ----------
    sentences : iterable of (str, int)
        Article and sentence; at least one.
    more : int
        How many are not listed.

    Examples
    --------
    >>> places_link([("004", 12), ("004", 15), ("taz 1", 3)], more=31), places_link([("004", 12)])
    ('text-004.html#s12,15;taz_20_1:3;+31', 'text-004.html#s12')
    """
    listed: dict[str, dict[int, None]] = {}
    for article_id, sentence in sentences:
        listed.setdefault(article_id, {})[sentence] = None
    first, *others = [(ident, ",".join(map(str, own))) for ident, own in listed.items()]
    rest = [f"{article_page(ident)[5:-5]}:{own}" for ident, own in others] + ([f"+{more}"] if more else [])
    return ";".join([f"{article_page(first[0])}#s{first[1]}", *rest])
