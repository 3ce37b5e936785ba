"""Objects: whom a verb is done to: the accusative of its own words, *sich*, an amount, what a second verb shares."""

from analysis.framing.clause_phrases import phrases_of
from analysis.framing.clause_subjects import Span, span_of
from analysis.framing.constituents import Phrase
from analysis.framing.field_pieces import VerbField
from analysis.framing.verb_forms import GOVERNING, VERBS
from analysis.language.clauses import Clause, Syntax
from analysis.language.phrase_forms import DETERMINERS, GRAMMAR
from analysis.language.words import Words

__all__ = ["find_amount", "find_object", "places_of", "share_object"]


def find_object(words: Words, field: VerbField, phrases: list[Phrase], subject: Phrase | None) -> Span | None:
    """Choose the accusative: what can be nothing else, then what has an article; else *sich*."""
    objects = [p for p in phrases if p is not subject and "a" in p.cases and words.low[p.first] != "sich"]
    if objects and field.order == "z" and words.pos[objects[-1].first] in DETERMINERS | {"NN", "NE", "ADJA"}:
        return span_of(objects[-1])  # die Chance | das Land zu erobern: what stands before is no part of it
    if objects:
        return _join_itself(
            words, max(objects, key=lambda p: (p.cases == "a", words.pos[p.first] not in ("NN", "NE"), -p.first))
        )
    places = places_of(field)
    single = next((i for i in places if _is_reflexive(words, i)), None) or find_amount(words, places)
    return None if single is None else (single, single + 1)


def _join_itself(words: Words, phrase: Phrase) -> Span:
    """Join *sich | und seine Frau*."""
    is_joined = words.low[phrase.first - 1] in GRAMMAR["join"] and words.low[phrase.first - 2] == "sich"
    return (phrase.first - 2, phrase.stop) if is_joined else span_of(phrase)


def _is_itself(words: Words, phrase: Phrase) -> bool:
    """Tell *mich*, *sich*: one verb's reflexive is not the object of the next."""
    return phrase.stop == phrase.first + 1 and words.low[phrase.first] in GRAMMAR["reflexive"]


def _is_reflexive(words: Words, i: int) -> bool:
    """Tell *sich* from *an sich*."""
    is_governed = words.pos[i - 1] in GOVERNING
    return words.pos[i] == "PRF" and words.low[i] in GRAMMAR["reflexive"] and not is_governed


def _cases_before(syntax: Syntax, field: VerbField, verb: int) -> str:
    """Join the cases that the phrases of a half can show before its verb."""
    return "".join(p.cases for p in phrases_of(syntax, field) if p.first < verb)


def share_object(syntax: Syntax, clause: Clause, field: VerbField, verb: int, subject: Span | None) -> Span | None:
    """Take the object of the participle before: *haben das Nest entfernt | und zerstört*."""
    words = syntax.words
    inside = range(field.first, verb)
    has_own = any(words.pos[i] in ("NN", "NE", "PPER") for i in inside)
    if has_own and (any(words.pos[i].startswith("APP") for i in inside) or "a" in _cases_before(syntax, field, verb)):
        return None  # und dem Zugriff entzogen: only a dative of its own
    left = VerbField(((field.whole, field.first),), field.finite, clause.order, field.whole)
    phrases = [p for p in phrases_of(syntax, left) if span_of(p) != subject and not _is_itself(words, p)]
    return find_object(words, VerbField(((field.first, field.first),), None, "0"), phrases, None)


def find_amount(words: Words, places: list[int]) -> int | None:
    """Find *viel*, *wenig*, *etwas*, *nichts* that stand for a noun: *viel wurde beschlagnahmt*; not *viel später*."""
    return next((i for i in places if words.low[i] in VERBS["amount"] and _is_alone_amount(words, i)), None)


def _is_alone_amount(words: Words, i: int) -> bool:
    """Tell a word for an amount that no word behind it is measured by, and no preposition governs."""
    after = words.pos[i + 1] if i + 1 < len(words) else ""
    is_measured = after in ("ADJD", "ADV", "ADJA", "NN", "PIS", "PIAT", "KOKOM", "CARD") or words.low[
        i + 1 : i + 2
    ] == ["zu"]
    return not is_measured and words.pos[i - 1] not in GOVERNING and words.low[i - 1] not in ("so", "zu", "wie")


def places_of(field: VerbField) -> list[int]:
    """List the tokens of a field."""
    return [i for first, last in field.ranges for i in range(first, last)]
