"""Subjects: who does what a clause says."""

from analysis.codebook.wordlists import read_classes
from analysis.language.agreement import agrees, may_be_nominative
from analysis.language.clauses import Clause, Syntax
from analysis.language.governed_phrases import Phrase, find_speaking_agent
from analysis.language.noun_phrases import DETERMINERS, MARKS, NOUNS, find_noun_phrase
from analysis.language.subject_candidates import (
    is_about_somebody,
    is_about_thing,
    is_date_phrase,
    is_object_before_verb,
    is_sayer,
    may_be_object,
    may_be_subject,
)
from analysis.language.words import Words

__all__ = ["find_subject"]

GRAMMAR = read_classes("grammar")
BEFORE_SUBJECT = frozenset("$( $, KON KOUS".split())
OPENERS = frozenset("KOUI KOKOM PRELS PRELAT PWAV PWS PWAT".split())
ENDS_PHRASE = NOUNS | {"CARD", "ADJA", "PPER", "PIS", "PDS"}


def find_subject(syntax: Syntax, clause: Clause, *, is_inserted: bool = False) -> Phrase | None:
    """Find who speaks in a clause that reports: its subject, or the agent (*von der Polizei*) of a passive.

    Returns
    -------
    (first, last) in tokens, or None
        German puts one thing before the finite verb of a main clause: if that is no noun phrase that could be a
        nominative, the subject follows the verb; in an inserted *sagte er* (`is_inserted`) it always does. A clause
        that *und* adds has the subject of the one before. *es* and *man* name nobody.
    """
    words = syntax.words
    if not clause.finite:
        return None
    if _is_passive(words, clause):
        return find_speaking_agent(words, clause)
    begin = _skip_opening(words, clause)
    if clause.order == "L":
        return _find_in_subordinate(syntax, clause, begin)
    if begin >= clause.finite[0]:
        first = _find_set_off(syntax, clause, is_inserted=is_inserted)
    elif words.low[begin] == "man":
        return None
    else:
        first = _find_before_verb(syntax, clause, begin)
    if first:
        return _settle_before_or_behind(syntax, clause, begin, first)
    return _find_behind_verb(syntax, clause) or (None if is_inserted else _find_shared(syntax, clause, begin))


def _settle_before_or_behind(syntax: Syntax, clause: Clause, begin: int, first: Phrase) -> Phrase:
    """Settle whether the subject stands before the verb or behind it: *Das Urteil kritisierte die Anwältin*."""
    if _must_be_subject(syntax, clause, first):
        return first
    after = _find_behind_verb(syntax, clause)
    is_free = begin < clause.finite[0] or (after is not None and is_sayer(syntax, clause, *after))
    return after if after and is_free and _yields_to(syntax, clause, first, after) else first


def _must_be_subject(syntax: Syntax, clause: Clause, before: Phrase) -> bool:
    """Tell what stands before the verb and is neither a thing nor perhaps its object."""
    return not is_about_thing(syntax.words, *before) and not may_be_object(syntax, clause, *before)


def _yields_to(syntax: Syntax, clause: Clause, before: Phrase, after: Phrase) -> bool:
    """Tell whether somebody behind the verb is its subject, and what stands before it the object."""
    is_somebody = is_about_somebody(syntax.words, *after)
    return is_somebody and (is_about_thing(syntax.words, *before) or is_sayer(syntax, clause, *after))


def _find_behind_verb(syntax: Syntax, clause: Clause) -> Phrase | None:
    """Find the subject behind the finite verb of a main clause."""
    verb, words = clause.finite[0], syntax.words
    begin = verb + 1
    if words.low[begin : begin + 1] and words.low[begin] in GRAMMAR["pointing"] and words.pos[begin] == "PDS":
        begin += 1  # kommentiert dies | der Minister
    found = _first_nominative(syntax, range(begin, clause.last), verb)
    return found or (_first_nominative(syntax, range(verb + 1, clause.last), verb) if begin > verb + 1 else None)


def _find_in_subordinate(syntax: Syntax, clause: Clause, begin: int) -> Phrase | None:
    """Find the subject of a clause whose verb is last; *der* is it where it is the relative pronoun."""
    words, verb = syntax.words, clause.finite[0]
    opens = words.pos[begin] in OPENERS or words.low[begin] in GRAMMAR["subjunctions"] | GRAMMAR["relating"]
    relative = _find_relative(words, begin, verb)
    if relative is not None and words.low[begin] == "der":  # ein Mann, der die Partei auffordert, …
        return relative
    return _first_nominative(syntax, range(begin + opens, verb), verb) or relative


def _find_set_off(syntax: Syntax, clause: Clause, *, is_inserted: bool) -> Phrase | None:
    """Find the subject of a clause that begins with its verb: one that commas part from it, or one that it shares."""
    if not is_inserted and (opening := _find_opening_subject(syntax, clause)):
        return opening
    is_added = syntax.words.pos[clause.first] == "KON"
    return _find_shared(syntax, clause, clause.finite[0]) if is_added else None


def _is_passive(words: Words, clause: Clause) -> bool:
    """Tell a passive: *werden* with a participle; *wird zitiert* names its speaker as its subject."""
    places = range(clause.first, clause.last)
    participles = {words.lemma[i] for i in places if words.pos[i] == "VVPP"}
    is_passive = words.lemma[clause.finite[0]] == "werden" or any(words.low[i] == "worden" for i in places)
    return is_passive and bool(participles) and "zitieren" not in participles


def _skip_opening(words: Words, clause: Clause) -> int:
    """Return the first token of a clause that can be its subject: behind commas, *und* and *auch*."""
    begin, verb = clause.first, clause.finite[0]
    while begin < verb and words.pos[begin] in BEFORE_SUBJECT and words.form[begin] not in MARKS:
        begin += 1
    while begin < verb - 1 and words.low[begin] in GRAMMAR["focus"] and words.pos[begin] in ("ADV", "KON"):
        begin += 1
    if begin < verb - 1 and words.pos[begin] == "ADV" and words.pos[begin + 1] == "CARD":  # rund 60 Prozent
        begin += 1
    return begin


def _find_before_verb(syntax: Syntax, clause: Clause, begin: int) -> Phrase | None:
    """Find the subject before the finite verb: all that stands there is one phrase, but for adverbs at its end."""
    words, verb = syntax.words, clause.finite[0]
    if not may_be_nominative(words, begin):
        return None
    end = find_noun_phrase(words, begin, verb)
    if end == begin or is_date_phrase(words, begin, end) or is_object_before_verb(words, begin, verb, clause.last):
        return None
    if not agrees(words, begin, end, verb):
        return None
    last = verb
    while last > end and words.pos[last - 1] not in ENDS_PHRASE and words.form[last - 1] not in MARKS | {")"}:
        last -= 1
    return begin, last if _is_one_phrase(words, end, last) else end


def _is_one_phrase(words: Words, end: int, last: int) -> bool:
    """Tell whether all before the verb is one phrase: *der Sprecher | im Landtag, Karl Huber,*."""
    commas = [k for k in range(end, last) if words.form[k] == ","]
    if any(words.pos[k] == "KON" for k in range(end, last)) or len(commas) > 1:
        return False
    return not commas or find_noun_phrase(words, commas[0] + 1, last) == last


def _first_nominative(syntax: Syntax, places: range, verb: int) -> Phrase | None:
    """Find the first phrase that could be a nominative, agrees with the verb and is governed by no preposition."""
    words, reach, thing = syntax.words, 0, None
    for i in places:
        if i < reach:
            continue
        if words.form[i] == ":" or words.low[i] == "man":
            break
        if words.form[i] == "(" or words.pos[i] in ("APPR", "APPRART") or not may_be_nominative(words, i):
            reach = _skip_phrase(words, i, places.stop)
            continue
        reach = find_noun_phrase(words, i, _find_limit(syntax, i, places.start - 1))
        if may_be_subject(words, i, reach, verb):
            if not is_about_thing(words, i, reach):
                return i, reach
            thing = thing or (i, reach)
    return thing


def _skip_phrase(words: Words, i: int, stop: int) -> int:
    """Return where what cannot be the subject ends: brackets, a preposition's phrase, *dankte | den Helfern Wiens*."""
    if words.form[i] == "(":
        return next((k for k in range(i, stop) if words.form[k] == ")"), i)
    if words.pos[i] in ("APPR", "APPRART"):
        return max(i + 1, find_noun_phrase(words, i + 1, stop, with_attributes=False))
    return find_noun_phrase(words, i, stop, with_attributes=False) if words.pos[i] in DETERMINERS else i


def _find_limit(syntax: Syntax, i: int, verb: int) -> int:
    """Return where a subject at `i` must end: with its sentence, or at the *von* of its verb (sprach Huber | von …)."""
    words = syntax.words
    last = words.sentences[words.sentence[i]][1]
    of = GRAMMAR["of"] if "von" in syntax.naming.get(syntax.verb[verb], ()) and verb >= 0 else ()
    return next((k for k in range(i + 1, last) if words.low[k] in of), last)


def _find_relative(words: Words, begin: int, verb: int) -> Phrase | None:
    """Find *der* in *ein Sprecher, der behauptet, …*: the pronoun is the subject if nothing else can be."""
    is_subject = begin < verb and words.pos[begin] == "PRELS" and words.low[begin] in ("der", "die", "das", "welcher")
    return (begin, begin + 1) if is_subject else None


def _find_opening_subject(syntax: Syntax, clause: Clause) -> Phrase | None:
    """Find the subject that commas part from its verb: *Frank Huber, der die Partei führt, sagte …*."""
    words = syntax.words
    sentence = syntax.sentences[clause.sentence]
    opening = syntax.clauses[sentence.clauses[0]]
    if opening.first == clause.first or opening.finite or opening.is_quoted:
        return None
    begin = opening.first
    while begin < clause.first and words.low[begin] in GRAMMAR["focus"] and words.pos[begin] in ("ADV", "KON"):
        begin += 1
    if begin == clause.first or not may_be_nominative(words, begin):
        return None
    end = find_noun_phrase(words, begin, clause.first)
    is_other = is_object_before_verb(
        words, begin, clause.finite[0], clause.last
    )  # Die Anhänger, die kamen, | warnte er
    return (begin, end) if end > begin and not is_other else None


def _find_shared(syntax: Syntax, clause: Clause, begin: int) -> Phrase | None:
    """Find the subject that a clause shares with the main clause before it: *Sie kam und | sagte, …*."""
    if begin != clause.finite[0] or clause.first == syntax.sentences[clause.sentence].first:
        return None
    numbers = syntax.sentences[clause.sentence].clauses
    before = (syntax.clauses[k] for k in reversed(numbers) if syntax.clauses[k].last <= clause.first)
    main = next((c for c in before if c.order in ("1", "2") and not c.is_quoted), None)
    return find_subject(syntax, main) if main else None
