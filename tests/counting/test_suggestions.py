"""Suggestions: what is proposed from the articles, and in which form. Expected values counted in the texts by hand."""

import tomllib

import pandas as pd
import pytest

from analysis.actors.joined_names import gather_people
from analysis.actors.mentions import find_mentions
from analysis.actors.quote_speakers import resolve_speakers
from analysis.codebook import schema
from analysis.codebook.actors_file import ActorsFile, read_actors
from analysis.codebook.contrasts import Contrast, Term, read_contrasts
from analysis.counting.codebook_draft import count_blocks, draft_codebook
from analysis.counting.suggested_actors import suggest_actors
from analysis.counting.suggested_rivals import suggest_rivals
from analysis.counting.suggested_topics import suggest_topics
from analysis.language.words import read_words
from analysis.quoting.quotes import find_quotes

FIRST = (
    "Bürgermeisterin Anna Berg (SPD) verurteilte den Anschlag am Markt. „Wir stehen zusammen“, sagte Berg. "
    "Die Europäische Union schwieg. Ein Demonstrant rief laut. Der Minister Karl Wolf kam, Wolf blieb."
)
SECOND = (
    "Anna Berg sprach von einem Attentat. Die EU wartet. Bergs Kritiker schwiegen nach dem Attentat am Markt. "
    "Aktivisten riefen laut, und der Anschlag am Markt beschäftigt alle. Die Ministerin Ina Wolf reiste ab."
)
NOTHING = ActorsFile()


@pytest.fixture(scope="module")
def read(tag):
    articles, sentences, tokens = tag(FIRST, SECOND)
    mentions = find_mentions(articles, sentences, tokens, actors=NOTHING)
    found = find_quotes(articles, sentences, tokens)
    quotes = resolve_speakers(articles, sentences, tokens, found, mentions, actors=NOTHING)
    return list(read_words(articles, sentences, tokens)), quotes


def test_spellings_of_a_person_are_joined_across_articles(read):
    """Named four times in two articles (Anna Berg twice, Berg, Bergs), quoted once by name and once as *wir*-speaker."""
    words, quotes = read
    first = suggest_actors(words, quotes, actors=NOTHING).iloc[0]
    assert first[["name", "kind", "pronoun", "party", "n_mentions", "n_articles"]].tolist() == [
        "Anna Berg", "person", "sie", "SPD", 4, 2]  # fmt: skip
    assert sorted(first["spellings"]) == ["Berg", "Bergs"]
    assert first["offices"] == ["Bürgermeisterin"]


def test_an_abbreviation_belongs_to_the_name_that_it_abbreviates(read):
    words, quotes = read
    table = suggest_actors(words, quotes, actors=NOTHING).set_index("name")
    assert table.at["Europäische Union", "n_mentions"] == 2
    assert "EU" not in table.index


def test_two_persons_of_one_last_name_stay_two(read):
    """*Wolf blieb* is Karl Wolf, named just before; Ina Wolf is named once and so not proposed."""
    words, quotes = read
    table = suggest_actors(words, quotes, actors=NOTHING).set_index("name")
    assert table.at["Karl Wolf", "n_mentions"] == 2 and "Ina Wolf" not in table.index


def test_what_the_codebook_knows_is_not_proposed(read):
    from analysis.codebook.actors_file import Actor

    words, quotes = read
    book = ActorsFile(groups=["g"], actors=[Actor(name="Anna Berg", kind="person", group="g")])
    assert "Anna Berg" not in suggest_actors(words, quotes, actors=book)["name"].tolist()


def test_rival_words_of_a_listed_set(read):
    """Anschlag twice, Attentat twice, in both articles; Aktivist and Demonstrant share one word (rufen): too little."""
    words, _ = read
    table = suggest_rivals(words, gather_people(words), schema.empty("edits"))
    sets = {row.about: dict(zip(row.lemmas, row.counts, strict=True)) for row in table.itertuples()}
    assert sets["attack"] == {"Anschlag": 2, "Attentat": 2}
    assert "protesters" not in sets


def test_rival_words_of_an_edit(read):
    words, _ = read
    row = {"kind": "replace", "changes": "word", "words": "Anschlag", "other_words": "Markt"}
    edits = pd.DataFrame([row])
    table = suggest_rivals(words, gather_people(words), edits)
    assert ["Anschlag", "Markt"] in table["lemmas"].apply(sorted).tolist()


def propose(tag, *texts):
    """Return the names proposed for some texts, with their rows; no quotation counts here."""
    articles, sentences, tokens = tag(*texts)
    words = list(read_words(articles, sentences, tokens))
    return suggest_actors(words, schema.empty("quotes"), actors=NOTHING).set_index("name")


def rivals_of(tag, *texts):
    """Return the sets of rival words proposed for some texts."""
    articles, sentences, tokens = tag(*texts)
    words = list(read_words(articles, sentences, tokens))
    table = suggest_rivals(words, gather_people(words), schema.empty("edits"))
    return [set(lemmas) for lemmas in table["lemmas"]], table


def test_a_body_that_each_country_has_is_its_countrys(tag):
    """Twice the Serbian one (by adjective, by its capital), twice the Polish one (by adjective, by its sentence).

    *Regierung* beside *Belgrad* is told to be the Serbian one's; the Polish one's is printed with its adjective before.
    """
    table = propose(tag, "Die serbische Regierung schwieg. Die Regierung in Belgrad wartet.",
                    "Die polnische Regierung schwieg. In Polen wartet die Regierung.")  # fmt: skip
    assert table.loc["serbische Regierung", ["n_mentions", "country", "nouns"]].tolist() == [
        2,
        "Serbien",
        ["Regierung"],
    ]
    assert table.at["polnische Regierung", "n_mentions"] == 2
    assert "Regierung" not in table.index


def test_a_body_of_no_known_country_ranks_below_and_says_that_it_may_be_several(tag):
    table = propose(tag, "Die Regierung schwieg. Die Regierung wartet. Die Regierung ging.",
                    "Anna Berg kam. Anna Berg blieb.",
                    "Die polnische Regierung schwieg. Die polnische Regierung wartet.",
                    "Die serbische Regierung schwieg.")  # fmt: skip
    note = "may be several: elsewhere it is that of Polen (2), Serbien (1); polnische Regierung is proposed too"
    assert table.at["Regierung", "note"].startswith(note)
    assert table.at["polnische Regierung", "nouns"] == ["Regierung"]  # whose it is alone the context says
    assert table.at["polnische Regierung", "n_mentions"] == 2  # the Serbian one's and those of nobody are not caught
    assert list(table.index).index("Regierung") > list(table.index).index("Anna Berg")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # what bears a name is none of it; another spelling, a lost space, a transcription are one name
        ("Das schrieb die Nachrichtenagentur Reuters. Reuters blieb dabei.", "Reuters"),
        ("Am Montag kam das Rote Kreuz. Sie dankten dem Roten Kreuz.", "Rotes Kreuz"),
        ("Am Montag kam Human Rights Watch. Das sagte HRW.", "Human Rights Watch"),
        ("Am Montag kam Anna Berg. Dann sprach Ministerin AnnaBerg lange.", "Anna Berg"),
        ("Am Montag kam Anna Moussawi. Am Dienstag kam Anna Mussawi.", "Anna Moussawi"),
        ("Die US-Armee kam. Das US-Militär blieb.", "US-Armee"),
        ("An der Universität Wien wird gestreikt. Die Uni Wien schwieg.", "Universität Wien"),
    ],
)
def test_two_namings_are_one(tag, text, name):
    table = propose(tag, text)
    assert table.at[name, "n_mentions"] == 2 and len(table) == 1


def test_a_noun_alone_is_the_body_of_the_only_country_that_has_one(tag):
    """Four namings, three of the noun alone: one proposal, and the noun is another name for it, no role."""
    texts = ("Das Bildungsministerium schwieg. Das Bildungsministerium wartet. Dem Bildungsministerium fehlt Geld.",
             "Das österreichische Bildungsministerium schwieg.")  # fmt: skip
    table = propose(tag, *texts)
    row = table.loc["österreichisches Bildungsministerium"]
    assert row[["n_mentions", "nouns", "note"]].tolist() == [4, [], ""] and "Bildungsministerium" not in table.index
    lines = draft_codebook(table.reset_index(), pd.DataFrame(), pd.DataFrame())["actors.toml"].splitlines()
    assert '# aliases = ["Bildungsministerium"]' in lines and not any("# roles" in line for line in lines)
    # Poland is named more often than Austria: the noun alone may be either's
    other = propose(tag, *texts, "Polen wartet. In Polen ist es kalt. Aus Polen kam sie.")
    assert "Bildungsministerium" in other.index


def test_a_kind_of_body_ranks_below_and_says_so(tag):
    """*Volksschule* stands in the plural, *AHS* behind *eine* and *Militär* behind *und*: half of their places or all."""
    table = propose(tag, "Die Volksschulen warten. Die Volksschulen ruhen. Die AHS schloss. Sie besucht eine AHS. "
                         "Frieden und Militär wären nun Gegner. Dann schwieg das Militär. "
                         "Der Nationalrat tagt. Der Nationalrat schwieg.")  # fmt: skip
    assert sorted(table.index[table["note"].str.startswith("may be a kind of body")]) == [
        "AHS",
        "Militär",
        "Volksschule",
    ]
    assert table.at["Nationalrat", "note"] == "" and table.index[0] == "Nationalrat"
    rest = propose(tag, "Die AHS schloss. Die AHS ruht. Sie besucht eine AHS.")
    assert not rest.at["AHS", "note"].startswith("may be a kind of body")  # one of three


def test_several_bodies_are_a_group_and_a_country_that_acts_is_a_state(tag):
    """Both stand behind persons, however often they are named."""
    table = propose(tag, "Die Rebellen kamen. Die Rebellen gingen. Polen warnte. Polen wartet. Polen schwieg. "
                         "Sie fuhr nach Polen. Anna Berg kam. Anna Berg blieb.")  # fmt: skip
    assert table["kind"].to_dict() == {"Anna Berg": "person", "Rebellen": "group", "Polen": "state"}
    assert table.at["Polen", "n_mentions"] == 4  # acts three times; its block would catch *nach Polen* too


def test_a_title_is_another_name_only_where_it_is_an_office_of_one_person(tag):
    """*Bürgermeisterin* is one person's; two are *Minister*; *Autorin* is no office; *Präsidentin* stands alone in b."""
    table = propose(tag, "Bürgermeisterin Anna Berg und Minister Karl Wolf kamen. Die Autorin Anna Berg las. Karl Wolf ging. "
                         "Minister Udo Lang blieb. Präsidentin Ina Sommer kam. Udo Lang und Ina Sommer gingen.",
                    "Die Präsidentin schwieg.")  # fmt: skip
    assert table["offices"].to_dict() == {
        "Anna Berg": ["Bürgermeisterin"],
        "Karl Wolf": [],
        "Udo Lang": [],
        "Ina Sommer": [],
    }


def test_two_offices_are_a_set_only_beside_one_name(tag):
    """*Staatschef* and *Machthaber* stand beside one name, then beside two; they share two other words in both."""
    other = "Der Machthaber {} sprach im Saal vom Frieden. {} ging. Das war der Machthaber."
    first = "Der Staatschef Karl Wolf sprach im Saal vom Frieden. Wolf ging. Das war der Staatschef."
    assert any({"Staatschef", "Machthaber"} <= s for s in rivals_of(tag, first, other.format("Karl Wolf", "Wolf"))[0])
    assert not any(
        {"Staatschef", "Machthaber"} <= s for s in rivals_of(tag, first, other.format("Udo Lang", "Lang"))[0]
    )


@pytest.mark.parametrize(
    ("text", "name", "n", "absent"),
    [
        # in brackets behind a name, which is one naming; behind words whose initials it is, written small too
        ("Das Bundesinstitut für Waldforschung (Buwa) warnt. Der Buwa fehlt Geld.", "Bundesinstitut für Waldforschung", 2,
         "Buwa"),
        ("Der Forest Science Hub (FSH) warnt. Am FSH wird gespart. Der Forest Science Hub ruht.", "Forest Science Hub", 3,
         "FSH"),
        ("Die Wald-Presse-Agentur (wpa) warnt. Das schrieb wpa am Montag.", "Wald-Presse-Agentur", 2, "wpa"),
        # a party's other word, where the party is named too
        ("Die FPÖ schwieg. Die Freiheitlichen warten. Die Freiheitlichen kamen.", "FPÖ", 3, "Freiheitlichen"),
    ],
)  # fmt: skip
def test_a_second_name_is_joined(tag, text, name, n, absent):
    table = propose(tag, text)
    assert table.at[name, "n_mentions"] == n and absent not in table.index
    assert absent in table.at[name, "spellings"]


def test_a_country_or_a_party_in_brackets_is_no_second_name(tag):
    table = propose(tag, "Das Bundesinstitut für Waldforschung (Belgien) warnt. Aus Belgien kam Geld. "
                         "Das Bundesinstitut für Waldforschung ruht.")  # fmt: skip
    assert table.at["Bundesinstitut für Waldforschung", "n_mentions"] == 2


def test_a_speaker_whom_no_rule_takes_for_a_name_is_proposed_if_the_tagger_does(tag):
    """*Mollix* stands three times and says something once; no noun, no list and no first name tells what it is."""
    articles, sentences, tokens = tag("Am Montag warnte Mollix. Das lehnte Mollix ab. Das wusste Mollix.")
    tokens = tokens.assign(pos=tokens["pos"].where(tokens["form"] != "Mollix", "NE"))
    words = list(read_words(articles, sentences, tokens))
    quotes = pd.DataFrame({"article_id": ["a"], "actor": ["Mollix"]})
    assert suggest_actors(words, quotes, actors=NOTHING)[["name", "n_mentions", "n_quotes"]].values.tolist() == [
        ["Mollix", 3, 1]]  # fmt: skip


def test_listed_words_that_nothing_ties_together_are_no_set(tag):
    """*Streit* and *Debatte* of one thing share three words, groß, neu and Budget; of two things two, or none."""
    first, again = "Der große Streit um das neue Budget dauert. So war der Streit.", " So war die Debatte."
    one, _ = rivals_of(tag, first, "Die große Debatte um das neue Budget dauert." + again)
    two, _ = rivals_of(tag, first, "Die große Debatte um das neue Gehege ruht." + again)
    assert {"Streit", "Debatte"} not in rivals_of(tag, first, "Die Debatte über Hunde ruht." + again)[0]
    assert {"Streit", "Debatte"} in one and {"Streit", "Debatte"} not in two


def test_words_for_one_kind_of_thing_need_nothing_near_both_but_stand_behind(tag):
    """*Schlepper* and *Schleuser* share no word; *Zaun* and *Barriere*, listed for one thing here only, would need one."""
    texts = "Der Schlepper floh. Das war der Schlepper.", "Ein Schleuser kam. Das war der Schleuser."
    assert rivals_of(tag, *texts)[0] == [{"Schlepper", "Schleuser"}]
    near = (
        " Der Streit um das neue Budget dauert. So war der Streit.",
        " Die Debatte um das neue Budget dauert. So war die Debatte.",
    )
    both = rivals_of(tag, texts[0] + near[0] + " Der Zaun steht. Das war der Zaun.",
                     texts[1] + near[1] + " Eine Barriere brennt. Das war die Barriere.")[0]  # fmt: skip
    assert both == [{"Streit", "Debatte"}, {"Schlepper", "Schleuser"}]


def contrast_of(*lemmas, name="attack"):
    """Return a contrast of the codebook with one term a word."""
    return Contrast(id=name, title="kept", terms=[Term(name=lemma, lemmas=[lemma]) for lemma in lemmas])


def test_a_set_that_the_codebook_has_is_not_proposed_again(tag):
    """Three words for one thing: kept whole or as two of them the set is gone, one word alone does not stand for it."""
    articles, sentences, tokens = tag(
        "Der Schlepper floh. Der Schleuser floh.", "Ein Schleuser und ein Schlepper kamen."
    )
    words = list(read_words(articles, sentences, tokens))
    people, edits = gather_people(words), schema.empty("edits")

    def sets(*kept):
        return suggest_rivals(words, people, edits, contrasts=iter(kept))["lemmas"].apply(set).tolist()

    assert {"Schlepper", "Schleuser"} in sets() and sets(contrast_of("Schlepper", "Schleuser", "Helfer")) == []
    assert {"Schlepper", "Schleuser"} in sets(contrast_of("Schlepper", "Helfer"), contrast_of("Schleuser", "Täter"))


def test_no_id_of_the_codebook_is_given_again(read):
    """The set about attack is called attack_2 where the codebook has another attack."""
    words, _ = read
    rivals = suggest_rivals(words, gather_people(words), schema.empty("edits"))
    assert 'id    = "attack"' in draft_codebook(pd.DataFrame(), rivals, pd.DataFrame())["contrasts.toml"]
    draft = draft_codebook(pd.DataFrame(), rivals, pd.DataFrame(), taken=["attack"])["contrasts.toml"]
    assert 'id    = "attack"' not in draft and 'id    = "attack_2"' in draft


def test_the_head_of_the_actors_says_that_their_groups_are_kept_with_them(read):
    words, quotes = read
    draft = draft_codebook(suggest_actors(words, quotes, actors=NOTHING), pd.DataFrame(), pd.DataFrame())
    head = draft["actors.toml"].partition("# groups = ")[0]
    assert "## The line `groups` belongs to any actor kept" in head
    assert "`groups`" not in draft["contrasts.toml"] + draft["quantities.toml"]


def test_opposites_are_no_set(tag):
    """Two words that one copy of a passage has in place of the other are proposed, unless one undoes the other."""
    articles, sentences, tokens = tag(
        "Die Belastung bleibt. Die Abgabe sinkt.", "Die Entlastung bleibt. Die Steuer sinkt."
    )
    words = list(read_words(articles, sentences, tokens))
    row = {"kind": "replace", "changes": "word"}
    edits = pd.DataFrame([row | {"words": "Belastung", "other_words": "Entlastung"},
                          row | {"words": "Abgabe", "other_words": "Steuer"}])  # fmt: skip
    table = suggest_rivals(words, gather_people(words), edits)
    assert [set(lemmas) for lemmas in table["lemmas"]] == [{"Abgabe", "Steuer"}]


def test_compounds_that_share_a_part_and_differ_in_a_near_word(tag):
    sets, table = rivals_of(
        tag,
        "Der Grenzzaun steht. Das war der Grenzzaun.",
        "Eine Grenzsperre steht. Das war die Grenzsperre.",
        "Das Gartenhaus brennt.",
    )
    assert {"Grenzzaun", "Grenzsperre"} in sets
    assert "compounds that share a part" in table.iloc[0]["because"]


def test_the_short_and_the_full_form_of_a_title_are_one_term(tag):
    """Called *Kanzler* twice, *Bundeskanzler* twice: one term, so no set; with *Regierungschef* twice there are two."""
    text = (
        "Kanzler Karl Wolf kam. Bundeskanzler Karl Wolf ging. Kanzler Karl Wolf lief. Bundeskanzler Karl Wolf blieb. "
    )
    both = text + "Regierungschef Karl Wolf rief. Regierungschef Karl Wolf las."
    assert rivals_of(tag, text, text)[0] == []
    _, table = rivals_of(tag, both, both)
    assert table.iloc[0]["terms"] == [["Bundeskanzler", "Kanzler"], ["Regierungschef"]]
    assert table.iloc[0]["counts"] == [8, 4]


def test_the_forms_of_a_noun_are_one_topic():
    rows = [("a", "acht Zelte", "Zelte", "other"), ("b", "zwei Zelten", "Zelten", "other")]
    quantities = pd.DataFrame(rows, columns=["article_id", "text", "unit", "topic"]).assign(start=0, end=10)
    articles = pd.DataFrame({"article_id": ["a", "b"], "text": ["acht Zelte standen da", "zwei Zelten half er"]})
    table = suggest_topics(quantities, articles)
    assert table[["n", "n_articles"]].values.tolist() == [[2, 2]] and sorted(table.at[0, "forms"]) == [
        "Zelte",
        "Zelten",
    ]


def test_topics_are_nouns_counted_twice():
    """*Zelte* twice in two articles; *Hunde* once; *Tote* has a topic."""
    rows = [("a", "acht Zelte", "Zelte", "other"), ("b", "zwei Zelte", "Zelte", "other"), ("a", "drei Hunde", "Hunde", "other"),
            ("b", "vier Tote", "Tote", "deaths")]  # fmt: skip
    quantities = pd.DataFrame(rows, columns=["article_id", "text", "unit", "topic"]).assign(start=0, end=10)
    articles = pd.DataFrame({"article_id": ["a", "b"], "text": ["acht Zelte standen da", "zwei Zelte standen da"]})
    assert suggest_topics(quantities, articles)[["unit", "n", "n_articles"]].values.tolist() == [["Zelte", 2, 2]]


def test_the_example_of_a_topic_says_where_it_is_cut():
    """*acht Zelte* begins at 100: 80 characters before it and 80 behind it are shown."""
    text = "x" * 100 + "acht Zelte" + "y" * 100
    quantities = pd.DataFrame({"article_id": ["a", "a"], "text": "acht Zelte", "unit": "Zelte", "topic": "other",
                               "start": [100, 100], "end": [110, 110]})  # fmt: skip
    articles = pd.DataFrame({"article_id": ["a"], "text": [text]})
    assert suggest_topics(quantities, articles).at[0, "sentence"] == "…" + "x" * 80 + "acht Zelte" + "y" * 80 + "…"


def test_a_draft_counts_nothing_until_kept_and_is_valid_then(read, tmp_path):
    words, quotes = read
    actors = suggest_actors(words, quotes, actors=NOTHING)
    rivals = suggest_rivals(words, gather_people(words), schema.empty("edits"))
    drafts = draft_codebook(actors, rivals, pd.DataFrame())
    assert count_blocks(drafts["contrasts.toml"]) == len(rivals) > 0
    assert count_blocks(drafts["actors.toml"]) == len(actors)
    for name, draft in drafts.items():
        assert tomllib.loads(draft) == {}
        kept = "\n".join(line.removeprefix("# ") for line in draft.splitlines() if not line.startswith("## "))
        (tmp_path / name).write_text(kept, encoding="utf-8")
    kept_actors = read_actors(tmp_path / "actors.toml", shown="actors.toml")
    assert [actor.name for actor in kept_actors.actors] == actors["name"].tolist()
    kept_rivals = read_contrasts(tmp_path / "contrasts.toml", shown="contrasts.toml")
    assert len(kept_rivals) == len(rivals)


def test_a_study_without_articles_worth_proposing_gives_empty_drafts(tag):
    articles, sentences, tokens = tag("Es regnet.")
    words = list(read_words(articles, sentences, tokens))
    actors = suggest_actors(words, schema.empty("quotes"), actors=NOTHING)
    assert actors.empty and suggest_rivals(words, gather_people(words), schema.empty("edits")).empty


def test_short_and_long_form_of_a_thing_are_no_rivals_but_its_other_word_is(tag):
    """*Beben* and *Erdbeben* are one word, *Brand* and *Inferno* two of which one judges."""
    assert not rivals_of(tag, "Das Beben kam. Das Erdbeben ging.", "Das Erdbeben kam. Das Beben ging.")[0]
    texts = "Der Brand kam. Das Inferno ging.", "Das Inferno kam. Der Brand ging."
    assert {"Brand", "Inferno"} in rivals_of(tag, *texts)[0]


@pytest.mark.parametrize(
    ("together", "sets"),
    [
        # a noun and its compound in two articles of one thing are no rivals, in three they are
        (2, []),
        (3, [{"Zaun", "Grenzzaun"}]),
    ],
)
def test_a_noun_and_its_compound_are_rivals_where_three_articles_use_them_of_one_thing(tag, together, sets):
    texts = ["Der Zaun steht. Der Grenzzaun hält."] * together + ["Ein Zaun brennt.", "Ein Grenzzaun brennt."]
    assert rivals_of(tag, *texts)[0] == sets


@pytest.mark.parametrize(("hits", "sets"), [(1, []), (2, [{"Streit", "Debatte"}])])
def test_a_set_has_four_hits(tag, hits, sets):
    again = " So war der Streit." * (hits - 1)
    text = "Die Debatte um das neue Budget dauert. So war die Debatte."
    assert rivals_of(tag, "Der Streit um das neue Budget dauert." + again, text)[0] == sets


def test_two_offices_that_mostly_others_bear_are_no_set(tag):
    """*Kanzler* and *Premier* are both Karl Wolf's, each of them two others' as well."""
    titles = {"Karl Wolf": ("Staatschef", "Machthaber"), "Udo Lang": ("Staatschef",) * 2, "Jan Kurz": ("Machthaber",) * 2,
              "Max Huber": ("Staatschef",) * 2, "Kurt Hahn": ("Machthaber",) * 2}  # fmt: skip
    texts = [" ".join(f"{title} {name} sprach im Saal." for title in held) for name, held in titles.items()]
    assert not any({"Staatschef", "Machthaber"} <= s for s in rivals_of(tag, *texts)[0])


def test_a_set_that_shares_half_of_its_words_with_a_stronger_one_is_left_out(tag):
    """*Brexit* and *Austritt* are listed in two sets; the second adds one word to them."""
    text = "Der Brexit und der Austritt kommen. Der Ausstieg kommt."
    assert rivals_of(tag, text, text)[0] == [{"Brexit", "Austritt", "Ausstieg"}]


def test_a_word_that_stands_once_beside_one_other_makes_no_set(tag):
    """*Streit* four times, *Debatte* once, of one thing."""
    texts = "Der Streit um das neue Budget dauert. Das war der Streit. So war der Streit.", "Der Streit ruht."
    assert rivals_of(tag, *texts, "Die Debatte um das neue Budget dauert.")[0] == []
