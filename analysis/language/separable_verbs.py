"""Separable verbs: *teilte … mit* is *mitteilen*, *gab … bekannt* is *bekanntgeben*; joined here and nowhere else."""

from collections.abc import Container

from analysis.codebook.wordlists import read_classes
from analysis.language.words import Words

__all__ = ["join_separable"]

GRAMMAR = read_classes("grammar")
SPLIT = ("VVFIN", "VAFIN")  # forms whose particle stands apart
CLAUSE_END = frozenset(", . ; : ! ? – ( „ “".split())


def join_separable(words: Words, known: Container[str]) -> tuple[list[str], dict[int, int]]:
    """Give each verb its lemma, with the particle that stands at the end of its clause.

    Parameters
    ----------
    words : Words
    known : container of str
        Verbs worth looking for where the tagger took the particle for a preposition (*räumte er ein, dass …*).

    Returns
    -------
    verb : list of str
        A lemma for each token that is a verb, else "".
    particle : dict
        The token of the particle, by the token of its verb.
    """
    verb = [lemma if pos[0] == "V" else "" for lemma, pos in zip(words.lemma, words.pos, strict=True)]
    particle: dict[int, int] = {}
    for first, last in words.sentences:
        finite = -1
        for i in range(first, last):
            if words.pos[i] in SPLIT:
                finite = i
            elif words.low[i] in GRAMMAR["making"]:
                _make_known(words, verb, particle, i, (first, finite, last))
            elif finite >= 0 and _is_verb_particle(words, i, finite, last, known):
                verb[finite] = words.low[i] + words.lemma[finite]
                particle[finite] = i
                finite = -1
    return verb, particle


def _is_verb_particle(words: Words, i: int, finite: int, last: int, known: Container[str]) -> bool:
    """Tell the particle of a verb: tagged as one, or at the end of the clause and with the verb a known one."""
    if words.pos[i] == "PTKVZ":
        return True
    ends = i + 1 == last or words.form[i + 1] in CLAUSE_END or words.low[i + 1] in GRAMMAR["content"] | {"und", "wie"}
    return ends and words.low[i] in GRAMMAR["particles"] and words.low[i] + words.lemma[finite] in known


def _make_known(words: Words, verb: list[str], particle: dict[int, int], i: int, place: tuple[int, int, int]) -> None:
    """Join *gab … bekannt*, *bekannt gegeben*, *machte deutlich*: one verb in two words, in any order."""
    first, finite, last = place
    for j in (finite, i + 1):
        if first <= j < last and words.lemma[j] in GRAMMAR["made_known"]:
            verb[j] = words.low[i] + words.lemma[j]
            particle[j] = i
