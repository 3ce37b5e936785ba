"""Where the numbers of the rules lie: German sentences on both sides of each, their words counted by hand."""

import pytest

from analysis.codebook.quantities_file import read_topics
from analysis.numbers.quantities import find_quantities


@pytest.fixture(scope="module")
def report(tag, root):
    """Give some columns of the quantities of a text: `report("…", "text", "topic")`."""
    topics = read_topics(root / "data" / "quantities.toml", shown="data/quantities.toml")

    def run(text: str, *columns: str) -> list[tuple]:
        found = find_quantities(*tag(text), topics=topics)
        return list(found[list(columns)].itertuples(index=False, name=None))

    return run


@pytest.mark.parametrize(
    ("text", "found"),
    [("Es begann 1390.", ["1390"]), ("Es begann 1410.", []), ("Es endet 2095.", []), ("Es endet 2105.", ["2105"])],
)
def test_a_year_lies_between_1400_and_2100(report, text, found):
    assert [text for (text,) in report(text, "text")] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Karl Huber, 97, kam.", []),
        ("Karl Huber, 135, kam.", ["135"]),
        ("Karl Huber (97) kam.", []),
        ("Karl Huber (135) kam.", ["135"]),
    ],
)
def test_nobody_is_older_than_120(report, text, found):
    assert [text for (text,) in report(text, "text")] == found


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Der Damm von 1990 brach am Montag nach dem Regen, acht Menschen starben.", "other"),
        ("Der Damm von 1990 brach am Montag nach dem starken Regen im ganzen Tal, und acht Menschen starben.", "event"),
    ],
)
def test_a_year_is_a_numbers_own_within_twelve_words(report, text, scope):
    """Eight words and signs back, then thirteen; a comma ends the number's own stretch."""
    assert report(text, "scope") == [(scope,)]


@pytest.mark.parametrize(
    ("rest", "topic"),
    [
        # FAR: 14 words up to *verletzt*, then 22
        ("nach dem langen Spiel am Abend auf dem Weg nach Hause im Wald verletzt", "wounded"),
        ("nach dem Spiel am Abend auf dem Weg nach Hause im Wald bei Bonn durch einen Sturz der Bäume im Wind verletzt",
         "other"),
        # AND: 14 words of which one is *und*, then 15: it counts two more
        ("nach dem Spiel im Tal und am Abend im dunklen Wald bei Bonn verletzt", "wounded"),
        ("nach dem Spiel im Tal und am späten Abend im dunklen Wald bei Bonn verletzt", "other"),
        # OTHER_NUMBER: 9 words and another number, then 11: it counts six more
        ("bei dem Brand von zwei Häusern am Abend verletzt", "wounded"),
        ("am Abend im Tal bei dem Brand von zwei Häusern verletzt", "other"),
    ],
)  # fmt: skip
def test_a_topic_lies_within_sixteen_steps_behind_its_number(report, rest, topic):
    assert report(f"Acht Menschen wurden {rest}.", "topic")[0] == (topic,)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        # eight words between, then fifteen, times 1.3
        ("Verletzt wurden bei dem Sturm am Abend im Tal acht Menschen.", "wounded"),
        ("Verletzt wurden bei dem Sturm am Abend auf dem Weg nach Hause im Wald bei Bonn acht Menschen.", "other"),
        # a clause with a verb of its own counts eight: six words and signs besides, then eleven
        ("Acht Menschen saßen im Bus, am Abend starben alle.", "deaths"),
        ("Acht Menschen saßen im Bus auf dem Weg, in der Nacht danach starben alle.", "other"),
    ],
)
def test_before_the_number_and_in_another_clause_a_topic_lies_farther(report, text, topic):
    assert report(text, "topic") == [(topic,)]


@pytest.mark.parametrize(
    ("between", "topics"),
    [("der Armee aus dem Tal", ["deaths", "deaths"]), ("der Armee aus dem Tal am Fluss", ["deaths", "attackers"])],
)
def test_a_list_goes_on_over_an_attribute_of_six_words(report, between, topics):
    """With *sowie* six words between the numbers, then eight: there the second is about whom it counts."""
    found = report(f"Getötet wurden 20 Kämpfer {between} sowie 19 Rebellen.", "topic")
    assert [topic for (topic,) in found] == topics


@pytest.mark.parametrize(("value", "topic"), [("1.500.000", "money"), ("800.000", "other")])
def test_a_bare_number_is_a_sum_of_money_from_a_million_on(report, value, topic):
    assert report(f"Der Verein zahlte {value} für den Spieler.", "topic") == [(topic,)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Es kamen acht schon sehr alte müde Männer.", "Männer"),
        ("Es kamen acht schon sehr alte müde kranke Männer.", ""),
        # *zwei* and a preposition: an attribute with eight words before its participle, then ten
        ("Es kamen zwei am Abend im Raum Köln und in Gießen festgenommene Männer.", "Männer"),
        ("Es kamen zwei am Abend bei Regen im Raum Köln und in Gießen festgenommene Männer.", ""),
    ],
)
def test_what_is_counted_lies_within_five_words_or_behind_an_attribute_of_eight(report, text, unit):
    assert report(text, "unit") == [(unit,)]


@pytest.mark.parametrize(("number", "bound"), [("neun", "exactly"), ("zwölf", "more_than")])
def test_ueber_before_a_little_number_is_a_preposition(report, number, bound):
    assert report(f"Er hat Kontrolle über {number} Flugzeuge.", "bound") == [(bound,)]


@pytest.mark.parametrize(("other", "unit"), [("zwölf", "Männer"), ("dreizehn", "")])
def test_two_numbers_that_differ_by_two_are_of_one_thing(report, other, unit):
    assert report(f"Es kamen zehn, {other} Männer.", "unit")[0] == (unit,)


def test_a_bound_of_three_words_is_read(report):
    assert report("Es kamen nicht mehr als zwölf Männer.", "bound") == [("up_to",)]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Allein in der Nacht zum Mittwoch wurden acht Männer festgenommen.", "part"),
        ("In der Nacht zum Mittwoch wurden acht Männer festgenommen.", "event"),
        ("Sie ließen acht Männer allein.", "event"),
    ],
)
def test_a_number_of_a_part_is_told_by_a_word_before_a_preposition(report, text, scope):
    assert report(text, "scope") == [(scope,)]


@pytest.mark.parametrize(("year", "scope"), [("2012", "event"), ("im fernen Jahr 2012", "other")])
def test_a_year_is_compared_with_within_four_words(report, year, scope):
    """*Gegenüber* is the third word before the year, then the sixth."""
    assert report(f"Gegenüber der Wahl {year} kamen acht Männer.", "scope") == [(scope,)]


@pytest.mark.parametrize(
    ("phrase", "topic"),
    [("der an jenem Tag getöteten Kinder", "deaths"), ("der noch an jenem Tag getöteten Kinder", "other")],
)
def test_what_zahl_speaks_of_lies_within_five_words(report, phrase, topic):
    """Behind *der* four words and the noun, or five and the noun; four numbers and a clause keep the verb away."""
    text = f"Die Zahl {phrase}, so sagt man es hier und dort und überall im ganzen weiten Land, liegt jetzt bei 13."
    assert report(text, "topic") == [(topic,)]


@pytest.mark.parametrize(("street", "found"), [("Old East Maple Road", []), ("Old North East Maple Road", [(79,)])])
def test_the_name_of_a_street_has_four_words(report, street, found):
    assert report(f"Das Haus steht in 79, {street}.", "value") == found


@pytest.mark.parametrize(("value", "topic"), [("999 Millionen", "other"), ("1 Milliarde", "money")])
def test_a_milliard_without_a_noun_is_money(report, value, topic):
    assert report(f"Der Bund gibt {value}.", "topic") == [(topic,)]


@pytest.mark.parametrize(("value", "topic"), [("100", "share"), ("101", "other"), ("0,25", "share"), ("0,24", "other")])
def test_a_measure_goes_on_up_to_twenty_times_its_size(report, value, topic):
    """5 per cent are a twentieth of 100, and twenty times 0.25."""
    assert report(f"Die einen kommen auf 5 Prozent, die anderen auf {value}.", "topic") == [("share",), (topic,)]


@pytest.mark.parametrize(
    ("between", "topic"),
    [("20 Männern an der alten Brücke am Fluss im Dorf", "deaths"), ("20 Männern an der alten grauen Brücke am Fluss im Dorf", "other")],
)  # fmt: skip
def test_a_phrase_goes_on_past_eleven_words(report, between, topic):
    """Eleven words stand between *kostete* and *das Leben*, or twelve."""
    assert report(f"Das kostete hier {between} das Leben.", "topic") == [(topic,)]
