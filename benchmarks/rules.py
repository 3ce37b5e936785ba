"""Which rules does no test hold? Each function is made to answer nothing, and those tests are run that call it.

What answers yes or no is tried with both answers; what yields or lists finds nothing, what names something says that
there is none. Functions that give tables, or things with no such answer, are left out, and so are tests on the shipped
study: a rule is held by a sentence of its own.

    python -m benchmarks.rules quoting actors numbers copying
"""

import argparse
import ast
import inspect
import itertools
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FunctionType
from typing import NamedTuple

from benchmarks.trials import QUICK, bare, empty_caches, module_of, try_all

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
        """Return the function itself."""
        module = module_of(self.path)
        return bare(inspect.getattr_static(getattr(module, self.owner) if self.owner else module, self.node.name))

    def codes(self) -> set[CodeType]:
        """Give the function that is changed."""
        return {self.find().__code__}

    def apply(self) -> None:
        """Make the function answer so, wherever it has been imported to."""
        empty_caches(self.path)
        stub = ast.FunctionDef(self.node.name, self.node.args, ast.parse(f"def f():\n {self.answer}").body[0].body, [])
        target, names = self.find(), {}
        tree = ast.fix_missing_locations(ast.Module([stub], []))
        exec(compile(tree, str(self.path), "exec"), dict(target.__globals__), names)
        target.__code__ = names[self.node.name].__code__


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


def measure(room: str, *, where: str, only: str) -> None:
    """Print, for each function of a room, whether a test fails without it."""
    files = sorted(Path("analysis", room).rglob(f"{only or '*'}.py"))
    rules = list(itertools.chain.from_iterable(map(find_rules, files)))
    loose = try_all(rules, [f"tests/{room}", f"analysis/{room}"], where=where)
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
