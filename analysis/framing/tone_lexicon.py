"""The lexicon of tone: textblob-de's polarities, lists of words that praise and blame, and what a negation turns."""

import math
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from analysis.codebook.toml import read_toml
from analysis.framing.frame_indicators import Indicator, compile_words, matches

__all__ = ["find_negated", "read_lists", "read_polarities", "score_lexicon"]

REACH = 4  # words within which a negation turns what follows


@dataclass(frozen=True)
class Lists:
    """The word lists of tone, ready to be looked for."""

    classes: dict[str, Indicator]  # "+praise", "-crime" …
    signals: dict[str, Indicator]


@lru_cache(maxsize=1)
def read_lists() -> Lists:
    """Read `lexicons/tone.toml`."""
    content, _ = read_toml(Path(str(files("analysis") / "lexicons" / "tone.toml")), shown="tone.toml")
    good = {f"+{name}": compile_words(words) for name, words in content["good"].items()}
    bad = {f"-{name}": compile_words(words) for name, words in content["bad"].items()}
    signals = {name: compile_words(words) for name, words in content.items() if isinstance(words, list)}
    return Lists(good | bad, signals)


@lru_cache(maxsize=1)
def read_polarities() -> dict[str, float]:
    """Read the polarities of textblob-de's lexicon, in lower case: also the nouns, which its own look-up never finds.

    Examples
    --------
    >>> read_polarities()["erfolg"] > 0 > read_polarities()["angst"]
    True
    """
    source = files("textblob_de") / "data" / "de-sentiment.xml"
    values: dict[str, list[float]] = {}
    for word in ET.fromstring(source.read_bytes()):
        values.setdefault(word.get("form", "").lower(), []).append(float(word.get("polarity", 0)))
    return {word: sum(found) / len(found) for word, found in values.items()}


def find_negated(lows: list[str], lemmas: list[str]) -> list[bool]:
    """Tell which words a negation turns: one up to `REACH` words before, or up to two after."""
    negation = read_lists().signals["negation"]
    here = [matches(negation, low, lemma) for low, lemma in zip(lows, lemmas, strict=True)]
    return [any(here[max(0, i - REACH) : i]) or any(here[i + 1 : i + 3]) for i in range(len(here))]


def score_lexicon(forms: list[str], lemmas: list[str], pos: list[str]) -> tuple[float, list[tuple[int, float]]]:
    """Score one sentence by textblob-de's lexicon.

    Returns
    -------
    polarity : float
        The mean polarity (-1 to 1) of the words that the lexicon has, turned where negated; NaN if it has none.
    words : list of (token, polarity), what drove it

    Examples
    --------
    >>> score_lexicon(["Ein", "Erfolg"], ["ein", "Erfolg"], ["ART", "NN"])
    (1.0, [(1, 1.0)])
    """
    known = read_polarities()
    lows, low_lemmas = [f.lower() for f in forms], [m.lower() for m in lemmas]
    turned = find_negated(lows, low_lemmas)
    words = []
    for i, (low, lemma) in enumerate(zip(lows, low_lemmas, strict=True)):
        value = known.get(low, known.get(lemma, 0.0)) if pos[i][0] in "NVA" else 0.0
        if value:
            words.append((i, -value if turned[i] else value))
    return (sum(v for _, v in words) / len(words) if words else math.nan), words
