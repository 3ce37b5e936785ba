"""What a table depends on in the program: all of it, in whichever folder, and no more."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path
from unittest import mock

import pytest

from analysis.keeping.dependencies import trace
from analysis.keeping.import_graph import PACKAGE, _imported, _read_module, find_sources
from analysis.keeping.kept_tables import GIVEN, READ
from analysis.study import Study

CODE = (
    "from analysis import open_study; study = open_study('.'); study.quotes; study.passages;"
    "print(*sorted(p.name for p in study._cache.glob('*.table')))"
)


def names_of(*modules):
    return {path.relative_to(PACKAGE).as_posix() for path in find_sources(modules)[0]}


def test_imports_are_followed_across_rooms_and_word_lists_are_found_where_they_are_read():
    """passages.py imports anchors.py, which reads formulas.txt and imports numerals.py of another room."""
    found = names_of("analysis.copying.shared_passages")
    assert {
        "copying/shared_passages.py",
        "copying/anchors.py",
        "lexicons/news_formulas.txt",
        "language/numerals.py",
    } <= found
    assert not [name for name in found if name.split("/")[0] in ("showing", "counting", "quoting", "site")]


@pytest.mark.parametrize("name", ["_corpus", "_tagged", "quotes", "mentions", "passages", "edits", "tokens", "terms"])
def test_no_table_depends_on_a_chart(name):
    asks = trace(Study, name, given=GIVEN, read=tuple(READ)).asks
    assert not asks & {"data", "root", "file"} or name == "_corpus"  # else all of data/ would be in the key


@pytest.fixture
def copy(tmp_path, root, broken_study):
    """Give a copy of the package beside a study, and a way to make its tables with it."""
    shutil.copytree(root / "analysis", tmp_path / "analysis", ignore=shutil.ignore_patterns("__pycache__"))

    def make() -> set[str]:
        run = subprocess.run([sys.executable, "-c", CODE], cwd=tmp_path, env={"PYTHONPATH": str(tmp_path)},
                             capture_output=True, text=True)  # fmt: skip
        assert run.returncode == 0, run.stderr
        return {name.partition(".")[0] + name.partition(".")[2][:24] for name in run.stdout.split()}

    make.package = tmp_path / "analysis"
    return make


def test_only_what_depends_on_a_changed_file_is_made_anew(copy):
    """A chart: nothing. A module in a subfolder that quotations use: quotations. A word list of passages: passages."""

    def changed_by(file, text="\n# changed"):
        before = copy()
        path = copy.package / file
        path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
        return {name[:-24].partition(".")[0] for name in copy() ^ before}

    assert changed_by("showing/charts.py") == set()
    assert changed_by("site/report.py") == set()
    assert changed_by("quoting/scare_quotes.py") == {"quotes"}
    assert changed_by("lexicons/news_formulas.txt") == {"passages"}
    assert changed_by("language/tagging.py") == {"tagged", "quotes", "mentions", "passages"}


def test_what_a_study_is_made_of_is_followed_into_its_own_file():
    """`gold_terms` stands in `study_claims.py`; what it calls there is found, and what it asks of `Study`."""
    assert "articles" in trace(Study, "gold_terms").asks
    assert trace(Study, "coded").asks >= {"gold_quotes", "term_places"}


def _word_list_calls():
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            name = getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
            if name in ("read_lines", "read_words_of", "read_classes") and path.name != "wordlists.py":
                yield path, node


def test_word_lists_are_named_where_they_are_read():
    """Else the list would not be found among what a table depends on."""
    calls = list(_word_list_calls())
    assert calls
    for path, call in calls:
        assert isinstance(call.args[0], ast.Constant), f"{path.name}, line {call.lineno}: name the list"
        assert (PACKAGE / "lexicons" / f"{call.args[0].value}.txt").is_file()
        assert Path(f"lexicons/{call.args[0].value}.txt").as_posix() in names_of(
            ".".join(("analysis", *path.relative_to(PACKAGE).with_suffix("").parts))
        )


def test_every_import_is_seen_however_it_is_written():
    """What is read from the statements alone is what is read from the whole file."""
    for path in sorted(PACKAGE.rglob("*.py")):
        nodes = [n for n in ast.walk(ast.parse(path.read_bytes())) if isinstance(n, ast.Import | ast.ImportFrom)]
        assert _read_module(path)[0] == {name for node in nodes for name in _imported(node, path)}, path.name


@pytest.mark.parametrize("source", ["from a import (\n    b,  # (why)\n)", "import \\\n    a.b", "from a import b; import c",
                                    "if 1:\n    from a import b, c\n\nfrom . import d"])  # fmt: skip
def test_imports_in_unusual_forms(source):
    path = PACKAGE / "language" / "made_up.py"
    nodes = [n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Import | ast.ImportFrom)]
    wanted = {name for node in nodes for name in _imported(node, path)}
    with mock.patch.object(Path, "read_text", return_value=source):
        assert _read_module.__wrapped__(path)[0] == wanted
