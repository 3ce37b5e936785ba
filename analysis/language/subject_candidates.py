"""Candidates: which phrases can be the subject of a verb: no date, no object, and rather somebody than a thing."""

from analysis.codebook.wordlists import read_classes
from analysis.language.agreement import agrees, may_be_nominative
from analysis.language.clauses import Clause, Syntax
from analysis.language.noun_phrases import DETERMINERS, NOUNS
from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = [
    "is_about_somebody",
    "is_about_thing",
    "is_date_phrase",
    "is_object_before_verb",
    "is_sayer",
    "may_be_object",
    "may_be_subject",
]

GRAMMAR = read_classes("grammar")


def may_be_subject(words: Words, first: int, stop: int, verb: int) -> bool:
    """Tell a phrase that is no date and agrees with the verb."""
    return stop > first and not is_date_phrase(words, first, stop) and agrees(words, first, stop, verb)


def is_date_phrase(words: Words, first: int, last: int) -> bool:
    """Tell *eine Woche*, *diesen Montag*, *sagte 1958 der Minister*: a date, no subject."""
    if last == first + 1 and words.form[first].isdigit():
        return True
    head = next((k for k in range(_skip_attribute(words, first, last), last) if words.pos[k] in NOUNS), first)
    return words.lemma[head] in GRAMMAR["time"]


def _skip_attribute(words: Words, first: int, last: int) -> int:
    """Return the participle of *eine | am Freitag | vorgestellte Studie*; else the first token."""
    if last - first < 4 or words.pos[first] not in DETERMINERS or words.pos[first + 1] not in ("APPR", "APPRART"):
        return first
    places = (k for k in range(first + 3, last - 1) if words.pos[k] == "ADJA" and words.pos[k + 1] in NOUNS)
    return next(places, first)


def is_about_thing(words: Words, first: int, stop: int) -> bool:
    """Tell a phrase whose noun names neither persons nor organisations nor texts: *die Lage*, *Bergs Vorwurf*."""
    head = next((k for k in range(first, stop) if words.pos[k] in NOUNS), -1)
    if (
        head == first
        and first + 1 < stop
        and words.pos[first : first + 2] == ["NE", "NN"]
        and words.low[first][-1] == "s"
    ):
        head += 1
    return head >= 0 and words.pos[head] == "NN" and kind_of(words.form[head]) == "nothing"


def is_about_somebody(words: Words, first: int, stop: int) -> bool:
    """Tell a phrase that is about a name, a person or an organisation."""
    head = next((k for k in range(first, stop) if words.pos[k] in NOUNS), first)
    return words.pos[head] in ("NE", "PPER") or kind_of(words.form[head]) in ("person", "organisation")


def is_sayer(syntax: Syntax, clause: Clause, first: int, stop: int) -> bool:
    """Tell a phrase directly behind the verb that no accusative or dative opens."""
    return first == clause.finite[0] + 1 and syntax.words.low[first] not in ("die", "das", "eine")


def is_object_before_verb(words: Words, begin: int, verb: int, last: int) -> bool:
    """Tell *Die Kritik wies er zurück*, *Dies wollte Berlin nicht*: what stands behind the verb is the subject."""
    if verb + 1 >= last:
        return False
    if words.low[verb + 1] in ("er", "ich", "wir", "man") and words.pos[verb + 1] in ("PPER", "PIS"):
        return True
    return words.low[begin] in GRAMMAR["pointing"] and verb == begin + 1 and may_be_nominative(words, verb + 1)


def may_be_object(syntax: Syntax, clause: Clause, first: int, stop: int) -> bool:
    """Tell what no list knows for somebody, before a verb that things do not do: *Neue Telefone verkündet Huber*.

    Without a determiner, only where a name stands directly behind the verb: *Mitsprache für Eltern fordert | Huber*.
    """
    words = syntax.words
    end = next((k for k in range(first, stop) if words.pos[k] == "APPR"), stop)
    nouns = [k for k in range(first, end) if words.pos[k] in NOUNS]
    is_unknown = len(nouns) == 1 and words.pos[nouns[0]] in ("NN", "FM") and not kind_of(words.form[nouns[0]])
    is_led = nouns[:1] != [first] and words.low[first] not in GRAMMAR["nominative_only"]
    is_before_name = words.pos[clause.finite[0] + 1 : clause.finite[0] + 2] == ["NE"]
    is_worded = any(syntax.verb[i] in GRAMMAR["worded"] for i in range(clause.first, clause.last))
    return is_unknown and is_worded and (is_led or is_before_name)
