"""How long the report takes, against the floor: as many notebooks that only import, each in a cold kernel."""

import resource
import subprocess
import sys
import tempfile
import time
from statistics import median

from analysis.site.notebooks import find_notebooks
from analysis.study import open_study

ROUNDS = 5


def seconds(command: list[str]) -> tuple[float, float]:
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
        floor = [sys.executable, "-m", "benchmarks.floor", str(n)]
        times = [(seconds(report), seconds(floor)) for _ in range(ROUNDS)]
    rows = []
    for k, kind in enumerate(("by the clock", "processor seconds")):
        reports, floors = [r[k] for r, _ in times], [f[k] for _, f in times]
        ratios = [r / f for r, f in zip(reports, floors, strict=True)]
        rows.append(f"| {kind} | {median(reports):.1f} s | {median(floors):.1f} s | {median(ratios):.2f} "
                    f"({min(ratios):.2f} to {max(ratios):.2f}) |")  # fmt: skip
    head = f"| {n} notebooks, {ROUNDS} rounds in turn, medians | `lesarten report` | floor | ratio (range) |"
    return "\n".join([head, "|---|---|---|---|", *rows])


if __name__ == "__main__":
    print(measure())
