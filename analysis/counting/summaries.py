"""Summaries: small tables that a sentence is worded from: what nobody says, what leads, how far groups disagree."""

import pandas as pd

from analysis.codebook.actors_file import ActorsFile
from analysis.counting.groups import name_periods
from analysis.counting.speaking import with_actor_group

__all__ = [
    "choose_period",
    "count_by_period",
    "find_homes",
    "find_unheard",
    "find_unsaid",
    "measure_disagreement",
    "rank_first",
]

DAYS, WEEKS = 21, 183  # a span of up to so many days is shown by day, by week; a longer one by month


def find_unsaid(terms: pd.DataFrame, *, at_least: int = 3) -> pd.DataFrame:
    """Find the terms that no text says in its own words.

    Parameters
    ----------
    terms : DataFrame
        A row is an occurrence: ``contrast``, ``term``, ``voice``.
    at_least : int
        How often a term must occur: that a word is missing once in two says nothing.

    Returns
    -------
    DataFrame
        A row is a term: ``contrast``, ``term``, ``n``, ``n_direct`` (in marks or held at a distance),
        ``n_distanced`` (held at a distance); most frequent first.

    Examples
    --------
    >>> rows = [("c", "a", "direct")] * 3 + [("c", "b", "own")] * 3
    >>> find_unsaid(pd.DataFrame(rows, columns=["contrast", "term", "voice"])).values.tolist()
    [['c', 'a', 3, 3, 0]]
    """
    voice = terms["voice"]
    counted = terms.assign(
        own=voice == "own", direct=voice.isin(["direct", "distanced"]), distanced=voice == "distanced"
    )
    sums = counted.groupby(["contrast", "term"], observed=True).agg(
        n=("voice", "size"), n_own=("own", "sum"), n_direct=("direct", "sum"), n_distanced=("distanced", "sum")
    )
    unsaid = sums[(sums["n_own"] == 0) & (sums["n"] >= at_least)].drop(columns="n_own").reset_index()
    return unsaid.sort_values(["n", "term"], ascending=[False, True], ignore_index=True)


def rank_first(rows: pd.DataFrame, *, by: tuple[str, ...], what: str) -> pd.DataFrame:
    """Find what is most frequent in each group of rows.

    Returns
    -------
    DataFrame
        The columns of `by`, ``first`` (of equal ones the first by name), ``n``, ``second``, ``n_second`` (empty and 0
        if there is none), ``n_like_second`` (how many, without the first, come as often as the second), ``total``.

    Examples
    --------
    >>> rows = pd.DataFrame({"g": list("xxxy"), "term": list("aabb")})
    >>> rank_first(rows, by=("g",), what="term").values.tolist()
    [['x', 'a', 2, 'b', 1, 1, 3], ['y', 'b', 1, '', 0, 0, 1]]
    """
    ranked = []
    for key, group in rows.groupby(list(by), sort=False, observed=True):
        counts = group[what].astype(str).value_counts().reset_index(name="n")
        counts = counts.sort_values(["n", what], ascending=[False, True])
        pairs = [*counts.itertuples(index=False, name=None), ("", 0)]
        n_like_second = int((counts["n"].iloc[1:] == pairs[1][1]).sum())
        ranked.append((*key, *pairs[0], *pairs[1], n_like_second, len(group)))
    numbers = ["n", "n_second", "n_like_second", "total"]
    table = pd.DataFrame(ranked, columns=[*by, "first", "n", "second", *numbers[1:]])
    return table.astype(dict.fromkeys(numbers, "int64"))


def find_homes(rows: pd.DataFrame, articles: pd.DataFrame, *, by: tuple[str, ...]) -> dict[tuple, tuple[str, int]]:
    """Find what stands in one group more often than in all others together: the group, and how often there.

    Parameters
    ----------
    rows : DataFrame
        A row is an occurrence: ``article_id`` and the columns of `by`.
    articles : DataFrame
        With ``group`` (`make_groups`).

    Examples
    --------
    >>> articles = pd.DataFrame({"article_id": list("ab"), "group": ["x", "y"]})
    >>> rows = pd.DataFrame({"article_id": list("aabab"), "term": list("pppqq")})
    >>> find_homes(rows, articles, by=("term",))
    {('p',): ('x', 2)}
    """
    groups = rows["article_id"].map(articles.set_index("article_id")["group"]).astype(str)
    counts = rows.assign(group=groups).groupby([*by, "group"], observed=True).size()
    share = counts / counts.groupby(list(by), observed=True).transform("sum")
    main = counts[(share > 0.5) & (share < 1)]
    return {key[:-1]: (key[-1], int(n)) for key, n in main.items()}


def measure_disagreement(counts: pd.DataFrame) -> pd.DataFrame:
    """Measure how far groups choose different words in each set.

    Parameters
    ----------
    counts : DataFrame
        A row is a term in a group (and a voice): ``contrast``, ``term``, ``group``, ``n``.

    Returns
    -------
    DataFrame
        A row is a set: ``contrast``, ``n`` (occurrences), ``n_groups``, ``disagreement``: the mean over pairs of groups
        of the chance that a word of the one is not the word of the other; highest first. Missing with fewer than two.

    Notes
    -----
    Reading it: 0 if all say one and the same word, 1 if no two share a word. Groups with few words weigh as much as
    others.

    Examples
    --------
    >>> rows = [("c", "a", "x", 2), ("c", "a", "y", 1), ("c", "b", "y", 1)]
    >>> measure_disagreement(pd.DataFrame(rows, columns=["contrast", "term", "group", "n"])).values.tolist()
    [['c', 4, 2, 0.5]]
    """
    rows = []
    for contrast, table in counts.groupby("contrast", sort=False, observed=True):
        cross = table.pivot_table(index="group", columns="term", values="n", aggfunc="sum", observed=True).fillna(0)
        shares = cross.div(cross.sum(axis=1), axis=0).to_numpy()
        k = len(shares)
        same = shares @ shares.T
        chance = 1 - (same.sum() - same.trace()) / (k * (k - 1)) if k > 1 else float("nan")
        rows.append((contrast, int(table["n"].sum()), k, chance))
    found = pd.DataFrame(rows, columns=["contrast", "n", "n_groups", "disagreement"])
    found = found.astype({"n": "int64", "n_groups": "int64", "disagreement": "float64"})
    return found.sort_values(["disagreement", "n"], ascending=False, ignore_index=True)


def find_unheard(mentions: pd.DataFrame, quotes: pd.DataFrame, actors: ActorsFile) -> pd.DataFrame:
    """Find the groups of the codebook that are named and never quoted.

    Returns
    -------
    DataFrame
        A row is a group: ``actor_group``, ``n_mentions``; most named first.
    """
    named = with_actor_group(mentions, actors)["actor_group"].value_counts()
    heard = set(with_actor_group(quotes, actors)["actor_group"])
    unheard = [(str(group), int(n)) for group, n in named.items() if n and group not in heard]
    return pd.DataFrame(unheard, columns=["actor_group", "n_mentions"]).astype({"n_mentions": "int64"})


def choose_period(articles: pd.DataFrame) -> str:
    """Choose by what to show a study over time; empty if its dates span two days or fewer.

    Dates known to the day count; where most are known to the month alone, a study is shown by month, or not at all.

    Examples
    --------
    >>> dates = pd.to_datetime(["2024-01-01", "2024-01-09", "2024-01-30"])
    >>> choose_period(pd.DataFrame({"published": dates, "published_precision": "day"}))
    'week'
    >>> choose_period(pd.DataFrame({"published": dates, "published_precision": "month"}))
    ''
    """
    known = articles[articles["published"].notna()]
    exact = known.loc[known["published_precision"] == "day", "published"]
    if len(exact) * 2 < len(known):
        return "month" if known["published"].dt.to_period("M").nunique() > 1 else ""
    span = (exact.max() - exact.min()).days + 1 if len(exact) > 1 else 0
    if span <= 2:
        return ""
    return "day" if span <= DAYS else "week" if span <= WEEKS else "month"


def count_by_period(rows: pd.DataFrame, articles: pd.DataFrame, period: str, *, what: str) -> pd.DataFrame:
    """Count rows over time: ``period`` (its first day), `what`, ``n``; dates not known so exactly are left out."""
    is_dated = articles["published"].notna() & ((period == "month") | (articles["published_precision"] == "day"))
    dated = articles[is_dated]
    start = name_periods(dated, period).set_axis(dated["article_id"])
    placed = rows[rows["article_id"].isin(start.index)]
    return (
        placed.assign(period=placed["article_id"].map(start).astype(str))
        .groupby(["period", what], observed=True).size().rename("n").reset_index()
    )  # fmt: skip
