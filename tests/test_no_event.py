"""Notebooks and package know no event: no name, contrast or topic of the shipped codebook is typed in them.

Docstrings and comments may take an example from the articles; what the program does may not depend on one.
"""

import ast
import re
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parent.parent
CODE = sorted((ROOT / "analysis").rglob("*.py"))
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
# ids that are words of the program too: a kind of actor, types of columns and files, classes of lexicons
OWN_WORDS = {"state", "measure", "missing", "share", "victims"}


def strings(source: str) -> list[str]:
    """List the strings of a piece of Python, its docstrings left out.

    >>> strings('def f():\\n    "What it does."\\n    return "Tote"')
    ['Tote']
    """
    tree = ast.parse(source)
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body and isinstance(node.body[0], ast.Expr)
    }  # fmt: skip
    return [node.value for node in ast.walk(tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs]  # fmt: skip


@pytest.fixture(scope="module")
def proper_names(study) -> set[str]:
    """The names of persons, bodies, papers and countries in the shipped codebook."""
    persons = {word for actor in study.actors.actors if actor.kind == "person" for word in actor.name.split()
               if word[:1].isupper() and len(word) > 3}  # fmt: skip
    others = {actor.name for actor in study.actors.actors if actor.kind != "person"}
    countries = {
        name for country in study.actors.countries for name in (country.name, *country.capitals) if name != "USA"
    }
    return persons | others | countries


@pytest.fixture(scope="module")
def ids(study) -> set[str]:
    """The ids of the shipped contrasts and topics, and the names of their terms."""
    terms = {term.name for contrast in study.contrasts for term in contrast.terms}
    return ({c.id for c in study.contrasts} | {t.id for t in study.topics} | terms) - OWN_WORDS


def found_in(text: str, names: set[str]) -> list[str]:
    return sorted(name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_string_of_the_package_has_a_name_an_id_or_a_term(path, proper_names, ids):
    typed = strings(path.read_text(encoding="utf-8"))
    assert [(text, found_in(text, proper_names)) for text in typed if found_in(text, proper_names)] == []
    assert sorted(set(typed) & ids) == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_cell_of_a_notebook_has_a_name_an_id_or_a_term(path, proper_names, ids):
    cells = nbformat.read(path, as_version=4).cells
    assert [found_in(cell.source, proper_names) for cell in cells if found_in(cell.source, proper_names)] == []
    typed = {text for cell in cells if cell.cell_type == "code" for text in strings(cell.source)}
    assert sorted(typed & ids) == []


def test_there_is_something_to_search_for_and_in(proper_names, ids):
    assert len(CODE) > 100 and len(NOTEBOOKS) > 8
    assert {"Kasachstan", "Tokajew", "Terroristen, Terror…", "deaths"} <= proper_names | ids
