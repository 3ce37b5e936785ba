"""Proposed names: the namings of a study's articles gathered under one name each, as a codebook would have them.

The finder of names says what stands where; here *Nachrichtenagentur Reuters* is Reuters, *die serbische Regierung* and
*die Regierung in Belgrad* are one body, and *Regierung* alone is whoever it may be.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from analysis.actors.joined_names import People
from analysis.actors.known_organisations import listed_name
from analysis.actors.name_parts import ABBREVIATION, Name
from analysis.codebook.wordlists import read_classes
from analysis.counting.listed_bodies import listed_namings
from analysis.counting.name_shapes import mend_namings
from analysis.counting.named_countries import (
    NamedCountries,
    adjective_of,
    country_of,
    find_countries,
    hold_countries,
    is_country_adjective,
    print_country,
)
from analysis.counting.proposal import ProposedNaming
from analysis.counting.same_spellings import join_spellings
from analysis.counting.second_names import (
    find_bracketed,
    find_phrase,
    fold_nouns,
    in_nominative,
)
from analysis.language.capitals import Capitals
from analysis.language.nouns import kind_of, parties
from analysis.language.words import Words

__all__ = ["gather_namings"]

ENDING = {"er": "er", "es": "es"}  # of an adjective before a noun without an article; -e for all others
STOPS = ".,;:!?"
NUMBERED = re.compile(r" (?:[IVX]+|\d+|[A-ZÄÖÜ][a-z]?)\.$")  # *Elisabeth II.*, *Anna B.*: no end of a sentence
SHORTEST = 5  # letters of a noun that counts at the end of a longer one: *Glücksspielkonzern Mollix* is Mollix


def _without_stops(name: str) -> str:
    """Return a name without the marks behind it, but with the dot of a number.

    >>> _without_stops("Mollix."), _without_stops("Anna II.")
    ('Mollix', 'Anna II.')
    """
    return name if NUMBERED.search(name) else name.rstrip(STOPS)


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
    is_name = bool(after) and after[0][:1].isupper() and len(after[0]) > 1 and not country_of(after[0])
    low = _last_noun_part(head)
    is_kind = any(low == noun or (len(noun) > SHORTEST and low.endswith(noun)) for noun in _name_words("named"))
    is_kind = is_kind or (len(after) == 1 and _is_known_name(after[0]))  # *US-Weltraumbehörde NASA*
    return " ".join(after) if is_name and is_kind else ""


def _is_known_name(word: str) -> bool:
    """Tell one word that is a body's name by itself: an abbreviation, or listed; no party, which *Gruppe* precedes."""
    bare = word.rstrip(STOPS)
    is_short = bool(ABBREVIATION.fullmatch(bare)) and bare not in read_classes("function_words")["abbreviation"]
    return (is_short or bool(listed_name(bare))) and bare.lower() not in parties()


def _behind_nouns(people: People) -> list[str]:
    """List the single words that stand behind a noun that says what bears them: names wherever they stand."""
    names = (name for names in people.names.values() for name in names if name.kind == "organisation")
    behind = {_name_behind(name, head) for name in names if (head := _head(name))}
    return sorted(name for name in behind if name and " " not in name and not people.capitals.is_place(name))


def _read_organisation(
    words: Words, name: Name, named: NamedCountries, capitals: Capitals
) -> tuple[str, str, str, str] | None:
    """Read name, kind, country and noun of an organisation's naming; None for one that names nobody."""
    head = _head(name)
    plain = _without_stops(name.name)
    if plain.startswith("Vereinigte") and plain.endswith("Staaten"):
        return "USA", "state", "", ""
    if not head:
        return plain, "organisation", "", ""
    if _is_several(words, name, head) or (name.name == head and _names_nobody(words, name)):
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
    return before in ("PPOSAT", "PIAT", "CARD")


def _kind(name: Name, head: str) -> str:
    """Tell several bodies together from an organisation."""
    last = _last_noun_part(head)
    is_group = last in _name_words("collective") or (name.pronoun == "plural" and last.endswith("medien"))
    return "group" if is_group else "organisation"


def _is_of_a_country(name: Name, head: str) -> bool:
    """Tell a body that each country has, called by nothing but its noun and its country."""
    small = read_classes("function_words")["before_place"]
    others = [word for word in name.name.split() if word != head and word not in small]
    last = head.lower().removeprefix("us-")
    if last in _name_words("local"):  # *die britische Polizei*; no *Wiener Polizei*, and never a noun alone
        is_national = last != head.lower() or (len(others) == 1 and is_country_adjective(others[0]))
        return last in _name_words("everywhere") and is_national
    return last in _name_words("everywhere") and all(country_of(word) for word in others)


def _is_several(words: Words, name: Name, head: str) -> bool:
    """Tell the plural of a noun for one body: *Regierungen*, *die Regierungen von Polen und Serbien*."""
    plurals = (f"{head.lower()}en", f"{head.lower()}n")
    return name.pronoun != "plural" and any(words.low[k] in plurals for k in range(name.first, name.stop))


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


def _read_namings(words: Words, people: People, phrases: list[str]) -> Iterator[ProposedNaming]:
    """Yield the namings of an article, each under the name that its own words give it."""
    named, names = find_countries(words), people.names[words.article_id]
    listed = [*listed_namings(words, names, set(phrases))]
    taken = {k for _, tokens in listed for k in tokens}
    spelled = [*listed, *(s for s in _spelled_out(words, phrases, names) if taken.isdisjoint(s[1]))]
    yield from (naming for naming, _ in spelled)
    covered = {k for _, tokens in spelled for k in tokens}
    for name in names:
        printed = words.text[words.start[name.first] : words.end[name.stop - 1]]
        read = (_without_stops(name.name), "person", "", "") if name.kind == "person" else _read_organisation(
            words, name, named, people.capitals)  # fmt: skip
        if read and name.first not in covered:
            is_printed = bool(read[2]) and bool(print_country(words, name.first, name.stop, named))
            yield ProposedNaming(
                words.article_id, name.first, _without_stops(printed), *read, name.name, is_printed, found=name
            )


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
    phrases = _phrases(people, behind, unseen)
    by_id = {words.article_id: words for words in texts}
    found = list(mend_namings((naming for words in texts for naming in _read_namings(words, people, phrases)), by_id))
    kinds = Counter((naming.name, naming.kind) for naming in found)
    joined = join_spellings(kinds) | _alike(found) | {phrase: in_nominative(phrase) for phrase in unseen.values()}
    joined |= {short: joined.get(name, name) for short, name in (behind | unseen).items()}
    joined |= _by_apposition(found, joined)
    spelled = {joined.get(phrase, phrase) for phrase in unseen.values()}  # a bracket behind it: nobody's first name
    lasts = {name.split()[-1]: name for name, kind in kinds if kind == "person" and joined[name] == name}
    for naming in found:
        name = _joined_name(naming, joined, lasts)
        yield replace(naming, name=name, kind="organisation" if name in spelled else naming.kind)


def _body_nouns() -> frozenset[str]:
    """Return the nouns for bodies themselves, of which longer ones are made: *Liga*, *Agentur*."""
    classes = read_classes("organisations")
    return classes["sie"] | classes["er"] | classes["es"] | classes["plural"]


def _by_apposition(found: list[ProposedNaming], joined: dict[str, str]) -> dict[str, str]:
    """Map a compound noun for a body to the only name that stands behind it: *Raumfahrtagentur Mola*.

    Not a noun that each country has a body of, nor one that stands before any name (*Nachrichtenagentur*), nor one that
    a longer noun before another name ends in.
    """
    behind: dict[str, set[str]] = defaultdict(set)
    for naming in found:
        *before, last = naming.printed.split()
        if before and naming.kind == "organisation" and naming.name.split()[-1] == last:
            behind[before[-1]].add(joined.get(naming.name, naming.name))
    classes = read_classes("organisations")
    common = classes["everywhere"] | classes["named"] | classes["generic"] | classes["many"] | classes["collective"]
    own: dict[str, str] = {}
    for noun in behind:
        names = set().union(*(names for longer, names in behind.items() if longer.lower().endswith(noun.lower())))
        is_compound = kind_of(noun) == "organisation" and noun.lower() not in common | _body_nouns()
        if len(names) == 1 and is_compound:
            own[noun] = names.pop()
    return own


def _phrases(people: People, behind: dict[str, str], unseen: dict[str, str]) -> list[str]:
    """List the words that are names wherever they stand: by brackets, behind a noun, short for a listed noun."""
    known = {name.name for names in people.names.values() for name in names if name.kind == "organisation"}
    spelled = [*unseen.values(), *map(in_nominative, unseen.values()), *unseen, *behind]
    return [*spelled, *fold_nouns(known), *_behind_nouns(people)]


def _joined_name(naming: ProposedNaming, joined: dict[str, str], lasts: dict[str, str]) -> str:
    """Return the name that a naming is a spelling of; a last name alone is that of the second of two run together."""
    name = joined.get(naming.name, naming.name)
    is_alone = naming.kind == "person" and " " not in naming.printed
    is_another = name.split()[-1] != naming.name.split()[-1]
    return lasts.get(naming.name.split()[-1], name) if is_alone and is_another else name


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
