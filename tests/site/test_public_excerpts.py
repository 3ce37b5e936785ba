"""What a shared site shows of an article: never more than 25 words in a row, never more than a third in all."""

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.site.public_excerpts import GAP, LONGEST, RUN, SHARE, Excerpts

WORDS = [f"wort{n}" for n in range(200)]
TEXT = " ".join(WORDS)


def longest_run(shown: str) -> int:
    """Count the most consecutive words of the article in a text, by numbers that follow each other."""
    numbers = [int(word[4:]) if word.startswith("wort") else -9 for word in re.findall(r"\w+", shown)]
    best = run = 1
    for before, after in pairwise(numbers):
        run = run + 1 if after == before + 1 and after > 0 else 1
        best = max(best, run)
    return best


def test_a_long_stretch_ends_after_twenty_five_words_and_says_so():
    assert Excerpts({"a": TEXT}).cut_html(f"<p>Vor {TEXT} nach</p>") == f"<p>Vor {' '.join(WORDS[:25])} {GAP} nach</p>"


def test_marks_inside_words_and_sentences_do_not_hide_a_stretch():
    page = "<p>" + " ".join(f"<b>wo</b>rt{n}" for n in range(100)) + "</p>"
    shown = re.sub(r"<[^>]+>", "", Excerpts({"a": TEXT}).cut_html(page))
    assert longest_run(shown) == 25


def test_a_note_between_two_words_does_not_hide_a_stretch():
    page = f"<p>{' '.join(WORDS[:20])} <span data-aside><b>wer</b></span> {' '.join(WORDS[20:60])}</p>"
    shown = Excerpts({"a": TEXT}).cut_html(page)
    assert longest_run(shown.replace("<span data-aside><b>wer</b></span>", "")) == 25 and "<b>wer</b>" in shown


def test_cells_side_by_side_and_names_of_controls_are_read_too():
    cells = "".join(f"<td>{' '.join(WORDS[n : n + 10])}</td>" for n in (0, 10, 20))
    shown = Excerpts({"a": TEXT}).cut_html(f'<tr>{cells}</tr><a title="{TEXT}">x</a>')
    assert longest_run(re.sub(r"<[^>]+>", " ", shown)) == 25
    assert longest_run(re.search('title="([^"]*)"', shown)[1]) == 25


def test_a_table_is_read_along_rows_and_down_columns():
    down = "word,n\n" + "".join(f"{word},{n}\n" for n, word in enumerate(WORDS))
    shown = Excerpts({"a": TEXT}).cut_csv(down)
    assert longest_run(" ".join(line.split(",")[0] for line in shown.splitlines())) == 25
    assert shown.splitlines()[150].endswith(",149")  # the numbers stay


def test_all_files_together_give_back_less_than_a_third():
    excerpts = Excerpts({"a": TEXT})
    found = set()
    for n in range(0, 200, 20):
        shown = excerpts.cut_html(f"<p>{' '.join(WORDS[n : n + 20])}</p>")
        places = [int(number) for number in re.findall(r"wort(\d+)", shown)]
        found |= set(places) if len(places) >= RUN else set()
    assert 0 < len(found) <= SHARE * 200


def test_what_was_shown_once_may_be_shown_again():
    excerpts = Excerpts({"a": TEXT})
    page = f"<p>{' '.join(WORDS[:20])}</p>"
    assert excerpts.cut_html(page) == excerpts.cut_html(page) == page


def test_copy_that_two_articles_share_counts_for_both():
    excerpts = Excerpts({"a": TEXT, "b": TEXT})
    excerpts.cut_html(f"<p>{' '.join(WORDS[:20])}</p>")
    assert excerpts.left == [40, 40]  # 0.3 of 200, less 20


def test_other_words_and_scripts_stay():
    page = "<script>var a = 1 < 2;</script><style>p{}</style><p>Ganz andere Worte &amp; Zeichen.</p><!-- x -->"
    assert Excerpts({"a": TEXT}).cut_html(page) == page


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 199), st.integers(1, 60)), max_size=8))
def test_no_stretch_is_longer_than_promised(stretches):
    page = "".join(f"<p>{' '.join(WORDS[start : start + length])}.</p>" for start, length in stretches)
    shown = Excerpts({"a": TEXT}).cut_html(page)
    assert longest_run(re.sub(r"<[^>]+>", " | ", shown)) <= LONGEST


def test_stretches_of_two_pages_that_touch_are_parted_in_a_reader():
    """Two pages show 25 words each, one behind the other: a reader that may show both leaves a word out between."""
    excerpts = Excerpts({"a": TEXT})
    for first in (0, 25):
        excerpts.cut_html(f"<p>{' '.join(WORDS[first : first + 25])}</p>")
    shown = " ".join(TEXT[start:end] for start, end in excerpts.allowed("a"))
    assert longest_run(shown) == 25 and len(shown.split()) == 49


def test_words_that_a_reader_leaves_out_are_counted():
    """Forty words, one place wanted and nothing shown elsewhere: six round it stay, 34 are left out."""
    excerpts = Excerpts({"a": " ".join(f"Wort{n}" for n in range(40))})
    assert len(excerpts.allowed("a", [100])) == 1 and excerpts.n_cut == 34
