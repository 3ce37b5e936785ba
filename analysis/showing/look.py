"""Figures: the look of all charts, the colour of each outlet, and how a chart is shown with its table."""

import base64
import html
from dataclasses import dataclass
from importlib.resources import as_file, files
from io import BytesIO

import matplotlib as mpl
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

__all__ = ["INK", "VOICE_LOOK", "Shown", "group_colours", "ink_on", "new_axes", "show", "tint"]

# Okabe & Ito (2008), safe for colour-blind readers; black and yellow left out, for text and for white paper.
PALETTE = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00")
INK = "#222222"
# Voices are told apart by fill, so that they survive in grey and do not compete with the outlets' colours.
VOICE_LOOK = {
    "own": {"tint": 1.0, "hatch": "", "label": "the outlet's own words"},
    "direct": {"tint": 0.12, "hatch": "/////", "label": "in quotation marks"},
    "indirect": {"tint": 0.4, "hatch": "....", "label": "reported speech"},
    "reported": {"tint": 0.7, "hatch": "....", "label": "a speech act retold"},
    "distanced": {"tint": 0.12, "hatch": "xxxxx", "label": "held at a distance"},
}


def group_colours(outlets: pd.Series) -> dict[str, str]:
    """Give each outlet its colour.

    A column that `with_group` made knows all outlets of the study, so that an outlet keeps its colour in
    every chart, whichever others are in it.

    Examples
    --------
    >>> group_colours(pd.Series(pd.Categorical(["taz"], categories=["text 000", "taz"])))
    {'text 000': '#0072B2', 'taz': '#D55E00'}
    """
    names = outlets.cat.categories if isinstance(outlets.dtype, pd.CategoricalDtype) else outlets.unique()
    return {str(name): PALETTE[n % len(PALETTE)] for n, name in enumerate(names)}


with as_file(files("analysis.showing").joinpath("lesarten.mplstyle")) as path:
    mpl.rcParams.update(mpl.rc_params_from_file(path, use_default_template=False))


def new_axes(*, width: float = 7.2, height: float = 3.6) -> Axes:
    """Make an empty chart; sizes in inches.

    Its figure lies outside pyplot, so that no notebook shows it twice and it goes with its last reference.
    """
    return Figure(figsize=(width, height), layout="constrained").add_subplot()


def ink_on(colour: str) -> str:
    """Choose black or white text for a filled area, whichever is easier to read (WCAG relative luminance)."""
    channels = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in mpl.colors.to_rgb(colour)]
    luminance = 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    return "white" if 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.05 else INK


def tint(colour: str, share: float) -> tuple[float, float, float]:
    """Mix a colour with white; unlike transparency, this leaves the hatching on it at full strength."""
    return tuple(1 - share * (1 - channel) for channel in mpl.colors.to_rgb(colour))


@dataclass(frozen=True)
class Shown:
    """A chart with its alt text and the table behind it, as one piece of HTML."""

    name: str
    svg: bytes
    alt: str
    csv: bytes

    def _repr_html_(self) -> str:
        picture = base64.b64encode(self.svg).decode()
        table = base64.b64encode(self.csv).decode()
        return (
            f'<figure class="lesarten" data-name="{html.escape(self.name)}">'
            f'<img src="data:image/svg+xml;base64,{picture}" alt="{html.escape(self.alt)}" style="max-width:100%">'
            f'<figcaption><a download="{html.escape(self.name)}.csv" '
            f'href="data:text/csv;charset=utf-8;base64,{table}">the numbers behind it (CSV)</a></figcaption></figure>'
        )

    def __repr__(self) -> str:
        """Give the alt text where no picture can be shown."""
        return f"[{self.name}: {self.alt}]"


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
        n and source, printed in the picture, under the chart, so that they go where it goes.
    """
    figure = ax.get_figure()
    figure.supxlabel(note, x=0.01, ha="left", fontsize=7.5, color="#666666")
    if figure.get_layout_engine():
        figure.get_layout_engine().execute(figure)  # once: savefig would draw the whole picture for it
        figure.set_layout_engine("none")
    buffer = BytesIO()
    figure.savefig(buffer, format="svg", metadata={"Date": None, "Title": ax.get_title(loc="left")})
    csv = table.to_csv(index=False).encode("utf-8-sig")  # with a mark, so that spreadsheets read the umlauts
    return Shown(name=name, svg=buffer.getvalue(), alt=ax.alt_text, csv=csv)
