"""Draws: the counts of a claim as they would be with other paragraphs, or with the errors that were measured."""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
import pandas as pd

from analysis.codebook.toml import read_toml

__all__ = [
    "Evidence",
    "bound_zero",
    "choose_units",
    "draw_coding",
    "draw_units",
    "read_rates",
    "vary_by_one",
    "with_paragraph",
]

DRAWS, SEED = 500, 1
FEWEST = 5  # paragraphs of an article that can be drawn again; with fewer, hardly a draw differs from another
DOUBTFUL = 0.1  # how likely a hidden case may be for a zero to stand
MANY = 50  # things compared from which on most of a table of counts is 0


@lru_cache
def read_rates() -> dict[str, tuple[float, float]]:
    """Read precision and recall of each type of row, as measured on articles that the finder was not made with.

    Examples
    --------
    >>> precision, recall = read_rates()["Direct"]
    >>> 0.8 < precision < 1, 0.8 < recall < 1
    (True, True)
    """
    content, _ = read_toml(files("analysis") / "lexicons" / "error_rates.toml", shown="error_rates.toml")
    return {name: (rate["precision"], rate["recall"]) for name, rate in content["rates"].items()}


def with_paragraph(rows: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """Add the paragraph that each row begins in.

    Examples
    --------
    >>> paragraphs = pd.DataFrame({"article_id": ["a", "a"], "paragraph": [0, 1], "start": [0, 10], "end": [8, 20]})
    >>> with_paragraph(pd.DataFrame({"article_id": ["a"], "start": [12]}), paragraphs)["paragraph"].tolist()
    [1]
    """
    return rows.assign(paragraph=paragraphs["paragraph"].to_numpy()[_unit_at(rows, paragraphs)])


def _unit_at(rows: pd.DataFrame, paragraphs: pd.DataFrame) -> np.ndarray:
    """Return the position of the paragraph that each row begins in; before the first one, the first."""
    if not len(rows):
        return np.zeros(0, dtype=int)
    articles = pd.Index(paragraphs["article_id"].unique())
    width = 1 + max(paragraphs["start"].max(), rows["start"].max())
    owner, own = (articles.get_indexer(table["article_id"]) for table in (paragraphs, rows))
    places = owner * width + paragraphs["start"].to_numpy()
    order = np.argsort(places, kind="stable")
    first = np.searchsorted(places[order], own * width)
    at = np.searchsorted(places[order], own * width + rows["start"].to_numpy(), side="right") - 1
    return order[np.maximum(at, first)]


def _sum_units(weights: np.ndarray, counts: np.ndarray) -> np.ndarray:
    """Sum the rows of a table with weights; where many things are compared, each row has few of them."""
    if counts.shape[1] < MANY:
        return weights @ counts
    from scipy.sparse import csr_array  # takes long to load, and few studies compare so many

    return weights @ csr_array(counts)


@dataclass(frozen=True)
class Evidence:
    """Counts of a claim: a row a paragraph, a column a thing; and the words that they are a rate of, if any."""

    units: pd.MultiIndex
    hits: np.ndarray
    words: np.ndarray | None

    @classmethod
    def count(
        cls, rows: pd.DataFrame, of: pd.DataFrame | None, names: list, by: str, paragraphs: pd.DataFrame
    ) -> "Evidence":
        """Count rows, and the words that they are a rate of, by paragraph and by what the claim compares."""
        units = pd.MultiIndex.from_frame(paragraphs[["article_id", "paragraph"]])

        def table(counted: pd.DataFrame) -> np.ndarray:
            counts = np.zeros((len(units), len(names)))
            if len(counted):
                column = pd.Index(names, dtype=object).get_indexer(counted[by].astype(object))
                np.add.at(counts, (_unit_at(counted, paragraphs)[column >= 0], column[column >= 0]), 1)
            return counts

        return cls(units, table(rows), None if of is None else table(of))

    def values(self, weights: np.ndarray) -> np.ndarray:
        """Sum the paragraphs with weights; a row of `weights` is a draw. Rates where words are given."""
        words = None if self.words is None else _sum_units(weights, self.words)
        return self._rate(_sum_units(weights, self.hits), words)

    def totals(self) -> np.ndarray:
        """Return the values as they stand: one draw with every paragraph once."""
        return self.values(np.ones((1, len(self.units))))

    def rate(self, counts: np.ndarray) -> np.ndarray:
        """Turn other counts of the same things into values."""
        return self._rate(counts, None if self.words is None else self.words.sum(axis=0))

    @staticmethod
    def _rate(counts: np.ndarray, words: np.ndarray | None) -> np.ndarray:
        if words is None:
            return counts
        return np.divide(counts, words, out=np.zeros_like(counts, dtype=float), where=words > 0)


def choose_units(paragraphs: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Choose what is drawn again: paragraphs, whose words hang together; sentences in an article that has too few.

    Returns
    -------
    DataFrame
        A row is a unit: ``article_id``, ``paragraph`` (a running number in the article), ``start``, ``end``.

    Examples
    --------
    >>> one = pd.DataFrame({"article_id": ["a"], "paragraph": [0], "start": [0], "end": [20]})
    >>> two = pd.DataFrame({"article_id": ["a"] * 2, "sentence": [0, 1], "start": [0, 9], "end": [8, 20]})
    >>> choose_units(one, two)["start"].tolist()
    [0, 9]
    """
    n = paragraphs["article_id"].map(paragraphs["article_id"].value_counts())
    few = sentences[~sentences["article_id"].isin(paragraphs.loc[n >= FEWEST, "article_id"])]
    columns = ["article_id", "paragraph", "start", "end"]
    parts = paragraphs.loc[n >= FEWEST, columns], few.assign(paragraph=few["sentence"])[columns]
    return pd.concat(parts, ignore_index=True)


def draw_units(units: pd.MultiIndex, *, n: int = DRAWS) -> np.ndarray:
    """Draw the paragraphs of each article with replacement, as often as it has some (Efron & Tibshirani 1993).

    Returns
    -------
    array of shape (n, len(units))
        How often each paragraph is drawn.

    Examples
    --------
    >>> units = pd.MultiIndex.from_tuples([("a", 0), ("a", 1), ("b", 0)])
    >>> draw_units(units, n=4).sum(axis=1).tolist()
    [3.0, 3.0, 3.0, 3.0]
    """
    return _draw_weights(pd.factorize(units.get_level_values(0))[0].tobytes(), n)


@lru_cache(maxsize=2)
def _draw_weights(owners: bytes, n: int) -> np.ndarray:
    """Draw once for all claims of a study; `owners` numbers the article of each unit."""
    owner = np.frombuffer(owners, dtype=np.intp)
    rng = np.random.default_rng(SEED)
    weights = np.zeros((n, len(owner)))
    for places in pd.Series(range(len(owner))).groupby(owner, sort=False).indices.values():
        weights[:, places] = rng.multinomial(len(places), np.full(len(places), 1 / len(places)), size=n)
    weights.flags.writeable = False
    return weights


def draw_coding(kinds: pd.Series, evidence: Evidence, *, n: int = DRAWS) -> np.ndarray | None:
    """Draw values in which rows are dropped and added at the measured rates; None where no rate was measured.

    A row that is added falls on a thing with the chance that things have among the rows, one added to each. The number
    of true rows that were missed is n · precision · (1 - recall) / recall.
    """
    rates = read_rates()
    if not len(kinds) or not kinds.isin(list(rates)).all():
        return None
    rng = np.random.default_rng(SEED)
    totals = evidence.hits.sum(axis=0)
    precision = float(np.mean([rates[kind][0] for kind in kinds]))
    missed = sum(rates[kind][0] * (1 - rates[kind][1]) / rates[kind][1] for kind in kinds)
    kept = rng.binomial(totals.astype(int), precision, size=(n, len(totals)))
    chance = (totals + 1) / (totals + 1).sum()
    added = np.array([rng.multinomial(amount, chance) for amount in rng.poisson(missed, size=n)])
    return evidence.rate((kept + added).astype(float))


def bound_zero(kinds: pd.Series, what: object) -> bool | None:
    """Test an absence: whether, at the measured misses, a hidden case is at most as likely as one in ten.

    What is a voice could hide among the rows that are coded as another one, at 1 - precision each. Anything else could
    hide among the rows that were missed; each of these is a thing never seen with a chance of at most 1 / (n + 1).

    Examples
    --------
    >>> bound_zero(pd.Series(["term"] * 20), "somebody")  # 0.9 are missed, each new with 1 in 21: 0.04 hidden
    True
    >>> bound_zero(pd.Series(["direct"] * 8), "own")  # 8 words, each wrong with 0.16: 1.3 hidden
    False
    """
    rates = read_rates()
    known = kinds[kinds.isin(list(rates))]
    if known.empty:
        return None
    if what in rates:
        hidden = sum(1 - rates[kind][0] for kind in known)
    else:
        hidden = sum((1 - rates[kind][1]) / rates[kind][1] for kind in known) / (len(known) + 1)
    return bool(1 - np.exp(-hidden) <= DOUBTFUL)


def vary_by_one(evidence: Evidence) -> np.ndarray:
    """List the values with one occurrence more, or fewer, of each thing: what one occurrence can change."""
    totals = evidence.hits.sum(axis=0)
    one = np.eye(len(totals))
    return evidence.rate(np.maximum(np.vstack([totals + one, totals - one]), 0))
