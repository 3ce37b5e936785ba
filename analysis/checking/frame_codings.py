"""Codings of frames: the adjudicated one and the separate readings behind it, read from their files."""

from pathlib import Path

import pandas as pd

from analysis.codebook import schema
from analysis.errors import StudyError

__all__ = ["read_frame_codings", "read_gold_frames"]


def read_gold_frames(path: Path, articles: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """Read the adjudicated coding of elements and event frames, and hold its words against the paragraphs.

    Raises
    ------
    StudyError
        For a column or paragraph that is missing, and for words that do not stand in the paragraph.
    """
    shown = f"data/gold/{path.name}"
    if not path.is_file():
        return schema.empty("gold_frames")
    table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    if missing := [c for c in schema.TABLES["gold_frames"].columns if c not in table]:
        raise StudyError(f'column "{missing[0]}" is missing; add it', file=shown, line=1)
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    spans = {(p.article_id, str(p.paragraph)): (p.start, p.end) for p in paragraphs.itertuples(index=False)}
    for line, row in enumerate(table.itertuples(index=False), start=2):
        place = spans.get((row.article_id, row.paragraph))
        if place is None:
            wrong = f'the study has no paragraph {row.paragraph} of "{row.article_id}"; take the row out'
            raise StudyError(wrong, file=shown, line=line)
        words = texts[row.article_id][slice(*place)]
        if any(part.strip() not in words for part in row.evidence.split(" … ")):
            raise StudyError(f'"{row.evidence[:40]}" does not stand in the paragraph; mend it', file=shown, line=line)
    return schema.check("gold_frames", table[list(schema.TABLES["gold_frames"].columns)])


def read_frame_codings(paths: list[Path]) -> list[pd.DataFrame]:
    """Read the separate readings, as they were handed in; paragraphs as numbers."""
    tables = [pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig") for path in paths]
    return [table.assign(paragraph=table["paragraph"].astype("int64")) for table in tables]
