"""`quantities.toml`: what reported numbers may be about."""

from pathlib import Path

from pydantic import Field

from analysis.codebook.toml import Strict, locate, read_toml, validate
from analysis.errors import StudyError

__all__ = ["Topic", "read_topics"]


class Topic(Strict):
    """What a reported number is about: `nouns` counted, words nearby (`triggers`), or `units` if neither decides.

    An entry is a lemma or a form; a star stands for any beginning or ending; several words are a phrase.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: str = Field(min_length=1)
    nouns: list[str] = []
    triggers: list[str] = []
    units: list[str] = []


class _Topics(Strict):
    topics: list[Topic] = []


def read_topics(path: Path, *, shown: str) -> list[Topic]:
    """Read `quantities.toml`: what reported numbers may be about; no topics where there is no such file."""
    if not path.is_file():
        return []
    content, source = read_toml(path, shown=shown)
    topics = validate(_Topics, content, source, shown).topics
    for n, topic in enumerate(topics):
        if topic.id == "other" or topic.id in {earlier.id for earlier in topics[:n]}:
            wrong = "what has no topic" if topic.id == "other" else "there twice"
            raise StudyError(
                f'topic "{topic.id}" is {wrong}; choose another id',
                file=shown, line=locate(source, ("topics", n, "id")),
            )  # fmt: skip
    return topics
