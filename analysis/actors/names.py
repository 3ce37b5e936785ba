"""Names: persons and organisations that an article names, found without a codebook.

Persons by their first name, their title, or two names in a row; organisations by what their noun means, or as an
abbreviation. A last name alone belongs to whoever bore it before; an abbreviation to the name that it stood behind.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from analysis.actors.labels import label_before, label_beside
from analysis.actors.nouns import kind_of, parties, pronoun_of
from analysis.codebook.wordlists import read_classes, read_countries
from analysis.language.capitals import Capitals
from analysis.language.words import Words

__all__ = ["ABBREVIATION", "Name", "find_names", "is_country", "is_first_name", "is_generic"]

INITIAL = re.compile(r"[A-ZÄÖÜ]\.?")
ABBREVIATION = re.compile(r"(?=(?:.*[A-ZÄÖÜ]){2})[A-ZÄÖÜ][\wÄÖÜäöü&]{1,6}")
ARABIC = re.compile(r"(?:al|el|as|ar|ad|at)-[A-Z]")
OPENING, CLOSING = frozenset('„ “ » " ‚'.split()), frozenset('“ ” « " ‘'.split())
GENITIVE = ("s", "'", "’")
LONGEST = 5  # tokens in a person's name
LONGEST_WORD = 25  # letters: a longer word is several that a web page has run together
DECLINED = (
    "ischer",
    "icher",
    "iger",
    "ster",
    "aler",
    "eiter",
)  # what ends so is an adjective in the masculine or genitive
NAME_TAGS = frozenset(("NE", "FM", "XY"))


@dataclass(frozen=True)
class Name:
    """A naming of a person or an organisation: its tokens, the name in full, and what stands beside it.

    `labels` are the nouns of its titles, lower case; `party` is the party printed with it.
    """

    first: int
    stop: int
    name: str
    kind: str  # person | organisation
    pronoun: str = ""
    labels: frozenset[str] = field(default=frozenset())
    party: str = ""


@cache
def _first_names() -> dict[str, str]:
    classes = read_classes("first_names")
    return {name: pronoun for pronoun in ("er", "sie", "any") for name in classes[pronoun]}


def is_first_name(word: str) -> bool:
    """Tell a first name, also one of two that a hyphen joins.

    >>> is_first_name("Anna"), is_first_name("Hans-Otto"), is_first_name("Berlin")
    (True, True, False)
    """
    return word in _first_names() or ("-" in word and word.partition("-")[0] in _first_names())


def is_country(low: str) -> bool:
    """Tell the name of a country, also in the genitive."""
    return low in read_countries() or low.removesuffix("s") in read_countries()


def _pronoun(first_name: str) -> str:
    known = _first_names()
    pronoun = known.get(first_name) or known.get(first_name.partition("-")[0], "")
    return "" if pronoun == "any" else pronoun


def _is_namelike(words: Words, i: int, capitals: Capitals) -> bool:
    """Tell a capitalised word that may be part of a name: by its tag, or because it takes no determiner anywhere."""
    form = words.form[i]
    if not form[:1].isupper() or form.isdigit() or is_country(words.low[i]):
        return False
    if kind_of(form) and words.pos[i] == "NN":
        return False
    is_opening = i == words.sentences[words.sentence[i]][0]
    if words.pos[i] in NAME_TAGS or INITIAL.fullmatch(form):
        return not is_opening or not capitals.lower[form.lower()]
    return not is_opening and capitals.is_bare(form)


def _person_end(words: Words, i: int, capitals: Capitals, *, is_named: bool) -> int:
    """Return where the run of names that begins at `i` ends; `is_named`: a first name or a title has come before."""
    last = min(words.sentences[words.sentence[i]][1], i + LONGEST)
    j = i
    while j < last:
        ahead = _after_particles(words, j, last)
        if ahead > j:
            if ahead >= last or j == i or not _is_surname(words, ahead, capitals) or words.pos[ahead] == "NN":
                break
            j = ahead + 1
        elif j > i and ARABIC.match(words.form[j]):
            j += 1
        elif is_first_name(words.form[j]) or _is_namelike(words, j, capitals):
            if j > i and is_first_name(words.form[j]) and not is_first_name(words.form[i]):
                return i  # "Burgenlands Hans Huber": the person begins at the first name
            j += 1
        elif is_named and j > i and _awaits_surname(words, i, j) and _is_surname(words, j, capitals):
            j += 1
        elif words.form[j] == "." and j > i and len(words.form[j - 1]) == 1:
            j += 1
        else:
            break
    return j


def _awaits_surname(words: Words, i: int, j: int) -> bool:
    """Tell first names and initials from `i` on, behind which a last name must come at `j`."""
    return is_first_name(words.form[i]) and all(
        is_first_name(words.form[k]) or len(words.form[k].rstrip(".")) == 1 or words.form[k] == "." for k in range(i, j)
    )


def _after_particles(words: Words, j: int, last: int) -> int:
    """Return the token after *von*, *van der*, *de la* at `j`; `j` itself if no particle stands there."""
    classes = read_classes("function_words")
    k = j
    while k < last and words.low[k] in (
        classes["particle"] if k == j else classes["particle"] | classes["inner_particle"]
    ):
        k += 1
    return k


def _is_surname(words: Words, j: int, capitals: Capitals) -> bool:
    """Tell what may follow a first name: a capitalised word that is no function word and no title."""
    form = words.form[j]
    common = words.pos[j] in ("ART", "APPR", "PPER", "KON", "KOUS", "PPOSAT", "ADV", "CARD", "APPRART", "PDS")
    return (
        form[:1].isupper()
        and not common
        and not (kind_of(form) and words.pos[j] == "NN")
        and capitals.determined[form] <= 1
    )


def _bare(words: Words, stop: int, seen: set[str]) -> str:
    """Return a name's last word without its genitive ending: the bare form is printed elsewhere, or a noun follows."""
    form = words.form[stop - 1]
    if len(form) < 4 or not form.endswith(GENITIVE):
        return form
    before_noun = (
        stop < len(words) and words.pos[stop] in ("NN", "ADJA") and words.sentence[stop] == words.sentence[stop - 1]
    )
    is_genitive = form[:-1] in seen or form[-1] in "'’" or (before_noun and form[-2] not in "sßxz")
    return form[:-1] if is_genitive else form


def _beside(words: Words, first: int, stop: int) -> tuple[frozenset[str], str]:
    """Collect the title nouns around a name, and the party behind or before it."""
    before = label_before(words, first)
    spans = ([before] if before else []) + label_beside(words, before[0] if before else first, stop)
    nouns = [k for a, b in spans for k in range(a, b) if words.pos[k] in ("NN", "NE", "XY", "FM")]
    after = words.low[stop + 1] if stop + 1 < len(words) and words.form[stop] in "(," else ""
    known = parties()
    party = known.get(after, "")
    for k in nouns:
        party = party or known.get(words.low[k], "") or known.get(words.low[k].partition("-")[0], "")
    return frozenset(words.low[k] for k in nouns), party


def _person(words: Words, i: int, capitals: Capitals, seen: set[str]) -> Name | None:
    """Read the person whose first name, initial or bare name stands at `i`."""
    form = words.form[i]
    has_first = is_first_name(form)
    has_title = i > 0 and words.sentence[i] == words.sentence[i - 1] and _is_title(words, i - 1)
    if not (has_first or _is_namelike(words, i, capitals)):
        return None
    stop = _person_end(words, i, capitals, is_named=has_first or has_title)
    n_words = sum(words.form[k] != "." for k in range(i, stop))
    is_glued = any(len(words.form[k]) > LONGEST_WORD for k in range(i, stop))
    if stop == i or (n_words < 2 and not has_title) or ABBREVIATION.fullmatch(form) or is_glued:
        return None
    if n_words < 2 and words.pos[i] not in NAME_TAGS and not capitals.is_bare(form):
        return None
    if not has_first and not has_title and not _stands_as_person(words, i, stop, capitals):
        return None
    last = _bare(words, stop, seen)
    name = words.text[words.start[i] : words.start[stop - 1]] + last
    labels, party = _beside(words, i, stop)
    titles = [pronoun_of(noun) for noun in labels if kind_of(noun) == "person"]
    pronoun = (_pronoun(form) if has_first else "") or ("sie" if "sie" in titles else "er" if "er" in titles else "")
    return Name(i, stop, " ".join(name.split()), "person", pronoun, labels, party)


def _is_title(words: Words, k: int) -> bool:
    """Tell a title of a person: *Kanzler*, and *Landesrat*, *Vorstand*, which are bodies too."""
    low = words.low[k]
    is_both = any(low.endswith(title) for title in read_classes("organisations")["title"])
    return words.pos[k] in ("NN", "NE") and (is_both or kind_of(words.form[k]) == "person")


def _stands_as_person(words: Words, i: int, stop: int, capitals: Capitals) -> bool:
    """Tell two names in a row that are no place: *Larry Page*, not *in New York*, *Bad Aussee*."""
    before = words.low[i - 1] if i > words.sentences[words.sentence[i]][0] else ""
    is_placed = before in read_classes("function_words")["place"] or any(
        capitals.is_place(words.form[k]) for k in range(i, stop)
    )
    has_article = before in ("das", "die", "der", "dem", "den", "des") and words.pos[i - 1] == "ART"
    is_genitive = words.form[i].endswith(GENITIVE) and capitals.capital[words.form[i][:-1]] > 0
    is_spelled = all(form.replace("-", "").isalpha() and not form.isupper() for form in words.form[i:stop])
    return is_spelled and not (is_placed or has_article or is_genitive) and words.pos[i] in NAME_TAGS


def _abbreviation(words: Words, i: int) -> Name | None:
    """Read an abbreviation that takes the place of a name: *SPD*, *WWF*, *GdP*."""
    form = words.form[i]
    ignored = read_classes("function_words")["abbreviation"]
    if not ABBREVIATION.fullmatch(form) or form in ignored or form.endswith("innen"):
        return None
    return Name(i, i + 1, form, "organisation", "")


def _organisation(words: Words, i: int, capitals: Capitals) -> Name | None:
    """Read the organisation whose noun stands at `i`, with the adjectives before it and what specifies it behind it."""
    if kind_of(words.form[i]) != "organisation" or not words.form[i][0].isupper():
        return None
    floor, last = words.sentences[words.sentence[i]]
    first = i
    while first > floor and words.pos[first - 1] == "ADJA" and _specifies(words, first - 1):
        first -= 1
    if words.low[first - 1 if first > floor else i] in ("ein", "eine", "einer", "einem", "einen", "eines"):
        return None  # some party or other
    stop = _organisation_end(words, i + 1, last, capitals)
    is_title = _is_title(words, i) and i + 1 < last and words.pos[i + 1] == "NE"
    if is_title or (i + 1 < last and is_first_name(words.form[i + 1])):
        return None
    if stop == i + 1 and first == i and is_generic(words.low[i]):
        return None  # "die Schule": refers to one named before
    if words.form[i + 1 : i + 2] and words.form[i + 1] in OPENING and stop > i + 3:
        inside = words.text[words.start[i + 2] : words.end[stop - 2]]
        return Name(first, stop, inside, "organisation", pronoun_of(words.form[i]), frozenset((words.low[i],)))
    pronoun = pronoun_of(words.form[i])
    adjectives = [_nominative(words.form[k], pronoun) for k in range(first, i)]
    name = " ".join([*adjectives, _noun(words, i, pronoun), *words.form[i + 1 : stop]])
    return Name(first, stop, name, "organisation", pronoun, frozenset((words.low[i],)))


def _noun(words: Words, i: int, pronoun: str) -> str:
    """Return an organisation's noun in the nominative: by its lemma, unless that is spelled otherwise."""
    form, lemma = words.form[i], words.lemma[i]
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


def _organisation_end(words: Words, j: int, last: int, capitals: Capitals) -> int:
    """Return where an organisation's name ends: *Universität Wien*, *Ministerium für Inneres*, *Rat der Stadt*."""
    if j < last and words.form[j] in OPENING:
        closing = next((k for k in range(j + 2, min(j + 6, last)) if words.form[k] in CLOSING), 0)
        return closing + 1 if closing and words.form[j + 1][:1].isupper() else j
    k = j
    while k < min(last, j + 3) and words.form[k][:1].isupper() and words.pos[k] in NAME_TAGS:
        k += 1
    if k > j:
        return k
    if j + 1 < last and words.low[j] in ("für", "von", "in") and words.form[j + 1][:1].isupper():
        return j + 2 if words.low[j] == "für" or words.pos[j + 1] in NAME_TAGS else j
    if j + 1 < last and words.low[j] in ("des", "der") and words.form[j + 1][:1].isupper():
        is_specific = words.pos[j + 1] in NAME_TAGS or kind_of(words.form[j + 1]) == "organisation"
        return j + 2 if is_specific else j
    return j


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


def find_names(words: Words, capitals: Capitals) -> Iterator[Name]:
    """Yield the persons and organisations that an article names, in order, none inside another.

    Parameters
    ----------
    words : Words
    capitals : Capitals
        How the study writes its words.

    Notes
    -----
    A last name alone is none here: `gather_people` knows who bears it.
    """
    seen = set(words.form)
    i = 0
    while i < len(words):
        found = None
        if words.form[i][:1].isupper():
            found = _person(words, i, capitals, seen) or _abbreviation(words, i) or _organisation(words, i, capitals)
        if found:
            yield found
        i = max(found.stop, i + 1) if found else i + 1
