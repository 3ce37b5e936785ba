"""Exclusions: numbers that count nothing: dates, years, times, durations, ages, ordinals, scores, titles.

Numbers that name a thing are told by `labelled_numbers`.
"""

import re
from functools import lru_cache

from analysis.codebook.wordlists import read_classes
from analysis.numbers.number_expressions import YEARS, Amount, Token, is_small
from analysis.numbers.number_populations import counts_people

__all__ = ["counts_nothing"]

SCORE = re.compile(r"[:/*†]")  # *2:1*, *24/7*, *1280*720*, *(†31)*
COUNTER = re.compile(r"\s[/:]\s\d")  # the first of two numbers of a score or a series of pictures: *2 : 1*, *1 / 3*
FOOTNOTE = re.compile(r"[^\s\d„»«\"(][.!?)”“’]")  # what a footnote's number touches: *stellte er fest.2 So*
MARKS = frozenset('„“”"»«‚‘')
DOCKET = re.compile(r"\s[A-Z][A-Za-z]{0,2}\s\d+/\d")  # the rest of a court's reference: *10 | Cg 17/15b*


@lru_cache(maxsize=1)
def _times() -> tuple[str, ...]:
    return tuple(read_classes("number_words")["times"])


def counts_nothing(amount: Amount, tokens: list[Token], text: str) -> bool:
    """Tell a date, a year, a time, a duration, an age, a score or a title from a reported number.

    Examples
    --------
    >>> rows = [("seit", "APPR", 0, 4), ("1989", "CARD", 5, 9)]
    >>> tokens = [Token(form, form, pos, start, end) for form, pos, start, end in rows]
    >>> counts_nothing(Amount(1, 2, 1, 1989.0, tail=2), tokens, "seit 1989")
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
        or _is_year(amount, tokens)
        or _is_note(amount, tokens)
        or _is_counter(text, core.start, end)
        or _is_in_marks_alone(text, core.start, end)
        or _is_footnote(amount, tokens, left, right)
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
    is_cut = bool(re.match(r"-[\s,]", right))  # die 200- und 500-Euro-Scheine
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
    if amount.unit or not is_small(amount) or tokens[amount.core].form.startswith("0"):
        return False
    if before and left.endswith("(") and right[:1] in (")", ","):
        return True
    is_apposed = before[1:] == [","] and _is_apposed_age(amount, tokens, right)
    return is_apposed or _is_age_of_doing(amount, tokens, before, after[0]) or _is_age_group(amount, tokens)


def _is_apposed_age(amount: Amount, tokens: list[Token], right: str) -> bool:
    """Tell the number behind a name and a comma that a comma, a bracket or the sentence's end closes: *Kurz, 35,*."""
    is_closed = right[:1] in (",", ")") or amount.tail >= len(tokens) - 1
    return is_closed and _ends_name(tokens, amount.core - 2)


def _is_age_group(amount: Amount, tokens: list[Token]) -> bool:
    """Tell the age that bounds a group: *Männer ab 40*, *Kinder unter zwölf*."""
    if amount.core - amount.first != 1 or amount.first < 1 or amount.is_shared:
        return False
    people, bound = tokens[amount.first - 1], tokens[amount.first].form.lower()
    return bound in read_classes("number_words")["of_age"] and people.pos == "NN" and counts_people(*people[:2])


def _ends_name(tokens: list[Token], k: int) -> bool:
    """Tell the end of a name: *Kurz*, and *Weber* in *Anna Weber*, whatever its tag."""
    is_name = tokens[k].pos in ("NE", "FM")
    return is_name or (k > 0 and tokens[k].pos == "NN" and tokens[k - 1].pos == "NE" and tokens[k - 1].form.isalpha())


def _is_age_of_doing(amount: Amount, tokens: list[Token], before: list[str], after: str) -> bool:
    """Tell *mit 17 gründete er eine Band*, and not *mit 17 zu 3*, *die Zahl der Toten gibt sie mit 17 an*."""
    classes = read_classes("number_words")
    opens = bool(before) and before[-1].lower() in classes["age"] and not amount.is_shared
    is_told = any(t.form.lower() in read_classes("number_lists")["figure"] for t in tokens[: amount.core])
    return opens and tokens[amount.core].form.isdigit() and after not in classes["against"] and not is_told


def _is_note(amount: Amount, tokens: list[Token]) -> bool:
    """Tell a banknote, *einen Hunderter*, from *Hunderter Menschen*."""
    before = _form_at(tokens, amount.core - 1).lower()
    is_one = before in read_classes("function_words")["indefinite"]
    return is_one and tokens[amount.core].form.lower() in read_classes("number_words")["note"]


def _is_counter(text: str, start: int, end: int) -> bool:
    """Tell the numbers of a score or of a picture in a series: *2 : 1*, *1 / 3*."""
    return bool(COUNTER.match(text[end : end + 4]) or re.search(r"\d\s[/:]\s$", text[max(start - 4, 0) : start]))


def _is_footnote(amount: Amount, tokens: list[Token], left: str, right: str) -> bool:
    """Tell the number of a note, *[3]*, or one that touches the sentence before it and counts no noun: *fest.2 So*."""
    if not is_small(amount) or not tokens[amount.core].form.isdigit():
        return False
    if left.endswith("[") and right.startswith("]"):
        return True
    counts = amount.unit_at is not None and tokens[amount.unit_at].pos == "NN"
    return not counts and FOOTNOTE.fullmatch(left) is not None


def _is_in_marks_alone(text: str, start: int, end: int) -> bool:
    """Tell figures that stand in marks alone: the album *„21“*."""
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    return before in MARKS and after in MARKS and bool(before) and bool(after) and text[start:end].isdigit()


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
    return amount.core > 0 and _dates_what_follows(tokens[amount.core - 1], tokens[amount.unit_at], is_round=is_round)


def _dates_what_follows(before: Token, unit: Token, *, is_round: bool) -> bool:
    """Tell a year by the word before it: *seit 2000 Kinder …*, *bis zu ihrem Rücktritt 1993 Minister*."""
    low = before.form.lower()
    if is_round or low == "seit":
        return low == "seit"
    is_office = _may_be_one_person(unit) and before.pos in ("NN", "NE", "VAFIN")
    return is_office or low in read_classes("number_words")["date"]


def _may_be_one_person(unit: Token) -> bool:
    """Tell a noun for a person whose plural is spelled like its singular: *Minister*."""
    return unit.form == unit.lemma and unit.form.endswith("er") and counts_people(unit.form, unit.lemma)


def _is_plural_unit(unit: Token, *, is_round: bool) -> bool:
    """Tell a noun that four digits may count: one in the plural, or people behind a round number (*1500 Beamte*)."""
    is_listed = unit.lemma != unit.form or unit.form.endswith(("er", "en", "el")) or unit.pos not in ("NN", "NE")
    return is_listed or (is_round and counts_people(unit.form, unit.lemma))
