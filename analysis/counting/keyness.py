"""Keyness: which words are typical of one group of texts against another: an effect size, a test value, raw counts."""

import numpy as np
import pandas as pd

from analysis.counting.terms import of_origin
from analysis.errors import StudyError

__all__ = ["compare_groups", "drop_names", "log_likelihood", "log_odds_z", "log_ratio", "score_words"]

PRIOR = 0.5  # how many times each word is taken to have occurred already, in either text (Jeffreys 1946)
NOT_NOUNS = ("VV", "ADJ", "ADV")


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


def log_ratio(n, n_tokens, n_reference, n_tokens_reference) -> np.ndarray:
    """Log ratio: how many times the word's rate doubles from the reference to the target (Hardie 2014).

    log₂((a/c) / (b/d)); a count of 0 is taken as 0.5, so that a word of one text only has a ratio too.

    Notes
    -----
    Reading it: 1 is twice as frequent, 3 eight times; an effect size, so it says nothing about how sure it is.

    Examples
    --------
    >>> float(log_ratio(20, 100, 20, 400))
    2.0
    """
    a, b = np.asarray(n, float), np.asarray(n_reference, float)
    a, b = np.where(a > 0, a, 0.5), np.where(b > 0, b, 0.5)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log2((a / np.asarray(n_tokens, float)) / (b / np.asarray(n_tokens_reference, float)))


def log_odds_z(n, n_tokens, n_reference, n_tokens_reference, *, vocabulary: int, prior: float = PRIOR) -> np.ndarray:
    """Z-score of the log-odds ratio with a flat Dirichlet prior.

    With α = `prior` and α₀ = α · `vocabulary`: δ = ln((a+α)/(c+α₀−a−α)) − ln((b+α)/(d+α₀−b−α)), variance ≈
    1/(a+α) + 1/(b+α), z = δ/√variance (Monroe, Colaresi & Quinn 2008, eqs. 15, 19 and 22).

    Notes
    -----
    The prior is the same for each word: it is not taken from the compared texts, which would count them twice.
    Reading it: plus is typical of the target, about 2 is more than chance would give for one word looked at alone.

    Examples
    --------
    >>> round(float(log_odds_z(10, 100, 20, 400, vocabulary=100)), 2)
    1.2
    """
    a, b = np.asarray(n, float), np.asarray(n_reference, float)
    c, d = np.asarray(n_tokens, float), np.asarray(n_tokens_reference, float)
    strength = prior * vocabulary
    delta = np.log((a + prior) / (c + strength - a - prior)) - np.log((b + prior) / (d + strength - b - prior))
    return delta / np.sqrt(1 / (a + prior) + 1 / (b + prior))


def score_words(n: pd.Series, n_reference: pd.Series, *, at_least: int = 1) -> pd.DataFrame:
    """Compare the counts of words in a target with those in a reference.

    Parameters
    ----------
    n, n_reference : Series of int
        The counts; the index is the word, and the same for both.
    at_least : int
        How often a word must occur in the target to be listed; all words count for the sizes.

    Returns
    -------
    DataFrame
        A row is a word: ``word``, ``n``, ``n_reference``, ``per_1000``, ``per_1000_reference`` (of the words that are
        compared), ``log_ratio``, ``z``, ``log_likelihood`` (signed G²), ``is_robust``: whether the word stays more
        frequent in the target with one occurrence fewer there and one more in the reference; highest ratio first.
    """
    sizes = (n.sum(), n_reference.sum())
    kept = n >= at_least
    a, b = n[kept].to_numpy(), n_reference[kept].to_numpy()
    counts = (a, sizes[0] or np.nan, b, sizes[1] or np.nan)
    table = pd.DataFrame({
        "word": n.index[kept], "n": a, "n_reference": b,
        "per_1000": 1000 * a / counts[1], "per_1000_reference": 1000 * b / counts[3],
        "log_ratio": log_ratio(*counts), "z": log_odds_z(*counts, vocabulary=int(((n + n_reference) > 0).sum())),
        "log_likelihood": log_likelihood(*counts),
        "is_robust": (a - 1) / counts[1] > (b + 1) / counts[3],
    })  # fmt: skip
    return table.sort_values(["log_ratio", "n", "word"], ascending=[False, False, True], ignore_index=True)


def compare_groups(
    tokens: pd.DataFrame,
    *,
    by: str = "group",
    word: str = "lemma",
    reference: str | None = None,
    at_least: int = 3,
    origin: str | None = None,
) -> pd.DataFrame:
    """Measure the keyness of each group against all others, or against a chosen one.

    Parameters
    ----------
    tokens : DataFrame
        The tokens to compare, already filtered (content words, one voice …), with the columns `by` and `word`.
    reference : str, optional
        The group that the others are held against; default: each against all the rest.
    at_least : int
        How often a word must occur in a group to be listed for it.
    origin : {"own", "shared"}, optional
        Compare only words of this origin.

    Returns
    -------
    DataFrame
        The rows of `score_words` for each group, with the column `by` before them; nothing for a single group.

    Raises
    ------
    StudyError
        If there is no group named `reference`.
    """
    tokens = of_origin(tokens, origin)
    counts = pd.crosstab(tokens[word], tokens[by].astype(object)) if len(tokens) else pd.DataFrame()
    groups = [group for group in dict.fromkeys(tokens[by]) if group in counts]
    if reference is not None and reference not in groups:
        raise StudyError(f'no {by} "{reference}"; there are {", ".join(map(str, groups))}')
    total = counts.sum(axis=1) if len(counts) else None
    tables = []
    for group in groups if len(groups) > 1 else []:
        if group != reference:
            rest = total - counts[group] if reference is None else counts[reference]
            tables.append(score_words(counts[group], rest, at_least=at_least).assign(**{by: group}))
    empty = score_words(pd.Series(dtype="int64"), pd.Series(dtype="int64")).assign(**{by: pd.Series(dtype=object)})
    table = pd.concat(tables, ignore_index=True) if tables else empty
    columns = [by, *(column for column in table if column != by)]
    return table[columns].astype({by: tokens[by].dtype})


def drop_names(tokens: pd.DataFrame, names: set[str]) -> pd.DataFrame:
    """Leave out proper names: words of the codebook's names, words tagged as names, and capitalised non-nouns.

    Parameters
    ----------
    tokens : DataFrame
        Tokens with ``form``, ``lemma``, ``pos``, ``sentence``, ``article_id``.
    names : set of str
        The words of the names in the codebook.

    Notes
    -----
    The tagger takes *Blinken* for a verb and *Massimow* for a noun: a word that is tagged as verb, adjective or adverb
    and is capitalised inside a sentence is a name wherever it is tagged so; so is a lemma mostly tagged as one.
    """
    first = tokens.groupby(["article_id", "sentence"], sort=False)["start"].transform("min") == tokens["start"]
    capital = tokens["form"].str[:1].str.isupper() & ~first
    odd = capital & tokens["pos"].str.startswith(NOT_NOUNS) & ~tokens["form"].str.isupper()
    odd = tokens["form"].isin(set(tokens.loc[odd, "form"])) & tokens["pos"].str.startswith(NOT_NOUNS)
    tagged = tokens["pos"] == "NE"
    mostly = tagged.groupby(tokens["lemma"]).transform("mean") > 0.5
    known = tokens["form"].isin(names) | tokens["lemma"].isin(names) | tokens["form"].str.removesuffix("s").isin(names)
    return tokens[~(tagged | mostly | odd | known)]
