"""Antecedents: the words that a relative pronoun stands for."""

from analysis.language.long_phrases import phrase_end
from analysis.language.phrase_forms import DETERMINERS, GRAMMAR, PREPOSITIONS
from analysis.language.words import Words

__all__ = ["antecedent"]

RELATIVES = GRAMMAR["relative"]
NO_WORDS = frozenset(', „ “ ” " » «'.split())
BETWEEN = PREPOSITIONS | {"VVPP", "VVINF", "PTKVZ"}  # what may stand between a noun and its relative pronoun
FARTHEST = 12  # tokens between the words that a relative pronoun stands for and the pronoun


def antecedent(words: Words, first: int, stop: int) -> tuple[int, int]:
    """Put the words that a relative pronoun stands for in its place."""
    is_relative = words.low[first] in RELATIVES and stop == first + 1 and words.form[first - 1 : first] == [","]
    if words.pos[first] != "PRELS" and not is_relative:
        return first, stop
    low = words.sentences[words.sentence[first]][0]
    end = first
    while end > low and (words.form[end - 1] in NO_WORDS or words.pos[end - 1] in BETWEEN):
        end -= 1
    for begin in range(max(low, end - FARTHEST), end):
        is_start = words.pos[begin] in DETERMINERS or words.pos[begin] in ("NN", "NE", "ADJA", "CARD")
        if is_start and phrase_end(words, begin, end) == end:
            return begin, end
    return first, stop
