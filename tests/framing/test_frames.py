"""Frames, sponsors and scores on texts whose words can be counted by hand."""

import pandas as pd
import pytest
from other_story import BOOK

from analysis import open_study
from analysis.actors.mentions import find_mentions
from analysis.actors.quote_speakers import resolve_speakers
from analysis.codebook.frames_file import Codebook, Frame, read_elements
from analysis.counting.frame_counts import count_frames, list_elements, score_frames
from analysis.framing.agency import find_agency
from analysis.framing.frame_sponsors import find_sponsors
from analysis.framing.frame_words import find_words
from analysis.framing.frames import find_frames
from analysis.framing.generic_frames import find_generic, measure_indicators
from analysis.framing.speech_acts import find_speech_acts
from analysis.quoting.quotes import find_quotes
from analysis.quoting.word_voices import mark_voices
from analysis.showing.charts_framing import plot_frames

TEXT = {"definition": "d", "example": "e", "is_not": "n"}
PARAGRAPH = pd.DataFrame({"article_id": ["a"], "paragraph": [0]})
GROUP = pd.DataFrame({"article_id": ["a"], "group": ["x"]})
FLOOD = Codebook(
    [
        Frame(id="flood", signs=["flut*"], **TEXT),
        Frame(id="anger", hints=["wut", "zorn"], **TEXT),
        Frame(id="blame", together=[["water", "wrong"]], **TEXT),
    ],
    {"water": ["wasser"], "wrong": ["fehler"]},
)


@pytest.fixture
def frame(tag):
    def make(*texts, book=FLOOD, kind="event"):
        articles, sentences, tokens = tag(*texts)
        quotes = find_quotes(articles, sentences, tokens)
        mentions = find_mentions(articles, sentences, tokens, actors=BOOK)
        quotes = resolve_speakers(articles, sentences, tokens, quotes, mentions, actors=BOOK)
        tokens = mark_voices(tokens, quotes)
        classes = read_elements().classes
        agency = find_agency(articles, sentences, tokens, mentions, classes=classes)
        verbs = {"verbs": classes["speech"] + classes["counting"], "counting": classes["counting"]}
        acts = find_speech_acts(articles, sentences, tokens, mentions, **verbs)
        sponsors = find_sponsors(tokens, quotes, acts, mentions)
        words = find_words(sentences, tokens, sponsors, agency, codebook=book, kind=kind)
        spans = sentences.groupby(["article_id", "paragraph"]).agg(start=("start", "min"), end=("end", "max"))
        return articles, sentences, tokens, words, find_frames(words, spans.reset_index(), sentences, mentions, agency)

    return make


def present(frames):
    return set(frames.loc[frames["is_present"], ["frame", "sponsor"]].itertuples(index=False, name=None))


def test_one_sign_is_enough_one_hint_is_not(frame):
    *_, frames = frame("Die Flut kam. Die Wut wuchs.")
    assert present(frames) == {("flood", "outlet")}
    assert frames.set_index("frame")["score"].to_dict() == {"flood": 1.0, "anger": 0.5}


def test_two_different_hints_are_enough_the_same_twice_is_not(frame):
    *_, twice = frame("Die Wut wuchs. Die Wut blieb.")
    *_, two = frame("Die Wut wuchs. Der Zorn blieb.")
    assert present(twice) == set() and present(two) == {("anger", "outlet")}


def test_a_pair_must_stand_in_one_sentence(frame):
    *_, apart = frame("Das Wasser stieg. Es war ein Fehler.")
    *_, together = frame("Das Wasser war ein Fehler.")
    assert present(apart) == set() and present(together) == {("blame", "outlet")}


def test_a_quoted_word_is_the_speakers(frame):
    *_, frames = frame("Andrzej Duda sagte, die Flut sei vorbei. Die Flut kam im Mai.")
    assert present(frames) == {("flood", "Andrzej Duda"), ("flood", "outlet")}


def test_a_demand_that_the_outlet_tells_is_its_subjects(frame):
    *_, frames = frame("Andrzej Duda bat das Bündnis um Hilfe.", book=read_elements(), kind="element")
    assert ("remedy", "Andrzej Duda") in present(frames)


FORCE = Codebook(
    [
        Frame(id="force", does=[["police", "hit", "*"], ["-", "hit", "people"]], **TEXT),
        Frame(id="rights", hints=[["protest*", "kundgebung*"], "bürger*"], not_in=["bürgermeister*"], **TEXT),
    ],
    {"police": ["polizei"], "hit": ["töten", "vorgehen"], "people": ["bauer", "bauern"]},
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Die Polizei tötete Räuber.", True),
        ("Die Polizei ging gegen Räuber vor.", True),  # a separable verb is one
        ("Zwölf Bauern wurden getötet.", True),  # nobody is named who does it
        ("Räuber töteten zwölf Bauern.", False),  # somebody else does it
        ("Räuber töteten die Polizei.", False),  # it is done to them
        ("Der Chef wirft der Polizei Fehler vor.", False),  # a particle is no verb
    ],
)
def test_a_frame_asks_who_does_it_to_whom(frame, text, wanted):
    *_, frames = frame(text, book=FORCE)
    assert (("force", "outlet") in present(frames)) is wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Der Protest und die Kundgebung dauern an.", False),  # two words for one idea are one hint
        ("Der Protest der Bürger dauert an.", True),
        ("Der Protest des Bürgermeisters dauert an.", False),  # what is barred does not count
    ],
)
def test_hints_of_one_idea_count_once_and_barred_words_do_not(frame, text, wanted):
    *_, frames = frame(text, book=FORCE)
    assert (("rights", "outlet") in present(frames)) is wanted


@pytest.mark.parametrize(
    ("text", "sponsor"),
    [
        # what a report takes for granted is the outlet's; what it says is the speaker's
        ("Andrzej Duda sagte, seit Beginn der Flut gebe es keinen Strom.", "outlet"),
        ("Andrzej Duda sagte, trotz der Flut gebe es Strom.", "outlet"),
        ("Andrzej Duda sagte, die Flut sei vorbei.", "Andrzej Duda"),
        # an aside in the indicative is the outlet's, one in another mood the speaker's
        ("Andrzej Duda sagte, das Dorf, das die Flut zerstört hat, habe keinen Strom.", "outlet"),
        ("Andrzej Duda sagte, das Dorf, das die Flut zerstört habe, habe keinen Strom.", "Andrzej Duda"),
        # who counts, says so
        ("Andrzej Duda zählte vier Opfer der Flut.", "Andrzej Duda"),
        ("Andrzej Duda besuchte vier Opfer der Flut.", "outlet"),
        # a relative clause beside what only *wie … mitteilte* credits is the outlet's, the rest the speaker's
        ("Im Süden, wo die Flut am schlimmsten war, fehlt Strom, wie Andrzej Duda mitteilte.", "outlet"),
        ("Im Süden, wo es Berge gibt, stieg die Flut, wie Andrzej Duda mitteilte.", "Andrzej Duda"),
        # what a pronoun counts is his who spoke last; without a speaker it is the outlet's
        ("Andrzej Duda sagte, es gebe Schäden. Dazu zählte er die Flut.", "Andrzej Duda"),
        ("Andrzej Duda reiste ab. Dazu zählte er die Flut.", "outlet"),
        # what those are to do of whom was told carries the report on, behind words in marks it does not
        ("Nach Angaben von Andrzej Duda sind Helfer da. Sie sollten die Flut aufhalten.", "Andrzej Duda"),
        ("Helfer sind da. Sie sollten die Flut aufhalten.", "outlet"),
        # a clause that a report retells is his who reports
        ("Anna Berg sagte, Andrzej Duda habe davon gesprochen, dass die Flut sinke.", "Anna Berg"),
        # an order is told in the outlet's words
        ("Andrzej Duda bat um Hilfe gegen die Flut.", "outlet"),
        # words held at a distance before a word in marks are of him whose word it is
        (
            "Andrzej Duda wirft ihnen vor, auf angeblich von der Flut betroffene „Nachbarn“ gehört zu haben.",
            "Andrzej Duda",
        ),
        # words in marks are those of him who is quoted with them
        ("„Das war die große Flut“, sagte Andrzej Duda. Was tun nach der „großen Flut“?", "Andrzej Duda"),
    ],
)
def test_whose_a_word_is(frame, text, sponsor):
    *_, words, _ = frame(text)
    assert set(words.loc[words["frame"] == "flood", "sponsor"]) == {sponsor}


def test_so_called_in_a_report_is_the_outlets(frame):
    """*angebliche* is added by the outlet, *Flut* is what the speaker says."""
    book = Codebook([Frame(id="doubt", signs=["angeblich*"], **TEXT), *FLOOD.frames], FLOOD.classes)
    *_, words, _ = frame("Andrzej Duda sagte, die angebliche Flut sei vorbei.", book=book)
    assert words.set_index("frame")["sponsor"].to_dict() == {"doubt": "outlet", "flood": "Andrzej Duda"}


def test_one_word_in_marks_is_not_known_again(frame):
    """*Flut* alone in marks could be anybody's; two words are known again (above)."""
    *_, words, _ = frame("„Das war die große Flut“, sagte Andrzej Duda. Was tun nach der „Flut“?")
    assert words.loc[words["frame"] == "flood", "sponsor"].tolist() == ["Andrzej Duda", "outlet"]


def test_evidence_gives_the_words(frame):
    articles, *_, frames = frame("Am Ende kam die Flut.")
    start, end = map(int, frames.loc[0, "evidence"].split("-"))
    assert articles.loc[0, "text"][start:end] == "Flut"


def test_no_words_no_rows_and_no_division(frame):
    *_, words, frames = frame("Es regnet.")
    assert words.empty and frames.empty
    counts = count_frames(frames, PARAGRAPH, GROUP, kind="event")
    assert counts.empty and "none" in plot_frames(counts, title="Frames").alt_text


def test_scores_by_article_are_worked_by_hand(frame):
    """Text a: 1 sign (1.0) in 4 words = 250 per 1,000."""
    _, _, tokens, words, _ = frame("Die Flut kam schnell.")
    table = score_frames(words, tokens, by=["article_id"])
    assert table[["score", "n_words", "per_1000_words"]].to_numpy().tolist() == [[1.0, 4, 250.0]]


def test_counts_by_group_have_their_denominator(frame):
    """Text a has the frame in one of its one paragraphs; b has none and no row."""
    articles, sentences, *_, frames = frame("Die Flut kam.", "Es regnet.")
    grouped = articles.assign(group=articles["outlet"])
    paragraphs = sentences[["article_id", "paragraph"]].drop_duplicates()
    counts = count_frames(frames, paragraphs, grouped, kind="event")
    assert counts[["group", "frame", "n", "n_outlet", "n_others", "share"]].to_numpy().tolist() == [
        ["a", "flood", 1, 1, 0, 1.0]
    ]


def test_elements_lead_to_their_sentence(frame):
    articles, sentences, *_, frames = frame(
        "Es schneite. Andrzej Duda fordert Hilfe.", book=read_elements(), kind="element"
    )
    listed = list_elements(frames, sentences, articles.assign(group="x"))
    remedy = listed[listed["frame"] == "remedy"]
    assert remedy["places"].tolist() == [[("a", 1)]]


def test_an_article_without_words_has_no_generic_frame(tag):
    articles, _, tokens = tag("…")
    assert find_generic(articles, tokens).empty
    assert measure_indicators(tokens)[0].empty


def test_a_generic_frame_of_a_clear_article(tag):
    text = (
        "Die Armee griff die Stadt mit Panzern und Raketen an. Soldaten verteidigten die Grenze. Der Krieg dauert an."
    )
    articles, _, tokens = tag(text)
    frames = find_generic(articles, tokens).set_index("frame")
    assert len(frames) == 14
    assert frames.loc["Security_and_defense", "is_present"]
    assert frames["score"].idxmax() == "Security_and_defense"


def test_features_are_worked_by_hand(tag):
    """One of four words is *war*: ln(1 + 250)."""
    features, hits = measure_indicators(tag("Der Krieg war kurz.")[2])
    assert features.loc["a", "war"] == pytest.approx(5.525, abs=0.001)
    assert len(hits["a", "war"]) == 1
    assert isinstance(features, pd.DataFrame)


def test_a_study_without_frames_of_its_own_gets_generic_frames_and_elements(broken_study):
    (broken_study / "data" / "frames.toml").unlink()
    (broken_study / "data" / "gold" / "frames.csv").unlink()
    opened = open_study(broken_study)
    assert set(opened.frames["kind"]) == {"generic", "element"}
    assert opened.gold_frames.empty
