"""Grids: numbers in cells shaded by size, and bars in columns; both drawn, so that a dark page shows them as well."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch, Rectangle
from matplotlib.text import Text

from analysis.showing.chart_look import finish, fold_label, new_axes, tint
from analysis.showing.palette import ACCENT, FAINT, INK, VOICE_LOOK

__all__ = [
    "DARKEST",
    "MOST_GROUPS",
    "draw_bar",
    "draw_cells",
    "draw_columns",
    "lay_grid",
    "lead_to",
    "plot_grid",
    "voice_legend",
]  # fmt: skip

MOST_GROUPS = 8  # columns that can stand side by side
MOST_ROWS = 60  # rows that can be read; of more, the fullest are drawn, and the picture says so
DARKEST = 0.55  # of the colour in the fullest cell: dark and light letters can still be read on it
SHORT_NAME = 10  # letters of a name that stands level over its column of a grid
HEAD = 104  # letters that the names of all columns have room for, side by side
WIDEST = 0.62  # of a column: the longest bar, with room for its number


def frameless(ax: Axes) -> None:
    """Take the frame and the ticks away."""
    ax.tick_params(which="both", length=0)
    for spine in ax.spines.values():
        spine.set_visible(False)


def lead_to(text: Text, places: str) -> None:
    """Let a number lead to the sentences that it counts (see `links.add_places`); a page makes the link."""
    if places:
        text.set_url(f"to:{places}")


def draw_cells(
    ax: Axes,
    values: np.ndarray,
    write: Callable[[float], str],
    *,
    most: float | None = None,
    places: Mapping[tuple[int, int], str] | None = None,
) -> None:
    """Draw a grid of numbers: a cell is the darker, the larger its number; a zero is a dot, what is missing is empty.

    Parameters
    ----------
    values : array of float
        A row of the grid is a row of the array.
    write : callable
        How a number is written.
    most : float, optional
        The number of the darkest shade; the largest one without it.
    places : mapping, optional
        Of row and column: what the number counts, see `links.add_places`.
    """
    top = most or (np.nanmax(values) if np.isfinite(values).any() else 1) or 1
    for (y, x), value in np.ndenumerate(values):
        if value > 0:
            shade = tint(ACCENT, round(DARKEST * min(value / top, 1.0), 2))
            ax.add_patch(Rectangle((x - 0.5, y - 0.5), 1, 1, facecolor=shade, linewidth=0))
        if not np.isnan(value):
            colour = INK if value else "#AAAAAA"
            shown = write(value) if value else "·"
            number = ax.text(x, y, shown, ha="center", va="center", fontsize=8.5, color=colour)
            lead_to(number, (places or {}).get((y, x), "") if value else "")
    ax.set_xlim(-0.5, values.shape[1] - 0.5)
    ax.set_ylim(values.shape[0] - 0.5, -0.5)
    frameless(ax)


def plot_grid(
    table: pd.DataFrame,
    *,
    title: str,
    alt: str = "",
    form: str = "{:.0f}",
    places: Mapping[tuple[str, str], str] | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw a table of numbers as a grid whose shades show the size.

    Of more than `MOST_ROWS` rows those with the largest sums are drawn, in their order, and a line under it says so.

    Parameters
    ----------
    table : DataFrame
        Numbers; the index names the rows, the columns the columns. Zeros are dots.
    form : str
        How a number is written.
    places : mapping, optional
        Of row and column, by their names: what the number counts, see `links.add_places`.
    """
    table, left_out = _keep_fullest(table)
    ax = ax or new_axes(width=max(5.0, 2.6 + 0.9 * table.shape[1]), height=1.4 + 0.27 * max(len(table), 1))
    if not table.size:
        ax.axis("off")
        return finish(ax, title, alt or "An empty grid.")
    at = {(y, x): (places or {}).get((str(row), str(column)), "")
          for y, row in enumerate(table.index) for x, column in enumerate(table.columns)}  # fmt: skip
    draw_cells(ax, table.to_numpy(float), form.format, places=at)
    ax.set_yticks(range(len(table)), [str(name) for name in table.index])
    names = [str(name) for name in table.columns]
    turned = {"rotation": 30, "ha": "left"} if max(map(len, names)) > SHORT_NAME else {}
    ax.set_xticks(range(table.shape[1]), names, **turned)
    ax.xaxis.tick_top()
    ax.set_xlabel(left_out, fontsize=8, loc="left")
    said = "; ".join(f"{name}: " + ", ".join(f"{c} {form.format(v)}" for c, v in row.items() if v)
                     for name, row in table.iterrows())  # fmt: skip
    return finish(ax, title, alt or f"Grid of numbers. {said}. {left_out}".strip())


def _keep_fullest(table: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """Keep as many rows as can be read; say what was left out."""
    if len(table) <= MOST_ROWS:
        return table, ""
    fullest = table.sum(axis=1).nlargest(MOST_ROWS).index
    kept = table[table.index.isin(fullest)]
    return kept, f"The {len(kept)} with the largest sums; {len(table) - len(kept)} more are in the table."


def draw_bar(ax: Axes, y: float, left: float, width: float, voice: str) -> None:
    """Draw a piece of a bar in the look of a voice."""
    look = VOICE_LOOK[voice]
    fill = tint(ACCENT, look["tint"])
    ax.barh(y, width, left=left, height=WIDEST, color=fill, edgecolor=ACCENT, linewidth=0.8, linestyle=look["edge"])


def draw_columns(
    ax: Axes,
    rows: list[str],
    columns: list[str],
    cells: Mapping[tuple[str, str], list[tuple[str, float]]],
    write: Callable[[list[tuple[str, float]]], str],
    places: Mapping[tuple[str, str], str] | None = None,
) -> list[str]:
    """Draw bars beside each other: a column for each group, a row for each thing; return what they say in words.

    Parameters
    ----------
    cells : mapping
        Of row and column: the pieces of its bar, each the look of a voice and a size; a row without pieces stays.
    write : callable
        What is written behind a bar, from its pieces.
    places : mapping, optional
        Of row and column: what the bar counts, see `links.add_places`.
    """
    longest = max((sum(size for _, size in parts) for parts in cells.values()), default=1) or 1
    said = []
    for x, column in enumerate(columns):
        ax.axvline(x, color=FAINT, linewidth=1, zorder=0)
        for y, row in enumerate(rows):
            left, parts = float(x), [part for part in cells.get((row, column), []) if part[1]]
            for voice, size in parts:
                draw_bar(ax, y, left, size * WIDEST / longest, voice)
                left += size * WIDEST / longest
            shown = write(parts) if parts else "·"
            number = ax.text(left + 0.03, y, shown, va="center", fontsize=8, color=INK if parts else "#AAAAAA")
            lead_to(number, (places or {}).get((row, column), "") if parts else "")
            said += [f"{column}, {row} {shown}"] if parts else []
    lay_grid(ax, rows=rows, columns=columns, margin=0.02)
    return said


def lay_grid(ax: Axes, *, rows: Sequence[str], columns: Sequence[str], margin: float) -> None:
    """Name the rows at the left and the columns on top, of cells that are one wide and one high."""
    ax.set_yticks(range(len(rows)), rows)
    ax.set_ylim(len(rows) - 0.4, -0.6)
    ax.set_xlim(-margin, len(columns))
    heads = [fold_label(column, HEAD // max(len(columns), 1)) for column in columns]
    ax.set_xticks(np.arange(len(columns)), heads, ha="left", color=INK)
    ax.xaxis.tick_top()
    frameless(ax)


def voice_legend(ax: Axes, names: Mapping[str, str], *, y: float = -0.03) -> None:
    """Say under a chart what each look means.

    Parameters
    ----------
    names : mapping
        The look of a voice, and what it stands for here.
    """
    handles = [
        Patch(facecolor=tint(ACCENT, VOICE_LOOK[voice]["tint"]), edgecolor=ACCENT, linestyle=VOICE_LOOK[voice]["edge"],
              label=name)
        for voice, name in names.items()
    ]  # fmt: skip
    ax.legend(
        handles=handles, loc="upper left", bbox_to_anchor=(0, y), ncols=min(max(len(handles), 1), 3), borderaxespad=0
    )
