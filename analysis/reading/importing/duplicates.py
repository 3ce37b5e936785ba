"""Duplicates: texts that are one, and texts that nearly are; told, never removed."""

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations, pairwise
from zlib import crc32

__all__ = ["Twins", "find_duplicates"]

SHINGLE = 5  # words
NEAR = 0.6  # share of the shorter text's five-word runs that the other has as well
SAMPLED = 4  # one run in four is kept: enough to find pairs, a quarter of the work
COMMON = 30  # a run that more texts than this have says nothing about a pair


@dataclass(frozen=True)
class Twins:
    """Two texts that are one, or nearly: their names and the share of the shorter that the longer has too."""

    first: str
    second: str
    share: float

    @property
    def is_same(self) -> bool:
        """Whether all words are the same."""
        return self.share == 1.0


def _words_of_text(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _runs(words: list[str]) -> set[int]:
    """Hash the runs of five words; a sample of them, the same in every text."""
    runs = (" ".join(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1)))
    hashes = {crc32(run.encode()) for run in runs}
    return {value for value in hashes if value % SAMPLED == 0} if len(hashes) > 40 * SAMPLED else hashes


def find_duplicates(texts: dict[str, str], *, new: set[str] | None = None) -> list[Twins]:
    """Find pairs of texts that share most of their words in the same order.

    Parameters
    ----------
    texts : dict
        Text by name.
    new : set of str, optional
        Only pairs with one of these.

    Returns
    -------
    list of Twins
        The share is of five-word runs (Broder 1997, *containment*) in the shorter text; 1.0 means the same words.

    Examples
    --------
    >>> find_duplicates({"a": "Die Brücke ist seit Montag zu.", "b": "die brücke ist seit Montag zu", "c": "Ruhe."})
    [Twins(first='a', second='b', share=1.0)]
    """
    words = {name: tuple(_words_of_text(text)) for name, text in texts.items() if _words_of_text(text)}
    runs = {name: _runs(list(found)) for name, found in words.items()}
    twins = [Twins(*pair, 1.0) for pair in _same(words)]
    for (first, second), n in _shared(runs).items():
        share = n / min(len(runs[first]), len(runs[second]))
        if words[first] != words[second] and share >= NEAR:
            twins.append(Twins(first, second, min(0.99, round(share, 2))))
    kept = [pair for pair in twins if new is None or pair.first in new or pair.second in new]
    return sorted(kept, key=lambda pair: (-pair.share, pair.first, pair.second))


def _same(words: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Pair each text with the next one of the same words."""
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, found in words.items():
        groups[found].append(name)
    return [pair for group in groups.values() for pair in pairwise(group)]


def _shared(runs: dict[str, set[int]]) -> dict[tuple[str, str], int]:
    """Count the runs that each pair of texts shares; a run that very many have is passed over."""
    holders: dict[int, list[str]] = defaultdict(list)
    for name, own in runs.items():
        for run in own:
            holders[run].append(name)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for names in holders.values():
        for pair in combinations(names, 2) if len(names) <= COMMON else ():
            shared[pair] += 1
    return shared
