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


@pytest.mark.parametrize(
    ("tagged", "at", "expected"),
    [
        ("Gut/ADJD :/$. Zwei/CARD Leute/NN suchen/VVINF ,/$, was/PWS fehlt/VVFIN ./$.", 4, "VVFIN"),  # behind a colon
        ("wenn/KOUS sie/PPER gehen/VVINF oder/KON andere/PIS kommen/VVINF ,/$, hilft/VVFIN es/PPER ./$.", 2, "VVFIN"),
        ("wenn/KOUS sie/PPER gehen/VVINF oder/KON andere/PIS kommen/VVINF ,/$, hilft/VVFIN es/PPER ./$.", 5, "VVFIN"),
        ("Leute/NN ,/$, die/PRELS uns/PPER ,/$, auch/ADV ihm/PPER ,/$, helfen/VVINF ./$.", 8, "VVFIN"),  # commas inside
        ("Leute/NN ,/$, auch/ADV ihm/PPER ,/$, helfen/VVINF ./$.", 5, "VVINF"),  # nothing waits for a verb
        ("Damit/PROAV liefern/VVINF beide/PIS ein/ART Werk/NN ab/PTKVZ ./$.", 1, "VVFIN"),  # its particle is behind
        ("Als/APPR der/ART Rat/NN ihn/PPER rief/VVFIN ,/$, kam/VVFIN er/PPER ./$.", 0, "KOUS"),
        ("Als/APPR Kanzler/NN rief/VVFIN er/PPER ihn/PPER ./$.", 0, "APPR"),  # the verb is not last
    ],
)
def test_a_finite_verb_told_by_what_stands_around_it(tagged, at, expected):
    assert kinds(tagged)[at] == expected
