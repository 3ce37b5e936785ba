"""Body kinds: which nouns call a body again, and what kind a named body is: *der Konzern* is no paper."""

from collections.abc import Iterable
from functools import cache, lru_cache

from analysis.codebook.wordlists import read_lines
from analysis.language.nouns import parties

__all__ = ["bears_name", "called_kinds", "kinds_of_name"]

GENITIVE = ("s", "es")
NAMELESS = frozenset(("court", "university", "institute", "club", "authority"))  # Landgericht Linz is the whole name


@cache
def _callings() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Return the kinds of each noun: of those that count as a whole, and of those that count as an ending too."""
    whole: dict[str, tuple[str, ...]] = {}
    endings: dict[str, tuple[str, ...]] = {}
    for line in read_lines("body_callings"):
        kinds, _, nouns = line.partition("=")
        for noun in nouns.split():
            (endings if noun.startswith("-") else whole)[noun.removeprefix("-")] = tuple(kinds.split())
    return whole | endings, endings


@cache
def _listed_kinds() -> dict[str, frozenset[str]]:
    """Map the names of listed bodies to their kinds."""
    found: dict[str, set[str]] = {}
    for line in read_lines("listed_body_kinds"):
        kind, _, names = line.partition("=")
        for name in names.split(","):
            found.setdefault(name.strip(), set()).add(kind.strip())
    return {name: frozenset(kinds) for name, kinds in found.items()}


@lru_cache(maxsize=50_000)
def called_kinds(noun: str) -> tuple[str, ...]:
    """Return the kinds of body that a noun may call, its own first; nothing for a noun that calls none again.

    Examples
    --------
    >>> [called_kinds(noun)[:1] for noun in ("Konzern", "US-Zeitung", "Nationalbank", "Garnherstellers")]
    [('business',), ('paper',), (), ('business',)]
    """
    whole, endings = _callings()
    last = noun.lower().rpartition("-")[2] or noun.lower()
    for low in (last, *(last.removesuffix(end) for end in GENITIVE if last.endswith(end))):
        if low in whole:
            return whole[low]
        if not noun.startswith(("Welt", "Bundes", "Landes")):
            fitting = [ending for ending in endings if low.endswith(ending)]
            if fitting:
                return endings[max(fitting, key=len)]
    return ()


def bears_name(noun: str) -> bool:
    """Tell a noun behind which the name itself stands: *Energiekonzern* Mollix, but *Landgericht Linz*.

    >>> bears_name("Energiekonzern"), bears_name("Gericht")
    (True, False)
    """
    kinds = called_kinds(noun)
    return bool(kinds) and kinds[0] not in NAMELESS


def kinds_of_name(name: str, nouns: Iterable[str] = ()) -> frozenset[str]:
    """Return the kinds that a body's name and the nouns beside it tell.

    Examples
    --------
    >>> [sorted(kinds_of_name(*name)) for name in (("Mollix", ["Ölkonzern"]), ("Deutsche Bank",), ("Mollix",))]
    [['business'], ['bank'], []]
    """
    own = {kinds[0] for noun in (*name.split(), *nouns) if (kinds := called_kinds(noun))}
    listed = _listed_kinds().get(name, frozenset())
    return frozenset(own | listed | ({"party"} if name.lower() in parties() else set()))
