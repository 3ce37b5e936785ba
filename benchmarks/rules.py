"""Which rules does no test hold? Each function is made to answer nothing, and the tests of its room are run.

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
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from benchmarks.constants import LONGEST, QUICK

SHIPPED = {"study", "root", "broken_study"}  # fixtures of the shipped study
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

    def disable(self) -> None:
        """Make the function answer so, wherever it has been imported to."""
        module = importlib.import_module(".".join(self.path.with_suffix("").parts))
        holder = getattr(module, self.owner) if self.owner else module
        target = inspect.getattr_static(holder, self.node.name)
        target = getattr(target, "fget", None) or getattr(target, "func", None) or inspect.unwrap(target)
        stub = ast.FunctionDef(self.node.name, self.node.args, ast.parse(f"def f():\n {self.answer}").body[0].body, [])
        tree = ast.fix_missing_locations(ast.Module([stub], []))
        names = dict(vars(module))
        exec(compile(tree, str(self.path), "exec"), names)
        target.__code__ = names[self.node.name].__code__


class OwnSentences:
    """Tests of the shipped study are left out."""

    @staticmethod
    def pytest_collection_modifyitems(items: list) -> None:
        items[:] = [item for item in items if not SHIPPED & set(getattr(item, "fixturenames", ()))]


def run_own(tests: list[str], *, where: str) -> int:
    """Run tests on sentences of their own, up to the first that fails."""
    return pytest.main(["-x", "-q", "--no-header", "-p", "no:cacheprovider", "-k", where, *tests], [OwnSentences()])


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


def is_tested(rule: Rule, tests: list[str], *, where: str) -> bool:
    """Tell whether a test fails without a rule: in a child, whose rule alone is changed."""
    child = os.fork()
    if child == 0:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1), os.dup2(silence, 2)
        signal.alarm(LONGEST)
        rule.disable()
        os._exit(int(run_own(tests, where=where)))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 0


def measure(room: str, *, where: str, only: str) -> None:
    """Print, for each function of a room, whether a test fails without it."""
    tests = [f"tests/{room}", f"analysis/{room}"]
    if run_own(tests, where=where):
        raise SystemExit("the tests fail without any change")
    files = sorted(Path("analysis", room).rglob(f"{only or '*'}.py"))
    rules = list(itertools.chain.from_iterable(map(find_rules, files)))
    loose = []
    for rule in rules:
        held = is_tested(rule, tests, where=where)
        loose += [] if held else [rule]
        print("held " if held else "LOOSE", rule, flush=True)
    names, open_names = ({(rule.path, rule.node.lineno) for rule in which} for which in (rules, loose))
    print(f"{room}: {len(names)} functions, {len(names) - len(open_names)} held", flush=True)


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
