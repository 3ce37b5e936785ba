"""Plain text, and PDF with a text layer: a file is an article."""

import logging
import re
from collections import Counter
from pathlib import Path

from analysis.codebook.dates import read_date
from analysis.codebook.encodings import decode
from analysis.errors import StudyError
from analysis.reading.file_readers import read_clean, read_dated, read_plain
from analysis.reading.importing.file_guards import read_bytes
from analysis.reading.importing.imported_article import ImportedArticle

__all__ = ["import_pdf", "import_text"]

HEADER = re.compile(r"\A\s*(?:(?P<key>date|datum|quelle|source|titel|title|autor|author|medium|outlet)\s*[:=]\s*"
                    r"(?P<value>[^\n]{1,200})\n)", re.I)  # fmt: skip
MAX_PAGES = 200


def _take_header(text: str) -> tuple[str, dict[str, str]]:
    """Take lines such as ``Datum: 8. Januar 2022`` off the top of a text."""
    said: dict[str, str] = {}
    while match := HEADER.match(text):
        said[match["key"].lower()] = match["value"].strip()
        text = text[match.end() :]
    return text, said


def import_text(path: Path, *, shown: str) -> list[ImportedArticle]:
    """Read a text file: encoding, form and title are told by its content."""
    decoded = decode(read_bytes(path, shown=shown), file=shown)
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if text.lstrip("\ufeff").startswith("---\n"):
        return [ImportedArticle(shown, read_clean(text), encoding=decoded.encoding)]
    text, said = _take_header(text.lstrip("\ufeff"))
    reading = read_dated(text) if re.match(r"\s*date \d{4}-\d{2}\s", text) else read_plain(text)
    for key, name in {"quelle": "outlet", "source": "outlet", "medium": "outlet", "outlet": "outlet"}.items():
        reading.outlet = reading.outlet or (said.get(key, "") if name else "")
    unsure = []
    if day := said.get("datum", said.get("date", "")):
        try:
            reading.published = read_date(day)
        except ValueError as error:
            unsure.append(str(error))
    if title := said.get("titel", said.get("title", "")):
        reading.title = title
        reading.paragraphs = [("title", title), *(p for p in reading.paragraphs if p[0] != "title")]
    if decoded.unreadable:
        unsure.append(f"{decoded.unreadable} bytes that no encoding explains")
    extra = {"author": author} if (author := said.get("autor", said.get("author", ""))) else {}
    return [ImportedArticle(shown, reading, extra, decoded.encoding, unsure)]


def _pdf_pages(path: Path, shown: str) -> list[list[str]]:
    """Return the lines of each page of a PDF."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise StudyError("locked with a password; save it without", file=shown)
        if len(reader.pages) > MAX_PAGES:
            raise StudyError(f"{len(reader.pages)} pages; that is no single article", file=shown)
        return [page.extract_text().split("\n") for page in reader.pages]
    except StudyError:
        raise
    except Exception as error:  # a damaged PDF fails in many ways, not all of them pypdf's own
        raise StudyError(f"a broken PDF ({type(error).__name__}); save it anew", file=shown) from None


def _margin(line: str) -> str:
    """Write a line so that the margins of all pages are alike: page numbers are 0."""
    return re.sub(r"\d+", "0", line.strip())


def import_pdf(path: Path, *, shown: str) -> list[ImportedArticle]:
    """Read a PDF that has a text layer; headers and footers that pages repeat are left out."""
    read_bytes(path, shown=shown, limit=50_000_000)
    pages = _pdf_pages(path, shown)
    if len("".join("".join(lines) for lines in pages)) < 20 * len(pages):
        raise StudyError("a PDF without a text layer (a scan?); recognise its text first", file=shown)
    repeated = Counter(line for lines in pages for line in {_margin(line) for line in (*lines[:2], *lines[-2:])})
    margins = {line for line, n in repeated.items() if n > 1 and n >= len(pages) / 2}
    kept = [line for lines in pages for line in lines if _margin(line) not in margins]
    reading = read_plain("\n".join(kept))
    reading.repairs["lines that pages repeat left out"] = sum(map(len, pages)) - len(kept)
    return [
        ImportedArticle(shown, reading, unsure=["from a PDF: look whether columns and captions are in their place"])
    ]
