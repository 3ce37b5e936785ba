"""Effects: what a change between two copies does: to whose word it is, to a judgement, to a name, to what is told."""

import re
from functools import lru_cache

import pandas as pd

from analysis.codebook.wordlists import read_classes
from analysis.language.numerals import parse_number

__all__ = ["PartsOfSpeech", "is_edge", "name_effect"]

CLAUSE = ("VVFIN", "VAFIN", "VMFIN")
NOUNS = ("NN", "NE", "FM")
LONG = 12  # words of a stretch that is left out as information, though it has no verb
EDGE = 4  # words from the end of a passage in which a change may be another sentence's beginning


class PartsOfSpeech:
    """Looks up the tokens of a stretch, and which sets of contrasts their words belong to."""

    def __init__(self, tokens: pd.DataFrame, terms: pd.DataFrame):
        """Sort the tokens by article."""
        wanted = ["start", "end", "form", "lemma", "pos", "sentence"]
        self._tokens = {key: own[wanted] for key, own in tokens.groupby("article_id", sort=False)}
        self._sets: dict[tuple[str, int], set[str]] = {}
        for row in terms[["article_id", "start", "contrast"]].itertuples(index=False):
            self._sets.setdefault((row.article_id, row.start), set()).add(row.contrast)

    def tokens_between(self, article_id: str, start: int, end: int) -> pd.DataFrame:
        """Return the tokens of a stretch."""
        own = self._tokens[article_id]
        return own[(own["start"] >= start) & (own["end"] <= end)]

    def sets(self, article_id: str, start: int, end: int) -> set[str]:
        """Return the sets of rival words that have a word in a stretch."""
        found = [self._sets.get((article_id, s), set()) for s in self.tokens_between(article_id, start, end)["start"]]
        return set().union(*found)

    def cuts(self, article_id: str, place: int) -> bool:
        """Tell whether a place lies inside a sentence: words of it stand on both sides."""
        own = self._tokens[article_id]
        words = own[~own["pos"].str.startswith("$")]
        before, after = words[words["end"] <= place], words[words["start"] >= place]
        return len(before) > 0 and len(after) > 0 and before["sentence"].iloc[-1] == after["sentence"].iloc[0]

    def words_between(self, article_id: str, start: int, end: int) -> int:
        """Count the words of a stretch, without marks."""
        return int((~self.tokens_between(article_id, start, end)["pos"].str.startswith("$")).sum())


@lru_cache(maxsize=8)
def _pattern(name: str) -> re.Pattern:
    """Compile a class of `edit_effects.txt`."""
    words = (
        re.escape(word.replace("_", " ")).replace(r"\*", r"\w{0,3}")
        for word in sorted(read_classes("edit_effects")[name])
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")


def _has(name: str, words: str) -> bool:
    return bool(_pattern(name).search(words.casefold()))


def name_effect(row: dict, look: PartsOfSpeech) -> str:
    """Say what a change does, the most telling first: one of `ranked_edits.EFFECTS`.

    Parameters
    ----------
    row : dict
        A change: ``kind``, ``changes``, both wordings and the place of each.
    look : PartsOfSpeech
        The words of the articles.
    """
    if row["kind"] == "move":
        return "style"
    if row["changes"] == "marks":
        return "hedge"
    one = look.tokens_between(row["article_id"], row["start"], row["end"])
    is_clause = row["kind"] == "delete" and (one["pos"].isin(CLAUSE).any() or len(one) >= LONG)
    telling = ("attribution",) if is_clause and len(one) > EDGE else ("hedge", "attribution", "evaluation")
    for name in telling:
        if _has(name, row["words"]) != _has(name, row["other_words"]):
            return name
    if row["kind"] == "delete":
        return "omission" if is_clause and len(one) > 2 else _grade(one, row["words"])
    return _name_replacement(row, look)


def _name_replacement(row: dict, look: PartsOfSpeech) -> str:
    """Say what it does to put one wording for another: another name for the thing, more or less precise, or style."""
    sides = (
        (row["article_id"], row["start"], row["end"]),
        (row["other_article_id"], row["other_start"], row["other_end"]),
    )
    if look.sets(*sides[0]) & look.sets(*sides[1]):
        return "rival"
    one, other = (look.tokens_between(*side) for side in sides)
    if _figures_in_words(row["words"]) != _figures_in_words(row["other_words"]):
        return "precision"
    if _starts_with_preposition(one) and _starts_with_preposition(other):
        return "precision"
    return "rival" if _name_two_things(one, other) else "style"


def _figures_in_words(words: str) -> list[float]:
    return [n for word in words.split() if (n := parse_number(word)) is not None]


def _name_two_things(one: pd.DataFrame, other: pd.DataFrame) -> bool:
    """Tell whether either side has a noun, and none is a noun of the other."""
    nouns = [side[side["pos"].isin(NOUNS)] for side in (one, other)]
    if nouns[0].empty or nouns[1].empty:
        return False
    return not set(nouns[0]["lemma"]) & set(nouns[1]["lemma"]) and not _is_same_word(nouns)


def _is_same_word(nouns: list[pd.DataFrame]) -> bool:
    """Tell *Vertrages* and *Vertrags*: another form of one word."""
    one, other = (side["form"].iloc[-1].casefold() for side in nouns)
    stem = min(len(one), len(other)) - 3
    return stem > 2 and one[:stem] == other[:stem] and abs(len(one) - len(other)) < 3


def _grade(words: pd.DataFrame, printed: str) -> str:
    """Say whether what one side lacks is information (a noun, a name, a number, a time) or a particle."""
    plain = [
        word
        for word in printed.casefold().split()
        if word.strip(",.–-") not in read_classes("edit_effects")["particles"]
    ]
    is_telling = words["pos"].str.startswith(("NN", "NE", "CARD", "ADJ", "ADV", "VV")).any()
    return "precision" if plain and is_telling else "style"


def _starts_with_preposition(words: pd.DataFrame) -> bool:
    return len(words) > 1 and words["pos"].iloc[0].startswith("APPR")


def is_edge(row: dict, ends: pd.DataFrame, look: PartsOfSpeech) -> bool:
    """Tell a change within a few words of where every passage that holds it begins or ends inside a sentence."""
    article_id, start, end = row["article_id"], row["start"], row["end"]
    places = [(s, e) for s, e in zip(*ends.loc[article_id], strict=True) if s <= start and end <= e]
    return bool(places) and all(
        (look.words_between(article_id, s, start) < EDGE and look.cuts(article_id, s))
        or (look.words_between(article_id, end, e) < EDGE and look.cuts(article_id, e))
        for s, e in places
    )
