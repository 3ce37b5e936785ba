"""Hyphen variants: a body's name written with other hyphens and spaces than elsewhere: *Robert Koch Institut*."""

from collections.abc import Callable, Iterable

from analysis.counting.listed_bodies import listed_spellings
from analysis.language.words import Words

__all__ = ["find_variants"]

SHORTEST = 10  # letters of a name: shorter ones may be the words of another by chance
OPENING = 3  # letters by which a word that may open a known name is told
WIDEST = 5  # tokens of a variant


def find_variants(texts: Iterable[Words], names: Iterable[str], *, fold: Callable[[str], str]) -> list[str]:
    """List the words of the articles that are a known body's name but for hyphens and spaces.

    Parameters
    ----------
    texts : iterable of Words
    names : iterable of str
        The bodies that are named. Those of the lists of bodies are known too.
    fold : callable
        Writes a name so that its variants are alike.

    Returns
    -------
    list of str
        The variants of two tokens or more, as printed.
    """
    folds = (fold(name) for name in (*names, *listed_spellings()) if "-" in name or " " in name)
    known = {name for name in folds if len(name) >= SHORTEST}
    opening = {name[:OPENING] for name in known}
    found: dict[str, None] = {}
    for words in texts:
        for i, form in enumerate(words.form):
            if form[:1].isupper() and fold(form[:OPENING]) in opening:
                found |= dict.fromkeys(row for row in _capitalised_rows(words, i) if fold(row) in known)
    return list(found)


def _capitalised_rows(words: Words, i: int) -> list[str]:
    """List the rows of two capitalised tokens or more from `i` on."""
    high = min(words.sentences[words.sentence[i]][1], i + WIDEST)
    rows = (words.form[i:stop] for stop in range(i + 2, high + 1))
    return [" ".join(row) for row in rows if all(form[:1].isupper() for form in row)]
