"""The import: each form, each encoding, run again, and what tries to break it; all files are made here."""

import csv
import json
import random
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from studies import HOSTILE
from studies import _article as article_text

from analysis import StudyError, open_study
from analysis.checking.study_check import find_problems
from analysis.codebook.csv_cells import read_csv
from analysis.reading.importing.duplicates import find_duplicates
from analysis.reading.importing.import_account import state_outcome
from analysis.reading.importing.run_import import import_articles
from analysis.reading.importing.web_pages import import_page, read_page
from analysis.site.new_study import make_new_study

TEXT = article_text(1)
BODY = "\n\n".join(TEXT.split("\n\n")[1:])


@pytest.fixture
def new(tmp_path):
    return make_new_study(tmp_path / "study")


@pytest.fixture
def source(tmp_path):
    (tmp_path / "source").mkdir()
    return tmp_path / "source"


def rows_of(study: Path) -> list[dict[str, str]]:
    return [row for _, row in read_csv((study / "data/articles.csv").read_bytes(), file="articles.csv")]


def body_of(study: Path) -> str:
    return open_study(study).articles["text"][0]


@pytest.mark.parametrize(
    ("codec", "said"),
    [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8 with a byte order mark"), ("utf-16", "UTF-16"),
     ("utf-16-le", "UTF-16 without a mark"), ("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman")],
)  # fmt: skip
def test_encodings_are_told_by_content_and_said(new, source, codec, said):
    (source / "a.txt").write_bytes(TEXT.encode(codec))
    outcome = import_articles(source, new)
    assert [found.encoding for found in outcome.read.values()] == [said]
    assert "„Wir haben das Geländer zittern gesehen“" in body_of(new)
    assert any(said in line for line in state_outcome(outcome, command="lesarten import"))


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_line_ends_do_not_matter(new, source, ends):
    (source / "a.txt").write_bytes(TEXT.replace("\n", ends).encode())
    import_articles(source, new)
    assert body_of(new) == TEXT


def test_run_again_nothing_is_doubled_and_nothing_written_by_hand_is_lost(new, source):
    for n in range(3):
        (source / f"bote{n}.txt").write_text(article_text(n), encoding="utf-8")
    assert len(import_articles(source, new).read) == 3
    table = new / "data/articles.csv"
    table.write_text(table.read_text("utf-8-sig").replace("bote0.txt,clean,,", "bote0.txt,clean,,Mein Blatt"), "utf-8")
    (source / "bote3.txt").write_text(article_text(3), encoding="utf-8")
    outcome = import_articles(source, new, pattern="{outlet}{n}.txt")
    assert (len(outcome.read), outcome.known, outcome.filled) == (1, 3, 2)
    assert [row["outlet"] for row in rows_of(new)] == ["Mein Blatt", "bote", "bote", "bote"]
    assert len(open_study(new).articles) == 4


def test_a_source_that_changed_is_told_and_left(new, source):
    (source / "a.txt").write_text(TEXT, encoding="utf-8")
    import_articles(source, new)
    (source / "a.txt").write_text(TEXT.replace("Montag", "Dienstag"), encoding="utf-8")
    outcome = import_articles(source, new)
    assert not outcome.read and "changed since" in outcome.left_out[0][1]
    assert "Montag" in body_of(new)


def test_outlets_are_never_guessed_the_pattern_is_only_named(new, source):
    for name in ("taz1", "taz2", "bild1", "bild2"):
        (source / f"{name}.txt").write_text(article_text(len(name)), encoding="utf-8")
    outcome = import_articles(source, new)
    assert {row["outlet"] for row in rows_of(new)} == {""}
    assert outcome.pattern == "{outlet}{n}.txt"
    assert state_outcome(outcome, command="lesarten import source")[-1].endswith('--pattern "{outlet}{n}.txt"')


def test_pattern_with_date_gives_outlet_and_date(new, source):
    (source / "2024-05-13_Lohe-Bote_bruecke.txt").write_text(TEXT, encoding="utf-8")
    import_articles(source, new, pattern="{date}_{outlet}_{slug}.txt")
    assert (rows_of(new)[0]["outlet"], rows_of(new)[0]["published"]) == ("Lohe-Bote", "2024-05-13")
    articles = open_study(new).articles
    assert articles["outlet_basis"][0] == "given" and str(articles["published"][0].date()) == "2024-05-13"


def test_pattern_that_fits_no_name_names_the_one_that_does(new, source):
    (source / "taz1.txt").write_text(TEXT, encoding="utf-8")
    (source / "taz2.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(StudyError, match=r'no file name fits it; the names suggest "\{outlet\}\{n\}.txt"'):
        import_articles(source, new, pattern="{date}_{outlet}.txt")
    assert not list((new / "articles").iterdir())


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_columns_by_name_and_the_others_kept(new, source, delimiter):
    rows = [["Titel", "Volltext", "Medium", "Datum", "Ressort"],
            ["'=Brücke zu", BODY.replace("\n\n", "\n"), "Lohe-Bote", "13.05.2024", "Politik"]]  # fmt: skip
    frame = pd.DataFrame(rows[1:], columns=rows[0])
    frame.to_csv(source / "a.csv", sep=delimiter, index=False, encoding="utf-8-sig")
    import_articles(source / "a.csv", new)
    articles = open_study(new).articles
    assert articles.loc[0, ["title", "outlet", "Ressort"]].tolist() == ["=Brücke zu", "Lohe-Bote", "Politik"]
    assert open_study(new).groups("Ressort")["group"].tolist() == ["Politik"]
    assert "'=Brücke zu" in (new / "data/articles.csv").read_text("utf-8-sig")  # and defanged again for spreadsheets


@pytest.mark.parametrize("form", ["jsonl", "json", "parquet", "xlsx"])
def test_other_tables(new, source, form):
    table = pd.DataFrame({"headline": ["Brücke zu", "Fähre voll"], "content": [BODY, article_text(2, title=False)],
                          "date": ["2024-05-13", "2024-05-14"], "page": [3, 5]})  # fmt: skip
    path = source / f"a.{form}"
    if form == "jsonl":
        path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in table.to_dict("records")), "utf-8")
    elif form == "json":
        path.write_text(json.dumps(table.to_dict("records")), encoding="utf-8")
    else:
        table.to_parquet(path) if form == "parquet" else table.to_excel(path, index=False)
    outcome = import_articles(source, new)
    assert len(outcome.read) == 2 and [row["page"] for row in rows_of(new)] == ["3", "5"]
    assert open_study(new).articles["title"].tolist() == ["Brücke zu", "Fähre voll"]


def test_columns_may_be_given_and_a_table_without_a_text_says_which_it_has(new, source):
    pd.DataFrame({"A": [BODY], "B": ["Brücke zu"]}).to_csv(source / "a.csv", index=False)
    with pytest.raises(StudyError, match=r"--column text=NAME \(it has A, B\)"):
        import_articles(source / "a.csv", new)
    import_articles(source / "a.csv", new, columns={"text": "A", "title": "B"})
    assert open_study(new).articles["title"][0] == "Brücke zu"


def nexis_document(path: Path) -> None:
    from docx import Document

    document = Document()
    for line in ["Job Number: 1", "Documents (2)", "1. Brücke zu"]:
        document.add_paragraph(line)
    for n, outlet in enumerate(["Lohe-Bote (Lindenhafen)", "Hafenblatt"]):
        for line in ["", f"Brücke zu, Tag {n + 1}", outlet, f"{13 + n}. Mai 2024 Montag", "\nCopyright 2024 Verlag", "",
                     "Section:\u00a0POLITIK; S. 5", "Length:\u00a060 words", "Byline:\u00a0Ute Kern", "Body", "",
                     *article_text(n, title=False).split("\n\n"), "Load-Date:\u00a0May 13, 2024", "\nEnd of Document"]:  # fmt: skip
            document.add_paragraph(line)
    document.save(str(path))


def test_nexis_document_with_two_articles(new, source):
    nexis_document(source / "nexis.docx")
    outcome = import_articles(source, new)
    articles = open_study(new).articles
    assert articles["outlet"].tolist() == ["Lohe-Bote", "Hafenblatt"]
    assert set(articles["outlet_basis"]) == {"stated"}
    assert articles["title"].tolist() == ["Brücke zu, Tag 1", "Brücke zu, Tag 2"]
    assert articles["published"].dt.day.tolist() == [13, 14]
    assert articles.loc[0, ["section", "author", "page"]].tolist() == ["POLITIK", "Ute Kern", "5"]
    assert not articles["text"].str.contains("Load-Date|Copyright|Length").any()
    assert outcome.forms == {"docx": 2}


def test_ris(new, source):
    record = "TY  - NEWS\nTI  - Brücke zu\nJO  - Lohe-Bote\nDA  - 2024/05/13/\nAU  - Kern, Ute\nAB  - {}\nER  - \n"
    empty = "TY  - NEWS\nTI  - Nur ein Titel\nER  - \n"
    (source / "a.ris").write_text(record.format(BODY.replace("\n\n", "\n")) + empty, encoding="utf-8")
    outcome = import_articles(source, new)
    articles = open_study(new).articles
    assert articles.loc[0, ["title", "outlet", "author"]].tolist() == ["Brücke zu", "Lohe-Bote", "Kern, Ute"]
    assert outcome.left_out == [("source/a.ris#2", "no text in it")]


def pdf_document(path: Path, lines: list[str]) -> None:
    """Write a PDF of one page with a text layer, byte by byte: Helvetica, WinAnsi."""
    escaped = [line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in lines]
    text = "BT /F1 11 Tf 14 TL 50 780 Td " + " ".join(f"({line}) Tj T*" for line in escaped) + " ET"
    stream = text.encode("cp1252")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]  # fmt: skip
    out, places = b"%PDF-1.4\n", []
    for n, thing in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (n, thing)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"xref\n0 6\n0000000000 65535 f \n%btrailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(out),
    )
    path.write_bytes(out)


def test_pdf_with_a_text_layer_lines_and_words_are_joined(new, source):
    lines = ["Brücke über die Lohe bleibt zu", "Die Brücke ist seit Montag für den gesamten Verkehr ge-",
             "sperrt, wie das Bauamt der Stadt am Nachmittag in ei-", "ner Mitteilung sagte."]  # fmt: skip
    pdf_document(source / "a.pdf", lines)
    outcome = import_articles(source, new)
    assert "gesamten Verkehr gesperrt, wie das Bauamt der Stadt am Nachmittag in einer Mitteilung sagte." in body_of(
        new
    )
    assert outcome.repairs["words parted at line ends made whole"] == 2
    assert "look whether columns" in next(iter(outcome.read.values())).unsure[0]


PAGE = """<!DOCTYPE html><html><head><title>Brücke zu | Lohe-Bote</title><meta charset="utf-8">
<meta property="og:title" content="Brücke über die Lohe zu"><meta property="og:site_name" content="Lohe-Bote">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Brücke über die Lohe zu",
"datePublished": "2024-05-13T10:00:00+02:00", "author": {{"name": "Ute Kern"}}}}</script></head><body>
<nav><a href="/">Start</a></nav><article><h1>Brücke über die Lohe zu</h1>
<p class="intro">Pendler müssen seit Montag einen Umweg von zwölf Kilometern fahren.</p>
<figure><img src="b.jpg"><figcaption>Die gesperrte Brücke am Montag. Foto: Kern</figcaption></figure>
{paragraphs}<div class="teaser-box"><a href="/x">Lesen Sie auch: Die Fähre ist überfüllt und fährt seltener.</a></div>
<h2>Wie es weitergeht</h2><p>{last}</p>
<h3>Mehr zum Thema</h3><ul><li><a href="/y">Alle Brücken im Land im Überblick</a></li></ul></article>
<footer><p>Lohe-Bote, Verlag Lindenhafen. Alle Rechte sind vorbehalten und bleiben es auch.</p></footer></body></html>"""


def test_web_page_without_teasers_captions_and_boxes(new, source):
    *first, last = BODY.split("\n\n")
    markup = PAGE.format(paragraphs="".join(f"<p>{text}</p>" for text in first), last=last)
    (source / "seite.html").write_text(markup, encoding="utf-8")
    import_articles(source, new)
    article = open_study(new).articles.loc[0]
    assert article[["title", "outlet", "outlet_basis", "author"]].tolist() == [
        "Brücke über die Lohe zu", "Lohe-Bote", "stated", "Ute Kern"]  # fmt: skip
    assert str(article["published"].date()) == "2024-05-13"
    standfirst = "Pendler müssen seit Montag einen Umweg von zwölf Kilometern fahren."
    assert article["text"].split("\n\n") == [article["title"], standfirst, *first, "Wie es weitergeht", last]


@pytest.mark.parametrize("spoil", ["\x01", "\x0c", "\ufffe", "<div>" * 2000, "<p>" * 2000, "<!--", "<![CDATA["])
def test_a_damaged_page_is_read_or_left_out(new, source, spoil):
    *first, last = BODY.split("\n\n")
    markup = PAGE.format(paragraphs="".join(f"<p>{text}{spoil}</p>" for text in first), last=last)
    (source / "seite.html").write_text(markup, encoding="utf-8")
    (source / "a.txt").write_text(TEXT, encoding="utf-8")
    outcome = import_articles(source, new)
    assert all("(" not in reason or "start page" in reason for _, reason in outcome.left_out)
    assert open_study(new).articles["text"].str.contains("seit Montag").all()


def test_start_page_is_left_out_and_told(new, source):
    (source / "start.html").write_text("<html><body>" + '<a href="/a">Brücke zu</a>' * 50, encoding="utf-8")
    (source / "a.txt").write_text(TEXT, encoding="utf-8")
    outcome = import_articles(source, new)
    assert outcome.left_out == [("source/start.html", "no article found on the page (a start page, a paywall?)")]


def test_duplicates_and_near_duplicates_are_told_and_kept(new, source):
    (source / "a.txt").write_text(TEXT, encoding="utf-8")
    (source / "b.txt").write_text(TEXT.upper(), encoding="utf-8")
    (source / "c.txt").write_text(TEXT.replace("Montag", "Dienstag"), encoding="utf-8")
    outcome = import_articles(source, new)
    assert len(outcome.read) == 3
    assert [pair.is_same for pair in outcome.twins] == [True, False, False]


def test_texts_that_only_share_words_are_no_duplicates():
    assert find_duplicates({"a": "Die Brücke ist seit Montag zu, sagte Vogt.", "b": "Vogt: Die Brücke sei zu."}) == []


def write_zip(path: Path, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">' + b"".join(
    b'<!ENTITY l%d "%b">' % (n, b"&l%d;" % (n - 1) * 10 if n else b"&lol;" * 10) for n in range(12)
)


def _truncated_docx(folder):
    nexis_document(folder / "a.docx")
    raw = (folder / "a.docx").read_bytes()
    (folder / "a.docx").write_bytes(raw[: len(raw) // 2])


def _damaged_docx(folder):
    nexis_document(folder / "a.docx")
    raw = bytearray((folder / "a.docx").read_bytes())
    for place in random.Random(3).sample(range(200, len(raw) - 200), 400):
        raw[place] ^= 0xFF
    (folder / "a.docx").write_bytes(bytes(raw))


def _zip_bomb(folder):
    write_zip(folder / "a.docx", {"word/document.xml": b"0" * 60_000_000, "[Content_Types].xml": b""})


def _put_bomb_into(good: Path, bad: str, member: str, element: bytes) -> None:
    """Put a file like a good one beside it, of which one part unfolds into billions of words."""
    with zipfile.ZipFile(good) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    good.unlink()
    members[member] = LAUGHS + b"]><" + element + b">&l11;</" + element + b">"
    write_zip(good.with_name(bad), members)


def _entity_bomb_docx(folder):
    nexis_document(folder / "b.docx")
    _put_bomb_into(folder / "b.docx", "a.docx", "word/document.xml", b"w:document")


def _entity_bomb_xlsx(folder):
    pd.DataFrame({"text": [BODY]}).to_excel(folder / "b.xlsx", index=False)
    _put_bomb_into(folder / "b.xlsx", "a.xlsx", "xl/worksheets/sheet1.xml", b"worksheet")


def _long_line(folder):
    (folder / "a.txt").write_bytes(b"Wort " * 4_000_000)


def _wrong_ending(folder):
    (folder / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)


def _text_called_docx(folder):
    (folder / "a.docx").write_text(TEXT, encoding="utf-8")


def _empty(folder):
    (folder / "a.txt").write_bytes(b"")


def _only_blanks(folder):
    (folder / "a.txt").write_text(" \n\u00a0\n")


def _link_out(folder):
    (folder.parent / "secret.txt").write_text(TEXT, encoding="utf-8")
    (folder / "a.txt").symlink_to(folder.parent / "secret.txt")


def _no_json(folder):
    (folder / "a.jsonl").write_text('{"text": "Ein Satz."}\n{"text": ', encoding="utf-8")


def _deep_json(folder):
    (folder / "a.json").write_text("[" * 200_000, encoding="utf-8")


def _open_quotation_mark(folder):
    (folder / "a.csv").write_text('text,title\n"Ein Satz ohne Ende,x\n', encoding="utf-8")


def _more_cells(folder):
    (folder / "a.csv").write_text("text,title\nEin Satz.,x,y\n", encoding="utf-8")


def _column_twice(folder):
    (folder / "a.csv").write_text("text,text\nEin Satz.,x\n", encoding="utf-8")


def _broken_pdf(folder):
    (folder / "a.pdf").write_bytes(b"%PDF-1.4\n" + b"1 0 obj" * 50)


def _broken_parquet(folder):
    (folder / "a.parquet").write_bytes(b"PAR1" + b"\x00" * 100 + b"PAR1")


def _cyrillic_bytes(folder):
    (folder / "a.txt").write_bytes("Дорога закрыта с понедельника.".encode("koi8-r"))


ATTACKS = {
    _truncated_docx: "a broken file", _damaged_docx: "source/a.docx: ", _zip_bomb: "unpacks to 60 MB",
    _entity_bomb_docx: "not a Word document, or a broken one", _entity_bomb_xlsx: "a broken one",
    _long_line: "more than 10 MB is no file of this form", _wrong_ending: "this is a picture",
    _text_called_docx: "called .docx, but it is not a Word document", _empty: "the file is empty",
    _only_blanks: "no text in it", _link_out: "a link that leads out of the folder", _no_json: "line 2: not valid JSON",
    _deep_json: "too deeply nested", _open_quotation_mark: "cannot be read as CSV", _more_cells: "3 cells, the heading has 2",
    _column_twice: 'column "text" is there twice', _broken_pdf: "a broken PDF", _broken_parquet: "a broken Parquet file",
    _cyrillic_bytes: "its encoding cannot be told",
}  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__.strip("_"))
def test_what_cannot_be_read_is_one_line_and_nothing_is_written(new, source, attack):
    attack(source)
    before = {path: path.read_bytes() for path in new.rglob("*") if path.is_file()}
    with pytest.raises(StudyError) as caught:
        import_articles(source, new)
    assert ATTACKS[attack] in str(caught.value) and "\n" not in str(caught.value)
    assert {path: path.read_bytes() for path in new.rglob("*") if path.is_file()} == before


def test_a_folder_that_holds_the_study_does_not_import_the_study(tmp_path, new):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    outcome = import_articles(tmp_path, new)
    assert [found.source.rpartition("/")[2] for found in outcome.read.values()] == ["a.txt"]
    assert not import_articles(tmp_path, new).read


def test_a_name_cannot_steer_the_terminal(new, source):
    (source / "a\x1b[2Jb\n.txt").write_bytes(b"")
    (source / "c.txt").write_text(TEXT, encoding="utf-8")
    lines = state_outcome(import_articles(source, new), command="lesarten import")
    assert not any("\x1b" in line or "\n" in line for line in lines)


def test_a_sheet_that_claims_a_million_rows_is_read_as_what_it_holds(new, source):
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["text", "title"])
    book.active.append([BODY, "Brücke zu"])
    book.active["XFD1048576"] = None
    book.save(source / "a.xlsx")
    assert len(import_articles(source, new).read) == 1


def test_one_bad_file_among_good_ones_is_left_out_and_told(new, source):
    (source / "a.txt").write_text(TEXT, encoding="utf-8")
    _wrong_ending(source) if (source / "a.txt").rename(source / "b.txt") else None
    outcome = import_articles(source, new)
    assert len(outcome.read) == 1 and outcome.left_out == [("source/a.txt", "this is a picture")]


def test_a_page_that_states_an_unknown_encoding_is_told_as_what_it_is(tmp_path):
    """Nobody can decode it: the NUL bytes are said, not the program's own error."""
    (tmp_path / "a.html").write_bytes(b'<meta charset="quatsch">Das Wetter\x00\x00')
    with pytest.raises(StudyError, match="it holds NUL bytes"):
        import_page(tmp_path / "a.html", shown="a.html")


def test_a_table_that_cannot_be_written_leaves_no_texts_behind(new, source, monkeypatch):
    (source / "a.txt").write_text(TEXT, encoding="utf-8")

    def fail(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("analysis.reading.importing.added_articles.write_article_rows", fail)
    with pytest.raises(OSError):
        import_articles(source, new)
    assert not list((new / "articles").iterdir())


def test_new_study_is_sound_once_it_has_articles_and_says_so_before(tmp_path, source):
    study = make_new_study(tmp_path / "study")
    with pytest.raises(StudyError, match="no articles yet; read them in with `lesarten import FOLDER`"):
        open_study(study).check()
    assert len(list((study / "notebooks").glob("*.ipynb"))) >= 7
    (source / "a.txt").write_text(TEXT, encoding="utf-8")
    import_articles(source, study)
    open_study(study).check()
    assert open_study(study).contrasts == [] and open_study(study).actors.actors == []


def test_new_study_knows_no_event(tmp_path):
    study = make_new_study(tmp_path / "study")
    written = "\n".join(p.read_text("utf-8") for p in study.rglob("*") if p.suffix in (".toml", ".md", ".csv"))
    for word in ("Kasach", "Kazakh", "Tokajew", "Nasarbajew", "Almaty", "Tenge", "OVKS"):
        assert word not in written


def test_new_study_does_not_overwrite(tmp_path):
    (tmp_path / "study").mkdir()
    (tmp_path / "study/thesis.docx").write_text("years of work")
    with pytest.raises(StudyError, match="there is something in it already"):
        make_new_study(tmp_path / "study")


def test_new_study_whose_articles_cannot_be_read_is_not_made(tmp_path, source):
    _wrong_ending(source)
    with pytest.raises(StudyError):
        make_new_study(tmp_path / "study", fill=lambda draft: import_articles(source, draft))
    assert not (tmp_path / "study").exists() and [p.name for p in tmp_path.iterdir()] == ["source"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["import", "nowhere"], "nowhere: there is no such file or folder"),
        (["import", "source", "--column", "txt=Inhalt"], '--column "txt=Inhalt": write one of text=NAME'),
        (["import", "source", "--pattern", "ohne Feld"], '--pattern "ohne Feld": it has no field'),
        (["import", "source", "--pattern", "{outlet"], '--pattern "{outlet": it has no field'),
        (["import", "source", "--study", "source"], "source: no study here"),
        (["new", "study"], "there is something in it already; name a new folder"),
        (["new", "other", "--from", "empty"], "no article could be read (0 left out)"),
    ],
)
def test_bad_commands_are_one_line_and_exit_code_2(tmp_path, new, source, words, said):
    (source / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    place = [] if "--study" in words or words[0] == "new" else ["--study", "study"]
    run = subprocess.run(
        [sys.executable, "-m", "analysis.cli", *words, *place], cwd=tmp_path, capture_output=True, text=True
    )
    assert run.returncode == 2 and run.stdout == ""
    assert said in run.stderr and run.stderr.count("\n") == 1
    assert not (tmp_path / "other").exists() and not list((new / "articles").iterdir())


def test_hostile_strings_in_every_field_stay_text(new, source):
    rows = [
        {"text": BODY, "title": nasty, "outlet": nasty, "section": nasty, nasty[:20] or "x": "y"} for nasty in HOSTILE
    ]
    (source / "a.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    import_articles(source, new)
    study = open_study(new)
    assert not [problem for problem in find_problems(study) if problem.is_error]
    assert len(study.articles) == len(HOSTILE) and study.articles["outlet"][0] == HOSTILE[0]
    assert {path.parent for path in new.rglob("*.txt")} == {new / "articles"}
    for _, row in read_csv((new / "data/articles.csv").read_bytes(), file="x"):
        assert re.fullmatch(r"articles/[a-z0-9_-]+\.txt", row["file"])
    cells = csv.reader((new / "data/articles.csv").read_text("utf-8-sig").splitlines())
    assert not [cell for row in cells for cell in row if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.xfail(
    strict=True, reason="a headline that is a full sentence with its stop cannot be told from a first sentence"
)
def test_a_headline_that_is_a_sentence(new, source):
    (source / "a.txt").write_text(f"Die Brücke ist zu.\n\n{BODY}", encoding="utf-8")
    import_articles(source, new)
    assert open_study(new).articles["title"][0] == "Die Brücke ist zu."


LINE = "Die Brücke ist seit Montag zu, und niemand in der Stadt weiß, warum."
LONGER = "Der Bauhof hat am Abend die Schranken aufgestellt und die Lampen an der Auffahrt angebracht. {}"


def texts_of_page(*markup: str) -> list[str]:
    found = read_page(f"<html><body><article>{''.join(markup)}</article></body></html>", shown="a.html")
    return [text for _, text in found.reading.paragraphs]


def test_a_line_that_stands_twice_on_a_page_is_read_once():
    """Neither copy stands in a longer paragraph: one of them is the article's."""
    assert texts_of_page(f"<p>{LINE}</p>" * 2) == [LINE]


def test_of_a_line_doubled_as_a_box_the_paragraph_is_kept_where_it_stands():
    first, last = LONGER.format("Das dauerte lang."), LONGER.format("Dann ging er heim.")
    texts = texts_of_page(f"<p>{first}</p><blockquote>„{LINE}“</blockquote><p>{last}</p><p>{LINE}</p>")
    assert texts == [first, last, LINE]


def test_a_line_pulled_out_of_a_longer_paragraph_goes_and_the_paragraph_stays():
    first, last = LONGER.format(LINE), LONGER.format("Dann ging er heim.")
    assert texts_of_page(f"<p>{first}</p><blockquote>„{LINE}“</blockquote><p>{last}</p>") == [first, last]
