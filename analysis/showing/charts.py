"""Charts: one function each, from a table to an `Axes` with title, labels and alt text. They draw, never count."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.showing.chart_look import finish, fold_label, ink_on, keep_ends, new_axes
from analysis.showing.charts_grid import draw_bar, draw_cells, lead_to, voice_legend
from analysis.showing.links import find_places
from analysis.showing.palette import ACCENT, INK, VOICE_LOOK

__all__ = ["plot_lengths", "plot_similarity", "plot_voices"]

LEAST_ROWS = 2  # a chart of fewer is as high, so that its legend has room
MOST_NAMES = 14  # names of a square whose numbers can still be read


def plot_lengths(table: pd.DataFrame, *, title: str = "How long the articles are", ax: Axes | None = None) -> Axes:
    """Draw the length of each text in words as bars.

    Parameters
    ----------
    table : DataFrame
        A row is a text: ``group`` or ``label``, ``n_words``, ``n_sentences``, ``n_paragraphs``; with ``article_id`` it
        leads there. Of more than forty the longest and the shortest twenty are shown, and the title says so.
    """
    n_texts = len(table)
    table, title = keep_ends(table, "n_words", title=title, ends="the {} longest and the {} shortest")
    table = table.assign(group=table["label"]) if "label" in table else table
    ax = ax or new_axes(height=0.9 + 0.38 * len(table))
    for y, row in enumerate(table.itertuples(index=False)):
        ax.barh(y, row.n_words, height=0.62, color=ACCENT)
        said = f"{row.n_words:,} words, {row.n_sentences} sentences, {row.n_paragraphs} paragraphs"
        text = ax.annotate(said, (row.n_words, y), xytext=(5, 0), textcoords="offset points", va="center", fontsize=8)
        lead_to(text, f"{row.article_id}:0" if "article_id" in table else "")
    ax.set_yticks(range(len(table)), table["group"])
    ax.invert_yaxis()
    ax.set_xlim(0, table["n_words"].max() * 1.55)
    ax.set_xticks([t for t in ax.get_xticks() if t <= table["n_words"].max()])
    ax.set_xlabel("words (marks not counted)")
    longest, shortest = table.loc[table["n_words"].idxmax()], table.loc[table["n_words"].idxmin()]
    texts = "1 text" if n_texts == 1 else f"{n_texts} texts"
    alt = (f"Bar chart of {texts} by length: the longest is {longest.group} with {longest.n_words} words, "
           f"the shortest {shortest.group} with {shortest.n_words}.")  # fmt: skip
    return finish(ax, title, alt)


def plot_voices(
    table: pd.DataFrame,
    *,
    title: str = "Whose words fill each text",
    rows: pd.DataFrame | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw the share of each voice in each text as one bar of parts.

    Parameters
    ----------
    table : DataFrame
        A row is a text: ``group``, ``n_words`` and a column of shares (0 to 1) for each voice in it. Of more than forty
        those with the largest and the smallest share of own words are shown, twenty each, and the title says so.
    rows : DataFrame, optional
        What is counted, as `tokens` with ``group``: each number leads to its sentences.
    """
    ends = "the {} with the most and the {} with the least in their own words"
    table, title = keep_ends(table, "own", title=title, ends=ends) if "own" in table else (table, title)
    places = {} if rows is None else find_places(rows, ("group", "voice"))
    ax = ax or new_axes(height=2.1 + 0.4 * max(len(table), LEAST_ROWS))
    voices = [v for v in VOICE_LOOK if v in table and (table[v] > 0).any()]
    for y, row in table.reset_index(drop=True).iterrows():
        left = 0.0
        for voice in voices:
            draw_bar(ax, y, left, row[voice], voice)
            if row[voice] >= 0.04:
                number = ax.text(left + row[voice] / 2, y, f"{row[voice]:.0%}", ha="center", va="center", fontsize=8,
                                 color=ink_on(ACCENT) if voice == "own" else INK)  # fmt: skip
                lead_to(number, places.get((str(row["group"]), voice), ""))
            left += row[voice]
    ax.set_yticks(range(len(table)), table["group"])
    ax.invert_yaxis()
    ax.set_xlim(0, 1)
    ax.xaxis.set_major_formatter(lambda x, _: f"{x:.0%}")
    ax.set_xlabel("share of the text's words")
    voice_legend(ax, {v: VOICE_LOOK[v]["label"] for v in voices}, y=-0.62 / (0.4 * max(len(table), LEAST_ROWS)))
    parts = [f"{row['group']}: " + ", ".join(f"{row[v]:.0%} {VOICE_LOOK[v]['label']}" for v in voices)
             for _, row in table.iterrows()]  # fmt: skip
    return finish(ax, title, f"Stacked bars, the share of words by voice. {'; '.join(parts)}.")


def plot_similarity(matrix: pd.DataFrame, *, title: str, ax: Axes | None = None) -> Axes:
    """Draw the cosine similarity of each pair of texts as a grid of numbers.

    Parameters
    ----------
    matrix : DataFrame
        A square table of values from 0 to 1. Of more than fourteen texts, those of the likest pairs are shown, and the
        title says so.
    """
    names, values = [str(n) for n in matrix.columns], matrix.to_numpy(float)
    near = np.where(np.eye(len(names), dtype=bool), -1, values).max(axis=1) if len(names) else values
    kept = np.sort(np.argsort(-near, kind="stable")[:MOST_NAMES])
    title += "" if len(kept) == len(names) else f" ({len(kept)} of {len(names)} shown, the likest)"
    names, values = [names[n] for n in kept], values[np.ix_(kept, kept)]
    if len(names) < 2:
        ax = ax or new_axes()
        ax.axis("off")
        return finish(ax, title, "An empty grid: there is no pair of texts.")
    shown = np.where(np.tri(len(names), k=-1, dtype=bool), values, np.nan)[1:, :-1]
    ax = ax or new_axes(width=1.9 + 0.95 * len(names), height=1.4 + 0.45 * len(names))
    draw_cells(ax, shown, "{:.2f}".format, most=1)
    ax.set_xticks(range(len(names) - 1), [fold_label(name) for name in names[:-1]])
    ax.set_yticks(range(len(names) - 1), names[1:])
    ax.set_xlabel("cosine similarity of TF-IDF weights: 0 no word in common, 1 the same words")
    pairs = sorted(((values[i, j], names[j], names[i]) for i in range(len(names)) for j in range(i)), reverse=True)
    said = "; ".join(f"{a} and {b} {v:.2f}" for v, a, b in pairs)
    return finish(ax, title, f"Grid of the similarity of each pair of texts: {said}.")
