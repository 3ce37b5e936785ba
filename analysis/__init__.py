"""Lesarten: compare how German-language media tell the same story, and say whose word each word is."""

from analysis.errors import StudyError
from analysis.study import Study, open_study

__all__ = ["Study", "StudyError", "open_study"]
