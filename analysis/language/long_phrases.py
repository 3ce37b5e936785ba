"""Long phrases: where one with a long attribute, several adjectives or a bare genitive ends, or is cut at *von*."""

from analysis.language.noun_phrases import find_noun_phrase
from analysis.language.phrase_forms import DETERMINERS, GRAMMAR, PREPOSITIONS
from analysis.language.words import Words

__all__ = ["cut_at_agent", "phrase_end"]

ADDING = GRAMMAR["join"] | {","}
WIDEST = 10  # tokens between an article and its noun


def phrase_end(words: Words, i: int, last: int) -> int:
    """Return the end of a phrase, with a long attribute (*den rund 90 Seiten starken Bericht*) and a bare genitive."""
    if i >= last:
        return i
    end = _listed_end(words, i, find_noun_phrase(words, i, last), last)
    is_long = words.pos[min(i + 1, last - 1)] in PREPOSITIONS
    end = _measured_end(words, i, end, last) or end
    if words.pos[i] == "PIS" and is_long and words.low[i] in GRAMMAR["singular_article"]:
        return _long_attribute_end(words, i, last) or end  # einen von Rebellen besetzten Ort
    if words.pos[i] in DETERMINERS and (is_long or not _holds_noun(words, i, end)):
        end = _long_attribute_end(words, i, last) or end
    return _end_behind_towns(words, i, end, last)


def _holds_noun(words: Words, first: int, end: int) -> bool:
    """Tell a phrase that has its noun: *den Bericht*, and not *den rund 90*."""
    return any(words.pos[k] in ("NN", "NE", "FM") for k in range(first, end))


def _end_behind_towns(words: Words, i: int, end: int, last: int) -> int:
    """Go on over what a word like *Berliner* opens behind a noun: *die Mitglieder* | *Berliner Vereine*."""
    while i < end < last - 1 and words.pos[end] == "ADJA" and words.low[end].endswith("er"):
        longer = find_noun_phrase(words, end, last)
        if words.pos[end - 1] != "NN" or longer <= end + 1:
            break
        end = longer
    return end


def _listed_end(words: Words, i: int, end: int, last: int) -> int:
    """Return the end behind further adjectives: *schnelle, | klare Antworten*, *die rote, | fast runde Perle*."""
    while i < end < last - 1 and words.pos[end - 1] == words.pos[end + 1] == "ADJA" and words.low[end] in ADDING:
        end = find_noun_phrase(words, end + 1, last)
    is_parted = i < end < last - 2 and words.form[end] == "," and words.pos[end - 1] == words.pos[end + 2] == "ADJA"
    return find_noun_phrase(words, end + 2, last) if is_parted and words.pos[end + 1] in ("ADV", "ADJD") else end


def _measured_end(words: Words, i: int, end: int, last: int) -> int:
    """Find the end of *7000 Jahre | alte Scherben*, *einen 90 Euro | teuren Vertrag*; 0 if nothing is measured."""
    if not i < end < last - 1 or words.pos[end] != "ADJA" or words.lemma[end] not in GRAMMAR["measured"]:
        return 0
    number = i + (words.pos[i] in DETERMINERS)
    longer = find_noun_phrase(words, end, last)
    return longer if words.pos[number] == "CARD" and longer > end + 1 else 0


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
    cuts = [i for i in range(begin + 1, stop) if words.low[i] in GRAMMAR["agent"]]
    return next((i for i in cuts if not _is_inside_attribute(words, i, stop)), stop)


def _is_inside_attribute(words: Words, i: int, stop: int) -> bool:
    """Tell *die Pläne der | von Rebellen geführten Regierung*: an article waits for its noun."""
    before = i - 1
    while words.pos[before] in ("ADV", "ADJD"):
        before -= 1
    is_one = words.low[before] in GRAMMAR["singular_article"] and "ADJA" in words.pos[i:stop]
    return is_one or words.pos[before] in DETERMINERS
