"""Titles beside a name: a title of one word and the name that it is said of are one naming, parted by a comma."""

from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = ["are_name_and_title", "is_title_before", "is_title_behind"]

LONGEST = 6  # tokens between a title and the name behind it
IN_ATTRIBUTE = ("APPR", "APPRART", "ART", "ADJA", "NE", "NN")
Span = tuple[int, int]  # tokens: first, stop


def are_name_and_title(words: Words, one: Span, other: Span) -> bool:
    """Tell two namings of one actor of which the second, or the first, is a title of the other."""
    return is_title_behind(words, one, other) or is_title_before(words, one, other)


def is_title_behind(words: Words, name: Span, title: Span) -> bool:
    """Tell a title behind the name: *Anna Berg, die neue Kanzlerin*.

    >>> forms = "Anna Berg , die Kanzlerin".split()
    >>> words = Words("a", "", forms, forms, ["NE", "NE", "$,", "ART", "NN"], [0] * 5, [0] * 5, [0] * 5, [0] * 5)
    >>> is_title_behind(words, (0, 2), (4, 5)), is_title_behind(words, (0, 1), (1, 2))
    (True, False)
    """
    gap = range(name[1], title[0])
    is_joined = bool(gap) and words.form[name[1]] == "," and all(words.pos[k] in ("ART", "ADJA") for k in gap[1:])
    return is_joined and _is_title_of_one_word(words, title) and _stand_in_one_sentence(words, name, title)


def is_title_before(words: Words, title: Span, name: Span) -> bool:
    """Tell a title, and where it holds, before the name: *die Chefin von Mollix, Anna Berg*.

    >>> forms = "Chefin von Mollix , Anna Berg".split()
    >>> words = Words("a", "", forms, forms, "NN APPR NE $, NE NE".split(), [0] * 6, [0] * 6, [0] * 6, [0] * 6)
    >>> is_title_before(words, (0, 1), (4, 6))
    True
    """
    gap = range(title[1], name[0])
    is_near = 0 < len(gap) <= LONGEST and words.form[name[0] - 1] == ","
    is_one_phrase = all(words.pos[k] in IN_ATTRIBUTE for k in gap[:-1])
    is_title = _is_title_of_one_word(words, title)
    return is_title and is_near and is_one_phrase and _stand_in_one_sentence(words, title, name)


def _is_title_of_one_word(words: Words, span: Span) -> bool:
    first, stop = span
    return stop - first == 1 and kind_of(words.lemma[first]) == "person"


def _stand_in_one_sentence(words: Words, one: Span, other: Span) -> bool:
    return words.sentence[one[0]] == words.sentence[other[0]]
