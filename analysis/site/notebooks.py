"""Notebooks: those of a study or those that come along, read from disk; what is wrong with one is said in one line."""

import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode, ValidationError
from nbformat.reader import NotJSONError

from analysis.errors import StudyError
from analysis.showing.svg import FIGURE_TYPE
from analysis.study import Study

__all__ = ["Page", "ReportError", "count_cells", "find_notebooks", "read_notebooks", "shipped_notebooks"]

REMEDY = "save it in JupyterLab again"
PACKAGE = Path(__file__).resolve().parents[1]


class ReportError(StudyError):
    """A notebook that failed: its name, its cell and what went wrong, in one line."""


@dataclass(frozen=True)
class Page:
    """A notebook on its way into the site."""

    name: str
    notebook: NotebookNode

    @property
    def file(self) -> str:
        """The page's file name."""
        return f"{self.name}.html"

    @property
    def title(self) -> str:
        """The notebook's first heading."""
        heading = re.search(r"^# (.+)$", self._prose, re.M)
        return heading[1].strip() if heading else self.name

    @property
    def question(self) -> str:
        """The notebook's question: its first quoted lines (``> …``)."""
        quoted = re.search(r"^> .+(?:\n> .+)*", self._prose, re.M)
        return " ".join(re.sub(r"^> |[*_`]", "", quoted[0], flags=re.M).split()) if quoted else ""

    @property
    def _prose(self) -> str:
        return "\n".join(cell.source for cell in self.notebook.cells if cell.cell_type == "markdown")

    def figures(self) -> list[dict[str, str]]:
        """List the charts: ``name``, ``alt``, ``note``, ``svg`` and ``csv`` as text, ``png`` in base64."""
        outputs = (output for cell in self.notebook.cells for output in cell.get("outputs", []))
        return [output["data"][FIGURE_TYPE] for output in outputs if FIGURE_TYPE in output.get("data", {})]


def shipped_notebooks() -> list[Path]:
    """List the notebooks that come with Lesarten, in order: in the repository as in an installed package.

    Examples
    --------
    >>> shipped_notebooks()[0].name
    '00_overview.ipynb'
    """
    folders = (
        PACKAGE / "notebooks",
        PACKAGE.parent / "notebooks",
    )  # as setup.py packs them; as they lie in the repository
    return next((found for folder in folders if (found := sorted(folder.glob("[0-9]*.ipynb")))), [])


def find_notebooks(study: Study) -> list[Path]:
    """List the study's notebooks in order; a study without a folder of its own uses those that come along."""
    folder = study.root / "notebooks"
    paths = sorted(folder.glob("[0-9]*.ipynb")) if folder.is_dir() else shipped_notebooks()
    if not paths:
        raise StudyError("there are no notebooks; copy them from the workbook", file=folder)
    return paths


def read_notebooks(paths: Sequence[Path]) -> list[Page]:
    """Read notebooks from disk.

    Raises
    ------
    ReportError
        At the first file that is no notebook.
    """
    return [Page(path.stem, _read_notebook(path)) for path in paths]


def _read_notebook(path: Path) -> NotebookNode:
    """Read one notebook; nbformat says in many ways that a file is none, and only logs some of them."""
    shown = f"{path.parent.name}/{path.name}"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a notebook of an older minor version is read as it is
            notebook = nbformat.convert(nbformat.reader.reads(path.read_text(encoding="utf-8")), 4)
            nbformat.validate(notebook)
    except OSError as error:
        raise ReportError(f"cannot be read: {error.strerror}", file=shown) from None
    except UnicodeDecodeError:
        raise ReportError("not UTF-8 text; " + REMEDY, file=shown) from None
    except NotJSONError:
        raise ReportError(f"not a notebook (no valid JSON); {REMEDY}", file=shown) from None
    except ValidationError as error:
        raise ReportError(
            f"not a valid notebook: {_first_line(error)}; save it in JupyterLab again", file=shown
        ) from None
    except Exception as error:  # conversion of old or broken formats fails in many ways
        raise ReportError(f"not a notebook ({type(error).__name__}); {REMEDY}", file=shown) from None
    return notebook


def _first_line(error: Exception) -> str:
    return str(getattr(error, "message", error)).strip().partition("\n")[0][:200]


def count_cells(pages: Sequence[Page]) -> int:
    """Count the code cells of notebooks: the length of the progress bar."""
    return sum(cell.cell_type == "code" for page in pages for cell in page.notebook.cells)
