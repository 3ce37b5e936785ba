"""Small questions behind the reading of numbers: a sentence on either side of the answer."""

import pytest

from analysis.codebook import schema
from analysis.codebook.quantities_file import read_topics
from analysis.numbers.quantities import find_quantities


@pytest.fixture(scope="module")
def topics(root):
    return read_topics(root / "data" / "quantities.toml", shown="data/quantities.toml")


@pytest.fixture(scope="module")
def report(tag, topics):
    """Give text, unit, source and where it is from, of each number of a text."""

    def run(text: str) -> list[tuple]:
        found = find_quantities(*tag(text), topics=topics)
        return list(found[["text", "unit", "source", "source_from"]].itertuples(index=False, name=None))

    return run


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Von den 20 40 kranken Tieren starben acht.", [("20", ""), ("40 kranken Tieren", "Tieren"), ("acht", "")]),
        ("Mit 17 kranken Tieren zu leben ist viel.", [("17 kranken Tieren", "Tieren")]),
    ],
)
def test_a_second_number_counts_for_itself(report, text, units):
    assert [row[:2] for row in report(text)] == units


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sie wurde 2008 Chefin der Bank.", []),
        ("Er gewann 2004 Gold.", []),
        ("Sie gewann 2004 Münzen.", ["2004 Münzen"]),
    ],
)
def test_a_year_counts_no_noun_in_the_singular(report, text, found):
    assert [row[0] for row in report(text)] == found


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Acht Menschen starben. Das berichtete die Polizei.", ("Polizei", "neighbour")),
        ("Acht Menschen starben. Die Polizei meldete einen Brand.", ("", "")),
    ],
)
def test_only_a_sentence_that_points_back_is_the_source_of_the_one_before(report, text, source):
    assert report(text)[0][2:] == source


@pytest.mark.parametrize(("speaker", "source"), [("acht Monaten", ""), ("der Behörde", "der Behörde")])
def test_who_holds_a_number_is_no_source(tag, topics, speaker, source):
    """*acht Monaten* spelled with digits was counted, and says nothing."""
    speaker = speaker.replace("acht", "8")
    text = f"Nach {speaker} starben neun Menschen."
    quotes = schema.empty("quotes").reindex([0]).assign(
        article_id="a", quote=0, start=0, end=len(text), text=text, speaker=speaker, actor=speaker,
        speaker_start=5, speaker_end=5 + len(speaker))  # fmt: skip
    found = find_quantities(*tag(text), topics=topics, quotes=quotes)
    assert found["source"].tolist()[-1] == source
