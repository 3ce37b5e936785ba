"""TF-IDF: which lemmas set a text apart, how alike texts are, and a map of them (scikit-learn)."""

from typing import NamedTuple

import numpy as np
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.feature_extraction.text import TfidfVectorizer

from analysis.counting.terms import of_origin

__all__ = ["Weights", "list_distinctive", "map_texts", "measure_similarity", "weigh_terms"]


class Weights(NamedTuple):
    """TF-IDF weights: a row of `table` is a group, a column a word; `counts` has the same shape."""

    table: pd.DataFrame
    counts: pd.DataFrame


def weigh_terms(tokens: pd.DataFrame, *, by: str = "group", word: str = "lemma", origin: str | None = None) -> Weights:
    """Weigh the words of each group of tokens by TF-IDF.

    The weight of word w in group d is (1 + ln tf) · (ln((1+N)/(1+df)) + 1), each group's weights scaled to
    length 1 (scikit-learn: ``sublinear_tf``, ``smooth_idf``, ``norm="l2"``; Salton & Buckley 1988).

    Parameters
    ----------
    tokens : DataFrame
        The tokens to weigh, already filtered, with the columns `by` and `word`.
    origin : {"own", "shared"}, optional
        Weigh only words of this origin.

    Raises
    ------
    ValueError
        If there is no token.
    """
    tokens = of_origin(tokens, origin)
    if tokens.empty:
        raise ValueError("no tokens to weigh: the filter leaves nothing")
    documents = tokens.groupby(by, sort=False, observed=True)[word].agg(list)
    vectorizer = TfidfVectorizer(analyzer=lambda words: words, sublinear_tf=True)
    weights = vectorizer.fit_transform(documents).toarray()
    words = vectorizer.get_feature_names_out()
    counts = pd.crosstab(tokens[by], tokens[word]).reindex(index=documents.index, columns=words)
    return Weights(pd.DataFrame(weights, index=documents.index, columns=words), counts)


def list_distinctive(weights: Weights, *, top: int = 10) -> pd.DataFrame:
    """List the words with the highest weight in each group.

    Returns
    -------
    DataFrame
        A row is a word of a group: the group's column, ``rank``, ``word``, ``tfidf``, ``n`` (in the group),
        ``n_elsewhere``, ``n_groups`` (in how many groups it occurs).

    Notes
    -----
    Reading it: high means frequent here and found in few other groups. Weights of two groups cannot be
    compared, for each group's are scaled on their own; ranks can.
    """
    columns = [weights.table.index.name, "rank", "word", "tfidf", "n", "n_elsewhere", "n_groups"]
    total, groups = weights.counts.sum(), (weights.counts > 0).sum()
    rows = []
    for group, row in weights.table.iterrows():
        best = row[row > 0].sort_index().sort_values(ascending=False, kind="stable").head(top)
        for rank, (word, value) in enumerate(best.items(), 1):
            n = int(weights.counts.at[group, word])
            rows.append((group, rank, word, value, n, int(total[word]) - n, int(groups[word])))
    return pd.DataFrame(rows, columns=columns).astype({columns[0]: weights.table.index.dtype})


def measure_similarity(weights: Weights) -> pd.DataFrame:
    """Measure how alike the groups' vocabularies are: the cosine of their weights, 0 to 1, a square table."""
    matrix = weights.table.to_numpy() @ weights.table.to_numpy().T
    return pd.DataFrame(np.clip(matrix, 0, 1), index=weights.table.index, columns=weights.table.index.tolist())


def map_texts(weights: Weights) -> pd.DataFrame:
    """Lay the groups out on a plane so that distances are kept as well as two dimensions can (PCA).

    Returns
    -------
    DataFrame
        A row is a group: its column, ``x``, ``y``, and ``share_x``, ``share_y``: the share of the variance
        that the axis keeps. With fewer than three groups the coordinates are NaN.

    Notes
    -----
    Reading it: near is alike; the axes have no meaning of their own and their direction is arbitrary.
    """
    table = weights.table
    if len(table) < 3:
        point, share = np.full((len(table), 2), np.nan), (np.nan, np.nan)
    else:
        pca = PCA(n_components=2, svd_solver="full").fit(table.to_numpy())
        point, share = pca.transform(table.to_numpy()), pca.explained_variance_ratio_
    frame = pd.DataFrame({table.index.name: table.index, "x": point[:, 0], "y": point[:, 1]})
    return frame.assign(share_x=share[0], share_y=share[1])
