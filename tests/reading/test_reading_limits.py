"""Where the numbers of reading lie, on both sides of each, counted by hand."""

from collections import Counter

import pytest

from analysis.codebook.encodings import decode
from analysis.errors import StudyError
from analysis.reading.file_readers import read_plain
from analysis.reading.importing.duplicates import find_duplicates
from analysis.reading.importing.file_name_patterns import suggest_pattern
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
