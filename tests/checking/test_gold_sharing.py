"""Passages, edits and numbers of the five articles, held against the hand coding in data/gold (coded blind)."""

import re

import pandas as pd
import pytest

PEOPLE = ("deaths", "arrests", "wounded", "soldiers", "attackers")


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


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def side(words: str, articles: str) -> tuple[list[str], frozenset[str]]:
    return words_of(words), frozenset(articles.split(";"))


def tells_of(coded, change) -> bool:
    """Tell whether a found change speaks of a coded one: the same articles, and its words, or more of a rewritten stretch.

    Of *wurden … worden* the first word is enough.
    """
    pairs = [
        (side(coded.words, coded.article_id), side(coded.other_words, coded.other_article_ids)),
        (side(coded.other_words, coded.other_article_ids), side(coded.words, coded.article_id)),
    ]
    mine = side(change.words, change.articles), side(change.other_words, change.other_articles)
    return any(
        all(
            bool(a[1] & b[1])
            and (set(a[0]) <= set(b[0]) or (len(a[0]) > 1 and 2 * len(set(a[0]) & set(b[0])) >= len(a[0])))
            for a, b in zip(pair, mine, strict=True)
        )
        and (pair[0][0] == [] or mine[0][0] != [])
        for pair in pairs
    )


def undoubted(coded: pd.DataFrame) -> pd.DataFrame:
    """Keep the changes of words and marks that the coder did not doubt."""
    return coded[(coded["doubt"] == "") & coded["changes"].isin(["word", "marks"])]


KNOWN_MISSES = {"an der Grenze zu China"}  # 003 wrote the head of the sentence anew: "das an Russland und China grenzt"


def test_the_undoubted_edits_are_found_but_for_one_in_a_rewritten_sentence(study, gold):
    """Of 23 undoubted edits of words 22 are found (0.957); the other is a phrase that became a clause around a shared name."""
    coded = undoubted(gold("edits"))
    missed = [
        row.words or row.other_words
        for row in coded.itertuples()
        if not any(tells_of(row, change) for change in study.changes.itertuples())
    ]
    assert len(coded) == 23
    assert set(missed) == KNOWN_MISSES


def test_what_an_edit_does_is_as_coded(study, gold):
    """Counted over the undoubted edits that are found alone, not inside a longer stretch: at least nine in ten."""
    pairs = []
    for row in undoubted(gold("edits")).itertuples():
        for change in study.changes.itertuples():
            same = sorted([words_of(row.words), words_of(row.other_words)]) == sorted(
                [words_of(change.words), words_of(change.other_words)]
            )
            if same and tells_of(row, change):
                pairs.append((row.effect, change.effect, row.words, row.other_words))
    assert len(pairs) >= 15
    assert sum(coded == found for coded, found, *_ in pairs) >= 0.9 * len(pairs), pairs


def test_the_changes_ranked_highest_are_real(study):
    """Each wording of the twenty that lead stands in every article that is said to have it, and in no other side."""
    texts = {a: " ".join(t.split()) for a, t in study.articles.set_index("article_id")["text"].items()}
    for change in study.changes.head(20).itertuples():
        for words, articles in ((change.words, change.articles), (change.other_words, change.other_articles)):
            assert all(words.casefold() in texts[a].casefold() for a in articles.split(";")), change
        if change.effect == "omission" and change.other_start < 0:
            assert not any(change.words in texts[a] for a in change.other_articles.split(";"))


def without_vague(coded: pd.DataFrame) -> pd.DataFrame:
    return coded[coded["value"] != ""]


def matched(study, coded: pd.DataFrame) -> list[tuple]:
    """Pair coded and found numbers of an article in order of their value and words."""
    found = study.quantities.assign(plain=[" ".join(t.split()) for t in study.quantities["text"]])
    pairs = []
    for row in without_vague(coded).itertuples():
        own = found[(found["article_id"] == row.article_id) & (found["value"] == float(row.value))]
        hit = own[own["plain"].str.contains(row.words, regex=False)]
        pairs.append((row, next(hit.itertuples(), None)))
    return pairs


def test_every_number_has_value_bound_and_topic_as_coded(study, gold):
    """All 30 numbers that are not vague, and no other."""
    coded = gold("quantities")
    pairs = matched(study, coded)
    assert len(pairs) == 30 == len(study.quantities)
    for row, hit in pairs:
        assert hit is not None, row.words
        assert (hit.bound, hit.topic) == (row.bound, row.topic), row.words


def test_every_number_counts_the_people_that_are_coded(study, gold):
    """People word for word; of things and sums the coder says what they are for, the finder gives the noun."""
    for row, hit in matched(study, gold("quantities")):
        if row.topic in PEOPLE and row.topic != "soldiers":
            assert hit.population == row.population, row.words


ACTORS = {  # the coder's names of actors, as data/actors.toml calls them
    "kasachisches Innenministerium": "Innenministerium Kasachstans", "kasachische Behörden": "Behörden Kasachstans",
    "kasachische Medien": "Medien Kasachstans", "kasachisches Staatsfernsehen": "Staatsfernsehen Kasachstans",
    "Organisation des Vertrags über kollektive Sicherheit (OVKS)": "Organisation des Vertrags über kollektive Sicherheit",
}  # fmt: skip


def test_every_undoubted_number_has_the_actor_that_is_coded(study, gold):
    """27 of the 30 numbers are undoubted; 24 of them have a source, and the actor of each is the coded one."""
    checked = 0
    for row, hit in matched(study, gold("quantities")):
        if not row.doubt:
            assert hit.actor == ACTORS.get(row.source_actor, row.source_actor), row.words
            checked += 1
    assert checked == 27


def test_every_undoubted_number_has_a_source_where_one_is_coded_and_none_elsewhere(study, gold):
    for row, hit in matched(study, gold("quantities")):
        if row.doubt:
            continue
        assert bool(hit.source) == bool(row.source), row.words
        assert hit.source_from == row.source_from, row.words
        assert set(words_of(hit.source)) <= set(words_of(row.source)), row.words
