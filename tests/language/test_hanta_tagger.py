"""HanTa's own searches and the quicker ones give the same answers, to the last digit."""

from functools import cache

import pytest
from HanTa.HanoverTagger import HanoverTagger
from hypothesis import example, given, settings
from hypothesis import strategies as st
from somajo import SoMaJo

from analysis.language.hanta_tagger import QuickTagger
from analysis.language.tagging import load_tokenizer

LETTERS = "abcdefghiklmnoprstuwzäöüß-."
WORDS = ["Sicherheitskräfte", "demonstrierten", "ging", "a", "ge", "Nursultan", "aufgehängt", "zurückzutreten",
         "Lebensmittelpreiserhöhungsprotest", "schlechteste", "12.000", "QAnon", "é", "über-", "Rechtswidrigeres"]  # fmt: skip
SENTENCES = [
    "Am Freitag gingen in Musterstadt wieder Tausende auf die Straße .",
    "Der Minister , der gestern zurücktrat , habe davon nichts gewusst , sagte er .",
    "xqzt brrr vlmpf",
    "Nein",
]


@cache
def taggers():
    return HanoverTagger("morphmodel_ger.pgz"), QuickTagger("morphmodel_ger.pgz")


def compare(word):
    slow, quick = taggers()
    found = slow.analyze_forward(word)
    assert quick.analyze_forward(word) == found
    for tag in {-tag for tag, _ in found} & set(slow.reachability):
        assert quick.analyze_viterbi(word, tag) == slow.analyze_viterbi(word, tag)


@pytest.mark.parametrize("word", [w.lower() for w in WORDS])
def test_a_word_is_read_as_hanta_reads_it(word):
    compare(word)


@settings(max_examples=60, deadline=None)
@given(st.text(LETTERS, min_size=1, max_size=18))
@example("aaaaaaaaaaaaaaaaaa")
def test_any_letters_are_read_as_hanta_reads_them(word):
    compare(word)


@pytest.mark.parametrize("tag", ["ADJ(A)", "NN", "VV(FIN)", "NE"])
def test_a_word_is_read_for_any_part_of_speech_as_hanta_reads_it(tag):
    """Also for one that it hardly has: then by unknown morphemes, or not at all."""
    slow, quick = taggers()
    tag = -slow.tag2int[tag]
    assert [quick.analyze_viterbi(w, tag) for w in WORDS] == [slow.analyze_viterbi(w, tag) for w in WORDS]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_is_tagged_as_hanta_tags_it(sentence):
    slow, quick = taggers()
    assert quick.tag_sent(sentence.split()) == slow.tag_sent(sentence.split())
    assert quick.tag_sent(sentence.split(), casesensitive=False) == slow.tag_sent(sentence.split(), casesensitive=False)


@pytest.mark.parametrize("text", [
    "Alles gut. 🙂 Wir kommen❤️ morgen 👩‍👩‍👧 um 12 Uhr © dpa ™.",
    "Kein Bild :-) steht hier, nur ein Text-Smiley ;)",
])  # fmt: skip
def test_emojis_are_parted_as_somajo_parts_them(text):
    plain = SoMaJo("de_CMC", split_camel_case=False, split_sentences=True, character_offsets=True)
    spans = [[[t.character_offset for t in s] for s in tok.tokenize_text([text])] for tok in (plain, load_tokenizer())]
    assert spans[0] == spans[1] and len(spans[0]) >= 1
