"""Whose a noun alone is, which names stand in marks, who is cited behind *laut*, which words are no rivals.

Expected values counted in the sentences by hand.
"""

import pandas as pd
import pytest

from analysis.actors.joined_names import gather_people
from analysis.codebook import schema
from analysis.codebook.actors_file import ActorsFile
from analysis.counting.other_names import list_other_names
from analysis.counting.quoted_bodies import find_quoted_bodies
from analysis.counting.rival_sets import are_plain_synonyms
from analysis.counting.rival_sources import are_opposite
from analysis.counting.suggested_actors import suggest_actors
from analysis.counting.suggested_rivals import suggest_rivals
from analysis.language.words import read_words

WARNS = "Der Deutsche Wetterdienst warnte vor Regen in Deutschland. Der Deutsche Wetterdienst warnte noch einmal."


def words_of(tag, *texts, as_names=()):
    articles, sentences, tokens = tag(*texts)
    tokens = tokens.assign(pos=tokens["pos"].where(~tokens["form"].isin(as_names), "NE"))
    return list(read_words(articles, sentences, tokens))


def names_in(tag, *texts, as_names=(), quotes=None):
    """Return the proposals for some texts by name; `as_names` are tagged NE."""
    found = schema.empty("quotes") if quotes is None else quotes
    return suggest_actors(words_of(tag, *texts, as_names=as_names), found, actors=ActorsFile()).set_index("name")


def aliases_in(tag, *texts):
    """Return the other names that each proposal's block lists."""
    table = names_in(tag, *texts).reset_index()
    return {row.name: list_other_names(row) for row in table.itertuples(index=False)}


@pytest.mark.parametrize(
    ("other", "n"),
    [
        ("In Florida gab der Wetterdienst Entwarnung. Die USA und Japan atmeten auf.", 2),
        ("Am Abend gab der Wetterdienst Entwarnung.", 3),  # names no country
        ("In Deutschland gab der Wetterdienst Entwarnung. Auch Japan wartete.", 3),  # is about no other country
        ("Der Wetterdienst schwieg. Der Deutsche Wetterdienst kam aus Japan. Japan lachte. Japan schwieg.", 4),
    ],
)
def test_a_noun_alone_is_a_countrys_body_only_where_no_other_country_is_meant(tag, other, n):
    """The full name twice, in one case three times, and the noun alone once, which counts but in the first case."""
    assert names_in(tag, WARNS, other).at["Deutscher Wetterdienst", "n_mentions"] == n


def test_what_bundes_opens_is_that_countrys_anywhere(tag):
    table = names_in(tag, "Der Deutsche Bundestag stimmte zu.", "Der Bundestag sprach über Japan, Japan und Japan.")
    assert table.at["Deutscher Bundestag", "n_mentions"] == 2


def test_a_town_alone_is_no_club(tag):
    """*Salzburg* alone is a place; the club is named twice, and keeps other short forms."""
    texts = "Red Bull Salzburg siegte. Salzburg – Es regnet. Red Bull Salzburg verlor. Salzburg jubelte."
    assert names_in(tag, texts).at["Red Bull Salzburg", "n_mentions"] == 2
    assert aliases_in(tag, texts)["Red Bull Salzburg"] == []


def test_who_is_cited_behind_laut_is_quoted_once_whatever_noun_stands_between(tag):
    table = names_in(tag, "Es gab laut Nachrichtenagentur Reuters keine Toten. Nach Angaben der Polizei Bern war es laut.",
                     "Reuters schwieg.")  # fmt: skip
    assert table.at["Reuters", "n_quotes"] == 1 and table.at["Reuters", "n_mentions"] == 2


@pytest.mark.parametrize("place", [(12, 19), (pd.NA, pd.NA)])
def test_a_cited_source_that_a_quotation_has_as_speaker_counts_once(tag, place):
    """The quotation's speaker stands from offset 12 on, where *Reuters* stands, or is only known to be Reuters."""
    text = "Es gab laut Reuters keine Toten. Reuters schwieg."
    quotes = pd.DataFrame({"article_id": ["a"], "quote": [0], "inside": [pd.NA], "actor": ["Reuters"], "start": [0],
                           "speaker_start": [place[0]], "speaker_end": [place[1]]})  # fmt: skip
    assert text[12:19] == "Reuters"
    assert names_in(tag, text, quotes=quotes).at["Reuters", "n_quotes"] == 1


def test_a_paper_whose_name_opens_with_a_country_is_named_without_its_noun(tag):
    table = names_in(tag, "Nach Angaben der Zeitung China Daily regnet es. Die Zeitung China Daily schwieg.",
                     as_names=("China", "Daily"))  # fmt: skip
    assert "China Daily" in table.index and "Zeitung China Daily" not in table.index


def test_a_body_whose_name_no_article_prints_stands_behind_all_that_are_printed(tag):
    """*französische Behörden* is guessed from the sentence; Anna Berg and the state are printed."""
    table = names_in(tag, "Frankreich räumte das Lager. Die Behörden halfen in Lyon, wie Frankreich sagte. Frankreich schwieg. "
                     "Die Behörden schwiegen. Die Minister Frankreichs und die Behörden kamen. Frankreich half. Anna Berg kam. Anna Berg ging.",
                     as_names=("Berg",))  # fmt: skip
    guessed = [name for name in table.index if name == "französische Behörden"]
    assert guessed and table.index[-1] == "französische Behörden" and table["is_unsure"].iloc[-1]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anna Berg von der „Aktion Dorf hilft“ kam.", ["Aktion Dorf hilft"]),
        ("Wie die „Aktion Dorf hilft“ heute mitteilte, regnet es.", ["Aktion Dorf hilft"]),
        ("Die Zeitung „Neues Dorfblatt“ schwieg.", ["Neues Dorfblatt"]),
        ("Er las „Neues Dorfblatt“ gern.", []),
        ("Er sagte: „Anna Berg kam.“", []),
        ("„Guten Tag“, sagte Anna Berg.", []),
        ("Die Zeitung „Anna Berg“ schwieg.", []),  # a person's name
    ],
)
def test_a_name_in_marks_is_a_bodys_where_the_words_beside_it_say_so(tag, text, found):
    assert find_quoted_bodies(words_of(tag, text, as_names=("Berg",))) == found


def test_a_body_in_marks_is_proposed_and_quoted(tag):
    """Named twice, quoted once: *wie … mitteilte*."""
    table = names_in(
        tag, "Wie die „Aktion Dorf hilft“ heute mitteilte, regnet es. In der „Aktion Dorf hilft“ sind viele."
    )
    row = table.loc["Aktion Dorf hilft"]
    assert (row["n_mentions"], row["n_quotes"], row["is_unsure"]) == (2, 1, False)


def test_counts_that_exclude_each_other_and_words_of_one_style_are_no_rivals():
    assert are_opposite("Rückstand", "Vorsprung") and are_opposite("Freispruch", "Schuldspruch")
    assert not are_opposite("Rückstand", "Abstand")
    assert are_plain_synonyms(["Platz", "Rang"])


@pytest.mark.parametrize("pair", [("Erdbeben", "Nachbeben"), ("Urteil", "Freispruch"), ("Beben", "Erdstoß")])
def test_a_noun_and_its_kind_and_two_things_are_no_set(tag, pair):
    one, other = pair
    text = f"Das {one} am Montag erschreckte viele. Das {other} am Montag erschreckte viele."
    words = words_of(tag, text, text)
    assert suggest_rivals(words, gather_people(words), schema.empty("edits")).empty
