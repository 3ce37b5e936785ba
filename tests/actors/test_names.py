"""Names found without a codebook: what each rule reads. Every expected value was read off the sentence by hand."""

from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.actors.joined_names import gather_people
from analysis.language.tagging import tag_articles
from analysis.language.words import read_words
from analysis.reading.file_readers import plain_articles


def read(*texts):
    ids = [chr(ord("a") + n) for n in range(len(texts))]
    articles, paragraphs = plain_articles(pd.DataFrame({"article_id": ids, "text": list(texts)}))
    return gather_people(read_words(articles, *tag_articles(articles, paragraphs)))


def names(*texts):
    return [name.name for found in read(*texts).names.values() for name in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # persons: first name and surname, initial, particle, title and surname
        ("Am Montag kam Anna Berg.", ["Anna Berg"]),
        ("Am Montag kam Karl M. Huber.", ["Karl M. Huber"]),
        ("Am Montag kam Ursula von der Heide.", ["Ursula von der Heide"]),
        ("Am Montag kam Minister Huber.", ["Huber"]),
        # the genitive ending is none of the name
        ("Das war Anna Bergs Idee.", ["Anna Berg"]),
        # a genitive before a person is a place
        ("Das sagte Kärntens Hans Huber.", ["Hans Huber"]),
        # a last name behind its own article; one that ends as a noun for somebody does
        ("Am Montag kam Jan Van der Heide. Van der Heide blieb.", ["Jan Van der Heide", "Jan Van der Heide"]),
        ("Am Montag kam Karl Fastenbauer.", ["Karl Fastenbauer"]),
        # the family's name comes first where the given name has its small letter
        ("Am Montag kam Minister Cho Dae-sung. Cho blieb.", ["Cho Dae-sung", "Cho Dae-sung"]),
        # whom somebody speaks for is none of the name
        ("Am Montag kam Anna Berg von HRW.", ["Anna Berg", "Human Rights Watch"]),
        # organisations: noun, adjective in the nominative, what specifies it, abbreviation, name in marks
        ("Sie rief die Polizei.", ["Polizei"]),
        ("Er half dem polnischen Innenministerium.", ["polnisches Innenministerium"]),
        ("Sie lehrt an der Universität Wien.", ["Universität Wien"]),
        ("Das fordert der WWF.", ["WWF"]),
        ("Das schrieb die Zeitung „Abendblatt“ gestern.", ["Abendblatt"]),
        # no names: a common noun that refers to one, an indefinite one, a unit, a country, an abbreviated country
        ("Sie rief in der Schule an.", []),
        ("Sie rief eine Staatsanwaltschaft an.", []),
        ("Das wog 20 MB und kam aus den USA.", []),
        ("Am Montag kam Minister Polens.", []),
    ],
)
def test_what_is_a_name(text, expected):
    assert names(text) == expected


def test_a_last_name_is_joined_across_articles_when_one_bears_it():
    assert names("Am Montag kam Anna Berg.", "Am Dienstag blieb Berg.") == ["Anna Berg", "Anna Berg"]


def test_a_last_name_that_two_bear_is_whom_the_article_named_last():
    assert names("Es kamen Anna Berg und Ina Berg. Dann sprach Berg.") == ["Anna Berg", "Ina Berg", "Ina Berg"]


def test_a_body_named_by_its_noun_is_the_only_longer_name_that_begins_with_it():
    text = "Das meldet der Digitalverband Bitkom. Der Digitalverband warnt."
    assert names(text) == ["Digitalverband Bitkom"] * 2
    assert names(f"{text} Auch der Digitalverband Eco warnt.")[1] == "Digitalverband"


def test_spellings_of_one_name_are_joined():
    """Twice with the mark, once without, once without the first of two first names."""
    found = names("Dort war Recep Tayyip Erdoğan.", "Dort war Recep Tayyip Erdogan.", "Dort war Recep Tayyip Erdoğan.",
                  "Dort war Tayyip Erdoğan.")  # fmt: skip
    assert set(found) == {"Recep Tayyip Erdoğan"}


def test_what_is_learnt_of_a_person():
    known = read("Dort sprach die Sängerin Anna Berg (SPD).").known["Anna Berg"]
    assert (known.pronoun, dict(known.labels).get("sängerin"), dict(known.parties)) == ("sie", 1, {"SPD": 1})


def test_a_last_name_that_is_a_common_word_too_is_the_bearers_where_it_is_capitalised():
    """*Kurz* twice as a name; *Kurz* that opens a sentence as an adverb, and *kurz*, are none."""
    found = names("Am Montag kam Anna Kurz. Nach kurzer Pause sprach Kurz. Das dauerte kurz. Kurz danach ging sie.")
    assert found == ["Anna Kurz", "Anna Kurz"]


def test_a_last_name_that_ends_as_a_title_does_is_a_name():
    assert names("Am Montag kam Karl Feldmann. Dann sprach Feldmann.") == ["Karl Feldmann", "Karl Feldmann"]


def test_an_arabic_article_may_be_missing_where_the_last_name_stands_alone():
    assert names("Am Montag kam Karim al-Saddun. Dann sprach Saddun.") == ["Karim al-Saddun", "Karim al-Saddun"]


def test_an_abbreviation_may_take_the_letters_of_small_words():
    found = names("Das sagte die Organisation „Helfer ohne Auftrag“. Das will die HOA.")
    assert found == ["Helfer ohne Auftrag", "Helfer ohne Auftrag"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Dort sprach die Anwältin Anna Bergs. Berg schwieg.", "anwältin"),
        ("Dort sprach Nachfolgerin Anna Bergs. Berg schwieg.", "nachfolgerin"),
    ],
)
def test_a_title_before_a_genitive_is_somebody_elses(text, label):
    assert label not in read(text).known["Anna Berg"].labels


def test_a_title_before_a_name_in_the_genitive_without_an_article_is_the_names():
    assert read("Das war Ministerin Anna Bergs Idee. Berg schwieg.").known["Anna Berg"].labels["ministerin"] == 1


PIECES = ["Anna", "Berg", "Bergs", "von", "der", "SPD", "(", ")", "Polizei", "„", "“", ".", ",", "Minister", "K.", "al-Berg", "😀", "'"]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=20))
def test_names_lie_in_order_and_inside_the_text(pieces):
    text = " ".join(pieces).strip()
    articles, paragraphs = plain_articles(pd.DataFrame({"article_id": ["a"], "text": [text]}))
    words = list(read_words(articles, *tag_articles(articles, paragraphs)))
    found = gather_people(words).names.get("a", [])
    assert all(0 <= name.first < name.stop <= len(words[0]) and name.name for name in found)
    assert all(one.stop <= other.first for one, other in pairwise(found))
