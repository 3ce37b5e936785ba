"""Cost of quotations and voices: as a share of tagging, and as the text grows.

    python -m benchmarks.quotes CORPUS.csv.gz

The corpus has an article a row, with a column `text`. Accuracy is measured by `lesarten evaluate quotes FILE`.
"""

import sys
import time
from pathlib import Path

import pandas as pd

from analysis.language.tagging import tag_articles
from analysis.quoting.quotes import find_quotes
from analysis.quoting.word_voices import mark_voices
from analysis.reading.file_readers import plain_articles
from benchmarks.reuse import FILE

AT_MOST = 0.25  # of what tagging costs
LENGTHS = (1, 2, 4, 8)  # times a text of about 20,000 tokens, in one article


def measure(texts: list[str]) -> tuple[int, float, float]:
    """Return tokens, seconds of tagging, and seconds of quotations and voices."""
    frame = pd.DataFrame({"article_id": [str(n) for n in range(len(texts))], "text": texts})
    articles, paragraphs = plain_articles(frame)
    begin = time.perf_counter()
    sentences, tokens = tag_articles(articles, paragraphs)
    tagged = time.perf_counter()
    mark_voices(tokens, find_quotes(articles, sentences, tokens))
    return len(tokens), tagged - begin, time.perf_counter() - tagged


def report(path: Path = FILE) -> str:
    """Measure cost and growth; return Markdown."""
    if not path.exists():
        return f"No {path.name}: name its folder in LESARTEN_CORPORA to measure quotations."
    texts = pd.read_csv(path)["text"].astype(str).tolist()
    measure(["Der Minister sagte, die Lage sei ruhig."])  # load the models first
    n_tokens, tagging, quoting = measure(texts)
    lines = [
        f"{len(texts)} articles, {n_tokens:,} tokens: tagging {tagging:.1f} s, quotations and voices {quoting:.1f} s;",
        f"ratio {quoting / tagging:.3f} (at most {AT_MOST} was wanted).",
    ]
    unit = "\n".join(texts[:50])
    for times in LENGTHS:
        n_tokens, _, seconds = measure(["\n".join([unit] * times)])
        lines.append(f"One article of {n_tokens:,} tokens: {seconds:.2f} s, {1e6 * seconds / n_tokens:.0f} µs a token.")
    return "\n".join(lines)


if __name__ == "__main__":
    print(report(*(Path(argument) for argument in sys.argv[1:2])))
