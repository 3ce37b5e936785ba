"""The README: its commands and targets exist, its pictures are light, its links lead somewhere."""

import re
import tempfile
from importlib import util
from pathlib import Path

import pytest
from typer.main import get_command

from analysis.cli import app


@pytest.fixture(scope="module")
def readme(root):
    return (root / "README.md").read_text("utf-8")


def test_every_command_is_one_with_the_options_that_are_named(readme):
    commands = get_command(app).commands
    lines = re.findall(r"^\| `lesarten ([^`]+)`", readme, re.M)
    assert len(lines) >= 5
    for line in lines:
        words = line.split()
        command = commands[words[0]]
        if hasattr(command, "commands"):
            command = command.commands[words[1].split("\\|")[0]]
        known = {option for parameter in command.params for option in parameter.opts}
        assert set(re.findall(r"--[\w-]+", line)) <= known, line


def test_every_make_target_is_there(readme, root):
    makefile = (root / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"\bmake ([a-z]+)", readme))
    assert {"report", "test", "lab"} <= targets
    assert all(re.search(rf"^{target}:", makefile, re.M) for target in targets if target != "sure"), targets


def test_pictures_are_what_the_program_draws_now(root):
    """Letter for letter; after a change of the pages `python .github/pictures.py` draws them anew."""
    module = util.spec_from_file_location("pictures", root / ".github" / "pictures.py")
    pictures = util.module_from_spec(module)
    module.loader.exec_module(pictures)
    with tempfile.TemporaryDirectory() as folder:
        drawn = {"finding.svg": pictures.draw_finding(), "reader.svg": pictures.draw_reader(Path(folder))}
    for name, svg in drawn.items():
        kept = (root / ".github" / name).read_text("utf-8")
        assert re.findall(
            r"<text.*?</text>", re.sub(r' (?:[xy]|style|transform|textLength)="[^"]*"', "", kept), re.S
        ) == (re.findall(r"<text.*?</text>", re.sub(r' (?:[xy]|style|transform|textLength)="[^"]*"', "", svg), re.S)), (
            name
        )
        assert kept.count("<use") == svg.count("<use"), name


def test_pictures_are_light_and_links_lead_somewhere(readme, root):
    links = re.findall(r"\]\(([^)#]+)\)", readme)
    assert len(links) > 5 and all((root / link).exists() for link in links if not link.startswith("http"))
    pictures = [root / link for link in links if link.endswith(".svg")]
    assert len(pictures) == 2 and all(
        path.stat().st_size < 60_000 and "<text" in path.read_text("utf-8") for path in pictures
    )
