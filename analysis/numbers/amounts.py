"""Amounts: number expressions in a sentence, with their bound and unit.

Dates, ages, times, durations, ordinals, scores and names are none (`exclusions`).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from analysis.codebook.wordlists import read_classes, read_lines
from analysis.language.numerals import SCALES, VAGUE, parse_figures, parse_word
from analysis.numbers.number_populations import counts_people
from analysis.numbers.numbers_that_count_nothing import Amount, Token, counts_nothing

__all__ = ["Amount", "Token", "find_amounts"]

BETWEEN = ("ADJ", "ADV", "PIAT", "PIDAT", "VVPP", "CARD", "TRUNC")  # may stand between a number and what it counts
QUOTES = frozenset('„“”"»«')
PARTICIPLE = ("te", "ten", "ene", "enen", "nde", "nden")
REACH = 5  # words between a number and what it counts
FAR_REACH = 9  # ... past an attribute with words of its own: *zwei im Raum Köln und in Gießen festgenommenen Männern*


@lru_cache(maxsize=1)
def _bounds() -> dict[tuple[str, ...], str]:
    entries = (line.split("\t") for line in read_lines("bounds"))
    return {tuple(phrase.split()): bound for phrase, bound in entries}


def _words(name: str) -> frozenset[str]:
    return read_classes("amounts")[name]


def find_amounts(tokens: list[Token], text: str) -> list[Amount]:
    """Find the amounts of one sentence.

    Parameters
    ----------
    tokens : list of Token
        The tokens of the sentence, in order.
    text : str
        The article that their offsets point into.

    Examples
    --------
    >>> words = [("mehr", "PIAT"), ("als", "KOKOM"), ("4.000", "CARD"), ("Menschen", "NN")]
    >>> text, tokens = "mehr als 4.000 Menschen", []
    >>> for form, pos in words:
    ...     tokens.append(Token(form, form, pos, text.index(form), text.index(form) + len(form)))
    >>> [(a.value, a.bound, a.unit) for a in find_amounts(tokens, text)]
    [(4000.0, 'more_than', 'Menschen')]
    """
    tokens = _part_final_stop(tokens)
    found: list[Amount] = []
    k = 0
    while k < len(tokens):
        amount = _read_number(tokens, k) or _read_one(tokens, k, found)
        if amount is None:
            k += 1
            continue
        k = amount.last
        amount.tail = amount.last
        _add_unit(amount, tokens, text)
        _add_bound(amount, tokens)
        found.append(amount)
    _share_units(found, tokens)
    kept = [amount for amount in found if not counts_nothing(amount, tokens, text)]
    for amount in kept:
        amount.start, amount.end = tokens[amount.first].start, tokens[amount.last - 1].end
    return kept


def _part_final_stop(tokens: list[Token]) -> list[Token]:
    """Take the stop off a number that ends a sentence: it is no ordinal there (*stieg auf 164.*)."""
    last = tokens[-1] if tokens else None
    if last and re.fullmatch(r"\d[\d.,]*\.", last.form):
        return [*tokens[:-1], last._replace(form=last.form[:-1], end=last.end - 1)]
    return tokens


def _read_number(tokens: list[Token], k: int) -> Amount | None:
    """Read the number that begins at token `k`, if one does: `4 400`, `2,2 Millionen`, `zwei Dutzend`, `Hunderte`."""
    low = tokens[k].form.lower()
    following = tokens[k + 1].form if k + 1 < len(tokens) else ""
    scale = SCALES.get(following.lower())
    if low in VAGUE:
        many = scale if scale and scale > VAGUE[low] else 0  # *dutzende Millionen Menschen*
        return Amount(k, k + 1 + bool(many), k, VAGUE[low] * (many or 1), bound="about")
    if low in _words("several") and scale:
        return Amount(k, k + 2, k, scale, bound="about")
    if low in _words("one") and scale:
        return Amount(k, k + 2, k, scale)
    value = _read_core(tokens, k)
    if value is None:
        return None
    last = k + 1
    while value >= 1 and last < len(tokens) and re.fullmatch(r"\d{3}", tokens[last].form) and tokens[k].form.isdigit():
        if len(tokens[k].form) > 3 or tokens[last].start - tokens[last - 1].end != 1:
            break
        value, last = value * 1000 + int(tokens[last].form), last + 1
    scale = SCALES.get(tokens[last].form.lower()) if last < len(tokens) else None
    return Amount(k, last + 1, k, value * scale) if scale and scale != value else Amount(k, last, k, value)


def _read_core(tokens: list[Token], k: int) -> float | None:
    """Read one token as a number; a capitalised number word inside a sentence is a noun (*die Elf*)."""
    form = tokens[k].form
    if form[0].isdigit():
        leading_zero = len(form) > 1 and form[0] == "0" and form[1].isdigit()
        return None if leading_zero else parse_figures(form)
    if form.lower() in ("eins", "million", "milliarde", "dutzend") or tokens[k].pos.startswith("VV"):
        return None
    if form[0].isupper() and k > 0 and tokens[k - 1].form not in QUOTES | set(":–-.("):
        return None
    return parse_word(form)


def _read_one(tokens: list[Token], k: int, found: list[Amount]) -> Amount | None:
    """Read *ein* where it is counted against another number of people: *zwölf Kinder und ein Erwachsener*."""
    low = tokens[k].form.lower()
    if low not in _words("one") or not found or found[-1].unit_at is None or k < 1:
        return None
    joint = tokens[found[-1].last : k]
    noun = next((t for t in tokens[k + 1 : k + 4] if not t.pos.startswith("ADJA") or t.form[0].isupper()), None)
    is_listed = [t.form for t in joint] in (["und"], [","], ["sowie"])
    counted = tokens[found[-1].unit_at]
    if not is_listed or noun is None or not counts_people(counted.form, counted.lemma):
        return None
    return Amount(k, k + 1, k, 1) if counts_people(noun.form, noun.lemma) and noun.form[0].isupper() else None


def _is_noun(token: Token) -> bool:
    return token.pos in ("NN", "NE") or (token.form[0].isupper() and token.pos.startswith(("ADJ", "FM", "VVPP")))


def _add_unit(amount: Amount, tokens: list[Token], text: str) -> None:
    """Find what is counted: a sign, or the noun behind the number, past adjectives and past *der* or *von den*."""
    if amount.first and tokens[amount.first - 1].form in _words("signs") - {"%", "‰", "°"}:
        amount.first -= 1
        amount.unit, amount.unit_at = tokens[amount.first].form, amount.first
        return
    place = _find_unit(tokens, amount.last)
    if place is not None:
        amount.unit_at = place
        amount.last = _end_of_unit(tokens, amount.last, place)
        amount.unit = text[tokens[place].start : tokens[amount.last - 1].end].strip('“”"«»')


def _find_unit(tokens: list[Token], first: int) -> int | None:
    """Find the token that says what is counted by a number that ends before `first`."""
    for k in range(first, min(first + REACH, len(tokens))):
        token = tokens[k]
        if token.form in _words("signs") or _is_noun(token):
            return k
        is_passable = token.form.lower() in _words("passable") and k - first < 2
        if token.form.lower() in VAGUE or (token.pos.startswith("CARD") and token.form.isdigit()):
            return None
        if token.pos.startswith("APPR") and k == first and not is_passable:
            return _find_past_attribute(tokens, first)
        if not (token.pos.startswith(BETWEEN) or token.form in QUOTES or is_passable):
            return None
    return None


def _find_past_attribute(tokens: list[Token], first: int) -> int | None:
    """Find the noun behind an attribute that has words of its own: *zwei aus Ungarn erwartete Züge*."""
    for k in range(first + 1, min(first + FAR_REACH, len(tokens) - 1)):
        token, noun = tokens[k], tokens[k + 1]
        if token.pos.startswith(("V", "$")) and not token.pos.startswith("VVPP"):
            return None
        own_noun = any(_is_noun(t) for t in tokens[first + 1 : k])
        if (
            own_noun
            and token.pos == "ADJA"
            and noun.pos == "NN"
            and token.form.endswith(("te", "ten", "ene", "enen", "nde", "nden"))
        ):
            return k + 1
    return None


def _end_of_unit(tokens: list[Token], first: int, k: int) -> int:
    """Go on past *und* and a second noun (*Polizisten und Soldaten*) and past the mark that closes a quotation."""
    last = k + 1
    if [t.form in ("und", "oder") for t in tokens[last : last + 1]] == [True] and tokens[last + 1 : last + 2]:
        noun, behind = tokens[last + 1], tokens[last + 2].pos if last + 2 < len(tokens) else ""
        alike = noun.pos == "NN" and noun.lemma != tokens[k].lemma and tokens[k].pos == "NN"
        last += 2 * (alike and not behind.startswith("NN") and (noun.form[-1] == tokens[k].form[-1] or alike))
    opened = any(t.form in QUOTES for t in tokens[first:k])
    return last + (opened and any(t.form in QUOTES for t in tokens[last : last + 1]))


def _add_bound(amount: Amount, tokens: list[Token]) -> None:
    """Read the words before the number that bound it; of several (*bis zu rund 300*) the first decides."""
    bounds = _bounds()
    while amount.first:
        for n in (3, 2, 1):
            phrase = tuple(t.form.lower() for t in tokens[max(amount.first - n, 0) : amount.first])
            is_little = (
                amount.value < 10 and tokens[amount.core].form.isalpha() and amount.unit not in ("Prozent", "Euro")
            )
            if phrase == ("über",) and is_little:
                return  # *die Kontrolle über fünf Flugzeuge*
            if len(phrase) == n and phrase in bounds:
                amount.bound = bounds[phrase]
                amount.first -= n
                break
        else:
            return


def _share_units(found: list[Amount], tokens: list[Token]) -> None:
    """Give a number without a unit that of the one tied to it: *20 bis 30 Menschen*, *zwischen 50 und 100 Euro*."""
    for one, other in reversed(list(_ties(found, tokens))):
        one.is_shared = True
        scale = SCALES.get(tokens[other.core + 1].form.lower(), 1) if other.tail > other.core + 1 else 1
        opening = tokens[one.first - 1].form.lower() if one.first else ""
        is_range = other.bound == "up_to" or opening == "zwischen"
        if other.unit and not one.unit:
            one.unit, one.unit_at = other.unit, other.unit_at
            one.value *= scale if is_range and one.value * scale < other.value else 1
        if is_range and one.value < other.value:
            one.bound, other.bound = "at_least", "up_to"


def _ties(found: list[Amount], tokens: list[Token]) -> Iterator[tuple[Amount, Amount]]:
    """Yield the numbers that stand beside each other with no more than a little word between them."""
    for one, other in pairwise(found):
        between = [t.form.lower() for t in tokens[one.tail : other.core]]
        if not one.unit and len(between) in (1, 2) and between[0] in _words("both"):
            yield one, other
