"""Frames, checked: generic frames against a coded file; elements and event frames against the hand coding."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from analysis.checking.labelled_files import print_scores, read_labelled, score_labels, tag_texts, write_labels
from analysis.framing.generic_frames import measure_indicators, read_weights, score_generic

__all__ = ["baselines", "measure_frames"]


def predict_frames(texts: list[str]) -> list[set[str]]:
    """Find the generic frames of bare texts; a text without words has none."""
    tagged = tag_texts([text.strip() for text in texts])
    if all(tokens.empty for tokens in tagged):
        return [set() for _ in texts]
    tokens = pd.concat(tagged)
    weights = read_weights()
    scores = score_generic(measure_indicators(tokens)[0], weights)
    present = scores.ge(weights.thresholds, axis=1)
    rows = zip(present.index, present.to_numpy(), strict=True)
    by_id = {article_id: set(present.columns[row]) for article_id, row in rows}
    return [by_id.get(f"{n:06}", set()) for n in range(len(texts))]


def baselines(gold: list[set[str]], labels: list[str]) -> dict[str, pd.DataFrame]:
    """Score what needs no method: every frame always, and the five commonest always."""
    counts = Counter(label for g in gold for label in g)
    common = {label for label, _ in counts.most_common(5)}
    return {
        "all frames always": score_labels(gold, [set(labels)] * len(gold), labels),
        "the five commonest always": score_labels(gold, [common] * len(gold), labels),
    }


def measure_frames(file: Path, out: Path | None, *, echo: Callable[[str], None] = print) -> None:
    """Find the generic frames of a coded file from its text alone, write the predictions and print the figures.

    Parameters
    ----------
    file : Path
        One JSON object a line: ``id``, ``text``, ``frames``.
    out : Path, optional
        Where the predictions go: a line is ``{"id", "frames"}``.

    Raises
    ------
    StudyError
        If the file cannot be read; a malformed line is named.
    """
    labels = read_weights().frames
    rows = read_labelled(file, key="frames", known=labels, is_list=True)
    found = predict_frames([row["text"] for row in rows])
    write_labels(out, rows, [sorted(frames) for frames in found], key="frames")
    gold = [set(row["frames"]) for row in rows]
    print_scores(score_labels(gold, found, labels), baselines(gold, labels), echo=echo)
    echo(f"{len(rows)} texts")
