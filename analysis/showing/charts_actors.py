"""Charts of actors: who speaks, what they do by it, and about whom."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from analysis.counting.speaking import NOBODY, STRANGER
from analysis.showing.chart_look import finish, list_groups, new_axes
from analysis.showing.charts_grid import MOST_GROUPS, draw_cells, draw_columns, plot_grid, voice_legend
from analysis.showing.links import find_places
from analysis.showing.palette import FAINT, VOICE_LOOK

__all__ = ["plot_about", "plot_acts", "plot_speaking"]

SPOKEN = ("direct", "indirect", "reported", "distanced")
ACT_ORDER = ("say", "ask", "demand", "promise", "justify", "fear", "accuse", "reject")  # from saying to saying no


def plot_speaking(
    counts: pd.DataFrame, *, title: str, rows: pd.DataFrame | None = None, ax: Axes | None = None
) -> Axes:
    """Draw how much of each text is whose word: a column a text or group of texts, a row a group of actors.

    Parameters
    ----------
    counts : DataFrame
        A row is a group of actors in a text: ``group``, ``actor_group``, ``voice``, ``n_words``, ``share_of_text``.
    rows : DataFrame, optional
        What is counted, as `list_spoken_words` gives it: each number leads to its sentences.
    """
    places = {} if rows is None else find_places(rows, ("actor_group", "group"))
    heard = set(counts["actor_group"])
    # A group of the codebook that nobody quotes keeps its empty row: that is a finding.
    groups = [str(g) for g in counts["actor_group"].cat.categories if g in heard or g not in (STRANGER, NOBODY)]
    columns = list_groups(counts["group"])
    if len(columns) > MOST_GROUPS:
        shares = counts.pivot_table(
            index="group", columns="actor_group", values="share_of_text", aggfunc="sum", observed=False
        )
        at = {(group, own): joined for (own, group), joined in places.items()}
        return plot_grid(shares[groups].fillna(0), title=title, form="{:.0%}", places=at, ax=ax)
    ax = ax or new_axes(width=8.2, height=max(2.2, 1.6 + 0.36 * len(groups)))
    said = draw_columns(ax, groups, columns, _voice_shares(counts), _write_share, places)
    voice_legend(ax, {v: VOICE_LOOK[v]["label"] for v in VOICE_LOOK if v in set(counts["voice"])})
    return finish(ax, title, f"Bars of the share of each text's words that is quoted, by group. {'; '.join(said)}.")


def _voice_shares(counts: pd.DataFrame) -> dict[tuple[str, str], list[tuple[str, float]]]:
    """Sum the shares of each voice, for each group of actors in each text."""
    sums = counts.groupby(["actor_group", "group", "voice"], observed=True)["share_of_text"].sum()
    cells: dict[tuple[str, str], list[tuple[str, float]]] = {}
    for (actors, group, voice), share in sorted(sums.items(), key=lambda item: SPOKEN.index(item[0][2])):
        cells.setdefault((str(actors), str(group)), []).append((voice, share))
    return cells


def _write_share(parts: list[tuple[str, float]]) -> str:
    """Write a share of a text; one that would be rounded to nothing says so."""
    total = sum(share for _, share in parts)
    return f"{total:.0%}" if total >= 0.005 else "<1%"


def plot_acts(counts: pd.DataFrame, *, title: str, rows: pd.DataFrame | None = None, ax: Axes | None = None) -> Axes:
    """Draw what each group does by the words that are reported of it, as a grid of counts.

    Parameters
    ----------
    counts : DataFrame
        A row is a speech act of a group: ``actor_group``, ``act``, ``n`` (quotations with a cue).
    rows : DataFrame, optional
        What is counted, as `list_cues` gives it: each number leads to its sentences.
    """
    places = {} if rows is None else find_places(rows, ("actor_group", "act"))
    table = counts.pivot_table(
        index="actor_group", columns="act", values="n", aggfunc="sum", observed=True, fill_value=0
    )
    acts = [act for act in ACT_ORDER if act in table.columns and table[act].sum()]
    said = [f"{group}: " + ", ".join(f"{row[s]} {s}" for s in acts if row[s]) for group, row in table.iterrows()]
    alt = f"Grid of quotations by what their speakers do in them. {'; '.join(said) or 'None'}."
    return plot_grid(table[acts], title=title, alt=alt, places=places, ax=ax)


def plot_about(table: pd.DataFrame, *, title: str, ax: Axes | None = None) -> Axes:
    """Draw which group is quoted about which, as a grid of counts.

    Parameters
    ----------
    table : DataFrame
        A row is a mention in somebody's words: ``speaker_group``, ``about_group`` (categories in one order),
        ``article_id``, ``start``; each number leads to its sentences.
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
        return finish(ax, title, "An empty grid: no quotation names anybody.")
    found = find_places(table, ("speaker_group", "about_group")) if "start" in table else {}
    places = {(y, x): found.get((str(speaker), str(about)), "")
              for y, speaker in enumerate(counts.index) for x, about in enumerate(counts.columns)}  # fmt: skip
    draw_cells(ax, np.where(values > 0, values, np.nan), "{:.0f}".format, places=places)
    ax.set_yticks(range(len(counts)), [str(g) for g in counts.index])
    ax.set_xticks(range(len(counts.columns)), [str(g) for g in counts.columns], rotation=38, ha="right")
    ax.set_xticks(np.arange(len(counts.columns) + 1) - 0.5, minor=True)
    ax.set_yticks(np.arange(len(counts) + 1) - 0.5, minor=True)
    ax.grid(which="minor", color=FAINT, linewidth=0.8)
    ax.tick_params(which="both", length=0)
    ax.set_ylabel("who is quoted …")
    ax.set_xlabel("… and names whom (mentions)")
    said = [f"{speaker} about {about} {counts.at[speaker, about]}"
            for speaker in counts.index for about in counts.columns if counts.at[speaker, about]]  # fmt: skip
    return finish(ax, title, f"Grid of mentions inside quotations, by speaker and by who is named. {'; '.join(said)}.")
