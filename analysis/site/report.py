"""The report: every notebook executed, rendered as a page, the pages joined to a site."""

import base64
import re
from collections.abc import Callable
from functools import lru_cache
from html import unescape
from importlib.resources import as_file, files
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup
from nbconvert import HTMLExporter

from analysis.counting.lengths import measure_lengths
from analysis.showing.sentences import write_date
from analysis.showing.tables import keep_first_engine
from analysis.site.execution import execute_notebooks
from analysis.site.folder import rewrite_folder
from analysis.site.kernels import warm_kernels
from analysis.site.notebooks import Page, find_notebooks, read_notebooks
from analysis.study import Study

__all__ = ["make_report", "render_page"]

TEMPLATES = files("analysis.site") / "templates"
FOOTER = ("Made with Lesarten, a workbook for comparing how German-language media tell the same story. "
          "The articles belong to their publishers; the prose is CC BY 4.0.")  # fmt: skip


@lru_cache(maxsize=1)
def _exporter() -> HTMLExporter:
    with as_file(TEMPLATES) as folder:
        return HTMLExporter(template_name="lesarten", extra_template_basedirs=[str(folder)], embed_images=True)


def render_page(page: Page, *, before: Page | None = None, after: Page | None = None) -> str:
    """Render an executed notebook as one whole HTML page."""
    links = [
        f'<a rel="prev" href="{before.file}">← {before.title}</a>' if before else "<span></span>",
        '<a href="index.html">all notebooks</a>',
        f'<a rel="next" href="{after.file}">{after.title} →</a>' if after else "<span></span>",
    ]
    resources = {
        "page": {
            "title": page.title,
            "language": page.notebook.metadata.get("language", "en"),
            "style": (TEMPLATES / "style.css").read_text(encoding="utf-8"),
            "navigation": f'<nav aria-label="notebooks">{"".join(links)}</nav>',
            "footer": FOOTER,
        }
    }
    html, _ = _exporter().from_notebook_node(page.notebook, resources)
    return keep_first_engine(html)


def _write_page(page: Page, pages: list[Page], folder: Path) -> None:
    """Write one page, and its charts with their tables beside it."""
    n = pages.index(page)
    before, after = pages[n - 1] if n else None, pages[n + 1] if n + 1 < len(pages) else None
    (folder / page.file).write_text(render_page(page, before=before, after=after), encoding="utf-8")
    for figure in page.figures():
        stem = _chart_stem(page, figure)
        (folder / f"{stem}.svg").write_bytes(base64.b64decode(figure["svg"]))
        (folder / f"{stem}.csv").write_bytes(base64.b64decode(figure["csv"]))


def _chart_stem(page: Page, figure: dict[str, str]) -> str:
    """Name a chart's files; a name that the study's author chose (of a contrast, say) is no path."""
    name = re.sub(r"[^\w-]+", "-", unescape(figure["name"]))
    return f"charts/{page.name}-{name}"


def _render_index(study: Study, pages: list[Page]) -> str:
    """Render the first page: the question, the articles, the notebooks with their first picture."""
    lengths = measure_lengths(study.groups(), study.paragraphs, study.sentences, study.tokens)
    articles = study.groups().merge(lengths[["article_id", "n_words"]], on="article_id").to_dict("records")
    for article in articles:
        article["published"] = write_date(article["published"], article["published_precision"])
    cards = []
    for page in pages:
        first = next(iter(page.figures()), None)
        chart = {"chart": f"{_chart_stem(page, first)}.svg", "alt": unescape(first["alt"])} if first else {}
        cards.append({"file": page.file, "title": page.title, "question": page.question, **chart})
    template = Environment(autoescape=True).from_string((TEMPLATES / "site.html.j2").read_text(encoding="utf-8"))
    style = Markup((TEMPLATES / "style.css").read_text(encoding="utf-8"))
    return template.render(study=study.file.study, articles=articles, pages=cards, style=style, footer=FOOTER)


def make_report(study: Study, out: Path, *, tick: Callable[[], None] = lambda: None, public: bool = False) -> Path:
    """Execute every notebook of a study and write the site; return the path of its first page.

    Parameters
    ----------
    out : Path
        Where the site goes. A site that is there stays until the new one is complete, and whatever else lies there
        stays in any case.
    public : bool
        Whether the pages are to be shared: the notebooks then show short excerpts of the articles.

    Raises
    ------
    ReportError
        If a notebook fails; the last good site stays in place.
    StudyError
        If `out` is a folder with something else in it and no site, or if a file in it is in a page's way.
    """
    out = out.resolve()
    paths = find_notebooks(study)
    pages = read_notebooks(paths)
    planned = ["index.html", *(page.file for page in pages)]
    folder = paths[0].parent if paths[0].is_relative_to(study.root) else study.root
    environment = {"LESARTEN_STUDY": str(study.root), "LESARTEN_PUBLIC": "1" if public else ""}
    with rewrite_folder(out, by="report", planned=planned, alone=True) as draft, warm_kernels(folder) as warm:
        study.tables()  # once, and kept: the notebooks then need not each make them anew
        (draft / "charts").mkdir()
        write = lambda page: _write_page(page, pages, draft)  # noqa: E731
        execute_notebooks(pages, folder, tick=tick, finish=write, environment=environment, warm=warm)
        (draft / "index.html").write_text(_render_index(study, pages), encoding="utf-8")
    return out / "index.html"
