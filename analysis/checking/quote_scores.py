"""Evaluation: what the quotation finder finds, held against hand annotation; the published figures.

Predicted and annotated quotations of an article are paired one to one so that the summed token F1 of their quote
spans is highest; a pair, or a quotation that is left over, is one group. Message, roles and joint are macro-averages
over groups, form is the micro F1 of the type (Petersen-Frey & Biemann, LREC-COLING 2024, arXiv 2404.16764).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.checking.json_lines import read_objects
from analysis.checking.row_pairing import assign
from analysis.errors import StudyError

__all__ = ["ROLES", "Score", "lay_onto_tokens", "pair_quotes", "read_annotated", "score_quotes", "score_rules"]

ROLES = ("speaker", "cue", "frame", "addressee")
PARTS = {"message": ("quote",), "roles": ROLES, "joint": ("quote", *ROLES)}
NEEDED = ("name", "text", "tokens", "sentences", "quotes")


@dataclass(frozen=True)
class Score:
    """Precision, recall and their harmonic mean, in percent; NaN where nothing was there to measure."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall.

        Examples
        --------
        >>> Score(50.0, 100.0).f1
        66.66666666666667
        """
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0 if total == 0 else float("nan")


def read_annotated(path: Path) -> Iterator[dict]:
    """Yield the articles of a file of annotated quotations: one JSON object a line, gzip if the name ends in .gz.

    Raises
    ------
    StudyError
        If the file is missing, or a line is no JSON object or lacks a key; the line is named.
    """
    for number, article in read_objects(path, needed=NEEDED):
        yield _check_article(article, path, number)


def _check_article(article: dict, path: Path, number: int) -> dict:
    """Return an article; say what is wrong with its lists."""
    lists = all(isinstance(article[key], list) for key in ("tokens", "sentences", "quotes"))
    if not lists or not isinstance(article["text"], str):
        raise StudyError("text must be a string; tokens, sentences and quotes lists", file=path, line=number)
    if not all(isinstance(quote, dict) and "type" in quote and isinstance(quote.get("quote"), list)
               for quote in article["quotes"]):  # fmt: skip
        raise StudyError('a quote needs a "type" and a list "quote"', file=path, line=number)
    return article


def lay_onto_tokens(spans: Iterable[tuple[int, int]], tokens: list[list[int]]) -> list[int]:
    """Lay spans of characters onto tokens: a token belongs to a span when they overlap.

    Examples
    --------
    >>> lay_onto_tokens([(0, 4), (9, 10)], [[0, 3], [3, 6], [7, 9], [9, 12]])
    [0, 1, 3]
    """
    starts, ends = (np.array([token[side] for token in tokens], dtype=int) for side in (0, 1))
    found: set[int] = set()
    for start, end in spans:
        found.update(range(int(np.searchsorted(ends, start, "right")), int(np.searchsorted(starts, end, "left"))))
    return sorted(found)


def pair_quotes(predicted: list[dict], annotated: list[dict]) -> list[tuple[dict | None, dict | None]]:
    """Pair the quotations of one article one to one; what overlaps nothing stands alone.

    Examples
    --------
    >>> a, b, c = {"quote": [1, 2, 3]}, {"quote": [3, 4]}, {"quote": [9]}
    >>> pair_quotes([a], [b, c]) == [(a, b), (None, c)]
    True
    """
    overlap = np.array([[_overlap(p, a) for a in annotated] for p in predicted]).reshape(len(predicted), len(annotated))
    pairs = dict(assign(overlap))
    groups: list[tuple[dict | None, dict | None]] = [(p, annotated[pairs[i]]) if i in pairs else (p, None)
                                                     for i, p in enumerate(predicted)]  # fmt: skip
    taken = set(pairs.values())
    return groups + [(None, a) for j, a in enumerate(annotated) if j not in taken]


def _tokens_of_parts(quote: dict | None, parts: Iterable[str]) -> set[tuple[str, int]]:
    """List the tokens of some parts of a quotation, each with the part it belongs to."""
    return {(part, token) for part in parts for token in (quote or {}).get(part) or ()}


def score_quotes(articles: Iterable[tuple[list[dict], list[dict]]]) -> pd.DataFrame:
    """Score predicted quotations against annotated ones.

    Parameters
    ----------
    articles : iterable of (predicted, annotated)
        Each a list of quotations in the form of the file: ``type`` and lists of token numbers.

    Returns
    -------
    DataFrame
        A row is a measure, with ``measure``, ``precision``, ``recall``, ``f1`` (percent) and ``n`` (how many groups,
        annotated tokens or annotated quotations the recall is over). First the published figures ``message``,
        ``roles``, ``joint`` (macro over groups) and ``form`` (micro), then micro figures per part and per type.

    Notes
    -----
    Reading it: *message* asks whether the right words were taken for a quotation, *roles* who said it and what words
    say so, *joint* both at once, *form* how it is reported. Figures compare only when computed on the same articles.
    """
    groups = [group for predicted, annotated in articles for group in pair_quotes(predicted, annotated)]
    rows = [_macro(name, groups, parts) for name, parts in PARTS.items()]
    rows.append(_count_types("form", groups))
    rows += [_count_tokens(part, groups) for part in ("quote", *ROLES)]
    types = sorted({quote["type"] for group in groups for quote in group if quote})
    rows += [_count_types(kind, groups, kind) for kind in types]
    return pd.DataFrame(rows, columns=["measure", "precision", "recall", "f1", "n"])


def _count_types(name: str, groups: list, kind: str | None = None) -> tuple:
    """Count the groups of one type on both sides, of a given type or of any."""
    both, predicted, annotated = 0, 0, 0
    for p, a in groups:
        is_predicted, is_annotated = (q is not None and kind in (None, q["type"]) for q in (p, a))
        predicted, annotated = predicted + is_predicted, annotated + is_annotated
        both += is_predicted and is_annotated and p["type"] == a["type"]
    return _micro(name, both, predicted, annotated)


def _count_tokens(part: str, groups: list) -> tuple:
    """Count the tokens of one part on both sides."""
    sets = [(_tokens_of_parts(p, [part]), _tokens_of_parts(a, [part])) for p, a in groups]
    return _micro(part, *(sum(map(len, s)) for s in ([p & a for p, a in sets], *zip(*sets, strict=True))))


def score_rules(articles: Iterable[tuple[list[dict], list[dict]]]) -> pd.DataFrame:
    """Score each rule of the finder by itself.

    Parameters
    ----------
    articles : iterable of (predicted, annotated)
        As for `score_quotes`; a predicted quotation has ``rule`` too.

    Returns
    -------
    DataFrame
        A row is a rule, the most frequent first: ``rule``, ``n_fires``, ``precision`` (percent of its findings that are
        paired with an annotated quotation of the same type), ``overlap`` (mean token F1 with what they are paired with,
        percent; 0 where with nothing) and ``recall_share`` (percent of all annotated quotations that it finds so).
    """
    pairs = [group for predicted, annotated in articles for group in pair_quotes(predicted, annotated)]
    total = sum(a is not None for _, a in pairs)
    fired = pd.DataFrame(
        [(p["rule"], bool(a and a["type"] == p["type"]), _overlap(p, a)) for p, a in pairs if p],
        columns=["rule", "right", "overlap"],
    )
    counts = {"n_fires": ("right", "size"), "right": ("right", "sum"), "overlap": ("overlap", "mean")}
    table = fired.groupby("rule", sort=False).agg(**counts)
    table = table.assign(
        precision=100 * table["right"] / table["n_fires"],
        overlap=100 * table["overlap"],
        recall_share=100 * table["right"] / total if total else np.nan,
    )
    columns = ["rule", "n_fires", "precision", "overlap", "recall_share"]
    return table.reset_index()[columns].sort_values(["n_fires", "rule"], ascending=[False, True], ignore_index=True)


def _overlap(one: dict | None, other: dict | None) -> float:
    """Return the token F1 of two quotations; 0 if there is only one."""
    if not one or not other:
        return 0.0
    a, b = set(one["quote"]), set(other["quote"])
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def _macro(name: str, groups: list, parts: tuple[str, ...]) -> tuple:
    """Average precision over the groups that predict something, recall over those with something annotated."""
    sets = [(_tokens_of_parts(p, parts), _tokens_of_parts(a, parts)) for p, a in groups]
    precisions = [len(p & a) / len(p) for p, a in sets if p]
    recalls = [len(p & a) / len(a) for p, a in sets if a]
    mean = [100 * float(np.mean(values)) if values else float("nan") for values in (precisions, recalls)]
    score = Score(*mean)
    return name, score.precision, score.recall, score.f1, len(recalls)


def _micro(name: str, right: int, predicted: int, annotated: int) -> tuple:
    """Compute precision and recall from counts."""
    undefined = float("nan")
    score = Score(*(100 * right / total if total else undefined for total in (predicted, annotated)))
    return name, score.precision, score.recall, score.f1, annotated
