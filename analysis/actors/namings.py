"""Namings: where somebody is named, where they speak, and which pronoun refers back to their words."""

from typing import NamedTuple

from analysis.codebook.wordlists import read_classes
from analysis.language.morphology import is_finite
from analysis.language.nouns import kind_of, pronoun_of
from analysis.language.words import Words

__all__ = ["Mention", "Spoken", "number_of_sie", "pronoun_of_words"]


class Mention(NamedTuple):
    """A mention in tokens; `actor` is a name of the codebook or, for somebody it does not know, the name found."""

    first: int
    stop: int
    actor: str


class Spoken(NamedTuple):
    """A quotation that is settled: its characters, the sentences of its start, end and speaker, and the actor."""

    start: int
    end: int
    last_sentence: int
    speaker_sentence: int
    actor: str
    cue: str
    by_spokesperson: bool


def number_of_sie(words: Words, token: int) -> str:
    """Tell *sie* of one from *sie* of several by the verb beside it: ``sie`` or ``plural``."""
    low, high = words.sentences[words.sentence[token]]
    verbs = [k for k in range(low, high) if is_finite(words.pos[k])]
    verb = min(verbs, key=lambda k: (abs(k - token), k), default=None)
    return "plural" if verb is not None and words.low[verb].endswith(("n", "sind")) else "sie"


def pronoun_of_words(words: str) -> str:
    """Read the pronoun from a description: *Die Polizei*, *ein Anwohner*, *Die Behörden*."""
    forms = words.split()
    noun = next((form for form in forms if kind_of(form) in ("person", "organisation")), "")
    pronoun = pronoun_of(noun)
    opening = forms[0].lower() if forms else ""
    if opening == "die" and pronoun == "er":
        return "plural"  # die Forscher
    if pronoun in ("sie", "es", "plural"):
        return pronoun
    if opening in read_classes("function_words")["plural"]:
        return "plural"
    return pronoun or {"der": "er", "die": "sie", "eine": "sie", "ein": "er", "das": "es"}.get(opening, "")
