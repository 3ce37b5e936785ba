"""Quotations: who is quoted, in which words, by which construction; the table *quotes*."""

from collections.abc import Iterator

import pandas as pd

from analysis.codebook import schema
from analysis.codebook.cues import Cues, read_cues
from analysis.language.clauses import Syntax
from analysis.language.parsing import parse
from analysis.language.words import Words, read_words
from analysis.quoting.quote_candidates import Finding
from analysis.quoting.rules import apply_rules

__all__ = ["find_quotes", "join_runs", "read_findings"]

GAP = " … "  # between the words of a discontinuous cue


def find_quotes(
    articles: pd.DataFrame, sentences: pd.DataFrame, tokens: pd.DataFrame, *, cues: Cues | None = None
) -> pd.DataFrame:
    """Find the quotations of each article: direct, indirect and free reported speech, with cue and speaker.

    Parameters
    ----------
    articles, sentences, tokens : DataFrame
        As `schema.TABLES` describes them.
    cues : Cues, optional
        The reporting words; without them, those of `cues.toml`.

    Returns
    -------
    DataFrame
        *quotes*: a row is a quotation, in the order of the text. ``start`` and ``end`` enclose it; where *sagte er*
        breaks it, ``pieces`` has the offsets of its parts. ``actor`` is empty: `actors` fills it.

    Notes
    -----
    The types are those of Petersen-Frey & Biemann (LREC-COLING 2024). Reading it: ``Direct`` is verbatim,
    ``Indirect`` is reported in a clause that something introduces, ``IndirectFreeIndirect`` carries on in the
    subjunctive, ``FreeIndirect`` is hearsay, ``Reported`` names what was said without wording it.

    Examples
    --------
    >>> from analysis.reading.file_readers import plain_articles
    >>> from analysis.language.tagging import tag_articles
    >>> texts = pd.DataFrame({"article_id": ["a"], "text": ["Der Minister sagte, die Lage sei ruhig."]})
    >>> articles, paragraphs = plain_articles(texts)
    >>> quotes = find_quotes(articles, *tag_articles(articles, paragraphs))
    >>> quotes.loc[0, ["type", "text", "cue", "speaker"]].tolist()
    ['Indirect', 'die Lage sei ruhig', 'sagte', 'Der Minister']
    """
    rows = []
    for syntax, found in read_findings(articles, sentences, tokens, cues=cues):
        rows += _make_rows(syntax, found)
    return schema.check("quotes", pd.DataFrame(rows, columns=list(schema.TABLES["quotes"].columns)))


def read_findings(
    articles: pd.DataFrame, sentences: pd.DataFrame, tokens: pd.DataFrame, *, cues: Cues | None = None
) -> Iterator[tuple[Syntax, list[Finding]]]:
    """Yield each article with what was found in it, as token numbers: with frames and addressees."""
    for words in read_words(articles, sentences, tokens):
        syntax = parse(words, cues or read_cues())
        yield syntax, apply_rules(syntax)


def _make_rows(syntax: Syntax, found: list[Finding]) -> list[dict]:
    """Write the findings of one article as rows of *quotes*."""
    words = syntax.words
    rows = []
    for number, finding in enumerate(found):
        pieces = join_runs(words, finding.quote)
        start, end = pieces[0][0], pieces[-1][1]
        cue = finding.cue or finding.naming
        row = {"article_id": words.article_id, "quote": number, "type": finding.type, "start": start, "end": end}
        row |= {"text": words.text[start:end], "actor": ""} | _act_and_commitment(syntax, cue)
        row |= _place_words(words, "cue", cue) | _place_words(words, "speaker", finding.speaker)
        row |= {"inside": _find_outer(found, number), "evidence": finding.rule}
        row["pieces"] = ";".join(f"{a}-{b}" for a, b in pieces) if len(pieces) > 1 else ""
        rows.append(row)
    return rows


def join_runs(words: Words, tokens: list[int]) -> list[tuple[int, int]]:
    """Join consecutive tokens to spans of characters."""
    runs: list[list[int]] = []
    for i in tokens:
        if runs and i == runs[-1][1] + 1:
            runs[-1][1] = i
        else:
            runs.append([i, i])
    return [(words.start[a], words.end[b]) for a, b in runs]


def _place_words(words: Words, name: str, tokens: list[int]) -> dict:
    """Give the words and the offsets of a cue or a speaker; the words of a broken one are parted by an ellipsis."""
    if not tokens:
        return {name: "", f"{name}_start": pd.NA, f"{name}_end": pd.NA}
    pieces = join_runs(words, sorted(tokens))
    text = GAP.join(words.text[a:b] for a, b in pieces)
    return {name: text, f"{name}_start": pieces[0][0], f"{name}_end": pieces[-1][1]}


def _act_and_commitment(syntax: Syntax, cue: list[int]) -> dict[str, str]:
    """Say what the speaker does and what the outlet takes on: after the cue's first known word; `say` if none is."""
    known = [found for i in cue if (found := syntax.cue[i])]
    first = next((found for found in known if found.kind == "verb"), known[0] if known else None)
    if first:
        return {"act": first.act, "commitment": first.commitment}
    return {"act": "say", "commitment": "acknowledge"} if cue else {"act": "", "commitment": ""}


def _find_outer(found: list[Finding], number: int) -> int | None:
    """Find the smallest quotation that holds another; findings stand in the order of the text, outer ones first."""
    inner = found[number].quote
    for k in range(number - 1, max(-1, number - 50), -1):
        outer = found[k].quote
        if outer[0] <= inner[0] and inner[-1] <= outer[-1] and len(outer) > len(inner) and inner[0] in outer:
            return k
    return None
