"""Proposed names: what a name is by its words, what each rests on, what ranks below. Expected values counted by hand."""

import pandas as pd
import pytest

from analysis.actors.joined_names import gather_people
from analysis.actors.mentions import find_mentions
from analysis.codebook import schema
from analysis.codebook.actors_file import ActorsFile
from analysis.counting.codebook_draft import draft_codebook
from analysis.counting.kept_proposals import kept_actor
from analysis.counting.other_names import list_other_names
from analysis.counting.proposal import Proposal
from analysis.counting.suggested_actors import suggest_actors
from analysis.counting.suggested_rivals import suggest_rivals
from analysis.counting.unsure_names import note_weak
from analysis.language.words import read_words

PERSON = "Anna Berg kam. Anna Berg blieb."


def propose(tag, *texts, as_names=(), quoted=()):
    """Return the proposals for some texts by name; `as_names` are tagged NE, `quoted` speak once each in article a."""
    articles, sentences, tokens = tag(*texts)
    tokens = tokens.assign(pos=tokens["pos"].where(~tokens["form"].isin(as_names), "NE"))
    quotes = pd.DataFrame({"article_id": ["a"] * len(quoted), "actor": list(quoted)})
    words = list(read_words(articles, sentences, tokens))
    return suggest_actors(words, quotes if quoted else schema.empty("quotes"), actors=ActorsFile()).set_index("name")


def test_an_abbreviation_before_a_name_is_a_part_of_it(tag):
    """*IG* stands before *Mollix* twice and is proposed with it; *SPD* stands alone twice and once before a name."""
    table = propose(tag, "Die IG Mollix warnt. Die IG Mollix ruht. Die SPD warnt. Die SPD ruht. Die SPD Wiens kam.",
                    as_names=("IG", "Mollix", "SPD"))  # fmt: skip
    assert table.at["IG Mollix", "n_mentions"] == 2 and table.at["SPD", "n_mentions"] == 3 and "IG" not in table.index


def test_half_of_a_name_is_no_speaker_of_its_own(tag):
    """*MOLLIX* is quoted once and stands three times, always in *MOLLIX ONLINE*."""
    table = propose(tag, "Das schrieb MOLLIX Online. Heute warnte MOLLIX Online. Dann schwieg MOLLIX Online.",
                    as_names=("MOLLIX", "Online"), quoted=["MOLLIX"])  # fmt: skip
    assert table.index.tolist() == ["MOLLIX Online"]


def test_a_club_is_no_person_and_what_opens_its_name_is_none(tag):
    table = propose(tag, "Am Montag kam Borussia Altdorf. Dann verlor Borussia Altdorf. Der FC Altdorf kam. Der FC Altdorf "
                         "ruht. Der FC schwieg.", as_names=("Borussia", "Altdorf", "FC"))  # fmt: skip
    assert table["kind"].to_dict() == {"Borussia Altdorf": "organisation", "FC Altdorf": "organisation"}


def test_a_paper_is_no_person_and_a_competition_nobody(tag):
    table = propose(tag, "Das schrieb die Altdorf Times am Montag. Sie las Altdorf Times. Heute lief Altdorf Cup. "
                         "Morgen kommt Altdorf Cup.", as_names=("Altdorf", "Times", "Cup"))  # fmt: skip
    assert "Altdorf Cup" not in table.index and set(table["kind"]) <= {"organisation"}


def test_a_title_that_opens_a_name_is_none_of_it(tag):
    table = propose(tag, "Das sagte Richter Seidling. Richter Seidling ging.", as_names=("Richter", "Seidling"),
                    quoted=["Richter Seidling"] * 3)  # fmt: skip
    assert not any("Richter" in name for name in table.index)


def test_a_noun_alone_ranks_behind_all_and_says_why(tag):
    """*Strafsenat* is named three times, Anna Berg twice; *Bundesrat* is one body."""
    table = propose(tag, PERSON + " Der Strafsenat kam. Der Strafsenat ruht. Der Strafsenat ging. Der Bundesrat tagt. "
                         "Der Bundesrat ruht. Polen warnte. Polen wartet. Polen schwieg.")  # fmt: skip
    assert table["is_unsure"].to_dict() == {"Anna Berg": False, "Bundesrat": False, "Polen": False, "Strafsenat": True}
    assert table.index[-1] == "Strafsenat" and "one noun" in table.at["Strafsenat", "note"]


def test_a_noun_alone_that_half_of_the_articles_name_is_one_body(tag):
    texts = ["Der Landtag tagt. Anna Berg kam.", "Der Landtag ruht. Anna Berg blieb."]
    assert not propose(tag, *texts).at["Landtag", "is_unsure"]
    assert propose(tag, *texts, *["Niemand kam."] * 3).at["Landtag", "is_unsure"]  # two of five


@pytest.mark.parametrize(
    ("text", "name", "is_unsure"),
    [
        ("Das XQZ glänzt. Das XQZ liegt dort.", "XQZ", True),  # nothing says that it is a body
        ("Die XQZ warnt. Das XQZ liegt dort.", "XQZ", False),  # it warns
        ("Das sagte der XQZ-Sprecher. Die XQZ glänzt. Die XQZ liegt dort.", "XQZ", False),  # it has a speaker
        ("Das sagte die Leiterin der XQZ. Die XQZ liegt dort.", "XQZ", False),  # it has a head
        ("Am Montag kam die Behörde XQZ. Die XQZ liegt dort.", "XQZ", False),  # the noun before it
        ("Am Montag kam die Raumsonde XQZ. Die XQZ soll warnen.", "XQZ", True),  # the noun before it says a thing
        ("Die NASA warnt. Die NASA ruht.", "NASA", False),  # listed
        ("Die Xylo Quarz Zentrale (XQZ) warnt. Die XQZ ruht.", "Xylo Quarz Zentrale", False),  # explained
        ("Das XQ4 steht. Das XQ4 fährt.", "XQ4", True),  # a thing: it has a digit
    ],
)
def test_an_abbreviation_that_nothing_explains_is_unsure(tag, text, name, is_unsure):
    table = propose(tag, text, as_names=("XQZ", "Xylo", "Quarz", "NASA", "XQ4"))
    assert bool(table.at[name, "is_unsure"]) == is_unsure


def test_an_abbreviation_in_another_language_belongs_to_the_name_before_it(tag):
    """*IADB* has letters of an English name; the words before it begin with its first."""
    table = propose(tag, "Sie kam von der Interamerikanischen Entwicklungsbank (IADB) zurück. Die IADB warnt.")
    assert table.index.tolist() == ["Interamerikanische Entwicklungsbank"]


def test_a_common_noun_read_as_a_last_name_names_nobody_elsewhere(tag):
    """*Platz* stands in b and c without the name: one naming is too few to be proposed."""
    table = propose(tag, "Am Montag kam Anna Berg Platz zuvor.", "Er kam auf Platz drei.", "Sie kam auf Platz vier.",
                    as_names=("Berg",))  # fmt: skip
    assert not any("Platz" in name for name in table.index)


def test_a_company_and_the_noun_for_what_it_is_are_one(tag):
    table = propose(tag, "VW warnt. Der VW-Konzern ruht. Volkswagen wartet.")
    assert table.at["Volkswagen", "n_mentions"] == 3 and len(table) == 1


def test_a_title_that_another_title_ends_in_is_nobodys_alone(tag):
    """The *Finanzminister* is a *Minister* too: *Minister* alone may be either."""
    table = propose(tag, "Minister Karl Wolf kam. Karl Wolf ging. Finanzminister Udo Lang kam. Udo Lang ging.")
    assert table["offices"].to_dict() == {"Karl Wolf": [], "Udo Lang": ["Finanzminister"]}


def test_the_draft_says_what_each_proposal_rests_on(tag):
    table = propose(tag, "Ministerin Anna Berg kam. Anna Berg blieb. Die NASA kam. Die NASA ruht. Der Bundesrat tagt. "
                         "Der Bundesrat ruht.", as_names=("NASA",)).reset_index()  # fmt: skip
    lines = draft_codebook(table, pd.DataFrame(), pd.DataFrame())["actors.toml"].splitlines()
    assert [line for line in lines if "rests on" in line] == [
        "## rests on: the first name Anna and the title Ministerin", "## rests on: the noun Bundesrat",
        "## rests on: a list of organisations"]  # fmt: skip


def test_no_other_name_holds_the_name_itself(tag):
    """*Konzern Mollix* is found as Mollix wherever Mollix is; *Landgerichts Altdorf* is a form of the name."""
    table = propose(tag, "Der Konzern Mollix warnt. Konzern Mollix ruht. Das Urteil des Landgerichts Altdorf fiel. "
                         "Das Landgericht Altdorf tagt.", as_names=("Mollix", "Altdorf"))  # fmt: skip
    lines = draft_codebook(table.reset_index(), pd.DataFrame(), pd.DataFrame())["actors.toml"].splitlines()
    assert {"Mollix", "Landgericht Altdorf"} <= set(table.index) and not any("aliases" in line for line in lines)


def rivals_of(tag, *texts):
    articles, sentences, tokens = tag(*texts)
    words = list(read_words(articles, sentences, tokens))
    return suggest_rivals(words, gather_people(words), schema.empty("edits"))


def test_words_far_apart_in_one_article_that_share_nothing_are_no_set(tag):
    """Two sentences between them at most; four are too many."""
    near = "Der Streit dauert. Alle warten. Die Debatte ruht."
    far = "Der Streit dauert. Alle warten. Hunde bellen. Katzen schlafen. Die Debatte ruht."
    other = "Der Streit begann. Hier ruht alles. Dann kam die Debatte."
    assert (
        rivals_of(tag, near, other)["about"].tolist() == ["dispute"] and rivals_of(tag, far, "Der Streit ruht.").empty
    )


def test_a_set_says_what_ties_its_words_and_shows_these_sentences(tag):
    table = rivals_of(tag, "Der Streit um Hunde in Altdorf begann. Die Debatte um Hunde in Altdorf ruht.",
                      "Ein Streit kam. Niemand bellt. Das war der Streit. Das war die Debatte.")  # fmt: skip
    row = table.iloc[0]
    assert row["because"] == "near in meaning; in a, 1 sentence apart, both near Altdorf, Hund"
    assert [row["sentence"], row["other_sentence"]] == [
        "Der Streit um Hunde in Altdorf begann.", "Die Debatte um Hunde in Altdorf ruht."]  # fmt: skip


def test_a_local_body_is_no_countrys_unless_its_adjective_stands_before_it(tag):
    """*Polizei* stands in two British places and is nobody's; *türkische Polizei* is printed twice."""
    table = propose(tag, "London brennt. Die Polizei kam. Die Polizei von London schwieg. Großbritannien trauert.",
                    "Die türkische Polizei kam. Die türkische Polizei ruht.")  # fmt: skip
    assert "türkische Polizei" in table.index and not any("britische" in name for name in table.index)
    assert not table.at["türkische Polizei", "is_unsure"]


def test_a_countrys_body_that_no_article_prints_is_unsure(tag):
    """*Regierung* stands three times in sentences with *Polen* or in an article about it, never as *polnische*."""
    table = propose(tag, "Gestern ruht Polen. Heute schweigt in Polen die Regierung. Die Regierung kam. Polen "
                         "wartet. Die Regierung ging.", "In Serbien ruht die serbische Regierung.")  # fmt: skip
    row = table.loc["polnische Regierung"]
    assert row["is_unsure"] and row["note"].startswith("no article prints this name")


def test_a_noun_that_others_own_is_no_second_name(tag):
    """*Feuerwehr* stands three times in articles of its own, and once in *Altdorfer Feuerwehr*."""
    texts = ("Die Feuerwehr Mollstadt kam. Die Feuerwehr Mollstadt ruht. Die Feuerwehr ging.",
             "Die Feuerwehr kam.", "Die Feuerwehr kam.", "Die Altdorfer Feuerwehr kam.")  # fmt: skip
    table = propose(tag, *texts, as_names=("Mollstadt",))
    assert len(table) and not any("Feuerwehr" in names for names in table["spellings"])


def test_bundesregierung_and_the_countrys_government_are_one(tag):
    """Twice *Bundesregierung*, once *österreichische Regierung*: one entry, named three times."""
    table = propose(tag, "Die Bundesregierung kam. In Österreich ruht die Bundesregierung.",
                    "Die österreichische Regierung kam.")  # fmt: skip
    assert table.at["Bundesregierung", "n_mentions"] == 3 and "österreichische Regierung" not in table.index
    assert any("Regierung" in spelling for spelling in table.at["Bundesregierung", "spellings"])


def test_a_party_is_proposed_once_and_in_its_first_form(tag):
    """*Österreichische Volkspartei* is the ÖVP; *den Grünen* are *Grüne*."""
    table = propose(tag, "Die ÖVP kam. Die ÖVP ruht. Die österreichische Volkspartei schwieg. Sie kam mit den Grünen. Sie "
                         "ging mit den Grünen.", as_names=("ÖVP",))  # fmt: skip
    assert table.at["ÖVP", "n_mentions"] == 3 and "österreichische Volkspartei" not in table.index
    assert "Grüne" in table.index and "Grünen" not in table.index


def test_a_noun_at_a_place_is_unsure():
    """*Institut von Athen* says a kind and where it stands; *Institut für Normung* is a name."""
    kind, name = (note_weak(name, Proposal("organisation"), "the noun Institut", texts={}) for name in
                  ("Institut von Athen", "Institut für Normung"))  # fmt: skip
    assert kind and not name


@pytest.mark.parametrize(
    ("text", "name", "others"),
    [
        # the noun for what it is before an abbreviation; the noun alone where only this one stands behind it
        ("Die Waldbehörde MOLA warnt. Die MOLA wartet. Die Waldbehörde schwieg.", "MOLA", ["Waldbehörde"]),
        # listed names of one body, in any case
        ("Ein Sprecher des UN-Flüchtlingshilfswerks kam. Der UNHCR wartet.", "UNHCR", ["UN-Flüchtlingshilfswerk"]),
        ("Sie kam von der Europäischen Kommission in Wien. Die EU-Kommission wartet.", "EU-Kommission",
         ["Europäische Kommission"]),
        # a full stop is none of a name, nor is a capital letter at the beginning of a sentence
        ("Die Landespolizeidirektion Altdorf. Die Landespolizeidirektion Altdorf wartet.",
         "Landespolizeidirektion Altdorf", []),
        ("Griechische Regierung wartet. Die griechische Regierung schwieg.", "griechische Regierung", []),
    ],
)  # fmt: skip
def test_a_body_is_proposed_once_with_its_other_names(tag, text, name, others):
    table = propose(tag, text, as_names=("MOLA", "Altdorf", "UNHCR"))
    assert table.index.tolist() == [name]
    assert [
        other for other in list_other_names(next(table.reset_index().itertuples())) if other != "Regierung"
    ] == others


def test_a_noun_before_two_names_is_neithers(tag):
    table = propose(tag, "Die Waldbehörde MOLA warnt. Die Waldbehörde NIRA warnt. Die Waldbehörde schwieg. Die MOLA kam. "
                         "Die NIRA kam.", as_names=("MOLA", "NIRA"))  # fmt: skip
    assert {"MOLA", "NIRA"} <= set(table.index)
    assert not any("Waldbehörde" in list_other_names(row) for row in table.reset_index().itertuples())


def test_one_of_many_bodies_of_another_is_not_that_one(tag):
    table = propose(tag, "Die Uno warnt. Die Uno wartet. Eine Uno-Organisation kam.")
    assert list_other_names(next(table.reset_index().itertuples())) == ["Uno"]


def test_whom_a_person_speaks_for_is_none_of_the_name(tag):
    """Both persons twice, the second with a body behind *von der*; a *von* that opens a last name stays."""
    table = propose(tag, "Am Montag kam Anna Berg von der University of Altdorf. Anna Berg ging. Karl Theodor von Wolf kam. "
                         "Karl Theodor von Wolf ging.", as_names=("University", "Altdorf", "Wolf"))  # fmt: skip
    assert table.index.tolist() == ["Anna Berg", "Karl Theodor von Wolf"]


def test_a_namesake_with_another_first_name_is_another(tag):
    """*Xyleen M. Wolf* has no listed first name and is still not Karl Wolf, who is named twice."""
    table = propose(tag, "Am Montag kam Karl Wolf. Dann sprach Karl Wolf.", "Am Montag kam Xyleen M. Wolf zurück.",
                    as_names=("Wolf", "Xyleen"))  # fmt: skip
    assert table.at["Karl Wolf", "n_mentions"] == 2


def test_the_figures_are_what_the_kept_blocks_catch(tag):
    """Anna Berg twice and Berg once in a, Bergs once in b; the blocks are kept as they are drafted."""
    texts = ("Anna Berg kam. Berg blieb. Anna Berg ging.", "Bergs Rede war lang. Die Uno schwieg. Die Uno wartet.")
    table = propose(tag, *texts)
    assert table.loc["Anna Berg", ["n_mentions", "n_articles"]].tolist() == [4, 2]
    assert sorted(table.at["Anna Berg", "forms"]) == [("Anna Berg", 2, ["a"]), ("Berg", 1, ["a"]), ("Bergs", 1, ["b"])]
    articles, sentences, tokens = tag(*texts)
    actors = [kept_actor(row) for row in table.reset_index().itertuples()]
    mentions = find_mentions(articles, sentences, tokens, actors=ActorsFile(groups=["g"], actors=actors))
    assert mentions["actor"].value_counts().to_dict() == table["n_mentions"].to_dict()


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Bundeskanzlerin Anna Berg kam. Anna Berg ging. Die Kanzlerin schwieg.", ["Bundeskanzlerin", "Kanzlerin"]),
        ("Kanzler Karl Wolf kam. Karl Wolf ging. Vizekanzler Udo Lang kam. Udo Lang ging.", ["Kanzler"]),
        ("Der stellvertretende Direktor Karl Wolf kam. Karl Wolf ging.", []),  # not the director
        ("Kanzler Karl Wolf kam. Karl Wolf ging. Die Kanzler wechseln.", []),  # several
        (
            "Kanzler Karl Wolf kam. Karl Wolf ging. Der polnische Kanzler traf den serbischen Kanzler.",
            [],
        ),  # two countries
    ],
)
def test_an_office_and_its_short_form_are_its_only_bearers(tag, text, offices):
    assert propose(tag, text)["offices"].iloc[0] == offices


@pytest.mark.parametrize(
    ("text", "name", "is_unsure"),
    [
        ("Die britische Zeitung warnt. Die britische Zeitung ruht.", "britische Zeitung", True),  # a kind
        ("Die Deutsche Bank warnt. Die Deutsche Bank ruht.", "Deutsche Bank", False),  # a name
    ],
)
def test_a_kind_of_body_of_a_country_is_unsure(tag, text, name, is_unsure):
    assert bool(propose(tag, text).at[name, "is_unsure"]) is is_unsure


def test_one_letter_is_no_name_of_a_body(tag):
    table = propose(tag, "Am Montag spielt die Gruppe E. In der Gruppe E ruht man. Es schneit.", as_names=("E",))
    assert "E" not in table.index


def test_several_governments_are_not_one_countrys(tag):
    """The Polish one is named twice; the plural is neither's."""
    table = propose(tag, "Die polnische Regierung kam. Die Regierungen von Polen und Serbien warten. "
                         "Die polnische Regierung ging.")  # fmt: skip
    assert table.at["polnische Regierung", "n_mentions"] == 2 and len(table) == 1


def test_a_noun_for_many_bodies_is_no_other_name(tag):
    """*Menschenrechtsorganisation* refers to Human Rights Watch here, and to any elsewhere."""
    table = propose(tag, "Die Menschenrechtsorganisation Human Rights Watch (HRW) warnt. HRW kam. "
                         "Die Menschenrechtsorganisation ging.")  # fmt: skip
    assert list_other_names(next(table.reset_index().itertuples())) == ["HRW"]


def test_a_first_name_that_is_a_noun_too_opens_a_person(tag):
    table = propose(tag, "Am Montag kam Marine Berg. Dann ging Marine Berg.", as_names=("Marine", "Berg"))
    assert table["kind"].to_dict() == {"Marine Berg": "person"}


@pytest.mark.parametrize(
    ("text", "name", "n"),
    [
        (
            "Die Uno warnt. UN-Soldaten gingen. Der Islamische Staat (IS) kam. Is there? Der IS ging.",
            "Islamischer Staat",
            2,
        ),
        ("Am Montag kam Anna Keller. Anna Keller blieb. In den Kellern ist es kalt.", "Anna Keller", 2),
    ],
)
def test_a_word_that_is_not_written_as_the_name_is_not_counted(tag, text, name, n):
    assert propose(tag, text).at[name, "n_mentions"] == n


def test_a_listed_body_is_no_kind_of_body(tag):
    """*eine Arbeiterkammer* and *und Arbeiterkammer* would make a kind of any other noun."""
    table = propose(tag, "Eine Arbeiterkammer kam. Gewerkschaft und Arbeiterkammer warten.")
    assert not table.at["Arbeiterkammer", "is_unsure"]
