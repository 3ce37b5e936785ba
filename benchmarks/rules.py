"""Which rules does no test hold? Each function is made to answer nothing in a copy, and the tests of its room are run.

What answers yes or no is tried with both answers; what yields or lists finds nothing, what names something says that
there is none. Functions that give tables, or things with no such answer, are left out.

    python -m benchmarks.rules quoting actors numbers copying
"""

import argparse
import ast
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.constants import QUICK, in_copy, is_held, run_tests

ANSWERS = {
    "bool": ("return False", "return True"), "str": ('return ""',), "int": ("return 0",), "None": ("return",),
    "Iterator": ("yield from ()",), "list": ("return []",), "set": ("return set()",),
    "frozenset": ("return frozenset()",), "dict": ("return {}",),
}  # fmt: skip


class Disabled(NamedTuple):
    """One function of a file, and what it is made to answer."""

    path: Path
    node: ast.FunctionDef
    answer: str

    def __str__(self) -> str:
        return f"{self.path}:{self.node.lineno} {self.node.name}: {self.answer}"

    def apply(self) -> str:
        """Return the file's source with the function cut down to its answer."""
        lines = self.path.read_text(encoding="utf-8").splitlines(keepends=True)
        body = self.node.body
        first, last = body[0].lineno - 1, body[-1].end_lineno
        return "".join([*lines[:first], " " * body[0].col_offset + self.answer + "\n", *lines[last:]])


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


def find_rules(path: Path) -> Iterator[Disabled]:
    """Yield each function of a file once for each answer that it is tried with."""
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.FunctionDef) and node.returns and node.body[0].lineno > node.lineno:
            for answer in answers_of(ast.unparse(node.returns)):
                yield Disabled(path, node, answer)


def measure(room: str, *, where: str, only: str) -> None:
    """Print, for each function of a room, whether a test fails without it."""
    tests = [f"tests/{room}", f"analysis/{room}"]
    if run_tests(tests, where=where):
        raise SystemExit("the tests fail without any change")
    files = sorted(Path("analysis", room).rglob(f"{only or '*'}.py"))
    rules = list(itertools.chain.from_iterable(map(find_rules, files)))
    loose = []
    for rule in rules:
        held = is_held(rule, tests, where=where)
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
    in_copy("benchmarks.rules")
    for room in options.rooms:
        measure(room, where=options.k, only=options.only)


if __name__ == "__main__":
    main()
