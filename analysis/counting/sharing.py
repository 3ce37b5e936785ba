"""Sharing: how much of each article is its own, who shares with whom, which edits tell most, who credits an agency."""

import re
from functools import cache

import numpy as np
import pandas as pd

from analysis.codebook.wordlists import read_lines
from analysis.counting.terms import CONTENT_WORDS, is_word, with_group

__all__ = ["add_origin", "find_credits", "measure_origins", "measure_sharing", "rank_edits"]


def measure_origins(tokens: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Count the own and the shared words of each article.

    Returns
    -------
    DataFrame
        A row is an article: ``article_id``, ``group``, ``n_own``, ``n_shared``, ``n_words``, ``share_own`` (0 to 1;
        NaN without words).

    Notes
    -----
    Reading it: shared is what another article *of this study* has too. Agency copy that nobody else here prints
    counts as own, so ``share_own`` is an upper bound.
    """
    words = tokens[is_word(tokens)]
    counts = pd.crosstab(words["article_id"], words["origin"]).reindex(articles["article_id"], fill_value=0)
    counts = counts.reindex(columns=["own", "shared"], fill_value=0).rename_axis(columns=None).add_prefix("n_")
    counts = with_group(counts.reset_index(), articles)
    n = counts["n_own"] + counts["n_shared"]
    return counts.assign(n_words=n, share_own=counts["n_own"] / n.where(n > 0))


def add_origin(table: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Add ``origin`` to a table with ``article_id`` and ``start``: that of the token that stands there."""
    origin = tokens.set_index(["article_id", "start"])["origin"]
    places = pd.MultiIndex.from_frame(table[["article_id", "start"]])
    return table.assign(origin=origin.reindex(places).to_numpy())


def measure_sharing(tokens: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """Measure how many words of each article lie in passages that it shares with each other one.

    Returns
    -------
    DataFrame
        A row is an ordered pair that shares something: ``article_id``, ``other_article_id``, ``n_shared`` (words of
        the first), ``n_words`` (of the first), ``share`` = n_shared / n_words.

    Notes
    -----
    Reading it: not symmetric; a short article may be all in a long one that is mostly its own.
    """
    words = tokens[is_word(tokens)]
    totals = words["article_id"].value_counts()
    rows = []
    pairs = passages.merge(passages[["passage", "article_id"]], on="passage", suffixes=("", "_other"))
    pairs = pairs[pairs["article_id"] != pairs["article_id_other"]]
    places = words.groupby("article_id", sort=False).indices
    starts, ends = words["start"].to_numpy(), words["end"].to_numpy()
    for (article_id, other), spans in pairs.groupby(["article_id", "article_id_other"]):
        at = places[article_id]
        covered = np.zeros(len(at), dtype=bool)
        for start, end in zip(spans["start"], spans["end"], strict=True):
            covered |= (starts[at] >= start) & (ends[at] <= end)
        rows.append((article_id, other, int(covered.sum()), int(totals[article_id])))
    table = pd.DataFrame(rows, columns=["article_id", "other_article_id", "n_shared", "n_words"])
    return table.assign(share=table["n_shared"] / table["n_words"])


def rank_edits(edits: pd.DataFrame, tokens: pd.DataFrame, terms: pd.DataFrame) -> pd.DataFrame:
    """List the edits that change a word or whose word it is, the most telling first.

    An edit that exchanges one of the codebook's rival words comes first, then one that puts on or takes off
    quotation marks, then one word for another that shares a part with it (*Soldaten*, *Friedenssoldaten*), then
    other content words, then the rest; within each, short edits before long ones.

    Returns
    -------
    DataFrame
        The rows of *edits* whose ``changes`` is ``word`` or ``marks``, with ``why`` (``rival word``, ``marks``,
        ``compound``, ``content word``, ``other``) and ``n_words`` (the longer side) added.
    """
    telling = edits[edits["changes"].isin(["word", "marks"])].copy()
    rivals = set(terms["form"])
    content = set(tokens.loc[tokens["pos"].isin(CONTENT_WORDS), "form"])
    telling["why"] = [
        _say_why(row.changes, row.words.split(), row.other_words.split(), rivals, content)
        for row in telling.itertuples(index=False)
    ]
    telling["n_words"] = [
        max(len(a.split()), len(b.split())) for a, b in zip(telling["words"], telling["other_words"], strict=True)
    ]
    rank = telling["why"].map(
        {why: n for n, why in enumerate(["rival word", "marks", "compound", "content word", "other"])}
    )
    return (
        telling.assign(rank=rank)
        .sort_values(["rank", "n_words", "article_id", "start"])
        .drop(columns="rank")
        .reset_index(drop=True)
    )


def _say_why(changes: str, words: list[str], other_words: list[str], rivals: set[str], content: set[str]) -> str:
    """Say why an edit tells something."""
    one, other = ({re.sub(r"^\W+|\W+$", "", word) for word in side} for side in (words, other_words))
    changed = (one ^ other) - {""}
    if one and other and changed & rivals:
        return "rival word"
    if changes == "marks":
        return "marks"
    if (
        len(one) == len(other) == 1
        and (a := min(one | other, key=len).lower())
        and len(a) > 3
        and max(one | other, key=len).lower().endswith(a)
    ):
        return "compound"
    return "content word" if changed & content else "other"


@cache
def _agencies() -> list[tuple[str, re.Pattern]]:
    """Read `lexicons/agencies.txt`."""
    entries = [line.split("\t") for line in read_lines("agencies")]
    return [
        (name, re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names.split('|')))})(?![\w-])"))
        for name, names in entries
    ]


def find_credits(articles: pd.DataFrame) -> pd.DataFrame:
    """Find where articles name a news agency: in the credit line, or in the text.

    Returns
    -------
    DataFrame
        A row is a naming: ``article_id``, ``agency``, ``where`` (``credit`` line or ``text``), ``start``, ``end``
        (offsets; empty for the credit line), ``form``.
    """
    rows = []
    for article in articles.itertuples(index=False):
        rows += [
            (article.article_id, name, "credit", pd.NA, pd.NA, name)
            for name in filter(None, article.agencies.split(";"))
        ]
        for name, pattern in _agencies():
            rows += [
                (article.article_id, name, "text", m.start(), m.end(), m[0]) for m in pattern.finditer(article.text)
            ]
    table = pd.DataFrame(rows, columns=["article_id", "agency", "where", "start", "end", "form"])
    return table.astype({"start": "Int64", "end": "Int64"})
