"""Forms: the cases and the number that the words of a phrase can show."""

from analysis.codebook.wordlists import read_classes
from analysis.language.agreement import is_feminine
from analysis.language.noun_phrases import DETERMINERS
from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = ["DETERMINERS", "GRAMMAR", "PREPOSITIONS", "PRONOUN_CASES", "cases_of", "is_year", "number_of"]

GRAMMAR = read_classes("grammar_cases")
PREPOSITIONS = frozenset("APPR APPRART".split())
PRONOUNS = frozenset("PPER PRELS PDS PIS PWS".split())
PLURAL_NOUNS, SAME = tuple(GRAMMAR["plural_noun"]), tuple(GRAMMAR["same"])


def _forms_of_kind(kind: str) -> dict[str, str]:
    """Read which cases (n, a, o) each form of a kind of word can show."""
    keys = {key.removeprefix(kind): words for key, words in GRAMMAR.items() if key.startswith(kind)}
    return {word: cases for cases, words in keys.items() for word in words}


DETERMINER_CASES, PRONOUN_CASES = _forms_of_kind("article_"), _forms_of_kind("pronoun_")


def cases_of(words: Words, first: int, stop: int) -> str:
    """Name the cases that the first word of a phrase allows; without article or pronoun: nominative or accusative."""
    low, pos = words.low[first], words.pos[first]
    if pos in PRONOUNS:
        is_dative = low.endswith("em") or low in GRAMMAR["dative"]  # einem, beiden
        return PRONOUN_CASES.get(low, "o" if is_dative else "na")
    if pos in DETERMINERS:
        return _determiner_cases(words, first, stop)
    if pos == "ADJA" and low.endswith(("em", "er", "en")) and stop - first > 1:
        return {"er": "n", "em": "o", "en": "ao"}[low[-2:]]
    return "na"


def _determiner_cases(words: Words, first: int, stop: int) -> str:
    """Name the cases of a phrase with an article: *der* before a weak plural is a genitive."""
    low = words.low[first]
    if low == "der" or low in GRAMMAR["like_der"]:
        return _cases_behind_der(words, first, stop)
    if low in DETERMINER_CASES:
        return DETERMINER_CASES[low]
    if low.endswith("em") or (words.pos[first] == "PPOSAT" and low.endswith(("rer", "ner"))):
        return "o"  # ihrer, seiner
    if low.endswith("en"):
        return "o" if low in GRAMMAR["dative"] else "ao"
    return "o" if low.endswith("es") and low not in GRAMMAR["neuter"] else "na"


def _cases_behind_der(words: Words, first: int, stop: int) -> str:
    """Name the cases behind *der*: *der neue Rat* is a nominative, *der neuen Regierung* is none."""
    if words.pos[first + 1 : first + 2] == ["ADJA"] and words.low[first + 1].endswith("e"):
        return "n"
    noun = _head_of(words, first, stop) or stop
    if noun < stop and _is_man(words, noun):
        return "n"
    is_weak = any(words.pos[i] == "ADJA" and words.low[i].endswith("en") for i in range(first, noun))
    return "o" if is_weak or _is_feminine(words, first, stop) else DETERMINER_CASES["der"]


def _is_man(words: Words, noun: int) -> bool:
    """Tell a noun for a person in the singular that is not feminine: *der Minister*, not *der Bauern*."""
    if words.pos[noun] != "NN" or words.low[noun] != words.lemma[noun].lower():
        return False
    return kind_of(words.form[noun]) == "person" and not is_feminine(words.form[noun])


def _head_of(words: Words, first: int, stop: int) -> int | None:
    """Find the first noun of a phrase, or the one behind a long attribute: *die von Rebellen gehaltene | Stadt*."""
    is_long = first + 1 < stop and words.pos[first + 1] in PREPOSITIONS
    nouns = (i for i in range(first, stop) if words.pos[i] in ("NN", "NE") and not _is_owning_name(words, i, stop))
    return next((i for i in nouns if not is_long or words.pos[i - 1] == "ADJA"), None)


def _is_owning_name(words: Words, i: int, stop: int) -> bool:
    """Tell a name in the genitive before its noun: *Italiens | Banken*."""
    is_name = words.pos[i] in ("NE", "NN") and words.form[i] in (f"{words.lemma[i]}s", f"{words.lemma[i]}’")
    return is_name and i + 1 < stop and words.pos[i + 1] in ("NN", "ADJA", "TRUNC")


def _is_feminine(words: Words, first: int, stop: int) -> bool:
    """Tell a noun that is feminine: *der* before it is no nominative."""
    noun = _head_of(words, first, stop)
    return noun is not None and words.pos[noun] == "NN" and is_feminine(words.lemma[noun])


def number_of(words: Words, first: int, stop: int) -> bool | None:
    """Tell a plural subject (True) from a singular one (False) where the form shows it; None where it does not."""
    low, pos = words.low[first], words.pos[first]
    if (joined := _joined_number(words, first, stop)) != "":
        return joined
    if low in GRAMMAR["plural"]:
        return True
    if low in GRAMMAR["singular_article"] and pos == "ART" and words.low[first + 1 : first + 2] != ["paar"]:
        return False  # eine 20 Meter hohe Wand
    if pos == "CARD":
        return _counts(words, first)
    if any(words.low[i] in GRAMMAR["plural"] or _counts(words, i) for i in range(first + 1, min(first + 3, stop))):
        return True  # die beiden, die drei Männer
    if low in GRAMMAR["singular"] or (low == "der" and pos == "ART"):
        return False
    return _noun_number(words, first, stop)


def _joined_number(words: Words, first: int, stop: int) -> bool | str | None:
    """Tell the number of what *und* joins; "" if nothing is joined, None if it may join attributes of one noun."""
    if "oder" in words.low[first:stop]:
        return None
    at = next((i for i in range(first, stop) if words.low[i] in ("und", "sowie")), stop)
    if at == stop:
        return True if "auch" in words.low[first:stop] else ""
    if any(words.low[i] in GRAMMAR["genitive"] or words.form[i] == "," for i in range(first + 1, at)):
        return None  # das Lager der Republikaner und Sozialisten; Karl Huber, Chef und Gründer
    is_one = words.low[first] in ("der", "ein") and not any(words.pos[i] in DETERMINERS for i in range(at, stop))
    names_one = words.pos[first] == "NN" and "NN NE" in " ".join(words.pos[at + 1 : stop])
    return None if names_one or is_one else True  # Kanzler und Parteichef Karl Huber; der Ingenieur und Autor


def _counts(words: Words, i: int) -> bool:
    """Tell a numeral above one."""
    return words.pos[i] == "CARD" and words.low[i] not in ("ein", "eins", "1") and not is_year(words, i)


def _noun_number(words: Words, first: int, stop: int) -> bool | None:
    """Tell the number by the noun: after *die* a form unlike its lemma is a plural; a bare name is a singular."""
    noun = _head_of(words, first, stop)
    if noun is None or any(letter.isdigit() for letter in words.form[noun]):  # die G7
        return None
    if words.pos[noun] == "NE":
        return words.low[noun] == "usa" if noun == first else None
    is_strong = words.pos[first] == "ADJA" and words.low[first].endswith("e")  # neue Tasten; but: neue Arbeit
    if noun == first and words.low[noun].endswith("ien"):
        return None  # Mazedonien, Familien
    if noun == first or is_strong:
        return words.low[noun] != words.lemma[noun].lower() or None
    return _number_behind_die(words, noun) if words.low[first] == "die" else None


def _number_behind_die(words: Words, noun: int) -> bool | None:
    """Tell the number of a noun behind *die*: a form unlike its lemma is a plural."""
    low, differs = words.low[noun], words.low[noun] != words.lemma[noun].lower()
    if not words.form[noun][1:].islower() and "-" not in words.form[noun]:
        return None  # die ProZone: its lemma is a guess
    if low.endswith("in") and words.pos[noun] == "NN":
        return False  # die Händlerin, whatever its lemma
    return True if differs or low.endswith(PLURAL_NOUNS) else None if low.endswith(SAME) else False


def is_year(words: Words, i: int) -> bool:
    """Tell a year from a number that counts: *ab 2017 | Strom liefern*."""
    return words.pos[i] == "CARD" and len(words.form[i]) == 4 and words.form[i].isdigit() and words.form[i][0] in "12"
