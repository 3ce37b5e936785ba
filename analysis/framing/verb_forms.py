"""Verbs: participles and passives, told by form and auxiliary."""

from analysis.codebook.wordlists import read_classes
from analysis.language.clauses import Clause
from analysis.language.words import Words

__all__ = ["GOVERNING", "VERBS", "has_two_readings", "is_participle", "is_passive"]

VERBS = read_classes("acting_verbs")
AGENT = read_classes("grammar_cases")["agent"]
GOVERNING = ("APPR", "APPRART", "APZR")


def is_participle(words: Words, clause: Clause, verb: int) -> bool:
    """Tell a participle, also where it looks like a finite verb: *wurden wegen Untreue verurteilt*."""
    low, lemma = words.low[verb], words.lemma[verb].lower()
    if words.pos[verb] == "VVPP":  # würde sie bedrohen: an infinitive, whatever its tag
        return low != lemma or not low.endswith("en") or lemma in VERBS["same_participle"]
    if words.pos[verb] != "VVFIN" or not has_two_readings(words, verb):
        return False
    before = range(clause.first, verb)
    joined = words.pos[verb - 2 : verb] == ["VVPP", "KON"]  # wurden geworfen und verfolgt
    may_be = joined or not any(words.pos[i] == "KON" for i in before)
    has_auxiliary = may_be and any(words.pos[i] == "VAFIN" for i in before)
    return (has_auxiliary or _opens_list(words, verb)) and low.endswith(("t", "en")) and low != lemma


def has_two_readings(words: Words, verb: int) -> bool:
    """Tell a verb of which one form is finite and participle: *verhaftet*, *blockiert*; not *liefert*, *geliefert*."""
    lemma = words.lemma[verb].lower()
    return lemma.startswith(tuple(VERBS["inseparable"])) or lemma.endswith("ieren")


def _opens_list(words: Words, verb: int) -> bool:
    """Tell the first of participles that share an auxiliary behind them: *verprügelt, | beraubt und getötet werden*."""
    last = words.sentences[words.sentence[verb]][1]
    if words.form[verb + 1 : verb + 2] != [","] or words.pos[verb + 2 : verb + 3] != ["VVPP"]:
        return False
    return next((words.lemma[i] for i in range(verb + 2, last) if words.pos[i][:2] == "VA"), "") == "werden"


def is_passive(words: Words, clause: Clause, places: list[int], verb: int) -> bool:
    """Tell whether a verb's form is passive: participle with *werden*, or with *sein* where it does not make a past.

    The auxiliary is one of `places` or stands elsewhere in the sentence; a participle without one (in a headline) is
    passive.
    """
    if not is_participle(words, clause, verb):
        return _is_to_be_done(words, places, verb)
    auxiliaries = [i for i in places if words.pos[i][:2] in ("VA", "VM")] or _far_auxiliary(words, clause, verb)
    others = {words.lemma[i] for i in auxiliaries}
    if any(words.low[i] == "sich" and words.pos[i - 1] not in GOVERNING for i in places):
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
    if words.form[verb - 1] == "," and words.low[verb + 1 : verb + 2] and words.low[verb + 1] in AGENT:
        return []  # die Partei, | unterstützt von Bauern
    if words.form[clause.last - 1] == "," and words.pos[verb + 1 : verb + 2] == ["$,"]:
        after = [i for i in range(verb, last) if words.pos[i] == "VAFIN"][:1]
        if after:
            return after
    return [i for i in range(first, verb) if words.pos[i] == "VAFIN"][-1:]
