"""The head of a phrase that names a speaker: the noun that it is about."""

from analysis.language.words import Words

__all__ = ["NOUNS", "head_of"]

NOUNS = ("NN", "NE", "FM", "XY")


def head_of(words: Words, first: int, stop: int) -> int:
    """Return the noun that a phrase is about: its first noun, or the one that a genitive stands before."""
    begin = _after_attribute(words, first, stop)
    nouns = [k for k in range(begin, stop) if words.pos[k] in NOUNS and words.form[k][0].isalnum()]
    for k in nouns:
        is_genitive = words.pos[k] != "NN" and words.low[k][-1] in "s'’" and k + 1 < stop
        follows = next((n for n in range(k + 1, stop) if words.pos[n] != "ADJA"), stop)
        if not (is_genitive and follows < stop and words.pos[follows] == "NN"):
            return k
    return nouns[0] if nouns else -1


def _after_attribute(words: Words, first: int, stop: int) -> int:
    """Return where the noun may come: *die | in Wien tätige | Forscherin*, *Bergs nach Wien gezogene | Frau*."""
    opens = words.pos[first] == "ART" or (words.pos[first] == "NE" and words.low[first][-1] in "s'’")
    if stop - first < 4 or not opens or words.pos[first + 1] not in ("APPR", "APPRART"):
        return first
    adjectives = (k for k in range(first + 3, stop - 1) if words.pos[k] == "ADJA" and words.pos[k + 1] in NOUNS)
    return next(adjectives, first)
