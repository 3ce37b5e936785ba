"""Known organisations: those that no noun in their name gives away (*Hamas*, *Rotes Kreuz*), from a list."""

from collections.abc import Iterable
from functools import cache

from analysis.actors.name_parts import Name
from analysis.codebook.wordlists import read_lines
from analysis.language.words import Words

__all__ = ["Spellings", "listed_name", "read_known", "read_spellings"]

ADJECTIVE = ("es", "er", "e")  # the endings of an adjective in the nominative, as the list has them
INFLECTED = ("e", "er", "es", "en", "em")


Spellings = dict[str, list[tuple[tuple[str, ...], str]]]


@cache
def _spellings() -> Spellings:
    return read_spellings(read_lines("known_organisations"))


def read_spellings(lines: Iterable[str]) -> Spellings:
    """Map the stem of a spelling's first word to its words and the organisation's name, the longest spelling first.

    Parameters
    ----------
    lines : iterable of str
        ``name = spelling, spelling``.
    """
    found: Spellings = {}
    for line in lines:
        name, _, others = line.partition("=")
        for spelling in (name, *others.split(",")):
            words = tuple(spelling.split())
            if words:
                found.setdefault(_adjective_stem(words[0], is_last=len(words) == 1), []).append((words, name.strip()))
    return {stem: sorted(spelled, key=lambda s: -len(s[0])) for stem, spelled in found.items()}


def listed_name(spelling: str) -> str:
    """Return the listed organisation of a name or another spelling of it; nothing for other words.

    >>> listed_name("VW"), listed_name("Hamas"), listed_name("Berg")
    ('Volkswagen', 'Hamas', '')
    """
    words = tuple(spelling.split())
    return next((name for spelled in _spellings().values() for other, name in spelled if other == words), "")


def _adjective_stem(word: str, *, is_last: bool) -> str:
    """Return a word without the ending of an adjective, if another word follows it."""
    return word if is_last else next((word[: -len(end)] for end in ADJECTIVE if word.endswith(end)), word)


def _is_form(form: str, word: str, *, is_last: bool) -> bool:
    """Tell a form of a listed word: its genitive, or, where another follows, the adjective with another ending."""
    stem = _adjective_stem(word, is_last=is_last)
    if form in (word, f"{word}s", f"{word}'", f"{word}’", f"{word}es"):
        return True
    return stem != word and any(form == stem + end for end in INFLECTED)


def read_known(words: Words, i: int, *, spellings: Spellings | None = None) -> Name | None:
    """Read the listed organisation whose first word stands at `i`; `spellings`: another list than that of the lexicon.

    Examples
    --------
    >>> lists = {"form": ["des", "Roten", "Kreuzes"], "lemma": [""] * 3, "pos": ["ART", "ADJA", "NE"],
    ...          "start": [0, 4, 10], "end": [3, 9, 17], "sentence": [0] * 3, "paragraph": [0] * 3}
    >>> read_known(Words("a", "des Roten Kreuzes", **lists), 1).name
    'Rotes Kreuz'
    """
    form, last = words.form[i], words.sentences[words.sentence[i]][1]
    stems = (form, *(form[: -len(end)] for end in (*INFLECTED, "s", "'", "’") if form.endswith(end)))
    for stem in stems:
        for spelled, name in (_spellings() if spellings is None else spellings).get(stem, ()):
            stop = i + len(spelled)
            if stop <= last and all(
                _is_form(words.form[i + k], word, is_last=k == len(spelled) - 1) for k, word in enumerate(spelled)
            ):
                return Name(i, stop, name, "organisation")
    return None
