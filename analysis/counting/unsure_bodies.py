"""Unsure bodies: proposed names that may be several organisations, another country's, or a kind of organisation."""

from collections import Counter, defaultdict

import pandas as pd

from analysis.actors.known_organisations import listed_name
from analysis.codebook.wordlists import read_classes
from analysis.counting.bare_nouns import other_owners
from analysis.counting.listed_bodies import is_listed_body
from analysis.counting.named_countries import main_country_of
from analysis.counting.proposal import Proposal, ProposedNaming
from analysis.language.nouns import parties
from analysis.language.words import Words

__all__ = ["GUESSED", "note_choices", "note_unsure"]

GUESSED = "no article prints this name: whose the noun is was taken from the sentence or the article"

HALF = 0.5  # share of its namings as a kind from which on a noun is one
PLURALS = ("n", "en", "e")  # endings of the plural that no genitive has
WITHOUT = (
    "KON",
    "VVFIN",
    "VVPP",
)  # tags behind which a noun has no article; nor behind *laut*


def note_unsure(found: dict[str, Proposal], texts: dict[str, Words]) -> dict[str, str]:
    """Say of a name that may be none why: a noun for a body that each country has, for one of many, for a kind.

    Parameters
    ----------
    found : dict
        Name to proposal.
    texts : dict
        Article to its words.

    Returns
    -------
    dict
        Name to what is said of it.
    """
    classes = read_classes("organisations")
    notes = {name: "may be a kind of body, none of its own: it stands in the plural, with ein or without article"
             for name, proposal in found.items() if _is_kind(proposal, name, texts)}  # fmt: skip
    notes |= {name: "may be several: one of many of its kind" for name in found
             if name.lower().removeprefix("us-") in classes["many"]}  # fmt: skip
    notes |= {name: GUESSED for name, proposal in found.items() if _is_guessed(proposal)}
    notes |= {name: f"may be several: its articles are about {', '.join(countries)}" for name, proposal in found.items()
              if (countries := _parties_of_several(name, proposal, texts))}  # fmt: skip
    return notes | _note_bare(found)


def _parties_of_several(name: str, proposal: Proposal, texts: dict[str, Words]) -> list[str]:
    """List the countries, two or more, that the articles are about that name a party of many countries."""
    last = name.rpartition(" ")[2].lower()
    is_one = proposal.kind != "organisation" or proposal.country or name.lower() in parties()
    if is_one or last not in read_classes("name_words")["party_of_many"] or not _opens_as_party(name):
        return []
    about = {main_country_of(texts[naming.article_id]) for naming in proposal.namings}
    return sorted(about - {""}) if len(about - {""}) > 1 else []


def _opens_as_party(name: str) -> bool:
    """Tell a noun alone or behind an adjective that says what a party wants: *Kommunistische Partei*."""
    adjective = name.rpartition(" ")[0]
    return not adjective or adjective.lower() in read_classes("name_words")["party_adjective"]


def _is_guessed(proposal: Proposal) -> bool:
    """Tell a country's body of which no article prints noun and country together."""
    return bool(proposal.country) and not any(naming.is_printed or not naming.country for naming in proposal.namings)


def _note_bare(found: dict[str, Proposal]) -> dict[str, str]:
    """Say of a noun alone for a body that each country has that it may be several."""
    countries: dict[str, Counter[str]] = defaultdict(Counter)
    for naming in (naming for proposal in found.values() for naming in proposal.namings if naming.country):
        countries[naming.noun][naming.country] += 1
    is_international = sum(proposal.kind == "state" and len(proposal.articles) > 1 for proposal in found.values()) > 1
    notes = {}
    for noun in (name for name in found if name.lower() in read_classes("organisations")["everywhere"]):
        others = ", ".join(f"{country} ({n})" for country, n in countries[noun].most_common())
        bodies = ", ".join(other_owners(noun, found, country=""))
        if others:
            notes[noun] = f"may be several: elsewhere it is that of {others}"
        elif bodies:
            notes[noun] = f"may be several: elsewhere it is {bodies}"
        elif is_international:
            notes[noun] = "may be several: the articles do not say whose it is"
    return notes


def _is_kind(proposal: Proposal, name: str, texts: dict[str, Words]) -> bool:
    """Tell a noun that stands as a kind in half of its places: *Schulen*, *eine Schule*, *Krieg und Militär*."""
    is_known = name.lower() in parties() or bool(listed_name(name)) or is_listed_body(name)
    if proposal.kind != "organisation" or " " in name or proposal.country or is_known:
        return False
    kinds = sum(_stands_as_kind(texts[naming.article_id], naming, name) for naming in proposal.namings)
    return kinds >= HALF * len(proposal.namings)


def _stands_as_kind(words: Words, naming: ProposedNaming, name: str) -> bool:
    """Tell a noun in the plural, behind *ein* or a number, or with nothing before it that could be its article."""
    if naming.printed in [f"{name}{ending}" for ending in PLURALS]:
        return True
    i, low = naming.first, words.sentences[words.sentence[naming.first]][0]
    while i > low and words.pos[i - 1] == "ADJA":
        i -= 1
    before = words.pos[i - 1] if i > low else ""
    is_indefinite = before == "ART" and words.low[i - 1].startswith("ein")
    is_bare = words.pos[naming.first] == "NN" and before in WITHOUT
    return is_indefinite or is_bare or before in ("PIAT", "CARD")


def note_choices(table: pd.DataFrame) -> list[str]:
    """Add to the notes that a country's body and the noun alone are both proposed and only one can be kept.

    Parameters
    ----------
    table : DataFrame
        Proposals, with `name`, `nouns` and `note`.

    Returns
    -------
    list of str
        The notes, row by row.
    """
    owners: dict[str, list[str]] = defaultdict(list)
    for name, nouns in zip(table["name"], table["nouns"], strict=True):
        for noun in nouns:
            owners[noun].append(name)
    names = set(table["name"])
    notes = []
    for row in table.itertuples(index=False):
        alone = [noun for noun in row.nouns if noun in names]
        rivals = alone or owners.get(row.name, [])
        choice = f"{', '.join(rivals)} is proposed too: keep one of them, the noun alone would take the hits of all"
        notes.append("; ".join(filter(None, (row.note, choice if rivals else ""))))
    return notes
