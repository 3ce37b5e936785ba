"""A shared site of the shipped study: every file is searched for the articles' words."""

import html
import io
import re
import subprocess
import sys
import zipfile

import pytest

from analysis.site.public_excerpts import LONGEST, SHARE

pytestmark = pytest.mark.slow
WORD = re.compile(r"\w+")
RUN = 8  # words: what counts as giving an article back


def words(text):
    return [word.casefold() for word in WORD.findall(text)]


def views(name, raw):
    """Give a file's words: a page with its tags taken away, and with tags as gaps."""
    if not name.endswith((".html", ".svg")):
        return [words(raw)]
    raw = re.sub(r"<(script|style)\b.*?</\1>", " ", raw, flags=re.DOTALL)
    return [words(html.unescape(re.sub(r"<[^>]+>", gap, raw))) for gap in ("", " ")]


def runs(shown, article, places):
    """Give each run of at least eight of an article's words in a file: where in the article it begins and ends."""
    for i in range(len(shown) - RUN + 1):
        for p in places.get(tuple(shown[i : i + RUN]), ()):
            n = RUN
            while i + n < len(shown) and p + n < len(article) and shown[i + n] == article[p + n]:
                n += 1
            yield p, p + n


@pytest.fixture(scope="module")
def files(root, tmp_path_factory):
    out = tmp_path_factory.mktemp("public") / "site"
    command = [sys.executable, "-m", "analysis.cli", "report", "--public", "--study", str(root), "--out", str(out)]
    subprocess.run(command, check=True, capture_output=True)
    found = {p.name: p.read_bytes() for p in out.rglob("*") if p.suffix in (".html", ".svg", ".csv", ".zip", ".json")}
    for name in [name for name in found if name.endswith(".zip")]:
        with zipfile.ZipFile(io.BytesIO(found.pop(name))) as pack:
            found |= {f"{name}/{inner}": pack.read(inner) for inner in pack.namelist()}
    return {name: raw.decode("utf-8", "replace") for name, raw in found.items()}


def test_no_file_shows_more_in_a_row_and_all_together_no_more_than_promised(study, files):
    assert len(files) > 50
    seen = [view for name, raw in files.items() for view in views(name, raw)]
    for text in study.articles["text"]:
        article, places = words(text), {}
        for i in range(len(article) - RUN + 1):
            places.setdefault(tuple(article[i : i + RUN]), []).append(i)
        found = {run for view in seen for run in runs(view, article, places)}
        given = {n for first, last in found for n in range(first, last)}
        assert max(last - first for first, last in found) <= LONGEST
        assert 0 < len(given) <= SHARE * len(article)
