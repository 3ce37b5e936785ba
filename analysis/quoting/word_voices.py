"""Voices: whose word each token is: the outlet's own, quoted, reported, or held at a distance."""

import re

import numpy as np
import pandas as pd

from analysis.codebook.cues import Cues, read_cues
from analysis.language.morphology import is_finite
from analysis.language.words import Words
from analysis.quoting.scare_quotes import is_name

__all__ = ["mark_voices"]

GAP = " … "  # between the words of a cue
PIECE = re.compile(r"(\d+)-(\d+)")
NAMED = frozenset("NN NE FM TRUNC XY".split())
BEFORE_NOUN = frozenset("ART APPR APPRART PPOSAT PDAT PIAT".split())  # an adjective after these is not angeblich's
CLAUSE_ENDS = frozenset(", . ; : ! ? – —".split())
FAR = 7  # words: the longest attribute between *angeblich* and its noun


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
        speech, but not its inserted *sagte er*; ``reported``: what a sentence that only names a speech act says was
        said, without its speaker and its verb; ``distanced``: in quotation marks that quote nobody and are no name, or
        what *so genannt*, *angeblich*, *offenbar* hold at a distance, in whichever voice they stand; ``own``: the rest.

    Notes
    -----
    Reading it: a word inside a direct quotation stays ``direct`` whatever is nested in it, unless the speaker holds
    it at a distance; a word that is reported twice is ``indirect`` before it is ``reported``. Voices can be compared
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
            for piece in _cue_pieces(row):
                inside = inside[~_lies_in(starts[inside], *piece)]
        numbers[inside] = row.quote
        if row.type == "Direct":
            voices[inside] = "direct"
        elif row.type == "Reported":
            voices[inside[voices[inside] == "own"]] = "reported"
        else:
            voices[inside[voices[inside] != "direct"]] = "indirect"


def _cue_pieces(row: tuple) -> list[tuple[int, int]]:
    """List where a verb's words stand: of *hat … gefordert* the first and the last, not what lies between."""
    first, *_, last = row.cue.split(GAP) * 2
    return (
        []
        if pd.isna(row.cue_start)
        else [(row.cue_start, row.cue_start + len(first)), (row.cue_end - len(last), row.cue_end)]
    )


def _lies_in(starts: np.ndarray, first, last) -> np.ndarray:
    """Tell which tokens begin between two offsets; none if the offsets are missing."""
    return np.zeros(len(starts), bool) if pd.isna(first) else (starts >= first) & (starts < last)


def _bare_words(article_id: str, tokens: pd.DataFrame) -> Words:
    """Rebuild an article from its tokens: gaps of more than one character count as a new line."""
    lists = {name: tokens[name].tolist() for name in ("form", "lemma", "pos", "start", "end", "sentence")}
    text, position, paragraph = [], 0, []
    for form, start in zip(lists["form"], lists["start"], strict=True):
        gap = start - position
        paragraph.append((paragraph[-1] if paragraph else 0) + (gap > 1))
        text += [" " if gap == 1 else "\n" * gap, form]
        position = start + len(form)
    return Words(article_id, "".join(text), **lists, paragraph=paragraph)


def _mark_distance(voices: np.ndarray, words: Words, cues: Cues) -> None:
    """Mark what the outlet says in its own voice and yet holds at a distance."""
    for first, last in words.pairs:
        is_own = all(voice == "own" for voice in voices[first:last])
        if is_own and not is_name(words, first, last):
            voices[first:last] = "distanced"
    for i in range(len(words)):
        if _is_distancing(words, i, cues):
            held = [j for j in _find_held(words, i) if voices[j] != "direct" or voices[i] == "direct"]
            voices[held] = "distanced"


def _is_distancing(words: Words, i: int, cues: Cues) -> bool:
    """Tell *angeblich*, *mutmaßlich*, *sogenannt*; also *so genannt* and *selbst ernannt*, from their second word."""
    if words.low[i].startswith(tuple(cues.distancing_seconds)):
        return i > 0 and words.low[i - 1] in ("so", "selbst")
    return words.lemma[i].lower() in cues.distancing or words.low[i].startswith(tuple(cues.distancing))


def _find_held(words: Words, i: int) -> list[int]:
    """List the words that a distancing word holds off: its noun with what stands between, or its clause's predicate."""
    last = min(i + FAR, words.sentences[words.sentence[i]][1])
    attribute = next((j for j in range(i, last) if words.pos[j] == "ADJA"), None)
    noun = next((j for j in range(i + 1, last) if words.pos[j] in NAMED), None)
    is_attribute = attribute is not None and (attribute == i or words.pos[attribute - 1] not in BEFORE_NOUN)
    is_near = noun is not None and not any(form in ",.;:" for form in words.form[i + 1 : noun])
    if not is_near or (words.pos[i] != "ADJA" and not (is_attribute and attribute < noun)):
        return _find_predicate(words, i)
    while noun + 1 < len(words) and words.pos[noun + 1] == "NE":
        noun += 1
    return list(range(i + 1, noun + 1))


def _find_predicate(words: Words, i: int) -> list[int]:
    """List the words whose truth *offenbar* leaves open: its clause from the verb on."""
    first, last = words.sentences[words.sentence[i]]
    begin = next((j + 1 for j in range(i - 1, first - 1, -1) if words.form[j] in CLAUSE_ENDS), first)
    end = next((j for j in range(i + 1, last) if words.form[j] in CLAUSE_ENDS), last)
    verb = next((j for j in range(begin, end) if is_finite(words.pos[j])), begin)
    verb = min(verb, i + 1)
    return [j for j in range(verb, end) if j != i and not words.pos[j].startswith("$")]
