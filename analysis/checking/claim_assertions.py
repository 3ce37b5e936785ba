"""Assertions: what a sentence asserts of counts, so that it can be held against other counts of the same texts."""

from dataclasses import dataclass

import numpy as np

__all__ = ["Absent", "Assertion", "Exceeds", "Kinds", "Leads", "Stays", "Trails"]


@dataclass(frozen=True)
class Assertion:
    """Something that counts of some things can bear out: `what` names the thing, a value of the claim's `by`.

    Every kind answers for many draws at once: a row of `values` is a draw, a column a thing in the order of `names`.
    """

    what: object
    kind = "order"  # an order, a zero (absence), or a figure

    def column(self, names: list) -> int:
        """Return the column of the thing."""
        return names.index(self.what)

    def holds(self, values: np.ndarray, names: list) -> np.ndarray:
        """Tell for each draw whether it bears the assertion out."""
        raise NotImplementedError

    def figure(self, totals: np.ndarray, names: list, *, is_rate: bool, tells: tuple | str = ()) -> str:
        """Write the figure that a sentence states: of the thing, of the things that it `tells`, or the rates' range."""
        if is_rate and tells == "range":
            return f"{totals.min():.0%} to {totals.max():.0%}" if len(totals) else ""
        told = [totals[names.index(name)] if name in names else 0 for name in tells or (self.what,)]
        if is_rate or tells:
            return " and ".join(f"{value:.0%}" if is_rate else f"{value:,.0f}" for value in told)
        is_all = len(names) == 1 and self.kind == "figure"
        return f"{told[0]:,.0f}" if is_all else f"{told[0]:,.0f} of {totals.sum():,.0f}"


@dataclass(frozen=True)
class _OfOneThing(Assertion):
    """An assertion about one thing and the others: of a thing that never occurs, and has no column, it never holds."""

    def holds(self, values: np.ndarray, names: list) -> np.ndarray:
        """Tell for each draw whether it bears the assertion out."""
        if self.what not in names:
            return np.zeros(len(values), bool)
        at = self.column(names)
        return self.compare(values[:, at].astype(float), np.delete(values, at, axis=1).astype(float))

    def compare(self, own: np.ndarray, others: np.ndarray) -> np.ndarray:
        """Compare the thing with the others, draw by draw."""
        raise NotImplementedError


@dataclass(frozen=True)
class Leads(_OfOneThing):
    """Nothing else has as much; what has none leads nothing, though nothing else is there.

    Examples
    --------
    >>> Leads("a").holds(np.array([[3, 1], [1, 1]]), ["a", "b"]).tolist()
    [True, False]
    >>> Leads("a").holds(np.array([[1], [0]]), ["a"]).tolist()
    [True, False]
    """

    def compare(self, own: np.ndarray, others: np.ndarray) -> np.ndarray:
        """Tell for each draw whether the thing has most."""
        return own > others.max(axis=1, initial=0)


@dataclass(frozen=True)
class Trails(_OfOneThing):
    """Nothing else has as little.

    Examples
    --------
    >>> Trails("b").holds(np.array([[3, 1], [1, 1]]), ["a", "b"]).tolist()
    [True, False]
    """

    def compare(self, own: np.ndarray, others: np.ndarray) -> np.ndarray:
        """Tell for each draw whether the thing has least."""
        return own < others.min(axis=1, initial=np.inf)


@dataclass(frozen=True)
class Exceeds(_OfOneThing):
    """It is more than `limit`: a share of all if `is_share`, else a value.

    Examples
    --------
    >>> Exceeds("a", 0.5, is_share=True).holds(np.array([[3, 1], [1, 1]]), ["a", "b"]).tolist()
    [True, False]
    """

    limit: float = 0.0
    is_share: bool = False

    def compare(self, own: np.ndarray, others: np.ndarray) -> np.ndarray:
        """Tell for each draw whether the thing has more than the limit."""
        if self.is_share:
            total = own + others.sum(axis=1)
            own = np.divide(own, total, out=np.zeros_like(own), where=total > 0)
        return own > self.limit


@dataclass(frozen=True)
class Absent(Assertion):
    """There is none of it. It need not be among the names: what never occurs has no column.

    Examples
    --------
    >>> Absent("c").holds(np.array([[3, 1]]), ["a", "b"]).tolist()
    [True]
    """

    kind = "zero"

    def holds(self, values: np.ndarray, names: list) -> np.ndarray:
        """Tell for each draw whether there is none."""
        return values[:, self.column(names)] == 0 if self.what in names else np.ones(len(values), bool)


@dataclass(frozen=True)
class Stays(Assertion):
    """It is `value`, give or take a share of it: for a sentence that states a figure and no order.

    Examples
    --------
    >>> Stays("a", 10, within=0.1).holds(np.array([[9, 0], [12, 0]]), ["a", "b"]).tolist()
    [True, False]
    """

    value: float = 0.0
    within: float = 0.1
    kind = "figure"

    def counted(self, values: np.ndarray, names: list) -> np.ndarray:
        """Return the figure in each draw."""
        return values[:, self.column(names)] if self.what in names else np.zeros(len(values))

    def holds(self, values: np.ndarray, names: list) -> np.ndarray:
        """Tell for each draw whether the figure is near enough."""
        own = self.counted(values, names)
        return np.abs(own - self.value) <= self.within * abs(self.value) + 1e-9


@dataclass(frozen=True)
class Kinds(Assertion):
    """So many things occur at all; `what` is that number. With `or_more`, at least so many.

    Examples
    --------
    >>> Kinds(2).holds(np.array([[3, 1, 0], [1, 1, 1]]), ["a", "b", "c"]).tolist()
    [True, False]
    >>> Kinds(2, or_more=True).holds(np.array([[3, 1, 0], [1, 1, 1]]), ["a", "b", "c"]).tolist()
    [True, True]
    """

    or_more: bool = False
    kind = "figure"

    def holds(self, values: np.ndarray, names: list) -> np.ndarray:
        """Tell for each draw whether so many occur."""
        n = (values > 0).sum(axis=1)
        return n >= self.what if self.or_more else n == self.what

    def figure(self, totals: np.ndarray, names: list, *, is_rate: bool, tells: tuple | str = ()) -> str:
        """Write how many occur."""
        n = int((totals > 0).sum())
        return f"{min(n, self.what)} or more" if self.or_more and n >= self.what else str(n)
