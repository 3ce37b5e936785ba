"""Articles: from the entries of `study.toml` and the files they name to *articles*, *paragraphs*, *repairs*."""

import hashlib
import re
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.codebook import schema
from analysis.codebook.study_file import ArticleEntry, StudyFile
from analysis.codebook.toml import locate
from analysis.errors import StudyError
from analysis.reading.readers import READERS, Reading, lay_out

__all__ = ["Corpus", "read_articles"]


class Corpus(NamedTuple):
    """The three tables that reading makes."""

    articles: pd.DataFrame
    paragraphs: pd.DataFrame
    repairs: pd.DataFrame


def article_id(entry: ArticleEntry) -> str:
    """Name an article: its ``id``, or the first three digits of a seed's file name, or the file's stem.

    Examples
    --------
    >>> article_id(ArticleEntry(file="seeds/000_377076416133bc0b.txt", reader="plain"))
    '000'
    """
    stem = Path(entry.file).stem
    numbered = re.match(r"\d{3}(?=_)", stem)
    return entry.id or (numbered[0] if numbered else stem)


def _read_text(path: Path, entry: ArticleEntry, place: dict) -> tuple[str, str]:
    """Return a file's text and the SHA-256 of its bytes."""
    if not path.is_file():
        raise StudyError(f'there is no file "{entry.file}"; mend the path or put the file there', **place)
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise StudyError("not UTF-8 text; save it as plain text in UTF-8", file=entry.file) from None
    if "\x00" in text:
        raise StudyError("not a text file (it holds NUL bytes); save the article as plain text", file=entry.file)
    if not text.strip():
        raise StudyError("the file is empty; put the article in or take its entry out", file=entry.file)
    return text, hashlib.sha256(raw).hexdigest()


def _outlet(entry: ArticleEntry, reading: Reading, place: dict) -> tuple[str, str]:
    """Settle outlet and basis; an outlet is stated only if the file states it, and never guessed."""
    if entry.outlet_basis == "stated" and (not reading.outlet or entry.outlet not in ("", reading.outlet)):
        said = f'says "{reading.outlet}"' if reading.outlet else "names none"
        raise StudyError(
            f'outlet "{entry.outlet}" is not stated in {entry.file}, which {said}; use outlet_basis = "given"', **place
        )
    if entry.outlet:
        return entry.outlet, entry.outlet_basis
    if reading.outlet:
        return reading.outlet, "stated"
    return "", "unknown"


def _date(entry: ArticleEntry, reading: Reading, place: dict) -> tuple[pd.Timestamp, str]:
    """Settle date and precision; the file's own date fills what the entry leaves open."""
    written = entry.published or reading.published
    if not written:
        return pd.NaT, "unknown"
    try:
        return pd.Timestamp(written), "day" if len(written) == 10 else "month"
    except ValueError:
        raise StudyError(f'"{written}" is no date; write "2022-01-08" or "2022-01"', **place) from None


def read_articles(study: StudyFile, root: Path, *, source: str = "", shown: str = "data/study.toml") -> Corpus:
    """Read every article of a study.

    Parameters
    ----------
    study : StudyFile
        The checked content of ``study.toml``.
    root : Path
        The folder that the entries' paths start from.
    source, shown : str
        The text and the name of ``study.toml``, for the place in error messages.

    Returns
    -------
    Corpus
        Tables *articles*, *paragraphs* and *repairs*, as `schema.TABLES` describes them.

    Raises
    ------
    StudyError
        For a file that is missing, empty or not text, two articles with one id, an outlet that is said to be
        stated but is not, a date that is none.
    """
    articles, paragraphs, repairs, seen = [], [], [], {}
    for n, entry in enumerate(study.articles):
        name = article_id(entry)
        places = {key: {"file": shown, "line": locate(source, ("articles", n, key))}
                  for key in ("file", "outlet", "published")}  # fmt: skip
        if name in seen:
            raise StudyError(f'two articles have the id "{name}": {seen[name]} and {entry.file}; '
                             'give one of them its own, id = "…"', **places["file"])  # fmt: skip
        seen[name] = entry.file
        raw, sha256 = _read_text(root / entry.file, entry, places["file"])
        reading = READERS[entry.reader](raw)
        text, spans = lay_out(reading)
        if not text:
            raise StudyError(
                f'the reader "{entry.reader}" finds no article in it; is it the right reader?', file=entry.file
            )
        outlet, basis = _outlet(entry, reading, places["outlet"])
        published, precision = _date(entry, reading, places["published"])
        articles.append((name, outlet, basis, reading.title, published, precision, reading.agencies,
                         study.study.language, entry.file, sha256, text))  # fmt: skip
        paragraphs += [(name, k, part, start, end) for k, (part, start, end) in enumerate(spans)]
        repairs += [(name, repair, count) for repair, count in reading.repairs.items() if count]
    rows = {"articles": articles, "paragraphs": paragraphs, "repairs": repairs}
    frames = {t: pd.DataFrame(r, columns=list(schema.TABLES[t].columns)) for t, r in rows.items()}
    return Corpus(**{table: schema.check(table, frame) for table, frame in frames.items()})
