"""Added articles: what an import writes into the study's folder and its tables; what is there stays as it is."""

import os
from pathlib import Path, PurePosixPath

from analysis.codebook.articles_file import read_article_rows, write_article_rows
from analysis.codebook.csv_cells import read_csv
from analysis.reading.clean_form import write_clean
from analysis.reading.importing.duplicates import find_duplicates
from analysis.reading.importing.import_outcome import Outcome
from analysis.reading.importing.imported_article import ImportedArticle, file_slug
from analysis.reading.imports_file import read_imports, state_repairs, write_imports

__all__ = ["add_articles"]

FOLDER = "articles"


def add_articles(found: list[ImportedArticle], study: Path, outcome: Outcome) -> None:
    """Add what is new to the study's folder and tables."""
    table = study / "data" / "articles.csv"
    read_article_rows(table, shown="data/articles.csv")  # says what is wrong before anything is written
    rows = [row for _, row in read_csv(table.read_bytes(), file="data/articles.csv")] if table.is_file() else []
    logged = read_imports(study / "data" / "imports.csv", shown="data/imports.csv")
    by_file = {row["file"]: row for row in rows}
    known = {entry["source"]: entry for entry in logged if entry["file"] in by_file}
    taken = {path.relative_to(study).as_posix().lower() for path in (study / FOLDER).glob("*")} | set(by_file)
    for article in found:
        if entry := known.get(article.source):
            _meet_again(article, entry, by_file[entry["file"]], outcome)
            continue
        name = _free_name(article, taken)
        outcome.read[name] = article
        rows.append(_article_row(article, name))
        logged.append({"file": name, "source": article.source, "sha256": article.sha256, "encoding": article.encoding,
                       "repairs": state_repairs(article.reading.repairs),
                       "unsure": "; ".join(article.unsure)})  # fmt: skip
    texts = {name: article.text for name, article in outcome.read.items()}
    outcome.twins = find_duplicates(texts | _texts_there(study, list(by_file)), new=set(outcome.read))
    files = {row["file"] for row in rows}
    _put(study, outcome.read, rows, [entry for entry in logged if entry["file"] in files])


def _meet_again(article: ImportedArticle, entry: dict[str, str], row: dict[str, str], outcome: Outcome) -> None:
    """Meet an article that is there already: fill what its row lacks, and tell if its text has changed."""
    outcome.known += 1
    outcome.filled += _fill(row, _article_row(article, entry["file"]))
    if entry["sha256"] != article.sha256:
        outcome.left_out.append((article.source, "changed since it was read in; delete its row in data/articles.csv "
                                 "to read it anew"))  # fmt: skip


def _texts_there(study: Path, files: list[str]) -> dict[str, str]:
    """Read the texts that the study has already, by file."""
    paths = {file: study / file for file in files}
    return {file: path.read_text(encoding="utf-8", errors="replace") for file, path in paths.items()
            if path.is_file() and path.resolve().is_relative_to(study.resolve())}  # fmt: skip


def _put(
    study: Path, read: dict[str, ImportedArticle], rows: list[dict[str, str]], logged: list[dict[str, str]]
) -> None:
    """Write texts and tables; if anything fails, the texts written now are taken away again."""
    (study / FOLDER).mkdir(exist_ok=True)
    written = []
    try:
        for name, article in read.items():
            path = study / name
            draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
            written += [draft, path]
            draft.write_text(write_clean(article.reading), encoding="utf-8")
            draft.replace(path)
        write_imports(study / "data" / "imports.csv", logged)
        write_article_rows(study / "data" / "articles.csv", rows)
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise


def _article_row(article: ImportedArticle, file: str) -> dict[str, str]:
    """Make an article's row of ``articles.csv``; what a file's name says goes before what the file says."""
    own = {key: value for key, value in article.extra.items() if not key.startswith("_")}
    reading = article.reading
    return {
        "file": file, "reader": "clean", "label": "", "outlet": article.extra.get("_outlet", reading.outlet),
        "title": reading.title, "published": article.extra.get("_published", reading.published),
        "agencies": reading.agencies, **own,
    }  # fmt: skip


def _free_name(article: ImportedArticle, taken: set[str]) -> str:
    """Name an article's file after its source; a number where the name is taken."""
    path, _, place = article.source.partition("#")
    stem = file_slug(PurePosixPath(path).stem)
    stem = f"{stem}-{int(place):03d}" if place else stem
    name, n = f"{FOLDER}/{stem}.txt", 2
    while name.lower() in taken:
        name, n = f"{FOLDER}/{stem}-{n}.txt", n + 1
    taken.add(name.lower())
    return name


def _fill(row: dict[str, str], new: dict[str, str]) -> bool:
    """Fill the empty cells of a row that is there; what somebody wrote stays."""
    lacking = {key: value for key, value in new.items() if value and not row.get(key) and key not in ("file", "reader")}
    row.update(lacking)
    return bool(lacking)
