"""Charts of rival words: a mark an occurrence while they can be counted, a grid else; lines over time."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from analysis.counting.terms import count_terms, pick_contrast
from analysis.showing.charts_terms import plot_grid, plot_terms, plot_time


def counts(*rows, groups=("x", "y"), terms=("Proteste", "Unruhen", "Krise")):
    table = pd.DataFrame(rows, columns=["term", "group", "voice", "n"])
    return table.assign(
        term=pd.Categorical(table["term"], categories=terms), group=pd.Categorical(table["group"], categories=groups)
    )


COUNTS = counts(("Proteste", "x", "own", 3), ("Proteste", "x", "direct", 1), ("Unruhen", "y", "own", 2))


def texts(ax):
    return [text.get_text() for text in ax.texts]


def test_every_occurrence_is_a_mark_and_every_none_a_dot():
    """Six cells: x 3 + 1, y 2 are marks; four cells without are a small dot each: ten in all."""
    ax = plot_terms(COUNTS, title="What is happening")
    assert [label.get_text() for label in ax.get_yticklabels()] == ["Proteste", "Unruhen", "Krise"]
    assert [label.get_text() for label in ax.get_xticklabels()] == ["x", "y"]
    sizes = [c.get_sizes()[0] for c in ax.collections]
    assert sorted(sizes) == [2] * 4 + [42] * 6
    assert "Proteste: x 3 (the outlet's own words), x 1 (in quotation marks)" in ax.alt_text


def test_the_legend_shows_marks_as_they_are_drawn():
    """Held at a distance is a dotted ring in the chart, and in its legend."""
    ax = plot_terms(counts(("Proteste", "x", "own", 1), ("Proteste", "x", "distanced", 1)), title="t")
    drawn = [c.get_linestyle()[0] for c in ax.collections if c.get_sizes()[0] == 42]
    assert [mark.get_linestyle()[0] for mark in ax.get_legend().legend_handles] == drawn and drawn[0] != drawn[1]


def test_quoted_words_are_rings_and_own_words_are_filled():
    ax = plot_terms(counts(("Proteste", "x", "own", 1), ("Proteste", "x", "direct", 1)), title="t")
    fills = [c.get_facecolor()[0][3] for c in ax.collections if c.get_sizes()[0] == 42]
    assert fills == [1.0, 0.0]


@pytest.mark.parametrize(("n_groups", "n"), [(9, 1), (60, 1), (2, 15)])
def test_many_groups_or_many_occurrences_are_a_grid(n_groups, n):
    names = [f"Blatt {k}" for k in range(n_groups)]
    ax = plot_terms(counts(*(("Unruhen", name, "own", n) for name in names), groups=names), title="t")
    assert [label.get_text() for label in ax.get_yticklabels()] == names
    assert texts(ax).count(str(n)) == n_groups and texts(ax).count("·") == 2 * n_groups


def test_nobody_uses_the_words():
    ax = plot_terms(COUNTS.head(0), title="Nothing")
    assert len(ax.collections) == 6 and "none of the words occurs" in ax.alt_text


def test_sixty_rows_do_not_overlap():
    table = pd.DataFrame(np.arange(120).reshape(60, 2), index=[f"Blatt {k}" for k in range(60)], columns=["a", "b"])
    ax = plot_grid(table, title="Grid")
    ax.get_figure().draw_without_rendering()
    boxes = [label.get_window_extent() for label in ax.get_yticklabels()]
    assert not any(a.overlaps(b) for a, b in pairwise(boxes))


def test_an_empty_grid_says_so():
    assert plot_grid(pd.DataFrame(), title="t").alt_text == "An empty grid."


def test_lines_over_time_say_how_many_of_how_many():
    rows = pd.DataFrame({"period": ["2024-01-01", "2024-01-08"] * 2, "what": list("aabb"), "n": [1, 2, 3, 0]})
    ax = plot_time(rows, what="what", title="Words", most=1)
    assert ax.get_ylim()[0] == 0
    assert ax.get_title(loc="left") == "Words (1 of 2 shown, by size)"  # a and b have 3 each
    assert len(ax.lines) == 1


def test_every_chart_of_the_study_keeps_its_text_inside(study):
    """No label may stick out of the picture or lie on another one."""
    table = count_terms(study.terms, study.tokens, study.groups())
    for contrast in study.contrasts:
        ax = plot_terms(pick_contrast(table, contrast), title=contrast.title)
        figure = ax.get_figure()
        figure.draw_without_rendering()
        boxes = [label.get_window_extent() for label in ax.get_yticklabels()]
        assert all(figure.bbox.x0 <= b.x0 and b.x1 <= figure.bbox.x1 for b in boxes), contrast.id
        assert not any(a.overlaps(b) for n, a in enumerate(boxes) for b in boxes[n + 1 :]), contrast.id
