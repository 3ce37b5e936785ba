"""Execution: every notebook in a kernel of its own, one more at a time than there are processors."""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from subprocess import DEVNULL

from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from analysis.site.forked_kernels import ForkedKernel
from analysis.site.notebooks import Page, ReportError
from analysis.site.warm_kernels import WarmKernels, warm_kernels

__all__ = ["execute_notebooks"]

LONGEST = 1800  # seconds that a cell may take


class _Client(NotebookClient):
    """nbclient, with forked kernels, and without its own handling of Ctrl-C, which serves one notebook only."""

    warm: WarmKernels | None = None
    environment: Mapping[str, str] = {}

    @asynccontextmanager
    async def async_setup_kernel(self, **_: object) -> AsyncIterator[None]:
        """Start a kernel, and stop it however the notebook ends."""
        self.km = AsyncKernelManager(kernel_name="python3")
        self.extra_arguments = ["--log-level=ERROR"]
        if self.warm:
            spec = self.km.kernel_spec
            self.km.provisioner = ForkedKernel(kernel_id="", kernel_spec=spec, parent=self.km)
            self.km.provisioner.warm = self.warm
        environment = {**os.environ, **self.environment}
        try:
            await self.async_start_new_kernel(env=environment, stdout=DEVNULL, stderr=DEVNULL)
            await self.async_start_new_kernel_client()
            yield
        finally:
            if self.km:
                await asyncio.shield(self._async_cleanup_kernel())


async def _execute(page: Page, client: _Client) -> None:
    """Run one notebook; whatever goes wrong is one line with the notebook and the cell."""
    try:
        await client.async_execute()
    except CellExecutionError as error:
        is_plain = error.ename in ("StudyError", "ReportError")
        message = error.evalue if is_plain else f"{error.ename}: {error.evalue}"
        raise ReportError(message, file=_failed_cell(page)) from None
    except CellTimeoutError:
        raise ReportError(f"took longer than {LONGEST // 60} minutes", file=_failed_cell(page)) from None
    except (DeadKernelError, RuntimeError) as error:
        if asyncio.current_task().cancelling():  # nbclient takes any cancelling, Ctrl-C too, for a dead kernel
            raise asyncio.CancelledError from None
        raise ReportError(str(error).strip().partition("\n")[0], file=_failed_cell(page)) from None


def _failed_cell(page: Page) -> str:
    """Name the notebook and the cell that failed: the last that began."""
    cells = [n for n, cell in enumerate(page.notebook.cells, 1) if cell.cell_type == "code"]
    ran = [n for n in cells if page.notebook.cells[n - 1].get("execution_count") or page.notebook.cells[n - 1].outputs]
    return f"notebooks/{page.name}.ipynb, cell {ran[-1] if ran else cells[0]}"


def execute_notebooks(
    pages: Sequence[Page],
    folder: Path,
    *,
    tick: Callable[[], None] = lambda: None,
    environment: Mapping[str, str] | None = None,
    warm: WarmKernels | None = None,
    cold: bool = False,
) -> list[Page]:
    """Execute notebooks, one more at a time than there are processors; their files are not changed.

    Parameters
    ----------
    folder : Path
        The folder that they run in.
    tick : callable
        Called after each code cell.
    environment : mapping, optional
        Environment variables for the notebooks, beside those of this process.
    warm : WarmKernels, optional
        Where kernels come from, if that has been started already.
    cold : bool
        Whether each notebook gets a kernel that loads everything anew.

    Raises
    ------
    ReportError
        At the first notebook that fails; the others are given up.
    """
    slots = asyncio.Semaphore((os.cpu_count() or 2) + 1)  # one more: a kernel that starts or ends only waits
    longest_first = sorted(pages, key=lambda page: -len(page.notebook.cells))
    with contextlib.ExitStack() as stack:
        if warm is None and not cold:
            warm = stack.enter_context(warm_kernels(folder))

        async def work(page: Page) -> None:
            client = _Client(page.notebook, timeout=LONGEST, resources={"metadata": {"path": str(folder)}},
                             on_cell_executed=lambda **_: tick(), shutdown_kernel="immediate")  # fmt: skip
            client.warm, client.environment = warm, environment or {}
            async with slots:
                await _execute(page, client)

        asyncio.run(_run_all([work(page) for page in longest_first]))
    return list(pages)


async def _run_all(works: list) -> None:
    """Run all works at once; when one fails or Ctrl-C comes, stop the others and wait until their kernels are gone."""
    jobs = [asyncio.create_task(work) for work in works]
    try:
        await asyncio.gather(*jobs)
    finally:
        for job in jobs:
            job.cancel()
        await asyncio.gather(*jobs, return_exceptions=True)
