"""A proposal under way: the namings of somebody whom a codebook might have, and what they say together."""

from collections import Counter
from dataclasses import dataclass, field

from analysis.actors.name_parts import Name
from analysis.codebook.wordlists import read_classes

__all__ = ["Proposal", "ProposedNaming"]


@dataclass(frozen=True)
class ProposedNaming:
    """A naming under the name that it is proposed by.

    `country` is set for a body that every country has; `noun` is then the noun that it is called by.
    """

    article_id: str
    first: int
    printed: str
    name: str
    kind: str  # person | organisation | group
    country: str = ""
    noun: str = ""
    source: str = ""  # the name as the finder gave it
    is_printed: bool = False  # its country stands in it or beside it
    is_determined: bool = False  # an article or an adjective stands before it
    found: Name | None = field(default=None, compare=False, repr=False)


@dataclass
class Proposal:
    """A person, an organisation, a group or a state under way: its namings, and how often it is quoted."""

    kind: str
    namings: list[ProposedNaming] = field(default_factory=list)
    n_quotes: int = 0
    n_answers: int = 0  # answers in interviews, among the quotations
    bare: list[str] = field(default_factory=list)  # nouns that stand alone and are nobody else's
    several: set[str] = field(default_factory=set)  # nouns that stand alone and are others' too, so none of its names

    @property
    def articles(self) -> set[str]:
        """The articles that name it."""
        return {naming.article_id for naming in self.namings}

    @property
    def country(self) -> str:
        """The country that its namings belong to."""
        return next((naming.country for naming in self.namings if naming.country), "")

    @property
    def nouns(self) -> list[str]:
        """The nouns of a country's body, which context settles; of one that cities have too, where an article tells it.

        That is: with its country beside it, or alone behind its name.
        """
        full: dict[str, int] = {}
        for naming in sorted(self.namings, key=lambda naming: naming.first):
            if naming.is_printed:
                full.setdefault(naming.article_id, naming.first)
        local = read_classes("organisations")["local"]
        told = dict.fromkeys(naming.noun for naming in self.namings if naming.noun and _tells_role(naming, full, local))
        return [noun for noun in told if noun not in self.bare]

    @property
    def nouns_of_all(self) -> set[str]:
        """The nouns of all its namings for a country's body."""
        return {naming.noun for naming in self.namings if naming.country and naming.noun}

    def labels(self) -> Counter[str]:
        """Count the title nouns printed beside its name, lower case."""
        return Counter(label for naming in self.namings if naming.found for label in naming.found.labels)

    def commonest(self, what: str) -> str:
        """Return the commonest value of a part of its namings: pronoun, party."""
        values = Counter(value for naming in self.namings if (value := getattr(naming.found, what, "")))
        return values.most_common(1)[0][0] if values else ""


def _tells_role(naming: ProposedNaming, full: dict[str, int], local: frozenset[str]) -> bool:
    """Tell a noun that is a country's body's: *die Regierung in Belgrad*, or alone behind *die serbische Regierung*.

    `full`: articles to the first token at which noun and country stand together.
    """
    is_beside = naming.is_printed and naming.printed.startswith(naming.noun)
    is_behind = not naming.is_printed and full.get(naming.article_id, naming.first) < naming.first
    return bool(naming.country) and (is_beside or is_behind or naming.noun.lower() not in local)
