"""Words: one article's tokens as parallel lists, the form in which sentences, clauses and quotations are read."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from analysis.language.quotation_marks import pair_over_paragraphs

__all__ = ["Words", "read_words"]

LONGEST_SENTENCE = 250  # tokens: what is longer is no sentence (a list, a table) and is cut, so that cost stays linear


@dataclass
class Words:
    """One article, word by word.

    Attributes
    ----------
    article_id, text : str
    form, low, lemma, pos : list of str, one a token; `low` is the form in lower case
    start, end : list of int, offsets into `text`
    sentence, paragraph : list of int, one a token, numbered from 0 without gaps
    sentences, paragraphs : list of (first, last + 1), in tokens
    pairs : list of (first, last + 1), the paired quotation marks
    """

    article_id: str
    text: str
    form: list[str]
    lemma: list[str]
    pos: list[str]
    start: list[int]
    end: list[int]
    sentence: list[int]
    paragraph: list[int]
    low: list[str] = field(init=False)
    sentences: list[tuple[int, int]] = field(init=False)
    paragraphs: list[tuple[int, int]] = field(init=False)

    def __post_init__(self) -> None:
        """Derive the lower-case forms and the bounds of sentences and paragraphs."""
        self.low = [form.lower() for form in self.form]
        self.sentence, self.sentences = _number_runs(self.sentence, LONGEST_SENTENCE)
        self.paragraph, self.paragraphs = _number_runs(self.paragraph)

    @cached_property
    def pairs(self) -> list[tuple[int, int]]:
        """The paired quotation marks as tokens (first, last + 1), outer before inner; each in one paragraph."""
        at = {start: i for i, start in enumerate(self.start)}
        ends = {end: i for i, end in enumerate(self.end)}
        bounds = [(self.start[a], self.end[b - 1]) for a, b in self.paragraphs]
        pairs = pair_over_paragraphs(self.text, bounds)
        found = [(at[p.start], ends[p.end] + 1) for p in pairs if p.start in at and p.end in ends]
        return sorted(found, key=lambda pair: (pair[0], -pair[1]))

    @cached_property
    def marked(self) -> dict[int, int]:
        """The token after the closing mark of each pair, by the token of its opening mark."""
        return dict(self.pairs)

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.form)


def _number_runs(groups: list[int], longest: int | None = None) -> tuple[list[int], list[tuple[int, int]]]:
    """Number runs of equal values from 0, cut at `longest`; return each token's number and each run's bounds."""
    numbers: list[int] = []
    bounds: list[tuple[int, int]] = []
    for i, group in enumerate(groups):
        if i and group == groups[i - 1] and not (longest and i - bounds[-1][0] >= longest):
            bounds[-1] = (bounds[-1][0], i + 1)
        else:
            bounds.append((i, i + 1))
        numbers.append(len(bounds) - 1)
    return numbers, bounds


def read_words(articles: pd.DataFrame, sentences: pd.DataFrame, tokens: pd.DataFrame) -> Iterator[Words]:
    """Yield the articles that have tokens, one `Words` each, in the order of `articles`.

    Parameters
    ----------
    articles, sentences, tokens : DataFrame
        As `schema.TABLES` describes them.

    Examples
    --------
    >>> from analysis.reading.file_readers import plain_articles
    >>> from analysis.language.tagging import tag_articles
    >>> texts = pd.DataFrame({"article_id": ["a"], "text": ["Es schneit. Er friert."]})
    >>> articles, paragraphs = plain_articles(texts)
    >>> next(read_words(articles, *tag_articles(articles, paragraphs))).sentences
    [(0, 3), (3, 6)]
    """
    places = zip(*(sentences[name].tolist() for name in ("article_id", "sentence", "paragraph")), strict=True)
    paragraph = {(article_id, sentence): number for article_id, sentence, number in places}
    columns = {name: tokens[name].tolist() for name in ("form", "lemma", "pos", "start", "end", "sentence")}
    rows = tokens.groupby("article_id", sort=False).indices
    for article_id, text in zip(articles["article_id"], articles["text"], strict=True):
        if article_id not in rows:
            continue
        own = rows[article_id].tolist()
        lists = {name: [column[i] for i in own] for name, column in columns.items()}
        yield Words(article_id, text, **lists, paragraph=[paragraph[article_id, n] for n in lists["sentence"]])
