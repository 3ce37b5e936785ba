"""Which numbers of the rules does no test hold? Each is changed in a copy, and the tests of its room are run.

A number of a rule is one that a module writes down at its top, or as the default of an option; with ``--inline`` also
one that a condition compares with. Each is doubled and halved (a count up to three: one more and one less; a share:
half-way to 1, and half of it). Tests of cost and of random texts take long and hold few numbers: they are run with
``-k ""``.
"""

import argparse
import ast
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]
QUICK = "not (cost or grows or never_raises or thousand or endless or any_text or offsets_hold)"  # for pytest's -k
LONGEST = 180  # seconds: tests that do not end have failed


class Change(NamedTuple):
    """One number of a file, and what is put in its place."""

    path: Path
    node: ast.Constant
    name: str
    value: int | float

    def __str__(self) -> str:
        return f"{self.path}:{self.node.lineno} {self.name}: {self.node.value} -> {self.value}"

    def apply(self) -> str:
        """Return the file's source with the number changed."""
        lines = self.path.read_bytes().splitlines(keepends=True)
        line, node = lines[self.node.lineno - 1], self.node
        lines[node.lineno - 1] = line[: node.col_offset] + str(self.value).encode() + line[node.end_col_offset :]
        return b"".join(lines).decode()


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


def run_tests(tests: list[str], *, where: str) -> int:
    """Run tests in this process, up to the first that fails."""
    return pytest.main(["-x", "-q", "--no-header", "-p", "no:cacheprovider", "-k", where, *tests])


def is_held(change: Change, tests: list[str], *, where: str) -> bool:
    """Tell whether a test fails when a number is changed: in a child, where the package is imported anew."""
    before = change.path.read_bytes()
    change.path.write_text(change.apply(), encoding="utf-8")
    os.utime(change.path, (time.time() + 1000,) * 2)  # no compiled file is as new
    child = os.fork()
    if child == 0:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1), os.dup2(silence, 2)
        for name in list(sys.modules):  # the tagger stays, as its answers for a word do not change
            if name.split(".")[0] in ("analysis", "tests", "conftest", "studies", "other_story") or "test_" in name:
                if name != "analysis.language.hanta_tagger" or change.path.stem == "hanta_tagger":
                    del sys.modules[name]
        sys.dont_write_bytecode = True
        signal.alarm(LONGEST)
        os._exit(int(run_tests(tests, where=where)))
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    change.path.write_bytes(before)
    return code != 0


def measure(room: str, *, inline: bool, where: str, only: str, is_quick: bool) -> None:
    """Print, for each number of a room, whether a test holds it."""
    tests = [str(path) for path in Path("tests", room).glob("test_*_limits.py")]
    tests += [] if is_quick and tests else [f"tests/{room}", f"analysis/{room}"]
    if run_tests(tests, where=where):
        raise SystemExit("the tests fail without any change")
    files = sorted(Path("analysis", room).rglob(f"{only or '*'}.py"))
    changes = [Change(path, node, name, value) for path in files for name, node in find_numbers(path, inline=inline)
               for value in other_values(node.value)]  # fmt: skip
    loose = []
    for change in changes:
        held = is_held(change, tests, where=where)
        loose += [] if held else [change]
        print("held " if held else "LOOSE", change, flush=True)
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
    if not os.environ.get("LESARTEN_COPY"):
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "copy"
            shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", "__pycache__"))
            environ = os.environ | {"LESARTEN_COPY": "1", "PYTHONPATH": str(copy)}
            command = [sys.executable, "-m", "benchmarks.constants", *sys.argv[1:]]
            raise SystemExit(subprocess.run(command, cwd=copy, env=environ, check=False).returncode)
    for room in options.rooms:
        measure(room, inline=options.inline, where=options.k, only=options.only, is_quick=options.quick)


if __name__ == "__main__":
    main()
