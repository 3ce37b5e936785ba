"""Where the numbers of the checks lie, on both sides of each, worked by hand."""

import pandas as pd
import pytest

from analysis.checking import claim_resamples, claims
from analysis.checking.claim_assertions import Leads
from analysis.checking.claim_resamples import bound_zero
from analysis.checking.claims import Tables, make_claim
from analysis.checking.study_check import _article_warnings


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
