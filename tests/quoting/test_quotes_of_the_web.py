"""Frames and what looks like one in press releases, comments and web magazines: sentences on either side of each answer."""

import pytest

OVER_A_PARAGRAPH = [
    # a paragraph that ends in a colon announces the next
    ("Anna Huber schrieb in ihrem Blog:\n\n„Wir kommen morgen alle wieder.“",
     [("marks, leading", "„Wir kommen morgen alle wieder.“", "Anna Huber")]),
    ("Der Minister kam mit den Worten:\n\n„Schön und gut!“",
     [("marks, leading", "„Schön und gut!“", "Der Minister")]),
    ("Unsere Rubriken:\n\n„Schön und gut“", []),
    # nothing of the quotation belongs to who speaks it
    ("Huber: „Das Haus muss brennen.“", [("marks, leading", "„Das Haus muss brennen.“", "Huber")]),
    # a thing before the colon says nothing; a person does, also without a verb of saying
    ("Das große Ziel ist klar: „Wir kommen morgen alle wieder.“",
     [("marks, leading", "„Wir kommen morgen alle wieder.“", "")]),
    ("Der Minister bleibt hart: „Wir kommen morgen alle wieder.“",
     [("marks, leading", "„Wir kommen morgen alle wieder.“", "Der Minister")]),
    # sentences in marks without a frame are those of whoever spoke, or of whom the sentence before is about
    ("„Das ist gut“, sagte Anna Huber.\n\n„Wir kommen morgen alle wieder.“",
     [("marks, trailing", "„Das ist gut“", "Anna Huber"), ("marks", "„Wir kommen morgen alle wieder.“", "Anna Huber")]),
    ("Anna Huber öffnet die Tür. „Wir kommen morgen alle wieder.“",
     [("marks", "„Wir kommen morgen alle wieder.“", "Anna Huber")]),
    ("Der Regen fällt auf die Stadt. „Wir kommen morgen alle wieder.“",
     [("marks", "„Wir kommen morgen alle wieder.“", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), OVER_A_PARAGRAPH)
def test_words_in_marks_belong_to_who_was_announced(read, text, found):
    assert read(text) == found


SET_PHRASES = [
    ("Das führt zu der Schlussfolgerung, es sei denn, alle gehen.", []),
    ("Das führt zu der Schlussfolgerung, es sei genug.", [("leading", "es sei genug", "")]),
    ("In allen Häusern – seien es die Bank oder das Amt – wächst der Garten.", []),
    ("Das Ziel sei es, Leute zu retten.", [("subjunctive", "Das Ziel sei es, Leute zu retten.", "")]),
    ("Er nannte ihn einen Freund und ist nun – als sei nichts gewesen – zurück.",
     [("named", "Er nannte ihn einen Freund und ist nun – als sei nichts gewesen – zurück.", "Er")]),
    ("In vielen Fällen stellen sie die Schule infrage.", []),
    ("Damit habe er alles gesagt.", [("subjunctive", "Damit habe er alles gesagt.", "")]),
    # a question and what we do is no hearsay
    ("Was soll man dazu gesagt haben?", []),
    ("Sollen wir das geglaubt haben?", []),
    ("Soll der Dieb geflohen sein?", []),
    ("Der Dieb soll geflohen sein.", [("hearsay", "Der Dieb soll geflohen sein.", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), SET_PHRASES)
def test_konjunktiv_and_sollen_that_report_nothing(read, text, found):
    assert read(text) == found


ACTS = [
    ("Viele Streiks der Lehrer sind angekündigt.", []),
    ("Die Lehrer haben Streiks angekündigt.", [("named", "Die Lehrer haben Streiks angekündigt.", "Die Lehrer")]),
    ("Die Lehrer sind davon ausgegangen.", [("named", "Die Lehrer sind davon ausgegangen.", "Die Lehrer")]),
    # a noun of saying beside a verb that means little; the next verb counts where the first is none
    ("Der Papst übte Kritik an dem Krieg.",
     [("named", "Der Papst übte Kritik an dem Krieg.", "Der Papst")]),
    ("Der Papst übte das Lied an dem Tag.", []),
    ("Die Zeitung stellt den Krieg als Fehler dar.",
     [("named", "Die Zeitung stellt den Krieg als Fehler dar.", "Die Zeitung")]),
    ("Er hat sich auf ihre Seite gestellt und die Länder kritisiert.",
     [("named", "Er hat sich auf ihre Seite gestellt und die Länder kritisiert.", "Er")]),
    ("Es ist hier an den Minister Huber zu erinnern.", []),
    # a sentence that announces words in marks is their frame
    ("Huber kritisierte den Krieg:\n\n„Das ist schlimm und traurig.“",
     [("marks, leading", "„Das ist schlimm und traurig.“", "Huber")]),
    ("Huber kritisierte den Krieg:\n\nDas ist schlimm und traurig.",
     [("named", "Huber kritisierte den Krieg:", "Huber")]),
    # whoever writes, and whoever reads, is not quoted
    ("Ich nenne das einen Fehler.", []),
    ("Heute fordern wir ein Verbot.", []),
    ("Sie fordern ein Verbot.", [("named", "Sie fordern ein Verbot.", "Sie")]),
    ("Heute fordern Sie ein Verbot.", []),
    # a list of verbs: what stands behind the second is its object
    ("Er kritisierte das Gesetz, forderte eine Rückkehr und ging heim.",
     [("named", "Er kritisierte das Gesetz, forderte eine Rückkehr und ging heim.", "Er")]),
    ("Er kritisierte das Gesetz, meldete die Zeitung und fügte nichts hinzu.",
     [("trailing", "Er kritisierte das Gesetz", "die Zeitung")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), ACTS)
def test_who_does_a_speech_act(read, text, found):
    assert read(text) == found


INSERTIONS = [
    # the speaker's own relative clause is none of the speaker's words
    ("„Das war nichts“, so Kolb, dessen Hund schlief.", [("marks, trailing", "„Das war nichts“", "Kolb")]),
    ("Das sei nichts, so Kolb, der lange schlief.", [("so", "Das sei nichts", "Kolb")]),
    ("Die Lage, so Kolb, die sich lange nicht änderte, ist gut.",
     [("so", "Die Lage, so Kolb, die sich lange nicht änderte, ist gut", "Kolb")]),
    ("Es gebe, so Huber „kein Brot, keine Milch und auch sonst nichts von all dem.“",
     [("so", "Es gebe, so Huber „kein Brot, keine Milch und auch sonst nichts von all dem.“", "Huber"),
      ("marks", "„kein Brot, keine Milch und auch sonst nichts von all dem.“", "")]),
    # years do not speak
    ("„Das war nichts“, sagte 1958 der Präsident.", [("marks, trailing", "„Das war nichts“", "der Präsident")]),
    # behind a subordinate clause nothing has been said
    ("Kurz nachdem die Bahn hielt, sagte Anna Huber ab.", []),
    ("Während viele Leute das betonen, sagt der Minister nichts.", []),
    ("Seit Beginn des Jahres regnet es, sagte Anna Huber.",
     [("trailing", "Seit Beginn des Jahres regnet es", "Anna Huber")]),
    # marks that are part of the clause are no quotation before it
    ("Unter der Überschrift „Alle wollen nach Hause gehen“ schreibt das Blatt viel.",
     [("marks, cue", "„Alle wollen nach Hause gehen“", "das Blatt")]),
    ("„Alle wollen nach Hause gehen“ schreibt das Blatt.",
     [("marks, trailing", "„Alle wollen nach Hause gehen“", "das Blatt")]),
    # wie compares
    ("Das ist ein Held, wie er heute genannt wird.", []),
    ("Das wird so gesagt, wie sie gemeint ist.", []),
    ("Das hat sein Recht, wie man heute sagen kann.", []),
    ("Das hat sein Recht, wie bekannt gegeben wurde.", [("wie", "Das hat sein Recht", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), INSERTIONS)
def test_what_is_inserted(read, text, found):
    assert read(text) == found


CONTENTS = [
    ("Der Redner sagte das so laut, dass alle es hörten.", []),
    ("Der Redner sagte laut, dass alle es hörten.", [("dass", "dass alle es hörten", "Der Redner")]),
    ("Das heißt, dass alle kommen.", []),
    ("Die Bilder zeigen, dass alle kommen.", []),
    ("Die Studie zeigt, dass alle kommen.", [("dass", "dass alle kommen", "Die Studie")]),
    ("Der Umbau macht deutlich, dass alle kommen.", []),
    ("Anna Huber machte deutlich, dass alle kommen.", [("dass", "dass alle kommen", "Anna Huber")]),
    ("Heute wissen wir, dass alle kommen.", []),
    ("Was halten Sie davon, dass alle kommen?", []),
    ("Die Forscher kamen zu dem Schluss, dass alle kommen.", [("dass", "dass alle kommen", "Die Forscher")]),
    ("Die Forscher sind der Ansicht, dass alle kommen.", [("dass", "dass alle kommen", "Die Forscher")]),
    ("Die Stadt ist davon überzeugt, dass alle kommen.", [("dass", "dass alle kommen", "Die Stadt")]),
    ("Die Forscher haben das Gefühl, dass alle kommen.", [("dass", "dass alle kommen", "Die Forscher")]),
    # a question may stand behind a colon
    ("Viele fragen sich: Ist das noch die Stadt?", [("leading", "Ist das noch die Stadt", "Viele")]),
    ("Viele stehen da: Ist das noch die Stadt?", []),
    # what is cried or asked in marks behind a colon is no name
    ("Die Schülerin bleibt hart: „Dienstpflicht? Nein Danke!“",
     [("marks, leading", "„Dienstpflicht? Nein Danke!“", "Die Schülerin")]),
    ("Die Schülerin bleibt hart: „Große Freiheit“", []),
    # a noun of saying introduces what stands beside it
    ("Die Forderung der Lehrer, mehr zu zahlen, ist alt.", [("zu", "mehr zu zahlen", "der Lehrer")]),
    ("Das Interview mit ihr hilft den Lesern, mehr zu lernen.", []),
    ("Die Bereitschaft, mehr zu zahlen, war groß.", []),
    # an adjective in -en opens no subject
    ("Historischen Texten, auch jenem aus Bonn, bescheinigt das Gutachten „eine gewisse Bedeutung“.",
     [("marks, cue", "„eine gewisse Bedeutung“", "das Gutachten")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), CONTENTS)
def test_what_a_clause_can_introduce(read, text, found):
    assert read(text) == found
