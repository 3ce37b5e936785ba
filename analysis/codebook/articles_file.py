"""`articles.csv`: the articles of a study as a table, one row an article, for any spreadsheet."""

from pathlib import Path

from analysis.codebook.csv_cells import read_csv, write_csv
from analysis.codebook.study_file import OWN_NAMES, READERS, ArticleEntry, check_extra
from analysis.errors import StudyError, nearest

__all__ = ["read_article_rows", "write_article_rows"]

BASES = ("", "stated", "given", "unknown")


def read_article_rows(path: Path, *, shown: str) -> list[ArticleEntry]:
    """Read ``articles.csv``; an empty list where there is none.

    An outlet without a basis is *given*: the researcher wrote it. Columns that Lesarten does not know are the user's
    own; every article has all of them, empty where the cell is.

    Raises
    ------
    StudyError
        For a table without a column ``file``, a misspelt column, an unknown reader, a row without a file.
    """
    if not path.is_file():
        return []
    rows = read_csv(path.read_bytes(), file=shown)
    columns = list(rows[0][1]) if rows else ["file"]
    if "file" not in columns:
        raise StudyError('there is no column "file"; add it: where each article\'s text is', file=shown, line=1)
    check_extra([name for name in columns if name not in OWN_NAMES], shown=shown, line=1)
    return [_entry_of(row, shown, line) for line, row in rows]


def _entry_of(row: dict[str, str], shown: str, line: int) -> ArticleEntry:
    """Make an entry of a row."""
    cells = {key: value.strip() for key, value in row.items()}
    if not cells["file"]:
        raise StudyError('the row has no "file"; name the article\'s file or delete the row', file=shown, line=line)
    reader = cells.get("reader") or "plain"
    if reader not in READERS:
        raise StudyError(f'unknown reader "{reader}"; {nearest(reader, list(READERS))}', file=shown, line=line)
    basis = cells.get("outlet_basis", "")
    if basis not in BASES:
        raise StudyError(f'unknown outlet_basis "{basis}"; {nearest(basis, list(BASES[1:]))}', file=shown, line=line)
    basis = basis or ("given" if cells.get("outlet") else "unknown")
    entry = ArticleEntry(**{**cells, "reader": reader, "outlet_basis": basis})
    return entry.stands_in(shown, line=line)


def write_article_rows(path: Path, rows: list[dict[str, str]]) -> None:
    """Write ``articles.csv``: the known columns that are used, in their order, then the user's own."""
    used = {key for row in rows for key, value in row.items() if value}
    seen = dict.fromkeys(key for row in rows for key in row)
    known = [
        key for key in OWN_NAMES if key in ("file", "reader", "label", "outlet", "title", "published") or key in used
    ]
    write_csv(path, rows, [*known, *(key for key in seen if key not in OWN_NAMES)])
