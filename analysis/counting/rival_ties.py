"""Rival ties: which words of a set the articles use of one thing, and what ties them."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from analysis.actors.joined_names import People
from analysis.codebook.wordlists import read_words_of
from analysis.counting.opposing_sides import Sides
from analysis.counting.rival_sets import is_short_form, on_one_level
from analysis.counting.rival_sources import Rivals, are_near, are_opposite, has_sides, is_synonymous
from analysis.counting.shared_surroundings import ACROSS, Surroundings, Tie

__all__ = ["EDIT", "TOLD", "list_bearers", "of_one_thing"]

EDIT = "edit of a copied passage"
TOLD = {EDIT, "beside one actor", "same place"}  # reasons that need no other tie
SHARED = 0.5  # share of the bearers of the rarer of two offices who must bear the other too: more than that
Bearers = dict[str, set[str]]  # title, lower case: persons


def of_one_thing(
    rivals: Rivals, lemmas: list[str], used: Surroundings, bearers: Bearers, sides: Sides
) -> tuple[list[str], list[Tie]]:
    """Keep the words that the articles use of one thing with another of the set; say what ties them, the most first.

    Two offices are of one thing only beside the names of the same persons (*Präsident*, *Machthaber*), and those of one
    person only if a list has them for one thing: *Außenminister* and *Parteichef* are two. Nor are two parties one.

    Parameters
    ----------
    rivals : Rivals
    lemmas : list of str
        Its words that the study prints, the commonest first.
    used : Surroundings
    bearers : dict
        Titles, lower case, to the persons beside whose names they stand.
    sides : Sides
    """
    pairs = [pair for pair in combinations(lemmas, 2) if not _are_two_things(rivals, pair, sides)]
    across = _words_to_share(rivals)
    ties = {pair: used.tie(*pair, across=across) for pair in pairs}
    linked = {pair: tie for pair, tie in ties.items() if _may_mean_one(rivals, pair, tie, bearers)}
    level = _on_common_level(lemmas, linked, used)
    tied = {lemma for pair in linked if level.issuperset(pair) for lemma in pair}  # by what is left
    return [lemma for lemma in lemmas if lemma in tied], _strongest_first(linked, tied)


def _are_two_things(rivals: Rivals, pair: tuple[str, str], sides: Sides) -> bool:
    """Tell two words that cannot name one thing: opposites, and, unless a list has them for one, two sides."""
    if are_opposite(*pair):
        return True
    return not is_synonymous(rivals.about) and sides.are_two(*pair, strictly=has_sides(rivals.about))


def _words_to_share(rivals: Rivals) -> int:
    """Return how many words near them tie words of two articles: one for synonyms and for compounds of one part."""
    is_near = is_synonymous(rivals.about) or "compounds that share a part" in rivals.because
    return 1 if is_near else ACROSS


def _on_common_level(lemmas: list[str], linked: Iterable[tuple[str, str]], used: Surroundings) -> set[str]:
    """Keep of the words that something ties those on one level, neither too wide nor too narrow for the others."""
    kept = {lemma for pair in linked for lemma in pair}
    return set(on_one_level([lemma for lemma in lemmas if lemma in kept], used))


def _strongest_first(ties: dict[tuple[str, str], Tie | None], lemmas: set[str]) -> list[Tie]:
    """List the ties between some words, the strongest first."""
    found = [tie for pair, tie in ties.items() if tie and lemmas.issuperset(pair)]
    return sorted(found, key=lambda tie: -tie.strength)


def _may_mean_one(rivals: Rivals, pair: tuple[str, str], tie: Tie | None, bearers: Bearers) -> bool:
    """Tell two words that something ties, or whose set needs no tie; offices only where the same persons bear both."""
    if _are_offices(pair) and rivals.counts:  # the titles of one person
        return is_short_form(*pair) or are_near(*pair)
    if _are_offices(pair):
        one, other = (bearers.get(word.lower(), set()) for word in pair)
        return len(one & other) > SHARED * min(len(one), len(other))
    return tie is not None or bool(rivals.because & TOLD) or is_synonymous(rivals.about)


def list_bearers(people: People) -> Bearers:
    """Map titles, lower case, to the persons beside whose names they stand."""
    found: Bearers = defaultdict(set)
    for name, known in people.known.items():
        for label in known.labels:
            found[label].add(name)
    return found


def _are_offices(pair: tuple[str, str]) -> bool:
    """Tell two titles of an office that one person holds."""
    return all(word.lower().endswith(tuple(read_words_of("offices"))) for word in pair)
