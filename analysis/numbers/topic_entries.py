"""Entries: the words and phrases of a topic, and whether one stands at a place of a sentence."""

import re
from collections.abc import Sequence
from fnmatch import translate
from functools import lru_cache

from analysis.numbers.number_expressions import Token

__all__ = ["entry_stands_at", "read_entries"]

GAP = "…"  # in a phrase: any words of the same clause
WIDEST = 12  # words in such a gap
BORDERS = frozenset((",", ";", ":", "–", "(", ")"))


class Entries:
    r"""Entries of the codebook, single words and phrases: of each word is kept whether it is one, or may begin one.

    What begins with a star is also found at the beginning of a word and behind a hyphen: *\*meter* finds *Meter*,
    *Kilometer* and *See-Meter*. An ellipsis in a phrase stands for words of the same clause: *kosten … das Leben*.
    """

    def __init__(self, entries: Sequence[str]):
        single = [translate(entry) for entry in entries if " " not in entry]
        open_ended = [entry[1:].capitalize() for entry in entries if entry.startswith("*") and " " not in entry]
        single += [translate(head + entry) for entry in open_ended for head in ("", "*-")]
        self._single = re.compile("|".join(single) or r"(?!)")
        self._phrases = [[_read_word(word) for word in entry.split()] for entry in entries if " " in entry]
        self._known: dict[tuple[str, str], tuple[bool, list[list[re.Pattern | None]]]] = {}

    def stand_at(self, tokens: Sequence[Token], k: int) -> bool:
        """Tell whether one of the entries stands at token `k`."""
        word = tokens[k].form, tokens[k].lemma
        if word not in self._known:
            begun = [phrase for phrase in self._phrases if _fits_word(phrase[0], *word)]
            self._known[word] = _fits_word(self._single, *word), begun
        is_single, begun = self._known[word]
        return is_single or any(_phrase_stands_at(phrase, tokens, k) for phrase in begun)


def _phrase_stands_at(phrase: list[re.Pattern | None], tokens: Sequence[Token], k: int) -> bool:
    """Tell whether the words of a phrase begin at token `k`; None stands for any words of the clause."""
    for n, part in enumerate(phrase):
        at = k + n
        if part is None:
            ends = next((i for i in range(at, len(tokens)) if tokens[i].form in BORDERS), len(tokens))
            return any(_phrase_stands_at(phrase[n + 1 :], tokens, i) for i in range(at, min(ends, at + WIDEST)))
        if at >= len(tokens) or not _fits_word(part, tokens[at].form, tokens[at].lemma):
            return False
    return True


def _read_word(word: str) -> re.Pattern | None:
    return None if word == GAP else re.compile(translate(word))


def _fits_word(pattern: re.Pattern, form: str, lemma: str) -> bool:
    return bool(pattern.fullmatch(form) or pattern.fullmatch(lemma))


@lru_cache(maxsize=1_000)
def read_entries(entries: tuple[str, ...]) -> Entries:
    """Read entries of the codebook, once for each list of them.

    Examples
    --------
    >>> words = [("kostete", "kosten"), ("20", "20"), ("Menschen", "Mensch"), ("das", "der"), ("Leben", "Leben")]
    >>> tokens = [Token(form, lemma, "", 0, 0) for form, lemma in words]
    >>> read_entries(("kosten … das Leben",)).stand_at(tokens, 0)
    True
    """
    return Entries(entries)


def entry_stands_at(entries: Sequence[str], tokens: Sequence[Token], k: int) -> bool:
    """Tell whether one of some entries, words or phrases, stands at token `k`."""
    return read_entries(tuple(entries)).stand_at(tokens, k)
