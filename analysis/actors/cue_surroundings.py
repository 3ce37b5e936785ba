"""Words around a cue: who is named beside it, in its clause, by its possessive or by *dort* before it."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

import pandas as pd

from analysis.actors.spokespersons import possessive
from analysis.actors.who_was_named import Scene
from analysis.language.words import Words

__all__ = [
    "Quoted",
    "addressed_in_turn",
    "beside_cue",
    "in_clause_of_cue",
    "owner_of_cue",
    "owner_of_turn",
    "person_behind_cue",
    "said_there",
    "tokens_of",
    "turn_of",
]

TURN, TURNS = 12, 4  # sentences of an answer in an interview; turns that make an article one
CLAUSE_MARKS = frozenset(', ; : – — ( ) „ “ ” " » «'.split())


class Quoted(NamedTuple):
    """What of a quotation counts here, and its place in the table."""

    row: int
    type: str
    start: int
    end: int
    text: str
    cue: str
    cue_start: int
    cue_end: int
    speaker: str
    speaker_start: int
    speaker_end: int


def tokens_of(words: Words, start: int, end: int) -> tuple[int, int]:
    """Return the tokens that share a character with a span."""
    first, stop = bisect_right(words.end, start), bisect_left(words.start, end)
    return first, max(stop, first)


def beside_cue(scene: Scene, row: Quoted) -> str:
    """Return who is named directly before or after the cue and can be its subject, or nobody."""
    if pd.isna(row.cue_start):
        return ""
    words = scene.words
    first, stop = tokens_of(words, row.cue_start, row.cue_end)
    for mention in scene.within(max(first - 1, 0), stop + 2):
        gap = words.form[stop : mention.first] if mention.first >= stop else words.form[mention.stop : first]
        is_said = row.start <= words.start[mention.first] < row.end
        if len(gap) <= 1 and "," not in gap and not is_said and not scene.is_oblique(mention):
            return mention.actor
    return ""


def in_clause_of_cue(scene: Scene, row: Quoted) -> str:
    """Return who is named in the clause of the cue and can be its subject: a person, else an organisation."""
    if pd.isna(row.cue_start):
        return ""
    words = scene.words
    first, stop = tokens_of(words, row.cue_start, row.cue_end)
    low, high = words.sentences[words.sentence[first]]
    while first > low and words.form[first - 1] not in CLAUSE_MARKS:
        first -= 1
    while stop < high and words.form[stop] not in CLAUSE_MARKS:
        stop += 1
    outside = [m for m in scene.within(first, stop) if not row.start <= words.start[m.first] < row.end]
    subjects = [m for m in outside if not scene.is_oblique(m)]
    return min(subjects, key=lambda m: not scene.is_person(m.actor)).actor if subjects else ""


def owner_of_cue(scene: Scene, row: Quoted) -> str:
    """Return whom the possessive means that opens a cue: *seine Ankündigung, dass …*; or nobody."""
    if pd.isna(row.cue_start):
        return ""
    first = tokens_of(scene.words, row.cue_start, row.cue_end)[0]
    pronoun = possessive(scene.words, first)
    return scene.antecedent(pronoun, first) if pronoun else ""


def said_there(scene: Scene, row: Quoted) -> str:
    """Return the organisation named last before *Dort heißt es*, in the sentence before at the most; or nobody."""
    words = scene.words
    if pd.isna(row.cue_start):
        return ""
    first = tokens_of(words, row.cue_start, row.cue_end)[0]
    here = words.sentence[first]
    if "dort" not in words.low[max(first - 1, words.sentences[here][0]) : first + 3]:
        return ""
    named = [m.actor for n in (here - 1, here) for m in scene.in_sentence.get(n, []) if m.stop <= first]
    return next((actor for actor in reversed(named) if not scene.is_person(actor)), "")


def person_behind_cue(scene: Scene, row: Quoted) -> tuple[int, int]:
    """Return the tokens of the noun for a person that stands directly behind a cue's verb and can be its subject."""
    words = scene.words
    if pd.isna(row.cue_start):
        return 0, 0
    first, stop = tokens_of(words, row.cue_start, row.cue_end)
    here = [m for m, _ in scene.unnamed.get(words.sentence[first], [])]
    for mention in here:
        between = [k for k in range(first + 1, mention.first) if not stop > k and words.pos[k] != "PRF"]
        if first < mention.first and not between and not scene.is_oblique(mention):
            return mention.first, mention.stop
    return 0, 0


def turn_of(scene: Scene, token: int) -> str:
    """Return whose turn it is in an interview: the name with a colon that opens this sentence or one before."""
    here = scene.words.sentence[token]
    owners = (_opens_turn(scene, n) for n in range(here, max(-1, here - TURN), -1))
    return next((owner for owner in owners if owner is not None), "")


def _opens_turn(scene: Scene, sentence: int) -> str | None:
    """Return whose turn a sentence opens, empty where the colon stands behind no name; None if it opens none."""
    words = scene.words
    low, high = words.sentences[sentence]
    for mention in scene.within(low, low + 1):
        if mention.stop < high and words.form[mention.stop] == ":":
            return mention.actor
    if low + 1 < high and words.form[low + 1] == ":":
        return words.form[low] if words.form[low].isupper() else ""
    return None


def owner_of_turn(scene: Scene, token: int) -> str:
    """Return whose turn it is, if the article is an interview: several turns, of two people at least."""
    if not turn_of(scene, token):
        return ""
    turns = [owner for n in range(len(scene.words.sentences)) if (owner := _opens_turn(scene, n))]
    return turn_of(scene, token) if len(turns) >= TURNS and len(set(turns)) > 1 else ""


def addressed_in_turn(scene: Scene, row: Quoted, first: int, stop: int) -> str:
    """Return whom *Sie* means that a turn speaks to: who has the other turns; who asks a question, asks it."""
    words = scene.words
    low, high = words.sentences[words.sentence[first]]
    is_polite = stop - first == 1 and words.form[first] == "Sie" and first > low and words.form[first - 1] not in ":.„"
    owner = owner_of_turn(scene, first) if is_polite else ""
    if not owner or (row.type == "Reported" and words.form[high - 1] == "?"):
        return owner
    before = (_opens_turn(scene, n) for n in range(words.sentence[first] - 1, -1, -1))
    after = (_opens_turn(scene, n) for n in range(words.sentence[first] + 1, len(words.sentences)))
    return next((other for other in (*before, *after) if other and other != owner), "")
