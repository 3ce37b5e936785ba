"""The files of a site: every one is written here, so that a shared site shows of the articles only what it may."""

import zipfile
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from analysis.codebook import schema
from analysis.showing.escape import csv_table
from analysis.site.public_excerpts import Excerpts

__all__ = ["SiteWriter"]

# Columns that hold an article word by word: offsets stand beside them, so whoever has the articles misses nothing.
WHOLE_TEXT = {"articles": ["text"], "tokens": ["form", "lemma"]}


@dataclass
class SiteWriter:
    """Where the files go, and the ledger of a shared site (`None`: everything may be shown)."""

    folder: Path
    excerpts: Excerpts | None = None

    def put_html(self, name: str, page: str) -> None:
        """Write a page or a picture."""
        self.put_bytes(name, (self.excerpts.cut_html(page) if self.excerpts else page).encode())

    def put_csv(self, name: str, text: str) -> None:
        """Write a table, with a mark so that spreadsheets read the umlauts."""
        self.put_bytes(name, (self.excerpts.cut_csv(text) if self.excerpts else text).encode("utf-8-sig"))

    def put_bytes(self, name: str, content: bytes) -> None:
        """Write anything else."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def put_tables(self, name: str, tables: dict[str, pd.DataFrame]) -> None:
        """Write all tables and the data dictionary as one ZIP, with the same bytes at each run."""
        with zipfile.ZipFile(self.folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for table_name, table in tables.items():
                shown = table.drop(columns=WHOLE_TEXT.get(table_name, [])) if self.excerpts else table
                text = csv_table(shown).to_csv(index=False)
                text = self.excerpts.cut_csv(text) if self.excerpts else text
                archive.writestr(_archive_entry(f"{table_name}.csv"), text.encode("utf-8-sig"))
            left_out = "\n".join(f"- `{table}`: {', '.join(columns)}" for table, columns in WHOLE_TEXT.items())
            note = f"Left out of this shared version, because they hold whole articles:\n\n{left_out}\n\n"
            archive.writestr(
                _archive_entry("README.md"), f"# The tables\n\n{note if self.excerpts else ''}{schema.describe()}"
            )


def _archive_entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry
