"""Last names that are other words too: where they name their bearer. Expected values counted in the sentences by hand."""

import pytest

from analysis.actors.mentions import find_mentions
from analysis.codebook.actors_file import Actor, ActorsFile


def forms_of(tag, name, text, *, kind="person", aliases=()):
    """List the words that name an actor in a text."""
    file = ActorsFile(groups=["g"], actors=[Actor(name=name, kind=kind, group="g", aliases=list(aliases))])
    return find_mentions(*tag(text), actors=file)["form"].tolist()


@pytest.mark.parametrize(
    ("name", "text", "forms"),
    [
        ("Marine Le Pen", "Marine Le Pen kam. Am Montag schwieg Le Pen.", ["Marine Le Pen", "Le Pen"]),
        ("Hanna Van der Berg", "Dann ging Van der Berg.", ["Van der Berg"]),
        ("Omar al-Hadid", "Am Montag schwieg Hadid.", ["Hadid"]),
        (
            "Karl Sommer",
            "Karl Sommer kam. Im vergangenen Sommer regnete es. Das sagte Sommer.",
            ["Karl Sommer", "Sommer"],
        ),
        ("Karl Sommer", "Ab Sommer regnet es.", []),
        ("Karl Sommer", "Das sagte Direktor Sommer. Dann ging Sommer.", ["Sommer", "Sommer"]),
        ("Karl Neuer", "Das waren Ergebnisse neuer Studien. Neuer Vorsitzender ist Huber.", []),
        ("Karl Hofmeyer", "Karl Hofmeyer kam. Das ergibt keinen Hofmeyer.", ["Karl Hofmeyer"]),
        ("Otto Wolff", "Am Montag kam Anna Wolff. Dann ging Wolff.", []),
        ("Otto Wolff", "Am Montag kam Anna Wolff. Dann kam Otto Wolff. Wolff ging.", ["Otto Wolff", "Wolff"]),
    ],
)
def test_a_last_name_that_is_another_word_too(tag, name, text, forms):
    assert forms_of(tag, name, text) == forms


def test_an_abbreviation_is_no_verb_that_opens_a_sentence(tag):
    forms = forms_of(
        tag, "Institut für Stahltechnik", "Das IST warnt. Ist das so?", kind="institution", aliases=["IST"]
    )
    assert forms == ["IST"]


def test_a_small_word_inside_a_name_gives_it_no_short_form(tag):
    assert forms_of(tag, "Reporter ohne Grenzen", "Die Grenzen sind zu.", kind="institution") == []


def test_a_companys_name_behind_a_last_name_is_not_its_bearer(tag):
    assert forms_of(tag, "Karl Berg", "Karl Berg kam. Die Berg HandelsgmbH zahlt. Berg schwieg.") == [
        "Karl Berg",
        "Berg",
    ]


def test_the_end_of_a_companys_name_is_no_short_form_of_it(tag):
    assert forms_of(tag, "Volkswagen", "Volkswagen warnt. Der Wagen steht.", kind="institution") == ["Volkswagen"]
    text = "Das Verkehrsministerium warnt. Das Ministerium wartet."
    assert forms_of(tag, "Verkehrsministerium", text, kind="institution") == ["Verkehrsministerium", "Das Ministerium"]


def test_a_land_is_no_form_of_a_company(tag):
    assert forms_of(tag, "Bayer", "Bayer zahlt. In Bayern regnet es. Die Aktie Bayers fällt.", kind="institution") == [
        "Bayer", "Bayers"]  # fmt: skip


def test_several_banks_are_not_the_bank(tag):
    text = "Die Zentralbank warnt. Die Bank wartet. Die Banken zahlen."
    assert forms_of(tag, "Zentralbank", text, kind="institution") == ["Zentralbank", "Die Bank"]
