"""Sources: *laut Polizei*, *nach Angaben der Polizei*, *der Polizei zufolge*, *demnach*, *wonach*."""

from collections.abc import Iterator

from analysis.language.clauses import Sentence, Syntax
from analysis.language.phrases import find_noun_phrase, find_noun_phrase_before
from analysis.quoting.drafts import Finding, trim

__all__ = ["find_attributed"]

POSTPOSED = frozenset("zufolge nach gemäß".split())
ALONE = frozenset("demnach demzufolge danach hiernach wonach".split())


def find_attributed(syntax: Syntax, sentence: Sentence) -> Iterator[Finding]:
    """*Laut Polizei …* · *Nach Angaben der Polizei …* · *Der Polizei zufolge …* · *Demnach …*"""
    words = syntax.words
    for i in range(sentence.first, sentence.last):
        if syntax.sign[i] not in ("wattribute", "attributing"):
            continue
        first, last = _attribution_bounds(syntax, i, sentence)
        if last - first < 2 and words.low[i] not in ALONE:
            continue
        clause = syntax.clauses[syntax.clause[i]]
        if words.low[i] in ALONE and words.low[i] != "wonach" and not words.low[i].startswith("dem"):
            if not any(mood in "12h" for mood in clause.mood):
                continue  # danach is mostly a time
        begin, end = (clause.first, clause.last) if clause.order == "L" else (sentence.first, sentence.last)
        if i == clause.first and clause.order in "12":
            begin = clause.first
        if words.low[i] == "wonach":
            first, last = sentence.first, i + 1
        quote = trim(syntax.words, begin, first) + trim(syntax.words, last, end)
        speaker = [j for j in range(first, last) if j != i] or [i]
        if words.low[i] == "wonach":
            speaker = _noun_phrase_near(syntax, i)
        yield Finding("Indirect", quote, list(range(first, last)), [i], speaker, rule="attributed")
        return


def _noun_phrase_near(syntax: Syntax, i: int) -> list[int]:
    """List the phrase that *, wonach …* refers to: the one that ends before the comma."""
    words = syntax.words
    first = find_noun_phrase_before(words, i - 1, words.sentences[words.sentence[i]][0])
    return list(range(first, i - 1))


def _attribution_bounds(syntax: Syntax, i: int, sentence: Sentence) -> tuple[int, int]:
    """Return where the phrase of *laut*, *nach Angaben*, *zufolge* begins and ends."""
    words = syntax.words
    if words.low[i] in ALONE:
        return i, i + 1
    clause = syntax.clauses[syntax.clause[i]]
    end = find_noun_phrase(words, i + 1, sentence.last)
    if i == sentence.first and clause.finite and clause.order != "L":
        end = clause.finite[0]  # the verb comes second: all before it is the phrase
    if words.low[i] in POSTPOSED and words.low[i] != "nach":
        return find_noun_phrase_before(words, i, sentence.first), i + 1
    return i, end
