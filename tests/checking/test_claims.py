"""Claims: a sentence is printed as claimed only if it survives its checks; each case small enough to count by hand."""

import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.checking import claim_resamples, claims
from analysis.checking.claim_assertions import Absent, Exceeds, Kinds, Leads, Stays, Trails
from analysis.checking.claim_resamples import (
    Evidence,
    bound_zero,
    choose_units,
    draw_coding,
    draw_units,
    read_rates,
    vary_by_one,
)
from analysis.checking.claim_versions import code_by_hand, keep_places
from analysis.checking.claims import CHECKS, Claim, Tables, make_claim
from analysis.checking.gold import read_passages
from analysis.codebook.columns import QUOTE_TYPES
from analysis.errors import StudyError
from analysis.showing.sentences import CLAIM_TYPE, say

PARAGRAPHS = pd.DataFrame(
    [("a", n, 10 * n, 10 * n + 9) for n in range(6)] + [("b", n, 10 * n, 10 * n + 9) for n in range(6)],
    columns=["article_id", "paragraph", "start", "end"],
)


def rows(**counts):
    """Spread so many rows of each thing over the paragraphs, one after the other."""
    places = [(name, n) for name, times in counts.items() for n in range(times)]
    return pd.DataFrame(
        [("ab"[n % 2], 10 * (n // 2 % 6), 10 * (n // 2 % 6) + 4, name) for name, n in places],
        columns=["article_id", "start", "end", "thing"],
    )


def claim(found, says, *, coded=None, once=None, **options):
    tables = [t if t is None else Tables(t, t, t, t) for t in (found, coded, once)]
    return make_claim("Claimed.", says=says, rows=lambda t: t.tokens, by="thing", paragraphs=PARAGRAPHS,
                      found=tables[0], coded=tables[1], once=tables[2], **options)  # fmt: skip


def test_a_clear_lead_survives_every_check():
    found = rows(x=12, y=2)
    made = claim(found, Leads("x"), coded=found, once=found)
    assert made.checks == dict.fromkeys(CHECKS, True) and made.holds and made.printed == "Claimed."
    assert made.shares["resampled"] > 0.99


@pytest.mark.parametrize(
    ("says", "versions", "failed"),
    [
        (Leads("x"), {"coded": rows(x=3, y=9)}, ["coding"]),
        (Leads("x"), {"once": rows(x=2, y=2)}, ["copy"]),
        (Trails("y"), {"coded": rows(x=1, y=9)}, ["coding"]),
        (Exceeds("x", 0.5, is_share=True), {"once": rows(x=1, y=2)}, ["copy"]),
        (Absent("z"), {"coded": rows(x=12, z=1)}, ["coding"]),
        (Stays("x", 12), {"coded": rows(x=8, y=2)}, ["coding"]),
    ],
)
def test_one_check_is_enough_to_fall(says, versions, failed):
    made = claim(rows(x=12, y=2), says, **versions)
    assert not made.holds and made.failed == failed


@pytest.mark.parametrize(("x", "y", "holds"), [(5, 4, False), (5, 5, False), (6, 4, True)])
def test_a_lead_of_one_is_a_near_tie(x, y, holds):
    assert claim(rows(x=x, y=y), Leads("x"), coded=rows(x=9)).checks["ties"] is holds


def test_near_leads_do_not_survive_resampling():
    assert claim(rows(x=7, y=6), Leads("x"), coded=rows(x=9)).checks["resampled"] is False


def test_rates_are_per_word_of_the_same_thing():
    """x has 6 of 60 words, y 4 of 20: by counts x leads, by rate y."""
    words = rows(x=60, y=20)
    found = Tables(rows(x=6, y=4), words, words, words)
    made = [make_claim("t", says=Leads(name), rows=lambda t: t.tokens, of=lambda t: t.terms, by="thing", found=found,
                       coded=found, paragraphs=PARAGRAPHS) for name in "xy"]  # fmt: skip
    assert [m.checks["coding"] for m in made] == [False, True]


@pytest.fixture
def rates(monkeypatch):
    """Rates to count with, whatever was measured last."""
    fixed = {"Direct": (0.8, 0.9), "Reported": (0.5, 0.3), "own": (0.9, 0.9)}
    for module in (claim_resamples, claims):
        monkeypatch.setattr(module, "read_rates", lambda: fixed)
    return fixed


def test_a_zero_is_bounded_by_the_measured_misses(rates):
    """Of 2 rows 2 · 0.1 / 0.9 = 0.22 were missed, each is somebody new with 1 in 3: 0.07 hidden, under 0.105; of 200

    rows 22.2, each with 1 in 201: 0.111 hidden, which is more.
    """
    assert bound_zero(pd.Series(["Direct"] * 2), "somebody") is True
    assert bound_zero(pd.Series(["Direct"] * 200), "somebody") is False
    assert bound_zero(pd.Series(["Reported"] * 50), "somebody") is False  # two of three are missed
    assert bound_zero(pd.Series(["unknown"]), "somebody") is None


def test_the_rates_are_measured_and_dated(root):
    """Every type and voice that a claim can rest on has a rate, and the file says when it was measured."""
    assert {*QUOTE_TYPES, "direct", "indirect", "reported", "own", "term", "quantity"} == set(read_rates())
    assert all(0 < x <= 1 for rate in read_rates().values() for x in rate)
    assert re.search(
        r'^measured = "20\d\d-\d\d-\d\d"$', (root / "analysis/lexicons/error_rates.toml").read_text("utf-8"), re.M
    )


def test_terms_are_judged_by_the_rate_of_terms():
    """The rows have a column `term`, whose values are no kinds: the kind is the name given."""
    found = rows(x=40, y=2).assign(term="x")
    assert claim(found, Leads("x"), kind="term").checks["coding"] is True


def test_a_zero_without_hand_coding_or_rates_holds_by_nothing():
    made = claim(rows(x=3), Absent("z"))
    assert made.checks["resampled"] is None and not made.holds


def test_what_cannot_be_measured_is_not_applicable():
    assert claim(rows(x=12, y=2), Leads("x")).checks["coding"] is None
    typed = rows(x=12, y=2).assign(type="Direct")
    assert claim(typed, Leads("x")).checks["coding"] is True


def test_drawn_codings_have_as_many_rows_as_the_rates_say(rates):
    """100 Direct rows: 80 are such, and 80 · 0.1 / 0.9 = 8.9 were missed: 88.9 in the mean."""
    evidence = Evidence(pd.MultiIndex.from_tuples([("a", 0)]), np.array([[80.0, 20.0]]), None)
    drawn = draw_coding(pd.Series(["Direct"] * 100), evidence, n=4000)
    assert drawn.sum(axis=1).mean() == pytest.approx(88.9, abs=0.5)


def test_one_occurrence_more_or_fewer_of_each_thing():
    evidence = Evidence(pd.MultiIndex.from_tuples([("a", 0)]), np.array([[2.0, 0.0]]), None)
    assert vary_by_one(evidence).tolist() == [[3, 0], [2, 1], [1, 0], [2, 0]]


@settings(deadline=None)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=5))
def test_each_article_keeps_its_number_of_paragraphs_in_every_draw(sizes):
    units = pd.MultiIndex.from_tuples([(a, p) for a, size in enumerate(sizes) for p in range(size)])
    drawn = draw_units(units, n=20)
    for article, size in enumerate(sizes):
        assert (drawn[:, units.get_level_values(0) == article].sum(axis=1) == size).all()


def test_one_word_that_comes_once_leads_nothing():
    """One occurrence fewer, and there is none: no order is told of a single row."""
    made = claim(rows(x=1), Leads("x"), coded=rows(x=1))
    assert made.checks["ties"] is False and not made.holds
    assert claim(rows(x=3), Leads("x"), coded=rows(x=3)).checks["ties"] is True


def test_an_article_in_one_paragraph_is_drawn_by_sentences():
    """Five paragraphs are drawn as they are, four are too few: then each sentence is a unit."""
    paragraphs = pd.DataFrame(
        [("a", n, 10 * n, 10 * n + 9) for n in range(5)] + [("b", n, 10 * n, 10 * n + 9) for n in range(4)],
        columns=["article_id", "paragraph", "start", "end"],
    )
    sentences = pd.DataFrame(
        [(a, 0, n, 5 * n, 5 * n + 4) for a in "ab" for n in range(10)],
        columns=["article_id", "paragraph", "sentence", "start", "end"],
    )
    assert choose_units(paragraphs, sentences)["article_id"].value_counts().to_dict() == {"a": 5, "b": 10}


@settings(deadline=None)
@given(st.lists(st.integers(0, 6), min_size=2, max_size=4))
def test_what_leads_does_not_trail(counts):
    values, names = np.array([counts]), list("abcd")[: len(counts)]
    for name in names:
        assert not (Leads(name).holds(values, names)[0] and Trails(name).holds(values, names)[0])


def test_a_failed_claim_says_what_can_be_said_and_which_check_it_failed():
    made = Claim("X leads.", otherwise="No clear order: 43 to 54 %.", checks={"resampled": False, "copy": True})
    assert made.printed == "No clear order: 43 to 54 % (does not hold with other paragraphs)."
    assert not Claim("X.", checks=dict.fromkeys(CHECKS)).holds  # nothing applies


def test_a_page_marks_what_a_claim_tells_of_and_the_table_has_all_that_it_rests_on():
    record = claim(rows(x=3, y=2), Leads("x")).record()
    assert record["told"] == "a:0-4; b:0-4; a:10-14"  # the three of x
    assert record["rows"] == "a:0-4; b:0-4; a:10-14"  # each place once, so the two of y add none
    assert len(claim(rows(x=1, y=5), Leads("x")).record()["told"].split("; ")) == 1
    assert claim(rows(y=2), Absent("x")).record()["told"] == "a:0-4; b:0-4"  # of nothing: what it was looked for in


def test_what_was_given_to_be_marked_is_marked_and_whose_it_is_is_told():
    """Nobody is quoted (`rows` are others' quotations): the page marks the two namings instead."""
    named = rows(z=2).assign(whose=["outlet", "others"])
    record = claim(rows(y=2), Absent("x"), marks=named).record()
    assert record["told"] == "a:0-4=outlet; b:0-4=others" and record["rows"] == "a:0-4; b:0-4"


def test_the_figure_by_hand_is_said_where_it_differs():
    made = claim(rows(x=12, y=2), Leads("x"), coded=rows(x=10, y=3))
    assert made.printed == "Claimed (by hand 10 of 13)."
    assert claim(rows(x=12, y=2), Leads("x"), coded=rows(x=12, y=2)).printed == "Claimed."


def rate_claim(coded, says, **options):
    """Rates as found: x 6 of 60 words, 10%; y 8 of 20, 40%; by hand as given."""
    words = rows(x=60, y=20)
    found, hand = (Tables(counted, words, words, words) for counted in (rows(x=6, y=8), coded))
    return make_claim("Claimed.", says=says, rows=lambda t: t.tokens, of=lambda t: t.terms, by="thing", found=found,
                      coded=hand, paragraphs=PARAGRAPHS, **options)  # fmt: skip


def test_the_rate_by_hand_is_of_the_thing_that_the_sentence_tells_of():
    """By hand x has 3 of 60, 5%: a sentence on x says so; one that states the range of all has the range."""
    coded = rows(x=3, y=8)
    for says in (Exceeds("x", 0.04), Stays("x", 0.1), Trails("x")):
        assert rate_claim(coded, says).by_hand == "5%"
    told = {"otherwise": "No order: 10% to 40%.", "otherwise_tells": "range"}
    assert rate_claim(coded, Leads("x"), **told).by_hand == "5% to 40%"
    assert rate_claim(rows(x=6, y=7), Trails("x")).by_hand == ""  # y is another rate, and nothing is said of it


def test_counts_by_hand_are_of_the_things_that_are_named():
    told = {"otherwise": "No order: x 7, y 6.", "otherwise_tells": ("x", "y")}
    made = claim(rows(x=7, y=6, z=1), Leads("x"), coded=rows(x=8, y=5, z=4), **told)
    assert (
        made.printed == "No order: x 7, y 6 (by hand 8 and 5; does not hold with other paragraphs, one more or less)."
    )


def test_of_several_figures_the_one_is_named_that_the_hand_has_otherwise():
    counted = Tables(*[rows(x=11)] * 4), Tables(*[rows(x=10)] * 4)
    made = make_claim("11 of 30.", says=Stays("x", 11), rows=lambda t: t.tokens, by="thing", paragraphs=PARAGRAPHS,
                      found=counted[0], coded=counted[1])  # fmt: skip
    assert made.printed == "11 of 30 (by hand 10, not 11)."


def test_an_order_that_rests_on_one_paragraph_is_none():
    """Twelve rows of x and no other: in one paragraph every draw repeats them; in twelve they bear it out."""
    found = rows(x=12)
    assert claim(found, Leads("x"), coded=found).checks["resampled"] is True
    found = found.assign(article_id="a", start=0, end=4)
    assert claim(found, Leads("x"), coded=found).failed == ["resampled"]


def test_nothing_is_said_of_what_never_occurs():
    """The thing has no row at all: no order holds of it, and no check breaks."""
    for says in (Leads("z"), Trails("z"), Exceeds("z", 0)):
        made = claim(rows(x=3), says, coded=rows(x=3), once=rows(x=1))
        assert not made.holds and made.checks["coding"] is False


def test_the_output_of_a_cell_carries_the_claims():
    found = rows(x=12, y=2)
    made = claim(found, Leads("x"), coded=found, figure="12 of 14")
    bundle = say("No figure.", "Two of 14.", made)._repr_mimebundle_()
    assert bundle["text/markdown"] == "No figure. Two of 14. Claimed."
    counted, claimed = bundle[CLAIM_TYPE]
    assert counted["holds"] == "counted" and counted["text"] == "Two of 14."
    assert claimed["holds"] == "yes" and claimed["figure"] == "12 of 14" and claimed["rows"].startswith("a:0-4; b:0-4")
    assert claimed["copy"] == "not applicable"


def test_a_sentence_in_pieces_is_one_row():
    bundle = say("Nine texts,", "four of them alike.", "Two more.")._repr_mimebundle_()
    assert [row["text"] for row in bundle[CLAIM_TYPE]] == []
    bundle = say("Of 9 texts,", "4 are alike.", "And 2 more.")._repr_mimebundle_()
    assert [row["text"] for row in bundle[CLAIM_TYPE]] == ["Of 9 texts, 4 are alike.", "And 2 more."]


def test_a_figure_says_what_the_hand_counted_and_still_says_itself():
    """12 rows found, 10 coded: more than a tenth apart; 11 coded: within it, and said."""
    made = claim(rows(x=12), Stays("x", 12), coded=rows(x=10))
    assert made.printed == "Claimed (by hand 10)."
    assert claim(rows(x=12), Stays("x", 12), coded=rows(x=11)).printed == "Claimed (by hand 11)."


def test_a_figure_equal_by_chance_says_how_many_are_others():
    """Twelve found and twelve coded, two of these at another place; of things: y is found, z coded."""
    found = rows(x=12)
    moved = found.assign(start=found["start"] + 5 * (found.index < 2), end=found["end"] + 5 * (found.index < 2))
    assert claim(found, Stays("x", 12), coded=moved).printed == "Claimed (by hand 12, 2 of them others)."
    assert claim(found, Stays("x", 12), coded=found).printed == "Claimed."
    assert claim(rows(x=5, y=1), Kinds(2), coded=rows(x=5, z=1)).printed == "Claimed (by hand 2, 1 of them another)."
    assert claim(rows(x=5, y=1), Kinds(1, or_more=True), coded=rows(x=5, z=1)).printed == "Claimed."


def test_a_figure_that_nobody_coded_says_what_the_measured_errors_make_of_it(monkeypatch):
    """Half of 40 rows are right and none is missed: nine draws in ten leave between 15 and 25, give or take one."""
    monkeypatch.setattr(claim_resamples, "read_rates", lambda: {"half": (0.5, 1.0)})
    made = claim(rows(x=40), Stays("x", 40), kind="half")
    low, high = (int(n) for n in re.findall(r"\((\d+) to (\d+) by the errors measured elsewhere\)", made.printed)[0])
    assert 14 <= low <= 16 and 24 <= high <= 26


def test_rows_counted_as_one_thing():
    """All 14 rows are one thing, whatever they are; nobody coded them: the sentence says that it is not tested."""
    found = rows(x=12, y=2)
    table = Tables(found, found, found, found)
    asked = {"rows": lambda t: t.tokens, "by": "row", "paragraphs": PARAGRAPHS, "found": table}
    assert make_claim("14 rows.", says=Stays("row", 14), coded=table, **asked).holds
    assert make_claim("14 rows.", says=Stays("row", 14), **asked).printed == "14 rows (not tested)."


@pytest.mark.parametrize(("says", "holds"), [(Kinds(2), True), (Kinds(3), False), (Kinds(1, or_more=True), True)])
def test_how_many_things_occur(says, holds):
    assert claim(rows(x=5, y=1), says, coded=rows(x=2, y=9)).holds is holds


def test_coded_passages_and_numbers_take_the_programs_place(study):
    """Counted in data/gold: 15 passages, 30 numbers that are not vague, each found at its words."""
    assert study.coded.passages["passage"].nunique() == 15
    assert len(study.coded.quantities) == 30
    texts = study.articles.set_index("article_id")["text"]
    first = study.coded.quantities.iloc[0]
    assert texts[first["article_id"]][first["start"] : first["end"]].split() == ["fünf", "Flugzeuge"]
    origins = study.coded.tokens.groupby("article_id")["origin"].agg(lambda o: (o == "shared").sum())
    assert origins["004"] > 0  # the coder took eight words of 004 for copy, the program none


def test_coded_words_that_the_article_does_not_have_are_named(study, tmp_path):
    file = tmp_path / "passages.csv"
    file.write_text("passage,article_id,text\n1,000,Kein solcher Satz\n", "utf-8")
    with pytest.raises(StudyError, match=r'line 2: article "000" does not say "Kein solcher Satz" there'):
        read_passages(file, study.articles)
    file.write_text("passage,text\n", "utf-8")
    with pytest.raises(StudyError, match='"article_id" is missing'):
        read_passages(file, study.articles)


def test_hand_coding_takes_the_programs_place_only_if_it_covers_every_article(study):
    assert study.coded is not None and set(study.coded.quotes["article_id"]) == set(study.articles["article_id"])
    part = study.gold_quotes[study.gold_quotes["article_id"] != "003"]
    assert code_by_hand(study.found, study.term_places, part, study.gold_marks, study.gold_terms) is None


def test_terms_by_hand_have_the_coders_voices(study):
    voice = study.coded.tokens.set_index(["article_id", "token"])["voice"]
    terms = study.coded.terms
    keys = pd.MultiIndex.from_frame(terms[["article_id", "token"]])
    assert (terms["voice"].to_numpy() == voice[keys].to_numpy()).all()


def test_places_that_are_counted_once(study):
    kept = keep_places(study.found, study.once)
    assert len(kept.tokens) == len(study.once) < len(study.tokens)
    assert len(kept.terms) < len(study.terms)
