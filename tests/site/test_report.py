"""The report: what it makes of notebooks, and what it leaves in place when one fails."""

import nbformat
import pytest

from analysis import open_study
from analysis.showing.tables import keep_first_engine
from analysis.site.report import (
    Page,
    ReportError,
    count_cells,
    execute_notebooks,
    make_report,
    read_notebooks,
    render_page,
)


def write_notebook(folder, name, *sources):
    folder.mkdir(exist_ok=True)
    cells = [nbformat.v4.new_markdown_cell("# Title of it\n\n> A question?"), *map(nbformat.v4.new_code_cell, sources)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / f"{name}.ipynb")
    return folder / f"{name}.ipynb"


def test_a_failing_notebook_is_named_with_its_cell_and_the_site_stays(broken_study):
    write_notebook(broken_study / "notebooks", "00_good", "1 + 1")
    write_notebook(broken_study / "notebooks", "01_bad", "1 + 1", "1 / 0", "2 + 2")
    site = broken_study / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good one")
    (site / ".lesarten-site").write_text("")
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
    assert len(ticks) == count_cells(sorted(folder.glob("*.ipynb"))) == 2
    page = (index.parent / "00_a.html").read_text()
    assert '<html lang="en">' in page and 'href="01_b.html"' in page and "<details" in page
    assert "A question?" in index.read_text() and "Text A" in index.read_text()
    again = make_report(open_study(broken_study), broken_study / "out/site")
    assert again == index and [p.name for p in (broken_study / "out").iterdir()] == ["site"]


def test_executing_does_not_change_the_file(tmp_path):
    path = write_notebook(tmp_path, "00_a", "print('out')")
    before = path.read_bytes()
    page = execute_notebooks(read_notebooks([path]), path.parent)[0]
    assert page.notebook.cells[1].outputs and path.read_bytes() == before


def test_a_page_needs_nothing_from_elsewhere(tmp_path):
    page = execute_notebooks(read_notebooks([write_notebook(tmp_path, "00_a", "1")]), tmp_path)[0]
    html = render_page(Page("00_a", page.notebook))
    assert "<script" not in html and "<link" not in html and 'src="http' not in html and "@import" not in html


def test_one_engine_for_all_tables():
    page = "a<!--engine-->X<!--/engine-->b<!--engine-->X<!--/engine-->c"
    assert keep_first_engine(page) == "a<!--engine-->X<!--/engine-->bc"
    assert keep_first_engine("none") == "none"
