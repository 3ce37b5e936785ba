"""Scope: whether a number is about the event, a part of it, another event or time, or a standing figure."""

import re
from itertools import pairwise

from analysis.codebook.wordlists import read_classes
from analysis.numbers.number_expressions import Amount, Token

__all__ = ["name_scope"]

YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
NEAR = 12  # words around a number in which a year is its own
BORDERS = frozenset((",", ";", ":", "–", "(", ")"))
BEFORE_YEAR = 4  # words before a year that may compare with it: *gegenüber der Wahl 2012*


def name_scope(amount: Amount, tokens: list[Token], *, year: int | None) -> str:
    """Say what a number is about: ``statistic``, ``other``, ``part`` or, where nothing says otherwise, ``event``.

    Parameters
    ----------
    amount : Amount
        A number of the sentence.
    tokens : list of Token
        The sentence.
    year : int or None
        The year in which the article was published, if it is known.

    Examples
    --------
    >>> rows = [("1990", "CARD"), ("starben", "VVFIN"), ("acht", "CARD"), ("Menschen", "NN")]
    >>> tokens = [Token(form, form, pos, 0, 0) for form, pos in rows]
    >>> name_scope(Amount(2, 4, 2, 8.0, unit="Menschen", unit_at=3, tail=3), tokens, year=2022)
    'other'
    """
    classes = read_classes("number_scopes")
    first, last = _stretch(amount, tokens)
    around = tokens[first:last]
    beside = tokens[first : amount.core] + tokens[amount.tail : last]
    words = {t.form.lower() for t in around}
    unit = tokens[amount.unit_at].form.lower() if amount.unit_at is not None else ""
    if unit.endswith(tuple(classes["standing"])) or words & classes["statistic"]:
        return "statistic"
    years = {int(t.form) for k, t in enumerate(beside) if YEAR.fullmatch(t.form) and not _is_compared(beside, k)}
    is_other = bool(words & classes["other"]) or _is_past(around)
    if is_other or (years and years != {year}):
        return "other"
    return "part" if _singles_out(around) else "event"


def _singles_out(tokens: list[Token]) -> bool:
    """Tell *allein in der Nacht*, *allein am Montag*: a part of what is counted elsewhere."""
    words = read_classes("number_scopes")["part"]
    return any(one.form.lower() in words and two.pos.startswith("APPR") for one, two in pairwise(tokens))


def _is_compared(tokens: list[Token], k: int) -> bool:
    """Tell a year that a number is only compared with: *mehr als 2012*, *gegenüber der Wahl 2012*."""
    before = {t.form.lower() for t in tokens[max(k - BEFORE_YEAR, 0) : k]}
    return bool(before & read_classes("number_scopes")["compared"])


def _stretch(amount: Amount, tokens: list[Token]) -> tuple[int, int]:
    """Give the words around a number in which a year is its own: some on either side, or to the next comma."""
    first, last = amount.first, amount.last
    while first and tokens[first - 1].form not in BORDERS:
        first -= 1
    while last < len(tokens) and tokens[last].form not in BORDERS:
        last += 1
    return min(first, max(amount.first - NEAR, 0)), max(last, amount.last + NEAR)


def _is_past(tokens: list[Token]) -> bool:
    """Tell *im vergangenen Jahr*, *im vergangenen Juli*, *vor zwei Jahren*."""
    classes = read_classes("number_scopes")
    for one, two, three in zip(tokens, tokens[1:], [*tokens[2:], tokens[-1]], strict=False):
        is_period = two.lemma.lower() in classes["period"] or two.form in read_classes("number_names")["date"]
        if one.form.lower().startswith(tuple(classes["past"])) and is_period:
            return True
        if (
            one.form.lower() == "vor"
            and three.lemma.lower() in classes["period"]
            and two.pos in ("CARD", "ART", "PIAT")
        ):
            return True
    return False
