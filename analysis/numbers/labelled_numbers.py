"""Labels: numbers that name a thing, a place in a list, a date, a house, a telephone, and count nothing."""

import re

from analysis.codebook.wordlists import read_classes
from analysis.language.numerals import parse_number
from analysis.numbers.number_expressions import YEARS, Amount, Token, is_small

__all__ = ["names_something"]

STREET = 5  # words of a street's name behind its number: *40, Old Maple Road*


def names_something(amount: Amount, tokens: list[Token]) -> bool:
    """Tell a number that names a thing from one that counts: *Artikel 5*, *Platz 3*, *Nord Stream 2*, *1190 Wien*.

    Examples
    --------
    >>> rows = [("Artikel", "NN"), ("5", "CARD")]
    >>> tokens = [Token(form, form, pos, 0, 0) for form, pos in rows]
    >>> names_something(Amount(1, 2, 1, 5.0, tail=2), tokens)
    True
    """
    return _is_labelled(amount, tokens) or _is_placed(amount, tokens) or _is_bare_label(amount, tokens)


def _is_labelled(amount: Amount, tokens: list[Token]) -> bool:
    """Tell a number behind a noun that it names: *Artikel 5*, *die Plätze zwei und drei*, *§ 129*, telephones."""
    at = _before_row(amount, tokens)
    if at < 0:
        return False
    before = tokens[at].form
    after = tokens[amount.tail].form if amount.tail < len(tokens) else ""
    names = read_classes("number_names")
    is_short = amount.unit_at is None and amount.value < YEARS.stop  # im Februar 50.000 is no date
    is_dated = before in names["date"] and (is_short or amount.value in YEARS) and not _is_duration(tokens, at)
    is_step = before in names["step"] and (amount.unit_at is None or after in names["of"])
    is_name = before in names["label"] or is_dated or is_step
    return is_name or after in names["law"] or before.startswith("§") or _is_telephone(amount, tokens)


def _is_telephone(amount: Amount, tokens: list[Token]) -> bool:
    """Tell figures behind an area code, *0171 123456*, *0800/111 222*, *030 22 33 44*."""
    at = amount.core
    while at and tokens[at - 1].form.isdigit():
        at -= 1
    codes = [tokens[at].form] if at < amount.core else [tokens[amount.core - 1].form]
    return any(re.fullmatch(r"0\d+(?:/\d+)?", code) for code in codes)


def _before_row(amount: Amount, tokens: list[Token]) -> int:
    """Give the place before a number, or before the row of numbers that it ends: *Plätze | 11 und 16*."""
    at, row = amount.core - 1, read_classes("number_names")["row"]
    if amount.unit_at is not None:
        return at
    while at > 1 and tokens[at].form in row and parse_number(tokens[at - 1].form) is not None:
        at -= 2
    return at


def _is_duration(tokens: list[Token], at: int) -> bool:
    """Tell *von zehn bis 19 Jahren | 1703 Fälle*: the years are counted themselves."""
    return at > 0 and parse_number(tokens[at - 1].form) is not None and tokens[at - 1].form.lower() != "ein"


def _is_placed(amount: Amount, tokens: list[Token]) -> bool:
    """Tell the number of a house or a town, *40, Maple Road*, *Ringstraße 1, 1190 Wien*, or of a page's pictures."""
    names = read_classes("number_names")
    unit = tokens[amount.unit_at] if amount.unit_at is not None else None
    if unit is not None:
        is_town = unit.pos == "NE" and re.fullmatch(r"\d{4,5}", tokens[amount.core].form) is not None
        opens = amount.core == 0 or tokens[amount.core - 1].form in (",", ";", "–", "|")
        return unit.form in names["paging"] or (is_town and opens)
    behind = [t.form for t in tokens[amount.tail : amount.tail + STREET]]
    return behind[:1] == [","] and bool(names["street"] & set(behind))


def _is_bare_label(amount: Amount, tokens: list[Token]) -> bool:
    """Tell a number that names a thing: behind a name (*Airbus 320*), or right behind a noun (*Playstation 3*)."""
    if not amount.first or amount.first != amount.core:
        return False
    if amount.unit_at is not None:
        return _names_product(amount, tokens)
    if amount.is_shared:
        return False
    after = tokens[amount.tail].form.lower() if amount.tail < len(tokens) else ""
    if after in read_classes("number_words")["passable"]:
        return False  # *35 der letzten 41 Rennen*
    before = tokens[amount.first - 1]
    if before.pos in ("NE", "FM", "XY"):
        return not _is_in_place(tokens, amount.first - 1)
    is_day = before.lemma.lower().endswith("tag") or before.lemma.lower() in read_classes("number_words")["times"]
    return before.pos == "NN" and tokens[amount.core].form.isdigit() and is_small(amount) and not is_day


def _is_in_place(tokens: list[Token], i: int) -> bool:
    """Tell a name behind a preposition of place: *in Paris 130*."""
    governing = tokens[i - 1] if i else None
    return governing is not None and governing.pos.startswith("APPR") and governing.form.lower() in _words_of_place()


def _words_of_place() -> frozenset[str]:
    return read_classes("number_words")["at"]


def _names_product(amount: Amount, tokens: list[Token]) -> bool:
    """Tell *weil Nord Stream 2 | Deutschland spaltet*: one figure between two names counts no name."""
    before, unit = tokens[amount.first - 1], tokens[amount.unit_at]
    is_digit = re.fullmatch(r"\d", tokens[amount.core].form) is not None
    return is_digit and before.pos in ("NE", "FM") and unit.pos == "NE" and not _is_in_place(tokens, amount.first - 1)
