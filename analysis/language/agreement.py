"""Agreement: whether a phrase can be the subject of a verb, by case and number, as far as its forms say it."""

from functools import cache

from analysis.codebook.wordlists import read_classes
from analysis.language.words import Words

__all__ = ["agrees", "is_feminine", "is_verb_of_several", "may_be_nominative"]

GRAMMAR = read_classes("grammar")
DETERMINERS = frozenset("ART PPOSAT PDAT PIAT PIDAT PWAT".split())
NOUNS = frozenset("NN NE FM XY".split())
OPENING_MARKS = frozenset("„ “ ” \" » « ' ‚ ‘".split())
WIDEST = 5  # tokens between an article and its noun, where its gender is looked for
ENDING = 4  # letters: a listed feminine noun at least so long counts at the end of a longer one


@cache
def _feminine() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the feminine nouns and the endings of feminine nouns."""
    nouns = GRAMMAR["feminine_nouns"] | read_classes("organisations")["sie"]
    return nouns, tuple(GRAMMAR["feminine"] | {noun for noun in nouns if len(noun) >= ENDING})


def is_feminine(noun: str) -> bool:
    """Tell a noun that is feminine by its ending or because a list has it.

    >>> [is_feminine(noun) for noun in ("Landesregierung", "Mutter", "Minister", "Sprung")]
    [True, True, False, False]
    """
    nouns, endings = _feminine()
    low = noun.lower()
    return low in nouns or (low.endswith(endings) and low not in GRAMMAR["not_feminine"])


def may_be_nominative(words: Words, i: int) -> bool:
    """Tell whether a phrase in the nominative can begin at `i`: *der Minister*, not *der Regierung*, *den Minister*."""
    pos, low = words.pos[i], words.low[i]
    if pos == "PPER":
        return low in GRAMMAR["nominative"]
    if low == "der" and pos == "ART" and _is_oblique(words, i):
        return False
    if pos in DETERMINERS:
        return low in GRAMMAR["determiner"] or not low.endswith(("em", "en", "es"))
    if pos == "PIS":
        return low not in GRAMMAR["impersonal"]
    if pos == "CARD" and words.form[i].isdigit() and words.pos[i + 1 : i + 2] == ["ART"]:  # sagte 1958 der Minister
        return False
    if pos == "ADJA" and low.endswith(("en", "em")):  # historischen Texten: a dative
        return False
    return pos in NOUNS or pos in ("PDS", "ADJA", "CARD") or words.form[i] in OPENING_MARKS


def _is_oblique(words: Words, i: int) -> bool:
    """Tell *der Regierung*, *der deutschen Politik*: genitive or dative of a feminine noun, or of several."""
    for j in range(i + 1, min(i + 1 + WIDEST, words.sentences[words.sentence[i]][1])):
        if words.pos[j] in ("NN", "NE"):
            return words.pos[j] == "NN" and is_feminine(words.form[j])
        if words.pos[j] not in ("ADJA", "CARD"):
            return False
    return False


def agrees(words: Words, first: int, stop: int, verb: int) -> bool:
    """Tell whether a phrase can be the subject of a verb: one of both is not of one while the other is of several."""
    if is_verb_of_several(words.low[verb]):
        return not _is_of_one(words, first, stop)
    return not _is_of_several(words, first, stop)


def is_verb_of_several(low: str) -> bool:
    """Tell a finite verb in the plural by its ending.

    >>> [is_verb_of_several(verb) for verb in ("sagten", "seien", "sind", "sagte", "kann")]
    [True, True, True, False, False]
    """
    return low == "sind" or (low.endswith("n") and not low.endswith("nn"))


def _is_of_one(words: Words, first: int, stop: int) -> bool:
    """Tell a phrase of one: behind *das*, *der*, *ein*, and nothing is added to it."""
    is_added = any(words.low[k] in GRAMMAR["and"] or words.form[k] in ",(" for k in range(first, stop))
    return words.low[first] in GRAMMAR["of_one"] and not is_added


def _is_of_several(words: Words, first: int, stop: int) -> bool:
    """Tell a phrase of several: a common noun with the plural's -n, behind *die* or nothing."""
    head = next((k for k in range(first, stop) if words.pos[k] in NOUNS), -1)
    if head < 0 or words.pos[head] != "NN" or words.low[first] not in GRAMMAR["of_several"] | {words.low[head]}:
        return False
    low, lemma = words.low[head], words.lemma[head].lower()
    return low.endswith(("en", "ern", "eln")) and low in (f"{lemma}n", f"{lemma}en", f"{lemma}nen")
