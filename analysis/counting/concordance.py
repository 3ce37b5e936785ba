"""Concordance and collocates: the words in their places."""

import numpy as np
import pandas as pd

from analysis.counting.terms import is_word, with_group

__all__ = ["find_collocates", "list_concordance", "list_neighbours"]


def list_concordance(hits: pd.DataFrame, articles: pd.DataFrame, *, width: int = 60) -> pd.DataFrame:
    """Show each hit in its place (keyword in context).

    Parameters
    ----------
    hits : DataFrame
        Rows with ``article_id``, ``start`` and ``end``: tokens, terms, quotes, mentions …; other columns stay.
    articles : DataFrame
        A row is an article.
    width : int
        Characters of context on either side; cut at a word, and never across the article's ends.

    Returns
    -------
    DataFrame
        A row is a hit: ``group``, ``left``, ``match``, ``right``, then the columns of `hits`.

    Examples
    --------
    >>> articles = pd.DataFrame({"article_id": ["a"], "group": ["x"], "text": ["Die Banditen kamen in Wellen."]})
    >>> hits = pd.DataFrame({"article_id": ["a"], "start": [4], "end": [12]})
    >>> list_concordance(hits, articles, width=10)[["left", "match", "right"]].values.tolist()
    [['Die', 'Banditen', 'kamen in']]
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    rows = []
    for article_id, start, end in hits[["article_id", "start", "end"]].itertuples(index=False):
        text = texts[article_id]
        left, right = text[max(0, start - width) : start], text[end : end + width]
        left = left.partition(" ")[2] if start > width else left
        right = right.rpartition(" ")[0] if end + width < len(text) else right
        rows.append((" ".join(left.split()), text[start:end], " ".join(right.split())))
    shown = pd.DataFrame(rows, columns=["left", "match", "right"], index=hits.index, dtype="str")
    kept = with_group(hits, articles)
    return pd.concat([kept[["group"]], shown, kept.drop(columns=["group"])], axis=1).reset_index(drop=True)


def list_neighbours(tokens: pd.DataFrame, nodes: pd.DataFrame, *, window: int = 5, word: str = "lemma") -> pd.DataFrame:
    """List the words that stand near the node words: what `find_collocates` counts.

    Parameters
    ----------
    tokens, nodes, window : DataFrame, DataFrame, int
        As `find_collocates` takes them.

    Returns
    -------
    DataFrame
        A row is a word in its place: the columns of `tokens`, ``word`` (its `word`), ``is_node``, ``is_near`` (never
        where it is a node itself).
    """
    words = tokens[is_word(tokens)].reset_index(drop=True)
    is_node = pd.MultiIndex.from_frame(words[["article_id", "token"]]).isin(
        pd.MultiIndex.from_frame(nodes[["article_id", "token"]])
    )
    sentence = words.groupby(["article_id", "sentence"], sort=False).ngroup().to_numpy()
    is_near = np.zeros(len(words), dtype=bool)
    for i in np.flatnonzero(is_node):
        span = slice(max(0, i - window), i + window + 1)
        is_near[span] |= sentence[span] == sentence[i]
    return words.assign(word=words[word], is_node=is_node, is_near=is_near & ~is_node)


def find_collocates(
    tokens: pd.DataFrame, nodes: pd.DataFrame, *, window: int = 5, word: str = "lemma", min_count: int = 2
) -> pd.DataFrame:
    """Find the words that stand near the node words more often than elsewhere.

    Parameters
    ----------
    tokens : DataFrame
        All tokens.
    nodes : DataFrame
        The tokens whose neighbours are wanted (rows of `tokens`: ``article_id``, ``token``).
    window : int
        How many words to either side; never across the end of a sentence.
    min_count : int
        How often a word must stand near a node to be listed.

    Returns
    -------
    DataFrame
        A row is a collocate: ``word``, ``n_near`` (places near a node), ``n`` (in all), ``log_dice`` =
        14 + log₂(2 · n_near / (n_nodes + n)) (Rychlý 2008); strongest first.

    Notes
    -----
    Reading it: at most 14; one point more is twice as close a tie; comparable between corpora of any size.
    """
    words = list_neighbours(tokens, nodes, window=window, word=word)
    n_near = words.loc[words["is_near"], "word"].value_counts().rename("n_near")
    n = words.loc[~words["is_node"], "word"].value_counts().rename("n")
    table = pd.concat([n_near, n], axis=1, join="inner")
    table["log_dice"] = 14 + np.log2(2 * table["n_near"] / (words["is_node"].sum() + table["n"]))
    table = table[table["n_near"] >= min_count].rename_axis("word").reset_index()
    return table.sort_values(["log_dice", "word"], ascending=[False, True], ignore_index=True)
