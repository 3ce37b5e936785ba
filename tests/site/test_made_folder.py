"""The folder of a site or of exported tables: what was made is made anew, everything else is left alone."""

import signal
import subprocess
import sys

import pytest

from analysis import StudyError
from analysis.site.output_folder import made_files, rewrite_folder


def write(out, *names, text="made", **options):
    with rewrite_folder(out, by="report", **options) as draft:
        for name in names:
            (draft / name).parent.mkdir(parents=True, exist_ok=True)
            (draft / name).write_text(text)


def names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_what_is_no_longer_made_goes_and_the_folder_stays_the_same_one(tmp_path):
    """The folder may be a mount point: it keeps its inode, and nothing is written beside it."""
    out = tmp_path / "site"
    write(out, "index.html", "old.html", "charts/old.svg")
    inode = out.stat().st_ino
    write(out, "index.html", text="anew")
    assert names(out) == [".lesarten-site", "index.html"] and (out / "index.html").read_text() == "anew"
    assert not (out / "charts").exists() and out.stat().st_ino == inode
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_strangers_in_the_site_are_left_alone(tmp_path):
    out = tmp_path / "site"
    write(out, "index.html", "charts/a.svg")
    for stranger in (".git/HEAD", "CNAME", "charts/mine.svg", "folder/file"):
        (out / stranger).parent.mkdir(parents=True, exist_ok=True)
        (out / stranger).write_text("mine")
    (tmp_path / ".site.old").mkdir()
    (tmp_path / ".site.old/years-of-work").write_text("mine")
    write(out, "index.html", text="anew")
    assert names(out) == [".git/HEAD", ".lesarten-site", "CNAME", "charts/mine.svg", "folder/file", "index.html"]
    assert names(tmp_path / ".site.old") == ["years-of-work"]


def test_a_strangers_file_in_the_way_is_refused_and_nothing_changes(tmp_path):
    out = tmp_path / "site"
    write(out, "index.html")
    (out / "new.html").write_text("mine")
    with pytest.raises(StudyError, match=r"new\.html: was not made by `lesarten report`"):
        write(out, "index.html", "new.html", text="anew")
    assert (out / "index.html").read_text() == "made" and (out / "new.html").read_text() == "mine"
    assert names(out) == [".lesarten-site", "index.html", "new.html"]


def test_what_is_planned_is_looked_at_before_anything_is_done(tmp_path):
    (tmp_path / "index.html").write_text("mine")
    with (
        pytest.raises(StudyError, match="was not made"),
        rewrite_folder(tmp_path, by="report", planned=["index.html"]),
    ):
        raise AssertionError("must not be reached")


def test_a_made_file_that_was_changed_by_hand_is_somebodys_work(tmp_path):
    write(tmp_path / "site", "index.html")
    (tmp_path / "site/index.html").write_text("my own first page")
    with pytest.raises(StudyError, match=r"index\.html: .* changed since"):
        write(tmp_path / "site", "index.html", text="anew")
    assert (tmp_path / "site/index.html").read_text() == "my own first page"


@pytest.mark.parametrize("place", ["../precious", "/{}/precious", "link/precious", "x/../../precious"])
def test_a_forged_marker_removes_nothing(tmp_path, place):
    """The checksum of an empty file stands in every marker; so it must be the path that is not believed."""
    out = tmp_path / "site"
    write(out, "index.html")
    (tmp_path / "precious").write_text("")
    (out / "link").symlink_to(tmp_path)
    digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    with (out / ".lesarten-site").open("a") as marker:
        marker.write(f"{digest}  {place.format(tmp_path)}\n")
    assert [path.name for path in made_files(out, by="report")] == ["index.html"]
    write(out, "index.html", text="anew")
    assert (tmp_path / "precious").exists()


def test_a_link_to_a_folder_elsewhere_is_not_written_through(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    write(tmp_path / "site", "index.html")
    (tmp_path / "site/charts").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StudyError, match="charts: was not made"):
        write(tmp_path / "site", "charts/a.svg")
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_folder_without_marker_is_refused_only_if_it_holds_something(tmp_path):
    (tmp_path / "empty").mkdir()
    write(tmp_path / "empty", "index.html", alone=True)
    (tmp_path / "full").mkdir()
    (tmp_path / "full/thesis.docx").write_text("mine")
    with pytest.raises(StudyError, match="choose another --out"):
        write(tmp_path / "full", "index.html", alone=True)
    (tmp_path / "file").write_text("mine")
    with pytest.raises(StudyError, match="is a file"):
        write(tmp_path / "file", "index.html")


def test_a_failure_leaves_the_last_site_and_no_draft(tmp_path):
    write(tmp_path / "site", "index.html")
    for out in (tmp_path / "site", tmp_path / "new"):
        with pytest.raises(ZeroDivisionError), rewrite_folder(out, by="report") as draft:
            (draft / "index.html").write_text("half")
            raise ZeroDivisionError
    assert names(tmp_path) == ["site/.lesarten-site", "site/index.html"] and not (tmp_path / "new").exists()


def test_the_draft_of_a_killed_process_is_cleared_and_that_of_a_living_one_is_not(tmp_path):
    code = (
        "import sys, os; from pathlib import Path; from analysis.site.output_folder import rewrite_folder\n"
        "with rewrite_folder(Path(sys.argv[1]), by='report') as draft:\n"
        "    (draft / 'half').write_text(''); print(draft, flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "site")]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    process.stdout.readline()
    write(tmp_path / "site", "a.html")
    assert len(list((tmp_path / "site").glob(".lesarten-draft-*"))) == 1
    process.send_signal(signal.SIGKILL)
    process.communicate()
    write(tmp_path / "site", "a.html", text="anew")
    assert names(tmp_path / "site") == [".lesarten-site", "a.html"]
