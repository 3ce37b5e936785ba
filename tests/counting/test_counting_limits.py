"""Where the numbers of the counts lie, on both sides of each, worked by hand."""

import math
from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.copying.edits import find_edits
from analysis.copying.shared_passages import find_passages
from analysis.counting.concordance import find_collocates, list_concordance, list_neighbours
from analysis.counting.constructions import find_heads
from analysis.counting.copied_shares import list_pair_words, measure_sharing
from analysis.counting.frame_counts import _keep_commonest, make_profiles
from analysis.counting.keyness import compare_groups, log_odds_z, score_words
from analysis.counting.ranked_edits import gather_changes
from analysis.counting.summaries import choose_period, find_unsaid
from analysis.counting.term_referents import _label_spans
from analysis.counting.terms import find_terms
from analysis.counting.tfidf import list_distinctive, make_phrases, weigh_distinctive


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


def test_sixty_characters_stand_on_either_side_of_a_word_in_its_place():
    """Words of two letters: 60 characters are 20 of them, of which the one that is cut is left out."""
    articles = pd.DataFrame({"article_id": ["a"], "group": ["a"], "text": [" ".join(["ab"] * 100)]})
    line = list_concordance(pd.DataFrame({"article_id": ["a"], "start": [150], "end": [152]}), articles).iloc[0]
    assert line["left"].split() == line["right"].split() == ["ab"] * 19


def in_a_row(*words: str) -> pd.DataFrame:
    """Give words of one sentence as tokens; all nouns."""
    n = len(words)
    return pd.DataFrame({"article_id": "a", "token": range(n), "sentence": 0, "pos": "NN", "lemma": words,
                         "form": words, "start": range(n), "end": range(1, n + 1)})  # fmt: skip


@pytest.mark.parametrize(("between", "is_near"), [(4, True), (5, False)])
def test_five_words_on_either_side_are_near(between, is_near):
    tokens = in_a_row("Berg", *["x"] * between, "Mann", *["x"] * between, "Berg")
    node = tokens[tokens["lemma"] == "Mann"]
    near = list_neighbours(tokens, node)
    assert near["is_near"][near["word"] == "Berg"].tolist() == [is_near] * 2
    assert ("Berg" in find_collocates(tokens, node)["word"].tolist()) is is_near


def test_a_collocate_stands_twice_near_its_word():
    tokens = in_a_row("Berg", "Mann", "Berg", "Tal")
    assert find_collocates(tokens, tokens[tokens["lemma"] == "Mann"])["word"].tolist() == ["Berg"]


def test_a_word_is_taken_to_have_occurred_half_a_time_already():
    """1 of 2 words against 0 of 2: ln(1.5/1.5) − ln(0.5/2.5) = ln 5; variance 1/1.5 + 1/0.5."""
    assert float(log_odds_z(1, 2, 0, 2, vocabulary=2)) == pytest.approx(math.log(5) / math.sqrt(1 / 1.5 + 1 / 0.5))


def test_a_word_is_scored_from_one_occurrence_in_the_target_on():
    counts = pd.Series({"nie": 0, "einmal": 1, "oft": 9})
    assert sorted(score_words(counts, counts + 1)["word"]) == ["einmal", "oft"]


def test_a_word_is_compared_from_three_occurrences_in_a_group_on():
    tokens = pd.DataFrame({"group": ["x"] * 5 + ["y"], "lemma": ["drei"] * 3 + ["zwei"] * 2 + ["eins"]})
    assert compare_groups(tokens)["word"].tolist() == ["drei"]


def test_a_term_is_unsaid_from_three_occurrences_on():
    rows = [("c", "drei", "direct")] * 3 + [("c", "zwei", "direct")] * 2
    assert find_unsaid(pd.DataFrame(rows, columns=["contrast", "term", "voice"]))["term"].tolist() == ["drei"]


def test_fifty_pairs_of_articles_are_shown_word_by_word():
    """Eight articles share one passage: 56 ordered pairs."""
    tokens = pd.concat([in_a_row("Berg").assign(article_id=name) for name in "abcdefgh"])
    passages = tokens[["article_id", "start", "end"]].assign(passage=1)
    assert list_pair_words(tokens, passages)["pair"].nunique() == 50
    assert len(measure_sharing(tokens, passages)) == 56  # who shares nothing is told from all of them


def test_a_profile_names_the_three_commonest():
    rows = pd.DataFrame({"group": "x", "term": list("aaaabbbccd")})
    assert set(_keep_commonest(rows, "term")["term"]) == set("abc")


def test_a_profile_counts_a_paragraph_once_however_many_others_frame_it():
    """Paragraph 0 has the frame from the outlet and from two others, paragraph 1 from one other: 1 own, 2 others'."""
    frames = pd.DataFrame(
        [("a", 0, "outlet"), ("a", 0, "Vogt"), ("a", 0, "Reuter"), ("a", 1, "Vogt")],
        columns=["article_id", "paragraph", "sponsor"],
    ).assign(unit="paragraph", is_present=True, kind="event", frame="cost")
    articles = pd.DataFrame({"article_id": ["a"], "group": ["x"]})
    quotes, terms = (pd.DataFrame({"article_id": [], name: []}, dtype=object) for name in ("actor", "term"))
    tokens = in_a_row("Berg").assign(article_id="a", voice="own")
    assert make_profiles(tokens, quotes, frames, terms, articles)["frames"].tolist() == ["cost (1 own, 2 others')"]


def test_a_phrase_has_up_to_three_words():
    assert set(make_phrases(in_a_row(*"abcde"), ("NN",))["n_words"]) == {1, 2, 3}


def test_ten_words_that_occur_twice_set_a_group_apart():
    """Twelve letters stand twice in x, Z once."""
    rows = pd.DataFrame({"group": ["x"] * 25 + ["y"], "word": [*"abcdefghijkl" * 2, "Z", "q"]})
    found = list_distinctive(weigh_distinctive(rows))
    assert found["rank"].max() == 10 and "Z" not in found["word"].tolist()
    few = list_distinctive(weigh_distinctive(rows[rows["word"].isin(["a", "Z", "q"])]))
    assert few["word"].tolist() == ["a"]
