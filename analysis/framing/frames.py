"""Frames: the elements and event frames of each paragraph, with their sponsor, target and the words that made them."""

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from analysis.codebook import schema
from analysis.framing.frame_targets import TargetFinder
from analysis.language.words import Words

__all__ = ["find_frames", "write_spans"]


def find_frames(
    words: pd.DataFrame,
    paragraphs: pd.DataFrame,
    sentences: pd.DataFrame,
    mentions: pd.DataFrame,
    agency: pd.DataFrame,
    *,
    articles: Iterable[Words] = (),
) -> pd.DataFrame:
    """Decide which elements and event frames each paragraph has, and whose they are.

    Parameters
    ----------
    words : DataFrame
        *frame_words*.
    paragraphs, sentences, mentions, agency : DataFrame
        As `schema.TABLES` describes them; mentions and agency give the target.
    articles : iterable of Words
        The same texts word by word: what a judging adjective or a preposition of cause is about is a target too.

    Returns
    -------
    DataFrame
        *frames*: a row is a frame of a paragraph from one sponsor. ``score`` is the sum of the weights of its words;
        ``is_present`` where it reaches 1, with the same hint counted once. Where only all sponsors' hints together
        reach it, the frame is that of the sponsor with most of them.

    Notes
    -----
    Reading it: scores of one frame can be compared between paragraphs of like length; scores of two frames cannot.
    """
    rows = []
    spans = {(p.article_id, p.paragraph): (p.start, p.end) for p in paragraphs.itertuples(index=False)}
    keys = ("article_id", "paragraph", "kind", "frame")
    targets = TargetFinder(sentences, mentions, agency, articles)
    for key, own in _gather_words(words.to_dict("records"), *keys).items():
        parts = list(_gather_words(own, "sponsor").values())
        scores = [_add_weights(part) for part in parts]
        whole = max(scores) < 1 <= _add_weights(own)
        best = scores.index(max(scores))
        for n, part in enumerate(parts):
            evidence = own if whole and n == best else part
            score = _add_weights(evidence)
            lead = min(part, key=lambda word: (-word["weight"], word["start"]))
            target = targets.find(key[3], lead) if key[2] == "element" else ""
            marks = {
                "voice": _commonest_of_column(part, "voice"),
                "origin": _commonest_of_column(part, "origin"),
                "target": target,
            }
            rows.append(
                dict(zip(keys, key, strict=True)) | {"unit": "paragraph", "score": score, "is_present": score >= 1}
                | {"start": spans[key[:2]][0], "end": spans[key[:2]][1], "sponsor": lead["sponsor"]}
                | marks | {"evidence": write_spans(evidence)}
            )  # fmt: skip
    order = ["article_id", "paragraph", "kind", "frame", "sponsor"]
    table = pd.DataFrame(rows, columns=list(schema.TABLES["frames"].columns)).sort_values(order)
    return schema.check("frames", table)


def _gather_words(words: list[dict], *keys: str) -> dict[tuple, list[dict]]:
    """Put words together by some columns, in the order of their first one: a table for each would take far longer."""
    found: dict[tuple, list[dict]] = {}
    for word in words:
        found.setdefault(tuple(word[key] for key in keys), []).append(word)
    return found


def _commonest_of_column(words: list[dict], column: str) -> str:
    """Return the commonest value of a column; of several the first in the alphabet."""
    counts = Counter(word[column] for word in words)
    return min(counts, key=lambda value: (-counts[value], value))


def _add_weights(words: list[dict]) -> float:
    """Add up weights; the same hint counts once."""
    hints = {word["entry"]: word["weight"] for word in words if word["way"] == "hint"}
    return float(sum(word["weight"] for word in words if word["way"] != "hint") + sum(hints.values()))


def write_spans(words: list[dict]) -> str:
    """Write the offsets of words: ``12-20;33-40``."""
    return ";".join(f"{a}-{b}" for a, b in sorted({(word["start"], word["end"]) for word in words}))
