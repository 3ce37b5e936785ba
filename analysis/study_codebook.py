"""The codebook of a study: what its researcher wrote into ``data``, read on first use."""

from functools import cached_property
from pathlib import Path

from analysis.codebook.actors_file import ActorsFile, read_actors
from analysis.codebook.contrasts import Contrast, check_referents, read_contrasts
from analysis.codebook.cues import Cues, read_cues
from analysis.codebook.frames_file import Codebook, name_frames, read_elements, read_frames, read_generic
from analysis.codebook.quantities_file import Topic, read_topics
from analysis.errors import StudyError, nearest

__all__ = ["StudyCodebook"]


class StudyCodebook:
    """What a study's researcher decides, beside ``study.toml``: words that report, actors, rival words, frames, topics.

    A file that a study does not have is an empty codebook, or the one that comes with Lesarten.
    """

    data: Path

    @cached_property
    def cues(self) -> Cues:
        """The words that report speech: the study's own, else those that come with Lesarten."""
        path = self.data / "cues.toml"
        return read_cues(path, shown="data/cues.toml") if path.is_file() else read_cues()

    @cached_property
    def actors(self) -> ActorsFile:
        """Who can act and speak: groups, countries, actors; nobody in a study without ``data/actors.toml``."""
        if not (self.data / "actors.toml").is_file():
            return ActorsFile()
        return read_actors(self.data / "actors.toml", shown="data/actors.toml")

    @cached_property
    def contrasts(self) -> list[Contrast]:
        """Sets of rival words for one thing; none in a study without ``data/contrasts.toml``."""
        path, shown = self.data / "contrasts.toml", "data/contrasts.toml"
        if not path.is_file():
            return []
        contrasts = read_contrasts(path, shown=shown)
        check_referents(contrasts, self.actors, path, shown=shown)
        return contrasts

    def contrast(self, name: str) -> Contrast:
        """Pick a contrast by its id."""
        by_id = {contrast.id: contrast for contrast in self.contrasts}
        if name not in by_id:
            raise StudyError(f'no contrast "{name}"; {nearest(name, list(by_id))}', file="data/contrasts.toml")
        return by_id[name]

    @cached_property
    def event_frames(self) -> Codebook:
        """The frames of this study's event; none in a study without ``data/frames.toml``."""
        path = self.data / "frames.toml"
        return read_frames(path, shown="data/frames.toml") if path.is_file() else Codebook([], {})

    @cached_property
    def frame_names(self) -> dict[str, str]:
        """The name that pages show of each frame and element, by its id."""
        return name_frames([*read_generic()[0], *read_elements().frames, *self.event_frames.frames])

    @cached_property
    def topics(self) -> list[Topic]:
        """What reported numbers may be about."""
        return read_topics(self.data / "quantities.toml", shown="data/quantities.toml")
