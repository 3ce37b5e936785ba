"""Who acts: agent, patient and voice of German clauses, worked by hand."""

import pytest

from analysis.codebook.cues import read_cues
from analysis.codebook.frames_file import read_elements
from analysis.framing.agency import ACTS, find_agency_of
from analysis.language.clauses import parse
from analysis.language.words import read_words


@pytest.fixture(scope="module")
def act(tag):
    classes = {kind: read_elements().classes[kind] for kind in ACTS}

    def find(text):
        syntax = parse(next(read_words(*tag(text))), read_cues())
        return [(r["verb"], r["agent"], r["patient"], r["is_passive"]) for r in find_agency_of(syntax, classes=classes)]

    return find


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Die Polizei nahm drei Männer fest.", ("festnehmen", "Die Polizei", "drei Männer", False)),
        ("Drei Männer wurden von der Polizei festgenommen.", ("festnehmen", "der Polizei", "Drei Männer", True)),
        ("Gestern wurden zwölf Bauern festgenommen.", ("festnehmen", "", "zwölf Bauern", True)),
        ("Bei dem Angriff sind zwölf Zivilisten getötet worden.", ("töten", "", "zwölf Zivilisten", True)),
        ("Den Bürgermeister entließ der Präsident.", ("entlassen", "der Präsident", "Den Bürgermeister", False)),
        ("Er drohte, das Parlament aufzulösen.", ("auflösen", "Er", "das Parlament", False)),
        ("Der Minister, den viele kannten, wurde entlassen.", ("entlassen", "", "Der Minister", True)),
        ("Zwei Menschen verletzt", ("verletzen", "", "Zwei Menschen", True)),
    ],
)
def test_agent_patient_and_voice(act, text, wanted):
    assert act(text) == [wanted]


def test_a_second_verb_takes_the_subject_before_it(act):
    assert act("Die Regierung sperrte das Netz und verhängte den Notstand.") == [
        ("sperren", "Die Regierung", "das Netz", False),
        ("verhängen", "Die Regierung", "den Notstand", False),
    ]


def test_a_relative_pronoun_is_replaced_by_what_it_stands_for(act):
    assert act("Soldaten, die den Hafen besetzt hatten, schliefen.") == [("besetzen", "Soldaten", "den Hafen", False)]


def test_an_attribute_is_no_act(act):
    assert act("Die verletzten Männer schliefen.") == []


def test_a_clause_without_such_a_verb_has_no_row(act):
    assert act("Es regnet.") == []


@pytest.mark.xfail(strict=True, reason="the dative object of verbieten is taken for none: only accusatives are read")
def test_a_dative_that_is_the_patient(act):
    assert act("Er verbot ihr alles.") == [("verbieten", "Er", "ihr", False)]
