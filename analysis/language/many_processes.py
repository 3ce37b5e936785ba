"""Many articles at once: one piece of work done on many things, in as many processes as there are processors.

Only where processes can be forked (Linux), and only from a process without threads: a notebook's kernel has some, the
command line has none.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context

__all__ = ["cut_in_pieces", "map_pieces"]

CAN_FORK = sys.platform == "linux"
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
    can = CAN_FORK and threading.active_count() == 1 and (os.cpu_count() or 1) > 1
    if can and len(pieces) >= fewest:
        try:
            with ProcessPoolExecutor(mp_context=get_context("fork"), initializer=_begin, initargs=(given,)) as pool:
                return list(pool.map(partial(_work, work), pieces))
        except BrokenProcessPool:  # one was ended from outside, for want of memory: do all of it here
            pass
    return [work(piece, *given) for piece in pieces]


def _begin(given: tuple) -> None:
    """Keep what every piece needs; Ctrl-C ends the process without a word."""
    global _given
    _given = given
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _work(work: Callable, piece: object) -> object:
    return work(piece, *_given)
