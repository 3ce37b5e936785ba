"""Groups: what a study compares (outlets, articles, sections, weeks, …), and the short label of each article."""

import pandas as pd

from analysis.errors import StudyError, nearest
from analysis.reading.article_labels import make_labels

__all__ = ["default_comparison", "make_groups"]

PERIODS = {"day": "D", "week": "W", "month": "M"}


def default_comparison(articles: pd.DataFrame) -> str:
    """Say what to compare where the study does not: outlets if two or more are known, else articles."""
    return "outlet" if articles.loc[articles["outlet"] != "", "outlet"].nunique() > 1 else "article"


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
    """
    labelled = articles
    if "label" not in articles:  # a table made by hand
        labelled = articles.assign(label=make_labels([""] * len(articles), articles["outlet"].tolist()))
    if by in ("article", "article_id"):
        return labelled.assign(group=labelled["label"])
    if by == "outlet":
        return labelled.assign(group=labelled["outlet"].where(labelled["outlet"] != "", labelled["label"]))
    if by in PERIODS:
        start = labelled["published"].dt.to_period(PERIODS[by]).dt.start_time
        shown = start.dt.strftime("%Y-%m" if by == "month" else "%Y-%m-%d")
        return labelled.assign(group=shown.where(labelled["published"].notna(), "undated"))
    if by not in articles:
        names = ["article", "outlet", *PERIODS, *articles.columns]
        raise StudyError(f'cannot compare by "{by}"; {nearest(by, names)}', file="data/study.toml")
    return labelled.assign(group=labelled[by].astype(str).replace("", "unknown"))
