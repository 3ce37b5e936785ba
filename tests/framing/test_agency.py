"""Who acts: agent, patient and voice of German clauses, worked by hand."""

import pytest

from analysis.codebook.cues import read_cues
from analysis.codebook.frames_file import read_elements
from analysis.framing.semantic_roles import ACTS, find_agency_of
from analysis.language.parsing import parse
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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # what commas, brackets and relative clauses part from its verb belongs to it
        ("Die Ministerin Eva Huber (SPD) hatte den Plan verteidigt.",
         ("verteidigen", "Die Ministerin Eva Huber (SPD)", "den Plan", False)),
        ("Der Minister, den viele schätzen, verhängte gestern eine Sperre.",
         ("verhängen", "Der Minister", "eine Sperre", False)),
        ("Die Häfen in Kiel, Bremen und Emden wurden gesperrt.", ("sperren", "", "Die Häfen in Kiel", True)),
        # one phrase stands before the verb of a main clause; a place before a dash is none
        ("Kiel – In der Nacht haben Soldaten zwölf Rebellen getötet.",
         ("töten", "Soldaten", "zwölf Rebellen", False)),
        ("Das beschloss die Regierung.", ("beschließen", "die Regierung", "Das", False)),
        ("Wie viele Leute haben Sie entlassen?", ("entlassen", "Sie", "viele Leute", False)),
        # what compares, and what a preposition governs, has no role
        ("Er hatte als gewählter Vorsitzender das Amt übernommen.", ("übernehmen", "Er", "das Amt", False)),
        ("In Österreichs Lagern blockieren Maschinen die Arbeit.", ("blockieren", "Maschinen", "die Arbeit", False)),
        ("Das Werk soll ab 2017 Strom liefern.", ("liefern", "Das Werk", "Strom", False)),
        ("Für einzelne Familien haben Helfer Wohnungen geräumt.", ("räumen", "Helfer", "Wohnungen", False)),
        ("Vor allem Jüngere wählen diesen Weg.", ("wählen", "Jüngere", "diesen Weg", False)),
        # who does it to himself
        ("Die Gruppe löste sich auf.", ("auflösen", "Die Gruppe", "sich", False)),
        # agents of passives
        ("Das Ziel wurde von den zwölf Staaten auf der Tagung von Genf beschlossen.",
         ("beschließen", "den zwölf Staaten", "Das Ziel", True)),
        ("In Kiel wurden seit dem Antritt von Hubers Partei viele Gesetze verabschiedet.",
         ("verabschieden", "", "viele Gesetze", True)),
        ("Das Leben von Millionen ist bedroht.", ("bedrohen", "", "Das Leben", True)),
        ("Die Firma wurde zur Zahlung von zwölf Euro verurteilt.", ("verurteilen", "", "Die Firma", True)),
        ("Unterstützt wurde der Protest von Verbänden.", ("unterstützen", "Verbänden", "der Protest", True)),
        ("Es könnte eine Strafe verhängt werden.", ("verhängen", "", "eine Strafe", True)),
        ("Es wurde auf alle geschossen.", ("schießen", "", "", True)),
        # a verb whose subject does something only to an object
        ("Der Regen setzte am Abend ein.", ("einsetzen", "", "Der Regen", False)),
        ("Die Wehr setzte am Abend Boote ein.", ("einsetzen", "Die Wehr", "Boote", False)),
        ("Er stürzte am Abend.", ("stürzen", "", "Er", False)),
        ("Die Rebellen stürzten den König.", ("stürzen", "Die Rebellen", "den König", False)),
        ("Das Lokal wurde wegen Hehlerei, der Steuern und anderem gesperrt.", ("sperren", "", "Das Lokal", True)),
        ("Der Chef wurde vor Karim Huber vom FC Emden gewählt.", ("wählen", "", "Der Chef", True)),
        ("Der Mann wurde am Flughafen von Kiel festgenommen.", ("festnehmen", "", "Der Mann", True)),
        ("Das Schiff wurde vom Ufer aus beschossen.", ("beschießen", "", "Das Schiff", True)),
        ("Das Gesetz wurde beschlossen wie von Huber gewünscht.", ("beschließen", "", "Das Gesetz", True)),
        ("Das darf an sich nicht gesperrt werden.", ("sperren", "", "Das", True)),
        ("Viele fürchten, ausgeraubt zu werden.", ("ausrauben", "", "Viele", True)),
        ("Er hat Angst, von Räubern getötet zu werden.", ("töten", "Räubern", "Er", True)),
        ("Es ist schwer, nicht ausgeraubt zu werden.", ("ausrauben", "", "", True)),
        ("Die These lässt sich gut verteidigen.", ("verteidigen", "", "Die These", True)),
        ("Sie wollen, dass Lager gebaut und von dort aus Leute abgeschoben werden.",
         ("abschieben", "", "Leute", True)),
        ("Dessen Bruder verteidigt den Plan.", ("verteidigen", "Dessen Bruder", "den Plan", False)),
        ("Um die Reform zu blockieren, schrieb ein Senator zwölf Briefe.",
         ("blockieren", "ein Senator", "die Reform", False)),
        ("Sie stritten, und um die Reform zu blockieren, schrieb ein Senator zwölf Briefe.",
         ("blockieren", "ein Senator", "die Reform", False)),
        ("Wien – In Linz ist ein Mann festgenommen worden.", ("festnehmen", "", "ein Mann", True)),
        ("Er kennt die Frau, die zur Chefin der Tiroler Grünen gewählt worden war.",
         ("wählen", "", "die Frau", True)),
        # who is one, who are several
        ("Der frühere Lehrer und Autor Karl Huber hat sein Haus geräumt.",
         ("räumen", "Der frühere Lehrer und Autor Karl Huber", "sein Haus", False)),
        ("Das Land Tirol, der Bund sowie Städte übernahmen die Kosten.",
         ("übernehmen", "Das Land Tirol", "die Kosten", False)),
        # two dashes part a clause
        ("Die Partei – lange dagegen – unterstützt den Plan.", ("unterstützen", "Die Partei", "den Plan", False)),
        ("Ein Klick liefert – wie gewohnt – den Zugang.", ("liefern", "Ein Klick", "den Zugang", False)),
        # a relative clause parts it
        ("Sie hofft, dass jene Leute, die gestern kamen, die Regierung unterstützen.",
         ("unterstützen", "jene Leute", "die Regierung", False)),
        # what opens a clause
        ("Während des Krieges verfolgte ich die Nachrichten.", ("verfolgen", "ich", "die Nachrichten", False)),
        ("Wie hoch die Strafe ist, will das Gericht beschließen.", ("beschließen", "das Gericht", "", False)),
        ("Es gibt ein Papier, das alle Länder unterzeichnen.", ("unterzeichnen", "alle Länder", "ein Papier", False)),
        ("Es soll ein Rat prüfen, in das jeder Staat einen Richter entsendet.",
         ("entsenden", "jeder Staat", "einen Richter", False)),
        # quantities
        ("Hier wurden zwischen 50 und 90 Leute festgenommen.", ("festnehmen", "", "90 Leute", True)),
        ("Sieben weitere wurden verletzt.", ("verletzen", "", "Sieben weitere", True)),
        # what verbs joined by *und* share
        ("Er wollte sich und seine Frau töten.", ("töten", "Er", "sich und seine Frau", False)),
        ("Ich habe mich bedankt und dann beschlossen, zu gehen.", ("beschließen", "Ich", "", False)),
        # whose infinitive it is
        ("Der Rat rief dazu auf, den Platz zu räumen.", ("räumen", "", "den Platz", False)),
        ("Der Brief ermächtigt die Regierung, Waffen zu liefern.", ("liefern", "die Regierung", "Waffen", False)),
        ("Er achtet das Recht des Landes, sein Gebiet zu verteidigen.",
         ("verteidigen", "des Landes", "sein Gebiet", False)),
        ("Der Rat hatte die Stadt aufgefordert, den Platz zu räumen.", ("räumen", "die Stadt", "den Platz", False)),
        ("Härte sei nötig, um Leute daran zu hindern, die Stadt zu räumen.", ("räumen", "Leute", "die Stadt", False)),
        # case shown by possessives, pronouns and weak adjectives
        ("Gestern sperrten sie Kunden aufgrund ihres Alters beziehungsweise ihrer Herkunft.",
         ("sperren", "sie", "Kunden", False)),
        ("Das ist die Bande, die einem die Tür eröffnet.", ("eröffnen", "die Bande", "die Tür", False)),
        ("In der Nacht auf Sonntag wurden der Bruder und der Vater des gesuchten Franzosen verhaftet.",
         ("verhaften", "", "der Bruder und der Vater des gesuchten Franzosen", True)),
        # what joins a governed noun is governed too
        ("Rebellen, die mit Autos oder Schusswaffen Bauern angriffen, flohen.", ("angreifen", "Rebellen", "Bauern", False)),
        # number: a woman is one, plural adjectives and nouns are many
        ("Die Schottin Eva Berg eröffnet das Jahrhundertfest.",
         ("eröffnen", "Die Schottin Eva Berg", "das Jahrhundertfest", False)),
        # the other phrase must be the object
        ("Mit Ray Müller wählte Scorsese einen jungen Schauspieler.",
         ("wählen", "Scorsese", "einen jungen Schauspieler", False)),
        ("27-Jähriger erschoss zwölf Menschen.", ("erschießen", "27-Jähriger", "zwölf Menschen", False)),
        # *dieses* does it to a thing that is one of many; what is known does it to *dieses*
        ("Dieses liefert eine kurze Übersicht.", ("liefern", "Dieses", "eine kurze Übersicht", False)),
        # pronouns that look like articles
        ("Heute kann praktisch jeder gut verteidigen.", ("verteidigen", "jeder", "", False)),
        ("Da schlugen sich die beiden auf die Seite des alten Rates.", ("schlagen", "die beiden", "sich", False)),
        ("Er schrieb einen Brief, den zahlreiche alte Verbände unterzeichnet haben.",
         ("unterzeichnen", "zahlreiche alte Verbände", "einen Brief", False)),
        # es that only announces the next clause is nobody
        ("Es war ihm verboten, Gewinne mitzunehmen.", ("verbieten", "", "", True)),
        ("Er ließ es zu, dass sie gingen.", ("zulassen", "Er", "", False)),
        ("Er ließ es zu.", ("zulassen", "Er", "es", False)),
    ],
)  # fmt: skip
def test_the_phrases_of_a_clause_have_their_roles(act, text, wanted):
    assert act(text) == [wanted]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Die Arbeiter drangen ein, schlugen Wachen in die Flucht und lachten.",
         ("schlagen", "Die Arbeiter", "Wachen", False)),
        ("Der Staat könnte Gesetze abschaffen und die Einfuhr stoppen.",
         ("stoppen", "Der Staat", "die Einfuhr", False)),
        ("Die Taten müssen verfolgt und bestraft werden.", ("bestrafen", "", "Die Taten", True)),
        ("Helfer haben die Nester entfernt und zerstört.", ("zerstören", "Helfer", "die Nester", False)),
        ("Gestern wurden viele Bauern geworfen und verfolgt.", ("verfolgen", "", "viele Bauern", True)),
        ("Die Pläne würden niemanden stören, sondern Leben bedrohen.", ("bedrohen", "Die Pläne", "Leben", False)),
        ("Sie werden von Kameras erfasst und überwacht.", ("überwachen", "Kameras", "Sie", True)),
        ("Reporter wurden von Soldaten beleidigt und mit Blendgranaten beschossen.",
         ("beschießen", "Soldaten", "Reporter", True)),
        ("Er war am Freitag von Beamten erkannt und festgenommen worden.", ("festnehmen", "Beamten", "Er", True)),
        ("Reporter wurden von Soldaten beleidigt und Bauern beschossen.", ("beschießen", "", "Bauern", True)),
        ("Teile von Tigern sind begehrt und werden oft eingesetzt.", ("einsetzen", "", "Teile", True)),
        ("Er soll Geld beiseite geschafft und dem Zugriff der Bank entzogen haben.", ("entziehen", "Er", "Geld", False)),
        ("Die Idee wurde von Huber entwickelt und liefert ein Modell.", ("liefern", "Die Idee", "ein Modell", False)),
    ],
)  # fmt: skip
def test_a_half_shares_what_the_half_before_it_has(act, text, wanted):
    assert act(text)[-1] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # the auxiliary waits in front of the relative clause
        ("Gegen zwei Männer wurden, die am Freitag kamen, Haftbefehle erlassen.",
         ("erlassen", "", "Haftbefehle", True)),
        ("Experten hatten die Granate neben dem Haus, das leer steht, gesprengt.",
         ("sprengen", "Experten", "die Granate", False)),
        # a participle with its agent stands behind the noun as an aside; the clause goes on
        ("Gestern haben die Roten, unterstützt von der Partei, getanzt.", ("unterstützen", "der Partei", "die Roten", True)),
        ("Gestern haben die Roten, unterstützt von der Partei, den Rat gewählt.", ("wählen", "die Roten", "den Rat", False)),
        # werden at the end of a clause that an apposition parts
        ("Man sagt, dass seine Anhänger, eine kleine Schar, verfolgt oder ermordet werden.",
         ("ermorden", "", "seine Anhänger, eine kleine Schar", True)),
        # what goes on a subordinate clause has its subject
        ("Es sind Leute, die nichts wussten, sondern Posten übernahmen.", ("übernehmen", "Leute", "Posten", False)),
        # the agent in a relative clause with a verb between its parts
        ("Sie ist Kandidatin einer Frau, die von Bürgern beauftragt wurde zu reden.",
         ("beauftragen", "Bürgern", "Kandidatin einer Frau", True)),
    ],
)  # fmt: skip
def test_parts_of_a_clause_far_from_each_other(act, text, wanted):
    assert act(text)[-1] == wanted


def test_participles_in_a_list_share_auxiliary_and_subject(act):
    """Three verbs, one *werden* behind them all; the first looks like a finite verb."""
    found = act("Er zeigt Szenen, in denen Opfer verprügelt, gefoltert oder getötet werden.")
    assert found == [(verb, "", "Opfer", True) for verb in ("verprügeln", "foltern", "töten")]


def test_an_own_subject_after_doch_is_not_shared(act):
    assert act("Er kam spät, doch verhängte das Gericht eine Strafe.") == [
        ("verhängen", "das Gericht", "eine Strafe", False)
    ]


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
