"""Effects: the lengths that decide, each with the case on either side, counted in words of a made-up row."""

import pandas as pd
import pytest

from analysis.counting.change_effects import PartsOfSpeech, is_edge, name_effect

TERMS = pd.DataFrame({"article_id": [], "start": [], "contrast": []})


def row_of(n: int, pos: str = "NN") -> pd.DataFrame:
    """Write so many words of five characters, one sentence."""
    return pd.DataFrame({"article_id": "a", "start": [6 * i for i in range(n)], "end": [6 * i + 5 for i in range(n)],
                         "form": "Ziege", "lemma": "Ziege", "pos": pos, "sentence": 0})  # fmt: skip


def deleted(n: int) -> dict:
    place = {"article_id": "a", "start": 0, "end": 6 * n, "other_article_id": "a", "other_start": 0, "other_end": 0}
    return {"kind": "delete", "changes": "word", "words": "Ziege " * n, "other_words": "", **place}


@pytest.mark.parametrize(("n", "effect"), [(11, "precision"), (12, "omission")])
def test_twelve_words_without_a_verb_are_an_omission(n, effect):
    assert name_effect(deleted(n), PartsOfSpeech(row_of(n), TERMS)) == effect


@pytest.mark.parametrize(("n", "effect"), [(2, "precision"), (3, "omission")])
def test_a_clause_that_is_left_out_has_three_words(n, effect):
    tokens = row_of(n)
    tokens.loc[n - 1, "pos"] = "VVFIN"
    assert name_effect(deleted(n), PartsOfSpeech(tokens, TERMS)) == effect


@pytest.mark.parametrize(("n", "effect"), [(4, "hedge"), (5, "omission")])
def test_a_hedge_in_a_longer_clause_is_an_omission(n, effect):
    """*offenbar* goes with a clause of five words: what is left out is the clause."""
    tokens = row_of(n)
    tokens.loc[n - 1, "pos"] = "VVFIN"
    change = deleted(n) | {"words": "offenbar " + "Ziege " * (n - 1)}
    assert name_effect(change, PartsOfSpeech(tokens, TERMS)) == effect


@pytest.mark.parametrize(("word", "edge"), [(8, True), (9, False), (10, False), (11, True)])
def test_fewer_than_four_words_from_where_a_passage_cuts_a_sentence(word, edge):
    """Of twenty words the passage has the sixth to the fifteenth (5 to 14); three words on either side are the edge."""
    ends = pd.DataFrame({"start": [[30]], "end": [[89]]}, index=["a"])
    change = {"article_id": "a", "start": 6 * word, "end": 6 * word + 5}
    assert is_edge(change, ends, PartsOfSpeech(row_of(20), TERMS)) is edge
