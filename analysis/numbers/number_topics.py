"""About: which topic of the codebook a number belongs to."""

from collections.abc import Sequence
from typing import NamedTuple

from analysis.codebook.quantities_file import Topic
from analysis.codebook.wordlists import read_classes
from analysis.language.separable_verbs import join_separable
from analysis.numbers.number_expressions import Amount, Token, words_of_sentence
from analysis.numbers.number_kinds import is_of_measure, is_worth, may_be_sum, takes_number, topic_of_sums
from analysis.numbers.told_figures import find_figure
from analysis.numbers.topic_entries import entry_stands_at, read_entries
from analysis.numbers.trigger_distance import distance_to, is_border, is_of_other_clause, is_same_stretch

__all__ = ["OTHER", "choose_topics"]

FAR = 16  # a trigger that is farther than this is about something else
LONGEST_ATTRIBUTE = 7  # words of an attribute between two members of a list
SIZE = 20  # two numbers of one measure are no more than so many times each other
SURE_SUM = 1_000_000_000  # a number without a unit that is a sum of money even if the article has told of none
OTHER = "other"


def _topic_words(name: str) -> frozenset[str]:
    return read_classes("number_lists")[name]


class _Place(NamedTuple):
    """A trigger: its token, and the number of the topic that it speaks for."""

    at: int
    topic: int


class _Sentence(NamedTuple):
    """What the choice of a topic looks at: the numbers of a sentence, their lists, its words, and the triggers."""

    amounts: Sequence[Amount]
    chains: list[list[Amount]]
    tokens: list[Token]
    places: list[_Place]
    topics: Sequence[Topic]


def choose_topics(
    amounts: Sequence[Amount], tokens: list[Token], topics: Sequence[Topic], *, sums: str = ""
) -> list[str]:
    """Choose the topic of each amount of a sentence: what is counted decides, then the nearest trigger, then the unit.

    A trigger in the number's own stretch between commas goes first; numbers in a list (*14 Rebellen, sieben Zivilisten
    und ein Soldat*) share their trigger. A trigger of people takes no number that counts things.

    Parameters
    ----------
    amounts : sequence of Amount
    tokens : list of Token
    topics : sequence of Topic
    sums : str
        The topic of the last sum in the article: one that names no unit goes on with it (*davon 570 Millionen*).
        Empty: there is none yet, and a milliard without a unit is money.

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
    triggers = [read_entries(tuple(topic.triggers)) for topic in topics]
    places = [_Place(k, n) for n, own in enumerate(triggers) for k in range(len(spoken)) if own.stand_at(spoken, k)]
    sentence = _Sentence(amounts, _lists_of_amounts(amounts, tokens), tokens, places, topics)
    chosen = []
    for n, amount in enumerate(amounts):
        topic = _choose(n, sentence, sums)
        chosen.append(_go_on(n, sentence, chosen) if topic == OTHER and not amount.unit else topic)
        sums = chosen[-1] if may_be_sum(amount) and amount.unit else sums
    return chosen


def _lists_of_amounts(amounts: Sequence[Amount], tokens: list[Token]) -> list[list[Amount]]:
    """Give for each amount the list that it belongs to: numbers with no more than commas and *und* between them."""
    chains: list[list[Amount]] = []
    for before, amount in zip([None, *amounts], amounts, strict=False):
        if before and _is_number_list(tokens[before.last : amount.first]):
            chains[-1].append(amount)
            chains.append(chains[-1])
        else:
            chains.append([amount])
    return chains


def _is_number_list(between: list[Token]) -> bool:
    """Tell whether a list goes on between two numbers: *20 Kämpfer der Armee sowie 19 Rebellen*."""
    words = [token.form.lower() for token in between]
    if not words or set(words) <= _topic_words("listed"):
        return bool(words)
    has_clause = any(t.pos.startswith(("V", "KOUS", "PREL", "PTKZU")) or is_border(t) for t in between)
    return words[-1] in _topic_words("last") and len(words) <= LONGEST_ATTRIBUTE and not has_clause


def _choose(n: int, sentence: _Sentence, sums: str) -> str:
    """Choose the topic of the number `n` of a sentence, by the first question that has an answer."""
    amount = sentence.amounts[n]
    if is_worth(amount, sentence.tokens):
        return topic_of_sums(sentence.topics) or sums or OTHER
    answers = (
        _by_noun(amount, sentence)
        or _by_figure(amount, sentence)
        or _by_trigger(n, sentence)
        or _by_unit(amount, sentence)
    )
    if not answers and may_be_sum(amount) and not amount.unit:
        return sums or (topic_of_sums(sentence.topics) if amount.value >= SURE_SUM else "") or OTHER
    return answers[0] if answers else OTHER


def _go_on(n: int, sentence: _Sentence, chosen: list[str]) -> str:
    """Give a number without a noun the topic of one before it that measures and stands as it does.

    *Die einen kommen auf 26 Prozent, die anderen auf 21*, and no people.
    """
    amount, tokens = sentence.amounts[n], sentence.tokens
    before = tokens[amount.first - 1].form.lower() if amount.first else ""
    for other, topic in zip(sentence.amounts[:n], chosen, strict=True):
        is_parallel = other.first > 0 and tokens[other.first - 1].form.lower() == before in _topic_words("parallel")
        is_of_size = amount.value * SIZE >= other.value and other.value * SIZE >= amount.value
        if is_parallel and is_of_size and other.unit and topic != OTHER and is_of_measure(topic, sentence.topics):
            return topic
    return OTHER


def _by_noun(amount: Amount, sentence: _Sentence) -> list[str]:
    """List the topics whose nouns are what is counted: *164 Tote*."""
    at = amount.unit_at
    return [] if at is None else [t.id for t in sentence.topics if entry_stands_at(t.nouns, sentence.tokens, at)]


def _by_figure(amount: Amount, sentence: _Sentence) -> list[str]:
    """List the topics of what *Zahl* speaks of: *die Zahl der Toten … stieg auf 45*, *der Menschen, die starben, …*."""
    span, tokens = find_figure(amount, sentence.tokens), sentence.tokens
    if span is None:
        return []
    kinds = (lambda topic: topic.nouns, lambda topic: topic.triggers, lambda topic: topic.units)
    found = (
        [t.id for t in sentence.topics for k in range(*span) if entry_stands_at(kind(t), tokens, k)] for kind in kinds
    )
    return next((ids for ids in found if ids), [])


def _by_unit(amount: Amount, sentence: _Sentence) -> list[str]:
    """List the topics that what is counted speaks for where nothing else decides: *2500 Soldaten*."""
    at, tokens = amount.unit_at, sentence.tokens
    if at is None:
        return []
    units = [t.id for t in sentence.topics if entry_stands_at(t.units, tokens, at) and takes_number(t, amount, tokens)]
    sums = [
        t.id
        for t in sentence.topics
        if t.counts == "sums" and may_be_sum(amount) and entry_stands_at(t.triggers, tokens, at)
    ]
    return units + sums  # *drei Milliarden Schulden*


def _by_trigger(n: int, sentence: _Sentence) -> list[str]:
    """List the topics of the triggers within reach, the nearest first: those of its own stretch before its list's."""
    amount, chain, tokens = sentence.amounts[n], sentence.chains[n], sentence.tokens
    if _is_denied(amount, tokens):
        return []
    rivals = [other for other in sentence.amounts if not any(other is member for member in chain)]
    fitting = _fitting_places(amount, rivals, sentence)
    own = [_rank(amount, p, rivals, tokens) for p in fitting if is_same_stretch(amount, p.at, tokens)]
    listed = [_rank(member, p, rivals, tokens) for p in fitting for member in chain]
    near = _within_reach(own) or _within_reach(listed)
    return [sentence.topics[topic].id for _, topic in near]


def _fitting_places(amount: Amount, rivals: Sequence[Amount], sentence: _Sentence) -> list[_Place]:
    """List the triggers that may say what a number is about: of its kind, and of no other clause."""
    fitting = (p for p in sentence.places if _may_speak(p, amount, sentence))
    return [p for p in fitting if not is_of_other_clause(amount, p.at, rivals, sentence.tokens)]


def _is_denied(amount: Amount, tokens: list[Token]) -> bool:
    """Tell those to whom nothing happened: *keiner der 30 Fahrgäste wurde verletzt*."""
    before = [t.form.lower() for t in tokens[max(amount.first - 2, 0) : amount.first]]
    return len(before) == 2 and before[0] in _topic_words("none") and before[1] in _topic_words("of_figure")


def _within_reach(ranked: list[tuple[float, int]]) -> list[tuple[float, int]]:
    return sorted((distance, topic) for distance, topic in ranked if distance <= FAR)


def _may_speak(place: _Place, amount: Amount, sentence: _Sentence) -> bool:
    """Tell whether a trigger may say what a number is about at all, however far it is."""
    is_of_kind = takes_number(sentence.topics[place.topic], amount, sentence.tokens)
    return is_of_kind and not _stands_aside(amount, place.at, sentence.tokens)


def _stands_aside(amount: Amount, k: int, tokens: list[Token]) -> bool:
    """Tell whom something is for or against: where people protest against *ein Heim für 76 Kinder*, the 76 do not.

    The noun right before the preposition still speaks of them (*Haft für acht Männer*).
    """
    before = tokens[amount.first - 1].form.lower() if amount.first else ""
    is_governor = k == amount.first - 2 and before != "gegen"
    return before in _topic_words("aside") and not is_governor and not amount.first <= k < amount.last


def _join_verbs(tokens: list[Token]) -> list[Token]:
    """Give a parted verb its whole lemma at the particle: *nahm … fest* is *festnehmen*."""
    verbs, particles = join_separable(words_of_sentence(tokens), ())
    joined = list(tokens)
    for verb, particle in particles.items():
        joined[particle] = tokens[particle]._replace(lemma=verbs[verb])
    return joined


def _rank(amount: Amount, place: _Place, rivals: Sequence[Amount], tokens: list[Token]) -> tuple[float, int]:
    return distance_to(amount, place.at, rivals, tokens), place.topic
