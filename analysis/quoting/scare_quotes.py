"""Names in quotation marks: what stands in marks because it is called so, and quotes nobody."""

from analysis.codebook.wordlists import read_classes
from analysis.language.morphology import is_finite
from analysis.language.words import Words

__all__ = ["SHORT", "find_listed", "is_name"]

SHORT = 3  # words: what is no longer may be a name or a word held at a distance
JOINING = frozenset(("und", "oder"))
LISTED = 3  # marks in a row without a verb: a list of names (with 2, words that are quoted are lost)
GRAMMAR = read_classes("grammar")
CALLED, TITLED = GRAMMAR["called"], GRAMMAR["titled"]  # titles may be long
HEADS = TITLED | GRAMMAR["heads"]
NOUNS = frozenset("NN NE FM XY".split())
FOREIGN = frozenset("NE FM XY CARD".split())


def is_name(words: Words, first: int, last: int) -> bool:
    """Tell a name, a title or an organisation's full name in brackets from a quotation.

    Parameters
    ----------
    words : Words
    first, last : int
        The tokens between and including the marks.

    Returns
    -------
    bool
        True for *das Portal „Watson“*, *KNB („Nationales Sicherheitskommitee“)*, *der „Spiegel“*; False for what
        may be somebody's words, quoted or held at a distance.
    """
    inner = [i for i in range(first + 1, last - 1) if not words.pos[i].startswith("$")]
    if not inner:
        return True
    if first == 0:
        return len(inner) <= SHORT
    if _is_called(words, first - 1, last):
        return True
    return len(inner) <= 2 * SHORT and not _is_word(words, first - 1, inner) and _looks_named(words, first - 1, inner)


def _is_called(words: Words, before: int, last: int) -> bool:
    """Tell marks whose surroundings say that they hold a name: brackets, *der Film „…“*, *genannt „…“*, „…“ (CCC)."""
    if words.form[before] == "(" and last < len(words) and words.form[last] == ")":
        return True
    if words.lemma[before] in TITLED or any(words.lemma[i] in CALLED for i in range(max(0, before - 1), before + 1)):
        return True
    after = words.form[last : last + 3]
    return len(after) == 3 and after[0] == "(" and after[2] == ")" and after[1].isupper()


def _is_word(words: Words, before: int, inner: list[int]) -> bool:
    """Tell what cannot be a name: small words, or a plural noun with no head before the marks."""
    if all(words.form[i][:1].islower() and words.pos[i] not in NOUNS for i in inner):
        return True  # die Reaktion der OVKS „lächerlich“ machen
    return (
        len(inner) == 1 and _is_inflected_noun(words, inner[0]) and words.lemma[before] not in HEADS
    )  # „Friedenstruppen“


def _looks_named(words: Words, before: int, inner: list[int]) -> bool:
    """Tell an apposition (*die Serie „In aller Freundschaft“*) and words with capitals from a quotation."""
    if any(is_finite(words.pos[i]) for i in inner):
        return False
    if words.pos[before] in NOUNS:
        return len(inner) < SHORT or words.form[inner[0]][:1].isupper()
    is_capital = all(words.form[i][:1].isupper() or not words.form[i][:1].isalpha() for i in inner)
    return is_capital and (len(inner) > 1 or all(words.pos[i] in FOREIGN for i in inner))


def _is_inflected_noun(words: Words, i: int) -> bool:
    """Tell a common noun that is not in its dictionary form: a plural, but for the odd genitive."""
    return words.pos[i] == "NN" and words.lemma[i] != words.form[i] and not words.form[i].isupper()


def find_listed(words: Words, mood: list[str]) -> set[int]:
    """Find titles in a list, by their opening marks: *Vorträge wie „…“, „…“ und „…“*, where none has a verb.

    Parameters
    ----------
    words : Words
    mood : list of str
        The mood of each token that is a finite verb, else "".
    """
    runs: list[list[tuple[int, int]]] = []
    for first, last in words.pairs:
        between = words.form[runs[-1][-1][1] : first] if runs else []
        if 0 < len(between) <= 2 and (between[0] == "," or not JOINING.isdisjoint(between)):
            runs[-1].append((first, last))
        else:
            runs.append([(first, last)])
    lists = [run for run in runs if len(run) >= LISTED and not any(any(mood[a:b]) for a, b in run)]
    return {first for run in lists for first, _ in run}
