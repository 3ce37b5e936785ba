"""Names: persons and organisations that an article names, found without a codebook.

Persons by their first name, their title, or two names in a row; organisations from a list, by what their noun means, or
as an abbreviation. A last name alone belongs to whoever bore it before (`people`).
"""

from collections.abc import Iterator

from analysis.actors.known_organisations import read_known
from analysis.actors.name_parts import Name
from analysis.actors.organisation_names import read_abbreviation, read_organisation
from analysis.actors.person_names import read_person
from analysis.language.capitals import Capitals
from analysis.language.words import Words

__all__ = ["find_names"]


def find_names(words: Words, capitals: Capitals) -> Iterator[Name]:
    """Yield the persons and organisations that an article names, in order, none inside another.

    Parameters
    ----------
    words : Words
    capitals : Capitals
        How the study writes its words.

    Notes
    -----
    A last name alone is none here: `gather_people` knows who bears it.
    """
    seen = set(words.form)
    i = 0
    while i < len(words):
        found = None
        if words.form[i][:1].isupper():
            found = (
                read_known(words, i)
                or read_person(words, i, capitals, seen)
                or read_abbreviation(words, i)
                or read_organisation(words, i)
            )
        if found:
            yield found
        i = max(found.stop, i + 1) if found else i + 1
