"""Tables as HTML: whole without a script, rows lead to sentences, nothing of a user's text runs."""

import re

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.codebook.csv_cells import refang
from analysis.showing.escape import csv_cell, html_text, markdown_text
from analysis.showing.html_tables import drop_engines, show_table
from analysis.showing.links import add_places, read_places
from analysis.showing.marks_table import show_marks
from analysis.site.markdown import to_html
from analysis.site.sentence_places import Places

ROWS = pd.DataFrame({"article_id": ["004", "004"], "start": [3, 60], "text": ["<b>", "=1"], "share": [0.5, None]})


def test_a_row_marks_the_place_that_it_leads_to():
    html = show_table(ROWS).data
    assert re.findall(r'data-at="([^"]+)"', html) == ["004:3", "004:60"] and ">where</th>" in html


SENTENCES = pd.DataFrame({"article_id": ["a", "a", "b c"], "sentence": [0, 1, 4], "start": [0, 50, 0]})


def test_a_count_leads_to_all_sentences_that_it_counts():
    """Three words of two sentences of a, one of b: one link, to a's page, that names each sentence once."""
    rows = pd.DataFrame({"article_id": ["a", "b c", "a", "a"], "start": [3, 7, 60, 70], "term": "x"})
    html = show_table(pd.DataFrame({"term": ["x"], "n": [4]}), rows=rows, by=("term",)).data
    assert '<td class="n"><a data-to="a:3,60,70;b c:7">4</a></td>' in html
    assert '<td class="n"><a href="text-a.html#s0,1;b_20_c:4">4</a></td>' in Places(SENTENCES).link_marks(html)


def test_several_columns_lead_each_to_its_own_rows():
    rows = pd.DataFrame({"article_id": ["a", "b c"], "sentence": [1, 4], "term": "x", "voice": ["own", "direct"]})
    table = pd.DataFrame({"term": ["x"], "own": [1], "word": ["–"], "n": [2]})
    counted = {"own": rows[rows["voice"] == "own"], "word": rows, "n": rows}
    html = Places(SENTENCES).link_marks(show_table(table, rows=counted, by=("term",)).data)
    assert re.findall(r"<td[^>]*>(.*?)</td>", html)[1:] == [
        '<a href="text-a.html#s1">1</a>', "–", '<a href="text-a.html#s1;b_20_c:4">2</a>'
    ]  # fmt: skip


def test_a_number_in_a_chart_leads_to_its_sentences():
    linked = Places(SENTENCES).link_marks(
        '<a href="to:a:s0,s1;+3"><text>5</text></a><a href="to:gone:1"><text>1</text></a>'
    )
    assert linked == '<a href="text-a.html#s0,1;+3"><text>5</text></a><a ><text>1</text></a>'


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.text(min_size=1).filter(lambda t: ";" not in t), st.integers(0, 999)), min_size=1, max_size=9)
)
def test_places_come_back_as_they_were_written(places):
    """Whatever letters an article's id has."""
    rows = pd.DataFrame(places, columns=["article_id", "sentence"]).assign(k="k")
    written = add_places(pd.DataFrame({"k": ["k"]}), rows, ("k",))["places"].iloc[0]
    assert read_places(written) == (sorted((a, True, n) for a, n in set(places)), 0)


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
    html = drop_engines(show_table(table).data)
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


def test_a_table_without_rows_is_a_sentence():
    empty = pd.DataFrame({"term": [], "n": []})
    assert show_table(empty, caption="Every term").data == '<p class="nothing">Every term: nothing to list.</p>'
    assert show_table(empty, none="No <term> occurs.").data == '<p class="nothing">No &lt;term&gt; occurs.</p>'


OCCURRENCES = pd.DataFrame({
    "term": ["Proteste", "Proteste", "Unruhen"], "group": pd.Categorical(["x", "x", "y"], categories=["x", "y"]),
    "voice": ["direct", "own", "own"], "n": [1, 2, 1], "places": ["a:7", "a:1;a:3", "b:5"],
})  # fmt: skip


def test_each_occurrence_is_a_mark_in_the_look_of_its_voice():
    """Proteste: x twice own, once in marks, none in y; Unruhen: y once. Four marks, two empty cells; the own ones first."""
    html = show_marks(OCCURRENCES, caption="What happened").data
    marks = re.findall(r'<a class="mk (\w+)" data-at="([^"]+)"></a>', html)
    assert marks == [("own", "a:1"), ("own", "a:3"), ("direct", "a:7"), ("own", "b:5")]
    assert html.count('<td class="none"') == 2 and "reported speech" not in html
    sentences = pd.DataFrame({"article_id": ["a", "b"], "sentence": [0, 0], "start": [0, 0]})
    linked = Places(sentences, labels={"a": "<taz>"}).link_marks(html)
    assert linked.count('href="text-a.html#s0" aria-label="&lt;taz&gt;, sentence 0"') == 3 and "data-at" not in linked


def test_of_many_groups_a_row_is_a_group_and_many_occurrences_are_a_number():
    names = [f"Blatt {n}" for n in range(50)]
    many = pd.DataFrame({"term": "Unruhen", "group": pd.Categorical(names, categories=names), "voice": "own", "n": 15,
                         "places": ";".join(f"a:{n}" for n in range(15))})  # fmt: skip
    html = show_marks(many).data
    assert "40 of 50 groups are shown" in html and html.count('<th scope="row">') == 40
    assert html.count(">15</a>") == 40 and html.count('data-to="a:0;a:1;') == 40


def test_what_a_table_of_marks_is_named_by_is_text():
    hostile = OCCURRENCES.assign(term="<script>1</script>", group=pd.Categorical(["<img>"] * 3))
    html = show_marks(hostile, caption="<b>").data
    assert "<script>" not in html and "<img>" not in html and "<b>" not in html


def test_counts_have_no_decimals_and_large_ones_are_grouped_but_sorted_as_numbers():
    table = pd.DataFrame({"value": [2_200_000.0, 40.0, None], "share": [1.0, 0.0, 1.0], "n": [12_000, 7, 0]})
    html = show_table(table).data
    assert '<td class="n" data-sort="2200000.0">2,200,000</td>' in html and '<td class="n">40</td>' in html
    assert html.count('<td class="n">1.00</td>') == 2 and '<td class="n" data-sort="12000">12,000</td>' in html


def test_a_count_leads_to_sixty_sentences_and_says_how_many_more_there_are():
    """Seventy rows of a (sixty are linked, ten are left), none of b."""
    rows = pd.DataFrame({"article_id": "x", "start": range(70), "term": "a"})
    html = show_table(pd.DataFrame({"term": ["a", "b"], "n": [70, 0]}), rows=rows, by=("term",)).data
    cells = re.findall(r"<tr>.*?</tr>", html)[1:]
    assert cells[0].count(",") == 59 and ';+10">70</a>' in cells[0] and "data-to=" not in cells[1]


def test_a_column_of_sentences_has_room_beside_short_ones():
    """Ninety-one letters are a sentence; ninety are not."""
    table = pd.DataFrame({"a": ["x"], "b": ["y" * 91], "c": ["z" * 90], "d": [1]})
    assert re.findall(r"#\w+ td:nth-child\((\d)\)\{min-width", show_table(table).data) == ["2"]


def test_on_a_telephone_a_place_is_called_as_in_the_head():
    rows = ROWS.assign(one=1, two=2)
    assert 'content:"where"' in show_table(rows).data and 'content:"start"' not in show_table(rows).data
