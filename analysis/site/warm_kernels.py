"""Warm kernels: a process that has loaded the libraries once, and from which each notebook's kernel is forked.

Every notebook then starts as it would in a cold kernel (an empty namespace, settings, environment, random state and
modules that no other notebook has touched), without loading pandas and matplotlib once more. The system keeps the
kernels apart, not we. Where a process cannot be forked (Windows; macOS, whose own libraries do not survive it),
kernels start cold.

It is forked from the process that makes the report, which has loaded the libraries and the study's tables; where that
has threads, which do not survive forking, it is started anew: `python -m analysis.site.warm_kernels`. It reads
a kernel's command line, folder and environment as a line of JSON, forks, and answers with the number of the new
process. It ends with its input, and its kernels with it.
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

from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from analysis import cache

__all__ = ["ForkedKernel", "WarmKernels", "warm_kernels"]

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
        The folder that the notebooks run in.
    study : Path, optional
        The folder of the study that they open; its tables are then read once for all.
    """

    def __init__(self, folder: Path, study: Path | None = None):
        """Start the process; where it loads the libraries anew, the caller goes on meanwhile."""
        self._lock = threading.Lock()
        self._server = _fork_server(folder, study) if threading.active_count() == 1 else _start_server(folder, study)

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

    def fork(self, words: list[str], *, folder: str, environment: dict[str, str]) -> int:
        """Start a kernel with the words of its command line and return the number of its process."""
        order = {"words": words, "folder": folder, "environment": environment}
        try:
            with self._lock:
                self._server.stdin.write(json.dumps(order) + "\n")
                self._server.stdin.flush()
                return int(self._server.stdout.readline())
        except (OSError, ValueError):
            raise RuntimeError("the process that starts kernels has ended") from None


def _start_server(folder: Path, study: Path | None) -> subprocess.Popen:
    """Start the process anew."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "analysis.site.warm_kernels", *([str(study)] if study else [])], cwd=folder,
        start_new_session=True, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip


class _Server:
    """A forked server in the form of `subprocess.Popen`, as far as it is asked here."""

    def __init__(self, pid: int, stdin: int, stdout: int):
        self.pid, self.stdin, self.stdout = pid, os.fdopen(stdin, "w"), os.fdopen(stdout)

    def wait(self) -> int:
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def _fork_server(folder: Path, study: Path | None) -> _Server:
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
        serve(study)
    os._exit(1)


@contextlib.contextmanager
def warm_kernels(folder: Path, study: Path | None = None) -> Iterator[WarmKernels | None]:
    """Give the process from which kernels for notebooks in a folder are forked, or None where kernels start cold."""
    if not CAN_FORK:
        yield None
        return
    with WarmKernels(folder, study) as warm:
        yield warm


class _Process:
    """A forked kernel in the form of `subprocess.Popen`: jupyter_client asks nothing else of it."""

    stdin = stdout = stderr = None

    def __init__(self, pid: int):
        self.pid = pid

    def poll(self) -> int | None:
        """Return None while the process lives; the server takes dead ones away at once."""
        try:
            os.kill(self.pid, 0)
        except ProcessLookupError:
            return 0
        return None

    def wait(self) -> int:
        return 0

    def send_signal(self, number: int) -> None:
        os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    terminate = kill


class ForkedKernel(LocalProvisioner):
    """How jupyter_client starts a kernel here: by asking `WarmKernels` for one."""

    warm: WarmKernels | None = None

    async def launch_kernel(self, cmd: list[str], **kwargs) -> dict:
        """Fork a kernel in place of the command."""
        words = cmd[cmd.index("ipykernel_launcher") + 1 :]
        self.pid = self.warm.fork(words, folder=str(kwargs["cwd"]), environment=dict(kwargs["env"]))
        self.process = _Process(self.pid)
        return self.connection_info


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


def serve(study: Path | None) -> None:
    """Load the libraries and a study, then fork a kernel for each line of the input until it ends."""
    signal.signal(signal.SIGCHLD, _take_away)
    load_libraries()
    if study:
        load_study(study)
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
            pid = os.fork()
            if pid == 0:
                with contextlib.suppress(BaseException):
                    _become_kernel(order)
                os._exit(0)
            os.write(1, f"{pid}\n".encode())


if __name__ == "__main__":
    serve(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
