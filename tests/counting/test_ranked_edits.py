"""Changes: one row a change with all texts that have it, what it does, and what is left out."""

import pandas as pd
import pytest

from analysis.codebook.contrasts import Contrast
from analysis.copying.edits import find_edits
from analysis.copying.omissions import find_omissions
from analysis.copying.shared_passages import find_passages
from analysis.counting.ranked_edits import EFFECTS, gather_changes
from analysis.counting.terms import find_terms

SCENE = "Am Morgen fuhren die Helfer mit vier Booten über den breiten Fluss nach Norden"
TROOPS = Contrast(id="x", title="X", terms=[{"name": "A", "lemmas": ["Helfer"]}, {"name": "B", "lemmas": ["Retter"]}])


@pytest.fixture
def changes_of(tag):
    """Gather the changes between texts."""

    def gather(*texts: str, contrasts=(), omit: bool = False) -> pd.DataFrame:
        articles, sentences, tokens = tag(*texts)
        passages = find_passages(articles, tokens)
        edits = find_edits(articles, tokens, passages)
        omissions = find_omissions(articles, sentences, passages) if omit else None
        return gather_changes(edits, tokens, passages, terms=find_terms(tokens, list(contrasts)), omissions=omissions)

    return gather


@pytest.mark.parametrize(
    ("other", "effect"),
    [
        (SCENE.replace("die Helfer", "offenbar die Helfer"), "hedge"),
        (SCENE.replace("Am Morgen fuhren", "Am Morgen fuhren demnach"), "attribution"),
        (SCENE.replace("breiten Fluss", "gefährlichen breiten Fluss"), "evaluation"),
        (SCENE.replace("die Helfer", "die Retter"), "rival"),
        (SCENE.replace("mit vier Booten", "mit vier Rettungsbooten"), "rival"),
        (SCENE.replace("nach Norden", "seit Tagen nach Norden"), "precision"),
        (SCENE.replace("vier Booten", "sieben Booten"), "precision"),
        (SCENE.replace("fuhren die", "fuhren zudem die"), "style"),
        (SCENE.replace("fuhren die", "fahren die"), "style"),
    ],
)
def test_what_a_change_does(changes_of, other, effect):
    """One change each, of the effect that the coding rules give it."""
    found = changes_of(f"{SCENE}, sagte niemand.", f"{other}, sagte niemand.", contrasts=[TROOPS])
    assert found["effect"].tolist() == [effect]


def test_marks_put_on_are_distance_and_one_change(changes_of):
    found = changes_of(f"{SCENE}.", f"{SCENE}.".replace("Helfer", "„Helfer“"))
    assert found[["effect", "changes", "other_words"]].values.tolist() == [["hedge", "marks", ""]] or found[
        ["effect", "changes", "words"]
    ].values.tolist() == [["hedge", "marks", "„“"]]


def test_one_row_for_a_change_with_all_texts_that_have_it(changes_of):
    changed = SCENE.replace("Helfer", "Retter")
    found = changes_of(f"{SCENE}.", f"{changed}.", f"{SCENE}.", contrasts=[TROOPS])
    assert found[["words", "articles", "other_words", "other_articles"]].values.tolist() == [
        ["Helfer", "a;c", "Retter", "b"]
    ]


def test_a_moved_stretch_is_one_row(changes_of):
    one = "Mit vier Booten fuhren die Helfer am frühen Morgen über den breiten Fluss nach Norden und Osten."
    other = "Am frühen Morgen fuhren die Helfer über den breiten Fluss nach Norden und Osten mit 4 Booten."
    found = changes_of(one, other)
    assert (found["kind"] == "move").sum() >= 1


def test_a_sentence_left_out_of_a_paragraph_that_others_print(changes_of):
    rest = "Drei Kähne sanken später im kalten Wasser vor der alten Brücke."
    end = "Niemand wurde dabei nach ersten Erkenntnissen der Wehr verletzt oder vermisst."
    full = f"{SCENE}. {rest} {end}"
    found = changes_of(full, full, f"{SCENE}. {end}", omit=True)
    left_out = found[found["effect"] == "omission"]
    assert left_out[["words", "articles", "other_articles"]].values.tolist() == [[rest.rstrip("."), "a;b", "c"]]


def test_the_most_telling_come_first(study):
    """A change at a passage's edge, where another sentence may begin, comes after all others."""
    inner = study.changes[~study.changes["is_edge"]]
    order = inner["effect"].map(EFFECTS.index).tolist()
    assert order == sorted(order) and study.changes["is_edge"].is_monotonic_increasing


def test_no_edits_no_changes(changes_of):
    assert changes_of("Es brennt.", "Es regnet.").empty


def test_the_wordings_are_where_the_offsets_say(study):
    texts = study.articles.set_index("article_id")["text"]
    for row in study.changes.itertuples():
        if row.changes == "word":
            assert " ".join(texts[row.article_id][row.start : row.end].split()) == row.words
