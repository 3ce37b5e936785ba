"""Organisation names: organisations by what their noun means, and abbreviations that stand for one."""

from analysis.actors.body_kinds import called_kinds
from analysis.actors.name_parts import ABBREVIATION, NAME_TAGS, Name, is_first_name, is_title_noun
from analysis.codebook.wordlists import read_classes, read_countries
from analysis.language.nouns import kind_of, pronoun_of
from analysis.language.words import Words

__all__ = ["is_generic", "read_abbreviation", "read_organisation"]

OPENING, CLOSING = frozenset('„ “ » " ‚'.split()), frozenset('“ ” « " ‘'.split())
WEAK = ("at", "ent", "ant", "ist", "et", "ot")  # endings of nouns whose plural ends in -en: Demokraten
# what ends so is an adjective in the masculine or genitive
DECLINED = ("ischer", "icher", "iger", "ster", "aler", "eiter")


def read_abbreviation(words: Words, i: int) -> Name | None:
    """Read an abbreviation that takes the place of a name: *SPD*, *WWF*, *GdP*."""
    form = words.form[i]
    ignored = read_classes("function_words")["abbreviation"]
    if not ABBREVIATION.fullmatch(form) or form in ignored or form.endswith("innen"):
        return None
    return Name(i, i + 1, form, "organisation", "")


def read_organisation(words: Words, i: int) -> Name | None:
    """Read the organisation whose noun stands at `i`, with the adjectives before it and what specifies it behind it."""
    if kind_of(words.form[i]) != "organisation" or not words.form[i][0].isupper():
        return None
    first = _first_adjective(words, i)
    floor, last = words.sentences[words.sentence[i]]
    stop = _organisation_end(words, i + 1, last)
    is_indefinite = first > floor and words.low[first - 1] in read_classes("function_words")["indefinite"]
    is_alone = stop == i + 1 and first == i and is_generic(words.low[i])  # "die Schule": refers to one named before
    if is_indefinite or is_alone or _is_title_of(words, i, last):
        return None
    pronoun = pronoun_of(words.form[i])
    if stop > i + 3 and words.form[i + 1] in OPENING:
        name = words.text[words.start[i + 2] : words.end[stop - 2]]
    else:
        adjectives = [_nominative(words.form[k], pronoun) for k in range(first, i)]
        name = " ".join([*adjectives, _noun(words, i, pronoun), *words.form[i + 1 : stop]])
    return Name(first, stop, name, "organisation", pronoun, frozenset((words.low[i],)))


def _first_adjective(words: Words, i: int) -> int:
    """Return where the adjectives begin that belong to an organisation's name."""
    floor, k = words.sentences[words.sentence[i]][0], i
    while k > floor and words.pos[k - 1] == "ADJA" and _specifies(words, k - 1):
        k -= 1
    return k


def _is_title_of(words: Words, i: int, last: int) -> bool:
    """Tell *Finanzvorstand Hans Huber*, *Landesrat Huber*: a person's title and no body."""
    if i + 1 >= last:
        return False
    return is_first_name(words.form[i + 1]) or (is_title_noun(words, i) and words.pos[i + 1] == "NE")


def _noun(words: Words, i: int, pronoun: str) -> str:
    """Return an organisation's noun in the nominative: by its lemma, unless that is spelled otherwise."""
    form, lemma = words.form[i], words.lemma[i]
    if pronoun in ("er", "es") and form == f"{lemma}en":
        return form if lemma.endswith(WEAK) else form[:-1]  # mit Liberaldemokraten, aus UN-Kreisen: several
    return lemma if pronoun != "plural" and form.startswith(lemma[:-1]) and lemma[:1].isupper() else form


def _nominative(adjective: str, pronoun: str) -> str:
    """Give an adjective the ending that it has before a name without an article; *Wiener* has none."""
    if adjective[0].isupper() and adjective.endswith("er") and not adjective.endswith(DECLINED):
        return adjective
    return _uninflected(adjective) + {"er": "er", "es": "es"}.get(pronoun, "e")


def _specifies(words: Words, k: int) -> bool:
    """Tell an adjective that belongs to an organisation's name or says whose it is: *Deutsche*, *polnische*."""
    return words.form[k][0].isupper() or _uninflected(words.low[k]) in read_countries()


def _uninflected(adjective: str) -> str:
    return next((adjective[: -len(end)] for end in ("er", "es", "en", "em", "e") if adjective.endswith(end)), adjective)


def _organisation_end(words: Words, j: int, last: int) -> int:
    """Return where an organisation's name ends: *Universität Wien*, *Ministerium für Inneres*, *Rat der Stadt*."""
    if j >= last:
        return j
    if words.form[j] in OPENING:
        closing = next((k for k in range(j + 2, min(j + 6, last)) if words.form[k] in CLOSING), 0)
        return closing + 1 if closing and words.form[j + 1][:1].isupper() else j
    k = j
    while k < min(last, j + 3) and words.form[k][:1].isupper() and words.pos[k] in NAME_TAGS:
        k += 1
    return k if k > j else j + _n_specifying(words, j, last)


def _n_specifying(words: Words, j: int, last: int) -> int:
    """Count the tokens that say which: *für Inneres*, *für Luft- und Raumfahrt*, or none."""
    if not _is_specified(words, j, last):
        return 2 * _is_titled(words, j, last)
    is_joined = words.form[j + 1].endswith("-") and j + 3 < last and words.low[j + 2] in ("und", "oder")
    return 4 if is_joined else 2


def _is_titled(words: Words, j: int, last: int) -> bool:
    """Tell a capitalised adjective and its noun behind an organisation's noun: *Bundesverband Erneuerbare Energie*."""
    is_large = all(form[:1].isupper() for form in words.form[j : j + 2])
    return j + 1 < last and is_large and words.pos[j : j + 2] == ["ADJA", "NN"]


def _is_specified(words: Words, j: int, last: int) -> bool:
    """Tell *für Inneres*, *von Athen*, *der Polizei* behind an organisation's noun."""
    if j + 1 >= last or not words.form[j + 1][:1].isupper():
        return False
    is_name = words.pos[j + 1] in NAME_TAGS
    is_body = kind_of(words.form[j + 1]) == "organisation" and not called_kinds(words.form[j + 1])
    is_genitive = words.low[j] in ("des", "der") and (is_name or is_body)
    return words.low[j] == "für" or (words.low[j] in ("von", "in") and is_name) or is_genitive


def is_generic(low: str) -> bool:
    """Tell a noun that alone is no name of an organisation but refers to one: *die Schule*, *des Instituts*.

    >>> is_generic("instituts"), is_generic("polizei")
    (True, False)
    """
    classes = read_classes("organisations")
    generic = classes["generic"]
    return low not in classes["plural"] - generic and any(
        low.removesuffix(end) in generic for end in ("", "s", "es", "n", "en")
    )
