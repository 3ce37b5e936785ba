"""The account of an import: what was read, repaired, left out and found twice, in lines for the command line."""

from collections import Counter
from pathlib import PurePosixPath

from analysis.reading.importing.file_guards import cut_message
from analysis.reading.importing.file_types import FORMS
from analysis.reading.importing.import_outcome import Outcome

__all__ = ["state_outcome"]

SHOWN = 20  # rows of each list; how many more there are is said


def _account_rows(title: str, rows: list[tuple[str, str]]) -> list[str]:
    """Lay out one part of the table; what is not shown is counted."""
    if not rows:
        return []
    width = min(60, max(len(cut_message(left)) for left, _ in rows[:SHOWN]))
    lines = [f"  {cut_message(left).ljust(width)}  {cut_message(right, 200)}" for left, right in rows[:SHOWN]]
    more = [f"  … and {len(rows) - SHOWN} more"] if len(rows) > SHOWN else []
    return ["", title, *lines, *more]


def _number_of(n: int, thing: str) -> str:
    return f"{n} {thing}" if n == 1 else f"{n} {thing}s"


def _metadata(outcome: Outcome) -> list[tuple[str, str]]:
    """Say of how many articles outlet, date and title are known, and how."""
    found = list(outcome.read.values())
    said = {
        "outlet": [f.extra.get("_outlet") or f.reading.outlet for f in found],
        "date": [f.extra.get("_published") or f.reading.published for f in found],
        "title": [f.reading.title for f in found],
    }
    return (
        [(name, f"known of {sum(map(bool, values))} of {len(found)}") for name, values in said.items()] if found else []
    )


def state_outcome(outcome: Outcome, *, command: str) -> list[str]:
    """Write the account of an import.

    Parameters
    ----------
    command : str
        The command as it was given, to which a suggested pattern is added.
    """
    forms = ", ".join(f"{n} from {FORMS[form]}" for form, n in outcome.forms.most_common())
    lines = [f"read: {_number_of(len(outcome.read), 'article')} ({forms})" if outcome.read else "read: nothing new"]
    if outcome.known:
        filled = f"; cells filled in {_number_of(outcome.filled, 'row')}" if outcome.filled else ""
        lines.append(f"there already: {_number_of(outcome.known, 'article')}, left as they are{filled}")
    encodings = Counter(found.encoding for found in outcome.read.values() if found.encoding)
    unsure = [(found.source, "; ".join(found.unsure)) for found in outcome.read.values() if found.unsure]
    lines += _account_rows("metadata", _metadata(outcome))
    lines += _account_rows("encoding", [(name, _number_of(n, "article")) for name, n in encodings.most_common()])
    lines += _account_rows("repaired", [(name, f"{n}×") for name, n in outcome.repairs.most_common()])
    lines += _account_rows("unsure, look at these", unsure)
    lines += _account_rows("left out", outcome.left_out)
    return lines + _twins(outcome) + _renamed(outcome) + _pattern_command(outcome, command)


def _renamed(outcome: Outcome) -> list[str]:
    """Say that an "a" was put before names that do not begin with a letter."""
    stems = [PurePosixPath(found.source.partition("#")[0]).stem for found in outcome.read.values()]
    if not any(stem[:1].isdigit() for stem in stems):
        return []
    return ["", 'An id begins with a letter: where a file\'s name does not, an "a" stands before it.']


def _twins(outcome: Outcome) -> list[str]:
    """List the texts that are one, and those that nearly are."""
    same = [(pair.first, f"is the same text as {pair.second}") for pair in outcome.twins if pair.is_same]
    near = [
        (p.first, f"shares {p.share:.0%} of the shorter text with {p.second}") for p in outcome.twins if not p.is_same
    ]
    title = "duplicates (kept; delete a row of data/articles.csv to leave one out)"
    return _account_rows(title, same) + _account_rows("near-duplicates (kept)", near)


def _pattern_command(outcome: Outcome, command: str) -> list[str]:
    """Write the command that would take metadata from the file names; nothing where they suggest no pattern."""
    if not outcome.pattern:
        return []
    named = [f"{name} {n}" for name, n in outcome.outlets.most_common(6) if name]
    would = f" (it would give: {', '.join(named)}{', …' if len(outcome.outlets) > 6 else ''})" if named else ""
    said = f"The file names suggest a pattern{would}. If it is right:"
    return ["", said, f'  {command} --pattern "{outcome.pattern}"']
