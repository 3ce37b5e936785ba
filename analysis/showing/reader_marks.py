"""What a reader marks in an article: voices, speakers, rival words, actors, copy and edits, numbers, frames."""

from collections.abc import Callable

import pandas as pd

from analysis.showing.links import sentence_link
from analysis.showing.spans import Mark, merge_runs

__all__ = [
    "VOICE_CLASS",
    "find_copies",
    "mark_actors",
    "mark_copy",
    "mark_frames",
    "mark_numbers",
    "mark_terms",
    "name_frame",
    "voice_marks",
]  # fmt: skip

CLOSING = "h z"  # the mark at the end of a shared passage
VOICE_CLASS = {"direct": "vd", "indirect": "vi", "reported": "vr", "distanced": "vx"}


def _rows_of_article(table: pd.DataFrame, article_id: str) -> pd.DataFrame:
    """Take the rows of one article."""
    return table[table["article_id"] == article_id]


def voice_marks(tokens: pd.DataFrame, quotes: pd.DataFrame) -> list[Mark]:
    """Mark each stretch in one voice; where a quotation begins, a note says who speaks and with which words."""
    runs = merge_runs(tokens[["start", "end", "voice"]].itertuples(index=False, name=None))
    said = {}
    for row in quotes.sort_values("start").itertuples(index=False):
        who = row.actor or row.speaker or "nobody named"
        said.setdefault(row.start, f"{who}{': ' + row.cue if row.cue else ''} ({row.type})")
    marks = [Mark(start, end, VOICE_CLASS[voice]) for start, end, voice in runs if voice in VOICE_CLASS]
    inner = quotes[quotes["inside"].notna()]
    marks += [Mark(row.start, row.end, "q2") for row in inner.itertuples(index=False)]
    return marks + [Mark(row.start, row.end, "", said[row.start]) for row in quotes.itertuples(index=False)]


def mark_terms(terms: pd.DataFrame, titles: dict[str, str]) -> list[Mark]:
    """Mark the rival words; a word can stand in several sets."""
    return [Mark(row.start, row.end, "t", f"{titles.get(row.contrast, row.contrast)}: {row.term}")
            for row in terms.itertuples(index=False)]  # fmt: skip


def mark_actors(mentions: pd.DataFrame) -> list[Mark]:
    """Mark who is named."""
    return [Mark(row.start, row.end, "m", row.actor) for row in mentions.itertuples(index=False)]


def mark_numbers(quantities: pd.DataFrame) -> list[Mark]:
    """Mark reported numbers: what they count, how they are bounded, on whose word."""
    marks = []
    for row in quantities.itertuples(index=False):
        source = row.actor or row.source or "no source given"
        marks.append(Mark(row.start, row.end, "n", f"{row.topic}, {row.bound.replace('_', ' ')}: {source}"))
    return marks


def mark_frames(frames: pd.DataFrame, titles: dict[str, str]) -> list[Mark]:
    """Mark the words that a paragraph's frames were found by (their ``evidence``, as offsets)."""
    marks = []
    for row in frames[frames["is_present"].astype(bool) & (frames["unit"] != "article")].itertuples(index=False):
        for piece in str(row.evidence).split(";"):
            start, _, end = piece.partition("-")
            if start.isdigit() and end.isdigit():
                marks.append(Mark(int(start), int(end), "f", name_frame(row.frame, row.sponsor, titles)))
    return marks


def name_frame(frame: str, sponsor: str, titles: dict[str, str]) -> str:
    """Name a frame by its title and who brings it in.

    Examples
    --------
    >>> titles = {"order": "law and order"}
    >>> name_frame("order", "Tokajew", titles), name_frame("public_health", "", titles)
    ('law and order (Tokajew)', 'public health')
    """
    name = titles.get(frame) or str(frame).replace("_", " ")
    return f"{name} ({sponsor})" if sponsor else name


def mark_copy(article_id: str, passages: pd.DataFrame, edits: pd.DataFrame, labels: dict[str, str]) -> list[Mark]:
    """Mark where shared passages begin and end, and every word that another text has otherwise, with its wording."""
    marks = []
    for row in _rows_of_article(passages, article_id).itertuples(index=False):
        marks += [Mark(row.start, row.start, "h"), Mark(row.end, row.end, CLOSING)]
    here = edits[(edits["article_id"] == article_id) & (edits["changes"] != "typography")]
    there = edits[(edits["other_article_id"] == article_id) & (edits["changes"] != "typography")]
    rows = [(r.start, r.end, r.other_article_id, r.other_words) for r in here.itertuples(index=False)]
    rows += [(r.other_start, r.other_end, r.article_id, r.words) for r in there.itertuples(index=False)]
    for start, end, other, words in sorted(rows):
        wording = f"„{words}“" if words else "left out"
        marks.append(Mark(start, end, "e" if end > start else "e gap", f"{labels.get(other, other)}: {wording}"))
    return marks


def find_copies(
    article_id: str, passages: pd.DataFrame, sentences_of: Callable[[str], pd.DataFrame]
) -> list[tuple[int, int, str, str]]:
    """List each shared passage of an article with the others that print it: start, end, whose, link to it there."""
    found = []
    for row in _rows_of_article(passages, article_id).itertuples(index=False):
        copies = passages[(passages["passage"] == row.passage) & (passages["article_id"] != article_id)]
        for copy in copies.drop_duplicates("article_id").itertuples(index=False):
            rows = sentences_of(copy.article_id)
            sentence = int(rows.loc[rows["end"] > copy.start, "sentence"].iloc[0])
            found.append((row.start, row.end, copy.article_id, sentence_link(copy.article_id, sentence)))
    return found
