"""`frames.toml`: the frames of an event, and the frames and elements that come along for any study."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from pydantic import Field

from analysis.codebook.toml import Strict, Word, locate, read_toml, validate
from analysis.errors import StudyError, nearest

__all__ = ["Codebook", "Frame", "name_frames", "read_elements", "read_frames", "read_generic"]


class Frame(Strict):
    """A frame or an element: what it is, and what points to it.

    One of `signs`, two different `hints` (a list among them is one hint), a word of each class of a pair in `together`
    in one sentence, a verb of a class in `acts` with somebody who does it, or a clause in `does` (who, does what, to
    whom: classes, ``*`` for anybody or nobody, ``-`` for nobody named) make a paragraph have it. What is part of an
    entry of `not_in` does not count. ``@harm`` stands for all words of a class.
    """

    id: str = Field(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")
    title: str = ""
    definition: str = Field(min_length=1)
    example: str = Field(min_length=1)
    is_not: str = Field(min_length=1)
    source: str = ""
    signs: list[Word] = []
    hints: list[Word | list[Word]] = []
    together: list[list[Word]] = []
    acts: list[Word] = []
    does: list[list[Word]] = []
    not_in: list[Word] = []


class _FramesFile(Strict):
    classes: dict[str, list[Word]] = {}
    frames: list[Frame] = Field(min_length=1)


class _Generic(Strict):
    frames: list[Frame] = Field(min_length=1)
    indicators: dict[str, list[Word]]


@dataclass(frozen=True)
class Codebook:
    """Frames, and the classes of words that they may name."""

    frames: list[Frame]
    classes: dict[str, list[str]]

    def words(self, entries: list[str]) -> list[str]:
        """Put a class's words in the place of its name.

        Examples
        --------
        >>> Codebook([], {"colour": ["rot", "blau"]}).words(["grau", "@colour"])
        ['grau', 'rot', 'blau']
        """
        return [w for e in entries for w in (self.classes[e[1:]] if e.startswith("@") else [e])]


def _named_classes(frame: Frame) -> Iterator[tuple[str, str]]:
    """Yield the classes that a frame names, each with the key that names it."""
    flat = [entry for hint in frame.hints for entry in ([hint] if isinstance(hint, str) else hint)]
    for key, entries in (("signs", frame.signs), ("hints", flat), ("not_in", frame.not_in)):
        yield from ((key, entry[1:]) for entry in entries if entry.startswith("@"))
    yield from (("does", name) for clause in frame.does for name in clause if name not in ("*", "-"))
    yield from (("together", name) for pair in frame.together for name in pair)
    yield from (("acts", name) for name in frame.acts)


def _check_frames(frames: list[Frame], classes: dict[str, list[str]], source: str, shown: str) -> None:
    """Refuse an id that is there twice and a class that is not there."""
    for n, frame in enumerate(frames):
        place = ("frames", n)
        if frame.id in {earlier.id for earlier in frames[:n]}:
            line = locate(source, (*place, "id"))
            raise StudyError(f'frame "{frame.id}" is there twice; choose another id', file=shown, line=line)
        for key, name in _named_classes(frame):
            if name not in classes:
                line = locate(source, (*place, key))
                raise StudyError(f'unknown class "{name}"; {nearest(name, list(classes))}', file=shown, line=line)
        if any(len(pair) < 2 for pair in frame.together):
            line = locate(source, (*place, "together"))
            raise StudyError("together: name at least two classes: [[…, …]]", file=shown, line=line)
        if any(len(clause) != 3 or clause[1] in ("*", "-") for clause in frame.does):
            line = locate(source, (*place, "does"))
            raise StudyError('does: write who, does what, to whom: [["police", "arrest", "*"]]', file=shown, line=line)


def _read_frames(path: Path, shown: str, known: dict[str, list[str]]) -> Codebook:
    content, source = read_toml(path, shown=shown)
    file = validate(_FramesFile, content, source, shown)
    classes = known | file.classes
    _check_frames(file.frames, classes, source, shown)
    return Codebook(file.frames, classes)


def _shipped(name: str) -> Path:
    return Path(str(files("analysis") / "lexicons" / name))


def read_elements() -> Codebook:
    """Read the elements of a frame (Entman 1993) and the classes of words that come along.

    Examples
    --------
    >>> [frame.id for frame in read_elements().frames]
    ['problem', 'cause', 'evaluation', 'remedy']
    """
    return _read_frames(_shipped("frames_elements.toml"), "frames_elements.toml", {})


def read_generic() -> tuple[list[Frame], dict[str, list[str]]]:
    """Read the 14 generic frames (Boydstun et al. 2014) and the indicators that point to them.

    Examples
    --------
    >>> frames, indicators = read_generic()
    >>> len(frames), frames[0].id, "tax" in indicators
    (14, 'Economic', False)
    """
    content, source = read_toml(_shipped("frames_generic.toml"), shown="frames_generic.toml")
    file = validate(_Generic, content, source, "frames_generic.toml")
    return file.frames, file.indicators


def read_frames(path: Path, *, shown: str) -> Codebook:
    """Read a study's own frames.

    Raises
    ------
    StudyError
        For an unknown key or class (with the nearest right spelling), an id that is there twice, a pair of one.
    """
    return _read_frames(path, shown, read_elements().classes)


def name_frames(frames: Iterable[Frame]) -> dict[str, str]:
    """Give each frame the name that pages show: its title, else its id in plain words.

    Examples
    --------
    >>> text = {"definition": "d", "example": "e", "is_not": "n"}
    >>> name_frames([Frame(id="state_violence", **text), Frame(id="flood", title="the flood", **text)])
    {'state_violence': 'state violence', 'flood': 'the flood'}
    """
    return {frame.id: frame.title or frame.id.replace("_", " ") for frame in frames}
