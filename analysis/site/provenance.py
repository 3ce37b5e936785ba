"""Provenance: what a page was made of and with, so that it can be made again and cited."""

import hashlib
import os
import tomllib
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from analysis.study import Study

__all__ = ["Provenance", "read_provenance"]


@dataclass(frozen=True)
class Provenance:
    """Version, date (empty if none is given), fingerprint of texts and codebook, command."""

    version: str
    date: str
    fingerprint: str
    command: str

    def cite(self, title: str) -> str:
        """Say how to cite a page of the site.

        Examples
        --------
        >>> Provenance("0.1.0", "", "abc", "lesarten report").cite("My study")
        'My study. Made with Lesarten 0.1.0 (The Lesarten authors); texts and codebook abc.'
        """
        dated = f" {self.date}." if self.date else ""
        made = f"Made with Lesarten {self.version} (The Lesarten authors); texts and codebook {self.fingerprint}."
        return f"{title}.{dated} {made}"


def read_provenance(study: Study, *, public: bool = False) -> Provenance:
    """Read what a report of a study rests on.

    The date is that of ``SOURCE_DATE_EPOCH``: without it there is none, and two runs give the same bytes.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    date = datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%d") if epoch.isdigit() else ""
    return Provenance(_own_version(), date, _fingerprint(study), f"lesarten report{' --public' if public else ''}")


def _own_version() -> str:
    """Read the version of the package, installed or as it lies in the repository."""
    project = Path(__file__).resolve().parents[2] / "pyproject.toml"
    if project.is_file():
        return tomllib.loads(project.read_text(encoding="utf-8"))["project"]["version"]
    try:
        return version("lesarten")
    except PackageNotFoundError:
        return "unknown"


def _fingerprint(study: Study) -> str:
    """Hash the articles' texts and every file of the codebook."""
    digest = hashlib.sha256()
    for row in study.articles[["article_id", "text"]].itertuples(index=False):
        digest.update(f"{row.article_id}\0{row.text}\0".encode())
    for path in sorted(study.data.glob("*.toml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
