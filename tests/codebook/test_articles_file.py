"""`articles.csv`, its dates and its encodings: what spreadsheets and people make of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import StudyError
from analysis.codebook.articles_file import read_article_rows, write_article_rows
from analysis.codebook.csv_cells import defang, refang
from analysis.codebook.dates import read_date
from analysis.codebook.encodings import decode


def write(folder, text, encoding="utf-8"):
    path = folder / "articles.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_columns_of_ones_own_are_kept_and_an_outlet_is_given(tmp_path):
    path = write(tmp_path, "file,outlet,Ressort,page\na.txt,Bote,Politik,3\nb.txt,,,\n")
    first, second = read_article_rows(path, shown="data/articles.csv")
    assert (first.reader, first.outlet_basis, first.extra) == ("plain", "given", {"Ressort": "Politik", "page": "3"})
    assert (second.outlet_basis, second.extra) == ("unknown", {"Ressort": "", "page": ""})
    assert second.place() == {"file": "data/articles.csv", "line": 3}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_whatever_a_spreadsheet_saves_is_read(tmp_path, encoding, delimiter):
    path = write(tmp_path, "file,outlet\na.txt,Münchner Bote\n".replace(",", delimiter), encoding)
    assert read_article_rows(path, shown="x")[0].outlet == "Münchner Bote"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("datei,outlet\na.txt,Bote\n", 'data/articles.csv, line 1: there is no column "file"'),
        ("file,publised\na.txt,2024-05-13\n", 'line 1: unknown key "publised"; did you mean "published"?'),
        ("file,text\na.txt,x\n", 'line 1: "text" is a column that Lesarten makes'),
        ("file,2nd\na.txt,x\n", 'line 1: "2nd" cannot be a column\'s name'),
        ("file,reader\na.txt,plain\nb.txt,plan\n", 'line 3: unknown reader "plan"; did you mean "plain"?'),
        ('file,title\n"a\nb.txt",x\n,y\n', 'line 4: the row has no "file"'),
        ("file,outlet,outlet\na.txt,x,y\n", 'line 1: column "outlet" is there twice'),
        ("", "the file is empty"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path, text, said):
    with pytest.raises(StudyError) as caught:
        read_article_rows(write(tmp_path, text), shown="data/articles.csv")
    assert said in str(caught.value)


@given(st.text(max_size=60).filter(lambda cell: "\x00" not in cell))
def test_a_cell_comes_back_as_it_was_and_never_begins_a_formula(cell):
    assert refang(defang(cell)) == cell
    assert not defang(cell).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_written_rows_are_read_again(tmp_path):
    rows = [{"file": "a.txt", "reader": "clean", "outlet": "=Bote", "title": 'Er sagte: "Nein", dann; ja', "camp": "x"},
            {"file": "b.txt", "reader": "clean", "outlet": "", "title": "-5 Grad", "camp": ""}]  # fmt: skip
    write_article_rows(tmp_path / "articles.csv", rows)
    back = read_article_rows(tmp_path / "articles.csv", shown="x")
    assert [(e.outlet, e.title, e.extra) for e in back] == [
        ("=Bote", 'Er sagte: "Nein", dann; ja', {"camp": "x"}), ("", "-5 Grad", {"camp": ""})]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "read"),
    [("2022-01-08", "2022-01-08"), ("2022-01", "2022-01"), ("08.01.2022", "2022-01-08"), ("8.1.22", "2022-01-08"),
     ("8. Januar 2022", "2022-01-08"), ("Samstag, 8. Jänner 2022, 14.30 Uhr", "2022-01-08"), ("Mai 2022", "2022-05"),
     ("July 1, 2019 Monday 9:20 AM GMT", "2019-07-01"), ("2022-01-08T23:59:00+01:00", "2022-01-08"),
     ("01.02.99", "1999-02-01")],
)  # fmt: skip
def test_dates_as_people_write_them(written, read):
    assert read_date(written) == read


@pytest.mark.parametrize(
    ("written", "said"),
    [("2022-13-08", "there is no month 13"), ("30.02.2022", "February 2022 has no day 30"), ("2022", "only a year"),
     ("01/08/2022", "can be read in two ways"), ("gestern", "is no date; write"), ("0222-01-08", "the year is 222")],
)  # fmt: skip
def test_dates_that_are_none_are_said_in_words(written, said):
    with pytest.raises(ValueError, match=said):
        read_date(written)


def test_a_file_cut_inside_a_character_is_read_and_the_byte_counted():
    decoded = decode("Große Straße, schöne Brücken: Äpfel, Öl, Übung, Maß, süß, grün".encode()[:-2], file="a")
    assert decoded.encoding == "UTF-8" and decoded.unreadable == 1


@pytest.mark.parametrize("codec", ["cp1252", "mac_roman"])
def test_one_umlaut_is_enough_to_tell_the_encoding(codec):
    assert decode("Der Prüfer kam.".encode(codec), file="a").text == "Der Prüfer kam."
