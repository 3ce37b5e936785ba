"""Places: from an article and an offset to the anchor of its sentence."""

import re
from bisect import bisect_right
from functools import cached_property
from html import unescape

import pandas as pd

from analysis.showing.escape import html_text
from analysis.showing.links import places_link, read_places, sentence_link

__all__ = ["Places"]

AT = re.compile(r'<a( class="[^"]*")? data-at="([^"]*):(s?)(\d+)"( data-name| lang="de")?>([^<]*)</a>')
ROW = re.compile(r"(.+):(\d+)-(\d+)(?:=(\w+))?")
# Where it is told whose something is, that is marked, and not the voice of its first word.
SIDES = {"outlet": ("own", "the text itself"), "others": ("others", "somebody else")}
MOST_MARKS = 60  # places of a claim that can be drawn one by one
MARK = re.compile(r'href="at:([^"]*):(\d+)"')
MANY = re.compile(r'<a( class="[^"]*")? data-to="([^"]*)">(.*?)</a>|href="to:([^"]*)"')


class Places:
    """Where each sentence of a study begins.

    Examples
    --------
    >>> sentences = pd.DataFrame({"article_id": ["004", "004"], "sentence": [0, 1], "start": [0, 50]})
    >>> Places(sentences).link_marks('<a data-at="004:60" data-name>60</a>')
    '<a href="text-004.html#s1">s1</a>'
    """

    def __init__(
        self, sentences: pd.DataFrame, tokens: pd.DataFrame | None = None, labels: dict[str, str] | None = None
    ):
        """Keep the beginnings of the sentences of each article, and the voice of each token if they are given."""
        self.labels = labels or {}
        keys = [] if tokens is None else zip(tokens["article_id"], tokens["start"], strict=True)
        self.voices = dict(zip(keys, [] if tokens is None else tokens["voice"], strict=True))
        self.starts: dict[str, tuple[list[int], list[int]]] = {}
        ordered = sentences.sort_values("start")
        for ident, *place in zip(*(ordered[name] for name in ("article_id", "start", "sentence")), strict=True):
            for numbers, number in zip(self.starts.setdefault(str(ident), ([], [])), place, strict=True):
                numbers.append(number)

    @cached_property
    def _escaped(self) -> dict[str, str]:
        """The id of each article, by how it stands in a page."""
        return {html_text(ident): ident for ident in self.starts}

    def sentence(self, article_id: str, offset: int) -> int | None:
        """Find the sentence that an offset lies in."""
        if article_id not in self.starts:
            return None
        starts, numbers = self.starts[article_id]
        return numbers[max(bisect_right(starts, offset) - 1, 0)]

    def marks(self, rows: str) -> str:
        """Draw a mark for each place of a claim, by article, in the voice that it is in; too many are left out."""
        found = [match for row in rows.split("; ") if (match := ROW.fullmatch(row)) and match[1] in self.starts]
        if not 0 < len(found) <= MOST_MARKS:
            return ""
        drawn: dict[str, list[str]] = {}
        for match in found:
            article_id, offset = match[1], int(match[2])
            sentence, voice = self.sentence(article_id, offset), self.voices.get((article_id, offset), "own")
            look, said = SIDES.get(match[4], (voice, voice))
            name = html_text(f"{self.labels.get(article_id, article_id)}, sentence {sentence}, {said}")
            mark = f'<a class="mk {look}" href="{sentence_link(article_id, sentence)}" aria-label="{name}"></a>'
            drawn.setdefault(article_id, []).append(mark)
        groups = [
            f"<span>{html_text(self.labels.get(name, name))} {''.join(marks)}</span>" for name, marks in drawn.items()
        ]
        return f'<span class="marks" data-aside>{" ".join(groups)}</span>'

    def link_marks(self, page: str) -> str:
        """Make links of the places that tables marked (``data-at``: article and offset, or article and sentence)."""
        escaped = self._escaped

        def link(match: re.Match) -> str:
            kind, article_id, is_sentence, number, more, shown = (
                match[1] or "",
                escaped.get(match[2]),
                *match.groups()[2:],
            )
            if article_id is None:
                return shown
            sentence = int(number) if is_sentence else self.sentence(article_id, int(number))
            where = f"{self.labels.get(article_id, article_id)}, sentence {sentence}"
            named = "" if shown else f' aria-label="{html_text(where)}"'
            lang = more if more and "lang" in more else ""
            name = f"s{sentence}" if more == " data-name" else shown
            return f'<a{kind} href="{sentence_link(article_id, sentence)}"{named}{lang}>{name}</a>'

        def lead(match: re.Match) -> str:
            article_id = escaped.get(match[1])
            if article_id is None:
                return ""
            sentence = self.sentence(article_id, int(match[2]))
            return f'href="{sentence_link(article_id, sentence)}" aria-label="{match[1]}, sentence {sentence}"'

        return MANY.sub(self._lead_to_all, MARK.sub(lead, AT.sub(link, page)))

    def _lead_to_all(self, match: re.Match) -> str:
        """Make one link to all that a count counts: of a cell (``data-to``) or of a number in a chart (``to:``)."""
        kind, of_cell, shown, of_chart = match.groups()
        found, more = read_places(unescape(of_chart if of_cell is None else of_cell))
        known = [(ident, number if is_sentence else self.sentence(ident, number))
                 for ident, is_sentence, number in found if ident in self.starts]  # fmt: skip
        href = f'href="{html_text(places_link(known, more=more))}"' if known else ""
        if of_cell is None:
            return href
        return f"<a{kind or ''} {href}>{shown}</a>" if href else shown
