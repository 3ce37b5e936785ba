"""Credits: news agencies named before, under or after an article are metadata, not text."""

import re
from functools import cache

from analysis.codebook.wordlists import read_lines

__all__ = ["take_credits"]

MAX_PLACE = 40  # characters of a dateline's place: "Frankfurt am Main/Berlin"


@cache
def _ways_to_credit() -> dict[str, str]:
    """Map every way of crediting an agency, as printed and in small letters, to its short name."""
    entries = (line.split("\t") for line in read_lines("agencies"))
    pairs = [(name, short) for short, names in entries for name in (short, short.upper(), *names.split("|"))]
    return dict(pairs)


@cache
def _patterns() -> tuple[re.Pattern, re.Pattern, re.Pattern]:
    """Build the three forms: a dateline before the text, a credit in brackets after it, a line of its own."""
    name = "|".join(sorted(map(re.escape, _ways_to_credit()), key=len, reverse=True))
    one = rf"(?:{name})(?:-\w{{1,12}})?"
    some = rf"(?:[\w.]{{1,5}}\s?[/,]\s?)*{one}(?:\s?(?:[/,|]|und|and)\s?(?:{one}|[\w.]{{1,5}}))*"
    place = rf"(?:[A-ZÄÖÜ][^\n.!?:„\"“()]{{1,{MAX_PLACE}}}?[,.]?\s?)?"
    date = r"(?:,?\s?\d{1,2}\.\s?(?:\d{1,2}\.|\w+)(?:\s?\d{4})?,?\s?)?"
    before = re.compile(rf"{place}{date}(?:[(\[]\s?(?P<a>{some})\s?[)\]]\s?[-–—|:.]|(?P<b>{some})\s?[-–—|:])\s+(?=\S)")
    after = re.compile(rf"\s*[(\[](?:Quelle:?\s|Mit Material von\s|mit\s)?(?P<a>{some})[)\]]$")
    alone = re.compile(rf"[(\[]?(?:(?:Quellen?|Agenturen?|Text|Mit Material (?:von|der)|Mit Agenturmaterial|Von):?\s?)?"
                       rf"[(\[]?(?P<a>{some})[)\]]*(?:,?\s(?:dpa|afp):?[\w:/-]+)?\.?")  # fmt: skip
    return before, after, alone


def _credited_agencies(credit: str) -> list[str]:
    """List the agencies of a credit by their short names; an author's initials in it are none."""
    pieces = re.split(r"\s?[/,|]\s?|\s(?:und|and)\s", credit)
    return [
        _ways_to_credit()[name]
        for piece in pieces
        if (name := piece if piece in _ways_to_credit() else piece.split("-")[0]) in _ways_to_credit()
    ]


def take_credits(paragraphs: list[tuple[str, str]]) -> tuple[list[tuple[str, str]], list[str], int]:
    """Take agency credits off an article: before its first sentences, at a paragraph's end, on a line of their own.

    Parameters
    ----------
    paragraphs : list of (part, text)

    Returns
    -------
    paragraphs : list of (part, text)
        Without the credits; a paragraph that was nothing else is gone.
    agencies : list of str
        Short names in the order of their first credit.
    n : int
        How many credits were taken off.

    Examples
    --------
    >>> take_credits([("body", "Lindenhafen (dpa/abc) - Die Brücke ist zu."), ("body", "Ruhe. (AFP)"), ("body", "dpa")])
    ([('body', 'Die Brücke ist zu.'), ('body', 'Ruhe.')], ['dpa', 'afp'], 3)
    """
    before, after, alone = _patterns()
    kept, agencies, n = [], [], 0
    for part, text in paragraphs:
        match = alone.fullmatch(text) if len(text) < 120 else None
        if match and _credited_agencies(match["a"]):
            agencies += _credited_agencies(match["a"])
            n += 1
            continue
        if part in ("body", "standfirst"):
            if match := before.match(text):
                agencies += _credited_agencies(match["a"] or match["b"])
                text, n = text[match.end() :], n + 1
            if match := after.search(text):
                agencies += _credited_agencies(match["a"])
                text, n = text[: match.start()], n + 1
        if text:
            kept.append((part, text))
    return kept, list(dict.fromkeys(agencies)), n
