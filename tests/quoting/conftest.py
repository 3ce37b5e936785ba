"""What several tests of the quotation finder need."""

import pytest

from analysis.quoting.quotes import find_quotes
from analysis.quoting.word_voices import mark_voices


@pytest.fixture(scope="session")
def distanced(tag):
    """Find the words of a text that are held at a distance: `distanced("…")`."""

    def run(text: str) -> str:
        articles, sentences, tokens = tag(text)
        tokens = mark_voices(tokens, find_quotes(articles, sentences, tokens))
        return " ".join(tokens["form"][tokens["voice"] == "distanced"])

    return run


@pytest.fixture(scope="session")
def read(tag):
    """Give what is found in a text: `read("…")` is the rule, the words and the speaker of each quotation."""

    def run(text: str) -> list[tuple[str, str, str]]:
        quotes = find_quotes(*tag(text))
        return list(zip(quotes["evidence"], quotes["text"], quotes["speaker"], strict=True))

    return run
