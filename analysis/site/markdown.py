"""Markdown of notebooks as HTML in which nothing runs: no raw HTML, no link that leads to a script, no formula."""

import re
from collections.abc import Callable, Collection

import mistune
from mistune.renderers.html import HTMLRenderer

from analysis.showing.escape import html_text

__all__ = ["heading_slug", "to_html"]

INSIDE = re.compile(r"(?:[\w.-]+\.(?:html|csv|zip|svg|png))?(?:#[\w-]*)?")
OUTSIDE = re.compile(r"https?://[^\s\"'<>]+")


def heading_slug(heading: str) -> str:
    """Make an anchor of a heading: stable, and without question marks.

    Examples
    --------
    >>> heading_slug("Who gets to speak?"), heading_slug("*Soldaten* & Söhne")
    ('who-gets-to-speak', 'soldaten-söhne')
    """
    return re.sub(r"\W+", "-", heading.lower()).strip("-") or "section"


class _Renderer(HTMLRenderer):
    """HTML as it is set in a page: German words marked as German, links only to where they may lead."""

    def __init__(self, german: Collection[str], may_lead_out: bool):
        super().__init__(escape=True)
        self.german, self.may_lead_out = german, may_lead_out

    def emphasis(self, text: str) -> str:
        """Mark emphasised words that the articles print as German."""
        words = re.findall(r"\w+", re.sub(r"<[^>]+>", "", text).lower())
        lang = ' lang="de"' if words and all(word in self.german for word in words) else ""
        return f"<em{lang}>{text}</em>"

    def link(self, text: str, url: str, title: str | None = None) -> str:
        """Write a link inside the site; anything else is shown as the text that it is."""
        if INSIDE.fullmatch(url) or (self.may_lead_out and OUTSIDE.fullmatch(url)):
            return f'<a href="{html_text(url)}">{text}</a>'
        return f"[{text}]({html_text(url)})"

    def image(self, text: str, url: str, title: str | None = None) -> str:
        """Show what would be a picture from elsewhere as text."""
        return f"![{html_text(text)}]({html_text(url)})"

    def heading(self, text: str, level: int, **attrs: object) -> str:
        """Write a heading with an anchor and a link to it."""
        plain = re.sub(r"<[^>]+>", "", text)
        ident = heading_slug(plain)
        here = f'<a class="here" href="#{ident}" aria-label="Link to: {plain}">#</a>' if level > 1 else ""
        return f'<h{level} id="{ident}">{text}{here}</h{level}>\n'


def to_html(source: str, *, german: Collection[str] = (), may_lead_out: bool = False) -> str:
    """Render Markdown.

    Parameters
    ----------
    german : collection of str
        Words of the articles, lower case: emphasised, they are marked as German.
    may_lead_out : bool
        Whether links to other hosts are links: in prose of the notebooks, not in what a cell printed.

    Examples
    --------
    >>> to_html("[x](javascript:1) <b> *Wort*", german={"wort"}).strip()
    '<p>[x](javascript:1) &lt;b&gt; <em lang="de">Wort</em></p>'
    """
    render: Callable[[str], str] = mistune.create_markdown(
        renderer=_Renderer(german, may_lead_out), plugins=["table", "strikethrough"]
    )
    return render(source)
