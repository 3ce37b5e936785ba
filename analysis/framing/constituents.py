"""Constituents: where a phrase that can be subject or object ends, and what only looks like one."""

from dataclasses import dataclass

from analysis.codebook.wordlists import read_classes
from analysis.language.long_phrases import cut_at_agent, phrase_end
from analysis.language.nouns import kind_of
from analysis.language.phrase_forms import DETERMINERS, GRAMMAR, is_year
from analysis.language.words import Words

__all__ = ["Phrase", "end_of_phrase", "is_possessor", "is_role", "join_second"]

STARTS = frozenset("NN NE FM ADJA CARD PPER PDS PIS PRELS PWS".split())
LEXICON = read_classes("acting_verbs")


@dataclass(frozen=True)
class Phrase:
    """A noun phrase or pronoun: tokens `first` to `stop`, and the cases (n, a, o) that its form allows."""

    first: int
    stop: int
    cases: str
    is_plural: bool | None = None


def _cut_at_bare_noun(words: Words, first: int, stop: int) -> int:
    """End *die Polizei* | *Tränengas*, *Händler* | *Kunden*: one common noun is enough, unless a name follows."""
    if words.low[first] in GRAMMAR["each_time"]:
        return _end_at_time(words, first, stop)
    is_bare = words.pos[first] == "NN" and words.low[first] not in GRAMMAR["quantity"]
    if words.low[first] not in ("die", "der", "das") and not is_bare and words.pos[first] != "CARD":
        return stop
    for k in range(first if is_bare else first + 1, stop - 1):
        belongs = _counts_next(words, k, first) or (k == first and _is_genitive_noun(words, k))
        if not belongs and _are_two_nouns(words, k):
            return stop if k + 2 < len(words) and words.pos[k + 2] == "NE" else k + 1
    return stop


def _end_at_time(words: Words, first: int, stop: int) -> int:
    """End *jeden Tag* | *Tausende Menschen* behind its first noun of time."""
    return next((k + 1 for k in range(first + 1, stop - 1) if words.lemma[k].lower() in LEXICON["time"]), stop)


def _are_two_nouns(words: Words, k: int) -> bool:
    """Tell a common noun with another right behind it: *Polizei Tränengas*."""
    return words.pos[k] == words.pos[k + 1] == "NN" and words.form[k][0].isupper()


def _counts_next(words: Words, k: int, first: int) -> bool:
    """Tell a noun that counts or measures the next: *2,2 Millionen | Menschen*, *zwei Jahre | Haft*."""
    lemma = words.lemma[k].lower()
    counts = lemma in GRAMMAR["unit"] or (lemma in LEXICON["time"] and k > first and words.pos[k - 1] == "CARD")
    return counts or not GRAMMAR["quantity"].isdisjoint((lemma, words.low[k]))


def _is_genitive_noun(words: Words, k: int) -> bool:
    """Tell a name that is taken for a noun, in the genitive: *Maiers | Projekt*."""
    return words.form[k] == f"{words.lemma[k]}s" and words.pos[k + 1] == "NN"


def join_second(words: Words, end: int, last: int) -> int:
    """Return the end with what is joined: *Huber | oder seine Partei*, *sowohl Huber | als auch Maier*."""
    if words.low[end : end + 2] in (["als", "auch"], ["wie", "auch"]):
        return max(end, end_of_phrase(words, end + 2, last) if end + 2 < last else end)
    if end + 1 < last and words.low[end] in GRAMMAR["join"] and words.pos[end] in ("KON", "ADV"):
        longer = end_of_phrase(words, end + 1, last)
        return longer if longer > end + 1 and words.pos[end + 1] not in ("PPER", "PDS", "PRELS", "PWS") else end
    return end


def is_possessor(words: Words, i: int) -> bool:
    """Tell *dessen* before a noun: *dessen Bruder*."""
    return words.low[i] in GRAMMAR["owner"] and words.pos[i + 1 : i + 2] in (["NN"], ["ADJA"])


def _is_noun_of_person(words: Words, i: int) -> bool:
    """Tell *Beamter*, *27-Jähriger* that are tagged as adverbs."""
    form = words.form[i]
    return words.pos[i] == "ADJD" and form.endswith("er") and ("-Jährig" in form or kind_of(form) == "person")


def end_of_phrase(words: Words, i: int, last: int) -> int:
    """Return the end of the phrase that begins at `i`; `i` itself if none does."""
    pos = words.pos[i]
    if is_possessor(words, i) and i + 1 < last and words.low[i - 1] not in GRAMMAR["join"]:
        return phrase_end(words, i + 1, last)  # dessen Bruder
    if _is_noun_of_person(words, i):
        return i + 1
    if (pos not in DETERMINERS and pos not in STARTS) or is_year(words, i):
        return i
    if words.low[i] in ("das", "dies") and words.low[i + 1 : i + 2] and words.low[i + 1][:4] in ("kein", "ein", "eine"):
        return i + 1  # kann das | kein Gesetz verhindern
    if pos == "PDS" and words.low[i][-1] in "er" and words.pos[i + 1 : i + 2] == ["NN"]:
        return phrase_end(words, i + 1, last)  # jene | Stoffe
    is_pronoun = pos in ("PPER", "PDS", "PRELS", "PWS")
    end = i + 1 if is_pronoun else _lengthen_pronoun(words, i, phrase_end(words, i, last), last)
    return _cut_at_bare_noun(words, i, cut_at_agent(words, i, end))


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


def is_role(words: Words, first: int, end: int, last: int) -> bool:
    """Tell what can be subject or object from *Angaben zufolge*, a number alone and a time."""
    if _is_governed_behind(words, end, last) or _is_lone_number(words, first, end):
        return False
    if _is_edge_or_bit(words, first, end) or _is_second_of_score(words, first):
        return False
    return end - first > 4 or not _is_short_time(words, first, end)


def _is_governed_behind(words: Words, end: int, last: int) -> bool:
    """Tell a phrase that the word behind it governs: *Angaben | zufolge*."""
    is_short = words.pos[end - 2] in (*DETERMINERS, "ADJA") and words.pos[end - 3] not in ("NN", "NE")
    is_postposed = (
        is_short and words.low[end : end + 1] == ["nach"] and words.lemma[end - 1].lower() in LEXICON["postposed"]
    )
    is_duration = words.low[end : end + 1] == ["lang"] and words.pos[end + 1 : end + 2] != ["ADJA"]  # sein Leben lang
    return end < last and (words.pos[end] == "APPO" or words.low[end] == "zufolge" or is_duration or is_postposed)


def _is_lone_number(words: Words, first: int, end: int) -> bool:
    """Tell a number that stands alone in digits, or behind its noun: *Platz | drei*."""
    is_alone = words.pos[first] == "CARD" and end == first + 1
    is_name = words.pos[first - 1] == "NN" and words.lemma[first - 1].lower() not in LEXICON["time"]
    if words.low[first - 1] in LEXICON["bound"] and end < len(words) and words.pos[end].endswith("FIN"):
        return False  # Rund 800 | waren gekommen
    return is_alone and (is_name or not words.form[first].isalpha())


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
    times = [k for k in range(first, end) if words.lemma[k].lower() in LEXICON["time"]]
    measures = bool(times) and words.pos[times[0] - 1] == "CARD" and words.pos[times[0] + 1 : end] == ["NN"]
    return bool(times) and not measures
