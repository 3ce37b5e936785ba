"""Origins: which words an article has of its own and which it shares, and counting what is shared once."""

import numpy as np
import pandas as pd

__all__ = ["count_once", "mark_origin"]


def _is_covered(tokens: pd.DataFrame, spans: pd.DataFrame) -> np.ndarray:
    """Tell which tokens lie in one of the spans (``article_id``, ``start``, ``end``)."""
    covered = np.zeros(len(tokens), dtype=bool)
    places = tokens.groupby("article_id", sort=False).indices
    starts, ends = tokens["start"].to_numpy(), tokens["end"].to_numpy()
    for article_id, own in spans.groupby("article_id", sort=False):
        rows = places.get(article_id, np.zeros(0, dtype=np.int64))
        own = own.sort_values("start")
        reach = np.concatenate([[-1], own["end"].cummax().to_numpy()])
        covered[rows] = ends[rows] <= reach[np.searchsorted(own["start"].to_numpy(), starts[rows], side="right")]
    return covered


def mark_origin(tokens: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """Mark each token as the article's own text or as copy that another article shares.

    Returns
    -------
    DataFrame
        *tokens* with ``origin`` ``shared`` where a passage covers the token, else ``own``.

    Examples
    --------
    >>> tokens = pd.DataFrame({"article_id": "a", "start": [0, 4, 9], "end": [3, 8, 12]})
    >>> mark_origin(tokens, pd.DataFrame({"article_id": ["a"], "start": [4], "end": [12]}))["origin"].tolist()
    ['own', 'shared', 'shared']
    """
    return tokens.assign(origin=pd.array(np.where(_is_covered(tokens, passages), "shared", "own"), dtype="str"))


def count_once(tokens: pd.DataFrame, passages: pd.DataFrame, *, edits: pd.DataFrame | None = None) -> pd.DataFrame:
    """Count a shared passage once for the pool of all articles, and for none of them.

    Parameters
    ----------
    tokens, passages : DataFrame
        As `schema.TABLES` describes them.
    edits : DataFrame, optional
        With *edits*, a word that differs from the copy that stands for the passage is counted too: it is not the same
        words again.

    Returns
    -------
    DataFrame
        The rows of *tokens* that the pool holds: all own words, and of each passage the copy of the article that
        shares most; no fractions.

    Notes
    -----
    Reading it: a pool has no texts. Never group these rows by article or outlet: a passage belongs to all that
    print it, and for one text all its words count, split by ``origin`` (`counting.sharing.measure_origins`).

    Examples
    --------
    >>> tokens = pd.DataFrame({"article_id": ["a", "a", "b"], "start": [0, 4, 0], "end": [3, 8, 3]})
    >>> copies = pd.DataFrame({"passage": [0, 0], "article_id": ["a", "b"], "start": [0, 0], "end": [3, 3]})
    >>> count_once(tokens, copies).index.tolist()
    [0, 1]
    """
    size = (passages["end"] - passages["start"]).groupby(passages["article_id"]).sum()
    ranked = passages.assign(size=passages["article_id"].map(size))
    ranked = ranked.sort_values(["passage", "size", "article_id", "start"], ascending=[True, False, True, True])
    again = ranked[ranked.duplicated("passage")]
    dropped = _is_covered(tokens, again)
    if edits is not None:
        kept = ranked.drop_duplicates("passage").set_index("passage")["article_id"]
        dropped &= ~_is_covered(tokens, _changed_words(edits, kept))
    return tokens[~dropped]


def _changed_words(edits: pd.DataFrame, kept: pd.Series) -> pd.DataFrame:
    """Give the spans of words that differ from the copy that is kept."""
    edits = edits[edits["changes"] == "word"]
    keeper = edits["passage"].map(kept)
    other = edits.loc[keeper == edits["article_id"], ["other_article_id", "other_start", "other_end"]]
    own = edits.loc[keeper == edits["other_article_id"], ["article_id", "start", "end"]]
    return pd.concat([own, other.set_axis(own.columns, axis=1)], ignore_index=True)
