"""Sources: *laut Polizei*, *nach Angaben der Polizei*, *der Polizei zufolge*, *seiner Ansicht nach*, *demnach*."""

from collections.abc import Iterator

from analysis.codebook.wordlists import read_classes
from analysis.language.clauses import Clause, Sentence, Syntax
from analysis.language.noun_phrases import NOUNS, find_noun_phrase, find_noun_phrase_before
from analysis.language.nouns import kind_of, pronoun_of
from analysis.language.words import Words
from analysis.quoting.quote_candidates import Finding, trim

__all__ = ["find_attributed"]

GRAMMAR, SOURCES = read_classes("grammar"), read_classes("source_nouns")
FIRST_NAMES = frozenset().union(*read_classes("first_names").values())
REACH = 6  # tokens from a noun of saying to the *nach* that takes it up
ALONE, POSTPOSED = GRAMMAR["alone"], GRAMMAR["postposed"]


def find_attributed(syntax: Syntax, sentence: Sentence) -> Iterator[Finding]:
    """*Laut Polizei …* · *Nach Angaben der Polizei …* · *Der Polizei zufolge …* · *Demnach …*"""
    words = syntax.words
    for i in range(sentence.first, sentence.last):
        if words.low[i] == "nach" and _relates(syntax, i):
            clause = syntax.clauses[syntax.clause[i]]
            quote = trim(words, i + 2, clause.last)
            yield Finding("Indirect", quote, list(range(sentence.first, i + 2)), [i], [i + 1], rule="wonach")
            return
        if syntax.sign[i] not in ("wattribute", "attributing"):
            continue
        first, last = _find_bounds(syntax, i, sentence)
        clause = syntax.clauses[syntax.clause[i]]
        if last - first < 2 and not _points(words.low[i], clause):
            continue
        begin, end = _find_reported(first, clause, sentence)
        quote = trim(words, begin, first) + trim(words, last, end)
        speaker = _find_speaker(syntax, i, first, last)
        rule = "attributed"
        if words.low[i] == "wonach":
            first, rule = sentence.first, "wonach"
            quote, speaker = trim(words, i + 1, end), _find_antecedent(syntax, i)
        yield Finding("Indirect", quote, list(range(first, last)), [i], speaker, rule=rule)
        return


def _relates(syntax: Syntax, i: int) -> bool:
    """Tell *Studien, nach denen …* from *Tage, nach denen …*: the noun before says or counts something."""
    words = syntax.words
    if i < 2 or i + 1 >= len(words) or words.pos[i + 1] not in ("PRELS", "PWAT", "PDS"):
        return False
    nouns = [k for k in range(max(0, i - REACH), i) if words.pos[k] == "NN"]
    return words.form[i - 1] == "," and bool(nouns) and any(syntax.sign[k][:1] == "n" for k in nouns)


def _find_speaker(syntax: Syntax, i: int, first: int, last: int) -> list[int]:
    """List whom a source names: no preposition, no closing comma, no *gegenüber der Zeitung*, *vom Dienstag*."""
    words = syntax.words
    end = next((j for j in range(i + 2, last) if words.low[j] in GRAMMAR["telling_whom"] or _dates(words, j)), last)
    while end > i + 2 and words.form[end - 1] == ",":
        end -= 1
    return [j for j in range(first, end) if j != i] or [i]


def _dates(words: Words, j: int) -> bool:
    """Tell *vom Dienstag*."""
    return words.low[j] == "vom" and j + 1 < len(words) and words.lemma[j + 1] in GRAMMAR["time"]


def _points(low: str, clause: Clause) -> bool:
    """Tell *demnach*, which always points to a source, from *danach*, which mostly is a time unless hearsay follows."""
    if low not in ALONE:
        return False
    return low == "wonach" or low.startswith("dem") or any(mood in "12h" for mood in clause.mood)


def _find_reported(i: int, clause: Clause, sentence: Sentence) -> tuple[int, int]:
    """Return what a source is given for: its subordinate clause, or the sentence or what it opens."""
    if clause.order == "L":
        return clause.first, clause.last
    opens = i == clause.first and clause.order in "12"
    return (clause.first if opens else sentence.first), sentence.last


def _find_antecedent(syntax: Syntax, i: int) -> list[int]:
    """List the phrase that *, wonach …* refers to: the one that ends before the comma."""
    words = syntax.words
    first = find_noun_phrase_before(words, i - 1, words.sentences[words.sentence[i]][0])
    return list(range(first, i - 1))


def _find_bounds(syntax: Syntax, i: int, sentence: Sentence) -> tuple[int, int]:
    """Return where the phrase of *laut*, *nach Angaben*, *zufolge* begins and ends."""
    words = syntax.words
    if words.low[i] in ALONE:
        return i, i + 1
    if _stands_behind(syntax, i, sentence):
        return _begin_at_possessive(words, i, sentence.first), i + 1
    clause = syntax.clauses[syntax.clause[i]]
    if i == sentence.first and clause.finite and clause.order != "L":
        return i, clause.finite[0]  # the verb comes second: all before it is the phrase
    return i, _end_before_person(words, i + 2, find_noun_phrase(words, i + 1, sentence.last))


def _begin_at_possessive(words: Words, i: int, first: int) -> int:
    """Return where the phrase before *nach* or *zufolge* begins: its possessive (*das Land | seiner Ansicht*)."""
    begin = find_noun_phrase_before(words, i, first)
    return next((k for k in range(i - 1, begin, -1) if words.pos[k] == "PPOSAT"), begin)


def _end_before_person(words: Words, first: int, end: int) -> int:
    """Return where a source ends if a person follows who is a phrase of their own: *laut Polizei | Minister Huber*.

    A title stands directly before a name (*Minister Huber*); a statement or a body does not, its *Huber* would be in
    the genitive. Behind a verb the next phrase is then the clause's subject or object.
    """
    is_genitive = words.low[end - 1][-1] in "s'’" and words.lemma[end - 1] != words.form[end - 1]
    for k in range(first, end):
        if kind_of(words.form[k - 1]) == "person":
            break  # laut dem Leiter der Behörde Karl Huber: his name
        if _makes_statements(words, k - 1) and _begins_person(words, k, end) and not is_genitive:
            return k
    return end


def _makes_statements(words: Words, k: int) -> bool:
    """Tell a noun for a statement or a body: *Behördenangaben*, *Polizei*."""
    low = words.low[k]
    is_statement = low in SOURCES["statements"] or low.endswith(tuple(SOURCES["statement_ending"]))
    return words.pos[k] == "NN" and (is_statement or kind_of(words.form[k]) in ("organisation", "document"))


def _begins_person(words: Words, k: int, end: int) -> bool:
    """Tell the beginning of *Anna Berg*, *Minister Huber*, *der Minister Huber* (no genitive: a man, and one)."""
    if words.low[k] == "der" and k + 2 < end:
        is_man = pronoun_of(words.form[k + 1]) == "er" and words.pos[k + 2] == "NE"
        return is_man and not any(words.low[j] in GRAMMAR["and"] for j in range(k, end))
    return words.pos[k] in NOUNS and (words.form[k] in FIRST_NAMES or kind_of(words.form[k]) == "person")


def _stands_behind(syntax: Syntax, i: int, sentence: Sentence) -> bool:
    """Tell *der Polizei zufolge*, *seiner Ansicht nach* from *gemäß der Ordnung*, *nach Ansicht des Gerichts*."""
    words = syntax.words
    if words.low[i] not in POSTPOSED or i == sentence.first:
        return False
    if words.low[i] == "nach":
        return words.pos[i - 1] == "NN" and syntax.cue[i - 1] is not None
    return words.low[i] == "zufolge" or find_noun_phrase(words, i + 1, sentence.last) == i + 1
