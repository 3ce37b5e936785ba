"""What a reader marks in an article: voices, speakers, rival words, actors, copy and edits, numbers, frames."""

from collections.abc import Callable
from operator import attrgetter

import pandas as pd

from analysis.showing.escape import html_text
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
    "note_frames",
    "voice_marks",
]  # fmt: skip

CLOSING = "h z"  # the mark at the end of a shared passage
VOICE_CLASS = {"direct": "vd", "indirect": "vi", "reported": "vr", "distanced": "vx"}


def voice_marks(tokens: pd.DataFrame, quotes: list[tuple]) -> list[Mark]:
    """Mark each stretch in one voice; where a quotation begins, a note says who speaks and with which words."""
    runs = merge_runs(zip(*(tokens[name].tolist() for name in ("start", "end", "voice")), strict=True))
    said = {}
    for row in sorted(quotes, key=attrgetter("start")):
        who = row.actor or row.speaker or "nobody named"
        said.setdefault(row.start, f"{who}{': ' + row.cue if row.cue else ''} ({row.type})")
    marks = [Mark(start, end, VOICE_CLASS[voice]) for start, end, voice in runs if voice in VOICE_CLASS]
    marks += [Mark(row.start, row.end, "q2") for row in quotes if not pd.isna(row.inside)]
    return marks + [Mark(row.start, row.end, "", said[row.start]) for row in quotes]


def mark_terms(terms: list[tuple], titles: dict[str, str]) -> list[Mark]:
    """Mark the rival words; a word can stand in several sets."""
    return [Mark(row.start, row.end, "t", f"{titles.get(row.contrast, row.contrast)}: {row.term}") for row in terms]


def mark_actors(mentions: list[tuple]) -> list[Mark]:
    """Mark who is named."""
    return [Mark(row.start, row.end, "m", row.actor) for row in mentions]


def mark_numbers(quantities: list[tuple]) -> list[Mark]:
    """Mark reported numbers: what they count, how they are bounded, on whose word."""
    marks = []
    for row in quantities:
        source = row.actor or row.source or "no source given"
        marks.append(Mark(row.start, row.end, "n", f"{row.topic}, {row.bound.replace('_', ' ')}: {source}"))
    return marks


def _present_in_paragraphs(frames: list[tuple]) -> list[tuple]:
    """Take the frames that are there in a paragraph; those of a whole article stand nowhere in it."""
    return [row for row in frames if row.unit != "article" and row.is_present]


def mark_frames(frames: list[tuple], titles: dict[str, str]) -> list[Mark]:
    """Mark the words that a paragraph's frames were found by (their ``evidence``, as offsets)."""
    marks = []
    for row in _present_in_paragraphs(frames):
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


def note_frames(frames: list[tuple], start: int, end: int, titles: dict[str, str]) -> str:
    """Name the frames of a paragraph with their sponsors."""
    sponsors: dict[str, dict[str, None]] = {}
    for row in _present_in_paragraphs(frames):
        if row.start < end and row.end > start:
            sponsors.setdefault(row.frame, {}).update({row.sponsor: None} if row.sponsor else {})
    named = " · ".join(name_frame(frame, ", ".join(names), titles) for frame, names in sponsors.items())
    return f'<span class="frames" data-aside lang="en">{html_text(named)}</span>' if named else ""


def mark_copy(passages: list[tuple], here: list[tuple], there: list[tuple], labels: dict[str, str]) -> list[Mark]:
    """Mark where shared passages begin and end, and every word that another text has otherwise, with its wording.

    `here` and `there` are the *edits* whose first and whose other text is the article.
    """
    marks = []
    for row in passages:
        marks += [Mark(row.start, row.start, "h"), Mark(row.end, row.end, CLOSING)]
    rows = [(r.start, r.end, r.other_article_id, r.other_words) for r in here if r.changes != "typography"]
    rows += [(r.other_start, r.other_end, r.article_id, r.words) for r in there if r.changes != "typography"]
    for start, end, other, words in sorted(rows):
        wording = f"„{words}“" if words else "left out"
        marks.append(Mark(start, end, "e" if end > start else "e gap", f"{labels.get(other, other)}: {wording}"))
    return marks


def find_copies(
    passages: list[tuple], copies: dict[object, list[tuple]], sentences_of: Callable[[str], list[tuple]]
) -> list[tuple[int, int, str, str]]:
    """List each shared passage of an article with the others that print it: start, end, whose, link to it there.

    `copies` has all articles' copies by passage.
    """
    found = []
    for row in passages:
        seen = {row.article_id}
        for copy in copies[row.passage]:
            if copy.article_id not in seen:
                seen.add(copy.article_id)
                sentence = next(s.sentence for s in sentences_of(copy.article_id) if s.end > copy.start)
                found.append((row.start, row.end, copy.article_id, sentence_link(copy.article_id, sentence)))
    return found
