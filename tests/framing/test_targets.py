"""Targets: what a judging adjective or a preposition of cause is about; the sentences are our own."""

import pytest

from analysis.codebook import schema
from analysis.framing.frame_targets import TargetFinder
from analysis.language.words import read_words


@pytest.fixture
def target(tag):
    """Return the target of a word in a sentence, with whom the texts name: names and their actors."""

    def find(element, word, text, named=None):
        articles, sentences, tokens = tag(text)
        article_id = articles["article_id"].iloc[0]
        rows = [(article_id, text.index(name), actor) for name, actor in (named or {}).items()]
        mentions = schema.empty("mentions").reindex(range(len(rows)))
        mentions[["article_id", "start", "actor"]] = rows if rows else mentions[["article_id", "start", "actor"]]
        finder = TargetFinder(sentences, mentions, schema.empty("agency"), read_words(articles, sentences, tokens))
        start = text.index(word)
        place = {"article_id": article_id, "sentence": 0, "start": start, "end": start + len(word)}
        return finder.find(element, place | {"sponsor": "outlet"})

    return find


@pytest.mark.parametrize(
    ("word", "text", "judged"),
    [
        ("friedliche", "Vor dem Rathaus gab es friedliche Proteste gegen den Bau.", "Proteste"),
        ("legitime", "Er nannte den Streik eine völlig legitime Reaktion der Arbeiter.", "Reaktion"),
        ("unfairen", "Die Trainerin beklagte den „unfairen“ Umgang mit ihr.", "Umgang"),
        ("falsche", "Das ist eine falsche und teure Entscheidung der Stadt.", "Entscheidung"),
        ("gefährlichen", "Er warnte vor gefährlichen 20 Tagen.", "Tagen"),
        ("lächerlich", "Das sei lächerlich, sagte Huber.", ""),  # stands before no noun
    ],
)
def test_a_judging_adjective_judges_what_it_stands_before(target, word, text, judged):
    assert target("evaluation", word, text) == judged


@pytest.mark.xfail(strict=True, reason="a participle with words of its own ends the row of adjectives")
def test_a_judging_adjective_reaches_over_a_participle(target):
    text = "Die Partei sprach von einem brutalen, lange geplanten Überfall auf das Dorf."
    assert target("evaluation", "brutalen", text) == "Überfall"


@pytest.mark.parametrize(
    ("word", "text", "held"),
    [
        ("Wegen", "Wegen des Dammbruchs im Süden sperrte die Stadt die Brücke.", "des Dammbruchs"),
        ("infolge", "Zwölf Menschen starben infolge der Flut.", "der Flut"),
        ("Im Zuge", "Im Zuge der Krawalle wurden zehn Menschen verletzt.", "der Krawalle"),
        ("Aufgrund", "Aufgrund von Fehlern der Behörde starben Menschen.", "Fehlern"),
        ("weil", "Sie starben, weil der Damm brach.", ""),  # governs no phrase
    ],
)
def test_a_preposition_of_cause_holds_what_it_governs_responsible(target, word, text, held):
    assert target("cause", word, text) == held


def test_an_actor_in_the_phrase_is_the_target_not_the_one_who_is_nearer(target):
    """*Stadt* begins 15 letters before *autoritären*, *Karl Huber* 35 behind it."""
    text = "Der Zorn der Stadt galt dem autoritären Langzeit-Bürgermeister Karl Huber."
    named = {"Stadt": "die Stadt", "Karl Huber": "Karl Huber"}
    assert target("evaluation", "autoritären", text, named) == "Karl Huber"


def test_a_phrase_without_an_actor_goes_before_an_actor_elsewhere(target):
    text = "Karl Huber lobte die friedlichen Proteste."
    assert target("evaluation", "friedlichen", text, {"Karl Huber": "Karl Huber"}) == "Proteste"


def test_other_elements_are_left_to_the_actor_who_is_nearest(target):
    text = "Wegen der Flut soll Karl Huber zahlen."
    assert target("remedy", "Wegen", text, {"Karl Huber": "Karl Huber"}) == "Karl Huber"


def test_without_words_only_actors_are_targets():
    finder = TargetFinder(schema.empty("sentences"), schema.empty("mentions"), schema.empty("agency"))
    assert finder._find_phrase("evaluation", {"article_id": "a", "start": 0, "end": 4}) == ""
