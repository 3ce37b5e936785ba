"""Phrases of a clause: which of its noun phrases can be subject or object, with the cases that their forms allow."""

from dataclasses import dataclass

from analysis.codebook.wordlists import read_classes
from analysis.language.clauses import Syntax
from analysis.language.long_phrases import phrase_end
from analysis.language.nouns import kind_of
from analysis.language.phrase_forms import (
    DETERMINERS,
    GRAMMAR,
    PREPOSITIONS,
    PRONOUN_CASES,
    cases_of,
    is_year,
    number_of,
)  # fmt: skip
from analysis.language.words import Words

__all__ = ["TIMES", "WEEKDAYS", "Phrase", "find_phrases"]

STARTS = frozenset("NN NE FM ADJA CARD PPER PDS PIS PRELS PWS".split())
MARKS = frozenset("„ “ ” \" » « ' ‚ ‘ – -".split())
LEXICON = read_classes("acting_verbs")
TIMES, BOUNDS, RELATIVES = LEXICON["time"], LEXICON["bound"], GRAMMAR["relative"]
WEEKDAYS = LEXICON["weekday"]


@dataclass(frozen=True)
class Phrase:
    """A noun phrase or pronoun: tokens `first` to `stop`, and the cases (n, a, o) that its form allows."""

    first: int
    stop: int
    cases: str
    is_plural: bool | None = None


def _cut_at_agent(words: Words, first: int, stop: int) -> int:
    """End a phrase before *von*: in a passive it may name who acts."""
    nouns = [i for i in range(first, stop) if words.pos[i] in ("NN", "NE", "FM", "PIS")]
    begin = nouns[0] if nouns else stop
    return next((i for i in range(begin + 1, stop) if words.low[i] in GRAMMAR["agent"]), stop)


def _cut_at_bare_noun(words: Words, first: int, stop: int) -> int:
    """End *die Polizei* | *Tränengas*, *Händler* | *Kunden*: one common noun is enough, unless a name follows."""
    is_bare = words.pos[first] == "NN" and words.low[first] not in GRAMMAR["quantity"]
    if words.low[first] not in ("die", "der", "das") and not is_bare:
        return stop
    for k in range(first if is_bare else first + 1, stop - 1):
        if words.pos[k] == words.pos[k + 1] == "NN" and words.form[k][0].isupper():
            return stop if k + 2 < len(words) and words.pos[k + 2] == "NE" else k + 1
    return stop


def find_phrases(syntax: Syntax, first: int, last: int, *, is_relative: bool = False) -> list[Phrase]:
    """List the phrases between two tokens that neither a preposition nor *wie* and *als* governs and that are no time.

    In a relative clause (`is_relative`) the pronoun that opens it is one, also where it is tagged as an article.
    """
    words = syntax.words
    i, found = _open_clause(words, first, last, is_relative=is_relative)
    while i < last:
        if _governs(words, i, first, last) and not _skip_bound(words, i, last):
            i = _skip_governed(syntax, i + 1, last)
            continue
        begin = _skip_bound(words, i, last) or i
        end = _end_of_phrase(words, begin, last)
        if end > begin and _is_role(words, begin, end, last):
            end = _join_second(words, end, last)
            own = begin + _is_possessor(words, begin)
            found.append(Phrase(begin, end, cases_of(words, own, end), number_of(words, own, end)))
        i = max(end, begin + 1)
    return found


def _opens_infinitive(words: Words, i: int, first: int, last: int) -> bool:
    """Tell *um* and *ohne* before an infinitive with *zu*, also where they are tagged as prepositions."""
    if words.low[i] not in GRAMMAR["infinitive"] or i > first + 1 or (i > first and words.pos[first] != "KON"):
        return False
    return any(tag in ("PTKZU", "VVIZU") for tag in words.pos[i:last])


def _governs(words: Words, i: int, first: int, last: int) -> bool:
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
    return words.pos[i] in PREPOSITIONS | {"KOKOM"} and not (words.low[i] == "als" and i == first)


def _skip_governed(syntax: Syntax, i: int, last: int) -> int:
    """Return the end of the phrase that a preposition governs: *mit | rund 300 Soldaten*."""
    words = syntax.words
    if i < last and words.low[i] in GRAMMAR["place_adverb"]:
        return i + 1 + (words.low[i + 1 : i + 2] == ["aus"])  # von dort aus | Soldaten
    begin = _open_governed(words, i, last)
    if begin < last and (is_year(words, begin) or "_".join(words.low[i - 1 : i + 1]) in GRAMMAR["adverb"]):
        return begin + 1  # ab 2017 | Strom liefern; vor allem | Jüngere
    end = _end_of_source(syntax, begin, phrase_end(words, begin, last))
    if begin < last and words.pos[begin] == "NE" and words.low[begin].endswith("s"):
        if end == begin + 1 < last and words.pos[end] == "NN":
            end = phrase_end(words, end, last)  # in Österreichs | Lagern
    end = _cut_governed(words, begin, end)
    return _join_governed(words, max(_cut_at_agent(words, begin, end), i), last) if end > begin else i


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


def _open_governed(words: Words, i: int, last: int) -> int:
    """Return the first word of a governed phrase behind bounds, *nicht* and *dessen*."""
    begin = _skip_bound(words, i, last) or i
    if "_".join(words.low[i - 1 : i + 1]) in GRAMMAR["adverb"]:
        return i
    if begin < last and words.low[begin] in GRAMMAR["owner"]:
        begin += 1
    while begin < min(i + 3, last - 1) and words.pos[begin] in ("PTKNEG", "ADV"):
        begin += 1  # als | nicht | gewählter Vorsitzender
    return begin


def _cut_governed(words: Words, begin: int, end: int) -> int:
    """End what a preposition governs at its noun: *für einzelne Familien | Wohnungen*, *am Montag | Karl Huber*."""
    for k in range(begin, end - 1):
        is_time = words.lemma[k].lower() in TIMES and words.pos[k + 1] in ("NN", "NE")
        is_time = is_time or words.low[k] in WEEKDAYS  # auf Sonntag | der Bruder
        two_nouns = words.pos[k] == words.pos[k + 1] == "NN" and words.pos[end : end + 1] != ["NE"]
        if is_time or two_nouns:
            return k + 1
    return end


def _join_second(words: Words, end: int, last: int) -> int:
    """Join *Huber | oder seine Partei*, *sowohl Huber | als auch Maier*."""
    if words.low[end : end + 2] in (["als", "auch"], ["wie", "auch"]):
        return max(end, _end_of_phrase(words, end + 2, last) if end + 2 < last else end)
    if end + 1 < last and words.low[end] in GRAMMAR["join"] and words.pos[end] in ("KON", "ADV"):
        longer = _end_of_phrase(words, end + 1, last)
        return longer if longer > end + 1 and words.pos[end + 1] not in ("PPER", "PDS", "PRELS", "PWS") else end
    return end


def _open_clause(words: Words, first: int, last: int, *, is_relative: bool) -> tuple[int, list[Phrase]]:
    """Pass over marks and a relative pronoun that opens the clause, also one that is tagged as an article."""
    i = first
    while i < last and words.form[i] in MARKS:
        i += 1
    if i < last and is_relative and words.low[i] in RELATIVES and words.form[i - 1 : i] == [","]:
        is_plural = False if words.low[i] == "das" else None
        return i + 1, [Phrase(i, i + 1, PRONOUN_CASES[words.low[i]], is_plural)]
    return i, []


def _is_possessor(words: Words, i: int) -> bool:
    """Tell *dessen* before a noun: *dessen Bruder*."""
    return words.low[i] in GRAMMAR["owner"] and words.pos[i + 1 : i + 2] in (["NN"], ["ADJA"])


def _is_noun_of_person(words: Words, i: int) -> bool:
    """Tell *Beamter*, *27-Jähriger* that are tagged as adverbs."""
    form = words.form[i]
    return words.pos[i] == "ADJD" and form.endswith("er") and ("-Jährig" in form or kind_of(form) == "person")


def _end_of_phrase(words: Words, i: int, last: int) -> int:
    """Return the end of the phrase that begins at `i`; `i` itself if none does."""
    pos = words.pos[i]
    if _is_possessor(words, i) and i + 1 < last and words.low[i - 1] not in GRAMMAR["join"]:
        return phrase_end(words, i + 1, last)  # dessen Bruder
    if _is_noun_of_person(words, i):
        return i + 1
    if (pos not in DETERMINERS and pos not in STARTS) or is_year(words, i):
        return i
    if pos == "PDS" and words.low[i][-1] in "er" and words.pos[i + 1 : i + 2] == ["NN"]:
        return phrase_end(words, i + 1, last)  # jene | Stoffe
    is_pronoun = pos in ("PPER", "PDS", "PRELS", "PWS")
    end = i + 1 if is_pronoun else _lengthen_pronoun(words, i, phrase_end(words, i, last), last)
    return _cut_at_bare_noun(words, i, _cut_at_agent(words, i, end))


def _lengthen_pronoun(words: Words, i: int, end: int, last: int) -> int:
    """Return the end of *jeder*, which is tagged as an article, of *sieben weitere*, *einer der Männer*."""
    pos = words.pos[i]
    if end == i and pos in ("PIAT", "PIDAT") and words.low[i] in GRAMMAR["alone"]:
        return i + 1  # kann jeder | gut verteidigen
    if pos == "CARD" and end == i + 1 < last and words.pos[end] == "PIS":
        return end + 1
    if pos == "PIS" and end < last and words.low[end] in ("der", "des"):
        return max(end, phrase_end(words, end, last))
    return end


def _is_role(words: Words, first: int, end: int, last: int) -> bool:
    """Tell what can be subject or object from *Angaben zufolge*, a number alone and a time."""
    if _is_governed_behind(words, end, last) or _is_lone_number(words, first, end):
        return False
    if _is_edge_or_bit(words, first, end) or _is_second_of_score(words, first):
        return False
    return end - first > 4 or not _is_short_time(words, first, end)


def _is_governed_behind(words: Words, end: int, last: int) -> bool:
    """Tell a phrase that the word behind it governs: *Angaben | zufolge*."""
    return end < last and (words.pos[end] == "APPO" or words.low[end] == "zufolge")


def _is_lone_number(words: Words, first: int, end: int) -> bool:
    """Tell a number in digits that stands alone."""
    return words.pos[first] == "CARD" and end == first + 1 and not words.form[first].isalpha()


def _is_edge_or_bit(words: Words, first: int, end: int) -> bool:
    """Tell *Anfang* and *Ende*, which open a time, and *ein bisschen*, at the end of a phrase or right behind it."""
    is_edge = words.low[first] in GRAMMAR["edge"] and words.pos[first] == "NN"
    return is_edge or not LEXICON["a_bit"].isdisjoint(words.low[end - 1 : end + 1])


def _is_second_of_score(words: Words, first: int) -> bool:
    """Tell the second number of a result: *gewann 2: | 1*."""
    is_behind = words.pos[first - 2 : first] == ["CARD", "$."] and words.form[first - 1] == ":"
    return is_behind and words.pos[first] == "CARD"


def _is_short_time(words: Words, first: int, end: int) -> bool:
    """Tell a phrase with a noun of time or measure from what it measures: *20 Kilometer Zaun*."""
    times = [k for k in range(first, end) if words.lemma[k].lower() in TIMES]
    measures = bool(times) and words.pos[times[0] - 1] == "CARD" and words.pos[times[0] + 1 : end] == ["NN"]
    return bool(times) and not measures


def _end_of_source(syntax: Syntax, first: int, end: int) -> int:
    """End *laut Behördenangaben* | *Ex-Premier Huber* after the noun that reports, unless a genitive follows."""
    words = syntax.words
    for k in range(first, end - 1):
        if syntax.sign[k][:1] == "n" and words.pos[k + 1] in ("NN", "NE"):
            return k + 1
    return end


def _skip_bound(words: Words, i: int, last: int) -> int:
    """Return the numeral after *mehr als*, *rund*, *bis zu*; 0 if none follows."""
    if words.low[i] == "zwischen" and words.pos[i + 1 : i + 4] == ["CARD", "KON", "CARD"]:
        return i + 3  # zwischen 50 und 100 Menschen
    reach = range(i + 1, min(i + 4, last))
    number = next((k for k in reach if words.pos[k] == "CARD"), 0)
    if words.low[i] == "über" and words.pos[i - 1] == "NN" and words.low[number + 1] in GRAMMAR["unit"]:
        return 0  # Zahlungen | über 500 Euro
    return number if number and all(words.low[k] in BOUNDS for k in range(i, number)) else 0
