"""The report: every notebook executed, rendered as a page, the pages joined to a site."""

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from analysis.site.notebook_execution import execute_notebooks
from analysis.site.notebooks import count_cells, find_notebooks, read_notebooks
from analysis.site.output_folder import rewrite_folder
from analysis.site.pages import write_site
from analysis.site.warm_kernels import WarmKernels, warm_kernels
from analysis.study import Study

__all__ = ["make_report", "make_report_with_bar"]


def make_report(
    study: Study,
    out: Path,
    *,
    tick: Callable[[], None] = lambda: None,
    tell: Callable[[str], None] = lambda name: None,
    public: bool = False,
    warm: WarmKernels | None = None,
) -> Path:
    """Execute every notebook of a study and write the site; return the path of its first page.

    Parameters
    ----------
    out : Path
        Where the site goes. A site that is there stays until the new one is complete, and whatever else lies there
        stays in any case.
    tick, tell : callable
        Called after each code cell, and with the name of each table before it is made.
    public : bool
        Whether the pages are to be shared: the notebooks then show short excerpts of the articles.
    warm : WarmKernels, optional
        Where kernels come from, if that has been started already.

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
    with rewrite_folder(out, by="report", planned=planned, alone=True) as draft:
        study.tables(tell=tell)  # once, and kept: the notebooks then need not each make them anew
        with warm_kernels(folder) if warm is None else nullcontext(warm) as warm:
            if warm:
                warm.read_tables(study.root)
            execute_notebooks(pages, folder, tick=tick, environment=environment, warm=warm)
        write_site(study, pages, draft, public=public)
    return out / "index.html"


def make_report_with_bar(study: Study, out: Path, *, public: bool, warm: WarmKernels | None) -> Path:
    """Make the site as `make_report` does, with a bar on the terminal that shows how far it is."""
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    console = Console(stderr=True)
    shown = {"transient": True, "disable": not console.is_terminal, "auto_refresh": False}  # no thread: it is forked
    with Progress(*columns, console=console, **shown) as progress:
        task = progress.add_task("tables", total=count_cells(read_notebooks(find_notebooks(study))))

        def tell(step: str, *, advance: int = 0) -> None:
            progress.update(task, description=step, advance=advance, refresh=True)

        return make_report(study, out, tick=lambda: tell("notebooks: cells", advance=1),
                           tell=lambda name: tell(f"table {name}"), public=public, warm=warm)  # fmt: skip
