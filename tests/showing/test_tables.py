"""Tables as HTML: whole without a script, rows lead to sentences, nothing of a user's text runs."""

import re

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.codebook.csv_cells import refang
from analysis.showing.escape import csv_cell, html_text, markdown_text
from analysis.showing.tables import drop_engines, show_table
from analysis.site.markdown import to_html
from analysis.site.sentence_places import Places

ROWS = pd.DataFrame({"article_id": ["004", "004"], "start": [3, 60], "text": ["<b>", "=1"], "share": [0.5, None]})


def test_a_row_marks_the_place_that_it_leads_to():
    html = show_table(ROWS).data
    assert re.findall(r'data-at="([^"]+)"', html) == ["004:3", "004:60"] and ">where</th>" in html


def test_each_place_of_a_count_is_a_mark():
    html = show_table(pd.DataFrame({"n": [2], "places": ["a:1;b:22"]})).data
    assert '<a data-at="a:1">1</a> <a data-at="b:22">2</a>' in html


def test_a_number_that_equals_its_place_keeps_its_name():
    """Passage 0 begins at 0, the first of two places at 1: only a row's own place is named by its sentence."""
    sentences = pd.DataFrame({"article_id": ["a"], "sentence": [7], "start": [0]})
    link = Places(sentences).link_marks
    assert link('<a data-at="a:0">0</a>') == '<a href="text-a.html#s7">0</a>'
    assert link('<a data-at="a:1" lang="de">40 Tote</a>') == '<a href="text-a.html#s7" lang="de">40 Tote</a>'
    table = pd.DataFrame({"article_id": ["a"], "start": [1]})
    assert '<a href="text-a.html#s7">s7</a>' in link(show_table(table).data)


def test_undefined_is_a_dash_and_text_is_text():
    html = show_table(ROWS, german=("text",)).data
    assert '<td lang="de">&lt;b&gt;</td>' in html and ">–</td>" in html and ">0.00<" not in html


def test_without_a_script_every_row_is_there():
    html = drop_engines(show_table(pd.DataFrame({"word": [f"w{n}" for n in range(40)]}), search=True).data)
    assert html.count("<tr>") == 41 and "<script" not in html and "hidden" not in html


def test_a_huge_table_says_what_it_leaves_out():
    html = show_table(pd.DataFrame({"word": ["Wort " * 20] * 5000}), search=True).data
    shown = html.count("<tr>") - 1
    assert len(html) < 150_000 and f"The first {shown:,} of 5,000 rows" in html


def test_column_names_are_text_in_headers_and_in_the_narrow_layout():
    table = pd.DataFrame([[1, 2, 3, 4]], columns=['"}</style><script>x</script>', "<b>", "a", "b"])
    html = show_table(table).data
    assert "<script" not in html and html.count("</style>") == 1 and "<b>" not in html


@settings(deadline=None)
@given(st.text())
def test_no_text_leaves_its_place_in_html(text):
    assert not set("<>\"'") & set(html_text(text))


@settings(deadline=None)
@given(st.text())
def test_what_a_spreadsheet_could_run_is_made_harmless_and_comes_back(text):
    cell = csv_cell(text)
    assert cell[:1] not in ("=", "+", "-", "@", "\t", "\r") and refang(cell) == text


@settings(deadline=None)
@given(st.text(alphabet="ab [](){}<>*_`$|#!&-+1.:\\/~"))
def test_markdown_of_a_text_is_that_text(text):
    html = to_html(markdown_text(text))
    words = re.sub(r"\s+", "", re.sub(r"</?p>", "", html))
    assert words == re.sub(r"\s+", "", html_text(text))


def test_a_link_leads_inside_the_site_or_is_text():
    assert to_html("[a](text-001.html#s3)") == '<p><a href="text-001.html#s3">a</a></p>\n'
    for url in ("javascript:alert(1)", "//x.invalid", "data:text/html,x", "https://x.invalid"):
        assert "<a" not in to_html(f"[a]({url})")
