"""The pages of a site: the finding first, then one for each notebook, each article, the claims, the trust."""

import base64
import re
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial
from importlib.resources import files
from pathlib import Path

import pandas as pd
from jinja2 import Environment, Template
from markupsafe import Markup

from analysis.language.many_processes import work_beside
from analysis.showing.escape import csv_table
from analysis.showing.html_tables import WEB
from analysis.showing.links import article_page
from analysis.showing.svg import drop_links
from analysis.site.claims_page import gather_claims, write_claims
from analysis.site.first_page import write_first_page
from analysis.site.markdown import heading_slug
from analysis.site.notebooks import Page
from analysis.site.provenance import Provenance, read_provenance
from analysis.site.public_excerpts import LONGEST, Excerpts
from analysis.site.reader_pages import write_reader_bodies
from analysis.site.render import Context, Piece, Section, add_key, chart_stem, read_sections, write_section
from analysis.site.sentence_places import Places
from analysis.site.site_files import SiteWriter
from analysis.study import Study

__all__ = ["Site", "write_site"]

TEMPLATES = files("analysis.site") / "templates"
HOME = "Findings"
COMMENT = re.compile(r"/\*(?!!).*?\*/\s*|(?<=\n)[ \n]+", re.S)  # and indents; /*! begins a licence, which stays


@dataclass(frozen=True)
class Link:
    """A neighbour of a page."""

    file: str
    title: str


def read_template(name: str) -> str:
    """Read a template, style or script that goes into pages."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def read_web(name: str) -> str:
    """Read a style or script that JupyterLab shows too."""
    return (WEB / name).read_text(encoding="utf-8")


def render_page(
    body: str,
    *,
    title: str,
    site_title: str = "",
    kind: str = "notebook",
    description: str = "",
    contents: list[tuple[str, str]] | None = None,
    before: Link | None = None,
    after: Link | None = None,
    provenance: Provenance,
    notice: str = "",
) -> str:
    """Put a body into the frame that all pages share: one file, whole in itself."""
    return _page_template().render(
        body=Markup(body), title=title, site_title=site_title, kind=kind, description=description[:300],
        contents=[(anchor, Markup(name)) for anchor, name in contents or []], before=before, after=after, home=HOME,
        provenance=provenance, notice=notice, style=_read_style(kind, has_marks='class="mk' in body),
        script=_read_scripts(kind, has_search='class="searchable"' in body),
    )  # fmt: skip


@cache
def _page_template() -> Template:
    """Read the frame once: to compile it takes longer than to fill it."""
    frame = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return frame.from_string(read_template("page.html.j2"))


@cache
def _read_scripts(kind: str, *, has_search: bool) -> Markup:
    """Read the scripts that a kind of page needs; those of tables only where one can be searched."""
    scripts = [read_web("rove.js")]
    scripts += [read_web("sortable.min.js"), read_web("widgets.js")] if has_search else []
    scripts.append(read_web("reader.js") if kind == "reading" else read_template("page.js"))
    return Markup(COMMENT.sub("", "\n".join(scripts)))


@cache
def _read_style(kind: str, *, has_marks: bool) -> Markup:
    """Read the styles of all pages and those that a kind of page needs beside them."""
    own = read_template("notebook.css") + (read_web("marks.css") if has_marks else "")
    return Markup(COMMENT.sub("", read_template("base.css") + (read_web("reader.css") if kind == "reading" else own)))


@dataclass
class Site:
    """A site in the making: the study, its executed notebooks, where the files go."""

    study: Study
    pages: list[Page]
    writer: SiteWriter
    public: bool = False

    @cached_property
    def provenance(self) -> Provenance:
        """What the site was made of."""
        return read_provenance(self.study, public=self.public)

    @cached_property
    def sections(self) -> dict[str, list[Section]]:
        """The sections of each notebook."""
        places = Places(self.study.sentences, self.study.tokens, self.study.reader.labels)
        german = frozenset(self.study.tokens["form"].str.lower())
        return {page.name: read_sections(page.notebook, Context(page.name, places, german)) for page in self.pages}

    @cached_property
    def title(self) -> str:
        """The study's title."""
        return self.study.file.study.title

    def put(self, name: str, body: str, *, n_left_out: int = 0, **frame: object) -> None:
        """Write a page; in a shared site it says what was left out of it, with what `body` left out beforehand."""
        notice = ""
        if self.writer.excerpts:
            before = self.writer.excerpts.n_cut
            body = self.writer.excerpts.cut_html(body)
            n = n_left_out + self.writer.excerpts.n_cut - before
            notice = (f"A shared version: excerpts of at most {LONGEST} words, of each article less than a third. "
                      f"On this page {n:,} words were left out, marked […].")  # fmt: skip
        page = render_page(body, site_title=self.title, provenance=self.provenance, notice=notice, **frame)
        self.writer.put_html(name, page)


def write_site(study: Study, pages: list[Page], folder: Path, *, public: bool = False) -> None:
    """Write every file of a site; the tables in a process of their own, if nothing depends on what was shown before.

    Parameters
    ----------
    pages : list of Page
        The executed notebooks; the first one becomes the first page.
    folder : Path
        Where the files go.
    public : bool
        Whether the site is to be shared: the articles are then shown in excerpts, see `analysis.site.public_excerpts`.
    """
    texts = dict(study.articles[["article_id", "text"]].itertuples(index=False, name=None))
    writer = SiteWriter(folder, Excerpts(texts) if public else None)
    site = Site(study, pages, writer, public)
    put_tables = partial(writer.put_tables, "tables.zip", study.tables())
    with work_beside(put_tables, here=public):  # what may be shown of a text depends on what was shown before
        _put_pages(site)


def _put_pages(site: Site) -> None:
    """Write all pages, the claims and the charts."""
    pages = site.pages
    body, title, description = write_first_page(site.study, pages, site.sections)
    after = Link(pages[1].file, pages[1].title) if len(pages) > 1 else None
    site.put("index.html", add_key(body), title=title, kind="index", description=description, after=after)
    _put_notebooks(site)
    _put_claims(site)
    _put_charts(site)
    _put_readers(site)


def _put_notebooks(site: Site) -> None:
    """Write a page for each notebook but the first."""
    first = [Link("index.html", HOME)]
    links = [*first, *[Link(page.file, page.title) for page in site.pages[1:]]]
    last = Link("trust.html", "How far can it be trusted")
    for n, page in enumerate(site.pages[1:], 1):
        before, after = links[n - 1], links[n + 1] if n + 1 < len(links) else last
        sections = _point_to_trust(page, site.sections[page.name])
        body = add_key("".join(write_section(section, is_setup=not n) for n, section in enumerate(sections)))
        contents = [(section.anchor, section.title) for section in sections if section.heading]
        site.put(
            page.file, body, title=page.title, description=page.question, contents=contents, before=before, after=after
        )


def _point_to_trust(page: Page, sections: list[Section]) -> list[Section]:
    """Leave of what is told on the page of trust its sentences, and the way there; the tables stand there alone."""
    there = f"trust.html#{heading_slug(page.title)}"
    link = f'<p class="holds"><a href="{there}">How far can it be trusted: the tables</a></p>'
    kept = []
    for section, after in zip(sections, [*sections[1:], Section()], strict=True):
        if not section.is_trust:
            kept.append(section)
        elif section.heading != after.heading:
            said = [piece for piece in section.pieces if piece.kind == "answer"]
            kept.append(Section(section.heading, [*said, Piece("prose", link)]))
    return kept


def _put_claims(site: Site) -> None:
    """Write what the pages claim and what it was tested by, and how far the coding can be trusted."""
    claims = gather_claims(site.pages)
    site.writer.put_csv("claims.csv", csv_table(claims).to_csv(index=False))
    home = Link("index.html", HOME)
    files = {page.name: page.file if n else "index.html" for n, page in enumerate(site.pages)}
    shown = write_claims(claims, Places(site.study.sentences), site.study.reader.labels, files)
    site.put("claims.html", shown, title="Claims", before=home, after=Link("trust.html", "Trust"),
             description="Every sentence that the pages state, and what it survived.")  # fmt: skip
    parts = [_write_trust(site, page, files[page.name]) for page in site.pages]
    intro = ("<h1>How far can it be trusted</h1><p>What the program found, held against a coding made by reading.</p>"
             + ("" if any(parts) else "<p>This study has no coding by hand: check a sample yourself.</p>"))  # fmt: skip
    site.put("trust.html", intro + "".join(parts), title="How far can it be trusted", before=home,
             description="The program's coding held against coding by hand.")  # fmt: skip


def _write_trust(site: Site, page: Page, file: str) -> str:
    """Write what a notebook says of how far its coding can be trusted, under its name: each asks the same."""
    held = [section for section in site.sections[page.name] if section.is_trust]
    name = Markup.escape(page.title)
    here = f'<a class="here" href="#{heading_slug(page.title)}" aria-label="Link to: {name}">#</a>'
    heading = f'<h2 id="{heading_slug(page.title)}"><a href="{file}">{name}</a>{here}</h2>'
    body = "".join(write_section(replace(section, heading="")) for section in held)
    return heading + body if held else ""


def _put_charts(site: Site) -> None:
    """Write each chart as SVG and PNG, and the table behind it as CSV."""
    for page in site.pages:
        for figure in page.figures():
            stem = chart_stem(page.name, figure["name"])
            site.writer.put_html(f"{stem}.svg", drop_links(figure["svg"]))
            site.writer.put_bytes(f"{stem}.png", base64.b64decode(figure["png"]))
            site.writer.put_csv(f"{stem}.csv", figure["csv"])


def _put_readers(site: Site) -> None:
    """Write a page for each article."""
    articles = site.study.reader.articles
    rows = [pd.Series(row._asdict()) for row in articles.itertuples(index=False)]
    links = [Link(article_page(row["article_id"]), row["label"]) for row in rows]
    bodies = write_reader_bodies(site.study, rows, site.writer.excerpts)
    for n, (row, (body, n_left_out)) in enumerate(zip(rows, bodies, strict=True)):
        before, after = links[n - 1] if n else None, links[n + 1] if n + 1 < len(links) else None
        said = f"{row['label']}: the text with voices, speakers, rival words, copy and numbers marked."
        site.put(links[n].file, body, n_left_out=n_left_out, title=row["label"], kind="reading", description=said,
                 before=before, after=after)  # fmt: skip
