"""Figures: what a number without a noun counts where *Zahl* says so before it: *die Zahl der Toten … stieg auf 45*."""

from analysis.codebook.wordlists import read_classes
from analysis.numbers.number_expressions import Amount, Token

__all__ = ["find_figure"]

Span = tuple[int, int]
REACH = 5  # words between *Zahl* and the noun: *die Zahl der bei dem Brand verletzten Kinder*


def _figure_words(name: str) -> frozenset[str]:
    return read_classes("number_lists")[name]


def find_figure(amount: Amount, tokens: list[Token]) -> Span | None:
    """Find the phrase behind *Zahl* that says what a number counts, with a relative clause that belongs to it.

    Returns
    -------
    (first, last) or None
        The tokens of the phrase, end exclusive, the noun among them; None if the number names what it counts itself.

    Examples
    --------
    >>> rows = [("Die", "ART"), ("Zahl", "NN"), ("der", "ART"), ("Toten", "NN"), ("stieg", "VVFIN"), ("auf", "APPR"),
    ...     ("45", "CARD")]
    >>> tokens = [Token(form, form, pos, 0, 0) for form, pos in rows]
    >>> find_figure(Amount(6, 7, 6, 45.0, tail=7), tokens)
    (3, 4)
    """
    before = tokens[amount.first - 1].form.lower() if amount.first else ""
    if amount.unit_at is not None or before not in _figure_words("told"):
        return None
    for k in range(amount.first - 2, -1, -1):
        if tokens[k].form.lower() in _figure_words("figure"):
            return _phrase_behind(tokens, k + 1, amount.first)
    return None


def _phrase_behind(tokens: list[Token], first: int, limit: int) -> Span | None:
    """Give the phrase that begins at `first` with *der*, *von* or *an*, up to its noun or its relative clause."""
    if tokens[first].form.lower() not in _figure_words("of_figure"):
        return None
    is_governed = False  # by a preposition of an attribute: *der bei dem Brand verletzten Kinder*
    for k in range(first + 1, min(first + 1 + REACH, limit)):
        is_governed = tokens[k].pos.startswith("APPR") or (is_governed and tokens[k].pos != "ADJA")
        is_noun = tokens[k].pos == "NN" or (tokens[k].form[0].isupper() and tokens[k].pos.startswith("ADJ"))
        if is_noun and not is_governed:
            return first + 1, _end_of_relative(tokens, k + 1, limit)
    return None


def _end_of_relative(tokens: list[Token], last: int, limit: int) -> int:
    """Go on past a relative clause right behind the noun: *der Menschen, die getötet wurden, …*."""
    is_relative = last + 1 < limit and tokens[last].form == "," and tokens[last + 1].pos.startswith("PREL")
    if not is_relative:
        return last
    return next((k for k in range(last + 1, limit) if tokens[k].form == ","), last)
