"""Where the numbers of the rules lie: German sentences on both sides of each, their words counted by hand."""

import pytest

from analysis.quoting.quotes import find_quotes


@pytest.fixture(scope="module")
def direct(tag):
    """Find what is quoted in marks, and by whom: `direct("…")`."""

    def run(text: str) -> list[tuple[str, str]]:
        quotes = find_quotes(*tag(text))
        quotes = quotes[quotes["type"] == "Direct"]
        return list(zip(quotes["text"], quotes["speaker"], strict=True))

    return run


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # eight words between *bezeichnete* and the mark; then sixteen
        ("Am Abend bezeichnete der Minister die Leute vor dem Haus als „Banditen“.", [("„Banditen“", "der Minister")]),
        ("Der Minister bezeichnete in Bonn die Leute vor dem Haus an der Brücke über den Fluss im Tal als „Lumpen“, "
         "und er ging.", []),
    ],
)  # fmt: skip
def test_a_label_lies_within_fifteen_words_of_its_verb(direct, text, found):
    assert direct(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("Der Bau „wird ganz teuer“.", []), ("Der Bau „wird sehr sehr teuer“.", [("„wird sehr sehr teuer“", "")])],
)
def test_more_than_three_words_with_a_verb_are_a_quotation(direct, text, found):
    assert direct(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Die Stadt blieb „ruhig und still und leer“.", []),  # five words
        ("Die Stadt blieb „ruhig und still und leer und kalt“.", [("„ruhig und still und leer und kalt“", "")]),
        ("Sie ging in die „Woche der schönen neuen Bücher“.", []),
        ("Sie ging in die „Woche der schönen neuen Bücher am Rhein“.", [("„Woche der schönen neuen Bücher am Rhein“", "")]),
    ],
)  # fmt: skip
def test_more_than_six_words_without_a_verb_are_a_quotation(direct, text, found):
    assert direct(text) == found


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Huber sagte, die Lage sei ruhig. Es schneite. Die Züge fuhren. Die Läden schlossen. Es war spät. Alle seien gesund.",
         "Huber"),
        ("Huber sagte, die Lage sei ruhig. Es schneite. Die Züge fuhren. Die Läden schlossen. Es war spät. Es war kalt. "
         "Alle seien gesund.", ""),
        ("Die Polizei sagte, die Lage sei ruhig. Es schneite. Die Züge fuhren. Alle seien gesund.", "Die Polizei"),
        ("Die Polizei sagte, die Lage sei ruhig. Es schneite. Die Züge fuhren. Die Läden schlossen. Alle seien gesund.",
         ""),
    ],
)  # fmt: skip
def test_who_spoke_some_sentences_before_goes_on_speaking(tag, text, speaker):
    """Somebody of a name over four sentences of the outlet's, not five; others over two, not three."""
    assert find_quotes(*tag(text))["speaker"].iloc[-1] == speaker


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("„Die große Stadt“ liegt am Meer.", ""),
        ("„Die große alte Stadt“ liegt am Meer.", "„ Die große alte Stadt “"),
        ("Er kam aus dem Dorf „hinter Bergen“ zurück.", ""),
        ("Er kam aus dem Dorf „hinter hohen Bergen“ zurück.", "„ hinter hohen Bergen “"),
    ],
)
def test_up_to_three_words_may_be_a_name(distanced, text, held):
    """At the beginning of a text three words, behind a noun two small ones."""
    assert distanced(text) == held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Die angeblich seit gestern sehr schwer kranke Frau kam.", "seit gestern sehr schwer kranke Frau"),
        ("Die angeblich schon seit gestern sehr schwer kranke Frau kam.",
         "schon seit gestern sehr schwer kranke Frau kam"),
    ],
)  # fmt: skip
def test_angeblich_reaches_over_five_words_to_its_noun(distanced, text, held):
    """Five words between, then six: there the clause's predicate is held instead."""
    assert distanced(text) == held
