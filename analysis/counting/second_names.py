"""Second names: an organisation's abbreviation in brackets, and the other word for a party."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from analysis.actors.name_parts import Name, is_first_name
from analysis.codebook.wordlists import read_classes, read_lines
from analysis.counting.named_countries import country_of
from analysis.language.capitals import Capitals
from analysis.language.nouns import kind_of, parties, pronoun_of
from analysis.language.words import Words

__all__ = [
    "find_bracketed",
    "find_phrase",
    "fold_nouns",
    "in_nominative",
    "unfold_nouns",
    "with_full_names",
    "with_party_words",
]

# what stands in brackets for a name of several words: *CSH*, *Bifie*, *dpa*
SHORT = re.compile(r"[A-ZÄÖÜ][\wäöüß&-]{1,7}|[a-zäöü]{3,4}")
INFLECTED = ("en", "er", "es", "em", "e")  # endings of an adjective
GENITIVE = re.compile(r"(?<=[bdfghklmnprt])s$")  # behind these letters an *s* ends no German stem: *Untergrunds*
SAME = 4  # first letters by which a name that was found is the one before the bracket, whatever its endings
WIDEST = 7  # words of a name before its abbreviation
IN_MISSION = ("NN", "NE", "ADJA", "ART", "APPR", "APPRART")
FEWEST = 3  # letters of an abbreviation that says by itself where its name begins


def find_bracketed(
    texts: Iterable[Words], names: dict[str, list[Name]], capitals: Capitals
) -> tuple[dict[str, str], dict[str, str]]:
    """Map what stands in brackets behind a name of several words to that name.

    Parameters
    ----------
    texts : iterable of Words
    names : dict
        Article to the names that are found in it.
    capitals : Capitals
        What the study says of places.

    Returns
    -------
    tuple of dict
        Abbreviations behind an organisation that was found; and those behind words of which nothing but the
        abbreviation says that they are a name: their initials are its letters.
    """
    behind: dict[str, Counter[str]] = {}
    unseen: dict[str, Counter[str]] = {}
    for words in texts:
        ends = {name.stop: name for name in names[words.article_id] if name.kind == "organisation"}
        for i, short in _in_brackets(words):
            name, phrase = ends.get(i), _phrase_before(words, i, short)
            if phrase and not (name and name.name[:SAME] == phrase[:SAME]):
                unseen.setdefault(short, Counter())[phrase] += 1
            elif name and _may_shorten(short, name.name, capitals):
                behind.setdefault(short, Counter())[name.name] += 1
    found = _commonest_of_each(behind)
    return found, {short: phrase for short, phrase in _commonest_of_each(unseen).items() if short not in found}


def _phrase_before(words: Words, bracket: int, short: str) -> str:
    """Return the words before a bracket that an abbreviation in it stands for: *Forest Science Hub | (FSH)*."""
    return (
        _before_initials(words, bracket, short)
        or _before_first_letter(words, bracket, short)
        or _mission_before(words, bracket, short)
    )


def _commonest_of_each(found: dict[str, Counter[str]]) -> dict[str, str]:
    """Map each abbreviation to the name that it stands behind most often."""
    return {short: names.most_common(1)[0][0] for short, names in found.items()}


def _in_brackets(words: Words) -> Iterator[tuple[int, str]]:
    """Yield where a bracket with one word opens, and the word."""
    for i in range(1, len(words) - 2):
        if words.form[i] == "(" and words.form[i + 2] == ")" and SHORT.fullmatch(words.form[i + 1]):
            yield i, words.form[i + 1]


def _may_shorten(short: str, name: str, capitals: Capitals) -> bool:
    """Tell a word that may be short for a name of several words or parts: no place, no party, nobody's first name."""
    is_other = country_of(short) or capitals.is_place(short) or short.lower() in parties() or is_first_name(short)
    return bool(re.search("[ -]", name)) and not is_other and short[0].lower() == name[0].lower()


def _before_initials(words: Words, stop: int, short: str) -> str:
    """Return the words before `stop` whose initials are an abbreviation's letters; small words count for none or one.

    >>> forms = "Das Complexity Science Hub ( CSH )".split()
    >>> words = Words("a", "", forms, [""] * 7, ["NN"] * 7, [0] * 7, [0] * 7, sentence=[0] * 7, paragraph=[0] * 7)
    >>> _before_initials(words, 4, "CSH"), _before_initials(words, 4, "CSX")
    ('Complexity Science Hub', '')
    """
    letters = list(short.lower()) if _is_in_one_case(short) and len(short) >= FEWEST else []
    i, low = stop, words.sentences[words.sentence[stop]][0]
    while letters and i > low:
        i -= 1
        initials = [part[0] for part in words.low[i].split("-") if part]
        if words.form[i][0].isupper() and initials == letters[-len(initials) :]:  # *Presse-Agentur* has two
            del letters[-len(initials) :]
        elif words.low[i][0] == letters[-1]:
            letters.pop()
        elif words.form[i][0].isupper() or not words.form[i].isalpha():
            return ""
    return " ".join(words.form[i:stop]) if i < stop and not letters and words.form[i][0].isupper() else ""


def _is_in_one_case(short: str) -> bool:
    """Tell letters that are all capitals or all small: *CSH*, not *Csh*."""
    return short.isupper() or short.islower()


def _before_first_letter(words: Words, stop: int, short: str) -> str:
    """Return the run of capitalised words before `stop` from one on that begins as the abbreviation does.

    *Interamerikanische Entwicklungsbank (IADB)*: the letters are those of another language.
    """
    if not short.isupper() or len(short) < FEWEST or short.lower() in parties():
        return ""
    low, start = words.sentences[words.sentence[stop]][0], 0
    for i in range(stop - 1, max(low, stop - WIDEST) - 1, -1):
        form = words.form[i]
        if form[:1].isupper() and form[0] == short[0] and i < stop - 1:
            start = i
        if not _may_stand_in_name(form):
            break
    is_person = any(kind_of(form) == "person" for form in words.form[start:stop])
    return " ".join(words.form[start:stop]) if start and not is_person else ""


def _mission_before(words: Words, stop: int, short: str) -> str:
    """Return the words before `stop` from a noun for a mission on: *Mission der Vereinten Nationen im Sudan (UNMIS)*.

    Its letters are those of another language; nothing but nouns, adjectives, articles and prepositions stands between.
    """
    low, nouns = words.sentences[words.sentence[stop]][0], tuple(read_classes("body_signs")["mission"])
    if not short.isupper() or len(short) < FEWEST:
        return ""
    for i in range(stop - 1, max(low, stop - WIDEST) - 1, -1):
        if words.low[i].endswith(nouns) and words.form[i][0].isupper():
            return " ".join(words.form[i:stop]) if i < stop - 1 else ""
        if words.pos[i] not in IN_MISSION:
            return ""
    return ""


def _may_stand_in_name(form: str) -> bool:
    """Tell a capitalised word that is no first name, or a small word inside a body's name; no other determiner."""
    classes, low = read_classes("function_words"), form.lower()
    is_large = form[:1].isupper() and low not in classes["determiner"]
    return (is_large or low in classes["joint"]) and not is_first_name(form)


def in_nominative(phrase: str) -> str:
    """Write a name of several words that opens with an adjective in -isch or -al as it is without an article.

    >>> in_nominative("Interamerikanischen Entwicklungsbank"), in_nominative("Nationalen Verbunds")
    ('Interamerikanische Entwicklungsbank', 'Nationaler Verbund')
    """
    adjective, _, rest = phrase.partition(" ")
    ending = next((end for end in INFLECTED if adjective.endswith(end)), "")
    if not (rest and ending and adjective.removesuffix(ending).endswith(("isch", "al"))):
        return phrase
    bare = GENITIVE.sub("", rest) if ending == "en" and " " not in rest else rest
    pronoun = pronoun_of(bare.split()[0]) or ("er" if bare != rest else "")
    return f"{adjective.removesuffix(ending)}{ {'er': 'er', 'es': 'es'}.get(pronoun, 'e') } {bare}"


def find_phrase(words: Words, phrase: str) -> Iterator[tuple[int, int]]:
    """Yield the tokens, first and stop, where some words stand in a row."""
    wanted = phrase.split()
    for i in range(len(words) - len(wanted) + 1):
        if words.form[i : i + len(wanted)] == wanted:
            yield i, i + len(wanted)


def unfold_nouns(name: str) -> str:
    """Write the nouns of a name of several words as their full form: *Uni Wien* is *Universität Wien*.

    >>> unfold_nouns("Uni Wien"), unfold_nouns("Uni")
    ('Universität Wien', 'Uni')
    """
    full = {short: noun for noun, forms in read_classes("short_nouns").items() for short in forms}
    words = name.split()
    return " ".join(full.get(word.lower(), word) for word in words) if len(words) > 1 else name


def fold_nouns(names: Iterable[str]) -> list[str]:
    """List the short forms of names of several words: *Uni Wien*, which no noun of the finder gives away.

    >>> fold_nouns(["Universität Wien", "Universität"])
    ['Uni Wien']
    """
    short = read_classes("short_nouns")
    return [name.replace(noun, form.capitalize(), 1) for name in sorted(names) if " " in name
            for noun, forms in short.items() if noun in name.split() for form in sorted(forms)]  # fmt: skip


def with_party_words(names: Iterable[str]) -> dict[str, str]:
    """Map the other words for a party to the party, where both stand among some names.

    >>> with_party_words(["FPÖ", "Freiheitlichen", "Liberalen"])
    {'Freiheitlichen': 'FPÖ'}
    """
    known, here = parties(), set(names)
    party_of = {name: known[name.lower()] for name in sorted(here) if name.lower() in known}
    return {name: party for name, party in party_of.items() if party != name and party in here}


def with_full_names(names: Iterable[str]) -> dict[str, str]:
    """Map a party's full name to its abbreviation where both stand among some names, and *Grünen* to *Grüne*.

    >>> with_full_names(["ÖVP", "österreichische Volkspartei", "Linken"])
    {'österreichische Volkspartei': 'ÖVP', 'Linken': 'Linke'}
    """
    here = list(names)
    full = {name.strip().lower(): short.strip() for short, _, rest in (
        line.partition("=") for line in read_lines("party_names")) for name in rest.split(",")}  # fmt: skip
    mapped = {name: full[name.lower()] for name in here if full.get(name.lower()) in here}
    return mapped | {
        name: name[:-1] for name in here if name.endswith("n") and parties().get(name.lower()) == name[:-1]
    }
