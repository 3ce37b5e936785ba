"""Charts: their data, labels and alt text, not their pixels."""

import base64
import re
from io import BytesIO

import numpy as np
import pandas as pd
import pytest

from analysis.showing import charts
from analysis.showing.chart_look import ink_on, list_groups, new_axes, show, tint
from analysis.showing.charts_grid import DARKEST, draw_cells
from analysis.showing.charts_terms import plot_terms
from analysis.showing.palette import ACCENT
from analysis.showing.svg import inline_svg


def _outlets(*names: str) -> pd.Series:
    return pd.Series(pd.Categorical(names, categories=["x", "y"]))


COUNTS = pd.DataFrame({
    "contrast": "c", "term": pd.Categorical(["Proteste", "Proteste", "Unruhen"], categories=["Proteste", "Unruhen", "Krise"]),
    "group": _outlets("x", "x", "y"), "voice": ["own", "direct", "own"], "n": [3, 1, 2],
    "per_1000_tokens": [6.0, 2.0, 5.0],
})  # fmt: skip


def _texts(ax):
    return [text.get_text() for text in ax.texts]


def test_voices_show_shares():
    table = pd.DataFrame({"group": _outlets("x", "y"), "n_words": [10, 20], "own": [0.9, 0.5], "direct": [0.1, 0.5]})
    ax = charts.plot_voices(table)
    assert [bar.get_width() for bar in ax.patches[:4]] == pytest.approx([0.9, 0.1, 0.5, 0.5])
    assert "x: 90% the outlet's own words, 10% in quotation marks" in ax.alt_text


def test_lengths_name_longest_and_shortest():
    table = pd.DataFrame(
        {"group": _outlets("x", "y"), "n_words": [10, 20], "n_sentences": [1, 2], "n_paragraphs": [1, 1]}
    )
    ax = charts.plot_lengths(table)
    assert [bar.get_width() for bar in ax.patches] == [10, 20]
    assert "longest is y with 20 words, the shortest x with 10" in ax.alt_text


def test_of_many_texts_the_longest_and_the_shortest_are_drawn_by_their_labels():
    """Of 41 texts of one outlet, of 1 to 41 words: 20 and 20; the middle one is missing."""
    words = list(range(1, 42))
    table = pd.DataFrame({"group": _outlets(*["x"] * 41), "label": [f"x {n}" for n in words], "n_words": words,
                          "n_sentences": 1, "n_paragraphs": 1})  # fmt: skip
    ax = charts.plot_lengths(table, title="T")
    drawn = [label.get_text() for label in ax.get_yticklabels()]
    assert (len(drawn), drawn[0], drawn[-1]) == (40, "x 41", "x 1") and "x 21" not in drawn
    assert "40 of 41 shown" in ax.get_title(loc="left") and "41 texts" in ax.alt_text


def test_similarity_shows_each_pair_once():
    matrix = pd.DataFrame([[1, 0.25, 0.5], [0.25, 1, 0.75], [0.5, 0.75, 1]], index=list("abc"), columns=list("abc"))
    ax = charts.plot_similarity(matrix, title="Alike")
    assert sorted(_texts(ax)) == ["0.25", "0.50", "0.75"]
    assert ax.alt_text.index("b and c 0.75") < ax.alt_text.index("a and b 0.25")


def test_a_shown_chart_carries_picture_alt_text_and_numbers():
    ax = plot_terms(COUNTS, title="What is happening")
    shown = show(ax, COUNTS, name="events", note="n = 8 words. Source: made up")
    html = shown._repr_html_()
    alt = re.search(r'aria-label="([^"]+)"', html)[1]
    assert "Proteste" in alt and "&#x27;" in alt  # escaped
    csv = base64.b64decode(re.search(r'text/csv;charset=utf-8;base64,([^"]+)"', html)[1])
    back = pd.read_csv(BytesIO(csv))
    assert back["n"].tolist() == [3, 1, 2]
    assert ">Proteste</text>" in html and "http" not in html  # letters are letters; nothing from elsewhere
    assert shown.svg.count("made up") == 1 and shown.png.startswith(b"\x89PNG")
    assert len(html) < 12_000


def test_title_and_note_stand_in_the_file_and_outside_of_the_picture_of_a_page():
    """A page breaks them where its screen ends; the bands in which they stood are cut off, the drawing is whole."""
    for n_lines in (1, 2):
        title = "What is <happening>" + " here and there" * 5 * (n_lines - 1)
        shown = show(plot_terms(COUNTS, title=title), COUNTS, name="a", note="made up " * 20 * n_lines)
        assert "What is &lt;happening&gt;" in shown.svg and "made up" in shown.svg
        picture = shown.picture()
        assert "happening" not in picture and "made up" not in picture
        assert '<p class="says">What is &lt;happening&gt;' in shown._repr_html_()
        _, top, _, height = map(float, re.search(r'viewBox="([^"]+)"', picture)[1].split())
        letters = [float(y) for y in re.findall(r'<text [^>]*? y="([\d.]+)"', picture)]
        assert 12 * n_lines < top < min(letters) - 6 and max(letters) < top + height


def test_letters_on_a_filled_area_stay_as_they_are_on_a_dark_page():
    """Greys follow the page's light or dark; a filled area and the white letters on it do not."""
    table = pd.DataFrame({"group": ["a"], "n_words": [4], "own": [1.0]})
    picture = show(charts.plot_voices(table, title="t"), table, name="a", note="n").picture()
    assert f"fill:{ACCENT.lower()}" in picture
    assert re.search(r'<text style="[^"]*fill: ?(?:#fff(?:fff)?|white)[^"]*"[^>]*>100%', picture), picture


def test_the_same_chart_is_the_same_bytes():
    pages = {show(plot_terms(COUNTS, title="T"), COUNTS, name="a", note="n")._repr_html_() for _ in range(2)}
    assert len(pages) == 1


def test_ink_is_readable():
    assert ink_on("#000080") == "white" and ink_on("#ffff00") != "white"
    assert tint("#000000", 0.25) == (0, 0, 0, 0.25)


def test_a_group_keeps_its_place_when_others_are_left_out():
    assert list_groups(_outlets("y")) == ["x", "y"]


def test_of_many_texts_the_likest_are_shown_and_the_title_says_so():
    """Twenty texts, 0.1 alike; the last two 0.9: both are among the fourteen of 20."""
    matrix = pd.DataFrame(np.full((20, 20), 0.1), index=[*"abcdefghijklmnopqrst"], columns=[*"abcdefghijklmnopqrst"])
    matrix.loc["s", "t"] = matrix.loc["t", "s"] = 0.9
    ax = charts.plot_similarity(matrix, title="Alike")
    assert ax.get_title(loc="left") == "Alike (14 of 20 shown, the likest)"
    assert len(_texts(ax)) == 14 * 13 / 2 and "s and t 0.90" in ax.alt_text


def test_a_cell_is_the_darker_the_larger_its_number_and_drawn_not_painted():
    ax = new_axes()
    draw_cells(ax, np.array([[4.0, 2.0, 0.0, np.nan]]), "{:.0f}".format)
    assert [patch.get_facecolor()[3] for patch in ax.patches] == pytest.approx([DARKEST, DARKEST / 2], abs=0.01)
    assert _texts(ax) == ["4", "2", "·"]
    ax.alt_text = "a grid"
    shown = show(ax, pd.DataFrame({"n": [4, 2, 0]}), name="grid", note="n = 6")
    assert "<image" not in shown.svg and shown.picture().startswith('<svg class="drawn"')


def test_a_painted_picture_keeps_its_data():
    """What is base64 (capitals, double spaces) is no path that could be made shorter."""
    svg = '<svg viewBox="0 0 9 9"><image xlink:href="data:image/png;base64,QZ3Z L: m; Z1.23456"/></svg>'
    assert "base64,QZ3Z L: m; Z1.23456" in inline_svg(svg, name="a", label="b")


def test_a_title_begins_where_the_picture_begins_and_is_broken_into_lines():
    ax = charts.plot_lengths(
        pd.DataFrame({"group": _outlets("x"), "n_words": [1], "n_sentences": [1], "n_paragraphs": [1]}),
        title="Wort " * 600,
    )
    show(ax, COUNTS, name="a", note="n")
    ax.get_figure().draw_without_rendering()
    title = ax.get_figure()._suptitle
    box = title.get_window_extent()
    assert (
        title.get_text().endswith("…")
        and title.get_text().count("\n") == 2
        and 0 <= box.x0 < box.x1 <= ax.get_figure().bbox.x1
    )
