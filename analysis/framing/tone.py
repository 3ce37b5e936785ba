"""Tone: how a sentence speaks of somebody or something, by the lexicon and by a small fitted model beside it."""

import math
import re
from collections import Counter
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

import numpy as np
import pandas as pd

from analysis.codebook import schema
from analysis.codebook.toml import read_toml
from analysis.framing.frame_indicators import find_hits
from analysis.framing.tone_lexicon import find_negated, read_lists, score_lexicon
from analysis.framing.tone_words import weigh_words
from analysis.language.tagging import tag_articles
from analysis.reading.file_readers import plain_articles

__all__ = [
    "NEUTRAL", "POLARITIES", "WEIGHED", "find_inside", "find_tone", "judge", "measure_features", "score_text",
]  # fmt: skip

POLARITIES = ("negative", "neutral", "positive")
NEUTRAL = 0.1  # textblob-de's polarity within ± this is called neutral
NEAR = 3  # words on either side of a target
FADE = 4.0  # words after which a word's weight for the target is halved
WEIGHED = ("weighed-", "weighed+")  # features: the sums of `tone_words.weigh_words`
WORD = re.compile(r"\w")
MARKS = ("voice", "origin")  # of a row: what most words of its target are
ELSEWHERE = 0.15  # weight of a word in another sentence than the target's


def score_text(text: str) -> tuple[float, list[tuple[str, float]]]:
    """Score a bare sentence by textblob-de's lexicon: its polarity, and the words that drove it.

    Examples
    --------
    >>> score_text("Das ist kein Erfolg.")
    (-1.0, [('Erfolg', -1.0)])
    """
    _, tokens = tag_articles(*plain_articles(pd.DataFrame({"article_id": ["0"], "text": [text]})))
    forms = tokens["form"].tolist()
    polarity, words = score_lexicon(forms, tokens["lemma"].tolist(), tokens["pos"].tolist())
    return polarity, [(forms[i], value) for i, value in words]


def measure_features(tokens: pd.DataFrame, start: int, end: int) -> dict[str, float]:
    """Measure what the small model looks at: for one text and the span of its target.

    Parameters
    ----------
    tokens : DataFrame
        The tokens of the text.
    start, end : int
        The target's offsets; its own words do not count for it.

    Returns
    -------
    dict
        For each class of words the sum of their weights (falling with the distance from the target; a negated word
        counts for ``turned``), the lexicon's positive and negative sums over the text and near the target, and how
        often each signal occurs, all as ln(1 + x); last, as they are, the fitted weights of all words of the text.
    """
    lows, lemmas = tokens["form"].str.lower().tolist(), tokens["lemma"].str.lower().tolist()
    inside = find_inside(tokens, start, end)
    far = [0 if i in inside else min(abs(i - inside[0]), abs(i - inside[-1])) for i in range(len(lows))]
    sums = _sum_classes(lows, lemmas, tokens["sentence"].tolist(), inside, far)
    for i, value in score_lexicon(tokens["form"].tolist(), tokens["lemma"].tolist(), tokens["pos"].tolist())[1]:
        sign = "+" if value > 0 else "-"
        sums["lexicon" + sign] += abs(value) if far[i] else 0
        sums["lexicon_near" + sign] += abs(value) if 0 < far[i] <= NEAR else 0
    for name, indicator in read_lists().signals.items():
        sums[name] += len(find_hits(indicator, lows, lemmas))
    sums["question"] += "?" in lows
    sums["words"] += len(lows)
    weighed = weigh_words(tokens["lemma"].tolist(), tokens["pos"].tolist(), inside)
    logs = {name: math.log1p(sums[name]) for name in feature_names()[: -len(WEIGHED)]}
    return logs | dict(zip(WEIGHED, weighed, strict=True))


def find_inside(tokens: pd.DataFrame, start: int, end: int) -> list[int]:
    """Number the tokens that a span covers; the first one of the text where it covers none."""
    spans = zip(tokens["start"], tokens["end"], strict=True)
    return [i for i, (first, last) in enumerate(spans) if first < end and last > start] or [0]


def _sum_classes(
    lows: list[str], lemmas: list[str], sentences: list[int], inside: list[int], far: list[int]
) -> Counter[str]:
    """Sum the weights of each class's words around the target, those that a negation turns apart."""
    turned, sums = find_negated(lows, lemmas), Counter()
    for name, indicator in read_lists().classes.items():
        for i, _ in find_hits(indicator, lows, lemmas):
            if i in inside:
                sums["target" + name[0]] += 1
                continue
            weight = 1 / (1 + far[i] / FADE) if sentences[i] == sentences[inside[0]] else ELSEWHERE
            sums["turned" + name[0] if turned[i] else name] += weight
            sums["near" + ("-" if (name[0] == "-") != turned[i] else "+")] += far[i] <= NEAR
    return sums


def feature_names() -> list[str]:
    """List what `measure_features` measures, in order."""
    signed = [f"{name}{sign}" for name in ("target", "turned", "near", "lexicon", "lexicon_near") for sign in "+-"]
    return [*read_lists().classes, *signed, *read_lists().signals, "question", "words", *WEIGHED]


@lru_cache(maxsize=1)
def _read_weights() -> tuple[np.ndarray, np.ndarray]:
    """Read `lexicons/tone_weights.toml`: weights (polarities × features) and intercepts."""
    content, _ = read_toml(Path(str(files("analysis") / "lexicons" / "tone_weights.toml")), shown="tone_weights.toml")
    names = feature_names()
    rows = [[content[polarity]["weights"].get(name, 0.0) for name in names] for polarity in POLARITIES]
    return np.array(rows), np.array([content[polarity]["intercept"] for polarity in POLARITIES])


def judge(features: dict[str, float]) -> str:
    """Call a text negative, neutral or positive towards its target, by the weights that come along."""
    weights, intercepts = _read_weights()
    return POLARITIES[int(np.argmax(weights @ np.array(list(features.values())) + intercepts))]


def find_tone(tokens: pd.DataFrame, sentences: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Find the tone of each sentence, and towards each actor whom it names.

    Parameters
    ----------
    tokens, sentences, mentions : DataFrame
        As `schema.TABLES` describes them; tokens with voice and origin.

    Returns
    -------
    DataFrame
        *tone*: a row is a sentence and an actor named in it; a sentence that names nobody has one row, without target.

    Notes
    -----
    Reading it: neither method sees who does what to whom, and each is right little more often than always saying
    *neutral*: see `lesarten evaluate tone`. A figure made of them carries no finding alone.
    """
    rows = []
    named = dict(tuple(mentions.groupby("article_id", sort=False)))
    own = tokens.groupby(["article_id", "sentence"], sort=False).indices
    columns = {name: tokens[name].tolist() for name in ("form", "lemma", "pos", "start", "end", "voice", "origin")}
    for row in sentences.itertuples(index=False):
        places = own.get((row.article_id, row.sentence))
        if places is None:
            continue
        words = {name: [values[i] for i in places] for name, values in columns.items()}
        base = {"article_id": row.article_id, "sentence": row.sentence} | _score_sentence(words)
        for actor, start, end in _find_targets(named.get(row.article_id), row.start, row.end):
            at = [i for i, (a, b) in enumerate(zip(words["start"], words["end"], strict=True)) if a < end and b > start]
            marks = {name: _commonest([words[name][i] for i in at] if actor else words[name]) for name in MARKS}
            tone = judge(measure_features(tokens.iloc[places], start, end)) if actor else ""
            rows.append(base | {"target": actor, "start": start, "end": end, "tone": tone} | marks)
    return schema.check("tone", pd.DataFrame(rows, columns=list(schema.TABLES["tone"].columns)))


def _score_sentence(words: dict[str, list]) -> dict:
    """Score a sentence by the lexicon: its polarity, its words, how many of them the lexicon has, and which."""
    polarity, driving = score_lexicon(words["form"], words["lemma"], words["pos"])
    n = sum(bool(WORD.search(form)) for form in words["form"])
    shown = "; ".join(f"{words['form'][i]} {value:+.1f}" for i, value in driving)
    return {"polarity": polarity, "n_words": n, "coverage": len(driving) / n if n else math.nan, "words": shown}


def _find_targets(mentions: pd.DataFrame | None, start: int, end: int) -> list[tuple[str, int, int]]:
    """List the actors that a sentence names, each where it is named first; nobody, at its end, if it names none."""
    nobody = [("", end, end)]
    if mentions is None:
        return nobody
    found = mentions[mentions["start"].between(start, end - 1)].drop_duplicates("actor")
    return list(zip(found["actor"], found["start"], found["end"], strict=True)) or nobody


def _commonest(marks: list[str]) -> str:
    """Pick the commonest mark; of several the first by the alphabet."""
    counts = Counter(marks)
    return min(counts, key=lambda mark: (-counts[mark], mark))
