"""Phrases of a rewritten stretch, and which of one copy stands for which of the other: each for one of its kind."""

from typing import NamedTuple

from analysis.copying.paired_words import Part, pair_in_order

__all__ = ["DETERMINERS", "ChangedPhrase", "list_phrases", "pair_phrases"]

PHRASES = 4  # phrases a side beyond which a stretch is rewritten and nothing in it stands for something else
DETERMINERS = ("ART", "PPOSAT", "PDAT", "PIAT", "PIDAT")
ATTRIBUTES = ("ADJ", "CARD", "TRUNC")
NOUNS = ("NN", "NE", "FM", "XY")


class ChangedPhrase(NamedTuple):
    """A phrase: a slice of tokens, and its kind."""

    first: int
    last: int
    kind: str


def list_phrases(tokens: list[Part]) -> list[ChangedPhrase]:
    """Cut a stretch into phrases: noun phrases, prepositional ones, single verbs and other words, marks."""
    found, i = [], 0
    while i < len(tokens):
        pos = tokens[i].pos
        end, kind = i + 1, pos[:3] if tokens[i].is_word else "mark " + tokens[i].form
        bounded = i + 1 < len(tokens) and tokens[i + 1].pos in ("ADV", "ADJD")  # *an mindestens zwei Orten*
        if pos.startswith("APPR") and (after := _end_of_nouns(tokens, i + 1 + bounded)):
            end, kind = after, "PP"
        elif after := _end_of_nouns(tokens, i):
            end, kind = after, "NP"
        elif pos.startswith("V"):
            kind = "V"
        figure = any(t.number is not None for t in tokens[i:end])
        found.append(ChangedPhrase(i, end, kind + " of a number" * figure))
        i = end
    return found


def _end_of_nouns(tokens: list[Part], i: int) -> int:
    """Return the end of the noun phrase that begins at `i`; 0 if none does."""
    j = i
    while j < len(tokens) and tokens[j].pos.startswith(DETERMINERS):
        j += 1
    while j < len(tokens) and tokens[j].pos.startswith(ATTRIBUTES):
        behind = tokens[j + 1].pos if j + 1 < len(tokens) else ""
        if tokens[j].pos == "ADJD" and not behind.startswith(ATTRIBUTES):
            break  # *offenbar Exporte*: an adverb
        j += 1
    k = j
    while k < len(tokens) and tokens[k].pos in NOUNS:
        k += 1
    return k if k > j else 0


def pair_phrases(a: list[ChangedPhrase], b: list[ChangedPhrase]) -> list[tuple[ChangedPhrase, ChangedPhrase]]:
    """Pair phrases of one kind in order, as many as can be; none where a stretch is rewritten at length."""
    words = [[p for p in side if not p.kind.startswith(("mark", "$"))] for side in (a, b)]
    return [] if max(map(len, words)) > PHRASES else [(a[i], b[j]) for i, j in pair_in_order(a, b, _worth)]


def _worth(a: ChangedPhrase, b: ChangedPhrase) -> float:
    return 0 if a.kind != b.kind else 2 if a.kind.startswith(("NP", "PP", "V")) else 1
