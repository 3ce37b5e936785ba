"""CSV files that pass through spreadsheets: read whatever they made of them, written so that they keep it."""

import csv
import io
import os
import re
from pathlib import Path

from analysis.codebook.encodings import decode
from analysis.errors import StudyError

__all__ = ["defang", "read_csv", "refang", "write_csv"]

FORMULA = re.compile(r"[=+\-@\t\r]")
MAX_CELL = 5_000_000  # characters: above this a cell is no article


def defang(cell: str) -> str:
    """Put an apostrophe before a cell that a spreadsheet would run as a formula (OWASP, *CSV injection*).

    Examples
    --------
    >>> defang("=1+1"), defang("-5 Grad"), defang("Ruhe")
    ("'=1+1", "'-5 Grad", 'Ruhe')
    """
    return f"'{cell}" if FORMULA.match(cell.lstrip("'")) else cell


def refang(cell: str) -> str:
    """Undo `defang`: what was read in is what was there.

    Examples
    --------
    >>> refang("'=1+1"), refang("'n Bier"), refang(defang("'=1"))
    ('=1+1', "'n Bier", "'=1")
    """
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell.lstrip("'")) else cell


def _delimiter(text: str) -> str:
    """Tell the delimiter by the first line: comma, semicolon (German spreadsheets) or tab."""
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)


def read_csv(raw: bytes, *, file: str) -> list[tuple[int, dict[str, str]]]:
    """Read a CSV file with a heading line; return each row with its line number.

    Delimiter and encoding are told by the content; cells that `defang` changed are put back; an empty row is
    passed over.

    Raises
    ------
    StudyError
        For no heading, a column named twice or not at all, a row with more cells than the heading, a quotation mark
        that is never closed, a cell that is too large.
    """
    decoded = decode(raw, file=file)
    text = decoded.text.replace("\x00", "")
    if not text.strip():
        raise StudyError("the file is empty; its first line names the columns", file=file)
    csv.field_size_limit(MAX_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        heading = _heading(next(reader, []), file)
        rows, line = [], reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells[len(heading) :]):
                raise StudyError(f"{len(cells)} cells, the heading has {len(heading)}; put quotation marks round a "
                                 "cell that holds the delimiter", file=file, line=line)  # fmt: skip
            if any(cell.strip() for cell in cells):
                values = [refang(cell) for cell in cells] + [""] * (len(heading) - len(cells))
                rows.append((line, dict(zip(heading, values, strict=False))))
            line = reader.line_num + 1
    except csv.Error as error:
        reason = "a cell is too large" if "limit" in str(error) else str(error)
        raise StudyError(f"cannot be read as CSV: {reason}; mend it or save it anew", file=file,
                         line=reader.line_num) from None  # fmt: skip
    return rows


def _heading(cells: list[str], file: str) -> list[str]:
    """Check the names of the columns; empty ones at the end are none."""
    heading = [name.strip().lstrip("\ufeff") for name in cells]
    while heading and not heading[-1]:
        heading.pop()
    twice = next((name for n, name in enumerate(heading) if name in heading[:n] or not name), None)
    if not heading or twice is not None:
        raise StudyError(f'column "{twice or ""}" is there twice or has no name; give each column its own',
                         file=file, line=1)  # fmt: skip
    return heading


def write_csv(path: Path, rows: list[dict[str, str]], columns: list[str]) -> None:
    """Write a CSV file that spreadsheets open rightly: UTF-8 with a mark, formulas defanged; whole or not at all."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: defang(str(value)) for key, value in row.items()} for row in rows)
    draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
    try:
        draft.write_text(out.getvalue(), encoding="utf-8-sig")
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
