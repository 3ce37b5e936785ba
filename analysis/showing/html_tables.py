"""Tables: how a notebook shows one, plain or to search; whole where scripts are off and in print."""

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import pandas as pd
from IPython.display import HTML

from analysis.showing.escape import html_text
from analysis.showing.links import add_places

__all__ = ["WEB", "block_style", "drop_engines", "show_table"]

WEB = files("analysis.showing") / "web"
# In JupyterLab each searchable table brings its script, so that any cell can be run alone; a page holds it once.
ENGINE = re.compile(r"<!--engine-->.*?<!--/engine-->", re.S)
LEAST_ROW = len("<tr><td></td></tr>")
LARGEST = 60_000  # characters of rows in one table: a page with several stays readable and light
LARGE = 1_000  # from here on numbers are written in groups of three, as in the sentences
LONGEST_WORD = 22  # letters that fit into a column beside others
LONG = 90  # letters of a cell that is read as a sentence
# Columns whose cell leads to a sentence: an offset or a sentence, with the column of the article it is in.
PLACES = {"start": "article_id", "sentence": "article_id", "other_start": "other_article_id"}


@cache
def read_engine() -> str:
    """Read the scripts that sort, search and page the tables of a page."""
    return "".join((WEB / name).read_text(encoding="utf-8") for name in ("sortable.min.js", "rove.js", "widgets.js"))


def drop_engines(page: str) -> str:
    """Take the scripts out that tables brought along for JupyterLab."""
    return ENGINE.sub("", page)


def show_table(
    table: pd.DataFrame,
    *,
    german: tuple[str, ...] = (),
    search: bool = False,
    digits: int = 2,
    caption: str = "",
    rows: pd.DataFrame | Mapping[str, pd.DataFrame] | None = None,
    by: tuple[str, ...] = (),
    none: str = "",
) -> HTML:
    """Show a table; words of the articles are marked as German, for screen readers and hyphenation.

    A row that has ``article_id`` with ``start`` or ``sentence`` leads to its sentence, a count to all that it counts.

    Parameters
    ----------
    german : tuple of str
        The columns that hold words of the articles.
    search : bool
        Whether the reader can search, sort and page it; that works offline and in a page passed on.
    digits : int
        Digits after the decimal point.
    caption : str
        What the table shows, in a few words.
    rows : DataFrame or mapping, optional
        What the column ``n`` counts, with ``article_id`` and ``sentence`` or ``start``: each count leads to the
        sentences of the rows that agree with it in the columns `by`. A mapping names several columns with theirs.
    none : str, optional
        What is said in place of a table without rows.
    """
    if table.empty:
        return HTML(f'<p class="nothing">{html_text(none or _say_empty(caption))}</p>')
    counted = {"n": rows} if isinstance(rows, pd.DataFrame) else rows or {}
    part = table.head(LARGEST // LEAST_ROW + 1)  # more cannot be shown
    places = {column: add_places(part, own, by)["places"] for column, own in counted.items()}
    if "places" in table and "n" in table:
        places, table = {"n": part["places"], **places}, table.drop(columns="places")
    shown = [column for column in table.columns if not _is_in_the_link(table, column)]
    forms = _choose_digits(table, digits)
    columns = [
        _cells(part, column, german=column in german, digits=forms.get(column, digits), places=places.get(column))
        for column in shown
    ]
    rows = _write_rows(columns)
    heads = [_column_head(table, column) for column in shown]
    ident = "t" + hashlib.sha256("".join([*heads, *rows]).encode()).hexdigest()[:8]
    said = _table_caption(caption, len(rows), len(table))
    kind = "sortable n-last asc" if search else "plain"
    style = _wide_columns(part, ident, shown) + block_style(ident, [_head_name(table, column) for column in shown])
    body = (f'<div class="rows"><table id="{ident}" class="{kind}">{said}<thead><tr>{"".join(heads)}</tr></thead>'
            f"<tbody>{''.join(rows)}</tbody></table></div>{style}")  # fmt: skip
    look = f"<style>{(WEB / 'lab.css').read_text(encoding='utf-8')}</style>"
    if search:
        body, look = (
            f'<div class="searchable" data-rows="{len(table)}">{body}</div>',
            f"{look}<script>{read_engine()}</script>",
        )
    return HTML(f"{body}<!--engine-->{look}<!--/engine-->")


def _choose_digits(table: pd.DataFrame, digits: int) -> dict[str, int]:
    """Choose how many digits each column of numbers has behind the point: none where it counts."""
    return {column: 0 if _counts_things(table[column]) else digits for column in table.select_dtypes("number")}


def _say_empty(caption: str) -> str:
    """Say that a table has no rows."""
    return f"{caption}: nothing to list." if caption else "There is nothing to list."


def _write_rows(columns: list[list[str]]) -> list[str]:
    """Write rows of the cells of columns, until they are `LARGEST`."""
    rows, size = [], 0
    for cells in zip(*columns, strict=True):
        rows.append(f"<tr>{''.join(cells)}</tr>")
        size += len(rows[-1])
        if size > LARGEST:
            break
    return rows


def _table_caption(caption: str, shown: int, total: int) -> str:
    """Write the table's caption; what is left out is said."""
    left_out = (
        f"The first {shown:,} of {total:,} rows; the others are in the tables to download." if shown < total else ""
    )
    named = html_text(caption) + ("." if caption and left_out and caption[-1] not in ".?!" else "")
    parts = " ".join(part for part in (named, left_out) if part)
    return f"<caption>{parts}</caption>" if parts else ""


def _column_name(column: object) -> str:
    return str(column).replace("_", " ")


def _head_name(table: pd.DataFrame, column: object) -> str:
    return "where" if column in PLACES and PLACES[column] in table else _column_name(column)


def _column_head(table: pd.DataFrame, column: object) -> str:
    name = _head_name(table, column)
    kind = ' class="n"' if pd.api.types.is_numeric_dtype(table[column]) and name != "where" else ""
    return f'<th scope="col"{kind}>{html_text(name)}</th>'


def _cells(
    table: pd.DataFrame, column: object, *, german: bool, digits: int, places: pd.Series | None = None
) -> list[str]:
    """Write the cells of a column; with `places` each leads to what it counts."""
    if places is not None:
        plain = _cells(table, column, german=german, digits=digits)
        return [_lead(cell, to) for cell, to in zip(plain, places, strict=True)]
    values = table[column]
    if column in PLACES and PLACES[column] in table:
        mark = "s" if column == "sentence" else ""
        ids = table[PLACES[column]]
        return [f"<td>{_marked_place(f'{a}:{mark}{v}')}</td>" for a, v in zip(ids, values, strict=True)]
    if pd.api.types.is_bool_dtype(values.dtype):
        return [f"<td>{'yes' if value else 'no'}</td>" for value in values]
    if pd.api.types.is_numeric_dtype(values.dtype):
        return [_shown_number(value, digits) for value in values]
    return [_text_cell(value, german=german) for value in values]


def _text_cell(value: object, *, german: bool) -> str:
    """Write a cell of text; only one with a word too long for a line may be broken inside words."""
    shown = "–" if pd.isna(value) else str(value)
    kind = ' class="w"' if max(map(len, shown.split()), default=0) > LONGEST_WORD else ""
    lang = ' lang="de"' if german else ""
    return f"<td{kind}{lang}>{html_text(shown)}</td>"


def _lead(cell: str, places: object) -> str:
    """Make what a cell says lead to places; an empty cell leads nowhere."""
    opening, _, shown = cell.removesuffix("</td>").partition(">")
    return f'{opening}><a data-to="{html_text(places)}">{shown}</a></td>' if places and shown != "–" else cell


def _counts_things(values: pd.Series) -> bool:
    """Say whether a column counts things: whole numbers, and not shares that happen to be none or all."""
    is_count = not pd.api.types.is_float_dtype(values.dtype) or values.max() > 1
    return bool(is_count and (values.dropna() % 1 == 0).all())


def _shown_number(value: float, digits: int) -> str:
    if pd.isna(value):
        return '<td class="n" data-sort="">–</td>'
    raw = f' data-sort="{value}"' if abs(value) >= LARGE else ""
    return f'<td class="n"{raw}>{value:{"," if raw else ""}.{digits}f}</td>'


def _marked_place(at: str, shown: str = "") -> str:
    """Mark a place in an article; a page makes a link to its sentence of it, and names it if nothing else does."""
    name = "" if shown else " data-name"
    return f'<a data-at="{html_text(at)}"{name}>{html_text(shown or at.rpartition(":")[2])}</a>'


def _css_text(text: str) -> str:
    """Write a text inside a style, each letter that means something there by its number."""
    return "".join(c if (c.isalnum() and c.isascii()) or c == " " else f"\\{ord(c):x} " for c in text)


def _is_in_the_link(table: pd.DataFrame, column: object) -> bool:
    """Say whether a column is an article's id beside a place in it: the link names both."""
    return any(article == column and place in table for place, article in PLACES.items())


def _wide_columns(table: pd.DataFrame, ident: str, columns: list[object]) -> str:
    """Give columns with whole sentences room: among many short ones they would be a word wide."""
    texts = {n: table[column] for n, column in enumerate(columns, 1) if table[column].dtype.kind not in "biuf"}
    wide = [f"#{ident} td:nth-child({n})" for n, text in texts.items() if text.astype(str).str.len().max() > LONG]
    return f"<style>@media print,(min-width:60rem){{{','.join(wide)}{{min-width:15rem}}}}</style>" if wide else ""


def block_style(ident: str, names: list[str]) -> str:
    """On a narrow screen a row becomes a block, and each cell says which column it is of."""
    if len(names) < 4:
        return ""
    named = "".join(f'#{ident} td:nth-child({n})::before{{content:"{_css_text(name)}"}}'
                    for n, name in enumerate(names, 1))  # fmt: skip
    return f"<style>@media(max-width:40rem){{{named}}}</style>"
