"""Indicators and the codebook of frames: lists matched on texts small enough to count by hand."""

import pytest

from analysis.codebook.frames_file import read_elements, read_frames, read_generic
from analysis.errors import StudyError
from analysis.framing.frame_indicators import Indicators, compile_words, find_hits, matches

FRAME = '[[frames]]\nid = "flood"\ndefinition = "d"\nexample = "e"\nis_not = "n"\n'


def hits(entries, text):
    words = text.lower().split()
    return find_hits(compile_words(entries), words, words)


def test_a_star_stands_for_a_beginning_or_an_ending():
    assert matches(compile_words(["*preis"]), "Brotpreis", "Brotpreis")
    assert not matches(compile_words(["*preis"]), "Preise", "Preise")
    assert matches(compile_words(["preis*"]), "Preise", "Preis")


def test_a_full_stop_in_an_entry_is_a_full_stop():
    assert not matches(compile_words(["z.b."]), "zxbx", "zxbx")


def test_a_phrase_counts_once_and_its_words_not_again():
    """*ums leben* stands at words 1 and 2; *leben* alone at word 5: two hits."""
    assert hits(["ums leben", "leben"], "sie ums leben kamen im leben") == [(1, 3), (5, 6)]


def test_an_empty_text_has_no_hits():
    assert hits(["leben", "ums leben"], "") == []


def test_every_class_that_a_shipped_frame_names_is_there():
    book = read_elements()
    assert [frame.id for frame in book.frames] == ["problem", "cause", "evaluation", "remedy"]
    assert all(book.words(frame.signs) for frame in book.frames)


def test_there_are_fourteen_generic_frames_with_definitions():
    frames, indicators = read_generic()
    assert len(frames) == 14 and all(frame.definition and frame.example for frame in frames)
    assert all(words for words in indicators.values())


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (FRAME + 'sings = ["flut"]\n', 'line 6: unknown key "sings"; did you mean "signs"?'),
        (FRAME + 'signs = ["@harn"]\n', 'line 6: unknown class "harn"; did you mean "harm"?'),
        (FRAME + 'does = [["harn", "violence", "*"]]\n', 'line 6: unknown class "harn"; did you mean "harm"?'),
        (FRAME + 'does = [["harm", "*", "*"]]\n', "line 6: does: write who, does what, to whom"),
        (FRAME + 'does = [["harm", "violence"]]\n', "line 6: does: write who, does what, to whom"),
        (FRAME + 'not_in = ["@harn"]\n', 'line 6: unknown class "harn"; did you mean "harm"?'),
        (FRAME + 'hints = [["@harn"]]\n', 'line 6: unknown class "harn"; did you mean "harm"?'),
        (FRAME + 'together = [["harm"]]\n', "line 6: together: name at least two classes"),
        (FRAME + FRAME, 'line 7: frame "flood" is there twice'),
        (FRAME + 'signs = "flut"\n', 'line 6: "signs": write a list'),
    ],
    ids=["key", "class", "who", "what", "two", "barred", "list of hints", "pair of one", "twice", "no list"],
)
def test_what_is_wrong_is_said_with_its_line_and_the_nearest_spelling(tmp_path, content, message):
    path = tmp_path / "frames.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(StudyError, match=r"frames\.toml") as error:
        read_frames(path, shown="data/frames.toml")
    assert message in str(error.value)


def test_many_indicators_are_found_as_each_alone():
    """Two phrases overlap, one indicator has no single words, one is not there at all."""
    lists = {"a": ["not", "in not"], "b": ["in not sein", "not"], "c": ["der not *"], "d": ["brot*"]}
    words = ["wer", "in", "der", "not", "ist", "in", "not", "sein", "not"]
    indicators = {name: compile_words(entries) for name, entries in lists.items()}
    expected = {"a": [(3, 4), (5, 7), (8, 9)], "b": [(3, 4), (5, 8), (8, 9)], "c": [(2, 5)], "d": []}
    assert Indicators(indicators).find(words, words) == expected
    assert {name: find_hits(indicator, words, words) for name, indicator in indicators.items()} == expected
