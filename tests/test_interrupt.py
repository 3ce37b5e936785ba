"""Ctrl-C: one line, exit code 130, the last site whole, no kernel left, whenever it comes."""

import os
import signal
import subprocess
import sys
import time

import nbformat
import psutil
import pytest

pytestmark = pytest.mark.slow


def start(root, *words):
    return subprocess.Popen([sys.executable, "-m", "analysis", *words], cwd=root, start_new_session=True, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)  # fmt: skip


def write(root, source):
    (root / "notebooks").mkdir(exist_ok=True)
    cells = [nbformat.v4.new_code_cell(source)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), root / "notebooks/00_a.ipynb")


@pytest.fixture
def study_with_site(broken_study):
    write(broken_study, "1")
    process = start(broken_study, "report")
    assert (process.communicate()[1], process.returncode) == ("", 0)
    write(broken_study, "open('started', 'w').close()\nimport time\ntime.sleep(600)")
    return broken_study


def stop(process, root, site):
    """Send Ctrl-C to all that the terminal would send it to; check what it leaves."""
    below = psutil.Process(process.pid).children(recursive=True)
    os.killpg(process.pid, signal.SIGINT)
    out, said = process.communicate(timeout=120)
    assert (process.returncode, out, said) == (130, "", "stopped\n")
    psutil.wait_procs(below, timeout=10)
    assert not [child for child in below if child.is_running() and child.status() != psutil.STATUS_ZOMBIE]
    assert {path.name: path.read_bytes() for path in (root / "site").rglob("*") if path.is_file()} == site


@pytest.mark.parametrize("seconds", [0.5, 1, 2, 3, 4.5, 6])
def test_while_all_is_being_loaded(study_with_site, seconds):
    site = {path.name: path.read_bytes() for path in (study_with_site / "site").rglob("*") if path.is_file()}
    process = start(study_with_site, "report")
    time.sleep(seconds)
    stop(process, study_with_site, site)


def test_while_a_notebook_runs(study_with_site):
    site = {path.name: path.read_bytes() for path in (study_with_site / "site").rglob("*") if path.is_file()}
    process = start(study_with_site, "report")
    while not (study_with_site / "notebooks/started").exists():
        time.sleep(0.1)
        assert process.poll() is None
    stop(process, study_with_site, site)
