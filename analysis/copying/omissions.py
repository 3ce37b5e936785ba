"""Omissions: sentences, and rests of sentences, that a copy leaves out of a paragraph that others print."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

__all__ = ["find_omissions"]

COVERED = 0.8  # share of a stretch's characters that another article has, if it prints the stretch
LACKING = 0.25  # ... and if it leaves it out, it has no more than that
REWORDED = 0.4  # share of its longer words that a sentence has in another that says the same
REWORDED_REST = 0.5  # the same of the rest of a sentence whose beginning is printed
SHORTEST = 4  # words
NEAR = 8  # characters from the beginning of a sentence within which a copy of it begins
Span = tuple[int, int]


class _Stretch(NamedTuple):
    """A sentence, or the rest of one: characters of its article, and its words."""

    start: int
    end: int
    words: str


def find_omissions(articles: pd.DataFrame, sentences: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """Find the sentences of shared paragraphs that some articles print and one that shares the paragraph does not.

    Parameters
    ----------
    articles, sentences, passages : DataFrame
        As `schema.TABLES` describes them.

    Returns
    -------
    DataFrame
        A row is a sentence of an article, or the rest of one, and an article that leaves it out: ``article_id``,
        ``start``, ``end``, ``words``, ``articles`` (all that print it), ``other_article_id``. At least one further
        article prints it, and the one that leaves it out prints something else of the same paragraph.

    Notes
    -----
    Reading it: left out of the paragraph, not cut from the copy: what the agency sent to whom is not known.

    Examples
    --------
    >>> shared, more = "Es brennt im alten Hafen.", "Zwei Boote sanken am Abend im Becken."
    >>> text = f"{shared} {more}"
    >>> articles = pd.DataFrame({"article_id": list("abc"), "text": [text, text, shared]})
    >>> rows = [(i, 0, 0, "body", s, e) for i in "ab" for s, e in [(0, 25), (26, 63)]] + [("c", 0, 0, "body", 0, 25)]
    >>> sentences = pd.DataFrame(rows, columns=["article_id", "sentence", "paragraph", "part", "start", "end"])
    >>> passages = pd.DataFrame([(0, "a", 0, 63), (0, "b", 0, 63), (1, "a", 0, 25), (1, "b", 0, 25), (1, "c", 0, 25)],
    ...                         columns=["passage", "article_id", "start", "end"])
    >>> find_omissions(articles, sentences, passages)[["article_id", "words", "other_article_id"]].values.tolist()
    [['a', 'Zwei Boote sanken am Abend im Becken.', 'c'], ['b', 'Zwei Boote sanken am Abend im Becken.', 'c']]
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    places = _shared_places(passages)
    said = _words_of_sentences(texts, sentences)
    body = sentences[~sentences["part"].isin(["title", "heading"])]
    rows = []
    for (article_id, _), group in body.groupby(["article_id", "paragraph"], sort=False):
        sharers = places.get(article_id, {})
        present = {
            other for other, spans in sharers.items()
            if any(_share_covered(s, e, spans) >= COVERED for s, e in zip(group["start"], group["end"], strict=True))
        }  # fmt: skip
        for sentence in group.itertuples(index=False):
            for stretch, lacking in _left_out(sentence, texts[article_id], sharers, present):
                printers = [
                    o for o, spans in sharers.items() if _share_covered(stretch.start, stretch.end, spans) >= COVERED
                ]
                limit = REWORDED if stretch.start == sentence.start else REWORDED_REST
                if printers and not _is_reworded(stretch.words, said[lacking], limit):
                    known = ";".join(sorted([article_id, *printers]))
                    rows.append((article_id, *stretch, known, lacking))
    columns = ["article_id", "start", "end", "words", "articles", "other_article_id"]
    return pd.DataFrame(rows, columns=columns)


def _shared_places(passages: pd.DataFrame) -> dict[str, dict[str, list[Span]]]:
    """List for each article and each other one the places that both have."""
    spans: dict[str, dict[str, list[Span]]] = {}
    for _, copies in passages.groupby("passage"):
        for row in copies.itertuples(index=False):
            for other in set(copies["article_id"]) - {row.article_id}:
                spans.setdefault(row.article_id, {}).setdefault(other, []).append((row.start, row.end))
    return spans


def _share_covered(start: int, end: int, places: list[Span]) -> float:
    """Measure which share of a stretch lies in some of the places, which may overlap."""
    covered, reach = 0, start
    for first, last in sorted(places):
        first, last = max(first, reach), min(last, end)
        if last > first:
            covered, reach = covered + last - first, last
    return covered / max(end - start, 1)


def _left_out(
    sentence: NamedTuple, text: str, sharers: dict[str, list[Span]], present: set[str]
) -> Iterator[tuple[_Stretch, str]]:
    """Yield what other articles leave out of a sentence: all of it, or the rest behind what they print."""
    whole = _Stretch(sentence.start, sentence.end, text[sentence.start : sentence.end])
    for other, spans in sorted(sharers.items()):
        if other in present and _share_covered(whole.start, whole.end, spans) <= LACKING:
            stretch = whole
        else:
            reach = max((end for start, end in spans if start <= whole.start + NEAR), default=whole.start)
            if not whole.start < reach < whole.end:
                continue
            begin = whole.end - len(text[reach : whole.end].lstrip(" ,.:;–-"))
            stretch = _Stretch(begin, whole.end, text[begin : whole.end])
            if _share_covered(begin, whole.end, spans) > LACKING:
                continue
        if len(stretch.words.split()) >= SHORTEST:
            yield stretch, other


def _words_of_sentence(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", text.casefold()) if len(word) > 3)


def _words_of_sentences(texts: dict[str, str], sentences: pd.DataFrame) -> dict[str, list[frozenset[str]]]:
    """List the words of every sentence, by article; short ones, which stand anywhere, are left out."""
    said: dict[str, list[frozenset[str]]] = {}
    for row in sentences.itertuples(index=False):
        said.setdefault(row.article_id, []).append(_words_of_sentence(texts[row.article_id][row.start : row.end]))
    return said


def _is_reworded(sentence: str, others: list[frozenset[str]], limit: float) -> bool:
    """Tell whether an article has a sentence with many of the words of this one."""
    words = _words_of_sentence(sentence)
    return any(len(words & other) >= limit * len(words) for other in others)
