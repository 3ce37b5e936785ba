"""Which numbers of the rules does no test hold? Each is changed, and those tests are run that call its module.

A number of a rule is one that a module writes down at its top, or as the default of an option; with ``--inline`` also
one that a condition compares with. Each is doubled and halved (a count up to three: one more and one less; a share:
half-way to 1, and half of it). Tests of cost and of random texts take long and hold few numbers: they are run with
``-k ""``.
"""

import argparse
import ast
import os
import sys
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import NamedTuple

from benchmarks.trials import QUICK, bare, module_of, try_all

PLAIN = (int, float, str, tuple, list, dict, set, frozenset, range)


class Change(NamedTuple):
    """One number of a file, and what is put in its place."""

    path: Path
    node: ast.Constant
    name: str
    value: int | float

    def __str__(self) -> str:
        return f"{self.path}:{self.node.lineno} {self.name}: {self.node.value} -> {self.value}"

    def codes(self) -> set[CodeType]:
        """Give all functions and methods of the module."""
        return {function.__code__ for function in functions_of(vars(module_of(self.path)), self.path).values()}

    def write(self) -> str:
        """Return the file's source with the number changed."""
        lines = self.path.read_bytes().splitlines(keepends=True)
        line, node = lines[self.node.lineno - 1], self.node
        lines[node.lineno - 1] = line[: node.col_offset] + str(self.value).encode() + line[node.end_col_offset :]
        return b"".join(lines).decode()

    def apply(self) -> None:
        """Read the module anew with the number changed, and give its numbers and code to all who imported them."""
        module = module_of(self.path)
        own, new = vars(module), dict(vars(module))
        exec(compile(self.write(), str(self.path.resolve()), "exec"), new)
        changed = functions_of(new, self.path)
        for cached in (value for value in own.values() if hasattr(value, "cache_clear")):
            cached.cache_clear()
        for name, function in functions_of(own, self.path).items():
            function.__code__, function.__defaults__ = changed[name].__code__, changed[name].__defaults__
            function.__kwdefaults__ = changed[name].__kwdefaults__
        for name, value in new.items():
            if isinstance(value, PLAIN) and value != own.get(name):
                for other in list(sys.modules.values()):
                    if other is module or f"from {module.__name__} import" in source_of(other):
                        if name in vars(other):
                            setattr(other, name, value)
            elif isinstance(value, type) and value.__module__ == module.__name__ and name in own:
                if isinstance(vars(value).get("__init__"), FunctionType):  # of a dataclass: written by Python
                    own[name].__init__.__defaults__ = value.__init__.__defaults__
                for key, part in vars(value).items():
                    if isinstance(part, int | float) and not key.startswith("__"):
                        setattr(own[name], key, part)


def functions_of(names: dict, path: Path) -> dict[str, FunctionType]:
    """List the functions that a module's file defines, methods as *Class.method*."""
    found = {}
    classes = [value for value in names.values() if isinstance(value, type)]
    for owner, members in (("", names), *((value.__qualname__ + ".", vars(value)) for value in classes)):
        for name, value in members.items():
            function = bare(value) if callable(value) or isinstance(value, property | cached_property) else None
            if isinstance(function, FunctionType) and function.__code__.co_filename == str(path.resolve()):
                found[owner + name] = function
    return found


@cache
def source_of(module: ModuleType) -> str:
    """Read the source of a module of the package; nothing for others."""
    file = getattr(module, "__file__", None) or ""
    return Path(file).read_text(encoding="utf-8") if f"{os.sep}analysis{os.sep}" in file else ""


def is_number(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and type(node.value) in (int, float)


def other_values(value: int | float) -> list[int | float]:
    """List what a number is changed to.

    Examples
    --------
    >>> other_values(2), other_values(12), other_values(0.6), other_values(4.0)
    ([3, 1], [24, 6], [0.8, 0.3], [8.0, 2.0])
    """
    if isinstance(value, float):
        return [(1 + value) / 2 if 0.5 <= value < 1 else 2 * value, value / 2]
    return [value + 1, value - 1] if abs(value) <= 3 else [2 * value, value // 2]


def find_numbers(path: Path, *, inline: bool) -> Iterator[tuple[str, ast.Constant]]:
    """Yield the numbers of a file's rules, each with its name."""
    tree = ast.parse(path.read_bytes())
    bodies = [tree.body, *(node.body for node in tree.body if isinstance(node, ast.ClassDef))]
    for node in (node for body in bodies for node in body):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            target = ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)
            value = node.value
            parts = value.values if isinstance(value, ast.Dict) else getattr(value, "elts", [value])
            yield from ((target, part) for part in parts if is_number(part) and part.value)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            own = [*zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True),
                   *zip(node.args.args[::-1], node.args.defaults[::-1], strict=False)]  # fmt: skip
            yield from (
                (f"{node.name}({arg.arg})", default) for arg, default in own if is_number(default) and default.value
            )
        elif inline and isinstance(node, ast.Compare):
            for part in ast.walk(node):
                if is_number(part) and (isinstance(part.value, float) or part.value > 1):
                    yield ast.unparse(node), part


def measure(room: str, *, inline: bool, where: str, only: str, is_quick: bool) -> None:
    """Print, for each number of a room, whether a test holds it."""
    tests = [str(path) for path in Path("tests", room).glob("test_*_limits.py")]
    tests += [] if is_quick and tests else [f"tests/{room}", f"analysis/{room}"]
    files = sorted(Path("analysis", room).rglob(f"{only or '*'}.py"))
    changes = [Change(path, node, name, value) for path in files for name, node in find_numbers(path, inline=inline)
               for value in other_values(node.value)]  # fmt: skip
    loose = try_all(changes, tests, where=where)
    numbers, open_numbers = ({(c.path, c.node) for c in which} for which in (changes, loose))
    print(f"{room}: {len(numbers)} numbers, {len(numbers) - len(open_numbers)} held in both directions", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rooms", nargs="+")
    parser.add_argument("--inline", action="store_true", help="conditions too")
    parser.add_argument("-k", default=QUICK, help="which tests, as pytest's -k says it")
    parser.add_argument("--quick", action="store_true", help="only the tests of limits, test_*_limits.py")
    parser.add_argument("--only", default="", help="a module's name")
    options = parser.parse_args()
    for room in options.rooms:
        measure(room, inline=options.inline, where=options.k, only=options.only, is_quick=options.quick)


if __name__ == "__main__":
    main()
