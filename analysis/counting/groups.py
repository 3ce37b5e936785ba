"""Groups: what a study compares (outlets, articles, sections, weeks, …), and the short label of each article."""

from string import ascii_uppercase

import pandas as pd

from analysis.errors import StudyError, nearest

__all__ = ["default_comparison", "make_groups", "make_labels"]

PERIODS = {"day": "D", "week": "W", "month": "M"}


def _letters(n: int) -> str:
    """Count in letters: 0 is A, 25 is Z, 26 is AA."""
    return ("" if n < 26 else _letters(n // 26 - 1)) + ascii_uppercase[n % 26]


def make_labels(articles: pd.DataFrame) -> pd.Series:
    """Give each article a short label: its own, its outlet (numbered if it has several), or *Text A*.

    Examples
    --------
    >>> articles = pd.DataFrame({"outlet": ["", "Bild", "taz", "Bild"]})
    >>> make_labels(articles).tolist()
    ['Text A', 'Bild 1', 'taz', 'Bild 2']
    """
    given = articles["label"] if "label" in articles else pd.Series("", index=articles.index)
    times = articles["outlet"].value_counts()
    seen: dict[str, int] = {}
    labels = []
    for outlet, own in zip(articles["outlet"], given, strict=True):
        seen[outlet] = seen.get(outlet, 0) + 1
        numbered = f"{outlet} {seen[outlet]}" if times[outlet] > 1 else outlet
        labels.append(own or (numbered if outlet else f"Text {_letters(seen[outlet] - 1)}"))
    return pd.Series(labels, index=articles.index, dtype="str")


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
    labelled = articles.assign(label=make_labels(articles))
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
