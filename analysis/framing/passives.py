"""Verbs: participles, passives, and the phrase that names who acts in a passive."""

from analysis.codebook.wordlists import read_classes
from analysis.framing.constituents import DETERMINERS, PREPOSITIONS, TIMES, phrase_end
from analysis.language.clauses import Clause
from analysis.language.words import Words

__all__ = ["find_agent_phrase", "is_participle", "is_passive"]

SEIN_VERBS = read_classes("acting_verbs")["sein"]


def find_agent_phrase(words: Words, clause: Clause) -> tuple[int, int] | None:
    """Find *von der Polizei*, *durch Schüsse* in a passive; *durch* may also be a means and is taken last."""
    for wanted in (("von", "vom", "seitens"), ("durch",)):
        for i in range(clause.last - 2, clause.first - 1, -1):
            if words.low[i] in wanted and words.pos[i] in PREPOSITIONS:
                end = phrase_end(words, i + 1, clause.last)
                if end > i + 1 and _may_act(words, clause, i, end):
                    return i + 1, end
    return None


def _may_act(words: Words, clause: Clause, i: int, end: int) -> bool:
    """Tell an agent from a time and from an attribute: *der Verkauf von Waffen* in Kiew; *von Soldaten* getötet."""
    if any(words.lemma[k].lower() in TIMES for k in range(i + 1, end)):
        return False
    if all(words.pos[k] in ("CARD", "ART") for k in range(i + 1, end)):
        return False
    is_bare = words.pos[i + 1] not in DETERMINERS and words.pos[i] == "APPR" and words.pos[i + 1] != "NE"
    after_noun = i > clause.first and words.pos[i - 1] == "NN"
    is_before_verb = end < clause.last and words.pos[end].startswith("V")
    return not (is_bare and after_noun) or is_before_verb


def is_participle(words: Words, clause: Clause, verb: int) -> bool:
    """Tell a participle, also where it looks like a finite verb: *wurden wegen Untreue verurteilt*."""
    if words.pos[verb] == "VVPP":
        return True
    before = range(clause.first, verb)
    has_auxiliary = any(words.pos[i] == "VAFIN" for i in before) and not any(words.pos[i] == "KON" for i in before)
    return words.pos[verb] == "VVFIN" and has_auxiliary and words.low[verb].endswith(("t", "en"))


def is_passive(words: Words, clause: Clause, verb: int) -> bool:
    """Tell whether a verb's form is passive: participle with *werden*, or with *sein* where it does not make a past.

    The auxiliary may stand in an earlier part of the sentence; a participle without one (in a headline) is passive.
    """
    if not is_participle(words, clause, verb):
        return False
    places = [i for i in range(clause.first, clause.last) if words.pos[i][:2] in ("VA", "VM")]
    places = places or _far_auxiliary(words, clause, verb)
    others = {words.lemma[i] for i in places}
    if "werden" in others or any(words.low[i] == "worden" for i in places):
        return True
    return "haben" not in others and words.lemma[verb] not in SEIN_VERBS


def _far_auxiliary(words: Words, clause: Clause, verb: int) -> list[int]:
    """Find an auxiliary elsewhere in the sentence: before, or after a list (*geschlagen, getreten und … wurden*)."""
    first, last = words.sentences[words.sentence[verb]]
    if words.form[clause.last - 1] == "," and words.pos[verb + 1 : verb + 2] == ["$,"]:
        after = [i for i in range(verb, last) if words.pos[i] == "VAFIN"][:1]
        if after:
            return after
    return [i for i in range(first, verb) if words.pos[i] == "VAFIN"][-1:]
