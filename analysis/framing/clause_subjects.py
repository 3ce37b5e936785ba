"""Subjects: which phrase of a verb's own words is its subject."""

from analysis.framing.constituents import Phrase
from analysis.framing.field_pieces import VerbField
from analysis.language.nouns import kind_of
from analysis.language.phrase_forms import GRAMMAR
from analysis.language.words import Words

__all__ = ["ACTING", "Span", "is_plural_finite", "pick_subject", "span_of"]

Span = tuple[int, int]
ACTING = ("person", "organisation")  # kinds of nouns that do something


def span_of(phrase: Phrase) -> Span:
    """Return the tokens of a phrase."""
    return phrase.first, phrase.stop


def pick_subject(words: Words, field: VerbField, phrases: list[Phrase], *, passive: bool = False) -> Phrase | None:
    """Choose the subject: what must be nominative, else what is no accusative, else the first that fits the verb.

    A passive has no object, so *es* only holds the place of its subject, and one phrase may be it in any number.
    """
    may = _candidates(words, field, phrases, passive=passive)
    fits = [p for p in may if _fits(words, field, p)]
    if not fits:
        is_sure = passive or any("a" in p.cases and "n" not in p.cases for p in phrases)  # the other is the object
        if len(may) == 1 and (is_sure or _needs_subject(field)):
            return may[0]
        return _first_name(words, field, may) if _needs_subject(field) else None
    best = min(fits, key=lambda p: (p.cases != "n", field.order == "L" and "a" in p.cases))
    return _subject_behind(words, field, fits) or best


def _first_name(words: Words, field: VerbField, may: list[Phrase]) -> Phrase | None:
    """Find the name beside the verb whose number does not show: *im Mai griffen | Rolling Partners | das Haus an*."""
    near = [p for p in may if "NE" in words.pos[p.first : p.stop]]
    return near[0] if near and is_plural_finite(words.low[field.finite or 0]) else None


def _candidates(words: Words, field: VerbField, phrases: list[Phrase], *, passive: bool) -> list[Phrase]:
    """List what may be nominative; in a passive the relative pronoun before all else, and *es* only if it is alone."""
    may = [p for p in phrases if "n" in p.cases]
    if not passive or not may:
        return may
    if words.pos[may[0].first] == "PRELS" and may[0].first == field.first:
        return may[:1]
    return may[1:] if len(may) > 1 and words.low[may[0].first] == "es" else may


def _fits(words: Words, field: VerbField, phrase: Phrase) -> bool:
    """Tell whether a phrase agrees with the finite verb in number, as far as the forms show it."""
    return field.finite is None or phrase.is_plural in (None, is_plural_finite(words.low[field.finite]))


def _needs_subject(field: VerbField) -> bool:
    """Tell a main clause that shares no subject: *Huber Partners | haben …*; a name's number does not show."""
    return field.order == "2" and not field.is_half and field.finite is not None


def _is_object_first(words: Words, first: Phrase, second: Phrase) -> bool:
    """Tell *wie das | die Partei fordert* and *die Hilfe, die | sie brauchen*: the second phrase is the subject."""
    points = _is_pointing_word(words, first) and words.pos[first.first] == "PDS"
    return points or _is_they_behind_relative(words, first, second)


def _subject_behind(words: Words, field: VerbField, fits: list[Phrase]) -> Phrase | None:
    """Find a subject that what stands before the verb cannot be: *Das beschloss der Rat*, *Wen wählen sie?*."""
    if field.order == "L":
        return fits[1] if len(fits) > 1 and _is_object_first(words, fits[0], fits[1]) else None
    if field.order != "2" or field.is_half or field.finite is None or _is_settled_before(fits[0], field.finite):
        return None
    behind = next((p for p in fits if p.first > field.finite), None)
    if behind is None or _leans_on_verb(words, behind, field.finite):
        return behind
    points = fits[0].first < field.finite and _is_pointing_word(words, fits[0])
    return behind if points and not _is_indefinite_thing(words, behind) else None


def _is_settled_before(opening: Phrase, finite: int) -> bool:
    """Tell a subject before the verb that can be nothing else: *Er will* | *sie wählen*."""
    return opening.cases in ("n", "no") and opening.first < finite


def _is_they_behind_relative(words: Words, first: Phrase, second: Phrase) -> bool:
    """Tell *sie* right behind a relative pronoun: *die Hilfe, die | sie brauchen*."""
    is_relative = words.pos[first.first] == "PRELS" and first.cases == "na"
    return is_relative and second.first == first.stop and words.low[second.first] == "sie"


def _leans_on_verb(words: Words, phrase: Phrase, verb: int) -> bool:
    """Tell a pronoun directly behind the verb: *Wen wählen | sie*."""
    return phrase.first == verb + 1 and words.low[phrase.first] in GRAMMAR["at_verb"]


def _is_pointing_word(words: Words, phrase: Phrase) -> bool:
    """Tell a phrase that is one word and points: *Das*, *Dieses*."""
    return phrase.stop == phrase.first + 1 and words.low[phrase.first] in GRAMMAR["pointing"]


def _is_indefinite_thing(words: Words, phrase: Phrase) -> bool:
    """Tell *eine Ansicht* from *eine Ministerin*: what *Dieses* does it to."""
    nouns = [i for i in range(phrase.first, phrase.stop) if words.pos[i] == "NN"]
    is_open = words.low[phrase.first] in ("ein", "eine") or words.pos[phrase.first] in (
        "NN",
        "ADJA",
    )
    return is_open and bool(nouns) and kind_of(words.form[nouns[0]]) not in ACTING


def is_plural_finite(low: str) -> bool:
    """Tell a finite verb in the plural by its ending."""
    return low.endswith(("en", "ern", "eln")) or low in ("sind", "seien", "waren")
