"""Where the numbers of the checks lie, on both sides of each, worked by hand."""

import numpy as np
import pandas as pd
import pytest

from analysis.checking import claim_resamples, claims
from analysis.checking.claim_assertions import Leads, Stays
from analysis.checking.claim_resamples import Evidence, bound_zero, choose_units, draw_coding, draw_units
from analysis.checking.claims import Tables, make_claim
from analysis.checking.frames_against_gold import _draws, rate_trust
from analysis.checking.quotes_against_gold import compare_quotes, pair_with_gold
from analysis.checking.row_pairing import pair_rows
from analysis.checking.sponsors_against_gold import compare_targets
from analysis.checking.study_check import _article_warnings, _unbroken_warnings


@pytest.mark.parametrize(("recall", "stands"), [(0.93, True), (0.85, False)])
def test_a_zero_stands_where_a_hidden_case_is_at_most_as_likely_as_one_in_ten(monkeypatch, recall, stands):
    """Of twenty found 1.5 (3.5) were missed, each new with 1 in 21: 1 - exp(-0.072) = 0.07, 1 - exp(-0.168) = 0.15."""
    monkeypatch.setattr(claim_resamples, "read_rates", lambda: {"Direct": (1.0, recall)})
    assert bound_zero(pd.Series(["Direct"] * 20), "somebody") is stands


@pytest.mark.parametrize(("share", "holds"), [(0.93, True), (0.87, False)])
def test_nine_tenths_of_the_draws_bear_a_claim_out(monkeypatch, share, holds):
    monkeypatch.setattr(claims, "_draw", lambda *args, **options: {"resampled": share})
    rows = pd.DataFrame({"article_id": ["a"], "start": [0], "end": [4], "thing": ["x"]})
    paragraphs = pd.DataFrame({"article_id": ["a"], "paragraph": [0], "start": [0], "end": [9]})
    made = make_claim("Claimed.", says=Leads("x"), rows=lambda t: t.tokens, by="thing", paragraphs=paragraphs,
                      found=Tables(rows, rows, rows, rows))  # fmt: skip
    assert made.checks["resampled"] is holds


def warnings(text: str) -> list[str]:
    """Say what is warned of in an article of one paragraph."""
    articles = pd.DataFrame({"article_id": ["a"], "text": [text], "source_file": ["a.txt"], "language": ["de"],
                             "published": pd.to_datetime(["2024-03-01"])})  # fmt: skip
    paragraphs = pd.DataFrame({"article_id": ["a"], "part": ["body"]})
    return [str(problem) for problem in _article_warnings(articles, paragraphs)]


@pytest.mark.parametrize(("letters", "is_told"), [(79, False), (120, True)])
def test_a_word_of_more_than_a_hundred_letters_is_told(letters, is_told):
    """The longest German word in print has 79."""
    assert any("letters" in text for text in warnings("x" * letters)) is is_told


@pytest.mark.parametrize(("words", "is_told"), [(100, False), (150, True)])
def test_a_single_paragraph_of_more_than_120_words_is_told(words, is_told):
    assert any("one paragraph only" in text for text in warnings("Wort " * words)) is is_told


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("the " * 8 + "und " * 2, True),
        ("the " * 8 + "und " * 3, False),  # eight are not more than three times three
        ("the " * 4, True),
        ("the " * 3, False),  # too few to tell
    ],
)
def test_three_times_as_many_english_function_words_are_told(text, is_told):
    assert any("looks English" in text for text in warnings(text)) is is_told


@pytest.mark.parametrize(("counted", "stays"), [(108, True), (112, False)])
def test_a_figure_stays_give_or_take_a_tenth(counted, stays):
    assert Stays("a", 100).holds(np.array([[counted]]), ["a"]).tolist() == [stays]


def test_five_hundred_draws_are_made_of_everything():
    """As the docstrings of `make_claim` and `compare_codings` say."""
    units = pd.MultiIndex.from_tuples([("a", 0), ("a", 1)])
    evidence = Evidence(units, np.ones((2, 1)), None)
    assert len(draw_units(units)) == len(draw_coding(pd.Series(["Direct"]), evidence)) == 500
    assert len(_draws(2)) == 500


@pytest.mark.parametrize(("n", "units"), [(5, 5), (4, 8)])
def test_sentences_are_drawn_where_an_article_has_fewer_than_five_paragraphs(n, units):
    """Each paragraph has two sentences."""
    paragraphs = pd.DataFrame({"article_id": "a", "paragraph": range(n), "start": range(0, 10 * n, 10)})
    sentences = pd.DataFrame({"article_id": "a", "sentence": range(2 * n), "start": range(0, 10 * n, 5)})
    ends = (table.assign(end=table["start"] + 4) for table in (paragraphs, sentences))
    assert len(choose_units(*ends)) == units


@pytest.mark.parametrize(
    ("f1", "f1_coders", "is_marked"),
    [
        (0.65, 0.7, False),
        (0.55, 0.6, True),  # less than 0.6
        (0.7, 0.85, False),
        (0.7, 0.95, True),  # more than 0.2 below two people
    ],
)
def test_a_frame_is_marked_below_three_fifths_or_a_fifth_below_the_coders(f1, f1_coders, is_marked):
    accuracy, agreement = (pd.DataFrame({"kind": ["k"], "frame": ["f"], "f1": [f]}) for f in (f1, f1_coders))
    assert rate_trust(accuracy, agreement)["is_marked"].tolist() == [is_marked]


def coding(*spans: tuple[int, int, str]) -> pd.DataFrame:
    """Write a coding of one article: start, end and type of each quotation, and the same speaker."""
    table = pd.DataFrame(spans, columns=["start", "end", "type"])
    return table.assign(article_id="a", quote=range(len(table)), actor="Vogt", doubt="no")


@pytest.mark.parametrize(("end", "n"), [(6, 1), (4, 0)])
def test_half_of_the_characters_are_enough_for_a_pair(end, n):
    """Six (four) of ten are in both."""
    gold, found = coding((0, 10, "Direct")), coding((0, end, "Direct"))
    assert len(pair_with_gold(gold, found)) == n
    assert compare_quotes(gold, found).set_index(["doubt", "type"]).loc[("counted", "all"), "n_paired"] == n


@pytest.mark.parametrize(("end", "chosen"), [(9993, 1), (9985, 0)])
def test_an_equal_type_weighs_as_much_as_0_001_of_the_overlap(end, chosen):
    """The whole of another type, or of the same type 0.9993 (0.9985) of it."""
    pairs = pair_rows(coding((0, 10_000, "Direct")), coding((0, 10_000, "Indirect"), (0, end, "Direct")),
                      at_least=0.5, prefer=("type",))  # fmt: skip
    assert pairs["other"].tolist() == [chosen]


@pytest.mark.parametrize(
    ("coded", "named", "n", "n_right"),
    [
        ("Demonstranten", "Demonstrierende", 1, 1),
        ("Demonstranten", "Denkmal", 1, 0),  # two letters are the same
        ("Vogt", "Vogt", 1, 1),
        ("die", "die", 0, 0),  # three letters name nobody
    ],
)
def test_targets_begin_with_the_same_five_letters_and_have_four(coded, named, n, n_right):
    rows = pd.DataFrame({"article_id": ["a"], "paragraph": [0], "kind": ["element"], "frame": ["f"], "target": [coded]})
    table = compare_targets(rows, rows.assign(target=named, is_present=True)).set_index("frame")
    assert table.loc["all", ["n", "n_right"]].tolist() == [n, n_right]


@pytest.mark.parametrize(("n", "lines"), [(2, 2), (3, 1)])
def test_three_articles_of_one_paragraph_are_told_in_one_line(n, lines):
    ids = [f"a{k}" for k in range(n)]
    articles = pd.DataFrame({"article_id": ids, "text": ["Wort " * 150] * n, "source_file": ids})
    assert len(list(_unbroken_warnings(articles, pd.DataFrame({"article_id": ids, "part": ["body"] * n})))) == lines


@pytest.mark.parametrize(("n", "more"), [(3_000, 0), (3_001, 1), (4_500, 1_500)])
def test_a_claim_lists_as_many_places_as_a_cell_holds(n, more):
    """Each of these places takes ten characters with its semicolon: 3,000 of them fill the cell."""
    rows = pd.DataFrame({"article_id": [f"{k:04}" for k in range(n)], "start": 1, "end": 2})
    listed = claims._write_places(rows).split("; ")
    assert listed[-1] == (f"and {more:,} more" if more else f"{n - 1:04}:1-2")
    assert len(listed) == n - more + (more > 0)


@pytest.mark.parametrize("n", [claim_resamples.MANY - 1, claim_resamples.MANY])
def test_draws_of_many_things_are_summed_as_those_of_few(n):
    """Paragraph k has the things k and 2 k, once each; in the draw it counts k times."""
    hits = np.zeros((n, n))
    for k in range(n):
        hits[k, k] += 1
        hits[k, 2 * k % n] += 1
    evidence = Evidence(pd.MultiIndex.from_product([["a"], range(n)]), hits, None)
    found = evidence.values(np.arange(n)[None, :])
    expected = [sum(k * ((k == thing) + (2 * k % n == thing)) for k in range(n)) for thing in range(n)]
    assert found.tolist() == [expected]
