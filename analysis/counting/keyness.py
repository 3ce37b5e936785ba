"""Keyness: which words are typical of one group of texts against another; two measures, raw counts beside them."""

import numpy as np
import pandas as pd

from analysis.counting.terms import of_origin

__all__ = ["compare_groups", "log_likelihood", "log_odds", "measure_keyness"]


def log_likelihood(n, n_tokens, n_reference, n_tokens_reference) -> np.ndarray:
    """Signed log-likelihood ratio G² of a word's frequency in a target and a reference corpus.

    With a, b the word's counts, c, d the corpora's sizes and E₁ = c(a+b)/(c+d), E₂ = d(a+b)/(c+d):
    G² = 2(a·ln(a/E₁) + b·ln(b/E₂)), with 0·ln 0 = 0 (Rayson & Garside 2000). The sign says where the word is
    relatively more frequent: plus in the target.

    Notes
    -----
    Reading it: 0 means equally frequent. The textbook thresholds (3.84, 6.63 …) assume that words are drawn
    independently, which words of one article are not: use it to rank, not to prove.

    Examples
    --------
    >>> round(float(log_likelihood(10, 100, 20, 400)), 2)
    2.92
    """
    a, b = np.asarray(n, float), np.asarray(n_reference, float)
    c, d = np.asarray(n_tokens, float), np.asarray(n_tokens_reference, float)
    expected_a, expected_b = c * (a + b) / (c + d), d * (a + b) / (c + d)
    with np.errstate(divide="ignore", invalid="ignore"):
        terms = [np.where(x > 0, x * np.log(x / e), 0.0) for x, e in ((a, expected_a), (b, expected_b))]
        sign = np.where(a / c >= b / d, 1.0, -1.0)
    return sign * np.maximum(2 * (terms[0] + terms[1]), 0)


def log_odds(n, n_tokens, n_reference, n_tokens_reference, *, prior, strength: float) -> np.ndarray:
    """Log-odds ratio with an informative Dirichlet prior, divided by its standard deviation (a z-score).

    With αᵥ = strength · priorᵥ / Σ prior and α₀ = strength:
    δᵥ = ln((a+αᵥ)/(c+α₀−a−αᵥ)) − ln((b+αᵥ)/(d+α₀−b−αᵥ)), variance ≈ 1/(a+αᵥ) + 1/(b+αᵥ), z = δᵥ/√variance
    (Monroe, Colaresi & Quinn 2008, eqs. 15, 19 and 22).

    Parameters
    ----------
    n, n_tokens, n_reference, n_tokens_reference : counts and corpus sizes of target and reference
    prior : array
        The words' counts in a background corpus; all must be above 0.
    strength : float
        α₀, the number of words of background that the prior is worth.

    Notes
    -----
    Reading it: plus is typical of the target; rare words are drawn towards 0. Like G², it ranks.

    Examples
    --------
    >>> round(float(log_odds(10, 100, 20, 400, prior=[30], strength=500)[0]), 2)
    0.92
    """
    a, b = np.asarray(n, float), np.asarray(n_reference, float)
    c, d = np.asarray(n_tokens, float), np.asarray(n_tokens_reference, float)
    alpha = np.asarray(prior, float)
    delta = np.log((a + alpha) / (c + strength - a - alpha)) - np.log((b + alpha) / (d + strength - b - alpha))
    return delta / np.sqrt(1 / (a + alpha) + 1 / (b + alpha))


def measure_keyness(
    target: pd.Series, reference: pd.Series, *, background: pd.Series | None = None, strength: float = 500
) -> pd.DataFrame:
    """Compare the words of a target with those of a reference.

    Parameters
    ----------
    target, reference : Series of str
        The words (lemmas, say), one a token.
    background : Series of str, optional
        The words that the prior is taken from; default: target and reference together.
    strength : float
        How many words of background the prior is worth; more draws rare words closer to 0.

    Returns
    -------
    DataFrame
        A row is a word of either: ``word``, ``n``, ``n_reference``, ``per_1000_tokens``,
        ``per_1000_reference``, ``log_likelihood`` (signed G²), ``log_odds`` (z); most typical first.
    """
    pooled = pd.concat([target, reference]) if background is None else background
    counts = pd.DataFrame({"n": target.value_counts(), "n_reference": reference.value_counts()}).fillna(0)
    prior = pooled.value_counts().reindex(counts.index).fillna(0) + (0 if background is None else 1)
    sizes = (len(target), len(reference))
    key = counts.assign(
        per_1000_tokens=1000 * counts["n"] / (sizes[0] or np.nan),
        per_1000_reference=1000 * counts["n_reference"] / (sizes[1] or np.nan),
        log_likelihood=log_likelihood(counts["n"], sizes[0], counts["n_reference"], sizes[1]),
        log_odds=log_odds(
            counts["n"], sizes[0], counts["n_reference"], sizes[1],
            prior=strength * prior / prior.sum(), strength=strength,
        ),
    )  # fmt: skip
    key = key.astype({"n": "int64", "n_reference": "int64"}).rename_axis("word").reset_index()
    return key.sort_values(["log_odds", "word"], ascending=[False, True], ignore_index=True)


def compare_groups(
    tokens: pd.DataFrame,
    *,
    by: str = "group",
    word: str = "lemma",
    reference: str | None = None,
    strength: float = 500,
    origin: str | None = None,
) -> pd.DataFrame:
    """Measure the keyness of each group against all others, or against a chosen one.

    Parameters
    ----------
    tokens : DataFrame
        The tokens to compare, already filtered (content words, one voice …), with the columns `by` and `word`.
    reference : str, optional
        The group that the others are held against; default: each against all the rest.
    origin : {"own", "shared"}, optional
        Compare only words of this origin.

    Returns
    -------
    DataFrame
        The rows of `measure_keyness` for each group, with the column `by` before them.

    Raises
    ------
    KeyError
        If there is no group named `reference`.
    """
    tokens = of_origin(tokens, origin)
    groups = list(tokens[by].unique())
    if reference is not None and reference not in groups:
        raise KeyError(f"no {by} {reference!r}; there are {', '.join(map(str, groups))}")
    results = []
    for group in groups:
        if group == reference:
            continue
        inside = tokens[by] == group
        outside = ~inside if reference is None else tokens[by] == reference
        key = measure_keyness(tokens.loc[inside, word], tokens.loc[outside, word], strength=strength)
        results.append(key.assign(**{by: group}))
    columns = [by, "word", "n", "n_reference", "per_1000_tokens", "per_1000_reference", "log_likelihood", "log_odds"]
    table = pd.concat(results, ignore_index=True)[columns] if results else pd.DataFrame(columns=columns)
    return table.astype({by: tokens[by].dtype})
