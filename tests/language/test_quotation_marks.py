"""Quotation marks: every style, and what must not happen when one is missing or wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language.quotation_marks import pair_marks, pair_over_paragraphs


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Er sagte: „Nein.“", ["„Nein.“"]),
        ("Er sagte: “Nein.”", ["“Nein.”"]),
        ('Er sagte: "Nein."', ['"Nein."']),
        ("Er sagte: »Nein.«", ["»Nein.«"]),
        ("Il dit: «Non.»", ["«Non.»"]),
        ("Die „Banditen“ und „Terroristen“ kamen.", ["„Banditen“", "„Terroristen“"]),
        ("„Er rief ‚Halt‘ und ging“, sagte sie.", ["„Er rief ‚Halt‘ und ging“", "‚Halt‘"]),
        ("„Er las »Faust« vor“, sagte sie.", ["„Er las »Faust« vor“", "»Faust«"]),
        ('„Gemischt", sagte er.', ['„Gemischt"']),
        ("(„Nationales Komitee“)", ["„Nationales Komitee“"]),
        ("Er erklärte: ” Das Recht gilt.”", ["” Das Recht gilt.”"]),
        ("", []),
        ("Ohne alles.", []),
    ],
)
def test_styles(text, found):
    assert [text[p.start : p.end] for p in pair_marks(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        'Ich will hart sein", sagte er.',
        "„Nie geschlossen, sagte er.",
        'Das ist 5" lang.',
        "Hans’ Hut und Max’ Rad",
        "“",
    ],
)
def test_a_lone_mark_makes_no_quotation(text):
    assert pair_marks(text) == []


def test_a_missing_mark_costs_only_its_own_quotation():
    text = 'Ich will hart sein", sagte er. Man sprach vom "Führer der Nation" im Land.'
    assert [text[p.start : p.end] for p in pair_marks(text)] == ['"Führer der Nation"']


def test_nested_pairs_know_their_depth():
    assert [p.depth for p in pair_marks("„Er rief ‚Halt‘ laut“")] == [0, 1]


def test_pairs_stay_inside_the_paragraph():
    text = "„Offen\n\nzu“"
    assert pair_marks(text, 0, 6) == [] and pair_marks(text, 8, 11) == []


@given(st.text(alphabet='„“”"»«‚‘’‹› aZ.,:\n', max_size=80))
def test_pairs_nest_and_never_raise(text):
    pairs = pair_marks(text)
    for p in pairs:
        assert 0 <= p.start < p.end <= len(text)
        for q in pairs:  # two pairs lie apart or one inside the other
            assert p is q or q.end <= p.start or p.end <= q.start or (p.start < q.start and q.end < p.end) or (
                q.start < p.start and p.end < q.end
            )  # fmt: skip


OVER_PARAGRAPHS = [
    # a mark that is not closed: to the end of its paragraph, where it begins a sentence and no marks follow
    ("Er sagte: „Das ist gut.", ["„Das ist gut."]),
    ("„Das ist gut.", ["„Das ist gut."]),
    ("Er kam. „Das ist gut.", ["„Das ist gut."]),
    ("Er nannte es „gut und schön.", []),
    ("Er sagte: „Das ist „gut“ so.", ["„gut“"]),
    # on to a paragraph whose only mark closes
    ("„Das ist gut.\nWir gehen.“ Er ging.", ["„Das ist gut.", "Wir gehen.“"]),
    ("„Das ist gut.\nWir kommen.\nWir gehen.“", ["„Das ist gut.", "Wir kommen.", "Wir gehen.“"]),
    ("„Das ist gut.\nEr kam „heute“.\nWir gehen.“", ["„Das ist gut.", "„heute“"]),
    ("Er kam.\nWir gehen.“", []),
    # no farther than four paragraphs in all
    ("„Eins ist gut.\nZwei.\nDrei.\nVier.“", ["„Eins ist gut.", "Zwei.", "Drei.", "Vier.“"]),
    ("„Eins ist gut.\nZwei.\nDrei.\nVier.\nFünf.“", ["„Eins ist gut."]),
    # a lower mark that closes; a footnote behind the closing mark
    ("Er sah „einen Missgriff„, sagte er.", ["„einen Missgriff„"]),
    ("Er sagte: „Das ist gut.“9 Dann ging er.", ["„Das ist gut.“"]),
    ("Er sagte: „Das ist gut“9 und ging.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), OVER_PARAGRAPHS)
def test_a_mark_that_is_lost_costs_no_quotation(text, found):
    bounds, start = [], 0
    for line in text.split("\n"):
        bounds.append((start, start + len(line)))
        start += len(line) + 1
    assert [text[p.start : p.end] for p in pair_over_paragraphs(text, bounds)] == found
