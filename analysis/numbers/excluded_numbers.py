"""Exclusions: numbers that count nothing: dates, years, times, durations, ages, ordinals, scores, labels."""

import re
from functools import lru_cache

from analysis.codebook.wordlists import read_classes
from analysis.numbers.number_expressions import Amount, Token
from analysis.numbers.number_populations import counts_people

__all__ = ["counts_nothing"]

YEARS = range(1400, 2100)
OLDEST = 120  # years: no person is older, so no number above it is an age
SCORE = re.compile(r"[:/]")
DOCKET = re.compile(r"\s[A-Z][A-Za-z]{0,2}\s\d+/\d")  # the rest of a court's reference: *10 | Cg 17/15b*


@lru_cache(maxsize=1)
def _times() -> tuple[str, ...]:
    return tuple(read_classes("number_words")["times"])


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
    if _form_at(tokens, amount.core - 1) == "bis":  # also where a dash stands for it
        left = ""
    if _form_at(tokens, amount.tail) == "bis":
        right = ""
    return (
        _is_part(left, right)
        or _is_time_or_duration(amount, tokens)
        or _is_age(amount, tokens, left, right)
        or _is_labelled(amount, tokens)
        or _is_year(amount, tokens)
        or _is_bare_label(amount, tokens)
        or _is_note(amount, tokens)
        or bool(DOCKET.match(text[end : end + 12]))
    )


def _form_at(tokens: list[Token], k: int) -> str:
    return tokens[k].form if 0 <= k < len(tokens) else ""


def _is_part(left: str, right: str) -> bool:
    """Tell a number that is part of something longer: *2:1*, *18.30*, *A4*, *50er*, *Covid-19*."""
    before, after = left[-1:], right[:1]
    if before.isalpha() or after.isalpha() or SCORE.match(before) or SCORE.match(after):
        return True
    is_decimal = before in tuple("-–.,") and left[:1].isdigit()
    is_compound = before == "-" and left[:1].isalpha()
    is_cut = bool(re.match(r"-\s", right))  # die 200- und 500-Euro-Scheine
    return is_decimal or is_compound or is_cut or bool(re.match(r"[-–.,]\d", right))


def _is_time_or_duration(amount: Amount, tokens: list[Token]) -> bool:
    """Tell a time of day or a duration, by the unit: *18 Uhr*, *drei Tage*, *sieben Wochenstunden* too."""
    if amount.unit_at is None:
        return False
    lemma = tokens[amount.unit_at].lemma.lower()
    return lemma.endswith(_times()) or lemma in read_classes("number_words")["days"]


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
    return is_apposed or _is_age_of_doing(amount, tokens, before, after[0])


def _is_age_of_doing(amount: Amount, tokens: list[Token], before: list[str], after: str) -> bool:
    """Tell *mit 17 gründete er eine Band*, and not *mit 17 zu 3*, *mit 17 von 20*."""
    classes = read_classes("number_words")
    opens = bool(before) and before[-1].lower() in classes["age"] and not amount.is_shared
    return opens and tokens[amount.core].form.isdigit() and after not in classes["against"]


def _is_note(amount: Amount, tokens: list[Token]) -> bool:
    """Tell a banknote, *einen Hunderter*, from *Hunderter Menschen*."""
    before = _form_at(tokens, amount.core - 1).lower()
    is_one = before in read_classes("function_words")["indefinite"]
    return is_one and tokens[amount.core].form.lower() in read_classes("number_words")["note"]


def _is_small(amount: Amount) -> bool:
    return amount.value <= OLDEST and amount.value == int(amount.value)


def _is_labelled(amount: Amount, tokens: list[Token]) -> bool:
    """Tell a number behind a noun that it names: *Artikel 5*, *Tag 5 der Angriffe*, *§ 129*, and telephone numbers."""
    if not amount.core:
        return False
    before = tokens[amount.core - 1].form
    after = tokens[amount.tail].form if amount.tail < len(tokens) else ""
    names = read_classes("number_names")
    is_short = amount.unit_at is None and amount.value < YEARS.stop  # im Februar 50.000 is no date
    is_dated = before in names["date"] and (is_short or amount.value in YEARS)
    is_step = before in names["step"] and (amount.unit_at is None or after in names["of"])
    is_name = before in names["label"] or is_dated or is_step
    return is_name or after in names["law"] or bool(re.fullmatch(r"§+|0\d+", before))


def _is_year(amount: Amount, tokens: list[Token]) -> bool:
    """Tell a year: four digits without a mark, and nothing in the plural that they count."""
    form = tokens[amount.core].form
    if not (re.fullmatch(r"\d{4}", form) and int(form) in YEARS) or amount.tail > amount.core + 1:
        return False
    if amount.unit_at is None:
        bounding = {t.form.lower() for t in tokens[amount.first : amount.core]}
        return bounding <= read_classes("number_words")["date"]
    is_round = int(form) % 100 == 0
    if not is_round and amount.unit_at > amount.core + 1:
        return True  # *der 1972 geborene Bürgermeister*
    if not _is_plural_unit(tokens[amount.unit_at], is_round=is_round):
        return True  # *nach 2007 NFL-Champion*
    before = tokens[amount.core - 1].form.lower() if amount.core else ""
    return before == "seit" or (before in read_classes("number_words")["date"] and not is_round)


def _is_plural_unit(unit: Token, *, is_round: bool) -> bool:
    """Tell a noun that four digits may count: one in the plural, or people behind a round number (*1500 Beamte*)."""
    is_listed = unit.lemma != unit.form or unit.form.endswith(("er", "en", "el")) or unit.pos not in ("NN", "NE")
    return is_listed or (is_round and counts_people(unit.form, unit.lemma))


def _is_bare_label(amount: Amount, tokens: list[Token]) -> bool:
    """Tell a number that names a thing: behind a name (*Airbus 320*), or right behind a noun (*Playstation 3*)."""
    if amount.unit or not amount.first or amount.is_shared or amount.first != amount.core:
        return False
    after = tokens[amount.tail].form.lower() if amount.tail < len(tokens) else ""
    if after in read_classes("number_words")["passable"]:
        return False  # *35 der letzten 41 Rennen*
    before = tokens[amount.first - 1]
    if before.pos in ("NE", "FM", "XY"):
        return not _is_in_place(tokens, amount.first - 1)
    is_day = before.lemma.lower().endswith("tag") or before.lemma.lower() in _times()
    return before.pos == "NN" and tokens[amount.core].form.isdigit() and _is_small(amount) and not is_day


def _is_in_place(tokens: list[Token], i: int) -> bool:
    """Tell a name behind a preposition of place: *in Paris 130*."""
    governing = tokens[i - 1] if i else None
    return governing is not None and governing.pos.startswith("APPR") and governing.form.lower() in _words_of_place()


def _words_of_place() -> frozenset[str]:
    return read_classes("number_words")["at"]
