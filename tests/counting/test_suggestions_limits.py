"""Where the numbers of the suggestions for a codebook lie, on both sides of each, worked by hand."""

from collections import Counter
from types import SimpleNamespace

import pandas as pd
import pytest

from analysis.actors.name_parts import Name
from analysis.codebook import schema
from analysis.codebook.actors_file import ActorsFile
from analysis.counting.body_names import name_behind
from analysis.counting.codebook_draft import _say_forms, count_blocks, draft_codebook
from analysis.counting.name_shapes import mend_namings
from analysis.counting.named_countries import find_countries, hold_countries
from analysis.counting.proposal import Proposal, ProposedNaming
from analysis.counting.rival_sets import merge_sets
from analysis.counting.rival_sources import Rivals, by_actor, by_compound, by_place
from analysis.counting.second_names import find_bracketed
from analysis.counting.shared_surroundings import Tie, read_surroundings
from analysis.counting.suggested_actors import _rank_actors, suggest_actors
from analysis.counting.suggested_rivals import _say_tie, _weigh
from analysis.counting.suggested_topics import suggest_topics
from analysis.counting.unsure_bodies import note_unsure
from analysis.counting.unsure_names import note_weak
from analysis.language.capitals import Capitals
from analysis.language.words import Words, read_words

TAGS = {"der": "ART", "die": "ART", "ein": "ART", "eine": "ART", "in": "APPR", "schönen": "ADJA", "weiten": "ADJA",
        "kam": "VVFIN", "ging": "VVFIN", "und": "KON", "(": "$(", ")": "$("}  # fmt: skip


def words(*sentences: str, article_id: str = "a") -> Words:
    """Make an article of sentences whose words stand between spaces; what `TAGS` lacks is a noun."""
    forms = " ".join(sentences).split()
    ends = [sum(map(len, forms[: k + 1])) + k for k in range(len(forms))]
    of_sentence = [n for n, sentence in enumerate(sentences) for _ in sentence.split()]
    tags = [TAGS.get(form.lower(), "NN") for form in forms]
    return Words(article_id, " ".join(forms), forms, forms, tags, [e - len(f) for e, f in zip(ends, forms, strict=True)],
                 ends, sentence=of_sentence, paragraph=[0] * len(forms))  # fmt: skip


# --- what a draft shows -----------------------------------------------------------------------------------------------
ACTOR = {"name": "Anna Berg", "kind": "person", "pronoun": "sie", "spellings": [], "offices": [], "titles": [],
         "party": "", "country": "", "nouns": [], "note": "", "basis": "", "n_mentions": 2, "n_articles": 1,
         "forms": [], "n_quotes": 0, "is_unsure": False, "article_id": "a", "sentence": "Berg kam."}  # fmt: skip
RIVALS = {"about": "x", "lemmas": ["A", "B"], "terms": [["A"], ["B"]], "counts": [1, 1], "because": "", "n_articles": 2,
          "article_id": "a", "sentence": "A.", "other_id": "b", "other_sentence": "B."}  # fmt: skip
TOPIC = {
    "unit": "Berg",
    "forms": ["Berg"],
    "n": 2,
    "n_articles": 1,
    "text": "zwei",
    "sentence": "Zwei Berge.",
    "is_general": False,
}


def draft(*, actors: tuple = (), rivals: tuple = (), topics: tuple = ()) -> dict[str, str]:
    """Draft a codebook from rows."""
    tables = [pd.DataFrame(rows, columns=list(row)) for rows, row in
              ((actors, ACTOR), (rivals, RIVALS), (topics, TOPIC))]  # fmt: skip
    return draft_codebook(*tables)


@pytest.mark.parametrize(
    ("file", "rows", "shown"),
    [
        ("actors.toml", {"actors": [ACTOR] * 130}, 60),
        ("actors.toml", {"actors": [ACTOR | {"kind": "state"}] * 50}, 20),
        ("actors.toml", {"actors": [ACTOR | {"is_unsure": True}] * 70}, 30),
        ("contrasts.toml", {"rivals": [RIVALS] * 90}, 40),
        ("quantities.toml", {"topics": [TOPIC] * 70}, 30),
    ],
)
def test_so_many_proposals_are_drafted_and_how_many_there_are_is_said(file, rows, shown):
    (all_rows,) = rows.values()
    text = draft(**rows)[file]
    assert count_blocks(text) == shown and f"## {shown} of {len(all_rows)} shown" in text


@pytest.mark.parametrize(("letters", "is_cut"), [(240, False), (241, True)])
def test_an_example_has_up_to_240_letters(letters, is_cut):
    text = draft(actors=[ACTOR | {"sentence": "x" * letters}])["actors.toml"]
    assert f"## a: {'x' * 240}{'…' * is_cut}\n" in text


@pytest.mark.parametrize(("office", "is_alias"), [("Papst", True), ("Chef", False)])
def test_an_office_of_five_letters_is_another_name(office, is_alias):
    assert (f'aliases = ["{office}"]' in draft(actors=[ACTOR | {"offices": [office]}])["actors.toml"]) is is_alias


# --- who is proposed --------------------------------------------------------------------------------------------------
def propose(tag, *texts: str, quoted: tuple[str, ...] = ()) -> pd.DataFrame:
    """Return the proposals for some texts by name; `quoted` speak once each in article a."""
    quotes = pd.DataFrame({"article_id": ["a"] * len(quoted), "actor": list(quoted)})
    found = list(read_words(*tag(*texts)))
    table = suggest_actors(found, quotes if quoted else schema.empty("quotes"), actors=ActorsFile())
    return table.set_index("name")


def test_a_person_is_proposed_from_two_namings_on(tag):
    table = propose(tag, "Am Montag kam Anna Berg. Dann sprach Anna Berg. Am Dienstag kam Ina Wolf.")
    assert table.index.tolist() == ["Anna Berg"]


@pytest.mark.parametrize(("namings", "first"), [(4, "quoted"), (6, "named")])
def test_a_quotation_ranks_as_three_namings(tag, namings, first):
    """One is named twice and quoted once (2 + 3 = 5); of equal ones the first by name stands first."""
    quoted, named = ("Karl Wolf", "Anna Berg") if first == "quoted" else ("Anna Berg", "Karl Wolf")
    text = f"Am Montag kam {quoted}. Dann sprach {quoted}. " + f"Am Dienstag kam {named}. " * namings
    table = propose(tag, text, quoted=(quoted,))
    assert table.index[0] == {"quoted": quoted, "named": named}[first]


def test_a_state_is_proposed_from_three_acts_on(tag):
    table = propose(tag, "Polen warnte. Polen wartet. Polen schwieg. Serbien warnte. Serbien wartet.")
    assert table.index.tolist() == ["Polen"]


def test_a_topic_is_proposed_from_two_numbers_on():
    rows = [("a", "other", unit, 0, 1, "zwei") for unit in ("Hund", "Hund", "Katze")]
    quantities = pd.DataFrame(rows, columns=["article_id", "topic", "unit", "start", "end", "text"])
    articles = pd.DataFrame({"article_id": ["a"], "text": ["zwei"]})
    assert suggest_topics(quantities, articles)["unit"].tolist() == ["Hund"]


def proposal(*printed: str, n_quotes: int = 0, kind: str = "organisation", determined: int = 0) -> Proposal:
    """Make a proposal of its namings, each in an article of its own; the last ones stand behind an article."""
    n = len(printed)
    namings = [ProposedNaming(f"a{k}", 0, form, form, kind, is_determined=k >= n - determined)
               for k, form in enumerate(printed)]  # fmt: skip
    return Proposal(kind, namings, n_quotes)


def about(*printed: str) -> dict[str, Words]:
    """Make the articles of `proposal`, in each of which a name stands beside a verb of no body's."""
    return {f"a{k}": words(f"{form} glänzt .", article_id=f"a{k}") for k, form in enumerate(printed)}


@pytest.mark.parametrize(("articles", "quotes", "is_body"), [(1, 1, False), (1, 2, True), (4, 0, False), (4, 1, False)])
def test_an_abbreviation_is_a_body_by_two_quotations_in_however_many_articles(articles, quotes, is_body):
    forms = ["XQZ"] * articles
    note = note_weak("XQZ", proposal(*forms, n_quotes=quotes), "an abbreviation", texts=about(*forms))
    assert (note == "") is is_body


@pytest.mark.parametrize(("quotes", "is_body"), [(1, False), (2, True)])
def test_an_abbreviation_with_a_digit_is_a_body_by_two_quotations(quotes, is_body):
    note = note_weak("XQ4", proposal("XQ4", n_quotes=quotes), "an abbreviation", texts=about("XQ4"))
    assert (note == "") is is_body


@pytest.mark.parametrize(("of", "is_body"), [(2, True), (5, False)])
def test_a_noun_alone_is_one_body_where_half_of_the_articles_name_it(of, is_body):
    """Named in one of two, then in two of five."""
    named, texts = proposal(*["Landtag"] * (of // 2)), about(*["Landtag"] * of)
    assert (note_weak("Landtag", named, "the noun Landtag", texts=texts) == "") is is_body


@pytest.mark.parametrize(("determined", "is_person"), [(1, True), (2, False)])
def test_a_name_of_which_a_third_stands_behind_an_article_is_no_person(determined, is_person):
    """Of four namings by the last word one, then two stand behind an article."""
    found = proposal(*["Wolf"] * 4, n_quotes=1, kind="person", determined=determined)
    assert (note_weak("Xaver Wolf", found, "two names in a row", texts={}) == "") is is_person


@pytest.mark.parametrize(("names", "said"), [(6, ""), (7, "; and 1 more spellings")])
def test_six_names_that_a_block_catches_are_told(names, said):
    forms = [("Berg", 1, ["a"])] * names
    assert _say_forms(forms) == "; ".join(["Berg 1 (a)"] * 6) + said


@pytest.mark.parametrize(("articles", "said"), [("abcd", "a, b, c, d"), ("abcde", "a, b, c, d, …")])
def test_four_articles_of_a_name_are_told(articles, said):
    assert _say_forms([("Berg", 5, list(articles))]) == f"Berg 5 ({said})"


@pytest.mark.parametrize(("others", "is_kind"), [(1, True), (2, False)])
def test_a_noun_is_a_kind_by_half_of_its_namings(others, is_kind):
    """Once *eine Miliz*, and once or twice *die Miliz*."""
    text = words("Eine Miliz kam", *["Die Miliz kam"] * others)
    namings = [ProposedNaming("a", 1 + 3 * k, "Miliz", "Miliz", "organisation") for k in range(others + 1)]
    found = {"Miliz": Proposal("organisation", namings)}
    assert ("Miliz" in note_unsure(found, {"a": text})) is is_kind


# --- what a name is ---------------------------------------------------------------------------------------------------
def namings_of(short: str, *sentences: str) -> list[str]:
    """Mend the namings of an abbreviation that opens each of some sentences; return the names."""
    text = words(*sentences)
    text.pos[:] = ["NE" if form[0].isupper() else tag for form, tag in zip(text.form, text.pos, strict=True)]
    found = [ProposedNaming("a", first, short, short, "organisation", found=Name(first, first + 1, short, "organisation"))
             for first, _ in text.sentences]  # fmt: skip
    return [naming.name for naming in mend_namings(found, {"a": text})]


@pytest.mark.parametrize(("alone", "names"), [(1, ["IG Altdorf"] * 2), (4, ["IG"] * 6)])
def test_an_abbreviation_is_half_a_name_by_half_of_its_places(alone, names):
    """Before a name in two places of three, then of six."""
    assert namings_of("IG", *["IG Altdorf ging"] * 2, *["IG ging"] * alone) == names


def test_a_clubs_name_has_three_words_behind_what_opens_it():
    assert namings_of("FC", "FC Altdorf Neudorf Seedorf Bergdorf") == ["FC Altdorf Neudorf Seedorf"]


@pytest.mark.parametrize(("noun", "name"), [("Ölverlag", "Mollix"), ("Weltbank", ""), ("Spielfirma", "")])
def test_a_noun_says_what_bears_a_name_by_a_last_part_of_six_letters(noun, name):
    """*Verlag* has six letters, *Firma* five, *Bank* four."""
    whole = Name(0, 2, f"{noun} Mollix", "organisation")
    assert name_behind(whole, noun, Capitals()) == name


@pytest.mark.parametrize(("countries", "country"), [
    ("Polen Polen Polen", "Polen"), ("Polen Polen", ""),
    ("Polen Polen Polen Serbien Italien", "Polen"), ("Polen Polen Polen Serbien Italien Serbien", ""),
])  # fmt: skip
def test_an_article_is_about_the_country_of_three_namings_and_three_fifths(countries, country):
    """Three of three, two of two; three of five, three of six."""
    text = words("Die Regierung kam", countries)
    assert hold_countries(text, 1, 2, find_countries(text)) == country


@pytest.mark.parametrize(("between", "country"), [("in schönen", "Serbien"), ("in schönen weiten", "")])
def test_a_country_lies_within_three_words_behind_its_body(between, country):
    """The sentence names another country as well."""
    text = words(f"Polen und die Regierung {between} Serbien kam")
    assert hold_countries(text, 3, 4, find_countries(text)) == country


def bracketed(sentence: str, found: str = "") -> list[dict[str, str]]:
    """Return what stands in brackets behind `found`, which ends there, and behind what nothing else shows."""
    text = words(sentence)
    stop = text.form.index("(")
    names = [Name(stop - len(found.split()), stop, found, "organisation")] if found else []
    return list(find_bracketed([text], {"a": names}, Capitals()))


@pytest.mark.parametrize(
    ("found", "is_same"), [("Rotes Kirchen Zentrum", True), ("Roher Rosten Kirchen Zentrum", False)]
)
def test_a_found_name_is_the_one_before_the_bracket_by_four_letters(found, is_same):
    """*Rote(s)* is *Roten*, *Rohe(r)* is not."""
    behind, unseen = bracketed("Die Roten Kirchen Zentrum ( RKZ ) kam", found)
    assert (behind, unseen) == (({"RKZ": found}, {}) if is_same else ({}, {"RKZ": "Roten Kirchen Zentrum"}))


@pytest.mark.parametrize(("words_between", "is_found"), [(5, True), (6, False)])
def test_a_name_before_its_abbreviation_has_up_to_seven_words(words_between, is_found):
    phrase = " ".join(["Xylo", *["Garten"] * words_between, "Amt"])
    assert bracketed(f"Die {phrase} ( XBC ) kam")[1] == ({"XBC": phrase} if is_found else {})


@pytest.mark.parametrize(
    ("sentence", "is_found"), [("Garten Amt Hof ( GAH ) kam", True), ("Garten Hof ( GH ) kam", False)]
)
def test_an_abbreviation_says_where_its_name_begins_by_three_letters(sentence, is_found):
    assert bool(bracketed(f"Die {sentence}")[1]) is is_found


# --- rival words ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("times", "is_set"), [(2, True), (1, False)])
def test_what_a_person_is_called_four_times_makes_a_set(times, is_set):
    """*Politikerin* twice, *Ministerin* twice or once."""
    known = SimpleNamespace(kind="person", labels=Counter(politikerin=2, ministerin=times))
    people = SimpleNamespace(known={"Anna Berg": known})
    assert bool(list(by_actor(people, Counter(Politikerin=1, Ministerin=1)))) is is_set


@pytest.mark.parametrize(("frames", "is_set"), [(2, True), (1, False)])
def test_words_stand_in_one_place_by_two_surroundings(frames, is_set):
    """*Aufruhr* and *Tumult* between the same two words."""
    around = [("Montag", "Altdorf"), ("Abend", "Neudorf")][:frames]
    texts = [words(*(f"{a} der {word} in {b}" for a, b in around), article_id=word) for word in ("Aufruhr", "Tumult")]
    found = [rivals.lemmas for rivals in by_place(texts)]
    assert ({"Aufruhr", "Tumult"} in found) is is_set


@pytest.mark.parametrize(
    ("compounds", "is_set"),
    [
        (("Autounfall", "Autokatastrophe"), True),
        (("Zugunfall", "Zugkatastrophe"), True),  # three letters
        (("Spunfall", "Spkatastrophe"), False),
        (("Atombomb", "Kernbomb"), True),
        (("Atommüll", "Kernmüll"), True),  # four letters behind what differs
        (("Atomuhr", "Kernuhr"), False),
    ],
)
def test_compounds_share_a_first_part_of_three_letters_or_a_last_one_of_four(compounds, is_set):
    assert bool(list(by_compound(Counter(compounds)))) is is_set


@pytest.mark.parametrize(
    ("reason", "weight"),
    [
        ("edit of a copied passage", 3),
        ("near in meaning", 2),
        ("beside one actor", 2),
        ("compounds that share a part", 2),
        ("same place", 1),
    ],
)
def test_a_reason_weighs_so_much_and_a_tenth_of_it_where_nothing_ties_the_words(reason, weight):
    """Two words that stand once each in one article: nothing else counts; a tie in one sentence adds 1.5."""
    rivals = Rivals({"A", "B"}, {reason})
    tie = Tie((), 0, (("a", 0), ("a", 0)))
    assert _weigh(rivals, [], [1, 1], 1) == pytest.approx(weight / 10)
    assert _weigh(rivals, [tie], [1, 1], 1) == pytest.approx(weight + 1.5)


def test_what_ties_two_words_counts_up_to_six():
    """Five words near both, six, seven; each counts one, and the reason one."""
    ties = [Tie(tuple("abcdefg"[:n]), -1, (("a", 0), ("b", 0))) for n in (5, 6, 7)]
    weights = [_weigh(Rivals({"A", "B"}, {"same place"}), [tie], [1, 1], 1) for tie in ties]
    assert weights == [6, 7, 7]


@pytest.mark.parametrize(("shared", "said"), [("ABCD", "A, B, C, D"), ("ABCDE", "A, B, C, D and 1 more words")])
def test_four_words_near_both_are_named(shared, said):
    assert _say_tie(Tie(tuple(shared), -1, (("a", 0), ("b", 0)))).endswith(f"both near {said}")


@pytest.mark.parametrize(("second", "sets"), [("ABHIJK", 2), ("ABHIJ", 1), ("ABHI", 1)])
def test_a_set_has_up_to_eight_words(second, sets):
    """Five words, and six, five or four of which two are the same: nine, eight, seven."""
    assert len(merge_sets([Rivals(set("ABCDE"), {"same place"}), Rivals(set(second), {"same place"})])) == sets


@pytest.mark.parametrize(("between", "is_tied"), [(4, True), (5, False)])
def test_a_word_within_five_of_both_ties_them(between, is_tied):
    """Four sentences lie between the two, so that only the word near both can tie them."""
    gap = "und " * between
    text = words(f"Aufruhr {gap}Markt", *["ging"] * 4, f"Tumult {gap}Markt")
    assert bool(read_surroundings([text], {"Aufruhr", "Tumult"}).tie("Aufruhr", "Tumult")) is is_tied


@pytest.mark.parametrize(("between", "is_tied"), [(1, True), (2, False)])
def test_two_words_two_sentences_apart_are_tied(between, is_tied):
    text = words("Aufruhr", *["ging"] * between, "Tumult")
    assert bool(read_surroundings([text], {"Aufruhr", "Tumult"}).tie("Aufruhr", "Tumult")) is is_tied


@pytest.mark.parametrize(("shared", "is_tied"), [("Markt Abend Rathaus", True), ("Markt Abend", False)])
def test_three_words_tie_words_of_different_articles(shared, is_tied):
    texts = [words(f"{word} {shared}", article_id=word) for word in ("Aufruhr", "Tumult")]
    assert bool(read_surroundings(texts, {"Aufruhr", "Tumult"}).tie("Aufruhr", "Tumult")) is is_tied


@pytest.mark.parametrize(("articles", "of", "is_common"), [(3, 3, False), (4, 4, True), (5, 15, False), (6, 15, True)])
def test_a_word_of_more_than_three_articles_and_a_third_of_them_is_common(articles, of, is_common):
    texts = [words("Markt" if k < articles else "Abend", article_id=str(k)) for k in range(of)]
    assert ("Markt" in read_surroundings(texts, set()).common) is is_common


def test_a_block_that_would_catch_nothing_is_not_proposed():
    rows = pd.DataFrame([ACTOR, ACTOR | {"name": "Ina Wolf", "n_mentions": 0, "n_quotes": 2}])
    assert _rank_actors(rows)["name"].tolist() == ["Anna Berg"]
