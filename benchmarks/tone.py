"""Tone towards a target: five folds on GerNTSA, and the weights that ship.

    python -m benchmarks.tone FILE.jsonl.gz [--write | --shares]

A fold is the hash of a sentence's id; twice more, with other folds, the hash of its text, so that texts that stand in
the file with several targets are never on both sides. How many directions of the words' vectors are kept
and how much is given to the two rarer polarities is chosen inside the other four folds; the fifth is only measured.
Three ways to choose the second are measured; `RULE`, chosen before, is the one that ships. `--shares` measures the
first with a quarter, half and three quarters of the sentences to learn from.
"""

import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import minimize
from scipy.special import softmax
from sklearn.linear_model import Ridge
from sklearn.metrics import accuracy_score, f1_score, log_loss

from analysis.checking.labelled_files import tag_texts
from analysis.checking.tone_evaluation import read_coded_tone
from analysis.codebook.wordlists import read_lines
from analysis.framing.frame_indicators import matches
from analysis.framing.tone import POLARITIES, WEIGHED, find_inside, measure_features
from analysis.framing.tone_lexicon import read_lists, read_polarities
from analysis.framing.tone_words import find_known
from benchmarks.framing import FOLDS, fold_of, standardised
from benchmarks.word_vectors import read_vectors

DIRECTIONS = (5, 10, 20)
PENALTIES = 200.0, 1000.0  # of the squares of the weights of side and of loudness, features in standard deviations
BOOSTS = list(product(np.exp(np.linspace(-0.2, 1.2, 15)), repeat=2))  # negative, positive; neutral counts once
MARGIN = 0.01  # the best of many boosts promises too much: inside the folds, so much above always neutral
SEEDS = ("", "1|", "2|")
SHARES = (0.25, 0.5, 0.75)
LEXICONS = Path(__file__).resolve().parents[1] / "analysis" / "lexicons"
HEAD = """# Weights of word classes (tone.toml), of the lexicon and of all words for the polarity towards a target.
#
# Each feature has a weight for the side (towards positive, away from negative) and a small one for loudness (away from
# neutral, to both sides): an adjacent-categories logit (Agresti 2010), written here as the sums for each polarity.
# Fitted by `python -m benchmarks.tone FILE --write` to the training part of GerNTSA, German news
# with polarity towards a target, CC BY 4.0: these weights are a work derived from it, under the same licence.
# A feature is ln(1 + x); "weighed-" and "weighed+" are the sums of the words' weights. See analysis/framing/tone.py.
"""


class Texts:
    """The coded texts as numbers: features of classes, and the mean of the vectors of the words that are known."""

    def __init__(self, rows: list[dict]):
        tagged = tag_texts([row["text"] for row in rows])
        spans = [(row["target_start"], row["target_end"]) for row in rows]
        measured = [measure_features(tokens, *span) for tokens, span in zip(tagged, spans, strict=True)]
        self.names = [name for name in measured[0] if name not in WEIGHED]
        self.classes = np.array([[found[name] for name in self.names] for found in measured])
        self.entries = [line.split()[0] for line in read_lines("tone_words")]
        self.vectors = read_vectors(self.entries)
        number = {word: n for n, word in enumerate(self.entries)}
        self.valence = _find_valence(self.entries, self.vectors)
        self.words = np.zeros((len(rows), self.vectors.shape[1]))
        for n, (tokens, span) in enumerate(zip(tagged, spans, strict=True)):
            found = find_known(tokens["lemma"].tolist(), tokens["pos"].tolist(), find_inside(tokens, *span))
            if found:
                known = self.vectors[[number[word] for _, word in found]]
                self.words[n] = known.sum(0) / len(found) ** 0.5
        self.coded = np.array([POLARITIES.index(row["polarity"]) for row in rows])


def _find_valence(words: list[str], vectors: np.ndarray) -> np.ndarray:
    """Find the direction from bad words to good ones, by our lists, else by textblob-de's lexicon; by no coded text."""
    classes, known, given = read_lists().classes, read_polarities(), {}
    for number, word in enumerate(words):
        sides = {name[0] for name, words_of in classes.items() if matches(words_of, word, word)}
        if len(sides) == 1:
            given[number] = 1.0 if sides == {"+"} else -1.0
        elif word in known:
            given[number] = known[word]
    return Ridge(alpha=3.0).fit(vectors[list(given)], list(given.values())).coef_


def fit_ordered(Z: np.ndarray, coded: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Fit what the three polarities are in their order: the adjacent-categories logit, and a little beside it.

    ln p(negative)/p(neutral) = start 0 - side + loud, ln p(positive)/p(neutral) = start 1 + side + loud; side and loud
    are sums of weighed features. Without *loud* it is the logit of adjacent categories (Agresti 2010, Analysis of
    ordinal categorical data, 4.1), without penalties the logistic regression of three classes.

    Returns
    -------
    weights (of side, of loudness; a row each), starts
    """
    known, k = np.eye(len(POLARITIES))[coded], Z.shape[1]
    held = np.repeat([0.0, *PENALTIES], [2, k, k])

    def loss(x: np.ndarray) -> tuple[float, np.ndarray]:
        weighed = weigh_ordered(Z, x[2:].reshape(2, k), x[:2])
        off = (weighed - known)[:, [0, 2]]
        slope = np.r_[off.sum(0), Z.T @ (off[:, 1] - off[:, 0]), Z.T @ off.sum(1)]
        return (held / 2 * x**2).sum() - np.log((weighed * known).sum(1)).sum(), slope + held * x

    found = minimize(loss, np.zeros(2 + 2 * k), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return found[2:].reshape(2, k), found[:2]


def weigh_ordered(Z: np.ndarray, weights: np.ndarray, starts: np.ndarray) -> np.ndarray:
    """Return each polarity's probability."""
    side, loud = weights @ Z.T
    return softmax(np.c_[starts[0] - side + loud, np.zeros(len(Z)), starts[1] + side + loud], axis=1)


class Model:
    """An ordered logit over classes of words, directions of all words and their valence, fitted to some texts."""

    def __init__(self, texts: Texts, train: np.ndarray, n: int):
        words = texts.words[train]
        self.centre = words.mean(0)
        around = words - self.centre
        first = np.linalg.eigh(around.T @ around)[1][:, ::-1][:, :n]
        self.turn = np.column_stack([first, texts.valence])
        Z, self.mean, self.spread = standardised(self._join(texts, train))
        self.weights, self.starts = fit_ordered(Z, texts.coded[train])

    def _join(self, texts: Texts, part: np.ndarray) -> np.ndarray:
        return np.hstack([texts.classes[part], (texts.words[part] - self.centre) @ self.turn])

    def weigh(self, texts: Texts, part: np.ndarray) -> np.ndarray:
        """Return each polarity's probability."""
        return weigh_ordered((self._join(texts, part) - self.mean) / self.spread, self.weights, self.starts)


def cross(texts: Texts, part: np.ndarray, n: int) -> np.ndarray:
    """Weigh each text of a part by a model that has not seen it."""
    inner, weighed = np.arange(len(part)) % FOLDS, np.zeros((len(part), len(POLARITIES)))
    for k in range(FOLDS):
        weighed[inner == k] = Model(texts, part[inner != k], n).weigh(texts, part[inner == k])
    return weighed


def decide(weighed: np.ndarray, boosts: tuple[float, float]) -> np.ndarray:
    """Take the likeliest polarity, negative and positive counting `boosts` times."""
    return (weighed * [boosts[0], 1, boosts[1]]).argmax(1)


def score(coded: np.ndarray, found: np.ndarray) -> tuple[float, float]:
    """Return accuracy and macro F1."""
    return accuracy_score(coded, found), f1_score(coded, found, average="macro")


def _hold(accuracy: float, macro: float, neutral: float) -> tuple[float, float]:
    """Prefer what is more often right than always neutral, among that the highest macro F1."""
    return min(accuracy, neutral + MARGIN), macro


RULES: dict[str, Callable[[float, float, float], tuple[float, float]]] = {
    "macro F1": lambda accuracy, macro, neutral: (macro, accuracy),
    "accuracy + macro F1": lambda accuracy, macro, neutral: (accuracy + macro, macro),
    "macro F1, accuracy held": _hold,
}
RULE = "accuracy + macro F1"


def choose(texts: Texts, part: np.ndarray) -> tuple[int, dict[str, tuple[float, float]]]:
    """Choose by inner folds: how many directions by likelihood, the boosts by each rule."""
    coded = texts.coded[part]
    tried = {n: cross(texts, part, n) for n in DIRECTIONS}
    n = min(tried, key=lambda n: log_loss(coded, tried[n]))
    figures = {boosts: score(coded, decide(tried[n], boosts)) for boosts in BOOSTS}
    neutral = float((coded == POLARITIES.index("neutral")).mean())
    return n, {name: max(BOOSTS, key=lambda b, rule=rule: rule(*figures[b], neutral)) for name, rule in RULES.items()}


def measure(texts: Texts, folds: np.ndarray, share: float = 1.0) -> pd.DataFrame:
    """Measure each rule on folds: accuracy and macro F1 of all texts, and the range over the folds.

    Parameters
    ----------
    share : float
        How many of the texts of the other folds are learned from, drawn by a fixed seed.
    """
    found, rng = {name: np.zeros(len(folds), int) for name in RULES}, np.random.default_rng(0)
    for k in range(FOLDS):
        rest, held = rng.permutation(np.flatnonzero(folds != k)), np.flatnonzero(folds == k)
        rest = np.sort(rest[: round(share * len(rest))])
        n, boosts = choose(texts, rest)
        weighed = Model(texts, rest, n).weigh(texts, held)
        for name in RULES:
            found[name][held] = decide(weighed, boosts[name])
    rows = []
    for name, all_found in found.items():
        parts = np.array([score(texts.coded[folds == k], all_found[folds == k]) for k in range(FOLDS)])
        low, high = parts.min(0), parts.max(0)
        accuracy, macro = score(texts.coded, all_found)
        rows.append((name, accuracy, f"{low[0]:.3f} to {high[0]:.3f}", macro, f"{low[1]:.3f} to {high[1]:.3f}"))
    return pd.DataFrame(rows, columns=["rule", "accuracy", "of folds", "macro F1", "of folds "]).round(3)


def main(file: Path, *, is_writing: bool, is_sharing: bool) -> None:
    """Measure by folds; write the weights or draw the curve of learning if asked."""
    rows = read_coded_tone(file)
    texts = Texts(rows)
    for seed in SEEDS:
        keys = [f"{seed}{row['text']}" if seed else row["id"] for row in rows]
        folds = np.array([*map(fold_of, keys)])
        print(f"folds by {'the text, ' + seed if seed else 'the id'}\n{measure(texts, folds)}", flush=True)
        for share in SHARES if is_sharing else ():
            print(f"with {share:.0%} to learn from\n{measure(texts, folds, share)}", flush=True)
    neutral = np.full(len(rows), POLARITIES.index("neutral"))
    print("always neutral: accuracy {:.3f}, macro F1 {:.3f}".format(*score(texts.coded, neutral)))
    if is_writing:
        write(texts)


def write(texts: Texts) -> None:
    """Fit on everything and write the weights, on features as they are; each word's over neutral, in thousandths."""
    everything = np.arange(len(texts.coded))
    n, boosts = choose(texts, everything)
    model, k = Model(texts, everything, n), len(texts.names)
    side, loud = model.weights / model.spread
    slopes = np.array([loud - side, 0 * side, loud + side])
    start = np.array([model.starts[0], 0, model.starts[1]]) - slopes @ model.mean
    start = start - slopes[:, k:] @ (model.centre @ model.turn)
    start = start - start[1] + np.log([boosts[RULE][0], 1, boosts[RULE][1]])
    lines = [HEAD]
    for number, polarity in enumerate(POLARITIES):
        weights = {name: f"{w:.4f}" for name, w in zip(texts.names, slopes[number], strict=False)}
        weights |= {name: str(int(polarity == of)) for name, of in zip(WEIGHED, ("negative", "positive"), strict=True)}
        pairs = ", ".join(f'"{name}" = {w}' for name, w in weights.items())
        lines.append(f"[{polarity}]\nintercept = {start[number]:.4f}\nweights = {{ {pairs} }}\n")
    (LEXICONS / "tone_weights.toml").write_text("\n".join(lines), encoding="utf-8")
    of_words = np.round(1000 * texts.vectors @ model.turn @ slopes[:, k:].T).astype(int)
    path = LEXICONS / "tone_words.txt"
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    body = [f"{word} {row[0]} {row[2]}" for word, row in zip(texts.entries, of_words, strict=True)]
    path.write_text("\n".join([*head, *body, ""]), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), is_writing="--write" in sys.argv, is_sharing="--shares" in sys.argv)
