"""Accuracy: one run of the quotation finder on an annotated file, with its figures and the time taken."""

import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from analysis.checking.predictions import predict_quotes
from analysis.checking.scores import read_annotated, score_quotes, write_predictions

__all__ = ["measure_quotes"]


def measure_quotes(file: Path, out: Path | None, *, echo: Callable[[str], None] = print, **options) -> None:
    """Run the finder on every article of a file, write the predictions and print the figures.

    Parameters
    ----------
    file : Path
        Annotated articles, as `evaluation.read_annotated` reads them.
    out : Path, optional
        Where the predictions go.
    options
        Handed to `quotes.read_findings`.

    Raises
    ------
    StudyError
        If the file cannot be read; a malformed line is named.
    """
    articles = list(read_annotated(file))
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    begin = time.perf_counter()
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("articles", total=len(articles))
        predicted = list(predict_quotes(articles, tick=lambda: progress.advance(task), **options))
    seconds = time.perf_counter() - begin
    if out is not None:
        write_predictions(out, predicted)
    table = score_quotes(zip((p["quotes"] for p in predicted), (a["quotes"] for a in articles), strict=True))
    echo(f"{'':22}{'P':>8}{'R':>8}{'F1':>8}{'n':>9}")
    for row in table.itertuples(index=False):
        echo(f"{row.measure:22}{row.precision:8.2f}{row.recall:8.2f}{row.f1:8.2f}{row.n:9d}")
    echo(f"{len(articles)} articles in {seconds:.1f} s, tagging included")
