"""Governed phrases: who speaks behind a preposition: *von der Polizei*, *in dem Bericht* heißt es."""

from collections.abc import Iterable

from analysis.codebook.wordlists import read_classes
from analysis.language.clauses import Clause, Syntax
from analysis.language.noun_phrases import DETERMINERS, find_noun_phrase
from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = ["SPEAKING", "Phrase", "find_origin", "find_speaking_agent"]

GRAMMAR = read_classes("grammar")
SPEAKING = frozenset({"person", "organisation", "document"})
Phrase = tuple[int, int]  # first token, token after the last


def find_origin(syntax: Syntax, clause: Clause) -> Phrase | None:
    """Find *in dem Bericht* beside *heißt es*, *aus der Studie* beside *geht hervor*: what the preposition governs."""
    words, first = syntax.words, syntax.sentences[clause.sentence].first
    if not any(syntax.verb[i] in GRAMMAR["sourced"] for i in clause.finite):
        return None
    own = range(clause.first, clause.last - 1)
    places = [*own, *range(first, clause.first)]
    return _find_governed(words, own, "whence") or _find_governed(words, places, "origin")


def find_speaking_agent(words: Words, clause: Clause) -> Phrase | None:
    """Find *von der Polizei* in a passive clause."""
    return _find_governed(words, range(clause.first, clause.last - 1), "agent")


def _is_one_who_speaks(words: Words, first: int, last: int) -> bool:
    """Tell a name or a noun for somebody from *die Weitergabe | von Geheimnissen*, an attribute of the noun before."""
    head = next((k for k in range(first, last) if words.pos[k] in ("NN", "NE", "FM", "XY")), -1)
    is_led = words.pos[first] in DETERMINERS  # von den Veranstaltern: a noun that no list has
    return head < 0 or words.pos[head] != "NN" or is_led or kind_of(words.form[head]) in SPEAKING


def _may_hold_speech(words: Words, first: int, last: int) -> bool:
    """Tell a text, a body or a place that it is said in from *das Blatt | im Besitz des Mannes*, an attribute."""
    head = next((k for k in range(first, last) if words.pos[k] in ("NN", "NE", "FM", "XY")), -1)
    return head < 0 or words.pos[head] != "NN" or kind_of(words.form[head]) not in ("", "nothing")


def _find_governed(words: Words, places: Iterable[int], prepositions: str) -> Phrase | None:
    """Find the first phrase that one of some prepositions governs."""
    for i in places:
        is_preposition = words.pos[i] in ("APPR", "APPRART") or words.low[i] in GRAMMAR["sides"]
        if words.low[i] in GRAMMAR[prepositions] and is_preposition:
            last = words.sentences[words.sentence[i]][1]
            end = find_noun_phrase(words, i + 1, last)
            is_part = prepositions == "agent" and words.pos[i - 1] == "NN" and not _is_one_who_speaks(words, i + 1, end)
            is_part = is_part or (
                prepositions == "origin" and words.pos[i - 1] == "NN" and not _may_hold_speech(words, i + 1, end)
            )
            if end > i + 1 and words.lemma[end - 1] not in GRAMMAR["time"] and not is_part:
                return i + 1, end
    return None
