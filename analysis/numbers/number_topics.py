"""About: which topic of the codebook a number belongs to."""

import re
from collections.abc import Sequence
from fnmatch import translate
from functools import lru_cache
from typing import NamedTuple

from analysis.codebook.quantities_file import Topic
from analysis.numbers.amounts import Amount, Token
from analysis.numbers.number_populations import counts_people

__all__ = ["choose_topics"]

FAR = 16  # a trigger that is farther than this is about something else
OTHER_CLAUSE = 8  # what a clause with a verb of its own between number and trigger counts, in words
OTHER_NUMBER = 6  # what another number in between counts
BACKWARDS = 1.3  # a trigger before the number is that much farther than one behind it
AND = 2
LONGEST_ATTRIBUTE = 7  # words of an attribute between two members of a list
SUM = 1_000_000  # a number without a unit that may be a sum of money
LISTED = frozenset((",", "und", "sowie", "oder", "darunter", "davon", "auch", "unter", "ihnen", "als", "wie"))


class _Place(NamedTuple):
    """A trigger: its token, and the number of the topic that it speaks for."""

    at: int
    topic: int


@lru_cache(maxsize=1_000)
def _compile(entries: tuple[str, ...]) -> tuple[re.Pattern, list[list[re.Pattern]]]:
    """Compile entries of the codebook: all single words as one pattern, each phrase as a list of patterns.

    What begins with a star is also found at the beginning of a word: *\\*meter* finds *Meter* and *Kilometer*.
    """
    single = [translate(entry) for entry in entries if " " not in entry]
    single += [translate(entry[1:].capitalize()) for entry in entries if entry.startswith("*") and " " not in entry]
    phrases = [[re.compile(translate(word)) for word in entry.split()] for entry in entries if " " in entry]
    return re.compile("|".join(single) or r"(?!)"), phrases


def _fits(entries: Sequence[str], tokens: Sequence[Token], k: int) -> bool:
    """Tell whether one of some entries, words or phrases, stands at token `k`."""
    single, phrases = _compile(tuple(entries))
    if single.fullmatch(tokens[k].form) or single.fullmatch(tokens[k].lemma):
        return True
    return any(
        len(tokens) - k >= len(phrase)
        and all(w.fullmatch(t.form) or w.fullmatch(t.lemma) for w, t in zip(phrase, tokens[k:], strict=False))
        for phrase in phrases
    )


def choose_topics(amounts: Sequence[Amount], tokens: list[Token], topics: Sequence[Topic]) -> list[str]:
    """Choose the topic of each amount of a sentence: what is counted decides, then the nearest trigger, then the unit.

    A trigger in the number's own stretch between commas goes first; numbers in a list (*14 Rebellen, sieben Zivilisten
    und ein Soldat*) share their trigger. A trigger of people takes no number that counts things.

    Examples
    --------
    >>> rows = [("Acht", "CARD"), ("Kinder", "NN"), ("starben", "VVFIN")]
    >>> tokens = [Token(form, form, pos, 0, 0) for form, pos in rows]
    >>> topics = [Topic(id="deaths", title="Tote", counts="people", triggers=["starben"])]
    >>> choose_topics([Amount(0, 2, 0, 8.0, unit="Kinder", unit_at=1, tail=1)], tokens, topics)
    ['deaths']
    """
    if not amounts:
        return []
    spoken = _join_verbs(tokens)
    places = [
        _Place(k, n) for n, topic in enumerate(topics) for k in range(len(spoken)) if _fits(topic.triggers, spoken, k)
    ]
    chains = _chain(amounts, tokens)
    return [
        _choose(amount, chain, amounts, tokens, places, topics) for amount, chain in zip(amounts, chains, strict=True)
    ]


def _chain(amounts: Sequence[Amount], tokens: list[Token]) -> list[list[Amount]]:
    """Give for each amount the list that it belongs to: numbers with no more than commas and *und* between them."""
    chains: list[list[Amount]] = []
    for before, amount in zip([None, *amounts], amounts, strict=False):
        between = [t.form.lower() for t in tokens[before.last : amount.first]] if before else []
        if before and between and _is_list(between, tokens[before.last : amount.first]):
            chains[-1].append(amount)
            chains.append(chains[-1])
        else:
            chains.append([amount])
    return chains


def _is_list(between: list[str], tokens: list[Token]) -> bool:
    """Tell whether a list goes on between two numbers: *20 Kämpfer der Armee sowie 19 Rebellen*."""
    if set(between) <= LISTED:
        return True
    has_clause = any(t.pos.startswith(("V", "KOUS", "PREL", "PTKZU")) or _is_border(t) for t in tokens)
    return between[-1] in ("und", "sowie", "oder") and len(between) <= LONGEST_ATTRIBUTE and not has_clause


def _choose(
    amount: Amount,
    chain: list[Amount],
    amounts: Sequence[Amount],
    tokens: list[Token],
    places: list[_Place],
    topics: Sequence[Topic],
) -> str:
    counted = [] if amount.unit_at is None else [amount.unit_at]
    decided = [topic.id for k in counted for topic in topics if _fits(topic.nouns, tokens, k)]
    if not decided:
        fitting = [place for place in places if _takes(topics[place.topic], amount, tokens)]
        rivals = [other for other in amounts if not any(other is member for member in chain)]
        own = [_rank(amount, place, rivals, tokens) for place in fitting if _same_stretch(amount, place.at, tokens)]
        listed = [_rank(member, place, rivals, tokens) for place in fitting for member in chain]
        near = sorted(own) or sorted(listed)
        decided = [topics[n].id for distance, n in near if distance <= FAR]
    decided += [t.id for k in counted for t in topics if _fits(t.units, tokens, k) and _takes(t, amount, tokens)]
    return decided[0] if decided else "other"


def _takes(topic: Topic, amount: Amount, tokens: list[Token]) -> bool:
    """Tell whether the triggers of a topic may take a number: people are whole and no things, sums name no thing."""
    if topic.counts == "sums":
        return amount.unit_at is None and amount.value >= SUM
    if topic.counts == "anything":
        return True
    unit = tokens[amount.unit_at] if amount.unit_at is not None else None
    is_of_people = unit is not None and counts_people(unit.form, unit.lemma)
    if topic.counts == "things":
        return not is_of_people
    return (is_of_people or unit is None) and amount.value == int(amount.value)


def _join_verbs(tokens: list[Token]) -> list[Token]:
    """Give a parted verb its whole lemma at the particle: *nahm … fest* is *festnehmen*."""
    joined, verb = list(tokens), None
    for k, token in enumerate(tokens):
        if token.pos == "VVFIN":
            verb = token
        if token.pos == "PTKVZ" and verb is not None:
            joined[k] = token._replace(lemma=token.form.lower() + verb.lemma)
    return joined


def _is_border(token: Token) -> bool:
    return token.form in (",", ";", ":", "–", "-", "(", ")", "—")


def _same_stretch(amount: Amount, k: int, tokens: list[Token]) -> bool:
    """Tell whether no comma, colon, dash or bracket stands between a number and a trigger."""
    low, high = (amount.last, k) if k >= amount.last else (k + 1, amount.first)
    return not any(_is_border(t) for t in tokens[low:high])


def _rank(amount: Amount, place: _Place, rivals: Sequence[Amount], tokens: list[Token]) -> tuple[float, int]:
    return _distance(amount, place.at, rivals, tokens), place.topic


def _distance(amount: Amount, k: int, rivals: Sequence[Amount], tokens: list[Token]) -> float:
    """Measure how far a trigger is from a number, in words; another clause or number in between adds to it."""
    if amount.first <= k < amount.last:
        return 0
    low, high = (amount.last, k) if k >= amount.last else (k + 1, amount.first)
    between = tokens[low:high]
    others = sum(low <= other.core < high for other in rivals)
    owned = any(other.first <= k < other.last for other in rivals)
    ands = sum(t.form == "und" for t in between)
    steps = len(between) + OTHER_CLAUSE * _clauses_between(amount, k, tokens)
    return (steps + AND * ands + OTHER_NUMBER * (others + owned)) * (1 if k >= amount.last else BACKWARDS)


def _clauses_between(amount: Amount, k: int, tokens: list[Token]) -> int:
    """Count the further clauses that lie between a number and a trigger.

    Commas of a list or an apposition part no clauses: only where both sides have a finite verb. A relative clause right
    behind what is counted belongs to it.
    """
    if _same_stretch(amount, k, tokens):
        return 0
    first, last = sorted((k, amount.core))
    while first and not _is_border(tokens[first - 1]):
        first -= 1
    while last < len(tokens) and not _is_border(tokens[last]):
        last += 1
    verbs = sum(t.pos in ("VVFIN", "VAFIN", "VMFIN", "VVIZU", "PTKZU") for t in tokens[first:last])
    behind = tokens[amount.last : amount.last + 3]
    is_relative = k >= amount.last and len(behind) > 1 and behind[0].form == "," and behind[1].pos.startswith("PREL")
    return max(verbs - 1 - is_relative, 0)
