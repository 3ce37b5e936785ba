"""Tone, checked: a coded file judged by each method, beside what needs none."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd

from analysis.checking.frames_against_gold import read_measured
from analysis.checking.labelled_files import print_scores, read_labelled, score_labels, tag_texts, write_labels
from analysis.framing.tone import NEUTRAL, POLARITIES, judge, measure_features
from analysis.framing.tone_lexicon import score_lexicon

__all__ = ["measure_tone", "predict_tone", "read_coded_tone"]


def read_coded_tone(file: Path) -> list[dict]:
    """Read sentences with target and polarity; a row without ``target_start`` and ``target_end`` is refused."""
    places = ("target_start", "target_end")
    return read_labelled(file, key="polarity", known=POLARITIES, is_list=False, whole=places)


def predict_tone(rows: list[dict], tagged: list[pd.DataFrame]) -> dict[str, list[str]]:
    """Judge each text by each method: ``model`` and ``textblob``; a text without words is neutral."""
    found: dict[str, list[str]] = {"model": [], "textblob": []}
    for row, tokens in zip(rows, tagged, strict=True):
        if tokens.empty:
            found["model"].append("neutral")
            found["textblob"].append("neutral")
            continue
        found["model"].append(judge(measure_features(tokens, row["target_start"], row["target_end"])))
        polarity, _ = score_lexicon(*(tokens[name].tolist() for name in ("form", "lemma", "pos")))
        side = "positive" if polarity > NEUTRAL else "negative" if polarity < -NEUTRAL else "neutral"
        found["textblob"].append(side)
    return found


def measure_tone(file: Path, out: Path | None, *, echo: Callable[[str], None] = print) -> None:
    """Judge the sentences of a coded file, write the model's predictions and print the figures.

    Parameters
    ----------
    file : Path
        One JSON object a line: ``id``, ``text``, ``target_start``, ``target_end``, ``polarity``.
    out : Path, optional
        Where the predictions go: a line is ``{"id", "polarity"}``.

    Raises
    ------
    StudyError
        If the file cannot be read; a malformed line is named.
    """
    rows = read_coded_tone(file)
    found = predict_tone(rows, tag_texts([row["text"] for row in rows]))
    write_labels(out, rows, found["model"], key="polarity")
    gold = [{row["polarity"]} for row in rows]
    common = max(POLARITIES, key=lambda p: sum(p in g for g in gold))
    baseline = {f"always {common}": score_labels(gold, [{common}] * len(gold), POLARITIES)}
    for name, polarities in found.items():
        echo(f"{name}:")
        print_scores(score_labels(gold, [{p} for p in polarities], POLARITIES), baseline, echo=echo)
    echo(f"{len(rows)} texts; micro is the accuracy, since each text has one polarity")
    folds = read_measured()["tone"].set_index("method").loc["model"]
    echo(
        "the model was fitted to the training part of GerNTSA: on its sentences the figures above are too high. "
        f"On those that it was not fitted to, by folds: accuracy {folds.accuracy:.3f}, macro F1 {folds.macro_f1:.3f}"
    )
