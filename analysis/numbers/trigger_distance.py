"""Distance: how far the words that say what is counted are from a number."""

from collections.abc import Sequence

from analysis.codebook.wordlists import read_classes
from analysis.numbers.number_expressions import Amount, Token

__all__ = ["distance_to", "is_border", "is_of_other_clause", "is_same_stretch"]

OTHER_CLAUSE = 8  # what a clause with a verb of its own between number and trigger counts, in words
OTHER_NUMBER = 6  # what another number in between counts
BACKWARDS = 1.3  # a trigger before the number is that much farther than one behind it
AND = 2  # ... and an *und* in between
BORDERS = frozenset((",", ";", ":", "–", "-", "(", ")", "—"))
FULL = ("VVFIN", "VVPP", "VVINF")
FINITE = ("VVFIN", "VAFIN", "VMFIN", "VVIZU", "PTKZU")


def is_border(token: Token) -> bool:
    """Tell a comma, a colon, a dash or a bracket."""
    return token.form in BORDERS


def is_same_stretch(amount: Amount, k: int, tokens: list[Token]) -> bool:
    """Tell whether no comma, colon, dash or bracket stands between a number and a trigger."""
    low, high = (amount.last, k) if k >= amount.last else (k + 1, amount.first)
    return not any(is_border(tokens[i]) for i in _outside_brackets(low, high, tokens))


def _outside_brackets(low: int, high: int, tokens: list[Token]) -> list[int]:
    """List the tokens between two places that stand in no brackets opened and closed between them."""
    kept: list[int] = []
    opened: list[int] = []  # how many tokens were kept before each bracket that is open
    for i in range(low, high):
        if tokens[i].form == "(":
            opened.append(len(kept))
        kept.append(i)
        if tokens[i].form == ")" and opened:
            del kept[opened.pop() :]
    return kept


def is_of_other_clause(amount: Amount, k: int, rivals: Sequence[Amount], tokens: list[Token]) -> bool:
    """Tell a trigger of another clause than the number's, where each has a verb and the trigger a number of its own.

    *Sie töteten 20 Männer und haben 300 Menschen vertrieben*: the 300 are not dead. *Dort leben 800 Menschen, drei
    starben*: the 800 are not.
    """
    low, high = (amount.last, k) if k >= amount.last else (k + 1, amount.first)
    joints = [i for i in range(low, high) if tokens[i].form.lower() in read_classes("number_lists")["but"]]
    for joint in joints:
        own = range(amount.last, joint) if k > joint else range(amount.last, _end_of_stretch(amount.last, tokens))
        theirs = any((joint < r.core <= k) if k > joint else (r.core < joint) for r in rivals)
        is_parted = theirs and any(tokens[i].pos.startswith(FULL) for i in own)
        if is_parted and tokens[k].pos.startswith("V"):
            return True
    return k >= amount.last and _has_clause_of_its_own(amount, k, rivals, tokens)


def _has_clause_of_its_own(amount: Amount, k: int, rivals: Sequence[Amount], tokens: list[Token]) -> bool:
    """Tell a number whose clause has a full verb, before a trigger whose clause has a finite verb and a number."""
    if is_same_stretch(amount, k, tokens):
        return False
    mine = _start_of_stretch(amount.first, tokens), _end_of_stretch(amount.last, tokens)
    other = _start_of_stretch(k, tokens), _end_of_stretch(k, tokens)
    has_number = any(other[0] <= r.core < other[1] for r in rivals)
    has_verbs = any(t.pos == "VVFIN" for t in tokens[slice(*mine)]) and any(
        t.pos in FINITE for t in tokens[slice(*other)]
    )
    return has_number and has_verbs


def _start_of_stretch(first: int, tokens: list[Token]) -> int:
    while first and not is_border(tokens[first - 1]):
        first -= 1
    return first


def _end_of_stretch(last: int, tokens: list[Token]) -> int:
    while last < len(tokens) and not is_border(tokens[last]):
        last += 1
    return last


def distance_to(amount: Amount, k: int, rivals: Sequence[Amount], tokens: list[Token]) -> float:
    """Measure how far a trigger is from a number, in words; another clause or number in between adds to it."""
    if amount.first <= k < amount.last:
        return 0
    low, high = (amount.last, k) if k >= amount.last else (k + 1, amount.first)
    places = _outside_brackets(low, high, tokens)
    between = [tokens[i] for i in places]
    others = sum(other.core in places for other in rivals)
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
    first, last = _start_of_stretch(first, tokens), _end_of_stretch(last, tokens)
    verbs = sum(t.pos in FINITE for t in tokens[first:last])
    behind = tokens[amount.last : amount.last + 3]
    is_relative = k >= amount.last and len(behind) > 1 and behind[0].form == "," and behind[1].pos.startswith("PREL")
    return max(verbs - 1 - is_relative, 0)
