"""Growth: articles made by recombining sentences, and what finding their passages costs in time and memory.

Run as a program it measures one size in a process of its own, so that the peak of memory is that of this size alone.
"""

import resource
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.copying.shared_passages import find_passages

SIZES = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000)


def recombine(articles: pd.DataFrame, sentences: pd.DataFrame, tokens: pd.DataFrame, n: int, seed: int = 0):
    """Make n articles of sentences drawn with replacement, as long as the real ones; tokens are recombined too."""
    rng = np.random.default_rng(seed)
    per_article = rng.choice(sentences.groupby("article_id").size().to_numpy(), n)
    drawn = rng.integers(0, len(sentences), per_article.sum())
    ordered = tokens.sort_values(["article_id", "start"])
    keys = ordered["article_id"] + "/" + ordered["sentence"].astype("str")
    first = np.flatnonzero(keys.ne(keys.shift()).to_numpy())
    count = np.diff(np.append(first, len(ordered)))
    n_tokens = count[drawn]
    within = np.arange(n_tokens.sum()) - np.repeat(np.cumsum(n_tokens) - n_tokens, n_tokens)
    rows = np.repeat(first[drawn], n_tokens) + within

    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    places = zip(sentences["article_id"], sentences["start"], sentences["end"], strict=True)
    printed = np.array([texts[a][s:e] for a, s, e in places], dtype=object)
    length = (sentences["end"] - sentences["start"]).to_numpy()[drawn] + 1
    opening = np.concatenate([[0], np.cumsum(per_article)[:-1]])
    begin = np.cumsum(length) - length
    begin -= np.repeat(begin[opening], per_article)
    shift = np.repeat(begin - sentences["start"].to_numpy()[drawn], n_tokens)

    ids = np.array([f"{k:06d}" for k in range(n)])
    owner = np.repeat(np.repeat(np.arange(n, dtype=np.int32), per_article), n_tokens)
    made = ordered[["form", "lemma", "pos"]].astype("category").iloc[rows].reset_index(drop=True)
    made["article_id"] = pd.Categorical.from_codes(owner, ids)
    made["start"], made["end"] = ordered["start"].to_numpy()[rows] + shift, ordered["end"].to_numpy()[rows] + shift
    new_texts = [" ".join(part) for part in np.split(printed[drawn], opening[1:])]
    return pd.DataFrame({"article_id": ids, "text": new_texts}), made


def measure_one(folder: Path, n: int, rounds: int) -> tuple[int, int, float, float, float]:
    """Find the passages of n articles; give tokens, copies, seconds and processor seconds (best round), peak GiB."""
    tables = (pd.read_parquet(folder / f"{name}.parquet") for name in ("articles", "sentences", "tokens"))
    articles, tokens = recombine(*tables, n)
    seconds = []
    for _ in range(rounds):
        begin, begin_cpu = time.perf_counter(), time.process_time()
        passages = find_passages(articles, tokens)
        seconds.append((time.process_time() - begin_cpu, time.perf_counter() - begin))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    cpu, elapsed = min(seconds)
    return len(tokens), len(passages), elapsed, cpu, peak


if __name__ == "__main__":
    print(*measure_one(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))
