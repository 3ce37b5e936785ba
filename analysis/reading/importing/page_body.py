"""Body of a web page: the paragraphs of its article, without teasers, captions, boxes and notes of the site."""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from analysis.codebook.wordlists import read_classes
from analysis.reading.importing.page_facts import Facts
from analysis.reading.layout import is_heading

__all__ = ["Body", "find_body"]

# Elements that are never an article's words.
NEVER = frozenset(("script style noscript nav footer aside form figure figcaption button svg iframe template select "
                   "audio video picture object dialog table menu label").split())  # fmt: skip
BLOCKS = tuple("p h1 h2 h3 h4 h5 li blockquote div section article ul ol pre main dl header".split())
HEADINGS = ("h2", "h3", "h4", "h5")
FINAL = re.compile(r"[.!?…:][\"“”»«‘’')\]]*$")
LONG = 60  # characters of a paragraph that speaks for its container
MAX_BLOCKS = 5000  # of a page: above that it is no article
SEVERAL = 2  # paragraphs: a teaser or a caption has one
FAILED = 0.5  # share of words below which one of the two readings has failed
LEAD = 40  # characters of a standfirst at least
LINKED = 0.5  # share of characters in links above which a block is a teaser
WHOLE = 0.9  # share of the good text of both readings that the container must hold
CUT = 0.6  # of the page's good text: what the article's container holds at least, else the page is unsure
AGREE = 0.85  # share of words on which trafilatura and these rules should agree


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


@dataclass
class Block:
    """A paragraph on the page: its element, its text, and how much of it lies in links."""

    element: object
    tag: str
    text: str
    linked: float

    @property
    def is_good(self) -> bool:
        """Whether it reads like a paragraph of an article."""
        is_closed = bool(FINAL.search(self.text)) or (self.tag == "p" and len(self.text) >= 2 * LONG)
        return len(self.text) >= LONG and self.linked < LINKED and is_closed


@cache
def _lines(kind: str) -> tuple[str, ...]:
    return tuple(line.replace("_", " ").lower() for line in read_classes("page_noise")[kind])


def _names(element) -> set[str]:
    """Return the words of an element's classes and id: `articleTeaser-box` gives article, teaser, box."""
    written = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-testid') or ''}"
    whole = {name.lower() for name in written.split()}
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", written)
    return whole | {word.lower() for word in re.split(r"[^A-Za-z]+", parted) if word}


def _line(element) -> str:
    text = re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", element.text_content())
    return " ".join(text.split())


def _clear(tree, repairs: Counter, other: str) -> None:
    """Take out elements that never are an article's words, and those whose names say so.

    A name does not count where the element holds several good paragraphs that the second reading has as well.
    """
    noise = read_classes("page_noise")["class"]
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.getparent() is None or element.tag in ("html", "body", "main"):
            continue
        is_never = element.tag in NEVER or element.get("hidden") is not None or element.get("aria-hidden") == "true"
        if not is_never and (element.tag == "article" or not _names(element) & noise):
            continue
        if not is_never and _shared_paragraphs(element, other) >= SEVERAL:
            continue
        repairs["boxes, captions and teasers of the page cleared"] += bool(_line(element))
        element.drop_tree()


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


def _shared_paragraphs(element, other: str) -> int:
    """Count the long paragraphs of an element, not linked, that the second reading has as well."""
    texts = (_line(p) for p in element.iter("p") if not any(a.get("href") for a in p.iterancestors("a")))
    return sum(len(text) >= LONG and bool(FINAL.search(text)) and _plain(text)[:80] in other for text in texts)


def _blocks(tree) -> list[Block]:
    """List the paragraphs of a page in order: elements with words of their own and no block in them."""
    found = []
    for element in tree.iter(*BLOCKS):
        if any(child.tag in BLOCKS for child in element.iterdescendants() if isinstance(child.tag, str)):
            continue
        text = _line(element)
        if text:
            linked = sum(len(_line(a)) for a in element.iter("a") if a.get("href")) / len(text)
            found.append(Block(element, element.tag, text, linked))
    return found


def _container(blocks: list[Block]):
    """Find the smallest element that holds nearly all of the article's paragraphs."""
    good = [block for block in blocks if block.is_good and block.tag in ("p", "div", "blockquote", "li")]
    if not good:
        return None
    scores: Counter = Counter()
    elements = {}
    for block in good:
        weight = float(len(block.text))
        for depth, parent in enumerate(block.element.iterancestors()):
            elements[id(parent)] = parent
            scores[id(parent)] += weight * 0.9**depth
    best, _ = scores.most_common(1)[0]
    return elements[best]


def _is_noise(block: Block, facts: Facts) -> bool:
    """Tell a line that is not the article's: linked, a note of the site, the title again, a byline."""
    low = block.text.lower()
    if block.linked > LINKED and not (block.is_good and block.tag == "p"):
        return True
    if low.startswith(_lines("begin")) and len(block.text) < 250:
        return True
    if re.match(r"Von [A-ZÄÖÜ][\w.-]+(?: [\w.-]+){0,3}(?:(?:,| und) [\w. -]+)*$", block.text):
        return True
    return low == facts.title.lower() or (
        bool(facts.author) and low in (facts.author.lower(), f"von {facts.author}".lower())
    )


def _keep(blocks: list[Block], facts: Facts, repairs: Counter) -> list[Block]:
    """Keep the article's blocks: from its first good paragraph (or the standfirst) to its last."""
    kept = [block for block in blocks if not _is_noise(block, facts)]
    ends = [
        n for n, block in enumerate(kept) if block.tag in HEADINGS and block.text.lower().rstrip(":") in _lines("end")
    ]
    kept = kept[: ends[0]] if ends and any(block.is_good for block in kept[: ends[0]]) else kept
    good = [n for n, block in enumerate(kept) if block.is_good]
    if not good:
        return []
    first, last = good[0], good[-1]
    # a short last sentence after the last long paragraph belongs to it
    while last + 1 < len(kept) and kept[last + 1].tag == "p" and FINAL.search(kept[last + 1].text):
        last += 1
    inside = kept[first : last + 1]
    texts = [block.text for block in inside]
    whole = "\n".join(text for text in texts if len(text) >= LONG)
    chosen, seen = [], set()
    for block in inside:
        is_pulled = (
            block.tag != "li"
            and len(block.text) < 200
            and whole.count(block.text.strip('„“"»«')) > (len(block.text) >= LONG)
        )
        short_item = block.tag in ("li", "div", "section", "header") and not FINAL.search(block.text)
        if block.text in seen or (is_pulled and block.tag not in HEADINGS) or short_item:
            continue
        seen.add(block.text)
        chosen.append(block)
    repairs["lines of the page that are not its article left out"] += len(blocks) - len(chosen)
    return _without_empty_headings(chosen)


def _without_empty_headings(blocks: list[Block]) -> list[Block]:
    """Drop headings that no paragraph follows."""
    return [block for block, after in zip(blocks, [*blocks[1:], None], strict=True)
            if block.tag not in HEADINGS or (after is not None and after.tag not in HEADINGS)]  # fmt: skip


def _words(text: str) -> Counter:
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
    a, b = _words(mine), _words(other)
    return 2 * sum((a & b).values()) / max(1, sum(a.values()) + sum(b.values()))


def _widen(container, blocks: list[Block], other: str):
    """Widen the container until it holds nearly all good paragraphs that the second reading has as well."""
    voted = [block for block in blocks if block.is_good and _plain(block.text)[:80] in other]
    needed = WHOLE * sum(len(block.text) for block in voted)
    while container.getparent() is not None and container.tag != "body":
        held = sum(len(block.text) for block in voted if container in block.element.iterancestors())
        if held >= needed:
            break
        container = container.getparent()
    return container


def find_body(tree, markup: str, facts: Facts) -> Body:
    """Find the paragraphs of the article.

    The container is the element whose paragraphs (long, ended by a stop, little linked) weigh most, each the less the
    deeper it lies, widened until it holds what trafilatura takes for the article as well; within it what its class
    names, its place or its wording give away as the site's is left out. Where both readings disagree, it is unsure.
    """
    body = Body([])
    read = _second_reading(markup)
    other = _plain(read)
    _clear(tree, body.repairs, other)
    blocks = _blocks(tree)
    container = _container(blocks)
    if container is None or len(blocks) > MAX_BLOCKS:
        return body
    container = _widen(container, blocks, other)
    inside = [block for block in blocks if container in block.element.iterancestors()]
    kept = _keep(inside, facts, body.repairs)
    facts.standfirst = _find_standfirst(blocks, kept, facts)
    body.paragraphs = [("heading" if b.tag in HEADINGS or is_heading(b.text) else "body", b.text) for b in kept]
    good = sum(len(block.text) for block in blocks if block.is_good)
    if sum(len(block.text) for block in kept if block.is_good) < CUT * good:
        body.unsure.append("much of the page's text lies outside what was taken for the article")
    agreement = _agreement(body.text, read)
    if agreement < AGREE:
        body.unsure.append(f"two ways of reading the page agree on {agreement:.0%} of the words only")
    if agreement < FAILED and len(read) > len(body.text):
        lines = [" ".join(line.split()).removeprefix("- ") for line in read.split("\n") if line.strip()]
        body.paragraphs = [("heading" if is_heading(line) else "body", line) for line in lines if line != facts.title]
    return body


def _find_standfirst(blocks: list[Block], kept: list[Block], facts: Facts) -> str:
    """Find the paragraphs between the main heading and the article: a sentence, not linked, on the page once."""
    titles = [n for n, block in enumerate(blocks) if block.tag == "h1"]
    start = blocks.index(kept[0]) if kept else 0
    above = max((n for n in titles if n < start), default=-1)
    if above < 0 and not any(_same_start(block.text, facts.standfirst) for block in blocks[:start]):
        return ""
    between = [block.text for block in blocks[above + 1 : start]
               if (len(block.text) >= LEAD and block.linked < 0.2 and FINAL.search(block.text)
                   and not _is_noise(block, facts))
               and (above >= 0 or _same_start(block.text, facts.standfirst))]  # fmt: skip
    known = {block.text for block in kept}
    return " ".join(text for text in dict.fromkeys(between[:2]) if text not in known)


def _same_start(text: str, lead: str) -> bool:
    """Tell whether a line is the lead that the page's description gives, be it cut off there."""
    a, b = re.sub(r"\W+", " ", text.lower()).strip(), re.sub(r"\W+", " ", lead.lower()).strip()
    n = min(len(a), len(b), 120)
    return n >= 40 and a[:n] == b[:n]
