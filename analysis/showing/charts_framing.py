"""Charts and tables of framing and tone: frames by sponsor, elements with links, who acts, tone towards whom."""

import pandas as pd
from IPython.display import HTML
from matplotlib.axes import Axes
from matplotlib.patches import Patch

from analysis.showing.chart_look import INK, new_axes
from analysis.showing.escape import html_text
from analysis.showing.links import sentence_link

__all__ = ["plot_agency", "plot_frames", "plot_tone", "show_elements"]

OWN, OTHERS = "#222222", "#C9C9C9"
LONGEST = 40  # rows of one chart


def _bars(ax: Axes, labels: list[str], first: list[float], second: list[float]) -> None:
    """Draw two bars behind one another in each row: dark, then light."""
    places = range(len(labels))
    ax.barh(places, first, color=OWN, height=0.62)
    ax.barh(places, second, left=first, color=OTHERS, height=0.62)
    ax.set_yticks(list(places), labels)
    ax.invert_yaxis()
    ax.tick_params(axis="y", length=0)


def _finish(ax: Axes, title: str, alt: str, names: tuple[str, str], unit: str) -> Axes:
    """Set title, legend and alt text."""
    ax.set_title(title, loc="left", color=INK)
    ax.set_xlabel(unit)
    ax.legend(handles=[Patch(color=OWN, label=names[0]), Patch(color=OTHERS, label=names[1])], frameon=False)
    ax.alt_text = alt
    return ax


def plot_frames(counts: pd.DataFrame, *, title: str, marked: tuple[str, ...] = (), ax: Axes | None = None) -> Axes:
    """Draw the paragraphs that have each frame: from the outlet, and from others.

    Parameters
    ----------
    counts : DataFrame
        As `counting.framing.count_frames` makes it.
    marked : tuple of str
        Frames that are not found well enough: an asterisk stands behind their name.
    """
    shown = counts.sort_values(["frame", "group"]).iloc[:LONGEST]
    labels = [f"{f}{'*' if f in marked else ''} · {g}" for f, g in zip(shown["frame"], shown["group"], strict=True)]
    ax = ax or new_axes(width=8.2, height=max(2.4, 1.4 + 0.24 * len(shown)))
    _bars(ax, labels, shown["n_outlet"].tolist(), shown["n_others"].tolist())
    most = "; ".join(f"{r.frame}: {r.n_outlet} own, {r.n_others} others'" for r in shown.nlargest(3, "n").itertuples())
    alt = f"{title}: paragraphs by frame, group and sponsor. Most often {most or 'none'}."
    alt += f" {len(shown)} of {len(counts)} rows shown."
    names = ("the outlet's own", "of those it quotes or reports")
    return _finish(ax, title, alt, names, "paragraphs with the frame; * found less well than asked")


def plot_agency(counts: pd.DataFrame, *, title: str, ax: Axes | None = None) -> Axes:
    """Draw how many verbs of each kind of act name who acts, and how many are passives that do not.

    Parameters
    ----------
    counts : DataFrame
        As `counting.framing.count_agency` makes it.
    """
    shown = counts.groupby(["act", "group"], observed=True)[["n", "n_without_agent"]].sum().reset_index().iloc[:LONGEST]
    labels = [f"{act} · {group}" for act, group in zip(shown["act"], shown["group"], strict=True)]
    ax = ax or new_axes(width=8.2, height=max(2.4, 1.4 + 0.24 * len(shown)))
    bare = shown["n_without_agent"].tolist()
    _bars(ax, labels, (shown["n"] - shown["n_without_agent"]).tolist(), bare)
    alt = f"{title}: {sum(bare)} of {int(shown['n'].sum())} verbs are passives that leave open who acted."
    return _finish(ax, title, alt, ("other clauses", "passive, nobody named as acting"), "verbs")


def plot_tone(counts: pd.DataFrame, *, title: str, ax: Axes | None = None) -> Axes:
    """Draw how many sentences are called negative and positive towards the actors named most.

    Parameters
    ----------
    counts : DataFrame
        As `counting.framing.count_tone` makes it.
    """
    sums = counts.groupby("target", observed=True)[["n", "n_negative", "n_positive"]].sum().reset_index()
    shown = sums.sort_values(["n", "target"], ascending=[False, True]).iloc[:15]
    ax = ax or new_axes(width=8.2, height=max(2.4, 1.4 + 0.26 * len(shown)))
    labels = [f"{name} ({n})" for name, n in zip(shown["target"], shown["n"], strict=True)]
    _bars(ax, labels, shown["n_negative"].tolist(), shown["n_positive"].tolist())
    alt = f"{title}: sentences called negative or positive, by actor; {len(shown)} of {len(sums)} actors, by mentions."
    return _finish(ax, title, alt, ("negative", "positive"), "sentences; in brackets all that name the actor")


def show_elements(listed: pd.DataFrame, *, search: str = "") -> HTML:
    """Show who holds whom responsible and asks what of whom; each number links to its sentences.

    Parameters
    ----------
    listed : DataFrame
        As `counting.framing.list_elements` makes it.
    search : str
        One element to show; all without it.
    """
    rows = listed[listed["frame"] == search] if search else listed
    head = "".join(f"<th>{name}</th>" for name in ("element", "group", "sponsor", "target", "sentences"))
    body = []
    for row in rows.itertuples(index=False):
        cells = [f"<td>{html_text(value or '–')}</td>" for value in (row.frame, row.group)]
        cells += [f'<td lang="de">{html_text(value or "–")}</td>' for value in (row.sponsor, row.target)]
        links = [f'<a href="{html_text(sentence_link(a, s))}">{n}</a>' for n, (a, s) in enumerate(row.places, 1)]
        body.append(f"<tr>{''.join(cells)}<td>{' '.join(links)}</td></tr>")
    return HTML(f'<table class="dataframe"><thead><tr>{head}</tr></thead><tbody>{"".join(body)}</tbody></table>')
