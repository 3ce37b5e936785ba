"""Bare nouns: whose *Regierung* or *Armee* alone is, and where it is nobody's name, being that of several bodies."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from analysis.codebook.wordlists import read_classes
from analysis.counting.named_countries import country_of, find_countries
from analysis.counting.proposal import Proposal
from analysis.language.nouns import kind_of, parties
from analysis.language.words import Words

__all__ = ["join_bare", "join_federal", "mark_shared_nouns", "other_owners"]

NEARLY = 0.85  # share of a noun's places that must be one body's for the noun to be a name of it
SUBNATIONAL = re.compile(r"(?:landes|stadt|gemeinde|bezirks|kreis|regional|kantons|provinz)-?")


def other_owners(noun: str, found: Iterable[str], *, country: str) -> list[str]:
    """List the names in which a noun is a state's of a federation, a city's or another country's.

    >>> other_owners("Landtag", ["Landtag", "Altdorfer Landtag", "Landtag (Bern)"], country="")
    ['Altdorfer Landtag', 'Landtag (Bern)']
    >>> other_owners("Regierung", ["serbische Regierung", "Landesregierung"], country="Serbien")
    ['Landesregierung']
    """
    low = noun.lower()
    owners = []
    for name in found:
        parts = name.lower().split()
        is_beside = len(parts) > 1 and low in parts and not (country and any(country_of(p) == country for p in parts))
        if is_beside or any(part.endswith(low) and SUBNATIONAL.fullmatch(part.removesuffix(low)) for part in parts):
            owners.append(name)
    return owners


def _articles_about(texts: Iterable[Words], country: str) -> dict[str, bool]:
    """Map articles that name a country to whether they name this one most."""
    counts = {words.article_id: Counter(c for _, c in find_countries(words)) for words in texts}
    return {article: named.most_common(1)[0][0] == country for article, named in counts.items() if named}


def join_bare(found: dict[str, Proposal], texts: Iterable[Words]) -> None:
    """Give a noun alone to the only country whose body of that name is there, if no country is named more often.

    Parameters
    ----------
    found : dict
        Name to proposal; changed in place.
    texts : iterable of Words

    Notes
    -----
    *das Bildungsministerium* is *das österreichische* where no other country's is named. Where the articles name
    another country more often, the noun alone may be that country's; where a state of a federation or a city has one
    (*Landesregierung*), it may be theirs. `NEARLY` all of the noun's places must stand in articles that name the
    country most, or none.
    """
    known = list(texts)
    named = Counter(country for words in known for _, country in find_countries(words))
    most_named = max(named, key=named.__getitem__, default="")
    for noun in [name for name in found if name.lower() in read_classes("organisations")["everywhere"]]:
        owners = _owners(noun, found)
        if list(owners) != [most_named] or noun in owners.values():
            continue
        if _stands_about(found[noun], most_named, known) and not other_owners(noun, found, country=most_named):
            _give(found.pop(noun), found[owners[most_named]], noun)


def _owners(noun: str, found: dict[str, Proposal]) -> dict[str, str]:
    """Map the countries that have a body called by a noun to the body's name."""
    return {naming.country: name for name, proposal in found.items() for naming in proposal.namings
            if naming.country and naming.noun == noun}  # fmt: skip


def _stands_about(bare: Proposal, country: str, texts: list[Words]) -> bool:
    """Tell whether nearly all places of a noun stand in articles that name a country most, or none."""
    about = _articles_about(texts, country)
    n_about = sum(about.get(naming.article_id, True) for naming in bare.namings)
    return n_about >= NEARLY * len(bare.namings)


def _give(bare: Proposal, owner: Proposal, noun: str) -> None:
    """Give the places of a noun alone to the body that it is the name of."""
    owner.namings += [replace(naming, country=owner.country, noun=noun) for naming in bare.namings]
    owner.n_quotes += bare.n_quotes
    owner.bare.append(noun)


def join_federal(found: dict[str, Proposal], texts: Iterable[Words]) -> None:
    """Make one body of *Bundesregierung* and *österreichische Regierung*, where no other federal country is named much.

    Parameters
    ----------
    found : dict
        Name to proposal; changed in place. The name that the articles print more often stays.
    texts : iterable of Words
    """
    states = read_classes("organisations")["federal"]
    named = Counter(country for words in texts for _, country in find_countries(words) if country in states)
    country, n = next(iter(named.most_common(1)), ("", 0))
    if n < NEARLY * named.total():
        return
    for federal in [name for name in found if name.startswith("Bundes")]:
        noun = federal.removeprefix("Bundes").capitalize()
        same = (name for name, other in found.items() if other.country == country and noun in other.nouns_of_all)
        if name := next(same, None):
            _make_one(found, federal, name)


def _make_one(found: dict[str, Proposal], federal: str, name: str) -> None:
    """Make one body of a federal one and that of its country, under the name that is printed more often."""
    body, bundes = found[name], found[federal]
    country, n_printed = body.country, sum(naming.is_printed for naming in body.namings)
    stays, goes = (name, federal) if n_printed > len(bundes.namings) else (federal, name)
    found[stays].namings += [replace(naming, country=country, is_printed=True) if naming in bundes.namings
                             else naming for naming in found[goes].namings]  # fmt: skip
    found[stays].n_quotes += found[goes].n_quotes
    del found[goes]


def mark_shared_nouns(found: dict[str, Proposal], texts: Iterable[Words]) -> None:
    """Note of each body the nouns alone that it is called by and that are others' as well: none of its names.

    Parameters
    ----------
    found : dict
        Name to proposal; changed in place.
    texts : iterable of Words
    """
    printed = Counter(form for words in texts for form in words.form)
    for name, proposal in found.items():
        if proposal.kind == "person":
            continue
        alone = {naming.printed for naming in proposal.namings if " " not in naming.printed}
        held = Counter(word for naming in proposal.namings for word in naming.printed.split())
        proposal.several = {
            noun for noun in alone - {name} if _is_kind_of_body(noun) and held[noun] < NEARLY * printed[noun]
        }
        proposal.bare = [noun for noun in proposal.bare if noun not in proposal.several]


def _is_kind_of_body(noun: str) -> bool:
    """Tell a noun that several bodies can be called by: *Partei*, and no party's own name."""
    return kind_of(noun) == "organisation" and noun.lower() not in parties()
