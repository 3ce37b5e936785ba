"""How long the report takes, against the floor: as many notebooks that only import the libraries."""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import nbformat

from analysis.site.report import execute_notebooks, find_notebooks, read_notebooks, render_page
from analysis.study import open_study

IMPORTS = (
    "import pandas\nimport matplotlib.pyplot\nimport sklearn.feature_extraction.text\nimport sklearn.decomposition"
)
ROUNDS = 5


def run_floor(n: int) -> None:
    """Execute and render n notebooks that only import."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for k in range(n):
            cells = [nbformat.v4.new_markdown_cell("# Floor"), nbformat.v4.new_code_cell(IMPORTS)]
            paths.append(Path(folder) / f"{k:02d}_floor.ipynb")
            nbformat.write(nbformat.v4.new_notebook(cells=cells), paths[-1])
        execute_notebooks(
            read_notebooks(paths),
            Path(folder),
            finish=lambda page: (Path(folder) / page.file).write_text(render_page(page), encoding="utf-8"),
        )


def _seconds(command: list[str]) -> tuple[float, float]:
    """Run a command; return seconds by the clock and processor seconds, those of its kernels included."""
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)
    return time.perf_counter() - start, used


def measure() -> str:
    """Time both in turn; return a Markdown table with medians and their ratio."""
    study = open_study()
    n = len(find_notebooks(study))
    with tempfile.TemporaryDirectory() as folder:
        report = [sys.executable, "-m", "analysis.cli", "report", "--study", str(study.root), "--out", f"{folder}/site"]
        floor = [sys.executable, "-m", "benchmarks.report", str(n)]
        times = [(_seconds(report), _seconds(floor)) for _ in range(ROUNDS)]
    rows = []
    for k, kind in enumerate(("by the clock", "processor seconds")):
        reports, floors = [r[k] for r, _ in times], [f[k] for _, f in times]
        ratios = [r / f for r, f in zip(reports, floors, strict=True)]
        rows.append(f"| {kind} | {median(reports):.1f} s | {median(floors):.1f} s | {median(ratios):.2f} "
                    f"({min(ratios):.2f} to {max(ratios):.2f}) |")  # fmt: skip
    head = f"| {n} notebooks, {ROUNDS} rounds in turn, medians | `lesarten report` | floor | ratio (range) |"
    return "\n".join([head, "|---|---|---|---|", *rows])


if __name__ == "__main__":
    run_floor(int(sys.argv[1])) if len(sys.argv) > 1 else print(measure())
