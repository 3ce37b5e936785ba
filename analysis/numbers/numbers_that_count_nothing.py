"""Exclusions: numbers that count nothing: dates, years, times, durations, ages, ordinals, scores, labels."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from analysis.codebook.wordlists import read_classes, read_words_of

__all__ = ["Amount", "Token", "counts_nothing"]

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


@lru_cache(maxsize=1)
def _times() -> tuple[str, ...]:
    return tuple(read_classes("amounts")["times"])


def counts_nothing(amount: Amount, tokens: list[Token], text: str) -> bool:
    """Tell a date, a year, a time, a duration, an age, a score or a label from a reported number.

    Examples
    --------
    >>> rows = [("Artikel", "NN", 0, 7), ("5", "CARD", 8, 9)]
    >>> tokens = [Token(form, form, pos, start, end) for form, pos, start, end in rows]
    >>> counts_nothing(Amount(1, 2, 1, 5.0, tail=2), tokens, "Artikel 5")
    True
    """
    core, end = tokens[amount.core], tokens[amount.tail - 1].end
    left, right = text[max(core.start - 2, 0) : core.start], text[end : end + 2]
    return (
        _is_part(left, right)
        or _is_time(amount, tokens)
        or _is_age(amount, tokens, left, right)
        or _is_labelled(amount, tokens)
        or _is_year(amount, tokens)
        or _is_bare_label(amount, tokens)
    )


def _is_part(left: str, right: str) -> bool:
    """Tell a number that is part of something longer: *2:1*, *18.30*, *A4*, *50er*, *Covid-19*."""
    if any(SCORE.match(s) for s in (left[-1:], right[:1]) if s) or left[-1:].isalpha() or right[:1].isalpha():
        return True
    return (left[-1:] in tuple("-–.,") and left[:1].isdigit()) or bool(re.match(r"[-–.,]\d", right)) or (
        left[-1:] == "-" and left[:1].isalpha()
    )  # fmt: skip


def _is_time(amount: Amount, tokens: list[Token]) -> bool:
    """Tell a time of day or a duration, by the unit: *18 Uhr*, *drei Tage*, *sieben Wochenstunden* too."""
    if amount.unit_at is None:
        return False
    lemma = tokens[amount.unit_at].lemma.lower()
    return lemma.endswith(_times()) or lemma in read_classes("amounts")["days"]


def _is_age(amount: Amount, tokens: list[Token], left: str, right: str) -> bool:
    """Tell an age: *81 Jahre alt*, *im Alter von 81*, *81-Jähriger*, *Kurz (35)*, *Kurz, 35,*, *mit 17*."""
    after = [t.form for t in tokens[amount.tail : amount.tail + 2]] + ["", ""]
    before = [t.form for t in tokens[max(amount.core - 2, 0) : amount.core]]
    if re.match(r"-?[jJ]ährig", after[0]) or before == ["Alter", "von"]:
        return True
    if amount.unit or not _is_small(amount) or tokens[amount.core].form.startswith("0"):
        return False
    if before and left.endswith("(") and right[:1] in (")", ","):
        return True
    is_apposed = len(before) == 2 and before[1] == "," and right[:1] == "," and tokens[amount.core - 2].pos == "NE"
    alone = not amount.is_shared and before[-1:] and before[-1].lower() in read_classes("amounts")["age"]
    return is_apposed or bool(alone and tokens[amount.core].form.isdigit() and after[0] not in ("zu", "von"))


def _is_small(amount: Amount) -> bool:
    return amount.value <= OLDEST and amount.value == int(amount.value)


def _is_labelled(amount: Amount, tokens: list[Token]) -> bool:
    """Tell a number behind a noun that it names: *Artikel 5*, *Platz 3*, *§ 129*, and telephone numbers."""
    if not amount.core:
        return False
    before = tokens[amount.core - 1].form
    after = tokens[amount.tail].form if amount.tail < len(tokens) else ""
    paragraph = after in ("StGB", "StPO", "GG", "ABGB", "EMRK", "Abs.", "Absatz")
    return paragraph or before in read_words_of("number_names") or bool(re.fullmatch(r"§+|0\d+", before))


def _is_year(amount: Amount, tokens: list[Token]) -> bool:
    """Tell a year: four digits without a mark, and nothing in the plural that they count."""
    form = tokens[amount.core].form
    if not (re.fullmatch(r"\d{4}", form) and int(form) in YEARS) or amount.tail > amount.core + 1:
        return False
    before = tokens[amount.core - 1].form.lower() if amount.core else ""
    if amount.unit_at is None:
        bounding = {t.form.lower() for t in tokens[amount.first : amount.core]}
        return bounding <= read_classes("amounts")["date"]
    unit = tokens[amount.unit_at]
    if amount.unit_at > amount.core + 1 and int(form) % 100:
        return True  # *der 1972 geborene Bürgermeister*
    is_plural = unit.lemma != unit.form or unit.form.endswith(("er", "en", "el"))
    if not is_plural and unit.pos in ("NN", "NE"):
        return True  # *nach 2007 NFL-Champion*
    return before == "seit" or (before in read_classes("amounts")["date"] and int(form) % 100 > 0)


def _is_bare_label(amount: Amount, tokens: list[Token]) -> bool:
    """Tell a number that names a thing: behind a name (*Airbus 320*), or right behind a noun (*Playstation 3*)."""
    if amount.unit or not amount.first or amount.is_shared or amount.first != amount.core:
        return False
    before = tokens[amount.first - 1]
    if (
        tokens[amount.tail : amount.tail + 1]
        and tokens[amount.tail].form.lower() in read_classes("amounts")["passable"]
    ):
        return False  # *35 der letzten 41 Rennen*
    governed = amount.first >= 2 and tokens[amount.first - 2].pos.startswith("APPR")
    if before.pos in ("NE", "FM", "XY"):
        return not (governed and tokens[amount.first - 2].form.lower() in ("in", "im", "aus", "bei"))
    is_day = before.lemma.lower().endswith("tag") or before.lemma.lower() in _times()
    return before.pos == "NN" and tokens[amount.core].form.isdigit() and _is_small(amount) and not is_day
