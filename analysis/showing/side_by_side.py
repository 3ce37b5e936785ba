"""Two copies of a passage side by side, with what was changed marked in both."""

import html

import pandas as pd
from IPython.display import HTML

__all__ = ["list_longest", "show_copies"]


def list_longest(passages: pd.DataFrame, *, top: int = 5) -> pd.DataFrame:
    """List the longest passages with the two articles whose copies are longest.

    Returns
    -------
    DataFrame
        A row is a passage: ``passage``, ``n_copies``, ``n_words`` (of the longest copy), ``article_id``,
        ``other_article_id``; longest first.
    """
    rows = []
    for passage, copies in passages.groupby("passage"):
        words = copies["text"].str.split().str.len().rename("n").to_frame().assign(article_id=copies["article_id"])
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
        pieces.append(html.escape(text[position:first], quote=False))
        if last > first:
            pieces.append(f"<{tag}>{html.escape(text[first:last], quote=False)}</{tag}>")
        position = last
    pieces.append(html.escape(text[position:end], quote=False))
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
        head = html.escape(str(table.at[article_id, "group"]))
        cells.append(f'<div><h3>{head}</h3><p lang="de">{"<br>".join(shown)}</p></div>')
    return HTML(f'<div class="copies">{"".join(cells)}</div>')
