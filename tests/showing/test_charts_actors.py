"""Charts of actors: their data, labels and alt text, not their pixels."""

import pandas as pd
import pytest

from analysis.codebook.columns import ACTS
from analysis.counting.speaking import NOBODY, STRANGER
from analysis.showing import charts_actors

GROUPS = ["state", "street", STRANGER, NOBODY]


def groups(*names):
    return pd.Series(pd.Categorical(names, categories=GROUPS))


def outlets(*names):
    return pd.Series(pd.Categorical(names, categories=["x", "y"]))


SPEAKING = pd.DataFrame({
    "group": outlets("x", "x", "y"), "actor_group": groups("state", "state", NOBODY), "voice": ["direct", "indirect", "indirect"],
    "n_words": [30, 10, 1], "share_of_text": [0.3, 0.1, 0.004],
})  # fmt: skip


def texts(ax):
    return [text.get_text() for text in ax.texts]


def test_speaking_keeps_the_row_of_a_group_that_nobody_quotes():
    """*street* has no word and keeps its row; *not in the codebook* has none and loses it."""
    ax = charts_actors.plot_speaking(SPEAKING, title="Whose words")
    assert [label.get_text() for label in ax.get_yticklabels()] == ["state", "street", NOBODY]
    assert texts(ax) == ["40%", "·", "·", "·", "·", "<1%"]  # x: .3 + .1, none, none; y: none, none, .004
    widths = [bar.get_width() for bar in ax.patches]
    assert widths[0] / widths[1] == pytest.approx(3)  # 30 words in marks, 10 reported
    assert "x, state 40%" in ax.alt_text


def test_acts_are_counts_in_the_order_of_the_groups():
    table = pd.DataFrame(
        {
            "actor_group": groups("street", "state", "state"),
            "act": ["say", "say", "demand"],
            "n": [1, 4, 2],
        }
    )
    ax = charts_actors.plot_acts(table, title="Acts")
    assert [label.get_text() for label in ax.get_yticklabels()] == ["state", "street"]
    assert [label.get_text() for label in ax.get_xticklabels()] == ["say", "demand"]
    assert texts(ax) == ["4", "2", "1", "·"]  # say, demand of state; say of street, and a dot for none
    assert "state: 4 say, 2 demand; street: 1 say" in ax.alt_text


def test_every_act_of_the_schema_has_its_place():
    assert set(ACTS) - {""} == set(charts_actors.ACT_ORDER)


def test_about_counts_pairs():
    """Twice does the state name the street, once somebody unnamed the state."""
    table = pd.DataFrame(
        {"speaker_group": groups("state", "state", NOBODY), "about_group": groups("street", "street", "state")}
    )
    ax = charts_actors.plot_about(table, title="About")
    assert [label.get_text() for label in ax.get_yticklabels()] == ["state", NOBODY]
    assert [label.get_text() for label in ax.get_xticklabels()] == ["state", "street"]
    assert sorted(texts(ax)) == ["1", "2"]
    assert "state about street 2" in ax.alt_text


def test_nothing_to_draw():
    """A study whose texts quote nobody: every chart is drawn, and says so."""
    assert charts_actors.plot_speaking(SPEAKING.iloc[:0], title="").alt_text
    acts = pd.DataFrame({"actor_group": groups(), "act": pd.Series([], dtype=str), "n": pd.Series([], dtype=int)})
    assert charts_actors.plot_acts(acts, title="").alt_text
    assert charts_actors.plot_about(
        pd.DataFrame({"speaker_group": groups(), "about_group": groups()}), title=""
    ).alt_text
