"""How much is shown, and from where on something is cut, counted or drawn as another form; on both sides of each."""

import re

import numpy as np
import pandas as pd
import pytest

from analysis.showing.chart_look import _shorten_labels, cut_label, new_axes
from analysis.showing.charts import plot_lengths, plot_similarity
from analysis.showing.charts_framing import plot_tone
from analysis.showing.charts_terms import plot_grid, plot_terms, plot_time
from analysis.showing.html_tables import show_table
from analysis.showing.instruments import explore_words
from analysis.showing.links import find_places
from analysis.showing.marks_table import show_marks
from analysis.showing.number_table import show_numbers
from analysis.showing.sentences import name_some
from analysis.showing.side_by_side import list_longest
from analysis.showing.spans import merge_runs
from analysis.showing.titles import tell_counts


def names(n: int) -> list[str]:
    """Name some texts, so that they sort as they are numbered."""
    return [f"T{k:03}" for k in range(n)]


def rows_of(ax) -> list[str]:
    return [label.get_text() for label in ax.get_yticklabels()]


# --- charts -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("letters", "shown"), [(60, 60), (61, 60), (200, 60)])
def test_a_label_of_a_chart_has_up_to_sixty_letters(letters, shown):
    assert len(cut_label("x" * letters)) == shown
    ax = new_axes(width=60)
    ax.set_yticks([0], ["x" * letters])
    _shorten_labels(ax)
    assert len(rows_of(ax)[0]) == shown


def test_a_label_keeps_eight_letters_however_narrow_the_chart_is():
    ax = new_axes(width=0.5)
    ax.set_yticks([0], ["W" * 60])
    _shorten_labels(ax)
    assert len(rows_of(ax)[0]) == 8


@pytest.mark.parametrize(("texts", "shown"), [(40, 40), (41, 40), (90, 40)])
def test_forty_bars_of_texts_are_drawn(texts, shown):
    table = pd.DataFrame({"group": names(texts), "n_words": range(1, texts + 1), "n_sentences": 1, "n_paragraphs": 1})
    ax = plot_lengths(table, title="T")
    assert len(rows_of(ax)) == shown and ("40 of" in ax.get_title(loc="left")) is (texts > 40)


@pytest.mark.parametrize(("texts", "said"), [(14, "T"), (15, "T (14 of 15 shown, the likest)")])
def test_fourteen_texts_are_compared_in_a_square(texts, said):
    ax = plot_similarity(pd.DataFrame(np.eye(texts), index=names(texts), columns=names(texts)), title="T")
    assert ax.get_title(loc="left") == said and len(rows_of(ax)) == 13


@pytest.mark.parametrize(("rows", "said"), [(60, ""), (61, "The 60 with the largest sums; 1 more are in the table.")])
def test_sixty_rows_of_a_grid_are_drawn_the_fullest(rows, said):
    """Of 61 rows that hold 1, 2, 3 … the first is the emptiest: it is left out."""
    ax = plot_grid(pd.DataFrame({"a": range(1, rows + 1)}, index=names(rows)), title="T")
    assert rows_of(ax) == names(rows)[-60:] and ax.get_xlabel() == said


@pytest.mark.parametrize("targets", [15, 16, 40])
def test_the_tone_towards_fifteen_is_drawn(targets):
    table = pd.DataFrame({"target": names(targets), "n": 2, "n_negative": 1, "n_positive": 1})
    assert rows_of(plot_tone(table, title="T")) == [f"{name} (2)" for name in names(15)]


@pytest.mark.parametrize(("groups", "n", "is_grid"), [(8, 1, False), (9, 1, True), (2, 14, False), (2, 15, True)])
def test_more_than_eight_groups_or_fourteen_occurrences_are_numbers(groups, n, is_grid):
    """A grid has a row for each group, marks have one for each word."""
    table = pd.DataFrame({"term": "Unruhen", "group": pd.Categorical(names(groups)), "voice": "own", "n": n})
    assert rows_of(plot_terms(table, title="T")) == (names(groups) if is_grid else ["Unruhen"])


@pytest.mark.parametrize(("things", "said"), [(6, "T"), (7, "T (6 of 7 shown, by size)")])
def test_six_lines_are_drawn_over_time(things, said):
    table = pd.DataFrame({"period": "2024-01", "what": names(things), "n": range(things, 0, -1)})
    ax = plot_time(table, what="what", title="T")
    assert ax.get_title(loc="left") == said and len(ax.get_lines()) == 6


# --- tables -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("n", "shown"), [(61, 61), (62, 61), (130, 61)])
def test_a_table_ends_with_the_row_that_goes_over_60000_characters(n, shown):
    """982 letters and 18 of its tags are a row of 1,000: sixty are 60,000, and the next is the last."""
    html = show_table(pd.DataFrame({"a": ["x " * 491] * n})).data
    assert html.count("<tr>") - 1 == shown and ("The first" in html) is (n > shown)


@pytest.mark.parametrize(("value", "shown"), [(999, ">999<"), (1_000, ">1,000<")])
def test_numbers_from_1000_on_are_written_in_threes(value, shown):
    assert shown in show_table(pd.DataFrame({"n": [value]})).data


def test_a_share_has_two_digits():
    assert ">0.12<" in show_table(pd.DataFrame({"share": [0.1234]})).data


@pytest.mark.parametrize(("n", "more"), [(60, ""), (61, ";+1"), (130, ";+70")])
def test_a_count_leads_to_sixty_sentences(n, more):
    places = find_places(pd.DataFrame({"article_id": "x", "start": range(n), "term": "a"}), ("term",))[("a",)]
    assert places.count(",") == 59 and places.partition(";")[1] + places.partition(";")[2] == more


@pytest.mark.parametrize(("n", "shown"), [(200, 200), (201, 200), (450, 200)])
def test_a_concordance_shows_two_hundred_lines(n, shown):
    tokens = pd.DataFrame({"article_id": "a", "sentence": 0, "token": range(n), "start": range(0, 3 * n, 3),
                           "end": range(2, 3 * n, 3), "form": "Ei", "lemma": "Ei", "pos": "NN", "voice": "own",
                           "origin": "own", "quote": pd.array([None] * n, dtype="Int64")})  # fmt: skip
    quotes = pd.DataFrame({"article_id": [], "quote": pd.array([], dtype="Int64"), "actor": []}, dtype=object)
    quotes = quotes.astype({"quote": "Int64"})
    articles = pd.DataFrame({"article_id": ["a"], "group": ["x"], "text": [" ".join(["Ei"] * n)]})
    html = explore_words(tokens, quotes, articles, word="Ei").static
    assert html.count("<tr>") - 1 == shown and ("200 shown" in html) is (n > shown)


def marks(*, groups: int = 1, n: int = 1) -> str:
    places = ";".join(f"a:{k}" for k in range(n))
    table = {"term": "Unruhen", "group": pd.Categorical(names(groups)), "voice": "own", "n": n, "places": places}
    return show_marks(pd.DataFrame(table)).data


@pytest.mark.parametrize(("groups", "corner"), [(8, "word"), (9, "group")])
def test_more_than_eight_groups_are_rows(groups, corner):
    assert f'<th scope="col">{corner}</th>' in marks(groups=groups)


@pytest.mark.parametrize(("groups", "said"), [(40, ""), (41, "40 of 41 groups"), (90, "40 of 90 groups")])
def test_forty_groups_have_a_row(groups, said):
    html = marks(groups=groups)
    assert html.count('<th scope="row">') == 40 and ("groups are shown" in html) is bool(said) and said in html


@pytest.mark.parametrize(("n", "drawn"), [(14, 14), (15, 0)])
def test_fourteen_occurrences_are_drawn_one_by_one(n, drawn):
    assert len(re.findall(r'<a class="mk own"', marks(n=n))) == drawn


def numbers(texts: int) -> str:
    """Show one number that so many texts give."""
    table = pd.DataFrame({"group": names(texts), "label": names(texts), "article_id": names(texts), "start": 0,
                          "title": "Tote", "scope": "event", "population": "", "value": 2.0, "bound": "", "text": "zwei",
                          "source": "", "source_from": "", "is_shared": False, "is_disputed": False})  # fmt: skip
    return show_numbers(table, columns=names(texts)).data


@pytest.mark.parametrize(("texts", "is_named"), [(8, False), (9, True)])
def test_more_than_eight_texts_are_named_behind_their_number(texts, is_named):
    assert ('<th scope="col">texts</th>' in numbers(texts)) is is_named


def test_five_texts_are_named_behind_a_number():
    assert "<div>T000, T001, T002, T003, T004 and 7 more</div>" in numbers(12)


# --- sentences and passages -------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("n", "end"), [(5, "T003 and T004"), (6, "T004 and 1 more"), (11, "T004 and 6 more")])
def test_five_words_are_named_in_a_sentence(n, end):
    assert name_some(names(n)).endswith(end)


@pytest.mark.parametrize(
    ("n", "said"), [(3, "3 words: T000 1, T001 1, T002 1"), (4, "4 words: T000 1, T001 1, T002 1 and 1 more")]
)
def test_three_counts_are_named(n, said):
    assert tell_counts(pd.Series(1, index=names(n)), unit="words") == said


def test_the_five_longest_passages_are_listed():
    """Twelve passages of one word in two articles."""
    tokens = pd.DataFrame([(name, k, "NN") for name in "ab" for k in range(12)], columns=["article_id", "start", "pos"])
    passages = tokens.assign(passage=tokens["start"], end=tokens["start"] + 1)
    assert list_longest(passages, tokens)["passage"].tolist() == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(("between", "runs"), [(1, 1), (2, 2)])
def test_one_character_between_two_of_a_kind_belongs_to_their_run(between, runs):
    assert len(merge_runs([(0, 3, "own"), (3 + between, 9, "own")])) == runs
