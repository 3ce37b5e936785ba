"""Vocabulary: terms found by lemma, by compound and in gendered forms; counts and rates by hand."""

import pytest

from analysis.codebook.contrasts import Contrast, Term
from analysis.counting.term_contexts import compound_parts
from analysis.counting.terms import count_terms, count_words, find_terms, pick_contrast
from analysis.quoting.quotes import find_quotes
from analysis.quoting.word_voices import mark_voices

CONTRASTS = [
    Contrast(id="people", title="People", terms=[
        Term(name="Terroristen", lemmas=["Terrorist"], parts=["Terror"]),
        Term(name="Demonstranten", lemmas=["Demonstrant"]),
    ]),
    Contrast(id="leader", title="Leader", terms=[
        Term(name="Machthaber", lemmas=["Machthaber"], parts=["Machthaber"], **{"except": ["Ex-Machthaber"]}),
        Term(name="Präsident", lemmas=["Präsident"]),
    ]),
]  # fmt: skip


# Words of data/contrasts.toml that never mean what their set is about: two do not occur, the others name somebody else.
MARKED = [
    ("protesters", "Protestierende"),
    ("state", "Regierung"),  # the dismissed cabinet, and Russia's
    ("leader", "Machthaber"),  # Nasarbajew, and Lukaschenko
    ("leader", "Führer"),
    ("alliance", "Bündnis"),  # the NATO
    ("killing", "wurden von … getötet"),
]


@pytest.mark.parametrize(
    ("word", "term"),
    [
        ("Terroristen", "Terroristen"),
        ("Terroristinnen", "Terroristen"),
        ("Anti-Terror-Einsätze", "Terroristen"),
        ("Terrorgruppe", "Terroristen"),
        ("Demonstranten", "Demonstranten"),
        ("Demonstrantinnen", "Demonstranten"),
        ("Demonstrant:innen", "Demonstranten"),
        ("Demonstrant*innen", "Demonstranten"),
        ("DemonstrantInnen", "Demonstranten"),
        ("Ex-Langzeit-Machthaber", "Machthaber"),
        ("Ex-Machthaber", None),  # excepted
        ("Demonstrationen", None),
        ("Vizepräsidenten", None),  # a compound counts only where the codebook says so
    ],
)
def test_which_word_counts_as_which_term(tag, word, term):
    _, _, tokens = tag(f"Dort waren die {word} zu sehen.")
    found = find_terms(tokens, CONTRASTS)
    assert found["term"].tolist() == ([term] if term else [])


def test_parts_of_compounds():
    assert {"schieß", "befehl"} <= compound_parts("Schießbefehl")
    assert {"frieden", "soldat"} <= compound_parts("Friedenssoldaten")
    assert "machthaber" in compound_parts("Ex-Langzeit-Machthaber")


def test_counts_and_rates_by_hand(tag):
    # a: 8 words, Terroristen twice, once in marks; b: 4 words, Demonstranten once
    articles, sentences, tokens = tag(
        "Terroristen kamen. Er nannte sie „Terroristen“ und ging.", "Die Demonstranten kamen auch."
    )
    tokens = mark_voices(tokens, find_quotes(articles, sentences, tokens))
    counts = count_terms(find_terms(tokens, CONTRASTS), tokens, articles).set_index(["term", "group", "voice"])
    assert count_words(tokens, articles)["n_tokens"].tolist() == [8, 4]
    assert counts["n"].to_dict() == {
        ("Terroristen", "a", "own"): 1, ("Terroristen", "a", "direct"): 1, ("Demonstranten", "b", "own"): 1,
    }  # fmt: skip
    assert counts.loc[("Terroristen", "a", "own"), "per_1000_tokens"] == 125  # 1 in 8
    assert counts.loc[("Demonstranten", "b", "own"), "per_1000_tokens"] == 250  # 1 in 4
    within = count_terms(find_terms(tokens, CONTRASTS), tokens, articles, per=("group", "voice"))
    assert within.set_index(["term", "voice"]).loc[("Terroristen", "direct"), "per_1000_tokens"] == 1000  # 1 in 1


def test_voices_of_an_outlet_add_up(study):
    counts = count_terms(study.terms, study.tokens, study.groups())
    whole = count_terms(study.terms, study.tokens, study.groups(), by=("group",))
    sums = counts.groupby(["contrast", "term", "group"], observed=True)["n"].sum().sort_index()
    assert sums.tolist() == whole.set_index(["contrast", "term", "group"])["n"].sort_index().tolist()


def test_every_term_of_the_codebook_counts_but_those_marked(study):
    named = [(contrast.id, term.name) for contrast in study.contrasts for term in contrast.terms]
    counted = set(zip(study.terms["contrast"], study.terms["term"], strict=True))
    assert [pair for pair in named if pair not in counted] == MARKED


def test_picked_contrast_keeps_the_codebooks_order(study):
    contrast = study.contrast("troops")
    picked = pick_contrast(study.terms, contrast)
    assert picked["term"].cat.categories.tolist() == [term.name for term in contrast.terms]


def test_no_tokens_no_terms(tag):
    articles, _, tokens = tag("Nichts davon.")
    assert count_terms(find_terms(tokens, CONTRASTS), tokens, articles).empty
