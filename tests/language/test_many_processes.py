"""Work in several processes: the same answers in the same order, and none lost with a process that is ended."""

import multiprocessing
import os
import subprocess
import sys
import threading
import time

import pandas as pd
import pytest

from analysis.actors import joined_names
from analysis.language import many_processes, tagging
from analysis.language.many_processes import find_in_pieces, map_pieces, work_beside
from analysis.language.words import read_words
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


def test_voices_of_a_text_need_no_other(study, root, one_by_one):
    """The five articles, each a piece."""
    pd.testing.assert_frame_equal(open_study(root)._mark_tokens(), study.tokens)
    assert len(one_by_one) == len(study.articles)


def test_names_found_in_several_processes_are_those_found_in_one(study, monkeypatch):
    texts = list(read_words(study.articles, study.sentences, study.tokens))
    whole = joined_names.gather_people(texts)
    monkeypatch.setattr(joined_names, "PIECE", 1)
    monkeypatch.setattr(joined_names, "FEWEST_PIECES", 1)
    parted = joined_names.gather_people(texts)
    assert any(whole.names.values()) and parted == whole


@pytest.mark.parametrize("is_done_there", [True, False])
def test_work_beside_is_done_once_there_or_again_here(is_done_there, tmp_path):
    """A process of its own writes *there*; where it fails, this one writes *here*."""
    here = os.getpid()

    def work():
        if os.getpid() != here and not is_done_there:
            raise ValueError
        (tmp_path / "seen").write_text("here" if os.getpid() == here else "there")

    with work_beside(work):
        pass
    may_fork = many_processes.CAN_FORK and (os.cpu_count() or 1) > 1
    assert (tmp_path / "seen").read_text() == ("there" if is_done_there and may_fork else "here")


def test_work_beside_ends_with_what_fails_here(tmp_path):
    """The tables of a site that is not to be need not be written."""
    with pytest.raises(KeyError), work_beside(lambda: time.sleep(60)):
        raise KeyError
    assert not multiprocessing.active_children()


def test_a_piece_has_the_rows_of_its_articles_alone(one_by_one):
    """Article b has no words, c two: rows are numbered anew in each piece."""
    articles = pd.DataFrame({"article_id": ["a", "b", "c"]})
    words = pd.DataFrame({"article_id": ["c", "a", "c"], "form": ["x", "y", "z"]})
    found = find_in_pieces(lambda own, of: of.assign(n=len(own), row=of.index), articles, words)
    assert found.to_numpy().tolist() == [["a", "y", 1, 0], ["c", "x", 1, 0], ["c", "z", 1, 1]]
