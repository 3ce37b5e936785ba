"""Blocks of a web page: its paragraphs in order, after what is never an article was cleared; their container."""

import re
from collections import Counter
from dataclasses import dataclass

from analysis.codebook.wordlists import read_classes

__all__ = ["FINAL", "HEADINGS", "LINKED", "LONG", "Block", "clear", "find_container", "list_blocks", "plain", "widen"]

# Elements that are never an article's words.
NEVER = frozenset(("script style noscript nav footer aside form figure figcaption button svg iframe template select "
                   "audio video picture object dialog table menu label").split())  # fmt: skip
BLOCKS = tuple("p h1 h2 h3 h4 h5 li blockquote div section article ul ol pre main dl header".split())
HEADINGS = ("h2", "h3", "h4", "h5")
FINAL = re.compile(r"[.!?…:][\"“”»«‘’')\]]*$")
LONG = 60  # characters of a paragraph that speaks for its container
SEVERAL = 2  # paragraphs: a teaser or a caption has one
LINKED = 0.5  # share of characters in links above which a block is a teaser
WHOLE = 0.9  # share of the good text of both readings that the container must hold


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


def _class_words(element) -> set[str]:
    """Return the words of an element's classes and id: `articleTeaser-box` gives article, teaser, box."""
    written = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('data-testid') or ''}"
    whole = {name.lower() for name in written.split()}
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", written)
    return whole | {word.lower() for word in re.split(r"[^A-Za-z]+", parted) if word}


def _element_line(element) -> str:
    text = re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", element.text_content())
    return " ".join(text.split())


def clear(tree, repairs: Counter, other: str) -> None:
    """Take out elements that never are an article's words, and those whose names say so.

    A name does not count where the element holds several good paragraphs that the second reading has as well.
    """
    noise = read_classes("page_noise")["class"]
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.getparent() is None or element.tag in ("html", "body", "main"):
            continue
        is_never = element.tag in NEVER or element.get("hidden") is not None or element.get("aria-hidden") == "true"
        if not is_never and (element.tag == "article" or not _class_words(element) & noise):
            continue
        if not is_never and _shared_paragraphs(element, other) >= SEVERAL:
            continue
        repairs["boxes, captions and teasers of the page cleared"] += bool(_element_line(element))
        element.drop_tree()


def plain(text: str) -> str:
    """Write letters and digits only, to compare texts by."""
    return re.sub(r"\W+", "", text.lower())


def _shared_paragraphs(element, other: str) -> int:
    """Count the long paragraphs of an element, not linked, that the second reading has as well."""
    texts = (_element_line(p) for p in element.iter("p") if not any(a.get("href") for a in p.iterancestors("a")))
    return sum(len(text) >= LONG and bool(FINAL.search(text)) and plain(text)[:80] in other for text in texts)


def list_blocks(tree) -> list[Block]:
    """List the paragraphs of a page in order: elements with words of their own and no block in them."""
    found = []
    for element in tree.iter(*BLOCKS):
        if any(child.tag in BLOCKS for child in element.iterdescendants() if isinstance(child.tag, str)):
            continue
        text = _element_line(element)
        if text:
            linked = sum(len(_element_line(a)) for a in element.iter("a") if a.get("href")) / len(text)
            found.append(Block(element, element.tag, text, linked))
    return found


def find_container(blocks: list[Block]):
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


def widen(container, blocks: list[Block], other: str):
    """Widen the container until it holds nearly all good paragraphs that the second reading has as well."""
    voted = [block for block in blocks if block.is_good and plain(block.text)[:80] in other]
    needed = WHOLE * sum(len(block.text) for block in voted)
    while container.getparent() is not None and container.tag != "body":
        held = sum(len(block.text) for block in voted if container in block.element.iterancestors())
        if held >= needed:
            break
        container = container.getparent()
    return container
