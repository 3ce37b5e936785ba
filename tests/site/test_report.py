"""The report: what it makes of notebooks, and what it leaves in place when one fails."""

import hashlib

import nbformat
import pytest

from analysis import StudyError, open_study
from analysis.showing.html_tables import drop_engines
from analysis.site.notebook_execution import execute_notebooks
from analysis.site.notebooks import ReportError, count_cells, find_notebooks, read_notebooks
from analysis.site.report import make_report


def write_notebook(folder, name, *sources):
    folder.mkdir(exist_ok=True)
    cells = [nbformat.v4.new_markdown_cell("# Title of it\n\n> A question?"), *map(nbformat.v4.new_code_cell, sources)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / f"{name}.ipynb")
    return folder / f"{name}.ipynb"


def mark(site, *names):
    """Say that the report made these files."""
    lines = [f"{hashlib.sha256((site / name).read_bytes()).hexdigest()}  {name}" for name in names]
    (site / ".lesarten-site").write_text("\n".join(lines))


def test_a_failing_notebook_is_named_with_its_cell_and_the_site_stays(broken_study):
    write_notebook(broken_study / "notebooks", "00_good", "1 + 1")
    write_notebook(broken_study / "notebooks", "01_bad", "1 + 1", "1 / 0", "2 + 2")
    site = broken_study / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good one")
    mark(site, "index.html")
    with pytest.raises(ReportError, match=r"notebooks/01_bad\.ipynb, cell 3: ZeroDivisionError: division by zero"):
        make_report(open_study(broken_study), site)
    assert (site / "index.html").read_text() == "the last good one"
    assert sorted(p.name for p in broken_study.iterdir()) == [".cache", "data", "notebooks", "seeds", "site"]


def test_a_site_is_made_whole(broken_study):
    folder = broken_study / "notebooks"
    write_notebook(folder, "00_a", "import os\nos.environ['LESARTEN_STUDY']")
    write_notebook(folder, "01_b", "x = 1")
    ticks = []
    index = make_report(open_study(broken_study), broken_study / "out/site", tick=lambda: ticks.append(1))
    assert len(ticks) == count_cells(read_notebooks(sorted(folder.glob("*.ipynb")))) == 2
    first, page = index.read_text(), (index.parent / "01_b.html").read_text()
    assert '<html lang="en">' in page and 'href="index.html"' in page and '<details class="code' in page
    assert 'href="01_b.html"' in first and "A question?" in first and "Text A" in first
    assert (index.parent / "text-000.html").is_file() and (index.parent / "tables.zip").is_file()
    again = make_report(open_study(broken_study), broken_study / "out/site")
    assert again == index and [p.name for p in (broken_study / "out").iterdir()] == ["site"]


def test_executing_does_not_change_the_file(tmp_path):
    path = write_notebook(tmp_path, "00_a", "print('out')")
    before = path.read_bytes()
    page = execute_notebooks(read_notebooks([path]), path.parent)[0]
    assert page.notebook.cells[1].outputs and path.read_bytes() == before


def test_a_page_holds_the_script_of_its_tables_once():
    assert drop_engines("a<!--engine-->X<!--/engine-->b<!--engine-->X<!--/engine-->c") == "abc"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{ no json", "not a notebook (no valid JSON)"),
        (b"\xff\xfe\x00", "not UTF-8 text"),
        (b"[]", "not a notebook"),
        (b'{"cells": [{"cell_type": "code"}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}', "not a"),
        (b'{"cells": [], "metadata": {}, "nbformat": "four"}', "not a notebook"),
    ],
)
def test_a_file_that_is_no_notebook_is_named_in_one_line(tmp_path, content, said, capfd):
    (tmp_path / "05_broken.ipynb").write_bytes(content)
    with pytest.raises(ReportError) as raised:
        read_notebooks([tmp_path / "05_broken.ipynb"])
    message = str(raised.value)
    assert message.startswith(f"{tmp_path.name}/05_broken.ipynb: {said}") and "\n" not in message
    assert capfd.readouterr() == ("", "")


def test_a_name_of_a_chart_is_no_path(tmp_path, broken_study):
    code = """import pandas as pd
from analysis.showing.chart_look import new_axes, show
ax = new_axes()
ax.alt_text = "a"
show(ax, pd.DataFrame({"n": [1]}), name="../../../x", note="n")"""
    write_notebook(broken_study / "notebooks", "00_a", code)
    index = make_report(open_study(broken_study), tmp_path / "deep/down/site")
    assert sorted(p.name for p in (index.parent / "charts").iterdir()) == ["00_a-x.csv", "00_a-x.png", "00_a-x.svg"]


def test_a_study_without_notebooks_uses_those_that_come_along(broken_study, root):
    assert find_notebooks(open_study(broken_study)) == sorted((root / "notebooks").glob("[0-9]*.ipynb"))
    (broken_study / "notebooks").mkdir()
    with pytest.raises(StudyError, match="there are no notebooks"):
        find_notebooks(open_study(broken_study))
