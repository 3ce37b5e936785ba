"""Indicators: classes of words that point to a frame, and where a text has them."""

import re
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Indicator", "Indicators", "compile_words", "find_hits", "matches"]

Word = tuple[str, str]  # form and lemma, in lower case
Hit = tuple[int, int]  # from which token on, and up to which


@dataclass(frozen=True)
class Indicator:
    """A class of words, ready to be looked for: single words as one pattern, phrases word by word."""

    single: "_Words | None"
    phrases: "tuple[tuple[_Words, ...], ...]"
    first: "_Words | None"  # the first words of all phrases: nearly every token is none of them


class _StarredWords:
    """Entries of word lists, found by a word: whole ones, beginnings (`steuer*`), endings (`*steuer`) and others."""

    def __init__(self):
        self._whole: dict[str, set] = {}
        self._beginnings: dict[str, set] = {}
        self._endings: dict[str, set] = {}
        self._others: list[tuple[re.Pattern, object]] = []
        self._sizes: tuple[list[int], list[int]] = [], []

    def add(self, entry: str, value: Hashable) -> None:
        """Take in an entry, in lower case, and what it stands for."""
        stem = entry.strip("*")
        if "*" not in entry:
            self._whole.setdefault(entry, set()).add(value)
        elif entry == f"{stem}*":
            self._beginnings.setdefault(stem, set()).add(value)
        elif entry == f"*{stem}":
            self._endings.setdefault(stem, set()).add(value)
        else:
            pattern = ".*".join(re.escape(part) for part in entry.split("*"))
            self._others.append((re.compile(pattern + r"\Z", re.DOTALL), value))
        self._sizes = sorted({*map(len, self._beginnings)}), sorted({*map(len, self._endings)})

    def find(self, text: str) -> set:
        """Return what the entries stand for that a form or lemma, in lower case, is one of."""
        found, n = set(self._whole.get(text, ())), len(text)
        for size in self._sizes[0]:
            found |= self._beginnings.get(text[:size], set()) if size <= n else set()
        for size in self._sizes[1]:
            found |= self._endings.get(text[n - size :], set()) if size <= n else set()
        return found | {value for pattern, value in self._others if pattern.match(text)}


class _Words:
    """Some words, of which each token is asked once: the answer for a form and its lemma, in lower case, is kept."""

    def __init__(self, entries: Iterable[str]):
        self.entries = sorted({entry.lower() for entry in entries})
        self._find = _StarredWords()
        for entry in self.entries:
            self._find.add(entry, True)
        self._known: dict[Word, bool] = {}

    def has(self, word: Word) -> bool:
        """Tell whether the form or the lemma is one of the words."""
        answer = self._known.get(word)
        if answer is None:
            answer = self._known[word] = bool(self._find.find(word[0]) or self._find.find(word[1]))
        return answer


def compile_words(entries: Iterable[str]) -> Indicator:
    """Make an indicator of a list of lemmas, forms and phrases; a star stands for any beginning or ending.

    Examples
    --------
    >>> matches(compile_words(["steuer*"]), "Steuern", "Steuer")
    True
    """
    return _compile_once(tuple(entries))


@lru_cache(maxsize=10_000)
def _compile_once(entries: tuple[str, ...]) -> Indicator:
    """Make an indicator, and keep it with all that it learns of words."""
    single = [entry for entry in entries if " " not in entry]
    phrases = [tuple(_Words([word]) for word in entry.split()) for entry in entries if " " in entry]
    first = _Words(entry.split()[0] for entry in entries if " " in entry) if phrases else None
    return Indicator(_Words(single) if single else None, tuple(phrases), first)


def matches(indicator: Indicator, form: str, lemma: str) -> bool:
    """Tell whether a word alone is one of the indicator's: by its form or by its lemma, in any case."""
    return indicator.single is not None and indicator.single.has((form.lower(), lemma.lower()))


def find_hits(indicator: Indicator, forms: list[str], lemmas: list[str]) -> list[Hit]:
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
    words = list(zip(forms, lemmas, strict=True))
    begins = [i for i, word in enumerate(words) if indicator.first.has(word)] if indicator.first else []
    single = [i for i, word in enumerate(words) if indicator.single.has(word)] if indicator.single else []
    return _join_hits(indicator, words, begins=begins, single=single)


def _join_hits(indicator: Indicator, words: list[Word], *, begins: list[int], single: list[int]) -> list[Hit]:
    """Join the phrases that begin at some words with the single words outside them."""
    found = {(i, i + len(phrase)) for i in begins for phrase in indicator.phrases if _stands_at(phrase, words, i)}
    taken = {i for first, stop in found for i in range(first, stop)}
    return sorted(found | {(i, i + 1) for i in single if i not in taken})


def _stands_at(phrase: tuple[_Words, ...], words: list[Word], at: int) -> bool:
    """Tell whether a phrase stands at a word."""
    size = len(phrase)
    return at + size <= len(words) and all(part.has(words[at + k]) for k, part in enumerate(phrase))


class Indicators:
    """Many indicators by name, looked for in one pass: of each word is kept which of them it is or begins.

    Examples
    --------
    >>> both = Indicators({"need": compile_words(["not"]), "time": compile_words(["in not", "jahr"])})
    >>> both.find(["in", "not"], ["in", "not"])
    {'need': [(1, 2)], 'time': [(0, 2)]}
    """

    def __init__(self, by_name: Mapping[Hashable, Indicator]):
        """Take the indicators by name."""
        self._by_name = by_name
        self._names = list(by_name)
        self._entries = _StarredWords()
        for n, indicator in enumerate(by_name.values()):
            for is_phrase, words in ((False, indicator.single), (True, indicator.first)):
                for entry in words.entries if words else []:
                    self._entries.add(entry, (n, is_phrase))
        self._known: dict[Word, list[tuple[Hashable, bool]]] = {}

    def find(self, forms: list[str], lemmas: list[str]) -> dict[Hashable, list[Hit]]:
        """Find where a list of tokens, in lower case, has each of the indicators: what `find_hits` finds of each."""
        words = list(zip(forms, lemmas, strict=True))
        places: dict[Hashable, tuple[list[int], list[int]]] = {}
        for i, word in enumerate(words):
            for name, is_phrase in self._roles(word):
                places.setdefault(name, ([], []))[is_phrase].append(i)
        found = {name: _join_hits(self._by_name[name], words, begins=begins, single=single)
                 for name, (single, begins) in places.items()}  # fmt: skip
        return {name: found.get(name, []) for name in self._by_name}

    def _roles(self, word: Word) -> list[tuple[Hashable, bool]]:
        """List the indicators that a word is (False) and whose phrases it may begin (True)."""
        roles = self._known.get(word)
        if roles is None:
            found = self._entries.find(word[0]) | self._entries.find(word[1])
            roles = self._known[word] = [(self._names[n], is_phrase) for n, is_phrase in sorted(found)]
        return roles
