"""Many articles at once: one piece of work done on many things, in as many processes as there are processors.

Only where processes can be forked (Linux), and only from a process without threads: a notebook's kernel has some, the
command line has none.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context

import numpy as np
import pandas as pd

__all__ = ["cut_in_pieces", "find_in_pieces", "map_pieces", "work_beside"]

CAN_FORK = sys.platform == "linux"
ARTICLES, FEWEST_PIECES = 16, 10  # articles that a process works on at a time; fewer of these: one process
NO_ROWS = np.array([], dtype=np.intp)
_given: tuple = ()


def cut_in_pieces(items: Sequence, size: int) -> list[Sequence]:
    """Cut a list into pieces of a size; the last may be shorter.

    Examples
    --------
    >>> cut_in_pieces([1, 2, 3], 2)
    [[1, 2], [3]]
    """
    return [items[at : at + size] for at in range(0, len(items), size)]


def map_pieces(work: Callable, pieces: Sequence, *given: object, fewest: int) -> list:
    """Do ``work(piece, *given)`` for each piece; return the results in order.

    Parameters
    ----------
    work : callable
        A function of a module, whose result can be pickled.
    given : objects
        What every piece needs; it is not sent to the processes, they have it.
    fewest : int
        Fewer pieces are worked on here, one after the other.
    """
    if _may_fork() and len(pieces) >= fewest:
        try:
            with ProcessPoolExecutor(mp_context=get_context("fork"), initializer=_begin, initargs=(given,)) as pool:
                return list(pool.map(partial(_work, work), pieces))
        except BrokenProcessPool:  # one was ended from outside, for want of memory: do all of it here
            pass
    return [work(piece, *given) for piece in pieces]


def find_in_pieces(find: Callable[..., pd.DataFrame], *tables: pd.DataFrame) -> pd.DataFrame:
    """Find things in many articles: what ``find(*tables)`` returns, if what it finds in one article needs no other.

    Parameters
    ----------
    find : callable
        Makes a table of tables; its rows stand in the order of the articles.
    tables : DataFrame
        The articles first, then what `find` needs beside them, each with ``article_id``.
    """
    pieces = cut_in_pieces(tables[0]["article_id"].tolist(), ARTICLES)
    if len(pieces) < FEWEST_PIECES or not _may_fork():
        return find(*tables)
    places = [table.groupby("article_id", sort=False).indices for table in tables]
    parts = map_pieces(_find_part, pieces, find, tables, places, fewest=FEWEST_PIECES)
    return pd.concat(parts, ignore_index=True)


@contextmanager
def work_beside(work: Callable[[], None], *, here: bool = False) -> Iterator[None]:
    """Do work that only writes files in a process of its own while the caller goes on; wait for it in the end.

    If it is asked `here`, where no process may be forked, and where it failed there, it is done here, behind what the
    caller does.

    Examples
    --------
    >>> with work_beside(lambda: print("tables"), here=True):
    ...     print("pages")
    pages
    tables
    """
    if here or not _may_fork():
        yield
        work()
        return
    process = get_context("fork").Process(target=_work_alone, args=(work,))
    process.start()
    try:
        yield
    except BaseException:
        process.terminate()
        raise
    finally:
        process.join()
    if process.exitcode:
        work()


def _work_alone(work: Callable[[], None]) -> None:
    """Do work of which the other process hears only whether it was done."""
    _begin(())
    try:
        work()
    except Exception:  # it is done again there, where it can be told
        os._exit(1)


def _find_part(ids: Sequence[str], find: Callable, tables: Sequence[pd.DataFrame], places: Sequence[dict]) -> object:
    """Find things in some articles."""
    rows = [np.concatenate([NO_ROWS, *(own[key] for key in ids if key in own)]) for own in places]
    return find(*(table.iloc[at].reset_index(drop=True) for table, at in zip(tables, rows, strict=True)))


def _may_fork() -> bool:
    """Tell whether there is more than one processor, and no thread that a forked process would miss."""
    return CAN_FORK and threading.active_count() == 1 and (os.cpu_count() or 1) > 1


def _begin(given: tuple) -> None:
    """Keep what every piece needs; Ctrl-C ends the process without a word."""
    global _given
    _given = given
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _work(work: Callable, piece: object) -> object:
    return work(piece, *_given)
