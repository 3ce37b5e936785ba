"""The schema: one description, held against every table and against the data dictionary."""

import pandas as pd
import pandera.errors
import pytest

from analysis.codebook.schema import TABLES, check, describe, empty


def test_data_dictionary_says_the_same(root):
    readme = (root / "data/README.md").read_text(encoding="utf-8")
    between = readme.partition("<!-- tables -->\n")[2].partition("<!-- /tables -->")[0]
    assert between.strip() == describe().strip(), "schema.describe() is what data/README.md must say between its marks"


@pytest.mark.parametrize("name", TABLES)
def test_an_empty_table_passes(name):
    assert list(check(name, empty(name)).columns) == list(TABLES[name].columns)


def test_tables_of_the_study_pass(study):
    for name, table in study.tables().items():
        pd.testing.assert_frame_equal(check(name, table), table)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda t: t.drop(columns="lemma"),
        lambda t: t.assign(extra=1),
        lambda t: t.assign(voice="loud"),
        lambda t: pd.concat([t, t.head(1)]),  # a key twice
        lambda t: t.assign(start=t["end"] + 1),  # a span that ends before it begins
    ],
    ids=["column missing", "column added", "value unknown", "key twice", "span reversed"],
)
def test_a_wrong_table_does_not_pass(study, spoil):
    with pytest.raises(pandera.errors.SchemaError):
        check("tokens", spoil(study.tokens))
