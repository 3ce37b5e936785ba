"""The report: every notebook executed in a fresh kernel, rendered as a page, the pages joined to a site."""

import asyncio
import base64
import os
import re
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from importlib.resources import as_file, files
from pathlib import Path

import nbformat
from jinja2 import Environment
from markupsafe import Markup
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbconvert import HTMLExporter
from nbformat import NotebookNode

from analysis.counting.lengths import measure_lengths
from analysis.errors import StudyError
from analysis.showing.sentences import write_date
from analysis.showing.tables import keep_first_engine
from analysis.study import Study

__all__ = ["Page", "ReportError", "execute_notebooks", "make_report", "read_notebooks", "render_page"]

TEMPLATES = files("analysis.site") / "templates"
MARK = ".lesarten-site"  # tells a site made here from a folder that must not be overwritten
FOOTER = ("Made with Lesarten, a workbook for comparing how German-language media tell the same story. "
          "The articles belong to their publishers; the prose is CC BY 4.0.")  # fmt: skip
FIGURE = re.compile(
    r'<figure class="lesarten" data-name="(?P<name>[^"]+)"><img src="data:image/svg\+xml;base64,(?P<svg>[^"]+)" '
    r'alt="(?P<alt>[^"]*)".*?href="data:text/csv;charset=utf-8;base64,(?P<csv>[^"]+)"', re.S)  # fmt: skip


class ReportError(Exception):
    """A notebook that failed: its name, its cell and what went wrong, in one line."""


@dataclass(frozen=True)
class Page:
    """A notebook on its way into the site."""

    name: str
    notebook: NotebookNode

    @property
    def file(self) -> str:
        """The page's file name."""
        return f"{self.name}.html"

    @property
    def title(self) -> str:
        """The notebook's first heading."""
        heading = re.search(r"^# (.+)$", self._prose, re.M)
        return heading[1].strip() if heading else self.name

    @property
    def question(self) -> str:
        """The notebook's question: its first quoted line (``> …``)."""
        quoted = re.search(r"^> (.+)$", self._prose, re.M)
        return re.sub(r"[*_`]", "", quoted[1]).strip() if quoted else ""

    @property
    def _prose(self) -> str:
        return "\n".join(cell.source for cell in self.notebook.cells if cell.cell_type == "markdown")

    def figures(self) -> list[dict[str, str]]:
        """List the charts: ``name``, ``alt``, and ``svg`` and ``csv`` in base64."""
        outputs = (output for cell in self.notebook.cells for output in cell.get("outputs", []))
        pieces = (output.get("data", {}).get("text/html", "") for output in outputs)
        return [match.groupdict() for piece in pieces for match in FIGURE.finditer(piece)]


async def _execute(
    page: Page, folder: Path, slots: asyncio.Semaphore, tick: Callable[[], None], finish: Callable[[Page], None]
) -> None:
    """Run one notebook in its own kernel; the folder is where it lies, as in JupyterLab."""
    async with slots:
        client = NotebookClient(
            page.notebook,
            timeout=1800,
            kernel_name="python3",
            resources={"metadata": {"path": str(folder)}},
            extra_arguments=["--log-level=ERROR"],
            on_cell_executed=lambda **_: tick(),
        )
        try:
            await client.async_execute()
        except CellExecutionError as error:
            raise ReportError(_where(page, f"{error.ename}: {error.evalue}", error.ename == "StudyError")) from None
        except (CellTimeoutError, DeadKernelError) as error:
            raise ReportError(_where(page, str(error).splitlines()[0])) from None
    await asyncio.to_thread(finish, page)


def _where(page: Page, message: str, is_plain: bool = False) -> str:
    """Name the notebook and the cell that failed."""
    cells = [n for n, cell in enumerate(page.notebook.cells, 1) if cell.cell_type == "code"]
    ran = [n for n in cells if page.notebook.cells[n - 1].get("execution_count") or page.notebook.cells[n - 1].outputs]
    message = message.removeprefix("StudyError: ") if is_plain else message
    return f"notebooks/{page.name}.ipynb, cell {ran[-1] if ran else cells[0]}: {' '.join(message.split())}"


def read_notebooks(paths: list[Path]) -> list[Page]:
    """Read notebooks from disk."""
    return [Page(path.stem, nbformat.read(path, as_version=4)) for path in paths]


def execute_notebooks(
    pages: list[Page],
    folder: Path,
    *,
    tick: Callable[[], None] = lambda: None,
    finish: Callable[[Page], None] = lambda page: None,
) -> list[Page]:
    """Execute notebooks, as many at a time as there are processors; their files are not changed.

    Parameters
    ----------
    folder : Path
        The folder that they run in.
    tick, finish : callable
        Called after each code cell, and with each page as soon as it is done.

    Raises
    ------
    ReportError
        At the first notebook that fails; the others are given up.
    """
    slots = asyncio.Semaphore(os.cpu_count() or 2)
    longest_first = sorted(pages, key=lambda page: -len(page.notebook.cells))

    async def run() -> None:
        jobs = [asyncio.create_task(_execute(page, folder, slots, tick, finish)) for page in longest_first]
        try:
            await asyncio.gather(*jobs)
        finally:
            for job in jobs:
                job.cancel()
            await asyncio.gather(*jobs, return_exceptions=True)

    asyncio.run(run())
    return pages


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
        stem = folder / "charts" / f"{page.name}-{unescape(figure['name'])}"
        stem.with_suffix(".svg").write_bytes(base64.b64decode(figure["svg"]))
        stem.with_suffix(".csv").write_bytes(base64.b64decode(figure["csv"]))


def _render_index(study: Study, pages: list[Page]) -> str:
    """Render the first page: the question, the articles, the notebooks with their first picture."""
    lengths = measure_lengths(study.groups(), study.paragraphs, study.sentences, study.tokens)
    articles = study.groups().merge(lengths[["article_id", "n_words"]], on="article_id").to_dict("records")
    for article in articles:
        article["published"] = write_date(article["published"], article["published_precision"])
    cards = []
    for page in pages:
        first = next(iter(page.figures()), None)
        chart = {"chart": f"charts/{page.name}-{first['name']}.svg", "alt": unescape(first["alt"])} if first else {}
        cards.append({"file": page.file, "title": page.title, "question": page.question, **chart})
    template = Environment(autoescape=True).from_string((TEMPLATES / "site.html.j2").read_text(encoding="utf-8"))
    style = Markup((TEMPLATES / "style.css").read_text(encoding="utf-8"))
    return template.render(study=study.file.study, articles=articles, pages=cards, style=style, footer=FOOTER)


def _swap(new: Path, out: Path) -> None:
    """Put the new site in the old one's place; at no moment is a half-written site there."""
    old = out.with_name(f".{out.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    new.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def find_notebooks(study: Study) -> list[Path]:
    """List the study's notebooks in order."""
    paths = sorted((study.root / "notebooks").glob("[0-9]*.ipynb"))
    if not paths:
        raise StudyError("there are no notebooks; copy them from the workbook", file=study.root / "notebooks")
    return paths


def count_cells(paths: list[Path]) -> int:
    """Count the code cells of notebooks: the length of the progress bar."""
    return sum(c.cell_type == "code" for path in paths for c in nbformat.read(path, as_version=4).cells)


def make_report(study: Study, out: Path, *, tick: Callable[[], None] = lambda: None, public: bool = False) -> Path:
    """Execute every notebook of a study and write the site; return the path of its first page.

    Parameters
    ----------
    out : Path
        Where the site goes. A site that is there stays until the new one is complete.
    public : bool
        Whether the pages are to be shared: the notebooks then show short excerpts of the articles.

    Raises
    ------
    ReportError
        If a notebook fails; the last good site stays in place.
    StudyError
        If `out` is a folder with something else in it.
    """
    out = out.resolve()
    if out.exists() and not (out / MARK).exists() and (out.is_file() or any(out.iterdir())):
        raise StudyError("holds files that `lesarten report` did not make; choose another --out", file=out)
    study.tables()  # once, and kept: the notebooks then need not each make them anew
    os.environ["LESARTEN_STUDY"] = str(study.root)
    os.environ["LESARTEN_PUBLIC"] = "1" if public else ""
    paths = find_notebooks(study)
    pages = read_notebooks(paths)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}.") as folder:
        new = Path(folder) / out.name
        (new / "charts").mkdir(parents=True)
        execute_notebooks(pages, paths[0].parent, tick=tick, finish=lambda page: _write_page(page, pages, new))
        (new / "index.html").write_text(_render_index(study, pages), encoding="utf-8")
        (new / MARK).write_text("made by `lesarten report`; made anew each time\n", encoding="utf-8")
        _swap(new, out)
    return out / "index.html"
