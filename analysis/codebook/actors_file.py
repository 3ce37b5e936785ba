"""`actors.toml`: who can act and speak, and the words that name them."""

import json
from pathlib import Path
from typing import Literal

from pydantic import Field

from analysis.codebook.toml import Strict, Word, locate, read_toml, validate
from analysis.errors import StudyError, nearest

__all__ = ["Actor", "ActorsFile", "Country", "read_actors"]


class Country(Strict):
    """A country, and the words that tie a role to it: *Kasachstans*, *der kasachische*, *US-*, *in Moskau*."""

    name: str = Field(min_length=1)
    adjectives: list[Word] = []
    capitals: list[Word] = []
    prefixes: list[Word] = []


class Actor(Strict):
    """Someone who can act and speak, and the words that name them."""

    name: str = Field(min_length=1)
    kind: Literal["person", "institution", "state", "group", "media"]
    group: str
    country: str = ""
    pronoun: Literal["er", "sie", "es", "plural", ""] = ""
    aliases: list[Word] = []
    roles: list[Word] = []
    metonyms: list[Word] = []
    speaks_for: str = ""


class ActorsFile(Strict):
    """`data/actors.toml`."""

    groups: list[str] = []
    countries: list[Country] = []
    actors: list[Actor] = []


def read_actors(path: Path, *, shown: str) -> ActorsFile:
    """Read `actors.toml`: who can act and speak.

    Raises
    ------
    StudyError
        For two actors of one name, and for a group, a country or a person that no block of the file describes.
    """
    content, source = read_toml(path, shown=shown)
    file = validate(ActorsFile, content, source, shown)
    names = [actor.name for actor in file.actors]
    known = {"group": file.groups, "country": [c.name for c in file.countries], "speaks_for": names}
    for n, actor in enumerate(file.actors):
        if actor.name in names[:n]:
            raise StudyError(f'two actors are called "{actor.name}"; give each its own name or make them one',
                             file=shown, line=locate(source, ("actors", n, "name")))  # fmt: skip
        for key, values in known.items():
            value = getattr(actor, key)
            if value and value not in values:
                remedy = nearest(value, values) if values else _missing(key, file.actors, value)
                raise StudyError(f'unknown {key} "{value}"; {remedy}',
                                 file=shown, line=locate(source, ("actors", n, key)))  # fmt: skip
        if actor.roles and not actor.country:
            raise StudyError(f'"{actor.name}" has roles but no country; say whose {actor.roles[0]} it is',
                             file=shown, line=locate(source, ("actors", n, "roles")))  # fmt: skip
    return file


def _missing(key: str, actors: list[Actor], value: str) -> str:
    """Say what to write where the file describes no group, or no country, at all."""
    if key == "group":
        groups = json.dumps(list(dict.fromkeys(actor.group for actor in actors)), ensure_ascii=False)
        return f"the file has no groups; write the line `groups = {groups}` above its first block"
    return f"add a [[countries]] block for {value}"
