"""Charts and tables of framing and tone: frames by sponsor, elements with links, who acts, tone towards whom."""

from collections.abc import Mapping

import pandas as pd
from IPython.display import HTML
from matplotlib.axes import Axes

from analysis.showing.chart_look import finish, list_groups, new_axes
from analysis.showing.charts_grid import MOST_GROUPS, draw_bar, draw_columns, lead_to, plot_grid, voice_legend
from analysis.showing.escape import html_text
from analysis.showing.links import find_places, sentence_link

__all__ = ["plot_agency", "plot_frames", "plot_tone", "show_elements"]

MOST_TARGETS = 15  # actors of one chart


def _plot_two(
    table: pd.DataFrame,
    what: str,
    names: tuple[str, str],
    *,
    title: str,
    places: Mapping[tuple[str, str], str],
    ax: Axes | None,
) -> Axes:
    """Draw two numbers for each thing in each group: bars in columns, or a grid of their sums where groups are many.

    Parameters
    ----------
    table : DataFrame
        A row is a thing in a group: `what`, ``group``, ``first``, ``second``.
    names : tuple of str
        What the two are.
    places : mapping
        Of thing and group: what is counted, see `links.add_places`.
    """
    present = set(table["group"].astype(str))
    columns = [group for group in list_groups(table["group"]) if group in present]
    rows = list(dict.fromkeys(table[what].astype(str)))
    if len(columns) > MOST_GROUPS:
        sums = table.assign(n=table["first"] + table["second"])
        wide = sums.pivot_table(index="group", columns=what, values="n", observed=True).fillna(0)
        return plot_grid(wide, title=title, places={(group, own): at for (own, group), at in places.items()}, ax=ax)
    cells = {(str(getattr(row, what)), str(row.group)): [("own", row.first), ("reported", row.second)]
             for row in table.itertuples(index=False)}  # fmt: skip
    ax = ax or new_axes(width=8.2, height=max(2.2, 1.5 + 0.34 * len(rows)))
    said = draw_columns(ax, rows, columns, cells, _write_two, places)
    voice_legend(ax, dict(zip(("own", "reported"), names, strict=True)))
    return finish(ax, title, f"Bars in columns; {names[0]} + {names[1]}. {'; '.join(said) or 'none'}.")


def _write_two(parts: list[tuple[str, float]]) -> str:
    """Write both numbers of a bar; of one that has a first alone, that one."""
    sizes = dict(parts)
    first, second = int(sizes.get("own", 0)), int(sizes.get("reported", 0))
    return f"{first} + {second}" if second else str(first)


def plot_frames(
    counts: pd.DataFrame,
    *,
    title: str,
    marked: tuple[str, ...] = (),
    rows: pd.DataFrame | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Draw the paragraphs that have each frame: from the outlet, and from others.

    Parameters
    ----------
    counts : DataFrame
        As `counting.frame_counts.count_frames` makes it.
    marked : tuple of str
        Frames that are not found well enough: an asterisk stands behind their name.
    rows : DataFrame, optional
        What is counted: the frames, with ``group``; each number leads to its sentences.
    """
    names = {frame: f"{str(frame).replace('_', ' ')}{'*' if frame in marked else ''}" for frame in counts["frame"]}
    groups = pd.Categorical(counts["group"], list_groups(counts["group"]))  # each keeps its place in every chart
    shown = counts.assign(group=groups).sort_values(["frame", "group"])
    shown = shown.rename(columns={"n_outlet": "first", "n_others": "second"})
    shown = shown.assign(frame=[names[frame] for frame in shown["frame"]])
    star = "; * found less well than asked" if any(name.endswith("*") for name in names.values()) else ""
    sources = ("paragraphs framed by the outlet", f"by those it quotes or reports{star}")
    found = {} if rows is None else find_places(rows, ("frame", "group"))
    places = {(names.get(frame, frame), group): at for (frame, group), at in found.items()}
    return _plot_two(shown, "frame", sources, title=title, places=places, ax=ax)


def plot_agency(counts: pd.DataFrame, *, title: str, rows: pd.DataFrame | None = None, ax: Axes | None = None) -> Axes:
    """Draw how many verbs of each kind of act name who acts, and how many are passives that do not.

    Parameters
    ----------
    counts : DataFrame
        As `counting.frame_counts.count_agency` makes it.
    rows : DataFrame, optional
        What is counted: the rows of agency, with ``group``; each number leads to its sentences.
    """
    sums = counts.groupby(["act", "group"], observed=True)[["n", "n_without_agent"]].sum().reset_index()
    shown = sums.assign(first=sums["n"] - sums["n_without_agent"], second=sums["n_without_agent"])
    names = ("verbs of other clauses", "of passives, nobody named as acting")
    places = {} if rows is None else find_places(rows, ("act", "group"))
    return _plot_two(shown, "act", names, title=title, places=places, ax=ax)


def plot_tone(counts: pd.DataFrame, *, title: str, rows: pd.DataFrame | None = None, ax: Axes | None = None) -> Axes:
    """Draw how many sentences are called negative and positive towards the actors named most.

    Parameters
    ----------
    counts : DataFrame
        As `counting.frame_counts.count_tone` makes it.
    rows : DataFrame, optional
        What is counted: the rows of tone; behind each bar its numbers; each number leads to its sentences.
    """
    places = {} if rows is None else find_places(rows[rows["tone"].isin(["negative", "positive"])], ("target",))
    sums = counts.groupby("target", observed=True)[["n", "n_negative", "n_positive"]].sum().reset_index()
    shown = sums.sort_values(["n", "target"], ascending=[False, True]).iloc[:MOST_TARGETS]
    ax = ax or new_axes(width=8.2, height=2.0 + 0.26 * max(len(shown), 4))
    for y, row in enumerate(shown.itertuples(index=False)):
        draw_bar(ax, y, 0, row.n_negative, "own")
        draw_bar(ax, y, row.n_negative, row.n_positive, "reported")
        both = f"{row.n_negative} + {row.n_positive}"
        lead_to(
            ax.annotate(
                both,
                (row.n_negative + row.n_positive, y),
                xytext=(4, 0),
                textcoords="offset points",
                va="center",
                fontsize=8,
            ),
            places.get((row.target,), ""),
        )
    ax.set_yticks(range(len(shown)), [f"{row.target} ({row.n})" for row in shown.itertuples(index=False)])
    ax.invert_yaxis()
    ax.xaxis.get_major_locator().set_params(integer=True)
    left_out = f"\n{len(shown)} of {len(sums)} actors are shown, those named most" if len(shown) < len(sums) else ""
    ax.set_xlabel(f"sentences; behind each name, all that name the actor{left_out}")
    voice_legend(ax, {"own": "called negative", "reported": "called positive"}, y=-0.8 / (0.26 * max(len(shown), 4)))
    said = "; ".join(f"{row.target} {row.n_negative} negative, {row.n_positive} positive" for row in shown.itertuples())
    alt = f"Bars of sentences, {len(shown)} of {len(sums)} actors shown, by mentions. {said or 'None'}."
    return finish(ax, title, alt)


def show_elements(listed: pd.DataFrame, *, search: str = "", caption: str = "") -> HTML:
    """Show who holds whom responsible and asks what of whom; each number links to its sentences.

    Parameters
    ----------
    listed : DataFrame
        As `counting.frame_counts.list_elements` makes it.
    search : str
        One element to show; all without it.
    caption : str
        What the table shows, in a few words.
    """
    rows = listed[listed["frame"] == search] if search else listed
    if rows.empty:
        return HTML(f'<p class="nothing">{html_text(caption or "Elements of frames")}: none was found.</p>')
    head = "".join(f'<th scope="col">{name}</th>' for name in ("element", "group", "sponsor", "target", "sentences"))
    body = []
    for row in rows.itertuples(index=False):
        cells = [f"<td>{html_text(value or '–')}</td>" for value in (row.frame, row.group)]
        cells += [f'<td lang="de">{html_text(value or "–")}</td>' for value in (row.sponsor, row.target)]
        links = [f'<a href="{html_text(sentence_link(a, s))}">{n}</a>' for n, (a, s) in enumerate(row.places, 1)]
        body.append(f"<tr>{''.join(cells)}<td>{' '.join(links)}</td></tr>")
    said = f"<caption>{html_text(caption)}</caption>" if caption else ""
    return HTML(f'<table class="dataframe">{said}<thead><tr>{head}</tr></thead><tbody>{"".join(body)}</tbody></table>')
