"""Finite verbs: plurals tagged as the infinitive that looks like them."""

import pytest

from analysis.language.finite_verbs import mend_finite


def kinds(tagged: str) -> list[str]:
    """Give the tags of ``form/tag`` words after mending."""
    forms, tags = zip(*(part.split("/") for part in tagged.split()), strict=True)
    return [pos for _, pos in mend_finite(list(forms), [(form, pos) for form, pos in zip(forms, tags, strict=True)])]


@pytest.mark.parametrize(
    ("tagged", "at", "expected"),
    [
        ("weil/KOUS sie/PPER das/PDS fordern/VVINF ./$.", 3, "VVFIN"),
        ("Leute/NN ,/$, die/PRELS das/PDS fordern/VVINF ,/$, kamen/VVFIN ./$.", 4, "VVFIN"),
        ("da/KOUS sie/PPER das/PDS sagen/VVINF können/VMINF ./$.", 4, "VMFIN"),
        ("Die/ART Berater/NN sagen/VVINF ,/$, nein/PTKANT ./$.", 2, "VVFIN"),
        ("Die/ART Berater/NN sagen/VVINF ./$.", 2, "VVINF"),  # nothing goes on: a headline may be an infinitive
        ("Er/PPER will/VMFIN das/PDS sagen/VVINF ,/$, ja/PTKANT ./$.", 3, "VVINF"),  # it has its finite verb
        ("ohne/KOUI das/PDS zu/PTKZU sagen/VVINF ,/$, ging/VVFIN er/PPER ./$.", 3, "VVINF"),
        ("weil/KOUS sie/PPER kommen/VVINF sagen/VVINF ./$.", 3, "VVINF"),  # two: which one is not known
    ],
)
def test_an_infinitive_where_a_finite_verb_must_be(tagged, at, expected):
    assert kinds(tagged)[at] == expected
