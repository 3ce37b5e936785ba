"""The corpus at a glance: how long each article is, how much of it each voice fills, and how sure that is."""

import numpy as np
import pandas as pd

from analysis.counting.terms import is_word, of_origin, with_group

__all__ = ["measure_lengths", "measure_voices", "resample_rates"]


def measure_lengths(
    articles: pd.DataFrame, paragraphs: pd.DataFrame, sentences: pd.DataFrame, tokens: pd.DataFrame
) -> pd.DataFrame:
    """Count the words, sentences and paragraphs of each article.

    Returns
    -------
    DataFrame
        A row is an article: ``article_id``, ``group``, ``n_words`` (marks not counted), ``n_sentences``,
        ``n_paragraphs`` (title, headings and captions included), ``length_chars``.
    """
    lengths = with_group(articles[["article_id"]], articles).set_index("article_id")
    tables = {"n_words": tokens[is_word(tokens)], "n_sentences": sentences, "n_paragraphs": paragraphs}
    for column, table in tables.items():
        lengths[column] = table["article_id"].value_counts().reindex(lengths.index).fillna(0).astype("int64")
    lengths["length_chars"] = articles.set_index("article_id")["text"].str.len()
    return lengths.reset_index()


def resample_rates(
    tokens: pd.DataFrame, is_hit: pd.Series, *, by: str = "group", n_resamples: int = 2000, seed: int = 1
) -> pd.DataFrame:
    """Measure the share of tokens that are hits in each group, with a bootstrap interval over sentences.

    Whole sentences are drawn with replacement within each group, for the words of a sentence belong together;
    the interval spans the 2.5th to the 97.5th percentile of the resampled shares (Efron & Tibshirani 1993).

    Parameters
    ----------
    tokens : DataFrame
        The words to count over, with ``article_id``, ``sentence`` and the column `by`.
    is_hit : Series of bool
        Which of them count; index as `tokens`.

    Returns
    -------
    DataFrame
        A row is a group: `by`, ``n`` (hits), ``n_tokens``, ``share``, ``low``, ``high``.

    Notes
    -----
    Reading it: how far the share would move had the same author written other sentences of the same kind. It
    says nothing about other articles of the outlet.
    """
    sums = tokens.assign(hit=is_hit).groupby([by, "article_id", "sentence"], observed=True)["hit"].agg(["sum", "size"])
    rows = []
    for group, table in sums.groupby(level=0, observed=True):
        hits, sizes = table["sum"].to_numpy(), table["size"].to_numpy()
        draws = np.random.default_rng(seed).integers(0, len(hits), (n_resamples, len(hits)))
        low, high = np.percentile(hits[draws].sum(1) / sizes[draws].sum(1), [2.5, 97.5])
        rows.append((group, int(hits.sum()), int(sizes.sum()), hits.sum() / sizes.sum(), low, high))
    rates = pd.DataFrame(rows, columns=[by, "n", "n_tokens", "share", "low", "high"])
    return rates.astype({by: tokens[by].dtype})


def measure_voices(tokens: pd.DataFrame, articles: pd.DataFrame, *, origin: str | None = None) -> pd.DataFrame:
    """Measure how much of each outlet's text each voice fills.

    Parameters
    ----------
    origin : {"own", "shared"}, optional
        Count only words of this origin.

    Returns
    -------
    DataFrame
        A row is an outlet: ``group``, ``n_words``, a share (0 to 1) for each voice that occurs, and ``low``
        and ``high``: the bootstrap interval of the share that is not the outlet's own (`resample_rates`).
    """
    words = with_group(of_origin(tokens[is_word(tokens)], origin), articles)
    shares = pd.crosstab(words["group"], words["voice"], normalize="index").rename_axis(columns=None).reset_index()
    interval = resample_rates(words, words["voice"] != "own")[["group", "n_tokens", "low", "high"]]
    shares = shares.astype({"group": words["group"].dtype})
    return shares.merge(interval.rename(columns={"n_tokens": "n_words"}), on="group")
