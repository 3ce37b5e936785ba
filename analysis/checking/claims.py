"""Claims: a sentence that a page states, with the rows it rests on, and the checks that it survives or fails.

The notebook's cell words the sentence; here it is tested. Misclassification in content analysis, and why a figure of
coded rows needs it: Bachl & Scharkow (2017), Communication Methods and Measures 11(2); TeBlunthuis, Hase & Chan (2024),
Communication Methods and Measures 18(3).
"""

from dataclasses import dataclass, field
from itertools import accumulate

import numpy as np
import pandas as pd

from analysis.checking.claim_assertions import Assertion, Stays
from analysis.checking.claim_resamples import (
    Evidence,
    bound_zero,
    draw_coding,
    draw_units,
    read_rates,
    vary_by_one,
    with_paragraph,
)
from analysis.checking.claim_trials import Select, Tables, Trial

__all__ = ["CHECKS", "CHECK_WORDS", "Claim", "Select", "Tables", "make_claim"]

CHECK_WORDS = {  # each check as a reader is told of it: what the sentence holds with, or does not
    "resampled": "other paragraphs",
    "coding": "another coding",
    "copy": "copy counted once",
    "ties": "one more or less",
}
CHECKS = tuple(CHECK_WORDS)
APPLIES = {True: "passed", False: "failed", None: "not applicable"}
LONGEST_CELL = 30_000  # characters of the places of a claim: a spreadsheet's cell holds 32,767
ENOUGH = 0.9  # share of draws that must bear a claim out


@dataclass(frozen=True)
class Claim:
    """A sentence and what became of its checks.

    Attributes
    ----------
    text : the sentence as claimed
    otherwise : what can be said instead if it does not hold
    figure : the number or order that it states, in short
    rows : the rows that it rests on: ``article_id``, ``start``, ``end``
    told : those of them that are of the thing that it tells of, or what was given to be marked; a page marks these
    checks : for each of `CHECKS`, True, False, or None where it does not apply
    shares : for a check that draws, the share of draws that bear the claim out
    by_hand : the figure as the hand coding gives it, where it differs
    corrected : where nothing is coded, from what to what a figure runs in nine of ten draws with the measured errors
    """

    text: str
    figure: str = ""
    otherwise: str = ""
    rows: pd.DataFrame = field(default_factory=pd.DataFrame)
    told: pd.DataFrame = field(default_factory=pd.DataFrame)
    checks: dict[str, bool | None] = field(default_factory=dict)
    shares: dict[str, float] = field(default_factory=dict)
    by_hand: str = ""
    corrected: str = ""

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
    def _is_told_beside(self) -> bool:
        """Whether the sentence states a figure alone and gives another coding's beside it: that says what it fails."""
        return bool(self.by_hand or self.corrected) and self.otherwise == self.text

    @property
    def printed(self) -> str:
        """What the page says: the sentence, else what can be said, and which check it failed."""
        notes = [f"by hand {self.by_hand}"] if self.by_hand else []
        notes += [f"{self.corrected} by the errors measured elsewhere"] if self.corrected and self.failed else []
        told = [CHECK_WORDS[name] for name in self.failed if name != "coding" or not self._is_told_beside]
        notes += ["does not hold with " + ", ".join(told)] if told else []
        notes += ["not tested"] if not (self.holds or self.failed) else []
        said = self.text if self.holds else self.otherwise or "No clear order."
        return said if not notes else said.removesuffix(".") + f" ({'; '.join(notes)})" + "." * said.endswith(".")

    def record(self) -> dict:
        """Return the claim as a row of the table `claims`, for the page that gathers them."""
        checks = {name: APPLIES[self.checks.get(name)] for name in CHECKS}
        return {"text": self.text, "printed": self.printed, "figure": self.figure, "rows": _write_places(self.rows),
                "told": _write_places(self.told, whose=True), **checks,
                "holds": "yes" if self.holds else "no"}  # fmt: skip


def _write_places(rows: pd.DataFrame, *, whose: bool = False) -> str:
    """Write where rows stand: article, from, to, and whose they are if that is coded and asked; each place once.

    What a cell of a spreadsheet does not hold is a number: `a:0-4; b:7-9; and 12 more`.
    """
    if "start" not in rows:
        return ""
    named = whose and "whose" in rows
    places = rows[["article_id", "start", "end", *["whose"] * named]].drop_duplicates()
    listed = places.head(LONGEST_CELL // len("a:0-1; "))
    pieces = [f"{a}:{b}-{c}{'=' * named}{''.join(side)}" for a, b, c, *side in listed.itertuples(index=False)]
    kept = sum(end <= LONGEST_CELL for end in accumulate(len(piece) + 2 for piece in pieces))
    more = [f"and {len(places) - kept:,} more"] if kept < len(places) else []
    return "; ".join(pieces[:kept] + more)


def _kinds(rows: pd.DataFrame, kind: str | None) -> pd.Series:
    """Say of what kind each row is, for its measured errors: a name of `error_rates.toml`, or a column's."""
    column = kind or next((name for name in ("type", "voice") if name in rows), "")
    is_column = column in rows and column not in read_rates()  # a set of terms has a column `term`
    return rows[column].astype(object) if is_column else pd.Series(column, index=rows.index, dtype=object)


def _draw(says: Assertion, evidence: Evidence, names: list, kinds: pd.Series, *, is_coded: bool) -> dict[str, float]:
    """Return the share of draws that bear a claim out, by check; 1 or 0 where there is one case to decide."""
    shares: dict[str, float] = {}
    if says.kind == "order" and names:
        drawn = evidence.values(draw_units(evidence.units))
        told = drawn.sum(axis=1) > 0  # a draw without any row says nothing of an order
        is_spread = (evidence.hits.sum(axis=1) > 0).sum() > 1  # of one paragraph, every draw that has it says the same
        shares["resampled"] = float(says.holds(drawn[told], names).mean()) if told.any() and is_spread else 0.0
        shares["ties"] = int(says.holds(vary_by_one(evidence), names).all())
    if is_coded:
        return shares
    if says.kind == "zero":
        bounded = bound_zero(kinds, says.what)
        return shares if bounded is None else shares | {"resampled": int(bounded)}
    coding = draw_coding(kinds, evidence) if names else None
    return shares if coding is None else shares | {"coding": float(says.holds(coding, names).mean())}


def _correct(says: Assertion, evidence: Evidence, names: list, kinds: pd.Series) -> str:
    """Write from what to what a figure runs in nine of ten draws with the measured errors; empty if none are known."""
    drawn = draw_coding(kinds, evidence) if isinstance(says, Stays) and names and evidence.words is None else None
    if drawn is None:
        return ""
    low, high = np.quantile(says.counted(drawn, names), [0.05, 0.95])
    return f"{low:,.0f} to {high:,.0f}"


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
    otherwise_tells: tuple | str | None = (),
    kind: str | None = None,
    skip: tuple[str, ...] = (),
    marks: pd.DataFrame | None = None,
) -> Claim:
    """Test a sentence.

    Parameters
    ----------
    text, otherwise : str
        The sentence, and what can be said if it does not hold.
    otherwise_tells : tuple or "range" or None, optional
        What `otherwise` gives figures of, if not of the thing that `says` names: things by name, the range of the
        rates of all, or (None) nothing that has a name. The hand coding's figure beside it is of the same.
    says : Assertion
        What it asserts of the counts of `rows` by `by`.
    by : str
        The column that tells the things apart; a name that is no column counts all rows as one thing of that name.
    rows : callable
        Picks from `Tables` the rows that are counted: ``article_id``, ``start``, ``end`` and the column `by`.
    of : callable, optional
        Picks the rows that the counts are a rate of, with the same column `by`: all words, say.
    found, coded, once : Tables
        The tables as found, as coded by hand (None: nobody coded them), and with copy counted once.
    paragraphs : DataFrame
        What is drawn in resampling: words of a paragraph hang together.
    kind : str, optional
        The column, or the one name, by which `error_rates.toml` knows how often a row is wrong.
    skip : tuple of str
        Checks that do not apply, for what the sentence is about: a sentence about copy is not told with copy left out.
    marks : DataFrame, optional
        What a page marks under the sentence (``article_id``, ``start``, ``end``), where it is not of `rows`: those
        namings of a group, say, of which no quotation was found.

    Returns
    -------
    Claim

    Notes
    -----
    *resampled*: at least 90 % of 500 draws of paragraphs (`choose_units`), with replacement within each article,
    bear it out; it says
    how the sentence would fare with other paragraphs of the same texts, not with other texts; an order that rests on
    one paragraph fails. A zero cannot move, so it
    is bounded by the finder's measured misses, and where all is coded by hand the coding decides. *coding*: it holds
    with the hand coding in place of the program's; where nothing is coded, in at least 90 % of draws in which rows are
    dropped and added at the measured rates. *copy*: it holds when copy is counted once. *ties*: it holds with any one
    occurrence more or less. A sentence that states a figure and no order is tested by *coding* alone.
    """
    trial = Trial(says, rows, by, of, paragraphs)
    base, evidence, names = trial.count(found)
    drawn = _draw(says, evidence, names, _kinds(base, kind), is_coded=coded is not None)
    shares = {check: share for check, share in drawn.items() if isinstance(share, float)}
    checks: dict[str, bool | None] = dict.fromkeys(CHECKS) | {k: v >= ENOUGH for k, v in drawn.items()}
    is_coded = coded is not None and "coding" not in skip
    if is_coded:
        checks["coding"] = trial.judge(coded, names)
    if says.kind != "figure" and once is not None and "copy" not in skip:
        checks["copy"] = trial.judge(once, names)
    checks |= dict.fromkeys(skip)
    otherwise = otherwise or (text if says.kind == "figure" else "")
    by_hand = ""
    if is_coded:
        holds = Claim(text, checks=checks).holds
        said, tells = (text, ()) if holds else (otherwise, otherwise_tells)
        by_hand = trial.compare((found, coded), said=said, tells=tells)
    corrected = "" if coded is not None else _correct(says, evidence, names, _kinds(base, kind))
    rows = with_paragraph(base, paragraphs)
    told = marks if marks is not None else _pick_told(rows, by, says.what)
    return Claim(text, figure, otherwise, rows, told, checks, shares, by_hand, corrected)


def _pick_told(rows: pd.DataFrame, by: str, what: object) -> pd.DataFrame:
    """Pick the rows of the thing that a sentence names, or all where none is."""
    told = rows[rows[by].astype(object) == what]
    return told if len(told) else rows
