"""Proposed names: the namings of a study's articles gathered under one name each, as a codebook would have them.

The finder of names says what stands where; here *Nachrichtenagentur Reuters* is Reuters, *die serbische Regierung* and
*die Regierung in Belgrad* are one body, and *Regierung* alone is whoever it may be.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from analysis.actors.joined_names import People
from analysis.actors.name_parts import Name
from analysis.codebook.wordlists import read_classes
from analysis.counting.named_countries import NamedCountries, adjective_of, country_of, find_countries, hold_countries
from analysis.counting.proposal import ProposedNaming
from analysis.counting.second_names import find_bracketed, find_phrase, fold_nouns, unfold_nouns, with_party_words
from analysis.language.capitals import Capitals
from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = ["gather_namings"]

ENDING = {"er": "er", "es": "es"}  # of an adjective before a noun without an article; -e for all others
STOPS = ".,;:!?"
SMALL = frozenset(("in", "von", "der", "des", "für"))
# Letters that two transcriptions of one name differ by, in the order in which they are made alike.
SOUNDS = (("tsch", "c"), ("dsch", "j"), ("sch", "s"), ("sh", "s"), ("ch", "h"), ("kh", "h"), ("ph", "f"), ("th", "t"),
          ("ou", "u"), ("oo", "u"), ("ck", "k"), ("q", "k"), ("c", "k"), ("y", "i"), ("j", "i"), ("w", "v"), ("z", "s"),
          ("é", "e"), ("'", ""), ("’", ""))  # fmt: skip


def _name_words(name: str) -> frozenset[str]:
    return read_classes("organisations")[name]


def _head(name: Name) -> str:
    """Return the noun that an organisation is called by, as its name has it; nothing for a name without one."""
    return next((word for word in name.name.split() if name.labels and kind_of(word) == "organisation"), "")


def _last_noun_part(noun: str) -> str:
    return noun.lower().rpartition("-")[2]


def _name_behind(name: Name, head: str) -> str:
    """Return the name behind a noun that only says what bears it: *Reuters* of *Nachrichtenagentur Reuters*."""
    words = name.name.split()
    after = words[words.index(head) + 1 :]
    is_name = bool(after) and after[0][:1].isupper() and not country_of(after[0])
    return " ".join(after) if is_name and _last_noun_part(head) in _name_words("named") else ""


def _read_organisation(
    words: Words, name: Name, named: NamedCountries, capitals: Capitals
) -> tuple[str, str, str, str] | None:
    """Read name, kind, country and noun of an organisation's naming; None for one that names nobody."""
    head = _head(name)
    plain = name.name.rstrip(STOPS)
    if plain.startswith("Vereinigte") and plain.endswith("Staaten"):
        return "USA", "state", "", ""
    if not head:
        return plain, "organisation", "", ""
    if name.name == head and _names_nobody(words, name):
        return None
    behind = _name_behind(name, head)
    if behind and not capitals.is_place(behind.split()[0]):
        return behind.rstrip(STOPS), "organisation", "", ""
    kind = _kind(name, head)
    if not _is_of_a_country(name, head):
        return plain, kind, "", ""
    country = hold_countries(words, name.first, name.stop, named)
    noun = head.removeprefix("US-")
    return _national(noun, country, name.pronoun), kind, country, noun


def _names_nobody(words: Words, name: Name) -> bool:
    """Tell a noun alone that names no body: *seine Botschaft*, *die Regierungen*."""
    before = words.pos[name.first - 1] if name.first > words.sentences[words.sentence[name.first]][0] else ""
    return before in ("PPOSAT", "PIAT", "CARD") or _is_several(words, name)


def _kind(name: Name, head: str) -> str:
    """Tell several bodies together from an organisation."""
    last = _last_noun_part(head)
    is_group = last in _name_words("collective") or (name.pronoun == "plural" and last.endswith("medien"))
    return "group" if is_group else "organisation"


def _is_of_a_country(name: Name, head: str) -> bool:
    """Tell a body that each country has, called by nothing but its noun and its country."""
    others = [word for word in name.name.split() if word != head and word not in SMALL]
    last = head.lower().removeprefix("us-")
    return last in _name_words("everywhere") and all(country_of(word) for word in others)


def _is_several(words: Words, name: Name) -> bool:
    """Tell the plural of a noun for one body: *Regierungen*."""
    form, noun = words.form[name.stop - 1], name.name.split()[-1]
    return name.pronoun != "plural" and form != noun and form.lower() in (f"{noun.lower()}en", f"{noun.lower()}n")


def _national(noun: str, country: str, pronoun: str) -> str:
    """Name a country's body: *serbische Regierung*, *US-Regierung*; the noun alone where no country is known.

    >>> _national("Regierung", "Serbien", "sie"), _national("Militär", "USA", "es"), _national("Polizei", "", "sie")
    ('serbische Regierung', 'US-Militär', 'Polizei')
    """
    if country == "USA":
        return f"US-{noun}"
    stem = adjective_of(country)
    if country and not stem:
        return f"{noun} ({country})"
    return f"{stem}{ENDING.get(pronoun, 'e')} {noun}" if country else noun


def _folded_name(name: str) -> str:
    """Write a name without accents, spaces, hyphens and capitals: *Hans-Peter Berg* is *hanspeterberg*."""
    plain = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("ø", "o"))
    return re.sub(r"[\s-]", "", "".join(c for c in plain if not unicodedata.combining(c)).lower())


def _sound(word: str) -> str:
    """Write a name so that two transcriptions of it agree.

    >>> _sound("Moussawi") == _sound("Mussawi"), _sound("Berg") == _sound("Burg")
    (True, False)
    """
    low = _folded_name(word)
    for letters, sound in SOUNDS:
        low = low.replace(letters, sound)
    return re.sub(r"(.)\1+", r"\1", low)


def _join(counts: Counter[tuple[str, str]]) -> dict[str, str]:
    """Map names to the name that they are spellings of: lost spaces, transcriptions, two names run together, places.

    Parameters
    ----------
    counts : Counter of (name, kind)
    """
    joined: dict[str, str] = {}
    persons = [name for (name, kind), _ in counts.most_common() if kind == "person"]
    full = [name for name in persons if " " in name]
    for name in persons:
        joined[name] = _run_together(name, full) or _spelled_alike(name, persons, counts) or name
    others = Counter({name: n for (name, kind), n in counts.items() if kind != "person"})
    for name in others:
        place = re.sub(r" (?:in|von) [A-ZÄÖÜ][\w-]+$", "", name)
        alike = [other for other in others if _folded_name(unfold_nouns(other)) == _folded_name(unfold_nouns(name))]
        joined[name] = place if place != name and place in others else max(alike, key=lambda n: (others[n], n))
    joined |= _with_country(others) | with_party_words(others)
    return {name: joined.get(other, other) for name, other in joined.items()}


def _with_country(names: Iterable[str]) -> dict[str, str]:
    """Map a name to the only one with a country's adjective, written large, before it: *Deutscher Bundestag*.

    >>> _with_country(["Bundestag", "Deutscher Bundestag", "Bundesregierung", "deutsche Bundesregierung"])
    {'Bundestag': 'Deutscher Bundestag'}
    """
    longer: dict[str, list[str]] = defaultdict(list)
    for name in names:
        adjective, _, rest = name.partition(" ")
        if rest and adjective[0].isupper() and adjective_of(country_of(adjective)):
            longer[rest].append(name)
    return {rest: found[0] for rest, found in longer.items() if len(found) == 1 and rest in names}


def _run_together(name: str, full: list[str]) -> str:
    """Return the first of two persons whose names stand side by side: *Anna Berg Huber* where Karl Huber is known."""
    lasts = {other.split()[-1] for other in full if not other.startswith(name) and not name.endswith(f" {other}")}
    return next(
        (one for one in full if one != name and name.startswith(f"{one} ") and name[len(one) + 1 :] in lasts), ""
    )


def _spelled_alike(name: str, persons: list[str], counts: Counter[tuple[str, str]]) -> str:
    """Return the commonest spelling of a person's name that is written, or sounds, like this one."""
    last, first = name.split()[-1], name.split()[:-1]
    alike = [other for other in persons if _folded_name(other) == _folded_name(name) or (
        _sound(other.split()[-1]) == _sound(last) and len(last) > 4
        and (not first or not other.split()[:-1] or _sound(other.split()[0]) == _sound(first[0])))]  # fmt: skip
    full = [other for other in alike if " " in other]
    bearers = {_sound(other.split()[0]) for other in full}
    if not first and len(bearers) != 1:
        return ""
    return max(full or alike, key=lambda other: (counts[other, "person"], len(other), other), default="")


def _read_namings(words: Words, people: People, phrases: list[str]) -> Iterator[ProposedNaming]:
    """Yield the namings of an article, each under the name that its own words give it."""
    named, names = find_countries(words), people.names[words.article_id]
    spelled = list(_spelled_out(words, phrases, names))
    yield from (naming for naming, _ in spelled)
    covered = {k for _, tokens in spelled for k in tokens}
    for name in names:
        printed = words.text[words.start[name.first] : words.end[name.stop - 1]]
        read = (name.name.rstrip(STOPS), "person", "", "") if name.kind == "person" else _read_organisation(
            words, name, named, people.capitals)  # fmt: skip
        if read and name.first not in covered:
            yield ProposedNaming(words.article_id, name.first, printed, *read, source=name.name, found=name)


def gather_namings(texts: Iterable[Words], people: People) -> Iterator[ProposedNaming]:
    """Yield each naming of a person or an organisation under the name that it is proposed by.

    Parameters
    ----------
    texts : iterable of Words
    people : People
        The names of their articles.

    Notes
    -----
    A body that each country has (*Regierung*, *Außenministerium*) is its country's where the words beside it, its
    sentence or its article say which; words for one body (*Armee*, *Militär*) are joined if the country is known.
    *Reading it*: an organisation of kind ``group`` is several.
    """
    texts = list(texts)
    behind, unseen = find_bracketed(texts, people.names, people.capitals)
    known = {name.name for names in people.names.values() for name in names if name.kind == "organisation"}
    phrases = [*unseen.values(), *unseen, *behind, *fold_nouns(known)]
    found = [naming for words in texts for naming in _read_namings(words, people, phrases)]
    kinds = Counter((naming.name, naming.kind) for naming in found)
    joined = _join(kinds) | _alike(found)
    joined |= {short: joined.get(name, name) for short, name in (behind | unseen).items()}
    lasts = {name.split()[-1]: name for name, kind in kinds if kind == "person" and joined[name] == name}
    for naming in found:
        name = joined.get(naming.name, naming.name)
        if naming.kind == "person" and " " not in naming.printed and name.split()[-1] != naming.name.split()[-1]:
            name = lasts.get(naming.name.split()[-1], name)  # the last name of the second of two run together
        yield replace(naming, name=name)


def _spelled_out(words: Words, phrases: list[str], names: list[Name]) -> Iterator[tuple[ProposedNaming, range]]:
    """Yield the namings, with their tokens, that the finder of names misses or has in part.

    Words that only brackets show to be a name (*Forest Science Hub (FSH)*), what stands in them, and *Uni Wien*.
    """
    for phrase in dict.fromkeys(phrases):
        for first, stop in find_phrase(words, phrase):
            beside = [name for name in names if name.first < stop and first < name.stop]
            inside = [first <= name.first and name.stop <= stop and name.name != phrase for name in beside]
            if all(inside) and (stop - first > 1 or not beside):
                printed = words.text[words.start[first] : words.end[stop - 1]]
                naming = ProposedNaming(words.article_id, first, printed, phrase, "organisation", source=phrase)
                yield naming, range(first, stop)


def _alike(found: list[ProposedNaming]) -> dict[str, str]:
    """Map the names of one country's one body to the commonest of them: *US-Armee*, *US-Militär*."""
    sets = list(read_classes("same_bodies").values())
    groups: dict[tuple[str, frozenset[str]], Counter[str]] = defaultdict(Counter)
    for naming in found:
        for nouns in sets:
            if naming.country and naming.noun.lower() in nouns:
                groups[naming.country, nouns][naming.name] += 1
    return {name: names.most_common(1)[0][0] for names in groups.values() for name in names}
