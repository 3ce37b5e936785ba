"""Edits: where two copies of a shared passage differ, word for word.

Whitespace is not compared: a line break is layout. Apart from that, the edits of a pair applied to one copy give
the other.
"""

from collections.abc import Iterator
from itertools import combinations

import pandas as pd

from analysis.codebook import schema
from analysis.copying.anchors import CONTENT, word_key
from analysis.copying.paired_words import Part
from analysis.copying.single_changes import compare, say_change
from analysis.language.numerals import parse_number

__all__ = ["find_edits"]

REST = 12  # words from a copy to the beginning or end of its sentence that are compared too
MOSTLY = 2 / 3  # share of its sentence beyond which what lies outside a copy is a sentence of its own
NO_SENTENCE = -1
MANY = 10  # copies of one passage beyond which each is compared with the first only


def find_edits(articles: pd.DataFrame, tokens: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """Find the differences between the copies of each passage.

    Parameters
    ----------
    articles, tokens, passages : DataFrame
        As `schema.TABLES` describes them; of tokens, ``article_id``, ``start``, ``end``, ``form``, ``lemma``, ``pos``,
        ``sentence``.

    Returns
    -------
    DataFrame
        *edits*: a row is a difference. ``kind`` says what turns ``article_id``'s words into ``other_article_id``'s:
        ``replace``, ``insert`` (the other has more; ``start == end``) or ``delete``. ``changes`` says what it
        touches: ``word``; ``number`` (only its notation: *vier* for *4*); ``marks`` (quotation marks put on or
        taken off: whose word it is changes); ``typography`` (other marks, capitals, hyphens, ß). Each pair of
        copies is compared once, the article with the lesser id first; of a passage with more than ten copies, each
        with the first. Where passages overlap, an edit is listed with the longest. A copy
        is compared to the ends of the sentences that it mostly holds. Words lost and words gained
        beside each other are one ``replace`` only if the one stands for the other: noun phrase for noun phrase.

    Notes
    -----
    Reading it: a ``word`` row says that the wording differs, not who changed it. A long ``insert`` or ``delete`` at the
    edge of a copy says that one article takes over more.

    Examples
    --------
    >>> from analysis.reading import file_readers as readers
    >>> from analysis.language import tagging
    >>> a, b = "Sie schickten vier Boote.", 'Sie schickten 4 "Rettungsboote".'
    >>> articles, paragraphs = readers.plain_articles(pd.DataFrame({"article_id": ["a", "b"], "text": [a, b]}))
    >>> sentences, tokens = tagging.tag_articles(articles, paragraphs)
    >>> copies = pd.DataFrame({"passage": 0, "article_id": ["a", "b"], "start": 0, "end": [len(a), len(b)]})
    >>> find_edits(articles, tokens, copies)[["kind", "changes", "words", "other_words"]].values.tolist()
    ... # doctest: +NORMALIZE_WHITESPACE
    [['replace', 'number', 'vier', '4'], ['insert', 'marks', '', '"'],
     ['replace', 'word', 'Boote', 'Rettungsboote'], ['insert', 'marks', '', '"']]
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    listed = _list_tokens(tokens, set(passages["article_id"]))
    rows: list[tuple] = []
    for passage, copies in passages.sort_values(["passage", "article_id", "start"]).groupby("passage"):
        spans = list(zip(copies["article_id"], copies["start"], copies["end"], strict=True))
        pairs = combinations(spans, 2) if len(spans) <= MANY else ((spans[0], other) for other in spans[1:])
        for one, other in pairs:
            if one[0] != other[0]:
                whole = _take_in_sentences(listed, one, other)
                rows += [(passage, *row) for row in _compare_copies(listed, texts, *whole)]
    return schema.check("edits", _list_once(pd.DataFrame(rows, columns=list(schema.TABLES["edits"].columns)), passages))


def _list_once(edits: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """List an edit that lies in several passages of the same two articles with the longest of them only."""
    length = (passages["end"] - passages["start"]).groupby(passages["passage"]).max()
    places = ["article_id", "other_article_id", "start", "end", "other_start", "other_end"]
    longest_first = edits.assign(length=edits["passage"].map(length)).sort_values(
        "length", ascending=False, kind="stable"
    )
    return edits.loc[longest_first.drop_duplicates(places).index.sort_values()]


def _list_tokens(tokens: pd.DataFrame, wanted: set[str]) -> dict[str, list[Part]]:
    """List each article's tokens in order."""
    chosen = tokens[tokens["article_id"].isin(wanted)].sort_values(["article_id", "start"])
    chosen = chosen if "sentence" in chosen else chosen.assign(sentence=NO_SENTENCE)
    listed: dict[str, list[Part]] = {}
    columns = [chosen[c].tolist() for c in ("article_id", "form", "lemma", "pos", "start", "end", "sentence")]
    for article_id, form, lemma, pos, start, end, sentence in zip(*columns, strict=True):
        is_word = any(c.isalnum() for c in form)
        number, is_content = parse_number(form), pos.startswith(CONTENT)
        token = Part(form, word_key(form, lemma), pos, start, end, is_word, is_content, number, sentence)
        listed.setdefault(article_id, []).append(token)
    return listed


def _take_in_sentences(listed: dict, one: tuple, other: tuple) -> tuple[tuple, tuple]:
    """Widen two copies to whole sentences where both begin, or both end, inside a sentence that they mostly hold."""
    begins = [_rest(listed.get(span[0], []), span, before=True) for span in (one, other)]
    ends = [_rest(listed.get(span[0], []), span, before=False) for span in (one, other)]
    starts = [
        begin if all(b is not None for b in begins) else span[1]
        for begin, span in zip(begins, (one, other), strict=True)
    ]
    lasts = [end if all(e is not None for e in ends) else span[2] for end, span in zip(ends, (one, other), strict=True)]
    return (one[0], starts[0], lasts[0]), (other[0], starts[1], lasts[1])


def _rest(tokens: list[Part], span: tuple, *, before: bool) -> int | None:
    """Give the place where the sentence that a copy cuts begins or ends; None if most of it is outside the copy."""
    cut = _cut_sentence(tokens, span, before=before)
    if cut == NO_SENTENCE:
        return None
    sentence = [t for t in tokens if t.sentence == cut and t.is_word]
    outside = [t for t in sentence if (t.end <= span[1] if before else t.start >= span[2])]
    if len(outside) > min(REST, MOSTLY * len(sentence)):
        return None
    return min([span[1], *(t.start for t in outside)]) if before else max([span[2], *(t.end for t in outside)])


def _cut_sentence(tokens: list[Part], span: tuple, *, before: bool) -> int:
    """Give the sentence in which a copy begins, or ends."""
    inside = [t.sentence for t in tokens if t.start >= span[1] and t.end <= span[2]]
    return inside[0 if before else -1] if inside else NO_SENTENCE


def _compare_copies(listed: dict, texts: dict, one: tuple, other: tuple) -> Iterator[tuple]:
    """Yield the rows of one pair of copies, without the passage's number."""
    a, b = ([t for t in listed.get(i, []) if t.start >= start and t.end <= end] for i, start, end in (one, other))
    for hunk in compare(a, b):
        mine, theirs = a[hunk.a0 : hunk.a1], b[hunk.b0 : hunk.b1]
        start, end = _place_slice(a, hunk.a0, hunk.a1, one)
        other_start, other_end = _place_slice(b, hunk.b0, hunk.b1, other)
        kind = "replace" if mine and theirs else "delete" if mine else "insert"
        words, other_words = texts[one[0]][start:end], texts[other[0]][other_start:other_end]
        yield (
            one[0],
            other[0],
            kind,
            say_change(mine, theirs),
            start,
            end,
            words,
            other_start,
            other_end,
            other_words,
        )


def _place_slice(tokens: list[Part], first: int, last: int, span: tuple) -> tuple[int, int]:
    """Give the characters of a slice of tokens; an empty slice stands before the next token, or at the copy's end."""
    if first < last:
        return tokens[first].start, tokens[last - 1].end
    here = tokens[first].start if first < len(tokens) else span[2]
    return here, here
