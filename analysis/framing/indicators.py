"""Indicators: classes of words that point to a frame, and where a text has them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Indicator", "compile_words", "find_hits", "matches"]


@dataclass(frozen=True)
class Indicator:
    """A class of words, ready to be looked for: single words as one pattern, phrases word by word."""

    single: re.Pattern | None
    phrases: tuple[tuple[re.Pattern, ...], ...]
    first: re.Pattern | None  # the first words of all phrases: nearly every token is none of them


def _pattern(entries: Iterable[str]) -> re.Pattern:
    parts = sorted({re.escape(entry.lower()).replace(r"\*", ".*") for entry in entries})
    return re.compile("(?:" + "|".join(parts) + ")\\Z")


def compile_words(entries: Iterable[str]) -> Indicator:
    """Make an indicator of a list of lemmas, forms and phrases; a star stands for any beginning or ending.

    Examples
    --------
    >>> matches(compile_words(["steuer*"]), "Steuern", "Steuer")
    True
    """
    single = [entry for entry in entries if " " not in entry]
    phrases = [tuple(_pattern([word]) for word in entry.split()) for entry in entries if " " in entry]
    first = _pattern(entry.split()[0] for entry in entries if " " in entry) if phrases else None
    return Indicator(_pattern(single) if single else None, tuple(phrases), first)


@lru_cache(maxsize=2_000_000)
def _matches(pattern: re.Pattern, form: str, lemma: str) -> bool:
    return bool(pattern.match(form) or pattern.match(lemma))


def matches(indicator: Indicator, form: str, lemma: str) -> bool:
    """Tell whether a word alone is one of the indicator's: by its form or by its lemma, in any case."""
    return indicator.single is not None and _matches(indicator.single, form.lower(), lemma.lower())


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
    begins = [i for i, word in enumerate(words) if _matches(indicator.first, *word)] if indicator.first else []
    for phrase in indicator.phrases if begins else ():
        size = len(phrase)
        found += [
            (i, i + size)
            for i in begins
            if i + size <= len(words) and all(_matches(p, *words[i + k]) for k, p in enumerate(phrase))
        ]
    taken = {i for first, stop in found for i in range(first, stop)}
    if indicator.single is not None:
        single = indicator.single
        found += [(i, i + 1) for i, word in enumerate(words) if i not in taken and _matches(single, *word)]
    return sorted(set(found))
