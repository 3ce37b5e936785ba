"""Name parts: what a name is, and the words that names are made of: first and last names, titles, particles."""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from analysis.codebook.wordlists import read_classes, read_countries, read_words_of
from analysis.language.capitals import Capitals
from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = [
    "ABBREVIATION",
    "GENITIVE",
    "NAME_TAGS",
    "Known",
    "Name",
    "after_particles",
    "first_pronoun",
    "has_given_name_last",
    "is_company_form",
    "is_country",
    "is_first_name",
    "is_namelike",
    "is_title_noun",
    "may_be_last_name",
]

ABBREVIATION = re.compile(r"(?=(?:.*[A-ZÄÖÜ]){2})[A-ZÄÖÜ][\wÄÖÜäöü&]{1,6}")
GENITIVE = ("s", "'", "’")
EASTERN = re.compile(r"[A-Z]\w+-[a-z]\w+")  # a given name behind the family's: Ki-moon, Jae-in
NAME_TAGS = frozenset(("NE", "FM", "XY"))
INITIAL = re.compile(r"[A-ZÄÖÜ]\.?")
OFTEN = 6  # a surname stands behind a determiner once in so many times at most, or once at all: "der Kurz"


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


def has_given_name_last(name: str) -> bool:
    """Tell a name of two words of which the first is the family's.

    >>> has_given_name_last("Ban Ki-moon"), has_given_name_last("Anna Berg-Huber")
    (True, False)
    """
    words = name.split()
    return len(words) == 2 and bool(EASTERN.fullmatch(words[1]))


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


def is_namelike(words: Words, i: int, capitals: Capitals) -> bool:
    """Tell a capitalised word that may be part of a name: by its tag, or because it takes no determiner anywhere."""
    form = words.form[i]
    if not form[:1].isupper() or form.isdigit() or is_country(words.low[i]):
        return False
    if "-" in form and ABBREVIATION.fullmatch(form.partition("-")[0]):
        return False  # "SPD-Vize Berg": a title or a thing
    if kind_of(form) and words.pos[i] == "NN":
        return False
    is_opening = i == words.sentences[words.sentence[i]][0]
    if words.pos[i] in NAME_TAGS or INITIAL.fullmatch(form):
        return not is_opening or not capitals.lower[form.lower()]
    return not is_opening and capitals.is_bare(form)


def after_particles(words: Words, j: int, last: int) -> int:
    """Return the token after *von*, *van der*, *de la* at `j`; `j` itself if no particle stands there."""
    classes = read_classes("function_words")
    k = j
    while k < last and words.low[k] in (
        classes["particle"] if k == j else classes["particle"] | classes["inner_particle"]
    ):
        k += 1
    return k


def may_be_last_name(words: Words, j: int, capitals: Capitals) -> bool:
    """Tell what may follow a first name: a capitalised word that is no function word and no title."""
    form = words.form[j]
    common = words.pos[j] in ("ART", "APPR", "PPER", "KON", "KOUS", "PPOSAT", "ADV", "CARD", "APPRART", "PDS")
    return (
        form[:1].isupper()
        and not common
        and not (words.pos[j] == "NN" and _is_common_noun(form, capitals))
        and capitals.determined[form] <= 1 + capitals.capital[form] // OFTEN
    )


def _is_common_noun(form: str, capitals: Capitals) -> bool:
    """Tell a noun for somebody from a last name that ends as one does, *Fastenbauer*, without a determiner."""
    is_listed = form.lower() in read_words_of("titles") | read_words_of("person_nouns")
    return bool(kind_of(form)) and (kind_of(form) != "person" or is_listed or capitals.determined[form] > 0)
