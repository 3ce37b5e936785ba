"""The command line: what a user can mend is one line with file, place and remedy, and exit code 2."""

import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pandas as pd
import pytest

from analysis.codebook.csv_cells import refang
from analysis.codebook.schema import TABLES


def lesarten(*words: str, cwd: Path) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-m", "analysis.cli", *words], cwd=cwd, capture_output=True, text=True)


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


STUDY, CONTRASTS, SEED = "data/study.toml", "data/contrasts.toml", "seeds/001_3f3f78cfd1d6e7bb.txt"

# Of each mistake in a file of the codebook: what stands there, what is put in its place, and what is said of the line.
MISTAKES_OF_A_LINE = {
    CONTRASTS: {
        "contrast_no_list": ('lemmas = ["Bandit"]', 'lemmas = "Bandit"', '"lemmas": write a list'),
        "contrast_id_twice": ('id       = "events"', 'id       = "protesters"',
            'contrast "protesters" is there twice; choose another id'),
        "contrast_key": ('lemmas = ["Bandit"]', 'lemas = ["Bandit"]', 'unknown key "lemas"; did you mean "lemmas"?'),
        "contrast_twice": ('lemmas = ["Bandit"]', 'lemmas = ["Bandit", "Terrorist"]',
            '"Terrorist" counts for "Terroristen, Terror…" and for "Banditen"'),
    },
    STUDY: {
        "unknown_reader": ('reader       = "taz"', 'reader       = "tazz"',
            'unknown reader "tazz"; did you mean "taz"?'),
        "unknown_key": ('published    = "2022-01-08"', 'publised    = "2022-01-08"',
            'unknown key "publised"; did you mean "published"?'),
        "unknown_basis": ('outlet_basis = "stated"', 'outlet_basis = "stat"',
            'unknown outlet_basis "stat"; did you mean "stated"?'),
        "two_with_one_id": (f'"{SEED}"\n', f'"{SEED}"\nid = "000"\n',
            'two articles have the id "000": seeds/000_377076416133bc0b.txt and'),
        "outlet_not_stated": ('outlet       = "taz"', 'outlet       = "FAZ"',
            'outlet "FAZ" is not stated in seeds/003_e08ff7753424c831.txt'),
        "outlet_without_basis": ('reader       = "plain"', 'reader       = "plain"\noutlet = "ORF"',
            'outlet "ORF" with outlet_basis "unknown"; say how it is known'),
        "no_toml": ("[study]", "[study", "not valid TOML"),
        "no_date": ('published    = "2022-01-08"', 'published    = "2022-13-08"',
            '"2022-13-08" is no date: there is no month 13; write "2022-01-08" or "2022-01"'),
        "missing_file_key": ('file         = "seeds/000_377076416133bc0b.txt"\n', "", '"file" is missing; add it'),
    },
}  # fmt: skip

# Of each mistake in a file as a whole: what is put in its place (None takes it away), and what is said.
MISTAKES_OF_A_FILE = {
    "no_study": (STUDY, None, "PLACE: no study here: there is no data/study.toml in it"),
    "missing_seed": (SEED, None, f'data/study.toml, line N: there is no file "{SEED}"; mend the path'),
    "empty_seed": (SEED, b" \n", f"{SEED}: the file is empty; put the article in"),
    "binary_seed": (SEED, b"\x89PNG\xff\x00\x01", f"{SEED}: not a text file (it holds NUL bytes); save"),
    "nul_seed": (SEED, b"Ein Text\x00 mit Nullen", f"{SEED}: not a text file (it holds NUL bytes)"),
}  # fmt: skip

MISTAKES = {
    name: (file, old, new, f"{file}, line N: {said}")
    for file, rows in MISTAKES_OF_A_LINE.items()
    for name, (old, new, said) in rows.items()
} | {name: (file, "", new, said) for name, (file, new, said) in MISTAKES_OF_A_FILE.items()}


def make_mistake(path: Path, old: str, new: str | bytes | None) -> None:
    if old:
        rewrite(path, old, new)
    elif new is None:
        path.unlink()
    else:
        path.write_bytes(new)


@pytest.mark.parametrize(("file", "old", "new", "said"), MISTAKES.values(), ids=MISTAKES)
def test_bad_input_is_one_line(broken_study, file, old, new, said):
    make_mistake(broken_study / file, old, new)
    run = lesarten("check", str(broken_study), cwd=broken_study)
    assert run.returncode == 2
    line = re.sub(r"line \d+", "line N", run.stderr)  # the exact line: test_check.py, on files that do not grow
    assert line.startswith(said.replace("PLACE", str(broken_study)))
    assert run.stderr.count("\n") == 1


def test_bad_input_leaves_the_last_good_site(broken_study):
    rewrite(broken_study / STUDY, 'reader       = "taz"', 'reader       = "tazz"')
    site = broken_study / "site"
    site.mkdir()
    (site / "index.html").write_text("good")
    run = lesarten("report", "--study", str(broken_study), cwd=broken_study)
    assert run.returncode == 2 and "tazz" in run.stderr
    assert (site / "index.html").read_text() == "good"


def test_report_does_not_overwrite_what_it_did_not_make(broken_study, root):
    (broken_study / "notebooks").symlink_to(root / "notebooks")
    (broken_study / "site").mkdir()
    (broken_study / "site/thesis.docx").write_text("years of work")
    run = lesarten("report", cwd=broken_study)
    assert run.returncode == 2 and "choose another --out" in run.stderr
    assert (broken_study / "site/thesis.docx").exists()


def test_sound_study(broken_study):
    run = lesarten("check", cwd=broken_study / "data")
    assert run.returncode == 0
    *warnings, last = run.stdout.splitlines()
    assert last.startswith("Lesarten: five articles on the unrest in Kazakhstan: 5 articles, ") and "sound" in last
    assert all(line.startswith("warning: data/") for line in warnings)


def test_a_place_that_cannot_be_written_to_is_said(broken_study):
    (broken_study / "file").write_text("")
    run = lesarten("export", "--out", "file/tables", cwd=broken_study)
    assert run.returncode == 2 and run.stderr.count("\n") == 1 and "file" in run.stderr


def test_a_date_without_quotation_marks_is_a_date(broken_study):
    rewrite(broken_study / "data/study.toml", 'published    = "2022-01-08"', "published    = 2022-01-08")
    assert lesarten("check", cwd=broken_study).returncode == 0


def test_wrong_option_is_exit_code_2(broken_study):
    run = lesarten("export", "--out", "x", "--format", "xlsx", cwd=broken_study)
    assert run.returncode == 2 and "xlsx" in run.stderr and "Traceback" not in run.stderr


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_export_writes_every_table(broken_study, study, format):
    run = lesarten("export", "--out", "tables", "--format", format, cwd=broken_study)
    assert run.returncode == 0, run.stderr
    read = (lambda p: pd.read_csv(p, dtype={"article_id": str})) if format == "csv" else pd.read_parquet
    tables = study.tables()
    assert {p.stem for p in (broken_study / "tables").glob(f"*.{format}")} == set(tables) <= set(TABLES)
    for name, table in tables.items():
        back = read(broken_study / "tables" / f"{name}.{format}")
        assert back.columns.tolist() == list(TABLES[name].columns) and len(back) == len(table)
    tokens = read(broken_study / "tables" / f"tokens.{format}")
    forms = tokens["form"].map(refang).tolist() if format == "csv" else tokens["form"].tolist()
    assert forms == study.tokens["form"].tolist()  # quotation marks and umlauts survive, and what begins with a dash


def test_each_table_is_told_before_it_is_made(study):
    """The progress bar names the one that is being made."""
    told = []
    assert list(study.tables(tell=told.append)) == told and told[0] == "articles" and "quotes" in told


def test_export_does_not_overwrite_a_hand_coding_of_the_same_name(broken_study):
    before = (broken_study / "data/gold/quotes.csv").read_bytes()
    run = lesarten("export", "--out", "data/gold", cwd=broken_study)
    assert run.returncode == 2 and "quotes.csv: was not made by `lesarten export`" in run.stderr
    assert (broken_study / "data/gold/quotes.csv").read_bytes() == before


def test_report_on_a_relative_path(broken_study, tmp_path_factory):
    (broken_study / "notebooks").mkdir()
    cells = [nbformat.v4.new_code_cell("from analysis import open_study\nlen(open_study().articles)")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), broken_study / "notebooks/00_a.ipynb")
    run = lesarten(
        "report", "--study", broken_study.name, "--out", f"{broken_study.name}/x/site", cwd=broken_study.parent
    )
    assert run.returncode == 0, run.stderr
    assert run.stderr == "" and (broken_study / "x/site/index.html").is_file()


def test_a_failing_notebook_is_one_line(broken_study):
    (broken_study / "notebooks").mkdir()
    cells = [nbformat.v4.new_code_cell("import sys\nprint('noise', file=sys.__stderr__)\n1 / 0")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), broken_study / "notebooks/00_a.ipynb")
    run = lesarten("report", cwd=broken_study)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr == "notebooks/00_a.ipynb, cell 1: ZeroDivisionError: division by zero\n"
    assert not (broken_study / "site").exists()


def test_suggestions_are_written_beside_the_codebook_and_change_nothing(broken_study):
    """Three drafts; the study is as sound as before, since nothing reads them."""
    before = lesarten("check", cwd=broken_study).stdout
    run = lesarten("suggest", cwd=broken_study)
    assert run.returncode == 0 and run.stdout.count(" suggestions\n") == 3
    assert {p.name for p in (broken_study / "data/suggested").iterdir()} == {
        "actors.toml", "contrasts.toml", "quantities.toml"}  # fmt: skip
    assert lesarten("check", cwd=broken_study).stdout == before
