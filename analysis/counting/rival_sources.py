"""Rival sources: lists, compounds, the titles of one person, edits of copied passages, one place in a clause."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations

import pandas as pd

from analysis.actors.joined_names import People
from analysis.codebook.wordlists import read_classes, read_lines
from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = [
    "Rivals",
    "are_near",
    "are_opposite",
    "by_actor",
    "by_compound",
    "by_edit",
    "by_meaning",
    "by_place",
    "has_sides",
    "is_synonymous",
    "is_thing",
]

CALLED = 4  # times that a person is called something before that makes a set of its own
FRAMES = 2  # different surroundings that two words must share to stand "in the same place of a sentence"
SHORTEST = 3  # letters of the first part of a compound
CONTENT = ("NN", "NE", "FM", "VVFIN", "VVPP", "VVINF", "ADJA")
JOINTS = ("en", "es", "s", "n", "-", "")


CLASSES = ("synonyms", "things", "sides")  # of sets, among the sets


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
    return {about: words for about, words in read_classes("near_words").items() if about not in CLASSES}


def is_synonymous(about: str) -> bool:
    """Tell a listed set whose words name one kind of thing wherever they stand."""
    return about in read_classes("near_words")["synonyms"]


def is_thing(about: str) -> bool:
    """Tell a listed set of which a longer word is the shorter one said in full: *Beben*, *Erdbeben*."""
    return about in read_classes("near_words")["things"]


def has_sides(about: str) -> bool:
    """Tell a listed set of which two words may be two parties that meet: *Soldat*, *Kämpfer*."""
    return about in read_classes("near_words")["sides"]


def are_near(one: str, other: str) -> bool:
    """Tell two words of one listed set.

    >>> are_near("Präsident", "Machthaber"), are_near("Außenminister", "Parteichef")
    (True, False)
    """
    return any(one in lemmas and other in lemmas for lemmas in _near_words().values())


@cache
def _opposites() -> list[tuple[str, str]]:
    pairs = (line.replace("-", "").split(" ") for line in read_lines("opposites"))
    return [(one, other) for one, other in pairs]


def are_opposite(one: str, other: str) -> bool:
    """Tell two words of which one undoes the other.

    >>> are_opposite("Belastung", "Entlastung"), are_opposite("Belastung", "Bedrohung")
    (True, False)
    """
    a, b = one.lower(), other.lower()
    return any(
        x.startswith(p) and y.startswith(q) and x.removeprefix(p) == y.removeprefix(q)
        for p, q in _opposites() for x, y in ((a, b), (b, a))
    )  # fmt: skip


def by_meaning(counts: Counter[str]) -> Iterator[Rivals]:
    """Propose the words of a listed set that the study prints."""
    for about, lemmas in _near_words().items():
        present = {lemma for lemma in lemmas if counts[lemma]}
        if len(present) > 1:
            yield Rivals(present, {"near in meaning"}, about)


def by_compound(counts: Counter[str]) -> Iterator[Rivals]:
    """Propose compounds that share a part and differ in words near in meaning: *Grenzzaun*, *Grenzsperre*."""
    for key, parts in read_classes("compound_words").items():
        if key == "office":
            continue
        groups: dict[str, set[str]] = defaultdict(set)
        other_part = _before_last_part if key.startswith("last") else _behind_first_part
        for lemma in counts:
            if part := other_part(lemma.lower(), parts):
                groups[part].add(lemma)
        for shared, lemmas in groups.items():
            if len({lemma.replace("-", "").lower() for lemma in lemmas}) > 1:
                yield Rivals(lemmas, {"compounds that share a part"}, f"{shared}_{key.partition('_')[2]}")


def _before_last_part(low: str, parts: Iterable[str]) -> str:
    """Return what a compound has before one of some parts; empty if it ends in none.

    >>> _before_last_part("grenzzaun", ["zaun"]), _before_last_part("zaun", ["zaun"])
    ('grenz', '')
    """
    part = max((p for p in parts if low.endswith(p)), key=len, default="")
    first = low.removesuffix(part)
    return _first_part_stem(first) if part and len(first) >= SHORTEST else ""


def _behind_first_part(low: str, parts: Iterable[str]) -> str:
    """Return what a compound has behind one of some parts; empty if it begins with none.

    >>> _behind_first_part("impfpflicht", ["impf"]), _behind_first_part("impfen", ["impf"])
    ('pflicht', '')
    """
    part = max((p for p in parts if low.startswith(p)), key=len, default="")
    last = low.removeprefix(part).lstrip("-")
    return last if part and len(last) > SHORTEST else ""


def _first_part_stem(first: str) -> str:
    """Return the first part of a compound without the letters that join it."""
    return next(
        first.removesuffix(joint) for joint in JOINTS if first.endswith(joint) and len(first) - len(joint) >= SHORTEST
    )


def by_actor(people: People, counts: Counter[str]) -> Iterator[Rivals]:
    """Propose the title nouns that one person is called by in several ways."""
    relational = read_classes("function_words")["relational"]
    for name, known in people.known.items():
        offices = {label: n for label, n in known.labels.items() if kind_of(label) == "person" and "-" not in label}
        nouns = Counter({label.capitalize(): n for label, n in offices.items() if label not in relational})
        titles = Counter({noun: n for noun, n in nouns.items() if counts[noun]})
        if known.kind == "person" and len(titles) > 1 and sum(titles.values()) >= CALLED:
            yield Rivals(set(titles), {"beside one actor"}, name, counts=titles)


def by_edit(edits: pd.DataFrame) -> Iterator[Rivals]:
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


def by_place(texts: Iterable[Words]) -> Iterator[Rivals]:
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
        if n >= FRAMES and not _is_one_word(*pair) and not any(word.endswith(".") for word in pair):
            yield Rivals(set(pair), {"same place"}, weight=float(n))


def _is_one_word(one: str, other: str) -> bool:
    """Tell two forms of one word, which are no rivals: *Million*, *Millionen*."""
    return one.lower().startswith(other.lower()[:-2]) or other.lower().startswith(one.lower()[:-2])
