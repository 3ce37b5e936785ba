"""Sharing, credits and the view of two copies, on made-up articles counted by hand."""

import pandas as pd
import pytest

from analysis.codebook.contrasts import Contrast, Term
from analysis.copying.edits import find_edits
from analysis.copying.shared_passages import find_passages
from analysis.copying.word_origins import count_once, mark_origin
from analysis.counting.copied_shares import (
    add_origin,
    date_passages,
    find_credits,
    find_uncredited,
    list_overlapping,
    list_pair_words,
    list_uncredited,
    measure_origins,
    measure_sharing,
)
from analysis.showing import charts_sharing as charts
from analysis.showing.side_by_side import list_longest, show_bands, show_copies

SHARED = "In der Nacht brannten in der Hafenstadt nach Angaben der Feuerwehr vier große Lagerhallen vollständig nieder."
TROOPS = Contrast(
    id="t", title="T", terms=[Term(name="S", lemmas=["Soldat"]), Term(name="F", lemmas=["Friedenssoldat"])]
)


@pytest.fixture
def shared(tag):
    """a: 16 shared words and 3 own; b: the same 16 (one changed) and 2 own; c: 4 own."""
    articles, sentences, tokens = tag(
        SHARED + " Niemand war verletzt.",
        "Es brannte. " + SHARED.replace("Lagerhallen", "Hallen"),
        "Gestern schien die Sonne.",
    )
    passages = find_passages(articles, tokens)
    return articles, sentences, mark_origin(tokens, passages), passages


def test_origins_by_hand(shared):
    articles, _, tokens, _ = shared
    table = measure_origins(tokens, articles).set_index("article_id")
    assert table[["n_own", "n_shared"]].values.tolist() == [[3, 16], [2, 16], [4, 0]]
    assert table.loc["c", "share_own"] == 1


def test_sharing_is_not_symmetric(shared):
    _, _, tokens, passages = shared
    table = measure_sharing(tokens, passages).set_index(["article_id", "other_article_id"])
    assert table["n_shared"].to_dict() == {("a", "b"): 16, ("b", "a"): 16}
    assert table["share"].tolist() == pytest.approx([16 / 19, 16 / 18])


def test_counted_once_a_passage_is_there_once(shared):
    articles, _, tokens, passages = shared
    words = count_once(tokens, passages)
    words = words[~words["pos"].str.startswith("$")]
    assert len(words) == 16 + 3 + 2 + 4  # the shared words of a, and everybody's own
    changed = count_once(tokens, passages, edits=find_edits(articles, tokens, passages))
    assert "Hallen" in changed["form"].tolist()  # a changed word is not the same word again


def test_credits(tag):
    articles = pd.DataFrame({
        "article_id": ["a", "b"], "agencies": ["dpa;afp", ""],
        "text": ["Nichts.", "Nach Informationen der Deutschen Presse-Agentur und von AFP. Das Wort Presse allein nicht."],
    })  # fmt: skip
    found = find_credits(articles)
    assert found[["article_id", "agency", "where"]].values.tolist() == [
        ["a", "dpa", "credit"], ["a", "afp", "credit"], ["b", "dpa", "text"], ["b", "afp", "text"],
    ]  # fmt: skip
    text = articles["text"][1]
    assert text[found["start"][2] : found["end"][2]] == found["form"][2] == "Deutschen Presse-Agentur"


def test_two_copies_side_by_side_mark_what_differs(shared):
    articles, _, tokens, passages = shared
    edits = find_edits(articles, tokens, passages)
    best = list_longest(passages, tokens).iloc[0]
    assert (best["n_copies"], best["article_id"], best["other_article_id"]) == (2, "a", "b")
    assert best["n_words"] == 16
    html = show_copies(0, ("a", "b"), texts=articles, passages=passages, edits=edits).data
    assert "<del>Lagerhallen</del>" in html and "<ins>Hallen</ins>" in html
    short = show_copies(0, ("a", "b"), texts=articles, passages=passages, edits=edits, limit=20).data
    assert "Lagerhallen" not in short and " …" in short


def test_a_dash_between_spaces_is_no_word_of_a_passage(tag):
    """16 words in each copy, and a dash that stands alone."""
    dashed = SHARED.replace(" nach Angaben der Feuerwehr", " – nach Angaben der Feuerwehr")
    articles, _, tokens = tag(dashed, dashed)
    assert list_longest(find_passages(articles, tokens), tokens)["n_words"].tolist() == [16]


def test_passages_that_share_words_are_counted():
    """a: 1 lies in 0, 2 apart; b: 0 and 1 only touch: two of the three passages of a share words."""
    rows = [(0, "a", 0, 50), (1, "a", 20, 40), (2, "a", 60, 80), (0, "b", 0, 20), (1, "b", 20, 40)]
    passages = pd.DataFrame(rows, columns=["passage", "article_id", "start", "end"])
    assert list_overlapping(passages) == [0, 1]
    assert list_overlapping(passages[passages["article_id"] == "b"]) == []


def test_origin_of_other_tables(shared):
    _, _, tokens, _ = shared
    table = pd.DataFrame(
        {"article_id": ["a", "a"], "start": [0, tokens.loc[tokens["form"] == "Niemand", "start"].iloc[0]]}
    )
    assert add_origin(table, tokens)["origin"].tolist() == ["shared", "own"]


def test_charts_of_sharing_say_what_they_show(shared):
    articles, _, tokens, passages = shared
    ax = charts.plot_origins(measure_origins(tokens, articles), title="T")
    assert "a: 3 own, 16 shared" in ax.alt_text
    ax = charts.plot_shared_pairs(
        measure_sharing(tokens, passages), articles[["article_id"]].assign(group=["x", "x", "z"]), title="T"
    )
    assert "84% of x · a in x · b" in ax.alt_text  # 16 of 19; two articles of one outlet keep their ids


def test_bands_are_as_high_as_what_they_stand_for_and_lead_to_their_place(shared):
    articles, _, _, passages = shared
    html = show_bands(passages, articles.assign(label=["A", "<B>", "C"])).data
    assert html.count('class="shared"') == len(passages)
    assert "&lt;B&gt;" in html and "<B>" not in html
    assert f'data-at="a:{passages["start"].iloc[0]}"' in html


def test_the_earliest_print_is_told_only_where_days_differ():
    passages = pd.DataFrame({"passage": [0, 0, 1, 1, 2, 2], "article_id": ["a", "b", "b", "c", "a", "d"]})
    articles = pd.DataFrame({
        "article_id": list("abcd"), "published_precision": ["day", "day", "day", "month"],
        "published": pd.to_datetime(["2024-03-02", "2024-03-01", "2024-03-01", "2024-02-01"]),
    })  # fmt: skip
    found = date_passages(passages, articles)
    assert found[["passage", "n_copies", "first", "days_later"]].values.tolist() == [[0, 2, "b", 1]]


def test_uncredited_are_the_texts_with_copy_and_no_credit_line():
    """A text that names an agency as a source has credited nobody for its words; one without copy owes nothing."""
    origins = pd.DataFrame({"article_id": list("abcd"), "n_shared": [380, 20, 0, 50], "n_words": [500, 300, 200, 90]})
    credits = pd.DataFrame({
        "article_id": ["a", "b"], "agency": ["dpa", "afp"], "where": ["text", "credit"],
    })  # fmt: skip
    found = find_uncredited(origins, credits)
    assert found[["article_id", "n_shared", "named"]].values.tolist() == [["a", 380, "dpa"], ["d", 50, ""]]


def test_words_without_credit_are_counted_once_however_many_texts_print_them(shared):
    """Both texts have the 16 words: 32 are marked as shared, and 16 have no credit line; of b alone there are 16 too."""
    _, _, tokens, passages = shared
    silent = pd.DataFrame({"article_id": ["a", "b"]})
    assert (tokens["origin"] == "shared").sum() == 32
    assert len(list_uncredited(tokens, passages, silent)) == 16
    assert len(list_uncredited(tokens, passages, silent.tail(1))) == 16
    assert list_uncredited(tokens, passages, silent.head(0)).empty


def test_nothing_shared_is_an_empty_table_of_numbers(shared):
    _, _, tokens, passages = shared
    table = measure_sharing(tokens, passages.head(0))
    assert table.empty and table["n_shared"].dtype == "int64"


def test_of_many_pairs_the_words_of_those_that_share_most_are_listed(shared):
    """b shares 16 of 18 words with a, a 16 of 19 with b."""
    tokens, passages = shared[2], shared[3]
    words = list_pair_words(tokens, passages)
    assert words.groupby("pair")["is_shared"].agg(["sum", "size"]).values.tolist() == [[16, 19], [16, 18]]
    assert set(list_pair_words(tokens, passages, most=1)["pair"]) == {"b a"}
    assert list_pair_words(tokens, passages.iloc[:0])["pair"].tolist() == []


def test_where_no_text_names_an_agency_the_names_are_empty():
    origins = pd.DataFrame({"article_id": ["a"], "n_shared": [3]})
    credits = pd.DataFrame({"article_id": [], "agency": [], "where": []}, dtype=object)
    assert find_uncredited(origins, credits)["named"].tolist() == [""]
