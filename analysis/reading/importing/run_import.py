"""The import: a file or a folder of any forms into a study; whole or not at all, and never twice."""

from pathlib import Path

from analysis.codebook.toml import read_toml
from analysis.errors import StudyError
from analysis.reading.importing.added_articles import add_articles
from analysis.reading.importing.file_guards import list_files
from analysis.reading.importing.file_name_patterns import match_pattern, read_pattern, suggest_pattern
from analysis.reading.importing.file_types import import_file
from analysis.reading.importing.import_outcome import Outcome
from analysis.reading.importing.imported_article import ImportedArticle

__all__ = ["import_articles"]

MAX_WORDS = 200_000  # of one article: a book has about half of that


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
    add_articles(found, study, outcome)
    return outcome
