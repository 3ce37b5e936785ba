"""Numbers: one table of what all texts report, topic by text, with what differs and what is shared marked."""

import hashlib
from importlib.resources import files

import pandas as pd
from IPython.display import HTML

from analysis.showing.escape import html_text
from analysis.showing.html_tables import block_style
from analysis.showing.links import write_places

__all__ = ["show_numbers"]

SAME = ["text", "source", "source_from", "is_shared", "is_disputed"]  # numbers of one text alike in these are one line
WIDEST = 8  # texts that stand beside each other; more are named behind each number
NAMED = 5  # texts named behind a number before the rest are counted
STYLE = (files("analysis.showing") / "web" / "numbers.css").read_text(encoding="utf-8")


def show_numbers(numbers: pd.DataFrame, *, columns: list[str]) -> HTML:
    """Show all numbers on topics in one table: a row for each topic and whom it counts, a column for each text.

    Parameters
    ----------
    numbers : DataFrame
        As `compare_numbers` gives it.
    columns : list of str
        The groups, in order. With more than eight, a row is a number and names the texts that give it.

    Notes
    -----
    A bar at the side: texts give different values or bounds for the same people. *copy*: the number stands in words
    that another text prints too. Each number leads to its sentences; what a text prints several times is one line.
    """
    if numbers.empty:
        return HTML("<p>No text reports a number on one of the topics.</p>")
    narrow = len(columns) <= WIDEST
    head = ["what", "whom", *(columns if narrow else ["number", "texts"])]
    heads = "".join(f'<th scope="col">{html_text(name)}</th>' for name in head)
    rows = []
    for (title, scope, population), own in numbers.groupby(["title", "scope", "population"], sort=False):
        said = html_text(title) + ("" if scope == "event" else f"<small>{_SCOPES[scope]}</small>")
        first = f'<th scope="row" lang="de">{said}</th><td lang="de">{html_text(population)}</td>'
        cells = _by_column(own, columns) if narrow else [_by_value(own)]
        rows += [f"<tr>{first}{''.join(line)}</tr>" for line in cells]
    note = "<p><small>Bar: texts differ. <em>copy</em>: in words that another text prints too.</small></p>"
    ident = "n" + hashlib.sha256("".join(rows).encode()).hexdigest()[:8]
    caption = "<caption>Each number with its sentence; a bar: the texts differ</caption>"
    table = (f'<table class="numbers" id="{ident}">{caption}<thead><tr>{heads}</tr></thead>'
             f"<tbody>{''.join(rows)}</tbody></table>")  # fmt: skip
    return HTML(f'<style>{STYLE}</style><div class="rows">{table}</div>{block_style(ident, head)}{note}')


_SCOPES = {"part": "a part of the event", "other": "another time or event", "statistic": "standing figure"}


def _by_column(own: pd.DataFrame, columns: list[str]) -> list[list[str]]:
    """Write one line: each text's numbers in its column."""
    cells = []
    for column in columns:
        same = own[own["group"] == column].groupby(SAME, sort=False, dropna=False)
        numbers = "".join(_number_cell(rows) for _, rows in same)
        cells.append(f"<td><div>{numbers}</div></td>" if numbers else "<td></td>")
    return [cells]


def _by_value(own: pd.DataFrame) -> list[str]:
    """Write the numbers one under the other, each with the texts that give it."""
    numbers, texts = [], []
    for _, rows in own.groupby(["value", "bound"], sort=False):
        numbers.append(_number_cell(rows))
        labels = rows["label"].drop_duplicates().tolist()
        more = f" and {len(labels) - NAMED} more" if len(labels) > NAMED else ""
        texts.append(f"<div>{html_text(', '.join(labels[:NAMED]))}{more}</div>")
    return [f"<td><div>{''.join(numbers)}</div></td>", f"<td><div>{''.join(texts)}</div></td>"]


def _number_cell(rows: pd.DataFrame) -> str:
    """Write a number as printed, how often if not once, with a way to its sentences, its source under it, its marks."""
    row = next(rows.itertuples(index=False))
    badge = ' <span class="badge">copy</span>' if rows["is_shared"].all() else ""
    sources = list(dict.fromkeys(rows["source"].replace("", "no source")))
    source = html_text(", ".join(sources[:NAMED])) + (
        f" and {len(sources) - NAMED} more" if len(sources) > NAMED else ""
    )
    where = " (from a neighbouring sentence)" if (rows["source_from"] == "neighbour").all() else ""
    lang = ' lang="de"' if sources != ["no source"] else ""
    kind = ' class="differs"' if row.is_disputed else ""
    places = html_text(write_places(zip(rows["article_id"], rows["start"], strict=True)))
    shown = html_text(row.text)
    if len(rows) > 1:  # one link to all of them
        number = f'<span lang="de"><a data-to="{places}">{shown}</a></span> {len(rows)}×'
    else:
        number = f'<a data-at="{places}" lang="de">{shown}</a>'
    return f"<div{kind}>{number}{badge}<small><span{lang}>{source}</span>{where}</small></div>"
