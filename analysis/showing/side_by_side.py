"""Texts side by side, with a band for each shared passage; two copies of one, with what was changed marked in both."""

from importlib.resources import files

import pandas as pd
from IPython.display import HTML

from analysis.counting.terms import is_word
from analysis.showing.escape import html_text

__all__ = ["list_longest", "show_bands", "show_copies"]

SHADES = ("#4C78A8", "#F58518", "#54A24B", "#B279A2", "#9D755D", "#72B7B2", "#E45756", "#EECA3B", "#BAB0AC", "#FF9DA6")
TALLEST = 34  # rem: the longest text
LEAST = 1.1  # rem: a band on which its number can be read
COPIES = (files("analysis.showing") / "web" / "copies.css").read_text(encoding="utf-8")
STYLE = (files("analysis.showing") / "web" / "bands.css").read_text(encoding="utf-8")


def list_longest(passages: pd.DataFrame, tokens: pd.DataFrame, *, top: int = 5) -> pd.DataFrame:
    """List the longest passages with the two articles whose copies are longest, in words as counted everywhere.

    Returns
    -------
    DataFrame
        A row is a passage: ``passage``, ``n_copies``, ``n_words`` (of the longest copy), ``article_id``,
        ``other_article_id``; longest first.
    """
    rows = []
    starts = {name: own["start"].to_numpy() for name, own in tokens[is_word(tokens)].groupby("article_id")}
    for passage, copies in passages.groupby("passage"):
        places = copies[["article_id", "start", "end"]].itertuples(index=False, name=None)
        counted = [int(((starts[a] >= start) & (starts[a] < end)).sum()) for a, start, end in places]
        words = copies[["article_id"]].assign(n=counted)
        best = words.groupby("article_id")["n"].max().sort_values(ascending=False, kind="stable").index[:2]
        if len(best) == 2:
            rows.append((passage, copies["article_id"].nunique(), int(words["n"].max()), *sorted(best)))
    table = pd.DataFrame(rows, columns=["passage", "n_copies", "n_words", "article_id", "other_article_id"])
    return table.sort_values(["n_words", "passage"], ascending=[False, True], ignore_index=True).head(top)


def _mark(text: str, start: int, end: int, spans: list[tuple[int, int]], tag: str) -> str:
    """Write a stretch of text as HTML with some spans of it in an element."""
    pieces, position = [], start
    for first, last in sorted(spans):
        if first < position or last > end:
            continue
        pieces.append(html_text(text[position:first]))
        if last > first:
            pieces.append(f"<{tag}>{html_text(text[first:last])}</{tag}>")
        position = last
    pieces.append(html_text(text[position:end]))
    return "".join(pieces).replace("\n\n", "<br><br>")


def show_copies(
    passage: int,
    articles: tuple[str, str],
    *,
    texts: pd.DataFrame,
    passages: pd.DataFrame,
    edits: pd.DataFrame,
    limit: int | None = None,
) -> HTML:
    """Show two articles' copies of a passage side by side; differing words are marked.

    Parameters
    ----------
    passage : int
        The passage's number.
    articles : two article ids
        Whose copies.
    texts, passages, edits : DataFrame
        *articles*, *passages* and *edits* of the study.
    limit : int, optional
        Show no more than so many characters of a copy, in a page that is passed on.
    """
    one, other = sorted(articles)
    own = edits[(edits["passage"] == passage) & (edits["article_id"] == one) & (edits["other_article_id"] == other)]
    sides = [(one, list(zip(own["start"], own["end"], strict=True)), "del"),
             (other, list(zip(own["other_start"], own["other_end"], strict=True)), "ins")]  # fmt: skip
    cells = []
    table = texts.set_index("article_id")
    for article_id, spans, tag in sides:
        copies = passages[(passages["passage"] == passage) & (passages["article_id"] == article_id)]
        shown = []
        for copy in copies.itertuples(index=False):
            end = copy.end if limit is None else min(copy.end, copy.start + limit)
            text = _mark(table.at[article_id, "text"], copy.start, end, spans, tag)
            shown.append(text + (" …" if end < copy.end else ""))
        head = html_text(table.at[article_id, "label" if "label" in table else "group"])
        cells.append(f'<div><h3>{head}</h3><p lang="de">{"<br>".join(shown)}</p></div>')
    style = f"<!--engine--><style>{COPIES}</style><!--/engine-->"  # for JupyterLab; a page has its own
    return HTML(f'{style}<div class="copies">{"".join(cells)}</div>')


def show_bands(passages: pd.DataFrame, texts: pd.DataFrame) -> HTML:
    """Set texts beside each other as columns: a band for each shared passage, grey for what is a text's own.

    Parameters
    ----------
    passages : DataFrame
        As `schema.TABLES` describes it.
    texts : DataFrame
        The articles to show, in order: ``article_id``, ``label``, ``text``; a column's height is its length.

    Notes
    -----
    Bands of one number and colour are copies of one passage; each leads to its sentence. Where passages overlap, the
    longer has the band.
    """
    longest = max(texts["text"].str.len().max(), 1) if len(texts) else 1
    columns = []
    for row in texts.itertuples(index=False):
        own = passages[passages["article_id"] == row.article_id]
        items = [_band(row.article_id, *piece, TALLEST / longest) for piece in _cut_stretches(len(row.text), own)]
        columns.append(f"<div><h3>{html_text(row.label)}</h3><ol>{''.join(items)}</ol></div>")
    return HTML(f'<style>{STYLE}</style><div class="bands">{"".join(columns)}</div>')


def _cut_stretches(length: int, own: pd.DataFrame) -> list[tuple[int, int, int | None]]:
    """Cut a text into stretches: from, to, and the passage that is there, the longest of those that overlap."""
    taken: list[tuple[int, int, int]] = []
    for row in own.assign(size=own["start"] - own["end"]).sort_values(["size", "start"]).itertuples(index=False):
        if all(row.end <= start or row.start >= end for start, end, _ in taken):
            taken.append((row.start, row.end, row.passage))
    pieces, position = [], 0
    for start, end, passage in sorted(taken):
        pieces += [(position, start, None)] * (start > position) + [(start, end, passage)]
        position = end
    return pieces + [(position, length, None)] * (length > position)


def _band(article_id: str, start: int, end: int, passage: int | None, scale: float) -> str:
    height = (end - start) * scale
    if passage is None:
        return f'<li style="height:{height:.2f}rem"></li>'
    colour = SHADES[int(passage) % len(SHADES)]
    link = f'<a data-at="{html_text(f"{article_id}:{start}")}">{passage}</a>'
    return f'<li class="shared" style="--band:{colour};height:{max(height, LEAST):.2f}rem">{link}</li>'
