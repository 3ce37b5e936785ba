"""Facts of a web page: title, outlet, date, author and section as the page itself states them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from analysis.codebook.dates import read_date

__all__ = ["Facts", "find_facts"]

ARTICLE_TYPES = re.compile(r"Article|Posting|Report|Review|NewsArticle", re.I)
PARTED = re.compile(r"\s+[|–—•·»-]\s+")


@dataclass
class Facts:
    """What a page says of its article; empty where it says nothing."""

    title: str = ""
    outlet: str = ""
    published: str = ""
    author: str = ""
    section: str = ""
    url: str = ""
    standfirst: str = ""
    unsure: list[str] = field(default_factory=list)


def _as_one_line(text: object) -> str:
    """Write text in one line, without soft hyphens and invisible characters."""
    return " ".join(re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", unescape(str(text or ""))).split())


def _objects(value: object, depth: int = 0) -> Iterator[dict]:
    """Walk through all objects of a JSON-LD block."""
    if depth > 12:
        return
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _objects(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _objects(inner, depth + 1)


def _linked_data(tree) -> list[dict]:
    """Return the objects of the page's JSON-LD that describe an article, the longest first."""
    found = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            value = json.loads(re.sub(r"[\x00-\x1f]+", " ", script.text or ""))
        except (ValueError, RecursionError):
            continue
        found += [item for item in _objects(value) if ARTICLE_TYPES.search(str(item.get("@type", "")))]
    found = [item for item in found if isinstance(item.get("headline"), str)]
    return sorted(found, key=lambda item: -len(str(item)))


def _name_in_json(value: object) -> str:
    """Return the name of a person or an organisation of JSON-LD."""
    if isinstance(value, list):
        return "; ".join(filter(None, (_name_in_json(item) for item in value[:6])))
    return (
        _as_one_line(value.get("name"))
        if isinstance(value, dict)
        else _as_one_line(value)
        if isinstance(value, str)
        else ""
    )


def _meta(tree) -> dict[str, str]:
    """Return the page's meta elements by name or property, small letters; the first counts."""
    said: dict[str, str] = {}
    for item in tree.iter("meta"):
        key = (item.get("property") or item.get("name") or item.get("itemprop") or "").lower()
        if key and item.get("content"):
            said.setdefault(key, _as_one_line(item.get("content")))
    return said


def _first_date(*written: str) -> str:
    """Return the first that is a date."""
    for text in written:
        try:
            return read_date(text)
        except ValueError:
            continue
    return ""


def _words_of_fact(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def choose_title(stated: list[str], headings: list[str], window: str, *, site: str = "") -> tuple[str, bool]:
    """Choose the title: the first that the page states, without the site's name after it, else its main heading.

    Returns
    -------
    title : str
    is_sure : bool
        Whether the page's main heading, where it has one, says nearly the same.

    Examples
    --------
    >>> choose_title(["Brücke bleibt zu | Lohe-Bote"], ["Brücke bleibt zu"], "Brücke bleibt zu | Lohe-Bote")
    ('Brücke bleibt zu', True)
    """
    candidates = [text for text in (*stated, *headings, _before_last(window)) if text]
    if not candidates:
        return "", False
    title, others = candidates[0], {_plain_text(text) for text in (*stated, *headings)}
    for cut in (m.start() for m in PARTED.finditer(title)):
        tail = _plain_text(title[cut:])
        if _plain_text(title[:cut]) in others or (site and (tail in _plain_text(site) or _plain_text(site) in tail)):
            title = title[:cut]
            break
    mine = _words_of_fact(title)
    return title, not headings or any(
        len(mine & _words_of_fact(h)) >= 0.6 * min(len(mine), len(_words_of_fact(h))) for h in headings
    )


def _before_last(window: str) -> str:
    """Take the last part, the site's name, off what the window is called."""
    cuts = [match.start() for match in PARTED.finditer(window)]
    return window[: cuts[-1]] if cuts else window


def _plain_text(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())


def _published(tree, item: dict, meta: dict[str, str]) -> str:
    """Return the date that a page states: JSON-LD, then meta elements, then its first time elements."""
    keys = ("article:published_time", "datepublished", "date", "dc.date", "last-modified")
    times = [element.get("datetime") or "" for element in tree.iter("time")]
    return _first_date(str(item.get("datePublished", "")), *(meta.get(key, "") for key in keys), *times[:3])


def find_facts(tree, markup: str) -> Facts:
    """Find what a page states of its article: JSON-LD first, then meta elements, then what it shows."""
    meta = _meta(tree)
    item = next(iter(_linked_data(tree)), {})
    headings = [line for h in tree.iter("h1") if (line := _as_one_line(h.text_content()))]
    window = _as_one_line(next((t.text_content() for t in tree.iter("title")), ""))
    outlet = _name_in_json(item.get("publisher")) or meta.get("og:site_name", "") or meta.get("application-name", "")
    stated = [meta.get("og:title", ""), _as_one_line(item.get("headline")), meta.get("twitter:title", "")]
    title, is_sure = choose_title([text for text in stated if text], headings, window, site=outlet)
    facts = Facts(title, outlet, _published(tree, item, meta),
                  _name_in_json(item.get("author")) or meta.get("author", ""),
                  _name_in_json(item.get("articleSection")) or meta.get("article:section", ""),
                  meta.get("og:url", ""), meta.get("description", meta.get("og:description", "")))  # fmt: skip
    if not is_sure:
        facts.unsure.append("title: the page's heading and what it states differ")
    if not facts.published:
        facts.published = _guess_date(markup)
        facts.unsure.append("date: not stated" + ("; found in the page's text" if facts.published else ""))
    return facts


def _guess_date(markup: str) -> str:
    """Look for a date in the page's address and text (htmldate)."""
    from htmldate import find_date

    try:
        return _first_date(find_date(markup, original_date=True, extensive_search=False) or "")
    except (ValueError, TypeError, AttributeError):
        return ""
