"""The command line: ``lesarten new``, ``import``, ``check``, ``refresh``, ``suggest``, ``report``, ``export``."""

import signal
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from analysis.cli_evaluate import evaluate
from analysis.errors import StudyError

__all__ = ["app", "main"]

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Compare how German-language media tell the same story.",
)
app.add_typer(evaluate, name="evaluate")
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
    # jsonschema would build a grammar of international addresses: over a second, and no notebook's schema asks for one.
    sys.modules.setdefault("rfc3987_syntax", None)
    from analysis.site.notebook_copies import read_copies
    from analysis.site.warm_kernels import warm_kernels
    from analysis.study import open_study

    opened = open_study(study)
    opened.check()
    if told := read_copies(opened.root).told:
        typer.echo(f"warning: {told}", err=True)
    with warm_kernels(opened.root) as warm:  # first: it loads what notebooks need while this process gets ready
        from analysis.site.report import make_report_with_bar

        index = make_report_with_bar(opened, out, public=public, warm=warm)
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
def new(
    folder: Annotated[Path, typer.Argument(help="The new study's folder.")],
    source: Annotated[Path | None, typer.Option("--from", help="Articles to read in: a file or a folder.")] = None,
    pattern: Annotated[str, typer.Option(help="What file names say: {date}_{outlet}_{slug}.txt")] = "",
) -> None:
    """Make a study of your own: templates of the codebook, the notebooks, and the articles of --from."""
    from analysis.site.new_study import add_suggestions, make_new_study

    def fill(draft: Path) -> None:
        if source is not None:
            _import(source, draft, pattern, [], shown=folder)
            for name, n in add_suggestions(draft).items():
                typer.echo(f"data/{name}: {n} suggested, as comments; keep what is right")

    made = make_new_study(folder, fill=fill)
    typer.echo(f"{made}: a new study; its README.md says what comes next")


@app.command("import")
def import_(
    source: Annotated[
        Path,
        typer.Argument(help="A file or a folder: text, HTML, CSV, JSON Lines, Parquet, Excel, Nexis .docx, RIS, PDF."),
    ],
    study: StudyOption = None,
    pattern: Annotated[str, typer.Option(help="What file names say: {outlet}{n}.txt")] = "",
    column: Annotated[
        list[str] | None, typer.Option(help="For tables: text=NAME, outlet=NAME; may be repeated.")
    ] = None,
) -> None:
    """Read articles into a study; run again, it adds only what is new."""
    from analysis.codebook.study_file import find_study

    root = find_study(study)
    _import(source, root, pattern, column or [], shown=study)


def _import(source: Path, root: Path, pattern: str, columns: list[str], *, shown: Path | None) -> None:
    """Import, and print the account of it."""
    from analysis.reading.importing.import_account import state_outcome
    from analysis.reading.importing.imported_article import KINDS
    from analysis.reading.importing.run_import import import_articles

    given = dict(column.split("=", 1) for column in columns if "=" in column)
    wrong = next((column for column in columns if column.split("=", 1)[0] not in KINDS or "=" not in column), None)
    if wrong is not None:
        raise StudyError(f'--column "{wrong}": write one of {", ".join(f"{kind}=NAME" for kind in KINDS)}')
    outcome = import_articles(source, root, pattern=pattern, columns=given)
    place = f' --study "{shown}"' if shown is not None else ""
    for line in state_outcome(outcome, command=f'lesarten import "{source}"{place}'):
        typer.echo(line)


@app.command()
def check(
    study: Annotated[Path | None, typer.Argument(help="The study's folder; default: the nearest one upward.")] = None,
) -> None:
    """Say everything that is to be mended in a study, with file, line and remedy: errors, then warnings."""
    from analysis.checking.study_check import Problem, find_problems
    from analysis.site.notebook_copies import read_copies
    from analysis.study import open_study

    try:
        opened = open_study(study)
        told = read_copies(opened.root).told
        problems = [*find_problems(opened), *([Problem(False, told)] if told else [])]
    except StudyError as error:
        for one in (error, *error.others):
            typer.echo(str(one), err=True)
        raise typer.Exit(2) from None
    for problem in problems:
        typer.echo(str(problem), err=problem.is_error)
    if any(problem.is_error for problem in problems):
        raise typer.Exit(2)
    warnings = f"; {len(problems)} to look at" if problems else ""
    counts = f"{len(opened.articles)} articles, {len(opened.contrasts)} contrasts"
    typer.echo(f"{opened.file.study.title}: {counts}; sound{warnings}")


@app.command()
def refresh(
    study: Annotated[Path | None, typer.Argument(help="The study's folder; default: the nearest one upward.")] = None,
) -> None:
    """Bring the notebooks of this version into a study; those you edited are kept in notebooks/edited."""
    from analysis.codebook.study_file import find_study
    from analysis.site.notebook_copies import KEPT, refresh_copies

    state = refresh_copies(find_study(study))
    for name in (*state.old, *state.new):
        typer.echo(f"notebooks/{name}: this version's")
    for name in (*state.edited, *state.unknown):
        typer.echo(f"notebooks/{name}: this version's; yours is kept in notebooks/{KEPT}")
    if not state.told:
        typer.echo("the notebooks are those of this version")


@app.command()
def suggest(
    study: Annotated[Path | None, typer.Argument(help="The study's folder; default: the nearest one upward.")] = None,
) -> None:
    """Propose actors, rival words and topics of numbers from the articles, as commented TOML in data/suggested."""
    from analysis.counting.codebook_draft import count_blocks
    from analysis.study import open_study

    opened = open_study(study)
    folder = opened.data / "suggested"
    folder.mkdir(exist_ok=True)
    for name, content in opened.suggest().items():
        (folder / name).write_text(content, encoding="utf-8")
        typer.echo(f"{folder / name}: {count_blocks(content)} suggestions")
    typer.echo('to keep one, take away the "# " before its lines and move it to the file of this name in data/')


def main() -> None:
    """Run the command line; what a user can mend is one line and exit code 2, Ctrl-C one line and exit code 130."""
    if signal.getsignal(signal.SIGINT) not in (signal.SIG_IGN, None):
        signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        command = typer.main.get_command(app)
        with command.make_context("lesarten", sys.argv[1:]) as context:  # not `app()`, which answers Ctrl-C itself
            command.invoke(context)
    except (KeyboardInterrupt, typer.Abort):
        _end("stopped", 130)
    except StudyError as error:
        _end(str(error), 2)
    except OSError as error:
        _end(f"{error.filename or 'files'}: {error.strerror or error}; choose another place, or make room", 2)
    except typer.Exit as stop:
        sys.exit(stop.exit_code)
    except Exception as error:
        if hasattr(error, "format_message"):  # a wrong option, say
            _end(error.format_message(), 2)
        if _was_interrupted(error):
            _end("stopped", 130)
        raise


def _end(line: str, code: int) -> None:
    """Print the last line and leave; a second Ctrl-C changes nothing any more."""
    if code == 130:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    print(line, file=sys.stderr)
    sys.exit(code)


def _was_interrupted(error: BaseException | None) -> bool:
    """Tell whether Ctrl-C is behind an error: libraries that it reaches while they load turn it into another one."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


if __name__ == "__main__":
    main()
