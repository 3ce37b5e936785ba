"""Spellings: which names of a study are one, with accents and without, in full and abbreviated."""

import unicodedata
from collections import Counter
from functools import lru_cache

from analysis.actors.name_parts import ABBREVIATION, Name
from analysis.language.words import Words

__all__ = ["folded", "one_spelling", "squeezed"]


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
    """Map the abbreviations in brackets behind a name to that name."""
    found = {}
    for name in names:
        if name.kind == "organisation" and words.form[name.stop : name.stop + 1] == ["("]:
            short = words.form[name.stop + 1] if name.stop + 1 < len(words) else ""
            closes = words.form[name.stop + 2 : name.stop + 3] == [")"]
            if closes and ABBREVIATION.fullmatch(short) and short[0].lower() == name.name[0].lower():
                found[short] = name.name
    return found


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
