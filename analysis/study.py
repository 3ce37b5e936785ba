"""The study: the one object a notebook needs; its tables, computed on first use, are the whole pipeline.

The file is longer than others and stays whole: who wants to know how a table comes about reads it here, from the
articles down, a property for each. What the researcher wrote is in `study_codebook`, what sentences are held against
and all that is coded by hand in `study_claims`, and how tables are kept in `keeping`.
"""

import os
from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path

import pandas as pd

from analysis.actors.codebook_patterns import name_words
from analysis.actors.joined_names import gather_people
from analysis.actors.mentions import find_mentions
from analysis.actors.quote_speakers import resolve_speakers
from analysis.codebook import schema
from analysis.codebook.articles_file import read_article_rows
from analysis.codebook.frames_file import read_elements
from analysis.codebook.study_file import Method, find_study, read_study_file
from analysis.copying.edits import find_edits
from analysis.copying.omissions import find_omissions
from analysis.copying.shared_passages import find_passages
from analysis.copying.word_origins import count_once, mark_origin
from analysis.counting.codebook_draft import draft_codebook
from analysis.counting.frame_counts import make_profiles
from analysis.counting.groups import default_comparison, make_groups
from analysis.counting.ranked_edits import gather_changes
from analysis.counting.suggested_actors import suggest_actors
from analysis.counting.suggested_rivals import suggest_rivals
from analysis.counting.suggested_topics import suggest_topics
from analysis.counting.terms import find_terms, is_word
from analysis.errors import StudyError, nearest
from analysis.framing.agency import find_agency
from analysis.framing.frame_sponsors import find_sponsors
from analysis.framing.frame_words import find_words
from analysis.framing.frames import find_frames
from analysis.framing.generic_frames import find_generic
from analysis.framing.speech_acts import find_speech_acts
from analysis.framing.tone import find_tone
from analysis.keeping.kept_tables import KeptTables, table
from analysis.language.many_processes import find_in_pieces
from analysis.language.tagging import tag_articles
from analysis.language.words import read_words
from analysis.numbers.quantities import find_quantities
from analysis.quoting.quotes import find_quotes
from analysis.quoting.word_voices import mark_voices
from analysis.reading.articles import Corpus, read_articles, read_for_key
from analysis.reading.imports_file import read_repairs
from analysis.showing.reader import Reader, ShownArticle, open_reader
from analysis.study_claims import StudyClaims
from analysis.study_codebook import StudyCodebook

__all__ = ["Study", "open_study"]


class Study(StudyClaims, StudyCodebook, KeptTables):
    """A study in a folder: ``data/study.toml`` and what it names.

    Every table is a DataFrame, described in ``data/README.md`` and computed on first use.
    """

    def __init__(self, root: Path):
        """Open the study whose ``data`` folder lies in `root`."""
        self.root = root.resolve()
        self.data = self.root / "data"
        self._cache = self.root / ".cache"
        self._contents: dict[str, str | bytes] = {}
        self.file, self._source = read_study_file(self.data / "study.toml", shown="data/study.toml")
        self.file.articles += read_article_rows(self.data / "articles.csv", shown="data/articles.csv")

    def __repr__(self) -> str:
        """Say which study it is and how many articles it has."""
        return f"<Study: {self.file.study.title}, {len(self.file.articles)} articles>"

    @cached_property
    def _corpus(self) -> Corpus:
        listed = [self.data / "articles.csv", self.data / "imports.csv"]
        files = [*listed, *(self.root / entry.file for entry in self.file.articles)]
        imported = read_repairs(self.data / "imports.csv", shown="data/imports.csv")
        kept = self._keep("corpus", lambda: read_articles(self.file, self.root, imported=imported),
                          self._source, *map(read_for_key, files))  # fmt: skip
        return Corpus(*kept)

    @cached_property
    def _tagged(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        names = name_words(self.actors)
        make = lambda: tag_articles(self.articles, self.paragraphs, names=names)  # noqa: E731
        texts = self.articles[["article_id", "text"]].to_csv()
        return self._keep("tagged", make, texts, self.paragraphs.to_csv(), " ".join(names))

    @property
    def method(self) -> Method:
        """What the researcher decides about the method: ``[method]`` in ``data/study.toml``."""
        return self.file.method

    @table
    def articles(self) -> pd.DataFrame:
        """A row is an article."""
        return self._corpus.articles

    def groups(self, by: str | None = None) -> pd.DataFrame:
        """Return the articles with ``label`` and ``group``: what is compared, `by` or as ``study.toml`` says."""
        return make_groups(self.articles, by or self.file.study.compare or default_comparison(self.articles))

    @table
    def paragraphs(self) -> pd.DataFrame:
        """A row is a paragraph."""
        return self._corpus.paragraphs

    @table
    def repairs(self) -> pd.DataFrame:
        """A row is a kind of repair that a reader made to an article."""
        return self._corpus.repairs

    @table
    def sentences(self) -> pd.DataFrame:
        """A row is a sentence."""
        return self._tagged[0]

    @table
    def quotes(self) -> pd.DataFrame:
        """A row is a quotation, with its speaker resolved to an actor."""
        return self._keep_one("quotes", self._find_quotes)

    def _find_quotes(self) -> pd.DataFrame:
        sentences, tokens = self._tagged
        found = find_in_pieces(partial(find_quotes, cues=self.cues), self.articles, sentences, tokens)
        return resolve_speakers(self.articles, sentences, tokens, found, self.mentions, actors=self.actors)

    @table
    def mentions(self) -> pd.DataFrame:
        """A row is a naming of an actor."""
        return self._keep_one("mentions", self._find_mentions)

    def _find_mentions(self) -> pd.DataFrame:
        return find_in_pieces(partial(find_mentions, actors=self.actors), self.articles, *self._tagged)

    @table
    def passages(self) -> pd.DataFrame:
        """A row is one article's copy of a shared passage."""
        return self._keep_one("passages", self._find_passages)

    def _find_passages(self) -> pd.DataFrame:
        options = {"min_words": self.method.shortest_passage, "alike": self.method.alike}
        return find_passages(self.articles, self._tagged[1], **options)

    @table
    def edits(self) -> pd.DataFrame:
        """A row is a difference between two copies of a passage."""
        return self._keep_one("edits", lambda: find_edits(self.articles, self._tagged[1], self.passages))

    @table
    def tokens(self) -> pd.DataFrame:
        """A row is a token, with its voice and its origin."""
        return self._keep_one("tokens", self._mark_tokens)

    def _mark_tokens(self) -> pd.DataFrame:
        def find(articles, tokens, quotes):
            return mark_voices(tokens, quotes, cues=self.cues)

        voiced = find_in_pieces(find, self.articles, self._tagged[1], self.quotes)
        return mark_origin(voiced, self.passages)

    @table
    def term_places(self) -> pd.DataFrame:
        """A row is a token that is listed as a rival word, with whom it means and whether it counts."""
        return self._keep_one("terms", self._find_terms)

    def _find_terms(self) -> pd.DataFrame:
        known = {"articles": self.articles, "mentions": self.mentions, "actors": self.actors}
        return find_terms(self.tokens, self.contrasts, **known)

    @table
    def terms(self) -> pd.DataFrame:
        """A row is a token that counts as one of the rival words: it means what its set is about."""
        return self.term_places[self.term_places["is_counted"]].reset_index(drop=True)

    @table
    def once(self) -> pd.DataFrame:
        """The tokens of the pool of all articles, each shared passage once: whose it is cannot be asked of them."""
        return self._keep_one("once", self._count_once)

    def _count_once(self) -> pd.DataFrame:
        return count_once(self.tokens, self.passages, edits=self.edits).reset_index(drop=True)

    @table
    def changes(self) -> pd.DataFrame:
        """A row is a change between copies of a passage, with all articles that have either wording."""
        return self._keep_one("changes", self._gather_changes)

    def _gather_changes(self) -> pd.DataFrame:
        omissions = find_omissions(self.articles, self.sentences, self.passages)
        return gather_changes(self.edits, self.tokens, self.passages, terms=self.terms, omissions=omissions)

    @table
    def quantities(self) -> pd.DataFrame:
        """A row is a reported number."""
        return self._keep_one("quantities", self._find_quantities)

    def _find_quantities(self) -> pd.DataFrame:
        def find(articles, sentences, tokens, quotes, mentions):
            return find_quantities(articles, sentences, tokens, topics=self.topics, quotes=quotes, mentions=mentions)

        return find_in_pieces(find, self.articles, self.sentences, self.tokens, self.quotes, self.mentions)

    @table
    def agency(self) -> pd.DataFrame:
        """A row is a violent or political verb: who does it to whom."""
        return self._keep_one("agency", self._find_agency)

    def _find_agency(self) -> pd.DataFrame:
        find = partial(find_agency, classes=read_elements().classes, cues=self.cues)
        return find_in_pieces(find, self.articles, self.sentences, self.tokens, self.mentions)

    @table
    def frame_words(self) -> pd.DataFrame:
        """A row is a word that points to an element or an event frame, with its sponsor."""
        return self._keep_one("frame_words", self._find_frame_words)

    def _find_frame_words(self) -> pd.DataFrame:
        known, books = read_elements(), {"element": read_elements(), "event": self.event_frames}
        told = known.classes["speech"] + known.classes["counting"]

        def find(articles, sentences, tokens, mentions, quotes, agency):
            verbs = {"verbs": told, "counting": known.classes["counting"], "cues": self.cues}
            acts = find_speech_acts(articles, sentences, tokens, mentions, **verbs)
            parts = sentences, tokens, find_sponsors(tokens, quotes, acts, mentions), agency
            words = [find_words(*parts, codebook=book, kind=kind) for kind, book in books.items()]
            return pd.concat(words, ignore_index=True)

        tables = self.articles, self.sentences, self.tokens, self.mentions, self.quotes, self.agency
        return find_in_pieces(find, *tables).sort_values("kind", kind="stable", ignore_index=True)

    @table
    def frames(self) -> pd.DataFrame:
        """A row is a frame or an element of a paragraph, or a generic frame of an article."""
        return self._keep_one("frames", self._find_frames)

    def _find_frames(self) -> pd.DataFrame:
        def find(articles, tokens, sentences, words, paragraphs, *others):
            texts = read_words(articles, sentences, tokens)
            return find_frames(words, paragraphs, sentences, *others, articles=texts)

        generic = find_in_pieces(find_generic, self.articles, self.tokens)
        tables = self.tokens, self.sentences, self.frame_words, self.paragraphs, self.mentions, self.agency
        found = find_in_pieces(find, self.articles, *tables).sort_values("article_id", kind="stable")
        return pd.concat([generic, found], ignore_index=True)

    @cached_property
    def tone(self) -> pd.DataFrame:
        """A row is a sentence and an actor named in it, with the tone towards them."""
        return self._keep_one("tone", self._find_tone)

    def _find_tone(self) -> pd.DataFrame:
        def find(articles, tokens, sentences, mentions):
            return find_tone(tokens, sentences, mentions)

        return find_in_pieces(find, self.articles, self.tokens, self.sentences, self.mentions)

    def profiles(self, by: str | None = None) -> pd.DataFrame:
        """Return one line a group: own words, who speaks, frames and sponsors, terms."""
        tables = self.tokens, self.quotes, self.frames, self.terms, self.groups(by)
        return make_profiles(*tables, marked=self.marked_frames, names=self.frame_names)

    def suggest(self) -> dict[str, str]:
        """Propose a codebook from the articles: file name to commented TOML; nothing of it counts until kept."""
        words = list(read_words(self.articles, *self._tagged))
        return draft_codebook(
            suggest_actors(words, self.quotes, actors=self.actors),
            suggest_rivals(words, gather_people(words), self.edits, contrasts=self.contrasts),
            suggest_topics(self.quantities, self.articles),
            taken=[contrast.id for contrast in self.contrasts],
        )

    def tables(self, *, tell: Callable[[str], None] = lambda name: None) -> dict[str, pd.DataFrame]:
        """Compute every table that `schema.TABLES` describes and this study can make, by name; `tell` which is next."""
        made = {}
        for name in schema.TABLES:
            if hasattr(type(self), name):
                tell(name)
                made[name] = getattr(self, name)
        return made

    # Further tables that several notebooks ask for: a report makes them once.
    DERIVED = ("term_places", "once", "changes", "tone", "gold_terms", "gold_frames")
    # What the study's author wrote, by the property that reads it.
    WRITTEN = ("articles", "contrasts", "topics", "actors", "cues", "gold_quotes", "gold_marks", "gold_terms",
               "event_frames")  # fmt: skip

    def check(self) -> None:
        """Read everything that its author wrote; raises `StudyError` at the first thing to mend."""
        for part in self.WRITTEN:
            getattr(self, part)

    @property
    def is_public(self) -> bool:
        """Whether the report is to be shared, so that excerpts of the articles must be short."""
        return bool(os.environ.get("LESARTEN_PUBLIC"))

    @property
    def context_chars(self) -> int:
        """How many characters of context a concordance shows on either side: fewer in a shared report."""
        return 40 if self.is_public else 90

    @cached_property
    def reader(self) -> Reader:
        """Every article set to be read, with all that was found in it."""
        tables, frames = self.tables() | {"terms": self.terms}, self.event_frames.frames
        return open_reader(tables, self.groups(), self.contrasts, frames)

    def read(self, article: str) -> ShownArticle:
        """Show an article, by its id or label, with voices, speakers, rival words, copy and numbers marked in it."""
        ids = {label: ident for ident, label in self.reader.labels.items()}
        ident = article if article in self.reader.labels else ids.get(article)
        if ident is None:
            known = nearest(article, [*self.reader.labels, *ids])
            raise StudyError(f'no article "{article}"; {known}', file="data/study.toml")
        return ShownArticle(self.reader, ident)

    @property
    def note(self) -> str:
        """The line under every chart: n and source."""
        n, words = len(self.articles), int(is_word(self.tokens).sum())
        articles = "1 article" if n == 1 else f"{n} articles"
        return f"n = {words:,} words in {articles}. Source: {self.file.study.title}"


def open_study(path: str | Path | None = None) -> Study:
    """Open a study.

    Parameters
    ----------
    path : str or Path, optional
        The study's folder, its ``data`` folder or its ``study.toml``. Without it: the one that the environment
        variable ``LESARTEN_STUDY`` names, else the nearest ``data/study.toml``, from the current folder upward.

    Raises
    ------
    StudyError
        If there is none, or if it is not valid.
    """
    return Study(find_study(path))
