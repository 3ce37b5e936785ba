"""Last names alone, and words read as a first name by mistake, belong to the bearer whom the articles mostly name."""

from collections import Counter

import pytest

from analysis.counting.same_spellings import MISREAD, join_spellings
from analysis.counting.two_names import OFTENER_THAN_ALL, outstanding_bearer


def _joined(name: str, **counts: int) -> str:
    """Return what a name is joined to, of persons with these counts (an underscore stands for a space)."""
    return join_spellings(Counter({(key.replace("_", " "), "person"): n for key, n in counts.items()}))[name]


def test_a_last_name_alone_is_its_only_bearer() -> None:
    assert _joined("Huber", Huber=3, Anna_Huber=6) == "Anna Huber"


def test_a_last_name_alone_is_its_outstanding_bearer_in_any_transcription() -> None:
    assert _joined("Medwedew", Medwedew=2, Dmitri_Medvedev=9, Anna_Medvedev=1) == "Dmitri Medvedev"


def test_a_last_name_of_two_who_are_named_about_as_often_stays_alone() -> None:
    assert _joined("Huber", Huber=3, Anna_Huber=5, Karl_Huber=3) == "Huber"


def test_a_word_that_is_no_first_name_before_a_well_known_last_name_is_a_misreading() -> None:
    assert _joined("Halt Huber", Halt_Huber=1, Anna_Huber=MISREAD) == "Anna Huber"


@pytest.mark.parametrize(
    "counts", [{"Halt_Huber": 2, "Anna_Huber": 2 * MISREAD - 1}, {"Karl_Huber": 1, "Anna_Huber": 9}]
)
def test_another_person_of_that_last_name_stays_another(counts: dict[str, int]) -> None:
    """Too often for a misreading, or with a first name of his own."""
    name = next(iter(counts)).replace("_", " ")
    assert _joined(name, **counts) == name


@pytest.mark.parametrize(("n", "who"), [(OFTENER_THAN_ALL, "Anna Huber"), (OFTENER_THAN_ALL - 1, "")])
def test_how_much_oftener_the_outstanding_bearer_is_named(n: int, who: str) -> None:
    assert outstanding_bearer(["Anna Huber", "Karl Huber"], {"Anna Huber": n, "Karl Huber": 1}) == who
