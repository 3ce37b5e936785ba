"""A proposal under way: the namings of somebody whom a codebook might have, and what they say together."""

from collections import Counter
from dataclasses import dataclass, field

from analysis.actors.name_parts import Name

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
    is_determined: bool = False  # an article or an adjective stands before it
    found: Name | None = field(default=None, compare=False, repr=False)


@dataclass
class Proposal:
    """A person, an organisation, a group or a state under way: its namings, and how often it is quoted."""

    kind: str
    namings: list[ProposedNaming] = field(default_factory=list)
    n_quotes: int = 0
    bare: list[str] = field(default_factory=list)  # nouns that stand alone and are nobody else's

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
        """The nouns that a body of a country is called by."""
        nouns = dict.fromkeys(naming.noun for naming in self.namings if naming.country and naming.noun)
        return [noun for noun in nouns if noun not in self.bare]

    def labels(self) -> Counter[str]:
        """Count the title nouns printed beside its name, lower case."""
        return Counter(label for naming in self.namings if naming.found for label in naming.found.labels)

    def commonest(self, what: str) -> str:
        """Return the commonest value of a part of its namings: pronoun, party."""
        values = Counter(value for naming in self.namings if (value := getattr(naming.found, what, "")))
        return values.most_common(1)[0][0] if values else ""
