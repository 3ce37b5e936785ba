"""Long phrases: where one with a long attribute, several adjectives or a bare genitive ends, or is cut at *von*."""

from analysis.language.noun_phrases import find_noun_phrase
from analysis.language.phrase_forms import DETERMINERS, GRAMMAR, PREPOSITIONS
from analysis.language.words import Words

__all__ = ["cut_at_agent", "phrase_end"]

ADDING = GRAMMAR["join"] | {","}
WIDEST = 10  # tokens between an article and its noun


def phrase_end(words: Words, i: int, last: int) -> int:
    """Return the end of a phrase, with a long attribute (*den rund 90 Seiten starken Bericht*) and a bare genitive."""
    end = find_noun_phrase(words, i, last)
    while i < end < last - 1 and words.pos[end - 1] == words.pos[end + 1] == "ADJA" and words.low[end] in ADDING:
        end = find_noun_phrase(words, end + 1, last)  # schnelle, | klare Antworten
    is_long = words.pos[min(i + 1, last - 1)] in PREPOSITIONS
    if words.pos[i] in DETERMINERS and (is_long or not any(words.pos[k] in ("NN", "NE", "FM") for k in range(i, end))):
        end = _long_attribute_end(words, i, last) or end
    while i < end < last - 1 and words.pos[end] == "ADJA" and words.low[end].endswith("er"):
        longer = find_noun_phrase(words, end, last)
        if words.pos[end - 1] != "NN" or longer <= end + 1:
            break
        end = longer
    return end


def _long_attribute_end(words: Words, i: int, last: int) -> int:
    """Find the end of *der heute 81-Jährige*, *den mit Macht ausgestatteten Vorsitz*; 0 if there is no such phrase."""
    seen_noun = words.pos[min(i + 1, last - 1)] not in PREPOSITIONS
    for k in range(i + 1, min(i + WIDEST, last)):
        pos, after = words.pos[k], words.pos[k + 1] if k + 1 < last else ""
        if words.form[k] in ",;:" or pos.endswith("FIN"):
            return 0
        is_own = words.pos[k - 1] not in DETERMINERS  # die beiden | auf die Seite des alten Rates
        if seen_noun and (
            (is_own and pos == "ADJA" and after in ("NN", "NE")) or (pos == "NN" and words.pos[k - 1] == "ADV")
        ):
            return find_noun_phrase(words, k, last)
        seen_noun = seen_noun or pos in ("NN", "NE")
    return 0


def cut_at_agent(words: Words, first: int, stop: int) -> int:
    """End a phrase before *von*: in a passive it may name who acts."""
    nouns = [i for i in range(first, stop) if words.pos[i] in ("NN", "NE", "FM", "PIS")]
    begin = nouns[0] if nouns else stop
    return next((i for i in range(begin + 1, stop) if words.low[i] in GRAMMAR["agent"]), stop)
