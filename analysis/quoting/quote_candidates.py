"""Findings: what a rule says about one quotation, in token numbers, before it becomes a row."""

from dataclasses import dataclass, field

from analysis.language.words import Words

__all__ = ["FREE", "Finding", "trim", "trim_end"]

FREE = frozenset({"IndirectFreeIndirect", "FreeIndirect"})  # types without a frame of their own
STOPS = frozenset(", . ; : – - ! ?".split())
FINAL = frozenset(". ! ?".split())


@dataclass
class Finding:
    """A quotation: its type, its words and the words around it, as token numbers.

    Attributes
    ----------
    type : str
        One of `tables.QUOTE_TYPES`.
    quote, frame, cue, speaker, addressee : list of int
        The tokens of each; `quote` has gaps where *sagte er* is inserted.
    naming : list of int
        In *Reported* speech, the verb that names what was said; such a quotation has no frame and no cue.
    rule : str
        The construction that gave it away.
    """

    type: str
    quote: list[int]
    frame: list[int] = field(default_factory=list)
    cue: list[int] = field(default_factory=list)
    speaker: list[int] = field(default_factory=list)
    addressee: list[int] = field(default_factory=list)
    naming: list[int] = field(default_factory=list)
    rule: str = ""


def trim(words: Words, first: int, last: int) -> list[int]:
    """List the tokens from `first` to `last` without the stops and commas at either end."""
    while first < last and words.form[first] in STOPS:
        first += 1
    while first < last and words.form[last - 1] in STOPS:
        last -= 1
    return list(range(first, last))


def trim_end(words: Words, first: int, last: int) -> list[int]:
    """List the tokens from `first` to `last` without the stop that ends the sentence."""
    while first < last and words.form[last - 1] in FINAL:
        last -= 1
    return list(range(first, last))
