"""Escaping: what a study's author wrote (titles, outlets, terms, notes, file names) is text, wherever it is shown."""

import html
import re

import pandas as pd

from analysis.codebook.csv_cells import defang

__all__ = ["csv_cell", "csv_table", "html_text", "markdown_text"]

MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|$~&!])")
LIST_MARK = re.compile(r"^(\s*)(\d*)([-+.)=])")


def html_text(value: object) -> str:
    """Write a value as text of an HTML page, also inside an attribute in quotation marks.

    Examples
    --------
    >>> html_text('<script>"a" & b')
    '&lt;script&gt;&quot;a&quot; &amp; b'
    """
    return html.escape(str(value), quote=True)


def markdown_text(value: object) -> str:
    r"""Write a value as text of a Markdown paragraph: no mark-up, no link, no formula; one line.

    Examples
    --------
    >>> print(markdown_text("[x](javascript:1) $a$ <b>"))
    \[x\](javascript:1) \$a\$ \<b\>
    >>> print(markdown_text("1. taz"))
    1\. taz
    """
    escaped = MARKDOWN.sub(r"\\\1", " ".join(str(value).split()))
    return LIST_MARK.sub(r"\1\2\\\3", escaped)


def csv_cell(value: object) -> object:
    """Put an apostrophe before text that a spreadsheet would run as a formula; numbers stay as they are.

    ``lesarten import`` takes it away again.

    Examples
    --------
    >>> csv_cell("=1+1"), csv_cell("'=1"), csv_cell("Ruhe"), csv_cell(-3)
    ("'=1+1", "''=1", 'Ruhe', -3)
    """
    return defang(value) if isinstance(value, str) else value


def csv_table(table: pd.DataFrame) -> pd.DataFrame:
    """Make the text cells and the column names of a table harmless in a spreadsheet.

    Examples
    --------
    >>> csv_table(pd.DataFrame({"term": ["=a", "b"], "n": [-1, 2]})).to_csv(index=False, lineterminator=";")
    "term,n;'=a,-1;b,2;"
    """
    safe = table.copy()
    for n, dtype in enumerate(table.dtypes):
        column = table.iloc[:, n]
        if isinstance(dtype, pd.StringDtype):  # words come again and again: each is looked at once
            changed = [word for word in column.dropna().unique() if csv_cell(word) != word]
            column = column.where(~column.isin(changed), "'" + column)
        elif not pd.api.types.is_numeric_dtype(dtype):
            column = column.astype(object).map(csv_cell)
        safe.isetitem(n, column)
    return safe.set_axis([csv_cell(column) for column in table.columns], axis=1)
