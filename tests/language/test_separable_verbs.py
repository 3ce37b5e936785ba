"""Separable verbs: joined with the particle that ends their clause."""

import pytest

from analysis.language.separable_verbs import join_separable
from analysis.language.words import read_words


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Der Minister teilte die Zahl mit.", ["mitteilen"]),
        ("Sie gab den Termin bekannt.", ["bekanntgeben"]),
        ("Sie kam und rief an.", ["kommen", "anrufen"]),
        ("Er geht mit ihr.", ["gehen"]),  # mit governs a pronoun and ends no clause
    ],
)
def test_joined(tag, text, verbs):
    words = next(read_words(*tag(text)))
    assert [verb for verb in join_separable(words, frozenset())[0] if verb] == verbs
