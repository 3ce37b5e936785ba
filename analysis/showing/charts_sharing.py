"""Charts of shared copy."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.showing.chart_look import finish, fold_label, keep_ends, new_axes
from analysis.showing.charts_grid import draw_bar, draw_cells, lead_to, voice_legend
from analysis.showing.links import find_places
from analysis.showing.palette import INK

__all__ = ["plot_origins", "plot_shared_pairs"]


def _article_labels(table: pd.DataFrame) -> list[str]:
    """Label articles by their short label, else by group, and by id too where a group has several."""
    if "label" in table:
        return table["label"].astype(str).tolist()
    once = table["group"].astype(str).map(table["group"].astype(str).value_counts()) == 1
    return [o if alone else f"{o} · {a}" for a, o, alone in zip(table["article_id"], table["group"], once, strict=True)]


def plot_origins(table: pd.DataFrame, *, title: str, rows: pd.DataFrame | None = None, ax: Axes | None = None) -> Axes:
    """Draw how many words of each article are its own and how many another article has too.

    Parameters
    ----------
    table : DataFrame
        As `measure_origins` gives it. Of more than forty articles those with the most and the least own words are
        shown, twenty each, and the title says so.
    rows : DataFrame, optional
        What is counted, as `tokens`: each number leads to its sentences.
    """
    places = {} if rows is None else find_places(rows[rows["origin"] == "own"], ("article_id",))
    ends = "the {} with the largest and the {} with the smallest share of own words"
    table, title = keep_ends(table, "share_own", title=title, ends=ends)
    rows = max(len(table), 2)  # a chart of fewer is as high, so that its legend has room
    ax = ax or new_axes(height=1.9 + 0.4 * rows)
    labels = _article_labels(table)
    for y, row in enumerate(table.itertuples(index=False)):
        draw_bar(ax, y, 0, row.n_own, "own")
        draw_bar(ax, y, row.n_own, row.n_shared, "reported")
        number = ax.text(row.n_words + 8, y, f"{row.share_own:.0%} own", va="center", fontsize=8, color=INK)
        lead_to(number, places.get((str(row.article_id),), ""))
    ax.set_yticks(range(len(table)), labels)
    ax.invert_yaxis()
    ax.set_xlim(0, table["n_words"].max() * 1.14)
    ax.set_xlabel("words")
    names = {"own": "own words", "reported": "shared with another article"}
    voice_legend(ax, names, y=-0.62 / (0.4 * rows))
    said = "; ".join(
        f"{name}: {row.n_own} own, {row.n_shared} shared" for name, row in zip(labels, table.itertuples(), strict=True)
    )
    return finish(ax, title, f"Stacked bars of words by origin. {said}.")


def plot_shared_pairs(
    pairs: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    title: str,
    rows: pd.DataFrame | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw the share of each article's words that each other article has too, as a grid.

    Parameters
    ----------
    pairs : DataFrame
        As `measure_sharing` gives it.
    articles : DataFrame
        The articles to draw, in order: ``article_id``, ``group``.
    rows : DataFrame, optional
        What is counted, as `list_pair_words` gives it: each number leads to its sentences.
    """
    ids, labels = articles["article_id"].tolist(), _article_labels(articles)
    shares = pairs.pivot(index="article_id", columns="other_article_id", values="share").reindex(index=ids, columns=ids)
    values = shares.fillna(0).to_numpy(copy=True)
    np.fill_diagonal(values, np.nan)
    ax = ax or new_axes(width=2.2 + 0.95 * len(ids), height=1.3 + 0.5 * len(ids))
    found = {} if rows is None else find_places(rows[rows["is_shared"]], ("article_id", "other_article_id"))
    places = {(y, x): found.get((own, other), "") for y, own in enumerate(ids) for x, other in enumerate(ids)}
    draw_cells(ax, values, "{:.0%}".format, most=1, places=places)
    ax.set_xticks(range(len(ids)), [fold_label(label) for label in labels])
    ax.set_yticks(range(len(ids)), [f"of {label}" for label in labels])
    ax.xaxis.tick_top()
    ax.set_xlabel("share of the row's words that stand in the column's article too")
    names = dict(zip(ids, labels, strict=True))
    known = pairs[pairs["article_id"].isin(ids) & pairs["other_article_id"].isin(ids)].sort_values(
        "share", ascending=False
    )
    said = "; ".join(
        f"{r.share:.0%} of {names[r.article_id]} in {names[r.other_article_id]}" for r in known.itertuples()
    )
    return finish(ax, title, f"Grid of shared words. {said or 'Nothing is shared'}.")
