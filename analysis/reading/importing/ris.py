"""RIS: what reference managers and press databases export; a record is an article if it holds its text."""

import re
from pathlib import Path

from analysis.codebook.dates import read_date
from analysis.codebook.encodings import decode
from analysis.reading.characters import clean_characters
from analysis.reading.file_readers import mark_parts
from analysis.reading.importing.file_guards import read_bytes
from analysis.reading.importing.imported_article import ImportedArticle
from analysis.reading.paragraph_layout import part_paragraphs

__all__ = ["import_ris"]

TAG = re.compile(r"^([A-Z][A-Z0-9])  - ?(.*)$")
# Tags of the RIS format (Research Information Systems, 2011), the first that is there counts.
TITLE, OUTLET, DATE, TEXT = ("TI", "T1"), ("JO", "JF", "T2", "JA", "PB"), ("DA", "Y1", "PY"), ("AB", "N2", "N1")
OWN = {"author": ("AU", "A1"), "section": ("SE", "KW"), "page": ("SP",), "url": ("UR",)}


def _records(text: str) -> list[dict[str, list[str]]]:
    """Part a RIS file into records; a line without a tag goes on with the one above."""
    records: list[dict[str, list[str]]] = []
    current: dict[str, list[str]] = {}
    last = ""
    for line in text.split("\n"):
        match = TAG.match(line.rstrip())
        if match and match[1] == "ER":
            records.append(current)
            current, last = {}, ""
        elif match:
            last = match[1]
            current.setdefault(last, []).append(match[2])
        elif last:
            current[last][-1] += f"\n{line}"
    return records + ([current] if current else [])


def _first(record: dict[str, list[str]], tags: tuple[str, ...]) -> str:
    return next((record[tag][0].strip() for tag in tags if record.get(tag)), "")


def import_ris(path: Path, *, shown: str) -> list[ImportedArticle]:
    """Read a RIS file; a record without a text is found empty, and so left out and told."""
    decoded = decode(read_bytes(path, shown=shown, limit=100_000_000), file=shown)
    found = []
    for n, record in enumerate(_records(decoded.text.replace("\r\n", "\n").replace("\r", "\n")), 1):
        text, repairs = clean_characters(max((_first(record, (tag,)) for tag in TEXT), key=len))
        reading = mark_parts(part_paragraphs(text, repairs) if text.strip() else [], repairs,
                             title=" ".join(_first(record, TITLE).split()))  # fmt: skip
        reading.outlet = " ".join(_first(record, OUTLET).split())
        unsure = []
        day = re.sub(r"^(\d{4})/(\d{1,2})(?:/(\d{1,2}))?/?.*$", lambda m: "-".join(filter(None, m.groups())),
                     _first(record, DATE))  # fmt: skip
        try:
            reading.published = read_date(day) if day and not re.fullmatch(r"\d{4}/*", day) else ""
        except ValueError as error:
            unsure.append(str(error))
        extra = {key: "; ".join(record[tag]) for key, tags in OWN.items() for tag in tags[:1] if record.get(tag)}
        found.append(ImportedArticle(f"{shown}#{n}", reading, extra, decoded.encoding, unsure))
    return found
