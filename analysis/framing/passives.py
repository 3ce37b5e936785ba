"""Verbs: participles, passives, and the phrase that names who acts in a passive."""

from analysis.codebook.wordlists import read_classes
from analysis.framing.constituents import TIMES, phrase_end
from analysis.framing.phrase_forms import DETERMINERS, GRAMMAR, PREPOSITIONS
from analysis.language.clauses import Clause
from analysis.language.words import Words

__all__ = ["find_agent_phrase", "is_participle", "is_passive"]

VERBS = read_classes("acting_verbs")


def find_agent_phrase(
    words: Words, first: int, last: int, *, verb: int, is_state: bool = False
) -> tuple[int, int] | None:
    """Find *von der Polizei*, *durch Schüsse* in a passive; *durch* may also be a means and is taken last.

    In a passive of state (*das Leben von Millionen ist bedroht*) a bare noun behind another is its attribute.
    """
    for wanted in (GRAMMAR["agent_sure"], GRAMMAR["agent"] - GRAMMAR["agent_sure"]):
        found = []
        for i in range(last - 2, first - 1, -1):
            end = phrase_end(words, i + 1, last) if words.low[i] in wanted and words.pos[i] in PREPOSITIONS else i
            if end > i + 1 and _may_act(words, i, end) and not _is_attribute(words, i, end, first, verb, is_state):
                found.append((i + 1, end))
        if found:  # von zwölf Staaten | auf der Konferenz von Genf: the first hangs on no noun
            return next((span for span in found if not _is_governed(words, span[0] - 1, first)), found[0])
    return None


def _may_act(words: Words, i: int, end: int) -> bool:
    """Tell an agent from a time and from a sum."""
    if any(words.lemma[k].lower() in TIMES | GRAMMAR["unit"] for k in range(i + 1, end)):
        return False
    return not all(words.pos[k] in ("CARD", "ART") for k in range(i + 1, end))


def _is_attribute(words: Words, i: int, end: int, first: int, verb: int, is_state: bool) -> bool:
    """Tell an attribute from an agent: *der Verkauf von Waffen* in Kiew; *von Soldaten* getötet."""
    if i == first or words.pos[i - 1] != "NN" or verb < i:
        return False
    is_governed = _is_governed(words, i, first)
    is_bare = words.pos[i + 1] not in DETERMINERS and words.pos[i] == "APPR" and words.pos[i + 1] != "NE"
    if words.pos[end : end + 1] and words.pos[end].startswith("V"):
        return is_bare and is_state and not is_governed
    return is_bare or is_governed


def _is_governed(words: Words, i: int, first: int) -> bool:
    """Tell whether the noun before `i` follows a preposition: *seit dem Antritt | von Huber*."""
    noun = i - 1
    while noun > first and words.pos[noun - 1] in DETERMINERS | {"ADJA", "CARD"}:
        noun -= 1
    return noun > first and words.pos[noun - 1] in PREPOSITIONS


def is_participle(words: Words, clause: Clause, verb: int) -> bool:
    """Tell a participle, also where it looks like a finite verb: *wurden wegen Untreue verurteilt*."""
    low, lemma = words.low[verb], words.lemma[verb].lower()
    if words.pos[verb] == "VVPP":  # würde sie bedrohen: an infinitive, whatever its tag
        return low != lemma or not low.endswith("en") or lemma in VERBS["same_participle"]
    before = range(clause.first, verb)
    has_auxiliary = any(words.pos[i] == "VAFIN" for i in before) and not any(words.pos[i] == "KON" for i in before)
    return words.pos[verb] == "VVFIN" and has_auxiliary and low.endswith(("t", "en")) and low != lemma


def is_passive(words: Words, clause: Clause, places: list[int], verb: int) -> bool:
    """Tell whether a verb's form is passive: participle with *werden*, or with *sein* where it does not make a past.

    The auxiliary is one of `places` or stands elsewhere in the sentence; a participle without one (in a headline) is
    passive.
    """
    if not is_participle(words, clause, verb):
        return _is_to_be_done(words, places, verb)
    auxiliaries = [i for i in places if words.pos[i][:2] in ("VA", "VM")] or _far_auxiliary(words, clause, verb)
    others = {words.lemma[i] for i in auxiliaries}
    if any(words.low[i] == "sich" and words.pos[i - 1] not in PREPOSITIONS for i in places):
        return False  # wer sich verteidigt, dem wird nichts getan
    if "werden" in others or any(words.low[i] == "worden" for i in auxiliaries):
        return True
    return "haben" not in others and words.lemma[verb] not in VERBS["sein"]


def _is_to_be_done(words: Words, places: list[int], verb: int) -> bool:
    """Tell *ist zu verbieten*: an infinitive with *zu* and *sein* in one clause."""
    has_zu = words.pos[verb] == "VVIZU" or words.pos[verb - 1] == "PTKZU"
    return has_zu and verb in places and any(words.pos[i] == "VAFIN" and words.lemma[i] == "sein" for i in places)


def _far_auxiliary(words: Words, clause: Clause, verb: int) -> list[int]:
    """Find an auxiliary elsewhere in the sentence: before, or after a list (*geschlagen, getreten und … wurden*)."""
    first, last = words.sentences[words.sentence[verb]]
    if words.form[clause.last - 1] == "," and words.pos[verb + 1 : verb + 2] == ["$,"]:
        after = [i for i in range(verb, last) if words.pos[i] == "VAFIN"][:1]
        if after:
            return after
    return [i for i in range(first, verb) if words.pos[i] == "VAFIN"][-1:]
