"""Who acts by grammar: measures, owners, headings, halves that und joins: own sentences, worked by hand."""

import pytest

from analysis.codebook.cues import read_cues
from analysis.codebook.frames_file import read_elements
from analysis.framing.semantic_roles import ACTS, find_agency_of
from analysis.language.parsing import parse
from analysis.language.words import read_words


@pytest.fixture(scope="module")
def roles(tag):
    classes = {kind: read_elements().classes[kind] for kind in ACTS}

    def find(text):
        syntax = parse(next(read_words(*tag(text))), read_cues())
        found = [(r["verb"], r["agent"], r["patient"]) for r in find_agency_of(syntax, classes=classes)]
        return found[-1]

    return find


SENTENCES = {
    "a name in the genitive owns the noun behind it": [
        ("Italiens Banken weisen Kredite im Wert von 200 Milliarden Euro aus.", ("ausweisen", "Italiens Banken", "Kredite")),
        ("Er kennt einen Mann, der Bergers Projekt unterstützt.", ("unterstützen", "einen Mann", "Bergers Projekt")),
    ],
    "number": [
        ("Der Boxer und Autor will seine Titel verteidigen.", ("verteidigen", "Der Boxer und Autor", "seine Titel")),
        ("Er glaubt, dass Rewe oder Aldi Filialen in Kiew eröffnen.", ("eröffnen", "Rewe oder Aldi", "Filialen in Kiew")),
        ("Rund 800 wurden festgenommen.", ("festnehmen", "", "800")),
        ("Er hat eine 20,7 Meter hohe Wand, die gute Bilder liefert.", ("liefern", "eine 20,7 Meter hohe Wand", "gute Bilder")),
    ],
    "measures and amounts": [
        ("Die Firma hatte Here für mehr als 2,5 Milliarden Euro von Bauern übernommen.",
         ("übernehmen", "Die Firma", "Here für mehr")),
        ("Er hat ein 90 Millionen Euro teures Schiff zerstört.", ("zerstören", "Er", "ein 90 Millionen Euro teures Schiff")),
        ("Mehr als Platz drei will der Trainer nicht ausrufen.", ("ausrufen", "der Trainer", "")),
        ("Sie erobert nicht alle Tage Tore.", ("erobern", "Sie", "Tore")),
        ("Ich weiß, dass relativ viel in den Häfen beschlagnahmt wurde.", ("beschlagnahmen", "", "viel")),
        ("Dort sollen 2,2 Millionen Menschen Waffen liefern.", ("liefern", "2,2 Millionen Menschen", "Waffen")),
    ],
    "long attributes": [
        ("Er verteidigte in einem am Sonntag gegebenen Gespräch seinen Kurs.", ("verteidigen", "Er", "seinen Kurs")),
        ("Dort hatte er einen von der Union unabhängigen neuen Staat ausgerufen.",
         ("ausrufen", "er", "einen von der Union unabhängigen neuen Staat")),
        ("Die Truppen der von Bauern unterstützten Regierung griffen das Lager an.",
         ("angreifen", "Die Truppen der von Bauern unterstützten Regierung", "das Lager")),
    ],
    "halves": [
        ("Sie will wissen, wer Häuser vermietet und ob er dafür Steuern abgeführt hat.", ("abführen", "er", "Steuern")),
        ("Er will, dass Lager ausgebaut werden und von dort aus Migranten abgeschoben werden.",
         ("abschieben", "", "Migranten")),
        ("Man suchte Huber in seinem Versteck, der Alm, auf und nahm ihn fest.", ("festnehmen", "Man", "ihn")),
        ("Sie wurden am Hof (oft auch nachts) bewirtet und überfielen die Stadt.", ("überfallen", "Sie", "die Stadt")),
        ("Der Rat hat Gesetze vorgelegt, um die Reform zu bremsen und ganz zu stoppen.",
         ("stoppen", "Der Rat", "die Reform")),
    ],
    "infinitives": [
        ("Der Bund hat damit begonnen, neue Züge, wie das im Mai vereinbart worden war, zu stoppen.",
         ("stoppen", "Der Bund", "neue Züge")),
        ("Dem Verein wird vorgeworfen, Bauern angegriffen und verletzt zu haben.", ("verletzen", "Dem Verein", "Bauern")),
        ("Um Leute zu unterstützen, werden nun auch Plakate geklebt.", ("unterstützen", "", "Leute")),
        ("Um das Gesetz zu verabschieden, bedarf es der Absicht.", ("verabschieden", "", "das Gesetz")),
        ("Den Plan des Rats, Truppen zu schicken, verurteilte Huber scharf.", ("verurteilen", "Huber", "Den Plan des Rats")),
    ],
    "an infinitive that says what a thing is": [
        ("Unser Ziel ist es, Leute zu unterstützen.", ("unterstützen", "", "Leute")),
        ("Die Arbeit bestand darin, das Haus zu räumen.", ("räumen", "", "das Haus")),
        ("Den Ländern wird erlaubt, Truppen zu entsenden.", ("entsenden", "Den Ländern", "Truppen")),
    ],
    "headings, remarks and asides": [
        ("Breiter Protest Deshalb wird das Mittel auch weiter eingesetzt.", ("einsetzen", "", "das Mittel")),
        ("Neuer Anlauf Die Polizei nahm zwei Männer fest.", ("festnehmen", "Die Polizei", "zwei Männer")),
        ("Bundespräsident verteidigte Huber – Neuer Kanzler Thema.", ("verteidigen", "Bundespräsident", "Huber")),
        ("Er kam aus Ungarn, wo die Kollegen dann – mit Hilfe aus Bonn – die Suche übernahmen.",
         ("übernehmen", "die Kollegen", "die Suche")),
        ("Gestern hatte Berger als Chef der Chefs, wie berichtet, ein Gesetz erlassen, das schadet.",
         ("erlassen", "Berger", "ein Gesetz")),
        ("Berger: Absolut, ich unterstütze das Gesetz.", ("unterstützen", "ich", "das Gesetz")),
    ],
    "subordinate clauses": [
        ("Selbst wenn sie mich eines Tages töten, lebt die Stadt.", ("töten", "sie", "mich")),
        ("Das sind Regeln, nach denen Staaten Waffen liefern.", ("liefern", "Staaten", "Waffen")),
        ("Dann bekommen sie Hilfe, die sie verteidigen.", ("verteidigen", "sie", "Hilfe")),
        ("Er weiß, wie das die Partei unterstützt.", ("unterstützen", "die Partei", "das")),
        ("Es gibt Parteien, die verschiedene Themen besetzt haben.", ("besetzen", "Parteien", "verschiedene Themen")),
        ("Die Studie erklärt, warum Huber das Land regiert.", ("regieren", "Huber", "das Land")),
    ],
    "what von names": [
        ("Er weiß, dass das Gesetz in seiner Form von Brüssel genehmigt wurde.", ("genehmigen", "Brüssel", "das Gesetz")),
        ("Dort ist ein Belgier mit Verbindungen zu den Tätern von Paris festgenommen worden.",
         ("festnehmen", "", "ein Belgier")),
        ("Von Mai bis August wurden 30 Lager gestürmt.", ("stürmen", "", "30 Lager")),
        ("Dort wurde die Räumung von Häusern beschlossen.", ("beschließen", "", "die Räumung")),
    ],
    "who stands where": [
        ("Das würde rasch Strom liefern.", ("liefern", "Das", "Strom")),
        ("Ein Berufsleben lang hat er Kabel verlegt.", ("verlegen", "er", "Kabel")),
        ("Die Bühne besetzte der Aktivist sogleich.", ("besetzen", "der Aktivist", "Die Bühne")),
        ("Leider kann das kein Gesetz stoppen.", ("stoppen", "das", "kein Gesetz")),
        ("In Hebron erschossen junge Soldaten einen Bauern.", ("erschießen", "junge Soldaten", "einen Bauern")),
        ("Dann muss er aller Voraussicht nach die Stadt verteidigen.", ("verteidigen", "er", "die Stadt")),
        ("Es lassen sich mit der Kamera gute Tore schießen.", ("schießen", "", "gute Tore")),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    "text", ["Er übernahm die Stadt in", "Sie, die er wählt", "Geschlagen", "Er stoppt Pläne über 5", "Er stürzt viel"]
)
def test_a_text_may_end_anywhere(roles, text):
    """The last word is a preposition, a finite verb, a participle, a number, an amount: nothing stands behind it."""
    assert roles(text)


@pytest.mark.parametrize(
    ("text", "wanted"), [pytest.param(*row, id=f"{why}: {row[0]}") for why, rows in SENTENCES.items() for row in rows]
)
def test_grammar_tells_who_acts(roles, text, wanted):
    assert roles(text) == wanted
