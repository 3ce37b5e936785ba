"""Each rule of the quotation finder by itself: a German sentence, and what must come out; known misses stand as such."""

import pytest

from analysis.codebook.cues import read_cues
from analysis.quoting.quotes import find_quotes, read_findings


@pytest.fixture(scope="module")
def first(tag):
    """Find what one rule finds: `first(rule, "…")` gives the words and the speaker of each of its quotations."""

    def run(rule: str, text: str) -> list[tuple[str, str]]:
        quotes = find_quotes(*tag(text))
        own = quotes[quotes["evidence"] == rule]
        return list(zip(own["text"], own["speaker"], strict=True))

    return run


RULES = [
    ("dass", "Der Minister sagte, dass die Lage ruhig ist.", "dass die Lage ruhig ist", "Der Minister"),
    ("dass", "Der Minister gab bekannt, dass der Chef, Karl Huber, krank sei.",
     "dass der Chef, Karl Huber, krank sei", "Der Minister"),
    ("leading", "Die Zeitung schrieb, die Lage sei ruhig.", "die Lage sei ruhig", "Die Zeitung"),
    ("leading", "Die Partei lobte den Plan und sagte, er sei gut.", "er sei gut", "Die Partei"),
    ("zu", "Die Partei versprach, die Steuern zu senken.", "die Steuern zu senken", "Die Partei"),
    ("ob", "Der Richter fragte, ob der Zeuge lüge.", "ob der Zeuge lüge", "Der Richter"),
    ("trailing", "Die Lage sei ruhig, sagte der Minister.", "Die Lage sei ruhig", "der Minister"),
    ("so", "Die Lage ist ruhig, so der Minister.", "Die Lage ist ruhig", "der Minister"),
    ("wie", "Die Lage ist ruhig, wie der Minister mitteilte.", "Die Lage ist ruhig", "der Minister"),
    ("trailing", "Die Lage ist ernst, so urteilte der Minister.", "Die Lage ist ernst", "der Minister"),
    ("trailing", "Die Lage ist ernst, so heißt es in dem Brief.", "Die Lage ist ernst", "dem Brief"),
    ("wie", "Denn wie der Minister mitteilte, ist die Lage ruhig.", "ist die Lage ruhig", "der Minister"),
    ("attributed", "Nach einer Studie wird erwartet, dass es schneit.", "wird erwartet, dass es schneit", "einer Studie"),
    ("attributed", "Laut der Zeitung hat der Chef versprochen, zu zahlen.", "hat der Chef versprochen, zu zahlen",
     "der Zeitung"),
    ("attributed", "Laut Polizei starben zwei Menschen.", "starben zwei Menschen", "Polizei"),
    ("attributed", "Seiner Ansicht nach ist die Lage ernst.", "ist die Lage ernst", "Seiner Ansicht"),
    ("attributed", "Gemäß dem Bericht ist die Lage ernst.", "ist die Lage ernst", "dem Bericht"),
    ("subjunctive", "Die Lage sei ruhig.", "Die Lage sei ruhig.", ""),
    ("hearsay", "Der Dieb soll geflohen sein.", "Der Dieb soll geflohen sein.", ""),
    ("leading", "Der Minister sagte: Die Lage ist ruhig.", "Die Lage ist ruhig", "Der Minister"),
    ("leading", "Der Minister erklärte, wie gefährlich die Lage sei.", "wie gefährlich die Lage sei", "Der Minister"),
    ("leading", "Der Richter fragte, wie gefährlich die Lage ist.", "wie gefährlich die Lage ist", "Der Richter"),
    ("ob", "Der Minister sagte nicht, ob er zahlen wolle.", "ob er zahlen wolle", "Der Minister"),
    ("attributed", "Nach Angaben der Sprecherin gegenüber der Zeitung starben zwei Menschen.",
     "starben zwei Menschen", "Angaben der Sprecherin"),
    ("attributed", "Nach Angaben der Polizei vom Dienstag starben zwei Menschen.", "starben zwei Menschen",
     "Angaben der Polizei"),
    ("attributed", "Nach den Worten des Leiters, Karl Huber, starben zwei Menschen.", "starben zwei Menschen",
     "den Worten des Leiters, Karl Huber"),
    ("named", "Der Verband forderte mehr Geld.", "Der Verband forderte mehr Geld.", "Der Verband"),
    ("named", "Der Verband dankte den Helfern.", "Der Verband dankte den Helfern.", "Der Verband"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "words", "speaker"), RULES)
def test_rule(first, rule, text, words, speaker):
    assert first(rule, text) == [(words, speaker)]


NOT_SAID = [
    "Der Minister erklärte, wie gefährlich die Lage ist.",  # what he spoke about
    "Der Minister wusste nicht, ob die Lage ruhig ist.",
    "Man kann sagen, dass die Lage ruhig ist.",
    "Der Minister bestätigte nicht, dass die Lage ruhig ist.",
    "Bekannt wurde auch: Die Bahn fährt heute.",  # nobody says it
    "Der Mann, der drei Menschen getötet haben soll, sitzt in Haft.",  # that he sits there is no hearsay
    "Die Gruppe, wie sich der Verein nennt, tagt heute.",
    "Ihr erstes Werk entstand: „Le Grand Macabre“.",
]


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_is_not_said_is_no_quotation(tag, text):
    """Each sentence differs in one thing from one that is found: its mood, a denial, who speaks."""
    assert find_quotes(*tag(text)).empty


def test_what_could_be_is_the_authors_own(first):
    """Behind speech a subjunctive goes on with it; *könnte* is what the author thinks."""
    begin = "Der Minister sagte, die Lage sei ruhig. "
    assert first("subjunctive", begin + "Er wäre gern gekommen.") == [("Er wäre gern gekommen.", "Der Minister")]
    assert first("subjunctive", begin + "Das könnte teuer werden.") == []


def test_what_somebody_says_in_a_source_is_nested(first):
    """The paper is the source of all; what Anna Huber says in there is a quotation of its own."""
    text = "Laut der Zeitung hat Anna Huber gesagt, dass sie zahle."
    assert first("attributed", text) == [("hat Anna Huber gesagt, dass sie zahle", "der Zeitung")]
    assert first("dass", text) == [("dass sie zahle", "Anna Huber")]


def test_pointing_back_to_the_sentence_before(first):
    text = "Die Firma schließt. Das geht aus einem Bericht der Stadt hervor, der gestern erschien."
    assert first("das", text) == [("Die Firma schließt. Das", "einem Bericht der Stadt")]


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Minister Huber schwieg nicht.", "Minister Huber"),
        ("Huber schwieg nicht.", "Die Partei"),  # may be a body's name: nothing says that it is somebody's
        ("Die Bahn kam nicht.", "Die Partei"),
        ("Die Bahn in Linz kam nicht.", "Die Partei"),  # a place behind a preposition is nobody's name
        ("Wir kommen nicht.", "Die Partei"),  # somebody's own words
        ("Anna Huber war genannt worden.", "Die Partei"),  # was only spoken of
    ],
)
def test_free_speech_is_whom_the_sentence_before_presents(tag, before, speaker):
    """A person directly before it is nearer than who spoke two sentences back; a thing is not."""
    quotes = find_quotes(*tag(f"Die Partei sagte, die Lage sei gut. {before} Das Wetter sei schlecht."))
    assert quotes["speaker"].tolist()[-1] == speaker


NOTHING = [
    "Die Firma weigerte sich, den Schaden zu zahlen.",  # a deed
    "Die Gruppe verfolgt das Ziel, die Wahl zu gewinnen.",
    "Nach der Wiedervereinigung zog sie um.",  # -einigung is no noun of saying here
    "Nach einer langen Unterhaltung gingen sie heim.",
    "Das Feuer forderte drei Todesopfer.",
    "Die Zahlen sprechen für den Verein.",  # sprechen without von
    "Sollte der Antrag abgelehnt werden, könnte es teuer werden.",  # the main clause behind a condition
    "Der Zug kam spät an, hielt aber nicht.",
    "Die Mannschaft fand ein gutes Mittel: Sie spielte schnell.",  # a colon behind a verb that tells nothing
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_speech(tag, text):
    assert find_quotes(*tag(text)).empty


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Das Team um Anna Huber sagte, dass alles gut ist.", "Das Team um Anna Huber"),
        ("Der Sprecher im Landtag, Karl Huber, sagte, dass alles gut ist.", "Der Sprecher im Landtag, Karl Huber"),
        ("Der Verband kleiner Firmen sagte, dass alles gut ist.", "Der Verband kleiner Firmen"),
        ("Auch die Polizei sagte, dass alles gut ist.", "die Polizei"),
        ("Die Kritik wies er mit den Worten zurück, dass alles gut sei.", "er"),
        ("Eine Woche später sagte Huber, dass alles gut ist.", "Huber"),
        ("Er kam und sagte, dass alles gut ist.", "Er"),
        ("Ein Mann, der behauptet, dass alles gut ist, kam.", "der"),
        ("„Blick“ meldete, dass alles gut ist.", "„Blick“"),
        # an owner before the noun, a participle with its own words, a cut word, a number behind an adverb
        ("Alles sei gut, meint deren Sprecher Karl Huber.", "deren Sprecher Karl Huber"),
        (
            "Alles sei gut, sagte Chinas nach Linz gezogene Botschafterin Ina Li.",
            "Chinas nach Linz gezogene Botschafterin Ina Li",
        ),
        ("Alles sei gut, sagte der frühere Linz- und Graz-Trainer.", "der frühere Linz- und Graz-Trainer"),
        ("Rund 60 Prozent der Befragten gaben an, dass alles gut sei.", "60 Prozent der Befragten"),
        # das and dies are what is said; whence it was heard, not where; a noun of saying and its owner
        ("Alles sei gut, kommentiert dies Karl Huber.", "Karl Huber"),
        ("Alles sei gut, hieß es in Brüssel aus der Kommission.", "der Kommission"),
        ("Alles sei gut, hieß es vonseiten der Kommission.", "der Kommission"),
        ("Alles sei gut, verlautete am Montag aus Sicherheitskreisen.", "Sicherheitskreisen"),
        ("Karl Huber weist Chinas Vorwurf, dass alles falsch sei, zurück.", "Chinas"),
        # seit is a preposition before a noun
        ("Seit Beginn des Jahres sei alles gut, sagte Karl Huber vom Ministerium.", "Karl Huber vom Ministerium"),
        # a name with two capitals is no adjective
        ("Mikl-Huber sagte, alles sei gut.", "Mikl-Huber"),
    ],
)
def test_the_span_of_the_speaker(tag, text, speaker):
    assert speaker in find_quotes(*tag(text))["speaker"].tolist()


def test_a_run_of_subjunctives_ends_with_its_paragraph(tag):
    """Two sentences in the first paragraph are one quotation, the second paragraph's is another."""
    texts = find_quotes(*tag("Die Lage sei ruhig. Alle seien gesund.\n\nMan habe genug Geld."))["text"].tolist()
    assert len(texts) == 2 and texts[0].endswith("gesund.")


def test_who_goes_on_speaking_is_the_last_who_reported(tag):
    """The outlet's own sentence between has no reporting verb and no speaker to offer."""
    quotes = find_quotes(*tag("Huber sagte, die Lage sei ruhig. Es schneite in Bonn. Alle seien gesund."))
    assert quotes["speaker"].tolist() == ["Huber", "Huber"]


def test_the_published_guideline_has_fewer_speech_acts(tag):
    """*dankte* is Reported by this project's rules, and not by those of the published data."""
    tables = tag("Der Verband dankte den Helfern.")
    assert len(find_quotes(*tables)) == 1
    assert find_quotes(*tables, cues=read_cues().without_acts()).empty


MISSED = [
    ("Aus der Regierung ist zu hören, der Minister sei krank.", "der Regierung", "no word of saying: ist zu hören"),
    ("Er endet mit der Hoffnung, dass alles gut wird.", "Er", "the subject of a verb beside a noun of saying"),
]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [pytest.param(t, s, marks=pytest.mark.xfail(reason=why, strict=True)) for t, s, why in MISSED],
)
def test_known_misses(tag, text, speaker):
    assert speaker in find_quotes(*tag(text))["speaker"].tolist()


ADDRESSEES = [
    ("Der Minister forderte Huber auf, zu gehen.", "Huber"),
    ("Die Behörde rief Bürger auf, zu Hause zu bleiben.", "Bürger"),
    ("Ihm wird vorgeworfen, gelogen zu haben.", "Ihm"),
    ("Der Partei schlug er vor, zu verhandeln.", "Der Partei"),
    ("Die Partei, die dem Minister vorwarf, gelogen zu haben, schweigt.", "dem Minister"),
    ("Der Minister drohte, zu gehen.", ""),
]


@pytest.mark.parametrize(("text", "addressee"), ADDRESSEES)
def test_addressee(tag, text, addressee):
    """Whom somebody speaks to: a bare name, before the verb, or in a clause whose verb is last."""
    (syntax, found), *_ = read_findings(*tag(text))
    assert [" ".join(syntax.words.form[i] for i in finding.addressee) for finding in found] == [addressee]
