"""The outcome: what an import did, as it is gathered on the way and told at its end."""

from collections import Counter
from dataclasses import dataclass, field

from analysis.reading.importing.duplicates import Twins
from analysis.reading.importing.imported_article import ImportedArticle

__all__ = ["Outcome"]


@dataclass
class Outcome:
    """What an import did.

    Attributes
    ----------
    read : articles read in now, by the file they were written to
    known : how many were there already
    filled : how many of those got metadata that they lacked
    left_out : (source, reason)
    twins : pairs of texts that are one or nearly
    pattern, outlets : the pattern that the file names suggest, and the outlets it would give
    forms : how many articles came in which form
    """

    read: dict[str, ImportedArticle] = field(default_factory=dict)
    known: int = 0
    filled: int = 0
    left_out: list[tuple[str, str]] = field(default_factory=list)
    twins: list[Twins] = field(default_factory=list)
    pattern: str = ""
    outlets: Counter = field(default_factory=Counter)
    forms: Counter = field(default_factory=Counter)

    @property
    def repairs(self) -> Counter:
        """How often each repair was made, over all articles read in now."""
        return sum((found.reading.repairs for found in self.read.values()), Counter())
