"""Framing, checked: two readings against each other, and what was found against the adjudicated coding."""

from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.codebook.toml import read_toml

__all__ = [
    "binary_ac1",
    "choose_marked_frames",
    "compare_frames",
    "measure_agreement",
    "rate_trust",
    "read_measured",
]  # fmt: skip

DRAWS = 500
LEAST_F1, MOST_BELOW = 0.6, 0.2  # below these a frame is marked wherever it is shown


def read_measured() -> dict[str, pd.DataFrame]:
    """Read `lexicons/measured_accuracy.toml`: what tone, roles and generic frames reached on data coded by others.

    Returns
    -------
    dict
        ``tone``: a row is a method: ``method``, ``accuracy``, ``macro_f1``. ``agency``: a row is a run: ``run``, ``n``
        (clauses), ``n_right`` (agent, patient and voice all right). ``frames``: ``method``, ``micro_f1``, ``macro_f1``.
    """
    path = Path(str(files("analysis") / "lexicons" / "measured_accuracy.toml"))
    content, _ = read_toml(path, shown=path.name)
    return {name: pd.DataFrame(rows) for name, rows in content.items()}


def _grid(table: pd.DataFrame, paragraphs: pd.DataFrame, kind: str, frame: str) -> np.ndarray:
    """Say of each paragraph whether a table gives it a frame."""
    own = table[(table["kind"] == kind) & (table["frame"] == frame)]
    has = set(zip(own["article_id"], own["paragraph"], strict=True))
    return np.array([key in has for key in zip(paragraphs["article_id"], paragraphs["paragraph"], strict=True)], bool)


def binary_ac1(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Compute Gwet's AC1 of two yes-or-no codings along the last axis.

    Notes
    -----
    AC1 = (a - e) / (1 - e), a the share of equal codes, e = 2 q (1 - q), q the mean prevalence of yes (Gwet 2008).
    Reading it: as alpha, but steady where a code is very rare or very common; read both with the prevalence.

    Examples
    --------
    >>> round(float(binary_ac1(np.array([1, 1, 0, 0], bool), np.array([1, 0, 0, 0], bool))), 3)
    0.529
    """
    q = (one.mean(axis=-1) + other.mean(axis=-1)) / 2
    chance = 2 * q * (1 - q)
    return ((one == other).mean(axis=-1) - chance) / (1 - chance)


def _f1(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return 2 × both / (one + other) along the last axis; NaN if neither has any."""
    return _divide(2 * (one & other).sum(axis=-1), one.sum(axis=-1) + other.sum(axis=-1))


def _divide(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """Divide; NaN by zero."""
    return np.divide(part, whole, out=np.full(np.shape(part), np.nan), where=np.asarray(whole) != 0)


@lru_cache(maxsize=2)
def _draws(n: int) -> np.ndarray:
    """Draw n paragraphs of n, again and again: the same draws for every statistic."""
    random = np.random.default_rng(20220108)
    return np.stack([random.integers(0, n, n) for _ in range(DRAWS)])


def _interval(statistic, one: np.ndarray, other: np.ndarray) -> tuple[float, float]:
    """Return the middle 95 % of a statistic over paragraphs drawn again; NaN where it is never defined."""
    n = len(one)
    if not n:
        return np.nan, np.nan
    draws = _draws(n)
    values = statistic(one[draws].reshape(DRAWS, -1), other[draws].reshape(DRAWS, -1))
    known = values[~np.isnan(values)]
    return (float(np.quantile(known, 0.025)), float(np.quantile(known, 0.975))) if known.size else (np.nan, np.nan)


def _alpha(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Compute Krippendorff's alpha of yes and no along the last axis, by its closed form; NaN if only one occurs.

    It is `quotes_against_gold.voice_alpha`, in a hundredth of the time: it is drawn again thousands of times.

    Examples
    --------
    >>> round(float(_alpha(np.array([1, 1, 1, 0, 0], bool), np.array([1, 1, 1, 0, 1], bool))), 3)
    0.571
    """
    n_yes = one.sum(axis=-1) + other.sum(axis=-1)
    n_no = 2 * one.shape[-1] - n_yes
    return 1 - _divide((n_yes + n_no - 1) * (one != other).sum(axis=-1), n_yes * n_no)


def measure_agreement(one: pd.DataFrame, other: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """Measure how far two readings agree on which paragraphs have which frame.

    Parameters
    ----------
    one, other : DataFrame
        A row is a frame of a paragraph: ``article_id``, ``paragraph``, ``kind``, ``frame``.
    paragraphs : DataFrame
        All paragraphs that were read.

    Returns
    -------
    DataFrame
        A row is a frame: ``kind``, ``frame``, ``n_one``, ``n_other`` (paragraphs), ``prevalence`` (mean share of
        paragraphs), ``alpha`` (Krippendorff), ``ac1`` (Gwet), ``f1`` (of one against the other), and ``_low`` and
        ``_high`` of each: the middle 95 % over paragraphs drawn again.
    """
    pairs = pd.concat([one, other])[["kind", "frame"]].drop_duplicates().sort_values(["kind", "frame"])
    rows = []
    for kind, frame in pairs.itertuples(index=False):
        a, b = _grid(one, paragraphs, kind, frame), _grid(other, paragraphs, kind, frame)
        row = {"kind": kind, "frame": frame, "n_one": int(a.sum()), "n_other": int(b.sum())}
        row["prevalence"] = float((a.mean() + b.mean()) / 2)
        for name, statistic in (("alpha", _alpha), ("ac1", binary_ac1), ("f1", _f1)):
            row[name] = float(statistic(a, b))
            row[f"{name}_low"], row[f"{name}_high"] = _interval(statistic, a, b)
        rows.append(row)
    return pd.DataFrame(rows)


def compare_frames(gold: pd.DataFrame, found: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """Measure what was found against the adjudicated coding, by paragraph.

    Parameters
    ----------
    gold, found : DataFrame
        *gold_frames* and *frames*; of the latter those that are present count.
    paragraphs : DataFrame
        All paragraphs that were coded.

    Returns
    -------
    DataFrame
        A row is a frame, then ``all`` of each kind and of both: ``kind``, ``frame``, ``n_gold``, ``n_found``,
        ``prevalence``, ``precision``, ``recall``, ``f1``, ``f1_low``, ``f1_high`` (paragraphs drawn again),
        ``f1_least`` and ``f1_most`` (one article left out at a time). Undefined rates are NaN.
    """
    present = found[found["is_present"] & (found["unit"] == "paragraph")]
    names = gold[["kind", "frame"]].drop_duplicates().sort_values(["kind", "frame"]).itertuples(index=False)
    grids = {(k, f): (_grid(gold, paragraphs, k, f), _grid(present, paragraphs, k, f)) for k, f in names}
    articles = paragraphs["article_id"].to_numpy()
    groups = {key: [key] for key in grids}
    for kind in sorted({k for k, _ in grids}):
        groups[kind, "all"] = [key for key in grids if key[0] == kind]
    if grids:
        groups["both", "all"] = list(grids)
    return pd.DataFrame([_rate_frames(key, [grids[k] for k in members], articles) for key, members in groups.items()])


def _rate_frames(key: tuple[str, str], pairs: list[tuple[np.ndarray, np.ndarray]], articles: np.ndarray) -> dict:
    """Rate one frame, or several together: paragraphs are rows, frames columns."""
    gold, found = np.stack([p[0] for p in pairs], axis=1), np.stack([p[1] for p in pairs], axis=1)
    f1, (low, high) = float(_f1(gold.ravel(), found.ravel())), _interval(_f1, gold, found)
    rest = [float(_f1(gold[articles != a].ravel(), found[articles != a].ravel())) for a in sorted(set(articles))]
    n_gold, n_found, right = int(gold.sum()), int(found.sum()), int((gold & found).sum())
    return {"kind": key[0], "frame": key[1], "n_gold": n_gold, "n_found": n_found, "prevalence": float(gold.mean()),
            "precision": right / n_found if n_found else np.nan, "recall": right / n_gold if n_gold else np.nan,
            "f1": f1, "f1_low": low, "f1_high": high, "f1_least": min(rest), "f1_most": max(rest),
            }  # fmt: skip


def rate_trust(accuracy: pd.DataFrame, agreement: pd.DataFrame) -> pd.DataFrame:
    """Say which frames are to be marked wherever they are shown.

    Returns
    -------
    DataFrame
        A row is a frame: ``kind``, ``frame``, ``f1``, ``f1_coders``, ``is_marked``: its F1 is below 0.6, or more than
        0.2 below that of the two readings against each other.
    """
    coders = agreement[["kind", "frame", "f1"]].rename(columns={"f1": "f1_coders"})
    table = accuracy.loc[accuracy["frame"] != "all", ["kind", "frame", "f1"]].merge(coders, "left", ["kind", "frame"])
    weak = table["f1"].isna() | (table["f1"] < LEAST_F1) | (table["f1"] < table["f1_coders"] - MOST_BELOW)
    return table.assign(is_marked=weak)


def choose_marked_frames(
    gold: pd.DataFrame, codings: list[pd.DataFrame], found: pd.DataFrame, paragraphs: pd.DataFrame
) -> tuple[str, ...]:
    """Name the frames that are to be marked wherever they are shown: all, where nobody coded the study twice.

    Parameters
    ----------
    gold, found, paragraphs : DataFrame
        *gold_frames*, *frames* and *paragraphs*.
    codings : list of DataFrame
        The separate readings behind *gold*.
    """
    if len(codings) < 2 or gold.empty:
        return tuple(sorted(set(found.loc[found["unit"] == "paragraph", "frame"])))
    trust = rate_trust(compare_frames(gold, found, paragraphs), measure_agreement(*codings[:2], paragraphs))
    return tuple(trust.loc[trust["is_marked"], "frame"])
