"""Tables of articles: CSV, JSON Lines, Parquet and Excel; columns are matched by name, or given."""

import json
import re
from collections import Counter
from itertools import islice
from pathlib import Path

from analysis.codebook.csv_cells import read_csv, refang
from analysis.codebook.dates import read_date
from analysis.codebook.encodings import decode
from analysis.codebook.study_file import OWN_NAMES, TAKEN
from analysis.errors import StudyError, close_to
from analysis.reading.characters import clean_characters
from analysis.reading.file_readers import mark_parts
from analysis.reading.importing.file_guards import MAX_FILE, check_zip, cut_message, read_bytes
from analysis.reading.importing.imported_article import OWN_CELL, ImportedArticle, column_for
from analysis.reading.paragraph_layout import part_paragraphs

__all__ = ["import_csv", "import_excel", "import_json", "import_parquet"]

MAX_ROWS = 200_000
MAX_COLUMNS = 200
MAX_UNPACKED = 2_000_000_000  # bytes of a Parquet file when read
TAG = re.compile(r"</?(?:p|div|br|h[1-6]|li|ul|blockquote|a|em|strong|b|i|span)\b[^<>]*>", re.I)
BLOCK = re.compile(r"</(?:p|div|h[1-6]|li|blockquote)>|<br\s*/?>", re.I)


def _cell_text(value: object) -> str:
    """Write a cell of any kind as text; a list of paragraphs is one paragraph a line."""
    if value is None or value != value:  # NaN is not itself
        return ""
    if isinstance(value, list | tuple) or type(value).__name__ == "ndarray":
        return "\n".join(_cell_text(item) for item in value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)


def match_columns(names: list[str], given: dict[str, str], *, file: str) -> dict[str, str]:
    """Settle which column holds what: as given, else by name.

    Returns
    -------
    dict
        Column by what it holds: text, title, standfirst, outlet, published, agencies.

    Raises
    ------
    StudyError
        If a given column is not there, or none is known to hold the text.

    Examples
    --------
    >>> match_columns(["Titel", "Volltext", "Seite"], {}, file="a.csv")
    {'title': 'Titel', 'text': 'Volltext'}
    """
    for kind, name in given.items():
        if name not in names:
            raise StudyError(f'there is no column "{name}" (given for {kind}); '
                             f'it has {cut_message(", ".join(names), 200)}',
                             file=file)  # fmt: skip
    found = dict(given)
    for name in names:
        kind = column_for(name)
        if kind and kind not in found and name not in found.values():
            found[kind] = name
    if "text" not in found:
        raise StudyError(f"no column is known to hold the text; say which: --column text=NAME (it has "
                         f"{cut_message(', '.join(names), 200)})", file=file)  # fmt: skip
    return found


def own_name(name: str) -> str:
    """Make a name for a column of the user's own that no other column has.

    Examples
    --------
    >>> own_name("Ressort"), own_name("page no."), own_name("label"), own_name("2nd")
    ('Ressort', 'page_no', 'own_label', 'own_2nd')
    """
    plain = re.sub(r"\W+", "_", name).strip("_") or "column"
    clashes = plain in OWN_NAMES or plain in TAKEN or close_to(plain, list(OWN_NAMES), cutoff=0.8)
    return f"own_{plain}" if clashes or not re.match(r"[^\W\d]", plain) else plain


def _without_tags(text: str) -> tuple[str, int]:
    """Take HTML tags out of a cell that holds some: the end of a block is the end of a paragraph."""
    if len(TAG.findall(text)) < 2:
        return text, 0
    plain, n = TAG.subn("", BLOCK.sub("\n", text))
    return plain, n


def _read_published(cell: str) -> tuple[str, list[str]]:
    """Read a date; return it, and what is wrong with it."""
    try:
        return read_date(cell) if cell.strip() else "", []
    except ValueError as error:
        return "", [str(error)]


def read_row(row: dict[str, str], columns: dict[str, str], source: str, *, encoding: str = "") -> ImportedArticle:
    """Make an article of a row."""

    def get(kind: str) -> str:
        return row.get(columns.get(kind, ""), "")

    bare, n_tags = _without_tags(get("text"))
    text, repairs = clean_characters(bare)
    repairs["HTML tags taken out"] = n_tags
    title, standfirst = (" ".join(clean_characters(get(kind))[0].split()) for kind in ("title", "standfirst"))
    reading = mark_parts(part_paragraphs(text, repairs) if text.strip() else [], repairs, title=title)
    if standfirst and reading.paragraphs and standfirst not in (p[1] for p in reading.paragraphs):
        reading.paragraphs.insert(1 if reading.title else 0, ("standfirst", standfirst))
    reading.outlet = " ".join(get("outlet").split())
    reading.agencies = get("agencies").strip() or reading.agencies
    reading.published, unsure = _read_published(get("published"))
    own = {name: " ".join(cell.split()) for name, cell in row.items() if name not in columns.values()}
    extra = {own_name(name): value for name, value in own.items() if 0 < len(value) <= OWN_CELL}
    unsure += [f'column "{cut_message(name)}" left out: longer than {OWN_CELL} characters'
               for name, value in own.items() if len(value) > OWN_CELL]  # fmt: skip
    return ImportedArticle(source, reading, extra, encoding, unsure)


def _read_rows(
    rows: list[dict[str, str]], given: dict[str, str], shown: str, encoding: str = ""
) -> list[ImportedArticle]:
    """Make articles of all rows of a file."""
    if len(rows) > MAX_ROWS:
        raise StudyError(f"{len(rows):,} rows; more than {MAX_ROWS:,} is no study: take a sample", file=shown)
    names = list(dict.fromkeys(name for row in rows for name in row))
    if not names:
        raise StudyError("there are no rows in it", file=shown)
    columns = match_columns(names, given, file=shown)
    return [read_row(row, columns, f"{shown}#{n}", encoding=encoding) for n, row in enumerate(rows, 1)]


def import_csv(path: Path, *, shown: str, given: dict[str, str]) -> list[ImportedArticle]:
    """Read a table with a heading, parted by commas, semicolons or tabs."""
    raw = read_bytes(path, shown=shown, limit=MAX_FILE)
    rows = [row for _, row in read_csv(raw, file=shown)]
    return _read_rows(rows, given, shown, decode(raw, file=shown).encoding)


def import_json(path: Path, *, shown: str, given: dict[str, str]) -> list[ImportedArticle]:
    """Read JSON Lines (one object a line), or one JSON list of objects."""
    decoded = decode(read_bytes(path, shown=shown, limit=MAX_FILE), file=shown)
    text = decoded.text.strip()
    rows = []
    pieces = [(1, text)] if text.startswith("[") else list(enumerate(text.split("\n"), 1))
    for line, piece in pieces:
        if not piece.strip():
            continue
        try:
            value = json.loads(piece)
        except (ValueError, RecursionError) as error:
            reason = error.msg if isinstance(error, json.JSONDecodeError) else "too deeply nested"
            raise StudyError(f"not valid JSON: {reason}", file=shown, line=line) from None
        objects = value if isinstance(value, list) else [value]
        if not all(isinstance(item, dict) for item in objects):
            raise StudyError("no object: each line is one article, {…}", file=shown, line=line)
        rows += [{str(key): _cell_text(cell) for key, cell in item.items()} for item in objects]
    return _read_rows(rows, given, shown, decoded.encoding)


def import_parquet(path: Path, *, shown: str, given: dict[str, str]) -> list[ImportedArticle]:
    """Read a Parquet file."""
    import pyarrow as pa
    from pyarrow import parquet

    read_bytes(path, shown=shown, limit=MAX_FILE)
    try:
        file = parquet.ParquetFile(path, pre_buffer=False)
        if file.metadata.num_rows > MAX_ROWS:
            raise StudyError(f"{file.metadata.num_rows:,} rows; take a sample", file=shown)
        groups = range(file.metadata.num_row_groups)
        if sum(file.metadata.row_group(n).total_byte_size for n in groups) > MAX_UNPACKED:
            raise StudyError("unpacks to more than 2 GB; take a sample", file=shown)
        table = file.read(use_threads=False).to_pylist()
    except (pa.ArrowException, OSError, ValueError):
        raise StudyError("a broken Parquet file; write it anew", file=shown) from None
    return _read_rows([{name: _cell_text(cell) for name, cell in row.items()} for row in table], given, shown)


def import_excel(path: Path, *, shown: str, given: dict[str, str]) -> list[ImportedArticle]:
    """Read the first sheet that has a column known to hold the text."""
    from openpyxl import load_workbook

    read_bytes(path, shown=shown, limit=MAX_FILE)
    check_zip(path, shown=shown)
    try:
        book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets:
            sheet.reset_dimensions()  # a sheet may claim a million empty rows
        sheets = [[list(row[:MAX_COLUMNS]) for row in islice(sheet.iter_rows(values_only=True), MAX_ROWS)]
                  for sheet in book.worksheets]  # fmt: skip
        book.close()
    except Exception as error:  # a damaged file fails in zlib, zipfile or an XML parser, each with errors of its own
        raise StudyError(f"not an Excel table, or a broken one ({type(error).__name__}); save it anew as .xlsx",
                         file=shown) from None  # fmt: skip
    tables = [_sheet_rows(sheet) for sheet in sheets]
    best = next((rows for rows in tables if rows and any(column_for(name) == "text" for name in rows[0])), None)
    return _read_rows(best or next((rows for rows in tables if rows), []), given, shown)


def _sheet_rows(sheet: list[list]) -> list[dict[str, str]]:
    """Make rows of a sheet whose first filled line is the heading; dates become dates, formulas are undone."""
    filled = [row for row in sheet if any(_cell_text(cell).strip() for cell in row)]
    if not filled:
        return []
    heading = [_cell_text(cell).strip() for cell in filled[0]]
    twice = [name for name, n in Counter(heading).items() if name and n > 1]
    if twice:
        raise StudyError(f'column "{twice[0]}" is there twice; give each column its own name')
    return [
        {name: refang(_cell_text(cell)) for name, cell in zip(heading, row, strict=False) if name} for row in filled[1:]
    ]
