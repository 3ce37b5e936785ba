"""Pairing: the rows of two codings of one text, one to one, so that they overlap as much as can be."""

import numpy as np
import pandas as pd

__all__ = ["assign", "overlap", "pair_rows", "spans_of"]

BONUS = (
    1e-3  # what equal values add to an overlap: enough to settle between rows of the same extent, and for nothing else
)


def spans_of(row: tuple) -> list[tuple[int, int]]:
    """Return the pieces of a quotation; one that is not interrupted has one."""
    pieces = [piece.split("-") for piece in getattr(row, "pieces", "").split(";") if piece]
    return [(int(a), int(b)) for a, b in pieces] or [(row.start, row.end)]


def overlap(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> float:
    """Return the Jaccard index of two spans' characters: shared by both, of all that either has.

    >>> overlap([(0, 10)], [(5, 10), (12, 17)])
    0.3333333333333333
    """
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)
    total = sum(b - a for a, b in one) + sum(d - c for c, d in other) - shared
    return shared / total if total else 0.0


def assign(scores: np.ndarray) -> list[tuple[int, int]]:
    """Pair rows and columns one to one so that the summed score is highest; what scores 0 stays alone.

    Examples
    --------
    >>> assign(np.array([[0.9, 0.8], [0.8, 0.0]]))  # the best single pair would leave the second row alone
    [(0, 1), (1, 0)]
    """
    if not scores.size:
        return []
    from scipy.optimize import linear_sum_assignment  # half a second, which no other command needs

    rows, columns = linear_sum_assignment(-scores)
    return [(int(i), int(j)) for i, j in zip(rows, columns, strict=True) if scores[i, j] > 0]


def pair_rows(
    one: pd.DataFrame, other: pd.DataFrame, *, at_least: float, prefer: tuple[str, ...] = (), must: tuple = ()
) -> pd.DataFrame:
    """Pair the rows of two codings.

    Parameters
    ----------
    one, other : DataFrame
        Rows with ``article_id``, ``start``, ``end`` and, if they can be interrupted, ``pieces``.
    at_least : float
        The smallest overlap of a pair: characters in both by characters in either (Jaccard).
    prefer, must : tuple of str
        Columns whose values settle between rows of the same extent; columns that must be equal.

    Returns
    -------
    DataFrame
        A row is a pair: ``article_id``, ``one``, ``other`` (index labels of the two tables), ``overlap``.
    """
    pairs = []
    others = dict(tuple(other.groupby("article_id", sort=False)))
    for article_id, ours in one.groupby("article_id", sort=False):
        theirs = others.get(article_id, other[:0])
        left, right = ([(row, spans_of(row)) for row in table.itertuples()] for table in (ours, theirs))
        scores = np.zeros((len(left), len(right)))
        for i, (a, a_spans) in enumerate(left):
            for j, (b, b_spans) in enumerate(right):
                if b.start >= a.end or a.start >= b.end or any(getattr(a, c) != getattr(b, c) for c in must):
                    continue
                shared = overlap(a_spans, b_spans)
                same = sum(getattr(a, column) == getattr(b, column) for column in prefer)
                scores[i, j] = shared + BONUS * same if shared >= max(at_least, 1e-9) else 0
        pairs += [
            (article_id, left[i][0].Index, right[j][0].Index, overlap(left[i][1], right[j][1]))
            for i, j in assign(scores)
        ]
    return pd.DataFrame(pairs, columns=["article_id", "one", "other", "overlap"])
