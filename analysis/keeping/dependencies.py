"""Dependencies: what a table depends on in the program, read from the program.

`trace` goes from the method that makes the table to the functions that it calls, and along the imports of their
modules. So a changed chart makes nothing anew, and a changed module, in whichever folder, never serves a stale table.
"""

import ast
import hashlib
import inspect
import sys
from collections.abc import Collection, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

from analysis.keeping.import_graph import PACKAGE, find_sources, is_module

__all__ = ["Making", "trace"]

DISTRIBUTIONS = {"sklearn": "scikit-learn"}  # libraries that are installed under another name


class Making(NamedTuple):
    """How a table is made: a digest of the program that makes it, and the attributes of the study that it asks."""

    program: str
    asks: frozenset[str]


class _Step(NamedTuple):
    """What one method, or a function or constant beside it, is made of."""

    source: str
    modules: frozenset[str]  # of the package, whose functions it calls
    beside: frozenset[str]  # functions, classes and constants of its own file
    asked: frozenset[str]  # attributes of `self`


def _imports_of(tree: ast.Module) -> dict[str, str]:
    """Map each name that a module imports from the package to the module where it is defined."""
    imported = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("analysis"):
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                imported[alias.asname or alias.name] = inner if is_module(inner) else node.module
    return imported


def _targets(node: ast.stmt) -> list[str]:
    """Name what a statement at the top of a file defines."""
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return [node.name]
    if isinstance(node, ast.Assign):
        return [target.id for target in node.targets if isinstance(target, ast.Name)]
    return []


@cache
def _read_class(cls: type) -> tuple[dict[str, _Step], dict[str, _Step]]:
    """Read a class and those of its package that it is made of: methods, and what stands beside them, by name."""
    methods: dict[str, _Step] = {}
    beside: dict[str, _Step] = {}
    package = cls.__module__.partition(".")[0]
    for owner in reversed([owner for owner in cls.__mro__ if owner.__module__.partition(".")[0] == package]):
        tree = ast.parse(Path(inspect.getfile(owner)).read_bytes())
        imported = _imports_of(tree)
        around = {name: node for node in tree.body for name in _targets(node)}
        body = around.pop(owner.__name__).body
        for node in (node for node in body if isinstance(node, ast.FunctionDef)):
            node.decorator_list = []  # how a table is handed out is not what it is made of
            methods[node.name] = _read_step(node, imported, around.keys())
        beside |= {name: _read_step(node, imported, around.keys()) for name, node in around.items()}
    return methods, beside


def _read_step(code: ast.stmt, imported: dict[str, str], beside: Collection[str]) -> _Step:
    nodes = list(ast.walk(code))
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    asked = {node.attr for node in nodes if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "self"}
    asked |= {"self"} if _hands_itself_on(nodes) else set()
    modules = {imported[name] for name in names & imported.keys()}
    return _Step(ast.unparse(code), frozenset(modules), frozenset(names & beside - imported.keys()), frozenset(asked))


def _hands_itself_on(nodes: Collection[ast.AST]) -> bool:
    """Tell whether a method hands the whole object to a function: nobody can say what that asks of it."""
    owners = {id(node.value) for node in nodes if isinstance(node, ast.Attribute)}
    return any(isinstance(node, ast.Name) and node.id == "self" and id(node) not in owners for node in nodes)


def _follow_method(cls: type, name: str, given: Collection[str], read: Collection[str]) -> Iterator[tuple[str, _Step]]:
    """Follow a method to the others that it asks, and to what stands beside the class; yield each once, by name.

    What is `given` is not followed, nor what a method asks whose content is `read` from a file.
    """
    methods, beside = _read_class(cls)
    waiting, seen = [(name, methods[name])], set()
    while waiting:
        current, step = waiting.pop()
        if (current, step) in seen:
            continue
        seen.add((current, step))
        yield current, step
        waiting += [(other, beside[other]) for other in step.beside]
        if current not in read:
            waiting += [(other, methods[other]) for other in step.asked & methods.keys() if other not in given]


@cache
def _library_version(library: str) -> str:
    try:
        return version(DISTRIBUTIONS.get(library, library))
    except PackageNotFoundError:
        return "unknown"


@cache
def _file_sum(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()


@cache
def trace(cls: type, name: str, *, given: tuple[str, ...] = (), read: tuple[str, ...] = ()) -> Making:
    """Find out what a table depends on: go from the method that makes it to all that it calls.

    Parameters
    ----------
    cls : type
        `Study`.
    name : str
        The method or property that makes the table.
    given : tuple of str
        Attributes that the caller puts into the key with their content: what makes them does not matter.
    read : tuple of str
        Attributes that are read from a file which the caller puts into the key: how they are read matters, the rest
        of what they ask does not.

    Notes
    -----
    A method that hands the whole object to a function depends on every file of the package; it asks ``self``.

    Raises
    ------
    KeyError
        If the class has no such method.
    """
    steps = list(_follow_method(cls, name, given, read))
    asked = frozenset().union(*(step.asked & {"self"} if at in read else step.asked for at, step in steps))
    files, libraries = find_sources(frozenset().union(*(step.modules for _, step in steps)))
    if "self" in asked:
        files = sorted(path for path in PACKAGE.rglob("*") if path.suffix in (".py", ".txt", ".toml"))
    digest = hashlib.sha256(f"Python {sys.version_info[:2]} {sorted(step.source for _, step in steps)}".encode())
    for library in libraries:
        digest.update(f"{library} {_library_version(library)} ".encode())
    for path in files:
        digest.update(f"{path.relative_to(PACKAGE).as_posix()} ".encode() + _file_sum(path))
    return Making(digest.hexdigest(), asked)
