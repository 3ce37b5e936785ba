"""Quantities: the numbers that an article reports, what they are about, whom they count, and on whose word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter

import pandas as pd

from analysis.codebook import schema
from analysis.codebook.quantities_file import Topic
from analysis.codebook.wordlists import read_classes
from analysis.numbers.amounts import find_amounts
from analysis.numbers.number_expressions import Amount, Token
from analysis.numbers.number_kinds import SUM
from analysis.numbers.number_populations import counts_people, name_population
from analysis.numbers.number_scope import name_scope
from analysis.numbers.number_sources import add_actors, add_speakers, take_from_text
from analysis.numbers.number_topics import choose_topics
from analysis.numbers.settled_tokens import settle_tokens
from analysis.numbers.sources_in_sentence import find_number_source, points_back, points_on

__all__ = ["find_quantities"]

NOBODY = ("", -1, "")


@dataclass
class _Thread:
    """What a sentence knows of those before it: whose article, the last source and rows, what sums are about."""

    article: str | None = None
    source: tuple[str, int, str] = NOBODY
    rows: list[dict] = field(default_factory=list)
    sums: str = ""


def find_quantities(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    tokens: pd.DataFrame,
    *,
    topics: Sequence[Topic],
    quotes: pd.DataFrame | None = None,
    mentions: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Find the numbers that articles report.

    Parameters
    ----------
    articles, sentences, tokens : DataFrame
        As `schema.TABLES` describes them.
    topics : sequence of Topic
        What numbers may be about, read by `codebook.read_topics`.
    quotes : DataFrame, optional
        With *quotes*, a number inside a quotation has its speaker as source; otherwise the sentence is asked
        (*laut X*, *nach Angaben von X*, *teilte X mit*).
    mentions : DataFrame, optional
        With *mentions*, the source of a number is resolved to an actor of the codebook.

    Returns
    -------
    DataFrame
        *quantities*: a row is a reported number. ``text`` runs from the bound to what is counted; ``value`` is in
        single units (2.2 million is 2200000); of *Hunderte* it is 100, ``about``. ``bound`` is what the article
        says: ``exactly`` if it says nothing. Dates, ages, times, ordinals, scores and names are not quantities.

    Notes
    -----
    Reading it: two rows of one topic can be compared only if they count the same people at the same place and time;
    ``population`` and ``scope`` say as much of that as the sentence does. The source is who is named, not who counted.

    Examples
    --------
    >>> from analysis.reading import file_readers as readers
    >>> from analysis.language import tagging
    >>> text = "Laut Polizei wurden am 8. Januar rund 4.400 Demonstranten festgenommen."
    >>> texts = pd.DataFrame({"article_id": ["a"], "text": [text]})
    >>> articles, paragraphs = readers.plain_articles(texts)
    >>> topics = [Topic(id="arrests", title="Festnahmen", counts="people", triggers=["festnehmen"])]
    >>> found = find_quantities(articles, *tagging.tag_articles(articles, paragraphs), topics=topics)
    >>> found[["value", "bound", "topic", "population", "source"]].values.tolist()
    [[4400.0, 'about', 'arrests', 'Demonstranten', 'Polizei']]
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    years = _years(articles)
    rows: list[dict] = []
    thread = _Thread()
    for (article_id, _), sentence in _split_sentences(tokens):
        text = texts[article_id]
        source = _source_in_sentence(sentence, text)
        thread = thread if article_id == thread.article else _Thread(article_id)
        if thread.rows or thread.source[0]:
            source = source if source[0] or not points_on(sentence) else (*thread.source[:2], "neighbour")
            if source[0] and points_back(sentence):
                _hand_back(thread.rows, source)
        made = _read_sentence(sentence, text, topics, years.get(article_id), thread.sums)
        made = [row | {"article_id": article_id} | _source_of(row, source, text) for row in made]
        rows += made
        thread = _Thread(article_id, source, made, _last_sum(made, thread.sums))
    quantities = pd.DataFrame(rows, columns=[*schema.TABLES["quantities"].columns, "source_start"])
    spoken = take_from_text(add_speakers(quantities, quotes, sentences), sentences)
    return schema.check("quantities", add_actors(spoken, mentions, quotes).drop(columns="source_start"))


def _quantity_words(name: str) -> frozenset[str]:
    return read_classes("number_sources")[name]


def _years(articles: pd.DataFrame) -> dict[str, int]:
    """Give the year of publication of the articles whose date is known."""
    if "published" not in articles:
        return {}
    dated = articles[articles["published"].notna()]
    return dict(zip(dated["article_id"], pd.DatetimeIndex(dated["published"]).year.tolist(), strict=True))


def _source_in_sentence(sentence: list[Token], text: str) -> tuple[str, int, str]:
    """Give the source that a sentence names, as printed, where it begins and how it is known."""
    source = find_number_source(sentence)
    if not source:
        return NOBODY
    start = sentence[source[0]].start
    return text[start : sentence[source[1] - 1].end], start, "sentence"


def _source_columns(source: tuple[str, int, str]) -> dict:
    return {"source": source[0], "source_start": source[1], "source_from": source[2], "actor": ""}


def _source_of(row: dict, source: tuple[str, int, str], text: str) -> dict:
    """Give a number its sentence's source; none if it is a part of it: *Angaben der Gruppe dieser sechs Länder*."""
    between = text[source[1] + len(source[0]) : row["start"]].strip().lower()
    is_part = source[2] == "sentence" and source[1] < row["start"] and between in _quantity_words("part")
    return _source_columns(NOBODY if is_part else source)


def _hand_back(rows: list[dict], source: tuple[str, int, str]) -> None:
    """Give the numbers of the sentence before the source that this one names: *Das berichtete das Staatsfernsehen*."""
    for row in rows:
        if not row["source"]:
            row.update(_source_columns((*source[:2], "neighbour")))


def _split_sentences(tokens: pd.DataFrame) -> Iterator[tuple[tuple[str, int], list[Token]]]:
    """Yield article, number and tokens of each sentence."""
    ordered = tokens.sort_values(["article_id", "start"])
    keys = zip(ordered["article_id"].tolist(), ordered["sentence"].tolist(), strict=True)
    rows = zip(*(ordered[c].tolist() for c in Token._fields), strict=True)
    for key, group in groupby(zip(keys, rows, strict=True), key=itemgetter(0)):
        yield key, [Token(*row) for _, row in group]


def _last_sum(rows: list[dict], before: str) -> str:
    """Give the topic of the last million that says what it counts; that before it if there is none."""
    said = [row["topic"] for row in rows if row["unit"] and row["value"] >= SUM]
    return said[-1] if said else before


def _read_sentence(
    sentence: list[Token], text: str, topics: Sequence[Topic], year: int | None, sums: str
) -> list[dict]:
    """Read the numbers of one sentence, without their source."""
    sentence = settle_tokens(sentence)
    amounts = find_amounts(sentence, text)
    chosen = choose_topics(amounts, sentence, topics, sums=sums)
    of_people = {topic.id for topic in topics if topic.counts == "people"}
    rows, before = [], ""
    for amount, topic in zip(amounts, chosen, strict=True):
        before = _name_whom(amount, sentence, topic in of_people, before)
        rows.append({
            "start": amount.start, "end": amount.end, "text": text[amount.start : amount.end], "value": amount.value,
            "bound": amount.bound, "unit": amount.unit, "topic": topic, "population": before,
            "scope": name_scope(amount, sentence, year=year),
        })  # fmt: skip
    return rows


def _name_whom(amount: Amount, sentence: list[Token], is_of_people: bool, before: str) -> str:
    """Say whom or what a number counts; *17 wurden verletzt* goes on with the people before it."""
    if amount.unit_at is None:
        return (before or "alle") if is_of_people else ""
    noun = sentence[amount.unit_at]
    if is_of_people or counts_people(noun.form, noun.lemma):
        return name_population(amount.unit, noun.form, noun.lemma)
    return noun.lemma if amount.unit == noun.form and noun.pos == "NN" else amount.unit
