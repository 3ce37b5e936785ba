"""Passages, edits and quantities of the five articles, held against the hand coding in data/gold (coded blind)."""

import re

import pandas as pd
import pytest

FOUR = ("deaths", "arrests", "wounded", "soldiers")


@pytest.fixture(scope="module")
def gold(root):
    """Read one hand-coded table."""

    def read(name: str) -> pd.DataFrame:
        return pd.read_csv(root / "data/gold" / f"{name}.csv", dtype="str", keep_default_na=False)

    return read


def shared_words(study, passages: pd.DataFrame) -> dict[tuple[str, str, int], set[int]]:
    """List, for each two articles, the words of the first that lie in a passage which both have, by passage."""
    tokens = study.tokens[study.tokens["form"].str.contains(r"\w", regex=True)]
    found: dict[tuple[str, str, int], set[int]] = {}
    for passage, copies in passages.groupby("passage"):
        for row in copies.itertuples():
            inside = tokens[
                (tokens["article_id"] == row.article_id) & (tokens["start"] >= row.start) & (tokens["end"] <= row.end)
            ]
            for other in set(copies["article_id"]) - {row.article_id}:
                found.setdefault((row.article_id, other, passage), set()).update(inside["token"])
    return found


def by_pair(found: dict[tuple[str, str, int], set[int]]) -> set[tuple[str, str, int]]:
    return {(one, other, token) for (one, other, _), own in found.items() for token in own}


def locate(study, coded: pd.DataFrame) -> pd.DataFrame:
    """Find the coded words in the articles; line and paragraph breaks may differ."""
    texts = study.articles.set_index("article_id")["text"]
    spans = [
        re.search(r"\s+".join(map(re.escape, row.text.split())), texts[row.article_id]).span()
        for row in coded.itertuples()
    ]
    return coded.assign(start=[s for s, _ in spans], end=[e for _, e in spans], passage=coded["passage"].astype(int))


def test_every_passage_is_found_and_nine_in_ten_of_the_words_found_are_right(study, gold):
    coded = locate(study, gold("passages"))
    doubtful = set(coded.loc[coded["note"].str.startswith("borderline: 8"), "passage"])
    wanted = shared_words(study, coded)
    found = by_pair(shared_words(study, study.passages))
    missed = [
        (one, other, passage)
        for (one, other, passage), own in wanted.items()
        if passage not in doubtful and sum((one, other, token) in found for token in own) < len(own) / 2
    ]
    assert not missed
    right = by_pair(wanted)
    assert len(found & right) >= 0.9 * len(found)
    certain = by_pair({key: own for key, own in wanted.items() if key[2] not in doubtful})
    assert len(found & certain) >= 0.95 * len(certain)


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+|[^\w\s]", text.casefold()))


def is_same_edit(row, words: str, other_words: str) -> bool:
    """Tell whether coded and found edit speak of the same words; one may take in more of a rewritten stretch."""
    sides = [(words_of(row.words), words_of(words)), (words_of(row.other_words), words_of(other_words))]
    return all(2 * len(a & b) >= min(len(a), len(b)) if a and b else not a for a, b in sides) and any(
        a & b for a, b in sides
    )


def test_nine_in_ten_of_the_edits_that_change_a_word_are_found_and_nine_in_ten_rows_are_right(study, gold):
    """Left out, as the coders' notes say: two doubtful passages (p14, p15), words at a passage's edge, both noted."""
    coded = gold("edits")
    pairs = dict(list(study.edits.groupby(["article_id", "other_article_id"])))
    matched, found = set(), {}
    for row in coded.itertuples():
        rows = pairs.get((row.article_id, row.other_article_id), study.edits.head(0))
        hits = [e.Index for e in rows.itertuples() if is_same_edit(row, e.words, e.other_words)]
        found[row.Index] = bool(hits)
        matched.update(hits)
    certain = coded[(coded["class"] == "word") & ~coded["note"].str.contains(r"^p14|^p15|edge", regex=True)]
    assert certain.index.map(found).to_series().mean() >= 0.9
    assert len(matched) >= 0.9 * len(study.edits)


def test_nine_in_ten_of_the_quantities_are_found_and_nine_in_ten_rows_are_right(study, gold):
    coded = gold("quantities")
    coded = coded[coded["topic"].isin(FOUR)]
    found = study.quantities[study.quantities["topic"].isin(FOUR)]
    columns = ["article_id", "value", "bound", "topic"]
    wanted = coded.assign(value=coded["value"].astype(float))[columns].value_counts()
    got = found[columns].value_counts()
    right = pd.concat([wanted, got], axis=1).fillna(0).min(axis=1).sum()
    assert right >= 0.9 * len(coded)
    assert right >= 0.9 * len(found)
