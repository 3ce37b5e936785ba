"""All notebooks on studies that are unlike the shipped one: each runs, prints no error, and says nothing undefined.

Slow: ten studies times ten notebooks, in warm kernels.
"""

import re
from collections import Counter
from pathlib import Path

import pytest
from studies import KINDS, make_study

from analysis import open_study
from analysis.site.notebook_execution import execute_notebooks
from analysis.site.notebooks import Page, read_notebooks
from analysis.site.warm_kernels import warm_kernels

pytestmark = pytest.mark.slow
NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
UNDEFINED = re.compile(r"(?<![\w*])(?:nan|NaN|NaT|None|inf|<NA>)(?![\w*])")


@pytest.fixture(scope="module")
def warm(tmp_path_factory):
    with warm_kernels(tmp_path_factory.mktemp("warm")) as kernels:
        yield kernels


def run_all(kind: str, folder: Path, warm) -> list[Page]:
    """Make a study and run every notebook on it."""
    make_study(kind, folder)
    open_study(folder).tables()  # once, and kept: the notebooks need not each make them anew
    return execute_notebooks(read_notebooks(NOTEBOOKS), folder, environment={"LESARTEN_STUDY": str(folder)}, warm=warm)


def said(page: Page) -> list[str]:
    """List the sentences that a page says, as Markdown."""
    outputs = [output for cell in page.notebook.cells for output in cell.get("outputs", [])]
    return [output.data["text/markdown"] for output in outputs if "text/markdown" in output.get("data", {})]


def shown_tables(page: Page) -> list[str]:
    """List the tables that a page shows, as HTML."""
    outputs = [output for cell in page.notebook.cells for output in cell.get("outputs", [])]
    return [
        table
        for o in outputs
        for table in re.findall(r"<table.*?</table>", o.get("data", {}).get("text/html", ""), re.S)
    ]


def printed_as_error(page: Page) -> list[str]:
    """List what a page printed beside its answers: warnings and errors."""
    outputs = [output for cell in page.notebook.cells for output in cell.get("outputs", [])]
    return [str(output.get("text") or output.get("evalue")) for output in outputs
            if output.output_type in ("stream", "error")]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_every_notebook_runs_and_says_nothing_undefined(kind, tmp_path, warm):
    pages = run_all(kind, tmp_path, warm)
    assert len(pages) == len(NOTEBOOKS)
    assert {page.name: printed_as_error(page) for page in pages if printed_as_error(page)} == {}
    undefined = [(page.name, text) for page in pages for text in said(page) if UNDEFINED.search(text)]
    assert undefined == []
    twice = [(page.name, text) for page in pages for text, n in Counter(said(page)).items() if n > 1 and len(text) > 80]
    assert twice == []
    tables = [(page.name, html) for page in pages for html in shown_tables(page)]
    assert [(name, html[:300]) for name, html in tables if "<td" not in html] == []
