"""Predictions: the quotation finder run on bare texts, its findings in the form of the annotated files."""

from collections.abc import Callable, Iterator

import pandas as pd

from analysis.checking.quote_scores import ROLES, lay_onto_tokens
from analysis.language.clauses import Syntax
from analysis.language.tagging import tag_articles
from analysis.quoting.quote_candidates import Finding
from analysis.quoting.quotes import join_runs, read_findings
from analysis.reading.file_readers import plain_articles

__all__ = ["predict_quotes", "write_finding"]


def predict_quotes(articles: list[dict], *, tick: Callable[[], None] = lambda: None, **options) -> Iterator[dict]:
    """Yield the predictions for annotated articles, made from their text alone.

    Parameters
    ----------
    articles : list of dict
        As `evaluation.read_annotated` yields them; only ``name``, ``text`` and ``tokens`` are looked at, and the
        tokens only to lay the findings onto them.
    tick : callable
        Called once an article.
    options
        Handed to `quotes.read_findings`.

    Yields
    ------
    dict with ``name`` and ``quotes``, each with ``type``, ``nested``, ``rule`` and lists of token numbers
    """
    for number, article in enumerate(articles):
        texts = pd.DataFrame({"article_id": [str(number)], "text": [article["text"]]})
        plain, paragraphs = plain_articles(texts)
        quotes: list[dict] = []
        if len(paragraphs):
            for syntax, found in read_findings(plain, *tag_articles(plain, paragraphs), **options):
                quotes += [write_finding(finding, found, syntax, article["tokens"]) for finding in found]
        yield {"name": article["name"], "quotes": [quote for quote in quotes if quote["quote"]]}
        tick()


def write_finding(finding: Finding, found: list[Finding], syntax: Syntax, tokens: list[list[int]]) -> dict:
    """Write a finding in the form of the annotated files."""
    row: dict = {"type": finding.type, "nested": _is_nested(finding, found), "rule": finding.rule}
    for part in ("quote", *ROLES):
        row[part] = lay_onto_tokens(join_runs(syntax.words, sorted(getattr(finding, part))), tokens)
    return row


def _is_nested(finding: Finding, found: list[Finding]) -> bool:
    """Tell whether a finding lies inside another one."""
    own = set(finding.quote)
    return any(other is not finding and own < set(other.quote) for other in found)
