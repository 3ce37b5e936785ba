"""The rows of each article, found once for all pages: to cut tables anew for each takes longer than to write it."""

import numpy as np
import pandas as pd

__all__ = ["cut_by_article", "rows_by"]


def rows_by(table: pd.DataFrame, key: str) -> dict[str, list[tuple]]:
    """Put the rows of a table, as named tuples, together by a column, in their order.

    Examples
    --------
    >>> table = pd.DataFrame({"article_id": ["a", "b", "a"], "start": [4, 0, 2]})
    >>> [row.start for row in rows_by(table, "article_id")["a"]]
    [4, 2]
    """
    found: dict[str, list[tuple]] = {}
    for value, row in zip(table[key].tolist(), table.itertuples(index=False), strict=True):
        found.setdefault(value, []).append(row)
    return found


def cut_by_article(table: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Cut a table by article: where the rows of each stand together, as they mostly do, without copying them."""
    ids = table["article_id"].to_numpy()
    first = np.flatnonzero(np.r_[True, ids[1:] != ids[:-1]]) if len(ids) else np.array([], dtype=int)
    if len(set(ids[first])) < len(first):
        return dict(list(table.groupby("article_id", sort=False)))
    stops = [*first[1:], len(ids)][: len(first)]
    return {ids[a]: table.iloc[a:b] for a, b in zip(first, stops, strict=True)}
