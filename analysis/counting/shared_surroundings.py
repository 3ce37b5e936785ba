"""Shared surroundings: whether two words are said of one thing, by where they stand and by what stands around them."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from analysis.language.words import Words

__all__ = ["ACROSS", "Surroundings", "Tie", "read_surroundings"]

CONTENT = ("NN", "NE", "FM", "VVFIN", "VVPP", "VVINF", "VVIZU", "ADJA", "ADJD")
NEAR = 5  # tokens on each side whose words count as surroundings
COMMON = 1 / 3  # a word that stands in so large a share of the articles says nothing about what is meant
FEW = 3  # articles in which a word may stand in any case, in a small study
APART = 2  # sentences between two words of one article that may well be said of one thing
ACROSS = 3  # surroundings that two words of different articles must share


@dataclass(frozen=True)
class Tie:
    """Why two words may be said of one thing: the words near both, and the places of the two that show it best.

    `apart`: sentences between the two, if one article has both; -1 if only different articles do.
    """

    shared: tuple[str, ...]
    apart: int
    places: tuple[tuple[str, int], tuple[str, int]]  # article and sentence of the one and of the other
    n_articles: int = 1  # that have both words close to each other, or with a word near both

    @property
    def is_firm(self) -> bool:
        """Tell a tie that is more than two words standing close to each other once."""
        return bool(self.shared) or self.n_articles > 1

    @property
    def strength(self) -> float:
        """Say how much ties the two: each word near both counts one, and one article that has both near each other too.

        *Reading it*: 1 is the least; ties of words that stand in one sentence are the strongest.
        """
        return len(self.shared) + (1 / (1 + self.apart) + 0.5 if self.apart >= 0 else 0.0)


@dataclass
class Surroundings:
    """What stands around each word in each article: the sentences that it stands in and the lemmas near it."""

    places: dict[str, dict[str, list[int]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(list)))
    near: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    common: set[str] = field(default_factory=set)

    def tie(self, one: str, other: str, *, across: int = ACROSS) -> Tie | None:
        """Say what ties two words: the best article that has both, else what their articles share; None for nothing.

        Notes
        -----
        In one article they must share a word near both or stand at most `APART` sentences apart; words of different
        articles must share `across`. Words that stand in a third of the articles tie nothing.
        """
        here = [self._tie_in(article, one, other) for article in self.places[one] if article in self.places[other]]
        ties = [tie for tie in here if tie.shared or tie.apart <= APART]
        if ties:
            return replace(max(ties, key=lambda tie: tie.strength), n_articles=len(ties))
        shared = self._shared(self.around(one), self.around(other), one, other)
        if len(shared) < across:
            return None
        places = tuple((article, word[article][0]) for word in (self.places[one], self.places[other])
                       for article in list(word)[:1])  # fmt: skip
        return Tie(shared, -1, places)

    def count_tied(self, one: str, other: str) -> int:
        """Count the articles that have both words with a word near both, or close to each other."""
        here = (self._tie_in(article, one, other) for article in self.places[one] if article in self.places[other])
        return sum(bool(tie.shared) or tie.apart <= APART for tie in here)

    def _tie_in(self, article: str, one: str, other: str) -> Tie:
        """Return what ties two words in an article that has both."""
        shared = self._shared(self.near[one][article], self.near[other][article], one, other)
        pairs = [(abs(a - b), a, b) for a in self.places[one][article] for b in self.places[other][article]]
        apart, a, b = min(pairs)
        return Tie(shared, apart, ((article, a), (article, b)))

    def _shared(self, near_one: set[str], near_other: set[str], one: str, other: str) -> tuple[str, ...]:
        return tuple(sorted((near_one & near_other) - {one, other} - self.common))

    def around(self, word: str) -> set[str]:
        """Return all that stands near a word."""
        return set().union(*self.near[word].values())


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
        for sentence, (low, high) in enumerate(words.sentences):
            content = {k: words.lemma[k] for k in range(low, high) if words.pos[k] in CONTENT}
            for i, lemma in content.items():
                if lemma in lemmas:
                    near = (content[k] for k in range(i - NEAR, i + NEAR + 1) if k in content and k != i)
                    found.near[lemma][words.article_id].update(near)
                    found.places[lemma][words.article_id].append(sentence)
    found.common = {lemma for lemma, times in held.items() if times > max(FEW, COMMON * n)}
    return found
