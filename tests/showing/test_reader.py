"""The reader: every letter of the article, each sentence with its anchor, every layer with its switch."""

import re
from html import unescape

import pytest

from analysis.errors import StudyError
from analysis.showing.spans import Mark, write_marked


def text_of(html: str) -> str:
    """Take the notes beside the text and all tags away."""
    html = re.sub(r'<span class="(?:note|also|frames)" data-aside[^>]*>.*?</span>', "", html, flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", re.sub(r"</(?:p|h2)>", " ", html))).split())


def test_every_letter_of_every_article_is_there(study):
    for row in study.articles.itertuples(index=False):
        shown = text_of(study.read(row.article_id).text())
        assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", row.text), row.article_id


def test_each_sentence_has_its_anchor(study):
    shown = study.read("003").text()
    n = int((study.sentences["article_id"] == "003").sum())
    assert re.findall(r'id="(s\d+)"', shown) == [f"s{k}" for k in range(n)]


def test_an_article_is_found_by_its_label_and_a_wrong_one_is_named(study):
    assert study.read("taz").article_id == "003"
    with pytest.raises(StudyError, match='no article "tat"; did you mean "taz"'):
        study.read("tat")


def test_the_other_texts_wording_of_an_edit_is_told(study):
    edit = study.edits[(study.edits["changes"] == "word") & (study.edits["kind"] == "replace")].iloc[0]
    assert f"„{edit['other_words']}“" in unescape(study.read(edit["article_id"]).text())


def test_only_the_stretches_allowed_are_shown(study):
    text = study.articles.set_index("article_id").at["003", "text"]
    shown = text_of(study.read("003").text(allowed=[(0, 30)]))
    assert shown.startswith(" ".join(text[:30].split())[:20]) and shown.count("[…]") > 5
    assert len(shown.replace("[…]", "").split()) < 10


def test_marks_that_overlap_keep_the_text_and_their_classes():
    html = write_marked("abcdef", 0, 6, [Mark(0, 4, "v"), Mark(2, 6, "t", "x & y"), Mark(3, 3, "gap", "z")])
    assert re.sub(r"<[^>]+>", "", html) == "abcdef"
    assert html == ('<span class="v">ab</span><span class="v t" title="x &amp; y">c</span><span class="gap" title="z"></span>'
                    '<span class="v t">d</span><span class="t">ef</span>')  # fmt: skip


def test_a_view_in_jupyterlab_brings_its_style(study):
    html = study.read("000")._repr_html_()
    assert html.startswith("<style>") and 'class="reader lab"' in html and "<script" not in html
