"""Roles: which phrase of a clause does what the verb says, and to which it is done."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from analysis.framing.antecedents import antecedent
from analysis.framing.clause_phrases import phrases_of
from analysis.framing.clause_subjects import Span, span_of
from analysis.framing.constituents import Phrase
from analysis.framing.field_pieces import VerbField
from analysis.framing.objects import find_amount, find_object, places_of, share_object
from analysis.framing.passives import find_agent_phrase
from analysis.framing.shared_subjects import find_acting_subject, share_subject
from analysis.framing.verb_fields import find_field
from analysis.framing.verb_forms import VERBS, is_participle, is_passive
from analysis.language.clauses import Clause, Syntax
from analysis.language.phrase_forms import GRAMMAR
from analysis.language.words import Words

__all__ = ["ACTS", "Roles", "find_agency_of", "name_actor"]

QUOTATION = frozenset("„ “ ” \" » « ' ‚ ‘ ,".split())
ACTS = ("violence", "coercion", "politics")


@dataclass(frozen=True)
class Roles:
    """Who acts on whom; `is_passive` if the verb's form is passive, whoever is named."""

    agent: Span | None
    patient: Span | None
    is_passive: bool


def find_agency_of(syntax: Syntax, *, classes: dict[str, list[str]]) -> Iterator[dict]:
    """Yield the verbs of one article with agent, patient and form; `token` is the verb's number.

    A relative pronoun is replaced by what it stands for; ``agent_at`` and ``patient_at`` are the offsets of the words
    that stand in the clause itself, None where there are none. A verb that only reports, and an attribute (*die
    getöteten Soldaten*), are no act.
    """
    words = syntax.words
    kinds = [kind for kind in (*ACTS, "speech") if kind in classes]
    kind_of = {verb: kind for kind in reversed(kinds) for verb in classes[kind]}
    for i, pos in enumerate(words.pos):
        lemma = syntax.verb[i]
        if not pos.startswith("VV") or lemma not in kind_of:
            continue
        clause = syntax.clauses[syntax.clause[i]]
        roles = find_roles(syntax, clause, i)
        row = {"article_id": words.article_id, "token": i, "start": words.start[i], "end": words.end[i]}
        row |= {"verb": lemma, "act": kind_of[lemma], "is_passive": roles.is_passive}
        for name in ("agent", "patient"):
            span = getattr(roles, name)
            row |= _place_phrase(words, name, antecedent(words, *span) if span else None)
            row[f"{name}_at"] = (words.start[span[0]], words.end[span[1] - 1]) if span else None
        yield row


def _place_phrase(words: Words, name: str, span: tuple[int, int] | None) -> dict:
    """Give a phrase's words and offsets; empty if there is none."""
    if span is None:
        return {name: "", f"{name}_start": pd.NA, f"{name}_end": pd.NA}
    first, stop = span
    while stop > first + 1 and words.form[stop - 1] in QUOTATION:
        stop -= 1
    start, end = words.start[first], words.end[stop - 1]
    return {name: words.text[start:end], f"{name}_start": start, f"{name}_end": end}


def name_actor(mentions: pd.DataFrame | None, row: dict, role: str) -> str:
    """Return the first actor who is named in a phrase, or nobody."""
    if mentions is None or not row[role]:
        return ""
    inside = mentions[(mentions["start"] >= row[f"{role}_start"]) & (mentions["start"] < row[f"{role}_end"])]
    return str(inside["actor"].iloc[0]) if len(inside) else ""


def find_roles(syntax: Syntax, clause: Clause, verb: int) -> Roles:
    """Find who acts and on whom in the clause of a verb.

    Parameters
    ----------
    syntax : Syntax
    clause : Clause
        The clause that holds the verb.
    verb : int
        The verb's token: finite verb, participle or infinitive.

    Returns
    -------
    Roles
        Phrases as token spans, a relative pronoun as it stands; an infinitive and a second verb without a subject
        of its own take the subject before them. ``None``: not named.
    """
    words, field, name = syntax.words, find_field(syntax, clause, verb), syntax.verb[verb]
    phrases = [p for p in phrases_of(syntax, field) if not _is_behind(words, field, verb, p)]
    passive = _has_passive(words, clause, field, verb)
    subject = find_acting_subject(syntax, clause, field, verb, phrases, passive=passive)
    first = span_of(subject) if subject else share_subject(syntax, clause, field)
    if passive:
        amount = None if first or name in VERBS["intransitive"] else find_amount(words, places_of(field))
        first = (amount, amount + 1) if amount else first
        is_nobody = _is_es(words, first) and (name in VERBS["intransitive"] or _announces(syntax, clause))
        agent = _find_passive_agent(words, clause, field, verb, phrases)
        return Roles(agent, None if is_nobody else first, True)
    found = None if name in VERBS["no_object"] else find_object(words, field, phrases, subject)
    found = None if found == first else found
    done_to = _settle_object(found, syntax, clause, field, verb, first)
    is_undergone = name in VERBS["undergoing"] | VERBS["halting"] and done_to is None
    return Roles(None, first, False) if is_undergone else Roles(first, done_to, False)


def _settle_object(
    found: Span | None, syntax: Syntax, clause: Clause, field: VerbField, verb: int, subject: Span | None
) -> Span | None:
    """Settle whom a verb in the active is done to: an *es* that announces is nobody, a second participle shares."""
    if _is_es(syntax.words, found) and _announces(syntax, clause):
        found = None
    shares = clause.order == "z" or is_participle(syntax.words, clause, verb)
    if found is None and field.is_half and shares:
        return share_object(syntax, clause, field, verb, subject)
    return found


def _is_es(words: Words, span: Span | None) -> bool:
    """Tell *es*."""
    return span is not None and words.low[span[0]] == "es"


def _announces(syntax: Syntax, clause: Clause) -> bool:
    """Tell a clause whose *es* only announces the next: *es ist verboten, | zu rauchen*; *er ließ es zu, | dass …*."""
    number = syntax.clause[clause.first] + 1
    if number >= len(syntax.clauses) or syntax.words.form[clause.last - 1] != ",":
        return False
    after = syntax.clauses[number]
    opens = syntax.words.low[after.first] in ("dass", "ob")
    return after.sentence == clause.sentence and (opens or after.order == "z")


def _has_passive(words: Words, clause: Clause, field: VerbField, verb: int) -> bool:
    """Tell a passive by the auxiliary in the verb's own field, else by that of the clause."""
    places = [i for first, last in field.ranges for i in range(first, last)]
    has_own = any(words.pos[i][:2] == "VA" for i in places) or (field.finite is None and len(field.ranges) > 1)
    places = places if has_own else [*range(clause.first, clause.last)]
    is_infinitive = words.pos[verb] == "VVINF" or words.low[verb] == words.lemma[verb]
    if is_infinitive and _lets_itself(words, places):
        return True
    return not field.is_mistagged and is_passive(words, clause, places, verb)


def _lets_itself(words: Words, places: list[int]) -> bool:
    """Tell *lässt sich verfolgen*, which is passive in sense."""
    return any(words.lemma[i] == "lassen" for i in places) and any(words.low[i] == "sich" for i in places)


def _is_behind(words: Words, field: VerbField, verb: int, phrase: Phrase) -> bool:
    """Tell a phrase behind the verb that closes a clause (*… hat ihn gesperrt, davon | ein Spiel*): it has no role."""
    closes = field.finite is None or verb > field.finite or field.order == "L"
    return phrase.first > verb and closes and verb > field.first + 1 and words.pos[verb] != "VVIZU"


def _find_passive_agent(
    words: Words, clause: Clause, field: VerbField, verb: int, phrases: list[Phrase]
) -> Span | None:
    """Find who acts in a passive; a participle without a subject in its half shares the agent of the one before it."""
    is_main = field.order == "2" and field.finite is not None and not field.is_half
    is_first = words.low[field.first] in GRAMMAR["agent"]
    first = field.finite if is_main and not is_first else field.first  # Huber vom Verein | wurde …: no agent
    how = {"verb": verb, "is_state": _is_state(words, clause, field)}
    if field.first < clause.first:  # in parts: what a relative clause between them says is not meant
        places = [(max(first, begin), last) for begin, last in reversed(field.ranges) if last > first]
        agents = (find_agent_phrase(words, *place, **how) for place in places)
        return next((span for span in agents if span), None)
    found = find_agent_phrase(words, first, field.last, **how)
    is_shared = found is None and _is_alone(field, verb, phrases)
    return find_agent_phrase(words, clause.first, verb, **how) if is_shared else found


def _is_alone(field: VerbField, verb: int, phrases: list[Phrase]) -> bool:
    """Tell a participle that has the auxiliary of the half before it, and no subject: *wurde gefasst | und verhört*."""
    return field.is_half and (field.finite or 0) < field.first and all(p.first > verb for p in phrases)


def _is_state(words: Words, clause: Clause, field: VerbField) -> bool:
    """Tell *ist verboten* from *ist verboten worden*."""
    if field.finite is None or words.lemma[field.finite] != "sein":
        return False
    return "worden" not in words.low[clause.first : clause.last]
