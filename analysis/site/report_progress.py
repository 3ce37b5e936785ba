"""The progress of a report: a bar that names the table being made, then counts the cells of the notebooks."""

from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from analysis.site.notebooks import count_cells, find_notebooks, read_notebooks
from analysis.site.report import make_report
from analysis.site.warm_kernels import WarmKernels
from analysis.study import Study

__all__ = ["make_report_with_bar"]


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
