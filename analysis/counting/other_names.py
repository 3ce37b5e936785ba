"""Other names: the spellings of a proposal that its block must list, since the finder would not see them by itself."""

import re
from collections.abc import Iterable

from analysis.actors.name_parts import has_given_name_last, is_first_name
from analysis.actors.organisation_names import is_generic
from analysis.codebook.wordlists import read_classes
from analysis.counting.named_countries import capitals_of, country_of
from analysis.language.nouns import kind_of

__all__ = ["list_other_names"]

SHORTEST_OFFICE = 5  # letters of an office that is one person's alone in a study and so may be another name for them


def list_other_names(row: tuple) -> list[str]:
    """List other spellings that the finder would not see by itself, and offices that are one person's alone.

    Parameters
    ----------
    row : namedtuple
        A proposal: ``name``, ``kind``, ``spellings``, ``offices``, ``nouns``.
    """
    found: list[str] = []
    for spelling in row.spellings:
        is_part = row.kind == "person" and _is_part_of_person(spelling, row.name)
        is_role = spelling in row.nouns or _is_inflected(spelling, row.nouns)
        is_longer = row.kind == "person" and spelling.startswith(f"{row.name} ") and not re.search(r"\d", spelling)
        holds_name = _holds_name(spelling, row.name) and not is_longer  # *Otto Berg Molina* of *Otto Berg*
        if not (
            is_part
            or is_role
            or holds_name
            or _is_noun_or_town(spelling, row)
            or _is_inflected(spelling, [row.name, *found])
        ):
            found.append(spelling)
    return found + [office for office in row.offices if len(office) >= SHORTEST_OFFICE and "-" not in office]


def _is_noun_or_town(spelling: str, row: tuple) -> bool:
    """Tell what names nobody alone: a noun before the names of many bodies, a town."""
    return _is_class_noun(spelling) or _is_town_of(spelling, row)


def _is_town_of(spelling: str, row: tuple) -> bool:
    """Tell a town, alone, that a body's name ends in: *Salzburg* is no name of *Red Bull Salzburg*, but a place."""
    last = row.name.rpartition(" ")[2]
    is_town = last.lower() in read_classes("body_signs")["town"] or last in capitals_of(country_of(last))
    return row.kind != "person" and last != row.name and spelling in (last, f"{last}s") and is_town


def _is_class_noun(spelling: str) -> bool:
    """Tell a noun that stands before the names of many bodies: *Menschenrechtsorganisation*, *Nachrichtenagentur*."""
    classes, low = read_classes("organisations"), spelling.lower()
    last = low.rpartition("-")[2]  # *US-Unternehmen* is an *Unternehmen*
    return last in classes["named"] or low in classes["collective"] or is_generic(low)


def _is_part_of_person(spelling: str, name: str) -> bool:
    """Tell a spelling that is some words of the name, or the last name behind a title."""
    words = spelling.split()
    if words == name.split()[:1] and (not is_first_name(spelling) or has_given_name_last(name)):
        return False  # *Ban* of *Ban Ki-moon*, whom the articles call so
    is_some = all(_is_inflected(word, re.sub(r"(?<= )[ae]l-", "", name).split()) for word in words)
    is_titled = words[-1] == name.split()[-1] and kind_of(words[0]) == "person" and not is_first_name(words[0])
    return is_some or is_titled


def _holds_name(spelling: str, name: str) -> bool:
    """Tell a spelling in which the name itself stands, and one that holds digits, which a page ran together with it.

    >>> _holds_name("Firma Mollix", "Mollix"), _holds_name("Anna25px Berg", "Anna Berg"), _holds_name("EU", "Union")
    (True, True, False)
    """
    place_left_out = re.sub(r" (?:in|von) \S+$", "", spelling)
    bare = re.sub(r"[^\w\s&'’.-]", "", spelling)  # without marks: Organisation „Mollix“
    return (
        f" {name} " in f" {bare} "
        or any(character.isdigit() for character in spelling)
        or _is_inflected(place_left_out, [name])
    )


def _is_inflected(spelling: str, others: Iterable[str]) -> bool:
    """Tell another form of one of some names: *Roten Kreuzes*, *Rotes Kreuz*; *italienischen Regierung*.

    >>> _is_inflected("Roten Kreuzes", ["Rotes Kreuz"]), _is_inflected("Regierung in Rom", ["italienische Regierung"])
    (True, False)
    >>> _is_inflected("Griechische Regierung", ["griechische Regierung"])
    True
    """
    bare = _bare(spelling)
    return any(_bare(other) & bare for other in others)


def _bare(name: str) -> set[str]:
    """Return a name, lower case, without the endings of its words, as printed and without genitive and plural."""
    words = name.lower().split()
    stems = [re.sub(r"(?<=..)(?:e[rsnm]?|s)$", "", word) for word in words[:-1]]
    return {" ".join([*stems, re.sub(ending, "", words[-1])]) for ending in (r"(?!)", r"['’s]$", r"es$", r"e?n$")}
