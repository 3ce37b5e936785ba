"""Reported: numbers of all texts put side by side: who gives which, where they differ, which are shared copy."""

import pandas as pd

from analysis.codebook.quantities_file import Topic
from analysis.counting.copied_shares import add_origin
from analysis.counting.groups import name_periods

__all__ = ["compare_numbers", "count_sources", "name_sources", "pick_highest", "span_highest", "track_numbers"]

BOUNDS = ("up_to", "about", "exactly", "at_least", "more_than")  # of equal digits, from the lowest
NO_SOURCE = "no source given"


def compare_numbers(
    quantities: pd.DataFrame, articles: pd.DataFrame, tokens: pd.DataFrame, topics: list[Topic]
) -> pd.DataFrame:
    """Put the numbers of all texts side by side, topic by topic and by whom they count.

    Parameters
    ----------
    quantities, tokens : DataFrame
        As `schema.TABLES` describes them.
    articles : DataFrame
        With ``group`` and ``label`` (`make_groups`).
    topics : list of Topic
        In the order in which they are shown; numbers on no topic are left out.

    Returns
    -------
    DataFrame
        A row is a number on a topic: the columns of *quantities*, ``group``, ``label``, ``title`` (of the topic),
        ``origin``, ``is_shared`` (another text's copy of the passage has it too), ``is_disputed`` (another text gives
        another value or bound for the same topic, population and scope, and the topic is `comparable`).

    Notes
    -----
    Reading it: numbers that differ may be of different hours or places; the sentence is where to look. Sums and
    shares are never disputed: of what two prices are, nobody can tell from the number.
    """
    order = {topic.id: n for n, topic in enumerate(topics)}
    rows = quantities[quantities["topic"].isin(order)].copy()
    known = articles.set_index("article_id")
    rows = rows.assign(
        group=rows["article_id"].map(known["group"]),
        label=rows["article_id"].map(known["label"]),
        title=rows["topic"].map({topic.id: topic.title for topic in topics}),
    )
    rows = add_origin(rows, tokens)
    said = rows["value"].astype(str) + rows["bound"]
    same = [rows["topic"], rows["population"], rows["scope"]]
    n_said, n_texts = said.groupby(same).transform("nunique"), rows["article_id"].groupby(same).transform("nunique")
    comparable = rows["topic"].isin([topic.id for topic in topics if topic.comparable])
    rows = rows.assign(is_shared=rows["origin"] == "shared", is_disputed=comparable & (n_said > 1) & (n_texts > 1))
    rows = rows.assign(order=rows["topic"].map(order))
    keys = ["order", "scope", "population", "value", "article_id", "start"]
    return rows.sort_values(keys, ignore_index=True).drop(columns="order")


def pick_highest(numbers: pd.DataFrame, *, topic: str, population: str) -> pd.DataFrame:
    """Pick the highest number that each text gives for some people in the event: its last count, parts of it left out.

    Examples
    --------
    >>> rows = pd.DataFrame({"article_id": ["a", "a", "b"], "topic": "wounded", "population": "alle",
    ...                      "scope": "event", "value": [31.0, 4.0, 300.0], "bound": "exactly"})
    >>> pick_highest(rows, topic="wounded", population="alle")["value"].tolist()
    [31.0, 300.0]
    """
    same = (numbers["topic"] == topic) & (numbers["population"] == population) & (numbers["scope"] == "event")
    return _pick_highest(numbers[same]).sort_index()


def _pick_highest(numbers: pd.DataFrame) -> pd.DataFrame:
    """Pick each text's highest number, highest first; of equal digits the one whose bound lies highest."""
    height = numbers["bound"].map({bound: n for n, bound in enumerate(BOUNDS)})
    ranked = numbers.assign(height=height).sort_values(["value", "height"], ascending=False, kind="stable")
    return ranked.drop_duplicates("article_id").drop(columns="height")


def span_highest(numbers: pd.DataFrame) -> pd.DataFrame:
    """Find the least and the greatest of the highest numbers that texts give for the same people, with their bounds.

    Returns
    -------
    DataFrame
        A row is a topic and whom it counts: ``topic``, ``title``, ``population``, ``least``, ``greatest`` (values),
        ``least_said``, ``greatest_said`` (with the bound, as the text gives it).

    Examples
    --------
    >>> rows = pd.DataFrame({"article_id": ["a", "a", "b", "b"], "topic": "wounded", "title": "Wounded",
    ...                      "population": "alle", "value": [31.0, 4.0, 1300.0, 1300.0],
    ...                      "bound": ["exactly", "exactly", "exactly", "more_than"]})
    >>> span_highest(rows)[["least_said", "greatest_said"]].values.tolist()
    [['31', 'more than 1,300']]
    """
    spans = []
    people = ["topic", "title", "population"]
    for key, own in numbers.groupby(people, sort=False):
        ranked = _pick_highest(own)
        bounds = ranked["bound"].replace("exactly", "").str.replace("_", " ")
        said = (bounds + " " + ranked["value"].map("{:,.0f}".format)).str.strip().tolist()
        spans.append((*key, ranked["value"].iloc[-1], ranked["value"].iloc[0], said[-1], said[0]))
    return pd.DataFrame(spans, columns=[*people, "least", "greatest", "least_said", "greatest_said"])


def name_sources(numbers: pd.DataFrame) -> pd.DataFrame:
    """Name on whose word each number is given: an actor, or the words that name a source; ``no source given`` without.

    Returns
    -------
    DataFrame
        The rows of `numbers`, with ``source`` so named: what `count_sources` counts.
    """
    named = numbers["actor"].where(numbers["actor"] != "", numbers["source"])
    return numbers.assign(source=named.where(named != "", NO_SOURCE))


def count_sources(numbers: pd.DataFrame) -> pd.DataFrame:
    """Count on whose word numbers are given: by actor, or by the words that name a source that is no actor.

    Returns
    -------
    DataFrame
        A row is a source: ``source``, ``n``, ``n_texts``, ``n_neighbour`` (named in a neighbouring sentence only),
        most numbers first; numbers without a source are a row of their own, the last.
    """
    table = name_sources(numbers).assign(is_neighbour=numbers["source_from"] == "neighbour")
    counts = table.groupby("source", sort=False).agg(
        n=("source", "size"), n_texts=("article_id", "nunique"), n_neighbour=("is_neighbour", "sum")
    )
    counts = counts.reset_index().assign(last=lambda table: table["source"] == NO_SOURCE)
    return counts.sort_values(["last", "n", "source"], ascending=[True, False, True], ignore_index=True).drop(
        columns="last"
    )


def track_numbers(numbers: pd.DataFrame, articles: pd.DataFrame, period: str) -> pd.DataFrame:
    """Follow the numbers of each topic through time, of each sort of people or things that it counts.

    Parameters
    ----------
    period : str
        ``day``, ``week`` or ``month``; nothing is told without one (`summaries.choose_period`).

    Returns
    -------
    DataFrame
        A row is a topic, whom it counts and a period: ``topic`` (its title), ``population``, ``period`` (as
        `name_periods` names it), ``n`` (numbers), ``low`` and ``high`` (least and greatest value); articles whose dates
        are not known so exactly are left out.
    """
    columns = ["topic", "population", "period", "n", "low", "high"]
    is_dated = articles["published"].notna() & ((period == "month") | (articles["published_precision"] == "day"))
    if not period or numbers.empty or not is_dated.any():
        return pd.DataFrame(columns=columns)
    dated = articles[is_dated]
    named = name_periods(dated, period).set_axis(dated["article_id"])
    rows = numbers.assign(period=numbers["article_id"].map(named)).dropna(subset="period")
    told = rows[rows["scope"] == "event"]
    told = told.assign(place=told.groupby(["title", "population"], sort=False).ngroup())  # in the order of the topics
    counted = told.groupby(["place", "title", "population", "period"])["value"].agg(["size", "min", "max"])
    return counted.droplevel("place").reset_index().set_axis(columns, axis=1)
