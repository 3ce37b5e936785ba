"""Suggestions: what is proposed from the articles, and in which form. Expected values counted in the texts by hand."""

import tomllib

import pandas as pd
import pytest

from analysis.actors.joined_names import gather_people
from analysis.actors.mentions import find_mentions
from analysis.actors.quote_speakers import resolve_speakers
from analysis.codebook import schema
from analysis.codebook.actors_file import ActorsFile, read_actors
from analysis.codebook.contrasts import read_contrasts
from analysis.counting.codebook_draft import draft_codebook
from analysis.counting.rivals import suggest_rivals
from analysis.counting.suggestions import suggest_actors, suggest_topics
from analysis.language.words import read_words
from analysis.quoting.quotes import find_quotes

FIRST = (
    "Bürgermeisterin Anna Berg (SPD) verurteilte den Anschlag am Markt. „Wir stehen zusammen“, sagte Berg. "
    "Die Europäische Union schwieg. Ein Demonstrant rief laut. Der Minister Karl Wolf kam, Wolf blieb."
)
SECOND = (
    "Anna Berg sprach von einem Attentat. Die EU wartet. Bergs Kritiker schwiegen nach dem Attentat am Markt. "
    "Aktivisten riefen laut, und der Anschlag beschäftigt alle. Die Ministerin Ina Wolf reiste ab."
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
    assert first["offices"] == ["bürgermeisterin"]


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
    """Anschlag twice, Attentat twice, in both articles; Aktivist and Demonstrant once each."""
    words, _ = read
    table = suggest_rivals(words, gather_people(words), schema.empty("edits"))
    sets = {row.about: dict(zip(row.lemmas, row.counts, strict=True)) for row in table.itertuples()}
    assert sets["attack"] == {"Anschlag": 2, "Attentat": 2}
    assert sets["protesters"] == {"Aktivist": 1, "Demonstrant": 1}


def test_rival_words_of_an_edit(read):
    words, _ = read
    row = {"kind": "replace", "changes": "word", "words": "Anschlag", "other_words": "Markt"}
    edits = pd.DataFrame([row])
    table = suggest_rivals(words, gather_people(words), edits)
    assert ["Anschlag", "Markt"] in table["lemmas"].apply(sorted).tolist()


def test_topics_are_nouns_counted_twice():
    """*Zelte* twice in two articles; *Hunde* once; *Tote* has a topic."""
    rows = [("a", "acht Zelte", "Zelte", "other"), ("b", "zwei Zelte", "Zelte", "other"), ("a", "drei Hunde", "Hunde", "other"),
            ("b", "vier Tote", "Tote", "deaths")]  # fmt: skip
    quantities = pd.DataFrame(rows, columns=["article_id", "text", "unit", "topic"]).assign(start=0, end=10)
    articles = pd.DataFrame({"article_id": ["a", "b"], "text": ["acht Zelte standen da", "zwei Zelte standen da"]})
    assert suggest_topics(quantities, articles)[["unit", "n", "n_articles"]].values.tolist() == [["Zelte", 2, 2]]


def test_a_draft_counts_nothing_until_kept_and_is_valid_then(read, tmp_path):
    words, quotes = read
    actors = suggest_actors(words, quotes, actors=NOTHING)
    rivals = suggest_rivals(words, gather_people(words), schema.empty("edits"))
    drafts = draft_codebook(actors, rivals, pd.DataFrame())
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
