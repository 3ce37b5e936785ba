"""The five articles' own facts, counted by reading the files."""

import hashlib

import pytest

# Counted by hand in the files: paragraphs by part, and sentences (title, headings and caption each count as one).
PARTS = {
    "000": {"body": 9, "heading": 3},
    "001": {"body": 13},
    "002": {"body": 7},
    "003": {"title": 1, "standfirst": 1, "caption": 1, "heading": 4, "body": 13},
    "004": {"body": 13},
}
SENTENCES = {"000": 36, "001": 49, "002": 32, "003": 54, "004": 31}
SHA256 = {
    "000": "dfe56fc2954b51364760c57543223d6c3c0517689f3ce1bbe3ee340044bc8bbc",
    "001": "2319aa09d70a8213a033f321453b16bc07c829876008d56e97a61e4dba0e7405",
    "002": "7ff9629735b3fd07fbf01693697cdfa84bc02dbc1b17cf48493b7aa479f661d9",
    "003": "ee561a4c9354da6a400fc319e6f1af0798cec54a00632878013a7018ab91bc0c",
    "004": "df1b1182f88f064aa91d6b1b742f13388045638e3ac88c0556e32c03f445ebb3",
}


def _text(study, article_id):
    return study.articles.set_index("article_id").at[article_id, "text"]


def test_seeds_are_byte_for_byte_as_they_came(root):
    files = sorted((root / "seeds").glob("*.txt"))
    assert {f.name[:3]: hashlib.sha256(f.read_bytes()).hexdigest() for f in files} == SHA256


def test_table_names_the_bytes(study):
    assert dict(zip(study.articles["article_id"], study.articles["sha256"], strict=True)) == SHA256


@pytest.mark.parametrize("article_id", PARTS)
def test_paragraphs(study, article_id):
    paragraphs = study.paragraphs[study.paragraphs["article_id"] == article_id]
    assert paragraphs["part"].value_counts().to_dict() == PARTS[article_id]


@pytest.mark.parametrize("article_id", SENTENCES)
def test_sentences(study, article_id):
    assert (study.sentences["article_id"] == article_id).sum() == SENTENCES[article_id]


def test_only_the_taz_is_named(study):
    assert study.articles["outlet"].tolist() == ["", "", "", "taz", ""]
    assert study.articles["outlet_basis"].tolist() == ["unknown", "unknown", "unknown", "stated", "unknown"]


def test_dates_are_no_more_exact_than_the_files(study):
    assert study.articles["published_precision"].tolist() == ["unknown", "unknown", "month", "day", "month"]
    assert study.articles["published"].isna().tolist() == [True, True, False, False, False]
    assert str(study.articles["published"][3].date()) == "2022-01-08"


def test_taz_facts(study):
    taz = study.articles.set_index("article_id").loc["003"]
    assert taz["title"] == "Unruhen in Kasachstan: Mehr als 4.400 Festnahmen"
    assert taz["agencies"] == "dpa;rtr;afp"
    assert "Vor allem sein Schießbefehl gegen Demonstranten sorgte" in taz["text"]  # a link over a line break
    assert "Militärbündnis OVKS hatte am Donnerstag" in taz["text"]
    assert "„in Richtung einer Stabilisierung entwickelt“" in taz["text"]  # a quotation over a line break
    for left_out in ("Feuer frei", "TAGS", "|", "[1]", "8 Jan 2022", "dpa/rtr"):
        assert left_out not in taz["text"]


def test_fused_article_has_six_lost_breaks_mended(study):
    repairs = study.repairs.set_index(["article_id", "repair"])["n"]
    assert repairs["002", "fused paragraphs parted"] == 6
    text = _text(study, "002")
    assert "unterstützen.\n\nIn der Nacht" in text
    assert text.startswith("Tokajew habe Putin")
    assert "Vlast.kz zufolge" in text


def test_header_is_not_text(study):
    assert _text(study, "004").startswith("Angesichts beispielloser Unruhen")
    assert not any("2022-01" in text for text in study.articles["text"])


def test_repairs_of_the_taz_page_are_counted(study):
    repairs = study.repairs[study.repairs["article_id"] == "003"].set_index("repair")["n"].to_dict()
    assert repairs["link marks undone"] == 2
    assert repairs["agency credits taken off"] == 1
    assert repairs["table bars taken off"] == 131  # every line of the file


@pytest.mark.parametrize(
    ("article_id", "form", "n"),
    # counted in the files with the eye, not with the program
    [("001", "Terroristen", 3), ("002", "Friedenssoldaten", 1), ("003", "Friedenstruppen", 2), ("003", "Terroristen", 1),
     ("004", "Tojakew", 1), ("004", "Terrorgruppen", 1), ("000", "Anti-Terror-Einsätze", 1), ("000", "Demonstranten", 2)],
)  # fmt: skip
def test_words_stand_where_they_stand(study, article_id, form, n):
    tokens = study.tokens[study.tokens["article_id"] == article_id]
    assert (tokens["form"] == form).sum() == n


@pytest.mark.parametrize(
    ("article_id", "words"),
    [("001", "Terroristen"), ("002", "Terroristen"), ("002", "Banditen"), ("003", "Friedenstruppen"),
     ("003", "rüpelhaft"), ("004", "Terrorgruppen"), ("004", "randalieren"), ("004", "Ausland")],
)  # fmt: skip
def test_words_in_quotation_marks_are_not_the_outlets_own(study, article_id, words):
    tokens = study.tokens[(study.tokens["article_id"] == article_id) & (study.tokens["form"] == words)]
    assert set(tokens["voice"]) <= {"direct", "distanced"}


def _voice(study, article_id, excerpt):
    start = _text(study, article_id).index(excerpt)
    tokens = study.tokens[study.tokens["article_id"] == article_id]
    inside = tokens[(tokens["start"] >= start) & (tokens["end"] <= start + len(excerpt))]
    assert len(inside)
    return set(inside["voice"])


def test_quotation_that_opens_wrongly_is_found_and_ends_where_it_ends(study):
    assert _voice(study, "001", "Das Recht auf friedliche Versammlung muss immer respektiert werden") == {"direct"}
    assert "direct" not in _voice(study, "001", "Wegen des Konflikts stoppt Deutschland Exporte von Rüstungsgütern")


def test_quotation_without_opening_mark_does_not_flip_what_follows(study):
    assert "direct" not in _voice(study, "004", "Größere Proteste im autoritär regierten Kasachstan sind selten")
    assert _voice(study, "004", "Führer der Nation") == {"distanced"}  # in marks, and nobody is said to say it
    assert "direct" not in _voice(study, "004", "nach wie vor")


def test_every_annotation_is_its_words(study):
    texts = study.articles.set_index("article_id")["text"]
    for row in study.tokens.itertuples(index=False):
        assert texts[row.article_id][row.start : row.end] == row.form
    for row in study.quotes.itertuples(index=False):
        assert texts[row.article_id][row.start : row.end] == row.text
