"""Unsure names: what each proposal rests on, and which rest on too little to stand among the first."""

from collections.abc import Iterable

from analysis.actors.known_organisations import listed_name
from analysis.actors.name_parts import ABBREVIATION, is_first_name
from analysis.actors.organisation_names import is_generic
from analysis.codebook.wordlists import read_classes
from analysis.counting.body_evidence import acts_mostly, find_evidence, is_territory, is_thing_by_name
from analysis.counting.listed_bodies import is_listed_body
from analysis.counting.named_countries import country_of, is_country_adjective
from analysis.counting.named_works import call_work, is_company_too
from analysis.counting.national_parties import is_national_party, is_noun_too, is_told_as_party
from analysis.counting.proposal import Proposal, ProposedNaming
from analysis.language.nouns import kind_of, parties
from analysis.language.words import Words

__all__ = ["note_weak", "say_basis"]

QUOTED = 2  # quotations from which on a name with a digit in it is taken for a body
HALF = 0.5  # share of the articles that must name a noun alone for it to be one body
DETERMINED = 1 / 3  # share of its last word's places behind an article from which on two names in a row are no person
NO_NAME = "no listed first name and no title tells a person"
NO_BODY = "one noun: a kind of body, or one of several"
TAGGER = "the tagger alone takes it for a name"
UNEXPLAINED = "nothing in the articles says that it is a body: who heads it, what it says or decides"
COMPANY = "the last name alone is a company's in the articles that have most of its places"
PLACE = "most of its places name the place, and nobody who acts"
THING = "the articles call it a thing"


def _is_title_alone(noun: str) -> bool:
    """Tell a title from what somebody is to somebody else: *Bruder*, *Mittwoch-Gegner*."""
    return noun.lower().rpartition("-")[2] not in read_classes("function_words")["relational"]


def say_basis(name: str, proposal: Proposal, titles: Iterable[str] = ()) -> str:
    """Say what a proposal rests on: a first name, a title, a list, a noun, an abbreviation, the tagger.

    >>> say_basis("Anna Berg", Proposal("person")), say_basis("SPD", Proposal("organisation"))
    ('the first name Anna', 'a list of parties')
    """
    if proposal.kind == "state":
        return "a list of countries"
    if proposal.kind == "person":
        first = next((word for word in name.split()[:-1] if is_first_name(word)), "")
        told = [f"the first name {first}"] * bool(first) + [
            f"the title {title}" for title in titles if _is_title_alone(title)
        ]
        told += [f"{proposal.n_answers} answers in an interview"] * bool(proposal.n_answers)
        return " and ".join(told[:3] if proposal.n_answers else told[:2]) or "two names in a row"
    return _basis_of_body(name, proposal)


def _basis_of_body(name: str, proposal: Proposal) -> str:
    """Say what the proposal of an organisation or a group rests on."""
    noun = next((word for word in name.split() if kind_of(word) == "organisation"), "")
    before = next(filter(None, (_noun_before(naming, name) for naming in proposal.namings)), "")
    found = {
        "a list of parties": name.lower() in parties() or is_national_party(name),
        "a list of organisations": bool(listed_name(name))
        or is_listed_body(name)
        or name in read_classes("name_words")["short"],
        f"the noun {noun}" + (f", of {proposal.country}" if proposal.country else ""): bool(noun),
        f"the noun {before} before it": bool(before),
        "a word of names of clubs, papers or companies": _has_shape(name),
        "an abbreviation": bool(ABBREVIATION.fullmatch(name.split()[0])),
        "brackets behind it or marks around it": " " in name
        and any(_is_short_or_bracketed(naming) for naming in proposal.namings),
    }
    return next((basis for basis, holds in found.items() if holds), "quotations, and the tagger")


def _is_short_or_bracketed(naming: ProposedNaming) -> bool:
    """Tell a naming by an abbreviation, or by words of which only brackets say that they are a name."""
    return naming.found is None or bool(ABBREVIATION.fullmatch(naming.printed))


def _noun_before(naming: ProposedNaming, name: str) -> str:
    """Return the noun printed before a name that says what bears it: *Konzern* of *Konzern Mollix*."""
    first = naming.printed.split()[0]
    return first if naming.printed.endswith(f" {name}") and kind_of(first) == "organisation" else ""


def _has_shape(name: str) -> bool:
    """Tell a name of several words of which one says that it is a club, a paper or a company."""
    shapes, parts = read_classes("name_words"), name.split()
    return len(parts) > 1 and (parts[0] in shapes["club"] or parts[-1] in shapes["body"])


def _is_sole(low: str) -> bool:
    """Tell a noun that alone names one body: *Bundesregierung*, *EU-Kommission*."""
    sole = read_classes("name_words")["sole"]
    is_kind = low in read_classes("name_words")["not_sole"]
    first, _, last = low.rpartition("-")
    is_kind = is_kind or (first in ("eu", "us", "un", "uno") and is_generic(last))  # *EU-Behörde*
    return (bool(first) and not is_kind) or low in sole or (low.startswith("bundes") and not is_kind)


def note_weak(name: str, proposal: Proposal, basis: str, *, texts: dict[str, Words]) -> str:
    """Say why a proposal is unsure; nothing for one that rests on enough.

    A noun alone that half of the study's articles name (*die Polizei* of one event) is taken for one body; what only
    capitals, brackets or the tagger show to be a name needs something that shows it to be a body (`find_evidence`).

    >>> note_weak("Strafsenat", Proposal("organisation"), "the noun Strafsenat", texts={})
    'one noun: a kind of body, or one of several'
    """
    if proposal.kind == "person":
        if work := call_work(proposal, texts):
            return f"{THING}: {work}"
        if is_company_too(name, proposal, texts):
            return COMPANY
        return NO_NAME if basis == "two names in a row" and not _is_person(proposal) else ""
    if proposal.kind != "organisation" or proposal.country:
        return ""
    if basis.startswith("quotations"):
        return TAGGER
    if is_noun_too(name) and not any(is_told_as_party(name, words) for words in texts.values()):
        return THING
    if basis in ("an abbreviation", "brackets behind it or marks around it"):
        return _note_unproved(name, proposal, texts)
    return _note_noun(name, proposal, basis, texts=texts)


def _note_noun(name: str, proposal: Proposal, basis: str, *, texts: dict[str, Words]) -> str:
    """Say why a name that a noun tells is unsure: a kind of body, at a place or alone."""
    if _is_kind_at_a_place(name) or _is_kind_of_a_country(name):
        return NO_BODY
    if is_territory(name) and not acts_mostly(proposal, texts):
        return PLACE
    if basis.endswith("before it") and _is_service(basis) and not (proposal.n_quotes or acts_mostly(proposal, texts)):
        return THING
    if " " in name or not basis.startswith("the noun") or basis.endswith("before it"):
        return ""
    is_usual = len(texts) > 1 and len(proposal.articles) >= HALF * len(texts)
    return "" if is_usual or _is_sole(name.lower()) else NO_BODY


def _is_service(basis: str) -> bool:
    """Tell a noun before a name for what others use, unless it acts: *Downloadportal*, *Plattform*.

    >>> _is_service("the noun Downloadportal before it"), _is_service("the noun Konzern before it")
    (True, False)
    """
    noun = basis.removeprefix("the noun ").removesuffix(" before it").lower()
    return noun.endswith(tuple(read_classes("body_signs")["service"]))


def _note_unproved(name: str, proposal: Proposal, texts: dict[str, Words]) -> str:
    """Say why what looks like a name of a body may be none."""
    if thing := is_thing_by_name(name, proposal, texts):
        return f"{THING}: {thing}"
    if any(letter.isdigit() for letter in name) and proposal.n_quotes < QUOTED:
        return UNEXPLAINED
    return "" if find_evidence(name, proposal, texts) else UNEXPLAINED


def _is_kind_at_a_place(name: str) -> bool:
    """Tell a noun for a kind of body with nothing but its place: *Institut von Athen*.

    >>> _is_kind_at_a_place("Institut von Athen"), _is_kind_at_a_place("Institut für Normung")
    (True, False)
    """
    noun, *rest = name.split()
    if len(rest) == 1 and country_of(rest[0]) and is_generic(noun.lower()):
        return True  # *Fluggesellschaft Frankreich*
    if len(rest) == 2 and rest[0] in ("des", "der") and _is_one_of_many_nouns(rest[1]):
        return True  # *Strafsenat des Landgerichts*
    return len(rest) == 2 and rest[0] in ("von", "in", "aus") and is_generic(noun.lower())


def _is_one_of_many_nouns(noun: str) -> bool:
    """Tell a noun, in the genitive or not, for a body of which there are many."""
    forms = {noun.lower().removesuffix(end) for end in ("", "s", "es")}
    return not forms.isdisjoint(read_classes("organisations")["many"])


def _is_kind_of_a_country(name: str) -> bool:
    """Tell a noun for a kind of body with nothing but a country's adjective: *britische Zeitung*; no *Deutsche Bank*.

    >>> _is_kind_of_a_country("britische Zeitung"), _is_kind_of_a_country("Deutsche Bank")
    (True, False)
    """
    adjective, _, noun = name.partition(" ")
    return adjective[:1].islower() and is_country_adjective(adjective) and is_generic(noun.lower())


def _is_person(proposal: Proposal) -> bool:
    """Tell two names in a row that are quoted, and of which the last stands alone as well, seldom behind an article."""
    alone = [naming for naming in proposal.namings if " " not in naming.printed]
    behind = sum(naming.is_determined for naming in alone)
    return bool(proposal.n_quotes and alone) and behind < DETERMINED * len(alone)
