"""Speech acts in the outlet's own words, and what it adds inside a report: spans that change a word's sponsor."""

from collections.abc import Iterator

import pandas as pd

from analysis.codebook.cues import Cues, read_cues
from analysis.codebook.wordlists import read_classes
from analysis.framing.constituents import phrase_end
from analysis.framing.semantic_roles import find_agency_of, name_actor
from analysis.language.clauses import Clause, Syntax
from analysis.language.parsing import parse
from analysis.language.words import read_words

__all__ = ["find_speech_acts"]

OCCASION = read_classes("acting_verbs")["occasion"]
REPORTING_MOODS = frozenset("12sh")


def find_speech_acts(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    tokens: pd.DataFrame,
    mentions: pd.DataFrame,
    *,
    verbs: list[str],
    counting: list[str],
    cues: Cues | None = None,
) -> pd.DataFrame:
    """Find who demands, judges, thanks or counts in words that the outlet tells itself, and what it adds to reports.

    Parameters
    ----------
    articles, sentences, tokens, mentions : DataFrame
        As `schema.TABLES` describes them.
    verbs, counting : list of str
        Verbs of demanding and judging (*bat um Hilfe*), and of stating a number (*zählten 40 Tote*).
    cues : Cues, optional
        The reporting words, which help to cut clauses.

    Returns
    -------
    DataFrame
        A row is a span: ``article_id``, ``first`` and ``last`` (offsets), ``agent_actor`` (the actor, else the words as
        printed), ``way``: ``act`` (what is done is the agent's), ``told`` (what is said is too), ``added`` (words of
        the outlet, if the span is part of a report: the occasion, and a relative clause in the indicative beside a
        report in another mood).

    Notes
    -----
    What a report takes for granted (*seit Beginn der Unruhen*) and an aside in the indicative (*…, die am meisten
    litt*) is what the reporter adds: Duden grammar, on mood in indirect speech.
    """
    rows = []
    named = dict(tuple(mentions.groupby("article_id", sort=False)))
    for words in read_words(articles, sentences, tokens):
        syntax = parse(words, cues or read_cues())
        for row in find_agency_of(syntax, classes={"speech": verbs}):
            clause = syntax.clauses[syntax.clause[row["token"]]]
            actor = name_actor(named.get(words.article_id), row, "agent")
            if actor and not row["is_passive"]:
                way = "told" if row["verb"] in counting else "act"
                rows.append((words.article_id, words.start[clause.first], words.end[clause.last - 1], actor, way))
        for first, stop in _find_added(syntax):
            rows.append((words.article_id, words.start[first], words.end[stop - 1], "", "added"))
    return pd.DataFrame(rows, columns=["article_id", "first", "last", "agent_actor", "way"])


def _find_added(syntax: Syntax) -> Iterator[tuple[int, int]]:
    """Yield what an outlet adds, if it stands in a report: occasions, and relative clauses in the indicative."""
    words = syntax.words
    for first, last in words.sentences:
        for i in range(first, last - 1):
            if words.low[i] in OCCASION and words.pos[i] in ("APPR", "APPRART"):
                yield i, max(phrase_end(words, i + 1, last), i + 1)
    for clause in syntax.clauses:
        if _is_aside(syntax, clause):
            yield clause.first, clause.last


def _is_aside(syntax: Syntax, clause: Clause) -> bool:
    """Tell a relative clause in the indicative in a sentence that reports in another mood."""
    is_relative = clause.order == "L" and "PRELS" in syntax.words.pos[clause.first : clause.first + 2]
    if not is_relative or clause.mood != "i":
        return False
    numbers = syntax.sentences[clause.sentence].clauses
    return any(not REPORTING_MOODS.isdisjoint(syntax.clauses[k].mood) for k in numbers)
