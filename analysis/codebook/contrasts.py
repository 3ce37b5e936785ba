"""`contrasts.toml`: sets of rival words for one thing, and when a word means that thing."""

from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator

from analysis.codebook.actors_file import ActorsFile
from analysis.codebook.toml import Strict, Word, locate, read_toml, validate
from analysis.errors import StudyError, nearest

__all__ = ["Contrast", "Term", "check_referents", "read_contrasts"]


class Term(Strict):
    """One of several rival words for a thing: what counts as it, and where it does not."""

    name: str = Field(min_length=1)
    lemmas: list[Word] = Field(default=[], min_length=1)
    parts: list[Word] = []
    excluded: list[str] = Field(default=[], alias="except")
    not_in: list[Word] = []
    only_as: Literal["person", "event", ""] = ""
    form: Literal["active", "passive", "agentless", ""] = ""


class Contrast(Strict):
    """A set of rival words for one thing: its referent, or what kind of word it is about."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: str
    question: str = ""
    source: str = ""
    kind: Literal["noun", "modifier", "verb"] = "noun"
    referent: list[Word] = []
    of: list[str] = []
    terms: list[Term] = Field(min_length=2)

    @field_validator("referent", mode="before")
    @classmethod
    def _one_or_many(cls, value: object) -> object:
        """Let one referent be written without brackets."""
        return [value] if isinstance(value, str) else value


class _Contrasts(Strict):
    contrasts: list[Contrast] = []


def _check_ids(contrasts: list[Contrast], source: str, shown: str) -> None:
    """Refuse an id that is there twice, and an `of` that names no other set."""
    ids = [contrast.id for contrast in contrasts]
    for n, contrast in enumerate(contrasts):
        if contrast.id in ids[:n]:
            line = locate(source, ("contrasts", n, "id"))
            raise StudyError(f'contrast "{contrast.id}" is there twice; choose another id', file=shown, line=line)
        for other in contrast.of:
            if other not in ids:
                line = locate(source, ("contrasts", n, "of"))
                raise StudyError(f'no contrast "{other}"; {nearest(other, ids)}', file=shown, line=line)


def _check_lemmas(n: int, contrast: Contrast, source: str, shown: str) -> None:
    """Refuse a lemma that counts for two terms of a set, unless the form of the verb tells them apart."""
    owners: dict[tuple[str, str], str] = {}
    for k, term in enumerate(contrast.terms):
        for lemma in term.lemmas:
            if owners.setdefault((lemma, term.form), term.name) != term.name:
                raise StudyError(
                    f'"{lemma}" counts for "{owners[lemma, term.form]}" and for "{term.name}"; take it out of one',
                    file=shown, line=locate(source, ("contrasts", n, "terms", k, "lemmas")),
                )  # fmt: skip


def read_contrasts(path: Path, *, shown: str) -> list[Contrast]:
    """Read `contrasts.toml`: sets of rival words; no file, or one without any, is a study that compares no words.

    Raises
    ------
    StudyError
        For an id that is there twice, a lemma that counts for two terms of a set, and an `of` that names no set.
    """
    if not path.is_file():
        return []
    content, source = read_toml(path, shown=shown)
    contrasts = validate(_Contrasts, content, source, shown).contrasts
    _check_ids(contrasts, source, shown)
    for n, contrast in enumerate(contrasts):
        _check_lemmas(n, contrast, source, shown)
    return contrasts


def check_referents(contrasts: list[Contrast], actors: ActorsFile, path: Path, *, shown: str) -> None:
    """Hold every referent against `actors.toml`: an actor's name or a group.

    Raises
    ------
    StudyError
        For a referent that is neither.
    """
    known = [actor.name for actor in actors.actors] + actors.groups
    for n, contrast in enumerate(contrasts):
        for name in contrast.referent:
            if name not in known:
                line = locate(path.read_text(encoding="utf-8"), ("contrasts", n, "referent"))
                remedy = nearest(name, known) if known else "there is no data/actors.toml; take the referent out"
                raise StudyError(f'no actor and no group "{name}"; {remedy}', file=shown, line=line)
