"""People: whether a noun counts people, and whom it counts."""

from functools import lru_cache

from analysis.codebook.wordlists import read_classes

__all__ = ["counts_people", "name_population"]

INFLECTED = ("", "e", "n", "en", "er", "ern", "s", "es", "in", "innen")
ADJECTIVAL = ("e", "en", "er", "em", "es")
ALL = "alle"


@lru_cache(maxsize=1)
def _heads() -> tuple[str, ...]:
    return tuple(word + end for word in read_classes("persons")["heads"] for end in INFLECTED)


@lru_cache(maxsize=1)
def _whole() -> frozenset[str]:
    return frozenset(word + end for word in read_classes("persons")["whole"] for end in INFLECTED)


@lru_cache(maxsize=1)
def _adjectives() -> tuple[str, ...]:
    return tuple(word + end for word in read_classes("persons")["adjectives"] for end in ADJECTIVAL)


@lru_cache(maxsize=20_000)
def counts_people(form: str, lemma: str) -> bool:
    """Tell whether a noun counts people, by its last part, its ending, or as an adjective used as a noun.

    Examples
    --------
    >>> [counts_people(*noun) for noun in (("Demonstranten", "Demonstrant"), ("Verletzten", "Verletzte"))]
    [True, True]
    >>> [counts_people(*noun) for noun in (("Kilometern", "Kilometer"), ("Anschlägen", "Anschlag"))]
    [False, False]
    """
    low, base, classes = form.lower(), lemma.lower(), read_classes("persons")
    if low.rpartition("-")[2] in _whole() or low.endswith((*_heads(), *_adjectives(), "innen")):
        return True
    if base.endswith(tuple(classes["not"])) or low.endswith(tuple(classes["not"])):
        return False
    return base.endswith(tuple(classes["endings"])) and len(base) > 3


def name_population(unit: str, form: str, lemma: str) -> str:
    """Say whom a number counts: the noun in the nominative, or *alle* if it says no more than that they are people.

    Examples
    --------
    >>> name_population("Flüchtlingen", "Flüchtlingen", "Flüchtling"), name_population("Toten", "Toten", "Tote")
    ('Flüchtlinge', 'alle')
    """
    if form.lower() in read_classes("persons")["generic"]:
        return ALL
    if unit != form:  # *Polizisten und Soldaten*: as printed
        return unit
    low = form.lower()
    is_dative = low.endswith("ern") or (lemma.lower().endswith("ling") and low.endswith("en"))
    is_adjective = low.endswith(tuple(word + "en" for word in read_classes("persons")["adjectives"]))
    return form[:-1] if is_dative or is_adjective else form
