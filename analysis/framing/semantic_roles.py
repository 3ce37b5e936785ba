"""Roles: which phrase of a clause does what the verb says, and to which it is done."""

from dataclasses import dataclass

from analysis.codebook.wordlists import read_classes
from analysis.framing.constituents import PREPOSITIONS, Phrase, find_phrases
from analysis.framing.passives import find_agent_phrase, is_participle, is_passive
from analysis.framing.verb_fields import OPENERS, Field, find_field
from analysis.language.clauses import Clause, Syntax
from analysis.language.words import Words

__all__ = ["Roles", "find_roles"]

VERBS, GRAMMAR = read_classes("acting_verbs"), read_classes("grammar_cases")
Span = tuple[int, int]


@dataclass(frozen=True)
class Roles:
    """Who acts on whom; `is_passive` if the verb's form is passive, whoever is named."""

    agent: Span | None
    patient: Span | None
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
    words, field = syntax.words, find_field(syntax, clause, verb)
    phrases = [p for p in _phrases_of(syntax, field) if not _is_behind(words, field, verb, p)]
    places = [i for first, last in field.ranges for i in range(first, last)]
    auxiliaries = places if any(words.pos[i][:2] == "VA" for i in places) else [*range(clause.first, clause.last)]
    passive = not field.is_mistagged and is_passive(words, clause, auxiliaries, verb)
    subject = _find_subject(syntax, clause, field, verb, phrases, passive=passive)
    first = _span(subject) if subject else _before(syntax, clause, field, verb)
    if passive:
        is_nobody = first is not None and words.low[first[0]] == "es" and syntax.verb[verb] in VERBS["intransitive"]
        return Roles(_find_agent(words, clause, field, verb), None if is_nobody else first, True)
    done_to = None if syntax.verb[verb] in VERBS["no_object"] else _find_object(words, field, phrases, subject)
    if done_to is None and field.is_half and is_participle(words, clause, verb):
        done_to = _share_object(syntax, clause, field, verb, first)
    is_undergone = syntax.verb[verb] in VERBS["undergoing"] | VERBS["halting"] and done_to is None
    return Roles(None, first, False) if is_undergone else Roles(first, done_to, False)


def _phrases_of(syntax: Syntax, field: Field) -> list[Phrase]:
    """List the phrases of a field; before the verb of a main clause stands one, what follows there explains it."""
    is_relative = field.order == "L" and not field.is_half
    phrases = [p for first, last in field.ranges for p in find_phrases(syntax, first, last, is_relative=is_relative)]
    if field.order not in "12" or field.finite is None or field.is_half:
        return phrases
    before = [p for p in phrases if p.first < field.finite]
    pair = "_".join(syntax.words.low[field.first : field.first + 2])  # vor allem | Jüngere
    is_governed = syntax.words.pos[field.first] in PREPOSITIONS and pair not in GRAMMAR["adverb"]
    return [*before[: 0 if is_governed else 1], *phrases[len(before) :]]


def _is_behind(words: Words, field: Field, verb: int, phrase: Phrase) -> bool:
    """Tell a phrase behind the verb that closes a clause (*… hat ihn gesperrt, davon | ein Spiel*): it has no role."""
    closes = field.finite is None or verb > field.finite or field.order == "L"
    return phrase.first > verb and closes and verb > field.first + 1 and words.pos[verb] != "VVIZU"


def _span(phrase: Phrase) -> Span:
    """Return the tokens of a phrase."""
    return phrase.first, phrase.stop


def _find_agent(words: Words, clause: Clause, field: Field, verb: int) -> Span | None:
    """Find who acts in a passive; a participle alone in its half shares the agent of the one before it."""
    is_state = field.finite is not None and words.lemma[field.finite] == "sein" and "worden" not in words.low[
        clause.first : clause.last
    ]  # fmt: skip
    is_main = field.order == "2" and field.finite is not None and not field.is_half
    first = field.finite if is_main and words.low[field.first] not in GRAMMAR["agent"] else field.first
    found = find_agent_phrase(
        words, first, field.last, verb=verb, is_state=is_state
    )  # Huber vom Verein | wurde …: no agent
    is_alone = field.is_half and not any(words.pos[i] in ("NN", "NE") for i in range(field.first, verb))
    return (
        find_agent_phrase(words, clause.first, verb, verb=verb, is_state=is_state)
        if found is None and is_alone
        else found
    )


def _find_object(words: Words, field: Field, phrases: list[Phrase], subject: Phrase | None) -> Span | None:
    """Choose the accusative: what can be nothing else, then what has an article; else *sich*."""
    objects = [p for p in phrases if p is not subject and "a" in p.cases and words.low[p.first] != "sich"]
    if objects:
        return _span(max(objects, key=lambda p: (p.cases == "a", words.pos[p.first] not in ("NN", "NE"), -p.first)))
    places = [i for first, last in field.ranges for i in range(first, last)]
    itself = next((i for i in places if _is_reflexive(words, i)), None)
    return None if itself is None else (itself, itself + 1)


def _is_reflexive(words: Words, i: int) -> bool:
    """Tell *sich* from *an sich*."""
    is_governed = words.pos[i - 1] in PREPOSITIONS
    return words.pos[i] == "PRF" and words.low[i] in GRAMMAR["reflexive"] and not is_governed


def _share_object(syntax: Syntax, clause: Clause, field: Field, verb: int, subject: Span | None) -> Span | None:
    """Take the object of the participle before: *haben das Nest entfernt | und zerstört*."""
    words = syntax.words
    if any(words.pos[i] in ("NN", "NE", "PPER") for i in range(field.first, verb)):
        return None
    left = Field(((field.whole, field.first),), field.finite, clause.order, field.whole)
    phrases = [p for p in _phrases_of(syntax, left) if _span(p) != subject]
    return _find_object(words, left, phrases, None)


def _find_subject(
    syntax: Syntax, clause: Clause, field: Field, verb: int, phrases: list[Phrase], *, passive: bool
) -> Phrase | None:
    """Find the subject in the verb's own field."""
    words = syntax.words
    if not passive and field.is_half and _only_objects(words, field, verb, phrases):
        return None  # die Menschen getötet | und Häuser angezündet hatten: what stands here is the object
    if field.finite is None:
        return next((p for p in phrases if "n" in p.cases), None) if passive else None
    return None if _is_elided(syntax, clause, field) else _pick_subject(words, field, phrases, passive=passive)


def _only_objects(words: Words, field: Field, verb: int, phrases: list[Phrase]) -> bool:
    """Tell a half whose subject stands before: its verb is not finite, or no second phrase or *sich* needs one."""
    if words.pos[verb] in ("VVPP", "VVINF"):
        return True
    has_itself = any(words.low[i] in GRAMMAR["reflexive_sure"] for i in range(field.first, field.last))
    return field.order == "L" and len(phrases) + has_itself < 2


def _is_elided(syntax: Syntax, clause: Clause, field: Field) -> bool:
    """Tell a verb that shares the subject of the one before it: *sie kamen, | schlugen zu | und töteten ihn*."""
    words, at = syntax.words, field.finite
    if at == field.first + 1 and words.pos[field.first] == "KON":
        return words.low[field.first] not in GRAMMAR["own_subject"]
    sentence = syntax.sentences[clause.sentence]
    if at != field.first or field.first == sentence.first or syntax.sign[at][:1] == "v":
        return False
    before = syntax.clauses[syntax.clause[field.first - 1]]
    if before.order not in "12" or words.form[field.first - 1] != "," or words.pos[before.first] in OPENERS:
        return False
    lent = _lend_subject(syntax, before, to_infinitive=False)
    stands_first = lent is not None and lent.first < before.finite[0]
    return stands_first and lent.is_plural in (None, _is_plural(words.low[at]))


def _pick_subject(words: Words, field: Field, phrases: list[Phrase], *, passive: bool = False) -> Phrase | None:
    """Choose the subject: what must be nominative, else what is no accusative, else the first that fits the verb.

    A passive has no object, so *es* only holds the place of its subject, and one phrase may be it in any number.
    """
    numbers = {None, True, False} if field.finite is None else {None, _is_plural(words.low[field.finite])}
    may = [p for p in phrases if "n" in p.cases]
    fits = [p for p in may if p.is_plural in numbers]
    if passive and len(may) > 1 and words.low[may[0].first] == "es":
        may, fits = may[1:], fits[1:]
    if fits and field.order == "2" and not field.is_half and (other := _subject_behind(words, field, fits)):
        return other
    stands_first = bool(may) and field.order == "2" and not field.is_half and may[0].first < field.finite
    if not fits and len(may) == 1 and (passive or stands_first):
        return may[0]  # Huber Partners haben …: a name's number does not show
    return min(fits, key=lambda p: (p.cases != "n", field.order == "L" and "a" in p.cases), default=None)


def _subject_behind(words: Words, field: Field, fits: list[Phrase]) -> Phrase | None:
    """Find a subject that what stands before the verb cannot be: *Das beschloss der Rat*, *Wen wählen sie?*."""
    behind = [p for p in fits if p.first > field.finite]
    if behind and behind[0].first == field.finite + 1 and words.low[behind[0].first] in GRAMMAR["at_verb"]:
        return behind[0]
    points = fits[0].first < field.finite and words.low[fits[0].first] in GRAMMAR["pointing"]
    return behind[0] if behind and points and fits[0].stop == fits[0].first + 1 else None


def _is_plural(low: str) -> bool:
    """Tell a finite verb in the plural by its ending."""
    return low.endswith(("en", "ern", "eln")) or low in ("sind", "seien", "waren")


def _before(syntax: Syntax, clause: Clause, field: Field, verb: int) -> Span | None:
    """Take the subject from the half before *und*, else from the clause before; a subordinate clause shares none."""
    words = syntax.words
    if field.is_half:
        if field.is_mistagged or not clause.finite:
            left = Field(((field.whole, field.first),), None, field.order, field.whole)
        else:
            left = find_field(syntax, clause, clause.finite[0])
        subject = _pick_subject(words, left, _phrases_of(syntax, left))
        if subject is not None:
            return _span(subject)
    may_share = field.finite is None or field.is_half or field.order in "10" or _is_elided(syntax, clause, field)
    return _inherit(syntax, clause, to_infinitive=field.finite is None) if may_share else None


def _inherit(syntax: Syntax, clause: Clause, *, to_infinitive: bool) -> Span | None:
    """Take the subject of what stands before: *sie stürmten das Haus, | um es anzuzünden*.

    A piece without a verb gives its first phrase (*dass sein Chef, | Karim Huber, | … wurde*).
    """
    number = next(n for n, c in enumerate(syntax.clauses) if c.first <= clause.first < c.last)
    for n in range(number - 1, syntax.sentences[clause.sentence].clauses[0] - 1, -1):
        before = syntax.clauses[n]
        if before.finite:
            subject = _lend_subject(syntax, before, to_infinitive=to_infinitive)
        else:
            opens = clause.order == "L" and before.opener not in ("", "0") and n and syntax.clauses[n - 1].finite
            phrases = find_phrases(syntax, before.first, before.last)
            subject = next((p for p in phrases if "n" in p.cases), None) if opens else None
        if subject is not None:
            return _span(subject)
    return None


def _lend_subject(syntax: Syntax, clause: Clause, *, to_infinitive: bool) -> Phrase | None:
    """Give a clause's subject to the next; *vorwerfen* and its like give an infinitive their object; *es* is nobody."""
    words, field = syntax.words, find_field(syntax, clause, clause.finite[0])
    phrases = _phrases_of(syntax, field)
    subject = None if _is_elided(syntax, clause, field) else _pick_subject(words, field, phrases)
    if to_infinitive and any(syntax.verb[i] in VERBS["object_control"] for i in range(clause.first, clause.last)):
        places = [*range(clause.first, clause.last)]
        is_done_to = any(is_passive(words, clause, places, i) for i in places if words.pos[i] == "VVPP")
        subject = subject if is_done_to else next((p for p in phrases if p is not subject), subject)
    is_nobody = subject is not None and words.low[subject.first] == "es" and to_infinitive
    return None if is_nobody else subject
