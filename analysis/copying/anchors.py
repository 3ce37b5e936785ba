"""Anchors: where two articles may agree, found by sorting hashes of short runs of words.

All articles are one long row of word numbers. Every run of `n` words gets a hash; one sort brings equal runs
together; each occurrence is linked with those in a few other articles, and links that lie close on one diagonal
make one anchor for alignment.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.codebook.wordlists import read_lines
from analysis.language.numerals import parse_number

__all__ = ["CONTENT", "AllWords", "find_anchors", "number_words", "word_key"]

# Parts of speech that carry content (STTS prefixes); of these, names and figures tell little about copying.
CONTENT = ("NN", "NE", "ADJ", "VV", "PTKVZ", "CARD", "TRUNC", "FM", "XY")
TELLING = ("NN", "ADJ", "VV")
PLAIN = str.maketrans(dict.fromkeys("-‐‑\xad:*_"))
CHUNK = 2_000_000  # words whose links are held in memory at a time


class AllWords(NamedTuple):
    """The words of all articles, one after the other; marks are left out.

    `code`, `article`, `start` and `end` have one entry a word; `verbs` and `telling` count such words before each
    place; `is_content` and `is_telling` have one entry a code; `ids` one an article; `first` is the place of each
    article's first word.
    """

    code: np.ndarray
    article: np.ndarray
    start: np.ndarray
    end: np.ndarray
    verbs: np.ndarray
    telling: np.ndarray
    is_content: np.ndarray
    is_telling: np.ndarray
    ids: np.ndarray
    first: np.ndarray


def word_key(form: str, lemma: str) -> str:
    """Bring a word to the form that is compared: case, ß, hyphens and a number's notation make no difference.

    Examples
    --------
    >>> word_key("Strassen", "Straße") == word_key("Straßen", "Strasse"), word_key("Corona-Krise", "Corona-Krise")
    (True, 'coronakrise')
    >>> word_key("4.400", "4.400"), word_key("acht", "acht")
    ('#4400', '#8')
    """
    number = parse_number(form)
    return f"#{number:g}" if number is not None else (lemma.translate(PLAIN) or lemma).casefold()


@lru_cache(maxsize=1)
def load_formulas() -> frozenset[str]:
    """Load the words of news formulas."""
    return frozenset(word_key(line, line) for line in read_lines("news_formulas"))


def _commonest_of_owner(owner: np.ndarray, value: np.ndarray, names: np.ndarray) -> np.ndarray:
    """Give each owner its commonest value, the alphabetically first of equals: no order of rows changes it."""
    pair, n = np.unique(owner.astype(np.int64) * len(names) + value, return_counts=True)
    owner, name = pair // len(names), names[pair % len(names)]
    order = np.lexsort((pd.Series(name).rank(method="first"), -n, owner))
    return name[order][_is_new(owner[order])]


def _factorize(column: pd.Series) -> tuple[np.ndarray, np.ndarray]:
    codes, names = pd.factorize(column)
    return codes, np.asarray(names, dtype=object)


def _sort_places(article: np.ndarray, start: np.ndarray) -> np.ndarray:
    """Order tokens by article and place; most tables come in that order already."""
    ahead = np.diff(article)
    if ((ahead > 0) | ((ahead == 0) & (np.diff(start) > 0))).all():
        return np.arange(len(article))
    return np.lexsort((start, article))


def number_words(tokens: pd.DataFrame) -> AllWords:
    """Number all words by their key: the commonest lemma of their form, so that context changes nothing."""
    article, ids = pd.factorize(tokens["article_id"], sort=True)
    order = _sort_places(article, tokens["start"].to_numpy())
    form, forms = _factorize(tokens["form"])
    lemma, lemmas = _factorize(tokens["lemma"])
    pos, tags = _factorize(tokens["pos"])
    keys = [word_key(f, le) for f, le in zip(forms, _commonest_of_owner(form, lemma, lemmas), strict=True)]
    key, names = pd.factorize(np.array(keys, dtype=object), sort=True)
    is_word = np.array([any(c.isalnum() for c in f) for f in forms], dtype=bool)
    order = order[is_word[form[order]]]
    code, pos, article = key[form[order]].astype(np.int32), pos[order], article[order].astype(np.int32)
    kind = _commonest_of_owner(code, pos, tags)
    present = np.unique(code)
    is_content, is_telling = np.zeros((2, len(names)), dtype=bool)
    is_content[present] = [tag.startswith(CONTENT) for tag in kind]
    is_telling[present] = [tag.startswith(TELLING) for tag in kind]
    is_telling &= ~np.isin(names, list(load_formulas()))
    is_verb = np.array([tag.startswith("V") for tag in tags], dtype=bool)
    return AllWords(
        code=code,
        article=article,
        start=tokens["start"].to_numpy()[order],
        end=tokens["end"].to_numpy()[order],
        verbs=np.concatenate([[0], np.cumsum(is_verb[pos], dtype=np.int32)]),
        telling=np.concatenate([[0], np.cumsum(is_telling[code], dtype=np.int32)]),
        is_content=is_content,
        is_telling=is_telling,
        ids=np.asarray(ids),
        first=np.searchsorted(article, np.arange(len(ids) + 1)),
    )


class _Postings(NamedTuple):
    """Occurrences of shared runs, by run and article; a *stay* is one run's occurrences in one article."""

    place: np.ndarray
    stay: np.ndarray
    first: np.ndarray  # per stay: its first posting
    count: np.ndarray  # per stay: its postings
    run: np.ndarray  # per stay: the run of words that it is about
    size: np.ndarray  # per run: the articles that have it


def _hash_runs(words: AllWords, n: int) -> tuple[np.ndarray, np.ndarray]:
    """Hash every run of `n` words that lies in one article; return hashes and places."""
    size = max(len(words.code) - n + 1, 0)
    hashes = np.zeros(size, dtype=np.uint64)
    for k in range(n):
        hashes ^= words.code[k : k + size].astype(np.uint64) + np.uint64(1)
        hashes *= np.uint64(0x9E3779B97F4A7C15)
        hashes ^= hashes >> np.uint64(29)
    place = np.flatnonzero(words.article[:size] == words.article[n - 1 : n - 1 + size]).astype(np.int32)
    return hashes[place], place


def _is_new(values: np.ndarray) -> np.ndarray:
    return np.concatenate([[True], values[1:] != values[:-1]]) if len(values) else np.zeros(0, dtype=bool)


def _index_runs(words: AllWords, n: int, max_articles: int) -> _Postings:
    """Keep the runs that at least two and at most `max_articles` articles have."""
    hashes, place = _hash_runs(words, n)
    order = np.argsort(hashes, kind="stable")
    hashes, place = hashes[order], place[order]
    del order
    new = _is_new(hashes)
    alone = new & np.append(new[1:], True)
    hashes, place = hashes[~alone], place[~alone]
    for last in (False, True):
        new_run = _is_new(hashes)
        new_stay = new_run | _is_new(words.article[place])
        stay, run = np.cumsum(new_stay) - 1, (np.cumsum(new_run) - 1)[new_stay]
        size = np.bincount(run)
        if not last:
            wanted = ((size > 1) & (size <= max_articles))[run[stay]] if len(stay) else new_stay
            hashes, place = hashes[wanted], place[wanted]
    first = np.flatnonzero(new_stay)
    return _Postings(place, stay, first, np.diff(np.append(first, len(place))), run, size)


def _link(postings: _Postings, chosen: np.ndarray, few: int, near: int) -> tuple[np.ndarray, np.ndarray]:
    """Link occurrences with those of the same run in other articles.

    In a run that up to `few` articles have, each with each; otherwise each with the next `near` articles, so that the
    number of links grows with the number of occurrences and not with its square. The first occurrence in one article is
    linked with the first in the other, the second with the second, and what is left over with the last.
    """
    stay = postings.stay[chosen]
    nth, run = (chosen - postings.first[stay]).astype(np.int32), postings.run[stay]
    links = []
    for distance in range(1, few):
        for step in (distance, -distance):
            other = np.clip(stay + step, 0, len(postings.run) - 1)
            wanted = (postings.run[other] == run) & (other != stay)
            if distance > near:
                wanted &= postings.size[run] <= few
            if step < 0:
                wanted &= nth >= postings.count[other]
            other = other[wanted]
            here = postings.place[chosen[wanted]]
            there = postings.place[postings.first[other] + np.minimum(nth[wanted], postings.count[other] - 1)]
            links.append((np.minimum(here, there), np.maximum(here, there)))
    return np.concatenate([a for a, _ in links]), np.concatenate([b for _, b in links])


def _chain_links(
    words: AllWords, left: np.ndarray, right: np.ndarray, n: int, reach: int
) -> tuple[np.ndarray, np.ndarray]:
    """Make one anchor of links that follow closely; drop a lone seed that has fewer than two content words."""
    if not len(left):
        return left, right
    pair = words.article[left].astype(np.int64) * len(words.ids) + words.article[right]
    order = np.argsort(pair * np.diff(words.first).max() + left - words.first[words.article[left]], kind="stable")
    left, right, pair = left[order], right[order], pair[order]
    drift = np.abs(np.diff(right.astype(np.int64) - left))
    follows = (np.diff(pair) == 0) & (np.diff(left) <= reach) & (drift <= reach // 2)
    head = np.flatnonzero(np.concatenate([[True], ~follows]))
    seeds = np.diff(np.append(head, len(left)))
    left, right = left[head], right[head]
    content = sum(words.is_content[words.code[left + k]].astype(np.int8) for k in range(n))
    good = (seeds > 1) | (content > 1)
    return left[good], right[good]


def find_anchors(words: AllWords, *, n: int, max_articles: int, few: int, near: int,
                 reach: int) -> Iterator[tuple[np.ndarray, np.ndarray]]:  # fmt: skip
    """Yield anchors, some articles at a time: places in two articles from which an alignment is worth trying."""
    postings = _index_runs(words, n, max_articles)
    if not len(postings.place):
        return
    slices = postings.place // CHUNK
    for part in range(int(slices.max()) + 1):
        chosen = np.flatnonzero(slices == part)
        if len(chosen):
            yield _chain_links(words, *_link(postings, chosen, few, near), n, reach)
