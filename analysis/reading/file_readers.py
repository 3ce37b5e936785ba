"""Readers: one function per messy form, from the raw text of a file to a clean article.

Every reader takes the decoded text of one file and returns a `Reading`: paragraphs with their part, what the
file itself states (title, outlet, date, agencies), and a count of every repair that was made.
"""

import re
from collections import Counter
from collections.abc import Callable

import pandas as pd

from analysis.reading.characters import clean_characters
from analysis.reading.clean_form import Reading, read_clean
from analysis.reading.credits import take_credits
from analysis.reading.paragraph_layout import TITLE_LENGTH, is_heading, part_paragraphs

__all__ = [
    "READERS",
    "Reading",
    "lay_out",
    "mark_parts",
    "plain_articles",
    "read_clean",
    "read_dated",
    "read_fused",
    "read_plain",
    "read_taz",
]  # fmt: skip

HEADER = re.compile(r"\A\s*date (\d{4})-(\d{2})\s+")
# A stop glued to a capital: the paragraph break between them was lost. `Vlast.kz` and `z.B.` are not such.
FUSED = re.compile(r"(?<=[a-zäöüß][.!?])(?=[A-ZÄÖÜ„“»][\w])")
LINK = re.compile(r"\[\d+\]\[([^\]]*)\]")
CREDIT = re.compile(r"^(?:[A-ZÄÖÜ][\w .-]*? )?(?P<agencies>(?:dpa|rtr|afp|ap|apa|kna|epd|sid)(?:/\w+)*) \| ")
DAY = re.compile(r"^(\d{1,2}) (\w{3})\w* (\d{4})$")
MONTHS = {m: n for n, names in enumerate(
    ["jan", "feb", "mar mär", "apr", "may mai", "jun", "jul", "aug", "sep", "oct okt", "nov", "dec dez"], 1)
    for m in names.split()}  # fmt: skip


def _is_title(first: str, rest: list[str]) -> bool:
    """Tell whether the first paragraph is the title: no full sentence, and longer paragraphs follow."""
    stopped = re.search(r"[.:;,…][\"“”»«‘’')\]]*$", first)
    return (
        len(first) <= TITLE_LENGTH
        and not stopped
        and any(len(text) > len(first) and not is_heading(text) for text in rest)
    )


def read_plain(raw: str) -> Reading:
    """Read plain text: paragraphs parted by blank lines, or one line a paragraph, whichever the file shows.

    The first paragraph is the title where it is no full sentence; another short one without a final stop is a
    heading. Lines broken by a width are joined; agency credits are taken off and kept as metadata.

    Examples
    --------
    >>> read_plain("Die Lage ist ruhig.\\n\\n4400 Menschen festgenommen\\n\\nDas war so.").paragraphs[1]
    ('heading', '4400 Menschen festgenommen')
    >>> read_plain("Brücke gesperrt?\\nLindenhafen (dpa) - Die Brücke ist zu.\\nNiemand weiß, warum.").title
    'Brücke gesperrt?'
    """
    text, repairs = clean_characters(raw)
    return mark_parts(part_paragraphs(text, repairs), repairs)


def mark_parts(texts: list[str], repairs: Counter, *, title: str = "") -> Reading:
    """Tell the parts of an article whose paragraphs are known: title (or the one given), headings, body, credits."""
    parts = [("heading" if is_heading(text) else "body", text) for text in texts]
    parts, agencies, n_credits = take_credits(parts)
    repairs["agency credits taken off"] += n_credits
    if not title and parts and _is_title(parts[0][1], [text for _, text in parts[1:]]):
        title, parts = parts[0][1], parts[1:]
    elif parts and title == parts[0][1]:
        parts = parts[1:]
    repairs["headings recognised"] += sum(part == "heading" for part, _ in parts)
    paragraphs = [("title", title), *parts] if title else parts
    return Reading(paragraphs, title=title, agencies=";".join(agencies), repairs=repairs)


def read_dated(raw: str) -> Reading:
    """Read plain text that opens with ``date 2022-01``: the header is metadata (month precision), not text.

    Examples
    --------
    >>> reading = read_dated(" date 2022-01 Die Lage ist ruhig.")
    >>> reading.published, reading.paragraphs
    ('2022-01', [('body', 'Die Lage ist ruhig.')])
    """
    header = HEADER.match(raw)
    reading = read_plain(raw[header.end() :] if header else raw)
    if header:
        reading.published = f"{header[1]}-{header[2]}"
        reading.repairs["date headers taken off"] = 1
    return reading


def read_fused(raw: str) -> Reading:
    """Read dated text in which paragraph breaks were lost, so that a stop is glued to the next sentence.

    Examples
    --------
    >>> [text for _, text in read_fused("Sie halfen.In der Nacht kam Vlast.kz zufolge Schnee.").paragraphs]
    ['Sie halfen.', 'In der Nacht kam Vlast.kz zufolge Schnee.']
    """
    reading = read_dated(raw)
    parted = [(part, piece) for part, text in reading.paragraphs for piece in FUSED.split(text)]
    reading.repairs["fused paragraphs parted"] = len(parted) - len(reading.paragraphs)
    reading.paragraphs = parted
    return reading


def _wrapped_paragraphs(lines: list[str], width: int) -> list[str]:
    """Undo greedy line wrapping: a paragraph ends where the next word would still have fitted."""
    paragraphs, current = [], ""
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        current = f"{current} {line}".strip()
        fits = len(line) + 1 + len(following.split(" ")[0]) <= width
        if not following or (fits and re.search(r"[.!?…][\"“”»«‘’')\]]*$", line)):
            paragraphs.append(current)
            current = ""
    return paragraphs


def read_taz(raw: str) -> Reading:
    """Read a page of taz.de as its text version prints it: a table of bars with hard line breaks.

    Title, standfirst (``>``), picture caption (``Bild:``), dateline with agency credit, headings (``##``),
    date and link marks (``[1][…]``) become what they are; LINKS, TAGS and the teasers under ARTIKEL ZUM
    THEMA are left out and counted.
    """
    text, repairs = clean_characters(raw)
    lines = [re.sub(r"^\| ?|[ |]*\|$", "", line).strip() for line in text.split("\n")]
    repairs["table bars taken off"] = sum(line.lstrip().startswith("|") for line in text.split("\n"))
    reading = Reading([], repairs=repairs)
    lines = _cut_appendix([line for line in lines if line], reading)
    wrapped = [line for line in lines if not line.startswith(("#", "Bild:"))]
    width = max((len(line) for line in wrapped if "[" not in line), default=0)
    block: list[str] = []
    kind = ""
    for line in [*lines, "#"]:
        line_kind = _taz_kind(line)
        if block and (line_kind != kind or kind in ("title", "heading", "caption")):
            _close_taz_block(reading, kind, block, width)
            block = []
        kind = line_kind
        block.append(line)
    return reading


def _taz_kind(line: str) -> str:
    """Name the part that a line of a taz page belongs to."""
    if line.startswith("# "):
        return "title"
    if line.startswith("#"):
        return "heading"
    if line.startswith(">"):
        return "standfirst"
    return "caption" if line.startswith("Bild:") else "body"


def _cut_appendix(lines: list[str], reading: Reading) -> list[str]:
    """Take the date line and everything from LINKS, TAGS or ARTIKEL ZUM THEMA on off the article."""
    ends = [n for n, line in enumerate(lines) if re.match(r"## (LINKS|TAGS|ARTIKEL ZUM THEMA)$", line)]
    body = lines[: ends[0]] if ends else lines
    reading.repairs["lines of links, tags and teasers left out"] = len(lines) - len(body)
    if body and (day := DAY.match(body[-1])) and day[2].lower() in MONTHS:
        reading.published = f"{day[3]}-{MONTHS[day[2].lower()]:02d}-{int(day[1]):02d}"
        body = body[:-1]
    return body


def _close_taz_block(reading: Reading, kind: str, block: list[str], width: int) -> None:
    """Add the lines of one part to the reading, with wrapping and markup undone."""
    joined = [re.sub(r"^(#+|>|Bild:)\s*", "", line) for line in block]
    paragraphs = _wrapped_paragraphs(joined, width) if kind == "body" else [" ".join(joined)]
    reading.repairs["line breaks undone"] += len(joined) - len(paragraphs)
    for text in paragraphs:
        if kind == "body" and (credit := CREDIT.match(text)):
            reading.agencies = credit["agencies"].replace("/", ";")
            text = text[credit.end() :]
            reading.repairs["agency credits taken off"] += 1
        text, n = LINK.subn(r"\1", text)
        reading.repairs["link marks undone"] += n
        if kind == "title":
            if text.startswith("taz.de -- "):
                reading.outlet, text = "taz", text.removeprefix("taz.de -- ")
            reading.title = text
        reading.paragraphs.append((kind, text))


READERS: dict[str, Callable[[str], Reading]] = {
    "plain": read_plain,
    "clean": read_clean,
    "dated": read_dated,
    "fused": read_fused,
    "taz": read_taz,
}


def lay_out(reading: Reading) -> tuple[str, list[tuple[str, int, int]]]:
    """Join the paragraphs of a reading with blank lines; return the text and each part's offsets.

    Examples
    --------
    >>> lay_out(Reading([("title", "Ruhe"), ("body", "Es ist ruhig.")]))
    ('Ruhe\\n\\nEs ist ruhig.', [('title', 0, 4), ('body', 6, 19)])
    """
    spans, position = [], 0
    for part, text in reading.paragraphs:
        spans.append((part, position, position + len(text)))
        position += len(text) + 2
    return "\n\n".join(text for _, text in reading.paragraphs), spans


def plain_articles(texts: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Make *articles* and *paragraphs* from bare texts whose characters must keep their place.

    Parameters
    ----------
    texts : DataFrame
        A row is an article, with ``article_id`` and ``text``; other columns are carried along.

    Returns
    -------
    articles, paragraphs : DataFrame
        The text is left as it is, so that offsets stay true to the source; a line break ends a paragraph,
        a line without a final stop that is short is a heading.
    """
    rows = []
    for article_id, text in zip(texts["article_id"], texts["text"], strict=True):
        lines = [(m.start(), m.end(), m[0]) for m in re.finditer(r"[^\s][^\n]*[^\s]|[^\s]", text)]
        rows += [(article_id, n, "heading" if is_heading(line) else "body", start, end)
                 for n, (start, end, line) in enumerate(lines)]  # fmt: skip
    paragraphs = pd.DataFrame(rows, columns=["article_id", "paragraph", "part", "start", "end"])
    return texts.reset_index(drop=True), paragraphs
