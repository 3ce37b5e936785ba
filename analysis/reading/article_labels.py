"""Labels: each article's short name, given or made, the same in every table and chart."""

from collections import Counter

__all__ = ["make_labels"]


def _count_in_letters(n: int) -> str:
    """Count in letters: A … Z, AA, AB …."""
    return _count_in_letters(n // 26 - 1) + chr(65 + n % 26) if n >= 26 else chr(65 + n)


def make_labels(given: list[str], outlets: list[str]) -> list[str]:
    """Return a label for each article: the given one; its outlet, numbered if there are several; else a letter.

    Parameters
    ----------
    given, outlets : list of str
        One entry an article, in order; empty where there is none.

    Returns
    -------
    list of str
        No two of those made are alike, nor like a given one.

    Examples
    --------
    >>> make_labels(["", "", "", "", "Kommentar"], ["", "Bild", "Bild", "taz", "taz"])
    ['Text A', 'Bild 1', 'Bild 2', 'taz 1', 'Kommentar']
    >>> make_labels(["", ""], ["taz", ""])
    ['taz', 'Text A']
    """
    several = Counter(outlet for outlet in outlets if outlet)
    taken = {label for label in given if label}
    counts: Counter = Counter()
    labels = []
    for label, outlet in zip(given, outlets, strict=True):
        while not label:
            made = outlet if several[outlet] == 1 and outlet not in taken else ""
            if not made:
                n = counts[outlet]
                counts[outlet] += 1
                made = f"{outlet} {n + 1}" if outlet else f"Text {_count_in_letters(n)}"
            label = "" if made in taken else made
        taken.add(label)
        labels.append(label)
    return labels
