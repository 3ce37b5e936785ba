"""Cited sources: namings behind *laut* and *nach Angaben* that no quotation has as its speaker."""

from collections.abc import Iterable, Mapping

import pandas as pd

from analysis.counting.proposal import ProposedNaming
from analysis.counting.quoted_bodies import says_in_marks
from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = ["count_cited", "place_speakers"]

PLACES = ("start", "actor", "speaker_start", "speaker_end")
GIVEN = ("angaben", "angabe", "auskunft")  # behind *nach*


def place_speakers(quotes: pd.DataFrame) -> dict[str, list[tuple]]:
    """Map articles to where each quotation begins, whose it is, and where its speaker's words begin and end."""
    rows: dict[str, list[tuple]] = {}
    for article_id, *row in (
        zip(*(quotes[name] for name in ("article_id", *PLACES)), strict=True) if "speaker_start" in quotes else ()
    ):
        rows.setdefault(article_id, []).append(tuple(row))
    return rows


def count_cited(namings: Iterable[ProposedNaming], texts: Mapping[str, Words], rows: Mapping[str, list[tuple]]) -> int:
    """Count the namings that report something and are no quotation's speaker: *laut Nachrichtenagentur Mollix*.

    The noun for a body before a name is taken along, and an article and an adjective before it.

    Parameters
    ----------
    namings : iterable of ProposedNaming
    texts : mapping
        Article to its words.
    rows : mapping
        What `place_speakers` gives.
    """
    cited = (n for n in namings if _reports_or_is_cited(texts[n.article_id], n))
    return sum(not _is_counted(texts[n.article_id], n, rows.get(n.article_id, ())) for n in cited)


def _is_counted(words: Words, naming: ProposedNaming, rows: Iterable[tuple]) -> bool:
    """Tell a naming within a quotation's speaker, or in one sentence with a quotation that is its bearer's already."""
    first, stop = words.sentences[words.sentence[naming.first]]
    at, low, high = words.start[naming.first], words.start[first], words.end[stop - 1]
    return any(
        (pd.notna(begin) and begin <= at < end) or (actor in (naming.source, naming.name) and low <= start < high)
        for start, actor, begin, end in rows
    )


def _reports_or_is_cited(words: Words, naming: ProposedNaming) -> bool:
    """Tell a naming that reports: behind *laut*, or in marks as the subject of a verb of saying."""
    stop = naming.first + len(naming.printed.split())
    return _is_behind_source(words, naming.first) or says_in_marks(words, naming.first, stop)


def _is_behind_source(words: Words, first: int) -> bool:
    """Tell a name behind *laut* or *nach Angaben*, with what stands between."""
    low, k = words.sentences[words.sentence[first]][0], first - 1
    if k >= low and words.pos[k] == "NN" and kind_of(words.form[k]) == "organisation":
        k -= 1
    while k >= low and words.pos[k] in ("ART", "ADJA"):
        k -= 1
    is_given = k > low and words.low[k] in GIVEN and words.low[k - 1] == "nach"
    return k >= low and (words.low[k] == "laut" or is_given)
