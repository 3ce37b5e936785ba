"""Voices: whose word each token is, in single sentences."""

import pytest

from analysis.quoting.quotes import find_quotes
from analysis.quoting.word_voices import mark_voices


@pytest.fixture(scope="module")
def voices(tag):
    """Mark a text: `voices("…")` gives {voice: the words that have it, joined}."""

    def run(text: str) -> dict[str, str]:
        articles, sentences, tokens = tag(text)
        marked = mark_voices(tokens, find_quotes(articles, sentences, tokens))
        return {voice: " ".join(group["form"]) for voice, group in marked.groupby("voice", sort=False)}

    return run


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Die Katze schläft.", {"own": "Die Katze schläft ."}),
        ("„Die Lage ist ruhig“, sagte der Minister.",
         {"direct": "„ Die Lage ist ruhig “", "own": ", sagte der Minister ."}),
        ("Der Minister sagte, die Lage sei ruhig.",
         {"own": "Der Minister sagte , .", "indirect": "die Lage sei ruhig"}),
        ("Die Lage ist, sagte der Minister, völlig ruhig.",
         {"indirect": "Die Lage ist völlig ruhig", "own": ", sagte der Minister , ."}),
        ("Der Minister forderte eine schnelle Entscheidung.",
         {"own": "Der Minister forderte", "reported": "eine schnelle Entscheidung ."}),
        ("Der Minister sagte, das sei „Unfug“ gewesen.",
         {"own": "Der Minister sagte , .", "indirect": "das sei gewesen", "direct": "„ Unfug “"}),
        ("Die so genannten Einsätze laufen.", {"own": "Die so genannten laufen .", "distanced": "Einsätze"}),
        ("Der angebliche Täter schweigt.", {"own": "Der angebliche schweigt .", "distanced": "Täter"}),
        ("Der selbsternannte Kaiser geht.", {"own": "Der selbsternannte geht .", "distanced": "Kaiser"}),
        ("Der Minister sagte, die so genannten Einsätze seien vorbei.",
         {"own": "Der Minister sagte , .", "indirect": "die so genannten seien vorbei", "distanced": "Einsätze"}),
        ("Angeblich von außen gesteuerte Täter flohen.",
         {"own": "Angeblich flohen .", "distanced": "von außen gesteuerte Täter"}),
        ("Das Land stoppt offenbar den Verkauf von Waffen.",
         {"own": "Das Land offenbar .", "distanced": "stoppt den Verkauf von Waffen"}),
        ("Der Mann ist offenbar geflohen, niemand sah ihn.",
         {"own": "Der Mann offenbar , niemand sah ihn .", "distanced": "ist geflohen"}),
        ("„Die so genannten Helden sind fort“, sagte er.",
         {"direct": "„ Die so genannten sind fort “", "distanced": "Helden", "own": ", sagte er ."}),
        ("Das Land schickte „gute Leute“ an die Grenze.",
         {"own": "Das Land schickte an die Grenze .", "distanced": "„ gute Leute “"}),
        ("Der Verband hat mehr Geld gefordert.",
         {"own": "Der Verband hat gefordert", "reported": "mehr Geld ."}),
        ("Das Portal „Watson“ ging vom Netz.", {"own": "Das Portal „ Watson “ ging vom Netz ."}),
    ],
)  # fmt: skip
def test_voice(voices, text, found):
    assert voices(text) == found


def test_no_quotes_no_change_but_distance(tag):
    articles, sentences, tokens = tag("Die Katze schläft.", "Der angebliche Täter schweigt.")
    quotes = find_quotes(articles, sentences, tokens)
    marked = mark_voices(tokens, quotes)
    assert len(marked) == len(tokens) and marked["quote"].isna().all()
    assert set(tokens["voice"]) == {"own"}, "the table that came in is left as it was"


def test_each_token_names_its_innermost_quotation(tag):
    articles, sentences, tokens = tag("Der Minister sagte, das sei „Unfug“ gewesen.")
    marked = mark_voices(tokens, find_quotes(articles, sentences, tokens))
    inner = marked.loc[marked["form"] == "Unfug", "quote"].item()
    outer = marked.loc[marked["form"] == "sei", "quote"].item()
    assert (outer, inner) == (0, 1)


def test_every_direct_quotation_of_the_five_articles_is_direct(study):
    for row in study.quotes[study.quotes["type"] == "Direct"].itertuples(index=False):
        tokens = study.tokens[study.tokens["article_id"] == row.article_id]
        inside = tokens[(tokens["start"] >= row.start) & (tokens["end"] <= row.end)]
        assert set(inside["voice"]) == {"direct"}, row.text
