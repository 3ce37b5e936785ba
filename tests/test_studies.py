"""The small studies of `studies.py`: each opens, has what its name says, and all its tables can be made."""

import pytest
from studies import HOSTILE, KINDS, make_study

from analysis import open_study

# articles, known outlets, sentences in quotation marks or not: counted in `studies.py`
EXPECTED = {
    "one_article": (1, 0), "two_of_one_outlet": (2, 1), "no_contrasts": (3, 2), "no_quotation": (3, 3),
    "sixty_outlets": (60, 60), "year": (300, 4), "same_twice": (2, 2), "english": (2, 1), "hostile": (12, 12),
}  # fmt: skip


@pytest.fixture(scope="session")
def small_study(tmp_path_factory):
    """Make a small study once: `small_study("year")`."""
    made = {}

    def make(kind):
        if kind not in made:
            made[kind] = open_study(make_study(kind, tmp_path_factory.mktemp(kind)))
        return made[kind]

    return make


@pytest.mark.parametrize("kind", KINDS)
def test_opens_and_has_what_its_name_says(small_study, kind):
    study = small_study(kind)
    study.check()
    outlets = study.articles.loc[study.articles["outlet"] != "", "outlet"].nunique()
    assert (len(study.articles), outlets) == EXPECTED[kind]
    assert study.articles["label"].is_unique and (study.articles["label"] != "").all()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("year", "sixty_outlets")])
def test_every_table_can_be_made(small_study, kind):
    tables = small_study(kind).tables()
    assert len(tables["tokens"]) > 30
    assert (len(tables["quotes"]) == 0) == (kind == "no_quotation")


def test_year_has_twelve_sections_over_more_than_eleven_months(small_study):
    articles = small_study("year").articles
    assert articles["section"].nunique() == 12
    assert (articles["published"].max() - articles["published"].min()).days == 364
    assert small_study("year").groups("section")["group"].nunique() == 12


def test_hostile_names_are_one_line_and_otherwise_as_written(small_study):
    articles = small_study("hostile").articles
    assert articles["outlet"][0] == articles["title"][0] == articles["section"][0] == HOSTILE[0]
    assert not articles[["outlet", "label", "title", "section"]].map(lambda cell: "\n" in cell).any(axis=None)
