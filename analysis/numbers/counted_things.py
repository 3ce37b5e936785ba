"""Counted things: the unit of a number (a sign, or the noun behind it), its bound, and units that two numbers share."""

from functools import lru_cache
from itertools import pairwise

from analysis.codebook.wordlists import read_classes, read_lines
from analysis.language.numerals import SCALES, VAGUE
from analysis.numbers.number_expressions import Amount, Token
from analysis.numbers.number_populations import counts_people

__all__ = ["add_bound", "add_unit", "share_units"]

BETWEEN = ("ADJ", "ADV", "PIAT", "PIDAT", "VVPP", "CARD", "TRUNC")  # may stand between a number and what it counts
NOUNS = ("NN", "NE")
NOUN_LIKE = ("ADJ", "FM", "VVPP")  # ... with a capital: *die Verletzten*, *Fans*
MARKS = frozenset('„“”"»«')
REACH = 5  # words between a number and what it counts
FAR_REACH = 9  # ... past an attribute with words of its own: *zwei im Raum Köln und in Gießen festgenommenen Männern*
APART = 2  # by how much two numbers of one thing may differ that only a comma parts: *zehn, zwölf Jahre*
WORDS_OF_BOUND = 3  # words of the longest bound: *nicht mehr als*
LITTLE = 10  # below it a number in words is counted out: *die Kontrolle über fünf Flugzeuge* is no bound


@lru_cache(maxsize=1)
def _bounds() -> dict[tuple[str, ...], str]:
    entries = (line.split("\t") for line in read_lines("number_bounds"))
    return {tuple(phrase.split()): bound for phrase, bound in entries}


def _thing_words(name: str) -> frozenset[str]:
    return read_classes("number_words")[name]


def _low_at(tokens: list[Token], k: int) -> str:
    return tokens[k].form.lower() if 0 <= k < len(tokens) else ""


def _is_noun(token: Token) -> bool:
    return token.pos in NOUNS or (token.form[0].isupper() and token.pos.startswith(NOUN_LIKE))


def add_unit(amount: Amount, tokens: list[Token], text: str) -> None:
    """Find what is counted: a sign, or the noun behind the number, past adjectives and past *der* or *von den*."""
    if amount.first and tokens[amount.first - 1].form in _thing_words("leading"):
        amount.first -= 1
        amount.unit, amount.unit_at = tokens[amount.first].form, amount.first
        return
    place = _find_unit(amount, tokens)
    if place is not None:
        amount.unit_at = place
        amount.last = _end_of_unit(tokens, amount.last, place)
        amount.unit = text[tokens[place].start : tokens[amount.last - 1].end].strip("".join(MARKS))


def _find_unit(amount: Amount, tokens: list[Token]) -> int | None:
    """Find the token that says what is counted by a number."""
    first = amount.last
    for k in range(first, min(first + REACH, len(tokens))):
        token = tokens[k]
        if token.form in _thing_words("signs") or _is_noun(token):
            return _past_object(tokens, k)
        if _is_other_number(tokens, k) or _low_at(tokens, k) in _thing_words("apart"):
            return None
        opens = token.pos.startswith("APPR") or _low_at(tokens, k) in _thing_words("as")
        attributed = _find_past_attribute(tokens, k) if opens else None
        if attributed is not None:
            return attributed
        passable = k - first < 2 and _is_passable(amount, tokens, k)
        is_between = token.pos.startswith(BETWEEN) or token.form in MARKS or _joins_compounds(tokens, k)
        if not (passable or is_between):
            return None
    return None


def _past_object(tokens: list[Token], k: int) -> int:
    """Go on from a noun that is no end: *drei Strom | erzeugende Firmen*, *49 Goldene | Platten*."""
    behind, classes = tokens[k + 1 : k + 3], read_classes("number_words")
    lemma = tokens[k].lemma.lower()
    if lemma in classes["days"] or lemma.endswith(tuple(classes["times"])):
        return k
    is_adjective = tokens[k].pos == "ADJA" or tokens[k].form[0].islower() or _is_of_town(tokens[k])
    if behind and behind[0].pos == "NN" and is_adjective and tokens[k].form not in classes["signs"]:
        return k + 1
    is_object = len(behind) == 2 and behind[0].pos == "ADJA" and behind[1].pos == "NN"
    return k + 2 if is_object and behind[0].form.endswith(tuple(_thing_words("governing"))) else k


def _is_of_town(noun: Token) -> bool:
    """Tell a noun in -er that may be an adjective before a noun: *Kölner*, and not *Liter*, *Teller*."""
    return noun.pos == "NN" and noun.form.endswith("er") and counts_people(noun.form, noun.lemma)


def _joins_compounds(tokens: list[Token], k: int) -> bool:
    """Tell *und* behind a cut compound: *zwölf Wohn- und Geschäftsräume*."""
    return k > 0 and tokens[k - 1].pos == "TRUNC" and _low_at(tokens, k) in _thing_words("and")


def _is_passable(amount: Amount, tokens: list[Token], k: int) -> bool:
    """Tell *der* and *von* before what is counted; of a magnitude also *an*: *Millionen an Kilometern*."""
    is_magnitude = _low_at(tokens, amount.last - 1) in SCALES.keys() | VAGUE.keys()
    return _low_at(tokens, k) in _thing_words("passable") | (
        _thing_words("of_magnitude") if is_magnitude else frozenset()
    )


def _is_other_number(tokens: list[Token], k: int) -> bool:
    """Tell a second number, which counts for itself: *2015 300 Menschen*."""
    return _low_at(tokens, k) in VAGUE or (tokens[k].pos.startswith("CARD") and tokens[k].form.isdigit())


def _find_past_attribute(tokens: list[Token], first: int) -> int | None:
    """Find the noun behind an attribute that has words of its own: *zwei aus Ungarn erwartete alte Züge*."""
    for k in range(first + 1, min(first + FAR_REACH, len(tokens) - 1)):
        token = tokens[k]
        if _leaves_attribute(tokens, k):
            return None
        own_noun = any(_is_noun(t) or t.pos == "ADJD" for t in tokens[first + 1 : k])
        is_participle = token.pos == "ADJA" and token.form.endswith(tuple(_thing_words("participle")))
        if own_noun and is_participle:
            noun = next(n for n in range(k + 1, len(tokens) + 1) if n == len(tokens) or tokens[n].pos != "ADJA")
            if noun < len(tokens) and _is_noun(tokens[noun]):
                return noun
    return None


def _leaves_attribute(tokens: list[Token], k: int) -> bool:
    """Tell what no attribute holds: a verb, a mark, or an article that opens another phrase."""
    is_new_phrase = tokens[k].pos == "ART" and _is_noun(tokens[k - 1])
    return is_new_phrase or (tokens[k].pos.startswith(("V", "$")) and not tokens[k].pos.startswith("VVPP"))


def _end_of_unit(tokens: list[Token], first: int, k: int) -> int:
    """Go on past *und* and a second noun (*Polizisten und Soldaten*) and past the mark that closes a quotation."""
    last = k + 1 + 2 * _has_second(tokens, k)
    opened = any(t.form in MARKS for t in tokens[first:k])
    return last + (opened and any(t.form in MARKS for t in tokens[last : last + 1]))


def _has_second(tokens: list[Token], k: int) -> bool:
    """Tell whether *und* and a second noun that no third goes on with follow the one at `k`."""
    if _low_at(tokens, k + 1) not in _thing_words("and") or k + 2 >= len(tokens) or tokens[k].pos != "NN":
        return False
    if tokens[k].lemma.lower() in _thing_words("measured"):
        return False  # *1,7 Prozent und Händler*
    second, behind = tokens[k + 2], tokens[k + 3].pos if k + 3 < len(tokens) else ""
    return second.pos == "NN" and second.lemma != tokens[k].lemma and not behind.startswith("NN")


def add_bound(amount: Amount, tokens: list[Token]) -> None:
    """Read the words before the number that bound it; of several (*bis zu rund 300*) the first decides."""
    while amount.first:
        phrase = next((p for p in _phrases_before(amount, tokens) if p in _bounds()), None)
        if phrase is None or _is_preposition(phrase, amount, tokens):
            return
        amount.bound = _bounds()[phrase]
        amount.first -= len(phrase)


def _phrases_before(amount: Amount, tokens: list[Token]) -> list[tuple[str, ...]]:
    """List the phrases that end before a number, the longest first."""
    longest = min(WORDS_OF_BOUND, amount.first)
    return [tuple(t.form.lower() for t in tokens[amount.first - n : amount.first]) for n in range(longest, 0, -1)]


def _is_preposition(phrase: tuple[str, ...], amount: Amount, tokens: list[Token]) -> bool:
    """Tell *die Kontrolle über fünf Flugzeuge*, *ein Scheck über 150 Euro*, *die Umfrage unter 2800 Lehrern*."""
    if phrase == ("unter",):
        return amount.first > 1 and tokens[amount.first - 2].lemma.lower().endswith(tuple(_thing_words("among")))
    if phrase == ("über",) and amount.first > 1:
        before = tokens[amount.first - 2]
        if before.pos == "NN" and before.lemma.lower().endswith(tuple(_thing_words("paper"))):
            return True
    is_word = tokens[amount.core].form.isalpha() and amount.unit.lower() not in _thing_words("measured")
    return phrase == ("über",) and amount.value < LITTLE and is_word


def share_units(found: list[Amount], tokens: list[Token]) -> None:
    """Give a number the unit and the scale of the one tied to it: *20 bis 30 Menschen*, *2 bis 3 Millionen*."""
    for one, other in reversed(list(pairwise(found))):
        if not _are_tied(one, other, tokens):
            continue
        one.is_shared = True
        scale = SCALES.get(_low_at(tokens, other.core + 1), 1) if other.tail > other.core + 1 else 1
        is_range = other.bound == "up_to" or _low_at(tokens, one.first - 1) in _thing_words("from")
        if other.unit and not one.unit:
            one.unit, one.unit_at = other.unit, other.unit_at
        if scale > 1 and _is_change(one, tokens):
            one.value *= scale  # *von 560 auf 400 Millionen*
        elif is_range and one.value < other.value:
            one.value *= scale if one.value * scale < other.value else 1
            one.bound, other.bound = "at_least", "up_to"


def _share_a_noun(between: list[Token]) -> bool:
    """Tell *zwei Schwer- und | sieben Leichtverletzte*, *43 internationale und | mehr als 90 nationale Helfer*."""
    is_kind = 1 < len(between) <= WORDS_OF_BOUND and all(t.pos in ("TRUNC", "ADJA") for t in between[:-1])
    return is_kind and between[-1].form.lower() in _thing_words("and")


def _is_change(one: Amount, tokens: list[Token]) -> bool:
    """Tell the old number of *von 560 auf 400 Millionen* from the step of *um 560 auf zwei Millionen*."""
    is_step = _low_at(tokens, one.first - 1) in _thing_words("step")
    is_bare = one.tail == one.core + 1 and one.value < SCALES["tausend"]
    return is_bare and not is_step and _low_at(tokens, one.tail) in _thing_words("change")


def _are_tied(one: Amount, other: Amount, tokens: list[Token]) -> bool:
    """Tell two numbers of one thing: *20 bis 30*, *126 der 229*, *zwei, drei*, *250, 400 und 600*."""
    between = [t.form.lower() for t in tokens[one.tail : other.core]]
    if one.unit:
        return False
    if _share_a_noun(tokens[one.tail : other.first]):
        return True
    if not 1 <= len(between) <= 2:
        return False
    if between == [","]:
        return other.is_shared or 0 < other.value - one.value <= APART
    if between[0] in _thing_words("ballot"):
        return other.unit.lower() in _thing_words("of_ballot")
    if tokens[one.tail + len(between) - 1].pos.startswith("V"):
        return False  # *auf Platz vier und erhielten 20 Punkte*
    return between[0] in _thing_words("both") or (len(between) == 1 and between[0] in _thing_words("passable"))
