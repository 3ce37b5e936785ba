"""Articles: from the entries of `study.toml` and `articles.csv` and their files to the tables of this room."""

import hashlib
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis.codebook import schema
from analysis.codebook.dates import read_date
from analysis.codebook.encodings import Decoded, decode
from analysis.codebook.study_file import ArticleEntry, StudyFile
from analysis.errors import StudyError, raise_all
from analysis.reading.article_labels import make_labels
from analysis.reading.characters import clean_characters
from analysis.reading.file_readers import READERS, Reading, lay_out

__all__ = ["Corpus", "article_id", "read_articles", "read_for_key"]

MAX_BYTES = 10_000_000  # of one article's file


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


def read_for_key(path: Path) -> bytes:
    """Return a file's bytes for the key of what depends on them; nothing of one that is not there or too large."""
    return path.read_bytes() if path.is_file() and path.stat().st_size <= MAX_BYTES else b""


def _path_in_study(root: Path, entry: ArticleEntry) -> Path:
    """Return the path of an article's file; one that leaves the study's folder is refused."""
    path = root / entry.file
    if not path.resolve().is_relative_to(root.resolve()):
        raise StudyError(f'"{entry.file}" leads out of the study\'s folder; put the file into it', **entry.place())
    if not path.is_file():
        raise StudyError(f'there is no file "{entry.file}"; mend the path or put the file there', **entry.place())
    return path


def _read_bytes(root: Path, entry: ArticleEntry) -> tuple[Decoded, str]:
    """Return a file's text with its encoding, and the SHA-256 of its bytes."""
    path = _path_in_study(root, entry)
    if path.stat().st_size > MAX_BYTES:
        raise StudyError(f"larger than {MAX_BYTES // 1_000_000} MB; that is no single article: part it",
                         file=entry.file)  # fmt: skip
    raw = path.read_bytes()
    decoded = decode(raw, file=entry.file)
    if not decoded.text.strip():
        raise StudyError("the file is empty; put the article in or take its entry out", file=entry.file)
    return decoded, hashlib.sha256(raw).hexdigest()


def _outlet(entry: ArticleEntry, reading: Reading) -> tuple[str, str]:
    """Settle outlet and basis; an outlet is stated only if the file states it, and never guessed."""
    if entry.outlet_basis == "stated" and (not reading.outlet or entry.outlet not in ("", reading.outlet)):
        said = f'says "{reading.outlet}"' if reading.outlet else "names none"
        raise StudyError(f'outlet "{entry.outlet}" is not stated in {entry.file}, which {said}; '
                         'use outlet_basis = "given"', **entry.place("outlet"))  # fmt: skip
    if entry.outlet:
        return entry.outlet, "stated" if entry.outlet == reading.outlet else entry.outlet_basis
    if reading.outlet:
        return reading.outlet, "stated"
    return "", "unknown"


def _settle_date(entry: ArticleEntry, reading: Reading) -> tuple[pd.Timestamp, str]:
    """Settle date and precision; the file's own date fills what the entry leaves open."""
    try:
        written = read_date(entry.published or reading.published) if entry.published or reading.published else ""
    except ValueError as error:
        raise StudyError(str(error), **entry.place("published")) from None
    return (pd.Timestamp(written), "day" if len(written) == 10 else "month") if written else (pd.NaT, "unknown")


def _read_article(study: StudyFile, root: Path, entry: ArticleEntry, name: str) -> tuple[dict, list, Counter]:
    """Read one article: its row, its paragraphs, its repairs."""
    decoded, sha256 = _read_bytes(root, entry)
    reading = READERS[entry.reader](decoded.text)
    text, spans = lay_out(reading)
    if not text:
        raise StudyError(f'the reader "{entry.reader}" finds no article in it; is it the right reader?',
                         file=entry.file)  # fmt: skip
    if decoded.encoding != "UTF-8":
        reading.repairs[f"encoding: {decoded.encoding}"] = 1
    reading.repairs["bytes that no encoding explains"] = decoded.unreadable
    outlet, basis = _outlet(entry, reading)
    published, precision = _settle_date(entry, reading)
    row = {"article_id": name, "outlet": outlet, "outlet_basis": basis, "label": entry.label,
           "title": entry.title or reading.title, "published": published, "published_precision": precision,
           "agencies": entry.agencies or reading.agencies, "language": study.study.language,
           "source_file": entry.file, "sha256": sha256, "text": text, **entry.extra}  # fmt: skip
    for key in ("outlet", "label", "title", *entry.extra):  # whatever was written, a name is one line
        row[key] = " ".join(clean_characters(row[key])[0].split())
    return row, spans, reading.repairs


def _label_articles(articles: list[dict]) -> list[str]:
    """Make the labels of all articles."""
    return make_labels([row["label"] for row in articles], [row["outlet"] for row in articles])


def read_articles(study: StudyFile, root: Path, *, imported: dict[str, dict[str, int]] | None = None) -> Corpus:
    """Read every article of a study.

    Parameters
    ----------
    study : StudyFile
        The checked content of ``study.toml`` and ``articles.csv``.
    root : Path
        The folder that the entries' paths start from; none may lead out of it.
    imported : dict, optional
        The repairs that `lesarten import` made, by file.

    Returns
    -------
    Corpus
        Tables *articles*, *paragraphs* and *repairs*, as `schema.TABLES` describes them.

    Raises
    ------
    StudyError
        For a study without articles, a file that is missing, empty or not text or lies elsewhere, two articles with
        one id or one label, an outlet that is said to be stated but is not, a date that is none.
    """
    if not study.articles:
        raise StudyError("no articles yet; read them in with `lesarten import FOLDER`", file="data/study.toml")
    articles, paragraphs, repairs, seen, labels = [], [], [], {}, {}
    errors: list[StudyError] = []
    for entry in study.articles:
        name = article_id(entry)
        try:
            if name in seen:
                raise StudyError(f'two articles have the id "{name}": {seen[name]} and {entry.file}; '
                                 'give one of them its own, id = "…"', **entry.place())  # fmt: skip
            seen[name] = entry.file
            row, spans, mended = _read_article(study, root, entry, name)
            if row["label"] and labels.setdefault(row["label"], name) != name:
                raise StudyError(f'two articles have the label "{row["label"]}"; give one of them another',
                                 **entry.place())  # fmt: skip
        except StudyError as error:
            errors.append(error)
            continue
        articles.append(row)
        paragraphs += [(name, k, part, start, end) for k, (part, start, end) in enumerate(spans)]
        counts = mended + Counter((imported or {}).get(entry.file, {}))
        repairs += [(name, repair, count) for repair, count in counts.items() if count]
    raise_all(errors)
    own = dict.fromkeys(key for entry in study.articles for key in entry.extra)
    columns = [*schema.TABLES["articles"].columns, *own]
    frames = {
        "articles": pd.DataFrame(articles, columns=columns)
        .assign(label=_label_articles(articles))
        .fillna(dict.fromkeys(own, "")),
        "paragraphs": pd.DataFrame(paragraphs, columns=list(schema.TABLES["paragraphs"].columns)),
        "repairs": pd.DataFrame(repairs, columns=list(schema.TABLES["repairs"].columns)),
    }
    return Corpus(**{table: schema.check(table, frame) for table, frame in frames.items()})
