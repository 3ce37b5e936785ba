"""The README: its commands and targets exist, its pictures are light, its links lead somewhere."""

import re

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


def test_pictures_are_light_and_links_lead_somewhere(readme, root):
    links = re.findall(r"\]\(([^)#]+)\)", readme)
    assert len(links) > 5 and all((root / link).exists() for link in links if not link.startswith("http"))
    pictures = [root / link for link in links if link.endswith(".svg")]
    assert len(pictures) == 2 and all(
        path.stat().st_size < 60_000 and "<text" in path.read_text("utf-8") for path in pictures
    )
