"""Nexis: Word documents with many articles, as the database delivers them; other Word documents are one article."""

import re
from collections import Counter
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import ParseError

from analysis.codebook.dates import read_date
from analysis.codebook.wordlists import read_classes
from analysis.errors import StudyError
from analysis.reading.characters import clean_characters
from analysis.reading.file_readers import Reading, mark_parts
from analysis.reading.importing.file_guards import check_zip, read_bytes
from analysis.reading.importing.imported_article import ImportedArticle

__all__ = ["import_docx"]


@cache
def _label_pattern(kind: str) -> re.Pattern:
    """Build the pattern of a kind of label from `lexicons/nexis.txt`."""
    words = sorted(read_classes("nexis")[kind], key=len, reverse=True)
    names = "|".join(re.escape(word).replace("_", "[ \u00a0]") for word in words)
    return re.compile(rf"(?:{names})", re.I if kind == "end" else 0)


def _document_lines(path: Path, shown: str) -> list[str]:
    """Return the paragraphs of a Word document, one a line, empty ones included."""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import LxmlError

    read_bytes(path, shown=shown, limit=100_000_000)
    check_zip(path, shown=shown)
    try:
        document = Document(str(path))
        return [line for p in document.paragraphs for line in (p.text.split("\n") or [""])]
    except (PackageNotFoundError, LxmlError, ParseError, KeyError, ValueError, AttributeError, OSError, RecursionError):
        raise StudyError("not a Word document, or a broken one; save it anew as .docx", file=shown) from None
    except Exception as error:  # a damaged stream fails in zlib, zipfile or lxml, each with errors of its own
        raise StudyError(f"a broken Word document ({type(error).__name__}); save it anew", file=shown) from None


def _labelled_value(lines: list[str], kind: str) -> str:
    """Return what a labelled line says: ``Section: POLITIK; S. 5``."""
    pattern = re.compile(rf"{_label_pattern(kind).pattern}:\s*(.+)")
    return next((match[1].strip() for line in lines if (match := pattern.match(line.strip()))), "")


def _date_line(lines: list[str]) -> tuple[str, int]:
    """Find the line that is a date; return it as read, with its number."""
    for n, line in enumerate(lines):
        if re.search(r"\d{4}", line) and not re.match(r"Copyright|\S+:", line.strip()):
            try:
                return read_date(line), n
            except ValueError:
                continue
    return "", -1


def _split_articles(lines: list[str]) -> list[list[str]]:
    """Part a document into articles: each ends where it says so; the list of hits at the top is none."""
    pieces, current = [], []
    for line in lines:
        if _label_pattern("end").fullmatch(line.strip()):
            pieces.append(current)
            current = []
        else:
            current.append(line)
    return pieces


def _body(lines: list[str]) -> tuple[list[str], Counter]:
    """Return the paragraphs under *Body*, up to the labels that follow the text."""
    text, repairs = clean_characters("\n".join(lines))
    tail = re.compile(rf"{_label_pattern('tail').pattern}(?::|$)")
    paragraphs = [line.strip() for line in text.split("\n")]
    end = next((n for n, line in enumerate(paragraphs) if tail.match(line)), len(paragraphs))
    return [line for line in paragraphs[:end] if line], repairs


def _facts(head: list[str]) -> dict[str, str]:
    """Read title, outlet and date above the text: the last three lines before the labels; above is the list of hits."""
    published, at = _date_line(head)
    named = [line for line in head[: max(at, 0)] if line]
    outlet = re.match(r"(.+?)\s*(?:\(([^)]*)\))?$", named[-1]) if named else None
    section, _, more = _labelled_value(head, "section").partition(";")
    page = re.search(r"(?:\bS\.|\bSeite|\bPg\.)\s*(\w+)", more)
    return {
        "published": published, "title": named[-2] if len(named) > 1 else "", "outlet": outlet[1] if outlet else "",
        "edition": (outlet[2] or "") if outlet else "", "section": section.strip(),
        "author": _labelled_value(head, "author"),
        "page": page[1] if page else "",
    }  # fmt: skip


def _article(lines: list[str], source: str) -> ImportedArticle | None:
    """Read one article of a Nexis document; none where there is no text."""
    body = next((n for n, line in enumerate(lines) if _label_pattern("body").fullmatch(line.strip())), None)
    if body is None:
        return None
    head = [clean_characters(line)[0].strip() for line in lines[:body]]
    facts = _facts(head)
    paragraphs, repairs = _body(lines[body + 1 :])
    reading = mark_parts(paragraphs, repairs, title=facts.pop("title"))
    reading.published, reading.outlet = facts.pop("published"), facts.pop("outlet")
    found = ImportedArticle(source, reading, {key: value for key, value in facts.items() if value})
    if not (reading.published and reading.outlet and reading.title):
        found.unsure.append("title, outlet or date not found above the text")
    length = re.match(r"(\d+)", _labelled_value(head, "length"))
    if length and abs(found.n_words - int(length[1])) > 0.2 * int(length[1]) + 20:
        found.unsure.append(f"Nexis counts {length[1]} words, {found.n_words} were read")
    return found


def import_docx(path: Path, *, shown: str) -> list[ImportedArticle]:
    """Read a Word document: the articles of a Nexis delivery, or the one article that it is."""
    lines = _document_lines(path, shown)
    pieces = _split_articles(lines)
    found = [_article(piece, f"{shown}#{n + 1}") for n, piece in enumerate(pieces)]
    if any(found):
        return [article for article in found if article]
    text, repairs = clean_characters("\n".join(lines))
    reading: Reading = mark_parts([line.strip() for line in text.split("\n") if line.strip()], repairs)
    return [ImportedArticle(shown, reading)]
