"""The graph of imports: which files of the package a module is made of, and which libraries it uses.

It is read from the files, without importing them: it belongs into the keys of kept tables.
"""

import ast
import re
import sys
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path

__all__ = ["PACKAGE", "find_sources", "is_module"]

PACKAGE = Path(__file__).resolve().parents[1]
IMPORT = re.compile(r"^[ \t]*(?:from[ \t]+[\w.]+[ \t]+import[ \t]*(?:\([^)]*\)|[^\n(]+)|import[ \t][^\n]+)$", re.M)
BEGINS = re.compile(r"^[ \t]*(?:from|import)\b", re.M)
QUOTED = re.compile(r"""["']([\w.-]+)["']""")


@cache
def _locate(module: str) -> list[Path]:
    """List the files that are run when a module of the package is imported: its own, and its folder's ``__init__``.

    The package's own ``__init__`` is left out: it only hands on what `analysis.study` has.
    """
    place = PACKAGE.joinpath(*module.split(".")[1:])
    own = [place.with_suffix(".py"), place / "__init__.py", place.parent / "__init__.py"]
    return [path for path in own if path.is_file() and path != PACKAGE / "__init__.py"]


@cache
def _read_module(path: Path) -> tuple[frozenset[str], frozenset[str]]:
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


@cache
def is_module(name: str) -> bool:
    """Tell whether the package has a module of this name."""
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
    >>> "mended_lemmas.txt" in [path.name for path in files], "news_formulas.txt" in [path.name for path in files]
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
        imported, lists = _read_module(path)
        found.update(_lexicons()[name] for name in lists)
        for name in imported:
            top = name.split(".")[0]
            if top == "analysis":
                waiting += _locate(name)
            elif top not in sys.stdlib_module_names:
                libraries.add(top)
    return sorted(found), sorted(libraries)
