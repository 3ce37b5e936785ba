"""People: whether a noun counts people, and whom it counts."""

from functools import lru_cache

from analysis.codebook.wordlists import read_classes

__all__ = ["counts_people", "name_population"]

INFLECTED = ("", "e", "n", "en", "er", "ern", "s", "es", "in", "innen")
ADJECTIVAL = ("e", "en", "er", "em", "es")
ALL = "alle"


@lru_cache(maxsize=1)
def _person_ends() -> tuple[str, ...]:
    """Give the ends of nouns for persons, in every case and number."""
    classes = read_classes("counted_people")
    heads = tuple(word + end for word in classes["heads"] for end in INFLECTED)
    return (*heads, *(word + end for word in classes["adjectives"] for end in ADJECTIVAL), "innen")


@lru_cache(maxsize=1)
def _whole() -> frozenset[str]:
    return frozenset(word + end for word in read_classes("counted_people")["whole"] for end in INFLECTED)


@lru_cache(maxsize=1)
def _things() -> tuple[str, ...]:
    return tuple(read_classes("counted_people")["not"])


@lru_cache(maxsize=20_000)
def counts_people(form: str, lemma: str) -> bool:
    """Tell whether a noun counts people, by its last part, its ending, or as an adjective used as a noun.

    Of a part that persons have and one that things have, the longer decides.

    Examples
    --------
    >>> [counts_people(*noun) for noun in (("Demonstranten", "Demonstrant"), ("Verletzten", "Verletzte"))]
    [True, True]
    >>> [counts_people(*noun) for noun in (("Kilometern", "Kilometer"), ("Fahrzeuge", "Fahrzeug"))]
    [False, False]
    """
    low, base, classes = form.lower(), lemma.lower(), read_classes("counted_people")
    last = low.rpartition("-")[2]
    if last in _whole() or last.rstrip("ns") in classes["thing"]:
        return last in _whole()
    is_person = low.endswith(_person_ends())
    if not (low.endswith(_things()) or base.endswith(_things())):
        return is_person or (base.endswith(tuple(classes["endings"])) and len(base) > 3)
    # *Augenzeugen* are people, *Fahrzeuge* none
    return is_person and _longest((low,), _person_ends()) > _longest((low, base), _things())


def _longest(words: tuple[str, ...], ends: tuple[str, ...]) -> int:
    """Give the length of the longest of some ends that one of the words has; 0 if none has one."""
    return max((len(end) for end in ends if any(word.endswith(end) for word in words)), default=0)


def name_population(unit: str, form: str, lemma: str) -> str:
    """Say whom a number counts: the noun in the nominative, or *alle* if it says no more than that they are people.

    Examples
    --------
    >>> name_population("Flüchtlingen", "Flüchtlingen", "Flüchtling"), name_population("Toten", "Toten", "Tote")
    ('Flüchtlinge', 'alle')
    """
    if form.lower() in read_classes("counted_people")["generic"]:
        return ALL
    if unit != form:  # *Polizisten und Soldaten*: as printed
        return unit
    low = form.lower()
    is_dative = low.endswith("ern") or (lemma.lower().endswith("ling") and low.endswith("en"))
    is_adjective = low.endswith(tuple(word + "en" for word in read_classes("counted_people")["adjectives"]))
    return form[:-1] if is_dative or is_adjective else form
