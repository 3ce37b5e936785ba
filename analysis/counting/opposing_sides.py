"""Opposing sides: words that the articles use of two parties of one clause, and so of two things, not of one."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from analysis.language.words import Words

__all__ = ["Sides", "read_sides"]

HALF = 0.5  # share of the articles that have both words from which on their clauses tell that they are two
BREAKS = frozenset(',;:.!?()–—"„“”»«')
MEETING = ("gegen", "zwischen")  # between or before two parties
NAMING = ("als", "genannt", "genannte", "genannten", "sogenannte", "sogenannten", "alias")  # the two may be one
JOINING = ("und", "oder", "sowie", "bzw.", "beziehungsweise")


@dataclass
class Sides:
    """In which articles two words are joined, meet, or stand in one clause, and in which articles each stands."""

    joined: dict[frozenset[str], set[str]] = field(default_factory=lambda: defaultdict(set))
    met: dict[frozenset[str], set[str]] = field(default_factory=lambda: defaultdict(set))
    beside: dict[frozenset[str], set[str]] = field(default_factory=lambda: defaultdict(set))
    articles: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def are_two(self, one: str, other: str, *, strictly: bool = False) -> bool:
        """Tell two words that are two parties: one against the other, or mostly joined by *und*.

        Parameters
        ----------
        one, other : str
        strictly : bool
            Words for who meets whom: persons of one clause are two, as agent and patient or otherwise.
        """
        pair = frozenset((one, other))
        both = self.articles[one] & self.articles[other]
        told = self.met[pair] | (self.beside[pair] if strictly else set())
        return len(told) >= max(1, HALF * len(both)) or len(self.joined[pair]) > HALF * max(1, len(both))


def read_sides(texts: Iterable[Words], lemmas: set[str]) -> Sides:
    """Read where some nouns stand as two parties of one clause.

    Parameters
    ----------
    texts : iterable of Words
    lemmas : set of str
        The words that are asked for.
    """
    found = Sides()
    for words in texts:
        for low, high in words.sentences:
            places = [k for k in range(low, high) if words.pos[k] == "NN" and words.lemma[k] in lemmas]
            for i in places:
                found.articles[words.lemma[i]].add(words.article_id)
            for n, i in enumerate(places):
                for j in places[n + 1 :]:
                    _read_pair(found, words, i, j)
    return found


def _read_pair(found: Sides, words: Words, i: int, j: int) -> None:
    """Note what two nouns of a sentence are to each other, if they are two and stand in one clause."""
    between = words.low[i + 1 : j]
    pair = frozenset((words.lemma[i], words.lemma[j]))
    if len(pair) < 2 or BREAKS.intersection(between) or set(NAMING).intersection(between):
        return
    finite = any(words.pos[k].endswith("FIN") for k in range(i + 1, j))
    low = words.sentences[words.sentence[i]][0]
    is_between = not finite and "und" in between and MEETING[1] in words.low[max(low, i - 3) : i]
    if MEETING[0] in between or is_between:
        found.met[pair].add(words.article_id)
    elif not finite and len(between) < 4 and set(JOINING).intersection(between):
        found.joined[pair].add(words.article_id)
    found.beside[pair].add(words.article_id)
