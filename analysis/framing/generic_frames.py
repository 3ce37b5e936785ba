"""Generic frames: the 14 policy frames of each article, decided by a small table of weights for named indicators."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import chain
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.codebook import schema
from analysis.codebook.frames_file import read_generic
from analysis.codebook.toml import read_toml
from analysis.framing.frame_indicators import Indicators, compile_words
from analysis.framing.frames import write_spans

__all__ = ["FrameWeights", "find_generic", "measure_indicators", "read_weights", "score_generic"]

LENGTH = "length"  # the one feature that is no indicator: the logarithm of the article's number of words
NAMED = 3  # indicators whose words are shown as the reasons of a frame


@dataclass(frozen=True)
class FrameWeights:
    """What decides: for each frame an intercept, a weight for each feature, and the probability from which it is there.

    Attributes
    ----------
    frames, features : list of str
    weights : array, frames × features
    intercepts, thresholds : array, one a frame
    """

    frames: list[str]
    features: list[str]
    weights: np.ndarray
    intercepts: np.ndarray
    thresholds: np.ndarray


@lru_cache(maxsize=1)
def read_weights() -> FrameWeights:
    """Read `lexicons/frames_weights.toml`: the weights that come along.

    Examples
    --------
    >>> len(read_weights().frames)
    14
    """
    path = Path(str(files("analysis") / "lexicons" / "frames_weights.toml"))
    content, _ = read_toml(path, shown=path.name)
    table = pd.DataFrame({name: frame["weights"] for name, frame in content["frames"].items()}).T.fillna(0.0)
    picked = [[frame[key] for frame in content["frames"].values()] for key in ("intercept", "threshold")]
    return FrameWeights(list(table.index), list(table.columns), table.to_numpy(float), *map(np.array, picked))


@lru_cache(maxsize=4)
def _make_indicators(lists: tuple[tuple[str, tuple[str, ...]], ...]) -> Indicators:
    """Make the indicators of named lists, and keep them with all that they learn of words."""
    return Indicators({name: compile_words(words) for name, words in lists})


def measure_indicators(tokens: pd.DataFrame) -> tuple[pd.DataFrame, dict[tuple[str, str], list[dict]]]:
    """Measure how dense each indicator of the generic frames is in each article.

    Parameters
    ----------
    tokens : DataFrame
        As `schema.TABLES` describes them.

    Returns
    -------
    features : DataFrame
        A row is an article (its id is the index), a column an indicator: ln(1 + hits per 1,000 words); ``length`` is
        the logarithm of the number of words. An article without words has no row.
    hits : dict
        Of each article and indicator, where its words stand: ``start``, ``end``.
    """
    _, lists = read_generic()
    indicators = _make_indicators(tuple((name, tuple(words)) for name, words in lists.items()))
    rows, hits = {}, {}
    for article_id, own in tokens.groupby("article_id", sort=False):
        n = int(own["form"].str.contains(r"\w").sum())
        if not n:
            continue
        forms, lemmas = own["form"].str.lower().tolist(), own["lemma"].str.lower().tolist()
        starts, ends = own["start"].tolist(), own["end"].tolist()
        row = {}
        for name, found in indicators.find(forms, lemmas).items():
            row[name] = np.log1p(1000 * len(found) / n)
            hits[article_id, name] = [{"start": starts[first], "end": ends[stop - 1]} for first, stop in found]
        rows[article_id] = row | {LENGTH: np.log(n)}
    return pd.DataFrame.from_dict(rows, orient="index", columns=[*lists, LENGTH]), hits


def score_generic(features: pd.DataFrame, weights: FrameWeights | None = None) -> pd.DataFrame:
    """Score the generic frames.

    Parameters
    ----------
    features : DataFrame
        As `measure_indicators` makes them.
    weights : FrameWeights, optional
        Without them, those that come along.

    Returns
    -------
    DataFrame
        A row is an article, a column a frame: 1 / (1 + exp(-(intercept + sum of weight × feature))).
    """
    weights = weights or read_weights()
    sums = features.reindex(columns=weights.features, fill_value=0.0).to_numpy(float) @ weights.weights.T
    return pd.DataFrame(1 / (1 + np.exp(-sums - weights.intercepts)), index=features.index, columns=weights.frames)


def find_generic(articles: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Find the generic frames of each article.

    Parameters
    ----------
    articles, tokens : DataFrame
        As `schema.TABLES` describes them.

    Returns
    -------
    DataFrame
        *frames*, of the kind ``generic``: a row is a frame of an article. ``score`` is its probability by the
        weights; ``evidence`` has the words of the three indicators that speak most for it. Nobody is its sponsor:
        the unit is the whole article.

    Notes
    -----
    Frames: Boydstun et al. (2014). Model: logistic regression over the indicators, fitted to SemEval-2023 task 3
    (`python -m benchmarks.framing`). Reading it: a frame's score can be compared between articles, not with another
    frame's; articles unlike political news are outside what it was measured on.
    """
    features, hits = measure_indicators(tokens)
    weights = read_weights()
    scores = score_generic(features, weights)
    lengths = articles.set_index("article_id")["text"].str.len()
    table = features.reindex(columns=weights.features, fill_value=0.0)
    rows = []
    for article_id, values in zip(scores.index, scores.to_numpy(), strict=True):
        x = table.loc[article_id].to_numpy(float)
        for n, frame in enumerate(weights.frames):
            given = weights.weights[n] * x
            best = [weights.features[k] for k in np.argsort(-given, kind="stable") if given[k] > 0]
            named = [hits[article_id, name] for name in best if name != LENGTH][:NAMED]
            evidence = write_spans(list(chain.from_iterable(named)))
            rows.append({"article_id": article_id, "unit": "article", "paragraph": pd.NA, "start": 0,
                         "end": lengths[article_id], "kind": "generic", "frame": frame, "score": values[n],
                         "is_present": values[n] >= weights.thresholds[n], "sponsor": "", "voice": "", "origin": "",
                         "target": "", "evidence": evidence})  # fmt: skip
    return schema.check("frames", pd.DataFrame(rows, columns=list(schema.TABLES["frames"].columns)))
