"""Where the numbers of tone and frames lie, on both sides of each, worked by hand."""

import math

import numpy as np
import pandas as pd
import pytest
from tagged_words import words_of

from analysis.checking.labelled_files import tag_texts
from analysis.checking.tone_evaluation import predict_tone
from analysis.codebook import schema
from analysis.codebook.frames_file import Codebook, Frame
from analysis.framing import generic_frames, tone_words
from analysis.framing.antecedents import antecedent
from analysis.framing.article_topics import find_article_topics
from analysis.framing.frame_sponsors import _credit_repeated
from analysis.framing.frame_words import find_words
from analysis.framing.frames import find_frames
from analysis.framing.generic_frames import FrameWeights, find_generic
from analysis.framing.tone import measure_features
from analysis.framing.tone_lexicon import score_lexicon
from analysis.framing.tone_words import find_known


def tokens(forms: list[str], *, sentences: list[int] | None = None) -> pd.DataFrame:
    """Give words of five characters' room each their offsets; all nouns."""
    n = len(forms)
    return pd.DataFrame({"form": forms, "lemma": forms, "pos": ["NN"] * n, "start": [10 * k for k in range(n)],
                         "end": [10 * k + 5 for k in range(n)], "sentence": sentences or [0] * n})  # fmt: skip


@pytest.mark.parametrize(
    ("forms", "polarity"),
    [
        (["nicht", "x", "x", "x", "Erfolg"], -1.0),  # four words before
        (["nicht", "x", "x", "x", "x", "Erfolg"], 1.0),
        (["Erfolg", "x", "nicht"], -1.0),  # two words behind
        (["Erfolg", "x", "x", "nicht"], 1.0),
    ],
)
def test_a_negation_turns_four_words_behind_it_and_two_before(forms, polarity):
    assert score_lexicon(forms, forms, ["NN"] * len(forms))[0] == polarity


@pytest.mark.parametrize(("between", "near"), [(2, 1), (3, 0)])
def test_three_words_on_either_side_of_a_target_are_near(between, near):
    features = measure_features(tokens(["Berg", *["x"] * between, "Erfolg"]), 0, 5)
    assert features["near+"] == pytest.approx(math.log1p(near))
    assert features["lexicon_near+"] == pytest.approx(math.log1p(near))


def test_a_word_four_words_away_counts_half():
    assert measure_features(tokens(["Berg", "x", "x", "x", "Erfolg"]), 0, 5)["+success"] == pytest.approx(math.log(1.5))


def test_a_word_in_another_sentence_counts_three_twentieths():
    features = measure_features(tokens(["Berg", ".", "Erfolg"], sentences=[0, 0, 1]), 0, 5)
    assert features["+success"] == pytest.approx(math.log(1.15))


@pytest.mark.parametrize(
    ("polarity", "side"), [(0.15, "positive"), (0.08, "neutral"), (-0.08, "neutral"), (-0.15, "negative")]
)
def test_a_polarity_within_a_tenth_of_zero_is_neutral(monkeypatch, polarity, side):
    monkeypatch.setattr("analysis.checking.tone_evaluation.score_lexicon", lambda *words: (polarity, []))
    row = {"text": "Es regnet.", "target_start": 0, "target_end": 2}
    assert predict_tone([row], tag_texts([row["text"]]))["textblob"] == [side]


def topics_of(n: int, *, alike: int, size: int) -> pd.DataFrame:
    """Find topics in `n` articles of which each `alike` share `size` nouns that no other has."""
    nouns = [(f"{k:03}", f"w{k // alike}_{j}", "NN") for k in range(n) for j in range(size)]
    return find_article_topics(pd.DataFrame(nouns, columns=["article_id", "lemma", "pos"]))


def test_topics_are_found_from_thirty_articles_on():
    assert len(topics_of(30, alike=10, size=3)) == 3
    with pytest.raises(ValueError, match="29 articles"):
        topics_of(29, alike=10, size=3)


@pytest.mark.parametrize(("articles", "n"), [(49, 4), (50, 5), (120, 12), (140, 12)])
def test_ten_articles_are_a_topic_and_there_are_twelve_at_most(articles, n):
    assert len(topics_of(articles, alike=5, size=2)) == n


def test_eight_words_name_a_topic():
    """Ten nouns are shared by each ten articles."""
    assert {len(words.split(", ")) for words in topics_of(30, alike=10, size=10)["words"]} == {8}


BOOK = Codebook([Frame(id="flood", signs=["flut"], hints=["wut", "zorn"], together=[["water", "wrong"]], acts=["break"],
                       definition="d", example="e", is_not="n")],
                {"water": ["wasser"], "wrong": ["fehler"], "break": ["brechen"]})  # fmt: skip


def frames_of(*words: str) -> pd.DataFrame:
    """Find the frames of one sentence; its first verb is one whose agent is the first word."""
    n = len(words)
    tokens = pd.DataFrame({"article_id": "a", "sentence": 0, "start": range(n), "end": range(1, n + 1), "form": words,
                           "lemma": words, "voice": "own", "origin": "own"})  # fmt: skip
    sponsors = pd.DataFrame({"told": ["outlet"] * n, "done": ["outlet"] * n})
    agency = pd.DataFrame([{"article_id": "a", "sentence": 0, "start": k, "verb": "brechen", "agent": words[0],
                            "agent_start": 0, "agent_end": 1, "patient": "", "patient_start": 0, "patient_end": 0}
                           for k, word in enumerate(words) if word == "brechen"])  # fmt: skip
    sentences = pd.DataFrame({"article_id": ["a"], "sentence": [0], "paragraph": [0], "start": [0], "end": [n]})
    found = find_words(sentences, tokens, sponsors, agency, codebook=BOOK, kind="event")
    return find_frames(found, sentences, sentences, schema.empty("mentions"), schema.empty("agency"))


@pytest.mark.parametrize(
    ("words", "score"),
    [
        (("Flut",), 1),
        (("Fehler", "im", "Wasser"), 1),
        (("Deiche", "brechen"), 1),
        (("Wut",), 0.5),
        (("Wut", "und", "Zorn"), 1),
    ],
)
def test_a_sign_a_pair_and_an_act_make_a_frame_and_a_hint_half_of_one(words, score):
    frame = frames_of(*words).iloc[0]
    assert frame["score"] == score and frame["is_present"] == (score >= 1)


@pytest.mark.parametrize(("more", "is_whole"), [("", True), (",/$, ", False)])
def test_a_relative_pronoun_stands_for_up_to_twelve_words(more, is_whole):
    """Twelve words before the comma, then thirteen."""
    listed = "alten/ADJA ,/$, " * 4
    found = words_of(f"die/ART {listed}alten/ADJA {more}neuen/ADJA Leute/NN ,/$, die/PRELS gingen/VVFIN")
    pronoun = len(found) - 2
    assert (antecedent(found, pronoun, pronoun + 1) == (0, pronoun - 1)) is is_whole


@pytest.mark.parametrize(("again", "whose"), [(["alte", "Garde"], "Huber"), (["Garde"], "outlet")])
def test_words_in_marks_are_known_again_by_two_words(again, whose):
    """Huber is quoted with *die alte Garde*."""
    said = ["die", "alte", "Garde"]
    voices = ["direct"] * 3 + ["own"] + ["distanced"] * len(again)
    table = pd.DataFrame({"article_id": "a", "lemma": [*said, "und", *again], "voice": voices})
    told = np.array(["Huber"] * 3 + ["outlet"] * (1 + len(again)), dtype=object)
    assert _credit_repeated(table, told)[-1] == whose


def test_the_words_of_three_indicators_are_a_frames_reasons(monkeypatch):
    """Four speak for it, each a little less than the one before."""
    names = ["berg", "tal", "fluss", "see"]
    monkeypatch.setattr(generic_frames, "read_generic", lambda: ([], {name: [name] for name in names}))
    weights = FrameWeights(["place"], names, np.array([[4.0, 3.0, 2.0, 1.0]]), np.zeros(1), np.zeros(1))
    monkeypatch.setattr(generic_frames, "read_weights", lambda: weights)
    articles = pd.DataFrame({"article_id": ["a"], "text": ["Berg Tal Fluss See"]})
    table = pd.DataFrame(
        {"article_id": "a", "form": names, "lemma": names, "start": [0, 5, 9, 15], "end": [4, 8, 14, 18]}
    )
    assert find_generic(articles, table)["evidence"].tolist() == ["0-4;5-8;9-14"]


@pytest.mark.parametrize(("compound", "known"), [("Seidenglanz", ["glanz"]), ("Straßenlärm", [])])
def test_a_compound_is_known_by_a_last_part_of_five_letters(monkeypatch, compound, known):
    """*Glanz* has five, *Lärm* four."""
    monkeypatch.setattr(tone_words, "read_word_weights", lambda: {"glanz": (0, 1), "lärm": (1, 0)})
    tone_words._known.cache_clear()
    assert [word for _, word in find_known([compound], ["NN"], [])] == known
    tone_words._known.cache_clear()
