"""Lesarten: compare how German-language media tell the same story, and say whose word each word is."""

from typing import TYPE_CHECKING

from analysis.errors import StudyError

if TYPE_CHECKING:
    from analysis.study import Study, open_study

__all__ = ["Study", "StudyError", "open_study"]


def __getattr__(name: str) -> object:
    """Load the study, and pandas with it, when it is first asked for: the command line can be stopped before that."""
    if name in ("Study", "open_study"):
        from analysis import study

        return getattr(study, name)
    raise AttributeError(f"module 'analysis' has no attribute {name!r}")
