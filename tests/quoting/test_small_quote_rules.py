"""The small questions behind the rules of the quotation finder: two sentences each, one on either side of the answer."""

import pytest

from analysis.quoting.quotes import find_quotes


@pytest.mark.parametrize(
    ("source", "dismissed"),
    [
        ("Behördenangaben", "Ex-Minister Karl Huber"),
        ("Polizei", "Karl Huber"),
        ("Medienberichten", "der Minister Karl Huber"),
        ("Minister Karl Huber", "ein Mann"),  # a title stands before its name
        ("Bericht Karl Hubers", "ein Mann"),
        ("einem Bericht der Minister Huber und Berg", "ein Mann"),
        ("dem Direktor der Behörde Karl Huber", "ein Mann"),
    ],
)
def test_a_source_ends_where_a_person_begins_who_is_a_phrase_of_their_own(read, source, dismissed):
    text = f"Am Samstag wurde laut {source} {dismissed} entlassen"
    assert read(f"{text}.") == [("attributed", text, source)]


CLAUSES = [
    # by its number the verb behind *und* is that of those of whom she speaks; what comes next is hers again
    ("Die Chefin Anna Berg sagte, die Leute seien müde und bedauerten den Streit. Es sei wichtig, dass er ende.",
     [("leading", "die Leute seien müde und bedauerten den Streit", "Die Chefin Anna Berg"),
      ("subjunctive", "Es sei wichtig, dass er ende.", "Die Chefin Anna Berg")]),
    ("Die Minister sagten, die Leute seien müde und bedauerten den Streit.",
     [("leading", "die Leute seien müde", "Die Minister"),
      ("named", "und bedauerten den Streit", "die Leute")]),
    # inside free speech others may have spoken before; then the first goes on
    ("Dem Portal zufolge fielen Schüsse. Augenzeugen hätten von einem Brand berichtet. Ein Haus sei beschädigt.",
     [("attributed", "fielen Schüsse", "Dem Portal"),
      ("subjunctive", "Augenzeugen hätten von einem Brand berichtet. Ein Haus sei beschädigt.", "Dem Portal"),
      ("named", "Augenzeugen hätten von einem Brand berichtet", "Augenzeugen")]),
    ("Dem Portal zufolge fielen Schüsse. Sie hätten von einem Brand berichtet.",
     [("attributed", "fielen Schüsse", "Dem Portal"),
      ("subjunctive", "Sie hätten von einem Brand berichtet.", "Dem Portal")]),
    # who is said to speak inside somebody's marks is not who speaks them
    ("„Die Lage sei ruhig, sagte der Minister. Wir bleiben.“",
     [("marks", "„Die Lage sei ruhig, sagte der Minister. Wir bleiben.“", "")]),
    # who is named before a colon speaks, also without a verb
    ("Innenminister Karl Schmidt: „Alles ist gut“.",
     [("marks, leading", "„Alles ist gut“", "Innenminister Karl Schmidt")]),
    # hearsay is what is done, not what is planned
    ("Der Dieb soll geflohen sein.", [("hearsay", "Der Dieb soll geflohen sein.", "")]),
    ("Der Dieb soll morgen kommen.", []),
    # behind an inserted *sagte er* goes on what may be reported, not when he said it
    ("Die Lage sei ruhig, sagte der Minister, als er ging.", [("trailing", "Die Lage sei ruhig", "der Minister")]),
    # a source beside a noun of thinking is the source of the sentence; the noun introduces nothing
    ("Es steht nach Auffassung der Richter fest, dass er lügt.",
     [("attributed", "Es steht nach Auffassung der Richter fest, dass er lügt", "Auffassung der Richter")]),
    # *dass* waits for its verb, past the relative clause, and no longer
    ("Er sagte, dass der Chef, der gern kommt, krank ist.",
     [("dass", "dass der Chef, der gern kommt, krank ist", "Er")]),
    ("Er sagte, dass der Mann, der kam, tot ist, ging dann heim.",
     [("dass", "dass der Mann, der kam, tot ist", "Er")]),
    # a subordinate clause carries reported speech on, an indicative main clause ends it
    ("Er sagte, dass er kommt, wenn es schneit.", [("dass", "dass er kommt, wenn es schneit", "Er")]),
    ("Er sagte, er sei krank, dann ging er heim.", [("leading", "er sei krank", "Er")]),
    # inside reported speech only somebody of their own name has a quotation of their own
    ("Laut der Zeitung hat der Chef gesagt, dass sie zahle.",
     [("attributed", "hat der Chef gesagt, dass sie zahle", "der Zeitung")]),
    # *danach* is a time, unless hearsay follows
    ("Danach ging er heim.", []),
    ("Danach habe er gezahlt.", [("attributed", "habe er gezahlt", "Danach")]),
    # what *wonach* refers to says what follows
    ("Es gilt eine Regel, wonach alle zahlen.", [("wonach", "alle zahlen", "eine Regel")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), CLAUSES)
def test_clauses(read, text, found):
    assert read(text) == found


def test_who_counts_what_is_in_marks_says_more_than_the_marks(read):
    """A number beside the quoted word makes the sentence a speech act; the word alone does not."""
    assert ("named", "Der Minister sprach von bis zu 20.000 „Banditen“ in der Stadt.", "Der Minister") in read(
        "Der Minister sprach von bis zu 20.000 „Banditen“ in der Stadt."
    )
    assert read("Der Minister sprach von „Banditen“.") == []


def test_marks_inside_free_speech_have_the_frame_of_whoever_goes_on(tag):
    quotes = find_quotes(*tag("Der Minister sagte, die Lage sei ruhig. Die Leute seien „Banditen“."))
    row = quotes[quotes["evidence"] == "marks, inside"].iloc[0]
    assert (row["text"], row["speaker"], row["cue"]) == ("„Banditen“", "Der Minister", "sagte")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Das Amt („Das große Haus am Meer“) schwieg.", ""),  # brackets hold a full name
        ("Er nahm die Leute „ernst“.", "„ ernst “"),  # a small word is no name
        ("Die Leute „Banditen“ kamen.", "„ Banditen “"),  # nor is a plural
        ("Der Kutter „Hoffnung“ sank.", ""),  # a noun in its dictionary form may be one
    ],
)
def test_names_and_words_held_at_a_distance(distanced, text, words):
    assert distanced(text) == words
