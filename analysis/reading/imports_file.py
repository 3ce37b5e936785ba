"""`imports.csv`: where each imported article came from, and what was repaired on the way; kept by `lesarten import`."""

from pathlib import Path

from analysis.codebook.csv_cells import read_csv, write_csv

__all__ = ["read_imports", "read_repairs", "state_repairs", "write_imports"]

COLUMNS = ["file", "source", "sha256", "encoding", "repairs", "unsure"]


def read_imports(path: Path, *, shown: str) -> list[dict[str, str]]:
    """Read the rows of ``imports.csv``: one an article; none where nothing was imported."""
    return [row for _, row in read_csv(path.read_bytes(), file=shown)] if path.is_file() else []


def read_repairs(path: Path, *, shown: str) -> dict[str, dict[str, int]]:
    """Read how often each kind of repair was made when an article was imported, by its file."""
    return {row["file"]: parse_repairs(row["repairs"]) for row in read_imports(path, shown=shown) if row.get("file")}


def write_imports(path: Path, rows: list[dict[str, str]]) -> None:
    """Write ``imports.csv``."""
    write_csv(path, rows, COLUMNS)


def state_repairs(repairs: dict[str, int]) -> str:
    """Write repairs into a cell.

    Examples
    --------
    >>> state_repairs({"ligatures undone": 2, "headings recognised": 0}), parse_repairs("ligatures undone: 2; x: 1")
    ('ligatures undone: 2', {'ligatures undone': 2, 'x': 1})
    """
    return "; ".join(f"{name}: {n}" for name, n in repairs.items() if n)


def parse_repairs(cell: str) -> dict[str, int]:
    """Undo `state_repairs`; what somebody wrote into the cell by hand is passed over."""
    pairs = (piece.rpartition(": ") for piece in cell.split("; "))
    return {name: int(n) for name, _, n in pairs if name and n.isdigit()}
