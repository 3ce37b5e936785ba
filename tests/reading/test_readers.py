"""Readers: each messy form, on small made-up texts; the five articles themselves are in test_seeds.py."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from analysis.reading.file_readers import READERS, lay_out, read_dated, read_fused, read_plain, read_taz

TAZ = """| # taz.de -- Lage in Musterland: Mehr als 4.400 Fälle | |
| > Die Lage bleibt unklar. Der Präsident sorgt | |
| > für Streit. | |
| Bild: Menschen auf einem Platz | |
| Musterstadt dpa/afp | Am Montag sagte der Präsident, es gebe keinen Grund | |
| zur „Sorge um das | |
| Land“. Vor [1][allem sein Befehl gegen | |
| Demonstranten] sorgte für Entsetzen. | |
| Ein neuer Absatz beginnt hier, weil die Zeile davor noch Platz gehabt hätte. | |
| ## Noch mehr | |
| So endet es. | |
| 8 Jan 2022 | |
| ## LINKS | |
| [1] /Beispiel/!1 | |
| ## TAGS | |
| Musterland | |
| ## ARTIKEL ZUM THEMA | |
| Ein Teaser, der nicht dazugehört. | |
"""


def test_plain_headings_are_short_and_have_no_final_stop():
    reading = read_plain("Es war ruhig.\n\nUnmut über Gaspreise\n\nEr sagte: „Nein.“\n\nWer war es?")
    assert [part for part, _ in reading.paragraphs] == ["body", "heading", "body", "body"]
    assert reading.repairs["headings recognised"] == 1


def test_plain_long_paragraph_without_stop_is_no_heading():
    assert read_plain("Wort " * 30).paragraphs[0][0] == "body"


def test_plain_line_break_inside_a_paragraph_is_a_space():
    reading = read_plain("Es war\nruhig.\r\n\r\nDann nicht.")
    assert [text for _, text in reading.paragraphs] == ["Es war ruhig.", "Dann nicht."]
    assert reading.repairs["line breaks undone"] == 1


def test_plain_text_becomes_nfc():
    reading = read_plain(unicodedata.normalize("NFD", "Präsident in München."))
    assert reading.paragraphs[0][1] == "Präsident in München."
    assert reading.repairs["characters composed (NFC)"] == 2  # ä and ü


def test_plain_odd_spaces_are_counted():
    reading = read_plain("Es\u00a0war  so.")  # a no-break space and a double space
    assert reading.paragraphs[0][1] == "Es war so."
    assert reading.repairs["odd spaces made one space"] == 2


def test_dated_header_is_metadata():
    reading = read_dated(" date 2022-01 Angesichts der Lage.\n\nZwei.")
    assert reading.published == "2022-01"
    assert reading.paragraphs == [("body", "Angesichts der Lage."), ("body", "Zwei.")]


def test_dated_without_header_reads_as_plain():
    assert read_dated("Ohne Kopf. Am date 2022-01 war es so.").published == ""


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Sie halfen.In der Nacht.", 2),
        ("Er war Chef („Komitee“) gewesen.Tokajew sprach.", 2),
        ("dem Portal Vlast.kz zufolge", 1),
        ("z.B. am 8.Januar und 20.000 Menschen", 1),
        ("Was?Das!Nein.", 3),
    ],
)
def test_fused_parts_a_stop_glued_to_a_capital(text, pieces):
    reading = read_fused(text)
    assert len(reading.paragraphs) == pieces
    assert reading.repairs["fused paragraphs parted"] == pieces - 1
    assert "".join(piece for _, piece in reading.paragraphs) == text  # not a character is lost


def test_taz_parts_are_what_they_are():
    reading = read_taz(TAZ)
    assert [part for part, _ in reading.paragraphs] == [
        "title", "standfirst", "caption", "body", "body", "heading", "body",
    ]  # fmt: skip
    assert reading.outlet == "taz"
    assert reading.title == "Lage in Musterland: Mehr als 4.400 Fälle"
    assert reading.agencies == "dpa;afp"
    assert reading.published == "2022-01-08"


def test_taz_quotation_and_link_run_on_across_lines():
    body = read_taz(TAZ).paragraphs[3][1]
    assert body.startswith("Am Montag sagte")
    assert "„Sorge um das Land“" in body
    assert "Vor allem sein Befehl gegen Demonstranten sorgte" in body


def test_taz_leaves_links_tags_and_teasers_out_and_counts_them():
    reading = read_taz(TAZ)
    text = lay_out(reading)[0]
    assert "Teaser" not in text and "Beispiel" not in text and "8 Jan" not in text
    assert reading.repairs["lines of links, tags and teasers left out"] == 6
    assert reading.repairs["link marks undone"] == 1
    assert reading.repairs["agency credits taken off"] == 1


def test_an_article_mended_on_a_mac_is_composed_and_that_is_counted():
    reading = READERS["clean"](unicodedata.normalize("NFD", "# Öl\n\nDie Lage über Köln."))
    assert reading.title == "Öl" and reading.repairs["characters composed (NFC)"] == 3  # Ö, ü and ö


@settings(deadline=None)
@given(st.text(max_size=400), st.sampled_from(sorted(READERS)))
@example("\uf900", "clean")  # one character that NFC writes as another
def test_no_reader_raises_and_every_part_is_where_it_says(raw, name):
    reading = READERS[name](raw)
    text, spans = lay_out(reading)
    assert [text[start:end] for _, start, end in spans] == [piece for _, piece in reading.paragraphs]
    assert unicodedata.is_normalized("NFC", text)
