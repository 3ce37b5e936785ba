"""Which body *der Konzern* means, and names of bodies that a noun tells; own sentences throughout."""

import pytest
from actors.test_quote_speakers import speakers

from analysis.actors.body_kinds import bears_name, called_kinds, kinds_of_name
from analysis.actors.salience import BodyCandidate, likeliest_body
from analysis.codebook.actors_file import ActorsFile

MOLLIX = BodyCandidate("Mollix", back=1, n_named=2, is_subject=True, is_certain=True)


@pytest.mark.parametrize(
    ("change", "score"),
    [
        ({}, 7),  # subject 2, certain 4, two namings, one sentence back -1
        ({"back": 3}, 5),
        ({"back": 9}, 4),  # four sentences count at most
        ({"n_named": 9}, 8),  # three namings count at most
        ({"is_subject": False}, 5),
        ({"is_certain": False}, 3),
    ],
)
def test_weights_of_a_body_add_up(change, score):
    """Each weight once, counted by hand."""
    assert MOLLIX._replace(**change).score == score


def test_a_body_is_meant_only_by_a_margin_and_if_it_is_of_the_kind():
    rival = MOLLIX._replace(actor="Berg AG")
    assert likeliest_body([MOLLIX, rival._replace(back=3)]).actor == "Mollix"  # 7 and 5
    assert likeliest_body([MOLLIX, rival._replace(back=2)]) is None  # 7 and 6
    assert likeliest_body([MOLLIX._replace(is_certain=False)]) is None
    assert likeliest_body([]) is None


def test_the_least_sum_of_weights_is_three():
    alone = MOLLIX._replace(is_subject=False, n_named=1, back=2)  # 4 + 1 - 2
    assert likeliest_body([alone]).actor == "Mollix"
    assert likeliest_body([alone._replace(back=3)]) is None


def test_a_name_of_which_nothing_is_known_hides_a_body_only_where_it_stands_nearer_as_a_subject():
    stranger = BodyCandidate("Xonia", back=1, n_named=1, is_subject=True, is_certain=False)
    body = MOLLIX._replace(back=2, n_named=3)
    assert likeliest_body([body, stranger]) is None
    assert likeliest_body([body, stranger._replace(is_subject=False)]).actor == "Mollix"
    assert likeliest_body([body, stranger._replace(back=2)]).actor == "Mollix"


@pytest.mark.parametrize(
    ("noun", "kinds"),
    [
        ("Konzern", ("business", "airline", "bank", "broadcaster", "web", "agency")),
        ("Ölkonzerns", ("business", "airline", "bank", "broadcaster", "web", "agency")),
        ("Konzernen", ()),  # several
        ("Fluglinie", ("airline",)),
        ("US-Blatt", ("paper",)),
        ("Handelsblatt", ()),  # a name
        ("Weltbank", ()),
        ("Welthilfsorganisation", ()),
        ("Lehrer", ()),
    ],
)
def test_what_a_noun_may_call(noun, kinds):
    assert called_kinds(noun) == kinds


def test_what_a_name_says_of_its_bearer():
    assert kinds_of_name("Lufthansa") == {"airline"}
    assert kinds_of_name("FPÖ") == {"party"}
    assert kinds_of_name("Mollix", ["Garnhersteller", "Bank"]) == {"business", "bank"}
    assert bears_name("Fernsehsender")
    assert not bears_name("Universität")
    assert not bears_name("Lehrer")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the name is learnt from a noun, stands alone, and is called by another noun
        ("Der Energiekonzern Mollix baut. {Man baue weiter}, sagte [der Konzern].", "Mollix"),
        ("Der Autobauer Mollix baut. Nun lobt Mollix sich. {Man baue weiter}, sagte [das Unternehmen].", "Mollix"),
        ("Die Airline Mollix wächst. {Man wachse weiter}, sagte [die Fluglinie].", "Mollix"),
        ("Der Streamingdienst Mollix wächst. {Man wachse}, hieß es laut [Unternehmen].", "Mollix"),
        # a legal form tells a company
        ("Die Beate Mollix AG wächst. {Man wachse weiter}, sagte [das Unternehmen].", "Beate Mollix"),
        # listed bodies have kinds
        ("Die Hamas und Reuters schwiegen. {Man schweige}, sagte [die Nachrichtenagentur].", "Reuters"),
        ("Die SPÖ und die Lufthansa schwiegen. {Man schweige}, sagte [die Partei].", "SPÖ"),
        # whoever speaks for it
        ("Der Energiekonzern Mollix baut. {Man baue weiter}, sagte [ein Sprecher des Konzerns].", "Mollix"),
        ("Der Energiekonzern Mollix baut. {Man baue weiter}, sagte [ein Konzernsprecher].", "Mollix"),
        ("Das Landgericht Linz prüft. {Man prüfe}, sagte [eine Gerichtssprecherin].", "Landgericht Linz"),
        # a compound with the name
        ("Der Energiekonzern Mollix baut. {Man baue weiter}, sagte [der Mollix-Konzern].", "Mollix"),
        ("Der Energiekonzern Mollix baut. {Man baue weiter}, sagte [der schwedische Konzern].", "Mollix"),
    ],
)
def test_which_body_a_noun_means(text, found):
    assert speakers(text, book=ActorsFile()) == [found]


@pytest.mark.parametrize(
    "text",
    [
        # of another kind
        "Die Zeitung Mollix erscheint. {Man baue weiter}, sagte [der Konzern].",
        # one of two that are as likely
        "Der Konzern Mollix und der Konzern Tarvis bauen. {Man baue weiter}, sagte [der Konzern].",
        # another one, by its adjective
        "Der Energiekonzern Mollix baut. {Man baue weiter}, sagte [der zweite Konzern].",
        "Der Energiekonzern Mollix baut. {Man baue weiter}, sagte [der größte Konzern].",
        # several
        "Der Energiekonzern Mollix baut. {Man baue weiter}, sagten [die Konzerne].",
        # a body of the body's
        "Die UN prüfen. {Man prüfe}, sagte [die UN-Organisation].",
        # a name of which nothing is known stands nearer
        "Der Energiekonzern Mollix baut. Nun baut auch Xonia. {Man baue weiter}, sagte [der Konzern].",
    ],
)
def test_words_are_left_where_the_body_is_not_certain(text):
    said = text[text.index("[") + 1 : text.index("]")]
    actor = speakers(text, book=ActorsFile())[0]
    assert actor in (said, said.split(" ", 1)[1]), actor


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a learnt name is one actor with its noun and without
        ("Mollix wächst. {Man baue}, sagte [der Energiekonzern Mollix]. Es wird Abend. {Man hoffe}, sagte [Mollix].",
         ["Mollix", "Mollix"]),
        # a company with its legal form keeps the noun of its name
        ("Die Energie Linz AG wächst. {Man wachse weiter}, sagte [das Unternehmen].", ["Energie Linz"]),
        # a name whose family comes first is one with the family alone
        ("{Man prüfe}, sagte [Generalsekretär Ban Ki Moon]. Es wird Abend. {Man hoffe}, sagte [Ban].",
         ["Ban Ki Moon", "Ban Ki Moon"]),
        # the place that opens an article is nobody
        ("[Linz – Die Regierung Polens] sagte, {es brenne}.", ["Regierung Polens"]),
        # two nouns that share an end are part of a name
        ("{Es brenne}, sagte [das Deutsche Zentrum für Luft- und Raumfahrt].",
         ["Deutsches Zentrum für Luft- und Raumfahrt"]),
    ],
)  # fmt: skip
def test_where_a_name_begins_and_ends(text, found):
    assert speakers(text, book=ActorsFile()) == found
