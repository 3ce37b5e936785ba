"""Tone towards a target: five folds on GerNTSA, and the weights that ship.

    python -m benchmarks.tone FILE.jsonl.gz [--write]

A fold is the hash of a sentence's id. How strong the weights may be, and how much is given to the two rarer
polarities, is chosen inside the other four folds; the fifth is only measured.
"""

import sys
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score

from analysis.checking.labelled_files import print_scores, score_labels, tag_texts
from analysis.checking.tone_evaluation import read_coded_tone
from analysis.framing.tone import POLARITIES, measure_features
from benchmarks.framing import FOLDS, fold_of, standardised

STRENGTHS, BOOSTS = (0.003, 0.01, 0.03), (1.0, 1.2, 1.4, 1.7, 2.0)
WEIGHTS = Path(__file__).resolve().parents[1] / "analysis" / "lexicons" / "tone_weights.toml"
HEAD = """# Weights of word classes (tone.toml) and of the lexicon for polarity towards a target: logistic regression.
#
# Fitted by `python -m benchmarks.tone FILE --write` to the training part of GerNTSA, German news with polarity
# towards a target, CC BY 4.0: these weights are a work derived from it, under the same licence.
# A feature is ln(1 + x); see analysis/framing/tone.py.
"""


def fit(X: np.ndarray, y: np.ndarray, c: float) -> LogisticRegression:
    """Fit the three polarities together."""
    return LogisticRegression(C=c, max_iter=2000).fit(X, y)


def decide(model: LogisticRegression, X: np.ndarray, boost: float) -> np.ndarray:
    """Take the likeliest polarity, the two that are not neutral counting `boost` times."""
    given = np.array([1.0 if name == "neutral" else boost for name in model.classes_])
    return model.classes_[(model.predict_proba(X) * given).argmax(1)]


def choose(X: np.ndarray, y: np.ndarray) -> tuple[float, float]:
    """Choose by inner folds: the highest sum of accuracy and macro F1."""
    part = np.arange(len(X)) % FOLDS
    best = (-1.0, 0.0, 0.0)
    for c in STRENGTHS:
        models = [fit(X[part != k], y[part != k], c) for k in range(FOLDS)]
        for boost in BOOSTS:
            found = np.empty(len(y), dtype=object)
            for k, model in enumerate(models):
                found[part == k] = decide(model, X[part == k], boost)
            value = accuracy_score(y, found) + f1_score(y, found, average="macro")
            best = max(best, (value, c, boost))
    return best[1], best[2]


def main(file: Path, *, is_writing: bool) -> None:
    """Measure by folds; write the weights if asked."""
    rows = read_coded_tone(file)
    tagged = tag_texts([row["text"] for row in rows])
    features = [measure_features(t, r["target_start"], r["target_end"]) for r, t in zip(rows, tagged, strict=True)]
    names = list(features[0])
    X, y = np.array([list(f.values()) for f in features]), np.array([row["polarity"] for row in rows])
    folds = np.array([fold_of(row["id"]) for row in rows])
    found = np.empty(len(y), dtype=object)
    for k in range(FOLDS):
        Z, mean, spread = standardised(X[folds != k])
        c, boost = choose(Z, y[folds != k])
        found[folds == k] = decide(fit(Z, y[folds != k], c), (X[folds == k] - mean) / spread, boost)
    gold = [{p} for p in y]
    always = {"always neutral": score_labels(gold, [{"neutral"}] * len(gold), POLARITIES)}
    print_scores(score_labels(gold, [{p} for p in found], POLARITIES), always)
    if is_writing:
        write(X, y, names)


def write(X: np.ndarray, y: np.ndarray, names: list[str]) -> None:
    """Fit on everything and write the weights, on features as they are."""
    Z, mean, spread = standardised(X)
    c, boost = choose(Z, y)
    model, lines = fit(Z, y, c), [HEAD]
    for polarity, row, intercept in zip(model.classes_, model.coef_, model.intercept_, strict=True):
        extra = 0.0 if polarity == "neutral" else float(np.log(boost))
        lines.append(f"[{polarity}]\nintercept = {intercept - float(row @ (mean / spread)) + extra:.4f}")
        pairs = ", ".join(f'"{name}" = {w:.4f}' for name, w in zip(names, row / spread, strict=True))
        lines.append(f"weights = {{ {pairs} }}\n")
    WEIGHTS.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), is_writing="--write" in sys.argv)
