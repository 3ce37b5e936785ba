"""Addressees: whom the speaker speaks to, in the words that introduce a quotation."""

from analysis.codebook.wordlists import read_classes
from analysis.language.clauses import Clause, Syntax
from analysis.language.noun_phrases import find_noun_phrase
from analysis.quoting.quote_candidates import Finding

__all__ = ["find_addressee"]

GRAMMAR = read_classes("grammar")
TO_DATIVE, TO_ACCUSATIVE, TO_AN = (GRAMMAR[f"to_{case}"] for case in ("dative", "accusative", "an"))
DATIVE, ACCUSATIVE = GRAMMAR["dative"], GRAMMAR["accusative"]
OPENING = frozenset("ART PPOSAT PPER NE NN PIAT PIS".split())
NOUNS = frozenset(("NE", "NN"))
INSIDE = frozenset("ART PPOSAT PDAT PIAT ADJA CARD TRUNC NE NN APPR APPRART KON $(".split())  # before a phrase's noun


def find_addressee(syntax: Syntax, finding: Finding) -> list[int]:
    """Find whom a quotation is said to, as token numbers; empty if its frame does not say.

    *teilte **dem Sender** mit* · *sagte gegenüber **der Presse*** · *forderte **die Regierung** auf* · *appellierte
    an **alle***; in the passive the subject: ***Die Männer** werden beschuldigt, …*
    """
    if not finding.frame or not finding.cue:
        return []
    words = syntax.words
    frame, speaker = set(finding.frame), set(finding.speaker)
    clause = syntax.clauses[syntax.clause[finding.cue[0]]]
    verbs = {syntax.verb[i] for i in finding.cue}
    for i in range(clause.first, clause.last):
        if i not in frame or i in speaker or not _opens_addressee(syntax, clause, i, verbs):
            continue
        first = i + 1 if words.pos[i] == "APPR" else i
        found = [j for j in range(first, find_noun_phrase(words, first, clause.last)) if j in frame]
        if found and speaker.isdisjoint(found):
            return found
    return []


def _opens_addressee(syntax: Syntax, clause: Clause, i: int, verbs: set[str]) -> bool:
    """Tell whether an addressee begins at a token."""
    words = syntax.words
    if words.pos[i] == "APPR":
        return words.low[i] == "gegenüber" or (words.low[i] == "an" and not verbs.isdisjoint(TO_AN))
    if words.pos[i] not in OPENING or (i > clause.first and words.pos[i - 1] in ("APPR", "APPRART")):
        return False
    is_bare = words.pos[i] in NOUNS and (i == clause.first or words.pos[i - 1] not in INSIDE)  # forderte Huber auf
    if not verbs.isdisjoint(TO_ACCUSATIVE):
        is_passive = any(words.lemma[j] == "werden" for j in clause.finite)
        return is_passive or is_bare or words.low[i] in ACCUSATIVE
    return (is_bare or words.low[i] in DATIVE) and not verbs.isdisjoint(TO_DATIVE)
