"""Prose: computed sentences, so that no number in a notebook is typed by hand."""

import re
from typing import NamedTuple

import pandas as pd

from analysis.checking.claims import CHECKS, Claim
from analysis.showing.escape import markdown_text

__all__ = [
    "CLAIM_TYPE",
    "Said",
    "cite",
    "cite_first",
    "cite_two",
    "count_things",
    "join_words",
    "name_some",
    "say",
    "say_list",
    "tell_marks",
    "write_date",
    "write_share",
]

# What a notebook's output holds beside its Markdown, so that the site can gather the claims.
CLAIM_TYPE = "application/vnd.lesarten.claim+json"
# Not from strftime: a month's name there depends on the machine's language.
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip


def join_words(words: list[str]) -> str:
    """List words in a sentence.

    Examples
    --------
    >>> join_words(["taz", "text 000", "text 001"])
    'taz, text 000 and text 001'
    """
    words = [str(word) for word in words]
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def count_things(n: int, one: str, many: str = "") -> str:
    """Write how many there are, in the singular or the plural.

    Examples
    --------
    >>> count_things(1, "text"), count_things(1046, "phrase"), count_things(2, "copy", "copies")
    ('1 text', '1,046 phrases', '2 copies')
    """
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def tell_marks(n: int, n_distanced: int) -> str:
    """Say how words stand that no text says itself: in marks, at a distance, or now so, now so.

    Examples
    --------
    >>> tell_marks(8, 0), tell_marks(3, 3), tell_marks(3, 1)
    ('in quotation marks', 'at a distance', 'in quotation marks or at a distance')
    """
    return {0: "in quotation marks", n: "at a distance"}.get(n_distanced, "in quotation marks or at a distance")


def name_some(words: list[str], *, most: int = 5, what: str = "more") -> str:
    """List at most so many words in a sentence and count the rest.

    Examples
    --------
    >>> name_some(list("abc"), most=5), name_some(list("abcdefg"), most=2)
    ('a, b and c', 'a, b and 5 more')
    """
    words = [str(word) for word in words]
    return join_words(words if len(words) <= most else [*words[:most], f"{len(words) - most:,} {what}"])


def cite(word: object) -> str:
    """Set a word of the study in italics; what it holds is text, never mark-up.

    Examples
    --------
    >>> print(cite("a*b"))
    *a\\*b*
    """
    return f"*{markdown_text(word)}*"


def cite_first(ranked: NamedTuple) -> str:
    """Name what comes most often, as `rank_first` has it, with its count; of equal ones none.

    Examples
    --------
    >>> from analysis.counting.summaries import rank_first
    >>> def first(words):
    ...     rows = pd.DataFrame({"g": "x", "term": list(words)})
    ...     return cite_first(next(rank_first(rows, by=("g",), what="term").itertuples()))
    >>> first("aab"), first("aabbc")
    ('*a* 2 of 3', '2 tie at 2 of 5')
    """
    is_tie = ranked.n == ranked.n_second
    return f"{f'{1 + ranked.n_like_second} tie at' if is_tie else cite(ranked.first)} {ranked.n} of {ranked.total}"


def cite_two(ranked: NamedTuple) -> str:
    """Name what comes most often, and the second, and how many more come as often as that.

    Examples
    --------
    >>> from analysis.counting.summaries import rank_first
    >>> rows = pd.DataFrame({"g": "x", "term": list("aabc")})
    >>> cite_two(next(rank_first(rows, by=("g",), what="term").itertuples()))
    '*a* 2, *b* 1 and 1 more as often'
    >>> cite_two(next(rank_first(rows[:2], by=("g",), what="term").itertuples()))
    '*a* 2, nothing else'
    """
    if not ranked.n_second:
        return f"{cite(ranked.first)} {ranked.n}, nothing else"
    more = f" and {ranked.n_like_second - 1:,} more as often" if ranked.n_like_second > 1 else ""
    return f"{cite(ranked.first)} {ranked.n}, {cite(ranked.second)} {ranked.n_second}{more}"


class Said:
    """A paragraph or list of computed sentences: Markdown for the reader, claims for the page that gathers them."""

    def __init__(self, parts: list["str | Claim"], *, is_list: bool = False):
        """Keep sentences and claims in order; empty ones are left out."""
        self.parts, self.is_list = [part for part in parts if part], is_list

    def __repr__(self) -> str:
        """Give the sentences as they are printed."""
        said = [part if isinstance(part, str) else part.printed for part in self.parts]
        return "\n".join(f"- {sentence}" for sentence in said) if self.is_list else " ".join(said)

    def records(self) -> list[dict]:
        """List the paragraph's claims, and its sentences that hold a figure and are no claim but a count of rows."""
        counts = dict.fromkeys(CHECKS, "not applicable") | {"figure": "", "rows": "", "holds": "counted"}
        return [{"text": part, "printed": part} | counts if isinstance(part, str) else part.record()
                for part in self._whole() if not isinstance(part, str) or re.search(r"\d", part)]  # fmt: skip

    def _whole(self) -> list["str | Claim"]:
        """Join the lines of a sentence that is handed over in pieces: a piece that does not end one goes on."""
        whole: list[str | Claim] = []
        for part in self.parts:
            last = whole[-1] if whole and not self.is_list else None
            if isinstance(part, str) and isinstance(last, str) and not re.search(r"[.!?:]\W*$", last):
                whole[-1] = f"{last} {part}"
            else:
                whole.append(part)
        return whole

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        return {"text/markdown": repr(self), "text/plain": repr(self), CLAIM_TYPE: self.records()}


def say(*sentences: "str | Claim") -> Said:
    """Set computed sentences and claims as a paragraph of the notebook.

    Examples
    --------
    >>> say("Two texts.", "", Claim("Most.", otherwise="No order.", checks={"ties": False}))
    Two texts. No order (does not hold with one more or less).
    """
    return Said(list(sentences))


def write_date(date: pd.Timestamp, precision: str) -> str:
    """Write a date no more exactly than it is known.

    Examples
    --------
    >>> write_date(pd.Timestamp("2022-01-08"), "day"), write_date(pd.Timestamp("2022-01-01"), "month")
    ('8 January 2022', 'January 2022')
    """
    if precision == "unknown" or pd.isna(date):
        return "unknown"
    return f"{date.day if precision == 'day' else ''} {MONTHS[date.month - 1]} {date.year}".strip()


def write_share(share: float) -> str:
    """Write a share in percent; only all of it is 100%, only nothing 0%.

    Examples
    --------
    >>> write_share(224 / 225), write_share(1.0), write_share(0.004), write_share(0.414)
    ('over 99%', '100%', 'under 1%', '41%')
    """
    shown = f"{share:.0%}"
    if (shown == "100%" and share < 1) or (shown == "0%" and share > 0):
        return "over 99%" if share > 0.5 else "under 1%"
    return shown


def say_list(sentences: "list[str | Claim]", *, none: str) -> Said:
    """Set computed sentences and claims as a list; without any, say `none`.

    Examples
    --------
    >>> say_list(["Two texts.", "Four words."], none="Nothing.")
    - Two texts.
    - Four words.
    >>> say_list([], none="Nothing.")
    Nothing.
    """
    return Said(list(sentences), is_list=True) if sentences else Said([none])
