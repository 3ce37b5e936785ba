"""Trials: what a claim counts, in any version of a study's tables, and what another version has in its place."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.checking.claim_assertions import Assertion, Kinds, Stays
from analysis.checking.claim_resamples import Evidence

__all__ = ["Select", "Tables", "Trial"]

NOTHING = pd.DataFrame()
NUMBER = re.compile(r"\d[\d,.]*")


class Tables(NamedTuple):
    """One version of a study's tables: as found, as coded by hand, or with copy counted once."""

    tokens: pd.DataFrame
    terms: pd.DataFrame
    quotes: pd.DataFrame
    mentions: pd.DataFrame
    quantities: pd.DataFrame = NOTHING
    passages: pd.DataFrame = NOTHING
    frames: pd.DataFrame = NOTHING
    agency: pd.DataFrame = NOTHING


Select = Callable[[Tables], pd.DataFrame]


@dataclass(frozen=True)
class Trial:
    """What a claim counts, in any version of the tables, and what it asserts of the counts."""

    says: Assertion
    rows: Select
    by: str
    of: Select | None
    paragraphs: pd.DataFrame

    def count(self, tables: Tables, known: list = ()) -> tuple[pd.DataFrame, Evidence, list]:
        """Pick the rows, count them by paragraph, and name what is counted, the known names among them."""
        rows = _as_one(self.rows(tables), self.by)
        names = sorted({*known, *rows[self.by].dropna().astype(object)}, key=str)
        of = _as_one(self.of(tables), self.by) if self.of else None
        return rows, Evidence.count(rows, of, names, self.by, self.paragraphs), names

    def judge(self, tables: Tables, known: list) -> bool:
        """Tell whether another version bears the claim out."""
        _, evidence, names = self.count(tables, known)
        return bool(self.says.holds(evidence.totals(), names)[0])

    def compare(self, versions: tuple[Tables, Tables], *, said: str, tells: tuple | str | None) -> str:
        """Write the second version's figure where it is another, and in place of which if `said` states several.

        Of a figure that is the same by chance, how many of the things that it counts the second version does not have.
        """
        if self.says.kind == "zero" or tells is None:
            return ""
        counted = [self.count(tables) for tables in versions]
        found, hand = (
            self.says.figure(evidence.totals()[0], names, is_rate=evidence.words is not None, tells=tells)
            for _, evidence, names in counted
        )
        if hand != found:
            is_one_of_several = " " not in hand and len(NUMBER.findall(said)) > 1
            return f"{hand}, not {found}" if is_one_of_several else hand
        if self.says.kind != "figure" or self.of:
            return ""
        n_others = self._count_others(*(rows for rows, _, _ in counted))
        return f"{hand}, {n_others} of them {'another' if n_others == 1 else 'others'}" if n_others else ""

    def _count_others(self, found: pd.DataFrame, hand: pd.DataFrame) -> int:
        """Count what the second version has and the first has not: things by name, or rows that touch no row."""
        if isinstance(self.says, Kinds) and self.says.or_more:
            return 0
        if isinstance(self.says, Kinds):
            return hand.loc[~hand[self.by].isin(found[self.by]), self.by].nunique()
        if isinstance(self.says, Stays):
            found, hand = (rows[rows[self.by].astype(object) == self.says.what] for rows in (found, hand))
        if "end" not in hand:
            return 0  # coded without its places
        return int((~touches(hand, found)).sum())


def touches(rows: pd.DataFrame, others: pd.DataFrame) -> np.ndarray:
    """Tell of each row whether one of the others lies over a part of it, in the same article.

    Examples
    --------
    >>> rows = pd.DataFrame({"article_id": list("aab"), "start": [0, 9, 0], "end": [4, 12, 4]})
    >>> touches(rows, rows.assign(start=3, end=6)[:1]).tolist()
    [True, False, False]
    """
    spans = {name: own[["start", "end"]].to_numpy() for name, own in others.groupby("article_id")}
    none = np.zeros((0, 2))
    return np.array([
        bool(((spans.get(r.article_id, none)[:, 0] < r.end) & (spans.get(r.article_id, none)[:, 1] > r.start)).any())
        for r in rows[["article_id", "start", "end"]].itertuples()
    ], dtype=bool)  # fmt: skip


def _as_one(rows: pd.DataFrame, by: str) -> pd.DataFrame:
    """Give rows that are counted as one thing a column of that name."""
    return rows if by in rows else rows.assign(**{by: by})
