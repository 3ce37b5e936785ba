"""Web pages: the article of a saved page, without teasers, captions and boxes; metadata as the page states it."""

import logging
import re
from pathlib import Path

from analysis.codebook.dates import read_date
from analysis.codebook.encodings import decode
from analysis.errors import StudyError
from analysis.reading.file_readers import mark_parts
from analysis.reading.importing.file_guards import read_bytes
from analysis.reading.importing.imported_article import ImportedArticle
from analysis.reading.importing.page_body import find_body
from analysis.reading.importing.page_facts import find_facts

__all__ = ["import_page", "read_page"]

MAX_PAGE = 10_000_000  # bytes
MIN_WORDS = 80  # a page with fewer words of article is told


def _markup(raw: bytes, shown: str) -> tuple[str, str]:
    """Decode a page: by its content; what the page says of its encoding counts only where the content cannot tell."""
    try:
        decoded = decode(raw, file=shown)
        return decoded.text, decoded.encoding
    except StudyError as undecided:
        stated = re.search(rb"charset=[\"']?([\w-]+)", raw[:4000])
        try:
            return raw.decode(stated[1].decode() if stated else "utf-8", errors="replace"), "as the page states"
        except LookupError:  # no encoding has that name
            raise undecided from None


def _parse(markup: str, shown: str):
    """Parse a page, whatever is wrong with it."""
    import lxml.etree
    import lxml.html

    parser = lxml.html.HTMLParser(huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        return lxml.html.document_fromstring(markup, parser=parser)
    except (lxml.etree.LxmlError, ValueError, AssertionError):
        raise StudyError("not an HTML page", file=shown) from None


def read_page(markup: str, *, shown: str) -> ImportedArticle:
    """Find the article of a page.

    Raises
    ------
    StudyError
        If there is none.
    """
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    markup = re.sub(r"^\s*<\?xml[^>]*\?>|[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]", "", markup)
    tree = _parse(markup, shown)
    facts = find_facts(tree, markup)
    body = find_body(tree, markup, facts)
    if not body.paragraphs:
        raise StudyError("no article found on the page (a start page, a paywall?)", file=shown)
    reading = mark_parts([text for _, text in body.paragraphs], body.repairs, title=facts.title)
    headings = {text for part, text in body.paragraphs if part == "heading"}
    reading.paragraphs = [("heading" if text in headings else part, text) for part, text in reading.paragraphs]
    if facts.standfirst and facts.standfirst not in body.text:
        reading.paragraphs.insert(1 if reading.title else 0, ("standfirst", facts.standfirst))
    reading.outlet, reading.published = facts.outlet, facts.published
    extra = {key: value for key, value in {"author": facts.author, "section": facts.section, "url": facts.url}.items()
             if value}  # fmt: skip
    found = ImportedArticle(shown, reading, extra, unsure=[*body.unsure, *facts.unsure])
    if found.n_words < MIN_WORDS:
        found.unsure.append(f"only {found.n_words} words of article found")
    return found


def import_page(path: Path, *, shown: str) -> list[ImportedArticle]:
    """Read a saved web page."""
    markup, encoding = _markup(read_bytes(path, shown=shown, limit=MAX_PAGE), shown)
    found = read_page(markup, shown=shown)
    found.encoding = encoding
    return [found]


def check_date(written: str) -> str:
    """Read a date that a page states; empty where it is none.

    Examples
    --------
    >>> check_date("2022-01-08T10:00:00+01:00"), check_date("gestern")
    ('2022-01-08', '')
    """
    try:
        return read_date(written)
    except ValueError:
        return ""
