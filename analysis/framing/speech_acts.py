"""Speech acts in the outlet's own words, and what it adds inside a report: spans that change a word's sponsor."""

from collections.abc import Iterator

import pandas as pd

from analysis.codebook.cues import Cues, read_cues
from analysis.codebook.wordlists import read_classes
from analysis.framing.semantic_roles import find_agency_of, name_actor
from analysis.language.clauses import Clause, Syntax
from analysis.language.long_phrases import phrase_end
from analysis.language.parsing import parse
from analysis.language.words import Words, read_words

__all__ = ["find_speech_acts"]

PERSONS = ("er", "sie")
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
        report in another mood), ``carried`` (a sentence that says what those are to do of whom was told before).
        ``since`` is where the sentence before begins: there a pronoun's speaker is looked for; ``agent_actor`` is
        empty then.

    Notes
    -----
    What a report takes for granted (*seit Beginn der Unruhen*) and an aside in the indicative (*…, die am meisten
    litt*) is what the reporter adds: Duden grammar, on mood in indirect speech.
    """
    rows, cues = [], cues or read_cues()
    named = dict(tuple(mentions.groupby("article_id", sort=False)))
    for words in read_words(articles, sentences, tokens):
        syntax = parse(words, cues)
        for row in find_agency_of(syntax, classes={"speech": verbs}):
            clause = syntax.clauses[syntax.clause[row["token"]]]
            actor = name_actor(named.get(words.article_id), row, "agent")
            if not row["is_passive"] and (actor or row["agent"].lower() in PERSONS):
                way = "told" if row["verb"] in counting else "act"
                rows.append(_place(words, clause.first, clause.last, actor, way))
        rows += [_place(words, first, stop, "", "added") for first, stop in _find_added(syntax, cues)]
        rows += [_place(words, c.first, c.last, "", "carried") for c in syntax.clauses if _tells_on(syntax, c)]
    return pd.DataFrame(rows, columns=["article_id", "first", "last", "agent_actor", "way", "since"])


def _place(words: Words, first: int, stop: int, actor: str, way: str) -> tuple:
    """Give a span's row; the sentence before it begins at `since`."""
    before = words.sentences[max(words.sentence[first] - 1, 0)][0]
    return words.article_id, words.start[first], words.end[stop - 1], actor, way, words.start[before]


def _tells_on(syntax: Syntax, clause: Clause) -> bool:
    """Tell a sentence that says what those are to do of whom a report told: *Sie sollten die Stadt sichern.*"""
    words = syntax.words
    opens = words.pos[clause.first] == "PPER" and clause.first == syntax.sentences[clause.sentence].first
    return opens and clause.finite == [clause.first + 1] and words.lemma[clause.first + 1] == "sollen"


def _find_added(syntax: Syntax, cues: Cues) -> Iterator[tuple[int, int]]:
    """Yield what an outlet adds, if it stands in a report: occasions, asides in the indicative, *so genannt*."""
    words = syntax.words
    yield from ((i, i + 1) for i in range(len(words)) if _holds_off(words, i, cues))
    for first, last in words.sentences:
        for i in range(first, last - 1):
            if words.low[i] in OCCASION and words.pos[i] in ("APPR", "APPRART"):
                yield i, max(phrase_end(words, i + 1, last), i + 1)
    for clause in syntax.clauses:
        if _is_aside(syntax, clause):
            yield clause.first, clause.last


def _holds_off(words: Words, i: int, cues: Cues) -> bool:
    """Tell an adjective by which the outlet makes a name not its own: *die angebliche Hilfe*, *so genannt*."""
    if words.low[i] == "so":
        return words.low[i + 1 : i + 2] != [] and words.low[i + 1].startswith(tuple(cues.distancing_seconds))
    is_second = i > 0 and words.low[i - 1] == "so" and words.low[i].startswith(tuple(cues.distancing_seconds))
    return words.pos[i] == "ADJA" and (is_second or words.lemma[i].lower() in cues.distancing)


def _is_aside(syntax: Syntax, clause: Clause) -> bool:
    """Tell a relative clause in the indicative beside a report in another mood, or credited by *wie … mitteilte*."""
    words = syntax.words
    is_place = words.low[clause.first] == "wo" and words.form[clause.first - 1] == ","
    is_relative = clause.order == "L" and (is_place or "PRELS" in words.pos[clause.first : clause.first + 2])
    if not is_relative or clause.mood != "i":
        return False
    beside = [syntax.clauses[k] for k in syntax.sentences[clause.sentence].clauses]
    return any(not REPORTING_MOODS.isdisjoint(c.mood) or (c.verb_cue and words.low[c.first] == "wie") for c in beside)
