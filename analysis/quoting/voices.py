"""Voices: whose word each token is: the outlet's own, quoted, reported, or held at a distance."""

import re

import numpy as np
import pandas as pd

from analysis.codebook.cues import Cues, read_cues
from analysis.language.marks import pair_marks
from analysis.language.words import Words
from analysis.quoting.scare_quotes import is_name

__all__ = ["mark_voices"]

PIECE = re.compile(r"(\d+)-(\d+)")
NAMED = frozenset("NN NE FM TRUNC XY".split())


def mark_voices(tokens: pd.DataFrame, quotes: pd.DataFrame, *, cues: Cues | None = None) -> pd.DataFrame:
    """Give each token its voice and its innermost quotation.

    Parameters
    ----------
    tokens, quotes : DataFrame
        As `schema.TABLES` describes them.
    cues : Cues, optional
        The distancing words (*so genannt, angeblich*); without them, those of `data/cues.toml`.

    Returns
    -------
    DataFrame
        *tokens* with ``voice`` and ``quote`` set. ``direct``: inside a direct quotation; ``indirect``: inside reported
        speech, but not its inserted *sagte er*, and not the speaker and the verb of a sentence that only names what
        was said; ``distanced``: in quotation marks that quote nobody and are no name, or what *so genannt* and its
        like stand before; ``own``: everything else.

    Notes
    -----
    Reading it: a word inside a direct quotation stays ``direct`` whatever is nested in it. Voices can be compared
    between outlets as shares of tokens; a scare quote and a quotation are told apart by rule, not by intent.
    """
    cues = cues or read_cues()
    voice, number = tokens["voice"].to_numpy(object).copy(), tokens["quote"].to_numpy(object).copy()
    starts = tokens["start"].to_numpy()
    own_quotes = dict(tuple(quotes.groupby("article_id", sort=False)))
    for article_id, rows in tokens.groupby("article_id", sort=False).indices.items():
        voices, numbers = voice[rows], number[rows]
        if article_id in own_quotes:
            _mark_quotes(voices, numbers, starts[rows], own_quotes[article_id])
        _mark_distance(voices, _bare_words(article_id, tokens.iloc[rows]), cues)
        voice[rows], number[rows] = voices, numbers
    return tokens.assign(voice=pd.array(voice, dtype="str"), quote=pd.array(number, dtype="Int64"))


def _mark_quotes(voices: np.ndarray, numbers: np.ndarray, starts: np.ndarray, quotes: pd.DataFrame) -> None:
    """Mark the tokens of one article's quotations, the outer ones first."""
    for row in quotes.sort_values(["start", "end"], ascending=[True, False]).itertuples(index=False):
        pieces = [(int(a), int(b)) for a, b in PIECE.findall(row.pieces)] or [(row.start, row.end)]
        inside = np.concatenate([np.arange(*starts.searchsorted(piece)) for piece in pieces])
        if row.type == "Reported":  # its own words are what stands around speaker and verb
            inside = inside[~_lies_in(starts[inside], row.speaker_start, row.speaker_end)]
            inside = inside[~_lies_in(starts[inside], row.cue_start, row.cue_end)]
        numbers[inside] = row.quote
        if row.type == "Direct":
            voices[inside] = "direct"
        else:
            voices[inside[voices[inside] != "direct"]] = "indirect"


def _lies_in(starts: np.ndarray, first, last) -> np.ndarray:
    """Tell which tokens begin between two offsets; none if the offsets are missing."""
    return np.zeros(len(starts), bool) if pd.isna(first) else (starts >= first) & (starts < last)


def _bare_words(article_id: str, tokens: pd.DataFrame) -> Words:
    """Rebuild an article from its tokens: gaps of more than one character count as a new line."""
    lists = {name: tokens[name].tolist() for name in ("form", "lemma", "pos", "start", "end", "sentence")}
    text, position = [], 0
    for form, start in zip(lists["form"], lists["start"], strict=True):
        gap = start - position
        text += [" " if gap == 1 else "\n" * gap, form]
        position = start + len(form)
    return Words(article_id, "".join(text), **lists, paragraph=[0] * len(lists["form"]))


def _mark_distance(voices: np.ndarray, words: Words, cues: Cues) -> None:
    """Mark what the outlet says in its own voice and yet holds at a distance."""
    at = {start: i for i, start in enumerate(words.start)}
    ends = {end: i for i, end in enumerate(words.end)}
    for line in re.finditer(r"[^\n]+", words.text):
        for pair in pair_marks(words.text, *line.span()):
            if pair.start in at and pair.end in ends:
                first, last = at[pair.start], ends[pair.end] + 1
                is_own = all(voice == "own" for voice in voices[first:last])
                if is_own and not is_name(words, first, last):
                    voices[first:last] = "distanced"
    for i in range(len(words)):
        if _is_distancing(words, i, cues) and voices[i] == "own":
            last = _find_named(words, i)
            voices[i:last] = np.where(voices[i:last] == "own", "distanced", voices[i:last])


def _is_distancing(words: Words, i: int, cues: Cues) -> bool:
    """Tell *angeblich*, *mutmaßlich*, *sogenannt*; also *so genannt* and *selbst ernannt*, from their first word."""
    lemma = words.lemma[i].lower()
    following = words.low[i + 1] if i + 1 < len(words) else ""
    is_pair = words.low[i] in ("so", "selbst") and following.startswith(("genannt", "ernannt"))
    return is_pair or lemma in cues.distancing or any(words.low[i].startswith(word) for word in cues.distancing)


def _find_named(words: Words, i: int) -> int:
    """Return the end of what a distancing word stands before: up to and including its noun."""
    last = min(i + 6, len(words))
    noun = next((j for j in range(i + 1, last) if words.pos[j] in NAMED), i)
    while noun + 1 < len(words) and words.pos[noun + 1] == "NE" and noun > i:
        noun += 1
    between = words.form[i + 1 : noun]
    return i + 1 if any(form in ",.;:" for form in between) else noun + 1
