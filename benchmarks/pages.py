"""Web pages: how much of the article the import finds, and how little else; rules were made on every other page.

    python -m benchmarks.pages FOLDER

The folder holds saved pages (`*.html.gz`) and `gold.jsonl`: what each article says (`file`, `title`, `published`,
`paragraphs`), read by a parser written for its paper.
"""

import gzip
import json
import os
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from analysis.errors import StudyError
from analysis.reading.importing.web_pages import read_page

FOLDER = Path(os.environ.get("LESARTEN_CORPORA", "../shared/corpora")) / "pages"


@dataclass(frozen=True)
class Score:
    """A page held against its gold: words in common, found and true; title and date right; unsure or not."""

    file: str
    is_made_on: bool
    common: int
    found: int
    true: int
    title: bool
    date: bool
    unsure: bool
    plain_common: int
    plain_found: int

    @property
    def precision(self) -> float:
        return self.common / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.common / self.true


def _words(text: str) -> Counter:
    return Counter(re.findall(r"\w+", re.sub("[\u00ad\u200b]", "", text).lower()))


def _same(first: str, second: str) -> bool:
    return re.sub(r"\W+", "", first.lower()) == re.sub(r"\W+", "", second.lower())


def score(folder: Path) -> list[Score]:
    """Read every page and hold it against its gold; odd pages in the order of their names are those of the rules."""
    import trafilatura

    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    scores = []
    for n, page in enumerate(sorted(gold, key=lambda page: page["file"])):
        raw = gzip.decompress((folder / f"{page['file']}.gz").read_bytes())
        markup = raw.decode("utf-8", errors="replace")
        true = _words(" ".join(page["paragraphs"]))
        plain = _words(trafilatura.extract(markup, include_comments=False) or "")
        try:
            found = read_page(markup, shown=page["file"])
        except StudyError:
            scores.append(Score(page["file"], n % 2 == 0, 0, 0, true.total(), False, False, True, 0, 0))
            continue
        mine = _words(" ".join(text for part, text in found.reading.paragraphs if part != "title"))
        scores.append(Score(
            page["file"], n % 2 == 0, (mine & true).total(), mine.total(), true.total(),
            _same(found.reading.title, page["title"]), found.reading.published == page["published"][:10],
            bool(found.unsure), (plain & true).total(), plain.total(),
        ))  # fmt: skip
    return scores


def _row(name: str, scores: list[Score]) -> str:
    """Write the means over pages."""
    n = len(scores)
    precision, recall = (sum(getattr(s, key) for s in scores) / n for key in ("precision", "recall"))
    plain = [(s.plain_common / max(1, s.plain_found), s.plain_common / s.true) for s in scores]
    plain_precision, plain_recall = (sum(values) / n for values in zip(*plain, strict=True))
    titles, dates, unsure = (sum(getattr(s, key) for s in scores) for key in ("title", "date", "unsure"))
    return (f"| {name} | {n} | {precision:.3f} | {recall:.3f} | {plain_precision:.3f} | {plain_recall:.3f} "
            f"| {titles} | {dates} | {unsure} |")  # fmt: skip


def measure(folder: Path = FOLDER) -> str:
    """Measure; return Markdown."""
    if not (folder / "gold.jsonl").is_file():
        return f"No {folder.name}: name the folder of the corpora in LESARTEN_CORPORA to measure web pages."
    scores = score(folder)
    parts = {"made on": [s for s in scores if s.is_made_on], "other": [s for s in scores if not s.is_made_on]}
    # a gold whose words are hardly on the page is another page's: nobody could find it
    sound = [s for s in scores if s.plain_common > 0.3 * s.true or s.common > 0.3 * s.true]
    lines = ["| pages | n | precision | recall | trafilatura: precision | recall | titles | dates | unsure |",
             "|" + "---|" * 9,
             *(_row(name, part) for name, part in parts.items()), _row("all", scores),
             _row("all whose gold is on the page", sound), ""]  # fmt: skip
    lines += [f"- {s.file}: {s.precision:.3f}, {s.recall:.3f}{', unsure' if s.unsure else ''}" for s in scores
              if s.precision < 0.95 or s.recall < 0.96]  # fmt: skip
    return "\n".join(lines)


if __name__ == "__main__":
    print(measure(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER))
