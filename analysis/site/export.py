"""Export: every table of a study as CSV or Parquet, complete or not at all."""

from pathlib import Path

from analysis.showing.escape import csv_table
from analysis.site.output_folder import rewrite_folder
from analysis.study import Study

__all__ = ["export_tables"]


def export_tables(study: Study, out: Path, *, format: str = "csv") -> list[tuple[Path, int]]:
    """Write every table of the study into a folder; return each file's path and number of rows.

    Parameters
    ----------
    out : Path
        The folder; made if need be. What an earlier export wrote under the same names is replaced once all tables are
        computed; whatever else lies there stays.
    format : {"csv", "parquet"}
        CSV is UTF-8 with a byte order mark (so that spreadsheets read it), and a text that a spreadsheet would run
        as a formula has an apostrophe before it; Parquet keeps texts and types as they are.

    Raises
    ------
    StudyError
        If `out` is a file, or if a file that no export made has the name of a table.
    """
    tables = study.tables()
    names = {f"{name}.{format}": table for name, table in tables.items()}
    with rewrite_folder(out, by="export", planned=names, prune=False) as draft:
        for name, table in names.items():
            if format == "csv":
                csv_table(table).to_csv(draft / name, index=False, encoding="utf-8-sig")
            else:
                table.to_parquet(draft / name, index=False)
    return [(out / name, len(table)) for name, table in names.items()]
