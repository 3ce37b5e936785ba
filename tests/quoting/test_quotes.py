"""Quotations: two-line tests, one German construction each; what must not happen; offsets; cost."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.codebook import schema
from analysis.quoting.quotes import find_quotes


@pytest.fixture(scope="module")
def quote(tag):
    """Find the quotations of a text: `quote("…")` gives a list of (type, text, cue, speaker)."""

    def run(text: str) -> list[tuple[str, str, str, str]]:
        table = find_quotes(*tag(text))
        return list(table[["type", "text", "cue", "speaker"]].itertuples(index=False, name=None))

    return run


@pytest.mark.parametrize(("left", "right"), ["„“", "“”", '""', "»«", "«»"])
def test_every_style_of_marks(quote, left, right):
    text = f"{left}Die Lage ist ruhig{right}, sagte der Minister."
    assert quote(text) == [("Direct", f"{left}Die Lage ist ruhig{right}", "sagte", "der Minister")]


DIRECT = [
    ("Der Minister sagte: „Die Lage ist ruhig.“", "„Die Lage ist ruhig.“", "sagte", "Der Minister"),
    ("„Die Lage ist ruhig“, so der Minister.", "„Die Lage ist ruhig“", "so", "der Minister"),
    ("„Die Lage ist ruhig“, sagte Frank Huber von der Polizei.", "„Die Lage ist ruhig“", "sagte",
     "Frank Huber von der Polizei"),
    ("„Die Lage ist ruhig. Niemand starb“, teilte das Ministerium mit.", "„Die Lage ist ruhig. Niemand starb“",
     "teilte … mit", "das Ministerium"),
    ("Der Präsident nannte die Demonstranten „Terroristen“.", "„Terroristen“", "nannte", "Der Präsident"),
    ("Zugleich drohte er den Leuten: Ich werde hart sein\", sagte er.", "Ich werde hart sein\"", "sagte", "er"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "cue", "speaker"), DIRECT)
def test_direct(quote, text, words, cue, speaker):
    assert ("Direct", words, cue, speaker) in quote(text)


def test_a_quotation_broken_by_sagte_is_two_with_one_speaker(quote):
    found = quote("„Die Lage“, sagte der Minister, „ist ruhig.“")
    assert found == [
        ("Direct", "„Die Lage“", "sagte", "der Minister"),
        ("Direct", "„ist ruhig.“", "sagte", "der Minister"),
    ]


def test_a_quotation_inside_a_quotation_knows_its_outer_one(tag):
    table = find_quotes(*tag("„Er rief ‚Halt‘ und ging“, sagte die Zeugin."))
    assert table["text"].tolist() == ["„Er rief ‚Halt‘ und ging“", "‚Halt‘"]
    assert table["inside"].tolist()[1] == 0 and table["inside"].isna().tolist() == [True, False]


def test_single_quoted_words_in_reported_speech(quote):
    found = quote("Der Minister sagte, es sei „entscheidend“, dass alle „friedlich“ blieben.")
    assert [words for kind, words, _, _ in found if kind == "Direct"] == ["„entscheidend“", "„friedlich“"]
    assert {speaker for _, _, _, speaker in found} == {"Der Minister"}


@pytest.mark.parametrize(
    "text",
    [
        "Das Portal „Watson“ ging am Montag vom Netz.",
        "Das Komitee für Nationale Sicherheit KNB („Nationales Sicherheitskommitee“) schweigt.",
        "Der „Spiegel“ liegt auf dem Tisch.",
        "Das Schiff „Gorch Fock“ liegt im Hafen.",
        "Die Katze schläft auf dem Sofa.",
        "Ich habe keine Zeit.",
        "Das ist 5\" lang.",
        "",
    ],
)  # fmt: skip
def test_what_is_no_quotation(quote, text):
    assert quote(text) == []


INDIRECT = [
    ("Der Minister sagte, dass die Lage ruhig sei.", "dass die Lage ruhig sei", "sagte", "Der Minister"),
    ("Der Minister sagte, die Lage sei ruhig.", "die Lage sei ruhig", "sagte", "Der Minister"),
    ("Die Lage sei ruhig, sagte der Minister.", "Die Lage sei ruhig", "sagte", "der Minister"),
    ("Die Lage ist ruhig, teilte das Ministerium mit.", "Die Lage ist ruhig", "teilte … mit", "das Ministerium"),
    ("Die Lage ist ruhig, wie der Minister mitteilte.", "Die Lage ist ruhig", "mitteilte", "der Minister"),
    ("Wie der Minister mitteilte, ist die Lage ruhig.", "ist die Lage ruhig", "Wie … mitteilte", "der Minister"),
    ("Laut Polizei starben zwei Menschen.", "starben zwei Menschen", "Laut", "Polizei"),
    ("Der Polizei zufolge starben zwei Menschen.", "starben zwei Menschen", "zufolge", "Der Polizei"),
    ("Nach Angaben der Polizei starben zwei Menschen.", "starben zwei Menschen", "Nach", "Angaben der Polizei"),
    ("Nach den Worten des Ministers ist die Lage ruhig.", "ist die Lage ruhig", "Nach", "den Worten des Ministers"),
    ("Aus Sicht der Opposition ist das ein Fehler.", "ist das ein Fehler", "Aus", "Sicht der Opposition"),
    ("Demnach wurden zwei Menschen getötet.", "wurden zwei Menschen getötet", "Demnach", "Demnach"),
    ("Die Lage sei ruhig, hieß es in dem Bericht.", "Die Lage sei ruhig", "hieß es", "dem Bericht"),
    ("Aus dem Ministerium hieß es, die Lage sei ruhig.", "die Lage sei ruhig", "hieß es", "dem Ministerium"),
    ("Es gibt Gerüchte, der Präsident habe das Land verlassen.", "der Präsident habe das Land verlassen",
     "Gerüchte", ""),
    ("Er räumte ein, dass er gelogen habe.", "dass er gelogen habe", "räumte ein", "Er"),
    ("Er fragte, ob die Lage ruhig sei.", "ob die Lage ruhig sei", "fragte", "Er"),
    ("Es wird befürchtet, dass viele starben.", "dass viele starben", "Es wird befürchtet", ""),
    ("Der Minister forderte, die Gewalt zu beenden.", "die Gewalt zu beenden", "forderte", "Der Minister"),
    ("Sie warnte davor, das Haus zu verlassen.", "das Haus zu verlassen", "warnte davor", "Sie"),
    ("Frank Huber, der die Polizei führt, sagte, die Lage sei ruhig.", "die Lage sei ruhig", "sagte", "Frank Huber"),
    ("Die Lage ist ruhig. Das teilte das Ministerium mit.", "Die Lage ist ruhig. Das", "teilte … mit",
     "das Ministerium"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "cue", "speaker"), INDIRECT)
def test_indirect(quote, text, words, cue, speaker):
    assert quote(text) == [("Indirect", words, cue, speaker)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Die Lage ist, sagte der Minister, völlig ruhig.", "0-12;34-46"),
        ("Die Lage ist, so der Minister, ruhig.", "0-12;31-36"),
        ("Zwei Menschen starben nach Angaben der Polizei in der Nacht.", "0-21;47-59"),
    ],
)
def test_a_broken_quotation_names_its_pieces(tag, text, pieces):
    table = find_quotes(*tag(text))
    assert table["pieces"].tolist() == [pieces] and table["type"].tolist() == ["Indirect"]


def test_the_subjunctive_carries_a_speaker_on(quote):
    found = quote("Der Minister sagte, die Lage sei ruhig. Es habe keine Toten gegeben. Niemand sei verletzt.")
    assert found[1] == (
        "IndirectFreeIndirect",
        "Es habe keine Toten gegeben. Niemand sei verletzt.",
        "",
        "Der Minister",
    )


def test_hearsay_names_nobody(quote):
    assert quote("Der Täter soll geflohen sein.") == [("FreeIndirect", "Der Täter soll geflohen sein.", "", "")]


def test_speech_that_is_named_but_not_worded(quote):
    text = "Der Minister forderte eine schnelle Entscheidung."
    assert quote(text) == [("Reported", text, "forderte", "Der Minister")]


@pytest.mark.parametrize(
    ("text", "act", "commitment"),
    [
        ("Er sagte, die Lage sei ruhig.", "say", "acknowledge"),
        ("Er behauptete, die Lage sei ruhig.", "say", "distance"),
        ("Er gab zu, dass die Lage ernst sei.", "say", "endorse"),
        ("Er forderte, die Gewalt zu beenden.", "demand", "acknowledge"),
        ("Er versprach, die Gewalt zu beenden.", "promise", "acknowledge"),
        ("Er kritisierte, dass niemand half.", "accuse", "acknowledge"),
        ("Er hoffte, dass alle gesund seien.", "fear", "acknowledge"),
        ("Er fragte, ob alle gesund seien.", "ask", "acknowledge"),
        ("Laut Polizei starben zwei Menschen.", "say", "acknowledge"),
    ],
)
def test_act_and_commitment(tag, text, act, commitment):
    assert find_quotes(*tag(text))[["act", "commitment"]].values.tolist() == [[act, commitment]]


def test_the_passive_names_its_agent(quote):
    found = quote("Von der Opposition wurde gefordert, die Wahl zu wiederholen.")
    assert found == [("Indirect", "die Wahl zu wiederholen", "wurde gefordert", "der Opposition")]


def test_a_first_person_is_not_reported(quote):
    assert quote("Ich habe Hunger. Ich sehe die Stadt.") == []


def test_a_mark_that_was_never_closed_costs_nothing_after_it(quote):
    found = quote("„Das ist der Anfang, sagte er.\n\n„Die Lage ist ruhig“, sagte der Minister.")
    assert ("Direct", "„Die Lage ist ruhig“", "sagte", "der Minister") in found


def test_no_text_no_rows(tag):
    table = find_quotes(*tag("", "   "))
    assert len(table) == 0 and list(table.columns) == list(schema.TABLES["quotes"].columns)


def test_five_articles_offsets(study):
    texts = study.articles.set_index("article_id")["text"]
    for row in study.quotes.itertuples(index=False):
        text = texts[row.article_id]
        assert text[row.start : row.end] == row.text
        if row.cue and " … " not in row.cue:
            assert text[row.cue_start : row.cue_end] == row.cue
        if row.speaker and " … " not in row.speaker:
            assert text[row.speaker_start : row.speaker_end] == row.speaker


ODD = st.text(alphabet='„“”"»«‚‘’()–-:;,.!? \n🙂Ж漢 aäßZ', max_size=120)
PARTS = st.lists(st.sampled_from(["sagte er", "„", "“", ",", ".", ":", "dass", "die Lage", "sei", "laut", "Polizei",
                                  "zufolge", "so", "nach Angaben", "(", ")", "\n\n", "🙂", "habe", "zu gehen"]),
                 max_size=40).map(" ".join)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(text=st.one_of(ODD, PARTS, st.text(max_size=60)))
def test_never_raises_and_offsets_hold(tag, text):
    for row in find_quotes(*tag(text)).itertuples(index=False):
        assert text[row.start : row.end] == row.text and row.start < row.end


@pytest.mark.parametrize("unit", ["Er sagte, „ja“, ", "„", "er sei so, ", "🙂 ", "nach Angaben der "])
def test_a_hundred_thousand_characters_in_one_line(tag, unit):
    text = unit * (100_000 // len(unit))
    tables = tag(text)
    begin = time.perf_counter()
    find_quotes(*tables)
    assert time.perf_counter() - begin < 30


def test_cost_grows_with_length_not_with_its_square(tag):
    """Four times the text may take at most eight times as long (it takes about four)."""
    unit = "„Die Lage ist ruhig“, sagte der Minister. Es habe keine Toten gegeben. Laut Polizei starben zwei Menschen. "
    seconds = []
    for factor in (50, 200):
        tables = tag(unit * factor)
        begin = time.perf_counter()
        find_quotes(*tables)
        seconds.append(time.perf_counter() - begin)
    assert seconds[1] < 8 * seconds[0] + 0.2
