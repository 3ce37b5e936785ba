"""Versions: the tables as the hand coding has them, or with copy counted once, for claims to be held against."""

import numpy as np
import pandas as pd

from analysis.checking.claims import Tables
from analysis.checking.quotes_against_gold import code_voices
from analysis.copying.word_origins import mark_origin

__all__ = ["code_by_hand", "keep_places"]


def code_by_hand(
    found: Tables,
    places: pd.DataFrame,
    quotes: pd.DataFrame,
    marks: pd.DataFrame,
    terms: pd.DataFrame,
    *,
    passages: pd.DataFrame | None = None,
    quantities: pd.DataFrame | None = None,
) -> Tables | None:
    """Put the hand coding in the place of what was found; None unless it covers every article.

    Parameters
    ----------
    found : Tables
        The tables as found.
    places : DataFrame
        Every occurrence of a listed word, counted or not, as `find_terms` gives them.
    quotes, marks, terms : DataFrame
        *gold_quotes*, *gold_marks* and *gold_terms*.
    passages, quantities : DataFrame, optional
        The coder's, as `read_passages` and `read_quantities` give them; without any, they stay as found.

    Returns
    -------
    Tables or None
        Voices and quotations are the coder's; a term counts where the coder says so (all of them as found, if no terms
        were coded); origins follow the coder's passages. Mentions stay as found: nobody coded them.
    """
    if not set(found.tokens["article_id"]) <= set(quotes["article_id"]):
        return None
    tokens = code_voices(found.tokens, quotes, marks).drop(columns="is_doubtful")
    counted = places if terms.empty else _counted(places, terms, found.tokens)
    if has_passages := passages is not None and len(passages) > 0:
        tokens = mark_origin(tokens, passages)
    voice = tokens.set_index(["article_id", "token"])["voice"]
    keys = pd.MultiIndex.from_frame(counted[["article_id", "token"]])
    return Tables(
        tokens,
        counted.assign(voice=voice.reindex(keys).to_numpy()),
        quotes,
        found.mentions,
        quantities if quantities is not None and len(quantities) else found.quantities,
        passages if has_passages else found.passages,
    )


def _counted(places: pd.DataFrame, terms: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Keep the occurrences that the coder counts; one that was not coded counts as found.

    A word that counts for the coder and stands in no list is a term of its own, by its words.
    """
    coded = terms.set_index(["article_id", "start", "contrast"])["counts"]
    judged = coded.reindex(pd.MultiIndex.from_frame(places[["article_id", "start", "contrast"]])).to_numpy()
    kept = places[np.where(pd.isna(judged), places["is_counted"], judged == "yes").astype(bool)]
    keys = ["article_id", "start", "contrast"]
    listed = pd.MultiIndex.from_frame(places[keys])
    new = terms[(terms["counts"] == "yes") & ~pd.MultiIndex.from_frame(terms[keys]).isin(listed)]
    new = new[[*keys, "text", "means"]].merge(tokens, on=["article_id", "start"]).rename(columns={"text": "term"})
    new = new.assign(why_not="", is_counted=True)
    both = [part.astype({"contrast": object, "term": object}) for part in (kept, new.reindex(columns=places.columns))]
    return pd.concat(both, ignore_index=True) if len(new) else kept


def keep_places(found: Tables, tokens: pd.DataFrame) -> Tables:
    """Keep of every table the rows that begin at one of some tokens: those that are counted once, say.

    Examples
    --------
    >>> words = pd.DataFrame({"article_id": ["a", "a"], "start": [0, 4]})
    >>> found = Tables(words, words, words.assign(actor=["x", "y"]), words)
    >>> keep_places(found, words[:1]).quotes["actor"].tolist()
    ['x']
    """
    kept = pd.MultiIndex.from_frame(tokens[["article_id", "start"]])
    at = ["article_id", "start"]
    return Tables(*(t[pd.MultiIndex.from_frame(t[at]).isin(kept)] if len(t) else t for t in found))
