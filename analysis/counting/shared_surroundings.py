"""Shared surroundings: whether two words are said of one thing, by what stands around them."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from analysis.language.words import Words

__all__ = ["Surroundings", "read_surroundings"]

CONTENT = ("NN", "NE", "FM", "VVFIN", "VVPP", "VVINF", "VVIZU", "ADJA")
NEAR = 5  # tokens on each side whose words count as surroundings
COMMON = 1 / 3  # a word that stands in so large a share of the articles says nothing about what is meant
FEW = 3  # articles in which a word may stand in any case, in a small study
TOGETHER = 0.5  # what an article that has both words adds, beside one surrounding that they share


@dataclass
class Surroundings:
    """What stands around each word: lemmas near it, each with how often, and the articles that have it."""

    near: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    articles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    common: set[str] = field(default_factory=set)

    def shared(self, one: str, other: str) -> set[str]:
        """Return the words that stand near both, neither being one of them."""
        return (set(self.near[one]) & set(self.near[other])) - {one, other} - self.common

    def alike(self, one: str, other: str) -> float:
        """Say how much two words are used alike: shared surroundings, and half for each article that has both.

        Reading it: 0 means that nothing in the articles says that the two mean one thing.
        """
        return len(self.shared(one, other)) + TOGETHER * len(self.articles[one] & self.articles[other])

    def share_name(self, one: str, other: str, names: set[str]) -> bool:
        """Tell two words that stand near the same name of a person, however often it occurs: titles of one bearer."""
        return bool(set(self.near[one]) & set(self.near[other]) & names)


def read_surroundings(texts: Iterable[Words], lemmas: set[str]) -> Surroundings:
    """Read what stands around some words.

    Parameters
    ----------
    texts : iterable of Words
    lemmas : set of str
        The words that are asked for.
    """
    found = Surroundings()
    held: Counter[str] = Counter()
    n = 0
    for words in texts:
        n += 1
        held.update({lemma for lemma, pos in zip(words.lemma, words.pos, strict=True) if pos in CONTENT})
        for low, high in words.sentences:
            content = {k: words.lemma[k] for k in range(low, high) if words.pos[k] in CONTENT}
            for i, lemma in content.items():
                if lemma in lemmas:
                    near = (content[k] for k in range(i - NEAR, i + NEAR + 1) if k in content and k != i)
                    found.near[lemma].update(set(near))
                    found.articles[lemma].add(words.article_id)
    found.common = {lemma for lemma, times in held.items() if times > max(FEW, COMMON * n)}
    return found
