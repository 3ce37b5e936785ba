"""Sponsors: whose words each token is: the outlet's, or those of the speaker whom it quotes or reports."""

import numpy as np
import pandas as pd

__all__ = ["NOBODY", "OUTLET", "find_sponsors"]

OUTLET = "outlet"
NOBODY = "somebody"  # words in marks, and the text does not say whose


def find_sponsors(
    tokens: pd.DataFrame, quotes: pd.DataFrame, acts: pd.DataFrame, mentions: pd.DataFrame
) -> pd.DataFrame:
    """Say of each token whose word it is.

    Parameters
    ----------
    tokens, quotes : DataFrame
        As `schema.TABLES` describes them; tokens with their ``voice`` and ``quote``.
    acts : DataFrame
        Speech acts that the outlet tells in its own voice (*dankte*, *bat um Hilfe*): ``article_id``, ``first`` and
        ``last`` (the offsets of the clause) and ``agent_actor``.

    mentions : DataFrame
        As `schema.TABLES` describes them.

    Returns
    -------
    DataFrame, on the index of *tokens*
        ``told``: the actor of the innermost quotation (else the words that name the speaker); the ``outlet`` for all
        else, also where nobody is credited (*befürchtet wird*) and for the label of an actor in reported speech;
        ``somebody`` for words in marks with no speaker. ``done``: the same, but a speech act in the outlet's own
        words is its subject's: in *Die Gruppe fordert Hilfe* the demand is the group's.

    Notes
    -----
    Other words that the outlet adds inside a report are counted as the speaker's: that they are added cannot be seen.
    """
    named = quotes["actor"].where(quotes["actor"] != "", quotes["speaker"])
    named = named.where((named != "") | (quotes["type"] != "Direct"), NOBODY).replace("", OUTLET)
    by_quote = dict(zip(zip(quotes["article_id"], quotes["quote"], strict=True), named, strict=True))
    keys = zip(tokens["article_id"], tokens["quote"], strict=True)
    said = np.array(
        [OUTLET if pd.isna(quote) else by_quote.get((article_id, int(quote)), NOBODY) for article_id, quote in keys],
        dtype=object,
    )
    labels = find_labels(tokens, mentions) & (tokens["voice"] != "direct").to_numpy()
    told = np.where(labels, OUTLET, said)
    places = tokens.groupby("article_id", sort=False).indices
    starts = tokens["start"].to_numpy()
    done = told.copy()
    cued = quotes[quotes["cue_start"].notna()].assign(named=named)
    spans = [(r.article_id, r.cue_start, r.cue_end, r.named) for r in cued.itertuples(index=False)]
    spans += [(r.article_id, r.first, r.last, r.agent_actor) for r in acts.itertuples(index=False)]
    for article_id, first, last, actor in spans:
        at = places.get(article_id, np.array([], dtype=int))
        inside = at[(starts[at] >= first) & (starts[at] < last)]
        free = inside[~labels[inside]]
        done[free] = np.where(done[free] == OUTLET, actor, done[free])
    return pd.DataFrame({"told": told, "done": done}, index=tokens.index).astype("str")


def find_labels(tokens: pd.DataFrame, mentions: pd.DataFrame) -> np.ndarray:
    """Tell which tokens are a label of an actor: *autoritärer Ex-Machthaber* before a name, or in its place."""
    is_label = np.zeros(len(tokens), dtype=bool)
    labelled = dict(tuple(mentions[mentions["label"] != ""].groupby("article_id", sort=False)))
    forms = tokens["form"].to_numpy(object)
    starts = tokens["start"].to_numpy()
    for article_id, at in tokens.groupby("article_id", sort=False).indices.items():
        for row in labelled.get(article_id, mentions.iloc[:0]).itertuples(index=False):
            words = set(row.label.replace(";", " ").split())
            near = at[(starts[at] >= row.start - len(row.label) - 2) & (starts[at] < row.end + len(row.label) + 3)]
            is_label[[i for i in near if forms[i] in words]] = True
    return is_label
