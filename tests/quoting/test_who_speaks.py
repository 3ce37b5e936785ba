"""Who goes on speaking, who is an object, what only says when: constructions read over many articles, in our words."""

import pytest

from analysis.quoting.quotes import find_quotes


def last_speaker(tag, text: str) -> str:
    """Return the words for the speaker of the last quotation of a text."""
    return find_quotes(*tag(text))["speaker"].iloc[-1]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Karl Huber sagte, es gehe gut. Kanada hinkt nach. Die Preise seien zu hoch.", "Karl Huber"),
        ("Karl Huber sagte, es gehe gut. Sie hat ein Haus in Bonn. Die Preise seien zu hoch.", "Karl Huber"),
        ("Karl Huber sagte, es gehe gut. Minister Paul Berg zeigte sich offen. Die Preise seien zu hoch.",
         "Minister Paul Berg"),
        ("Karl Huber sagte, es gehe gut. Die Kinder dürfen gehen. Die Preise seien zu hoch.", "Karl Huber"),
        ("Karl Huber sagte, es gehe gut. Alle Bürger zahlen das. Die Preise seien zu hoch.", "Karl Huber"),
        ("Karl Huber sagte, es gehe gut. Pädagogen helfen dabei. Die Preise seien zu hoch.", "Karl Huber"),
        ("Karl Huber sagte, es gehe gut. Die Ministerin kam zurück. Die Preise seien zu hoch.", "Die Ministerin"),
        ("Das Gesetz senkt den Beitrag. Die Preise seien zu hoch.", ""),
        ("Jetzt droht ein Streik. Die Preise seien zu hoch.", ""),
        ("Es gehe gut, so die Hoffnung. Die Preise seien zu hoch.", ""),
        ("Paul Berg: Mir gefällt das. Das Haus ist schön. Die Preise seien zu hoch.", "Paul Berg"),
    ],
)  # fmt: skip
def test_a_country_a_pronoun_or_a_thing_does_not_take_over(tag, text, speaker):
    """A person who acts takes over; *Kanada*, another's *sie*, a strike, a hope, people without a name do not."""
    assert last_speaker(tag, text) == speaker


def test_hearsay_is_nobodys_where_nobody_has_spoken(tag):
    """Whoever acts in the sentence before has not said it."""
    found = find_quotes(*tag("Karl Huber wohnt in Bonn. Der Täter soll geflohen sein."))
    assert found["speaker"].tolist() == [""]


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        ("Wenn es regnet, gehen wir heim, sagte Huber.", "Wenn es regnet, gehen wir heim", "Huber"),
        ("Was hier geschieht, das ist verboten, sagte Huber.", "Was hier geschieht, das ist verboten", "Huber"),
        ("Damit könne der Wunsch, hier zu spielen, wahr werden, sagte Huber.",
         "Damit könne der Wunsch, hier zu spielen, wahr werden", "Huber"),
        ("Das sei falsch, sagt Huber: Es gibt mehr Häuser.", "Das sei falsch, sagt Huber: Es gibt mehr Häuser",
         "Huber"),
        ("Wir gehen, was, glaube ich, keiner will, sagte Huber.", "Wir gehen, was, glaube ich, keiner will", "Huber"),
        ("Ich wüsste nicht, wie man das erklären soll, sagte Huber.",
         "Ich wüsste nicht, wie man das erklären soll", "Huber"),
        ("Daran sieht man, dass wir alle Werke zeigen, so Huber.", "Daran sieht man, dass wir alle Werke zeigen",
         "Huber"),
        ("Er starb am Samstag, wie die Zeitung am Sonntag (Ortszeit) unter Berufung auf ihn berichtete.",
         "Er starb am Samstag", "die Zeitung"),
    ],
)  # fmt: skip
def test_a_frame_behind_several_clauses(tag, text, quote, speaker):
    """The frame stands behind a subordinate clause and its main clause, an inserted *glaube ich*, a bracket."""
    found = find_quotes(*tag(text)).iloc[0]
    assert (found["text"], found["speaker"]) == (quote, speaker)


@pytest.mark.parametrize(
    "text",
    [
        "Wenn es regnet, sagt Huber nichts.",
        "Weil das Haus in einem Film erwähnt wurde, werden Vögel von Leuten gemeldet.",
        "Während Berg von zehn Leuten sprach (andere von elf), sprach Huber von zwölf.",
    ],
)
def test_a_clause_behind_its_condition_is_no_frame(tag, text):
    """The main clause of a subordinate one says what happens, not who said it."""
    assert "trailing" not in find_quotes(*tag(text))["evidence"].tolist()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Neue Telefone verkündet Huber stets im Herbst.", "Huber"),
        ("Auch das bunte Bild lehnt Huber ab.", "Huber"),
        ("Der Verein lehnt Huber ab.", "Der Verein"),
        ("Die Kinder sind gesund, wie eine am Freitag vorgestellte Studie zeigt.",
         "eine am Freitag vorgestellte Studie"),
        ("Der Index stieg, wie aus einer Umfrage unter rund 4.000 Firmen hervorgeht.", "einer Umfrage"),
    ],
)  # fmt: skip
def test_what_stands_before_a_verb_of_saying_may_be_its_object(tag, text, speaker):
    """Telephones are announced and announce nothing; *der* opens a subject; a day before a participle is none."""
    assert last_speaker(tag, text) == speaker


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("Nach der Veröffentlichung begann eine Debatte.", []),
        ("Nach einer Veröffentlichung des Instituts begann eine Debatte.", ["attributed"]),
        ("Die Leute kamen in Erwartung des Titels nach Bonn.", []),
        ("Die Männer werden der Weitergabe von Geheimnissen beschuldigt.", []),
        ("Die Männer werden von der Junta beschuldigt.", ["named"]),
    ],
)
def test_what_says_when_and_what_belongs_to_a_noun_is_no_source(tag, text, evidence):
    """*nach der Veröffentlichung* dates; *von Geheimnissen* is the noun's, *von der Junta* the verb's."""
    assert find_quotes(*tag(text))["evidence"].tolist() == evidence


def test_a_source_before_nach_begins_at_its_possessive(tag):
    """*das Land* is the sentence's subject."""
    found = find_quotes(*tag("Das muss das Land ihrer Meinung nach sofort ändern."))
    assert found["speaker"].tolist() == ["ihrer Meinung"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mitsprache für die Vereine fordert Huber auch hier.", "Huber"),
        ("Die Domain, auf der er Tücher zeigt, bezeichnete Huber als Kunst.", "Huber"),
        ("Gerüchte, dass er geht, dementiert Huber.", "Huber"),
        ("Bauern aus der Gegend fordern Regen von oben.", "Bauern aus der Gegend"),
    ],
)
def test_an_object_without_an_article_or_set_off_by_commas(tag, text, speaker):
    """Behind the verb stands a name: what stands before it is the object, unless it is somebody."""
    assert last_speaker(tag, text) == speaker


def test_an_attribute_with_im_is_no_place_that_something_is_said_in(tag):
    """*das Blatt im Besitz des Mannes*: no document, no body; *im Brief* is one."""
    found = [
        last_speaker(tag, f"Das Blatt im {noun} der Bank werde verkauft, heißt es.") for noun in ("Besitz", "Brief")
    ]
    assert found == ["", "Brief der Bank"]
