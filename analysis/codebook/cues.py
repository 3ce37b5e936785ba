"""Cues: the words that report speech, what their speakers do, what the outlet commits itself to; `cues.toml`."""

from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from analysis.codebook.toml import locate, read_toml
from analysis.codebook.wordlists import read_classes
from analysis.errors import StudyError

__all__ = ["Cue", "Cues", "read_cues"]

SHIPPED = Path(__file__).resolve().parents[1] / "lexicons" / "cues.toml"
SHORTEST_HEAD = 4  # letters: a noun that is looked for at the end of a compound has more than that
Act = Literal["say", "demand", "promise", "accuse", "reject", "justify", "fear", "ask"]
Commitment = Literal["acknowledge", "distance", "endorse"]


class _Group(BaseModel):
    """One kind of reporting, as `cues.toml` writes it down."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)
    name: str
    act: Act
    commitment: Commitment
    source: str
    verbs: list[str] = []
    nouns: list[str] = []
    adjectives: list[str] = []
    words: list[str] = []


class _CuesFile(BaseModel):
    model_config = ConfigDict(extra="forbid")
    group: list[_Group]
    naming: dict[str, list[str]] = {}
    acts: dict[str, list[str]] = {}
    deeds: dict[str, list[str]] = {}
    distancing: dict[str, list[str]] = {}


@dataclass(frozen=True)
class Cue:
    """What a reporting word is: its kind, its group, the speaker's act and the outlet's commitment."""

    kind: str
    group: str
    act: str
    commitment: str


@dataclass(frozen=True)
class Cues:
    """The reporting words of a codebook, by lemma (verbs, nouns, adjectives) or by form (words)."""

    verbs: dict[str, Cue] = field(default_factory=dict)
    nouns: dict[str, Cue] = field(default_factory=dict)
    adjectives: dict[str, Cue] = field(default_factory=dict)
    words: dict[str, Cue] = field(default_factory=dict)
    naming: dict[str, frozenset[str]] = field(default_factory=dict)
    acts: dict[str, frozenset[str]] = field(default_factory=dict)
    deeds: frozenset[str] = frozenset()
    distancing: frozenset[str] = frozenset()
    distancing_seconds: frozenset[str] = frozenset()

    def without_acts(self) -> "Cues":
        """Leave out the verbs that only the coding rules of this project count as *Reported* speech."""
        return replace(self, acts={})

    def find(self, form: str, lemma: str, pos: str) -> Cue | None:
        """Look a token up; a compound counts as its last part (*Medienbericht* as *Bericht*).

        Examples
        --------
        >>> read_cues().find("räumte", "einräumen", "VVFIN").commitment
        'endorse'
        >>> read_cues().find("Augenzeugenberichten", "Augenzeugenbericht", "NN").group
        'write'
        """
        if pos == "VVPP" and form in self.adjectives:  # ist davon überzeugt
            return self.adjectives[form]
        if pos.startswith("V"):
            return self.verbs.get(lemma)
        if pos == "NN":
            return self.nouns.get(lemma) or self._find_head(lemma)
        return self.words.get(form.lower()) or (self.adjectives.get(lemma) if pos.startswith("ADJ") else None)

    def _find_head(self, lemma: str) -> Cue | None:
        """Look for a known noun at the end of a compound, the longest first."""
        prefixes = read_classes("grammar")["prefixes"]
        starts = (i for i in range(2, len(lemma) - SHORTEST_HEAD) if lemma[:i].lower() not in prefixes)
        heads = (lemma[i:].capitalize() for i in starts)
        return next((self.nouns[head] for head in heads if head in self.nouns), None)


@lru_cache(maxsize=8)
def read_cues(path: Path | None = None, *, shown: str | None = None) -> Cues:
    """Read the reporting words of a study.

    Parameters
    ----------
    path : Path, optional
        A file in the form of `cues.toml`; without it, the one that comes with Lesarten.
    shown : str, optional
        The name by which an error calls the file.

    Raises
    ------
    StudyError
        If the file is missing, is not TOML, or has an unknown key, act or commitment.
    """
    path = path or SHIPPED
    shown = shown or f"data/{path.name}"
    content, source = read_toml(path, shown=shown)
    try:
        file = _CuesFile.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        line = locate(source, first["loc"])
        place = ".".join(str(step) for step in first["loc"])
        raise StudyError(f"{place}: {first['msg']}", file=shown, line=line) from None
    tables: dict[str, dict[str, Cue]] = {"verbs": {}, "nouns": {}, "adjectives": {}, "words": {}}
    for group in file.group:
        for kind, known in tables.items():
            for word in getattr(group, kind):
                known.setdefault(word, Cue(kind.removesuffix("s"), group.name, group.act, group.commitment))
    distancing = {kind: frozenset(file.distancing.get(kind, ())) for kind in ("adjectives", "second")}
    return Cues(
        **tables,
        naming=_read_naming(file.naming),
        acts=_read_naming(file.acts),
        deeds=frozenset(word for words in file.deeds.values() for word in words),
        distancing=distancing["adjectives"],
        distancing_seconds=distancing["second"],
    )


def _read_naming(lists: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    """Map each verb that names what was said to the words one of which it needs; to none if it needs none."""
    needing = (entry.split() for entry in lists.get("with", ()))
    return dict.fromkeys(lists.get("verbs", ()), frozenset()) | {verb: frozenset(words) for verb, *words in needing}
