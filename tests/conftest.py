"""What several tests need: the study itself, tagged once; small texts made into tables; a study to break."""

import os
import shutil
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import settings

from analysis import Study, open_study
from analysis.counting.groups import make_groups
from analysis.language.tagging import tag_articles
from analysis.reading.file_readers import plain_articles

ROOT = Path(__file__).resolve().parent.parent

# The same examples in every run, so that a change is judged by what it changed; new ones with LESARTEN_NEW_EXAMPLES=1.
settings.register_profile("same", derandomize=not os.environ.get("LESARTEN_NEW_EXAMPLES"))
settings.load_profile("same")


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def study() -> Study:
    return open_study(ROOT)


@pytest.fixture(scope="session")
def tag():
    """Tag texts: `tag("Ein Satz.", …)` gives articles (outlets a, b, …), sentences and tokens."""

    def make(*texts: str, outlets: list[str] | None = None):
        ids = [chr(ord("a") + n) for n in range(len(texts))]
        frame = pd.DataFrame({"article_id": ids, "outlet": outlets or ids, "text": list(texts)})
        articles, paragraphs = plain_articles(frame)
        sentences, tokens = tag_articles(articles, paragraphs)
        articles = make_groups(articles, "outlet")
        return articles, sentences, tokens

    return make


@pytest.fixture
def broken_study(tmp_path: Path) -> Path:
    """Copy the study to a folder of its own, where a test can break it."""
    for name in ("data", "seeds"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path
