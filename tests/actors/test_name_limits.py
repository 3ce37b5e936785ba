"""Where the numbers of the rules for names lie: German sentences on both sides of each, counted by hand."""

import pandas as pd
import pytest
from actors.test_mentions import mentions
from actors.test_names import names

from analysis.actors.joined_names import gather_people
from analysis.codebook.actors_file import Actor, ActorsFile
from analysis.language.tagging import tag_articles
from analysis.language.words import read_words
from analysis.reading.file_readers import plain_articles


def people(*texts):
    """List the names in full of the last article, in order."""
    ids = [str(n) for n in range(len(texts))]
    articles, paragraphs = plain_articles(pd.DataFrame({"article_id": ids, "text": texts}))
    found = gather_people(read_words(articles, *tag_articles(articles, paragraphs)))
    return [name.name for name in found.names[ids[-1]]]


@pytest.mark.parametrize(
    ("alias", "text", "found"), [("EU", "Die Eu schwieg.", []), ("IOM", "Die Iom schwieg.", ["Iom"])]
)
def test_an_abbreviation_of_two_letters_needs_its_capitals(alias, text, found):
    book = ActorsFile(groups=["g"], actors=[Actor(name="Großer Bund", kind="institution", group="g", aliases=[alias])])
    assert mentions(text, book)["form"].tolist() == found


@pytest.mark.parametrize(("times", "found"), [(3, []), (8, ["Twan Pajk"] * 9)])
def test_a_last_word_that_stands_behind_in_once_in_five_times_is_a_place(times, found):
    """Once behind *in* and once in full: one of five, then one of ten."""
    assert people("Am Montag kam Twan Pajk.", f"Man lebte in Pajk. {'Da lachte Pajk. ' * times}") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Am Montag kam Karl Hoffmann. Da lachte Hofmann.", ["Karl Hoffmann"] * 2),  # seven letters
        ("Am Montag kam Karl Grill. Da lachte Gril.", ["Karl Grill"]),  # four
    ],
)
def test_a_last_name_spelt_otherwise_has_five_letters(text, found):
    assert people(text) == found


@pytest.mark.parametrize(("led", "alone", "n"), [(4, 4, 8), (5, 3, 0)])
def test_a_last_name_stands_behind_an_article_once_in_three_times_and_once_more(led, alone, n):
    """Nine times in all, once in full in another article: four times behind *der*, then five."""
    found = people("Am Montag kam Anna Pajk.", f"{'Da stand der Pajk. ' * led}{'Da lachte Pajk. ' * alone}")
    assert found == ["Anna Pajk"] * n


@pytest.mark.parametrize(("alone", "n"), [(4, 5), (3, 0)])
def test_a_last_name_that_ends_as_a_noun_stands_behind_an_article_once_in_six_times(alone, n):
    """*-mann*: once behind *der*, of six and of five times in all, once in full in another article."""
    found = people("Am Montag kam Anna Grubmann.", f"Da stand der Grubmann. {'Da lachte Grubmann. ' * alone}")
    assert found == ["Anna Grubmann"] * n


@pytest.mark.parametrize(("noun", "found"), [("Wildwestfilm", []), ("Gesangsduo", ["Twan Pajk"])])
def test_a_noun_for_a_thing_counts_at_the_end_of_a_longer_one_from_four_letters_on(noun, found):
    """*Film* has four letters, *Duo* three."""
    assert names(f"Am Montag spielte {noun} Twan Pajk.") == found


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Bund für Natur und Garten der Alpen", "Bund für Natur und Garten der Alpen"),  # seven words
        ("Bund für Natur und für Garten und Alpen", "BNGA"),  # eight
    ],
)
def test_a_name_of_seven_words_is_spelt_out_before_its_abbreviation(name, found):
    assert people(f"Am Montag warnte der {name} (BNGA). Die BNGA schwieg.")[-1] == found
