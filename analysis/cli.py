"""The command line: ``lesarten report``, ``export``, ``check``, ``evaluate``."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from analysis.errors import StudyError

__all__ = ["app", "main"]

app = typer.Typer(
    no_args_is_help=True, add_completion=False, help="Compare how German-language media tell the same story."
)
StudyOption = Annotated[
    Path | None, typer.Option("--study", help="The study's folder; default: the nearest one upward.")
]


class TableFormat(StrEnum):
    """A file format for tables."""

    csv = "csv"
    parquet = "parquet"


@app.command()
def report(
    study: StudyOption = None,
    out: Annotated[Path, typer.Option(help="Where the site goes.")] = Path("site"),
    public: Annotated[bool, typer.Option("--public", help="Show short excerpts only, for sharing.")] = False,
) -> None:
    """Execute every notebook and render the site."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from analysis.site.report import count_cells, find_notebooks, make_report
    from analysis.study import open_study

    opened = open_study(study)
    opened.check()
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("cells", total=count_cells(find_notebooks(opened)))
        index = make_report(opened, out, tick=lambda: progress.advance(task), public=public)
    typer.echo(f"{index}")


@app.command()
def export(
    out: Annotated[Path, typer.Option(help="The folder for the tables.")],
    study: StudyOption = None,
    format: Annotated[TableFormat, typer.Option(help="csv or parquet.")] = TableFormat.csv,
) -> None:
    """Write every table of the study, one file each."""
    from analysis.site.export import export_tables
    from analysis.study import open_study

    for path, rows in export_tables(open_study(study), out, format=format.value):
        typer.echo(f"{path}: {rows} rows")


@app.command()
def check(
    study: Annotated[Path | None, typer.Argument(help="The study's folder; default: the nearest one upward.")] = None,
) -> None:
    """Say whether a study is sound, and if not, what to mend and where."""
    from analysis.study import open_study

    opened = open_study(study)
    opened.check()
    typer.echo(f"{opened.file.study.title}: {len(opened.articles)} articles, {len(opened.contrasts)} contrasts; sound")


evaluate = typer.Typer(no_args_is_help=True, help="Hold an automatic coding against a hand coding.")
app.add_typer(evaluate, name="evaluate")


@evaluate.callback()
def _evaluate() -> None:
    """Hold an automatic coding against a hand coding."""


@evaluate.command("quotes")
def evaluate_quotes(
    file: Annotated[Path, typer.Argument(help="Annotated quotations: one JSON object a line, or the same with .gz.")],
    out: Annotated[Path | None, typer.Option(help="Where the predictions go, in the file's own form.")] = None,
) -> None:
    """Find the quotations of annotated articles from their text alone, and print how well that was done."""
    from analysis.checking.accuracy import measure_quotes

    measure_quotes(file, out, echo=typer.echo)


def main() -> None:
    """Run the command line; what a user can mend is one line and exit code 2."""
    try:
        app(standalone_mode=False)
    except StudyError as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    except OSError as error:
        print(
            f"{error.filename or 'files'}: {error.strerror or error}; choose another place, or make room",
            file=sys.stderr,
        )
        sys.exit(2)
    except typer.Exit as stop:
        sys.exit(stop.exit_code)
    except typer.Abort:
        sys.exit(130)
    except Exception as error:
        if hasattr(error, "format_message"):  # a wrong option, say
            print(error.format_message(), file=sys.stderr)
            sys.exit(2)
        if type(error).__name__ == "ReportError":
            print(error, file=sys.stderr)
            sys.exit(2)
        raise


if __name__ == "__main__":
    main()
