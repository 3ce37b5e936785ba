"""Places: from an article and an offset to the anchor of its sentence."""

import re
from bisect import bisect_right

import pandas as pd

from analysis.showing.escape import html_text
from analysis.showing.links import sentence_link

__all__ = ["Places"]

AT = re.compile(r'<a data-at="([^"]*):(s?)(\d+)">([^<]*)</a>')
MARK = re.compile(r'href="at:([^"]*):(\d+)"')


class Places:
    """Where each sentence of a study begins.

    Examples
    --------
    >>> sentences = pd.DataFrame({"article_id": ["004", "004"], "sentence": [0, 1], "start": [0, 50]})
    >>> Places(sentences).link_marks('<a data-at="004:60">60</a>')
    '<a href="text-004.html#s1">s1</a>'
    """

    def __init__(self, sentences: pd.DataFrame):
        """Keep the beginnings of the sentences of each article."""
        self.starts = {str(ident): rows.sort_values("start")[["start", "sentence"]].to_numpy().T.tolist()
                       for ident, rows in sentences.groupby("article_id", sort=False)}  # fmt: skip

    def sentence(self, article_id: str, offset: int) -> int | None:
        """Find the sentence that an offset lies in."""
        if article_id not in self.starts:
            return None
        starts, numbers = self.starts[article_id]
        return numbers[max(bisect_right(starts, offset) - 1, 0)]

    def link_marks(self, page: str) -> str:
        """Make links of the places that tables marked (``data-at``: article and offset, or article and sentence)."""
        escaped = {html_text(ident): ident for ident in self.starts}

        def link(match: re.Match) -> str:
            article_id, is_sentence, number, shown = escaped.get(match[1]), match[2], int(match[3]), match[4]
            if article_id is None:
                return shown
            sentence = number if is_sentence else self.sentence(article_id, number)
            name = f"s{sentence}" if shown == match[3] else shown
            return f'<a href="{sentence_link(article_id, sentence)}">{name}</a>'

        def lead(match: re.Match) -> str:
            article_id = escaped.get(match[1])
            if article_id is None:
                return ""
            sentence = self.sentence(article_id, int(match[2]))
            return f'href="{sentence_link(article_id, sentence)}" aria-label="{match[1]}, sentence {sentence}"'

        return MARK.sub(lead, AT.sub(link, page))
