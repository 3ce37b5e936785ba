"""How much a page lists, folds or gives back of an article, on both sides of each number."""

import re
from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.site.claims_page import _sentence_links
from analysis.site.first_page import _write_strip
from analysis.site.public_excerpts import GAP, Excerpts
from analysis.site.reader_pages import opening_words
from analysis.site.render import _fold_table
from analysis.site.sentence_places import Places


def places(n: int) -> tuple[str, Places]:
    """Give the places of a claim, each in a sentence of its own."""
    sentences = pd.DataFrame({"article_id": "a", "sentence": range(n), "start": range(0, 10 * n, 10)})
    return "; ".join(f"a:{10 * k}-{10 * k + 5}" for k in range(n)), Places(sentences)


@pytest.mark.parametrize(("n", "said"), [(60, ""), (61, "; 1 more in the CSV"), (130, "; 70 more in the CSV")])
def test_a_claim_lists_sixty_sentences(n, said):
    html = _sentence_links(*places(n), {})
    assert html.count("<a ") == 60 and html.endswith(f"</a>{said}</p>")


def test_a_claim_whose_places_no_cell_holds_says_where_the_others_are():
    rows, found = places(70)
    assert _sentence_links(f"{rows}; and 1,200 more", found, {}).endswith("; others in the tables to download</p>")


@pytest.mark.parametrize(("n", "drawn"), [(60, 60), (61, 0)])
def test_sixty_places_of_a_claim_are_drawn_one_by_one(n, drawn):
    rows, found = places(n)
    assert found.marks(rows).count('class="mk ') == drawn


def test_a_mark_tells_the_sides_of_a_frame_and_not_the_voice_of_its_first_word():
    found = Places(pd.DataFrame({"article_id": "a", "sentence": [0], "start": [0]})).marks("a:0-4=outlet; a:5-9=others")
    assert 'class="mk own"' in found and 'class="mk others"' in found and "sentence 0, somebody else" in found


@pytest.mark.parametrize(
    ("shown", "said"), [(3, "The first 3 of 9 rows; the others are in the tables to download."), (9, "")]
)
def test_a_folded_table_names_its_rows_once(shown, said):
    table = f"<table><caption>Every sentence. {said}</caption>{'<tr><td>1</td></tr>' * (shown + 1)}</table>"
    summary = re.search(
        "<summary>(.*?)</summary>", _fold_table(f'<div class="searchable" data-rows="9">{table}</div>')
    )[1]
    assert len(re.findall("9 rows", summary)) == 1


@pytest.mark.parametrize(("n", "is_strip"), [(40, True), (41, False)])
def test_forty_texts_are_a_strip_and_more_are_a_table(n, is_strip):
    ids = [f"{k:03}" for k in range(n)]
    tokens = pd.DataFrame({"article_id": ids, "pos": "NN", "voice": "own", "origin": "own"})
    sentences = pd.DataFrame({"article_id": ids, "sentence": 0, "start": 0})
    articles = pd.DataFrame({"article_id": ids, "label": ids, "title": "Berg", "text": "Berg"})
    study = SimpleNamespace(tokens=tokens, sentences=sentences, groups=lambda: articles)
    assert _write_strip(study).startswith('<ul class="strip">') is is_strip


@pytest.mark.parametrize(("rows", "is_folded"), [(12, False), (13, True)])
def test_a_table_of_twelve_rows_is_open(rows, is_folded):
    html = f"<table><caption>T</caption>{'<tr><td>1</td></tr>' * (rows + 1)}</table>"  # its head is a row too
    assert _fold_table(html).startswith("<details") is is_folded


@pytest.mark.parametrize(("n", "said"), [(6, "a a a a a a"), (7, "a a a a a a …")])
def test_six_words_open_a_text(n, said):
    assert opening_words(" ".join(["a"] * n)) == said


def words(first: int, stop: int) -> str:
    return " ".join(f"wort{n}" for n in range(first, stop))


@pytest.mark.parametrize(("n", "shown"), [(25, words(0, 25)), (26, f"{words(0, 25)} {GAP}")])
def test_twenty_five_words_in_a_row_are_given_back(n, shown):
    assert Excerpts({"a": words(0, 200)}).cut_html(f"<p>{words(0, n)}</p>") == f"<p>{shown}</p>"


@pytest.mark.parametrize(("n", "shown"), [(7, words(0, 7)), (8, f"{words(0, 7)} {GAP}")])
def test_seven_words_are_no_excerpt(n, shown):
    """Of twenty words six may be given back: eight are too many and are cut to what counts as none."""
    assert Excerpts({"a": words(0, 20)}).cut_html(f"<p>{words(0, n)}</p>") == f"<p>{shown}</p>"


def test_three_tenths_of_an_article_are_given_back():
    """Of a hundred words three times ten; of the fourth ten seven are no excerpt."""
    excerpts = Excerpts({"a": words(0, 100)})
    shown = [excerpts.cut_html(f"<p>{words(n, n + 10)}</p>") for n in (0, 20, 40, 60)]
    assert [GAP in piece for piece in shown] == [False, False, False, True]
