"""Passives: the phrase that names who acts."""

from analysis.framing.clause_subjects import ACTING
from analysis.framing.constituents import TIMES, WEEKDAYS
from analysis.language.long_phrases import phrase_end
from analysis.language.nouns import kind_of
from analysis.language.phrase_forms import DETERMINERS, GRAMMAR, PREPOSITIONS
from analysis.language.words import Words

__all__ = ["find_agent_phrase"]

PLACES = tuple(GRAMMAR["place"])


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
            if (
                end > i + 1
                and _may_act(words, i, end)
                and not _is_attribute_phrase(words, i, end, first, verb, is_state)
            ):
                found.append((i + 1, end))
        if found:  # von zwölf Staaten | auf der Konferenz von Genf: the first hangs on no noun
            return next((span for span in found if not _is_governed(words, span[0] - 1, first)), found[0])
    return None


def _may_act(words: Words, i: int, end: int) -> bool:
    """Tell an agent from a time, a place and a sum."""
    is_place = i > 0 and words.low[i - 1] in GRAMMAR["side"] | {"wie"}  # südlich von Bonn; wie von der Partei gewünscht
    if is_place or (words.low[end : end + 1] == ["aus"] and words.pos[end + 1][:1] in "V$"):  # vom Boden aus
        return False
    if any(words.lemma[k].lower() in TIMES | GRAMMAR["unit"] for k in range(i + 1, end)):
        return False
    return not all(words.pos[k] in ("CARD", "ART") for k in range(i + 1, end))


def _is_attribute_phrase(words: Words, i: int, end: int, first: int, verb: int, is_state: bool) -> bool:
    """Tell an attribute from an agent: *der Verkauf von Waffen* in Kiew; *von Soldaten* getötet."""
    if words.low[i] == "von" and words.pos[i - 1] in ("PIS", "CARD", "ART") and words.pos[i + 1] == "PPER":
        return True  # eine von ihnen
    if i == first or verb < i or words.low[i - 1] in WEEKDAYS:
        return False
    if words.pos[i - 1] != "NN":  # vor Karim Huber | vom FC Neustadt
        return words.low[i] == "vom" and words.pos[i - 3 : i] == ["APPR", "NE", "NE"]
    is_governed, is_name = _is_governed(words, i, first), words.pos[i + 1] == "NE"
    if is_governed and words.pos[i + 1] == "NN" and words.low[i - 1].endswith("ung"):
        return kind_of(words.form[i + 1]) not in ACTING  # zur Lösung | von Konflikten
    is_bare = words.pos[i] == "APPR" and words.pos[i + 1] not in DETERMINERS | {"NE"}
    if not words.pos[end : end + 1] or not words.pos[end].startswith("V"):
        return is_bare or is_governed
    is_place = is_governed and is_name and words.low[i - 1].endswith(PLACES)
    return is_place or (is_bare and is_state and not is_governed)  # am Flughafen | von Neustadt


def _is_governed(words: Words, i: int, first: int) -> bool:
    """Tell whether the noun before `i` follows a preposition: *seit dem Antritt | von Huber*."""
    noun = i - 1
    while noun > first and words.pos[noun - 1] in DETERMINERS | {"ADJA", "CARD"}:
        noun -= 1
    return noun > first and words.pos[noun - 1] in PREPOSITIONS
