"""A page for each article: its head, and the reader below it."""

from collections.abc import Iterator
from itertools import chain

import pandas as pd

from analysis.language.many_processes import cut_in_pieces, map_pieces
from analysis.showing.escape import html_text
from analysis.showing.reader import Reader, ShownArticle
from analysis.showing.sentences import write_date
from analysis.site.public_excerpts import Excerpts
from analysis.study import Study

__all__ = ["opening_words", "write_reader_bodies"]

PIECE, FEWEST_PIECES = 10, 8  # articles that a process writes at a time; fewer of these: one process


def opening_words(text: str, *, n: int = 6) -> str:
    """Take the first words of a text: what an article without a title is known by.

    Examples
    --------
    >>> opening_words("Die Lage in der von Ausschreitungen erschütterten Republik")
    'Die Lage in der von Ausschreitungen …'
    """
    words = text.split()
    shown = " ".join(words[:n]) + (" …" if len(words) > n else "")
    return shown if len(shown) <= 120 else shown[:119] + "…"


def write_reader_bodies(
    study: Study, articles: list[pd.Series], excerpts: Excerpts | None
) -> Iterator[tuple[str, int]]:
    """Write the pages of articles in order, and how many stretches are left out of each where pages are passed on."""
    if excerpts is None:
        pieces = cut_in_pieces(articles, PIECE)
        yield from (
            (body, 0) for body in chain.from_iterable(map_pieces(_write_some, pieces, study, fewest=FEWEST_PIECES))
        )
        return
    for article in articles:  # what may be shown of one article depends on what was shown before
        before = excerpts.n_cut
        yield write_reader_body(study, article, excerpts), excerpts.n_cut - before


def _write_some(articles: list[pd.Series], study: Study) -> list[str]:
    """Write the pages of some articles, whole."""
    return [write_reader_body(study, article, None) for article in articles]


def write_reader_body(study: Study, article: pd.Series, excerpts: Excerpts | None) -> str:
    """Write an article's page: label, title or first words, what is known of it, the reader."""
    shown = ShownArticle(study.reader, article["article_id"])
    allowed = None
    if excerpts is not None:
        allowed = excerpts.allowed(article["article_id"], _noteworthy(study.reader, article["article_id"]))
    facts = [article["outlet"] or "outlet unknown"]
    dated = write_date(article["published"], article["published_precision"])
    facts += [dated] if dated != "unknown" else []
    facts += [f"file {article['source_file']}"] if article["source_file"] else []
    head = html_text(opening_words(article["text"]))
    opening = "" if article["title"] else f' · <span lang="de">{head}</span>'  # a title is the text's own first line
    return (f'<h1>{html_text(article["label"])}{opening}</h1><p class="meta">'
            f'{html_text(" · ".join(facts))}</p><div class="reader">{shown.body(allowed)}</div>')  # fmt: skip


def _noteworthy(reader: Reader, article_id: str) -> list[int]:
    """List the places of an article that something is said of: rival words, numbers, beginnings of quotations."""
    tables = [reader.rows(name, article_id) for name in ("terms", "quantities", "quotes")]
    return sorted({row.start for rows in tables for row in rows})
