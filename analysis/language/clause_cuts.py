"""Cuts: where German punctuation parts a sentence into clauses."""

from analysis.codebook.wordlists import read_classes
from analysis.language.clauses import CONTENT, NOMINAL, RELATIVE, SUBJUNCTIONS, Syntax
from analysis.language.morphology import is_finite
from analysis.language.noun_phrases import find_noun_phrase
from analysis.language.words import Words

__all__ = ["cut_sentence"]

CUTS = frozenset(', : ; – — - ) ( “ ” " „ » «'.split())
NEVER_FIRST = frozenset(', . ! ? ; : ) “ ” "'.split())
CLOSING = frozenset('“ ” " « »'.split())
GRAMMAR = read_classes("grammar")


def cut_sentence(syntax: Syntax, first: int, last: int) -> list[tuple[int, int]]:
    """Cut a sentence after commas, colons, dashes, brackets and marks; join pieces that have no verb of their own.

    Parameters
    ----------
    syntax : Syntax
        With signs, moods and depths; no clauses yet.
    first, last : int
        The sentence's tokens.

    Returns
    -------
    list of (int, int)
        The tokens of each clause, in order; together they are the sentence.
    """
    words = syntax.words
    cuts = [first]
    for i in range(first + 1, last):
        before, here = words.form[i - 1], words.form[i]
        if (before in CUTS and here not in NEVER_FIRST) or here in "„(" or _adds_verb(syntax, cuts[-1], i, last):
            cuts.append(i)
    pieces: list[tuple[int, int]] = []
    for a, b in zip(cuts, [*cuts[1:], last], strict=True):
        if pieces and _belongs_to_clause(syntax, pieces[-1], a, b):
            pieces[-1] = (pieces[-1][0], b)
        else:
            pieces.append((a, b))
    return pieces


def _adds_verb(syntax: Syntax, first: int, i: int, last: int) -> bool:
    """Tell *… | und sagte*: a second verb that reports, with the subject of the first."""
    words = syntax.words
    if words.low[i] not in GRAMMAR["and"] or words.pos[i] != "KON" or i + 1 >= last or syntax.depth[i]:
        return False
    is_verb = is_finite(words.pos[i + 1]) and (syntax.sign[i + 1][:1] == "v")
    is_main = words.pos[first] not in RELATIVE and words.low[first] not in SUBJUNCTIONS
    return is_verb and is_main and any(syntax.mood[k] for k in range(first, i))


def _belongs_to_clause(syntax: Syntax, before: tuple[int, int], first: int, last: int) -> bool:
    """Tell whether a piece belongs to the one before it: it has no verb, or is the verb that the other lacks."""
    words = syntax.words
    if _is_source(syntax, *before) or _is_last_so(words, first, last):
        return False
    if not _is_clause(words, first, last):
        return True
    if any(is_finite(tag) or tag in ("VVIZU", "PTKZU") for tag in words.pos[before[0] : before[1]]):
        return False
    return (
        _goes_on_with_content(words, before, first)
        or _goes_on_behind_marks(words, before, first)
        or _is_named_twice(words, before, first)
        or _is_name_list(words, before, first, last)
        or _is_apposed(words, before, first)
    )


def _goes_on_with_content(words: Words, before: tuple[int, int], first: int) -> bool:
    """Tell *dass der Chef, Karim Huber, | verhaftet wurde*."""
    return not CONTENT.isdisjoint(words.low[before[0] : before[0] + 3]) and words.pos[first] not in RELATIVE


def _goes_on_behind_marks(words: Words, before: tuple[int, int], first: int) -> bool:
    """Tell *Die „Zeitung“ | hatte berichtet*, *Huber (SPD) | sagte*."""
    end = words.form[before[1] - 1]
    is_open = words.low[before[0]] in SUBJUNCTIONS or words.pos[before[0]] in RELATIVE
    return end in CLOSING or (end == ")" and (is_finite(words.pos[first]) or (is_open and _ends_in_verb(words, first))))


def _ends_in_verb(words: Words, first: int) -> bool:
    """Tell the rest of a subordinate clause: *wie die Zeitung (Ortszeit) | unter Berufung auf ihn berichtete*."""
    last = words.sentences[words.sentence[first]][1]
    end = next((i for i in range(first, last) if words.form[i] in ",.;:"), last)
    return end > first and is_finite(words.pos[end - 1])


def _is_last_so(words: Words, first: int, last: int) -> bool:
    """Tell *…, dass alles gut ist, | so Huber* at the end of a sentence."""
    is_last = last >= words.sentences[words.sentence[first]][1]
    return is_last and words.low[first] == "so" and last - first > 1 and words.pos[first + 1] in NOMINAL


def _is_apposed(words: Words, before: tuple[int, int], first: int) -> bool:
    """Tell *Frank Huber, Chef der Polizei, | sagte*; what closes a quotation before its comma is none: *„…“, sagte*."""
    begin, end = before
    is_verb = words.form[end - 1] == "," and is_finite(words.pos[first]) and words.form[end - 2] not in CLOSING
    return is_verb and "," in words.form[begin : end - 1]


def _is_named_twice(words: Words, before: tuple[int, int], first: int) -> bool:
    """Tell *Frank Huber, | Chef der Polizei sagte*: an apposition whose last comma is missing opens the sentence."""
    begin, end = before
    if begin != words.sentences[words.sentence[begin]][0] or words.form[end - 1] != "," or words.pos[end - 2] != "NE":
        return False
    opens = words.pos[first] in ("NN", "ART", "ADJA", "TRUNC") and not words.low[first].endswith(("m", "n", "s"))
    return opens and find_noun_phrase(words, begin, end - 1) == end - 1


def _is_name_list(words: Words, before: tuple[int, int], first: int, last: int) -> bool:
    """Tell *Die Minister Frankreichs, | Italiens und Spaniens sagten*: a list of names opens the sentence."""
    begin, verb = before[0], next((i for i in range(first, last) if is_finite(words.pos[i])), -1)
    is_opening = begin == words.sentences[words.sentence[begin]][0] and words.pos[first] == "NE"
    return is_opening and verb > first and find_noun_phrase(words, begin, verb) == verb


def _is_clause(words: Words, first: int, last: int) -> bool:
    """Tell a piece with a finite verb, an infinitive with *zu*, or a word that opens a subordinate clause."""
    tags = words.pos[first:last]
    if words.low[first] == "so" and last - first > 1 and tags[1] in NOMINAL:
        return True
    if any(is_finite(tag) or tag in ("VVIZU", "PTKZU") for tag in tags):
        return True
    if any(low in CONTENT for low in words.low[first : min(first + 3, last)]):
        return True
    return words.form[first - 1] in ",–-:;" and (tags[0] in RELATIVE or words.low[first] in SUBJUNCTIONS)


def _is_source(syntax: Syntax, first: int, last: int) -> bool:
    """Tell an inserted *so der Minister* or *sagte er*: what comes after its comma is not part of it."""
    words = syntax.words
    opens = words.low[first] == "so" or (is_finite(words.pos[first]) and syntax.sign[first][:1] == "v")
    is_inserted = first > words.sentences[words.sentence[first]][0]
    return opens and is_inserted and words.form[last - 1] in ",–-" and 2 < last - first < 12
