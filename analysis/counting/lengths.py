"""The corpus at a glance: how long each article is, and how much of it each voice fills."""

import pandas as pd

from analysis.counting.terms import is_word, of_origin, with_group

__all__ = ["measure_lengths", "measure_voices"]


def measure_lengths(
    articles: pd.DataFrame, paragraphs: pd.DataFrame, sentences: pd.DataFrame, tokens: pd.DataFrame
) -> pd.DataFrame:
    """Count the words, sentences and paragraphs of each article.

    Returns
    -------
    DataFrame
        A row is an article: ``article_id``, ``label``, ``group``, ``n_words`` (marks not counted), ``n_sentences``,
        ``n_paragraphs`` (title, headings and captions included), ``length_chars``.
    """
    lengths = with_group(articles[["article_id", "label"]], articles).set_index("article_id")
    tables = {"n_words": tokens[is_word(tokens)], "n_sentences": sentences, "n_paragraphs": paragraphs}
    for column, table in tables.items():
        lengths[column] = table["article_id"].value_counts().reindex(lengths.index).fillna(0).astype("int64")
    lengths["length_chars"] = articles.set_index("article_id")["text"].str.len()
    return lengths.reset_index()


def measure_voices(tokens: pd.DataFrame, articles: pd.DataFrame, *, origin: str | None = None) -> pd.DataFrame:
    """Measure how much of each group's text each voice fills.

    Parameters
    ----------
    origin : {"own", "shared"}, optional
        Count only words of this origin.

    Returns
    -------
    DataFrame
        A row is a group: ``group``, ``n_words``, and a share (0 to 1) for each voice that occurs.
    """
    words = with_group(of_origin(tokens[is_word(tokens)], origin), articles)
    shares = pd.crosstab(words["group"], words["voice"], normalize="index").rename_axis(columns=None).reset_index()
    sizes = words["group"].value_counts().rename("n_words").rename_axis("group").reset_index()
    return shares.astype({"group": words["group"].dtype}).merge(
        sizes.astype({"group": words["group"].dtype}), on="group"
    )
