"""Kinds of numbers: which may be a sum of money, a measure, or people, and so which topics may take them."""

from collections.abc import Sequence

from analysis.codebook.quantities_file import Topic
from analysis.codebook.wordlists import read_classes
from analysis.numbers.number_expressions import Amount, Token
from analysis.numbers.number_populations import counts_people

__all__ = ["SUM", "is_of_measure", "is_worth", "may_be_sum", "takes_number", "topic_of_sums"]

SUM = 1_000_000  # a number without a unit that may be a sum of money


def takes_number(topic: Topic, amount: Amount, tokens: list[Token]) -> bool:
    """Tell whether the triggers of a topic may take a number: people are whole and no things, sums name no thing."""
    if topic.counts == "sums":
        return amount.unit_at is None and may_be_sum(amount)
    if topic.counts == "anything":
        return True
    unit = tokens[amount.unit_at] if amount.unit_at is not None else None
    is_of_people = unit is not None and counts_people(unit.form, unit.lemma)
    if topic.counts == "things":
        return not is_of_people
    return (is_of_people or unit is None) and amount.value == int(amount.value)


def may_be_sum(amount: Amount) -> bool:
    """Tell a number that may be a sum of money without saying so: a million and more."""
    return amount.value >= SUM


def is_worth(amount: Amount, tokens: list[Token]) -> bool:
    """Tell *ein Schaden von 100.000*, *im Nennwert von 300*: a sum of money without its unit."""
    before = [t.form.lower() for t in tokens[max(amount.first - 2, 0) : amount.first]]
    if (amount.unit and not amount.is_shared) or len(before) < 2 or before[1] != "von":
        return False
    words = read_classes("number_words")
    is_figure = before[0] in words["not_worth"] or amount.value != int(amount.value)  # *auf einen Wert von 362,2*
    return before[0].endswith(tuple(words["worth"])) and not is_figure


def is_of_measure(topic_id: str, topics: Sequence[Topic]) -> bool:
    """Tell a topic that counts no people: sums, shares, measures."""
    return any(t.id == topic_id and t.counts in ("anything", "sums") for t in topics)


def topic_of_sums(topics: Sequence[Topic]) -> str:
    """Name the topic of sums of money; empty if the codebook has none."""
    return next((topic.id for topic in topics if topic.counts == "sums"), "")
