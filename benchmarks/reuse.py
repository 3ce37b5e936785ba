"""Shared passages: accuracy on planted copies, cost, growth, and other tools on the same articles.

`python -m benchmarks.reuse [FILE]` prints Markdown tables. FILE is a CSV of articles (`article_id`, `text`); without it
the file is `derstandard-1k.csv.gz` in the folder that LESARTEN_CORPORA names.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from difflib import SequenceMatcher
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.copying.shared_passages import find_passages
from analysis.copying.word_origins import mark_origin
from analysis.language.hanta_tagger import load_tagger
from analysis.language.tagging import load_tokenizer, tag_articles
from analysis.reading.file_readers import plain_articles
from benchmarks.growth import SIZES
from benchmarks.planted import RATES, Corpus, Planted, is_word, plant, score

FILE = Path(os.environ.get("LESARTEN_CORPORA", "corpora")) / "derstandard-1k.csv.gz"
TARGETS = {0.0: "0.99 / 0.99", 0.05: "", 0.1: "0.95 / 0.98", 0.2: "0.85 / 0.97"}
LEAST, GAP = 8, 5  # words of a copy; words between two parts of it, for the tools compared with


def mark_passages(planted: Planted) -> np.ndarray:
    """Mark the tokens that `find_passages` finds."""
    marked = mark_origin(planted.tokens, find_passages(planted.articles, planted.tokens))
    return marked["origin"].eq("shared").to_numpy()


def _word_lists(planted: Planted) -> dict[str, tuple[list[str], np.ndarray]]:
    """List each article's words in small letters, with their rows."""
    words = np.flatnonzero(is_word(planted.tokens))
    forms = planted.tokens["form"].str.casefold().to_numpy()
    owner = planted.tokens["article_id"].to_numpy()[words]
    return {a: (forms[words[owner == a]].tolist(), words[owner == a]) for a in pd.unique(owner)}


def mark_difflib(planted: Planted) -> np.ndarray:
    """Mark what difflib finds in all pairs: equal runs, joined over gaps of five words, of eight equal words in all."""
    found = np.zeros(len(planted.tokens), dtype=bool)
    for (one, rows), (other, other_rows) in combinations(_word_lists(planted).values(), 2):
        runs: list[list] = []
        for a, b, n in SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks():
            if runs and a - runs[-1][1] <= GAP and b - runs[-1][3] <= GAP:
                runs[-1][1], runs[-1][3], runs[-1][4] = a + n, b + n, runs[-1][4] + n
            else:
                runs.append([a, a + n, b, b + n, n])
        for a0, a1, b0, b1, n in runs:
            if n >= LEAST:
                found[rows[a0:a1]] = found[other_rows[b0:b1]] = True
    return found


def mark_datasketch(planted: Planted, *, window: int = 20, step: int = 5, threshold: float = 0.4) -> np.ndarray:
    """Mark windows of twenty words that MinHash LSH finds alike in two articles, by three-word shingles."""
    from datasketch import MinHash, MinHashLSH

    found = np.zeros(len(planted.tokens), dtype=bool)
    index, windows = MinHashLSH(threshold=threshold, num_perm=64), {}
    for article_id, (words, rows) in _word_lists(planted).items():
        for start in range(0, max(len(words) - window, 0) + 1, step):
            part = words[start : start + window]
            sketch = MinHash(num_perm=64)
            sketch.update_batch([" ".join(part[k : k + 3]).encode() for k in range(max(len(part) - 2, 1))])
            windows[article_id, start] = (sketch, rows[start : start + window])
            index.insert((article_id, start), sketch)
    for (article_id, _), (sketch, rows) in windows.items():
        if any(other != article_id for other, _ in index.query(sketch)):
            found[rows] = True
    return found


def measure_planted(corpus: Corpus) -> str:
    """Tell how much of planted passages is found, by share of altered words."""
    lines = [
        "| words altered | recall | precision | wanted | recall, each kind | precision, each kind |",
        "|---|---|---|---|---|---|",
    ]
    for rate in RATES:
        cells = [
            score(planted, mark_passages(planted)) for planted in (plant(corpus, rate, each=e) for e in (False, True))
        ]
        (recall, precision), (each_recall, each_precision) = cells
        figures = f"{recall:.3f} | {precision:.3f} | {TARGETS[rate]} | {each_recall:.3f} | {each_precision:.3f}"
        lines.append(f"| {rate:.0%} | {figures} |")
    return "\n".join(lines)


def _seconds(work: Callable) -> tuple[float, object]:
    begin = time.perf_counter()
    result = work()
    return time.perf_counter() - begin, result


def measure_cost(path: Path) -> tuple[str, Corpus]:
    """Time all pairs of the file's articles against tokenising and tagging them; return the tagged articles as well."""
    articles, paragraphs = plain_articles(pd.read_csv(path)[["article_id", "text"]])
    load_tagger()
    tokenize = load_tokenizer().tokenize_text
    split, _ = _seconds(lambda: [list(tokenize([text])) for text in articles["text"]])
    tag, (sentences, tokens) = _seconds(lambda: tag_articles(articles, paragraphs))
    find, passages = min(
        (_seconds(lambda: find_passages(articles, tokens)) for _ in range(3)), key=lambda pair: pair[0]
    )
    table = "\n".join([
        f"| {len(articles):,} articles, {len(tokens):,} tokens | seconds | of tokenising alone |", "|---|---|---|",
        f"| tokenising (SoMaJo) | {split:.1f} | 1.00 |",
        f"| tokenising and tagging (`tag_articles`) | {tag:.1f} | {tag / split:.2f} |",
        f"| `find_passages`, all pairs ({passages['passage'].nunique()} passages) | {find:.2f} | {find / split:.2f} |",
    ])  # fmt: skip
    return table, Corpus(articles, sentences, tokens)


def measure_growth(corpus: Corpus) -> str:
    """Time and weigh growing numbers of recombined articles, each in a process of its own; fit the exponent.

    The exponent is that of processor seconds, which other work on the machine does not stretch.
    """
    lines = [
        "| articles | tokens | copies found | seconds | processor seconds | peak memory |",
        "|---|---|---|---|---|---|",
    ]
    points = []
    with tempfile.TemporaryDirectory() as folder:
        for name in ("articles", "sentences", "tokens"):
            getattr(corpus, name).to_parquet(Path(folder) / f"{name}.parquet")
        for n in SIZES:
            command = [sys.executable, "-m", "benchmarks.growth", folder, str(n), "3" if n <= 10_000 else "2"]
            printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
            n_tokens, n_copies, elapsed, cpu, peak = map(float, printed)
            points.append((n, cpu))
            lines.append(f"| {n:,} | {n_tokens:,.0f} | {n_copies:,.0f} | {elapsed:.1f} | {cpu:.1f} | {peak:.2f} GiB |")
    sizes, times = np.log(np.array(points)).T
    fitted = np.polyfit(sizes, times, 1)[0]
    ends = (times[-1] - times[0]) / (sizes[-1] - sizes[0])
    lines += ["", f"Exponent: {fitted:.2f} (least squares over all sizes), {ends:.2f} (first to last)."]
    return "\n".join(lines)


def measure_tools(corpus: Corpus) -> str:
    """Hold `find_passages` against difflib over all pairs of 100 articles, and against MinHash LSH."""
    tools = {"`find_passages`": mark_passages, "difflib, all pairs": mark_difflib}
    try:
        import datasketch

        tools[f"datasketch {datasketch.__version__}, MinHash LSH"] = mark_datasketch
    except ImportError:
        print("datasketch is not installed and is left out: pip install datasketch", file=sys.stderr)
    lines = [
        "| 100 articles, 90 planted passages | words altered | recall | precision | seconds |",
        "|---|---|---|---|---|",
    ]
    for rate in (0.0, 0.1, 0.2):
        planted = plant(corpus, rate, n_sources=9, n_others=91)
        for name, mark in tools.items():
            seconds, found = _seconds(lambda mark=mark, planted=planted: mark(planted))
            recall, precision = score(planted, found)
            lines.append(f"| {name} | {rate:.0%} | {recall:.3f} | {precision:.3f} | {seconds:.2f} |")
    return "\n".join(lines)


def measure(path: Path = FILE) -> str:
    """Measure everything; return Markdown."""
    if not path.exists():
        return f"No {path.name}: name its folder in LESARTEN_CORPORA to measure shared passages."
    cost, corpus = measure_cost(path)
    parts = {
        "Planted passages": measure_planted(corpus),
        "Cost": cost,
        "Growth": measure_growth(corpus),
        "Other tools": measure_tools(corpus),
    }
    return "\n\n".join(f"### {title}\n\n{table}" for title, table in parts.items())


if __name__ == "__main__":
    print(measure(*(Path(argument) for argument in sys.argv[1:2])))
