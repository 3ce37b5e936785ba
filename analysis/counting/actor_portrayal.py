"""Portrayal: how each actor is labelled, who is talked about by whom, and who is never quoted."""

import pandas as pd

from analysis.codebook.actors_file import ActorsFile
from analysis.counting.speaking import NOBODY, with_actor_group
from analysis.counting.terms import with_group

__all__ = ["count_about", "count_labels", "find_silent"]


def count_labels(mentions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Count how each actor is labelled, and how often named without a label.

    Returns
    -------
    DataFrame
        A row is a label of an actor in a group: ``actor``, ``group``, ``label`` (as printed; empty: the bare name),
        ``n``.
    """
    table = with_group(mentions, articles)
    labels = table.assign(label=table["label"].str.split("; ")).explode("label")
    counts = labels.groupby(["actor", "group", "label"], sort=False, observed=True).size()
    return (
        counts.rename("n")
        .reset_index()
        .sort_values(["actor", "group", "n"], ascending=[True, True, False], ignore_index=True)
    )


def find_silent(
    mentions: pd.DataFrame,
    quotes: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    actors: ActorsFile,
    by: tuple[str, ...] = (),
) -> pd.DataFrame:
    """Find who is talked about and never quoted.

    Parameters
    ----------
    by : tuple of str
        ``("group",)``: who is silent in a group, even if another one quotes them.

    Returns
    -------
    DataFrame
        A row is an actor with mentions and no quotation: the columns of `by`, ``actor_group``, ``actor``,
        ``n_mentions``, ``n_articles``; most mentioned first.
    """
    keys = [*by, "actor"]
    named = with_group(mentions, articles).groupby(keys, sort=False, observed=True)
    named = named.agg(n_mentions=("mention", "size"), n_articles=("article_id", "nunique")).reset_index()
    spoke = with_group(quotes, articles)[keys].drop_duplicates().assign(speaks=True)
    silent = named.merge(spoke, on=keys, how="left")
    silent = with_actor_group(silent[silent["speaks"].isna()].drop(columns="speaks"), actors)
    order = silent.sort_values(
        [*by, "n_mentions", "actor"], ascending=[True] * len(by) + [False, True], ignore_index=True
    )
    return order[[*by, "actor_group", "actor", "n_mentions", "n_articles"]]


def count_about(
    mentions: pd.DataFrame, quotes: pd.DataFrame, tokens: pd.DataFrame, *, actors: ActorsFile
) -> pd.DataFrame:
    """Count who is quoted about whom: mentions that stand inside a quotation, by its innermost speaker.

    Parameters
    ----------
    tokens : DataFrame
        A row is a token, with ``quote``: the innermost quotation that it lies in.

    Returns
    -------
    DataFrame
        A row is a mention in somebody's words: ``speaker``, ``speaker_group``, ``about``, ``about_group``,
        ``article_id``, ``start``, ``end``. A speaker's naming of themselves is left out.
    """
    inside = tokens.loc[tokens["quote"].notna(), ["article_id", "start", "quote"]]
    placed = mentions.merge(inside, on=["article_id", "start"])
    speakers = quotes[["article_id", "quote", "actor"]].astype({"quote": "Int64"}).rename(columns={"actor": "speaker"})
    spoken = placed.merge(speakers, on=["article_id", "quote"]).rename(columns={"actor": "about"})
    spoken = spoken[spoken["about"] != spoken["speaker"]].sort_values(["article_id", "start"], ignore_index=True)
    for side in ("about", "speaker"):
        spoken[f"{side}_group"] = with_actor_group(spoken, actors, column=side)["actor_group"]
    spoken["speaker"] = spoken["speaker"].replace("", NOBODY)
    return spoken[["speaker", "speaker_group", "about", "about_group", "article_id", "start", "end"]]
