"""What tests of who acts share."""

import pytest

from analysis.codebook.cues import read_cues
from analysis.codebook.frames_file import read_elements
from analysis.framing.semantic_roles import ACTS, find_agency_of
from analysis.language.parsing import parse
from analysis.language.words import read_words


@pytest.fixture(scope="module")
def last_act(tag):
    """Give verb, agent and patient of the last act of a text."""
    classes = {kind: read_elements().classes[kind] for kind in ACTS}

    def find(text):
        syntax = parse(next(read_words(*tag(text))), read_cues())
        found = [(r["verb"], r["agent"], r["patient"]) for r in find_agency_of(syntax, classes=classes)]
        return found[-1]

    return find
