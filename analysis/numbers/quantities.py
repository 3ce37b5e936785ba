"""Quantities: the numbers that an article reports, what they are about, and on whose word."""

import re
from collections.abc import Iterator, Sequence
from fnmatch import translate
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

import pandas as pd

from analysis.codebook import schema
from analysis.codebook.topics import Topic
from analysis.numbers.amounts import Amount, Token, find_amounts
from analysis.numbers.sources import find_source, points_back, points_on

__all__ = ["find_quantities"]

FAR = 16  # a trigger that is farther than this is about something else
CLAUSE = 5  # what a comma, a semicolon or a dash between number and trigger counts, in words
OTHER_NUMBER = 6  # what another number in between counts
BACKWARDS = 1.3  # a trigger before the number is that much farther than one behind it
AND = 2
POINTERS = frozenset({"demnach", "danach"})


def find_quantities(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    tokens: pd.DataFrame,
    *,
    topics: Sequence[Topic],
    quotes: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Find the numbers that articles report.

    Parameters
    ----------
    articles, sentences, tokens : DataFrame
        As `schema.TABLES` describes them.
    topics : sequence of Topic
        What numbers may be about: the codebook file `data/quantities.toml`, read by `codebook.read_topics`.
    quotes : DataFrame, optional
        With *quotes*, a number inside a quotation has its speaker as source; otherwise the sentence is asked
        (*laut X*, *nach Angaben von X*, *teilte X mit*).

    Returns
    -------
    DataFrame
        *quantities*: a row is a reported number. ``text`` runs from the bound to what is counted; ``value`` is in
        single units (2.2 million is 2200000); of *Hunderte* it is 100, ``at_least``. ``bound`` is what the article
        says: ``exactly`` if it says nothing. Dates, ages, times, ordinals, scores and names are not quantities.

    Notes
    -----
    Reading it: two rows of one topic can be compared only if they are about the same place and time; the table does
    not know. The source is who is named, not who counted.

    Examples
    --------
    >>> from analysis.reading import readers
    >>> from analysis.language import tagging
    >>> text = "Laut Polizei wurden am 8. Januar rund 4.400 Menschen festgenommen."
    >>> texts = pd.DataFrame({"article_id": ["a"], "text": [text]})
    >>> articles, paragraphs = readers.plain_articles(texts)
    >>> topics = [Topic(id="arrests", title="Festnahmen", triggers=["festnehmen"])]
    >>> found = find_quantities(articles, *tagging.tag_articles(articles, paragraphs), topics=topics)
    >>> found[["text", "value", "bound", "unit", "topic", "actor"]].values.tolist()
    [['rund 4.400 Menschen', 4400.0, 'about', 'Menschen', 'arrests', 'Polizei']]
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    rows: list[tuple] = []
    previous, named, first = None, "", 0
    for (article_id, _), sentence in _split_sentences(tokens):
        text = texts[article_id]
        before, named, since, first = named, _name(sentence, text), first, len(rows)
        if article_id == previous:
            named = before if not named and points_on(sentence) else named
            if points_back(sentence):
                rows[since:] = [row if row[-1] else (*row[:-1], named) for row in rows[since:]]
        previous = article_id
        amounts = find_amounts(sentence, text)
        triggers = _find_triggers(sentence, topics) if amounts else []
        for amount in amounts:
            topic = _choose_topic(amount, amounts, sentence, triggers, topics)
            printed = text[amount.start : amount.end]
            rows.append(
                (article_id, amount.start, amount.end, printed, amount.value, amount.bound, amount.unit, topic, named)
            )
    quantities = pd.DataFrame(rows, columns=list(schema.TABLES["quantities"].columns))
    return schema.check("quantities", _add_speakers(quantities, quotes))


def _name(sentence: list[Token], text: str) -> str:
    """Give the source that a sentence names, as printed; empty if it names none."""
    source = find_source(sentence)
    return text[sentence[source[0]].start : sentence[source[1] - 1].end] if source else ""


def _split_sentences(tokens: pd.DataFrame) -> Iterator[tuple[tuple[str, int], list[Token]]]:
    """Yield article, number and tokens of each sentence."""
    ordered = tokens.sort_values(["article_id", "start"])
    keys = zip(ordered["article_id"].tolist(), ordered["sentence"].tolist(), strict=True)
    rows = zip(*(ordered[c].tolist() for c in Token._fields), strict=True)
    for key, group in groupby(zip(keys, rows, strict=True), key=itemgetter(0)):
        yield key, [Token(*row) for _, row in group]


@lru_cache(maxsize=1_000)
def _compile(entries: tuple[str, ...]) -> tuple[re.Pattern, list[list[re.Pattern]]]:
    """Compile entries of the codebook: all single words as one pattern, each phrase as a list of patterns."""
    single = "|".join(translate(entry) for entry in entries if " " not in entry)
    phrases = [[re.compile(translate(word)) for word in entry.split()] for entry in entries if " " in entry]
    return re.compile(single or r"(?!)"), phrases


def _fits(entries: Sequence[str], tokens: Sequence[Token], k: int) -> bool:
    """Tell whether one of some entries, words or phrases, stands at token `k`."""
    single, phrases = _compile(tuple(entries))
    if single.fullmatch(tokens[k].form) or single.fullmatch(tokens[k].lemma):
        return True
    return any(
        len(tokens) - k >= len(phrase)
        and all(w.fullmatch(t.form) or w.fullmatch(t.lemma) for w, t in zip(phrase, tokens[k:], strict=False))
        for phrase in phrases
    )


def _find_triggers(tokens: list[Token], topics: Sequence[Topic]) -> list[tuple[int, int]]:
    """List the places of triggers and the number of the topic that each speaks for."""
    spoken = _join_verbs(tokens)
    return [(k, n) for n, topic in enumerate(topics) for k in range(len(tokens)) if _fits(topic.triggers, spoken, k)]


def _choose_topic(
    amount: Amount,
    amounts: Sequence[Amount],
    tokens: list[Token],
    triggers: list[tuple[int, int]],
    topics: Sequence[Topic],
) -> str:
    """Choose the topic: what is counted decides, then the nearest trigger, then the unit."""
    counted = [] if amount.unit_at is None else [amount.unit_at]
    decided = [topic.id for k in counted for topic in topics if _fits(topic.nouns, tokens, k)]
    near = sorted((_distance(amount, k, amounts, tokens), n) for k, n in triggers)
    decided += [topics[n].id for distance, n in near if distance <= FAR]
    decided += [topic.id for k in counted for topic in topics if _fits(topic.units, tokens, k)]
    return decided[0] if decided else "other"


def _join_verbs(tokens: list[Token]) -> list[Token]:
    """Give a parted verb its whole lemma at the particle: *nahm … fest* is *festnehmen*."""
    joined, verb = list(tokens), None
    for k, token in enumerate(tokens):
        if token.pos == "VVFIN":
            verb = token
        if token.pos == "PTKVZ" and verb is not None:
            joined[k] = token._replace(lemma=token.form.lower() + verb.lemma)
    return joined


def _distance(amount: Amount, k: int, amounts: Sequence[Amount], tokens: list[Token]) -> float:
    """Measure how far a trigger is from a number, in words; a clause or another number in between adds to it."""
    if amount.first <= k < amount.last:
        return 0
    low, high = (amount.last, k) if k >= amount.last else (k + 1, amount.first)
    between = tokens[low:high]
    clauses = sum(t.form in (",", ";", ":", "–", "-") for t in between)
    others = sum(low <= other.core < high for other in amounts)
    owned = any(other is not amount and other.first <= k < other.last for other in amounts)
    steps = (
        len(between) + CLAUSE * clauses + AND * sum(t.form == "und" for t in between) + OTHER_NUMBER * (others + owned)
    )
    return steps * (1 if k >= amount.last else BACKWARDS)


def _add_speakers(quantities: pd.DataFrame, quotes: pd.DataFrame | None) -> pd.DataFrame:
    """Let the innermost quotation with a speaker say who is the source."""
    if quotes is None or quotes.empty:
        return quantities
    spoken = quotes[quotes["speaker"] != ""].assign(size=lambda q: q["end"] - q["start"])
    actor = quantities["actor"].tolist()
    by_article = dict(list(spoken.sort_values("size").groupby("article_id")))
    for n, row in enumerate(quantities.itertuples(index=False)):
        own = by_article.get(row.article_id)
        around = own[(own["start"] <= row.start) & (own["end"] >= row.end)] if own is not None else ()
        if len(around):
            said = around.iloc[0]
            # *demnach* points to a source and is none: keep what the sentence gives, else take whom it points to
            actor[n] = said["speaker"] if said["speaker"].lower() not in POINTERS else actor[n] or said["actor"]
    return quantities.assign(actor=actor)
