"""The codebook: what the researcher decides, read from commented TOML and checked key by key."""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from analysis.errors import StudyError, nearest
from analysis.readers import READERS

__all__ = [
    "Actor", "ActorsFile", "ArticleEntry", "Contrast", "Country", "StudyFile", "Term", "Topic",
    "locate", "read_actors", "read_contrasts", "read_study_file", "read_toml", "read_topics",
]  # fmt: skip


Model = TypeVar("Model", bound=BaseModel)
Word = Annotated[str, Field(min_length=1)]
REMEDIES = {"list_type": 'write a list: ["…", "…"]', "string_type": 'write it in quotation marks: "…"'}


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


class StudyEntry(_Strict):
    """The study as a whole."""

    title: str = Field(min_length=1)
    question: str = ""
    language: str = "de"


class ArticleEntry(_Strict):
    """One article of the study."""

    file: str = Field(min_length=1)
    reader: str
    id: str = ""
    outlet: str = ""
    outlet_basis: Literal["stated", "given", "unknown"] = "unknown"
    published: str = Field(default="", pattern=r"^(\d{4}-\d{2}(-\d{2})?)?$")
    note: str = ""

    @field_validator("published", mode="before")
    @classmethod
    def _write_date(cls, value: object) -> object:
        """Take a TOML date (2022-01-08 without quotation marks) as well."""
        return value.isoformat() if type(value) is date else value


class StudyFile(_Strict):
    """`data/study.toml`."""

    study: StudyEntry
    articles: list[ArticleEntry] = Field(min_length=1)


class Term(_Strict):
    """One of several rival words for a thing: its name, and the lemmas and parts of compounds that count as it."""

    name: str = Field(min_length=1)
    lemmas: list[str] = Field(default=[], min_length=1)
    parts: list[str] = []
    excluded: list[str] = Field(default=[], alias="except")


class Contrast(_Strict):
    """A set of rival words for one thing."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: str
    question: str = ""
    terms: list[Term] = Field(min_length=2)


class Topic(_Strict):
    """What a reported number is about: `nouns` counted, words nearby (`triggers`), or `units` if neither decides.

    An entry is a lemma or a form; a star stands for any beginning or ending; several words are a phrase.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: str = Field(min_length=1)
    nouns: list[str] = []
    triggers: list[str] = []
    units: list[str] = []


class _Topics(_Strict):
    topics: list[Topic] = Field(min_length=1)


class _Contrasts(_Strict):
    contrasts: list[Contrast] = Field(min_length=1)


class Country(_Strict):
    """A country, and the words that tie a role to it: *Kasachstans*, *der kasachische*, *US-*, *in Moskau*."""

    name: str = Field(min_length=1)
    adjectives: list[Word] = []
    capitals: list[Word] = []
    prefixes: list[Word] = []


class Actor(_Strict):
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


class ActorsFile(_Strict):
    """`data/actors.toml`."""

    groups: list[str] = []
    countries: list[Country] = []
    actors: list[Actor] = []


def locate(source: str, path: tuple[str | int, ...], *, key: str = "") -> int | None:
    """Find the line of a TOML file that a place such as ``("articles", 2, "reader")`` points to.

    Examples
    --------
    >>> locate('[[articles]]\\nfile = "a"\\n[[articles]]\\nfile = "b"', ("articles", 1, "file"))
    4
    """
    lines = source.splitlines()
    first, last = 0, len(lines)
    header = ""
    for step, index in zip(path, [*path[1:], None], strict=True):
        if not isinstance(step, str):
            continue
        header = f"{header}.{step}" if header else step
        opening = re.compile(rf"^\s*\[{{1,2}}\s*{re.escape(header)}\s*\]{{1,2}}")
        found = [n for n in range(first, last) if opening.match(lines[n])]
        wanted = index if isinstance(index, int) else 0
        if len(found) > wanted:
            first = found[wanted]
            later = found[wanted + 1 :]
            last = later[0] if later else last
    word = key or next((str(step) for step in reversed(path) if isinstance(step, str)), "")
    assigned = re.compile(rf"""(^|[{{,])\s*["']?{re.escape(word)}["']?\s*=""")
    for n in range(first, last):
        if assigned.search(lines[n].split("#")[0]):
            return n + 1
    return first + 1 if first < len(lines) and path else None


def read_toml(path: Path, *, shown: str | None = None) -> tuple[dict, str]:
    """Read a TOML file; a missing file or wrong syntax is a `StudyError` that names file and line."""
    shown = shown or str(path)
    try:
        source = path.read_text(encoding="utf-8")
        return tomllib.loads(source), source
    except FileNotFoundError:
        raise StudyError("there is no such file; every study has one", file=shown) from None
    except UnicodeDecodeError:
        raise StudyError("not UTF-8 text; save it as UTF-8", file=shown) from None
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        message = re.sub(r" \(at .*\)$", "", str(error))
        raise StudyError(f"not valid TOML: {message}", file=shown, line=int(line[1]) if line else None) from None


def _validate(model: type[Model], content: dict, source: str, shown: str) -> Model:
    """Hold a file's content against its model; say the first thing that is wrong in one line."""
    try:
        return model.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        place = first["loc"]
        key = str(place[-1]) if place else ""
        line = locate(source, place, key=key if isinstance(place[-1], str) else "")
        if first["type"] == "extra_forbidden":
            known = _known_keys(model, place[:-1])
            raise StudyError(f'unknown key "{key}"; {nearest(key, known)}', file=shown, line=line) from None
        if first["type"] == "missing":
            raise StudyError(f'"{key}" is missing; add it', file=shown, line=line) from None
        if first["type"] == "literal_error":
            known = re.findall(r"'([^']+)'", first["ctx"]["expected"])
            value = str(first["input"])
            raise StudyError(f'unknown {key} "{value}"; {nearest(value, known)}', file=shown, line=line) from None
        if first["type"] in REMEDIES:
            raise StudyError(f'"{key}": {REMEDIES[first["type"]]}', file=shown, line=line) from None
        value = f' (it is "{first["input"]}")' if isinstance(first["input"], str | int | float) else ""
        name = ".".join(str(step) for step in place)
        raise StudyError(f"{name}: {first['msg']}{value}", file=shown, line=line) from None


def _known_keys(model: type[BaseModel], place: tuple[str | int, ...]) -> list[str]:
    """List the keys that may stand at a place of a model."""
    for step in place:
        if isinstance(step, str) and step in model.model_fields:
            kind = model.model_fields[step].annotation
            inner = [a for a in getattr(kind, "__args__", ()) if isinstance(a, type)]
            model = inner[-1] if inner else kind
    return list(model.model_fields)


def read_study_file(path: Path, *, shown: str) -> tuple[StudyFile, str]:
    """Read `study.toml`; return it with its source, in which errors found later are located."""
    content, source = read_toml(path, shown=shown)
    study = _validate(StudyFile, content, source, shown)
    for n, entry in enumerate(study.articles):
        if entry.reader not in READERS:
            raise StudyError(
                f'unknown reader "{entry.reader}"; {nearest(entry.reader, list(READERS))}',
                file=shown, line=locate(source, ("articles", n, "reader")),
            )  # fmt: skip
        if entry.outlet and entry.outlet_basis == "unknown":
            raise StudyError(
                f'outlet "{entry.outlet}" with outlet_basis "unknown"; say how it is known: stated or given',
                file=shown, line=locate(source, ("articles", n, "outlet")),
            )  # fmt: skip
    return study, source


def read_contrasts(path: Path, *, shown: str) -> list[Contrast]:
    """Read `contrasts.toml`: sets of rival words. A lemma may count for one term of a contrast only."""
    content, source = read_toml(path, shown=shown)
    contrasts = _validate(_Contrasts, content, source, shown).contrasts
    for n, contrast in enumerate(contrasts):
        if contrast.id in {earlier.id for earlier in contrasts[:n]}:
            line = locate(source, ("contrasts", n, "id"))
            raise StudyError(f'contrast "{contrast.id}" is there twice; choose another id', file=shown, line=line)
        owners: dict[str, str] = {}
        for k, term in enumerate(contrast.terms):
            for lemma in term.lemmas:
                if owners.setdefault(lemma, term.name) != term.name:
                    raise StudyError(
                        f'"{lemma}" counts for "{owners[lemma]}" and for "{term.name}"; take it out of one',
                        file=shown, line=locate(source, ("contrasts", n, "terms", k, "lemmas")),
                    )  # fmt: skip
    return contrasts


def read_actors(path: Path, *, shown: str) -> ActorsFile:
    """Read `actors.toml`: who can act and speak.

    Raises
    ------
    StudyError
        For two actors of one name, and for a group, a country or a person that no block of the file describes.
    """
    content, source = read_toml(path, shown=shown)
    file = _validate(ActorsFile, content, source, shown)
    names = [actor.name for actor in file.actors]
    known = {"group": file.groups, "country": [c.name for c in file.countries], "speaks_for": names}
    for n, actor in enumerate(file.actors):
        if actor.name in names[:n]:
            raise StudyError(f'two actors are called "{actor.name}"; give each its own name or make them one',
                             file=shown, line=locate(source, ("actors", n, "name")))  # fmt: skip
        for key, values in known.items():
            value = getattr(actor, key)
            if value and value not in values:
                remedy = nearest(value, values) if values else f"add a [[countries]] block for {value}"
                raise StudyError(f'unknown {key} "{value}"; {remedy}',
                                 file=shown, line=locate(source, ("actors", n, key)))  # fmt: skip
        if actor.roles and not actor.country:
            raise StudyError(f'"{actor.name}" has roles but no country; say whose {actor.roles[0]} it is',
                             file=shown, line=locate(source, ("actors", n, "roles")))  # fmt: skip
    return file


def read_topics(path: Path, *, shown: str) -> list[Topic]:
    """Read `quantities.toml`: what reported numbers may be about."""
    content, source = read_toml(path, shown=shown)
    topics = _validate(_Topics, content, source, shown).topics
    for n, topic in enumerate(topics):
        if topic.id == "other" or topic.id in {earlier.id for earlier in topics[:n]}:
            wrong = "what has no topic" if topic.id == "other" else "there twice"
            raise StudyError(
                f'topic "{topic.id}" is {wrong}; choose another id',
                file=shown, line=locate(source, ("topics", n, "id")),
            )  # fmt: skip
    return topics
