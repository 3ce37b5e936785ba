"""The rooms: what one uses of another is what that one offers, and no chain of imports inside a room is long."""

import ast
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "analysis"
ROOMS = sorted(path.parent.name for path in PACKAGE.glob("*/__init__.py"))
FILES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 5  # modules in a chain of imports inside a room


def imports_of(path: Path) -> set[tuple[str, str]]:
    """List room and module of each import of another module of the package, wherever it stands in the file."""
    found = set()
    for node in ast.walk(ast.parse(path.read_bytes())):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path.name}, line {node.lineno}: write the import out, from analysis on"
            names = [f"{node.module}.{a.name}" for a in node.names]
        for parts in (name.split(".") for name in names):
            if parts[0] == "analysis" and len(parts) > 2 and parts[1] in ROOMS:
                found.add((parts[1], parts[2]))
    return found


def offered_by(room: str) -> list[str]:
    tree = ast.parse((PACKAGE / room / "__init__.py").read_bytes())
    lists = [n.value for n in tree.body if isinstance(n, ast.Assign) and getattr(n.targets[0], "id", "") == "__all__"]
    return ast.literal_eval(lists[0])


def test_there_are_rooms():
    assert len(ROOMS) >= 10 and "language" in ROOMS


@pytest.mark.parametrize("room", ROOMS)
def test_others_use_only_what_a_room_offers(room):
    others = [path for path in FILES if path.relative_to(PACKAGE).parts[0] != room]
    used = {module for path in others for r, module in imports_of(path) if r == room}
    assert used <= set(offered_by(room))


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_offers_what_is_there_in_order(room):
    offered = offered_by(room)
    modules = {path.stem for path in (PACKAGE / room).glob("*.py")} | {
        path.name for path in (PACKAGE / room).iterdir() if path.is_dir()
    }
    assert set(offered) <= modules and offered == sorted(set(offered))
    first = ast.get_docstring(ast.parse((PACKAGE / room / "__init__.py").read_bytes()))
    assert first and first.splitlines()[0].strip()


@pytest.mark.parametrize("room", ROOMS)
def test_chains_of_imports_inside_a_room_are_short(room):
    inside = {path.stem: {m for r, m in imports_of(path) if r == room} for path in (PACKAGE / room).glob("*.py")}

    @cache
    def longest(module: str) -> list[str]:
        chains = [longest(other) for other in inside.get(module, ()) if other in inside and other != module]
        return [module, *max(chains, key=len, default=[])]

    chain = max((longest(module) for module in inside), key=len)
    assert len(chain) <= LONGEST, " → ".join(chain)


def test_no_two_functions_or_classes_have_one_name():
    places: dict[str, list[str]] = {}
    for path in FILES:
        for node in ast.parse(path.read_bytes()).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                places.setdefault(node.name, []).append(str(path.relative_to(PACKAGE)))
    commands = {"check", "main"}  # of the command line, which calls the other
    assert not {name: found for name, found in places.items() if len(found) > 1 and name not in commands}
