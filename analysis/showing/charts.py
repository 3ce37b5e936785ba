"""Charts: one function each, from a table to an `Axes` with title, labels and alt text. They draw, never count."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch

from analysis.showing.look import INK, VOICE_LOOK, group_colours, ink_on, new_axes, tint

__all__ = [
    "plot_dispersion", "plot_distinctive", "plot_keyness", "plot_lengths", "plot_map", "plot_similarity",
    "plot_terms", "plot_voices",
]  # fmt: skip

FAINT = "#E6E6E6"


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
    ax.legend(handles=handles, loc="upper left", bbox_to_anchor=(0, y), ncols=len(handles), borderaxespad=0)


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


def plot_terms(counts: pd.DataFrame, *, terms: list[str] | None = None, title: str, ax: Axes | None = None) -> Axes:
    """Draw how often each outlet uses each rival word, and in whose voice: a column an outlet, a row a term.

    Parameters
    ----------
    counts : DataFrame
        A row is a term in an outlet and a voice: ``term``, ``group``, ``voice``, ``n``, ``per_1000_tokens``;
        with ``term`` as `pick_contrast` makes it, terms that nobody uses have their row too.
    """
    is_ordered = isinstance(counts["term"].dtype, pd.CategoricalDtype)
    terms = list(counts["term"].cat.categories if is_ordered else counts["term"].unique())
    ax = ax or new_axes(width=7.6, height=1.45 + 0.34 * len(terms))
    colours = group_colours(counts["group"])
    outlets = list(colours)
    cells: dict[tuple[str, str], dict[str, tuple[float, int]]] = {}
    none: list[tuple[float, float]] = []
    for row in counts.itertuples(index=False):
        cells.setdefault((row.term, row.group), {})[row.voice] = (row.per_1000_tokens, row.n)
    scale = 0.72 / max([sum(rate for rate, _ in cell.values()) for cell in cells.values()], default=1)
    for x, group in enumerate(outlets):
        ax.axvline(x, color=FAINT, linewidth=1, zorder=0)
        for y, term in enumerate(terms):
            left, total, cell = float(x), 0, cells.get((term, group), {})
            for voice in (v for v in VOICE_LOOK if v in cell):
                _voice_bar(ax, y, left, cell[voice][0] * scale, voice, colours[group])
                left, total = left + cell[voice][0] * scale, total + cell[voice][1]
            if total:
                ax.text(left + 0.03, y, str(total), va="center", fontsize=8, color=INK)
            else:
                none.append((x + 0.05, y))
    ax.scatter(*np.array(none).reshape(-1, 2).T, s=1.5, color="#AAAAAA")  # a dot: looked for and not there
    ax.set_yticks(range(len(terms)), terms)
    ax.set_ylim(len(terms) - 0.4, -0.6)
    ax.set_xlim(-0.02, len(outlets))
    ax.set_xticks(np.arange(len(outlets)), outlets, ha="left", color=INK)
    ax.xaxis.tick_top()
    ax.tick_params(axis="x", length=0)
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)
    _voice_legend(ax, list(counts["voice"]), y=-0.03)
    said = [f"{term}: " + ", ".join(f"{r.group} {r.n} ({VOICE_LOOK[r.voice]['label']})" for r in rows.itertuples())
            for term, rows in counts.groupby("term", observed=True)]  # fmt: skip
    return _finish(ax, title, f"Bars of occurrences per 1,000 words, a column for each group. {'; '.join(said)}.")


def plot_dispersion(terms: pd.DataFrame, lengths: pd.DataFrame, *, title: str, ax: Axes | None = None) -> Axes:
    """Draw where in each article the terms stand: a line an article, a mark an occurrence.

    Parameters
    ----------
    terms : DataFrame
        A row is an occurrence: ``article_id``, ``group``, ``term``, ``voice``, ``start``.
    lengths : DataFrame
        A row is an article to draw: ``article_id``, ``group``, ``length_chars``.
    """
    terms = terms[terms["article_id"].isin(lengths["article_id"])]
    names = [str(name) for name in pd.Series(terms["term"].unique())]
    ax = ax or new_axes(height=1.5 + 0.42 * len(lengths))
    shapes, rows = ["o", "s", "^", "D", "v", "P"], {a: y for y, a in enumerate(lengths["article_id"])}
    ax.hlines(range(len(lengths)), 0, lengths["length_chars"], color="#BBBBBB", linewidth=1.2)
    colours = group_colours(lengths["group"])
    for n, name in enumerate(names):
        ax.scatter([], [], marker=shapes[n % 6], color="#555555", s=34, label=name)
        for row in terms[terms["term"] == name].itertuples(index=False):
            ax.scatter(row.start, rows[row.article_id] + 0.22 * ((n % 3) - 1), marker=shapes[n % 6], s=34, zorder=3,
                       facecolor=colours[row.group] if row.voice == "own" else "white",
                       edgecolor=colours[row.group], linewidth=1.1)  # fmt: skip
    labels = [o if (lengths["group"] == o).sum() == 1 else f"{o} · {a}"
              for a, o in zip(lengths["article_id"], lengths["group"], strict=True)]  # fmt: skip
    ax.set_yticks(range(len(lengths)), labels)
    ax.invert_yaxis()
    ax.set_xlabel("place in the article, in characters (filled: the outlet's own word; hollow: someone else's)")
    ax.legend(loc="upper left", bbox_to_anchor=(0, -0.62 / (0.42 * len(lengths))), ncols=3, borderaxespad=0)
    said = [f"{group}: {', '.join(f'{n} {t}' for t, n in rows['term'].astype(str).value_counts().items())}"
            for group, rows in terms.groupby("group", observed=True)]  # fmt: skip
    return _finish(ax, title, f"Dispersion plot, the places of each term along each article. {'; '.join(said)}.")


def _word_columns(ax: Axes | None, table: pd.DataFrame, title: str, *, value: str, measure: str) -> tuple:
    """Draw ranked words in columns, a bar under each word for its value; return chart, title and alt text."""
    colours, groups = group_colours(table["group"]), list(dict.fromkeys(table["group"]))
    sizes = table.groupby("group", observed=True)[value].agg(["size", "max"])
    rows = sizes["size"].max() if len(sizes) else 1
    ax = ax or new_axes(width=1.75 * max(len(groups), 3), height=1.0 + 0.3 * rows)
    said = []
    for x, group in enumerate(groups):
        words = table[table["group"] == group]
        said.append(f"{group}: {', '.join(words['word'].head(5))}")
        for y, row in enumerate(words.itertuples(index=False)):
            length = 0.86 * getattr(row, value) / sizes.at[group, "max"]
            ax.barh(y + 0.32, length, left=x, height=0.16, color=colours[group])
            ax.text(x, y, row.word, va="center", fontsize=8.5, color=INK)
            ax.text(x + 0.88, y, f"{row.n}", va="center", ha="right", fontsize=7.5, color="#777777")
    ax.set_ylim(rows - 0.3, -0.6)
    ax.set_xlim(-0.02, max(len(groups), 1))
    ax.set_xticks(range(len(groups)), groups, ha="left", color=INK, fontweight="bold")
    ax.xaxis.tick_top()
    ax.tick_params(axis="x", length=0)
    ax.set_yticks([])
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)
    return ax, title, f"Ranked words by {measure} in a column for each group. {'; '.join(said)}."


def plot_keyness(table: pd.DataFrame, *, title: str, ax: Axes | None = None) -> Axes:
    """Draw the words most typical of each outlet, bars by log-odds, counts beside them.

    Parameters
    ----------
    table : DataFrame
        A row is a word of an outlet, most typical first: ``group``, ``word``, ``n``, ``log_odds``.
    """
    return _finish(*_word_columns(ax, table, title, value="log_odds", measure="log-odds"))


def plot_distinctive(table: pd.DataFrame, *, title: str, ax: Axes | None = None) -> Axes:
    """Draw the words with the highest TF-IDF weight in each outlet, counts beside them.

    Parameters
    ----------
    table : DataFrame
        A row is a word of an outlet, by rank: ``group``, ``word``, ``tfidf``, ``n``.
    """
    return _finish(*_word_columns(ax, table, title, value="tfidf", measure="TF-IDF"))


def plot_similarity(matrix: pd.DataFrame, *, title: str, ax: Axes | None = None) -> Axes:
    """Draw the cosine similarity of each pair of texts as a heat map with its numbers.

    Parameters
    ----------
    matrix : DataFrame
        A square table of values from 0 to 1.
    """
    names, values = [str(n) for n in matrix.columns], matrix.to_numpy(float)
    shown = np.where(np.tri(len(names), k=-1, dtype=bool), values, np.nan)[1:, :-1]
    ax = ax or new_axes(width=1.9 + 0.95 * len(names), height=1.2 + 0.55 * len(names))
    ax.imshow(shown, cmap="Blues", vmin=0, vmax=1, aspect="auto")
    for y, x in zip(*np.where(~np.isnan(shown)), strict=True):
        ax.text(x, y, f"{shown[y, x]:.2f}", ha="center", va="center", color="white" if shown[y, x] > 0.55 else INK)
    ax.set_xticks(range(len(names) - 1), names[:-1])
    ax.set_yticks(range(len(names) - 1), names[1:])
    ax.tick_params(length=0)
    for spine in ax.spines.values():
        spine.set_visible(False)
    ax.set_xlabel("cosine similarity of TF-IDF weights: 0 no word in common, 1 the same words")
    pairs = sorted(((values[i, j], names[j], names[i]) for i in range(len(names)) for j in range(i)), reverse=True)
    said = "; ".join(f"{a} and {b} {v:.2f}" for v, a, b in pairs)
    return _finish(ax, title, f"Heat map of the similarity of each pair of texts: {said}.")


def plot_map(points: pd.DataFrame, *, title: str, ax: Axes | None = None) -> Axes:
    """Draw the texts on a plane: near is alike.

    Parameters
    ----------
    points : DataFrame
        A row is a text: ``group``, ``x``, ``y``, ``share_x``, ``share_y``.
    """
    ax = ax or new_axes(width=5.6, height=4.2)
    colours = group_colours(points["group"])
    height = np.ptp(points["y"]) or 1
    for row in points.itertuples(index=False):
        ax.scatter(row.x, row.y, s=90, color=colours[row.group], zorder=3)
        above = (
            (points["y"] > row.y) & (points["y"] - row.y < 0.2 * height) & ((points["x"] - row.x).abs() < 0.2 * height)
        )
        ax.annotate(row.group, (row.x, row.y), xytext=(0, -9 if above.any() else 9), textcoords="offset points",
                    ha="center", va="top" if above.any() else "bottom")  # fmt: skip
    ax.axhline(0, color=FAINT, zorder=0)
    ax.axvline(0, color=FAINT, zorder=0)
    ax.margins(0.18)
    ax.set_aspect("equal", adjustable="datalim")
    share_x, share_y = points["share_x"].iloc[0], points["share_y"].iloc[0]
    ax.set_xlabel(f"first axis ({share_x:.0%} of the variance)")
    ax.set_ylabel(f"second axis ({share_y:.0%})")
    ax.set_xticks([])
    ax.set_yticks([])
    said = "; ".join(f"{r.group} at {r.x:.2f}, {r.y:.2f}" for r in points.itertuples(index=False))
    return _finish(
        ax, title, f"Map of the texts in two dimensions that keep {share_x + share_y:.0%} of the variance: {said}."
    )
