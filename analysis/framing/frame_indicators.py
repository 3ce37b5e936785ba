"""Indicators: classes of words that point to a frame, and where a text has them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Indicator", "compile_words", "find_hits", "matches"]


@dataclass(frozen=True)
class Indicator:
    """A class of words, ready to be looked for: single words as one pattern, phrases word by word."""

    single: "_Words | None"
    phrases: "tuple[tuple[_Words, ...], ...]"
    first: "_Words | None"  # the first words of all phrases: nearly every token is none of them


class _Words:
    """Some words, of which each token is asked once: the answer for a form and its lemma, in lower case, is kept."""

    def __init__(self, pattern: re.Pattern):
        self._pattern = pattern
        self._known: dict[tuple[str, str], bool] = {}

    def has(self, word: tuple[str, str]) -> bool:
        """Tell whether the form or the lemma is one of the words."""
        answer = self._known.get(word)
        if answer is None:
            answer = self._known[word] = bool(self._pattern.match(word[0]) or self._pattern.match(word[1]))
        return answer


def _entries_pattern(entries: Iterable[str]) -> _Words:
    parts = sorted({re.escape(entry.lower()).replace(r"\*", ".*") for entry in entries})
    return _Words(re.compile("(?:" + "|".join(parts) + ")\\Z"))


def compile_words(entries: Iterable[str]) -> Indicator:
    """Make an indicator of a list of lemmas, forms and phrases; a star stands for any beginning or ending.

    Examples
    --------
    >>> matches(compile_words(["steuer*"]), "Steuern", "Steuer")
    True
    """
    single = [entry for entry in entries if " " not in entry]
    phrases = [tuple(_entries_pattern([word]) for word in entry.split()) for entry in entries if " " in entry]
    first = _entries_pattern(entry.split()[0] for entry in entries if " " in entry) if phrases else None
    return Indicator(_entries_pattern(single) if single else None, tuple(phrases), first)


def matches(indicator: Indicator, form: str, lemma: str) -> bool:
    """Tell whether a word alone is one of the indicator's: by its form or by its lemma, in any case."""
    return indicator.single is not None and indicator.single.has((form.lower(), lemma.lower()))


def find_hits(indicator: Indicator, forms: list[str], lemmas: list[str]) -> list[tuple[int, int]]:
    """Find where a list of tokens has an indicator.

    Parameters
    ----------
    indicator : Indicator
    forms, lemmas : list of str
        The tokens of a text or a sentence, in lower case.

    Returns
    -------
    list of (first, stop), in tokens, in order; a phrase counts once, its words not again.

    Examples
    --------
    >>> find_hits(compile_words(["not", "in not"]), ["wer", "in", "not", "ist"], ["wer", "in", "not", "sein"])
    [(1, 3)]
    """
    found: list[tuple[int, int]] = []
    words = list(zip(forms, lemmas, strict=True))
    begins = [i for i, word in enumerate(words) if indicator.first.has(word)] if indicator.first else []
    for phrase in indicator.phrases if begins else ():
        size = len(phrase)
        found += [
            (i, i + size)
            for i in begins
            if i + size <= len(words) and all(p.has(words[i + k]) for k, p in enumerate(phrase))
        ]
    taken = {i for first, stop in found for i in range(first, stop)}
    if indicator.single is not None:
        single = indicator.single
        found += [(i, i + 1) for i, word in enumerate(words) if i not in taken and single.has(word)]
    return sorted(set(found))
