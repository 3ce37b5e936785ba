"""Forms: which importer reads a file; told by its content, or by its ending where that is open."""

import re
from pathlib import Path

from analysis.errors import StudyError
from analysis.reading.importing.file_guards import check_zip
from analysis.reading.importing.imported_article import ImportedArticle
from analysis.reading.importing.nexis import import_docx
from analysis.reading.importing.plain_files import import_pdf, import_text
from analysis.reading.importing.ris import import_ris
from analysis.reading.importing.table_files import import_csv, import_excel, import_json, import_parquet
from analysis.reading.importing.web_pages import import_page

__all__ = ["FORMS", "import_file"]

ENDINGS = {
    ".csv": "csv", ".tsv": "csv", ".jsonl": "json", ".ndjson": "json", ".json": "json", ".ris": "ris", ".txt": "text",
    ".text": "text", ".md": "text", ".html": "html", ".htm": "html", ".xhtml": "html", ".xlsx": "excel",
    ".xlsm": "excel", ".docx": "docx", ".parquet": "parquet", ".pdf": "pdf",
}  # fmt: skip
FORMS = {
    "text": "plain text", "html": "a web page", "csv": "a CSV table", "json": "JSON", "parquet": "Parquet",
    "excel": "an Excel table", "docx": "a Word document", "ris": "RIS", "pdf": "PDF",
}  # fmt: skip
REFUSED = {
    b"\xd0\xcf\x11\xe0": "an old Office file (.doc, .xls); save it as .docx or .xlsx",
    b"{\\rtf": "RTF; save it as .docx or plain text",
    b"\x89PNG": "a picture", b"\xff\xd8\xff": "a picture", b"GIF8": "a picture",
    b"\x1f\x8b": "a gzip file; unpack it first",
    b"7z\xbc\xaf": "an archive; unpack it first",
    b"Rar!": "an archive; unpack it first",
}  # fmt: skip


def tell_form(path: Path, *, shown: str) -> str:
    """Tell a file's form: one of the keys of `FORMS`.

    Raises
    ------
    StudyError
        For a form that Lesarten does not read.
    """
    with path.open("rb") as file:
        head = file.read(4096)
    for start, what in REFUSED.items():
        if head.startswith(start):
            raise StudyError(f"this is {what}", file=shown)
    if head.startswith(b"PK"):
        names = check_zip(path, shown=shown)
        kind = "docx" if "word/document.xml" in names else "excel" if "xl/workbook.xml" in names else ""
        if not kind:
            raise StudyError("a zip archive; unpack it first", file=shown)
        return kind
    ending = ENDINGS.get(path.suffix.lower(), "")
    if head.startswith(b"%PDF"):
        return "pdf"
    if head.startswith(b"PAR1"):
        return "parquet"
    if re.match(rb"(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)?<(?:!doctype html|html|head|\?xml)", head, re.I | re.S):
        return "html"
    if re.search(rb"^TY  - ", head, re.M):
        return "ris"
    if ending in ("docx", "excel", "pdf", "parquet"):
        raise StudyError(f"called {path.suffix}, but it is not {FORMS[ending]}", file=shown)
    if not ending:
        raise StudyError(
            f'no known form ("{path.suffix}"); save it as text, HTML, a table, .docx, .ris or PDF', file=shown
        )
    return ending


def import_file(path: Path, *, shown: str, columns: dict[str, str]) -> tuple[str, list[ImportedArticle]]:
    """Read the articles of a file; return its form as well.

    Raises
    ------
    StudyError
        If the file cannot be read; the message says why.
    """
    form = tell_form(path, shown=shown)
    tables = {"csv": import_csv, "json": import_json, "parquet": import_parquet, "excel": import_excel}
    if form in tables:
        return form, tables[form](path, shown=shown, given=columns)
    others = {"text": import_text, "html": import_page, "docx": import_docx, "ris": import_ris, "pdf": import_pdf}
    return form, others[form](path, shown=shown)
