"""Accuracy: one run of the quotation finder on an annotated file, with its figures and the time taken."""

import time
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from analysis.checking.json_lines import write_objects
from analysis.checking.quote_predictions import predict_quotes
from analysis.checking.quote_scores import read_annotated, score_quotes, score_rules
from analysis.codebook.cues import read_cues

__all__ = ["measure_quotes"]


def measure_quotes(
    file: Path,
    out: Path | None,
    *,
    by_rule: bool = False,
    with_acts: bool = False,
    echo: Callable[[str], None] = print,
) -> None:
    """Run the finder on every article of a file, write the predictions and print the figures.

    Parameters
    ----------
    file : Path
        Annotated articles, as `evaluation.read_annotated` reads them.
    out : Path, optional
        Where the predictions go.
    by_rule : bool
        Whether to print for each rule how often it fires, and how often rightly.
    with_acts : bool
        Whether to look for the speech acts that only this project's coding rules count as *Reported* (`[acts]` in
        `cues.toml`), as a study does; the coders of the published data hardly mark them.

    Raises
    ------
    StudyError
        If the file cannot be read; a malformed line is named.
    """
    articles = list(read_annotated(file))
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    cues = read_cues() if with_acts else read_cues().without_acts()
    begin = time.perf_counter()
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task("articles", total=len(articles))
        predicted = list(predict_quotes(articles, tick=lambda: progress.advance(task), cues=cues))
    seconds = time.perf_counter() - begin
    if out is not None:
        write_objects(out, predicted)
    scored = [(p["quotes"], a["quotes"]) for p, a in zip(predicted, articles, strict=True)]
    echo(f"{'':22}{'P':>8}{'R':>8}{'F1':>8}{'n':>9}")
    for row in score_quotes(scored).itertuples(index=False):
        echo(f"{row.measure:22}{row.precision:8.2f}{row.recall:8.2f}{row.f1:8.2f}{row.n:9d}")
    if by_rule:
        echo(f"{'rule':22}{'fires':>8}{'P':>8}{'overlap':>9}{'of recall':>10}")
        for row in score_rules(scored).itertuples(index=False):
            echo(f"{row.rule:22}{row.n_fires:8d}{row.precision:8.2f}{row.overlap:9.2f}{row.recall_share:10.2f}")
    echo(f"{len(articles)} articles in {seconds:.1f} s, tagging included")
