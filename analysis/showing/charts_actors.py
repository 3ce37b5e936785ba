"""Charts of actors: who speaks, with which verbs, about whom, and who is only spoken about."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Patch

from analysis.counting.speaking import NOBODY, STRANGER
from analysis.showing.chart_look import INK, group_colours, ink_on, new_axes
from analysis.showing.charts import FAINT, _finish, _voice_bar, _voice_legend
from analysis.showing.charts_terms import MOST_GROUPS, plot_grid

__all__ = ["plot_about", "plot_acts", "plot_silent", "plot_speaking"]

SPOKEN = ("direct", "indirect", "reported", "distanced")
# What a speaker does, from saying yes to saying no; greys that stay apart in print.
ACT_LOOK = {
    "justify": "#111111", "promise": "#3F3F3F", "say": "#8A8A8A",
    "ask": "#B0B0B0", "fear": "#C9C9C9", "demand": "#E4E4E4",
    "accuse": "#F2F2F2", "reject": "#FFFFFF",
}  # fmt: skip


def _columns(ax: Axes, names: list[str]) -> None:
    """Head the columns of a grid of bars and take the frame away."""
    ax.set_xlim(-0.02, len(names))
    ax.set_xticks(np.arange(len(names)), names, ha="left", color=INK)
    ax.xaxis.tick_top()
    ax.tick_params(axis="x", length=0)
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)


def plot_speaking(counts: pd.DataFrame, *, title: str, ax: Axes | None = None) -> Axes:
    """Draw how much of each text is whose word: a column an outlet, a row a group of actors.

    Parameters
    ----------
    counts : DataFrame
        A row is a group of actors in a text: ``group``, ``actor_group``, ``voice``, ``n_words``, ``share_of_text``.
    """
    heard = set(
        counts["actor_group"]
    )  # a group of the codebook that nobody quotes keeps its empty row: that is a finding
    groups = [str(g) for g in counts["actor_group"].cat.categories if g in heard or g not in (STRANGER, NOBODY)]
    if len(group_colours(counts["group"])) > MOST_GROUPS:
        shares = counts.pivot_table(
            index="group", columns="actor_group", values="share_of_text", aggfunc="sum", observed=False
        )
        return plot_grid(shares[groups].fillna(0), title=title, form="{:.0%}", ax=ax)
    colours = group_colours(counts["group"])
    ax = ax or new_axes(width=8.2, height=max(2.2, 1.6 + 0.36 * len(groups)))
    sums = counts.groupby(["actor_group", "group"], observed=True)["share_of_text"].sum()
    scale = 0.62 / max(sums.max() if len(sums) else 1, 1e-9)
    said = []
    for x, column in enumerate(colours):
        ax.axvline(x, color=FAINT, linewidth=1, zorder=0)
        for y, group in enumerate(groups):
            cell = counts[(counts["actor_group"] == group) & (counts["group"] == column)]
            parts = cell.groupby("voice", observed=True)["share_of_text"].sum()
            left, total = float(x), float(parts.sum())
            for voice in (v for v in SPOKEN if v in parts.index):
                _voice_bar(ax, y, left, parts[voice] * scale, voice, colours[column])
                left += parts[voice] * scale
            shown = f"{total:.0%}" if total >= 0.005 else "<1%" if total else "·"
            ax.text(left + 0.03, y, shown, va="center", fontsize=8, color=INK if total else "#AAAAAA")
            said += [f"{column}, {group} {shown}"] if total else []
    ax.set_yticks(range(len(groups)), groups)
    ax.set_ylim(len(groups) - 0.4, -0.6)
    _columns(ax, list(colours))
    _voice_legend(ax, list(counts["voice"]), y=-0.03)
    return _finish(ax, title, f"Bars of the share of each text's words that is quoted, by group. {'; '.join(said)}.")


def plot_acts(counts: pd.DataFrame, *, title: str, ax: Axes | None = None) -> Axes:
    """Draw what each group does by the words that are reported of it, as bars of parts.

    Parameters
    ----------
    counts : DataFrame
        A row is a speech act of a group: ``actor_group``, ``act``, ``n`` (quotations with a cue).
    """
    table = counts.pivot_table(
        index="actor_group", columns="act", values="n", aggfunc="sum", observed=True, fill_value=0
    )
    acts = [act for act in ACT_LOOK if act in table.columns and table[act].sum()]
    ax = ax or new_axes(height=max(2.6, 1.5 + 0.36 * len(table)))
    for y, (_, row) in enumerate(table.iterrows()):
        left = 0
        for act in acts:
            colour = ACT_LOOK[act]
            ax.barh(y, row[act], left=left, height=0.62, color=colour, edgecolor="#555555", linewidth=0.7)
            if row[act] >= 0.03 * table.to_numpy().sum(axis=1).max():
                ax.text(left + row[act] / 2, y, str(row[act]), ha="center", va="center", fontsize=8,
                        color=ink_on(colour))  # fmt: skip
            left += row[act]
    ax.set_yticks(range(len(table)), [str(group) for group in table.index])
    ax.set_ylim(max(len(table), 1) - 0.4, -0.6)
    ax.set_xlim(0, 1.04 * max(table.sum(axis=1).max(), 1) if len(table) else 1)
    ax.set_xlabel("quotations with words that report them")
    ax.xaxis.get_major_locator().set_params(integer=True)
    looks = {act: ACT_LOOK[act] for act in acts}
    handles = [Patch(facecolor=colour, edgecolor="#555555", label=name) for name, colour in looks.items()]
    if handles:
        ax.legend(handles=handles, loc="upper left", bbox_to_anchor=(0, -0.62 / (0.36 * max(len(table), 3))),
                  ncols=len(handles), borderaxespad=0, handlelength=1.4, columnspacing=1.2)  # fmt: skip
    said = [f"{group}: " + ", ".join(f"{row[s]} {s}" for s in acts if row[s]) for group, row in table.iterrows()]
    alt = f"Stacked bars, quotations by what their speakers do in them. {'; '.join(said)}."
    return _finish(ax, title, alt)


def plot_silent(table: pd.DataFrame, *, title: str, ax: Axes | None = None) -> Axes:
    """Draw how often those are named who are never quoted.

    Parameters
    ----------
    table : DataFrame
        A row is an actor, most mentioned first: ``actor``, ``actor_group``, ``n_mentions``, ``n_articles``.
    """
    ax = ax or new_axes(height=max(1.8, 1.0 + 0.3 * len(table)))
    for y, row in enumerate(table.itertuples(index=False)):
        ax.barh(y, row.n_mentions, height=0.6, color="#B9B9B9", edgecolor="#777777", linewidth=0.7)
        texts = "1 text" if row.n_articles == 1 else f"{row.n_articles} texts"
        ax.annotate(f"{row.n_mentions} in {texts} · {row.actor_group}", (row.n_mentions, y), xytext=(5, 0),
                    textcoords="offset points", va="center", fontsize=8)  # fmt: skip
    ax.set_yticks(range(len(table)), table["actor"])
    ax.set_ylim(max(len(table), 1) - 0.4, -0.6)
    most = table["n_mentions"].max() if len(table) else 1
    ax.set_xlim(0, most * 1.75)
    ax.set_xticks([tick for tick in ax.get_xticks() if tick <= most and float(tick).is_integer()])
    ax.set_xlabel("mentions (pronouns not counted)")
    said = [f"{row.actor} {row.n_mentions}" for row in table.itertuples(index=False)]
    return _finish(ax, title, f"Bars of the mentions of actors who are never quoted: {'; '.join(said) or 'none'}.")


def plot_about(table: pd.DataFrame, *, title: str, ax: Axes | None = None) -> Axes:
    """Draw which group is quoted about which, as a grid of counts.

    Parameters
    ----------
    table : DataFrame
        A row is a mention in somebody's words: ``speaker_group``, ``about_group`` (categories in one order).
    """
    groups = [g for g in table["about_group"].cat.categories
              if (table["about_group"] == g).any() or (table["speaker_group"] == g).any()]  # fmt: skip
    counts = pd.crosstab(table["speaker_group"], table["about_group"]).reindex(
        index=groups, columns=groups, fill_value=0
    )
    counts = counts.loc[counts.sum(axis=1) > 0, counts.sum() > 0]
    ax = ax or new_axes(width=max(4.4, 2.6 + 0.62 * len(counts.columns)), height=2.4 + 0.34 * len(counts))
    values = counts.to_numpy(float)
    if not values.size:
        ax.axis("off")
        return _finish(ax, title, "An empty grid: no quotation names anybody.")
    ax.imshow(np.where(values > 0, np.sqrt(values), np.nan), cmap="Greys", vmin=0, aspect="auto",
              vmax=1.25 * np.sqrt(values.max()))  # fmt: skip
    for y, x in zip(*np.nonzero(values), strict=True):
        dark = np.sqrt(values[y, x]) > 0.62 * np.sqrt(values.max())
        ax.text(x, y, f"{values[y, x]:.0f}", ha="center", va="center", color="white" if dark else INK, fontsize=9)
    ax.set_yticks(range(len(counts)), [str(g) for g in counts.index])
    ax.set_xticks(range(len(counts.columns)), [str(g) for g in counts.columns], rotation=38, ha="right")
    ax.set_xticks(np.arange(len(counts.columns) + 1) - 0.5, minor=True)
    ax.set_yticks(np.arange(len(counts) + 1) - 0.5, minor=True)
    ax.grid(which="minor", color=FAINT, linewidth=0.8)
    ax.tick_params(which="both", length=0)
    for spine in ax.spines.values():
        spine.set_visible(False)
    ax.set_ylabel("who is quoted …")
    ax.set_xlabel("… and names whom (mentions)")
    said = [f"{speaker} about {about} {counts.at[speaker, about]}"
            for speaker in counts.index for about in counts.columns if counts.at[speaker, about]]  # fmt: skip
    return _finish(ax, title, f"Grid of mentions inside quotations, by speaker and by who is named. {'; '.join(said)}.")
