"""Concordance, collocates and dispersion, worked by hand."""

from math import log2

import numpy as np
import pytest

from analysis.counting.concordance import find_collocates, list_concordance, measure_dispersion


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


def test_dispersion_by_hand(tag):
    # two articles of 4 words each: s = .5, .5; the term twice in a, never in b: DP = .5(|.5-1|+|.5-0|) = .5
    _, _, tokens = tag("Mann Mann geht heim.", "Frau Frau geht heim.")
    hits = tokens[tokens["lemma"] == "Mann"].assign(term="Mann")
    row = measure_dispersion(hits, tokens).iloc[0]
    assert (row["n"], row["n_articles"], row["dp"], row["dp_norm"]) == (2, 1, 0.5, 1.0)
    even = tokens[tokens["form"] == "geht"].assign(term="geht")
    assert measure_dispersion(even, tokens)["dp"].iloc[0] == 0


def test_dispersion_of_one_article_is_undefined(tag):
    _, _, tokens = tag("Mann geht heim.")
    row = measure_dispersion(tokens.head(1).assign(term="Mann"), tokens).iloc[0]
    assert np.isnan(row["dp"]) and np.isnan(row["dp_norm"])
