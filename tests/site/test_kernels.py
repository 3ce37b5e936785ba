"""Warm kernels: each notebook gives there what it gives alone in a cold kernel, and none is ever left behind."""

import os
import re
import signal
import subprocess
import sys
import time

import matplotlib as mpl
import nbformat
import psutil
import pytest

from analysis.site.notebook_execution import execute_notebooks
from analysis.site.notebooks import Page, read_notebooks, shipped_notebooks
from analysis.site.warm_kernels import CAN_FORK, LIBRARIES, WarmKernels

PATHS = shipped_notebooks()
RANDOM_IDS = re.compile(r"itables_[0-9a-f_]{20,}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{32}\b")
pytestmark = pytest.mark.skipif(not CAN_FORK, reason="kernels start cold on this system")

SPOIL = """
import os, random, sys
import matplotlib, numpy, pandas
import analysis.counting.terms as terms
left = 1
random.seed(1); numpy.random.seed(1)
pandas.set_option("display.max_rows", 3)
matplotlib.rcParams["font.size"] = 99
terms.count_terms = None
sys.path.insert(0, "/spoiled"); sys.modules["spoiled"] = sys
os.environ["SPOILED"] = "1"; os.umask(0)
os.chdir("/")
"""
LOOK = """
import os, random, sys
import matplotlib, numpy, pandas
import analysis.counting.terms as terms
print("left" in dir(), pandas.get_option("display.max_rows"), matplotlib.rcParams["font.size"], matplotlib.rcParams["backend"])
print(terms.count_terms is None, "/spoiled" in sys.path, "spoiled" in sys.modules, os.environ.get("SPOILED"), os.umask(18))
print(os.getcwd(), __name__, sys.modules["__main__"].__name__, sorted(dir())[:9], sys.stdin, len(sys.argv))
print(os.environ.get("MPLBACKEND"), sys.getrecursionlimit())
"""
DRAW = "import random, numpy\n(random.random(), float(numpy.random.rand()))"


def page(name, *sources):
    return Page(name, nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in sources]))


def outputs(page):
    """Give what the cells put out, without the numbers that differ between any two runs."""
    cells = [cell.get("outputs", []) for cell in page.notebook.cells]
    return RANDOM_IDS.sub("ID", nbformat.v4.writes(nbformat.v4.new_notebook(metadata={"all": cells})))


def children(pid):
    return {process.pid for process in psutil.Process(pid).children(recursive=True)}


def test_a_notebook_finds_nothing_of_what_another_did(tmp_path):
    """What is looked at after another notebook spoiled it all is the same as in a cold kernel."""
    with WarmKernels(tmp_path) as warm:
        execute_notebooks([page("00", SPOIL)], tmp_path, warm=warm)
        after = execute_notebooks([page("01", LOOK)], tmp_path, warm=warm)
        draws = [outputs(execute_notebooks([page("02", DRAW)], tmp_path, warm=warm)[0]) for _ in range(2)]
    assert outputs(after[0]) == outputs(execute_notebooks([page("01", LOOK)], tmp_path, cold=True)[0])
    assert "False" in outputs(after[0]) and draws[0] != draws[1]


def test_a_notebook_finds_nothing_of_what_the_process_that_starts_it_has_set(tmp_path):
    code = "import matplotlib as mpl; print(mpl.rcParams['font.size'], mpl.rcParams['lines.linewidth'])"
    with mpl.rc_context({"font.size": 33, "lines.linewidth": 7}), WarmKernels(tmp_path) as warm:
        ran = execute_notebooks([page("00", code)], tmp_path, warm=warm)
    assert outputs(ran[0]) == outputs(execute_notebooks([page("00", code)], tmp_path, cold=True)[0])


def test_environment_and_folder_are_those_of_the_notebook(tmp_path):
    code = "import os\nos.environ['LESARTEN_STUDY'], os.getcwd()"
    ran = execute_notebooks([page("00", code)], tmp_path, environment={"LESARTEN_STUDY": "here"})
    shown = ran[0].notebook.cells[0].outputs[0].data["text/plain"]
    assert " ".join(shown.split()) == str(("here", str(tmp_path)))  # a long path is shown on a line of its own


def test_no_kernel_is_left_after_success_failure_or_death(tmp_path):
    before = children(os.getpid())
    execute_notebooks([page("00", "1")], tmp_path)
    for code in ("1 / 0", "import os\nos._exit(1)", "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)"):
        with pytest.raises(Exception, match=r"notebooks/0.\.ipynb, cell 1: "):
            execute_notebooks([page("00", code), page("01", "import time\ntime.sleep(60)")], tmp_path)
    assert children(os.getpid()) <= before


def test_kernels_end_when_the_report_is_killed(tmp_path):
    code = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[2])\n"
        "from site_kernels_test import page\nfrom analysis.site.notebook_execution import execute_notebooks\n"
        "execute_notebooks([page('00', 'import time; time.sleep(600)')], Path(sys.argv[1]), tick=print)"
    )
    (tmp_path / "site_kernels_test.py").write_text(
        "import nbformat\nfrom analysis.site.notebooks import Page\n"
        "def page(name, source):\n"
        "    return Page(name, nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)]))\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(tmp_path), str(tmp_path)])
    deadline = time.time() + 120
    while len(running := children(process.pid)) < 2 and time.time() < deadline:  # the server and a kernel
        time.sleep(0.2)
    assert len(running) >= 2
    process.send_signal(signal.SIGKILL)
    process.wait()
    while any(psutil.pid_exists(pid) for pid in running) and time.time() < deadline:
        time.sleep(0.2)
    assert not [pid for pid in running if psutil.pid_exists(pid)]


def test_what_is_loaded_beforehand_is_there():
    import importlib.util

    assert all(importlib.util.find_spec(name) for name in LIBRARIES)


@pytest.mark.slow
@pytest.mark.parametrize("path", PATHS, ids=[path.stem for path in PATHS])
def test_a_notebook_gives_the_same_warm_as_cold(path, root, warm_pages):
    cold = execute_notebooks(read_notebooks([path]), root, cold=True, environment={"LESARTEN_STUDY": str(root)})
    assert outputs(cold[0]) == outputs(warm_pages[path.stem])


@pytest.fixture(scope="module")
def warm_pages(root):
    ran = execute_notebooks(read_notebooks(PATHS), root, environment={"LESARTEN_STUDY": str(root)})
    return {page.name: page for page in ran}
