"""Sponsors and targets of frames, checked: whose a frame is and towards whom, against the adjudicated coding."""

import re

import pandas as pd

__all__ = ["compare_sponsors", "compare_targets"]

KEY = ["article_id", "paragraph", "kind", "frame"]
STEM = 5  # letters by which a word is told from another: Demonstranten, Demonstrierende
SHORTEST = 4  # letters of a word that names somebody


def compare_sponsors(gold: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """Measure the sponsors of the frames that were found and are there.

    Returns
    -------
    DataFrame
        A row is a kind: ``n`` (sponsors named for right frames), ``n_right`` (the coding names them too),
        ``accuracy``; ``n_paragraphs`` (right frames) and ``with_one_right`` (share with at least one right sponsor).
    """
    present = found[found["is_present"] & (found["unit"] == "paragraph")]
    coded = gold.groupby(KEY)["sponsor"].agg(set)
    named = present.groupby(KEY)["sponsor"].agg(set)
    both = coded.index.intersection(named.index)
    rows = []
    for kind in sorted(set(both.get_level_values("kind"))):
        keys = both[both.get_level_values("kind") == kind]
        n, right = sum(len(named[k]) for k in keys), sum(len(named[k] & coded[k]) for k in keys)
        some = sum(bool(named[k] & coded[k]) for k in keys) / len(keys)
        rows.append((kind, n, right, right / n, len(keys), some))
    return pd.DataFrame(rows, columns=["kind", "n", "n_right", "accuracy", "n_paragraphs", "with_one_right"])


def compare_targets(gold: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """Measure the targets of the elements that were found and are there.

    Returns
    -------
    DataFrame
        A row is an element, then ``all``: ``frame``, ``n`` (paragraphs in which both name a target), ``n_right`` (a
        word of one begins like a word of the other), ``accuracy``; ``n_missed`` (only the coding names one),
        ``n_added`` (only the program does).

    Notes
    -----
    The coders wrote targets in words of their own, the program gives actors or words as printed: that two words begin
    alike is a lenient test, and a target that is described otherwise counts as wrong.
    """
    coded = gold[gold["kind"] == "element"].groupby(KEY)["target"].agg("; ".join)
    named = found[found["is_present"] & (found["kind"] == "element")].groupby(KEY)["target"].agg("; ".join)
    both = coded.index.intersection(named.index)
    stems = [(key[-1], _stems(coded[key]), _stems(named[key])) for key in both]
    rows = [_rate_targets(frame, [pair for pair in stems if frame in (pair[0], "all")])
            for frame in [*sorted({pair[0] for pair in stems}), *(["all"] if stems else [])]]  # fmt: skip
    return pd.DataFrame(rows, columns=["frame", "n", "n_right", "accuracy", "n_missed", "n_added"])


def _rate_targets(frame: str, pairs: list[tuple[str, set[str], set[str]]]) -> tuple:
    """Count the pairs of coded and found targets of one element."""
    n = sum(bool(coded and named) for _, coded, named in pairs)
    right = sum(bool(coded & named) for _, coded, named in pairs)
    missed = sum(bool(coded) and not named for _, coded, named in pairs)
    added = sum(bool(named) and not coded for _, coded, named in pairs)
    return frame, n, right, right / n if n else float("nan"), missed, added


def _stems(text: str) -> set[str]:
    """List how the words that name somebody begin.

    Examples
    --------
    >>> sorted(_stems("der Präsident Huber"))
    ['huber', 'präsi']
    """
    return {word[:STEM].lower() for word in re.findall(r"\w+", text) if len(word) >= SHORTEST}
