"""Warm kernels: a process that has loaded the libraries once, and from which each notebook's kernel is forked.

Every notebook then starts as it would in a cold kernel (an empty namespace, settings, environment, random state and
modules that no other notebook has touched), without loading pandas and matplotlib once more. The system keeps the
kernels apart, not we. Where a process cannot be forked (Windows; macOS, whose own libraries do not survive it),
kernels start cold.

It is forked early from the process that makes the report, and loads what notebooks import while that one gets ready;
where that has threads, which do not survive forking, it is started anew: `python -m analysis.site.warm_kernels`. It
reads orders as lines of JSON: of the folder of a study it reads the tables; of a kernel's command line, folder and
environment it forks a kernel and answers with the number of the new process. It ends with its input, and its kernels
with it.
"""

import contextlib
import gc
import importlib
import json
import os
import pkgutil
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from analysis.keeping import cache

__all__ = ["WarmKernels", "warm_kernels"]

CAN_FORK = sys.platform == "linux"
BACKEND = "module://matplotlib_inline.backend_inline"  # what a kernel sets before matplotlib is loaded
LIBRARIES = (
    "IPython.core.completer", "ipykernel.ipkernel", "ipykernel.kernelapp", "matplotlib.backends.backend_agg",
    "matplotlib.backends.backend_svg",
    "matplotlib.figure", "pandas", "pyarrow.parquet",
)  # fmt: skip
ROOMS = ("counting", "checking", "showing")  # rooms that notebooks import from; what they import comes along


class WarmKernels:
    """The process from which kernels are forked, seen from outside; a context manager that leaves no kernel behind.

    Parameters
    ----------
    folder : Path
        The folder that the process runs in; each kernel has its own.
    """

    def __init__(self, folder: Path):
        """Start the process; the caller goes on while it loads the libraries."""
        self._lock = threading.Lock()
        self._server = _fork_server(folder) if threading.active_count() == 1 else _start_server(folder)

    def __enter__(self) -> "WarmKernels":
        """Return the process."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it and whatever kernels it still has; they are in its session."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._server.pid, signal.SIGKILL)
        self._server.wait()
        for stream in (self._server.stdin, self._server.stdout):
            with contextlib.suppress(OSError):
                stream.close()

    def read_tables(self, study: Path) -> None:
        """Let the process read the tables of a study, once for all kernels; the caller goes on meanwhile."""
        with self._lock, contextlib.suppress(OSError):  # whoever asks for a kernel learns that the process has ended
            self._order({"study": str(study)})

    def _order(self, order: dict) -> None:
        self._server.stdin.write(json.dumps(order) + "\n")
        self._server.stdin.flush()

    def fork(self, words: list[str], *, folder: str, environment: dict[str, str]) -> int:
        """Start a kernel with the words of its command line and return the number of its process."""
        order = {"words": words, "folder": folder, "environment": environment}
        try:
            with self._lock:
                self._order(order)
                return int(self._server.stdout.readline())
        except (OSError, ValueError):
            raise RuntimeError("the process that starts kernels has ended") from None


def _start_server(folder: Path) -> subprocess.Popen:
    """Start the process anew."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "analysis.site.warm_kernels"], cwd=folder, start_new_session=True,
        text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip


class _Server:
    """A forked server in the form of `subprocess.Popen`, as far as it is asked here."""

    def __init__(self, pid: int, stdin: int, stdout: int):
        self.pid, self.stdin, self.stdout = pid, os.fdopen(stdin, "w"), os.fdopen(stdout)

    def wait(self) -> int:
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def _fork_server(folder: Path) -> _Server:
    """Fork the process from this one; it leaves this one's session, files and folder."""
    orders, answers = os.pipe(), os.pipe()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    pid = os.fork()
    if pid:
        os.close(orders[0])
        os.close(answers[1])
        return _Server(pid, orders[1], answers[0])
    with contextlib.suppress(BaseException):
        os.setsid()
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream, place in ((orders[0], 0), (answers[1], 1), (nothing, 2)):
            os.dup2(stream, place)
        for used in (*orders, *answers, nothing):
            os.close(used)
        sys.stdin, sys.stdout, sys.stderr = sys.__stdin__, sys.__stdout__, sys.__stderr__
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if not sys.flags.safe_path:
            del sys.path[0]  # the folder of the command
        os.chdir(folder)
        serve()
    os._exit(1)


@contextlib.contextmanager
def warm_kernels(folder: Path) -> Iterator[WarmKernels | None]:
    """Give the process from which kernels for notebooks in a folder are forked, or None where kernels start cold."""
    if not CAN_FORK:
        yield None
        return
    with WarmKernels(folder) as warm:
        yield warm


def load_libraries() -> None:
    """Import what notebooks import; what is not installed is left to the notebook that asks for it."""
    os.environ.setdefault("MPLBACKEND", BACKEND)
    import matplotlib as mpl

    mpl.rc_file_defaults()  # the process that this one was forked from may have settings of its own
    mpl.rcParams["backend"] = BACKEND
    names = ["analysis.study", *LIBRARIES]
    for room in ROOMS:
        path = Path(__file__).resolve().parents[1] / room
        names += [f"analysis.{room}.{module.name}" for module in pkgutil.iter_modules([str(path)])]
    for name in names:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    figure = mpl.figure.Figure()
    figure.add_subplot(title="fonts are found and read once")
    for form in ("svg", "png"):
        figure.savefig(BytesIO(), format=form)


def load_study(root: Path) -> None:
    """Read the tables of a study into memory, and what checking tables needs; a study that fails does so later."""
    from analysis.codebook import schema
    from analysis.study import open_study

    cache.remember()
    with contextlib.suppress(Exception):
        study = open_study(root)
        study.tables()
        for name in study.DERIVED:
            getattr(study, name)
        schema.check("articles", study.articles)


def _become_kernel(order: dict) -> None:
    """Turn the forked process into a kernel, in its folder and environment; does not return."""
    import numpy as np
    from ipykernel.kernelapp import IPKernelApp

    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    for stream in (0, 1):  # the server's own pipes
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, stream)
        os.close(nothing)
    os.environ.clear()
    os.environ.update(order["environment"], JPY_PARENT_PID=str(os.getppid()))
    os.chdir(order["folder"])
    np.random.seed()  # Python's own random numbers begin anew after a fork, these do not
    sys.argv = ["ipykernel_launcher.py", *order["words"]]
    IPKernelApp.launch_instance(argv=order["words"])


def _take_away(*_: object) -> None:
    """Wait for kernels that have ended, so that their processes vanish and their time is accounted for."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def serve() -> None:
    """Load the libraries, then do what each line of the input orders until it ends: read tables, or fork a kernel."""
    signal.signal(signal.SIGCHLD, _take_away)
    load_libraries()
    gc.freeze()  # what is there now is never cleared away: its memory stays shared
    waiting = b""
    while True:
        select.select([0], [], [])
        piece = os.read(0, 1 << 16)
        if not piece:
            os.killpg(0, signal.SIGKILL)
        *lines, waiting = (waiting + piece).split(b"\n")
        for line in lines:
            order = json.loads(line)
            if "study" in order:
                load_study(Path(order["study"]))
                gc.freeze()
            else:
                os.write(1, f"{_fork_kernel(order)}\n".encode())


def _fork_kernel(order: dict) -> int:
    """Fork a kernel and return the number of its process."""
    pid = os.fork()
    if pid == 0:
        with contextlib.suppress(BaseException):
            _become_kernel(order)
        os._exit(0)
    return pid


if __name__ == "__main__":
    serve()
