"""Soundness of a study: everything that its author should mend, at once; errors first, then warnings."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd

from analysis.checking.codebook_words import find_unused_names, find_unused_words
from analysis.codebook.toml import MARK
from analysis.codebook.wordlists import read_classes
from analysis.errors import StudyError
from analysis.reading.importing.duplicates import find_duplicates

__all__ = ["Problem", "find_problems", "is_english"]

LONGEST_WORD = 100  # letters; the longest German words in print have about 80
LONG_PARAGRAPH = 120  # words: an article of one paragraph with more has lost its breaks
MANY = 3  # articles of one paragraph from which on they are said in one line
FOREIGN = 3  # times as many English function words as German ones


@dataclass(frozen=True)
class Problem:
    """Something to mend: an error (the study cannot be used) or a warning (a figure may not mean what it seems)."""

    is_error: bool
    text: str

    def __str__(self) -> str:
        """Write it in one line."""
        return self.text if self.is_error else f"warning: {self.text}"


def _read_all(study) -> list[StudyError]:
    """Read everything that the study's author wrote; return all that is wrong."""
    errors: list[StudyError] = []
    for part in study.WRITTEN:
        try:
            getattr(study, part)
        except StudyError as error:
            errors += [error, *error.others]
    return list({str(error): error for error in errors}.values())


def _warn(message: str, *, file: str | Path | None = None, line: int | None = None) -> Problem:
    return Problem(False, str(StudyError(message, file=file, line=line)))


def is_english(text: str) -> bool:
    """Tell an English text by its function words.

    Examples
    --------
    >>> is_english("The bridge was closed by the city, and nobody said why it was."), is_english("Die Brücke ist zu.")
    (True, False)
    """
    words = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    german, english = (sum(words[word] for word in read_classes("languages")[name]) for name in ("de", "en"))
    return english > FOREIGN * german and english >= 4


def _find_glued(text: str) -> list[str]:
    """List words that hold the end of a sentence or heading and the first word of the next.

    Examples
    --------
    >>> _find_glued("Streit um BrückeDie Lohe ist zu. Vogt schwieg.Mehr Geld nötig. Auf YouTube, www.mehr.Geld.de")
    ['BrückeDie', 'schwieg.Mehr']
    """
    openings = read_classes("function_words")["determiner"]
    found = []
    for word in re.findall(r"(?<![\w./@])[\w.!?]+(?![\w/@])", text):
        parts = re.fullmatch(r"([^\W\d_]*[a-zäöüß]{3})([.!?]?)([A-ZÄÖÜ][a-zäöüß]{2,})[.!?]?", word)
        if parts and (parts[2] or parts[3].lower() in openings):
            found.append(word.rstrip(".!?"))
    return list(dict.fromkeys(found))


def _and_more(found: list[str]) -> str:
    return f" and {len(found) - 1} more" if len(found) > 1 else ""


def _article_warnings(articles: pd.DataFrame, paragraphs: pd.DataFrame) -> Iterator[Problem]:
    """Warn of texts that are not what a German article is."""
    yield from _unbroken_warnings(articles, paragraphs)
    for article in articles.itertuples(index=False):
        longest = max(re.findall(r"[^\W\d_]+", article.text), key=len, default="")
        if len(longest) > LONGEST_WORD:
            yield _warn(f'a "word" of {len(longest)} letters ("{longest[:20]}…"): were spaces lost?',
                        file=article.source_file)  # fmt: skip
        if glued := _find_glued(article.text):
            said = "two words are glued, a heading or a sentence and what follows; put a space, or a line, between them"
            yield _warn(f'"{glued[0]}"{_and_more(glued)}: {said}', file=article.source_file)
        if article.language == "de" and is_english(article.text):
            yield _warn("looks English; the rules are made for German: leave it out", file=article.source_file)
        if article.published == article.published and article.published.date() > date.today():
            yield _warn(f"its date, {article.published.date()}, is still to come", file=article.source_file)


def _unbroken_warnings(articles: pd.DataFrame, paragraphs: pd.DataFrame) -> Iterator[Problem]:
    """Warn of articles of one long paragraph; of many in one line."""
    bodies = paragraphs[paragraphs["part"] == "body"].groupby("article_id").size()
    is_one = articles["article_id"].map(bodies).fillna(0) <= 1
    unbroken = articles.loc[is_one & (articles["text"].str.split().str.len() > LONG_PARAGRAPH), "source_file"].tolist()
    if len(unbroken) < MANY:
        for file in unbroken:
            yield _warn("one paragraph only: were its paragraph breaks lost? put each on a line of its own", file=file)
    else:
        yield _warn(f"{len(unbroken)} articles are one paragraph only, {unbroken[0]} the first: were their breaks "
                    "lost? put each paragraph on a line of its own")  # fmt: skip


def _twin_warnings(articles: pd.DataFrame) -> Iterator[Problem]:
    """Warn of texts that are one."""
    texts = dict(zip(articles["source_file"], articles["text"], strict=True))
    for pair in find_duplicates(texts):
        if pair.is_same:
            yield _warn(
                f"is the same text as {pair.second}; take one out, or every count has it twice", file=pair.first
            )


def _spelling_warnings(articles: pd.DataFrame, compared: str | None, *, file: str) -> Iterator[Problem]:
    """Warn of outlets, or of what is compared, that differ in capitals, spaces and marks alone: each were a group."""
    for column in dict.fromkeys(["outlet", *({compared} & set(articles) - {"article_id"})]):
        names = articles.loc[articles[column].astype(str) != "", column].astype(str)
        for _, alike in names.groupby(names.str.lower().str.replace(r"[\W_]", "", regex=True), sort=False):
            counts = alike.value_counts()
            if len(counts) > 1:
                said = ", ".join(f'"{name}" {n}' for name, n in counts.items())
                yield _warn(f"{column}: {said} differ in spelling alone and are counted as {len(counts)}; write one of "
                            "them in each row", file=file)  # fmt: skip


def _mark_warnings(folder: Path) -> Iterator[Problem]:
    """Warn of TOML files that begin with a byte order mark."""
    for path in sorted(folder.glob("*.toml")):
        with path.open("rb") as file:
            if file.read(len(MARK)) == MARK:
                yield _warn("begins with a byte order mark, which other programs stumble over; save it as UTF-8 "
                            "without one", file=f"data/{path.name}", line=1)  # fmt: skip


def find_problems(study) -> list[Problem]:
    """Find all that is to be mended in a study.

    Parameters
    ----------
    study : Study
        An opened study.

    Returns
    -------
    list of Problem
        Errors first. Where the articles or a file of the codebook cannot be read, what rests on it is not looked at.
    """
    errors = _read_all(study)
    problems = [Problem(True, str(error)) for error in errors]
    problems += _mark_warnings(study.data)
    try:
        articles, paragraphs = study.articles, study.paragraphs
    except StudyError:
        return problems
    table = "data/articles.csv" if (study.data / "articles.csv").is_file() else "data/study.toml"
    problems += [*_article_warnings(articles, paragraphs), *_twin_warnings(articles),
                 *_spelling_warnings(articles, study.file.study.compare, file=table)]  # fmt: skip
    if not errors:
        words = [*find_unused_words(study.contrasts, study.terms, study.tokens, study.data),
                 *find_unused_names(study.actors, study.mentions, study.tokens, study.data)]  # fmt: skip
        problems += [_warn(message, file=file, line=line) for message, file, line in words]
    return problems
