"""Lexicons: the word lists of `analysis/lexicons`, where every list is commented and gives its source."""

from functools import lru_cache
from importlib.resources import files

__all__ = ["read_classes", "read_countries", "read_lines", "read_words_of"]


def read_lines(name: str) -> list[str]:
    """Return the lines of a lexicon without comments."""
    source = (files("analysis") / "lexicons" / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.split("#")[0].strip() for line in source.splitlines())
    return [line for line in lines if line]


@lru_cache
def read_words_of(name: str) -> frozenset[str]:
    """Read a list of one word a line.

    Examples
    --------
    >>> "präsident" in read_words_of("titles")
    True
    """
    return frozenset(read_lines(name))


@lru_cache
def read_classes(name: str) -> dict[str, frozenset[str]]:
    """Read a list of ``class: word word …`` lines; a class may have several.

    Examples
    --------
    >>> "mitteilung" in read_classes("source_nouns")["document"]
    True
    """
    classes: dict[str, set[str]] = {}
    for line in read_lines(name):
        key, _, words = line.partition(":")
        classes.setdefault(key.strip(), set()).update(words.split())
    return {key: frozenset(words) for key, words in classes.items()}


@lru_cache
def read_countries() -> dict[str, str]:
    """Map the adjective stem and the name of each country of `nationalities.txt`, lower case, to the stem.

    Examples
    --------
    >>> read_countries()["syrien"], read_countries()["syrisch"]
    ('syrisch', 'syrisch')
    """
    lines = (line.lower().split() for line in read_lines("nationalities"))
    return {word: words[0] for words in lines for word in words}
