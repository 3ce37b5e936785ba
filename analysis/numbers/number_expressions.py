"""Number expressions: what is a number in a sentence, and what it amounts to: `4 400`, `2,2 Millionen`, `Hunderte`.

Units and bounds come later (`counted_things`), and what counts nothing is sorted out last
(`excluded_numbers`).
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

from analysis.codebook.wordlists import read_classes
from analysis.language.numerals import SCALES, VAGUE, parse_figures, parse_word
from analysis.language.words import Words
from analysis.numbers.number_populations import counts_people

__all__ = ["YEARS", "Amount", "Token", "is_small", "read_number", "read_one", "words_of_sentence"]

YEARS = range(1400, 2100)
OLDEST = 120  # years: no person is older, so no number above it is an age

MARKS = frozenset('„“”"»«:–-.(')  # behind these a sentence, or a quotation, may begin with a number word
NO_NUMBER = "VV"  # the tag of a verb that is spelled like a number: *achten*
LISTED = (["und"], [","], ["sowie"])  # what stands between the members of a list of people


class Token(NamedTuple):
    """A token of the sentence at hand."""

    form: str
    lemma: str
    pos: str
    start: int
    end: int


@dataclass
class Amount:
    """A number expression: tokens `first` to `last` (exclusive) of its sentence.

    `core`: where the number itself begins; `tail`: where it ends; `unit_at`: the token that says what is counted;
    `start`, `end`: characters; `is_shared`: the unit stands with the next number.
    """

    first: int
    last: int
    core: int
    value: float
    bound: str = "exactly"
    unit: str = ""
    unit_at: int | None = None
    start: int = 0
    end: int = 0
    tail: int = 0
    is_shared: bool = False


def is_small(amount: Amount) -> bool:
    """Tell whole numbers that may be an age, or the number of a thing."""
    return amount.value <= OLDEST and amount.value == int(amount.value)


def words_of_sentence(tokens: list[Token]) -> Words:
    """Give the tokens of a sentence the form in which the language room reads them."""
    none = [0] * len(tokens)
    columns = zip(*tokens, strict=True) if tokens else ((),) * len(Token._fields)
    form, lemma, pos, start, end = map(list, columns)
    return Words("", "", form, lemma, pos, start, end, sentence=none, paragraph=none)


def _expression_words(name: str) -> frozenset[str]:
    return read_classes("number_words")[name]


def _low_form(tokens: list[Token], k: int) -> str:
    return tokens[k].form.lower() if 0 <= k < len(tokens) else ""


def read_number(tokens: list[Token], k: int) -> Amount | None:
    """Read the number that begins at token `k`, if one does: `4 400`, `2,2 Millionen`, `zwei Dutzend`, `Hunderte`.

    Examples
    --------
    >>> tokens = [Token(form, form, "", 0, 0) for form in "eine halbe Million Menschen".split()]
    >>> read_number(tokens, 0).value
    500000.0
    """
    return _read_magnitude(tokens, k) or _read_part(tokens, k) or _read_value(tokens, k)


def _read_magnitude(tokens: list[Token], k: int) -> Amount | None:
    """Read an order of magnitude: `Hunderte`, `Dutzende Millionen`, `mehrere Tausend`, `eine Million`, `Millionen`."""
    low, scale = _low_form(tokens, k), SCALES.get(_low_form(tokens, k + 1))
    if low in VAGUE:
        many = scale if scale and scale > VAGUE[low] else 0  # *dutzende Millionen Menschen*
        return Amount(k, k + 1 + bool(many), k, VAGUE[low] * (many or 1), bound="about")
    if low in _expression_words("several") and scale:
        return Amount(k, k + 2, k, scale, bound="about")
    if low in _expression_words("one") and scale:
        return Amount(k, k + 2, k, scale)
    is_alone = k == 0 or not tokens[k - 1].pos.startswith(
        ("ART", "CARD", "$(")
    )  # not *die Millionen*, *(4,5) Millionen*
    return Amount(k, k + 1, k, SCALES[low], bound="about") if low in _expression_words("many") and is_alone else None


def _read_part(tokens: list[Token], k: int) -> Amount | None:
    """Read a part of a scale: `ein halbes Dutzend`, `eine halbe Million`, or about one: `ein gutes Dutzend`."""
    at = k + (_low_form(tokens, k) in _expression_words("one"))
    low, scale = _low_form(tokens, at), SCALES.get(_low_form(tokens, at + 1))
    if scale and low in _expression_words("half"):
        return Amount(k, at + 2, k, scale / 2)
    return Amount(k, at + 2, k, scale, bound="about") if scale and low in _expression_words("nearly") else None


def _read_value(tokens: list[Token], k: int) -> Amount | None:
    """Read a number in figures or words, with the groups of three and the scale behind it: `4 400`, `2,2 Millionen`."""
    value = _read_token(tokens, k)
    if value is None:
        return None
    last = k + 1
    while value >= 1 and _is_group(tokens, k, last):
        value, last = value * 1000 + int(tokens[last].form), last + 1
    scale = SCALES.get(_low_form(tokens, last))
    return Amount(k, last + 1, k, value * scale) if scale and scale != value else Amount(k, last, k, value)


def _is_group(tokens: list[Token], k: int, last: int) -> bool:
    """Tell three figures that go on with the number at `k`, one space behind it: `4 | 400`."""
    if last >= len(tokens) or not re.fullmatch(r"\d{3}", tokens[last].form):
        return False
    return re.fullmatch(r"\d{1,3}", tokens[k].form) is not None and tokens[last].start - tokens[last - 1].end == 1


def _read_token(tokens: list[Token], k: int) -> float | None:
    """Read one token as a number; a capitalised number word inside a sentence is a noun (*die Elf*)."""
    form = tokens[k].form
    if form[0].isdigit():
        leading_zero = len(form) > 1 and form[0] == "0" and form[1].isdigit()
        return None if leading_zero else parse_figures(form)
    if form.lower() in _expression_words("never") or tokens[k].pos.startswith(NO_NUMBER):
        return None
    if form[0].isupper() and k > 0 and tokens[k - 1].form not in MARKS:
        return None
    return parse_word(form)


def read_one(tokens: list[Token], k: int, found: list[Amount]) -> Amount | None:
    """Read *ein* where it is counted against another number of people: *zwölf Kinder und ein Erwachsener*."""
    if _low_form(tokens, k) not in _expression_words("one") or not found or found[-1].unit_at is None or k < 1:
        return None
    counted = tokens[found[-1].unit_at]
    if [t.form for t in tokens[found[-1].last : k]] not in LISTED or not counts_people(counted.form, counted.lemma):
        return None
    noun = next((t for t in tokens[k + 1 : k + 4] if not t.pos.startswith("ADJA") or t.form[0].isupper()), None)
    is_person = noun is not None and noun.form[0].isupper() and counts_people(noun.form, noun.lemma)
    return Amount(k, k + 1, k, 1) if is_person else None
