"""Marks: words by text in a table; each occurrence is a mark in the look of its voice and leads to its sentence."""

from importlib.resources import files

import pandas as pd
from IPython.display import HTML

from analysis.showing.chart_look import list_groups
from analysis.showing.escape import html_text
from analysis.showing.palette import VOICE_LOOK

__all__ = ["show_marks"]

WIDEST = 8  # groups that stand beside each other; more of them are rows
MOST_ROWS = 40
MOST_MARKS = 14  # marks of one cell that can still be counted; more are a number
STYLE = (files("analysis.showing") / "web" / "marks.css").read_text(encoding="utf-8")


def show_marks(counts: pd.DataFrame, *, caption: str = "") -> HTML:
    """Show each occurrence of rival words as a mark: a row a word, a column a group; many groups are rows instead.

    Parameters
    ----------
    counts : DataFrame
        A row is a term in a group and a voice: ``term``, ``group``, ``voice``, ``n``, ``places`` (``004:12;004:80``),
        as `pick_contrast` gives it.
    caption : str
        What is compared; what a mark means is said behind it.
    """
    used = counts.groupby("term", observed=True)["n"].sum().sort_values(ascending=False, kind="stable")
    terms, groups = [str(term) for term in used.index[used > 0]], list_groups(counts["group"])
    cells = dict(iter(counts.groupby(["term", "group"], observed=True)))
    is_wide = len(groups) <= WIDEST
    rows, columns = (terms, groups) if is_wide else (groups[:MOST_ROWS], terms)
    body = []
    for row in rows:
        keys = [(row, column) if is_wide else (column, row) for column in columns]
        line = "".join(_marks_cell(cells.get(key), name) for key, name in zip(keys, columns, strict=True))
        body.append(f'<tr><th scope="row"{_lang(is_wide)}>{html_text(row)}</th>{line}</tr>')
    heads = "".join(f'<th scope="col"{_lang(not is_wide)}>{html_text(name)}</th>' for name in columns)
    corner = "word" if is_wide else "group"
    said = _marks_caption(
        caption, [v for v in VOICE_LOOK if v in set(counts["voice"])], len(rows), len(terms if is_wide else groups)
    )
    table = (f'<table class="occurrences">{said}<thead><tr><th scope="col">{corner}</th>{heads}</tr></thead>'
             f"<tbody>{''.join(body)}</tbody></table>")  # fmt: skip
    return HTML(f'<!--engine--><style>{STYLE}</style><!--/engine--><div class="rows">{table}</div>')


def _lang(is_german: bool) -> str:
    return ' lang="de"' if is_german else ""


def _marks_caption(caption: str, voices: list[str], n_shown: int, n_all: int) -> str:
    """Say what is compared, what a mark is, and what is left out."""
    keys = " ".join(f'<span><i class="mk {voice}"></i> {VOICE_LOOK[voice]["label"]}</span>' for voice in voices)
    cut = f" {n_shown} of {n_all} groups are shown." if n_shown < n_all else ""
    return f"<caption>{html_text(caption)}{cut} One mark is one occurrence and leads to its sentence. {keys}</caption>"


def _marks_cell(rows: pd.DataFrame | None, column: str) -> str:
    """Write the marks of a cell in the order of their voices; their number, if they are too many to be counted."""
    name = f' data-of="{html_text(column)}"'
    if rows is None or not rows["n"].sum():
        return f'<td class="none"{name}>·</td>'
    places = [(voice, at) for voice in VOICE_LOOK for joined in rows.loc[rows["voice"] == voice, "places"]
              for at in str(joined).split(";") if at]  # fmt: skip
    if len(places) > MOST_MARKS:
        return f'<td{name}><a data-to="{html_text(";".join(at for _, at in places))}">{len(places)}</a></td>'
    marks = "".join(f'<a class="mk {voice}" data-at="{html_text(at)}"></a>' for voice, at in places)
    return f"<td{name}>{marks}</td>"
