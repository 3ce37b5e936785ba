"""Roles: which phrase of a clause does what the verb says, and to which it is done."""

from dataclasses import dataclass, replace

from analysis.codebook.wordlists import read_classes
from analysis.framing.constituents import Phrase, find_phrases
from analysis.framing.passives import find_agent_phrase, is_participle, is_passive
from analysis.language.clauses import Clause, Syntax
from analysis.language.words import Words

__all__ = ["Roles", "find_roles"]

OBJECT_CONTROL, UNDERGOING = (read_classes("acting_verbs")[key] for key in ("object_control", "undergoing"))


@dataclass(frozen=True)
class Roles:
    """Who acts on whom; `is_passive` if the verb's form is passive, whoever is named."""

    agent: tuple[int, int] | None
    patient: tuple[int, int] | None
    is_passive: bool


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
    words = syntax.words
    part = _narrow(words, clause, verb)
    phrases = find_phrases(syntax, part)
    has_auxiliary = any(words.pos[i][:2] == "VA" for i in range(part.first, part.last))
    passive = is_passive(words, part if has_auxiliary else clause, verb)
    subject = _find_subject(words, clause, part, verb, phrases, passive=passive)
    first = _opening(syntax, part) or (_span(subject) if subject else _before(syntax, clause, part))
    if passive:
        return Roles(find_agent_phrase(words, part), first, True)
    if syntax.verb[verb] in UNDERGOING:
        return Roles(None, first, False)
    objects = [p for p in phrases if p is not subject and "a" in p.cases and words.low[p.first] != "sich"]
    return Roles(first, _span(objects[0]) if objects else None, False)


def _span(phrase: Phrase) -> tuple[int, int]:
    """Return the tokens of a phrase."""
    return phrase.first, phrase.stop


def _find_subject(
    words: Words, clause: Clause, part: Clause, verb: int, phrases: list[Phrase], *, passive: bool
) -> Phrase | None:
    """Find the subject in the verb's own half of the clause."""
    if not passive and is_participle(words, clause, verb) and part.first > clause.first and clause.order == "L":
        return None  # die Menschen getötet | und Häuser angezündet hatten: what stands here is the object
    subject = _pick_subject(words, part, phrases) if part.finite else None
    if passive and subject is None and not part.finite:
        return next((p for p in phrases if "n" in p.cases), None)
    return subject


def _pick_subject(words: Words, clause: Clause, phrases: list[Phrase]) -> Phrase | None:
    """Choose the subject: the only phrase that must be nominative, else the first that may be and fits the verb."""
    finite = clause.finite[0] if clause.finite else None
    if finite == clause.first + 1 and words.pos[clause.first] == "KON":
        return None  # … und töteten ihn: the subject stands before
    numbers = {None, True, False} if finite is None else {None, _is_plural(words.low[finite])}
    fits = [p for p in phrases if "n" in p.cases and p.is_plural in numbers]
    sure = [p for p in fits if p.cases == "n"]
    return (sure or fits or [None])[0]


def _is_plural(low: str) -> bool:
    """Tell a finite verb in the plural by its ending."""
    return low.endswith(("en", "ern", "eln")) or low in ("sind", "seien", "waren")


def _narrow(words: Words, clause: Clause, verb: int) -> Clause:
    """Part what *und* joins: *sperrte das Netz | und verhängte den Notstand*; each verb keeps its own half."""
    joins = [i for i in range(clause.first + 1, clause.last) if words.pos[i] == "KON"]
    cuts = [i for i in joins if _joins_verbs(clause, i)]
    if words.pos[verb] == "VVPP" and not cuts:  # 27 Menschen getötet | und Hunderte verletzt worden
        cuts = [i for i in joins if words.pos[i - 1] == "VVPP"]
    first = max([clause.first, *(i for i in cuts if i < verb)])
    last = min([clause.last, *(i for i in cuts if i > verb)])
    finite = [f for f in clause.finite if first <= f < last]
    if words.pos[verb] == "VVPP" and not finite:
        finite = clause.finite  # the auxiliary is shared
    return replace(clause, first=first, last=last, finite=finite)


def _joins_verbs(clause: Clause, i: int) -> bool:
    """Tell an *und* with a finite verb on each side, the second directly behind it."""
    return any(f < i for f in clause.finite) and any(i < f < min(i + 3, clause.last) for f in clause.finite)


def _opening(syntax: Syntax, clause: Clause) -> tuple[int, int] | None:
    """Find a subject that commas part from its verb: *Der Minister, | den viele schätzen, | trat zurück*."""
    sentence = syntax.sentences[clause.sentence]
    opening = syntax.clauses[sentence.clauses[0]]
    if opening.finite or opening.first == clause.first or not clause.finite or clause.finite[0] != clause.first:
        return None
    phrases = [p for p in find_phrases(syntax, opening) if "n" in p.cases]
    return (phrases[0].first, phrases[0].stop) if phrases else None


def _inherit(syntax: Syntax, clause: Clause) -> tuple[int, int] | None:
    """Take the subject of what stands before: *sie stürmten das Haus, | um es anzuzünden*.

    A piece without a verb gives its first phrase (*dass sein Chef, | Karim Huber, | … wurde*).
    """
    number = next(n for n, c in enumerate(syntax.clauses) if c.first <= clause.first < c.last)
    for n in range(number - 1, syntax.sentences[clause.sentence].clauses[0] - 1, -1):
        before = syntax.clauses[n]
        phrases = find_phrases(syntax, before)
        if before.finite:
            subject = _lend_subject(syntax, before, phrases, to_infinitive=not clause.finite)
        else:
            opens = clause.order == "L" and before.opener not in ("", "0") and n and syntax.clauses[n - 1].finite
            subject = next((p for p in phrases if "n" in p.cases), None) if opens else None
        if subject is not None:
            return _span(subject)
    return None


def _lend_subject(syntax: Syntax, clause: Clause, phrases: list[Phrase], *, to_infinitive: bool) -> Phrase | None:
    """Give a clause's subject to the next; *vorwerfen* and its like give an infinitive their object; *es* is nobody."""
    subject = _pick_subject(syntax.words, clause, phrases)
    if to_infinitive and syntax.verb[clause.finite[0]] in OBJECT_CONTROL:
        subject = next((p for p in phrases if p is not subject), subject)
    return None if subject is None or syntax.words.low[subject.first] == "es" else subject


def _before(syntax: Syntax, clause: Clause, part: Clause) -> tuple[int, int] | None:
    """Take the subject from the half before *und*, else from the clause before."""
    if part.first > clause.first:
        left = replace(clause, last=part.first, finite=[f for f in clause.finite if f < part.first])
        subject = _pick_subject(syntax.words, left, find_phrases(syntax, left))
        if subject is not None:
            return _span(subject)
    return _inherit(syntax, clause)
