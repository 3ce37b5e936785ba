"""What suggestions tell apart by the words beside a name: works, bands, places, who leads a body; plain synonyms.

Expected values counted in the sentences by hand.
"""

import pandas as pd
import pytest

from analysis.actors.joined_names import gather_people
from analysis.codebook import schema
from analysis.codebook.actors_file import ActorsFile
from analysis.counting.codebook_draft import draft_codebook
from analysis.counting.suggested_actors import suggest_actors
from analysis.counting.suggested_rivals import suggest_rivals
from analysis.counting.suggested_topics import suggest_topics
from analysis.language.words import read_words


def names_in(tag, *texts, as_names=(), quotes=None):
    """Return the proposals for some texts by name; `as_names` are tagged NE."""
    articles, sentences, tokens = tag(*texts)
    tokens = tokens.assign(pos=tokens["pos"].where(~tokens["form"].isin(as_names), "NE"))
    words = list(read_words(articles, sentences, tokens))
    found = schema.empty("quotes") if quotes is None else quotes
    return suggest_actors(words, found, actors=ActorsFile()).set_index("name")


def sets_in(tag, *texts):
    """Return the sets of rival words proposed for some texts."""
    articles, sentences, tokens = tag(*texts)
    words = list(read_words(articles, sentences, tokens))
    return suggest_rivals(words, gather_people(words), schema.empty("edits"))


@pytest.mark.parametrize(
    ("text", "is_work"),
    [
        ("Der Film Anna Wolf läuft. Alle sahen den Film Anna Wolf.", True),
        ("Der Kinofilm Anna Wolf läuft. Am Montag lief Anna Wolf.", True),  # half of the places
        ("Der Film Anna Wolf läuft. Am Montag lief Anna Wolf. Heute kam Anna Wolf.", False),
        ("Gestern lief Anna Wolf (1975) im Kino. Anna Wolf (1975) kam.", True),
        ("Gestern kam Anna Wolf (83) ins Kino. Anna Wolf (83) ging.", False),
        ("Karl Berg kam. Heute läuft Bergs Anna Wolf. Morgen läuft Bergs Anna Wolf.", True),
        ("Das war Bergs Anna Wolf. Morgen kommt Bergs Anna Wolf.", False),  # nobody called Berg: a place, perhaps
    ],
)
def test_a_name_behind_a_work_its_maker_or_before_a_year_is_unsure(tag, text, is_work):
    table = names_in(tag, text, as_names=("Wolf", "Berg", "Bergs"))
    assert table.at["Anna Wolf", "is_unsure"] == is_work
    assert table.at["Anna Wolf", "note"].startswith("the articles call it a thing") == is_work


def test_a_name_that_runs_on_into_a_work_is_its_makers(tag):
    """*Karl Bergs Turandot* names Karl Berg, who is named once more in full: two namings of him and nobody else."""
    table = names_in(tag, "Es lief Karl Bergs Turandot. Karl Berg schwieg.", as_names=("Bergs", "Berg", "Turandot"))
    assert table.index.tolist() == ["Karl Berg"] and table.at["Karl Berg", "n_mentions"] == 2


def test_a_band_is_no_person(tag):
    """*Otto Wolf* is a band where one of its two namings stands behind that noun."""
    table = names_in(tag, "Die Rockband Otto Wolf kam. Dann spielte Otto Wolf.", as_names=("Otto", "Wolf"))
    assert table.at["Otto Wolf", "kind"] == "organisation"


@pytest.mark.parametrize(
    ("text", "is_unsure"),
    [
        ("Karl Berg kam. Berg hat Schulden. Die Berg-Filiale schließt. Berg zahlt nicht.", True),
        ("Karl Berg kam. Berg hat Schulden. Die Berg-Gegner warten. Berg zahlt nicht.", False),
    ],
)
def test_a_person_whose_name_is_a_companys_there_is_unsure(tag, text, is_unsure):
    assert names_in(tag, text, as_names=("Berg",)).at["Karl Berg", "is_unsure"] == is_unsure


def test_a_law_is_no_body_though_it_is_quoted(tag):
    quotes = pd.DataFrame({"article_id": ["a"] * 3, "quote": [0, 1, 2], "inside": [pd.NA] * 3, "actor": ["StGB"] * 3})
    text = "Das StGB sagt das. Das StGB droht. Laut StGB ist das so."
    assert "StGB" not in names_in(tag, text, as_names=("StGB",), quotes=quotes).index


def test_a_club_needs_no_other_sign_of_a_body(tag):
    table = names_in(tag, "Der FC Altdorf liegt vorn. Der FC Altdorf steht oben.", as_names=("FC", "Altdorf"))
    assert not table.at["FC Altdorf", "is_unsure"]


def test_what_stands_behind_another_name_is_no_subject(tag):
    """*von Mollix XQZ* before the verb: the letters are a part of the name behind a preposition."""
    table = names_in(tag, "Als er den Kauf von Mollix XQZ verkündete, regnete es. Das XQZ liegt dort.",
                     as_names=("Mollix", "XQZ"))  # fmt: skip
    assert table.at["XQZ", "is_unsure"] if "XQZ" in table.index else True


def test_a_noun_for_a_kind_of_body_behind_a_prefix_is_no_other_name(tag):
    """*US-Unternehmen* stands once with the name and once without."""
    table = names_in(tag, "Das US-Unternehmen Mollix warnt. Mollix zahlt. Ein anderes US-Unternehmen kam. Das US-Unternehmen ging.",
                     as_names=("Mollix",))  # fmt: skip
    assert table.at["Mollix", "n_mentions"] == 2


def test_who_leads_a_body_is_that_body_and_gives_it_no_other_name(tag):
    """*KMW-Spitze* and *KMW* are one, named three times; *die Spitze* of something else is not."""
    text = "Die KMW warnt. Die KMW-Spitze warnt auch. Das sagte die KMW. Die Spitze des Turms fehlt."
    table = names_in(tag, text, as_names=("KMW", "KMW-Spitze"))
    assert table.at["KMW", "n_mentions"] == 3 and "KMW-Spitze" not in table.index


@pytest.mark.parametrize(
    ("text", "is_place"),
    [("Die Stadt Altdorf warnt. Die Stadt Altdorf teilte das mit.", False),
     ("Er lebt in der Stadt Altdorf. Das liegt bei der Stadt Altdorf.", True)],
)  # fmt: skip
def test_a_territory_that_does_not_act_is_unsure(tag, text, is_place):
    assert names_in(tag, text, as_names=("Altdorf",)).at["Stadt Altdorf", "is_unsure"] == is_place


def test_a_name_before_a_day_ends_there(tag):
    table = names_in(
        tag, "Das sagte Minister Karl Wolf Montagmittag. Dann ging Karl Wolf.", as_names=("Wolf", "Montagmittag")
    )
    assert table.index.tolist() == ["Karl Wolf"]


def test_a_title_before_a_first_word_of_a_name_means_its_bearer(tag):
    """*General Prom* and *Prom Tinsula* are one: two namings."""
    table = names_in(tag, "Minister Prom Tinsula kam. General Prom ging.", as_names=("Prom", "Tinsula"))
    assert table.index.tolist() == ["Prom Tinsula"] and table.at["Prom Tinsula", "n_mentions"] == 2


def test_letters_that_an_adjective_begins_with_spell_no_body(tag):
    """*SN* is the paper that prints its letters behind it, not *serbische Nachrichtenagentur*."""
    text = "Die serbische Nachrichtenagentur warnt. Die Salzburger Nachrichten (SN) kamen. Die SN warnt. Die SN ging."
    table = names_in(tag, text, as_names=("SN",))
    assert [name for name, row in table["spellings"].items() if "SN" in row] == ["Salzburger Nachrichten"]


def test_an_abbreviation_is_what_its_article_explains_it_by(tag):
    """IWF is listed as the Währungsfonds; here brackets explain it by another body, named twice."""
    text = "Der Leiter der Internet Watch Foundation (IWF) warnt. Die IWF ruht."
    table = names_in(tag, text, as_names=("IWF", "Watch", "Foundation"))
    assert table["n_mentions"].to_dict() == {"Internet Watch Foundation": 2}


def test_a_title_with_a_party_before_a_last_name_makes_no_second_person(tag):
    """*SPD-Vize Berg*, *Herr Berg* and *Karl Berg* are one, named three times."""
    table = names_in(tag, "Karl Berg kam. SPD-Vize Berg ging. Das sagte Herr Berg.", as_names=("Berg", "SPD-Vize"))
    assert table["n_mentions"].to_dict() == {"Karl Berg": 3}


def test_an_adjective_written_large_behind_a_noun_for_a_body_is_its_name(tag):
    """*Bundesverband* alone is a kind; with *Erneuerbare Energie* behind it, twice, a body."""
    table = names_in(
        tag, "Der Bundesverband Erneuerbare Energie warnt. Das sagte der Bundesverband Erneuerbare Energie."
    )
    assert table["n_mentions"].to_dict() == {"Bundesverband Erneuerbare Energie": 2}
    alone = names_in(tag, "Der Bundesverband warnt. Das sagte der Bundesverband.", "Es regnet.", "Es schneit.")
    assert alone.at["Bundesverband", "is_unsure"]


def test_a_genitive_behind_a_noun_for_a_body_is_no_name(tag):
    """Kurdistan is printed without its *s* too: *Kurdistans* names nobody."""
    text = "Die Arbeiterpartei Kurdistans warnt. Die Arbeiterpartei Kurdistans kam. Er lebt in Kurdistan."
    assert "Kurdistans" not in names_in(tag, text, as_names=("Kurdistan", "Kurdistans")).index


def test_a_quotation_inside_one_of_the_same_speaker_is_counted_once(tag):
    """Three rows: one whole, one inside it, one inside it that somebody else says."""
    quotes = pd.DataFrame({"article_id": ["a"] * 3, "quote": [0, 1, 2], "inside": [pd.NA, 0, 0],
                           "actor": ["Karl Wolf", "Karl Wolf", "Anna Berg"]})  # fmt: skip
    table = names_in(tag, "Karl Wolf kam. Anna Berg kam. Karl Wolf ging. Anna Berg ging.", as_names=("Wolf", "Berg"),
                     quotes=quotes)  # fmt: skip
    assert table["n_quotes"].to_dict() == {"Karl Wolf": 1, "Anna Berg": 1}


def test_words_that_differ_in_style_alone_are_no_rivals_unless_one_judges(tag):
    """Each word stands once in two articles, near *Altdorf*; *Brand* and *Feuer* are listed as one, *Inferno* is not."""
    plain = "Der Brand in Altdorf kam. Das Feuer in Altdorf ging."
    assert sets_in(tag, plain, plain).empty
    judged = "Der Brand in Altdorf kam. Das Inferno in Altdorf ging."
    assert [set(lemmas) for lemmas in sets_in(tag, judged, judged)["lemmas"]] == [{"Brand", "Inferno"}]


def test_words_that_stand_close_together_once_are_left_out_and_named(tag):
    """*Streit* and *Debatte*, side by side in one article alone, share no word; near *Budget* both, they do."""
    other = "Der Streit ruht. Das war der Streit."
    weak = sets_in(tag, "Der Streit kam. Die Debatte ging. Die Debatte fehlt.", other)
    why = "two of their words stand close together in one article, and nothing else ties them"
    assert weak.empty and weak.attrs["left_out"] == {why: ["Streit/Debatte"]}
    line = draft_codebook(pd.DataFrame(), weak, pd.DataFrame())["contrasts.toml"].splitlines()[3]
    assert line.endswith(f"Left out: 1 {why} (Streit/Debatte).")
    strong = sets_in(tag, "Der Streit um das Budget kam. Die Debatte um das Budget ging. Die Debatte fehlt.", other)
    assert [set(lemmas) for lemmas in strong["lemmas"]] == [{"Streit", "Debatte"}]


def test_a_draft_says_what_was_looked_at_and_why_nothing_is_proposed(tag):
    """One set of two listed words that nothing ties: six sentences stand between them."""
    table = sets_in(tag, "Der Zaun steht. " + "Es regnet heute. " * 6 + "Die Barriere fehlt.", "Es schneit.")
    line = draft_codebook(pd.DataFrame(), table, pd.DataFrame())["contrasts.toml"].splitlines()[3]
    assert line == (
        "## Looked at: 1 sets of words near in meaning, compounds, titles of one person, words in one place, edits. "
        "Left out: 1 nothing in the articles ties two of their words."
    )


def test_people_of_any_kind_are_the_last_topic_proposed_and_the_draft_says_why():
    """*Menschen* are counted three times, *Traktoren* twice."""
    articles = pd.DataFrame({"article_id": ["a"], "text": ["drei Menschen, zwei Traktoren"]})
    quantities = pd.DataFrame({"article_id": "a", "topic": "other", "start": 0, "end": 4, "text": "drei",
                               "unit": ["Menschen"] * 3 + ["Traktoren"] * 2})  # fmt: skip
    table = suggest_topics(quantities, articles)
    assert table["unit"].tolist() == ["Traktoren", "Menschen"] and table["is_general"].tolist() == [False, True]
    draft = draft_codebook(pd.DataFrame(), pd.DataFrame(), table)["quantities.toml"]
    assert draft.count("## general: it counts") == 1
