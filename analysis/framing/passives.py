"""Passives: the phrase that names who acts."""

from analysis.framing.clause_subjects import ACTING
from analysis.framing.prepositions import TIMES, WEEKDAYS
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
    if is_place or words.low[end : end + 1] == ["bis"] or _is_starting_point(words, end):  # von Mai bis Juni
        return False
    if any(words.lemma[k].lower() in TIMES | GRAMMAR["unit"] for k in range(i + 1, end)):
        return False
    return not all(words.pos[k] in ("CARD", "ART") for k in range(i + 1, end))


def _is_starting_point(words: Words, end: int) -> bool:
    """Tell *vom Boden | aus* from *von Bonn | aus Gründen, …*: no phrase follows."""
    if words.low[end : end + 1] != ["aus"]:
        return False
    after = "".join(words.pos[end + 1 : end + 2])
    return after[:1] in "V$" or (after in ("ADJD", "ADV") and words.pos[end + 2 : end + 3] != ["ADJA"])


def _is_attribute_phrase(words: Words, i: int, end: int, first: int, verb: int, is_state: bool) -> bool:
    """Tell an attribute from an agent: *der Verkauf von Waffen* in Kiew; *von Soldaten* getötet."""
    if _picks_from_group(words, i):
        return True
    if i == first or verb < i or words.low[i - 1] in WEEKDAYS or not words.form[i - 1][0].isupper():
        return False
    if words.pos[i - 1] not in ("NN", "VVINF"):
        return _tells_home_of_name(words, i)
    is_governed = _is_governed(words, i, first)
    if (is_sure := _tells_by_noun(words, i, is_governed=is_governed)) is not None:
        return is_sure
    is_bare = words.pos[i] == "APPR" and words.pos[i + 1] not in DETERMINERS | {"NE"}
    if not _has_verb_at(words, end):
        return is_bare or is_governed
    is_person = kind_of(words.form[i - 1]) == "person" and words.pos[i + 1] == "NE"  # zu den Tätern | von Neustadt
    return _tells_name_of_place(words, i) or is_person if is_governed else is_bare and is_state


def _tells_by_noun(words: Words, i: int, *, is_governed: bool) -> bool | None:
    """Tell whether the noun before *von* takes it: *die Leichen*, *die Lösung* do, *seine Form* does not; else None."""
    if words.lemma[i - 1].lower() in GRAMMAR["belonging"]:
        return True  # die Leichen | von 30 Menschen
    is_plain = words.pos[i] == "APPR" and words.pos[i + 1 : i + 3] != ["NN", "NE"]
    if (is_governed or is_plain) and _follows_deed(words, i):
        return kind_of(words.form[i + 1]) not in ACTING  # zur Lösung | von Konflikten
    return False if _is_owned(words, i) else None


def _picks_from_group(words: Words, i: int) -> bool:
    """Tell *eine | von ihnen*."""
    return words.low[i] == "von" and words.pos[i - 1] in ("PIS", "CARD", "ART") and words.pos[i + 1] == "PPER"


def _tells_home_of_name(words: Words, i: int) -> bool:
    """Tell *vor Karim Huber | vom FC Neustadt*."""
    return words.low[i] == "vom" and words.pos[i - 3 : i] == ["APPR", "NE", "NE"]


def _follows_deed(words: Words, i: int) -> bool:
    """Tell a noun behind one that names a deed: *Lösung | von Konflikten*."""
    return words.pos[i + 1] == "NN" and words.low[i - 1].endswith("ung")


def _is_owned(words: Words, i: int) -> bool:
    """Tell a noun with a possessive, which takes no *von*: *seine neue Form*."""
    noun = i - 1
    while noun > 0 and words.pos[noun] in ("NN", "ADJA"):
        noun -= 1
    return words.pos[noun] == "PPOSAT"


def _has_verb_at(words: Words, i: int) -> bool:
    """Tell whether there is a verb at `i`, which may be behind the last word."""
    return bool(words.pos[i : i + 1]) and words.pos[i].startswith("V")


def _tells_name_of_place(words: Words, i: int) -> bool:
    """Tell a name behind a place: *Flughafen | von Neustadt*."""
    return words.pos[i + 1] == "NE" and words.low[i - 1].endswith(PLACES)


def _is_governed(words: Words, i: int, first: int) -> bool:
    """Tell whether the noun before `i` follows a preposition: *seit dem Antritt | von Huber*."""
    noun = i - 1
    while noun > first and words.pos[noun - 1] in DETERMINERS | {"ADJA", "CARD"}:
        noun -= 1
    return noun > first and words.pos[noun - 1] in PREPOSITIONS
