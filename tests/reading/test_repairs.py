"""Reading what people have: characters, lines, titles, credits, labels; each on a small made-up text."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.reading.article_labels import make_labels
from analysis.reading.characters import clean_characters
from analysis.reading.clean_form import Reading, read_clean, write_clean
from analysis.reading.credits import take_credits
from analysis.reading.file_readers import read_plain
from analysis.reading.paragraph_layout import part_paragraphs

WRAPPED = """Brücke über die Lohe bleibt
bis zum Herbst gesperrt

Die Brücke ist seit Montag für den
gesamten Verkehr gesperrt, teilte die
Stadt mit. Bei einer Prüfung seien Ris-
se gefunden worden, sagte sie.
Die Fähre fährt weiter."""


@pytest.mark.parametrize(
    ("raw", "clean", "repair", "n"),
    [
        ("Regie\u00adrungs\u00adchef", "Regierungschef", "soft hyphens taken out", 2),
        ("Regie\u00ad\nrung", "Regierung", "soft hyphens taken out", 1),
        ("o\ufb03ziell \ufb02ink", "offiziell flink", "ligatures undone", 2),
        ("\uf0b7 Punkt \ue123", "• Punkt ", "ligatures undone", 1),
        ("a\ue123b", "ab", "private-use characters left out", 1),
        ("8.\u00a0Januar\u202f2022", "8. Januar 2022", "odd spaces made one space", 2),
        ("Wort\u200bteil\u202e", "Wortteil", "invisible characters left out", 2),
        ("Die BrÃ¼cke fÃ¼r â€žalleâ€œ", "Die Brücke für „alle“", "characters encoded twice read once", 4),
        ("M&uuml;ller &amp; Co", "Müller & Co", "HTML entities read", 2),
        ("a\x07b", "ab", "control characters left out", 1),
        ("a\u2028b", "a\nb", "odd line ends made plain", 1),
    ],
)
def test_characters(raw, clean, repair, n):
    text, repairs = clean_characters(raw)
    assert (text, repairs[repair]) == (clean, n)


def test_good_german_is_left_as_it_is():
    text = "„Äußerst groß“, sagte sie – 20 % … für 5 €. Straße; ‚so‘ »und« so."
    cleaned, repairs = clean_characters(text)
    assert cleaned == text and not any(repairs.values())


def test_lines_broken_by_a_width_are_joined_and_parted_words_made_whole():
    repairs = Counter()
    assert part_paragraphs(WRAPPED, repairs) == [
        "Brücke über die Lohe bleibt bis zum Herbst gesperrt",
        "Die Brücke ist seit Montag für den gesamten Verkehr gesperrt, teilte die Stadt mit. Bei einer Prüfung seien "
        "Risse gefunden worden, sagte sie. Die Fähre fährt weiter.",
    ]
    assert repairs["words parted at line ends made whole"] == 1 and repairs["line breaks undone"] == 5


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_heading_is_never_glued_to_the_sentence_after_it(between):
    long = "Die Stadt teilte mit, dass die Brücke wegen der Risse auf unbestimmte Zeit geschlossen bleiben müsse. " * 2
    text = (
        f"{long.strip()}\n\nKritik der Anwohner{between}„Niemand hört uns zu“, sagte Petra Sommerfeld. {long.strip()}"
    )
    parts = read_plain(text).paragraphs
    assert [part for part, _ in parts] == ["body", "heading", "body"]
    assert parts[1][1] == "Kritik der Anwohner"


def test_a_short_line_of_wrapped_text_with_no_stop_is_a_heading():
    text = ("Kritik der Anwohner\nDie Brücke ist seit Montag für den gesamten Verkehr\ngesperrt, teilte die Stadt am "
            "Montagabend mit und sagte\nnicht, wie lange das noch dauern soll.")  # fmt: skip
    assert part_paragraphs(text, Counter())[0] == "Kritik der Anwohner"


@pytest.mark.parametrize(
    ("first", "title"),
    [("Brücke gesperrt", "Brücke gesperrt"), ("Wann öffnet die Brücke?", "Wann öffnet die Brücke?"),
     ("Die Brücke ist zu.", ""), ("Die Stadt sagte:", "")],
)  # fmt: skip
def test_first_line_is_the_title_where_it_is_one(first, title):
    reading = read_plain(f"{first}\n\nDie Brücke ist seit Montag für den gesamten Verkehr gesperrt.")
    assert reading.title == title and reading.paragraphs[0][0] == ("title" if title else "body")


@pytest.mark.parametrize(
    ("text", "left", "agencies"),
    [
        ("Berlin (dpa) - Es regnet.", "Es regnet.", ["dpa"]),
        ("BERLIN (dpa/AFP) – Es regnet.", "Es regnet.", ["dpa", "afp"]),
        ("Berlin dpa | Es regnet.", "Es regnet.", ["dpa"]),
        ("Frankfurt am Main (Reuters) - Es regnet.", "Es regnet.", ["rtr"]),
        ("Es regnet. (APA)", "Es regnet.", ["apa"]),
        ("Es regnet. (dpa/hee)", "Es regnet.", ["dpa"]),
        ("Es regnet, meldet dpa am Montag.", "Es regnet, meldet dpa am Montag.", []),
        ("Die Agentur (dpa) meldet Regen.", "Die Agentur (dpa) meldet Regen.", []),
    ],
)
def test_agency_credits_wherever_they_stand(text, left, agencies):
    paragraphs, found, n = take_credits([("body", text)])
    assert (paragraphs, found, n) == ([("body", left)], agencies, bool(agencies))


@pytest.mark.parametrize("line", ["dpa", "dpa/afp", "(AFP, dpa)", "Quelle: dpa", "Mit Material von dpa"])
def test_a_line_that_is_only_a_credit_is_no_text(line):
    assert take_credits([("body", "Es regnet."), ("heading", line)])[0] == [("body", "Es regnet.")]


@given(
    st.lists(
        st.tuples(st.sampled_from(["", "Bild", "taz", "Text A"]), st.sampled_from(["", "Bild", "taz"])), max_size=60
    )
)
def test_labels_are_never_alike_unless_given_alike(pairs):
    given_labels = list(dict.fromkeys(label for label, _ in pairs if label))
    used = [given_labels.pop() if label and given_labels else "" for label, _ in pairs]
    labels = make_labels(used, [outlet for _, outlet in pairs])
    assert len(set(labels)) == len(labels) and all(labels)


PART = st.sampled_from(["title", "standfirst", "heading", "caption", "body"])
LINE = st.text(alphabet=st.sampled_from("aÄ #>!\\-:.„“\n"), min_size=1, max_size=30).filter(lambda t: t.strip())


@given(st.lists(st.tuples(PART, LINE), max_size=8), st.sampled_from(["", "Bote: Lohe", "x"]))
def test_what_is_written_in_the_clean_form_is_read_again(paragraphs, outlet):
    reading = read_clean(write_clean(Reading(paragraphs, outlet=outlet)))
    assert reading.paragraphs == [(part, " ".join(text.split())) for part, text in paragraphs]
    assert reading.outlet == outlet
