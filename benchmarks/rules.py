"""Which rules does no test hold? Each function is made to answer nothing, and those tests are run that call it.

What answers yes or no is tried with both answers; what yields or lists finds nothing, what names something says that
there is none. Functions that give tables, or things with no such answer, are left out, and so are tests on the shipped
study: a rule is held by a sentence of its own.

    python -m benchmarks.rules quoting actors numbers copying
"""

import argparse
import ast
import importlib
import inspect
import itertools
import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import NamedTuple

import pytest
from _pytest.runner import runtestprotocol

from benchmarks.constants import LONGEST, QUICK

SHIPPED = {"study", "broken_study"}  # fixtures of the shipped study
ANSWERS = {
    "bool": ("return False", "return True"), "str": ('return ""',), "int": ("return 0",), "None": ("return",),
    "Iterator": ("yield from ()",), "list": ("return []",), "set": ("return set()",),
    "frozenset": ("return frozenset()",), "dict": ("return {}",),
}  # fmt: skip


class Rule(NamedTuple):
    """One function of a file, and what it is made to answer."""

    path: Path
    node: ast.FunctionDef
    owner: str
    answer: str

    def __str__(self) -> str:
        return f"{self.path}:{self.node.lineno} {self.node.name}: {self.answer}"

    def find(self) -> FunctionType:
        """Return the function itself, without what is wrapped around it."""
        module = importlib.import_module(".".join(self.path.with_suffix("").parts))
        holder = getattr(module, self.owner) if self.owner else module
        target = inspect.getattr_static(holder, self.node.name)
        return getattr(target, "fget", None) or getattr(target, "func", None) or inspect.unwrap(target)

    def disable(self) -> None:
        """Make the function answer so, wherever it has been imported to."""
        stub = ast.FunctionDef(self.node.name, self.node.args, ast.parse(f"def f():\n {self.answer}").body[0].body, [])
        target, names = self.find(), {}
        tree = ast.fix_missing_locations(ast.Module([stub], []))
        exec(compile(tree, str(self.path), "exec"), dict(target.__globals__), names)
        target.__code__ = names[self.node.name].__code__


class Trial:
    """A run of pytest that first sees which test calls which function, then tries the tests of each rule without it."""

    def __init__(self, rules: list[Rule]) -> None:
        """Take the rules to try."""
        self.rules, self.loose, self.callers = rules, [], {}

    def pytest_collection_modifyitems(self, items: list) -> None:
        """Leave out the tests of the shipped study."""
        items[:] = [item for item in items if not SHIPPED & set(getattr(item, "fixturenames", ()))]

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run every test once, then for each rule those that call it, the quickest first."""
        wanted = {rule.find().__code__ for rule in self.rules}
        for item in session.items:
            self._watch(item, wanted)
        for rule in self.rules:
            tests = sorted(self.callers.get(rule.find().__code__, []), key=lambda pair: pair[0])
            held = is_tested(rule, [item for _, item in tests])
            self.loose += [] if held else [rule]
            print("held " if held else "LOOSE", rule, f"({len(tests)} tests call it)", flush=True)
        return True

    def _watch(self, item: pytest.Item, wanted: set[CodeType]) -> None:
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


def answers_of(annotation: str) -> tuple[str, ...]:
    """List the answers that a function is tried with, from the type that it says it gives.

    Examples
    --------
    >>> answers_of("bool"), answers_of("list[int]"), answers_of("str | None"), answers_of("pd.DataFrame")
    (('return False', 'return True'), ('return []',), ('return None',), ())
    """
    if annotation.endswith("| None"):
        return ("return None",)
    return ANSWERS.get(annotation.split("[")[0], ())


def find_rules(path: Path) -> Iterator[Rule]:
    """Yield each function and method of a file once for each answer that it is tried with."""
    tree = ast.parse(path.read_bytes())
    places = [(tree, ""), *((node, node.name) for node in tree.body if isinstance(node, ast.ClassDef))]
    for node, owner in ((node, owner) for place, owner in places for node in place.body):
        if isinstance(node, ast.FunctionDef) and node.returns:
            for answer in answers_of(ast.unparse(node.returns)):
                yield Rule(path, node, owner, answer)


def is_tested(rule: Rule, items: list[pytest.Item]) -> bool:
    """Tell whether a test fails without a rule: in a child, in which the rule alone is changed."""
    child = os.fork()
    if child == 0:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1), os.dup2(silence, 2)
        signal.alarm(LONGEST)
        rule.disable()
        fails = any(report.failed for item in items for report in runtestprotocol(item, log=False, nextitem=None))
        os._exit(int(fails))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0


def measure(room: str, *, where: str, only: str) -> None:
    """Print, for each function of a room, whether a test fails without it."""
    files = sorted(Path("analysis", room).rglob(f"{only or '*'}.py"))
    trial = Trial(list(itertools.chain.from_iterable(map(find_rules, files))))
    options = ["-q", "--no-header", "-p", "no:cacheprovider", "-k", where, f"tests/{room}", f"analysis/{room}"]
    pytest.main([*options, "--capture=no"], [trial])
    names, loose = ({(rule.path, rule.node.lineno) for rule in which} for which in (trial.rules, trial.loose))
    print(f"{room}: {len(names)} functions, {len(names) - len(loose)} held", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rooms", nargs="+")
    parser.add_argument("-k", default=QUICK, help="which tests, as pytest's -k says it")
    parser.add_argument("--only", default="", help="a module's name")
    options = parser.parse_args()
    for room in options.rooms:
        measure(room, where=options.k, only=options.only)


if __name__ == "__main__":
    main()
