"""Name parts: what a name is, and the words that names are made of: first names, titles, particles, capitals."""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from analysis.codebook.wordlists import read_classes, read_countries
from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = [
    "ABBREVIATION",
    "GENITIVE",
    "NAME_TAGS",
    "Known",
    "Name",
    "first_pronoun",
    "is_company_form",
    "is_country",
    "is_first_name",
    "is_title_noun",
]

ABBREVIATION = re.compile(r"(?=(?:.*[A-ZÄÖÜ]){2})[A-ZÄÖÜ][\wÄÖÜäöü&]{1,6}")
GENITIVE = ("s", "'", "’")
NAME_TAGS = frozenset(("NE", "FM", "XY"))


@dataclass(frozen=True)
class Name:
    """A naming of a person or an organisation: its tokens, the name in full, and what stands beside it.

    `labels` are the nouns of its titles, lower case; `party` is the party printed with it.
    """

    first: int
    stop: int
    name: str
    kind: str  # person | organisation
    pronoun: str = ""
    labels: frozenset[str] = field(default=frozenset())
    party: str = ""


@dataclass
class Known:
    """What a study says of somebody: kind, pronouns, title nouns and parties, each with how often."""

    kind: str
    pronouns: Counter[str] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    parties: Counter[str] = field(default_factory=Counter)

    @property
    def pronoun(self) -> str:
        """Return the commonest pronoun, or nothing."""
        return self.pronouns.most_common(1)[0][0] if self.pronouns else ""


@cache
def _first_names() -> dict[str, str]:
    classes = read_classes("first_names")
    return {name: pronoun for pronoun in ("er", "sie", "any") for name in classes[pronoun]}


def is_first_name(word: str) -> bool:
    """Tell a first name, also one of two that a hyphen joins.

    >>> is_first_name("Anna"), is_first_name("Hans-Otto"), is_first_name("Berlin")
    (True, True, False)
    """
    return word in _first_names() or ("-" in word and word.partition("-")[0] in _first_names())


def first_pronoun(first_name: str) -> str:
    """Return the pronoun for the bearer of a first name; nothing for one of men and women."""
    known = _first_names()
    pronoun = known.get(first_name) or known.get(first_name.partition("-")[0], "")
    return "" if pronoun == "any" else pronoun


def is_country(low: str) -> bool:
    """Tell the name of a country, also in the genitive."""
    return low in read_countries() or low.removesuffix("s") in read_countries()


def is_company_form(word: str) -> bool:
    """Tell the legal form that makes a company of the name before it.

    >>> is_company_form("HandelsgmbH"), is_company_form("AG"), is_company_form("Montag")
    (True, True, False)
    """
    low = word.lower()
    return word[:1].isupper() and (low in read_classes("name_words")["legal"] or low.endswith("gmbh"))


def is_title_noun(words: Words, k: int) -> bool:
    """Tell a title of a person: *Kanzler*, and *Landesrat*, *Vorstand*, which are bodies too."""
    low = words.low[k]
    is_both = any(low.endswith(title) for title in read_classes("organisations")["title"])
    return words.pos[k] in ("NN", "NE") and (is_both or kind_of(words.form[k]) == "person")
