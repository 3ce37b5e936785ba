"""Quantities: reported numbers with bound, unit, topic and source, on German sentences counted by hand."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.codebook import schema
from analysis.codebook.quantities_file import Topic, read_topics
from analysis.errors import StudyError
from analysis.language.numerals import parse_number
from analysis.numbers.amounts import find_amounts
from analysis.numbers.quantities import find_quantities


@pytest.fixture(scope="session")
def topics(root) -> list[Topic]:
    return read_topics(root / "data" / "quantities.toml", shown="data/quantities.toml")


@pytest.fixture
def report(tag, topics):
    """Find the quantities of one text and return them as tuples of some columns."""

    def find(text: str, *columns: str) -> list[tuple]:
        articles, sentences, tokens = tag(text)
        found = find_quantities(articles, sentences, tokens, topics=topics)
        assert all(text[row.start : row.end] == row.text for row in found.itertuples())
        return list(found[list(columns)].itertuples(index=False, name=None))

    return find


@pytest.mark.parametrize(
    ("text", "value"),
    [("4400", 4400), ("4.400", 4400), ("4 400", 4400), ("20.000", 20000), ("2,2", 2.2), ("1.234,5", 1234.5), ("8", 8),
     ("acht", 8), ("Zwölf", 12), ("dreiundzwanzig", 23), ("hundertzwanzig", 120), ("zweitausendfünfhundert", 2500),
     ("anderthalb", 1.5), ("dreieinhalb", 3.5), ("18.30", None), ("2:1", None), ("ein", None), ("eine", None), ("Einwand", None), ("", None), ("hundertmal", None)],
)  # fmt: skip
def test_numerals(text, value):
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("sentence", "text", "value", "bound", "unit"),
    [
        ("Es gab 4400 Festnahmen.", "4400 Festnahmen", 4400, "exactly", "Festnahmen"),
        ("Es gab 4.400 Festnahmen.", "4.400 Festnahmen", 4400, "exactly", "Festnahmen"),
        ("Es gab 4 400 Festnahmen.", "4 400 Festnahmen", 4400, "exactly", "Festnahmen"),
        ("Es gab mehr als 4.000 Festnahmen.", "mehr als 4.000 Festnahmen", 4000, "more_than", "Festnahmen"),
        ("Es starben acht Polizisten.", "acht Polizisten", 8, "exactly", "Polizisten"),
        ("Es starben 26 bewaffnete Männer.", "26 bewaffnete Männer", 26, "exactly", "Männer"),
        ("Es kostete rund 2,2 Millionen Euro.", "rund 2,2 Millionen Euro", 2_200_000, "about", "Euro"),
        ("Es kostete 1,5 Mrd. Euro im Jahr.", "1,5 Mrd. Euro", 1_500_000_000, "exactly", "Euro"),
        ("Es kamen bis zu 20.000.", "bis zu 20.000", 20_000, "up_to", ""),
        ("Es kamen mindestens sechs Boote.", "mindestens sechs Boote", 6, "at_least", "Boote"),
        ("Es kamen etwa zwei Dutzend Boote.", "etwa zwei Dutzend Boote", 24, "about", "Boote"),
        ("Es kamen knapp ein Dutzend Boote.", "knapp ein Dutzend Boote", 12, "about", "Boote"),
        ("Es kamen Hunderte Menschen.", "Hunderte Menschen", 100, "about", "Menschen"),
        ("Es kamen mehrere Tausend Menschen.", "mehrere Tausend Menschen", 1000, "about", "Menschen"),
        ("Es kamen weniger als 50 Menschen.", "weniger als 50 Menschen", 50, "up_to", "Menschen"),
        ("Es kamen über 300 Menschen.", "über 300 Menschen", 300, "more_than", "Menschen"),
        ("Es kamen acht Polizisten und Soldaten.", "acht Polizisten und Soldaten", 8, "exactly", "Polizisten und Soldaten"),
        ("Es kamen bis zu 20.000 „Terroristen“ an.", "bis zu 20.000 „Terroristen“", 20_000, "up_to", "Terroristen"),
        ("Sie haben die Kontrolle über fünf Flugzeuge.", "fünf Flugzeuge", 5, "exactly", "Flugzeuge"),
        ("Es kamen fast 2000 Menschen.", "fast 2000 Menschen", 2000, "about", "Menschen"),
        ("Der Anteil beträgt 20 %.", "20 %", 20, "exactly", "%"),
        ("Die Zahl der Toten stieg auf 164.", "164", 164, "exactly", ""),
        ("Eine Million Menschen hungern.", "Eine Million Menschen", 1_000_000, "exactly", "Menschen"),
        ("Es kamen 90000 Gäste.", "90000 Gäste", 90_000, "exactly", "Gäste"),
        ("Ein Zug mit 70 Verwundeten kam an.", "70 Verwundeten", 70, "exactly", "Verwundeten"),
        ("Es kamen Dutzende Millionen Vögel.", "Dutzende Millionen Vögel", 12_000_000, "about", "Vögel"),
        ("Es kamen zwei aus Köln gerufene Ärzte.", "zwei aus Köln gerufene Ärzte", 2, "exactly", "Ärzte"),
        ("Er kaufte ein halbes Dutzend Boote.", "ein halbes Dutzend Boote", 6, "exactly", "Boote"),
        ("Eine halbe Million Vögel zog vorbei.", "Eine halbe Million Vögel", 500_000, "exactly", "Vögel"),
        ("Es kam ein gutes Dutzend Boote.", "ein gutes Dutzend Boote", 12, "about", "Boote"),
        ("Das Leben von Millionen Vögeln ist bedroht.", "Millionen Vögeln", 1_000_000, "about", "Vögeln"),
        ("Es fehlen Tausende an Unterschriften.", "Tausende an Unterschriften", 1000, "about", "Unterschriften"),
        ("Sie hat dreieinhalb Millionen Leser.", "dreieinhalb Millionen Leser", 3_500_000, "exactly", "Leser"),
        ("1500 Beamte wurden verlegt.", "1500 Beamte", 1500, "exactly", "Beamte"),
        ("Am 1. Jänner 50 Boote zu finden ist leicht.", "50 Boote", 50, "exactly", "Boote"),
        ("Die Umfrage unter 2800 Lehrern ist fertig.", "2800 Lehrern", 2800, "exactly", "Lehrern"),
        ("Es kamen über zwölf Boote.", "über zwölf Boote", 12, "more_than", "Boote"),
        ("Es kamen nicht mehr als 20 Boote.", "nicht mehr als 20 Boote", 20, "up_to", "Boote"),
        ("Es kamen zwei sehr freundliche alte blonde Bäcker.", "zwei sehr freundliche alte blonde Bäcker", 2, "exactly", "Bäcker"),
        ("Der Turm kostet 5000.", "5000", 5000, "exactly", ""),
        ("Die Pension hat Zimmer (300).", "300", 300, "exactly", ""),
        ("Es blieben unter 2800 Lehrer.", "unter 2800 Lehrer", 2800, "up_to", "Lehrer"),
        ("Es fehlen 50 Millionen exklusive Umbau.", "50 Millionen", 50_000_000, "exactly", ""),
        ("Sie holten drei von Rebellen als Geiseln genommene Fahrer.", "drei von Rebellen als Geiseln genommene Fahrer", 3, "exactly", "Fahrer"),
        ("Sie fanden acht von der Stadt vergebene langfristige Kredite.", "acht von der Stadt vergebene langfristige Kredite", 8, "exactly", "Kredite"),
        ("Er sah sieben der Boote.", "sieben der Boote", 7, "exactly", "Boote"),
        ("Jedes Jahr fehlen rund 70.000 Zelte.", "rund 70.000 Zelte", 70_000, "about", "Zelte"),
    ],
)  # fmt: skip
def test_one_quantity(report, sentence, text, value, bound, unit):
    assert report(sentence, "text", "value", "bound", "unit") == [(text, value, bound, unit)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Am 8. Januar begann es.",  # date
        "Am 05.01.2022 begann es.",
        "Seit Januar 2022 wird protestiert.",  # year
        "Er regiert seit 1989.",
        "Die Wahl 2019 war knapp.",
        "Der 1972 geborene Bürgermeister trat zurück.",
        "Es begann um 10 Uhr.",  # time
        "Drei Tage lang blieb alles ruhig.",  # duration
        "Es begann um 18.30 Uhr und endete um 19:45 Uhr.",
        "Der 81-Jährige trat zurück.",  # age
        "Er ist 81 Jahre alt.",
        "Er starb im Alter von 81 Jahren.",
        "Der Minister Kurz (35) trat zurück.",
        "Es ist der zweite Tag und der 3. Versuch.",  # ordinal
        "Die Partie endete 2:1.",  # score
        "Artikel 5 des Vertrags gilt.",  # name
        "Er landete auf Platz 3.",
        "Die Nummer 0171 123456 ist besetzt.",  # telephone
        "Ein Mann und eine Frau kamen, einer blieb.",  # article words
        "Die 50er waren anders.",
        "Zwischen 2009 und 2012 blieb es ruhig.",
        "Er wurde nach 2007 Meister.",
        "Mit 14 gründete er eine Band.",
        "Das Opfer (56) wurde gefunden.",
        "Ein 26-jähriger Mann starb.",
        "Die neue Playstation 3 ist da.",
        "Nach § 129 drohen Strafen, auch nach Paragraf 130.",
        "Sie war zwischen 20 und 25 Jahre alt.",
        "Im kommenden Jahr wird gewählt, im Jahr 1993 auch.",
        "Das geht aus dem Urteil hervor (10 Cg 17/15b).",  # reference of a court
        "Der in die Top 20 vorgestoßene Spieler verlor.",
        "Dafür wären zwei, drei Jahre nötig.",
        "In zehn, zwölf Jahren ist alles gut.",
        "Gunther Meier (70) kam.",
        "Die Millionen sind weg.",
        "Sie gab ihm einen Hunderter.",  # a banknote
        "Die 200- und 500-Euro-Scheine fehlen.",
        "",
    ],
)
def test_not_a_quantity(report, sentence):
    assert report(sentence, "text") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Bei den Unruhen kamen 164 Menschen ums Leben.", ["deaths"]),
        ("Acht Polizisten und Soldaten wurden getötet, 317 verletzt.", ["deaths", "wounded"]),
        ("Mindestens 748 Polizisten wurden verletzt, 18 getötet.", ["wounded", "deaths"]),
        ("Es gab 164 Tote und 20 Verletzte.", ["deaths", "wounded"]),
        ("Mehr als 4.000 Menschen seien festgenommen worden.", ["arrests"]),
        ("Die Polizei nahm zwölf Männer fest.", ["arrests"]),
        ("Fünf Patienten erlagen ihren Verletzungen.", ["deaths"]),
        ("Russland schickte bis zu 2500 Soldaten.", ["soldiers"]),
        ("Zwei Soldaten starben.", ["deaths"]),
        ("Wien erteilte 25 Genehmigungen im Wert von 2,2 Millionen Euro.", ["permits", "money"]),
        ("Hunderte Menschen wurden verletzt, Tausende gingen auf die Straße.", ["wounded", "protesters"]),
        ("Die Preise stiegen um 20 Prozent.", ["share"]),
        ("In der Stadt gibt es vier Theater.", ["other"]),
        ("Drei Tote und acht Verletzte wurden geborgen.", ["deaths", "wounded"]),
        ("Bei dem Unglück starben fünf, 17 wurden verletzt.", ["deaths", "wounded"]),
        ("Bei dem Unglück starben fünf Kinder, 17 erlitten Verletzungen.", ["deaths", "wounded"]),
        ("Es wurden 14 Rebellen, sieben Zivilisten und ein Soldat getötet.", ["deaths"] * 3),
        ("Laut Behörden gab es 22 Todesopfer.", ["deaths"]),
        ("Nach vier Messerangriffen mit vielen Toten blieb es still.", ["other"]),
        ("Drei Patienten erlagen im Krankenhaus ihren Verletzungen.", ["deaths"]),
        ("Noch 33 Seeleute werden vermisst.", ["missing"]),
        ("Mehr als 400 Polizisten schritten ein.", ["police"]),
        ("Fünf Angreifer wurden von der Polizei getötet.", ["deaths"]),
        ("Bei dem Brand wurden sechs Häuser zerstört, in denen 60 Kinder lebten.", ["damage", "other"]),
        ("Das Projekt kostet drei Millionen.", ["money"]),
        # worth: the noun before the number says that it is money, and not who is near
        ("Man stieß auf Blüten im Nennwert von 90.000 und nahm drei Männer fest.", ["money", "arrests"]),
        ("Zugesagt sind 620 Millionen Euro, davon 570 Millionen aus Köln.", ["money", "money"]),
        ("Es gab 620 Millionen Euro. Später kamen 570 Millionen hinzu.", ["money", "money"]),
        ("Es kamen 3 Millionen Besucher. Später kamen 2 Millionen hinzu.", ["other", "other"]),
        ("Es gab 620 Millionen Euro. Später kamen 570 hinzu.", ["money", "other"]),
        ("Die Firma hat drei Milliarden Schulden.", ["money"]),
        ("Sie schuldet 800 Millionen Lewa.", ["money"]),
        ("Der Seuche fielen 48 Bauern zum Opfer.", ["deaths"]),
        ("Acht Verdächtige seien bisher gefasst worden.", ["arrests"]),
        ("Gegen ein Heim für 76 Kinder wurde zu einer Demonstration aufgerufen.", ["other"]),
        ("Das Gericht verhängte Haft für 76 Männer.", ["other"]),
        (
            "Es starben bei Kämpfen in der strategisch wichtigen Region am Fluss binnen eines Tages "
            "20 Kämpfer der Armee sowie 19 Rebellen.",
            ["deaths", "deaths"],
        ),
        ("Sechs Fahrzeuge wurden zerstört.", ["damage"]),
        ("Verletzt wurden zehn Männer und getötet acht Frauen.", ["wounded", "deaths"]),
        ("Bei der Festnahme wurden acht Beamte schwer verletzt.", ["wounded"]),
        (
            "Acht Männer kamen an jenem kalten Morgen mit dem alten Boot über den breiten Fluss in das stille Dorf wegen "
            "drohender Verhaftung.",
            ["other"],
        ),
        ("Der Turm kostet 5000.", ["other"]),
        ("60 der 100 Stimmen fehlten.", ["votes", "votes"]),
    ],
)
def test_topics(report, sentence, expected):
    assert [topic for (topic,) in report(sentence, "topic")] == expected


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Laut Innenministerium starben acht Menschen.", "Innenministerium"),
        ("Nach Angaben des Innenministeriums starben acht Menschen.", "Angaben des Innenministeriums"),
        ("Nach Angaben von Amnesty International starben acht Menschen.", "Amnesty International"),
        ("Dem Präsidenten zufolge starben acht Menschen.", "Präsidenten"),
        ("Es starben acht Menschen, wie das Ministerium mitteilte.", "Ministerium"),
        ("Es starben acht Menschen, sagte Bürgermeister Meier am Freitag.", "Bürgermeister Meier"),
        ("Das Ministerium sprach von acht Toten.", "Ministerium"),
        ("Es starben acht Menschen, betonte das Ministerium.", "Ministerium"),
        ("Die Feuerwehr schätzt die Zahl der Toten auf acht.", "Feuerwehr"),
        ("Unter Berufung auf das Ministerium gab es acht Tote.", "Ministerium"),
        ("Nach Angaben des Amts „von der Küste“ starben acht Menschen.", "Angaben des Amts"),
        ("Es starben acht Menschen, wie es in der Stadt heißt.", ""),
        ("Die Polizei forderte acht Boote.", ""),
        ("Es starben acht Menschen. Das berichtete das Staatsfernsehen.", "Staatsfernsehen"),
        ("Laut Polizei ist es ruhig. Demnach starben acht Menschen.", "Polizei"),
        ("Laut Polizei ist es ruhig. Es starben acht Menschen.", ""),
        ("Es starben acht Menschen.", ""),
    ],
)
def test_who_is_given_as_the_source(report, sentence, source):
    assert report(sentence, "value", "source") == [(8, source)]


def test_a_quotation_says_who_is_the_source(tag, topics):
    text = "„Es gab acht Tote“, hieß es. So weit Meier."
    articles, sentences, tokens = tag(text)
    quotes = schema.empty("quotes").reindex([0]).assign(
        article_id="a", quote=0, start=0, end=18, text=text[:18], speaker="Meier", actor="meier", speaker_start=37, speaker_end=42)  # fmt: skip
    found = find_quantities(articles, sentences, tokens, topics=topics, quotes=quotes)
    columns = ["text", "source", "actor", "source_from"]
    assert found[columns].values.tolist() == [["acht Tote", "Meier", "meier", "neighbour"]]


@pytest.mark.parametrize(
    ("sentence", "population"),
    [
        ("Mindestens acht Polizisten und Soldaten wurden getötet, 317 verletzt.", ["Polizisten und Soldaten"] * 2),
        ("Die Polizei nahm mehr als 200 Menschen fest.", ["alle"]),
        ("Es gab mehr als 40 Tote.", ["alle"]),
        ("Die Rede ist von 33 verletzten Flüchtlingen.", ["Flüchtlinge"]),
        ("Es brannten vier Kirchen.", ["Kirche"]),
        ("Es verunglückten vier Piloten.", ["Piloten"]),
        ("Es kamen drei Beobachter.", ["Beobachter"]),
        ("Es fehlten drei Fahrzeuge.", ["Fahrzeug"]),
    ],
)
def test_whom_a_number_counts(report, sentence, population):
    assert [whom for (whom,) in report(sentence, "population")] == population


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("Am Abend starben acht Menschen.", "event"),
        ("Im Juli 1990 starben dort acht Menschen.", "other"),
        ("Im vergangenen Jahr starben dort acht Menschen.", "other"),
        ("Damals starben dort acht Menschen.", "other"),
        ("Vor zwei Monaten starben dort acht Menschen.", "other"),
        ("Anders als bei der Wahl 2012 kamen 300 Menschen.", "event"),
        (
            "Im Jahr 1990, als der Ort noch klein und grau war und ohne Bahn und ohne Strom und ohne Schule, war es "
            "still; heute kommen 300 Menschen.",
            "event",
        ),
        ("Wie immer nach dem Fest des Dorfes am Ufer kamen 2012 dorthin 300 Menschen.", "other"),
        ("Der Ort hat 800 Einwohner.", "statistic"),
        ("Dort sterben jährlich 20 Menschen.", "statistic"),
    ],
)
def test_event_other_time_or_standing_figure(report, sentence, scope):
    assert report(sentence, "scope") == [(scope,)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nach Enthüllungen über eine Firma kamen Tausende Menschen.",
        "Das berichtete 1993 ein Zeuge, acht Menschen waren da.",
        "In einem Ort, der 800 Einwohner zählt, brannte es.",
        "Die Anklage wegen Vergewaltigung betrifft drei Männer.",
    ],
)
def test_what_is_no_source(report, sentence):
    (source,) = report(sentence, "source")[0]
    assert source in ("", "Zeuge")


def test_a_statement_named_beside_demnach_is_the_source_s_and_not_whom_demnach_points_to(tag, topics):
    """The ministry gives the number; the quotation that *demnach* opens belongs to the media of the sentence before."""
    text = "Demnach wurden nach Angaben des Hafenamts acht Menschen „von der Menge“ getötet."
    articles, sentences, tokens = tag(text)
    quotes = schema.empty("quotes").reindex([0]).assign(
        article_id="a", quote=0, start=0, end=79, text=text[:79], speaker="Demnach", actor="Medien", speaker_start=0, speaker_end=7)  # fmt: skip
    mentions = schema.empty("mentions").reindex([0]).assign(
        article_id="a", mention=0, actor="Hafenamt Nordstadt", start=28, end=41, form="des Hafenamts", label="")  # fmt: skip
    found = find_quantities(articles, sentences, tokens, topics=topics, quotes=quotes, mentions=mentions)
    assert found[["source", "actor", "source_from"]].values.tolist() == [
        ["Angaben des Hafenamts", "Hafenamt Nordstadt", "sentence"]
    ]


def test_a_mention_with_its_article_is_the_source_without_it(tag, topics):
    text = "Die Behörden zählten acht Tote."
    articles, sentences, tokens = tag(text)
    mentions = schema.empty("mentions").reindex([0]).assign(
        article_id="a", mention=0, actor="Hafenamt Nordstadt", start=0, end=12, form="Die Behörden", label="")  # fmt: skip
    found = find_quantities(articles, sentences, tokens, topics=topics, mentions=mentions)
    assert found[["source", "actor"]].values.tolist() == [["Behörden", "Hafenamt Nordstadt"]]


def test_a_source_becomes_an_actor_through_its_mention(tag, topics):
    text = "Nach Angaben des Hafenamts starben acht Menschen."
    articles, sentences, tokens = tag(text)
    mentions = schema.empty("mentions").reindex([0]).assign(
        article_id="a", mention=0, actor="Hafenamt Nordstadt", start=17, end=26, form="Hafenamts", label="")  # fmt: skip
    found = find_quantities(articles, sentences, tokens, topics=topics, mentions=mentions)
    assert found[["source", "actor", "source_from"]].values.tolist() == [
        ["Angaben des Hafenamts", "Hafenamt Nordstadt", "sentence"]
    ]


@pytest.mark.xfail(
    strict=True, reason="a verb before its list gives its topic to the nearest number only up to a clause"
)
def test_known_miss_a_relative_clause_between_number_and_verb(report):
    sentence = "Acht Männer, die zuvor in der Stadt, wo es brannte, gesehen worden waren und flohen, sind tot."
    assert report(sentence, "topic") == [("deaths",)]


def test_a_large_number_behind_a_month_is_no_date(report):
    """70,000 in January, 50,000 in February; 2015 behind a month is a year."""
    assert report("Im Jänner kamen 70.000, im Februar 50.000 und im März 2015 keiner.", "value") == [(70000,), (50000,)]


def test_a_decimal_of_millions_is_exact(report):
    """4.1 times a million would be 4,099,999.9999999995."""
    assert report("Es gab 4,1 Millionen Nächtigungen.", "value") == [(4_100_000,)]


def test_few_hundred_is_about_a_hundred(report):
    assert report("Es kamen wenige hundert Menschen.", "value", "bound") == [(100, "about")]


def test_a_range_is_two_quantities(report):
    columns = ("value", "bound", "unit")
    assert report("Es kamen 20 bis 30 Boote.", *columns) == [(20, "at_least", "Boote"), (30, "up_to", "Boote")]
    assert report("Es kostet 2 bis 3 Millionen Euro.", *columns) == [(2e6, "at_least", "Euro"), (3e6, "up_to", "Euro")]


def test_numbers_that_are_listed_share_their_unit(report):
    columns = ("value", "unit", "topic")
    listed = [(250, "Euro", "money"), (400, "Euro", "money"), (600, "Euro", "money")]
    assert report("Es kostet 250, 400 und 600 Euro.", *columns) == listed
    assert report("Von den Toten waren 126 der 229 Männer alt.", "value", "unit") == [(126, "Männer"), (229, "Männer")]


def test_numbers_that_are_far_apart_share_nothing_over_a_comma(report):
    assert report("Er nannte zwei, zwanzig Boote kamen.", "value", "unit") == [(2, ""), (20, "Boote")]


def test_a_range_of_millions_shares_the_scale_without_a_unit(report):
    assert report("Es kostet 20 bis 25 Millionen.", "value", "topic") == [(2e7, "money"), (25e6, "money")]


def test_a_share_of_a_number_is_two_quantities(report):
    assert report("Drei der acht Toten waren Kinder.", "value", "topic") == [(3, "deaths"), (8, "deaths")]


def test_a_heading_has_the_source_of_the_sentence_that_takes_its_number_up(tag, topics):
    """*40 Tote* is the ministry's as the text below says; another number there would lend nothing."""
    for said, source in (("40", "Innenministerium"), ("50", "")):
        articles, sentences, tokens = tag(f"40 Tote\n\nLaut Innenministerium gab es {said} Tote.")
        sentences = sentences.assign(part=["heading", *["body"] * (len(sentences) - 1)])
        found = find_quantities(articles, sentences, tokens, topics=topics)
        assert found["source"].iloc[0] == source
        assert found["source_from"].iloc[0] == ("neighbour" if source else "")


def test_the_study_s_quantities_fit_the_schema(study, topics):
    found = find_quantities(study.articles, study.sentences, study.tokens, topics=topics, quotes=study.quotes)
    schema.check("quantities", found)
    texts = study.articles.set_index("article_id")["text"]
    assert all(texts[row.article_id][row.start : row.end] == row.text for row in found.itertuples())


def test_topics_are_checked(tmp_path):
    path = tmp_path / "quantities.toml"
    path.write_text('[[topics]]\nid = "deaths"\ntitle = "Tote"\ntrigers = ["Tod"]\n', encoding="utf-8")
    with pytest.raises(StudyError, match=r'unknown key "trigers"'):
        read_topics(path, shown="data/quantities.toml")
    own = [topic.id for topic in read_topics(tmp_path / "none.toml", shown="data/quantities.toml")]
    assert own[0] == "deaths" and "permits" not in own
    path.write_text('[[topics]]\nid = "a"\ntitle = "A"\n[[topics]]\nid = "a"\ntitle = "B"\n', encoding="utf-8")
    with pytest.raises(StudyError, match="there twice"):
        read_topics(path, shown="data/quantities.toml")


pieces = st.sampled_from(
    "4400 4.400 4 400 2,2 0 007 8. 18.30 2:1 20-30 § ( ) , . : – bis zu mehr als rund acht Acht zwei Dutzend Hunderte mehrere Million "
    "Millionen Mrd. Euro € % Menschen Tote getötete festgenommen Jahre alt Uhr Januar 2022 seit laut Polizei zufolge nach Angaben von "
    "der die und nahm fest 81-Jährige ² ½ １２ Alter".split()
)


@settings(max_examples=150, deadline=None)
@given(text=st.lists(pieces, max_size=30).map(" ".join))
def test_never_raises_and_offsets_hold(tag, topics, text):
    articles, sentences, tokens = tag(text)
    found = find_quantities(articles, sentences, tokens, topics=topics)
    assert all(text[row.start : row.end] == row.text and row.text for row in found.itertuples())
    assert (found["value"] >= 0).all()
    pd.testing.assert_frame_equal(found, found.sort_values(["article_id", "start"], ignore_index=True))


def test_an_empty_sentence_has_no_amounts():
    assert find_amounts([], "") == []


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        # a number that names one of a row counts nothing, unless it counts the thing behind it
        ("Am Tag 5 der Angriffe starben drei Menschen.", [("drei Menschen", 3)]),
        ("An Tag fünf der Proteste blieb es ruhig.", []),
        ("Hier steht Satz 5 der Reihe.", []),
        ("An diesem Tag 14 Festnahmen.", [("14 Festnahmen", 14)]),
        # a range, with a word or a dash; a score, years and a telephone number are none
        ("Es wurden 10 bis 15 Menschen verletzt.", [("10", 10), ("bis 15 Menschen", 15)]),
        ("Rund 10-15 Anwohner kamen.", [("Rund 10", 10), ("-15 Anwohner", 15)]),
        ("Es kamen 10–15 Anwohner.", [("10", 10), ("–15 Anwohner", 15)]),
        ("Sie siegten mit 25-17 Toren.", []),
        ("Der Streit dauerte 2010-2015 an.", []),
        ("Die Nummer ist 040-123-456 Hamburg.", []),
    ],
)
def test_rows_and_ranges(report, sentence, found):
    assert report(sentence, "text", "value") == found


def test_a_range_has_a_lower_and_an_upper_bound(report):
    """Ten at least and fifteen at most, both of residents."""
    assert report("Rund 10-15 Anwohner kamen.", "value", "bound", "unit") == [
        (10, "at_least", "Anwohner"), (15, "up_to", "Anwohner")]  # fmt: skip
