"""The floor of the report: as many notebooks that only import, each in a cold kernel, rendered by plain nbconvert.

It stands here as `lesarten report` was when the floor was set, so that what the report saves does not lower it:
`python -m benchmarks.floor N`.
"""

import asyncio
import os
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbconvert import HTMLExporter

import analysis.site.report
import analysis.study  # noqa: F401 - as before, the process that runs the notebooks has loaded the package

TEMPLATE = Path(__file__).parent / "floor_template"  # the page and style of that time
IMPORTS = (
    "import pandas\nimport matplotlib.pyplot\nimport sklearn.feature_extraction.text\nimport sklearn.decomposition"
)


async def _run(path: Path, slots: asyncio.Semaphore) -> None:
    """Execute one notebook in a kernel of its own and write its page."""
    notebook = nbformat.read(path, as_version=4)
    async with slots:
        client = NotebookClient(
            notebook,
            timeout=1800,
            kernel_name="python3",
            resources={"metadata": {"path": str(path.parent)}},
            extra_arguments=["--log-level=ERROR"],
        )
        await client.async_execute()
    await asyncio.to_thread(_render, notebook, path.with_suffix(".html"))


def _render(notebook: nbformat.NotebookNode, out: Path) -> None:
    style = (TEMPLATE / "style.css").read_text(encoding="utf-8")
    page = {"title": "Floor", "language": "en", "style": style, "navigation": "", "footer": ""}
    exporter = HTMLExporter(template_name="lesarten", extra_template_basedirs=[str(TEMPLATE)], embed_images=True)
    html, _ = exporter.from_notebook_node(notebook, {"page": page})
    out.write_text(html, encoding="utf-8")


def run_floor(n: int) -> None:
    """Execute and render n notebooks that only import, as many at a time as there are processors."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{k:02d}_floor.ipynb" for k in range(n)]
        for path in paths:
            cells = [nbformat.v4.new_markdown_cell("# Floor"), nbformat.v4.new_code_cell(IMPORTS)]
            nbformat.write(nbformat.v4.new_notebook(cells=cells), path)

        async def run() -> None:
            slots = asyncio.Semaphore(os.cpu_count() or 2)
            await asyncio.gather(*(_run(path, slots) for path in paths))

        asyncio.run(run())


if __name__ == "__main__":
    run_floor(int(sys.argv[1]))
