"""The command line's ``lesarten evaluate``: an automatic coding held against a hand coding."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["evaluate"]

evaluate = typer.Typer(no_args_is_help=True, help="Hold an automatic coding against a hand coding.")
Predictions = Annotated[Path | None, typer.Option(help="Where the predictions go, in the file's own form.")]


class Unit(StrEnum):
    """What figures are broken down by."""

    rule = "rule"


@evaluate.callback()
def _evaluate() -> None:
    """Hold an automatic coding against a hand coding."""


@evaluate.command("quotes")
def evaluate_quotes(
    file: Annotated[Path, typer.Argument(help="Annotated quotations: one JSON object a line, or the same with .gz.")],
    out: Predictions = None,
    by: Annotated[Unit | None, typer.Option(help="Also print the figures of each rule.")] = None,
    acts: Annotated[
        bool, typer.Option("--acts", help="Also look for the speech acts of our own coding rules.")
    ] = False,
) -> None:
    """Find the quotations of annotated articles from their text alone, and print how well that was done."""
    from analysis.checking.quote_evaluation import measure_quotes

    measure_quotes(file, out, by_rule=by is not None, with_acts=acts, echo=typer.echo)


@evaluate.command("frames")
def evaluate_frames(
    file: Annotated[Path, typer.Argument(help="Coded texts: a JSON object a line with id, text, frames; or .gz.")],
    out: Predictions = None,
) -> None:
    """Find the generic frames of coded texts from their text alone, and print how well that was done."""
    from analysis.checking.frame_evaluation import measure_frames

    measure_frames(file, out, echo=typer.echo)


@evaluate.command("tone")
def evaluate_tone(
    file: Annotated[Path, typer.Argument(help="Coded sentences: id, text, target_start, target_end, polarity.")],
    out: Predictions = None,
) -> None:
    """Judge the tone of coded sentences towards their targets, and print how well that was done."""
    from analysis.checking.tone_evaluation import measure_tone

    measure_tone(file, out, echo=typer.echo)
