"""Codings: quotations that a coder wrote down in words, placed in the articles."""

from pathlib import Path

import pandas as pd

from analysis.checking.word_offsets import join_pieces, paragraph_offsets, place_words
from analysis.errors import StudyError

__all__ = ["read_codings"]

NEEDED = ("article_id", "paragraph", "type", "words", "speaker", "cue", "actor", "act", "commitment", "doubt", "note")


def read_codings(folder: Path, articles: pd.DataFrame, paragraphs: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """Read the independent codings of quotations in a folder: every ``quotes_*.csv`` that gives words, not offsets.

    Returns
    -------
    dict of DataFrame
        By the letter of the coding: a row is a quotation with ``article_id``, ``start``, ``end``, ``text``, ``pieces``,
        ``type``, ``speaker``, ``speaker_start``, ``speaker_end``, ``cue``, ``actor``, ``act``, ``commitment``,
        ``doubt`` and ``note``, in the order of their first character. Words that occur again in a paragraph are taken
        for their next occurrence.

    Raises
    ------
    StudyError
        If words do not stand in their paragraph.
    """
    codings = {}
    for path in sorted(folder.glob("quotes_*.csv")):
        table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
        if "words" in table:
            codings[path.stem.removeprefix("quotes_")] = _place_coding(table, path.name, articles, paragraphs)
    return codings


def _place_coding(table: pd.DataFrame, name: str, articles: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """Place the words of one coding."""
    if missing := [column for column in NEEDED if column not in table]:
        raise StudyError(f'column "{missing[0]}" is missing; add it', file=f"data/gold/codings/{name}", line=1)
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    offsets = paragraph_offsets(paragraphs)
    taken: dict[tuple, int] = {}
    rows = []
    for line, row in enumerate(table.itertuples(index=False), start=2):
        text = texts[row.article_id]
        first, last = offsets[row.article_id, int(row.paragraph)]
        key = (row.article_id, row.paragraph, row.type, row.words, row.actor)
        spans = place_words(text, row.words, start=taken.get(key, first), end=last)
        if not spans:
            shown = f'"{row.words[:40]}" does not stand in paragraph {row.paragraph}; mend the words'
            raise StudyError(shown, file=f"data/gold/codings/{name}", line=line)
        taken[key] = spans[0][0] + 1
        who = place_words(text, row.speaker, start=first, end=last, near=spans[0][0])
        who = who or place_words(text, row.speaker, near=spans[0][0])
        rows.append({
            "article_id": row.article_id, "type": row.type, "start": spans[0][0], "end": spans[-1][1],
            "text": text[spans[0][0] : spans[-1][1]], "pieces": join_pieces(spans),
            "speaker": text[who[0][0] : who[-1][1]] if who else "",
            "speaker_start": who[0][0] if who else pd.NA, "speaker_end": who[-1][1] if who else pd.NA,
            "cue": row.cue, "actor": row.actor, "act": row.act, "commitment": row.commitment,
            "doubt": "yes" if row.doubt == "yes" else "", "note": row.note,
        })  # fmt: skip
    placed = pd.DataFrame(rows).astype({"speaker_start": "Int64", "speaker_end": "Int64"})
    order = ["article_id", "start", "end"]
    return placed.sort_values(order, ascending=[True, True, False], kind="stable", ignore_index=True)
