"""Figures: the look of all charts, and how a chart is shown with its table."""

import base64
import re
import textwrap
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from io import BytesIO, StringIO

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.figure import Figure
from matplotlib.ticker import FixedFormatter, FixedLocator, FuncFormatter

from analysis.showing.escape import csv_table, html_text
from analysis.showing.palette import ON_LIGHT, SOFT
from analysis.showing.svg import FIGURE_TYPE, drop_links, inline_svg

__all__ = [
    "Shown",
    "cut_label",
    "finish",
    "fold_label",
    "ink_on",
    "keep_ends",
    "list_groups",
    "new_axes",
    "show",
    "tint",
]  # fmt: skip

LAB = (files("analysis.showing") / "web" / "lab_charts.css").read_text(encoding="utf-8")
ROOM = 0.36  # of the picture's width or height that labels may take
LINE = 0.2  # inches: what another line of title or note needs
SHORTEST = 8  # letters that a label keeps in any case
COUNT = re.compile(r" \(\d+\)$")
OVER_CELL = 13  # letters of a line of a label over a cell that is 0.95 inches wide
MOST_TEXTS = 40  # bars of texts that a page has room for
LONGEST = 60  # letters of a label in a chart; the table beside it holds it whole


def list_groups(groups: pd.Series) -> list[str]:
    """List what is compared, in order.

    A column that `with_group` made knows all groups of the study, so that each keeps its place in every chart,
    whichever others are in it.

    Examples
    --------
    >>> list_groups(pd.Series(pd.Categorical(["taz"], categories=["Text A", "taz"])))
    ['Text A', 'taz']
    """
    names = groups.cat.categories if isinstance(groups.dtype, pd.CategoricalDtype) else groups.unique()
    return [str(name) for name in names]


@cache
def _look() -> mpl.RcParams:
    with as_file(files("analysis.showing").joinpath("lesarten.mplstyle")) as path:
        return mpl.rc_params_from_file(path, use_default_template=False)


def use_look() -> None:
    """Give all charts that are drawn from now on the look of this workbook."""
    mpl.rcParams.update(_look())


def new_axes(*, width: float = 7.2, height: float = 3.6) -> Axes:
    """Make an empty chart; sizes in inches.

    Its figure lies outside pyplot, so that no notebook shows it twice and it goes with its last reference.
    """
    use_look()
    return Figure(figsize=(width, height), layout="constrained").add_subplot()


def finish(ax: Axes, title: str, alt: str) -> Axes:
    """Give a chart its title and its alternative text."""
    ax.set_title(title)
    ax.alt_text = alt
    return ax


def ink_on(colour: str) -> str:
    """Choose black or white text for a filled area, whichever is easier to read (WCAG relative luminance)."""
    channels = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in mpl.colors.to_rgb(colour)]
    luminance = 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    return "white" if 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.05 else ON_LIGHT


def tint(colour: str, share: float) -> tuple[float, float, float, float]:
    """Thin a colour, so that the paper shines through, light or dark."""
    return (*mpl.colors.to_rgb(colour), share)


@dataclass(frozen=True)
class Shown:
    """A chart with its alt text and the table behind it."""

    name: str
    svg: str
    png: bytes
    alt: str
    note: str
    csv: str
    title: str = ""

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, object]:
        """Give the picture for JupyterLab, and its parts for whoever builds pages of it."""
        parts = {name: getattr(self, name) for name in ("name", "title", "svg", "alt", "note", "csv")}
        parts["png"] = base64.b64encode(self.png).decode()
        return {"text/html": self._repr_html_(), "text/plain": repr(self), FIGURE_TYPE: parts}

    def _repr_html_(self) -> str:
        table = base64.b64encode(self.csv.encode("utf-8-sig")).decode()
        name = html_text(self.name)
        data = f"data:text/csv;charset=utf-8;base64,{table}"
        link = f'<a download="{name}.csv" href="{data}">the numbers behind it (CSV)</a>'
        said = f"<figcaption>{html_text(self.note)} · {link}</figcaption>"
        title = f'<p class="says">{html_text(self.title)}</p>' if self.title else ""
        return f'<style>{LAB}</style><figure class="lesarten">{title}{self.picture()}{said}</figure>'

    def picture(self) -> str:
        """Write the picture as it stands inside a page."""
        safe = "".join(c if c.isascii() and c.isalnum() else "-" for c in self.name)
        return inline_svg(drop_links(self.svg), name=safe, label=html_text(self.alt))

    def __repr__(self) -> str:
        """Give the alt text where no picture can be shown."""
        return f"[{self.name}: {self.alt}]"


def _shorten_labels(ax: Axes) -> None:
    """Cut labels that would leave no room: to `LONGEST` letters, then to those that fit `ROOM` of the picture."""
    for axis in (ax.xaxis, ax.yaxis):
        is_named = isinstance(axis.get_major_formatter(), FixedFormatter | FuncFormatter)
        if is_named and isinstance(axis.get_major_locator(), FixedLocator):
            for longest in (LONGEST, None):
                names = [label.get_text() for label in axis.get_ticklabels()]
                most = longest or max(int(LONGEST * _fitting_share(axis)), SHORTEST)
                axis.set_ticks(axis.get_ticklocs(), [cut_label(name, most) for name in names])
    for text in ax.texts:
        text.set_text(cut_label(text.get_text(), 2 * LONGEST))


def _fitting_share(axis: Axis) -> float:
    """Measure which share of its longest label fits beside the chart; never more than one."""
    picture = axis.get_figure().bbox
    boxes = [label.get_window_extent() for label in axis.get_ticklabels()]
    wide = max((box.width / picture.width for box in boxes), default=0)
    high = max((box.height / picture.height for box in boxes), default=0)
    return min(1.0, ROOM / max(wide, high, ROOM))


def cut_label(label: str, longest: int = LONGEST) -> str:
    """Cut a long label.

    Examples
    --------
    >>> cut_label("Donaudampfschifffahrt", 10)
    'Donaudamp…'
    >>> cut_label("Donaudampfschifffahrt (12)", 15)  # a count at its end is what the chart is about
    'Donaudamp… (12)'
    """
    if len(label) <= longest:
        return label
    count = COUNT.search(label)
    tail = count[0] if count and len(count[0]) < longest - 1 else ""
    return label[: longest - 1 - len(tail)] + "…" + tail


def keep_ends(table: pd.DataFrame, column: str, *, title: str, ends: str) -> tuple[pd.DataFrame, str]:
    """Keep the rows with the highest and the lowest values, as many as can be drawn, and say so in the title.

    Examples
    --------
    >>> table = pd.DataFrame({"n": range(41)})
    >>> kept, title = keep_ends(table, "n", title="Lengths", ends="the {} longest and the {} shortest")
    >>> len(kept), title
    (40, 'Lengths (40 of 41 shown: the 20 longest and the 20 shortest)')
    """
    if len(table) <= MOST_TEXTS:
        return table, title
    half = MOST_TEXTS // 2
    ordered = table.sort_values(column, ascending=False, kind="stable")
    said = f"{title} ({2 * half} of {len(table):,} shown: {ends.format(half, half)})"
    return pd.concat([ordered.head(half), ordered.tail(half)]), said


def fold_label(label: str, longest: int = OVER_CELL) -> str:
    """Write a label in lines, so that it stays over its own column; only a word that no line can hold is parted.

    Examples
    --------
    >>> fold_label("Neue Landeszeitung 2"), fold_label("Oberhavelblatt")
    ('Neue\\nLandeszeitung\\n2', 'Oberhavelbla-\\ntt')
    """
    longest = max(longest, SHORTEST)
    parted = re.sub(rf"(\w{{{longest - 1}}})(?=\w\w)", r"\1- ", label)
    return "\n".join(textwrap.wrap(parted, longest, break_long_words=False)) or label


def show(ax: Axes, table: pd.DataFrame, *, name: str, note: str) -> Shown:
    """Show a chart with its alt text, a note under it and the table behind it as CSV.

    Parameters
    ----------
    ax : Axes
        What a ``plot_…`` function returned; its ``alt_text`` says what the chart shows.
    table : DataFrame
        The numbers behind the chart.
    name : str
        The file name of picture and CSV, without ending; no two charts of a notebook may share it.
    note : str
        n and source, under the chart; they stand in the picture's file too, so that they go where it goes.
    """
    use_look()
    figure = ax.get_figure()
    _shorten_labels(ax)
    title = ax.get_title(loc="left")
    ax.set_title("", loc="left")  # it begins where the picture begins, and is as wide: no axis pushes it out
    title = cut_label(title, 3 * LONGEST)
    lines = textwrap.wrap(title, int(figure.get_figwidth() * 10.8))
    notes = textwrap.wrap(note, int(figure.get_figwidth() * 18))
    figure.suptitle("\n".join(lines), x=0.01, ha="left").set_gid("title")
    figure.supxlabel("\n".join(notes), x=0.01, ha="left", fontsize=7.5, color=SOFT).set_gid("note")
    figure.set_figheight(figure.get_figheight() + LINE * (max(len(lines), 1) + max(len(notes), 1) - 2))
    if engine := figure.get_layout_engine():  # once: with any engine left, savefig draws the whole picture twice
        engine.execute(figure)
    svg, png = StringIO(), BytesIO()
    with mpl.rc_context({"figure.constrained_layout.use": False}):  # savefig sets the engine anew after each picture
        figure.set_layout_engine(None)
        figure.savefig(svg, format="svg", metadata={"Date": None, "Title": title})
        figure.savefig(png, format="png", dpi=160, facecolor="white", metadata={"Software": None})
    csv = csv_table(table).to_csv(index=False)
    return Shown(name=name, svg=svg.getvalue(), png=png.getvalue(), alt=ax.alt_text, note=note, csv=csv, title=title)
