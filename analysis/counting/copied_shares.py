"""Sharing: how much of each article is its own, who shares with whom, since when, and who credits an agency."""

import re
from functools import cache

import numpy as np
import pandas as pd

from analysis.codebook.wordlists import read_lines
from analysis.copying.word_origins import count_once
from analysis.counting.terms import is_word, with_group

__all__ = [
    "add_origin",
    "date_passages",
    "find_credits",
    "find_uncredited",
    "list_overlapping",
    "list_pair_words",
    "list_uncredited",
    "measure_origins",
    "measure_sharing",
]


def measure_origins(tokens: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Count the own and the shared words of each article.

    Returns
    -------
    DataFrame
        A row is an article: ``article_id``, ``group``, ``label``, ``n_own``, ``n_shared``, ``n_words``, ``share_own``
        (0 to 1; NaN without words).

    Notes
    -----
    Reading it: shared is what another article *of this study* has too. Agency copy that nobody else here prints
    counts as own, so ``share_own`` is an upper bound.
    """
    words = tokens[is_word(tokens)]
    counts = pd.crosstab(words["article_id"], words["origin"]).reindex(articles["article_id"], fill_value=0)
    counts = counts.reindex(columns=["own", "shared"], fill_value=0).rename_axis(columns=None).add_prefix("n_")
    counts = with_group(counts.reset_index(), articles)
    if "label" in articles:
        counts = counts.assign(label=counts["article_id"].map(articles.set_index("article_id")["label"]))
    n = counts["n_own"] + counts["n_shared"]
    return counts.assign(n_words=n, share_own=counts["n_own"] / n.where(n > 0))


def add_origin(table: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Add ``origin`` to a table with ``article_id`` and ``start``: that of the token that stands there."""
    origin = tokens.set_index(["article_id", "start"])["origin"]
    places = pd.MultiIndex.from_frame(table[["article_id", "start"]])
    return table.assign(origin=origin.reindex(places).to_numpy())


def list_overlapping(passages: pd.DataFrame) -> list[int]:
    """List the passages that have words in common with another one: one lies in the other, or across its end."""
    both = passages.merge(passages, on="article_id", suffixes=("", "_other"))
    is_crossed = (both["start"] < both["end_other"]) & (both["start_other"] < both["end"])
    return sorted(both.loc[is_crossed & (both["passage"] != both["passage_other"]), "passage"].unique().tolist())


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
    covered = _cover_pairs(_list_words(tokens), passages)
    rows = [(*pair, int(is_shared.sum()), len(is_shared)) for pair, is_shared in sorted(covered.items())]
    table = pd.DataFrame(rows, columns=["article_id", "other_article_id", "n_shared", "n_words"])
    table = table.astype({"n_shared": "int64", "n_words": "int64"})  # also where nothing is shared
    return table.assign(share=table["n_shared"] / table["n_words"])


def list_pair_words(tokens: pd.DataFrame, passages: pd.DataFrame, *, most: int = 50) -> pd.DataFrame:
    """List the words of each article once for every other one that it shares a passage with.

    Parameters
    ----------
    tokens, passages : DataFrame
        As `schema.TABLES` describes them.
    most : int
        So many pairs, those of the largest shares, of equals the first by id: which pair is first is decided among
        them, and 300 articles have up to 90,000.

    Returns
    -------
    DataFrame
        A row is a word of the first article of an ordered pair: ``article_id``, ``start``, ``end``,
        ``other_article_id``, ``is_shared`` (the other has it too), ``pair`` (both ids).
    """
    words = _list_words(tokens)
    of_article, covered = dict(tuple(words.groupby("article_id", sort=False))), _cover_pairs(words, passages)
    shares = pd.Series({pair: is_shared.mean() for pair, is_shared in covered.items()}, dtype=float)
    parts = [
        of_article[article_id].assign(
            other_article_id=other, is_shared=covered[article_id, other], pair=f"{article_id} {other}"
        )
        for article_id, other in sorted(shares.nlargest(most).index)
    ]
    nothing = words.iloc[:0].assign(other_article_id="", is_shared=False, pair="")
    return pd.concat(parts, ignore_index=True) if parts else nothing


def _list_words(tokens: pd.DataFrame) -> pd.DataFrame:
    return tokens.loc[is_word(tokens), ["article_id", "start", "end"]]


def _cover_pairs(words: pd.DataFrame, passages: pd.DataFrame) -> dict[tuple[str, str], np.ndarray]:
    """Tell for each ordered pair that shares a passage which words of the first the other has too."""
    pairs = passages.merge(passages[["passage", "article_id"]], on="passage", suffixes=("", "_other"))
    pairs = pairs[pairs["article_id"] != pairs["article_id_other"]]
    of_article = dict(tuple(words.groupby("article_id", sort=False)))
    return {pair: _is_within(of_article[pair[0]], spans)
            for pair, spans in pairs.groupby(["article_id", "article_id_other"])}  # fmt: skip


def _is_within(words: pd.DataFrame, spans: pd.DataFrame) -> np.ndarray:
    """Tell which words of an article lie in one of some stretches."""
    starts, ends = words["start"].to_numpy(), words["end"].to_numpy()
    within = np.zeros(len(words), dtype=bool)
    for start, end in zip(spans["start"], spans["end"], strict=True):
        within |= (starts >= start) & (ends <= end)
    return within


def date_passages(passages: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Find the earliest dated print of each shared passage, where the days of its copies differ.

    Returns
    -------
    DataFrame
        A row is a passage whose copies are of different days: ``passage``, ``n_copies`` (dated ones), ``first`` (the
        articles of the earliest day, ids joined by ``;``), ``published`` (that day), ``days_later`` (of the last copy).

    Notes
    -----
    Reading it: printed first is not written first: all copies may have come from an agency.
    """
    dated = articles[articles["published"].notna() & (articles["published_precision"] == "day")]
    days = dated[["article_id"]].assign(day=dated["published"].dt.normalize())
    copies = passages.merge(days, on="article_id")
    rows = []
    for passage, own in copies.groupby("passage"):
        first, last = own["day"].min(), own["day"].max()
        if first < last:
            ids = ";".join(sorted(own.loc[own["day"] == first, "article_id"].unique()))
            rows.append((passage, own["article_id"].nunique(), ids, first, (last - first).days))
    return pd.DataFrame(rows, columns=["passage", "n_copies", "first", "published", "days_later"])


def find_uncredited(origins: pd.DataFrame, credits: pd.DataFrame) -> pd.DataFrame:
    """Find the articles with shared words and no credit line.

    Parameters
    ----------
    origins, credits : DataFrame
        As `measure_origins` and `find_credits` give them.

    Returns
    -------
    DataFrame
        The rows of *origins* with shared words whose article has no credit line, with ``named`` (agencies that the
        text names somewhere, joined by commas; naming one as a source credits nobody for copied words); most shared
        words first.
    """
    lines = set(credits.loc[credits["where"] == "credit", "article_id"])
    named = credits[credits["where"] == "text"].groupby("article_id")["agency"].agg(lambda a: ", ".join(sorted(set(a))))
    silent = origins[(origins["n_shared"] > 0) & ~origins["article_id"].isin(lines)]
    silent = silent.assign(named=[named.get(article_id, "") for article_id in silent["article_id"]])
    return silent.sort_values(["n_shared", "article_id"], ascending=[False, True], ignore_index=True)


def list_uncredited(tokens: pd.DataFrame, passages: pd.DataFrame, silent: pd.DataFrame) -> pd.DataFrame:
    """List the shared words of the articles without a credit line, each once however many of them print it.

    Parameters
    ----------
    tokens, passages : DataFrame
        As `schema.TABLES` describes them.
    silent : DataFrame
        As `find_uncredited` gives it.

    Notes
    -----
    Reading it: of a passage in which the copies differ, the words of one copy are listed.
    """
    ids = set(silent["article_id"])
    words = tokens[tokens["article_id"].isin(ids) & (tokens["origin"] == "shared")]
    once = count_once(words, passages[passages["article_id"].isin(ids)])
    return once[is_word(once)]


@cache
def _agency_names() -> list[tuple[str, re.Pattern]]:
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
        for name, pattern in _agency_names():
            rows += [
                (article.article_id, name, "text", m.start(), m.end(), m[0]) for m in pattern.finditer(article.text)
            ]
    table = pd.DataFrame(rows, columns=["article_id", "agency", "where", "start", "end", "form"])
    return table.astype({"start": "Int64", "end": "Int64"})
