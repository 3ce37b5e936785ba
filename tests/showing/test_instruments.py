"""Instruments: what a button writes, and that nothing is written before it is pressed."""

import pandas as pd
import pytest

from analysis.codebook.contrasts import read_contrasts
from analysis.showing.instruments import explore_contrast, find_lines, read_rival_words

ARTICLES = pd.DataFrame({"article_id": ["a"], "group": ["x"], "text": ["Störer kamen, Anwohner auch."]})
TOKENS = pd.DataFrame({
    "article_id": "a", "sentence": 0, "token": range(4), "start": [0, 7, 14, 23], "end": [6, 12, 22, 27],
    "form": ["Störer", "kamen", "Anwohner", "auch"], "lemma": ["Störer", "kommen", "Anwohner", "auch"],
    "pos": ["NN", "VVFIN", "NN", "ADV"], "voice": ["direct", "own", "own", "own"], "origin": "own",
    "quote": pd.array([0, None, None, None], dtype="Int64"),
})  # fmt: skip
QUOTES = pd.DataFrame({"article_id": ["a"], "quote": pd.array([0], dtype="Int64"), "actor": ["Maier"]})


@pytest.fixture
def panel(tmp_path):
    file = tmp_path / "contrasts.toml"
    file.write_text("# mine\n", encoding="utf-8")
    made = explore_contrast(TOKENS, ARTICLES, file=file, known=[], title="The bridge", words="Störer; Anwohner")
    row, shown = made.controls.children
    title, words, keep, kept = row.children
    return {"file": file, "title": title, "words": words, "keep": keep, "kept": kept, "shown": shown, "panel": made}


def test_nothing_is_written_before_the_button_is_pressed(panel):
    panel["words"].value = "Störer; Anwohner, Nachbar"
    assert panel["file"].read_text("utf-8") == "# mine\n" and "2 places" in panel["shown"].value


def test_the_button_writes_a_set_that_can_be_read_and_only_once(panel):
    panel["keep"].click()
    (contrast,) = read_contrasts(panel["file"], shown="contrasts.toml")
    assert (contrast.title, [term.name for term in contrast.terms]) == ("The bridge", ["Störer", "Anwohner"])
    assert panel["file"].read_text("utf-8").startswith("# mine\n") and contrast.id in panel["kept"].value
    before = panel["file"].read_text("utf-8")
    panel["keep"].click()
    assert panel["file"].read_text("utf-8") == before and "is taken" in panel["kept"].value


@pytest.mark.parametrize("title", ['The "bridge"\n[[x]]', "<script>alert(1)</script>", "a\\b"])
def test_what_is_typed_is_text_in_the_file_and_on_the_page(panel, title):
    panel["title"].value = title
    panel["keep"].click()
    (contrast,) = read_contrasts(panel["file"], shown="contrasts.toml")
    assert contrast.title == title.replace("\n", " ") or contrast.title == title
    assert "<script" not in panel["shown"].value


def test_one_term_is_no_contrast(panel):
    panel["words"].value = "Störer"
    panel["keep"].click()
    assert panel["file"].read_text("utf-8") == "# mine\n" and "Two terms" in panel["kept"].value


def test_lines_are_found_by_word_voice_and_speaker():
    """*Störer* once, in marks, by Maier; *kommen* once by its dictionary form, the outlet's own."""
    lines = find_lines(TOKENS, QUOTES, ARTICLES, word="störer")
    assert lines[["match", "voice", "speaker"]].values.tolist() == [["Störer", "direct", "Maier"]]
    assert find_lines(TOKENS, QUOTES, ARTICLES, word="kommen")["speaker"].tolist() == ["the outlet"]
    assert find_lines(TOKENS, QUOTES, ARTICLES, word="Störer", voice="own").empty


def test_words_are_parted_by_semicolons_and_commas():
    assert [term.lemmas for term in read_rival_words("Störer, Chaot; Anwohner; ")] == [
        ["Störer", "Chaot"],
        ["Anwohner"],
    ]


def test_without_a_kernel_the_panel_shows_what_it_was_set_to(panel):
    bundle = panel["panel"]._repr_mimebundle_()
    assert "Störer" in bundle["text/html"] and "<script" not in bundle["text/html"]
