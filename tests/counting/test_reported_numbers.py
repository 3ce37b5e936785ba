"""Reported numbers side by side: what differs, what is shared, on whose word, and through time."""

import pandas as pd
import pytest

from analysis.codebook.quantities_file import Topic
from analysis.counting.reported_numbers import compare_numbers, count_sources, track_numbers
from analysis.showing.number_table import show_numbers

DEATHS = Topic(id="deaths", title="Tote")


@pytest.fixture
def numbers() -> pd.DataFrame:
    """Four numbers of three texts: 8 against 18 police, 40 people twice of which one is copy, and one on no topic."""
    columns = [
        "article_id",
        "start",
        "text",
        "value",
        "bound",
        "topic",
        "population",
        "scope",
        "source",
        "actor",
        "source_from",
    ]
    rows = [
        ("a", 0, "acht Polizisten", 8.0, "exactly", "deaths", "Polizisten", "event", "Polizei", "", "sentence"),
        ("b", 0, "18 Polizisten", 18.0, "exactly", "deaths", "Polizisten", "event", "", "", ""),
        ("b", 20, "40 Tote", 40.0, "exactly", "deaths", "alle", "event", "Amt", "Amt A", "neighbour"),
        ("c", 0, "40 Tote", 40.0, "exactly", "deaths", "alle", "event", "Amt", "Amt A", "sentence"),
        ("c", 30, "<b>4 Boote", 4.0, "exactly", "other", "Boot", "event", "", "", ""),
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=columns)


@pytest.fixture
def articles() -> pd.DataFrame:
    return pd.DataFrame({
        "article_id": list("abc"), "group": ["A", "B", "C<"], "label": ["A", "B", "C<"], "published_precision": "day",
        "published": pd.to_datetime(["2024-03-01", "2024-03-02", "2024-03-05"]),
    })  # fmt: skip


@pytest.fixture
def tokens(numbers) -> pd.DataFrame:
    return numbers[["article_id", "start"]].assign(origin=["own", "own", "shared", "shared", "own"])


def test_two_prices_are_no_disagreement(numbers, articles, tokens):
    """The same rows, of a topic whose numbers do not contradict each other: none is disputed."""
    prices = DEATHS.model_copy(update={"comparable": False})
    assert compare_numbers(numbers, articles, tokens, [DEATHS])["is_disputed"].any()
    assert not compare_numbers(numbers, articles, tokens, [prices])["is_disputed"].any()


def test_what_differs_and_what_is_shared(numbers, articles, tokens):
    table = compare_numbers(numbers, articles, tokens, [DEATHS])
    assert len(table) == 4  # the boats are on no topic
    assert table.loc[table["is_disputed"], "value"].tolist() == [8, 18]
    assert table.loc[table["is_shared"], "value"].tolist() == [40, 40]


def test_one_text_does_not_contradict_itself(numbers, articles, tokens):
    own = numbers[numbers["article_id"] != "a"]
    assert not compare_numbers(own, articles, tokens, [DEATHS])["is_disputed"].any()


def test_sources_are_counted_by_actor_and_those_without_come_last(numbers):
    assert count_sources(numbers).values.tolist() == [
        ["Amt A", 2, 2, 1], ["Polizei", 1, 1, 0], ["no source given", 2, 2, 0],
    ]  # fmt: skip


def test_numbers_are_followed_day_by_day_those_of_other_people_apart(numbers, articles, tokens):
    table = compare_numbers(numbers, articles, tokens, [DEATHS])
    moves = track_numbers(table, articles, "day")
    assert moves.values.tolist() == [
        ["Tote", "Polizisten", "2024-03-01", 1, 8, 8], ["Tote", "Polizisten", "2024-03-02", 1, 18, 18],
        ["Tote", "alle", "2024-03-02", 1, 40, 40], ["Tote", "alle", "2024-03-05", 1, 40, 40],
    ]  # fmt: skip
    assert track_numbers(table, articles, "").empty
    assert track_numbers(table, articles.assign(published=pd.NaT), "day").empty
    monthly = articles.assign(published_precision="month")
    assert track_numbers(table, monthly, "day").empty
    assert track_numbers(table, monthly, "month")["period"].unique().tolist() == ["2024-03"]


def test_the_table_has_a_column_a_text_marks_and_ways_to_the_sentences(numbers, articles, tokens):
    table = compare_numbers(numbers, articles, tokens, [DEATHS])
    html = show_numbers(table, columns=["A", "B", "C<"]).data
    assert html.count('scope="col"') == 5 and "C&lt;" in html and "C<" not in html
    assert html.count('class="differs"') == 2 and html.count('class="badge"') == 2
    assert 'data-at="b:20"' in html and "from a neighbouring sentence" in html


def test_many_texts_are_named_behind_the_number(numbers, articles, tokens):
    table = compare_numbers(numbers, articles, tokens, [DEATHS])
    html = show_numbers(table, columns=[f"G{n}" for n in range(20)]).data
    assert html.count('scope="col"') == 4 and "B, C&lt;" in html


def test_no_numbers_are_said_to_be_none(numbers, articles, tokens):
    table = compare_numbers(numbers.head(0), articles, tokens, [DEATHS])
    assert "No text reports a number" in show_numbers(table, columns=["A"]).data
    assert track_numbers(table, articles, "day").empty


def test_what_one_text_prints_several_times_is_one_line_that_leads_to_all(numbers, articles, tokens):
    table = compare_numbers(numbers, articles, tokens, [DEATHS])
    twice = pd.concat([table, table.assign(start=table["start"] + 500)])
    html = show_numbers(twice, columns=["A", "B", "C<"]).data
    assert html.count("2×") == len(table) and 'data-to="b:20,520"' in html


def test_a_number_of_many_texts_names_every_source_and_is_copy_only_if_all_are(numbers, articles, tokens):
    """18 police of B have no source, of C an office's: one line of 20 columns; a badge stands where both are copies."""
    more = pd.concat([numbers, numbers.iloc[[1]].assign(article_id="c", start=60, source="Amt")])
    origins = pd.concat([tokens, pd.DataFrame({"article_id": ["c"], "start": [60], "origin": ["shared"]})])
    html = show_numbers(compare_numbers(more, articles, origins, [DEATHS]), columns=[f"G{n}" for n in range(20)]).data
    line = next(part for part in html.split("</td>") if "18 Polizisten" in part)
    assert "no source, Amt" in line and "copy" not in line[line.index("18 Polizisten") :].split("</div>")[0]
