"""Quotations: so far, what stands between paired quotation marks."""

import pandas as pd

from analysis import schema
from analysis.marks import pair_marks

__all__ = ["find_quotes"]


def find_quotes(articles: pd.DataFrame, sentences: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Find the quotations of each article.

    Parameters
    ----------
    articles, sentences, tokens : DataFrame
        As `schema.TABLES` describes them.

    Returns
    -------
    DataFrame
        *quotes*: a row is a quotation; each pair of quotation marks is one, of type ``Direct``.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    rows = []
    for article_id, group in sentences.groupby("article_id", sort=False):
        text, found = texts[article_id], []
        for _, paragraph in group.groupby("paragraph", sort=False):
            found += pair_marks(text, paragraph["start"].min(), paragraph["end"].max())
        for n, pair in enumerate(found):
            outer = [k for k, p in enumerate(found) if p.start < pair.start and pair.end < p.end]
            row = {"article_id": article_id, "quote": n, "type": "Direct", "start": pair.start, "end": pair.end}
            rows.append(row | {"text": text[pair.start : pair.end], "inside": outer[-1] if outer else pd.NA})
    quotes = pd.DataFrame(rows, columns=list(schema.TABLES["quotes"].columns))
    words = ["cue", "stance", "speaker", "actor"]
    return schema.check("quotes", quotes.assign(**dict.fromkeys(words, ""), evidence="marks"))
