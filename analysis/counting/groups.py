"""Groups: what a study compares (outlets, articles, sections, weeks, …), and the short label of each article."""

import pandas as pd

from analysis.errors import StudyError, nearest
from analysis.reading.article_labels import make_labels

__all__ = ["default_comparison", "make_groups", "name_periods"]

PERIODS = {"day": "D", "week": "W", "month": "M"}


def default_comparison(articles: pd.DataFrame) -> str:
    """Say what to compare where the study does not: outlets if two or more are known, else articles."""
    return "outlet" if articles.loc[articles["outlet"] != "", "outlet"].nunique() > 1 else "article"


def name_periods(articles: pd.DataFrame, period: str) -> pd.Series:
    """Name the day, week (by its Monday) or month in which each article was published; missing where that is unknown.

    Examples
    --------
    >>> dates = pd.DataFrame({"published": pd.to_datetime(["2024-06-05", "2024-06-11"])})
    >>> name_periods(dates, "week").tolist(), name_periods(dates, "month").tolist()
    (['2024-06-03', '2024-06-10'], ['2024-06', '2024-06'])
    """
    start = articles["published"].dt.to_period(PERIODS[period]).dt.start_time
    return start.dt.strftime("%Y-%m" if period == "month" else "%Y-%m-%d")


def make_groups(articles: pd.DataFrame, by: str) -> pd.DataFrame:
    """Add ``label`` and ``group`` to the articles: the groups that figures are given for.

    Parameters
    ----------
    articles : DataFrame
        A row is an article.
    by : str
        ``article``, ``outlet`` (an article without a known one stands for itself), ``day``, ``week`` or ``month`` of
        publication, or any column of the table.

    Raises
    ------
    StudyError
        If there is no such column.

    Examples
    --------
    >>> dates = pd.to_datetime(["2024-06-05", None])
    >>> articles = pd.DataFrame({"article_id": ["a", "b"], "outlet": "", "published": dates})
    >>> make_groups(articles, "week")["group"].tolist()
    ['week of 2024-06-03', 'undated']
    """
    labelled = articles
    if "label" not in articles:  # a table made by hand
        labelled = articles.assign(label=make_labels([""] * len(articles), articles["outlet"].tolist()))
    if by in ("article", "article_id"):
        return labelled.assign(group=labelled["label"])
    if by == "outlet":
        return labelled.assign(group=labelled["outlet"].where(labelled["outlet"] != "", labelled["label"]))
    if by in PERIODS:
        shown = name_periods(labelled, by).where(labelled["published"].notna(), "undated")
        is_week = (by == "week") & (shown != "undated")  # its first day alone would read as a day
        return labelled.assign(group=shown.where(~is_week, "week of " + shown))
    if by not in articles:
        names = ["article", "outlet", *PERIODS, *articles.columns]
        raise StudyError(f'cannot compare by "{by}"; {nearest(by, names)}', file="data/study.toml")
    return labelled.assign(group=labelled[by].astype(str).replace("", "unknown"))
