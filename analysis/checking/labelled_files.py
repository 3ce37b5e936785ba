"""Labelled texts: files of one JSON object a line; labels held against labels."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.checking.json_lines import read_objects, write_objects
from analysis.errors import StudyError, nearest
from analysis.language.tagging import tag_articles
from analysis.reading.file_readers import plain_articles

__all__ = ["print_scores", "read_labelled", "score_labels", "tag_texts", "write_labels"]


def read_labelled(
    path: Path, *, key: str, known: Sequence[str], is_list: bool, whole: Sequence[str] = ()
) -> list[dict]:
    """Read texts and their labels.

    Parameters
    ----------
    path : Path
        One JSON object a line with ``id``, ``text`` and the labels; gzip if the name ends in .gz.
    key : str
        What holds the labels: ``frames`` or ``polarity``.
    known : sequence of str
        The labels there are.
    is_list : bool
        Whether a text has a list of labels, or one.
    whole : sequence of str
        What else a line must hold, as whole numbers.

    Raises
    ------
    StudyError
        If the file is missing or empty, or a line is no such object; the line is named, an unknown label gets the
        nearest known one.
    """
    found = read_objects(path, needed=("id", "text", key))
    rows = [_check_labels(row, path, number, key, known, is_list, whole) for number, row in found]
    if not rows:
        raise StudyError("there is no text in it", file=path)
    return rows


def _check_labels(
    row: dict, path: Path, number: int, key: str, known: Sequence[str], is_list: bool, whole: Sequence[str]
) -> dict:
    """Return a text with its id as a string; say what is wrong with its labels."""
    if not isinstance(row["text"], str) or isinstance(row[key], list) != is_list:
        wanted = "a list of labels" if is_list else "one label"
        raise StudyError(f'"text" is a string and "{key}" is {wanted}', file=path, line=number)
    for label in row[key] if is_list else [row[key]]:
        if label not in known:
            raise StudyError(f'unknown label "{label}"; {nearest(str(label), list(known))}', file=path, line=number)
    if wrong := [name for name in whole if type(row.get(name)) is not int]:
        raise StudyError(f'"{wrong[0]}" is missing or no whole number', file=path, line=number)
    return row | {"id": str(row["id"])}


def write_labels(path: Path | None, rows: Sequence[dict], labels: Sequence[str | list[str]], *, key: str) -> None:
    """Write what was found for each text, a line ``{"id", key}``; nothing where no file is asked for."""
    if path is not None:
        write_objects(path, ({"id": row["id"], key: found} for row, found in zip(rows, labels, strict=True)))


def tag_texts(texts: Sequence[str]) -> list[pd.DataFrame]:
    """Tag bare texts; the offsets of the tokens are those of the text, and a text without words has no tokens."""
    names = [f"{n:06}" for n in range(len(texts))]
    articles, paragraphs = plain_articles(pd.DataFrame({"article_id": names, "text": list(texts)}))
    if paragraphs.empty:
        return [pd.DataFrame({"article_id": []}) for _ in texts]
    _, tokens = tag_articles(articles, paragraphs)
    by_id = dict(tuple(tokens.groupby("article_id", sort=False)))
    return [by_id.get(name, tokens.iloc[:0]) for name in names]


def score_labels(gold: list[set[str]], found: list[set[str]], labels: Sequence[str]) -> pd.DataFrame:
    """Score labels that were found against labels that were coded.

    Parameters
    ----------
    gold, found : list of set
        The labels of each text, in the same order; for one label a text, sets of one.
    labels : sequence of str

    Returns
    -------
    DataFrame
        A row is a label, then ``micro`` and ``macro``: ``label``, ``precision``, ``recall``, ``f1``, ``n`` (coded).

    Notes
    -----
    precision = right / found, recall = right / coded, F1 = 2 right / (found + coded); NaN where nothing is found,
    coded, or neither. Micro: over all labels together. Macro: the mean of the labels' F1, 0 for a label that is
    neither found nor coded, as the published figures count it.

    Examples
    --------
    >>> score_labels([{"a"}, {"a", "b"}], [{"a"}, {"a"}], ["a", "b"])["f1"].round(2).tolist()
    [1.0, 0.0, 0.8, 0.5]
    """
    rows = []
    for label in labels:
        has, says = np.array([label in g for g in gold]), np.array([label in f for f in found])
        rows.append((label, int((has & says).sum()), int(says.sum()), int(has.sum())))
    rows.append(("micro", *(sum(row[k] for row in rows) for k in (1, 2, 3))))
    table = pd.DataFrame(rows, columns=["label", "right", "found", "n"])
    ratio = lambda a, b: a / b.where(b > 0)  # noqa: E731
    table["precision"] = ratio(table["right"], table["found"])
    table["recall"] = ratio(table["right"], table["n"])
    table["f1"] = ratio(2 * table["right"], table["found"] + table["n"])
    own = table.iloc[:-1]
    macro = {"label": "macro", "precision": own["precision"].fillna(0).mean(), "recall": own["recall"].fillna(0).mean(),
             "f1": own["f1"].fillna(0).mean(), "n": table["n"].iloc[-1]}  # fmt: skip
    return pd.concat([table, pd.DataFrame([macro])], ignore_index=True)[["label", "precision", "recall", "f1", "n"]]


def print_scores(table: pd.DataFrame, baselines: dict[str, pd.DataFrame], *, echo=print) -> None:
    """Print scores, and micro and macro F1 of what needs no method."""
    write = lambda x: "–" if pd.isna(x) else f"{x:.3f}"  # noqa: E731
    echo(f"{'':48}{'P':>8}{'R':>8}{'F1':>8}{'n':>7}")
    for row in table.itertuples(index=False):
        echo(f"{row.label:48}{write(row.precision):>8}{write(row.recall):>8}{write(row.f1):>8}{row.n:7d}")
    for name, base in baselines.items():
        f1 = base.set_index("label")["f1"]
        echo(f"baseline, {name}: micro F1 {write(f1['micro'])}, macro F1 {write(f1['macro'])}")
