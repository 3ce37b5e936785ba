"""Who acts: agent, patient and voice of two hundred clauses of Der Standard, coded blind before the first run.

    LESARTEN_CORPORA=FOLDER python -m benchmarks.agency

`derstandard_clauses.csv` and `derstandard_further_clauses.csv` in `benchmarks/unseen` hold the coding after
`data/gold/rules/agency.md` as offsets alone; `row` counts the articles of `derstandard-1k.csv.gz` from 0. A role is
right if the words found for it overlap the coded head, or if neither names anybody; where the coding notes an elided
role, its antecedent is right too. The errors of these clauses were not read.
"""

import os
from pathlib import Path

import pandas as pd

from analysis.codebook.cues import read_cues
from analysis.codebook.frames_file import read_elements
from analysis.framing.semantic_roles import ACTS, find_agency_of
from analysis.language.parsing import parse
from analysis.language.tagging import tag_articles
from analysis.language.words import read_words
from analysis.reading.file_readers import plain_articles

UNSEEN = Path(__file__).parent / "unseen"
CODED = (UNSEEN / "derstandard_clauses.csv", UNSEEN / "derstandard_further_clauses.csv")
Span = tuple[int, int]


def find_clauses(texts: pd.DataFrame) -> dict[tuple[str, int], dict]:
    """Find who acts in bare texts: by article and offset of the verb."""
    articles, paragraphs = plain_articles(texts)
    sentences, tokens = tag_articles(articles, paragraphs)
    classes = {kind: read_elements().classes[kind] for kind in ACTS}
    parsed = (parse(words, read_cues()) for words in read_words(articles, sentences, tokens))
    return {(r["article_id"], r["start"]): r for syntax in parsed for r in find_agency_of(syntax, classes=classes)}


def is_right(found: Span | None, coded: Span | None, other: Span | None) -> bool:
    """Tell whether the words found for a role overlap the coded head or its antecedent, or both name nobody."""
    if found is None:
        return coded is None
    return any(span is not None and found[0] < span[1] and span[0] < found[1] for span in (coded, other))


def judge(coded: dict, found: dict | None) -> dict[str, bool]:
    """Tell for one clause whether it is found, and whether agent, patient and voice are right."""
    if found is None:
        return dict.fromkeys(("found", "agent", "patient", "voice"), False)
    place = {name: _span(coded, name) for name in ("agent", "patient", "antecedent")}
    right = {"found": True, "voice": found["is_passive"] == (coded["voice"] == "passive")}
    subject, other_role = ("patient", "agent") if coded["voice"] == "passive" else ("agent", "patient")
    elided = other_role if coded[f"{subject}_start"] else subject  # whose place the coding leaves empty
    for name in ("agent", "patient"):
        other = place["antecedent"] if coded["elided"] == "yes" and name == elided else None
        right[name] = is_right(found[f"{name}_at"], place[name], other)
    return right


def _span(coded: dict, name: str) -> Span | None:
    return (int(coded[f"{name}_start"]), int(coded[f"{name}_end"])) if coded[f"{name}_start"] else None


def report(corpora: Path, file: Path) -> str:
    """Measure the coded clauses of a file; return the counts."""
    coded = pd.read_csv(file, dtype=str, keep_default_na=False)
    texts = pd.read_csv(corpora / "derstandard-1k.csv.gz")["text"].iloc[sorted(set(coded["row"].astype(int)))]
    found = find_clauses(pd.DataFrame({"article_id": texts.index.astype(str), "text": texts}))
    rows = [judge(row, found.get((row["row"], int(row["verb_start"])))) for row in coded.to_dict("records")]
    table = pd.DataFrame(rows).assign(all=lambda t: t[["agent", "patient", "voice"]].all(axis=1))
    return ", ".join(f"{name} {int(n)}" for name, n in table.sum().items()) + f" of {len(table)}"


if __name__ == "__main__":
    for coding in CODED:
        print(f"{coding.stem}: {report(Path(os.environ['LESARTEN_CORPORA']), coding)}")
