"""Work in several processes: the same answers in the same order, and none lost with a process that is ended."""

import subprocess
import sys
import threading

import pandas as pd
import pytest

from analysis.language import many_processes, tagging
from analysis.language.many_processes import find_in_pieces, map_pieces
from analysis.reading.file_readers import plain_articles
from analysis.study import open_study

OTHERS = """
import os
from analysis.language.many_processes import map_pieces
here = os.getpid()

def work(piece, give_up):
    if give_up and os.getpid() != here:
        os._exit(1)
    return piece, os.getpid() == here

if __name__ == "__main__":
    print(map_pieces(work, [1, 2, 3], False, fewest=3), map_pieces(work, [1, 2], False, fewest=3),
          map_pieces(work, [1, 2, 3], True, fewest=3), sep="; ")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
def test_pieces_are_worked_on_elsewhere_in_order_and_here_where_that_fails(tmp_path, root):
    """Three pieces go to other processes, two stay here; where the others end at once, all three are done here."""
    (tmp_path / "others.py").write_text(OTHERS, encoding="utf-8")
    run = subprocess.run([sys.executable, "others.py"], cwd=tmp_path, capture_output=True, text=True, check=True,
                         env={"PYTHONPATH": str(root)})  # fmt: skip
    elsewhere, few, failing = run.stdout.strip().split("; ")
    assert elsewhere == "[(1, False), (2, False), (3, False)]"
    assert few == "[(1, True), (2, True)]" and failing == "[(1, True), (2, True), (3, True)]"


def test_a_process_with_threads_is_not_forked():
    """Where a thread waits, the work is done here: only that one shows in a list of this process."""
    seen, end = [], threading.Event()
    thread = threading.Thread(target=end.wait)
    thread.start()
    try:
        assert map_pieces(lambda piece: seen.append(piece) or piece, [1, 2], fewest=1) == [1, 2]
    finally:
        end.set()
        thread.join()
    assert seen == [1, 2]


def test_tagging_in_pieces_changes_nothing(monkeypatch):
    """Two articles with four paragraphs, cut into pieces of one: the same sentences and tokens."""
    texts = pd.DataFrame(
        {"article_id": ["a", "b"], "text": ["Er ging.\n\nSie kam. Es regnete.", "Zwei!\n\nDrei sind da."]}
    )
    whole = tagging.tag_articles(*plain_articles(texts))
    monkeypatch.setattr(tagging, "PIECE", 1)
    monkeypatch.setattr(tagging, "FEWEST_PIECES", 1)
    for one, other in zip(whole, tagging.tag_articles(*plain_articles(texts)), strict=True):
        pd.testing.assert_frame_equal(one, other)
    assert many_processes.CAN_FORK == (sys.platform == "linux")


@pytest.fixture
def one_by_one(monkeypatch) -> list:
    """Let every article be a piece, worked on here; collect the pieces."""
    seen = []

    def work_here(work, pieces, *given, fewest):
        seen.extend(pieces)
        return [work(piece, *given) for piece in pieces]

    monkeypatch.setattr(many_processes, "ARTICLES", 1)
    monkeypatch.setattr(many_processes, "FEWEST_PIECES", 2)
    monkeypatch.setattr(many_processes, "_may_fork", lambda: True)
    monkeypatch.setattr(many_processes, "map_pieces", work_here)
    return seen


@pytest.mark.parametrize("name", ["mentions", "quotes", "quantities", "agency", "frame_words", "frames", "tone"])
def test_a_table_made_article_by_article_is_that_made_of_all(name, study, root, one_by_one):
    """The five articles, each a piece: what is found in one needs no other."""
    anew = open_study(root)
    found = getattr(anew, f"_find_{name}")()
    assert len(found) and len(one_by_one) >= len(study.articles)
    pd.testing.assert_frame_equal(found, getattr(study, name))


def test_a_piece_has_the_rows_of_its_articles_alone(one_by_one):
    """Article b has no words, c two: rows are numbered anew in each piece."""
    articles = pd.DataFrame({"article_id": ["a", "b", "c"]})
    words = pd.DataFrame({"article_id": ["c", "a", "c"], "form": ["x", "y", "z"]})
    found = find_in_pieces(lambda own, of: of.assign(n=len(own), row=of.index), articles, words)
    assert found.to_numpy().tolist() == [["a", "y", 1, 0], ["c", "x", 1, 0], ["c", "z", 1, 1]]
