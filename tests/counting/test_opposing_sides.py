"""Words for two parties of one clause are no rivals; nor are two offices of one person. Expected values by hand."""

import pandas as pd
import pytest

from analysis.actors.joined_names import gather_people
from analysis.codebook import schema
from analysis.counting.opposing_sides import read_sides
from analysis.counting.suggested_rivals import suggest_rivals
from analysis.language.words import read_words


def words_of(tag, *texts):
    return list(read_words(*tag(*texts)))


def sets_in(tag, *texts):
    words = words_of(tag, *texts)
    return suggest_rivals(words, gather_people(words), schema.empty("edits"))["lemmas"].tolist()


@pytest.mark.parametrize(
    ("text", "strictly", "are_two"),
    [
        ("Die Soldaten kämpften gegen die Rebellen.", False, True),
        ("Der Streit zwischen Soldaten und Rebellen dauert an.", False, True),
        ("Soldaten und Rebellen kamen.", False, True),
        ("Die Soldaten nahmen zwei Rebellen fest.", False, False),
        ("Die Soldaten nahmen zwei Rebellen fest.", True, True),
        ("Die Soldaten kamen, die Rebellen gingen.", True, False),  # two clauses
        ("Die Soldaten galten als Rebellen.", True, False),  # one called the other
        ("Die Soldaten kamen. Die Rebellen gingen.", True, False),
    ],
)
def test_two_parties_of_one_clause_are_two(tag, text, strictly, are_two):
    sides = read_sides(words_of(tag, text), {"Soldat", "Rebell"})
    assert sides.are_two("Soldat", "Rebell", strictly=strictly) == are_two


def test_two_words_that_meet_in_few_of_their_articles_may_be_one(tag):
    """One of three articles joins them by *und*, which is less than half; two of three are more."""
    alone, joined = "Die Soldaten kamen. Die Rebellen gingen.", "Soldaten und Rebellen kamen."
    few = read_sides(words_of(tag, joined, alone, alone), {"Soldat", "Rebell"})
    many = read_sides(words_of(tag, joined, joined, alone), {"Soldat", "Rebell"})
    assert not few.are_two("Soldat", "Rebell") and many.are_two("Soldat", "Rebell")


def test_opponents_are_no_rival_set(tag):
    """Both words stand near *Grenze* and *Lager* in both articles: a tie, but of agent and patient."""
    text = "An der Grenze zerstörten Soldaten ein Lager und töteten mehrere Kämpfer."
    assert not [lemmas for lemmas in sets_in(tag, text, text) if {"Soldat", "Kämpfer"} <= set(lemmas)]


def test_words_for_one_group_stay_a_rival_set(tag):
    text = "An der Grenze flohen zwölf Rebellen. Am Abend flohen an der Grenze auch die letzten Aufständischen."
    assert [set(lemmas) for lemmas in sets_in(tag, text, text)] == [{"Rebell", "Aufständische"}]


def test_two_offices_of_one_person_are_no_rivals_but_two_words_for_one_office_are(tag):
    """*Außenminister* and *Parteichef* are two offices; *Präsident* and *Machthaber* two words for one."""
    two = "Außenminister Otto Berg kam. Parteichef Otto Berg ging."
    one = "Präsident Otto Berg kam. Machthaber Otto Berg ging."
    assert not [s for s in sets_in(tag, two, two) if {"Außenminister", "Parteichef"} <= set(s)]
    assert [set(s) for s in sets_in(tag, one, one)] == [{"Präsident", "Machthaber"}]


def test_a_word_with_a_hyphen_and_without_is_one_term(tag):
    text = "Der Hackerangriff traf die Bank. Der Hacker-Angriff traf die Bank. Der Cyberangriff traf die Bank schwer."
    words = words_of(tag, text, text)
    table = suggest_rivals(words, gather_people(words), schema.empty("edits"))
    terms = [sorted(map(sorted, terms)) for terms in table["terms"]]
    assert [["Cyberangriff"], ["Hacker-Angriff", "Hackerangriff"]] in terms


def test_unrelated_edits_are_not_asked_for(tag):
    """An empty table of edits and texts without any listed word: no set."""
    assert pd.Series(sets_in(tag, "Die Sonne scheint.")).empty
