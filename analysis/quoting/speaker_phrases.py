"""Speaker phrases: where the words that name a speaker end in a frame, before a mark, or at a name behind a place."""

from analysis.language.governed_phrases import Phrase
from analysis.language.morphology import is_finite
from analysis.language.noun_phrases import FIRST_NAMES, find_noun_phrase
from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = ["lengthen_to_name", "trim_mark"]

FARTHEST = 14  # tokens from a title to the name behind its place


def trim_mark(words: Words, subject: Phrase | None) -> list[int]:
    """List the tokens of a phrase without a mark that opens behind it: *attestiert das Gutachten | „eine …“*."""
    phrase = list(range(*subject)) if subject else []
    return phrase[:-1] if phrase and words.marked.get(phrase[-1], 0) > phrase[-1] + 1 else phrase


def lengthen_to_name(words: Words, phrase: list[int]) -> list[int]:
    """Let a person's title go on to the name: *der Leiter | am Institut in Kiel, Karl Berg*; *eine Frau | namens Anna*.

    Parameters
    ----------
    words : Words
    phrase : list of int
        The speaker behind *sagte* or *so*.
    """
    if not _is_title_without_name(words, phrase):
        return phrase
    first, end = phrase[0], phrase[-1] + 1
    last = min(words.sentences[words.sentence[first]][1], end + FARTHEST)
    if end + 1 < last and words.low[end] == "namens":
        return list(range(first, find_noun_phrase(words, end + 1, last, with_attributes=False)))
    stop = _end_of_name_behind_place(words, end, last)
    return phrase if stop is None else list(range(first, stop))


def _is_title_without_name(words: Words, phrase: list[int]) -> bool:
    """Tell a phrase whose noun is one for persons, and that does not name them: *der Leiter*."""
    head = next((i for i in phrase if words.pos[i] in ("NN", "NE")), -1)
    if head < 0 or words.pos[head] != "NN" or kind_of(words.form[head]) != "person":
        return False
    return not any(words.form[i] in FIRST_NAMES for i in phrase)


def _end_of_name_behind_place(words: Words, end: int, last: int) -> int | None:
    """Return the end of a full name behind a place and a comma: *am Institut in Kiel, Karl Berg* |; else None."""
    if end >= last or words.pos[end] not in ("APPR", "APPRART"):
        return None
    comma = next((i for i in range(end, last) if words.form[i] in ",.:;" or is_finite(words.pos[i])), last)
    if comma + 2 >= last or words.form[comma] != "," or words.form[comma + 1] not in FIRST_NAMES:
        return None
    stop = find_noun_phrase(words, comma + 1, last, with_attributes=False)
    is_name = stop > comma + 2 and all(words.pos[i] == "NE" for i in range(comma + 1, stop))
    return stop if is_name else None
