"""Tagging: sentences, tokens, lemmas and parts of speech on German sentences counted by hand."""

import time

import pandas as pd
import pytest
from HanTa.HanoverTagger import HanoverTagger
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.language.hanta_tagger import load_tagger
from analysis.language.tagging import tag_articles
from analysis.reading.file_readers import plain_articles


def test_a_date_does_not_end_a_sentence(tag):
    _, sentences, tokens = tag("Am 8. Januar fielen Schüsse. Z. B. hier. Es war laut.")
    assert len(sentences) == 3
    assert tokens["sentence"].tolist().count(0) == 6  # Am 8. Januar fielen Schüsse .


def test_lemma_and_part_of_speech(tag):
    _, _, tokens = tag("Die Soldaten sprachen von Ausschreitungen.")
    assert tokens["lemma"].tolist() == ["der", "Soldat", "sprechen", "von", "Ausschreitung", "."]
    assert tokens["pos"].tolist() == ["ART", "NN", "VVFIN", "APPR", "NN", "$."]


def test_tags_are_written_as_stts_writes_them(study):
    stts = """ADJA ADJD ADV APPR APPRART APPO APZR ART CARD FM ITJ KOUI KOUS KON KOKOM NN NE PDS PDAT PIS PIAT PPER
        PPOSS PPOSAT PRELS PRELAT PRF PWS PWAT PWAV PROAV PTKZU PTKNEG PTKVZ PTKANT PTKA TRUNC VVFIN VVIMP VVINF
        VVIZU VVPP VAFIN VAIMP VAINF VAPP VMFIN VMINF VMPP XY $, $. $("""
    assert set(study.tokens["pos"]) <= set(stts.split())


@pytest.mark.parametrize("marks", ["„“", "“”", '""', "»«"])
def test_every_quotation_mark_is_a_mark(tag, marks):
    _, _, tokens = tag(f"Die {marks[0]}Banditen{marks[1]} kamen.")
    assert tokens.loc[tokens["form"].isin(list(marks)), "pos"].tolist() == ["$(", "$("]
    assert tokens["pos"].tolist()[2] == "NN"


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("Demonstrant:innen", "Demonstrant:in"),
        ("Demonstrant*innen", "Demonstrant:in"),
        ("DemonstrantInnen", "Demonstrant:in"),
        ("Demonstrantinnen", "Demonstrantin"),
        ("Anti-Terror-Einsätze", "Anti-Terror-Einsatz"),
        ("OVKS", "OVKS"),
        ("Belarus", "Belarus"),
    ],
)
def test_lemmas_that_need_care(tag, form, lemma):
    _, _, tokens = tag(f"Dort waren die {form} zu sehen.")
    assert tokens.loc[tokens["form"] == form, "lemma"].tolist() == [lemma]


@pytest.mark.parametrize(
    ("text", "form", "lemma", "pos"),
    [
        # a name whose stem nobody knows, behind "in"
        ("Die Tat in Solingen bewegte viele.", "Solingen", "Solingen", "NE"),
        # a person's nouns, whatever tag: behind an article, a quantifier, as an age
        ("Der Verdächtige floh.", "Verdächtige", "Verdächtige", "NN"),
        ("Ein Verdächtiger floh.", "Verdächtiger", "Verdächtige", "NN"),
        ("Dort schwieg der 26-Jährige.", "26-Jährige", "26-Jährige", "NN"),
        ("Sie halfen den Geflüchteten.", "Geflüchteten", "Geflüchtete", "NN"),
        ("Das ist das Neue daran.", "Neue", "Neue", "NN"),
        ("Die Zeugen schwiegen.", "Zeugen", "Zeuge", "NN"),
        # no nominalised adjective: the verb, an adjective before its noun
        ("Sie verdächtigen den Nachbarn.", "verdächtigen", "verdächtigen", "VVFIN"),
        ("Das sagte die Deutsche Bahn.", "Deutsche", "deutsch", "ADJA"),
        # plural nouns without an article are bent still
        ("Er warb für Verbote und Gesetze.", "Gesetze", "Gesetz", "NN"),
    ],
)
def test_capitals_tell_names_and_nouns(tag, text, form, lemma, pos):
    _, _, tokens = tag(text)
    assert tokens.loc[tokens["form"] == form, ["lemma", "pos"]].values.tolist() == [[lemma, pos]]


def test_a_name_of_the_codebook_is_not_bent():
    """*Wüst* and *Wüsts* are the name; *wüst* in lower case stays an adjective."""
    texts = pd.DataFrame({"article_id": ["a"], "text": ["Am Montag kam Wüst. Wüsts Plan klang wüst."]})
    _, tokens = tag_articles(*plain_articles(texts), names=["Wüst"])
    assert tokens.loc[tokens["form"].str.lower().str.startswith("wüst"), "lemma"].tolist() == ["Wüst", "Wüst", "wüst"]


def test_a_domain_is_one_token(tag):
    _, _, tokens = tag("Das meldete das Portal Vlast.kz am Abend.")
    assert "Vlast.kz" in tokens["form"].tolist()


def test_numbers_run_through_each_article(tag):
    _, sentences, tokens = tag("Eins. Zwei.\n\nDrei.", "Vier.")
    assert tokens.groupby("article_id")["token"].agg(list).to_dict() == {"a": [0, 1, 2, 3, 4, 5], "b": [0, 1]}
    assert sentences["sentence"].tolist() == [0, 1, 2, 0]
    assert sentences["paragraph"].tolist() == [0, 0, 1, 0]


def test_an_empty_text_has_no_tokens(tag):
    _, sentences, tokens = tag("", "Ein Wort.")
    assert tokens["article_id"].unique().tolist() == ["b"] and len(sentences) == 1


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=200))
def test_offset_rule(text):
    articles, paragraphs = plain_articles(pd.DataFrame({"article_id": ["x"], "text": [text]}))
    sentences, tokens = tag_articles(articles, paragraphs)
    assert [text[a:b] for a, b in zip(tokens["start"], tokens["end"], strict=True)] == tokens["form"].tolist()
    assert (tokens["start"].to_numpy()[1:] >= tokens["end"].to_numpy()[:-1]).all()  # in order, no overlap
    spans = sentences.set_index("sentence")
    for row in tokens.itertuples(index=False):
        assert spans.at[row.sentence, "start"] <= row.start and row.end <= spans.at[row.sentence, "end"]


@pytest.mark.parametrize("n", [800, 5000])
@pytest.mark.parametrize("unit", ["cdefghijkl", "-Wort", "İ"])
def test_an_endless_word_takes_no_time_and_keeps_its_place(tag, n, unit):
    """HanTa alone: 10 s for 800 letters, no end for 5,000."""
    word = ("Ab" + unit * n)[:n]
    begin = time.process_time()
    _, _, tokens = tag(f"Der {word} kam.")
    assert time.process_time() - begin < 3
    assert "".join(tokens["form"]) == f"Der{word}kam."
    assert tokens["lemma"].str.len().sum() >= n


def test_a_long_compound_keeps_its_beginning_in_lemma_and_morphemes():
    """67 letters and an ending: HanTa is given the last 50."""
    word = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnungen"
    lemma, pos = load_tagger().analyze(word)
    assert (lemma, pos) == (word.removesuffix("en"), "NN")
    stem, morphemes, _ = load_tagger().analyze(word, taglevel=3)
    assert "".join(m for m, _ in morphemes) == word.lower() and stem == lemma.lower()


def test_words_of_up_to_fifty_letters_are_tagged_whole():
    word = "Rindfleischetikettierungsüberwachungsaufgabengesetz"[:50]
    assert load_tagger().analyze(word) == HanoverTagger("morphmodel_ger.pgz").analyze(word)
