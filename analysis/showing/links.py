"""Links: where the page of an article and each of its sentences stands, and which sentences a count leads to."""

import pandas as pd

__all__ = ["add_places", "article_page", "sentence_anchor", "sentence_link"]

MOST_PLACES = 8  # links of one count; how many more there are is said


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
    """Add to a table of counts the places of what it counts, as ``places`` (``004:1234;004:1301``).

    Parameters
    ----------
    table : DataFrame
        A row is a count, with the columns `by`.
    rows : DataFrame
        A row is a thing that was counted: ``article_id``, ``start`` or ``sentence``, and the columns `by`. They must be
        the rows that were counted and no others, else a link leads to what the number does not mean.

    Examples
    --------
    >>> counts = pd.DataFrame({"term": ["a", "b"], "n": [2, 0]})
    >>> rows = pd.DataFrame({"article_id": ["004", "004"], "start": [7, 3], "term": ["a", "a"]})
    >>> add_places(counts, rows, ("term",)).values.tolist()
    [['a', 2, '004:3;004:7'], ['b', 0, '']]
    """
    place, mark = ("start", "") if "start" in rows else ("sentence", "s")
    found: dict[tuple[str, ...], list[str]] = {}
    keys = zip(*(rows[column].astype(str) for column in by), strict=True)
    for key, ident, at in sorted(zip(keys, rows["article_id"], rows[place], strict=True), key=lambda row: row[1:]):
        found.setdefault(key, []).append(f"{ident}:{mark}{at}")
    listed = [found.get(key, []) for key in zip(*(table[column].astype(str) for column in by), strict=True)]
    more = [f";+ {len(all_) - MOST_PLACES}" if len(all_) > MOST_PLACES else "" for all_ in listed]
    return table.assign(places=[";".join(all_[:MOST_PLACES]) + rest for all_, rest in zip(listed, more, strict=True)])
