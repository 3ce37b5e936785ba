"""Prepositions: what they govern, which is neither subject nor object, and how far it reaches."""

from analysis.codebook.wordlists import read_classes
from analysis.language.clauses import Syntax
from analysis.language.long_phrases import cut_at_agent, phrase_end
from analysis.language.phrase_forms import DETERMINERS, GRAMMAR, PREPOSITIONS, cases_of, is_year
from analysis.language.words import Words

__all__ = ["TIMES", "WEEKDAYS", "governs", "skip_bound", "skip_governed"]

LEXICON = read_classes("acting_verbs")
TIMES, WEEKDAYS, BOUNDS = LEXICON["time"], LEXICON["weekday"], LEXICON["bound"]


def _opens_infinitive(words: Words, i: int, first: int, last: int) -> bool:
    """Tell *um* and *ohne* before an infinitive with *zu*, also where they are tagged as prepositions."""
    if words.low[i] not in GRAMMAR["infinitive"] or i > first + 1 or (i > first and words.pos[first] != "KON"):
        return False
    return any(tag in ("PTKZU", "VVIZU") for tag in words.pos[i:last])


def governs(words: Words, i: int, first: int, last: int) -> bool:
    """Tell a preposition, and *wie* or *als* that compare, from an *als* that opens a clause."""
    if _opens_infinitive(words, i, first, last):
        return False
    if words.low[i] == "wie" and i > first and words.form[i - 1] != ",":
        return True
    if (
        words.low[i] == "an"
        and words.lemma[i - 1].lower() in TIMES
        and not {"vom", "von"}.isdisjoint(words.low[i - 4 : i])
    ):
        return False  # vom 3. Mai an
    if words.low[i] == "nach" and words.lemma[i - 1].lower() in LEXICON["postposed"]:
        return False  # aller Voraussicht nach | eine Hürde
    if words.low[i] in GRAMMAR["governing"] and words.pos[i] != "VVFIN":
        return True
    return words.pos[i] in PREPOSITIONS | {"KOKOM"} and not (words.low[i] in ("als", "wie") and i == first)


def skip_governed(syntax: Syntax, i: int, last: int) -> int:
    """Return the end of the phrase that a preposition governs: *mit | rund 300 Soldaten*."""
    words = syntax.words
    if i < last and words.low[i] in GRAMMAR["place_adverb"]:
        return i + 1 + (words.low[i + 1 : i + 2] == ["aus"])  # von dort aus | Soldaten
    if _is_relative_behind(words, i):
        return i + 1
    begin = _open_governed(words, i, last)
    if begin < last and (is_year(words, begin) or "_".join(words.low[i - 1 : i + 1]) in GRAMMAR["adverb"]):
        return begin + 1  # ab 2017 | Strom liefern; vor allem | Jüngere
    end = _end_of_source(syntax, begin, phrase_end(words, begin, last))
    if begin < last and words.pos[begin] == "NE" and words.low[begin].endswith("s"):
        if end == begin + 1 < last and words.pos[end] == "NN":
            end = phrase_end(words, end, last)  # in Österreichs | Lagern
    end = _cut_governed(words, begin, end)
    return _join_governed(words, max(cut_at_agent(words, begin, end), i), last) if end > begin else i


def _open_governed(words: Words, i: int, last: int) -> int:
    """Return the first word of a governed phrase behind bounds, *nicht* and *dessen*."""
    begin = skip_bound(words, i, last) or i
    if "_".join(words.low[i - 1 : i + 1]) in GRAMMAR["adverb"]:
        return i
    if begin < last and words.low[begin] in GRAMMAR["owner"]:
        begin += 1
    while begin < min(i + 3, last - 1) and words.pos[begin] in ("PTKNEG", "ADV"):
        begin += 1  # als | nicht | gewählter Vorsitzender
    return begin


def _is_relative_behind(words: Words, i: int) -> bool:
    """Tell *…, in der | mildernde Umstände gelten*: what follows the pronoun does not agree with it."""
    if words.low[i : i + 1] == [] or words.low[i] not in ("der", "dem", "den") or words.form[i - 2 : i - 1] != [","]:
        return False
    return words.pos[i + 1 : i + 2] == ["ADJA"] and not words.low[i + 1].endswith("en")


def _join_governed(words: Words, end: int, last: int) -> int:
    """Join what is governed too: *mit Autos | oder Waffen*, *wegen ihres Alters | beziehungsweise ihrer Herkunft*."""
    at = end + 1
    if words.low[end : end + 1] == ["bis"] and words.pos[end - 1] == "CARD" and words.pos[at : at + 1] == ["CARD"]:
        return phrase_end(words, at, last)  # mit 30 | bis 60 Leuten
    if at >= last or words.low[end] not in GRAMMAR["join"] or words.pos[end] not in ("KON", "ADV"):
        return end
    if words.pos[at] in ("NN", "ADJA", "TRUNC"):
        noun = next((k for k in range(at, last) if words.pos[k] in ("NN", "NE")), last)
        longer = min(phrase_end(words, at, last), noun + 1)
    else:
        longer = phrase_end(words, at, last) if words.pos[at] in DETERMINERS else at
    is_other = words.pos[at] in DETERMINERS and cases_of(words, at, longer) != "o"
    return longer if longer > at and not is_other else end


def _cut_governed(words: Words, begin: int, end: int) -> int:
    """End what a preposition governs at its noun: *für einzelne Familien | Wohnungen*, *am Montag | Karl Huber*."""
    for k in range(begin, end - 1):
        is_time = words.lemma[k].lower() in TIMES and words.pos[k + 1] in ("NN", "NE")
        is_inside = not PREPOSITIONS.isdisjoint(words.pos[begin:k])  # in einem am Sonntag gegebenen Interview
        is_time = is_time or (words.low[k] in WEEKDAYS and not is_inside)  # auf Sonntag | der Bruder
        two_nouns = words.pos[k] == words.pos[k + 1] == "NN" and words.pos[end : end + 1] != ["NE"]
        two_nouns = two_nouns and words.low[k + 1] not in GRAMMAR["unit"]  # von 200 Milliarden Euro
        if is_time or two_nouns:
            return k + 1
    return end


def _end_of_source(syntax: Syntax, first: int, end: int) -> int:
    """End *laut Behördenangaben* | *Ex-Premier Huber* after the noun that reports, unless a genitive follows."""
    words = syntax.words
    for k in range(first, end - 1):
        if syntax.sign[k][:1] == "n" and words.pos[k + 1] in ("NN", "NE"):
            return k + 1
    return end


def skip_bound(words: Words, i: int, last: int) -> int:
    """Return the numeral after *mehr als*, *rund*, *bis zu*; 0 if none follows."""
    if i == len(words):
        return 0
    if words.low[i] == "zwischen" and words.pos[i + 1 : i + 4] == ["CARD", "KON", "CARD"]:
        return i + 3  # zwischen 50 und 100 Menschen
    reach = range(i + 1, min(i + 4, last))
    number = next((k for k in reach if words.pos[k] == "CARD"), 0)
    if words.low[i] == "als":
        return 0  # Schäden für mehr | als 2 Euro
    if (
        words.low[i] == "über"
        and words.pos[i - 1] == "NN"
        and not GRAMMAR["unit"].isdisjoint(words.low[number + 1 : number + 2])
    ):
        return 0  # Zahlungen | über 500 Euro
    return number if number and all(words.low[k] in BOUNDS for k in range(i, number)) else 0
