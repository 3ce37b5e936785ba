"""Concordance and collocates, worked by hand."""

from math import log2

import pytest

from analysis.counting.concordance import find_collocates, list_concordance


def test_concordance_is_the_text(study):
    hits = study.tokens[study.tokens["form"] == "Terroristen"]
    lines = list_concordance(hits, study.groups(), width=30)
    assert lines["match"].tolist() == ["Terroristen"] * 7  # 3 in 001, 3 in 002, 1 in 003
    assert (lines["left"].str.len() <= 30).all() and (lines["right"].str.len() <= 30).all()
    assert lines["group"].astype(str).tolist() == ["Text B"] * 3 + ["Text C"] * 3 + ["taz"]


def test_concordance_at_the_edges_of_an_article(tag):
    articles, _, tokens = tag("Anfang und Ende")
    lines = list_concordance(tokens, articles, width=5)
    assert lines.iloc[0][["left", "match"]].tolist() == ["", "Anfang"]
    assert lines.iloc[2][["match", "right"]].tolist() == ["Ende", ""]


def test_collocates_by_hand(tag):
    # node Mann (3 times); near it in its sentence: alt 2 times of 3, jung once (below min_count)
    _, _, tokens = tag("Alter Mann. Alter Mann. Junger Mann. Alter Hund.")
    near = find_collocates(tokens, tokens[tokens["lemma"] == "Mann"]).set_index("word")
    assert near.index.tolist() == ["alt"]
    assert near.loc["alt", ["n_near", "n"]].tolist() == [2, 3]
    assert near.loc["alt", "log_dice"] == pytest.approx(14 + log2(2 * 2 / (3 + 3)))


def test_collocates_do_not_cross_a_sentence(tag):
    _, _, tokens = tag("Der Mann. Regen fiel. Der Mann. Regen fiel.")
    assert "Regen" not in find_collocates(tokens, tokens[tokens["lemma"] == "Mann"])["word"].tolist()
