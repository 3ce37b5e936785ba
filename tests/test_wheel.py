"""The built wheel: in an environment of its own, on a study elsewhere, with nothing of the repository near."""

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow


def run(*command, **options):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(root, tmp_path_factory) -> Path:
    """Build the wheel from what is committed or about to be, in a folder of its own."""
    source = tmp_path_factory.mktemp("source")
    for name in run("git", "ls-files", "-co", "--exclude-standard", cwd=root).splitlines():
        if (root / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(root / name, source / name)
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", out, source, cwd=out)
    return next(out.glob("*.whl"))


def test_everything_that_is_read_travels_with_it(wheel, root):
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {path.relative_to(root).as_posix() for path in (root / "analysis").rglob("*")
              if path.is_file() and "__pycache__" not in path.parts}  # fmt: skip
    wanted |= {f"analysis/notebooks/{path.name}" for path in (root / "notebooks").glob("*.ipynb")}
    assert wanted <= names
    assert not [name for name in names if name.split("/")[0] not in ("analysis",) and ".dist-info/" not in name]


@pytest.fixture(scope="module")
def environment(wheel, tmp_path_factory) -> Path:
    """Make an environment with the wheel; the libraries are those that are installed here, Lesarten is not."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=True)
    place = next(folder.glob("lib/python*/site-packages"))
    run(sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--no-warn-script-location",
        "--prefix", folder, "--ignore-installed", wheel)  # fmt: skip
    (place / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return folder


def test_a_study_elsewhere_is_reported_from_the_wheel(environment, broken_study):
    """The notebooks are those that came along; the site and the tables come from the wheel's code."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "LESARTEN"))}
    python, lesarten = environment / "bin/python", environment / "bin/lesarten"
    clean["PATH"] = f"{environment / 'bin'}{os.pathsep}{clean['PATH']}"
    options = {"cwd": broken_study.parent, "env": clean}
    where = run(python, "-c", "import analysis; print(analysis.__file__)", **options)
    assert where.startswith(str(environment))
    assert "sound" in run(python, "-I", lesarten, "check", broken_study.name, **options)
    run(python, "-I", lesarten, "report", "--study", broken_study.name, "--out", f"{broken_study.name}/site", **options)
    pages = {path.name for path in (broken_study / "site").glob("*.html")}
    assert {"index.html", "01_corpus.html", "03_vocabulary.html"} <= pages
    run(python, "-I", lesarten, "export", "--study", broken_study.name, "--out", f"{broken_study.name}/x", **options)
    assert (broken_study / "x/quotes.csv").is_file()
