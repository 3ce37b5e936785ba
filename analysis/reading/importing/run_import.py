"""The import: a file or a folder of any forms into a study; whole or not at all, and never twice."""

import os
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from analysis.codebook.articles_file import read_article_rows, write_article_rows
from analysis.codebook.csv_cells import read_csv
from analysis.codebook.toml import read_toml
from analysis.errors import StudyError
from analysis.reading.clean_form import write_clean
from analysis.reading.importing.duplicates import Twins, find_duplicates
from analysis.reading.importing.file_guards import list_files
from analysis.reading.importing.file_name_patterns import match_pattern, read_pattern, suggest_pattern
from analysis.reading.importing.file_types import import_file
from analysis.reading.importing.imported_article import ImportedArticle, file_slug
from analysis.reading.imports_file import read_imports, state_repairs, write_imports

__all__ = ["Outcome", "import_articles"]

FOLDER = "articles"
MAX_WORDS = 200_000  # of one article: a book has about half of that


@dataclass
class Outcome:
    """What an import did.

    Attributes
    ----------
    read : articles read in now, by the file they were written to
    known : how many were there already
    filled : how many of those got metadata that they lacked
    left_out : (source, reason)
    twins : pairs of texts that are one or nearly
    pattern, outlets : the pattern that the file names suggest, and the outlets it would give
    forms : how many articles came in which form
    """

    read: dict[str, ImportedArticle] = field(default_factory=dict)
    known: int = 0
    filled: int = 0
    left_out: list[tuple[str, str]] = field(default_factory=list)
    twins: list[Twins] = field(default_factory=list)
    pattern: str = ""
    outlets: Counter = field(default_factory=Counter)
    forms: Counter = field(default_factory=Counter)

    @property
    def repairs(self) -> Counter:
        """How often each repair was made, over all articles read in now."""
        return sum((found.reading.repairs for found in self.read.values()), Counter())


def _collect(source: Path, study: Path, columns: dict[str, str], outcome: Outcome) -> list[ImportedArticle]:
    """Read every file of a source; what cannot be read is left out, with the reason."""
    files, outcome.left_out = list_files(source, but=study)
    base = source if source.is_dir() else source.parent
    found = []
    for path in files:
        inside = path.relative_to(base).as_posix()
        shown = f"{source.name}/{inside}" if source.is_dir() else inside
        try:
            form, articles = import_file(path, shown=shown, columns=columns)
        except StudyError as error:
            outcome.left_out.append((shown, str(error).removeprefix(" ".join(f"{shown}: ".split()) + " ")))
            continue
        except OSError as error:
            outcome.left_out.append((shown, error.strerror or "cannot be read"))
            continue
        except Exception as error:  # one file that nobody foresaw must not cost the others
            outcome.left_out.append((shown, f"cannot be read ({type(error).__name__})"))
            continue
        for article in articles:
            if reason := _why_left_out(article):
                outcome.left_out.append((article.source, reason))
            else:
                found.append(article)
                outcome.forms[form] += 1
    return found


def _why_left_out(article: ImportedArticle) -> str:
    """Say why an article cannot be read in; empty if it can."""
    words = len(article.text.split())
    if not any(part == "body" for part, _ in article.reading.paragraphs):
        return "no text in it"
    return f"{words:,} words; that is no single article" if words > MAX_WORDS else ""


def _path_in_source(article: ImportedArticle) -> str:
    """Return the path of an article's file within the source."""
    return article.source.partition("/")[2] or article.source


def _apply_pattern(found: list[ImportedArticle], pattern: str, outcome: Outcome) -> None:
    """Take metadata from file names; without a pattern, find the one that the names suggest."""
    alone = [article for article in found if "#" not in article.source]
    if pattern:
        _take_facts(alone, pattern)
    elif nameless := [_path_in_source(article) for article in alone if not article.reading.outlet]:
        outcome.pattern, outcome.outlets = suggest_pattern(nameless)


def _take_facts(alone: list[ImportedArticle], pattern: str) -> None:
    """Take what the files' names say by a pattern; say so where one does not fit, and refuse where none does."""
    compiled = read_pattern(pattern)
    said = [match_pattern(compiled, _path_in_source(article)) for article in alone]
    if all(facts is None for facts in said):
        remedy, _ = suggest_pattern([_path_in_source(article) for article in alone])
        more = f'; the names suggest "{remedy}"' if remedy else ""
        raise StudyError(f'--pattern "{pattern}": no file name fits it{more}')
    for article, facts in zip(alone, said, strict=True):
        if facts is not None:
            article.extra |= {_key(key): value for key, value in facts.items() if value}
        elif not article.reading.outlet:
            article.unsure.append("its name does not fit the pattern")


def _key(key: str) -> str:
    """Mark what goes before what the file itself says by an underscore."""
    return f"_{key}" if key in ("outlet", "published") else key


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


def import_articles(source: Path, study: Path, *, pattern: str = "", columns: dict[str, str] | None = None) -> Outcome:
    """Read articles into a study: clean texts into ``articles/``, a row each into ``data/articles.csv``.

    Run again, it adds what is new, fills cells that are empty, and changes nothing that is there.

    Parameters
    ----------
    source : Path
        A file or a folder; folders are read with all that is in them.
    study : Path
        The study's folder.
    pattern : str
        What file names say: ``{outlet}{n}.txt``. Without one no outlet is taken from a name.
    columns : dict, optional
        For tables: column by what it holds, where the name does not say it.

    Raises
    ------
    StudyError
        If there is no such source, no study, or nothing that can be read; nothing is then written.
    """
    if not (study / "data" / "study.toml").is_file():
        raise StudyError("no study here: make one with `lesarten new`", file=study)
    read_toml(study / "data" / "study.toml", shown="data/study.toml")
    if not source.exists():
        raise StudyError("there is no such file or folder", file=source)
    outcome = Outcome()
    found = _collect(source, study, columns or {}, outcome)
    if not found:
        first = f"; the first: {': '.join(outcome.left_out[0])}" if outcome.left_out else ""
        raise StudyError(f"no article could be read ({len(outcome.left_out)} left out{first})", file=source)
    _apply_pattern(found, pattern, outcome)
    _write_articles(found, study, outcome)
    return outcome


def _write_articles(found: list[ImportedArticle], study: Path, outcome: Outcome) -> None:
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
