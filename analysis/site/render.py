"""A notebook as a page: the answer under the heading, then picture, table and code, folded."""

import hashlib
import re
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property

from nbformat import NotebookNode
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from analysis.checking.claims import CHECK_WORDS
from analysis.showing.escape import html_text
from analysis.showing.html_tables import drop_engines
from analysis.showing.palette import VOICE_LOOK
from analysis.showing.sentences import CLAIM_TYPE
from analysis.showing.svg import FIGURE_TYPE, inline_svg
from analysis.site.markdown import to_html
from analysis.site.sentence_places import Places

__all__ = ["Context", "Piece", "Section", "add_key", "chart_stem", "claim_anchor", "read_sections", "write_section"]

KEY = {voice: look["label"] for voice, look in VOICE_LOOK.items()} | {"others": "the words of others"}
PERCENT = re.compile(r"(\d{1,3})%")
SHORT = 12  # rows of a table that is shown open


@dataclass(frozen=True)
class Piece:
    """A piece of a page: ``prose``, ``answer``, ``figure``, ``table`` or ``other``."""

    kind: str
    html: str


@dataclass
class Section:
    """A heading and what follows it, up to the next one."""

    heading: str = ""
    pieces: list[Piece] = field(default_factory=list)
    code: list[str] = field(default_factory=list)
    is_trust: bool = False

    @cached_property
    def anchor(self) -> str:
        """The anchor of the section's heading."""
        found = re.search(r'<h2 id="([^"]+)"', self.heading)
        return found[1] if found else ""

    @property
    def title(self) -> str:
        """The heading's words, as HTML without mark-up."""
        return re.sub(r"<a class=\"here\".*?</a>|<[^>]+>", "", self.heading).strip()


@dataclass(frozen=True)
class Context:
    """What rendering a notebook needs to know of the study and the site."""

    name: str
    places: Places
    german: Collection[str] = ()


def read_sections(notebook: NotebookNode, context: Context) -> list[Section]:
    """Cut a notebook at its second-level headings; the first section is what stands before them."""
    sections = [Section()]
    for cell in notebook.cells:
        tags = cell.metadata.get("tags", [])
        if cell.cell_type == "markdown":
            for part in re.split(r"(?m)^(?=## )", cell.source):
                _add_prose(sections, part, context, is_trust="trust" in tags)
        elif cell.cell_type == "code":
            target = sections[-1]
            if "trust" in tags and not target.is_trust:
                target = Section(heading=target.heading, is_trust=True)
                sections.insert(len(sections) - 1, target)
            if cell.source.strip() and "hide" not in tags:
                target.code.append(cell.source)
            target.pieces += [piece for output in cell.get("outputs", []) for piece in _read_output(output, context)]
    return sections


def _add_prose(sections: list[Section], source: str, context: Context, *, is_trust: bool) -> None:
    if not source.strip():
        return
    html = to_html(source, german=context.german, may_lead_out=True)
    heading, _, rest = html.partition("\n")
    if heading.startswith("<h2"):
        sections.append(Section(heading=heading, is_trust=is_trust))
        html = rest
    if html.strip():
        sections[-1].pieces.append(Piece("prose", f'<div class="prose">{html}</div>'))


def _read_output(output: NotebookNode, context: Context) -> list[Piece]:
    """Read one output of a cell; what libraries write beside it (warnings) is for JupyterLab only."""
    if output.output_type == "stream":
        return [Piece("other", f"<pre>{html_text(output.text)}</pre>")] if output.name == "stdout" else []
    data = output.get("data", {})
    if FIGURE_TYPE in data:
        return [Piece("figure", context.places.link_marks(write_figure(data[FIGURE_TYPE], context.name)))]
    if "text/html" in data:
        html = context.places.link_marks(drop_engines(data["text/html"]))
        return [Piece("table", _fold_table(html)) if "<table" in html else Piece("other", html)]
    if CLAIM_TYPE in data:
        return [Piece("answer", write_answer(data["text/markdown"], data[CLAIM_TYPE], context))]
    if "text/markdown" in data:  # a heading or a setting: it says what follows, and stays before it
        return [Piece("prose", f'<div class="prose">{to_html(data["text/markdown"], german=context.german)}</div>')]
    return [Piece("other", f"<pre>{html_text(data['text/plain'])}</pre>")] if "text/plain" in data else []


def claim_anchor(claim: dict) -> str:
    """Name the place of a claim on the page of claims: by its words, so that it stays when others come and go.

    Examples
    --------
    >>> claim_anchor({"printed": "Most."})
    'c-ec11c64c'
    """
    return "c-" + hashlib.sha256(str(claim.get("printed", "")).encode()).hexdigest()[:8]


def write_answer(markdown: str, claims: list[dict], context: Context) -> str:
    """Write a paragraph or a list of sentences; under each claim the tests that it passed and its places, as marks."""
    html = to_html(markdown, german=context.german)
    loose = []
    for claim in claims:
        if claim.get("holds") in ("yes", "no"):
            sentence = to_html(str(claim["printed"]), german=context.german).strip()
            sentence = sentence.removeprefix("<p>").removesuffix("</p>")
            tests = write_tests(claim, context.places)
            loose += [] if sentence in html else [tests]
            html = html.replace(sentence, sentence + tests, 1)
    return f'<div class="answer">{html}{"".join(loose)}</div>'


def write_tests(claim: dict, places: Places) -> str:
    """Write which tests a claim passed, a mark for each place of what it tells of, and the way to how it was tested."""
    passed = [words for name, words in CHECK_WORDS.items() if claim.get(name) == "passed"]
    held = f"holds with <b>{'</b> · <b>'.join(passed)}</b> · " if passed and claim["holds"] == "yes" else ""
    link = f'<a href="claims.html#{claim_anchor(claim)}">how it was tested</a>'
    share = PERCENT.fullmatch(str(claim.get("figure", "")))
    bar = f'<i class="share" style="--o:{share[1]}"></i>' if share and claim["holds"] == "yes" else ""
    marks = places.marks(str(claim.get("told", ""))) if claim["holds"] == "yes" and not bar else ""
    return f'{bar}{marks}<span class="holds">{held}{link}</span>'


def add_key(body: str) -> str:
    """Say under the first answer with marks what they mean; a table of marks says so itself.

    Examples
    --------
    >>> answer = '<div class="answer"><span class="marks"><a class="mk direct"></a></span></div>'
    >>> add_key(answer).removeprefix(answer)
    '<p class="key">A mark leads to its sentence: <span><i class="mk direct"></i> in quotation marks</span></p>'
    """
    first = body.find('class="marks"')
    if first < 0 or 'class="occurrences"' in body:
        return body
    drawn = set(re.findall(r'<a class="mk (\w+)"', body))
    named = " ".join(f'<span><i class="mk {look}"></i> {html_text(KEY[look])}</span>' for look in KEY if look in drawn)
    end = body.index("</div>", first) + len("</div>")
    return f'{body[:end]}<p class="key">A mark leads to its sentence: {named}</p>{body[end:]}'


def chart_stem(page: str, name: str) -> str:
    """Name a chart's files; a name that the study's author chose is no path.

    Examples
    --------
    >>> chart_stem("03_vocabulary", "../x y")
    'charts/03_vocabulary-x-y'
    """
    return f"charts/{page}-{re.sub(r'[^A-Za-z0-9_]+', '-', name).strip('-') or 'chart'}"


def write_figure(figure: dict, page: str) -> str:
    """Write a chart with its note and its files."""
    stem = chart_stem(page, figure["name"])
    ident = stem.removeprefix(f"charts/{page}-")
    picture = inline_svg(figure["svg"], name=ident, label=html_text(figure["alt"]))
    title = f'<p class="says">{html_text(figure["title"])}</p>' if figure.get("title") else ""
    link = ' · <a href="{0}.{1}" download aria-label="{2} of chart {3}">{2}</a>'
    files = "".join(link.format(stem, kind, kind.upper(), ident) for kind in ("svg", "png", "csv"))
    box = f'<div class="pic" tabindex="0" role="group" aria-label="Chart {ident}">{picture}</div>'
    said = f"<figcaption>{html_text(figure['note'])}{files}</figcaption>"
    return f'<figure class="lesarten" id="chart-{ident}">{title}{box}{said}</figure>'


def _fold_table(html: str) -> str:
    """Fold a long table under one line that says what it is."""
    n_rows = html.count("<tr>") - 1
    if n_rows <= SHORT and 'class="searchable"' not in html:
        return html
    caption = re.search(r"<caption>(.*?)</caption>", html)
    total = re.search(r'data-rows="(\d+)"', html)
    count = int(total[1]) if total else n_rows
    rows = f"{count:,} {'row' if count == 1 else 'rows'}"
    if caption and not caption[1].startswith("The first"):
        said = f"{caption[1]}{'' if ' rows; ' in caption[1] else f' · {rows}'}"  # what is left out names all
        html = html.replace("<caption>", '<caption class="said">', 1)  # a page shows it once
    else:
        said = f"Table of {', '.join(re.findall(r'<th[^>]*>(.*?)</th>', html)[:4])}, … · {rows}"
    html = (
        html.replace("<caption>", '<caption class="said">', 1) if said.startswith(str(caption and caption[1])) else html
    )
    return f'<details class="fold"><summary>{said}</summary>{html}</details>'


def write_code(code: list[str]) -> str:
    """Write the code of a section, folded."""
    if not code:
        return ""
    shown = highlight("\n\n".join(code), PythonLexer(), HtmlFormatter(nowrap=True))
    shown = re.sub(r'<span class="(?:n|p|o|w|nn)">([^<]*)</span>', r"\1", shown)  # plain names and marks need no colour
    return f'<details class="code"><summary>Code</summary><pre tabindex="0">{shown}</pre></details>'


def write_section(section: Section, *, is_setup: bool = False) -> str:
    """Write a section: heading, its first answer, then the rest in the notebook's order, code last."""
    pieces = list(section.pieces)
    first = next((n for n, piece in enumerate(pieces) if piece.kind == "answer"), None)
    lead = [pieces.pop(first)] if first is not None and section.heading else []
    body = "".join(piece.html for piece in [*lead, *pieces])
    code = write_code(section.code)
    code = code.replace('class="code"', 'class="code setup"') if is_setup else code
    return f"<section>{section.heading}{body}{code}</section>"
