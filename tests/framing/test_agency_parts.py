"""Who acts where forms, commas and brackets part a clause or leave its subject open: own sentences, worked by hand."""

import pytest

from analysis.codebook.cues import read_cues
from analysis.codebook.frames_file import read_elements
from analysis.framing.semantic_roles import ACTS, find_agency_of
from analysis.language.parsing import parse
from analysis.language.words import read_words


@pytest.fixture(scope="module")
def last_act(tag):
    classes = {kind: read_elements().classes[kind] for kind in ACTS}

    def find(text):
        syntax = parse(next(read_words(*tag(text))), read_cues())
        found = [(r["verb"], r["agent"], r["patient"]) for r in find_agency_of(syntax, classes=classes)]
        return found[-1]

    return find


SENTENCES = {
    "forms tell the roles": [
        # forms that show case, gender and number
        ("Dann schießt er dir auf den Fuß.", ("schießen", "er", "")),
        ("Beiden soll das Amt entzogen werden.", ("entziehen", "", "das Amt")),
        ("Der Ingenieur Karl Berg verabschiedete eine Reform.", ("verabschieden", "Der Ingenieur Karl Berg", "eine Reform")),
        ("Der für Wirtschaftspolitik zuständige Minister verhängte eine Sperre.",
         ("verhängen", "Der für Wirtschaftspolitik zuständige Minister", "eine Sperre")),
        ("Was sie alles für Tricks eingesetzt haben, weiß man.", ("einsetzen", "sie", "Was")),
        ("Und dann schießt Schaub aufs Tor.", ("schießen", "Schaub", "")),
        # an und inside an apposition makes no plural
        ("Frank Huber, Leiter und Gründer der Agentur, wurde zum Wirt des Jahres gewählt.",
         ("wählen", "", "Frank Huber, Leiter und Gründer der Agentur")),
        # die has the number of its noun
        ("Die Zeitung nennt die Partei, die viele Bauern wählen.", ("wählen", "viele Bauern", "die Partei")),
        # a demonstrative before its noun
        ("Er versuchte, jene Stoffe zu zerstören.", ("zerstören", "Er", "jene Stoffe")),
    ],
    "a clause is parted": [
        # a subordinate clause that als opens
        ("Als Karl Berg im Mai zum Kanzler gewählt werden sollte, schwieg er.", ("wählen", "", "Karl Berg")),
        ("Als einige der Leute fliehen wollten, hätte ein Trupp das Feuer eröffnet.",
         ("eröffnen", "ein Trupp", "das Feuer")),
        # a relative clause that a preposition opens
        ("Der Ort, in dem der Rat beschlossen wurde, ist leer.", ("beschließen", "", "der Rat")),
        # what goes on behind a relative clause
        ("Er sagte, dass die Leute, die ihn wählen, ihn auch wegen seiner Haltung unterstützen – das freut ihn.",
         ("unterstützen", "die Leute", "ihn")),
        ("Die Regel, mit der das Amt (BA) und seine Leute werben wollten, ist heute verboten.",
         ("verbieten", "", "Die Regel")),
        ("Gestern müssen laut Huber, der das Haus kennt, sechs Leute festgenommen werden.",
         ("festnehmen", "", "sechs Leute")),
        # a bracket holds a clause
        ("Die Lager stehen bereit (weil sich sonst Kinder verletzen), sagte er.", ("verletzen", "Kinder", "sich")),
        # und joins a verb that looks like an infinitive
        ("Wenn Leute Handel betreiben oder sich Firmen der Steuer entziehen, schadet das.",
         ("entziehen", "Firmen der Steuer", "sich")),
        ("Das sind Leute, die sich allen früheren Regeln, so auch der alten Form, entziehen.",
         ("entziehen", "Leute", "sich")),
        # the main clause behind a subordinate one has the main clause's subject
        ("Er glaubt nicht, dass es um Geld geht, und unterstützt die Jäger.", ("unterstützen", "Er", "die Jäger")),
        # inverted: du stands behind its verb
        ("Er ging, und eroberst du die Stadt, kommt er.", ("erobern", "du", "die Stadt")),
    ],
    "an infinitive has its own object": [
        ("Das Land droht, Lager von Rebellen, vor allem der Nordfront, zu bombardieren.",
         ("bombardieren", "Das Land", "Lager")),
        ("Die Möglichkeit das Haus zu übernehmen, ist eine Hilfe.", ("übernehmen", "", "das Haus")),
        ("Er weiß, dass es ihr gelang, das Lager zu zerstören.", ("zerstören", "ihr", "das Lager")),
        ("Sie suchen eine Macht, die wieder Mauern errichtet, um Bauern zu stoppen.", ("stoppen", "eine Macht", "Bauern")),
        ("Es hilft, Zahlungen über 500 Euro zuzulassen.", ("zulassen", "", "Zahlungen")),
    ],
    "what has no role": [
        ("Südlich von Neustadt wurde ein Bauer verletzt.", ("verletzen", "", "ein Bauer")),
        ("Sechs Helfer wurden verletzt, eine von ihnen schwer.", ("verletzen", "", "Sechs Helfer")),
        ("Es wird zur Lösung von Konflikten eingesetzt.", ("einsetzen", "", "Es")),
        ("Es werde erst wieder verhandelt, sagte er.", ("verhandeln", "", "")),
        ("Die Gruppe hatte vom 3. Mai an das Netz angegriffen.", ("angreifen", "Die Gruppe", "das Netz")),
        ("Das wird mit 30 bis 60 Millionen zu Buche schlagen.", ("schlagen", "Das", "")),
        ("Er will sie ein bisschen unterstützen.", ("unterstützen", "Er", "sie")),
        ("Dann schoss er beim 1:1 ins Netz.", ("schießen", "er", "")),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "wanted"), [pytest.param(*row, id=f"{why}: {row[0]}") for why, rows in SENTENCES.items() for row in rows]
)
def test_who_does_what_to_whom(last_act, text, wanted):
    assert last_act(text) == wanted
