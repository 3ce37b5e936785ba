"""Every chart has room for its legend, note and a long title, also with one text: matplotlib's warning is an error here."""

import numpy as np
import pandas as pd
import pytest

from analysis.showing import charts, charts_actors, charts_framing, charts_grid, charts_sharing, charts_terms
from analysis.showing.chart_look import show

NOTE = "n = 2,959 words in 5 articles. Source: a study with a title that needs a line of its own"
TITLES = ["Kurz", "Ein Titel, der nicht enden will, " * 20]


def tables(n: int) -> dict:
    names = [f"Text {k}" for k in range(n)]
    group = pd.Series(pd.Categorical(names))
    voices = dict.fromkeys(["own", "direct", "indirect", "reported", "distanced"], 0.2)
    shares = pd.DataFrame({"article_id": [names[0]], "other_article_id": [names[-1]], "share": [0.5]})
    origins = {"n_words": 10, "n_own": 5, "n_shared": 5, "share_own": 0.5}
    spoken = {"voice": "direct", "n_words": 1, "share_of_text": 0.1}
    articles = pd.DataFrame({"article_id": names, "group": group})
    return {
        charts.plot_voices: [pd.DataFrame({"group": group, "n_words": 10, **voices})],
        charts.plot_lengths: [pd.DataFrame({"group": group, "n_words": 10, "n_sentences": 1, "n_paragraphs": 1})],
        charts.plot_similarity: [pd.DataFrame(np.eye(n), index=names, columns=names)],
        charts_sharing.plot_origins: [articles.assign(**origins)],
        charts_sharing.plot_shared_pairs: [shares, articles],
        charts_terms.plot_terms: [pd.DataFrame({"term": "a", "group": group, "voice": "own", "n": 1})],
        charts_grid.plot_grid: [pd.DataFrame({"a": range(1, n + 1)}, index=names)],
        charts_actors.plot_acts: [pd.DataFrame({"actor_group": group, "act": "say", "n": 1})],
        charts_actors.plot_speaking: [pd.DataFrame({"group": group, "actor_group": group, **spoken})],
        charts_actors.plot_about: [pd.DataFrame({"speaker_group": group, "about_group": group})],
        charts_framing.plot_frames: [pd.DataFrame({"frame": "f", "group": group, "n_outlet": 1, "n_others": 1})],
        charts_framing.plot_agency: [pd.DataFrame({"act": "f", "group": group, "n": 2, "n_without_agent": 1})],
        charts_framing.plot_tone: [pd.DataFrame({"target": names, "n": 2, "n_negative": 1, "n_positive": 1})],
    }


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("plot", tables(1), ids=lambda plot: plot.__name__)
def test_one_two_or_three_texts_have_room(plot, title):
    for n in (1, 2, 3):
        shown = show(plot(*tables(n)[plot], title=title), pd.DataFrame({"n": [n]}), name="small", note=NOTE)
        assert shown.alt and shown.svg


BY_TEXT = [charts.plot_voices, charts.plot_lengths, charts.plot_similarity, charts_sharing.plot_origins,
           charts_terms.plot_terms, charts_grid.plot_grid]  # fmt: skip


@pytest.mark.parametrize("plot", BY_TEXT, ids=lambda plot: plot.__name__)
def test_two_hundred_texts_leave_a_picture_that_can_be_looked_at(plot):
    """At most sixty rows are drawn, the picture is no higher than 40 inches, and it says of how many these are some."""
    ax = plot(*tables(200)[plot], title="T")
    assert len(ax.get_yticklabels()) <= 60 and max(ax.get_figure().get_size_inches()) <= 40
    assert any(char.isdigit() for char in f"{ax.get_title(loc='left')} {ax.get_xlabel()}")


def test_numbers_of_the_outlet_and_of_others_are_told_apart():
    """x: 3 own and 1 of others; y: 2 of others alone."""
    counts = pd.DataFrame(
        {"frame": "order", "group": pd.Categorical(["x", "y"]), "n_outlet": [3, 0], "n_others": [1, 2]}
    )
    ax = charts_framing.plot_frames(counts, title="Frames", marked=("order",))
    assert [text.get_text() for text in ax.texts] == ["3 + 1", "0 + 2"]
    assert [label.get_text() for label in ax.get_yticklabels()] == ["order*"]
    assert "x, order* 3 + 1; y, order* 0 + 2" in ax.alt_text


def test_groups_stand_in_the_order_in_which_they_were_counted():
    """*taz* was counted before *Text D*; the alphabet has it last."""
    counts = pd.DataFrame(
        {"frame": ["a", "b", "a"], "group": ["Text A", "taz", "Text D"], "n_outlet": 1, "n_others": 0}
    )
    ax = charts_framing.plot_frames(counts, title="Frames")
    assert [label.get_text() for label in ax.get_xticklabels()] == ["Text A", "taz", "Text D"]


@pytest.mark.parametrize("letter", ["Ä", "i", "W"])
def test_a_label_without_end_leaves_room_for_the_chart(letter):
    """200 letters, wide or narrow, beside the rows of bars and over the columns of a grid."""
    group = pd.Series(pd.Categorical([letter * 200, "x"]))
    lengths = pd.DataFrame({"group": group, "n_words": 10, "n_sentences": 1, "n_paragraphs": 1})
    grid = pd.DataFrame([[1, 2], [3, 4]], index=list(group), columns=list(group))
    for ax in (charts.plot_lengths(lengths), charts_grid.plot_grid(grid, title="t")):
        show(ax, lengths, name="long", note=NOTE)
        assert ax.get_position().width > 0.25 and ax.get_position().height > 0.1
