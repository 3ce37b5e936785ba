"""Reliability: how far two codings by hand agree with each other, before either is compared with anything else."""

import numpy as np
import pandas as pd

from analysis.checking.claim_resamples import draw_units, with_paragraph
from analysis.checking.quotes_against_gold import code_voices
from analysis.checking.row_pairing import pair_rows
from analysis.counting.terms import is_word

__all__ = ["compare_codings", "gwet_ac1", "krippendorff_alpha"]

NONE = "not coded"


def krippendorff_alpha(table: np.ndarray) -> float:
    """Compute Krippendorff's alpha of two codings, nominal, from their cross-table.

    alpha = 1 - observed / expected disagreement, with each pair of values counted both ways (Krippendorff 2019,
    ch. 12).
    NaN if only one value occurs.

    Examples
    --------
    >>> round(krippendorff_alpha(np.array([[1, 1, 0], [0, 0, 0], [0, 0, 3]])), 3)  # ooodd against oooid
    0.667
    """
    both = table + table.T
    n, sizes = both.sum(), both.sum(axis=1)
    expected = 1 - (sizes * (sizes - 1)).sum() / (n * (n - 1)) if n > 1 else 0.0
    return float(1 - (1 - np.trace(both) / n) / expected) if expected > 0 else float("nan")


def gwet_ac1(table: np.ndarray) -> float:
    """Compute Gwet's AC1 of two codings from their cross-table; unlike alpha, it stands where one value is rare.

    AC1 = (p - e) / (1 - e), with p the share of equal codings, e = Σ π(1 - π) / (k - 1) and π the mean share of each of
    k values (Gwet 2008, British Journal of Mathematical and Statistical Psychology 61). NaN if only one value occurs.

    Examples
    --------
    >>> round(gwet_ac1(np.array([[80, 5], [10, 5]])), 2)  # p = .85, π = .875, e = 2 · .875 · .125 = .21875
    0.81
    """
    n, k = table.sum(), int(((table + table.T).sum(axis=1) > 0).sum())
    if k < 2 or not n:
        return float("nan")
    share = (table.sum(axis=0) + table.sum(axis=1)) / (2 * n)
    chance = (share * (1 - share)).sum() / (k - 1)
    return float((np.trace(table) / n - chance) / (1 - chance))


def compare_codings(
    one: pd.DataFrame,
    other: pd.DataFrame,
    tokens: pd.DataFrame,
    paragraphs: pd.DataFrame,
    *,
    at_least: float,
    marks: tuple[pd.DataFrame, pd.DataFrame] | None = None,
) -> pd.DataFrame:
    """Measure the agreement of two independent codings of quotations.

    Parameters
    ----------
    one, other : DataFrame
        As `read_codings` gives them.
    at_least : float
        The smallest overlap of two rows that are one quotation.
    marks : pair of DataFrame, optional
        The words that each coder holds to be at a distance.

    Returns
    -------
    DataFrame
        A row is what is compared: ``measure`` (``voice`` of each word; ``type``, ``speaker``, ``act``,
        ``commitment`` of each quotation), ``n`` (units), ``agreement`` (share of equal codings), ``alpha``, ``ac1``,
        and for each of the two ``…_low`` and ``…_high``: how it moves when paragraphs are drawn anew (500 draws,
        2.5th to 97.5th percentile).

    Notes
    -----
    A quotation that only one coder has counts as *not coded* by the other in ``type``; the other measures are of the
    quotations that both have. A speaker is the same if the words begin and end at the same character.
    """
    units = pd.MultiIndex.from_frame(paragraphs[["article_id", "paragraph"]])
    weights = draw_units(units)
    rows = []
    for measure, table in _values(one, other, tokens, marks, at_least).items():
        placed = with_paragraph(table, paragraphs)
        at = units.get_indexer(pd.MultiIndex.from_frame(placed[["article_id", "paragraph"]]))
        kinds = sorted({*table["a"], *table["b"]})
        cross = np.zeros((len(units), len(kinds), len(kinds)))
        index = {kind: n for n, kind in enumerate(kinds)}
        np.add.at(cross, (at, table["a"].map(index), table["b"].map(index)), 1)
        rows.append({"measure": measure, "n": len(table), **_figures_of_cross(cross, weights)})
    return pd.DataFrame(rows)


def _figures_of_cross(cross: np.ndarray, weights: np.ndarray) -> dict[str, float]:
    """Compute agreement, alpha and AC1 with their intervals from cross-tables by paragraph."""
    whole = cross.sum(axis=0)
    figures = {"agreement": float(np.trace(whole) / whole.sum()) if whole.sum() else float("nan")}
    drawn = np.tensordot(weights, cross, axes=1)
    for name, measure in (("alpha", krippendorff_alpha), ("ac1", gwet_ac1)):
        draws = np.array([measure(table) for table in drawn])
        draws = draws[~np.isnan(draws)]
        low, high = np.percentile(draws, [2.5, 97.5]) if len(draws) else (np.nan, np.nan)
        figures |= {name: measure(whole), f"{name}_low": float(low), f"{name}_high": float(high)}
    return figures


def _values(one: pd.DataFrame, other: pd.DataFrame, tokens: pd.DataFrame, marks, at_least: float) -> dict:
    """Lay the two codings side by side: for each measure a row a unit, with the value of either coder."""
    words = tokens[is_word(tokens)]
    none = words[:0].assign(kind="")
    a_marks, b_marks = marks or (none, none)
    voices = [code_voices(words, *coding)["voice"] for coding in ((one, a_marks), (other, b_marks))]
    voice = words[["article_id", "start"]].assign(a=voices[0], b=voices[1])
    pairs = pair_rows(one, other, at_least=at_least, prefer=("type", "speaker"))
    left, right = one.loc[pairs["one"]].reset_index(drop=True), other.loc[pairs["other"]].reset_index(drop=True)
    place = left[["article_id", "start"]]
    alone = [
        one.drop(index=pairs["one"]).assign(a=lambda t: t["type"], b=NONE),
        other.drop(index=pairs["other"]).assign(b=lambda t: t["type"], a=NONE),
    ]
    both = place.assign(a=left["type"], b=right["type"])
    columns = ["article_id", "start", "a", "b"]
    spans = [table["speaker_start"].astype("string") + "-" + table["speaker_end"].astype("string")
             for table in (left, right)]  # fmt: skip
    return {
        "voice": voice,
        "type": pd.concat([both, *(table[columns] for table in alone)], ignore_index=True),
        "speaker": place.assign(a=spans[0].fillna("nobody"), b=spans[1].fillna("nobody")),
        "act": place.assign(a=left["act"], b=right["act"]),
        "commitment": place.assign(a=left["commitment"], b=right["commitment"]),
    }
