"""Speech that grammar gives away, whatever verb stands beside it: mood, brackets of the verb, lists, relative clauses."""

import pytest

from analysis.codebook.cues import read_cues
from analysis.quoting.quotes import find_quotes

MOOD = [
    # no verb of saying: what depends on a clause is introduced by it, what stands beside one is free
    ("Der Verband war empört, das sei zu wenig.", [("mood", "das sei zu wenig", "Der Verband")]),
    ("Der Verband war empört, das ist zu wenig.", []),
    ("Die Täter flohen, und es seien drei gewesen.", [("mood", "und es seien drei gewesen.", "")]),
    ("Die Täter flohen, und es sind drei gewesen.", []),
    # the subject stands apart from its verb
    ("Die Zeitung meldet, Huber, der lange krank war, habe gekündigt.",
     [("mood", "Huber, der lange krank war, habe gekündigt", "Die Zeitung")]),
    ("Der Minister sagte, „Zonen der Angst“ dürfe es nicht geben.",
     [("mood", "„Zonen der Angst“ dürfe es nicht geben", "Der Minister"),
      ("marks, inside", "„Zonen der Angst“", "Der Minister")]),
    # behind a sentence's own indicative the speaker of the sentence goes on
    ("Der Minister sagte, er sei müde, und die Lage ist ruhig, aber er werde kommen.",
     [("leading", "er sei müde", "Der Minister"), ("mood", "aber er werde kommen.", "Der Minister")]),
    # a comparison, a set phrase, somebody's own first person
    ("Er tat, als sei nichts geschehen.", []),
    ("Sie zahlten immer, sei es im Winter, sei es im Sommer.", []),
    ("Ich bin müde und habe Hunger.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), MOOD)
def test_konjunktiv_alone(read, text, found):
    """German puts a clause into Konjunktiv I because somebody else has said it."""
    assert read(text) == found


INSERTED = [
    ("Erst wenn die Bahn fährt, sagt Anna Huber etwas.", []),
    ("Kommt die Bahn nicht, sagt Anna Huber ab.", []),
    ("Kommt die Bahn nicht, werde es teuer, sagte Anna Huber.",
     [("trailing", "Kommt die Bahn nicht, werde es teuer", "Anna Huber")]),
    ("Die Bahn fährt nicht, sagt Anna Huber.", [("trailing", "Die Bahn fährt nicht", "Anna Huber")]),
    # wie asks how much, or names a source
    ("Die Bahn fährt nicht, wie sehr die Leute auch klagen.", []),
    ("Wie wichtig die Bahn ist, berichtete die Zeitung.", []),
    ("Wie die Zeitung berichtete, fährt die Bahn nicht.", [("wie", "fährt die Bahn nicht", "die Zeitung")]),
    # marks are the quotation that Das points back to
    ("„Die Lage ist ruhig und gut.“ Das sagte Anna Huber.", [("marks", "„Die Lage ist ruhig und gut.“", "")]),
    ("Die Lage ist ruhig. Das sagte Anna Huber.", [("das", "Die Lage ist ruhig. Das", "Anna Huber")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), INSERTED)
def test_inserted_frames(read, text, found):
    assert read(text) == found


LEADING = [
    ("Der Chef hatte versprochen, mit allen, auch den Gegnern, zu reden.",
     [("zu", "mit allen, auch den Gegnern, zu reden", "Der Chef")]),
    ("Der Chef versprach den Leuten, den Gästen im Saal, zu reden.", [("zu", "zu reden", "Der Chef")]),
    ("Die Partei verwies auf Studien, nach denen die Bahn nicht fährt.", [("wonach", "die Bahn nicht fährt", "denen")]),
    # the noun that nach takes up stands six words before it, not seven
    ("Er verwies auf Studien der Bahn im Jahr, nach denen das Netz alt ist.", [("wonach", "das Netz alt ist", "denen")]),
    ("Er verwies auf Studien der Bahn aus dem Jahr, nach denen das Netz alt ist.", []),
    ("Es waren Tage, nach denen die Bahn nicht fährt.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), LEADING)
def test_what_is_introduced(read, text, found):
    assert [row for row in read(text) if row[0] != "named"] == found


MARKS = [
    (
        "Die Gäste lernten in Vorträgen wie „Bahnen in Linz“, „Reisen im Winter“ und „Häuser am Meer“ viel, sagte Huber.",
        0,
    ),
    ("Huber sprach von „großer Not“ und „kalten Tagen“.", 2),
    ("Laut „Große Zeitung“ fährt die Bahn nicht.", 0),
    ("Am Montag berichtete die „schöne neue Welt“ von einem Brand.", 0),
]


@pytest.mark.parametrize(("text", "n"), MARKS)
def test_names_in_marks(tag, text, n):
    """Three in a row without a verb are a list of titles; what speaks is a name."""
    quotes = find_quotes(*tag(text))
    assert (quotes["type"] == "Direct").sum() == n


NAMED = [
    ("Es regnete, der Verband forderte mehr Geld.", "der Verband forderte mehr Geld"),
    ("Der Verband kritisierte das Gesetz als unklar.", "Der Verband kritisierte das Gesetz als unklar"),
    ("Der Verband kritisierte das Gesetz.", ""),
    ("Der Verband begründete den Streik mit der Not.", "Der Verband begründete den Streik mit der Not"),
]


@pytest.mark.parametrize(("text", "words"), NAMED)
def test_speech_acts_without_the_verbs_of_our_own_rules(tag, text, words):
    """A judgement with *als* says something new; a second main clause can name a speech act as the first can."""
    quotes = find_quotes(*tag(text), cues=read_cues().without_acts())
    assert [text.strip(".") for text in quotes["text"]] == ([words] if words else [])
