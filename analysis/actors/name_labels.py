"""Labels: the words that an article puts before or after a name."""

from functools import lru_cache

from analysis.codebook.wordlists import read_words_of
from analysis.language.words import Words

__all__ = ["Label", "is_title", "label_before", "label_beside", "phrase_start"]

Label = tuple[int, int]  # tokens, end exclusive
DETERMINERS = ("ART", "PPOSAT", "PDAT", "PIAT", "PPER", "PRELS")
LONGEST = 14  # tokens of an apposition


@lru_cache
def _title_endings() -> tuple[str, ...]:
    """Return every title in every case and gender, as endings of a word."""
    inflected = ("", "s", "es", "n", "en", "in", "innen")
    return tuple(word + end for word in read_words_of("titles") for end in inflected)


@lru_cache(maxsize=50_000)
def is_title(word: str) -> bool:
    """Tell a noun that says what a person or an institution is.

    Examples
    --------
    >>> is_title("Ex-Langzeit-Machthaber"), is_title("Nacht")
    (True, False)
    """
    return word.lower().endswith(_title_endings())


def _is_genitive_form(words: Words, i: int) -> bool:
    return words.pos[i] in ("NE", "FM") and words.low[i][-1] in "s'’" and words.form[i][0].isupper()


def _may_be_title(words: Words, k: int) -> bool:
    """A title is a noun; a compound with an abbreviation may be tagged as a name (NATO-Generalsekretär)."""
    return words.pos[k] == "NN" or (words.pos[k] == "NE" and "-" in words.form[k])


def label_before(words: Words, i: int, *, floor: int = 0) -> Label | None:
    """Find the words directly before a name at token `i`: *der belarussische Machthaber* Lukaschenko.

    Parameters
    ----------
    words : Words
    i : int
        The name's first token.
    floor : int
        No label reaches before this token (an earlier name ends there).

    Returns
    -------
    (first, stop) in tokens, or None if nothing but an article stands there.
    """
    floor = max(floor, words.sentences[words.sentence[i]][0])
    k = i
    while k > floor and _may_be_title(words, k - 1) and is_title(words.form[k - 1]):
        k -= 1
    has_words = k < i
    while k > floor and words.pos[k - 1] == "ADJA" and words.form[k - 1][0].islower():
        k, has_words = k - 1, True
    if has_words:
        k = _attribute_start(words, k, floor)
    if not has_words:
        return None
    if k > floor and (words.pos[k - 1] in DETERMINERS[:4] or _is_genitive_form(words, k - 1)):
        k -= 1
    return k, i


def phrase_start(words: Words, k: int, floor: int) -> int:
    """Return where the phrase of a description at token `k` begins: *der* inzwischen 81-Jährige.

    Parameters
    ----------
    words : Words
    k, floor : int
        The description's first token; the phrase does not reach before `floor`.
    """
    floor = max(floor, words.sentences[words.sentence[k]][0])
    first = k
    while first > floor and words.pos[first - 1] in ("ADV", "ADJD", "CARD", "ADJA"):
        first -= 1
    return first - 1 if first > floor and words.pos[first - 1] in ("ART", "PDAT") else k


def _attribute_start(words: Words, k: int, floor: int) -> int:
    """Walk over what enlarges an adjective: *der* 81 Jahre *alte*, *das* von Russland *geführte*, *der* heute *…*."""
    for start in range(k, max(floor, k - 7), -1):
        if words.pos[start - 1] == "ART":
            inner = words.pos[start:k]
            if inner and not any(p.startswith(("V", "$", "ART", "KO")) for p in inner):
                # an article governs the whole only if what stands between cannot end a phrase of its own
                return start if inner[0] in ("CARD", "APPR", "ADV", "ADJD") or inner[-1] == "ADJA" else k
            return k
        if words.pos[start - 1].startswith(("V", "$", "KO", "P")):
            return k
    return k


def _first_noun(words: Words, first: int, stop: int) -> int:
    """Return the first noun of a phrase, or -1."""
    return next((k for k in range(first, stop) if words.pos[k] == "NN"), -1)


def label_beside(words: Words, first: int, stop: int) -> list[Label]:
    """Find appositions set off by commas, dashes or brackets: *sein früherer Chef*, Karim Massimow, …

    Parameters
    ----------
    words : Words
    first, stop : int
        The name with the words directly before it, in tokens.

    Returns
    -------
    list of (first, stop), before and after the name
    """
    low, high = words.sentences[words.sentence[first]]
    found = []
    closes = stop >= high or words.form[stop] in {",", ".", ":", "“", '"', "”", "–", "-", ")"}
    if first - 1 > low and words.form[first - 1] == "," and closes:
        start = _title_phrase_before(words, first - 1, low)
        found += [(start, first - 1)] if start >= 0 else []
    if stop < high - 1 and words.form[stop] in {",", "–", "-", "("}:
        end = _apposition_after(words, stop, high)
        found += [(stop + 1, end)] if end > 0 else []
    return found


def _title_phrase_before(words: Words, comma: int, low: int) -> int:
    """Return where the noun phrase with a title that ends at a comma begins, or -1."""
    for k in range(comma - 1, max(low, comma - LONGEST) - 1, -1):
        if words.pos[k].startswith(("VVFIN", "VAFIN", "VMFIN", "$", "KOU", "KON")):
            return -1
        if words.pos[k] in ("ART", "PPOSAT") or _is_genitive_form(words, k):
            head = _first_noun(words, k + 1, comma)
            if head >= 0 and is_title(words.form[head]):
                return k
    return -1


def _apposition_after(words: Words, mark: int, high: int) -> int:
    """Return where the apposition that begins after a mark ends, or 0 if a clause or a list follows."""
    closing = ")" if words.form[mark] == "(" else words.form[mark]
    for k in range(mark + 1, min(high, mark + LONGEST)):
        if words.pos[k].startswith("V") and words.pos[k].endswith(("FIN", "INF", "IZU")):
            return 0
        if words.form[k] == closing or (closing == "," and words.pos[k] == "$."):
            if closing == ")":
                return k if k - mark <= 4 else 0
            head = _first_noun(words, mark + 1, k)
            opens = words.pos[mark + 1] in ("ART", "PPOSAT", "NN", "ADJA") and head >= 0
            return k if opens and is_title(words.form[head]) else 0
    return 0
