"""Person names: a person by a first name, a title, or two names in a row."""

import re
from functools import cache

from analysis.actors.name_labels import Label, label_before, label_beside
from analysis.actors.name_parts import (
    ABBREVIATION,
    GENITIVE,
    NAME_TAGS,
    Name,
    after_particles,
    first_pronoun,
    is_first_name,
    is_namelike,
    is_title_noun,
    may_be_last_name,
)
from analysis.codebook.wordlists import read_classes
from analysis.language.capitals import Capitals
from analysis.language.morphology import is_finite
from analysis.language.nouns import kind_of, parties, pronoun_of
from analysis.language.words import Words

__all__ = ["read_person"]

ARABIC = re.compile(r"(?:al|el|as|ar|ad|at)-[A-Z]")
ENDING = 4  # letters: a shorter noun counts only as a whole word
CLOSING = frozenset(", . : ( – ? !".split())  # behind these a phrase is over
LONGEST = 5  # tokens in a person's name
LONGEST_WORD = 25  # letters: a longer word is several that a web page has run together


def _person_end(words: Words, i: int, capitals: Capitals, *, is_named: bool) -> int:
    """Return where the run of names that begins at `i` ends; `is_named`: a first name or a title has come before."""
    last = min(words.sentences[words.sentence[i]][1], i + LONGEST)
    j = i
    while j < last:
        if j > i and is_first_name(words.form[j]) and not is_first_name(words.form[i]):
            return i  # "Burgenlands Hans Huber": the person begins at the first name
        after = _after_part(words, i, j, last, capitals, is_named=is_named)
        if after == j:
            break
        j = after
    return j


def _after_part(words: Words, i: int, j: int, last: int, capitals: Capitals, *, is_named: bool) -> int:
    """Return the token after the part of a name at `j`, if there is one: a name, *von Berg*, *al-Berg*, *K.*"""
    if _is_time_behind(words, i, j):
        return j
    ahead = after_particles(words, j, last)
    if ahead > j:
        fits = j > i and ahead < last and _is_particled(words, j, ahead, capitals)
        fits = fits and not _is_whom_one_speaks_for(words, i, j, ahead)
        return ahead + 1 if fits else j
    if is_first_name(words.form[j]) or is_namelike(words, j, capitals):
        return j + 1
    return j + 1 if _continues_name(words, i, j, capitals, is_named=is_named) else j


def _continues_name(words: Words, i: int, j: int, capitals: Capitals, *, is_named: bool) -> bool:
    """Tell the part of a name that looks like no name itself: *al-Berg*, a surname, the dot of an initial."""
    may_be_last = may_be_last_name(words, j, capitals) or _is_noun_as_last_name(words, i, j)
    is_surname = (is_named and _awaits_surname(words, i, j) and may_be_last) or _is_set_off(words, i, j)
    is_initial = words.form[j] == "." and len(words.form[j - 1]) == 1
    return j > i and (bool(ARABIC.match(words.form[j])) or is_surname or is_initial)


def _is_noun_as_last_name(words: Words, i: int, j: int) -> bool:
    """Tell a common noun that is a last name behind a first one: *Kanzler Anna | Kern*, *Anna | Kern kommt*.

    Behind a title, or where the phrase is over with it; what one has (*weil Anna Glück hatte*) is a noun.
    """
    if j == i or words.low[j] not in read_classes("last_names")["noun"] or not words.form[j][0].isupper():
        return False
    low, high = words.sentences[words.sentence[i]]
    is_closed = j + 1 == high or words.form[j + 1] in CLOSING
    is_verb = j + 1 < high and is_finite(words.pos[j + 1]) and words.lemma[j + 1] != "haben"
    return (i > low and is_title_noun(words, i - 1)) or is_closed or is_verb


def _is_set_off(words: Words, i: int, j: int) -> bool:
    """Tell the noun behind a strange first name, the two between commas behind a title: *der Bote, Ismaila | Fall,*."""
    low, high = words.sentences[words.sentence[i]]
    is_apart = i > low and words.form[i - 1] == "," and (j + 1 == high or words.form[j + 1] in CLOSING)
    is_pair = j == i + 1 and words.pos[i] == "NE" and words.form[j][:1].isupper() and words.pos[j] == "NN"
    return is_apart and is_pair and any(b == i - 1 for _, b in label_beside(words, i, j + 1))


def _is_time_behind(words: Words, i: int, j: int) -> bool:
    """Tell *Montagmittag* behind a name; a day alone is a last name too, behind a first name."""
    is_day = words.low[j] in read_classes("last_names")["weekday"]
    return _is_time(words.form[j]) and not (is_day and _awaits_surname(words, i, j))


def _is_time(form: str) -> bool:
    """Tell a day of the week, alone or with a time of the day.

    >>> _is_time("Montagmittag"), _is_time("Freitag"), _is_time("Freitagberg")
    (True, True, False)
    """
    classes, low = read_classes("last_names"), form.lower()
    day = next((day for day in classes["weekday"] if low.startswith(day)), "")
    return bool(day) and low.removeprefix(day) in ("", *classes["daytime"])


def _is_whom_one_speaks_for(words: Words, i: int, j: int, ahead: int) -> bool:
    """Tell *von HRW*, *von der University* behind a name: whom a person speaks for, and no part of the name.

    Behind a last name *von* opens none either: *Anna Berg von Mollix*, but *Karl Theodor von Berg*.
    """
    form = words.form[ahead]
    is_body = (
        ABBREVIATION.fullmatch(form) or kind_of(form) == "organisation" or form in read_classes("name_words")["body"]
    )
    has_last = words.low[j] == "von" and not is_first_name(words.form[j - 1]) and j - i > 1
    return bool(is_body or (has_last and words.form[j - 1].isalpha() and len(words.form[j - 1]) > 1))


def _is_particled(words: Words, j: int, ahead: int, capitals: Capitals) -> bool:
    """Tell a last name behind a particle; behind one with a capital (*Van der Bellen*) it may look like any noun."""
    if words.form[j][0].isupper():
        return words.form[ahead][:1].isupper()
    return may_be_last_name(words, ahead, capitals) and words.pos[ahead] != "NN"


def _awaits_surname(words: Words, i: int, j: int) -> bool:
    """Tell first names and initials from `i` on, behind which a last name must come at `j`."""
    return is_first_name(words.form[i]) and all(
        is_first_name(words.form[k]) or len(words.form[k].rstrip(".")) == 1 or words.form[k] == "." for k in range(i, j)
    )


def _without_genitive(words: Words, stop: int, seen: set[str]) -> str:
    """Return a name's last word without its genitive ending: the bare form is printed elsewhere, or a noun follows."""
    form = words.form[stop - 1]
    if len(form) < 4 or not form.endswith(GENITIVE):
        return form
    before_noun = (
        stop < len(words) and words.pos[stop] in ("NN", "ADJA") and words.sentence[stop] == words.sentence[stop - 1]
    )
    is_genitive = form[:-1] in seen or form[-1] in "'’" or (before_noun and form[-2] not in "sßxz")
    return form[:-1] if is_genitive else form


def _is_of_another(words: Words, before: Label) -> bool:
    """Tell whether the title before a name in the genitive is another's: *die Anwältin Bergs*, *Nachfolgerin Bergs*."""
    nouns = {words.low[k] for k in range(*before)}
    has_article = words.pos[before[0]] in ("ART", "PPOSAT")
    return has_article or bool(nouns & read_classes("function_words")["relational"])


def _beside(words: Words, first: int, stop: int, *, is_genitive: bool) -> tuple[frozenset[str], str]:
    """Collect the title nouns around a name, and the party behind or before it."""
    before = label_before(words, first)
    if before and is_genitive and _is_of_another(words, before):
        before = None
    spans = ([before] if before else []) + label_beside(words, before[0] if before else first, stop)
    nouns = [k for a, b in spans for k in range(a, b) if words.pos[k] in ("NN", "NE", "XY", "FM")]
    after = words.low[stop + 1] if stop + 1 < len(words) and words.form[stop] in "(," else ""
    known = parties()
    party = known.get(after, "")
    for k in nouns:
        party = party or known.get(words.low[k], "") or known.get(words.low[k].partition("-")[0], "")
    return frozenset(words.low[k] for k in nouns), party


def read_person(words: Words, i: int, capitals: Capitals, seen: set[str]) -> Name | None:
    """Read the person whose first name, initial or bare name stands at `i`; `seen` are the article's forms."""
    form = words.form[i]
    has_first = is_first_name(form)
    if ABBREVIATION.fullmatch(form) or not (has_first or is_namelike(words, i, capitals)):
        return None
    has_title = i > 0 and words.sentence[i] == words.sentence[i - 1] and is_title_noun(words, i - 1)
    stop = _person_end(words, i, capitals, is_named=has_first or has_title)
    if not _is_whole_name(words, i, stop, capitals, has_title=has_title):
        return None
    if not has_first and not has_title and not _stands_as_person(words, i, stop, capitals):
        return None
    bare = _without_genitive(words, stop, seen)
    name = words.text[words.start[i] : words.start[stop - 1]] + bare
    labels, party = _beside(words, i, stop, is_genitive=bare != words.form[stop - 1])
    pronoun = (first_pronoun(form) if has_first else "") or _pronoun_of_titles(labels)
    return Name(i, stop, " ".join(name.split()), "person", pronoun, labels, party)


def _is_whole_name(words: Words, i: int, stop: int, capitals: Capitals, *, has_title: bool) -> bool:
    """Tell a run of words that is long enough for a name: two, or one behind a title that looks like a name."""
    if stop == i or any(len(form) > LONGEST_WORD for form in words.form[i:stop]):
        return False
    if read_classes("function_words")["no_name"].intersection(words.low[i:stop]):
        return False  # "The Idiot", "Klaric Es"
    if sum(form != "." for form in words.form[i:stop]) > 1:
        return True
    return has_title and (words.pos[i] in NAME_TAGS or capitals.is_bare(words.form[i]))


def _pronoun_of_titles(labels: frozenset[str]) -> str:
    """Read the pronoun from the titles beside a name; a feminine one decides."""
    titles = {pronoun_of(noun) for noun in labels if kind_of(noun) == "person"}
    return next((pronoun for pronoun in ("sie", "er") if pronoun in titles), "")


@cache
def _opens_thing(noun: str) -> bool:
    """Tell a noun that says of the name behind it that it is nobody's: *Spielfilm*, *Fachjournal*; short ones whole."""
    nouns = frozenset().union(*(read_classes("name_words")[name] for name in ("work", "band", "thing")))
    return noun in nouns or noun.endswith(tuple(n for n in nouns if len(n) >= ENDING))


def _stands_in_place(words: Words, i: int, stop: int, before: str, capitals: Capitals) -> bool:
    """Tell a name that holds a place or stands behind a word for where: *in New York*, not *der Kreis um Berg*."""
    is_group = before == "um" and i > 1 and kind_of(words.form[i - 2]) in ("person", "organisation")
    in_place = before in read_classes("function_words")["place"]
    return not is_group and (in_place or any(capitals.is_place(words.form[k]) for k in range(i, stop)))


def _is_spelled_as_name(forms: list[str]) -> bool:
    """Tell words of letters and hyphens alone, none of them all in capitals."""
    return all(form.replace("-", "").isalpha() and not form.isupper() for form in forms)


def _stands_as_person(words: Words, i: int, stop: int, capitals: Capitals) -> bool:
    """Tell two names in a row that are no place: *Larry Page*, not *in New York*, *Bad Aussee*."""
    before = words.low[i - 1] if i > words.sentences[words.sentence[i]][0] else ""
    is_placed = _stands_in_place(words, i, stop, before, capitals)
    has_article = before in ("das", "die", "der", "dem", "den", "des") and words.pos[i - 1] == "ART"
    is_genitive = words.form[i].endswith(GENITIVE) and capitals.capital[words.form[i][:-1]] > 0
    is_spelled = _is_spelled_as_name(words.form[i:stop])
    is_thing = words.pos[i - 1] == "NN" and _opens_thing(before)
    return is_spelled and not (is_placed or has_article or is_genitive or is_thing) and words.pos[i] in NAME_TAGS
