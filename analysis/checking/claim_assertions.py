"""Assertions: what a sentence asserts of counts, so that it can be held against other counts of the same texts."""

from dataclasses import dataclass

import numpy as np

__all__ = ["Absent", "Assertion", "Exceeds", "Leads", "Stays", "Trails"]


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

    def never(self, values: np.ndarray, names: list) -> np.ndarray | None:
        """Return *no* for each draw if the thing never occurs, so that it has no column: then nothing is said of it."""
        return None if self.what in names else np.zeros(len(values), bool)

    def holds(self, values: np.ndarray, names: list) -> np.ndarray:
        """Tell for each draw whether it bears the assertion out."""
        raise NotImplementedError


@dataclass(frozen=True)
class Leads(Assertion):
    """Nothing else has as much.

    Examples
    --------
    >>> Leads("a").holds(np.array([[3, 1], [1, 1]]), ["a", "b"]).tolist()
    [True, False]
    """

    def holds(self, values: np.ndarray, names: list) -> np.ndarray:
        """Tell for each draw whether the thing has most."""
        if (never := self.never(values, names)) is not None:
            return never
        at = self.column(names)
        others = np.delete(values, at, axis=1).astype(float)
        return values[:, at] > others.max(axis=1, initial=-np.inf)


@dataclass(frozen=True)
class Trails(Assertion):
    """Nothing else has as little.

    Examples
    --------
    >>> Trails("b").holds(np.array([[3, 1], [1, 1]]), ["a", "b"]).tolist()
    [True, False]
    """

    def holds(self, values: np.ndarray, names: list) -> np.ndarray:
        """Tell for each draw whether the thing has least."""
        if (never := self.never(values, names)) is not None:
            return never
        at = self.column(names)
        others = np.delete(values, at, axis=1).astype(float)
        return values[:, at] < others.min(axis=1, initial=np.inf)


@dataclass(frozen=True)
class Exceeds(Assertion):
    """It is more than `limit`: a share of all if `is_share`, else a value.

    Examples
    --------
    >>> Exceeds("a", 0.5, is_share=True).holds(np.array([[3, 1], [1, 1]]), ["a", "b"]).tolist()
    [True, False]
    """

    limit: float = 0.0
    is_share: bool = False

    def holds(self, values: np.ndarray, names: list) -> np.ndarray:
        """Tell for each draw whether the thing has more than the limit."""
        if (never := self.never(values, names)) is not None:
            return never
        own = values[:, self.column(names)].astype(float)
        if self.is_share:
            total = values.sum(axis=1)
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

    def holds(self, values: np.ndarray, names: list) -> np.ndarray:
        """Tell for each draw whether the figure is near enough."""
        own = values[:, self.column(names)] if self.what in names else np.zeros(len(values))
        return np.abs(own - self.value) <= self.within * abs(self.value) + 1e-9
