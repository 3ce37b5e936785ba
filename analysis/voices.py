"""Voices: whose word each token is, from the quotations it lies in."""

import pandas as pd

__all__ = ["mark_voices"]


def mark_voices(tokens: pd.DataFrame, quotes: pd.DataFrame) -> pd.DataFrame:
    """Give each token its voice and its innermost quotation.

    Parameters
    ----------
    tokens, quotes : DataFrame
        As `schema.TABLES` describes them.

    Returns
    -------
    DataFrame
        *tokens* with ``voice`` (``direct`` inside a direct quotation, else ``own``) and ``quote`` set.
    """
    voice, number = tokens["voice"].to_numpy(object).copy(), tokens["quote"].to_numpy(object).copy()
    places = tokens.groupby("article_id", sort=False).indices
    starts = tokens["start"].to_numpy()
    outer_first = quotes.sort_values(["article_id", "start", "end"], ascending=[True, True, False])
    for row in outer_first.itertuples(index=False):
        rows = places[row.article_id]
        first, last = starts[rows].searchsorted([row.start, row.end])
        voice[rows[first:last]] = "direct"
        number[rows[first:last]] = row.quote
    return tokens.assign(voice=pd.array(voice, dtype="str"), quote=pd.array(number, dtype="Int64"))
