"""Charts of rival words: a mark for each occurrence while they can be counted, else a grid; words over time."""

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection

from analysis.showing.chart_look import finish, list_groups, new_axes, tint
from analysis.showing.charts_grid import MOST_GROUPS, lay_grid, plot_grid
from analysis.showing.links import join_places
from analysis.showing.palette import ACCENT, FAINT, VOICE_LOOK

__all__ = ["plot_grid", "plot_terms", "plot_time"]

# Lines are told apart by colour, which names nothing else on a page (Okabe & Ito 2008, safe for colour-blind
# readers), and by their marks, which survive in grey.
COLOURS, MARKERS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00"), "os^Dvx"
SMALL_EDGES = {"dashed": (0, (2.2, 0.9)), "dotted": (0, (0.8, 0.9))}  # round a mark there is no room for long dashes
MOST_MARKS = 14  # marks of one cell that can still be counted


def _said(counts: pd.DataFrame) -> str:
    """Write all counts in words, for those who do not see them."""
    parts = [f"{term}: " + ", ".join(f"{r.group} {r.n} ({VOICE_LOOK[r.voice]['label']})" for r in rows.itertuples())
             for term, rows in counts.groupby("term", observed=True)]  # fmt: skip
    return "; ".join(parts) or "none of the words occurs"


def plot_terms(counts: pd.DataFrame, *, title: str, ax: Axes | None = None) -> Axes:
    """Draw how often each group uses each rival word, and in whose voice.

    Up to eight groups are columns, and each occurrence is a mark: filled for the outlet's own word, a ring for a word
    in quotation marks, paler or dotted for what is reported or held at a distance. More groups, or more occurrences
    than can be counted, make a grid of numbers, a row a group.

    Parameters
    ----------
    counts : DataFrame
        A row is a term in a group and a voice: ``term``, ``group``, ``voice``, ``n``; with ``term`` as `pick_contrast`
        makes it, terms that nobody uses have their row too. With ``places`` each mark leads to its sentence.
    """
    is_ordered = isinstance(counts["term"].dtype, pd.CategoricalDtype)
    terms = [str(t) for t in (counts["term"].cat.categories if is_ordered else counts["term"].unique())]
    groups = list_groups(counts["group"])
    cells = counts.groupby(["group", "term"], observed=True)["n"].sum()
    most = cells.max() if len(cells) else 0
    if len(groups) > MOST_GROUPS or most > MOST_MARKS:
        table = cells.unstack(fill_value=0).reindex(index=groups, columns=terms, fill_value=0)
        named = counts.astype({"group": str, "term": str}).groupby(["group", "term"])
        at = {key: join_places(own["places"]) for key, own in named} if "places" in counts else {}
        return plot_grid(table, title=title, alt=f"Grid of occurrences. {_said(counts)}.", places=at, ax=ax)
    ax = ax or new_axes(width=8.0, height=1.3 + 0.36 * len(terms))
    step = 0.86 / (max(most, 5) + 1)
    for x, group in enumerate(groups):
        ax.axvline(x - 0.03, color=FAINT, linewidth=1, zorder=0)
        for y, term in enumerate(terms):
            _draw_marks(ax, x, y, counts[(counts["group"] == group) & (counts["term"] == term)], step)
    lay_grid(ax, rows=terms, columns=groups, margin=0.05)
    _legend(ax, [v for v in VOICE_LOOK if v in set(counts["voice"])])
    return finish(ax, title, f"Marks of occurrences, a column for each group. {_said(counts)}.")


def _cell_places(cell: pd.DataFrame) -> list[str]:
    """List the places of a cell's occurrences, where they are known."""
    known = cell["places"] if "places" in cell else pd.Series("", index=cell.index)
    return [
        place
        for n, joined in zip(cell["n"], known, strict=True)
        for place in (joined.split(";") if joined else [""] * int(n))
    ]


def _draw_marks(ax: Axes, x: int, y: int, cell: pd.DataFrame, step: float) -> None:
    """Draw the marks of one cell, one beside the other, each leading to its sentence; a dot where there is none."""
    marks = [(voice, place) for voice in VOICE_LOOK for place in _cell_places(cell[cell["voice"] == voice])]
    if not marks:
        ax.scatter([x + 0.05], [y], s=2, color="#AAAAAA")
    for n, (voice, place) in enumerate(marks):
        mark = _draw_mark(ax, [x + 0.05 + n * step], [y], voice)
        mark.set_urls([f"at:{place}"] if place else [None])


def _draw_mark(ax: Axes, x: list[float], y: list[float], voice: str) -> PathCollection:
    """Draw a mark in the look of a voice, in the chart or, without a place, for its legend."""
    look = VOICE_LOOK[voice]
    return ax.scatter(x, y, s=42, linewidth=1.2, zorder=3, edgecolor=ACCENT, facecolor=tint(ACCENT, look["tint"]),
                      linestyle=SMALL_EDGES.get(look["edge"], look["edge"]), label=look["label"])  # fmt: skip


def _legend(ax: Axes, voices: list[str]) -> None:
    handles = [_draw_mark(ax, [], [], voice) for voice in voices]
    if handles:
        ax.legend(handles=handles, loc="upper left", bbox_to_anchor=(0, -0.04), ncols=3, borderaxespad=0)
    for handle in handles:
        handle.remove()  # the legend has its own copy


def plot_time(
    counts: pd.DataFrame, *, what: str, title: str, most: int = 6, unit: str = "occurrences", ax: Axes | None = None
) -> Axes:
    """Draw counts over time as lines, each named at its end, the numbers below.

    Parameters
    ----------
    counts : DataFrame
        A row is a thing in a period: ``period``, `what`, ``n``.
    most : int
        How many things are drawn, by size; the title says of how many if that is not all.
    unit : str
        What is counted.
    """
    order = counts.groupby(what, observed=True)["n"].sum().sort_values(ascending=False)
    names = [str(name) for name in order.index[:most]]
    table = counts.pivot_table(index="period", columns=what, values="n", aggfunc="sum", observed=True).fillna(0)
    table = table.sort_index()[names] if len(names) else table
    ax = ax or new_axes(height=3.2 + 0.2 * len(names))
    for n, name in enumerate(names):
        look = {"color": COLOURS[n % len(COLOURS)], "marker": MARKERS[n % len(MARKERS)], "markersize": 4}
        ax.plot(range(len(table)), table[name], label=f"{name} ({order[name]:.0f})", **look)
    step = max(1, len(table) // 10)
    ax.set_xticks(range(0, len(table), step), list(table.index)[::step], rotation=30, ha="right")
    ax.yaxis.get_major_locator().set_params(integer=True)
    ax.set_ylim(bottom=0)  # from 24 to 26 is no doubling
    ax.set_ylabel(unit)
    if names:
        ax.legend(loc="upper left", bbox_to_anchor=(0, -0.35), ncols=3, borderaxespad=0)
    shown = "" if len(order) <= most else f" ({most} of {len(order)} shown, by size)"
    said = "; ".join(f"{name}: " + ", ".join(f"{p} {v:.0f}" for p, v in table[name].items() if v) for name in names)
    return finish(ax, title + shown, f"Lines of counts over time. {said or 'nothing to draw'}.")
