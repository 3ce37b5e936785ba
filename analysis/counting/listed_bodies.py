"""Listed bodies: where an article names a body that news texts call by several names, as `body_names.txt` has them."""

from collections.abc import Iterator
from functools import cache

from analysis.actors.known_organisations import Spellings, read_known, read_spellings
from analysis.actors.name_parts import Name
from analysis.codebook.wordlists import read_lines
from analysis.counting.proposal import ProposedNaming
from analysis.language.words import Words

__all__ = ["is_listed_body", "listed_namings", "listed_spellings"]

PLACED = ("in", "von", "aus")  # what may follow a name that the finder of names takes as a part of it


@cache
def _body_names() -> dict[str, str]:
    """Map each spelling to the name of the body."""
    found = {}
    for line in read_lines("body_names"):
        name, _, others = line.partition("=")
        found |= {spelling.strip(): name.strip() for spelling in (name, *others.split(","))}
    return found


@cache
def _body_spellings() -> Spellings:
    return read_spellings(_body_names())


def is_listed_body(name: str) -> bool:
    """Tell the name of a listed body.

    >>> is_listed_body("UNHCR"), is_listed_body("UN-Flüchtlingshilfswerk"), is_listed_body("Mollix")
    (True, False, False)
    """
    return _body_names().get(name) == name


def listed_spellings() -> list[str]:
    """List the names of the listed bodies, and their other spellings."""
    return list(_body_names())


def listed_namings(words: Words, names: list[Name], explained: set[str]) -> Iterator[tuple[ProposedNaming, range]]:
    """Yield the namings, with their tokens, of listed bodies: *des UN-Flüchtlingshilfswerks*, *UNHCR*.

    Parameters
    ----------
    words : Words
    names : list of Name
        What the finder of names has there: a longer one stays, save where only its place follows.
    explained : set of str
        What the articles themselves explain, by brackets: no listed abbreviation.
    """
    stop = 0
    for i in range(len(words)):
        known = read_known(words, i, spellings=_body_spellings()) if i >= stop else None
        if known is None or words.form[i] in explained:
            continue
        beside = [name for name in names if name.first < known.stop and known.first < name.stop]
        if all(_lies_within(words, name, known) for name in beside):
            stop = known.stop
            source = beside[0].name if beside else known.name
            body = _body_names()[known.name]
            yield ProposedNaming(words.article_id, i, known.name, body, "organisation", source=source), range(i, stop)


def _lies_within(words: Words, name: Name, known: Name) -> bool:
    """Tell a name that lies within a listed one, but for its place behind it."""
    return known.first <= name.first and (name.stop <= known.stop or words.low[known.stop] in PLACED)
