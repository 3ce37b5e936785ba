"""Where the numbers of the counts lie, on both sides of each, worked by hand."""

from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.copying.edits import find_edits
from analysis.copying.shared_passages import find_passages
from analysis.counting.constructions import find_heads
from analysis.counting.ranked_edits import gather_changes
from analysis.counting.summaries import choose_period
from analysis.counting.term_referents import _label_spans
from analysis.counting.terms import find_terms


@pytest.mark.parametrize(("between", "is_found"), [(7, True), (8, False)])
def test_an_adjective_lies_within_eight_words_of_its_noun(between, is_found):
    """Adverbs between them."""
    n = between + 2
    tokens = pd.DataFrame(
        {"article_id": "a", "token": range(n), "sentence": 0, "pos": ["ADJA", *["ADV"] * between, "NN"]}
    )
    assert find_heads(tokens.iloc[:1], tokens).notna().tolist() == [is_found]


@pytest.mark.parametrize(("between", "found"), [(140, 1), (170, 0)])
def test_a_label_lies_within_160_characters_of_its_name(between, found):
    text = "der Chef " + "x" * (between - 9) + "Huber"
    mention = SimpleNamespace(label="der Chef", start=between, end=between + 5, actor="Huber")
    assert len(_label_spans(text, mention)) == found


@pytest.mark.parametrize(
    ("days", "unit"), [(2, ""), (3, "day"), (21, "day"), (22, "week"), (183, "week"), (184, "month")]
)
def test_up_to_21_days_are_told_by_day_and_up_to_183_by_week(days, unit):
    dates = pd.to_datetime(["2024-03-01", "2024-03-01"]) + pd.to_timedelta([0, days - 1], unit="D")
    assert choose_period(pd.DataFrame({"published": dates, "published_precision": "day"})) == unit


SCENE = "Am Morgen fuhren die Helfer mit vier Booten über den breiten Fluss nach Norden"


@pytest.fixture
def changes_of(tag):
    """Gather the changes between two texts."""

    def gather(*texts: str) -> pd.DataFrame:
        articles, _, tokens = tag(*texts)
        passages = find_passages(articles, tokens)
        return gather_changes(find_edits(articles, tokens, passages), tokens, passages, terms=find_terms(tokens, []))

    return gather


@pytest.mark.parametrize(("word", "is_edge"), [("breiten", True), ("den", False)])
def test_a_change_within_four_words_of_a_passages_end_is_at_its_edge(changes_of, word, is_edge):
    """Behind *breiten* three words follow in the passage, behind *den* four; then the sentences go different ways."""
    ways = " und kehrten am späten Abend wieder um.", " weil dort ein Dorf seit Tagen ohne Strom war."
    found = changes_of(SCENE + ways[0], SCENE.replace(f" {word} ", " jenen ") + ways[1])
    assert found["is_edge"][found["words"] == word].tolist() == [is_edge]


@pytest.mark.parametrize(
    ("more", "effect"),
    [
        (" mit zwei Pferden und drei Hunden und vier Katzen", "precision"),
        (" mit zwei Pferden und drei Hunden und vier Katzen und fünf Ziegen", "omission"),
    ],
)
def test_twelve_words_left_out_are_information_without_a_verb(changes_of, more, effect):
    """Nine words, then twelve."""
    scene = f"{SCENE} bis zu den alten Häusern der Fischer an der Küste."
    assert changes_of(scene.replace("Fluss", f"Fluss{more}"), scene)["effect"].tolist() == [effect]
