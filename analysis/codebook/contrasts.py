"""`contrasts.toml`: sets of rival words for one thing."""

from pathlib import Path

from pydantic import Field

from analysis.codebook.toml import Strict, locate, read_toml, validate
from analysis.errors import StudyError

__all__ = ["Contrast", "Term", "read_contrasts"]


class Term(Strict):
    """One of several rival words for a thing: its name, and the lemmas and parts of compounds that count as it."""

    name: str = Field(min_length=1)
    lemmas: list[str] = Field(default=[], min_length=1)
    parts: list[str] = []
    excluded: list[str] = Field(default=[], alias="except")


class Contrast(Strict):
    """A set of rival words for one thing."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: str
    question: str = ""
    terms: list[Term] = Field(min_length=2)


class _Contrasts(Strict):
    contrasts: list[Contrast] = []


def read_contrasts(path: Path, *, shown: str) -> list[Contrast]:
    """Read `contrasts.toml`: sets of rival words, none without the file; a lemma counts for one term only."""
    if not path.is_file():
        return []
    content, source = read_toml(path, shown=shown)
    contrasts = validate(_Contrasts, content, source, shown).contrasts
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
