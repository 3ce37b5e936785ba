"""Where the numbers of the rules lie: German sentences on both sides of each, their words counted by hand.

As in `test_quote_speakers`, `{…}` is the quotation and `[…]` the words that name its speaker.
"""

import pytest
from actors.test_mentions import labels, mentions
from actors.test_names import names
from actors.test_quote_speakers import speakers

from analysis.codebook.actors_file import Actor, ActorsFile
from analysis.language.nouns import kind_of

BETWEEN = "Es war kalt. "


@pytest.mark.parametrize(("between", "actor"), [(3, "Andrzej Duda"), (4, "Der Präsident")])
def test_an_office_without_a_country_refers_four_sentences_back(between, actor):
    assert speakers(f"Duda kam. Biden ging. {BETWEEN * 4}[Der Präsident] sagte, {{er warte}}.") == ["Der Präsident"]
    assert speakers(f"Duda kam. {BETWEEN * between}[Der Präsident] sagte, {{er warte}}.") == [actor]


@pytest.mark.parametrize(("between", "actor"), [(2, "Andrzej Duda"), (3, "")])
def test_a_pronoun_refers_three_sentences_back(between, actor):
    assert speakers(f"Duda sprach. {BETWEEN * between}[Er] sagte, {{man warte}}.") == [actor]


@pytest.mark.parametrize(("between", "actor"), [(3, "Andrzej Duda"), (4, "")])
def test_a_chain_of_one_pronoun_reaches_twelve_sentences_back(between, actor):
    """Three times *er* with two sentences before each, and then as many as may stand before the last."""
    chain = f"{BETWEEN * 2}Er ging. " * 3
    assert speakers(f"Duda sprach. {chain}{BETWEEN * (between - 1)}[Er] sagte, {{man warte}}.") == [actor]


@pytest.mark.parametrize(("between", "actor"), [(2, "Max Huber"), (3, "Der Forscher")])
def test_a_noun_means_who_spoke_three_sentences_before(between, actor):
    marked = f"[Max Huber] sagte, {{Karl Wolf warte}}. {BETWEEN * between}[Der Forscher] sagte, {{es brenne}}."
    assert speakers(marked, book=ActorsFile())[1] == actor


@pytest.mark.parametrize(("between", "actor"), [(99, "Max Huber"), (101, "Der Minister")])
def test_a_title_is_remembered_for_a_hundred_sentences(between, actor):
    marked = f"Minister Max Huber kam. {BETWEEN * between}[Der Minister] sagte, {{es brenne}}."
    assert speakers(marked, book=ActorsFile()) == [actor]


@pytest.mark.parametrize("words", ["Der Mann", "Der 40-Jährige"])
@pytest.mark.parametrize("between", [2, 3])
def test_a_description_is_the_only_person_of_three_sentences(words, between):
    found = speakers(f"Karl Huber sprach. {BETWEEN * between}[{words}] sagte, {{man warte}}.")
    assert found == ["Karl Huber" if between == 2 else words]


def test_a_title_is_found_again_by_its_last_four_letters():
    assert speakers(f"Oberarzt Karl Huber kam. {BETWEEN * 5}[Der Arzt] sagte, {{man warte}}.") == ["Karl Huber"]


@pytest.mark.parametrize(
    ("noun", "kind"), [("Landespolizei", "organisation"), ("Meinungsumfrage", "nothing"), ("Legende", "")]
)
def test_a_compound_ends_in_five_letters_of_a_listed_word(noun, kind):
    """*Polizei* and *Frage* end longer words; *Ende* has four letters and ends too many."""
    assert kind_of(noun) == kind


@pytest.mark.parametrize(
    ("between", "actor"),
    [
        ("der kleinen alten Anstalt für kranke Kinder im hohen kalten Norden", "Karl Huber"),  # eleven words
        ("der kleinen alten Anstalt für kranke arme Kinder im hohen kalten fernen Norden", "Max Wolf"),  # thirteen
    ],
)
def test_a_name_stands_within_twelve_words_of_its_description(between, actor):
    """Further away it is not seen, and the description means who was named before."""
    marked = f"Max Wolf kam. [Der Leiter] {between}, Karl Huber, sagte, {{man warte}}."
    assert speakers(marked, book=ActorsFile()) == [actor]


@pytest.mark.parametrize(
    ("rest", "is_found"),
    [
        (" des alten Kontinents", True),  # eleven words
        (" des alten Kontinents und seiner Inseln im Norden", False),  # sixteen
    ],
)
def test_an_apposition_has_fewer_than_fourteen_words(rest, is_found):
    label = f"der Präsident der großen stolzen Republik im Osten{rest}"
    assert labels(f"Duda, {label}, schwieg.") == [("Duda", label if is_found else "")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anna Maria Eva Ute Berg", ["Anna Maria Eva Ute Berg"]),
        ("Anna Maria Eva Ute Karla Berg", ["Anna Maria Eva Ute Karla"]),
    ],
)
def test_a_name_has_five_words_at_most(text, found):
    assert names(f"Am Montag kam {text}.") == found


@pytest.mark.parametrize(
    ("word", "is_whole"), [("Leutheusserschnarrenberg", True), ("Leutheusserschnarrenbergerhausen", False)]
)
def test_a_word_of_more_than_25_letters_belongs_to_no_name(word, is_whole):
    """24 letters, then 32."""
    assert (names(f"Am Montag kam Anna {word}.") == [f"Anna {word}"]) is is_whole


@pytest.mark.parametrize(("often", "is_name"), [(6, True), (2, False)])
def test_a_surname_stands_behind_an_article_once_in_six_times(often, is_name):
    """Twice behind *das*, once behind *Anna*, and six times (two times) alone: 9 in all (5)."""
    text = "Am Montag kam Anna Ruder. Das Ruder fiel. Das Ruder fiel. " + "Da lachte Ruder. " * often
    assert ("Anna Ruder" in names(text)) is is_name


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Bundesbank", "Die Bundesbank warnte. Die Bank schwieg.", ["Bundesbank", "Die Bank"]),
        ("Bundesamt", "Das Bundesamt warnte. Das Amt schwieg.", ["Bundesamt"]),
    ],
)
def test_a_name_is_shortened_to_four_letters(name, text, found):
    book = ActorsFile(groups=["g"], actors=[Actor(name=name, kind="institution", group="g")])
    assert mentions(text, book)["form"].tolist() == found
