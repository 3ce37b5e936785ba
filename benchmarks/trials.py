"""Trials: each change of the code is made in a child of its own, and the tests are run there that call what it touches.

Tests of the shipped study are left out (its tables are kept): what a sentence of its own does not hold, is not held.
"""

import importlib
import inspect
import os
import signal
import sys
import time
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Protocol

import pytest
from _pytest.runner import runtestprotocol

__all__ = ["QUICK", "Trial", "bare", "empty_caches", "module_of", "try_all"]

SHIPPED = {"study", "broken_study"}  # fixtures of the shipped study
QUICK = "not (cost or grows or never_raises or thousand or endless or any_text or offsets_hold)"  # for pytest's -k
LONGEST = 180  # seconds: tests that do not end have failed


class Changed(Protocol):
    """A change that can be made in a file, and the functions that it touches."""

    @property
    def path(self) -> Path: ...

    def codes(self) -> set[CodeType]: ...

    def apply(self) -> None: ...


def module_of(path: Path) -> ModuleType:
    """Import the module of a file of the package."""
    return importlib.import_module(".".join(path.with_suffix("").parts))


def empty_caches(path: Path) -> None:
    """Let the functions of a file that keep their answers forget them."""
    for cached in (value for value in vars(module_of(path)).values() if hasattr(value, "cache_clear")):
        cached.cache_clear()


def bare(target: object) -> FunctionType:
    """Take off what is wrapped around a function: a property, a cache."""
    return getattr(target, "fget", None) or getattr(target, "func", None) or inspect.unwrap(target)


class Trial:
    """A run of pytest that first sees which test calls which function, then tries each change with its tests."""

    def __init__(self, changes: list[Changed]) -> None:
        """Take the changes to try."""
        self.changes, self.loose, self.callers = changes, [], {}

    def pytest_collection_modifyitems(self, items: list) -> None:
        """Leave out the tests of the shipped study."""
        items[:] = [item for item in items if not SHIPPED & set(getattr(item, "fixturenames", ()))]

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run every test once, then for each change those that call what it touches, the quickest first."""
        touched = {id(change): change.codes() for change in self.changes}
        wanted = set().union(*touched.values())
        for item in session.items:
            self._watch(item, wanted)
        for change in self.changes:
            pairs = {id(item): (seconds, item) for code in touched[id(change)]
                     for seconds, item in self.callers.get(code, [])}  # fmt: skip
            tests = [item for _, item in sorted(pairs.values(), key=lambda pair: pair[0])]
            held = is_held(change, tests)
            self.loose += [] if held else [change]
            print("held " if held else "LOOSE", change, f"({len(tests)} tests call it)", flush=True)
        return True

    def _watch(self, item: pytest.Item, wanted: set[CodeType]) -> None:
        for path in {change.path for change in self.changes}:
            empty_caches(path)  # else only the first test that asks calls what reads a list
        called, begin = set(), time.monotonic()

        def note(frame: FrameType, event: str, _: object) -> None:
            if event == "call" and frame.f_code in wanted:
                called.add(frame.f_code)

        sys.setprofile(note)
        reports = runtestprotocol(item, log=False, nextitem=None)
        sys.setprofile(None)
        if any(report.failed for report in reports):
            raise SystemExit(f"{item.nodeid} fails without any change")
        for code in called:
            self.callers.setdefault(code, []).append((time.monotonic() - begin, item))


def is_held(change: Changed, items: list[pytest.Item]) -> bool:
    """Tell whether a test fails with a change, made in a child."""
    child = os.fork()
    if child == 0:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1), os.dup2(silence, 2)
        signal.alarm(LONGEST)
        change.apply()
        fails = any(report.failed for item in items for report in runtestprotocol(item, log=False, nextitem=None))
        os._exit(int(fails))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0


def try_all(changes: list[Changed], tests: list[str], *, where: str) -> list[Changed]:
    """Try changes with some tests; return those with which none fails."""
    trial = Trial(changes)
    if pytest.main(["-q", "--no-header", "-p", "no:cacheprovider", "--capture=no", "-k", where, *tests], [trial]) > 1:
        raise SystemExit("the tests could not be run")
    return trial.loose
