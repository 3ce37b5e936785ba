"""Where the numbers of the codebook lie, on both sides of each."""

import pytest

from analysis.codebook.cues import read_cues


@pytest.mark.parametrize(("noun", "is_cue"), [("Streitfrage", True), ("Gegenrede", False), ("Stadtrat", False)])
def test_a_compound_reports_by_a_last_part_of_five_letters(noun, is_cue):
    """*Frage* has five; *Rede* has four and *Rat* three, and they end words that report nothing."""
    assert (read_cues().find(noun, noun, "NN") is not None) is is_cue
