"""Body of a web page: the paragraphs of its article, without teasers, captions, boxes and notes of the site."""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from analysis.codebook.wordlists import read_classes
from analysis.reading.importing.page_blocks import (
    FINAL,
    HEADINGS,
    LINKED,
    LONG,
    Block,
    clear,
    find_container,
    list_blocks,
    plain,
    widen,
)  # fmt: skip
from analysis.reading.importing.page_facts import Facts
from analysis.reading.paragraph_layout import is_heading

__all__ = ["Body", "find_body"]

CUT = 0.6  # of the page's good text: what the article's container holds at least, else the page is unsure
AGREE = 0.85  # share of words on which trafilatura and these rules should agree
FAILED = 0.5  # share of words below which one of the two readings has failed
LEAD = 40  # characters of a standfirst at least
MAX_BLOCKS = 5000  # of a page: above that it is no article
PULLED = 200  # characters of a pulled-out quotation at most


@dataclass
class Body:
    """The paragraphs of a page's article (part, text), what was cleared, what is unsure."""

    paragraphs: list[tuple[str, str]]
    repairs: Counter = field(default_factory=Counter)
    unsure: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All paragraphs."""
        return "\n".join(text for _, text in self.paragraphs)


@cache
def _noise_lines(kind: str) -> tuple[str, ...]:
    return tuple(line.replace("_", " ").lower() for line in read_classes("page_noise")[kind])


def _is_noise(block: Block, facts: Facts) -> bool:
    """Tell a line that is not the article's: linked, a note of the site, the title again, a byline."""
    low = block.text.lower()
    if block.linked > LINKED and not (block.is_good and block.tag == "p"):
        return True
    if low.startswith(_noise_lines("begin")) and len(block.text) < 250:
        return True
    if re.match(r"Von [A-ZÄÖÜ][\w.-]+(?: [\w.-]+){0,3}(?:(?:,| und) [\w. -]+)*$", block.text):
        return True
    return low == facts.title.lower() or (
        bool(facts.author) and low in (facts.author.lower(), f"von {facts.author}".lower())
    )


def _cut_site_lines(blocks: list[Block], facts: Facts) -> list[Block]:
    """Cut the site's lines off: what comes before the first good paragraph and after the last, notes, the title."""
    kept = [block for block in blocks if not _is_noise(block, facts)]
    is_end = [block.tag in HEADINGS and block.text.lower().rstrip(":") in _noise_lines("end") for block in kept]
    end = is_end.index(True) if any(is_end) else len(kept)
    kept = kept[:end] if any(block.is_good for block in kept[:end]) else kept
    good = [n for n, block in enumerate(kept) if block.is_good]
    if not good:
        return []
    first, last = good[0], good[-1]
    # a short last sentence after the last long paragraph belongs to it
    while last + 1 < len(kept) and kept[last + 1].tag == "p" and FINAL.search(kept[last + 1].text):
        last += 1
    return kept[first : last + 1]


def _without_marks(text: str) -> str:
    return text.strip('„“"»«')


def _is_pulled(block: Block, lines: list[str]) -> bool:
    """Tell a quotation pulled out of the article: a longer paragraph of it has its words among its own."""
    if block.tag in HEADINGS or block.tag == "li" or len(block.text) >= PULLED:
        return False
    words = _without_marks(block.text)
    return any(words in line and words != _without_marks(line) for line in lines)


def _each_once(blocks: list[Block]) -> list[Block]:
    """Keep one of equal lines: the first paragraph, or else the first of them."""
    chosen: dict[str, Block] = {}
    for block in blocks:
        known = chosen.get(_without_marks(block.text))
        if known is None or (block.tag == "p" and known.tag not in (*HEADINGS, "p")):
            chosen.pop(_without_marks(block.text), None)
            chosen[_without_marks(block.text)] = block
    return list(chosen.values())


def _keep(blocks: list[Block], facts: Facts, repairs: Counter) -> list[Block]:
    """Keep the article's blocks, each once: no pulled-out quotations, no items of lists, no headings of nothing."""
    inside = _cut_site_lines(blocks, facts)
    lines = [block.text for block in inside if len(block.text) >= LONG]
    is_item = [block.tag in ("li", "div", "section", "header") and not FINAL.search(block.text) for block in inside]
    chosen = _each_once([block for block, item in zip(inside, is_item, strict=True)
                         if not item and not _is_pulled(block, lines)])  # fmt: skip
    repairs["lines of the page that are not its article left out"] += len(blocks) - len(chosen)
    return _without_empty_headings(chosen)


def _without_empty_headings(blocks: list[Block]) -> list[Block]:
    """Drop headings that no paragraph follows."""
    return [block for block, after in zip(blocks, [*blocks, None][1:], strict=True)
            if block.tag not in HEADINGS or (after is not None and after.tag not in HEADINGS)]  # fmt: skip


def _words_of_block(text: str) -> Counter:
    return Counter(re.findall(r"\w+", text.lower()))


def _second_reading(markup: str) -> str:
    """Return the page's text as trafilatura reads it; nothing where it fails."""
    import trafilatura

    try:
        return trafilatura.extract(markup, include_comments=False, include_tables=False) or ""
    except (ValueError, TypeError, AttributeError, RecursionError):
        return ""


def _agreement(mine: str, other: str) -> float:
    """Return the share of words (F1) that two readings of a page have in common."""
    a, b = _words_of_block(mine), _words_of_block(other)
    return 2 * sum((a & b).values()) / max(1, sum(a.values()) + sum(b.values()))


def find_body(tree, markup: str, facts: Facts) -> Body:
    """Find the paragraphs of the article.

    The container is the element whose paragraphs (long, ended by a stop, little linked) weigh most, each the less the
    deeper it lies, widened until it holds what trafilatura takes for the article as well; within it what its class
    names, its place or its wording give away as the site's is left out. Where both readings disagree, it is unsure.
    """
    body = Body([])
    read = _second_reading(markup)
    clear(tree, body.repairs, plain(read))
    blocks = list_blocks(tree)
    container = find_container(blocks)
    if container is None or len(blocks) > MAX_BLOCKS:
        return body
    container = widen(container, blocks, plain(read))
    inside = [block for block in blocks if container in block.element.iterancestors()]
    kept = _keep(inside, facts, body.repairs)
    facts.standfirst = _find_standfirst(blocks, kept, facts)
    body.paragraphs = [("heading" if b.tag in HEADINGS or is_heading(b.text) else "body", b.text) for b in kept]
    if _good(kept) < CUT * _good(blocks):
        body.unsure.append("much of the page's text lies outside what was taken for the article")
    return _hold_against_second_reading(body, read, facts)


def _good(blocks: list[Block]) -> int:
    """Count the characters of good paragraphs."""
    return sum(len(block.text) for block in blocks if block.is_good)


def _hold_against_second_reading(body: Body, read: str, facts: Facts) -> Body:
    """Hold the body against the second reading, which takes its place where this one has failed."""
    agreement = _agreement(body.text, read)
    if agreement < AGREE:
        body.unsure.append(f"two ways of reading the page agree on {agreement:.0%} of the words only")
    if agreement < FAILED and len(read) > len(body.text):
        lines = [" ".join(line.split()).removeprefix("- ") for line in read.split("\n") if line.strip()]
        body.paragraphs = [("heading" if is_heading(line) else "body", line) for line in lines if line != facts.title]
    return body


def _is_lead(block: Block, facts: Facts) -> bool:
    """Tell a line that can be a standfirst: a sentence, not linked, not the site's."""
    is_sentence = len(block.text) >= LEAD and bool(FINAL.search(block.text))
    return is_sentence and block.linked < 0.2 and not _is_noise(block, facts)


def _find_standfirst(blocks: list[Block], kept: list[Block], facts: Facts) -> str:
    """Find the paragraphs between the main heading and the article; without a heading, the one that the page states."""
    start = blocks.index(kept[0]) if kept else 0
    above = max((n for n, block in enumerate(blocks[:start]) if block.tag == "h1"), default=None)
    before = blocks[:start] if above is None else blocks[above + 1 : start]
    leads = [block.text for block in before if _is_lead(block, facts)]
    if above is None:
        leads = [text for text in leads if _same_start(text, facts.standfirst)]
    known = {block.text for block in kept}
    return " ".join(text for text in dict.fromkeys(leads[:2]) if text not in known)


def _same_start(text: str, lead: str) -> bool:
    """Tell whether a line is the lead that the page's description gives, be it cut off there."""
    a, b = re.sub(r"\W+", " ", text.lower()).strip(), re.sub(r"\W+", " ", lead.lower()).strip()
    n = min(len(a), len(b), 120)
    return n >= 40 and a[:n] == b[:n]
