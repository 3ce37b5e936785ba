"""Layout: from the lines of a text to its paragraphs; lines were broken by a width, or each is a paragraph."""

import re
from collections import Counter
from itertools import pairwise

__all__ = ["TITLE_LENGTH", "is_heading", "part_paragraphs"]

HEADING_LENGTH = 80
TITLE_LENGTH = 160
WIDEST_WRAP = 120  # characters: nobody breaks running text at a greater width
STOPPED = 0.5  # share of lines that end with a stop above which each line is a paragraph
FILLED = 0.75  # a line this much shorter than the longest did not end for want of room
FINAL = re.compile(r"[.!?…:][\"“”»«‘’')\]]*$")
NO_HEADING = re.compile(r"[.!?:;,…][\"“”»«‘’')\]]*$")
LIST_MARK = re.compile(r"[-–•*]\s+\S|\d{1,2}[.)]\s+\S")
# A hyphen at a line's end: a word goes on (Regie-/rung), unless it is one that the next word completes (Ein-/und).
SUSPENDED = re.compile(r"(?:und|oder|bis|sowie|als|beziehungsweise|bzw\.|noch|statt)\b")


def is_heading(paragraph: str) -> bool:
    """Tell a heading: one short line with no final stop.

    Examples
    --------
    >>> is_heading("Unmut über Gaspreise"), is_heading("Es war ruhig.")
    (True, False)
    """
    return len(paragraph) <= HEADING_LENGTH and not NO_HEADING.search(paragraph)


def join_lines(first: str, second: str) -> tuple[str, bool]:
    """Join two lines of a paragraph; a word that was parted at the line's end is made whole.

    Examples
    --------
    >>> join_lines("Die Regie-", "rung schwieg"), join_lines("Ein-", "und Ausfuhr"), join_lines("Nord-", "Süd-Achse")
    (('Die Regierung schwieg', True), ('Ein- und Ausfuhr', False), ('Nord-Süd-Achse', False))
    """
    if not re.search(r"\w[-‐]$", first) or not second:
        return f"{first} {second}", False
    if SUSPENDED.match(second):
        return f"{first} {second}", False
    if second[0].islower() and re.search(r"[^\W\d_][-‐]$", first):
        return first[:-1] + second, True
    return (first + second, False) if re.match(r"\w", second) else (f"{first} {second}", False)


def _is_wrapped(blocks: list[list[str]], width: int) -> bool:
    """Tell whether lines were broken by a width: few of them end with a stop, and none is too wide for that."""
    inner = [line for block in blocks for line in block[:-1]]
    stops = sum(bool(FINAL.search(line)) for line in inner)
    return bool(inner) and width <= WIDEST_WRAP and stops < STOPPED * len(inner)


def _ends_paragraph(line: str, following: str, width: int) -> bool:
    """Tell whether a paragraph ends after a line of wrapped text: the next word would still have fitted."""
    if LIST_MARK.match(following):
        return True
    room = len(line) + 1 + len(following.split(" ")[0])
    if FINAL.search(line) and line[-1] != ":":
        return room <= width and len(line) < FILLED * width
    starts = re.match(r"[A-ZÄÖÜ„“\"»«‚0-9]", following)
    return bool(starts) and is_heading(line) and room <= FILLED * width


def part_paragraphs(text: str, repairs: Counter) -> list[str]:
    """Part a text into paragraphs; whether a line is one is told from the whole file and noted in `repairs`.

    Blank lines always part paragraphs. Within a block the lines are either each a paragraph (some is wider than any
    wrapped line, or half of them end with a stop), or they were broken by a width and are joined again, except after
    a line that ended early: a heading that stands on the text below it, the end of a paragraph.

    Examples
    --------
    >>> part_paragraphs("Es war ruhig.\\nNiemand kam.\\nDann schon.", Counter())
    ['Es war ruhig.', 'Niemand kam.', 'Dann schon.']
    >>> part_paragraphs("Es war an diesem Tag so\\nruhig wie nie.\\n\\nDann nicht.", Counter())
    ['Es war an diesem Tag so ruhig wie nie.', 'Dann nicht.']
    """
    blocks = [[line.strip() for line in block.split("\n") if line.strip()] for block in re.split(r"\n[ ]*\n", text)]
    blocks = [block for block in blocks if block]
    width = max((len(line) for block in blocks for line in block), default=0)
    if not _is_wrapped(blocks, width):
        paragraphs = [line for block in blocks for line in block]
        if len(paragraphs) > len(blocks):
            repairs["one line a paragraph: paragraphs parted at line ends"] = len(paragraphs) - len(blocks)
        return paragraphs
    return [paragraph for block in blocks for paragraph in _join_wrapped(block, width, repairs)]


def _join_wrapped(block: list[str], width: int, repairs: Counter) -> list[str]:
    """Join the lines of a block that were broken by a width, but for those that ended early."""
    paragraphs = block[:1]
    for line, following in pairwise(block):
        if _ends_paragraph(line, following, width):
            paragraphs.append(following)
            repairs["paragraphs parted where a line ended early"] += 1
        else:
            paragraphs[-1], is_whole = join_lines(paragraphs[-1], following)
            repairs["line breaks undone"] += 1
            repairs["words parted at line ends made whole"] += is_whole
    return paragraphs
