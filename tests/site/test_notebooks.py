"""The notebooks: each runs alone, is written as agreed, and shows what it promises."""

import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from showing.list_sentences import STATES, claims_of, read_list

from analysis.site.notebook_execution import execute_notebooks
from analysis.site.notebooks import read_notebooks

PATHS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
NAMES = [path.stem for path in PATHS]


TABLES_ONLY = ("08_numbers",)  # numbers with bound, source and place say more in one table than in a chart each


# Tables whose numbers are of no sentence, by the beginning of their heads, with the reason.
OF_NO_SENTENCE = {
    "measure n agreement": "two codings held against each other",
    "doubt ": "the program held against a coding",
    "kind frame": "codings and program held against each other",
    "kind n n right": "the program held against a coding",
    "frame n n right": "the program held against a coding",
    "run n n right": "measured on other texts",
    "method ": "measured on other texts",
    "text repair": "repairs are of a file, not of a sentence",
    "group other all words": "a likeness is of all words of two texts",
    "frame Text A": "a score is of a whole text",
    "voice kind frame": "a rate is of all words in a voice",
}


@pytest.fixture(scope="session")
def executed():
    return {page.name: page for page in execute_notebooks(read_notebooks(PATHS), PATHS[0].parent)}


@pytest.fixture(params=PATHS, ids=NAMES)
def notebook(request):
    return nbformat.read(request.param, as_version=4)


def test_the_notebooks_are_there():
    assert {"00_overview", "01_corpus", "03_vocabulary", "06_distinctive_terms"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_runs_and_every_chart_has_alt_text_and_a_table(executed, name):
    figures = executed[name].figures()
    assert figures or name in TABLES_ONLY
    assert len({figure["name"] for figure in figures}) == len(figures)
    assert all(len(figure["alt"]) > 40 and figure["csv"] for figure in figures)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_was_printed_as_an_error_or_warning(executed, name):
    streams = [
        o for c in executed[name].notebook.cells for o in c.get("outputs", []) if o.output_type != "display_data"
    ]
    assert not [o for o in streams if o.output_type in ("stream", "error")]


@pytest.mark.parametrize("name", NAMES)
def test_every_count_leads_to_its_sentences(executed, name):
    """Each row with a number but 0 has a link, or its table is named with the reason why not."""
    outputs = [o for cell in executed[name].notebook.cells for o in cell.get("outputs", [])]
    shown = [o.data["text/html"] for o in outputs if "text/html" in o.get("data", {})]
    tables = [table for html in shown for table in re.findall(r"<table.*?</table>", html, re.S)]
    assert tables
    for table in tables:
        heads = " ".join(re.sub(r"<[^>]+>", "", head) for head in re.findall(r"<th scope=.col.*?</th>", table))
        rows = [row for row in re.findall(r"<tr>.*?</tr>", table)[1:] if re.search(r'class="n"[^>]*>[\d.-]*[1-9]', row)]
        bare = [row for row in rows if not re.search("data-(?:to|at)=", row)]
        assert not bare or heads.startswith(tuple(OF_NO_SENTENCE)), (name, heads, bare[:1])


def test_is_committed_without_outputs(notebook):
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in notebook.cells)


def test_is_written_as_agreed(notebook):
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert notebook.cells[0].source.startswith("# ") and "\n> " in notebook.cells[0].source
    assert "What this cannot show" in notebook.cells[0].source
    assert [n for n, cell in enumerate(code) if "parameters" in cell.metadata.get("tags", [])] == [1]
    assert all("import" not in cell.source for cell in code[1:])  # one import cell
    assert len(code[0].source.splitlines()) <= 15
    assert all(len([x for x in cell.source.splitlines() if x.strip()]) <= 10 for cell in code[1:])
    assert not any(re.search(r"^\s*def |https?://|['\"][./]+/", cell.source, re.M) for cell in code)


def test_prose_holds_no_typed_results(notebook):
    """Numbers in Markdown are the counts of nothing: years of sources, names of texts, notebooks and columns only."""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            left = re.sub(
                r"`[^`]*`|\b(19|20)\d\d\b|\*\*0\d|text 00\d|1,000|100|14|0 where|1 where|length 1|\(1 \+|1\)",
                "",
                cell.source,
            )
            assert not re.search(r"\d", left), left


@pytest.mark.parametrize("folder", [".", "notebooks"])
def test_runs_with_plain_nbconvert(tmp_path, root, folder):
    path = os.path.relpath(root / "notebooks/03_vocabulary.ipynb", root / folder)
    run = subprocess.run(
        [sys.executable, "-m", "jupyter", "nbconvert", "--to", "html", "--execute", path, "--output-dir", str(tmp_path)],
        cwd=root / folder, capture_output=True, text=True,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    html = (tmp_path / "03_vocabulary.html").read_text(encoding="utf-8")
    assert "No description has been provided" not in html and "Marks of occurrences" in html


def test_figures_of_the_overview_agree_with_the_text(executed):
    """Counted by hand in the files: Terroristen 3 + 3 + 1 in marks, Terrorgruppen in marks; Demonstranten 13, Menge 1."""
    said = "\n".join(
        output.data["text/markdown"]
        for cell in executed["00_overview"].notebook.cells
        for output in cell.get("outputs", [])
        if "text/markdown" in output.get("data", {})
    )
    assert "No text says *Terroristen, Terror…* in its own words: all 8 stand in quotation marks" in said
    assert "*Kazakhstan: demonstrators*: named 14 times, and no text quotes them." in said
    assert "no clear first; *Unruhen* 13, *Proteste* 12" in said


def test_every_sentence_of_the_pages_was_read_against_the_articles(executed):
    """`expected_sentences.tsv` lists what the pages state, each with the places that prove it, and nothing else.

    After a change: `python tests/showing/list_sentences.py`, then read what is new (`unread`) against its places.
    """
    listed = [row[:3] for row in read_list()]
    stated = {(name[:2], claim["printed"]) for name, page in executed.items() for claim in claims_of(page)}
    known = {(notebook, sentence) for notebook, _, sentence in listed}
    assert len(stated) >= 60 and stated == known, (sorted(stated - known), sorted(known - stated))
    assert not [row for row in listed if row[1] not in STATES]
