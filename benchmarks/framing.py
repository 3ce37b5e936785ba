"""Generic frames: five folds on the SemEval data, and the weights that ship.

    python -m benchmarks.framing FILE.jsonl.gz [--write]

A fold is the hash of an article's id. Regularisation, the most that a frame may be named, and each frame's threshold
are chosen inside the other four folds; the fifth is only measured. `--write` fits on everything, with thresholds from
five inner folds, and writes `analysis/lexicons/frames_weights.toml`.
"""

import hashlib
import sys
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from analysis.checking.frame_evaluation import baselines
from analysis.checking.labelled_files import print_scores, read_labelled, score_labels
from analysis.codebook.frames_file import read_generic
from analysis.framing.generic_frames import measure_indicators
from analysis.language.tagging import tag_articles
from analysis.reading.file_readers import plain_articles

GRID = [(c, cap) for c in (0.01, 0.03, 0.1) for cap in (1.2, 1.5, 2.0)]
STEPS = np.linspace(0.2, 0.8, 31)
FOLDS = 5
WEIGHTS = Path(__file__).resolve().parents[1] / "analysis" / "lexicons" / "frames_weights.toml"
HEAD = """# Weights of the named indicators (frames_generic.toml) for the 14 generic frames: logistic regression.
#
# Fitted by `python -m benchmarks.framing FILE --write` to the training part of SemEval-2023 task 3, subtask 2, German
# (Piskorski et al. 2023), whose texts are not passed on: what is here are weights of lists written beforehand.
# A feature is ln(1 + hits per 1,000 words); `length` is ln(words). A frame is there from `threshold` upward.
"""


def fold_of(name: str) -> int:
    """Give an article its fold: the SHA-256 of its id, modulo 5."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS


def fit(X: np.ndarray, y: np.ndarray, c: float) -> LogisticRegression:
    """Fit one frame."""
    return LogisticRegression(C=c, class_weight="balanced", solver="liblinear", random_state=0).fit(X, y)


def inner_scores(X: np.ndarray, Y: np.ndarray, c: float) -> np.ndarray:
    """Score every article by models that have not seen it."""
    part, scores = np.arange(len(X)) % FOLDS, np.zeros(Y.shape)
    for j in range(Y.shape[1]):
        for k in range(FOLDS):
            scores[part == k, j] = fit(X[part != k], Y[part != k, j], c).predict_proba(X[part == k])[:, 1]
    return scores


def threshold(y: np.ndarray, scores: np.ndarray, cap: float) -> float:
    """Choose where the smoothed F1 is highest among thresholds that name a frame at most `cap` times too often."""
    f1 = np.array([f1_score(y, scores >= step, zero_division=0) for step in STEPS])
    smooth = np.convolve(np.pad(f1, 3, "edge"), np.ones(7) / 7, "valid")
    smooth[[(scores >= step).sum() > cap * y.sum() for step in STEPS]] = -1
    return float(STEPS[smooth.argmax()])


def choose(X: np.ndarray, Y: np.ndarray) -> tuple[float, np.ndarray]:
    """Choose regularisation and thresholds by inner folds: the highest sum of micro and macro F1."""
    best = (-1.0, 0.0, np.zeros(0))
    for c in sorted({c for c, _ in GRID}):
        scores = inner_scores(X, Y, c)
        for cap in sorted({cap for _, cap in GRID}):
            cuts = np.array([threshold(Y[:, j], scores[:, j], cap) for j in range(Y.shape[1])])
            value = sum(f1_score(Y, scores >= cuts, average=a, zero_division=0) for a in ("micro", "macro"))
            best = max(best, (value, c, cuts), key=lambda b: b[0])
    return best[1], best[2]


def standardised(X: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return the features in standard deviations, with their means and deviations."""
    mean, spread = X.mean(0), X.std(0) + 1e-9
    return (X - mean) / spread, mean, spread


def measure(X: np.ndarray, Y: np.ndarray, folds: np.ndarray) -> np.ndarray:
    """Predict each fold from the other four."""
    found = np.zeros(Y.shape, bool)
    for k in range(FOLDS):
        rest = folds != k
        Z, mean, spread = standardised(X[rest])
        c, cuts = choose(Z, Y[rest])
        held = (X[~rest] - mean) / spread
        for j in range(Y.shape[1]):
            found[~rest, j] = fit(Z, Y[rest, j], c).predict_proba(held)[:, 1] >= cuts[j]
    return found


def write(features: pd.DataFrame, Y: np.ndarray, frames: list[str]) -> None:
    """Fit on everything and write the weights, on features as they are (not standardised)."""
    Z, mean, spread = standardised(features.to_numpy())
    c, cuts = choose(Z, Y)
    lines = [HEAD]
    for j, frame in enumerate(frames):
        model = fit(Z, Y[:, j], c)
        weights = model.coef_[0] / spread
        pairs = ", ".join(f"{name} = {w:.3f}" for name, w in zip(features.columns, weights, strict=True))
        rounded = np.round(weights, 3)
        intercept = model.intercept_[0] - float(model.coef_[0] @ (mean / spread)) + float((weights - rounded) @ mean)
        lines.append(f"[frames.{frame}]\nintercept = {intercept:.4f}\nthreshold = {cuts[j]:.2f}")
        lines.append(f"weights = {{ {pairs} }}\n")
    WEIGHTS.write_text("\n".join(lines), encoding="utf-8")


def main(file: Path, *, is_writing: bool) -> None:
    """Measure by folds; write the weights if asked."""
    frames = [frame.id for frame in read_generic()[0]]
    rows = read_labelled(file, key="frames", known=frames, is_list=True)
    texts = pd.DataFrame({"article_id": [r["id"] for r in rows], "text": [r["text"].strip() for r in rows]})
    features, _ = measure_indicators(tag_articles(*plain_articles(texts))[1])
    features = features.loc[texts["article_id"]]
    gold = [set(row["frames"]) for row in rows]
    Y = np.array([[frame in g for frame in frames] for g in gold])
    found = measure(features.to_numpy(), Y, np.array([fold_of(row["id"]) for row in rows]))
    named = [{frame for frame, has in zip(frames, row, strict=True) if has} for row in found]
    print_scores(score_labels(gold, named, frames), baselines(gold, frames))
    if is_writing:
        write(features, Y, frames)


if __name__ == "__main__":
    main(Path(sys.argv[1]), is_writing="--write" in sys.argv)
