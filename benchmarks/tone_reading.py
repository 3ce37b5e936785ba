"""How far a second reading agrees with the coded tone: what a method could reach that reads as a person does.

    python -m benchmarks.tone_reading FILE.jsonl.gz

200 sentences of GerNTSA, read once more (`tone_reading.csv`): accuracy, macro F1 and Cohen's kappa, with intervals from
resampled sentences; and how often one text is coded alike towards two targets, beside what chance would give.
"""

import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.metrics import accuracy_score, cohen_kappa_score, f1_score

from analysis.checking.tone_evaluation import read_coded_tone

READING = Path(__file__).with_name("tone_reading.csv")
DRAWS = 2000


def rate(coded: np.ndarray, read: np.ndarray) -> tuple[float, float, float]:
    """Return accuracy, macro F1 and Cohen's kappa of a reading."""
    return accuracy_score(coded, read), f1_score(coded, read, average="macro"), cohen_kappa_score(coded, read)


def main(file: Path) -> None:
    """Print how far the second reading agrees, and the codings of one text."""
    rows = read_coded_tone(file)
    coded = {row["id"]: row["polarity"] for row in rows}
    second = pd.read_csv(READING, comment="#")
    pair = np.array([[coded[i], polarity] for i, polarity in second.itertuples(index=False, name=None)])
    draws = np.random.default_rng(0).integers(0, len(pair), (DRAWS, len(pair)))
    low, high = np.percentile([rate(*pair[draw].T) for draw in draws], [2.5, 97.5], axis=0)
    print(f"{len(pair)} sentences, a second reading against the coding (95 % intervals)")
    for name, *figures in zip(("accuracy", "macro F1", "kappa"), rate(*pair.T), low, high, strict=True):
        print("{:10}{:.3f} ({:.2f} to {:.2f})".format(name, *figures))
    print(f"always neutral on these: {(pair[:, 0] == 'neutral').mean():.3f}")
    texts = defaultdict(list)
    for row in rows:
        texts[row["text"]].append((row["target_start"], row["polarity"]))
    pairs = [two for found in texts.values() for two in combinations(found, 2)]
    same_place = [two for two in pairs if two[0][0] == two[1][0]]
    alike = lambda chosen: sum(a[1] == b[1] for a, b in chosen)  # noqa: E731
    shares = pd.Series(list(coded.values())).value_counts(normalize=True)
    print(
        f"one text, two targets: {alike(pairs)} of {len(pairs)} pairs coded alike (by chance {(shares**2).sum():.0%})"
    )
    print(f"one text, one target, coded twice: {alike(same_place)} of {len(same_place)} alike")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
