"""[method] in study.toml: what the researcher may decide, checked, with the functions' own defaults."""

import inspect

import pytest

from analysis import StudyError, open_study
from analysis.checking.quotes_against_gold import compare_quotes
from analysis.codebook.study_file import Method
from analysis.copying.shared_passages import find_passages
from analysis.counting.concordance import find_collocates

USES = {
    "shortest_passage": (find_passages, "min_words"),
    "alike": (find_passages, "alike"),
    "overlap": (compare_quotes, "at_least"),
    "collocate_window": (find_collocates, "window"),
}


def write(root, method):
    path = root / "data/study.toml"
    path.write_text(path.read_text(encoding="utf-8") + f"\n[method]\n{method}\n", encoding="utf-8")
    return path.read_text(encoding="utf-8").count("\n")


@pytest.mark.parametrize("name", Method.model_fields)
def test_the_default_is_that_of_the_function_that_uses_it(name):
    function, option = USES[name]
    assert getattr(Method(), name) == inspect.signature(function).parameters[option].default


@pytest.mark.parametrize(
    ("method", "said"),
    [
        ("shortest_pasage = 9", 'unknown key "shortest_pasage"; did you mean "shortest_passage"?'),
        ("shortest_passage = 2", "method.shortest_passage: Input should be greater than or equal to 3"),
        ("shortest_passage = true", "method.shortest_passage: Input should be a valid integer"),
        ("alike = 0.5", "method.alike: Input should be greater than 0.5"),
        ("alike = nan", "method.alike: Input should be"),
        ("overlap = 1.01", "method.overlap: Input should be less than or equal to 1"),
        ('collocate_window = "5"', "method.collocate_window: Input should be a valid integer"),
    ],
)
def test_what_cannot_be_is_said_with_its_line(broken_study, method, said):
    line = write(broken_study, method)
    with pytest.raises(StudyError) as raised:
        open_study(broken_study)
    assert str(raised.value).startswith(f"data/study.toml, line {line}: {said}")


def test_a_longer_shortest_passage_finds_fewer_and_the_cache_knows(broken_study):
    before = open_study(broken_study)
    n, tagged = before.passages["passage"].nunique(), set((broken_study / ".cache").glob("tagged.*"))
    write(broken_study, "shortest_passage = 40")
    study = open_study(broken_study)
    assert 0 < study.passages["passage"].nunique() < n
    assert (
        study.passages["text"].str.split().str.len().min() >= 35
    )  # marks are no words, but a figure with a space is two
    assert set((broken_study / ".cache").glob("tagged.*")) == tagged  # nothing is tagged anew
    assert "40 (shortest_passage)" in study.method.describe("shortest_passage", "alike")
