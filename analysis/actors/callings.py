"""Callings: nouns by which a text calls again somebody whom it has named: *der Arbeitsrechtler*, *die Schwedin*."""

from functools import cache, lru_cache

from analysis.codebook.wordlists import read_classes, read_countries
from analysis.language.nouns import kind_of, parties

__all__ = ["belongs_to_nobody", "calls_person", "is_of_country", "is_office"]

ADJECTIVE = "isch"
BEARER = ("e", "er", "ier", "ianer", "aner", "ese", "in", "erin", "ierin", "ianerin", "anerin", "esin")
SHORTEST = 4  # letters of a country's stem before such an ending: pol- makes "Police"


@cache
def _endings() -> tuple[str, ...]:
    classes = read_classes("callings")
    words = frozenset().union(*(words for name, words in classes.items() if name != "office"))
    feminine = {f"{word.removesuffix('e')}in" for word in words}
    return tuple(words | feminine)


@cache
def _people_of_countries() -> frozenset[str]:
    """Return the nouns for somebody from a country: *Serbe* of *serbisch*, *Italienerin* of *Italien*."""
    stems = {stem.removesuffix(ADJECTIVE) for stem in read_countries().values() if stem.endswith(ADJECTIVE)}
    names = {name for name in read_countries() if not name.endswith(ADJECTIVE)}
    stems = {stem for stem in stems | names if len(stem) >= SHORTEST}
    return frozenset(stem + ending for stem in stems for ending in BEARER)


@lru_cache(maxsize=10_000)
def calls_person(noun: str) -> bool:
    """Tell a noun that may stand for somebody named: for a person by any list, from a country, or a calling.

    Examples
    --------
    >>> [calls_person(noun) for noun in ("Ministerin", "Arbeitsrechtler", "Nigerianer", "Schwedin", "Konzern", "Titel")]
    [True, True, True, True, False, False]
    """
    if kind := kind_of(noun):
        return kind == "person"
    low = noun.lower()
    return low in _people_of_countries() or low.endswith(_endings())


def is_of_country(noun: str) -> bool:
    """Tell a noun for somebody from a country, in any case: *Serbe*, *den Kroaten*.

    >>> is_of_country("Serbe"), is_of_country("Kroaten"), is_of_country("Anwalt")
    (True, True, False)
    """
    low = noun.lower()
    return any(low.removesuffix(end) in _people_of_countries() for end in ("", "n", "s"))


def is_office(noun: str) -> bool:
    """Tell an office that is printed with a name when its holder is named first, so that nobody has two: *Minister*.

    >>> is_office("Innenministerin"), is_office("Anwalt")
    (True, False)
    """
    low = noun.lower()
    return low.endswith(tuple(word + ending for word in read_classes("callings")["office"] for ending in ("", "in")))


def belongs_to_nobody(noun: str) -> bool:
    """Tell a noun that is nobody's, so that no genitive follows: by country, party or age (*der SPD-Politiker*).

    >>> belongs_to_nobody("Schweizer"), belongs_to_nobody("SPD-Politiker"), belongs_to_nobody("Anwalt")
    (True, True, False)
    """
    low = noun.lower()
    is_member = low.partition("-")[0] in parties() and low.endswith(("politiker", "politikerin"))
    return low in _people_of_countries() or is_member or low.endswith(("-jährige", "-jähriger"))
