"""The reader: an article set to be read, with everything that was found in it marked in its place."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property, partial
from importlib.resources import files
from operator import attrgetter

import pandas as pd

from analysis.codebook import schema
from analysis.showing.escape import html_text
from analysis.showing.links import sentence_anchor
from analysis.showing.palette import VOICE_LOOK
from analysis.showing.reader_marks import (
    VOICE_CLASS,
    find_copies,
    mark_actors,
    mark_copy,
    mark_frames,
    mark_numbers,
    mark_terms,
    note_frames,
    voice_marks,
)
from analysis.showing.reader_rows import cut_by_article, rows_by
from analysis.showing.sentences import write_share
from analysis.showing.spans import Mark, write_marked

__all__ = ["Reader", "ShownArticle", "open_reader"]

# The layers in the order of their keys: class of the switch, its name, what it shows.
LAYERS = {"v": "voices", "q": "speakers", "t": "rival words", "m": "actors", "h": "shared copy and edits",
          "n": "numbers", "f": "frames"}  # fmt: skip
ROWS = ("sentences", "paragraphs", "quotes", "terms", "mentions", "quantities", "frames", "passages", "edits")
OFF = "f"  # layers that a reader switches on: every paragraph has frames, and all at once hide the text
WEB = files("analysis.showing") / "web"


@dataclass(frozen=True)
class Reader:
    """The tables that a reader draws on, cut to articles when one is shown."""

    articles: pd.DataFrame
    tables: dict[str, pd.DataFrame]
    titles: dict[str, str] = field(default_factory=dict)
    frame_titles: dict[str, str] = field(default_factory=dict)

    @cached_property
    def labels(self) -> dict[str, str]:
        """The short label of each article."""
        return dict(zip(self.articles["article_id"], self.articles["label"], strict=True))

    @cached_property
    def texts(self) -> dict[str, str]:
        """The text of each article."""
        return dict(zip(self.articles["article_id"], self.articles["text"], strict=True))

    @cached_property
    def _tokens(self) -> dict[str, pd.DataFrame]:
        return cut_by_article(self.tables["tokens"])

    @cached_property
    def _rows(self) -> dict[str, dict[str, list[tuple]]]:
        return {name: rows_by(table, "article_id") for name, table in self.tables.items() if name in ROWS}

    @cached_property
    def _edited_elsewhere(self) -> dict[str, list[tuple]]:
        return rows_by(self.tables["edits"], "other_article_id")

    @cached_property
    def _copies(self) -> dict[object, list[tuple]]:
        return rows_by(self.tables["passages"], "passage")

    def tokens(self, article_id: str) -> pd.DataFrame:
        """Take the tokens of an article."""
        return self._tokens.get(article_id, self.tables["tokens"].iloc[:0])

    def rows(self, name: str, article_id: str) -> list[tuple]:
        """Take the rows of a table that belong to an article, in their order; none of a table that is not there."""
        return self._rows.get(name, {}).get(article_id, [])

    def marks(self, article_id: str) -> list[Mark]:
        """Lay every layer over the article."""
        rows = lambda name: self.rows(name, article_id)  # noqa: E731
        marks = voice_marks(self.tokens(article_id), rows("quotes")) + mark_terms(rows("terms"), self.titles)
        marks += mark_actors(rows("mentions")) + mark_numbers(rows("quantities"))
        marks += mark_copy(rows("passages"), rows("edits"), self._edited_elsewhere.get(article_id, []), self.labels)
        return marks + mark_frames(rows("frames"), self.frame_titles)

    def copies(self, article_id: str) -> list[tuple[int, int, str, str]]:
        """List each shared passage of an article with the others that print it, see `find_copies`."""
        return find_copies(self.rows("passages", article_id), self._copies, partial(self.rows, "sentences"))

    def layers(self) -> dict[str, str]:
        """List the layers that this study has."""
        return {key: name for key, name in LAYERS.items() if key != "f" or len(self.tables.get("frames", ()))}


@dataclass(frozen=True)
class ShownArticle:
    """An article as HTML: what JupyterLab shows of `Study.read`, and what a page of the site holds."""

    reader: Reader
    article_id: str

    def _repr_html_(self) -> str:
        head = html_text(self.reader.labels[self.article_id])
        return f'{self.style()}<div class="reader lab"><h2>{head}</h2>{self.body()}</div>'

    @staticmethod
    def style() -> str:
        """Give the style that the view needs in JupyterLab."""
        return f"<style>{(WEB / 'reader.css').read_text(encoding='utf-8')}</style>"

    def body(self, allowed: list[tuple[int, int]] | None = None) -> str:
        """Write switches, map and text.

        Parameters
        ----------
        allowed : list of (int, int), optional
            The only stretches that may be shown, in a page that is passed on.
        """
        return f"{self.summary()}{self.map()}{self.switches()}{self.text(allowed)}"

    def summary(self) -> str:
        """Write how much of the text is whose word, as a bar and in words."""
        tokens = self.reader.tokens(self.article_id)
        columns = zip(*(tokens[name].tolist() for name in ("pos", "voice", "origin")), strict=True)
        words = [(voice, origin) for pos, voice, origin in columns if pos[0] != "$"]
        counts = Counter(voice for voice, _ in words)
        shown = [(voice, counts[voice] / len(words)) for voice in VOICE_LOOK if counts[voice]]
        parts = [f"{write_share(share)} {VOICE_LOOK[voice]['label']}" for voice, share in shown]
        if words:
            copied = sum(origin == "shared" for _, origin in words) / len(words)
            parts.append(f"{write_share(copied)} also printed elsewhere" if copied else "none of it printed elsewhere")
        bar = "".join(
            f'<i class="{VOICE_CLASS.get(voice, "vo")}" style="flex:{part:.3f}"></i>' for voice, part in shown
        )
        said = html_text(" · ".join(parts))
        return f'<div class="bar" aria-hidden="true">{bar}</div><p class="dim">{len(words):,} words: {said}</p>'

    def map(self) -> str:
        """Draw the article as a strip of its sentences, each in the voice that most of it is in."""
        tokens = self.reader.tokens(self.article_id)
        voices: dict[int, Counter] = {}
        copied: dict[int, list[bool]] = {}
        for n, voice, origin in zip(tokens["sentence"], tokens["voice"], tokens["origin"], strict=True):
            voices.setdefault(n, Counter())[voice] += 1
            copied.setdefault(n, []).append(origin == "shared")
        pieces = []
        for row in self.reader.rows("sentences", self.article_id):
            n, length = row.sentence, row.end - row.start
            voice = min(voices[n], key=lambda voice: (-voices[n][voice], voice)) if n in voices else ""
            is_copied = n in copied and 2 * sum(copied[n]) > len(copied[n])
            kind = VOICE_CLASS.get(voice, "vo") + " h" * is_copied
            pieces.append(f'<a class="{kind}" href="#s{n}" style="flex:{length}">{n}</a>')
        return f'<nav class="map" aria-label="Map of the article, a field a sentence">{"".join(pieces)}</nav>'

    def switches(self) -> str:
        """Write a switch for each layer; they are the legend too, and work without a script."""
        layers = self.reader.layers()
        box = '<label><input type="checkbox" class="l-{0}" value="{0}"{1}> <span>{2}</span></label>'
        fields = "".join(box.format(key, "" if key in OFF else " checked", name) for key, name in layers.items())
        voices = "".join(f'<b class="{kind}">{VOICE_LOOK[voice]["label"]}</b> ' for voice, kind in VOICE_CLASS.items())
        others = ('<b class="t">rival word</b> <b class="m">actor</b> <b class="h">[shared]</b> '
                  '<b class="e">changed in another text</b> <b class="n">number</b>')  # fmt: skip
        others += ' <b class="f">words of a frame</b>' if "f" in layers else ""
        return (f'<fieldset class="layers"><legend>Layers, also by the keys 1 to {len(layers)}</legend>{fields}'
                f'</fieldset><p class="legend dim">{voices}{others}</p>')  # fmt: skip

    def text(self, allowed: list[tuple[int, int]] | None = None) -> str:
        """Write the article, paragraph by paragraph; each sentence has its anchor."""
        text = self.reader.texts[self.article_id]
        marks, notes = self.reader.marks(self.article_id), self._speakers()
        sentences: dict[int, list] = {}
        for sentence in self.reader.rows("sentences", self.article_id):
            sentences.setdefault(sentence.paragraph, []).append(sentence)
        copies = self.reader.copies(self.article_id)
        frames = self.reader.rows("frames", self.article_id)
        pieces = []
        for row in self.reader.rows("paragraphs", self.article_id):
            inner = [self._sentence(text, s, marks, notes, allowed) for s in sentences.get(row.paragraph, [])]
            tag = "h2" if row.part in ("title", "heading") else "p"
            aside = self._also(row.start, row.end, copies) + note_frames(
                frames, row.start, row.end, self.reader.frame_titles
            )
            kind = f' class="{row.part}"' if row.part != "body" else ""
            pieces.append(f"<{tag}{kind}>{aside}{' '.join(inner)}</{tag}>")
        return f'<article lang="de">{"".join(pieces)}</article>'

    def _sentence(self, text: str, row: tuple, marks: list[Mark], notes: dict[int, str], allowed) -> str:
        """Write a sentence, or the stretches of it that may be shown."""
        near = [mark for mark in marks if mark.start <= row.end and mark.end >= row.start]
        ranges = [(row.start, row.end)] if allowed is None else [
            (max(a, row.start), min(b, row.end)) for a, b in allowed if a < row.end and b > row.start]  # fmt: skip
        shown, at = [], row.start
        for start, end in ranges:
            shown += ["[…] "] if start > at else []
            shown.append(write_marked(text, start, end, near, before=notes))
            at = end
        shown += [" […]" if ranges else "[…]"] if text[at : row.end].strip() else []
        return f'<span id="{sentence_anchor(row.sentence)}">{"".join(shown)}</span>'

    def _speakers(self) -> dict[int, str]:
        """Write a note for the margin where somebody begins to speak; nobody is named twice in a row."""
        notes, last = {}, None
        for row in sorted(self.reader.rows("quotes", self.article_id), key=attrgetter("start")):
            who = row.actor or row.speaker or "nobody named"
            if who != last or row.cue:
                cue = f" <i>{html_text(row.cue)}</i>" if row.cue else ""
                name = "" if who == last else f"<b>{html_text(who)}</b>"
                notes.setdefault(row.start, f'<span class="note" data-aside>{name}{cue}</span>')
            last = who
        return notes

    def _also(self, start: int, end: int, copies: list[tuple[int, int, str, str]]) -> str:
        """Say which other texts print something of a paragraph too, and lead there."""
        others = {other: link for a, b, other, link in reversed(copies) if a < end and b > start}
        names = [(html_text(self.reader.labels[other]), link) for other, link in sorted(others.items())]
        links = ", ".join(f'<a href="{link}">{name}</a>' for name, link in names)
        return f'<span class="also" data-aside lang="en">also in {links}</span>' if links else ""


def open_reader(
    tables: dict[str, pd.DataFrame], articles: pd.DataFrame, contrasts: list, frames: list | None = None
) -> Reader:
    """Make a reader of a study's tables.

    Parameters
    ----------
    tables : dict
        The tables of `schema.TABLES`, by name.
    articles : DataFrame
        The articles with their ``label``.
    contrasts : list
        The sets of rival words: ``id`` and ``title`` of each.
    frames : list, optional
        The frames of the study's event: ``id`` and ``title`` of each.
    """
    known = {name: table for name, table in tables.items() if name in schema.TABLES or name == "terms"}
    named = {frame.id: frame.title for frame in frames or []}
    return Reader(articles, known, {contrast.id: contrast.title for contrast in contrasts}, named)
