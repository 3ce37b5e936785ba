"""Rivals: words that may compete for one thing, by where they stand."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

import pandas as pd

from analysis.actors.joined_names import People
from analysis.actors.nouns import kind_of
from analysis.codebook.wordlists import read_classes
from analysis.language.words import Words

__all__ = ["suggest_rivals"]

WEIGHTS = {"near in meaning": 3.0, "edit of a copied passage": 3.0, "beside one actor": 2.0, "same place": 1.0}
CALLED = 4  # times that a person is called something before that makes a set of its own
FRAMES = 2  # different surroundings that two words must share to stand "in the same place of a sentence"
WIDEST = 8  # words in one set
CONTENT = ("NN", "NE", "FM", "VVFIN", "VVPP", "VVINF", "ADJA")


@dataclass
class Rivals:
    """A set of rival words under way: its lemmas, why they are proposed, and how strongly."""

    lemmas: set[str]
    because: set[str]
    about: str = ""
    weight: float = 0.0
    counts: Counter[str] = field(default_factory=Counter)


@cache
def _near_words() -> dict[str, frozenset[str]]:
    return read_classes("near_words")


def _count_lemmas(texts: Iterable[Words]) -> tuple[Counter[str], dict[str, set[str]], dict[str, tuple[str, str]]]:
    """Count the lemmas of nouns and full verbs; say in which articles each stands, and one sentence of each."""
    counts: Counter[str] = Counter()
    articles: dict[str, set[str]] = defaultdict(set)
    examples: dict[str, tuple[str, str]] = {}
    for words in texts:
        for i, (lemma, pos) in enumerate(zip(words.lemma, words.pos, strict=True)):
            if pos in ("NN", "VVFIN", "VVPP", "VVINF"):
                counts[lemma] += 1
                articles[lemma].add(words.article_id)
                a, b = words.sentences[words.sentence[i]]
                examples.setdefault(lemma, (words.article_id, words.text[words.start[a] : words.end[b - 1]]))
    return counts, articles, examples


def _by_meaning(counts: Counter[str]) -> Iterator[Rivals]:
    """Propose the words of a listed set that the study prints, also as the end of a compound."""
    for about, lemmas in _near_words().items():
        present = {lemma for lemma in lemmas if counts[lemma]}
        if len(present) > 1:
            yield Rivals(present, {"near in meaning"}, about)


def _by_actor(people: People, counts: Counter[str]) -> Iterator[Rivals]:
    """Propose the title nouns that one person is called by in several ways."""
    for name, known in people.known.items():
        relational = read_classes("function_words")["relational"]
        offices = {label: n for label, n in known.labels.items() if kind_of(label) == "person" and "-" not in label}
        nouns = Counter({label.capitalize(): n for label, n in offices.items() if label not in relational})
        titles = Counter({noun: n for noun, n in nouns.items() if counts[noun]})
        if known.kind == "person" and len(titles) > 1 and sum(titles.values()) >= CALLED:
            yield Rivals(set(titles), {"beside one actor"}, name, counts=titles)


def _by_edit(edits: pd.DataFrame, counts: Counter[str]) -> Iterator[Rivals]:
    """Propose single words that one copy of a passage has where the other has another one."""
    swaps = edits[(edits["kind"] == "replace") & (edits["changes"] == "word")]
    for one, other in zip(swaps["words"], swaps["other_words"], strict=True):
        if " " not in one and " " not in other and one[:1].isupper() and other[:1].isupper():
            yield Rivals({one, other}, {"edit of a copied passage"})


def _frames(words: Words) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the surroundings of each common noun: the content words before and after it in its clause."""
    for i, pos in enumerate(words.pos):
        if pos != "NN" or kind_of(words.form[i]) == "nothing":
            continue
        low, high = words.sentences[words.sentence[i]]
        left = next((words.lemma[k] for k in range(i - 1, max(low, i - 4) - 1, -1) if words.pos[k] in CONTENT), "")
        right = next((words.lemma[k] for k in range(i + 1, min(high, i + 4)) if words.pos[k] in CONTENT), "")
        if left and right:
            yield (left, right), words.lemma[i]


def _by_place(texts: Iterable[Words]) -> Iterator[Rivals]:
    """Propose nouns that stand between the same content words in different articles, at least twice."""
    held: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for words in texts:
        for frame, lemma in _frames(words):
            held[frame][lemma].add(words.article_id)
    shared: Counter[tuple[str, str]] = Counter()
    for nouns in held.values():
        for one, other in combinations(sorted(nouns), 2):
            if len(nouns[one] | nouns[other]) > 1:
                shared[one, other] += 1
    for pair, n in shared.items():
        if n >= FRAMES and not _is_one_word(*pair):
            yield Rivals(set(pair), {"same place"}, weight=float(n))


def _is_one_word(one: str, other: str) -> bool:
    """Tell two forms of one word, which are no rivals: *Million*, *Millionen*."""
    return one.lower().startswith(other.lower()[:-2]) or other.lower().startswith(one.lower()[:-2])


def _merge(sets: Iterable[Rivals]) -> list[Rivals]:
    """Join sets that share two words, or of which one holds the other; the reasons add up."""
    joined: list[Rivals] = []
    for new in sets:
        home = next((old for old in joined if len(old.lemmas & new.lemmas) > 1 or new.lemmas <= old.lemmas), None)
        if home is not None and len(home.lemmas | new.lemmas) <= WIDEST:
            home.lemmas |= new.lemmas
            home.because |= new.because
            home.weight += new.weight
            home.counts.clear()  # no longer the words of one person alone
        else:
            joined.append(new)
    return joined


def suggest_rivals(texts: Iterable[Words], people: People, edits: pd.DataFrame) -> pd.DataFrame:
    """Propose sets of rival words for ``contrasts.toml``.

    Parameters
    ----------
    texts : iterable of Words
    people : People
        Who is named, with the titles beside each name.
    edits : DataFrame
        *edits* between copies of shared passages.

    Returns
    -------
    DataFrame
        A row is a set: ``about``, ``lemmas`` (list, commonest first), ``counts`` (list), ``because``, ``n``,
        ``n_articles``, ``article_id`` and ``sentence``; the strongest first. Rank: the reasons (`WEIGHTS`), times
        how evenly the words are used: n of the second commonest, and articles. *Reading it*: a proposal, no finding.
    """
    known = list(texts)
    counts, articles, examples = _count_lemmas(known)
    names = {word for name in people.known for word in name.split()}
    found = _merge([*_by_edit(edits, counts), *_by_meaning(counts), *_by_actor(people, counts), *_by_place(known)])
    rows = []
    for rivals in found:
        own = rivals.counts or counts
        kept = [lemma for lemma in rivals.lemmas if lemma not in names and own[lemma]]
        lemmas = sorted(kept, key=lambda lemma: (-own[lemma], lemma))
        if len(lemmas) < 2:
            continue
        places = set().union(*(articles[lemma] for lemma in lemmas))
        strength = sum(WEIGHTS[reason] for reason in rivals.because) + rivals.weight / 10
        evenness = min(own[lemmas[1]], 10) ** 0.5
        article_id, sentence = examples[lemmas[1]]
        rows.append((rivals.about, lemmas, [own[lemma] for lemma in lemmas], "; ".join(sorted(rivals.because)),
                     sum(own[lemma] for lemma in lemmas), len(places), article_id, " ".join(sentence.split()),
                     strength * evenness * min(len(places), 10)))  # fmt: skip
    columns = ["about", "lemmas", "counts", "because", "n", "n_articles", "article_id", "sentence", "weight"]
    table = pd.DataFrame(rows, columns=columns)
    table = table[table["n_articles"] > 1] if len({words.article_id for words in known}) > 1 else table
    return table.sort_values(["weight", "n"], ascending=False, kind="stable", ignore_index=True).drop(columns="weight")
