"""Dependencies: what a table depends on in the program, read from the program.

`trace` goes from the method that makes the table to the functions that it calls, and along the imports of their
modules. So a changed chart makes nothing anew, and a changed module, in whichever folder, never serves a stale table.
"""

import ast
import hashlib
import inspect
import re
import sys
from collections.abc import Collection, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import NamedTuple

__all__ = ["Making", "find_sources", "trace"]

PACKAGE = Path(__file__).resolve().parent
IMPORT = re.compile(r"^[ \t]*(?:from[ \t]+[\w.]+[ \t]+import[ \t]*(?:\([^)]*\)|[^\n(]+)|import[ \t][^\n]+)$", re.M)
BEGINS = re.compile(r"^[ \t]*(?:from|import)\b", re.M)
QUOTED = re.compile(r"""["']([\w.-]+)["']""")
DISTRIBUTIONS = {"sklearn": "scikit-learn"}  # libraries that are installed under another name


def _locate(module: str) -> list[Path]:
    """List the files that are run when a module of the package is imported: its own, and its folder's ``__init__``.

    The package's own ``__init__`` is left out: it only hands on what `analysis.study` has.
    """
    place = PACKAGE.joinpath(*module.split(".")[1:])
    own = [place.with_suffix(".py"), place / "__init__.py", place.parent / "__init__.py"]
    return [path for path in own if path.is_file() and path != PACKAGE / "__init__.py"]


@cache
def _read(path: Path) -> tuple[frozenset[str], frozenset[str]]:
    """Return the modules that a file imports, anywhere in it, and the word lists that it names.

    Only the statements that import are parsed, which takes a tenth of the time.
    """
    source = path.read_text(encoding="utf-8")
    statements = [match[0].strip() for match in IMPORT.finditer(source)]
    try:
        is_all = len(statements) == len(BEGINS.findall(source))
        tree = ast.parse("\n".join(statements) if is_all else source)
    except SyntaxError:  # one that is written in another way, or a line of prose that looks like one
        tree = ast.parse(source)
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {name for node in nodes for name in _imported(node, path)}
    return frozenset(names), frozenset(_lexicons().keys() & set(QUOTED.findall(source)))


def _imported(node: ast.Import | ast.ImportFrom, path: Path) -> Iterator[str]:
    """Name the modules that a statement may import: of ``from a import b``, both ``a`` and ``a.b``."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
        return
    folder = ("analysis", *path.parent.relative_to(PACKAGE).parts)
    base = ".".join([*folder[: len(folder) - node.level + 1], *([node.module] if node.module else [])])
    module = base if node.level else node.module
    yield module
    yield from (f"{module}.{alias.name}" for alias in node.names)


@cache
def _lexicons() -> dict[str, Path]:
    """Map the names by which code may call a word list, with and without ending, to its file."""
    files = [path for path in (PACKAGE / "lexicons").iterdir() if path.is_file()]
    return {name: path for path in files for name in (path.name, path.stem)}


class Making(NamedTuple):
    """How a table is made: a digest of the program that makes it, and the attributes of the study that it asks."""

    program: str
    asks: frozenset[str]


def _imports_of(tree: ast.Module) -> dict[str, str]:
    """Map each name that a module imports from the package to the module where it is defined."""
    imported = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("analysis"):
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                imported[alias.asname or alias.name] = inner if _is_module(inner) else node.module
    return imported


@cache
def _parse(path: Path) -> ast.Module:
    return ast.parse(path.read_bytes())


def _follow(
    cls: type, name: str, given: Collection[str], read: Collection[str]
) -> tuple[set[str], list[str], set[str]]:
    """Follow a method of a class: the modules whose functions it calls, the source passed through, the attributes."""
    tree = _parse(Path(inspect.getfile(cls)))
    imported = _imports_of(tree)
    body = next(node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == cls.__name__).body
    methods = {node.name: node for node in body if isinstance(node, ast.FunctionDef)}
    others = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    others |= {target.id: node for node in tree.body if isinstance(node, ast.Assign) for target in node.targets
               if isinstance(target, ast.Name)}  # fmt: skip
    del others[cls.__name__]
    modules, sources, asked, waiting = set(), {}, set(), [(name, methods[name])]
    while waiting:
        current, code = waiting.pop()
        if (current, code) in sources:
            continue
        sources[current, code] = ast.unparse(code)
        for node in ast.walk(code):
            if isinstance(node, ast.Name) and node.id in imported:
                modules.add(imported[node.id])
            elif isinstance(node, ast.Name) and node.id in others:
                waiting.append((node.id, others[node.id]))
            elif isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "self" and current not in read:
                asked.add(node.attr)
                if node.attr in methods and node.attr not in given:
                    waiting.append((node.attr, methods[node.attr]))
        asked.update(["self"] if _hands_itself_on(code) else [])
    return modules, sorted(sources.values()), asked


def _hands_itself_on(code: ast.AST) -> bool:
    """Tell whether a method hands the whole object to a function: nobody can say what that asks of it."""
    nodes = list(ast.walk(code))
    owners = {id(node.value) for node in nodes if isinstance(node, ast.Attribute)}
    return any(isinstance(node, ast.Name) and node.id == "self" and id(node) not in owners for node in nodes)


def _is_module(name: str) -> bool:
    return PACKAGE.joinpath(*name.split(".")[1:]).with_suffix(".py").is_file()


def find_sources(modules: Collection[str]) -> tuple[list[Path], list[str]]:
    """Find the files of the package that modules depend on, along their imports, and the libraries they use.

    Parameters
    ----------
    modules : collection of str
        Names of modules of the package, `analysis.language.tagging` say.

    Returns
    -------
    files, libraries
        Modules and word lists, sorted; names of packages other than this one and Python's own, sorted.

    Examples
    --------
    >>> files, libraries = find_sources(["analysis.language.tagging"])
    >>> "lemmas.txt" in [path.name for path in files], "formulas.txt" in [path.name for path in files]
    (True, False)
    >>> "HanTa" in libraries
    True
    >>> any(path.parent.name in ("showing", "counting", "site") for path in files)
    False
    """
    found, libraries, waiting = set(), set(), [path for module in modules for path in _locate(module)]
    while waiting:
        path = waiting.pop()
        if path in found:
            continue
        found.add(path)
        imported, lists = _read(path)
        found.update(_lexicons()[name] for name in lists)
        for name in imported:
            top = name.split(".")[0]
            if top == "analysis":
                waiting += _locate(name)
            elif top not in sys.stdlib_module_names:
                libraries.add(top)
    return sorted(found), sorted(libraries)


def _version(library: str) -> str:
    try:
        return version(DISTRIBUTIONS.get(library, library))
    except PackageNotFoundError:
        return "unknown"


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
    modules, sources, asked = _follow(cls, name, given, read)
    files, libraries = find_sources(modules)
    if "self" in asked:
        files = sorted(path for path in PACKAGE.rglob("*") if path.suffix in (".py", ".txt", ".toml"))
    digest = hashlib.sha256(f"Python {sys.version_info[:2]} {sources}".encode())
    for library in libraries:
        digest.update(f"{library} {_version(library)} ".encode())
    for path in files:
        digest.update(f"{path.relative_to(PACKAGE).as_posix()} ".encode() + hashlib.sha256(path.read_bytes()).digest())
    return Making(digest.hexdigest(), frozenset(asked))
