"""Charts: one function each, from a table to an `Axes` with title, labels and alt text. They draw, never count."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch

from analysis.showing.chart_look import INK, VOICE_LOOK, group_colours, ink_on, new_axes, tint

__all__ = ["plot_lengths", "plot_similarity", "plot_voices"]

FAINT = "#E6E6E6"
MOST_NUMBERS = 14  # names of a square whose numbers can still be read


def _finish(ax: Axes, title: str, alt: str) -> Axes:
    ax.set_title(title)
    ax.alt_text = alt
    return ax


def _voice_legend(ax: Axes, voices: list[str], *, y: float = -0.02) -> None:
    handles = [
        Patch(facecolor=tint("#777777", VOICE_LOOK[v]["tint"]), edgecolor="#777777", linestyle=VOICE_LOOK[v]["edge"],
              label=VOICE_LOOK[v]["label"])
        for v in VOICE_LOOK if v in voices
    ]  # fmt: skip
    ax.legend(handles=handles, loc="upper left", bbox_to_anchor=(0, y), ncols=min(len(handles), 3), borderaxespad=0)


def _voice_bar(ax: Axes, y: float, left: float, width: float, voice: str, colour: str, height: float = 0.62) -> None:
    look = VOICE_LOOK[voice]
    fill = tint(colour, look["tint"])
    ax.barh(y, width, left=left, height=height, color=fill, edgecolor=colour, linewidth=0.8, linestyle=look["edge"])


def plot_lengths(table: pd.DataFrame, *, title: str = "How long the articles are", ax: Axes | None = None) -> Axes:
    """Draw the length of each text in words as bars.

    Parameters
    ----------
    table : DataFrame
        A row is a text: ``group``, ``n_words``, ``n_sentences``, ``n_paragraphs``.
    """
    ax = ax or new_axes(height=0.9 + 0.38 * len(table))
    colours = group_colours(table["group"])
    for y, row in enumerate(table.itertuples(index=False)):
        ax.barh(y, row.n_words, height=0.62, color=colours[row.group])
        ax.annotate(f"{row.n_words:,} words, {row.n_sentences} sentences, {row.n_paragraphs} paragraphs",
                    (row.n_words, y), xytext=(5, 0), textcoords="offset points", va="center", fontsize=8)  # fmt: skip
    ax.set_yticks(range(len(table)), table["group"])
    ax.invert_yaxis()
    ax.set_xlim(0, table["n_words"].max() * 1.55)
    ax.set_xticks([t for t in ax.get_xticks() if t <= table["n_words"].max()])
    ax.set_xlabel("words (marks not counted)")
    longest, shortest = table.loc[table["n_words"].idxmax()], table.loc[table["n_words"].idxmin()]
    alt = (f"Bar chart of {len(table)} texts by length: the longest is {longest.group} with {longest.n_words} words, "
           f"the shortest {shortest.group} with {shortest.n_words}.")  # fmt: skip
    return _finish(ax, title, alt)


def plot_voices(table: pd.DataFrame, *, title: str = "Whose words fill each text", ax: Axes | None = None) -> Axes:
    """Draw the share of each voice in each text as one bar of parts.

    Parameters
    ----------
    table : DataFrame
        A row is a text: ``group``, ``n_words`` and a column of shares (0 to 1) for each voice in it.
    """
    ax = ax or new_axes(height=1.5 + 0.4 * len(table))
    voices = [v for v in VOICE_LOOK if v in table and (table[v] > 0).any()]
    colours = group_colours(table["group"])
    for y, row in table.reset_index(drop=True).iterrows():
        left = 0.0
        for voice in voices:
            _voice_bar(ax, y, left, row[voice], voice, colours[row["group"]])
            if row[voice] >= 0.04:
                ax.text(left + row[voice] / 2, y, f"{row[voice]:.0%}", ha="center", va="center", fontsize=8,
                        color=ink_on(colours[row["group"]]) if voice == "own" else INK,
                        bbox=None)  # fmt: skip
            left += row[voice]
    ax.set_yticks(range(len(table)), table["group"])
    ax.invert_yaxis()
    ax.set_xlim(0, 1)
    ax.xaxis.set_major_formatter(lambda x, _: f"{x:.0%}")
    ax.set_xlabel("share of the text's words")
    _voice_legend(ax, voices, y=-0.62 / (0.4 * len(table)))
    parts = [f"{row['group']}: " + ", ".join(f"{row[v]:.0%} {VOICE_LOOK[v]['label']}" for v in voices)
             for _, row in table.iterrows()]  # fmt: skip
    return _finish(ax, title, f"Stacked bars, the share of words by voice. {'; '.join(parts)}.")


def plot_similarity(matrix: pd.DataFrame, *, title: str, ax: Axes | None = None) -> Axes:
    """Draw the cosine similarity of each pair of texts as a heat map with its numbers.

    Parameters
    ----------
    matrix : DataFrame
        A square table of values from 0 to 1.
    """
    names, values = [str(n) for n in matrix.columns], matrix.to_numpy(float)
    shown = np.where(np.tri(len(names), k=-1, dtype=bool), values, np.nan)[1:, :-1]
    scale = 1 if len(names) <= MOST_NUMBERS else 0.35
    ax = ax or new_axes(width=1.9 + 0.95 * scale * len(names), height=1.4 + 0.55 * scale * len(names))
    ax.imshow(shown, cmap="Blues", vmin=0, vmax=1, aspect="auto")
    for y, x in zip(*np.where(~np.isnan(shown)), strict=True) if len(names) <= MOST_NUMBERS else ():
        ax.text(x, y, f"{shown[y, x]:.2f}", ha="center", va="center", color="white" if shown[y, x] > 0.55 else INK)
    ax.set_xticks(range(len(names) - 1), names[:-1], rotation=0 if scale == 1 else 90)
    ax.set_yticks(range(len(names) - 1), names[1:])
    ax.tick_params(length=0)
    for spine in ax.spines.values():
        spine.set_visible(False)
    ax.set_xlabel("cosine similarity of TF-IDF weights: 0 no word in common, 1 the same words")
    pairs = sorted(((values[i, j], names[j], names[i]) for i in range(len(names)) for j in range(i)), reverse=True)
    said = "; ".join(f"{a} and {b} {v:.2f}" for v, a, b in pairs)
    return _finish(ax, title, f"Heat map of the similarity of each pair of texts: {said}.")
