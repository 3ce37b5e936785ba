"""Targets: who is held responsible, who is judged, who is to act, who suffers."""

import pandas as pd

from analysis.framing.frame_sponsors import OUTLET

__all__ = ["find_target"]

ROLE = {"cause": "agent", "problem": "patient"}


def find_target(
    element: str, word: pd.Series, sentences: pd.DataFrame, mentions: pd.DataFrame, agency: pd.DataFrame
) -> str:
    """Find the target of an element in the sentence of its leading word.

    Parameters
    ----------
    element : str
        ``problem``, ``cause``, ``evaluation`` or ``remedy``.
    word : Series
        A row of *frame_words*: the word that made the element.
    sentences, mentions, agency : DataFrame
        As `schema.TABLES` describes them.

    Returns
    -------
    str
        For a cause the agent, for a problem the patient of a violent or political verb of the sentence, as actor or
        as printed; else the actor mentioned nearest to the word who is not the sponsor; empty if there is none.
    """
    if element in ROLE:
        role = ROLE[element]
        acts = agency[(agency["article_id"] == word["article_id"]) & (agency["sentence"] == word["sentence"])]
        named = [row[f"{role}_actor"] or row[role] for row in acts.to_dict("records") if row[role]]
        if named:
            return named[0]
    is_own = (sentences["article_id"] == word["article_id"]) & (sentences["sentence"] == word["sentence"])
    start, end = sentences.loc[is_own, ["start", "end"]].iloc[0]
    near = mentions[(mentions["article_id"] == word["article_id"]) & mentions["start"].between(start, end - 1)]
    near = near[(near["actor"] != word["sponsor"]) | (word["sponsor"] == OUTLET)]
    if near.empty:
        return ""
    return str(near.loc[(near["start"] - word["start"]).abs().idxmin(), "actor"])
