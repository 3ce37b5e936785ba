"""Charts: their data, labels and alt text, not their pixels."""

import base64
import re
from io import BytesIO

import pandas as pd
import pytest
from matplotlib.collections import PathCollection

from analysis.showing import charts
from analysis.showing.look import ink_on, show, tint


def _outlets(*names: str) -> pd.Series:
    return pd.Series(pd.Categorical(names, categories=["x", "y"]))


COUNTS = pd.DataFrame({
    "contrast": "c", "term": pd.Categorical(["Proteste", "Proteste", "Unruhen"], categories=["Proteste", "Unruhen", "Krise"]),
    "group": _outlets("x", "x", "y"), "voice": ["own", "direct", "own"], "n": [3, 1, 2],
    "per_1000_tokens": [6.0, 2.0, 5.0],
})  # fmt: skip


def _texts(ax):
    return [text.get_text() for text in ax.texts]


def test_terms_show_every_count_every_term_and_every_outlet():
    ax = charts.plot_terms(COUNTS, title="What is happening")
    assert [label.get_text() for label in ax.get_yticklabels()] == ["Proteste", "Unruhen", "Krise"]
    assert [label.get_text() for label in ax.get_xticklabels()] == ["x", "y"]
    assert _texts(ax) == ["4", "2"]  # x: 3 + 1, none, none; y: none, 2, none
    assert len(ax.collections[0].get_offsets()) == 4  # a dot for each none
    widths = [bar.get_width() for bar in ax.patches]
    assert widths[0] / widths[1] == pytest.approx(3)  # 6 and 2 per 1,000 words
    assert "Proteste: x 3 (the outlet's own words), x 1 (in quotation marks)" in ax.alt_text


def test_nobody_uses_the_words():
    ax = charts.plot_terms(COUNTS.head(0), title="Nothing")
    assert _texts(ax) == [] and len(ax.collections[0].get_offsets()) == 6


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


def test_dispersion_draws_each_place():
    terms = pd.DataFrame({"article_id": ["a", "a"], "group": _outlets("x", "x"), "term": ["T", "U"],
                          "voice": ["own", "direct"], "start": [5, 50]})  # fmt: skip
    lengths = pd.DataFrame({"article_id": ["a", "b"], "group": _outlets("x", "x"), "length_chars": [90, 80]})
    ax = charts.plot_dispersion(terms, lengths, title="Where")
    marks = [c for c in ax.collections if isinstance(c, PathCollection) and len(c.get_offsets())]
    places = [float(mark.get_offsets()[0, 0]) for mark in marks]
    assert places == [5, 50]
    assert [label.get_text() for label in ax.get_yticklabels()] == ["x · a", "x · b"]  # two articles of one outlet


def test_similarity_shows_each_pair_once():
    matrix = pd.DataFrame([[1, 0.25, 0.5], [0.25, 1, 0.75], [0.5, 0.75, 1]], index=list("abc"), columns=list("abc"))
    ax = charts.plot_similarity(matrix, title="Alike")
    assert sorted(_texts(ax)) == ["0.25", "0.50", "0.75"]
    assert ax.alt_text.index("b and c 0.75") < ax.alt_text.index("a and b 0.25")


@pytest.mark.parametrize(("plot", "value"), [(charts.plot_keyness, "log_odds"), (charts.plot_distinctive, "tfidf")])
def test_ranked_words(plot, value):
    table = pd.DataFrame(
        {"group": _outlets("x", "x", "y"), "word": ["eins", "zwei", "drei"], value: [2.0, 1.0, 3.0], "n": [4, 5, 6]}
    )
    ax = plot(table, title="Words")
    assert _texts(ax) == ["eins", "4", "zwei", "5", "drei", "6"]
    assert "x: eins, zwei; y: drei" in ax.alt_text


def test_a_shown_chart_carries_picture_alt_text_and_numbers():
    ax = charts.plot_terms(COUNTS, title="What is happening")
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


def test_the_same_chart_is_the_same_bytes():
    pages = {show(charts.plot_terms(COUNTS, title="T"), COUNTS, name="a", note="n")._repr_html_() for _ in range(2)}
    assert len(pages) == 1


def test_ink_is_readable():
    assert ink_on("#000080") == "white" and ink_on("#ffff00") != "white"
    assert tint("#000000", 0.25) == (0, 0, 0, 0.25)


def test_every_chart_of_the_site_keeps_its_text_inside(study):
    """No label may stick out of the picture or lie on another one."""
    from analysis.counting.terms import count_terms, find_terms, pick_contrast

    counts = count_terms(find_terms(study.tokens, study.contrasts), study.tokens, study.groups())
    for contrast in study.contrasts:
        ax = charts.plot_terms(pick_contrast(counts, contrast), title=contrast.title)
        figure = ax.get_figure()
        figure.draw_without_rendering()
        boxes = [label.get_window_extent() for label in ax.get_yticklabels()]
        boxes += [text.get_window_extent() for text in ax.texts]
        assert all(figure.bbox.x0 <= b.x0 and b.x1 <= figure.bbox.x1 for b in boxes), contrast.id
        assert not any(a.overlaps(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :]), contrast.id
