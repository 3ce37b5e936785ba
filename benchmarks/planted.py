"""Planted passages: passages of one article copied into others, with words replaced, dropped and added on purpose.

Sources and hosts are articles that share no run of six words with another one (checked by counting runs, not by the
finder), so that whatever is found outside the planted words is an error.
"""

from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.language.tagging import tag_articles
from analysis.reading.file_readers import plain_articles

RATES = (0.0, 0.05, 0.1, 0.2)
PASSAGES, SHORTEST, LONGEST = 10, 20, 80
RUN = 6


@dataclass
class Corpus:
    """Tagged articles; `is_word` marks tokens that are words."""

    articles: pd.DataFrame
    sentences: pd.DataFrame
    tokens: pd.DataFrame


@dataclass
class Planted:
    """A corpus with planted passages; `is_planted` tells for each token whether it belongs to one."""

    articles: pd.DataFrame
    tokens: pd.DataFrame
    is_planted: np.ndarray


def is_word(tokens: pd.DataFrame) -> np.ndarray:
    """Tell words from marks."""
    return tokens["form"].str.contains(r"\w", regex=True).to_numpy(dtype=bool)


def unshared(corpus: Corpus) -> list[str]:
    """List the articles that share no run of six words, as printed, with another one."""
    runs: dict[str, set[tuple]] = {}
    for article_id, rows in corpus.tokens[is_word(corpus.tokens)].groupby("article_id", sort=False):
        forms = rows["form"].str.casefold().tolist()
        runs[article_id] = set(zip(*(forms[k:] for k in range(RUN)), strict=False))
    counts = Counter(run for own in runs.values() for run in own)
    return [article_id for article_id, own in runs.items() if all(counts[run] == 1 for run in own)]


def _alter(forms: list[tuple[str, bool]], rate: float, each: bool, pool: np.ndarray, rng: np.random.Generator) -> str:
    """Write a copy: `rate` of the words replaced, dropped or added to; with `each`, `rate` of them for each kind."""
    pieces: list[str] = []
    for form, spaced in forms:
        draw = rng.random(3) < (rate if each else rate / 3)
        replaced, dropped, added = draw if any(c.isalnum() for c in form) else (False, False, False)
        if not dropped:
            pieces += [" " if spaced else "", str(rng.choice(pool)) if replaced else form]
        if added:
            pieces += [" ", str(rng.choice(pool))]
    return "".join(pieces).strip()


def _cut(n_words: int, rng: np.random.Generator) -> list[tuple[int, int]]:
    """Choose where in an article ten passages lie that do not touch."""
    lengths = rng.integers(SHORTEST, LONGEST + 1, PASSAGES)
    gaps = np.sort(rng.integers(0, n_words - lengths.sum() - PASSAGES, PASSAGES))
    starts = gaps + np.concatenate([[0], np.cumsum(lengths[:-1] + 1)])
    return [(int(start), int(start + length)) for start, length in zip(starts, lengths, strict=True)]


def plant(corpus: Corpus, rate: float, *, each: bool = False, n_sources: int = 20, n_others: int | None = None,
          seed: int = 2022) -> Planted:  # fmt: skip
    """Plant ten passages of each of some long articles, each into an article of its own, and tag those anew."""
    rng = np.random.default_rng(seed)
    texts = dict(zip(corpus.articles["article_id"], corpus.articles["text"], strict=True))
    words = dict(list(corpus.tokens[is_word(corpus.tokens)].groupby("article_id", sort=False)))
    usable = list(rng.permutation(unshared(corpus)))
    sources = [a for a in usable if len(words[a]) >= PASSAGES * (LONGEST + 2)][:n_sources]
    others = [a for a in usable if a not in sources]
    others = others[: len(sources) * PASSAGES if n_others is None else n_others]
    pool = corpus.tokens["form"].to_numpy()[is_word(corpus.tokens)]
    tokens_of = dict(list(corpus.tokens.groupby("article_id", sort=False)))
    ends_of = {a: rows["end"].tolist() for a, rows in corpus.sentences.groupby("article_id", sort=False)}

    spans, new_texts, free = [], {}, iter(others)
    for source in sources:
        for first, last in _cut(len(words[source]), rng):
            start, end = words[source]["start"].iloc[first], words[source]["end"].iloc[last - 1]
            own = tokens_of[source][lambda t, s=start, e=end: (t["start"] >= s) & (t["end"] <= e)]
            spaced = own["start"].to_numpy() > own["end"].shift(fill_value=-1).to_numpy()
            copy = _alter(list(zip(own["form"], spaced, strict=True)), rate, each, pool, rng)
            host = next(free)
            at = int(rng.choice(ends_of[host]))
            new_texts[host] = f"{texts[host][:at]} {copy} {texts[host][at:].lstrip(' ')}"
            spans += [(source, start, end), (host, at + 1, at + 1 + len(copy))]
    chosen = [*sources, *others]
    return _assemble(corpus, chosen, texts, new_texts, spans)


def _assemble(corpus: Corpus, chosen: list[str], texts: dict, new_texts: dict, spans: list[tuple]) -> Planted:
    """Tag the hosts anew, put them in the place of the originals, and mark the planted tokens."""
    hosts = pd.DataFrame({"article_id": list(new_texts), "text": list(new_texts.values())})
    host_articles, paragraphs = plain_articles(hosts)
    _, host_tokens = tag_articles(host_articles, paragraphs)
    kept = corpus.tokens[corpus.tokens["article_id"].isin(set(chosen) - set(new_texts))]
    tokens = pd.concat([kept, host_tokens], ignore_index=True)
    articles = pd.DataFrame({"article_id": chosen, "text": [new_texts.get(a, texts[a]) for a in chosen]})
    planted = np.zeros(len(tokens), dtype=bool)
    places = tokens.groupby("article_id", sort=False).indices
    for article_id, start, end in spans:
        rows = places[article_id]
        inside = (tokens["start"].to_numpy()[rows] >= start) & (tokens["end"].to_numpy()[rows] <= end)
        planted[rows[inside]] = True
    return Planted(articles, tokens, planted)


def score(planted: Planted, found: np.ndarray) -> tuple[float, float]:
    """Give recall and precision by words of the tokens that a finder marked."""
    words = is_word(planted.tokens)
    hits = (found & planted.is_planted & words).sum()
    return hits / (planted.is_planted & words).sum(), hits / max((found & words).sum(), 1)
