"""A report on many articles with an empty cache, against the plain loop of SoMaJo and HanTa in one process.

`python -m benchmarks.many_articles STUDY`, for a study made by `lesarten new STUDY --from FILE`; its cache is emptied.
`python -m benchmarks.many_articles STUDY --loop` is the plain loop alone.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from HanTa.HanoverTagger import HanoverTagger
from somajo import SoMaJo

from analysis.study import open_study
from benchmarks.report import seconds

LONGEST = 50  # letters: of a longer word HanTa would take minutes


def run_plain_loop(study: Path) -> int:
    """Tokenise and tag each article as the manuals of SoMaJo and HanTa show it; return the number of tokens."""
    tokenizer, tagger = SoMaJo("de_CMC"), HanoverTagger("morphmodel_ger.pgz")
    n = 0
    for text in open_study(study).articles["text"]:
        for sentence in tokenizer.tokenize_text(text.split("\n")):
            n += len(tagger.tag_sent([token.text[:LONGEST] for token in sentence], taglevel=1))
    return n


def measure(study: Path) -> str:
    """Time the loop and the report in one run; return a Markdown table, the ratio and the heaviest page."""
    loop = seconds([sys.executable, "-m", "benchmarks.many_articles", str(study), "--loop"])
    with tempfile.TemporaryDirectory() as folder:
        shutil.rmtree(study / ".cache", ignore_errors=True)
        command = [sys.executable, "-m", "analysis.cli", "report", "--study", str(study), "--out", f"{folder}/site"]
        report = seconds(command)
        page = max(Path(folder).rglob("*.html"), key=lambda path: path.stat().st_size)
        weight = f"{page.name}: {page.stat().st_size / 1e6:.2f} MB"
    rows = [f"| {kind} | {loop[k]:.0f} s | {report[k]:.0f} s | {report[k] / loop[k]:.2f} |"
            for k, kind in enumerate(("by the clock", "processor seconds"))]  # fmt: skip
    head = f"| {len(open_study(study).articles)} articles | plain loop | `lesarten report` | ratio |"
    return "\n".join([head, "|---|---|---|---|", *rows, f"\nThe heaviest page is {weight}."])


if __name__ == "__main__":
    if "--loop" in sys.argv:
        run_plain_loop(Path(sys.argv[1]))
    else:
        print(measure(Path(sys.argv[1])))
