"""Where the numbers of reading lie, on both sides of each, counted by hand."""

import zipfile
from collections import Counter
from functools import partial
from pathlib import PurePosixPath
from types import SimpleNamespace

import pytest
from lxml.html import document_fromstring
from openpyxl import Workbook
from pypdf import PdfWriter

from analysis.codebook.encodings import decode
from analysis.errors import StudyError
from analysis.reading.articles import read_for_key
from analysis.reading.clean_form import Reading
from analysis.reading.credits import take_credits
from analysis.reading.file_readers import read_plain
from analysis.reading.importing import page_body
from analysis.reading.importing.duplicates import _runs, find_duplicates
from analysis.reading.importing.file_guards import check_zip, cut_message, list_files
from analysis.reading.importing.file_name_patterns import suggest_pattern
from analysis.reading.importing.import_account import state_outcome
from analysis.reading.importing.import_outcome import Outcome
from analysis.reading.importing.imported_article import ImportedArticle
from analysis.reading.importing.page_blocks import Block, clear, list_blocks, plain, widen
from analysis.reading.importing.page_body import _hold_against_second_reading, _is_lead, _is_pulled
from analysis.reading.importing.page_facts import Facts
from analysis.reading.importing.plain_files import _pdf_pages, import_text
from analysis.reading.importing.run_import import _why_left_out
from analysis.reading.importing.table_files import import_csv, import_excel, import_parquet
from analysis.reading.importing.web_pages import import_page, read_page
from analysis.reading.paragraph_layout import is_heading, part_paragraphs


@pytest.mark.parametrize(("letters", "found"), [(70, True), (90, False)])
def test_a_heading_has_eighty_characters_at_most(letters, found):
    assert is_heading("x" * letters) is found


@pytest.mark.parametrize(("letters", "part"), [(150, "title"), (170, "body")])
def test_a_title_has_160_characters_at_most(letters, part):
    text = ("Wort " * 60)[:letters].strip()
    assert read_plain(f"{text}\n\n{'Es regnet. ' * 30}").paragraphs[0][0] == part


def lines(width: int, *, stopped: int, of: int = 10) -> str:
    """Write lines of so many characters, of which the first few end with a stop."""
    return "\n".join(f"{'wort ' * (width // 5 - 1)}wor{'.' if n < stopped else 't'}" for n in range(of))


@pytest.mark.parametrize(("width", "paragraphs"), [(110, 1), (140, 10)])
def test_lines_of_more_than_120_characters_are_paragraphs(width, paragraphs):
    assert len(part_paragraphs(lines(width, stopped=0), Counter())) == paragraphs


@pytest.mark.parametrize(("stopped", "paragraphs"), [(4, 1), (6, 11)])
def test_lines_of_which_half_end_with_a_stop_are_paragraphs(stopped, paragraphs):
    """Of ten lines before the last, four or six."""
    assert len(part_paragraphs(lines(60, stopped=stopped, of=11), Counter())) == paragraphs


@pytest.mark.parametrize(("last", "paragraphs"), [(40, 2), (50, 1)])
def test_a_paragraph_ends_with_a_line_that_is_three_quarters_full(last, paragraphs):
    """Lines of sixty characters, one of forty (two thirds) or fifty (five sixths) that ends with a stop."""
    text = "\n".join([lines(60, stopped=0, of=3), "x" * (last - 1) + ".", lines(60, stopped=0, of=3)])
    assert len(part_paragraphs(text, Counter())) == paragraphs


@pytest.mark.parametrize(("controls", "is_text"), [(3, True), (5, False)])
def test_bytes_with_two_control_characters_in_a_hundred_are_no_text(controls, is_text):
    raw = b"\x01" * controls + b"x" * (200 - controls)  # 1.5 or 2.5 per cent
    if is_text:
        assert decode(raw, file="a.txt").encoding == "UTF-8"
    else:
        with pytest.raises(StudyError, match="control characters"):
            decode(raw, file="a.txt")


@pytest.mark.parametrize(("umlauts", "is_read"), [(6, True), (4, False)])
def test_half_of_the_characters_above_127_make_sense_in_german(umlauts, is_read):
    """Six or four umlauts of ten, each behind a letter; the others are bytes that stand alone."""
    raw = b"w\xf6rter " * umlauts + b"7\xdd7 " * (10 - umlauts)
    if is_read:
        assert decode(raw, file="a.txt").encoding == "Windows-1252"
    else:
        with pytest.raises(StudyError, match="cannot be told"):
            decode(raw, file="a.txt")


@pytest.mark.parametrize(("common", "pairs"), [(70, 1), (50, 0)])
def test_texts_that_share_three_fifths_of_their_runs_are_nearly_one(common, pairs):
    """Of 104 words 74 (54) are the same from the first on: 70 (50) of 100 runs of five words."""
    one, other = ([f"w{n}" if n < common + 4 else f"{side}{n}" for n in range(104)] for side in "ab")
    assert len(find_duplicates({"a": " ".join(one), "b": " ".join(other)})) == pairs


@pytest.mark.parametrize(("every", "pairs"), [(9, 0), (17, 1)])
def test_runs_have_five_words(every, pairs):
    """Every ninth (17th) word is another one: five of nine (13 of 17) runs of five words hold, 56 (76) per cent."""
    one, other = ([f"{side}{n}" if n % every == 0 else f"w{n}" for n in range(153)] for side in "ab")
    assert len(find_duplicates({"a": " ".join(one), "b": " ".join(other)})) == pairs


@pytest.mark.parametrize(("others", "pairs"), [(20, True), (40, False)])
def test_a_run_that_more_than_thirty_texts_have_says_nothing(others, pairs):
    """All share ten words and have three of their own."""
    words = [f"w{n}" for n in range(10)]
    texts = {f"t{n}": " ".join([*words, *(f"x{n}y{k}" for k in range(3))]) for n in range(others)}
    assert bool(find_duplicates(texts)) is pairs


@pytest.mark.parametrize(("strangers", "pattern"), [(2, "{outlet}{n}.txt"), (4, "")])
def test_four_fifths_of_the_names_fit_a_pattern(strangers, pattern):
    """Nine of eleven (thirteen)."""
    names = [f"taz{n}.txt" for n in range(9)] + [f"--{n}--.txt" for n in range(strangers)]
    assert suggest_pattern(names)[0] == pattern


@pytest.mark.parametrize(("outlets", "pattern"), [(6, "{outlet}{n}.txt"), (8, "")])
def test_outlets_come_again_in_three_tenths_of_the_files(outlets, pattern):
    """Ten files of six (eight) outlets."""
    assert suggest_pattern([f"{'abcdefgh'[n % outlets] * 4}{n}.txt" for n in range(10)])[0] == pattern


def test_one_run_in_four_is_kept_of_a_long_text():
    """Of a thousand runs of five words, between two and three hundred."""
    assert 200 < len(_runs([f"w{n}" for n in range(1004)])) < 300


@pytest.mark.parametrize(("places", "is_credit"), [(30, True), (60, False)])
def test_the_place_of_a_dateline_has_forty_characters_at_most(places, is_credit):
    """Behind the first letter: 29 or 59."""
    _, agencies, _ = take_credits([("body", f"{'L' * places} (dpa) - Die Brücke ist zu.")])
    assert bool(agencies) is is_credit


class Sized:
    """A file that says how large it is, and holds next to nothing."""

    def __init__(self, *, megabytes: int, content: bytes) -> None:
        self.st_size, self.content = megabytes * 1_000_000, content

    def stat(self) -> "Sized":
        return self

    def is_file(self) -> bool:
        return True

    def read_bytes(self) -> bytes:
        return self.content


@pytest.mark.parametrize(("megabytes", "is_read"), [(9, True), (11, False)])
def test_the_file_of_an_article_has_ten_megabytes_at_most(megabytes, is_read):
    assert bool(read_for_key(Sized(megabytes=megabytes, content=b"x"))) is is_read


PAGE = f"<html><body><article><p>{'Die Brücke ist seit Montag zu. ' * 5}</p></article></body></html>".encode()


@pytest.mark.parametrize(
    ("reader", "content", "megabytes"),
    [(import_text, b"Es regnet.", 10), (import_page, PAGE, 10), (partial(import_csv, given={}), b"text\nEs regnet.\n", 300)],
    ids=["text", "page", "table"],
)  # fmt: skip
def test_a_larger_file_is_not_opened(monkeypatch, reader, content, megabytes):
    """A text and a page have ten megabytes at most, a table of many articles three hundred."""
    monkeypatch.setattr(page_body, "_second_reading", lambda markup: "")
    assert len(reader(Sized(megabytes=megabytes * 9 // 10, content=content), shown="a")) == 1
    with pytest.raises(StudyError, match="is no file of this form"):
        reader(Sized(megabytes=megabytes * 11 // 10, content=content), shown="a")


@pytest.mark.parametrize(
    ("unpacked", "packed", "is_opened"),
    [
        (400_000_000, 100_000_000, True),
        (600_000_000, 100_000_000, False),
        (30_000_000, 200_000, True),  # 150 times
        (30_000_000, 100_000, False),  # 300 times
    ],
)
def test_a_zip_unpacks_to_500_megabytes_and_two_hundred_times_its_size(tmp_path, unpacked, packed, is_opened):
    """The zip says so of itself, and holds one letter."""
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr("word/document.xml", "x")
        archive.infolist()[0].file_size, archive.infolist()[0].compress_size = unpacked, packed
    if is_opened:
        assert check_zip(tmp_path / "a.docx", shown="a.docx") == ["word/document.xml"]
    else:
        with pytest.raises(StudyError, match="unpacks to"):
            check_zip(tmp_path / "a.docx", shown="a.docx")


class Folder(PurePosixPath):
    """A folder with as many files as its name says, none of them on the disk."""

    def is_file(self) -> bool:
        return self.suffix == ".txt"

    def is_dir(self) -> bool:
        return not self.is_file()

    def resolve(self) -> "Folder":
        return self

    def rglob(self, _: str) -> list["Folder"]:
        return [self / "a.txt"] * int(self.name)


def test_a_folder_has_20_000_files_at_most():
    assert len(list_files(Folder("12000"))[0]) == 12_000
    with pytest.raises(StudyError, match="import a smaller folder"):
        list_files(Folder("21000"))


@pytest.mark.parametrize(("words", "is_left_out"), [(150_000, False), (250_000, True)])
def test_an_article_has_200_000_words_at_most(words, is_left_out):
    found = ImportedArticle("a.txt", Reading([("body", "ja " * words)]))
    assert bool(_why_left_out(found)) is is_left_out


@pytest.mark.parametrize(("letters", "is_cut"), [(50, False), (70, True)])
def test_a_message_shows_sixty_characters_of_a_text(letters, is_cut):
    assert cut_message("x" * letters).endswith("…") is is_cut


@pytest.mark.parametrize(("files", "more"), [(15, []), (25, ["  … and 5 more"])])
def test_an_account_lists_twenty_rows(files, more):
    account = state_outcome(Outcome(left_out=[(f"{n}.txt", "empty") for n in range(files)]), command="lesarten import")
    assert [line for line in account if "more" in line] == more


@pytest.mark.parametrize(("letters", "is_kept"), [(250, True), (350, False)])
def test_a_cell_of_the_user_has_three_hundred_characters_at_most(letters, is_kept):
    table = f"text,Ressort\nEs regnet.,{'x' * letters}\n".encode()
    (found,) = import_csv(Sized(megabytes=1, content=table), shown="a.csv", given={})
    assert ("Ressort" in found.extra) is is_kept


@pytest.mark.parametrize(
    ("rows", "gigabytes", "said"),
    [(150_000, 1.5, ""), (250_000, 1.5, "250,000 rows"), (150_000, 2.5, "unpacks to more than 2 GB")],
)
def test_a_parquet_file_has_200_000_rows_and_two_gigabytes_at_most(monkeypatch, rows, gigabytes, said):
    """The file says so of itself, and holds one row."""
    group = SimpleNamespace(total_byte_size=int(gigabytes * 1e9))
    metadata = SimpleNamespace(num_rows=rows, num_row_groups=1, row_group=lambda n: group)
    table = SimpleNamespace(to_pylist=lambda: [{"text": "Es regnet."}])
    monkeypatch.setattr("pyarrow.parquet.ParquetFile",
                        lambda *args, **options: SimpleNamespace(metadata=metadata, read=lambda **options: table))  # fmt: skip
    file = Sized(megabytes=1, content=b"x")
    if said:
        with pytest.raises(StudyError, match=said):
            import_parquet(file, shown="a.parquet", given={})
    else:
        assert len(import_parquet(file, shown="a.parquet", given={})) == 1


@pytest.mark.parametrize(("column", "is_read"), [(150, True), (250, False)])
def test_a_sheet_has_two_hundred_columns_at_most(tmp_path, column, is_read):
    book = Workbook()
    for row in ("text", "Es regnet."):
        book.active.append([*(f"{row[:2]}{n}" for n in range(column - 1)), row])
    book.save(tmp_path / "a.xlsx")
    if is_read:
        assert import_excel(tmp_path / "a.xlsx", shown="a.xlsx", given={})[0].text == "Es regnet."
    else:
        with pytest.raises(StudyError, match="no column is known to hold the text"):
            import_excel(tmp_path / "a.xlsx", shown="a.xlsx", given={})


@pytest.mark.parametrize(("pages", "is_opened"), [(150, True), (250, False)])
def test_a_pdf_has_two_hundred_pages_at_most(tmp_path, pages, is_opened):
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=10, height=10)
    writer.write(tmp_path / "a.pdf")
    if is_opened:
        assert len(_pdf_pages(tmp_path / "a.pdf", "a.pdf")) == pages
    else:
        with pytest.raises(StudyError, match="250 pages"):
            _pdf_pages(tmp_path / "a.pdf", "a.pdf")


def sentence(letters: int, *, first: str = "x") -> str:
    """Write a line of so many characters that ends with a stop."""
    return f"{first}{'x' * (letters - 2)}."


def block(letters: int, *, linked: float = 0.0) -> Block:
    return Block(None, "p", sentence(letters), linked)


@pytest.mark.parametrize(
    ("letters", "linked", "is_good"), [(50, 0, False), (70, 0, True), (70, 0.4, True), (70, 0.6, False)]
)
def test_a_paragraph_of_an_article_has_sixty_characters_and_half_of_them_in_links_at_most(letters, linked, is_good):
    assert block(letters, linked=linked).is_good is is_good


@pytest.mark.parametrize(("shared", "is_kept"), [(1, False), (2, True)])
def test_a_box_that_holds_two_paragraphs_of_the_article_is_kept(shared, is_kept):
    texts = [sentence(90, first=letter) for letter in "ab"]
    tree = document_fromstring(f"<div class='teaser'>{''.join(f'<p>{text}</p>' for text in texts)}</div>")
    clear(tree, Counter(), plain("".join(texts[:shared])))
    assert bool(tree.findall(".//p")) is is_kept


@pytest.mark.parametrize(("inside", "tag"), [(920, "div"), (850, "body")])
def test_a_container_holds_nine_tenths_of_what_both_readings_have(inside, tag):
    """Of a thousand characters, 920 (850) in the first of two boxes."""
    texts = [sentence(inside, first="a"), sentence(1000 - inside, first="b")]
    tree = document_fromstring(f"<body>{''.join(f'<div><p>{text}</p></div>' for text in texts)}</body>")
    assert widen(tree.find(".//div"), list_blocks(tree), plain("".join(texts))).tag == tag


def body_of_page(monkeypatch, *columns: list[str]) -> page_body.Body:
    """Read a page of some columns, each eight boxes deep; the second reading finds the first of them."""
    monkeypatch.setattr(page_body, "_second_reading", lambda markup: "\n".join(columns[0]))
    parts = ("<div>" * 8 + "".join(f"<p>{text}</p>" for text in column) + "</div>" * 8 for column in columns)
    return page_body.find_body(document_fromstring(f"<body>{''.join(parts)}</body>"), "", Facts())


@pytest.mark.parametrize(("inside", "is_sure"), [(700, True), (550, False)])
def test_an_article_has_three_fifths_of_the_good_text_of_a_page(monkeypatch, inside, is_sure):
    body = body_of_page(monkeypatch, [sentence(inside, first="a")], [sentence(1000 - inside, first="b")])
    assert any("lies outside" in text for text in body.unsure) is not is_sure


@pytest.mark.parametrize(("lines", "is_read"), [(4000, True), (6000, False)])
def test_a_page_has_5000_blocks_at_most(monkeypatch, lines, is_read):
    assert bool(body_of_page(monkeypatch, [sentence(90)], ["x"] * (lines - 1)).paragraphs) is is_read


@pytest.mark.parametrize(
    ("shared", "is_sure", "is_own"), [(90, True, True), (80, False, True), (60, False, True), (40, False, False)]
)
def test_two_readings_agree_on_85_in_a_hundred_words_and_one_with_half_of_them_has_failed(shared, is_sure, is_own):
    """Of a hundred words each; those of the second reading are longer."""
    own, other = [f"w{n}" for n in range(100)], [f"w{n}" if n < shared else f"other{n}" for n in range(100)]
    body = _hold_against_second_reading(page_body.Body([("body", " ".join(own))]), " ".join(other), Facts())
    assert (not body.unsure, body.text == " ".join(own)) == (is_sure, is_own)


@pytest.mark.parametrize(("letters", "is_lead"), [(30, False), (50, True)])
def test_a_standfirst_has_forty_characters(letters, is_lead):
    assert _is_lead(block(letters), Facts()) is is_lead


@pytest.mark.parametrize(("letters", "is_pulled"), [(150, True), (250, False)])
def test_a_quotation_pulled_out_has_fewer_than_two_hundred_characters(letters, is_pulled):
    assert _is_pulled(block(letters), [sentence(letters), f"Er sagte: {sentence(letters)}"]) is is_pulled


@pytest.mark.parametrize(("sentences", "is_told"), [(6, True), (10, False)])
def test_a_page_with_fewer_than_eighty_words_is_told(monkeypatch, sentences, is_told):
    """Sentences of ten words, each with a number of its own."""
    lines = [f"Die Brücke Nummer {n} ist seit Montag zu und leer heute." for n in range(sentences)]
    monkeypatch.setattr(page_body, "_second_reading", lambda markup: " ".join(lines))
    found = read_page(f"<html><body><article><p>{' '.join(lines)}</p></article></body></html>", shown="a.html")
    assert any("words of article found" in text for text in found.unsure) is is_told
