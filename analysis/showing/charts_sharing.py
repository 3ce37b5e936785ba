"""Charts of shared copy."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch

from analysis.showing.chart_look import INK, group_colours, new_axes, tint

__all__ = ["plot_origins", "plot_shared_pairs"]


def _finish(ax: Axes, title: str, alt: str) -> Axes:
    ax.set_title(title)
    ax.alt_text = alt
    return ax


def _labels(table: pd.DataFrame) -> list[str]:
    """Label articles by outlet, and by id too where an outlet has several."""
    once = table["group"].astype(str).map(table["group"].astype(str).value_counts()) == 1
    return [o if alone else f"{o} · {a}" for a, o, alone in zip(table["article_id"], table["group"], once, strict=True)]


def plot_origins(table: pd.DataFrame, *, title: str, ax: Axes | None = None) -> Axes:
    """Draw how many words of each article are its own and how many another article has too.

    Parameters
    ----------
    table : DataFrame
        As `measure_origins` gives it.
    """
    ax = ax or new_axes(height=1.5 + 0.4 * len(table))
    colours, labels = group_colours(table["group"]), _labels(table)
    for y, row in enumerate(table.itertuples(index=False)):
        colour = colours[row.group]
        ax.barh(y, row.n_own, height=0.62, color=colour, edgecolor=colour, linewidth=0.8)
        ax.barh(
            y,
            row.n_shared,
            left=row.n_own,
            height=0.62,
            color=tint(colour, 0.12),
            edgecolor=colour,
            linewidth=0.8,
        )
        ax.text(row.n_words + 8, y, f"{row.share_own:.0%} own", va="center", fontsize=8, color=INK)
    ax.set_yticks(range(len(table)), labels)
    ax.invert_yaxis()
    ax.set_xlim(0, table["n_words"].max() * 1.14)
    ax.set_xlabel("words")
    shared = tint("#777777", 0.12)
    handles = [
        Patch(facecolor="#777777", edgecolor="#777777", label="own words"),
        Patch(facecolor=shared, edgecolor="#777777", label="shared with another article"),
    ]
    ax.legend(
        handles=handles, loc="upper left", bbox_to_anchor=(0, -0.62 / (0.4 * len(table))), ncols=2, borderaxespad=0
    )
    said = "; ".join(
        f"{name}: {row.n_own} own, {row.n_shared} shared" for name, row in zip(labels, table.itertuples(), strict=True)
    )
    return _finish(ax, title, f"Stacked bars of words by origin. {said}.")


def plot_shared_pairs(pairs: pd.DataFrame, articles: pd.DataFrame, *, title: str, ax: Axes | None = None) -> Axes:
    """Draw the share of each article's words that each other article has too, as a heat map.

    Parameters
    ----------
    pairs : DataFrame
        As `measure_sharing` gives it.
    articles : DataFrame
        The articles to draw, in order: ``article_id``, ``group``.
    """
    ids, labels = articles["article_id"].tolist(), _labels(articles)
    shares = pairs.pivot(index="article_id", columns="other_article_id", values="share").reindex(index=ids, columns=ids)
    values = shares.fillna(0).to_numpy(copy=True)
    np.fill_diagonal(values, np.nan)
    ax = ax or new_axes(width=2.2 + 0.95 * len(ids), height=1.3 + 0.5 * len(ids))
    ax.imshow(values, cmap="Greens", vmin=0, vmax=1, aspect="auto")
    for y in range(len(ids)):
        for x in range(len(ids)):
            if x != y:
                text = f"{values[y, x]:.0%}" if values[y, x] else "·"
                ax.text(
                    x, y, text, ha="center", va="center", fontsize=8.5, color="white" if values[y, x] > 0.6 else INK
                )
    ax.set_xticks(range(len(ids)), labels)
    ax.set_yticks(range(len(ids)), [f"of {label}" for label in labels])
    ax.xaxis.tick_top()
    ax.tick_params(length=0)
    ax.set_xlabel("share of the row's words that stand in the column's article too")
    for spine in ax.spines.values():
        spine.set_visible(False)
    names = dict(zip(ids, labels, strict=True))
    known = pairs[pairs["article_id"].isin(ids) & pairs["other_article_id"].isin(ids)].sort_values(
        "share", ascending=False
    )
    said = "; ".join(
        f"{r.share:.0%} of {names[r.article_id]} in {names[r.other_article_id]}" for r in known.itertuples()
    )
    return _finish(ax, title, f"Heat map of shared words. {said or 'Nothing is shared'}.")
