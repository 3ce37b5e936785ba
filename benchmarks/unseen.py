"""Accuracy on articles that no rule was written with: quotations, speakers and numbers, coded blind.

    LESARTEN_CORPORA=FOLDER python -m benchmarks.unseen

`benchmarks/unseen` holds the coding of 20 articles of `derstandard-1k.csv.gz` and of the 20 of `pages/gold.jsonl` as
offsets alone, in the article as those files give it (a page: its title and paragraphs, parted by blank lines). They
were coded after `data/gold/rules` by reading, before the finder was run on them; `doubt` marks rows that another reader
may code otherwise. A quotation is found if one of the program's overlaps it by half (F1 of characters, best pairing).
"""

import gzip
import io
import json
import os
import tempfile
import unicodedata
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.optimize import linear_sum_assignment

from analysis import open_study

HERE = Path(__file__).parent / "unseen"
AT_LEAST = 0.5
DOTS = "\u0308"  # of ä, ö, ü
PEOPLE = ("deaths", "wounded", "arrests", "missing", "protesters", "attackers", "soldiers", "police")
SAME_TOPIC = {"value": "money"}  # the study's name of a topic, where the coding has another


def read_texts(corpora: Path) -> dict[str, dict[str, str]]:
    """Read the articles of both sets by id."""
    with gzip.open(corpora / "derstandard-1k.csv.gz") as file:
        rows = pd.read_csv(io.TextIOWrapper(file, encoding="utf-8")).set_index("article_id")["text"]
    pages = {}
    for line in (corpora / "pages" / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        page = json.loads(line)
        pages[page["file"].removesuffix(".html")] = "\n\n".join([page["title"], *page["paragraphs"]])
    return {"derstandard": rows.to_dict(), "pages": pages}


def run(texts: dict[str, str], topics: Path) -> tuple[pd.DataFrame, ...]:
    """Make a study of the articles, with no actors, and return its articles, quotes and quantities."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "data").mkdir()
        blocks = ['[study]\ntitle = "unseen"\n']
        for name, text in texts.items():
            (root / f"{name}.txt").write_text(text, encoding="utf-8")
            blocks.append(f'[[articles]]\nid = "{name}"\nfile = "{name}.txt"\nreader = "plain"\n')
        (root / "data" / "study.toml").write_text("\n".join(blocks), encoding="utf-8")
        (root / "data" / "quantities.toml").write_bytes(topics.read_bytes())
        study = open_study(root)
        return study.articles, study.quotes, study.quantities


def _spans(written: str) -> list[tuple[int, int]]:
    return [tuple(map(int, span.split("-"))) for span in written.split(";")] if written else []


def _words(text: str, written: str) -> list[str]:
    return [text[a:b] for a, b in _spans(written)]


def place(article: str, source: str, written: str) -> list[tuple[int, int]]:
    """Find a coded span in the article as the study reads it: the same words, nearest to the same share of the text."""
    found, at = [], 0
    for (start, _), words in zip(_spans(written), _words(source, written), strict=True):
        squeezed = " ".join(words.split())
        begins = [i for i in range(at, len(article)) if article.startswith(squeezed, i)]
        if not begins:
            return []
        wanted = start * len(article) / len(source)
        begin = min(begins, key=lambda i: abs(i - wanted))
        found.append((begin, begin + len(squeezed)))
        at = begin + len(squeezed)
    return found


def _chars(spans: list[tuple[int, int]]) -> set[int]:
    return {i for a, b in spans for i in range(a, b)}


def pair(coded: list[set[int]], found: list[set[int]]) -> list[tuple[int, int]]:
    """Pair coded and found spans so that the summed F1 of characters is highest; pairs under `AT_LEAST` fall away."""
    if not coded or not found:
        return []
    score = np.array([[2 * len(a & b) / (len(a) + len(b) or 1) for b in found] for a in coded])
    rows, columns = linear_sum_assignment(-score)
    return [(i, j) for i, j in zip(rows, columns, strict=True) if score[i, j] >= AT_LEAST]


def _same_name(name: str, actor: str) -> bool:
    """Tell whether a found actor is the coded one: one holds the other's last word, with accents or without.

    >>> _same_name("Ivica Dačić", "Ivica Dacic"), _same_name("Anna Müller", "Anna Muller")
    (True, False)
    """
    last = [word.strip(",.") for word in name.split()][-1:]
    return bool(last) and _without_accents(last[0]).casefold() in _without_accents(actor).casefold()


def _without_accents(word: str) -> str:
    """Write a word without accents, but with the two dots that make another letter in German."""
    parts = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(c for c in parts if c == DOTS or not unicodedata.combining(c)))


def compare_quotes(coded: pd.DataFrame, texts: dict[str, str], articles: pd.DataFrame, quotes: pd.DataFrame) -> dict:
    """Count what is found, by type, and for what is found whether the speaker is right."""
    read = articles.set_index("article_id")["text"]
    n = dict.fromkeys(("coded", "found", "both", "speaker", "asked", "name", "named"), 0)
    types: dict[str, list[int]] = {}
    for article_id, rows in coded.groupby("article_id"):
        text, source, mine = read[article_id], texts[article_id], quotes[quotes["article_id"] == article_id]
        gold = [_chars(place(text, source, pieces)) for pieces in rows["pieces"]]
        other = [_chars(_spans(q.pieces) or [(q.start, q.end)]) for q in mine.itertuples()]
        pairs = pair(gold, other)
        n["coded"] += len(gold)
        n["found"] += len(other)
        n["both"] += len(pairs)
        for kind in set(rows["type"]) | set(mine["type"]):
            a = [g for g, t in zip(gold, rows["type"], strict=True) if t == kind]
            b = [o for o, t in zip(other, mine["type"], strict=True) if t == kind]
            cell = types.setdefault(kind, [0, 0, 0])
            cell[0] += len(a)
            cell[1] += len(b)
            cell[2] += len(pair(a, b))
        for i, j in pairs:
            row, hit = rows.iloc[i], mine.iloc[j]
            name = " ".join(_words(source, row["actor"]))
            said = _chars(place(text, source, row["speaker"])) if row["speaker"] else set()
            start, end = hit["speaker_start"], hit["speaker_end"]
            words = set() if pd.isna(start) else set(range(int(start), int(end)))
            overlap = len(said & words) > 0.3 * min(len(said), len(words)) if said and words else not said and not words
            is_name = bool(name) and name[0].isupper() and _same_name(name, str(hit["actor"]))
            n["asked"] += 1
            n["speaker"] += overlap or is_name
            if name and name[0].isupper():
                n["named"] += 1
                n["name"] += is_name
    return n | {"types": types}


def compare_numbers(coded: pd.DataFrame, texts: dict[str, str], articles: pd.DataFrame, found: pd.DataFrame) -> dict:
    """Count the numbers found, those with value, topic and bound right, and people counted where there are none."""
    read = articles.set_index("article_id")["text"]
    n = dict.fromkeys(("coded", "found", "both", "right", "people", "no_people"), 0)
    for article_id in articles["article_id"]:
        rows, mine = coded[coded["article_id"] == article_id], found[found["article_id"] == article_id]
        rows = rows[rows["value"] != ""]
        gold = [_chars(place(read[article_id], texts[article_id], pieces)) for pieces in rows["pieces"]]
        other = [set(range(q.start, q.end)) for q in mine.itertuples()]
        score = np.array([[len(a & b) > 0 for b in other] for a in gold], dtype=float).reshape(len(gold), len(other))
        i, j = linear_sum_assignment(-score) if score.size else ([], [])
        pairs = {int(b): int(a) for a, b in zip(i, j, strict=True) if score[a, b]}
        n["coded"] += len(gold)
        n["found"] += len(other)
        n["both"] += len(pairs)
        for b, hit in enumerate(mine.itertuples()):
            row = rows.iloc[pairs[b]] if b in pairs else None
            topic = SAME_TOPIC.get(hit.topic, hit.topic)
            if row is not None:
                value = float(row["value"]) if row["value"].replace(".", "", 1).isdigit() else float("nan")
                n["right"] += (
                    abs(value - hit.value) < 1e-9 * max(1, value)
                    and topic == row["topic"]
                    and hit.bound == row["bound"]
                )
            if topic in PEOPLE:
                n["people"] += 1
                n["no_people"] += row is None or row["topic"] not in PEOPLE
    return n


def f1(coded: int, found: int, both: int) -> str:
    """Write F1 with its counts."""
    return f"{2 * both / (coded + found):.2f} ({both} of {coded} coded, {found} found)" if coded + found else "–"


def report(corpora: Path, topics: Path) -> str:
    """Measure both sets, with and without the rows in doubt; return Markdown."""
    lines = []
    for name, texts in read_texts(corpora).items():
        quotes = pd.read_csv(HERE / f"{name}_quotes.csv", dtype=str, keep_default_na=False)
        numbers = pd.read_csv(HERE / f"{name}_numbers.csv", dtype=str, keep_default_na=False)
        ids = sorted(
            set(quotes["article_id"]) | set(numbers["article_id"]) | (set(texts) if name == "pages" else set())
        )
        mine = {key: texts[key] for key in ids}
        articles, found, amounts = run(mine, topics)
        for doubt, kept in (("all rows", quotes), ("without doubt", quotes[quotes["doubt"] == ""])):
            n = compare_quotes(kept, mine, articles, found)
            lines.append(f"{name}, {doubt}: found {f1(n['coded'], n['found'], n['both'])}")
            lines += [f"  {kind}: {f1(*cell)}" for kind, cell in sorted(n["types"].items())]
            lines.append(f"  speaker right {n['speaker']} of {n['asked']}, by name {n['name']} of {n['named']}")
        n = compare_numbers(numbers, mine, articles, amounts)
        lines.append(f"{name}, numbers: found {f1(n['coded'], n['found'], n['both'])}")
        lines.append(f"  value, topic and bound right {n['right']} of {n['both']}")
        lines.append(f"  of people {n['people']}, counting none {n['no_people']}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(report(Path(os.environ["LESARTEN_CORPORA"]), Path(__file__).parent.parent / "data" / "quantities.toml"))
