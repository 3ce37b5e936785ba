"""Tokens: where a tokenizer cuts a number, or leaves a stop on it, its sentence is settled before it is read."""

import re
from itertools import pairwise

from analysis.codebook.wordlists import read_classes
from analysis.numbers.number_expressions import Token

__all__ = ["settle_tokens"]

APOSTROPHES = frozenset("'’‘")
NO_SPACE = 0


def settle_tokens(tokens: list[Token]) -> list[Token]:
    """Join what belongs to one number, and take stops and brackets off it.

    Examples
    --------
    >>> rows = [("45", 0, 2), ("'", 2, 3), ("000", 3, 6), ("Gäste", 7, 12)]
    >>> [t.form for t in settle_tokens([Token(form, form, "", start, end) for form, start, end in rows])]
    ["45'000", 'Gäste']
    """
    return _part_final_stop(_join_decimals(_join_thousands(_part_bracket(tokens))))


def _touch(*tokens: Token) -> bool:
    """Tell whether tokens stand without a space between them."""
    return all(two.start - one.end == NO_SPACE for one, two in pairwise(tokens))


def _join(*tokens: Token) -> Token:
    form = "".join(t.form for t in tokens)
    return tokens[0]._replace(form=form, lemma=form, end=tokens[-1].end)


def _part_bracket(tokens: list[Token]) -> list[Token]:
    """Part a number from the bracket behind it: *8)* is no face in *(38,8)*."""
    parted: list[Token] = []
    for t in tokens:
        if re.fullmatch(r"\d+\)", t.form):
            parted.append(t._replace(form=t.form[:-1], lemma=t.form[:-1], pos="CARD", end=t.end - 1))
            parted.append(t._replace(form=")", lemma=")", pos="$(", start=t.end - 1))
        else:
            parted.append(t)
    return parted


def _join_thousands(tokens: list[Token]) -> list[Token]:
    """Join thousands that an apostrophe parts, as Swiss papers print them: *45'000*."""
    joined: list[Token] = []
    for t in tokens:
        head, mark = joined[-2:] if len(joined) > 1 else (t, t)
        is_group = mark.form in APOSTROPHES and re.fullmatch(r"\d{3}", t.form) and re.match(r"\d{1,3}(?!\d)", head.form)
        if is_group and _touch(head, mark, t):
            joined[-2:] = [_join(head, mark, t)]
        else:
            joined.append(t)
    return joined


def _join_decimals(tokens: list[Token]) -> list[Token]:
    """Join a decimal that the end of its sentence or bracket cut: *362 | , | 2.*, *38 | , | 8 | )*."""
    joined: list[Token] = []
    for k, t in enumerate(tokens):
        head, mark = joined[-2:] if len(joined) > 1 else (t, t)
        is_cut = k == len(tokens) - 1 or tokens[k + 1].form == ")"
        is_decimal = mark.form == "," and head.form.isdigit() and re.fullmatch(r"\d+\.?", t.form) is not None
        if is_cut and is_decimal and _touch(head, mark, t):
            joined[-2:] = [_join(head, mark, t)]
        else:
            joined.append(t)
    return joined


def _part_final_stop(tokens: list[Token]) -> list[Token]:
    """Take the stop off a number or a unit that ends a sentence: *auf 164.*, *zwei Gramm.*, not *in der 73.*, *(8.*."""
    last = tokens[-1] if tokens else None
    if last is None or not re.fullmatch(r"\d[\d.,]*\.|[^\W\d]{3,}\.", last.form):
        return tokens
    before = tokens[-2] if len(tokens) > 1 else None
    if last.form[0].isdigit() and before is not None and _makes_ordinal(before):
        return tokens
    return [*tokens[:-1], last._replace(form=last.form[:-1], lemma=last.lemma.removesuffix("."), end=last.end - 1)]


def _makes_ordinal(before: Token) -> bool:
    """Tell what stands before an ordinal whose noun is cut off: *die Folge ist die 30.*, *zum 31.*, *das 1:0 (8.*."""
    return before.pos == "ART" or before.form == "(" or before.form.lower() in read_classes("number_words")["joined"]
