"""Distance: how far the words that say what is counted are from a number."""

from collections.abc import Sequence

from analysis.codebook.wordlists import read_classes
from analysis.numbers.number_expressions import Amount, Token

__all__ = ["distance_to", "is_border", "is_same_stretch"]

OTHER_CLAUSE = 8  # what a clause with a verb of its own between number and trigger counts, in words
OTHER_NUMBER = 6  # what another number in between counts
BACKWARDS = 1.3  # a trigger before the number is that much farther than one behind it
AND = 2  # ... and an *und* in between
BORDERS = frozenset((",", ";", ":", "–", "-", "(", ")", "—"))
FINITE = ("VVFIN", "VAFIN", "VMFIN", "VVIZU", "PTKZU")


def is_border(token: Token) -> bool:
    """Tell a comma, a colon, a dash or a bracket."""
    return token.form in BORDERS


def is_same_stretch(amount: Amount, k: int, tokens: list[Token]) -> bool:
    """Tell whether no comma, colon, dash or bracket stands between a number and a trigger."""
    low, high = (amount.last, k) if k >= amount.last else (k + 1, amount.first)
    return not any(is_border(t) for t in tokens[low:high])


def distance_to(amount: Amount, k: int, rivals: Sequence[Amount], tokens: list[Token]) -> float:
    """Measure how far a trigger is from a number, in words; another clause or number in between adds to it."""
    if amount.first <= k < amount.last:
        return 0
    low, high = (amount.last, k) if k >= amount.last else (k + 1, amount.first)
    between = tokens[low:high]
    others = sum(low <= other.core < high for other in rivals)
    owned = any(other.first <= k < other.last for other in rivals)
    ands = sum(t.form in read_classes("number_lists")["and"] for t in between)
    steps = len(between) + OTHER_CLAUSE * _clauses_between(amount, k, tokens)
    return (steps + AND * ands + OTHER_NUMBER * (others + owned)) * (1 if k >= amount.last else BACKWARDS)


def _clauses_between(amount: Amount, k: int, tokens: list[Token]) -> int:
    """Count the further clauses that lie between a number and a trigger.

    Commas of a list or an apposition part no clauses: only where both sides have a finite verb. A relative clause right
    behind what is counted belongs to it.
    """
    if is_same_stretch(amount, k, tokens):
        return 0
    first, last = sorted((k, amount.core))
    while first and not is_border(tokens[first - 1]):
        first -= 1
    while last < len(tokens) and not is_border(tokens[last]):
        last += 1
    verbs = sum(t.pos in FINITE for t in tokens[first:last])
    behind = tokens[amount.last : amount.last + 3]
    is_relative = k >= amount.last and len(behind) > 1 and behind[0].form == "," and behind[1].pos.startswith("PREL")
    return max(verbs - 1 - is_relative, 0)
