"""Speaking: counts on two small texts, worked out by hand."""

import pandas as pd
import pytest
from other_story import BOOK

from analysis.actors.mentions import find_mentions
from analysis.codebook import schema
from analysis.counting.actor_portrayal import count_about, count_labels, find_silent
from analysis.counting.speaking import (
    NOBODY,
    STRANGER,
    count_cues,
    count_speaking,
    count_spoken_terms,
    list_quotes,
    list_spoken_terms,
    with_sentence,
)  # fmt: skip
from analysis.quoting.word_voices import mark_voices

FIRST = "Duda sagte, „Biden schläft tief“. Es war kalt. „Man friert“, rief ein Passant."
SECOND = "Der polnische Präsident Duda nannte Biden „müde“. Duda schwieg dann."


@pytest.fixture(scope="module")
def tables(tag):
    """Three quotations: Duda 3 words, ein Passant 2 (text a); Duda 1 (text b). All are direct."""
    articles, sentences, tokens = tag(FIRST, SECOND, outlets=["x", "y"])
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    rows = []
    for article_id, n, words, actor, cue, act in [
        ("a", 0, "„Biden schläft tief“", "Andrzej Duda", "sagte", "say"),
        ("a", 1, "„Man friert“", "ein Passant", "rief", "say"),
        ("b", 0, "„müde“", "Andrzej Duda", "nannte", "accuse"),
    ]:
        start = texts[article_id].index(words)
        rows.append({"article_id": article_id, "quote": n, "type": "Direct", "start": start, "end": start + len(words),
                     "text": words, "cue": cue, "act": act, "commitment": "acknowledge", "actor": actor, "speaker": "", "evidence": "test", "pieces": ""})  # fmt: skip
    quotes = schema.check("quotes", pd.DataFrame(rows, columns=list(schema.TABLES["quotes"].columns)))
    mentions = find_mentions(articles, sentences, tokens, actors=BOOK)
    return articles, sentences, mark_voices(tokens, quotes), quotes, mentions


def test_words_that_each_actor_gets_to_say(tables):
    """x has 13 words: 3 are Duda's and 2 the passer-by's; y has 10, 1 is Duda's."""
    articles, _, tokens, quotes, _ = tables
    table = count_speaking(tokens, quotes, articles, actors=BOOK, by=("group", "actor"))
    assert table[["group", "actor", "n_words", "n_quotes"]].values.tolist() == [
        ["x", "Andrzej Duda", 3, 1], ["x", "ein Passant", 2, 1], ["y", "Andrzej Duda", 1, 1],
    ]  # fmt: skip
    assert table["share_of_text"].tolist() == [3 / 13, 2 / 13, 1 / 10]
    overall = count_speaking(tokens, quotes, articles, actors=BOOK, by=("actor",))
    assert overall[["actor", "n_words", "n_quotes", "share_of_text"]].values.tolist() == [
        ["Andrzej Duda", 4, 2, 4 / 23], ["ein Passant", 2, 1, 2 / 23],
    ]  # fmt: skip


def test_strangers_have_a_group_of_their_own(tables):
    articles, _, tokens, quotes, _ = tables
    table = count_speaking(tokens, quotes, articles, actors=BOOK, by=("actor_group",))
    assert dict(zip(table["actor_group"], table["n_words"], strict=True)) == {"g": 4, STRANGER: 2}


def test_cues_with_their_act(tables):
    articles, _, _, quotes, _ = tables
    table = count_cues(quotes, articles, actors=BOOK, by=("actor", "act"))
    assert table.values.tolist() == [
        ["Andrzej Duda", "accuse", 1, "nannte"], ["Andrzej Duda", "say", 1, "sagte"],
        ["ein Passant", "say", 1, "rief"],
    ]  # fmt: skip


def test_labels_of_an_actor(tables):
    """Duda is named three times: bare in x, with a label and bare in y."""
    articles, *_, mentions = tables
    table = count_labels(mentions, articles)
    duda = table[table["actor"] == "Andrzej Duda"]
    assert duda[["group", "label", "n"]].values.tolist() == [
        ["x", "", 1], ["y", "Der polnische Präsident", 1], ["y", "", 1],
    ]  # fmt: skip


def test_who_is_talked_about_and_never_quoted(tables):
    """Biden: named twice, in two articles, and never quoted."""
    articles, _, _, quotes, mentions = tables
    silent = find_silent(mentions, quotes, articles, actors=BOOK)
    assert silent[["actor", "n_mentions", "n_articles"]].values.tolist() == [["Joe Biden", 2, 2]]
    by_outlet = find_silent(mentions, quotes.iloc[:1], articles, actors=BOOK, by=("group",))
    assert by_outlet[["group", "actor"]].values.tolist() == [
        ["x", "Joe Biden"],
        ["y", "Andrzej Duda"],
        ["y", "Joe Biden"],
    ]


def test_who_is_quoted_about_whom(tables):
    """Only in x does Biden stand inside Duda's words."""
    _, _, tokens, quotes, mentions = tables
    about = count_about(mentions, quotes, tokens, actors=BOOK)
    assert about[["speaker", "about", "article_id", "start"]].values.tolist() == [
        ["Andrzej Duda", "Joe Biden", "a", 13]
    ]


def test_who_says_a_term(tables):
    """*schläft* is Duda's, *schwieg* is the outlet's own."""
    articles, _, tokens, quotes, _ = tables
    terms = tokens[tokens["form"].isin(["schläft", "schwieg"])].assign(contrast="c", term=lambda t: t["form"])
    table = count_spoken_terms(list_spoken_terms(terms, quotes, articles, actors=BOOK))
    assert sorted(table[["term", "speaker", "voice", "n"]].values.tolist()) == [
        ["schläft", "Andrzej Duda", "direct", 1], ["schwieg", "the outlet", "own", 1],
    ]  # fmt: skip


def test_each_quotation_leads_back_to_its_sentence(tables):
    articles, sentences, _, quotes, _ = tables
    listed = list_quotes(quotes, articles, sentences, actors=BOOK)
    assert listed["sentence_text"].tolist()[1] == "„Man friert“, rief ein Passant."
    assert with_sentence(quotes.iloc[:0], sentences, articles).empty


def test_unattributed_is_said(tables):
    articles, sentences, tokens, quotes, _ = tables
    nobody = quotes.assign(actor="")
    assert set(list_quotes(nobody, articles, sentences, actors=BOOK)["actor"]) == {NOBODY}
    table = count_speaking(tokens, nobody, articles, actors=BOOK, by=("actor_group",))
    assert table[["actor_group", "n_words"]].values.tolist() == [[NOBODY, 6]]


def test_a_study_without_quotations(tables):
    articles, _, tokens, quotes, mentions = tables
    nothing, own = quotes.iloc[:0], tokens.assign(voice="own", quote=pd.NA)
    assert count_speaking(own, nothing, articles, actors=BOOK).empty
    assert count_cues(nothing, articles, actors=BOOK).empty
    assert count_about(mentions, nothing, own, actors=BOOK).empty
    assert len(find_silent(mentions, nothing, articles, actors=BOOK)) == 2
