"""Speech told on: acts of a pronoun, sentences that carry a report on, and clauses that a report retells."""

import pandas as pd

__all__ = ["credit_acts", "credit_quotes", "name_pronouns"]


def name_pronouns(acts: pd.DataFrame, quotes: pd.DataFrame, *, nobody: tuple[str, ...]) -> pd.DataFrame:
    """Name the agents of acts that a pronoun does: *Dazu zählte er …* is his who was quoted last.

    Parameters
    ----------
    acts : DataFrame
        As `speech_acts.find_speech_acts` gives them; ``agent_actor`` is empty where a pronoun acts, and ``since`` is
        where the sentence before begins.
    quotes : DataFrame
        As `schema.TABLES` describes them; ``actor`` is whose the words are.
    nobody : tuple of str
        What stands in ``actor`` where nobody is credited.

    Returns
    -------
    DataFrame
        The acts, ``carried`` ones as ``told``; those of a pronoun for which nobody has spoken are left out. A sentence
        that only carries on (*Sie sollten helfen*) does so after a report, not after words in marks.
    """
    rows = []
    spoken = dict(tuple(quotes[~quotes["actor"].isin(nobody)].groupby("article_id", sort=False)))
    for row in acts.to_dict("records"):
        if row["agent_actor"] or row["way"] == "added":
            rows.append(row)
        elif actor := _spoke_last(spoken.get(row["article_id"], quotes.iloc[:0]), row):
            rows.append(row | {"agent_actor": actor, "way": "told" if row["way"] == "carried" else row["way"]})
    return pd.DataFrame(rows, columns=acts.columns)


def _spoke_last(quotes: pd.DataFrame, act: dict) -> str:
    """Return who was quoted last between the begin of the sentence before and the act; nobody: empty."""
    near = quotes[(quotes["end"] > act["since"]) & (quotes["end"] <= act["first"])]
    near = near[near["type"] != "Direct"] if act["way"] == "carried" else near
    return "" if near.empty else str(near.sort_values(["end", "start"])["actor"].iloc[-1])


def credit_quotes(quotes: pd.DataFrame, named: pd.Series) -> dict[tuple[str, int], str]:
    """Say of each quotation whose words it has, by article and number.

    A clause that a report retells (*er habe davon gesprochen, dass sich die Lage bessere*) is his who reports: nobody
    else vouches for it. Words in marks, a source (*laut …*) and an act (*er habe gedankt*) stay with those named.
    """
    whose = dict(zip(zip(quotes["article_id"], quotes["quote"], strict=True), named, strict=True))
    spans = {(q.article_id, q.quote): (q.start, q.end, q.type) for q in quotes.itertuples(index=False)}
    is_clause = (quotes["type"] == "Indirect") & (quotes["evidence"] != "attributed")
    nested = quotes[is_clause & quotes["inside"].notna() & quotes["cue_start"].notna()]
    for row in nested.sort_values(["article_id", "start"]).itertuples(index=False):
        outer = (row.article_id, int(row.inside))
        first, last, kind = spans[outer]
        if kind != "Direct" and first <= row.cue_start < last:
            whose[row.article_id, row.quote] = whose[outer]
    return whose


def credit_acts(acts: pd.DataFrame, whose: dict[tuple[str, int], str], *, outlet: str) -> dict[tuple[str, int], str]:
    """Give the words in which an act is told (*ordnete Trauer an*) to him who tells it: the report around, the outlet.

    What is done in them, the demand or the thanks, stays its doer's: that is what ``done`` counts.
    """
    inside = zip(acts["article_id"], acts["quote"], acts["inside"], strict=True)
    return whose | {(a, q): outlet if pd.isna(around) else whose[a, int(around)] for a, q, around in inside}
