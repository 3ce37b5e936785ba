"""Titles of charts: what they show, as a result, from the rows that are drawn; an order only where a claim bears it."""

import re

import pandas as pd

from analysis.checking.claims import Claim

__all__ = ["tell_counts", "tell_peak", "tell_range", "title_of"]

MARKUP = re.compile(r"\\(.)|[*]")


def title_of(claim: Claim) -> str:
    r"""Make a claim a title: its sentence where it holds, else what can be said instead; plain text, no full stop.

    Examples
    --------
    >>> title_of(Claim("*a\\*b* leads.", otherwise="No order is clear.", checks={"ties": True}))
    'a*b leads'
    >>> title_of(Claim("*a* leads.", otherwise="No order is clear.", checks={"ties": False}))
    'No order is clear'
    """
    said = claim.text if claim.holds or not claim.otherwise else claim.otherwise
    return MARKUP.sub(lambda match: match[1] or "", said).removesuffix(".")


def tell_counts(sizes: pd.Series, *, unit: str, most: int = 3) -> str:
    """Name the largest counts, and of how many; figures alone, so that they claim no order.

    Parameters
    ----------
    sizes : Series
        A count for each thing, which the index names.
    unit : str
        What is counted, in the plural.

    Examples
    --------
    >>> tell_counts(pd.Series({"a": 1, "b": 4, "c": 2, "d": 1}), unit="words", most=2)
    '8 words: b 4, c 2 and 2 more'
    >>> tell_counts(pd.Series({"USA: state": 1, "b": 4}), unit="words")
    '5 words – b 4, USA: state 1'
    >>> tell_counts(pd.Series(dtype=int), unit="words")
    'No words'
    """
    ranked = sizes[sizes > 0].sort_values(ascending=False, kind="stable")
    if ranked.empty:
        return f"No {unit}"
    named = ", ".join(f"{name} {size:,.0f}" for name, size in ranked.iloc[:most].items())
    more = f" and {len(ranked) - most} more" if len(ranked) > most else ""
    dash = " –" if ":" in named else ":"  # one colon is enough
    return f"{ranked.sum():,.0f} {unit}{dash} {named}{more}"


def tell_range(values: pd.Series, *, form: str, what: str) -> str:
    """Say from where to where values go, and whose they are: the least and the greatest.

    Examples
    --------
    >>> tell_range(pd.Series({"taz": 120, "FAZ": 900}), form="{:,} words", what="Length")
    'Length: 120 words (taz) to 900 words (FAZ)'
    >>> tell_range(pd.Series({"taz": 120}), form="{} words", what="Length")
    'Length: 120 words (taz)'
    """
    known = values.dropna()
    if known.empty:
        return f"{what}: nothing to measure"
    ends = dict.fromkeys([int(known.argmin()), int(known.argmax())])  # places, since names may repeat
    return f"{what}: {' to '.join(f'{form.format(known.iloc[n])} ({known.index[n]})' for n in ends)}"


def tell_peak(counts: pd.DataFrame, *, unit: str, period: str) -> str:
    """Say how many stand in the fullest period; of equally full ones, the first and how many more.

    Parameters
    ----------
    counts : DataFrame
        As `count_by_period` gives it: ``period``, ``n``.

    Examples
    --------
    >>> counts = pd.DataFrame({"period": ["1 May", "1 May", "2 May", "3 May"], "n": [1, 2, 3, 1]})
    >>> tell_peak(counts, unit="words", period="day")
    '7 words; up to 3 in a day: 1 May and 1 more'
    """
    sums = counts.groupby("period", observed=True)["n"].sum()
    if sums.empty:
        return f"No {unit}"
    fullest = sums.index[sums == sums.max()]
    more = f" and {len(fullest) - 1} more" if len(fullest) > 1 else ""
    return f"{sums.sum():,} {unit}; up to {sums.max():,} in a {period}: {fullest[0]}{more}"
