"""Names over the columns of a chart: none stands over another's, however long outlets are called."""

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from analysis.showing.charts import plot_similarity
from analysis.showing.charts_framing import plot_frames
from analysis.showing.charts_sharing import plot_shared_pairs
from analysis.showing.charts_terms import plot_terms

NAMES = ["Neue Landeszeitung", "Salzfurter Anzeiger", "Mahlstedter Bote", "Oberhavelblatt", "Neue Landeszeitung 2",
         "Elbkurier am Sonntag", "Hafen-Morgenpost", "Tagesblatt"]  # fmt: skip


def terms():
    return plot_terms(pd.DataFrame({"term": "Skandal", "group": NAMES, "voice": "own", "n": 2}), title="T")


def frames():
    counts = {"group": NAMES, "frame": "cause", "n": 2, "n_outlet": 1, "n_others": 1, "n_paragraphs": 3, "share": 0.7}
    return plot_frames(pd.DataFrame(counts), title="T")


def likeness():
    return plot_similarity(pd.DataFrame(np.eye(8), index=NAMES, columns=NAMES), title="T")


def sharing():
    pairs = pd.DataFrame({"article_id": "0", "other_article_id": "1", "n_shared": 1, "n_words": 2, "share": [0.5]})
    ids = [str(n) for n in range(8)]
    return plot_shared_pairs(pairs, pd.DataFrame({"article_id": ids, "label": NAMES}), title="T")


@pytest.mark.parametrize("draw", [terms, frames, likeness, sharing])
def test_eight_long_names_stand_side_by_side(draw):
    ax = draw()
    ax.get_figure().draw_without_rendering()
    boxes = sorted((label.get_window_extent() for label in ax.get_xticklabels()), key=lambda box: box.x0)
    assert len(boxes) >= 7 and all(a.x1 < b.x0 for a, b in pairwise(boxes))
