"""Spellings: which names of a study are one, with accents and without, in full and abbreviated."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from analysis.actors.name_parts import ABBREVIATION, Name
from analysis.language.words import Words

__all__ = ["folded", "in_full", "one_spelling", "squeezed"]

LONGEST_NAME = 7  # tokens of a name before its abbreviation
SPELLING = frozenset(("NN", "NE", "FM", "XY", "TRUNC", "ADJA"))
SMALL = frozenset("für der des und of the de la e".split())  # inside names


@lru_cache(maxsize=50_000)
def folded(name: str) -> str:
    """Write a name without accents, hyphens and capitals: *Erdoğan* is *erdogan*."""
    plain = unicodedata.normalize("NFKD", name.replace("-", " ").replace("ł", "l").replace("ø", "o"))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


def squeezed(name: str) -> str:
    """Write a name as one hears it, so that two spellings of one last name are alike: *Hoffmann*, *Hofmann*; *Mayr*.

    >>> squeezed("Hoffmann") == squeezed("Hofmann"), squeezed("Mayer") == squeezed("Maier"), squeezed("Berg")
    (True, True, 'berg')
    """
    plain = folded(name).replace("th", "t").replace("ph", "f").replace("y", "i").replace("ck", "k").replace("dt", "t")
    return "".join(c for n, c in enumerate(plain) if c != plain[n - 1 : n])


def _join_spellings(full: Counter[str]) -> dict[str, str]:
    """Map each spelling of a full name to one: the commonest of those that differ in accents or first names.

    >>> _join_spellings(Counter({"Tayyip Erdoğan": 1, "Recep Tayyip Erdogan": 3, "Emine Erdoğan": 1}))["Tayyip Erdoğan"]
    'Recep Tayyip Erdogan'
    """
    joined: dict[str, str] = {}
    by_last: dict[str, list[str]] = {}
    for name, _ in sorted(full.items(), key=lambda item: (-item[1], -len(item[0]), item[0])):
        words = set(folded(name).split())
        rivals = by_last.setdefault(folded(name).split()[-1], [])
        same = [other for other in rivals if words <= set(folded(other).split()) or words >= set(folded(other).split())]
        joined[name] = same[0] if len(same) == 1 else name
        if joined[name] == name:
            rivals.append(name)
    return joined


def _abbreviated(words: Words, names: list[Name]) -> dict[str, str]:
    """Map the abbreviations in brackets behind a name to that name, or to the words that spell them."""
    found, ending = {}, {n.stop: n for n in names if n.kind == "organisation"}
    holding = {k: n for n in names if n.kind == "organisation" for k in range(n.first, n.stop)}
    for k in _abbreviating_brackets(words):
        short = words.form[k + 1]
        first = _begins_spelling(words, k, short)
        long = _long_form(words, first, k, ending.get(k) or holding.get(first))
        if long is not None:
            found[short] = long
    return found


def _abbreviating_brackets(words: Words) -> Iterator[int]:
    """Yield the brackets that hold an abbreviation and nothing else: *Landesholding GmbH | (LGH)*."""
    for k in range(1, len(words) - 2):
        if words.form[k] == "(" and words.form[k + 2] == ")" and ABBREVIATION.fullmatch(words.form[k + 1]):
            yield k


def _long_form(words: Words, first: int, bracket: int, name: Name | None) -> str | None:
    """Give what an abbreviation in brackets stands for: the name before it, or the words from `first` that spell it."""
    if name and name.stop >= bracket and words.form[bracket + 1][0].lower() == name.name[0].lower():
        return name.name
    if name and name.first <= first < name.stop:  # Landesholding | GmbH (LGH)
        return " ".join([name.name, *words.form[name.stop : bracket]])
    if first < bracket and not name:
        return " ".join([*_base(words, first), *words.form[first + 1 : bracket]])
    return None


def _begins_spelling(words: Words, bracket: int, short: str) -> int:
    """Return where the words begin whose letters an abbreviation takes, its first from the first word; or the bracket.

    After Schwartz & Hearst (2003): read both from their ends, each letter of the abbreviation in the words before it;
    a capital letter opens a word or, in a long compound, stands inside it; in between nothing but names and small
    words may stand.
    """
    low = words.sentences[words.sentence[bracket]][0]
    for first in range(bracket - 1, max(low, bracket - LONGEST_NAME) - 1, -1):
        is_name = words.pos[first] in SPELLING and words.form[first][0].isupper()
        if not is_name and words.low[first] not in SMALL:
            break
        if words.form[first][0] == short[0] and _has_letters("".join(words.low[first:bracket]), short.lower()):
            return first if _n_opening(words, first, bracket, short) >= min(2, bracket - first) else bracket
    return bracket


def _has_letters(text: str, letters: str) -> bool:
    """Tell a text in which some letters stand in their order.

    >>> _has_letters("bundeswettbewerbsbehörde", "bwb"), _has_letters("polizei", "kfv")
    (True, False)
    """
    rest = iter(text)
    return all(letter in rest for letter in letters)


def _n_opening(words: Words, first: int, stop: int, short: str) -> int:
    """Count the words that open with a letter of the abbreviation."""
    return sum(words.low[k][0] in short.lower() for k in range(first, stop))


def _base(words: Words, k: int) -> list[str]:
    """Return the noun at a token without its case."""
    return [words.lemma[k] if words.pos[k] == "NN" and words.form[k].startswith(words.lemma[k][:-1]) else words.form[k]]


def _by_initials(names: set[str]) -> dict[str, str]:
    """Map abbreviations to the only name whose words, small ones or not, begin with their letters: *EU*.

    An adjective written small gives no letter (*serbische Nationalbank* is no SN), nor is a name with an abbreviation
    in it spelled by another.

    >>> _by_initials({"EU", "Europäische Union", "UN"}), _by_initials({"SN", "serbische Nationalbank"})
    ({'EU': 'Europäische Union'}, {})
    """
    spelled: dict[str, list[str]] = {}
    for name in sorted(names):
        if " " in name and name[0].isupper() and not any(ABBREVIATION.fullmatch(w) for w in name.split()):
            letters = {
                "".join(w[0] for w in name.split() if w[0].isupper()),
                "".join(w[0] for w in name.split()).upper(),
            }
            for short in letters:
                spelled.setdefault(short, []).append(name)
    single = {short: found[0] for short, found in spelled.items() if len(found) == 1 and len(short) > 1}
    return {short: name for short, name in single.items() if short in names}


def one_spelling(texts: list[Words], found: dict[str, list[Name]]) -> tuple[dict[str, str], dict[str, str]]:
    """Map the full names of persons to one spelling each, and abbreviations to the names of bodies."""
    everyone = [name for names in found.values() for name in names]
    short = _by_initials({name.name for name in everyone if name.kind == "organisation"})
    for words in texts:
        short |= _abbreviated(words, found[words.article_id])
    return _join_spellings(Counter(n.name for n in everyone if n.kind == "person" and " " in n.name)), short


def in_full(names: list[Name]) -> list[Name]:
    """Give a body's noun alone the only longer name that begins with it, or ends with it in another spelling.

    *der Verband*, *Verband Bitkom*; *der Landes-Rechnungshof*, *Tiroler Landesrechnungshof*.
    """
    longer: dict[str, set[str]] = {}
    for name in names:
        if name.kind == "organisation" and " " in name.name:
            longer.setdefault(name.name.split()[0], set()).add(name.name)
            longer.setdefault(_hyphened(name.name.split()[-1]), set()).add(name.name)
    full = {noun: found.pop() for noun, found in longer.items() if len(found) == 1}
    return [
        replace(n, name=full.get(n.name) or full.get(_hyphened(n.name) if "-" in n.name else "", n.name))
        if n.kind == "organisation"
        else n
        for n in names
    ]


def _hyphened(noun: str) -> str:
    """Write a noun so that it is one with and without its hyphen, and like no other: *Landes-Rechnungshof*."""
    return "-" + noun.replace("-", "").lower()
