"""Gold: the hand coding in `data/gold`, which the automatic coding is held against."""

import re
from pathlib import Path

import pandas as pd

from analysis.codebook import schema
from analysis.errors import StudyError

__all__ = ["read_edits", "read_gold", "read_passages", "read_quantities"]


def read_gold(name: str, path: Path, articles: pd.DataFrame) -> pd.DataFrame:
    """Read a table of hand coding and hold every offset against the articles.

    Parameters
    ----------
    name : str
        ``gold_quotes`` or ``gold_marks``, as `schema.TABLES` describes them.
    path : Path
        The CSV file. A study without it has an empty table.
    articles : DataFrame
        A row is an article.

    Raises
    ------
    StudyError
        For a column that is missing, an article that the study does not have, and offsets that do not give the
        row's text: the article or the coding has changed since.
    """
    shown = f"data/gold/{path.name}"
    if not path.is_file():
        return schema.empty(name)
    columns = schema.TABLES[name].columns
    table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    if missing := [column for column in columns if column not in table]:
        raise StudyError(f'column "{missing[0]}" is missing; add it', file=shown, line=1)
    for column in (c for c, field in columns.items() if field.type.startswith("number")):
        table[column] = _numbers(table[column], shown, column, may_be_empty=columns[column].type == "number?")
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    for line, row in enumerate(table.itertuples(index=False), start=2):
        _check_row(row, texts, shown, line)
    return schema.check(name, table)


def _numbers(values: pd.Series, shown: str, column: str, *, may_be_empty: bool) -> pd.Series:
    """Turn a column into whole numbers; empty ones only where they may be."""
    numbers = pd.to_numeric(values, errors="coerce")
    wrong = numbers.isna() & ~(may_be_empty & (values == ""))
    if wrong.any():
        first = int(wrong.idxmax())
        raise StudyError(f'{column} is "{values[first]}"; write a whole number', file=shown, line=first + 2)
    return numbers.astype("Int64")


def _check_row(row: tuple, texts: dict[str, str], shown: str, line: int) -> None:
    """Hold a row's offsets against the article."""
    if row.article_id not in texts:
        raise StudyError(f'the study has no article "{row.article_id}"; take the row out', file=shown, line=line)
    text = texts[row.article_id]
    spans = [(row.start, row.end, row.text)]
    if getattr(row, "speaker", ""):
        spans.append((row.speaker_start, row.speaker_end, row.speaker))
    for start, end, words in spans:
        if pd.isna(start) or pd.isna(end) or text[start:end] != words:
            raise StudyError(
                f'the offsets {start} to {end} do not give "{words[:40]}"; mend them', file=shown, line=line
            )


def read_passages(path: Path, articles: pd.DataFrame) -> pd.DataFrame:
    """Read the shared passages that were coded by hand: ``passage``, ``article_id``, ``start``, ``end``; empty if none.

    Raises
    ------
    StudyError
        For words that the article does not have.
    """
    table = _read_words(path, articles, words="text", needed=("passage", "article_id", "text"))
    return table[["passage", "article_id", "start", "end"]]


def read_quantities(path: Path, articles: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """Read the reported numbers that were coded by hand, without the vague ones (*viele*); empty if there are none.

    Returns
    -------
    DataFrame
        The columns of *quantities* that are coded: ``article_id``, ``start``, ``end``, ``value``, ``bound``, ``topic``,
        ``population``, ``scope``, ``source``, ``actor``, ``source_from``.

    Raises
    ------
    StudyError
        For words that the paragraph does not have.
    """
    coded = ("value", "bound", "topic", "population", "of", "source", "source_actor", "source_from")
    table = _read_words(path, articles, words="words", needed=("article_id", "paragraph", "words", *coded),
                        paragraphs=paragraphs)  # fmt: skip
    table = table.rename(columns={"of": "scope", "source_actor": "actor"})
    columns = ["article_id", "start", "end", *({"of": "scope", "source_actor": "actor"}.get(c, c) for c in coded)]
    return table.loc[table["value"] != "", columns].astype({"value": float}).reset_index(drop=True)


def read_edits(path: Path) -> pd.DataFrame:
    """Read the changes between copies that were coded by hand, to be counted; their words are not looked for.

    Returns
    -------
    DataFrame
        A row is a change of words or quotation marks: ``article_id``, ``words``, ``other_words``, ``kind``, ``effect``,
        ``start`` (0: the place is not coded). No rows if there is no file.
    """
    columns = ["article_id", "words", "other_words", "kind", "effect"]
    if not path.is_file():
        return pd.DataFrame(columns=[*columns, "start"])
    table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    if missing := [column for column in (*columns, "changes") if column not in table]:
        raise StudyError(f'column "{missing[0]}" is missing; add it', file=f"data/gold/{path.name}", line=1)
    kept = table.loc[table["changes"].isin(["word", "marks"]), columns]
    return kept.assign(article_id=kept["article_id"].str.partition(";")[0], start=0).reset_index(drop=True)


def _read_words(
    path: Path, articles: pd.DataFrame, *, words: str, needed: tuple[str, ...], paragraphs: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Read coded words and find them in their article, or in its coded paragraph; line breaks may differ."""
    shown = f"data/gold/{path.name}"
    if not path.is_file():
        return pd.DataFrame(columns=[*needed, "start", "end"])
    table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    if missing := [column for column in needed if column not in table]:
        raise StudyError(f'column "{missing[0]}" is missing; add it', file=shown, line=1)
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    spans = {} if paragraphs is None else {(p.article_id, str(p.paragraph)): p for p in paragraphs.itertuples()}
    places = []
    for line, row in enumerate(table.to_dict("records"), start=2):
        inside = spans.get((row["article_id"], row.get("paragraph")))
        text, first = texts.get(row["article_id"], ""), inside.start if inside else 0
        pattern = r"\s+".join(map(re.escape, row[words].split()))
        found = re.search(pattern, text[first : inside.end if inside else None])
        if not found:
            message = f'article "{row["article_id"]}" does not say "{row[words][:40]}" there; mend the row'
            raise StudyError(message, file=shown, line=line)
        places.append((first + found.start(), first + found.end()))
    return table.assign(start=[a for a, _ in places], end=[b for _, b in places])
