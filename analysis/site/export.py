"""Export: every table of a study as CSV or Parquet, complete or not at all."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from analysis.errors import StudyError
from analysis.study import Study

__all__ = ["export_tables"]


def export_tables(study: Study, out: Path, *, format: str = "csv") -> Iterator[tuple[Path, int]]:
    """Write every table of the study into a folder; yield each file's path and number of rows.

    Parameters
    ----------
    out : Path
        The folder; made if need be. Files of the same names are replaced, once all tables are computed.
    format : {"csv", "parquet"}
        CSV is UTF-8 with a byte order mark (so that spreadsheets read it), Parquet keeps the types.

    Raises
    ------
    StudyError
        If `out` is a file.
    """
    if out.exists() and not out.is_dir():
        raise StudyError("is a file; choose a folder for the tables", file=out)
    tables = study.tables()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out, prefix=".export.") as folder:
        for name, table in tables.items():
            path = Path(folder) / f"{name}.{format}"
            if format == "csv":
                table.to_csv(path, index=False, encoding="utf-8-sig")
            else:
                table.to_parquet(path, index=False)
        for name, table in tables.items():
            shutil.move(Path(folder) / f"{name}.{format}", out / f"{name}.{format}")
            yield out / f"{name}.{format}", len(table)
