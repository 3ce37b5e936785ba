"""Amounts: number expressions in a sentence, with their bound and unit.

Dates, ages, times, durations, ordinals, scores and names are none (`excluded_numbers`, `labelled_numbers`).
"""

from analysis.language.numerals import parse_number
from analysis.numbers.counted_things import add_bound, add_unit, share_units
from analysis.numbers.excluded_numbers import counts_nothing
from analysis.numbers.labelled_numbers import names_something
from analysis.numbers.number_expressions import Amount, Token, read_number, read_one
from analysis.numbers.settled_tokens import settle_tokens

__all__ = ["find_amounts"]

DIGITS = 6  # behind the point: 4,1 million is 4100000.0, and not a little less
DASHES = frozenset("-–—")


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
    tokens = _read_dashes(settle_tokens(tokens))
    found: list[Amount] = []
    k = 0
    while k < len(tokens):
        amount = read_number(tokens, k) or read_one(tokens, k, found)
        if amount is None:
            k += 1
            continue
        amount.value = round(amount.value, DIGITS)
        k = amount.tail = amount.last
        add_unit(amount, tokens, text)
        add_bound(amount, tokens)
        found.append(amount)
    share_units(found, tokens)
    kept = [a for a in found if not (counts_nothing(a, tokens, text) or names_something(a, tokens))]
    for amount in kept:
        amount.start, amount.end = tokens[amount.first].start, tokens[amount.last - 1].end
    return kept


def _read_dashes(tokens: list[Token]) -> list[Token]:
    """Read a dash between two numbers that count one thing as *bis*: *10-15 Anwohner*; no score, year or telephone."""
    read = list(tokens)
    for k in range(1, len(tokens) - 2):
        before, dash, after, counted = tokens[k - 1 : k + 3]
        low, high = (parse_number(t.form) if t.form[:1].isdigit() else None for t in (before, after))
        is_free = k < 2 or tokens[k - 2].form not in DASHES  # the third part of a longer number
        if dash.form in DASHES and low and high and low < high and is_free and counted.pos in ("NN", "ADJA"):
            read[k] = dash._replace(form="bis", lemma="bis")
    return read
