"""Phrases of a clause: noun phrases with the cases that their forms allow, and what relative pronouns stand for."""

from dataclasses import dataclass

from analysis.codebook.wordlists import read_classes
from analysis.language.clauses import Clause, Syntax
from analysis.language.noun_phrases import find_noun_phrase
from analysis.language.words import Words

__all__ = ["DETERMINERS", "PREPOSITIONS", "TIMES", "Phrase", "antecedent", "find_phrases", "phrase_end"]

STARTS = frozenset("NN NE FM ADJA CARD PPER PDS PIS PRELS PWS".split())
NO_WORDS = frozenset(', „ “ ” " » «'.split())
RELATIVES = frozenset("der die das den dem deren".split())
MARKS = frozenset("„ “ ” \" » « ' ‚ ‘ – -".split())
DETERMINERS = frozenset("ART PPOSAT PDAT PIAT PIDAT PWAT".split())
PREPOSITIONS = frozenset("APPR APPRART".split())
BETWEEN = PREPOSITIONS | {"VVPP", "VVINF", "PTKVZ"}  # what may stand between a noun and its relative pronoun
AGENT_PREPOSITIONS = frozenset("von vom durch seitens".split())
# Which cases a form can show: n nominative, a accusative, o other.
DETERMINER_CASES = {"der": "no", "die": "na", "das": "na", "den": "ao", "dem": "o", "des": "o", "ein": "na",
                    "eine": "na", "einen": "a", "einem": "o", "einer": "o", "eines": "o"}  # fmt: skip
PRONOUN_CASES = {"ich": "n", "du": "n", "er": "n", "wir": "n", "sie": "na", "es": "na", "man": "n", "ihn": "a",
                 "mich": "a", "dich": "a", "uns": "a", "ihm": "o", "ihnen": "o", "ihr": "o", "mir": "o", "der": "n",
                 "die": "na", "das": "na", "den": "a", "dem": "o", "deren": "", "dessen": "", "wer": "n", "wen": "a",
                 "niemand": "n", "jemand": "n", "einige": "na", "viele": "na", "alle": "na", "andere": "na",
                 "mehrere": "na", "dies": "na", "dieser": "n", "diese": "na", "diesen": "a"}  # fmt: skip
LEXICON = read_classes("acting_verbs")
TIMES, BOUNDS = LEXICON["time"], LEXICON["bound"]
SINGULARS = frozenset("er es man wer niemand jemand das ein eine jeder ich".split())
PLURALS = frozenset("wir viele einige mehrere alle beide tausende hunderte dutzende".split())
DATIVE_PLURALS = frozenset("einigen vielen allen mehreren beiden".split())


@dataclass(frozen=True)
class Phrase:
    """A noun phrase or pronoun: tokens `first` to `stop`, and the cases (n, a, o) that its form allows."""

    first: int
    stop: int
    cases: str
    is_plural: bool | None = None


def _cases(words: Words, first: int, stop: int) -> str:
    """Name the cases that the first word of a phrase allows; without article or pronoun: nominative or accusative."""
    low, pos = words.low[first], words.pos[first]
    if pos in ("PPER", "PRELS", "PDS", "PIS", "PWS"):
        return PRONOUN_CASES.get(low, "na")
    if pos in DETERMINERS:
        return _determiner_cases(words, first, stop)
    if pos == "ADJA" and low.endswith(("em", "er")) and stop - first > 1:
        return "n" if low.endswith("er") else "o"
    return "na"


def _determiner_cases(words: Words, first: int, stop: int) -> str:
    """Name the cases of a phrase with an article: *der* before a weak plural is a genitive."""
    low = words.low[first]
    if low in DETERMINER_CASES:
        if low != "der" or stop - first < 2 or not words.low[stop - 1].endswith(("en", "er", "e")):
            return DETERMINER_CASES[low]
        weak = any(words.pos[i] == "ADJA" and words.low[i].endswith("en") for i in range(first, stop))
        return "o" if weak else DETERMINER_CASES[low]
    if low.endswith("em"):
        return "o"
    if low.endswith("en"):
        return "o" if low in DATIVE_PLURALS else "ao"
    return "o" if low.endswith("es") and low not in ("dieses", "jedes", "alles") else "na"


def _number(words: Words, first: int, stop: int) -> bool | None:
    """Tell a plural subject from a singular one where the form shows it."""
    low, pos = words.low[first], words.pos[first]
    if any(words.low[i] in ("und", "sowie") for i in range(first, stop)) or low in PLURALS:
        return True
    if pos == "CARD":
        return low not in ("ein", "eins", "1")
    if low in SINGULARS or (low == "der" and pos == "ART"):
        return False
    return _noun_number(words, first, stop)


def _noun_number(words: Words, first: int, stop: int) -> bool | None:
    """Tell the number by the noun: after *die* a form unlike its lemma is a plural; a bare name is a singular."""
    nouns = [i for i in range(first, stop) if words.pos[i] in ("NN", "NE")]
    if first + 1 < stop and words.pos[first + 1] in PREPOSITIONS:  # die von Rebellen gehaltene Stadt
        nouns = [i for i in nouns if words.pos[i - 1] == "ADJA"]
    if not nouns:
        return None
    noun = nouns[0]
    if words.pos[noun] == "NN" and words.low[first] == "die":
        return words.low[noun] != words.lemma[noun].lower() or None
    return words.low[noun] == "usa" if words.pos[noun] == "NE" and noun == first else None


def _cut_at_agent(words: Words, first: int, stop: int) -> int:
    """End a phrase before *von*: in a passive it may name who acts."""
    nouns = [i for i in range(first, stop) if words.pos[i] in ("NN", "NE", "FM", "PIS")]
    begin = nouns[0] if nouns else stop
    return next((i for i in range(begin + 1, stop) if words.low[i] in AGENT_PREPOSITIONS), stop)


def _cut_at_bare_noun(words: Words, first: int, stop: int) -> int:
    """End *die Polizei* | *Tränengas*: after a definite article one common noun is enough, unless a name follows."""
    if words.low[first] not in ("die", "der", "das"):
        return stop
    for k in range(first + 1, stop - 1):
        if words.pos[k] == words.pos[k + 1] == "NN":
            return stop if k + 2 < len(words) and words.pos[k + 2] == "NE" else k + 1
    return stop


def _long_attribute_end(words: Words, i: int, last: int) -> int:
    """Find the end of *der heute 81-Jährige*, *den mit Macht ausgestatteten Vorsitz*; 0 if there is no such phrase."""
    seen_noun = words.pos[min(i + 1, last - 1)] not in PREPOSITIONS
    for k in range(i + 1, min(i + 10, last)):
        pos, after = words.pos[k], words.pos[k + 1] if k + 1 < last else ""
        if words.form[k] in ",;:" or pos.endswith("FIN"):
            return 0
        if seen_noun and ((pos == "ADJA" and after in ("NN", "NE")) or (pos == "NN" and words.pos[k - 1] == "ADV")):
            return find_noun_phrase(words, k, last)
        seen_noun = seen_noun or pos in ("NN", "NE")
    return 0


def phrase_end(words: Words, i: int, last: int) -> int:
    """Return the end of a phrase, with a long attribute (*den rund 90 Seiten starken Bericht*) and a bare genitive."""
    end = find_noun_phrase(words, i, last)
    is_long = words.pos[min(i + 1, last - 1)] in PREPOSITIONS
    if words.pos[i] in DETERMINERS and (is_long or not any(words.pos[k] in ("NN", "NE", "FM") for k in range(i, end))):
        end = _long_attribute_end(words, i, last) or end
    while i < end < last - 1 and words.pos[end] == "ADJA" and words.low[end].endswith("er"):
        longer = find_noun_phrase(words, end, last)
        if words.pos[end - 1] != "NN" or longer <= end + 1:
            break
        end = longer
    return end


def find_phrases(syntax: Syntax, clause: Clause) -> list[Phrase]:
    """List the phrases of a clause that no preposition governs and that are no time."""
    words = syntax.words
    i, found = _open_clause(words, clause)
    while i < clause.last:
        if words.pos[i] in PREPOSITIONS and not (words.low[i] == "als" and i == clause.first and clause.finite):
            end = _end_of_source(syntax, i + 1, phrase_end(words, i + 1, clause.last))
            i = max(_cut_at_agent(words, i + 1, end) if end > i + 1 else i + 1, i + 1)
            continue
        first = _skip_bound(words, i, clause.last) or i
        end = _end_of_phrase(words, first, clause.last)
        if end > first and _is_role(words, clause, first, end):
            found.append(Phrase(first, end, _cases(words, first, end), _number(words, first, end)))
        i = max(end, first + 1)
    return found


def _open_clause(words: Words, clause: Clause) -> tuple[int, list[Phrase]]:
    """Pass over marks and a relative pronoun that opens the clause, also one that is tagged as an article."""
    i = clause.first
    while i < clause.last and words.form[i] in MARKS:
        i += 1
    if i < clause.last and clause.order == "L" and words.low[i] in RELATIVES and words.form[i - 1 : i] == [","]:
        return i + 1, [Phrase(i, i + 1, PRONOUN_CASES[words.low[i]], None)]
    return i, []


def _end_of_phrase(words: Words, i: int, last: int) -> int:
    """Return the end of the phrase that begins at `i`; `i` itself if none does."""
    pos = words.pos[i]
    if pos not in DETERMINERS and pos not in STARTS:
        return i
    end = i + 1 if pos in ("PPER", "PDS", "PRELS", "PWS") else phrase_end(words, i, last)
    if pos == "PIS" and end < last and words.low[end] in ("der", "des"):
        end = max(end, phrase_end(words, end, last))  # einer der Männer
    return _cut_at_bare_noun(words, i, _cut_at_agent(words, i, end))


def _is_role(words: Words, clause: Clause, first: int, end: int) -> bool:
    """Tell what can be subject or object from *Angaben zufolge*, a number alone and a time."""
    if end < clause.last and (words.pos[end] == "APPO" or words.low[end] == "zufolge"):
        return False
    if words.pos[first] == "CARD" and end == first + 1:
        return False
    return end - first > 4 or not any(words.lemma[k].lower() in TIMES for k in range(first, end))


def _end_of_source(syntax: Syntax, first: int, end: int) -> int:
    """End *laut Behördenangaben* | *Ex-Premier Huber* after the noun that reports, unless a genitive follows."""
    words = syntax.words
    for k in range(first, end - 1):
        if syntax.sign[k][:1] == "n" and words.pos[k + 1] in ("NN", "NE"):
            return k + 1
    return end


def _skip_bound(words: Words, i: int, last: int) -> int:
    """Return the numeral after *mehr als*, *rund*, *bis zu*; 0 if none follows."""
    reach = range(i + 1, min(i + 4, last))
    number = next((k for k in reach if words.pos[k] == "CARD"), 0)
    return number if number and all(words.low[k] in BOUNDS for k in range(i, number)) else 0


def antecedent(words: Words, first: int, stop: int) -> tuple[int, int]:
    """Put the words that a relative pronoun stands for in its place."""
    is_relative = words.low[first] in RELATIVES and stop == first + 1 and words.form[first - 1 : first] == [","]
    if words.pos[first] != "PRELS" and not is_relative:
        return first, stop
    low = words.sentences[words.sentence[first]][0]
    end = first
    while end > low and (words.form[end - 1] in NO_WORDS or words.pos[end - 1] in BETWEEN):
        end -= 1
    for begin in range(max(low, end - 12), end):
        is_start = words.pos[begin] in DETERMINERS or words.pos[begin] in ("NN", "NE", "ADJA", "CARD")
        if is_start and phrase_end(words, begin, end) == end:
            return begin, end
    return first, stop
