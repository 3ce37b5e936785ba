"""Amounts: number expressions in a sentence, with their bound and unit.

Dates, ages, times, durations, ordinals, scores and names are none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from analysis.codebook.wordlists import read_lines
from analysis.language.numerals import SCALES, VAGUE, parse_figures, parse_word

__all__ = ["Amount", "Token", "find_amounts"]

SIGNS = {"%", "‰", "€", "$", "£", "°"}
SEVERAL = {"mehrere", "mehreren", "mehrerer", "einige", "einigen", "einiger", "etliche", "viele", "vielen"}
ONE = {"ein", "eine", "einem", "einen", "einer", "eines"}
BETWEEN = ("ADJ", "ADV", "PIAT", "PIDAT", "VVPP", "CARD", "TRUNC")  # may stand between a number and what it counts
QUOTES = frozenset('„“”"»«')
TIMES = ("Jahr", "Jahrzehnt", "Monat", "Woche", "Tag", "Stunde", "Minute", "Sekunde", "Uhr")
YEARS = range(1400, 2100)
OLDEST = 120
SCORE = re.compile(r"[:/]")


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

    `core`: where the number itself begins; `unit_at`: the token that says what is counted; `start`, `end`: characters.
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


@lru_cache(maxsize=1)
def _bounds() -> dict[tuple[str, ...], str]:
    entries = (line.split("\t") for line in read_lines("bounds"))
    return {tuple(phrase.split()): bound for phrase, bound in entries}


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
        amount = _read_number(tokens, k)
        if amount is None:
            k += 1
            continue
        k = amount.last
        _add_unit(amount, tokens, text)
        if not _is_name(amount, tokens, text):
            _add_bound(amount, tokens)
            found.append(amount)
    return list(_open_ranges(found, tokens))


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
        return Amount(k, k + 1, k, VAGUE[low], bound="at_least")
    if low in SEVERAL and scale:
        return Amount(k, k + 2, k, scale, bound="at_least")
    if low in ONE and scale:
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
    if form[0].isupper() and k > 0 and tokens[k - 1].form not in QUOTES | set(":–-"):
        return None
    return parse_word(form)


def _add_unit(amount: Amount, tokens: list[Token], text: str) -> None:
    """Find what is counted: a sign, or the noun behind the number, past adjectives and past *der* or *von den*."""
    k = amount.last
    if amount.first and tokens[amount.first - 1].form in SIGNS - {"%", "‰", "°"}:
        amount.first -= 1
        amount.unit, amount.unit_at = tokens[amount.first].form, amount.first
        return
    while k < len(tokens) and k - amount.last < 5:
        token = tokens[k]
        is_noun = token.pos in ("NN", "NE") or (token.form[0].isupper() and token.pos.startswith(("ADJ", "FM")))
        if token.form in SIGNS or is_noun:
            amount.unit_at = k
            amount.last = _end_of_unit(tokens, amount.last, k)
            amount.unit = text[token.start : tokens[amount.last - 1].end].strip('“”"«»')
            return
        genitive = token.lemma.lower() == "der" or token.form.lower() in (
            "der",
            "von",
            "den",
            "seiner",
            "ihrer",
            "dieser",
        )
        may_pass = token.pos.startswith(BETWEEN) or token.form in QUOTES or (genitive and k - amount.last < 2)
        if not may_pass or token.form.lower() in VAGUE or (token.pos.startswith("CARD") and token.form.isdigit()):
            return
        k += 1


def _end_of_unit(tokens: list[Token], first: int, k: int) -> int:
    """Go on past *und* and a second noun (*Polizisten und Soldaten*) and past the mark that closes a quotation."""
    last = k + 1
    if [t.form in ("und", "oder") for t in tokens[last : last + 1]] == [True] and tokens[last + 1 : last + 2]:
        noun = tokens[last + 1]
        last += 2 * (noun.pos == "NN" and noun.lemma != tokens[k].lemma and tokens[k].pos == "NN")
    opened = any(t.form in QUOTES for t in tokens[first:k])
    return last + (opened and any(t.form in QUOTES for t in tokens[last : last + 1]))


def _is_name(amount: Amount, tokens: list[Token], text: str) -> bool:
    """Tell a date, a year, a time, an age, a score, a telephone number or a name (*Artikel 5*) from an amount."""
    core, before = tokens[amount.core], tokens[amount.first - 1] if amount.first else None
    after = [t.form for t in tokens[amount.core + 1 : amount.core + 4]] + ["", "", ""]
    left, right = text[max(core.start - 2, 0) : core.start], text[core.end : core.end + 2]
    names = read_lines("number_names")
    named = before is not None and (before.form in names or re.fullmatch(r"§+|0\d+", before.form))
    touching = [s for s in (left[-1:], right[:1]) if s and not s.isspace()]
    if any(SCORE.match(s) for s in touching) or (left[-1:] in "-–.," and left[:1].isdigit()) or left[-1:].isalpha():
        return True
    if re.match(r"[-–.,]\d", right) or right[:1].isalpha() or after[0] in ("Uhr", "Grad") or amount.unit == "Uhr":
        return True
    if named or (amount.unit_at is not None and tokens[amount.unit_at].lemma in TIMES):
        return True
    is_age = after[0].startswith(("Jahr", "Monat", "Woche", "Tag")) and after[1].startswith("alt")
    is_age = is_age or " ".join(_forms(tokens, amount.first, 2)) == "Alter von"
    if is_age or any(re.match(r"-?[jJ]ährig", form) for form in after[:1]):
        return True
    return _is_year(amount, tokens) or _is_bare_label(amount, tokens, left, right)


def _forms(tokens: list[Token], before: int, n: int) -> list[str]:
    return [t.form for t in tokens[max(before - n, 0) : before]]


def _is_year(amount: Amount, tokens: list[Token]) -> bool:
    """Tell a year: four digits without a mark, and nothing that they count."""
    form = tokens[amount.core].form
    if not (re.fullmatch(r"\d{4}", form) and int(form) in YEARS):
        return False
    before = " ".join(_forms(tokens, amount.first, 1)).lower()
    if amount.unit_at is not None and amount.unit_at > amount.core + 1 and int(form) % 100:
        return True  # *der 1972 geborene Bürgermeister*
    return not amount.unit or before == "seit" or (before in ("vor", "bis", "ab", "von", "in") and int(form) % 100 > 0)


def _is_bare_label(amount: Amount, tokens: list[Token], left: str, right: str) -> bool:
    """Tell a number that counts nothing: behind a name (*Airbus 320*), in brackets as an age, or as *Kurz, 35,*."""
    if amount.unit or not amount.first:
        return False
    before = tokens[amount.first - 1]
    is_small = amount.value <= OLDEST and amount.value == int(amount.value)
    in_brackets = left.endswith("(") and right.startswith(")")
    apposed = amount.first >= 2 and before.form == "," and right[:1] in ",)" and tokens[amount.first - 2].pos == "NE"
    return before.pos in ("NE", "FM", "XY") or (is_small and (in_brackets or apposed))


def _add_bound(amount: Amount, tokens: list[Token]) -> None:
    """Read the words before the number that bound it; of several (*bis zu rund 300*) the first decides."""
    bounds = _bounds()
    while amount.first:
        for n in (3, 2, 1):
            phrase = tuple(form.lower() for form in _forms(tokens, amount.first, n))
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


def _open_ranges(found: list[Amount], tokens: list[Token]) -> Iterator[Amount]:
    """Read *20 bis 30 Menschen* as two amounts: at least the one, up to the other, of the same unit."""
    for one, other in zip(found, [*found[1:], None], strict=False):
        joined = other is not None and one.last == other.first and tokens[other.first].form.lower() == "bis"
        if joined and not one.unit and other.bound == "up_to" and one.value < other.value:
            one.unit, one.unit_at, one.bound = other.unit, other.unit_at, "at_least"
            scale = SCALES.get(tokens[other.core + 1].form.lower(), 1) if other.core + 1 < len(tokens) else 1
            one.value *= scale if one.value * scale < other.value else 1
        one.start, one.end = tokens[one.first].start, tokens[one.last - 1].end
        yield one
