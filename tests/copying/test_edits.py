"""Edits: what differs between two copies, on sentences counted by hand, and that edits turn one copy into the other."""

import re

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.copying.edits import find_edits
from analysis.copying.shared_passages import find_passages


def edits_between(tag, one: str, other: str) -> pd.DataFrame:
    articles, _, tokens = tag(one, other)
    copies = pd.DataFrame({"passage": 0, "article_id": ["a", "b"], "start": 0, "end": [len(one), len(other)]})
    return find_edits(articles, tokens, copies.assign(text=[one, other]))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Sie schickten vier Boote.", "Sie schickten vier Boote.", []),
        ("Die Soldaten kamen.", "Die Friedenssoldaten kamen.", [("replace", "word", "Soldaten", "Friedenssoldaten")]),
        ("Sie schickten acht Boote.", "Sie schickten 8 Boote.", [("replace", "number", "acht", "8")]),
        ("Es waren 4400 Boote.", "Es waren 4.400 Boote.", [("replace", "number", "4400", "4.400")]),
        ("Es waren 4400 Boote.", "Es waren 4 400 Boote.", [("replace", "number", "4400", "4 400")]),
        ("Es kostet 2,2 Millionen Euro.", "Es kostet 2.200.000 Euro.", [("replace", "number", "2,2 Millionen", "2.200.000")]),
        ("Es waren 26 Boote.", "Es waren 18 Boote.", [("replace", "word", "26", "18")]),
        ('Er nannte es "Krieg".', "Er nannte es „Krieg“.", [("replace", "typography", '"', "„"), ("replace", "typography", '"', "“")]),
        ("Er nannte sie Terroristen.", "Er nannte sie „Terroristen“.", [("insert", "marks", "", "„"), ("insert", "marks", "", "“")]),
        ("Die Strasse ist frei.", "Die Straße ist frei.", [("replace", "typography", "Strasse", "Straße")]),
        ("Die Corona-Krise endet.", "Die Coronakrise endet.", [("replace", "typography", "Corona-Krise", "Coronakrise")]),
        ("Er kam, sah und siegte.", "Er kam und siegte.", [("delete", "typography", ",", ""), ("delete", "word", "sah", "")]),
        ("Er kam gestern.", "Er kam erst gestern.", [("insert", "word", "", "erst")]),
        ("Das Boot ist leer.", "Das Boot war leer.", [("replace", "word", "ist", "war")]),
        ("Der Preis stieg. Die Fähren ruhten.", "Der Preis stieg an den Häfen ruhten.",
         [("delete", "typography", ".", ""), ("delete", "word", "Die Fähren", ""), ("insert", "word", "", "an den Häfen")]),
        ("Es stiegen die Gaspreise an.", "Es stiegen die Treibstoffpreise an.", [("replace", "word", "Gaspreise", "Treibstoffpreise")]),
        ("Nun stoppt die Regierung offenbar den Bau.", "Nun stoppt Ostland den Bau.",
         [("replace", "word", "die Regierung", "Ostland"), ("delete", "word", "offenbar", "")]),
        ("Es schrieb jemand auf der Tafel davon.", "Es schrieb jemand im Heft davon.", [("replace", "word", "auf der Tafel", "im Heft")]),
    ],
)  # fmt: skip
def test_edits_of_a_sentence(tag, one, other, expected):
    found = edits_between(tag, one, other)
    assert list(found[["kind", "changes", "words", "other_words"]].itertuples(index=False, name=None)) == expected


def test_offsets_point_into_both_articles(tag):
    one, other = "Die Soldaten kamen am Abend.", "Die fremden Friedenssoldaten kamen abends."
    for row in edits_between(tag, one, other).itertuples():
        assert one[row.start : row.end] == row.words
        assert other[row.other_start : row.other_end] == row.other_words


def test_small_words_equal_by_chance_do_not_cut_a_rewritten_stretch(tag):
    """*und* is equal by chance: the attribute is lost whole, and the neighbour is new with its *und*."""
    found = edits_between(
        tag,
        "Das an Holz und Wasser reiche Land an der Grenze zu Polen litt.",
        "Das an Litauen und Polen grenzende Land litt.",
    )
    assert "Wasser reiche Land an der Grenze zu" not in found["words"].tolist()
    assert not any(words.split()[:1] == ["Wasser"] for words in found["words"])


@pytest.mark.parametrize(
    ("one", "other", "change"),
    [
        ("Im Mai kauften zwei Männer die ganze alte Burg im Tal.", "Im Mai verlor sie die nahe Stadt im Tal.",
         ["die ganze alte Burg", "die nahe Stadt"]),
        ("Im Mai kauften zwei Männer die Burg im Tal.", "Im Mai verlor sie die Stadt im Tal.", ["Burg", "Stadt"]),
    ],
)  # fmt: skip
def test_a_determiner_between_two_rewritten_stretches_is_equal_by_chance(tag, one, other, change):
    """Not where one of the two is a word put for a word: the determiner before it stays."""
    assert edits_between(tag, one, other)[["words", "other_words"]].values.tolist()[-1] == change


@pytest.mark.parametrize(
    ("one", "other", "changes"),
    [
        ("Er sprach mit dem Chef der Bahn und ging.", "Er sprach mit der Frau und ging.",
         [["dem Chef", "der Frau"], ["der Bahn", ""]]),
        ("Er sprach mit dem Rat und mit der Bahn und ging.", "Er sprach und mit der Frau und ging.",
         [["mit dem Rat", ""], ["Bahn", "Frau"]]),
    ],
)  # fmt: skip
def test_small_words_are_equal_by_chance_if_they_are_no_more_than_what_changed(tag, one, other, changes):
    """*der* is one word between two lost and one put for another; *und mit der* are three between three and one."""
    assert edits_between(tag, one, other)[["words", "other_words"]].values.tolist() == changes


def test_phrases_stand_for_phrases_of_their_kind_and_the_rest_is_lost_or_new(tag):
    """One verb, one noun phrase and one prepositional phrase have a counterpart; two adverbs have none."""
    found = edits_between(
        tag, "Sie fielen gestern Nacht in jenem Dorf tot um.", "Sie starben bei Kämpfen in der nahen Stadt um."
    )
    pairs = found[["words", "other_words"]].values.tolist()
    assert ["fielen", "starben"] in pairs and ["jenem Dorf", "der nahen Stadt"] in pairs
    assert ["tot", ""] in pairs


def test_a_stretch_rewritten_at_length_is_lost_and_new_not_swapped(tag):
    one = "Es begann damit, dass Männer Zäune, Tore, Fenster, Läden und Türen bemalten."
    other = "Es begann damit, dass in der Nacht hinter dem Bahnhof neben der alten Brücke Feuer loderten."
    found = edits_between(tag, one, other)
    assert not (
        (found["kind"] == "replace") & (found["changes"] == "word") & (found["words"].str.contains("Tore"))
    ).any()


def test_three_copies_are_compared_in_three_pairs_and_twelve_with_the_first(tag):
    texts = ["Es brennt sehr.", "Es brennt kaum.", "Es brennt nie.", *["Es brennt sehr."] * 9]
    articles, _, tokens = tag(*texts)
    copies = pd.DataFrame(
        {"passage": 0, "article_id": articles["article_id"], "start": 0, "end": [len(t) for t in texts], "text": texts}
    )
    assert len(find_edits(articles, tokens, copies.head(3))) == 3
    assert set(find_edits(articles, tokens, copies)["article_id"]) == {"a"}


def test_no_passages_no_edits(tag):
    articles, _, tokens = tag("Es brennt.", "Es regnet.")
    assert find_edits(articles, tokens, find_passages(articles, tokens)).empty


forms = st.sampled_from(
    'Regen Boot Boote Boots-Fahrt Bootsfahrt brennt in der die 4400 4.400 vier 4 400 2,2 Millionen , . „ “ " ( ) Strasse Straße'.split()
)
copies = st.lists(forms, max_size=25)


def untagged(texts: list[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    rows = [
        (article_id, m.start(), m.end(), m[0], m[0], "NN" if m[0][0].isalnum() else "$(")
        for article_id, text in zip("ab", texts, strict=True)
        for m in re.finditer(r"\S+", text)
    ]
    tokens = pd.DataFrame(rows, columns=["article_id", "start", "end", "form", "lemma", "pos"])
    return pd.DataFrame({"article_id": ["a", "b"], "text": texts}), tokens


def apply_edits(text: str, edits: pd.DataFrame, *, start: int = 0) -> str:
    """Turn one copy of a passage, which begins at `start`, into another, but for its whitespace.

    >>> edits = pd.DataFrame({"start": [14], "end": [18], "other_start": [4], "other_words": ["4"]})
    >>> apply_edits("Sie schickten vier Boote.", edits)
    'Sie schickten 4 Boote.'
    """
    pieces, position = [], start
    for row in edits.sort_values(["start", "other_start"]).itertuples(index=False):
        pieces += [text[position - start : row.start - start], row.other_words]
        position = row.end
    return "".join([*pieces, text[position - start :]])


@settings(max_examples=300, deadline=None)
@given(one=copies, other=copies, before=copies)
def test_edits_applied_to_one_copy_give_the_other_but_for_whitespace(one, other, before):
    texts = [" ".join([*before, *one]), "\n".join(other)]
    articles, tokens = untagged(texts)
    start = len(" ".join(before)) + bool(before and one) if before else 0
    spans = pd.DataFrame(
        {
            "passage": 0,
            "article_id": ["a", "b"],
            "start": [min(start, len(texts[0])), 0],
            "end": [len(t) for t in texts],
        }
    )
    found = find_edits(articles, tokens, spans)
    made = apply_edits(texts[0][spans["start"][0] :], found, start=spans["start"][0])
    assert "".join(made.split()) == "".join(texts[1].split())


def test_the_study_s_edits_turn_each_copy_into_the_other(study):
    passages = find_passages(study.articles, study.tokens)
    edits = find_edits(study.articles, study.tokens, passages)
    for _, group in passages.groupby("passage"):
        rows = list(group.itertuples())
        if len({row.article_id for row in rows}) < len(rows):
            continue
        for n, one in enumerate(rows):
            for other in rows[n + 1 :]:
                own = edits[(edits["article_id"] == one.article_id) & (edits["other_article_id"] == other.article_id)]
                own = own[(own["start"] >= one.start) & (own["end"] <= one.end)]
                own = own[(own["other_start"] >= other.start) & (own["other_end"] <= other.end)]
                made = apply_edits(one.text, own, start=one.start)
                assert "".join(made.split()) == "".join(other.text.split())
