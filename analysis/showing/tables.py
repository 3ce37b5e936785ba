"""Tables: how a notebook shows one, plain or to search, offline and in a page that is passed on."""

import html
import re

import pandas as pd
from IPython.display import HTML
from itables import options, to_html_datatable
from itables.javascript import generate_init_offline_itables_html

__all__ = ["keep_first_engine", "show_table"]

# The script that makes tables searchable goes with each of them, so that any cell can be run again alone.
ENGINE = re.compile(r"<!--engine-->.*?<!--/engine-->", re.S)


def show_table(table: pd.DataFrame, *, german: tuple[str, ...] = (), search: bool = False, digits: int = 2) -> HTML:
    """Show a table; words of the articles are marked as German, for screen readers and hyphenation.

    Parameters
    ----------
    german : tuple of str
        The columns that hold words of the articles.
    search : bool
        Whether the reader can search, sort and page it; that works offline and in a page passed on.
    digits : int
        Digits after the decimal point.
    """
    shown = table.copy()
    for column in shown.columns:
        if column in german:
            shown[column] = [f'<span lang="de">{_escape(value)}</span>' for value in shown[column]]
        elif not pd.api.types.is_numeric_dtype(shown[column]):
            shown[column] = [_escape(value) for value in shown[column]]
    shown.columns = [str(column).replace("_", " ") for column in shown.columns]
    if not search:
        plain = shown.to_html(index=False, border=0, escape=False, na_rep="–", float_format=lambda x: f"{x:.{digits}f}")
        return HTML(plain)
    engine = generate_init_offline_itables_html(options.dt_bundle)
    layout = {
        "showIndex": False,
        "lengthMenu": [10, 25, 100],
        "maxBytes": 0,
        "allow_html": True,
        "classes": "display compact",
    }
    body = to_html_datatable(shown.round(digits), connected=False, **layout)
    return HTML(f'<div class="searchable"><!--engine-->{engine}<!--/engine-->{body}</div>')


def keep_first_engine(page: str) -> str:
    """Keep the first copy of the tables' script in a page and drop the others: one is enough, and it is large."""
    first = ENGINE.search(page)
    return page[: first.end()] + ENGINE.sub("", page[first.end() :]) if first else page


def _escape(value: object) -> str:
    return "–" if pd.isna(value) else html.escape(str(value), quote=False)
