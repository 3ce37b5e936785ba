"""Nouns: what a noun stands for, person, organisation, document or nobody, and the pronoun that refers back to it."""

from functools import cache, lru_cache

from analysis.codebook.wordlists import read_classes, read_words_of

__all__ = ["kind_of", "parties", "pronoun_of"]

INFLECTED = ("", "s", "es", "n", "en", "in", "innen")
ENDING = 5  # letters: a listed word at least so long also counts at the end of a longer one


@cache
def _organisations() -> dict[str, str]:
    """Map the forms of nouns for organisations to the pronoun that refers back to them."""
    endings = ("", "s", "es", "n", "en")
    classes = read_classes("organisations")
    return {word + end: pronoun for pronoun in ("er", "sie", "es", "plural")
            for word in classes[pronoun] for end in (endings if pronoun != "plural" else ("", "n"))}  # fmt: skip


@cache
def _person_nouns() -> frozenset[str]:
    titles = {word for word in read_words_of("titles") if word not in _organisations()}
    return frozenset(word + end for word in titles | read_words_of("person_nouns") for end in INFLECTED)


@cache
def _noun_class(name: str) -> frozenset[str]:
    return read_classes("source_nouns")[name]


def _ending_in(low: str, words) -> str:
    """Return the longest of some words that a noun is or ends in, or nothing."""
    if low in words:
        return low
    exact = read_classes("organisations")["exact"]
    return next((low[k:] for k in range(1, len(low) - ENDING + 1) if low[k:] in words and low[k:] not in exact), "")


def _after_hyphen(noun: str) -> str:
    """Return what follows a noun's last hyphen, lower case: *ministerium* of *US-Ministerium*."""
    low = noun.lower().strip("-")
    return low.rpartition("-")[2]


@lru_cache(maxsize=50_000)
def kind_of(noun: str) -> str:
    """Tell what a noun stands for.

    Returns
    -------
    str
        ``person``, ``organisation``, ``document``, ``nothing`` (no speaker at all), or "" for a word that no list has.

    Examples
    --------
    >>> [kind_of(noun) for noun in ("Landesinnenministerin", "Polizei", "Pressemitteilung", "Schuldenkrise", "Kurz")]
    ['person', 'organisation', 'document', 'nothing', '']
    """
    last = _after_hyphen(noun)
    found = [(len(hit), kind) for kind, words in (("person", _person_nouns()), ("organisation", _organisations()),
             ("document", _noun_class("document") | _noun_class("statements")), ("nothing", _noun_class("nothing")))
             if (hit := _ending_in(last, words))]  # fmt: skip
    if found:
        return max(found, key=lambda f: f[0])[1]
    if is_person_noun(last):
        return "person"
    return "nothing" if last.endswith(tuple(_noun_class("abstract"))) and len(last) > 6 else ""


def is_person_noun(low: str) -> bool:
    """Tell a noun that ends as a title of a person does, however short: *Parteichef*, *Notarzt*.

    >>> is_person_noun("parteichef"), is_person_noun("partei")
    (True, False)
    """
    return low.endswith(_person_endings()) and low not in _organisations()


@cache
def _person_endings() -> tuple[str, ...]:
    return tuple(word for word in _person_nouns() if len(word) >= 4)


def pronoun_of(noun: str) -> str:
    """Tell which pronoun refers back to a noun, as far as its form says: er, sie, es, plural or nothing.

    Examples
    --------
    >>> [pronoun_of(noun) for noun in ("Sängerin", "Innenministerium", "Pfarrer", "Behörden")]
    ['sie', 'es', 'er', 'plural']
    """
    low = noun.lower()
    if kind_of(noun) == "organisation":
        return _organisations()[_ending_in(_after_hyphen(noun), _organisations())]
    if kind_of(noun) != "person":
        return ""
    if low.endswith(("innen", "leute", "eltern")):
        return "plural"
    if low.endswith("in") or low.endswith(("frau", "mutter", "tochter", "schwester", "witwe", "tante", "königin")):
        return "sie"
    return "" if low.endswith(("e", "en", "person")) else "er"


@cache
def parties() -> dict[str, str]:
    """Map each word for a party or its members to the party's name, lower case to name as printed.

    >>> parties()["sozialdemokratin"]
    'SPD'
    """
    classes = read_classes("parties")
    return {word.lower(): name for name, words in classes.items() for word in (name, *words)}
