"""`quantities.toml`: what reported numbers may be about, in this study and in any."""

from importlib.resources import files
from pathlib import Path
from typing import Literal

from pydantic import Field

from analysis.codebook.toml import Strict, locate, read_toml, validate
from analysis.errors import StudyError

__all__ = ["Topic", "read_topics"]

SHIPPED_TOPICS = Path(str(files("analysis") / "lexicons" / "topics.toml"))


class Topic(Strict):
    """What a reported number is about: `nouns` counted, words nearby (`triggers`), or `units` if neither decides.

    An entry is a lemma or a form; a star stands for any beginning or ending; several words are a phrase, an
    ellipsis in it stands for words of the same clause. `counts` says
    which numbers triggers and units take: of people only, of things only, sums that name nothing counted, or any.
    `comparable`: whether two numbers of it can contradict each other, as two counts of the dead do; two prices do not.
    """

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    title: str = Field(min_length=1)
    counts: Literal["people", "things", "sums", "anything"] = "anything"
    comparable: bool = True
    nouns: list[str] = []
    triggers: list[str] = []
    units: list[str] = []


class _Topics(Strict):
    topics: list[Topic] = []


def _read_topics(path: Path, shown: str) -> list[Topic]:
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


def read_topics(path: Path, *, shown: str) -> list[Topic]:
    """Read the study's own topics, if it has any, and those that serve any event; the study's go first.

    Parameters
    ----------
    path : Path
        The study's ``quantities.toml``; it may be missing.
    shown : str
        What to call it in an error.

    Examples
    --------
    >>> [topic.id for topic in read_topics(Path("nowhere.toml"), shown="")][:3]
    ['deaths', 'wounded', 'arrests']
    """
    own = _read_topics(path, shown) if path.is_file() else []
    ids = {topic.id for topic in own}
    return own + [topic for topic in _read_topics(SHIPPED_TOPICS, "topics.toml") if topic.id not in ids]
