"""Claims: a sentence that a page states, with the rows it rests on, and the checks that it survives or fails.

The notebook's cell words the sentence; here it is tested. Misclassification in content analysis, and why a figure of
coded rows needs it: Bachl & Scharkow (2017), Communication Methods and Measures 11(2); TeBlunthuis, Hase & Chan (2024),
Communication Methods and Measures 18(3).
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.checking.claim_assertions import Assertion
from analysis.checking.claim_resamples import Evidence, bound_zero, draw_coding, draw_units, vary_by_one, with_paragraph

__all__ = ["APPLIES", "CHECKS", "Claim", "Tables", "make_claim"]

CHECKS = ("resampled", "coding", "copy", "ties")
APPLIES = {True: "passed", False: "failed", None: "not applicable"}
ENOUGH = 0.9  # share of draws that must bear a claim out


class Tables(NamedTuple):
    """One version of a study's tables: as found, as coded by hand, or with copy counted once."""

    tokens: pd.DataFrame
    terms: pd.DataFrame
    quotes: pd.DataFrame
    mentions: pd.DataFrame


Select = Callable[[Tables], pd.DataFrame]


@dataclass(frozen=True)
class Claim:
    """A sentence and what became of its checks.

    Attributes
    ----------
    text : the sentence as claimed
    otherwise : what can be said instead if it does not hold
    figure : the number or order that it states, in short
    rows : the rows that it rests on: ``article_id``, ``start``, ``end``
    checks : for each of `CHECKS`, True, False, or None where it does not apply
    shares : for a check that draws, the share of draws that bear the claim out
    by_hand : the figure as the hand coding gives it, where it differs
    """

    text: str
    figure: str = ""
    otherwise: str = ""
    rows: pd.DataFrame = field(default_factory=pd.DataFrame)
    checks: dict[str, bool | None] = field(default_factory=dict)
    shares: dict[str, float] = field(default_factory=dict)
    by_hand: str = ""

    @property
    def holds(self) -> bool:
        """Whether all checks that apply are passed, and at least one applies."""
        applied = [passed for passed in self.checks.values() if passed is not None]
        return bool(applied) and all(applied)

    @property
    def failed(self) -> list[str]:
        """The checks that it failed."""
        return [name for name in CHECKS if self.checks.get(name) is False]

    @property
    def printed(self) -> str:
        """What the page says: the sentence, else what can be said, and which check it failed."""
        notes = [f"by hand {self.by_hand}"] if self.by_hand else []
        notes += [f"fails: {', '.join(self.failed)}"] if not self.holds and self.failed else []
        said = self.text if self.holds else self.otherwise or "No clear order."
        if not notes:
            return said
        return said.removesuffix(".") + f" ({'; '.join(notes)})" + "." * said.endswith(".")

    def record(self) -> dict:
        """Return the claim as a row of the table `claims`, for the page that gathers them."""
        places = self.rows[["article_id", "start", "end"]].drop_duplicates() if "start" in self.rows else self.rows
        rows = "; ".join(f"{a}:{b}-{c}" for a, b, c in places.itertuples(index=False)) if "start" in places else ""
        checks = {name: APPLIES[self.checks.get(name)] for name in CHECKS}
        return {"text": self.text, "printed": self.printed, "figure": self.figure, "rows": rows, **checks,
                "holds": "yes" if self.holds else "no"}  # fmt: skip


def _kinds(rows: pd.DataFrame, kind: str | None) -> pd.Series:
    """Say of what kind each row is, by which its measured errors are known: its type, else its voice."""
    column = kind or next((name for name in ("type", "voice") if name in rows), "")
    return rows[column].astype(object) if column in rows else pd.Series(column, index=rows.index, dtype=object)


def _share(holds: np.ndarray) -> tuple[bool, float]:
    share = float(holds.mean())
    return share >= ENOUGH, share


def _state(says: Assertion, evidence: Evidence, names: list) -> str:
    """Write the figure that a claim is about: a count of all, or the range of the rates."""
    totals = evidence.totals()[0]
    if evidence.words is not None:
        return f"{totals.min():.0%} to {totals.max():.0%}" if len(totals) else ""
    own = totals[names.index(says.what)] if says.what in names else 0
    return f"{own:.0f} of {totals.sum():.0f}"


def make_claim(
    text: str,
    *,
    says: Assertion,
    rows: Select,
    by: str,
    of: Select | None = None,
    found: Tables,
    coded: Tables | None = None,
    once: Tables | None = None,
    paragraphs: pd.DataFrame,
    figure: str = "",
    otherwise: str = "",
    kind: str | None = None,
    skip: tuple[str, ...] = (),
) -> Claim:
    """Test a sentence.

    Parameters
    ----------
    text, otherwise : str
        The sentence, and what can be said if it does not hold.
    says : Assertion
        What it asserts of the counts of `rows` by `by`.
    rows : callable
        Picks from `Tables` the rows that are counted: ``article_id``, ``start``, ``end`` and the column `by`.
    of : callable, optional
        Picks the rows that the counts are a rate of, with the same column `by`: all words, say.
    found, coded, once : Tables
        The tables as found, as coded by hand (None: nobody coded them), and with copy counted once.
    paragraphs : DataFrame
        What is drawn in resampling: words of a paragraph hang together.
    kind : str, optional
        The column, or the one name, by which `rates.toml` knows how often a row is wrong; default: type, else voice.

    skip : tuple of str
        Checks that do not apply, for what the sentence is about: a sentence about copy is not told with copy left out.

    Returns
    -------
    Claim

    Notes
    -----
    *resampled*: at least 90 % of 500 draws of paragraphs, with replacement within each article, bear it out; it says
    how the sentence would fare with other paragraphs of the same texts, not with other texts. A zero cannot move, so it
    is bounded by the finder's measured misses, and where all is coded by hand the coding decides. *coding*: it holds
    with the hand coding in place of the program's; where nothing is coded, in at least 90 % of draws in which rows are
    dropped and added at the measured rates. *copy*: it holds when copy is counted once. *ties*: it holds with any one
    occurrence more or less. A sentence that states a figure and no order is tested by *coding* alone.
    """
    base = rows(found)
    names = sorted({*base[by].dropna().astype(object)}, key=str)
    evidence = Evidence.count(base, of(found) if of else None, names, by, paragraphs)
    checks: dict[str, bool | None] = dict.fromkeys(CHECKS)
    shares: dict[str, float] = {}

    def count(tables: Tables) -> tuple[Evidence, list]:
        other = rows(tables)
        seen = sorted({*names, *other[by].dropna().astype(object)}, key=str)
        return Evidence.count(other, of(tables) if of else None, seen, by, paragraphs), seen

    def borne_out(tables: Tables) -> bool:
        counted, seen = count(tables)
        return bool(says.holds(counted.totals(), seen)[0])

    if says.kind == "order" and len(names):
        values = evidence.values(draw_units(evidence.units))
        checks["resampled"], shares["resampled"] = _share(says.holds(values, names))
        checks["ties"] = bool(says.holds(vary_by_one(evidence), names).all())
    if says.kind == "zero" and coded is None:
        checks["resampled"] = bound_zero(_kinds(base, kind), says.what)
    if coded is not None:
        checks["coding"] = borne_out(coded)
    elif says.kind != "zero" and len(names):
        drawn = draw_coding(_kinds(base, kind), evidence)
        if drawn is not None:
            checks["coding"], shares["coding"] = _share(says.holds(drawn, names))
    if says.kind != "figure" and once is not None:
        checks["copy"] = borne_out(once)
    checks |= dict.fromkeys(skip)
    mine = _state(says, evidence, names)
    told = coded is not None and "coding" not in skip and says.kind != "zero"
    hand = _state(says, *count(coded)) if told else mine
    placed = with_paragraph(base, paragraphs)
    return Claim(text, figure, otherwise, placed, checks, shares, "" if hand == mine else hand)
