"""Reuse: shared passages, origin and counting once, on German sentences counted by hand and on made-up texts."""

import re
import time
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.codebook import schema
from analysis.copying.anchors import number_words, word_key
from analysis.copying.shared_passages import _join_pieces, find_passages
from analysis.copying.word_origins import count_once, mark_origin

FIRE = "In der Nacht brannten in der Hafenstadt vier große Lagerhallen vollständig nieder."
BOATS = "Die Küstenwache suchte mit drei Booten stundenlang nach den vermissten Fischern."
RAIN = "Heftiger Regen überschwemmte mehrere Keller in der Altstadt und beschädigte eine Brücke."
TRAIN = "Ein Güterzug entgleiste kurz vor dem Bahnhof und blockierte die Strecke bis zum Abend."
NOUNS = "Regen Brücke Hafen Boot Straße Garten Nebel Wagen Fenster Lampe Stein Vogel".split()
VERBS = "brennt sinkt steigt wartet öffnet schließt".split()
LITTLE = "der die das in und mit auf von".split()


def shared(passages: pd.DataFrame) -> list[tuple[int, str, str]]:
    return list(passages[["passage", "article_id", "text"]].itertuples(index=False, name=None))


def plain_tokens(texts: dict[str, str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Make articles and tokens without a tagger: capitalised words are nouns, listed ones verbs, the rest little words."""
    rows = []
    for article_id, text in texts.items():
        for m in re.finditer(r"\w+|[^\w\s]", text):
            pos = "NN" if m[0] in NOUNS else "VVFIN" if m[0] in VERBS else "ART" if m[0].isalnum() else "$."
            rows.append((article_id, m.start(), m.end(), m[0], m[0], pos))
    articles = pd.DataFrame({"article_id": list(texts), "text": list(texts.values())})
    tokens = pd.DataFrame(rows, columns=["article_id", "start", "end", "form", "lemma", "pos"])
    return articles, tokens.astype({"article_id": "str", "form": "str", "lemma": "str", "pos": "str"})


words = st.lists(st.sampled_from(NOUNS + VERBS + LITTLE + ["."]), min_size=1, max_size=60).map(" ".join)


def test_two_articles_share_one_sentence_of_twelve_words(tag):
    articles, _, tokens = tag(f"{FIRE} {BOATS}", f"{RAIN} {FIRE}")
    assert shared(find_passages(articles, tokens)) == [(0, "a", FIRE[:-1]), (0, "b", FIRE[:-1])]


def test_three_copies_are_one_passage_with_three_rows(tag):
    articles, _, tokens = tag(f"{FIRE} {BOATS}", f"{RAIN} {FIRE}", f"{FIRE} {TRAIN}")
    assert [row[:2] for row in shared(find_passages(articles, tokens))] == [(0, "a"), (0, "b"), (0, "c")]


def test_two_passages_are_numbered_in_the_order_of_the_first_article(tag):
    articles, _, tokens = tag(f"{FIRE} {BOATS}", f"{BOATS} {RAIN}", f"{TRAIN} {FIRE}")
    passages = find_passages(articles, tokens)
    assert [(p, a) for p, a, _ in shared(passages)] == [(0, "a"), (0, "c"), (1, "a"), (1, "b")]


@pytest.mark.parametrize(
    ("changed", "first", "last"),
    [
        (FIRE.replace("vier", "4"), "In", "nieder"),  # figures for a word
        (FIRE.replace("große", "alte"), "In", "nieder"),  # a word replaced
        (FIRE.replace("vollständig ", ""), "In", "nieder"),  # a word dropped
        (FIRE.replace("vier", "am Rand der Stadt vier"), "In", "nieder"),  # a phrase added
        (FIRE.replace("der Hafenstadt", "der „Hafen-Stadt“"), "In", "nieder"),  # marks and a hyphen
        (FIRE.replace("Lagerhallen", "Lagerhalle"), "In", "nieder"),  # another form of the word
    ],
)
def test_small_changes_do_not_part_a_passage(tag, changed, first, last):
    articles, _, tokens = tag(f"{FIRE} {BOATS}", f"{RAIN} {changed}")
    passages = find_passages(articles, tokens)
    assert len(passages) == 2
    assert all(text.startswith(first) and text.endswith(last) for _, _, text in shared(passages))


def test_a_clause_of_ten_words_left_out_does_not_part_a_passage(tag):
    clause = ", die erst vor zwei Jahren mit viel Geld gebaut worden waren,"
    whole = FIRE.replace(" in der Hafenstadt", " in der Hafenstadt" + clause)
    articles, _, tokens = tag(f"{whole} {TRAIN}", f"{RAIN} {whole.replace(clause, '')}")
    passages = find_passages(articles, tokens)
    assert [row[:2] for row in shared(passages)] == [(0, "a"), (0, "b")]
    assert passages["text"].str.endswith("nieder").all()


def test_a_passage_crosses_sentences_and_paragraphs(tag):
    articles, _, tokens = tag(f"{FIRE} {BOATS}\n\n{TRAIN}", f"{RAIN}\n\n{FIRE}\n\n{BOATS}")
    passages = find_passages(articles, tokens)
    assert [row[:2] for row in shared(passages)] == [(0, "a"), (0, "b")]
    assert "nieder.\n\nDie" in passages["text"].iloc[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Das teilte die Polizei am Mittwoch mit.", "Das teilte die Polizei am Mittwoch mit."),
        (
            "Das sagte ein Sprecher der Polizei der Deutschen Presse-Agentur am Mittwoch.",
            "Das sagte ein Sprecher der Polizei der Deutschen Presse-Agentur am Freitag.",
        ),
        (
            "Es kam die Organisation für wirtschaftliche Zusammenarbeit und Entwicklung in Paris.",
            "Wir fragten die Organisation für wirtschaftliche Zusammenarbeit und Entwicklung in Paris.",
        ),
    ],
    ids=["formula", "long formula", "name"],
)
def test_formulas_and_names_are_not_passages(tag, one, other):
    articles, _, tokens = tag(f"{FIRE} {one} {BOATS}", f"{RAIN} {other} {TRAIN}")
    assert find_passages(articles, tokens).empty


def test_seven_words_in_common_are_too_few(tag):
    articles, _, tokens = tag(
        "Gestern brannten vier große Lagerhallen vollständig nieder.",
        "Vorgestern brannten vier große Lagerhallen vollständig nieder.",
    )
    assert find_passages(articles, tokens).empty
    assert len(find_passages(articles, tokens, min_words=6)) == 2


def test_what_one_article_repeats_is_not_shared(tag):
    articles, _, tokens = tag(f"{FIRE} {BOATS} {FIRE}", RAIN)
    assert find_passages(articles, tokens).empty


def test_a_passage_that_one_article_has_twice_has_three_rows(tag):
    articles, _, tokens = tag(f"{FIRE} {BOATS}\n\n{FIRE}", f"{TRAIN} {FIRE}")
    assert [row[:2] for row in shared(find_passages(articles, tokens))] == [(0, "a"), (0, "a"), (0, "b")]


def test_a_run_of_words_in_too_many_articles_gives_no_seed(tag):
    articles, _, tokens = tag(*[FIRE] * 4)
    assert len(find_passages(articles, tokens)) == 4
    assert find_passages(articles, tokens, max_articles=3).empty


def test_twelve_copies_are_one_passage_though_not_every_pair_is_compared(tag):
    articles, _, tokens = tag(*[f"{FIRE} {BOATS}"] * 12)
    passages = find_passages(articles, tokens)
    assert len(passages) == 12
    assert passages["passage"].unique().tolist() == [0]


@pytest.mark.parametrize("texts", [[], [""], ["", ""], [FIRE], ["Kurz.", "Kurz."], ["„“", "..."]])
def test_no_text_no_passage(tag, texts):
    if not any(texts):
        articles, tokens = plain_tokens({str(n): text for n, text in enumerate(texts)})
    else:
        articles, _, tokens = tag(*texts)
    assert find_passages(articles, tokens).empty


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(words, min_size=2, max_size=5), shuffled=st.randoms())
def test_order_of_articles_and_tokens_does_not_matter_and_offsets_hold(texts, shuffled):
    texts = [f"{text} {texts[0]}" for text in texts]  # so that something is shared
    articles, tokens = plain_tokens({str(n): text for n, text in enumerate(texts)})
    passages = find_passages(articles, tokens)
    order = list(range(len(articles)))
    shuffled.shuffle(order)
    mixed = tokens.sample(frac=1, random_state=shuffled.randrange(1000))
    pd.testing.assert_frame_equal(find_passages(articles.iloc[order], mixed), passages)
    by_id = articles.set_index("article_id")["text"]
    assert all(by_id[row.article_id][row.start : row.end] == row.text for row in passages.itertuples())
    assert (passages.groupby("passage")["article_id"].nunique() >= 2).all()


@settings(max_examples=100, deadline=None)
@given(text=words)
def test_an_article_with_itself_is_one_passage(text):
    """Any text with at least eight words, three of them nouns or verbs and one a verb, however often it repeats itself."""
    tellers = sum(word in NOUNS + VERBS for word in text.split())
    n_words = sum(word != "." for word in text.split())
    articles, tokens = plain_tokens({"a": text, "b": text})
    passages = find_passages(articles, tokens)
    if n_words >= 8 and tellers >= 3 and any(word in VERBS for word in text.split()) and _has_content_run(text):
        covered = text.strip(" .")
        assert shared(passages) == [(0, "a", covered), (0, "b", covered)]


def _has_content_run(text: str) -> bool:
    """Tell whether four words in a row make two seeds, or three with two content words make one."""
    listed = [word for word in text.split() if word != "."]
    return len(listed) >= 4


def test_an_article_of_two_thousand_words_with_itself_is_one_passage():
    rng = np.random.default_rng(0)
    text = " ".join(rng.choice(NOUNS + VERBS + LITTLE, 2000))
    articles, tokens = plain_tokens({"a": text, "b": text})
    assert shared(find_passages(articles, tokens)) == [(0, "a", text), (0, "b", text)]


def test_the_study_s_passages_fit_the_schema_and_are_shared(study):
    passages = find_passages(study.articles, study.tokens)
    schema.check("passages", passages)
    assert (passages.groupby("passage")["article_id"].nunique() >= 2).all()
    texts = study.articles.set_index("article_id")["text"]
    assert all(texts[row.article_id][row.start : row.end] == row.text for row in passages.itertuples())


def test_origin_is_shared_where_a_passage_covers_the_token(tag):
    articles, _, tokens = tag(f"{BOATS} {FIRE}", f"{RAIN} {FIRE}")
    marked = mark_origin(tokens, find_passages(articles, tokens))
    assert (marked["origin"] == "shared").sum() == 24  # twelve words in each; the full stop is outside
    assert marked.drop(columns="origin").equals(tokens.drop(columns="origin"))
    assert (mark_origin(tokens, schema.empty("passages"))["origin"] == "own").all()


def test_the_pool_holds_a_passage_once_whichever_file_comes_first(tag):
    texts = [f"{BOATS} {FIRE}", f"{RAIN} {FIRE}", f"{FIRE} {TRAIN}"]
    sizes = set()
    for order in (texts, texts[::-1]):
        articles, _, tokens = tag(*order)
        once = count_once(tokens, find_passages(articles, tokens))
        assert len(tokens) - len(once) == 24  # two of three copies of twelve words
        assert (once["form"] == "Lagerhallen").sum() == 1
        sizes.add(len(once))
    assert len(sizes) == 1


def test_passages_that_overlap_lose_no_word_of_the_pool(tag):
    """Three texts share one sentence, two of them another beside it: each word of both is there once."""
    articles, _, tokens = tag(f"{BOATS} {FIRE}", f"{BOATS} {FIRE}", f"{FIRE} {TRAIN}")
    once = count_once(tokens, find_passages(articles, tokens))
    assert (once["form"] == "Lagerhallen").sum() == 1
    assert set(tokens["form"]) == set(once["form"])


def test_a_name_is_no_passage_and_five_unbroken_words_are_needed(tag):
    name = "die Internationale Vereinigung der freiwilligen Helfer für saubere Flüsse und Seen"
    articles, _, tokens = tag(f"Heute tagt {name} wieder.", f"Es gibt ein Fest, zu dem {name} einlädt, sagt man.")
    assert find_passages(articles, tokens).empty
    broken = "Vier alte Boote lagen gestern neben neuen Kähnen tief im kalten Wasser vor Anker."
    other = "Vier rote Boote lagen heute neben grossen Kähnen weit im warmen Wasser am Anker."
    articles, _, tokens = tag(broken, other)
    assert find_passages(articles, tokens).empty


def test_counting_once_keeps_the_words_that_were_changed(tag):
    from analysis.copying.edits import find_edits

    articles, _, tokens = tag(FIRE, FIRE.replace("Lagerhallen", "Werkstätten"))
    passages = find_passages(articles, tokens)
    edits = find_edits(articles, tokens, passages)
    once = count_once(tokens, passages, edits=edits)
    assert once.loc[once["article_id"] == "b", "form"].tolist() == ["Werkstätten", "."]


def test_keys_make_copies_equal():
    assert word_key("4.400", "4.400") == word_key("4400", "4400")
    assert word_key("Acht", "acht") == word_key("8", "8")
    assert word_key("STRASSE", "STRASSE") == word_key("Straße", "Straße")


def test_a_word_has_one_key_whatever_the_tagger_says_in_context():
    _, tokens = plain_tokens({"a": "Regen Regen Regen"})
    tokens["lemma"] = ["Regen", "regen", "Regen"]
    assert len(set(number_words(tokens).code)) == 1


def test_joining_grows_with_the_number_of_pairs_and_no_faster():
    """Two pieces, two words apart, in each of n pairs of articles; the time of a square would grow by 64."""
    columns = ["left_start", "left_end", "right_start", "right_end", "matched", "telling"]

    def seconds(n: int) -> float:
        pieces = [
            (60 * k + a, 60 * k + a + 8, 60 * k + 30 + a, 60 * k + 38 + a, 8, 5) for k in range(n) for a in (0, 10)
        ]
        words = SimpleNamespace(ids=range(2 * n), article=np.repeat(np.arange(2 * n), 30))
        begin = time.process_time()
        joined = _join_pieces(words, pd.DataFrame(pieces, columns=columns), 8)
        assert len(joined) == n and set(joined["matched"]) == {16}
        return time.process_time() - begin

    assert seconds(40_000) < 20 * max(seconds(5_000), 0.02)
