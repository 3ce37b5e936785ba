"""Two names: last names of two persons that stand side by side and were read as one person's name."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from analysis.actors.name_parts import is_first_name
from analysis.codebook.wordlists import read_classes
from analysis.counting.proposal import ProposedNaming

__all__ = ["outstanding_bearer", "part_two_names"]

OFTENER_THAN_ALL = 3  # times as often as the other bearers of a last name together its outstanding one is named


def outstanding_bearer(bearers: Iterable[str], counts: Mapping[str, int]) -> str:
    """Return the only bearer of a last name, or the one who is named far more often than the others together.

    >>> outstanding_bearer(["Anna Berg", "Halt Berg"], {"Anna Berg": 6, "Halt Berg": 2})
    'Anna Berg'
    >>> outstanding_bearer(["Anna Berg", "Karl Berg"], {"Anna Berg": 5, "Karl Berg": 2})
    ''
    """
    ranked = sorted(bearers, key=lambda name: (-counts[name], name))
    others = sum(counts[name] for name in ranked[1:])
    return ranked[0] if ranked and counts[ranked[0]] >= OFTENER_THAN_ALL * others else ""


def part_two_names(namings: Iterable[ProposedNaming]) -> list[ProposedNaming]:
    """Give two names that were read as one to the person of the second, under the last name alone.

    *Gestern kritisierte Berg Huber* names Otto Huber, not somebody called Berg Huber, where Anna Berg and Otto Huber
    are named in full too; nor is *Karl Berg Huber* another spelling of either.

    Parameters
    ----------
    namings : iterable of ProposedNaming
    """
    found = list(namings)
    full = _full_by_last(found)
    counts = Counter(naming.name for naming in found if naming.kind == "person")
    here = {(naming.article_id, last) for last, names in full.items() for naming in found if naming.name in names}
    return [_parted(naming, full, counts) if naming.kind == "person" else _noun_alone(naming, here) for naming in found]


def _full_by_last(namings: list[ProposedNaming]) -> dict[str, set[str]]:
    """Map last names to the full names that end in them and do not open with a last name themselves."""
    names = {naming.name for naming in namings if naming.kind == "person" and " " in naming.name}
    lasts = {name.split()[-1] for name in names}
    full: dict[str, set[str]] = {}
    for name in names:
        first, *_, last = name.split()
        if is_first_name(first) or first not in lasts:
            full.setdefault(last, set()).add(name)
    return full


def _noun_alone(naming: ProposedNaming, here: set[tuple[str, str]]) -> ProposedNaming:
    """Cut the last name of a person of the article behind a noun for what each country or place has a body of.

    *Die Staatsanwaltschaft warf Berg das vor*, said as *warf die Staatsanwaltschaft Berg das vor*.
    """
    noun, _, last = naming.name.partition(" ")
    classes = read_classes("organisations")
    if (naming.article_id, last) not in here or noun.lower() not in classes["everywhere"] | classes["many"]:
        return naming
    return replace(naming, name=noun, printed=noun)


def _parted(naming: ProposedNaming, full: dict[str, set[str]], counts: Mapping[str, int]) -> ProposedNaming:
    """Return a naming under the outstanding bearer of its last word, if one before it is another's last name."""
    for name in dict.fromkeys((naming.printed, naming.name)):
        *before, last = name.split()
        own = outstanding_bearer(full.get(last, set()) - {name}, counts).split()
        if own and any(word in full and word not in own for word in before) and name != " ".join(own):
            first = naming.first + len(naming.printed.split()) - 1
            return replace(naming, name=" ".join(own), first=first, printed=naming.printed.split()[-1])
    return naming
