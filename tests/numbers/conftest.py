"""What tests of reported numbers share."""

import pytest

from analysis.codebook.quantities_file import read_topics
from analysis.numbers.quantities import find_quantities


@pytest.fixture(scope="module")
def report(tag, root):
    """Give some columns of the quantities of a text: `report("…", "text", "topic")`."""
    topics = read_topics(root / "data" / "quantities.toml", shown="data/quantities.toml")

    def run(text: str, *columns: str) -> list[tuple]:
        found = find_quantities(*tag(text), topics=topics)
        return list(found[list(columns)].itertuples(index=False, name=None))

    return run
