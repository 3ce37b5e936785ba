"""Capitals: how a study writes a word inside its sentences; German nouns and names are capitalised, other words not."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from analysis.codebook.wordlists import read_classes

__all__ = ["Capitals", "count_capitals"]

SHARE = 3  # a noun that is known is a last name if one in so many stands behind a first name
FEW = 1  # behind a determiner at most so often: "die Merkel", "der Wüst" are rare, "die Zeugen" is not


@dataclass
class Capitals:
    """How often each form stands inside a sentence: capitalised, small, behind a determiner, *in*, a first name."""

    capital: Counter[str] = field(default_factory=Counter)
    lower: Counter[str] = field(default_factory=Counter)
    determined: Counter[str] = field(default_factory=Counter)
    placed: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)

    def is_only_capital(self, form: str) -> bool:
        """Tell a word that stands inside sentences, always with a capital: a noun or a name."""
        return self.capital[form] > 0 and not self.lower[form.lower()]

    def is_bare(self, form: str) -> bool:
        """Tell a word that is only capitalised and takes no determiner: most likely a name."""
        return self.is_only_capital(form) and self.determined[form] <= min(FEW, self.capital[form] // 3)

    def is_place(self, form: str) -> bool:
        """Tell a word that stands behind *in*, *nach*, *aus* as often as not."""
        return self.placed[form] * 2 >= self.capital[form] > 0

    def is_last_name(self, form: str, *, is_known: bool) -> bool:
        """Tell a word that stands behind a first name and takes no determiner; often so if it is a known noun too."""
        is_often = not is_known or self.named[form] * SHARE >= self.capital[form]
        return self.named[form] > 0 and is_often and self.is_bare(form)


def count_capitals(sentences: Iterable[list[str]]) -> Capitals:
    """Count how a study writes its words; the first word of a sentence, and what a colon or a mark opens, tell nothing.

    Parameters
    ----------
    sentences : iterable of list of str
        The forms of each sentence.

    Examples
    --------
    >>> seen = count_capitals([["Dort", "sah", "die", "Polizei", "Wüst", "wüst", "aus"]])
    >>> [seen.is_only_capital(word) for word in ("Polizei", "Wüst")], seen.is_bare("Polizei")
    ([True, False], False)
    """
    found = Capitals()
    determiners, places = (read_classes("function_words")[name] for name in ("determiner", "place"))
    first_names = frozenset().union(*read_classes("first_names").values()) - read_classes("grammar")["time"]
    for forms in sentences:
        for before, form in pairwise(forms):
            if not before[-1:].isalnum() and before != ",":
                continue
            if form[:1].isupper():
                found.capital[form] += 1
                found.determined[form] += before.lower() in determiners
                found.placed[form] += before.lower() in places
                found.named[form] += before in first_names
            elif form[:1].islower():
                found.lower[form] += 1
    return found
