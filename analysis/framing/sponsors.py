"""Sponsors: whose words each token is: the outlet's, or those of the speaker whom it quotes or reports."""

import numpy as np
import pandas as pd

__all__ = ["NOBODY", "OUTLET", "find_sponsors"]

OUTLET = "outlet"
NOBODY = "somebody"  # the words are somebody else's, and the text does not say whose


def find_sponsors(tokens: pd.DataFrame, quotes: pd.DataFrame) -> pd.Series:
    """Say of each token whose word it is.

    Parameters
    ----------
    tokens, quotes : DataFrame
        As `schema.TABLES` describes them; tokens with their ``quote``.

    Returns
    -------
    Series of str, on the index of *tokens*
        The actor of the innermost quotation (else the words that name the speaker, else ``somebody``); likewise for
        the words that report it: in *Die Gruppe fordert Hilfe* the demand is the group's. Everything else is the
        ``outlet``'s.

    Notes
    -----
    A word that the outlet adds inside a report is counted as the speaker's: which words are added cannot be seen.
    """
    named = quotes["actor"].where(quotes["actor"] != "", quotes["speaker"]).replace("", NOBODY)
    by_quote = dict(zip(zip(quotes["article_id"], quotes["quote"], strict=True), named, strict=True))
    keys = zip(tokens["article_id"], tokens["quote"], strict=True)
    sponsors = np.array(
        [OUTLET if pd.isna(quote) else by_quote.get((article_id, int(quote)), NOBODY) for article_id, quote in keys],
        dtype=object,
    )
    places = tokens.groupby("article_id", sort=False).indices
    starts = tokens["start"].to_numpy()
    cued = quotes[quotes["cue_start"].notna()].assign(named=named)
    for row in cued.itertuples(index=False):
        at = places.get(row.article_id, np.array([], dtype=int))
        inside = at[(starts[at] >= row.cue_start) & (starts[at] < row.cue_end)]
        sponsors[inside] = np.where(sponsors[inside] == OUTLET, row.named, sponsors[inside])
    return pd.Series(pd.array(sponsors, dtype="str"), index=tokens.index)
