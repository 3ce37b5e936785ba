"""Patterns of the codebook: the forms in which its names, offices, descriptions and metonyms may be printed."""

import re
from collections.abc import Iterator

from analysis.actors.actor_directory import ADJECTIVE, Directory, Pattern
from analysis.codebook.actors_file import Actor, ActorsFile, Country
from analysis.codebook.wordlists import read_classes
from analysis.language.nouns import kind_of, parties

__all__ = ["name_words", "open_directory"]

ARTICLE = re.compile(r"^(?:al|el|as|ar|ad|at)-(?=[A-Z])")  # may be missing where a last name stands alone
BODIES = ("institution", "media")
SHORTEST = 4  # letters of a noun that may stand for a longer one
SMALL = read_classes("function_words")["article"] | read_classes("function_words")["linking"]


def _forms_of_word(word: str, *, is_name: bool, is_last: bool) -> frozenset[str]:
    """List the inflected forms of a word, lower case.

    >>> sorted(_forms_of_word("Kreml", is_name=True, is_last=True))
    ['kreml', "kreml'", 'kremls', 'kreml’']
    """
    low = word.lower()
    if is_name or word.isupper() or (not word[0].isalpha() and "-" not in word):
        return frozenset({low, f"{low}s", f"{low}'", f"{low}’"})
    if low in SMALL or (len(low) < 4 and word[0].islower()):
        return frozenset({low})
    forms = {low, f"{low}s", f"{low}n"} if low.endswith("e") else {low, f"{low}s", f"{low}n", f"{low}es", f"{low}en"}
    forms -= read_classes("name_words")["no_form"]  # *Bayern* is not Bayer
    return frozenset(forms | _adjective_forms(low, is_adjective=not is_last or word[0].islower()))


def _adjective_forms(low: str, *, is_adjective: bool) -> set[str]:
    """List the forms of a word that is, or ends in -e and so may be, an adjective."""
    stem = next((low[: -len(end)] for end in ("er", "es", "en", "em", "e") if low.endswith(end)), "")
    return {stem + end for end in ADJECTIVE} if low.endswith("e") or (stem and is_adjective) else set()


def _pattern_of(words: str, kind: str, actors: tuple[int, ...], *, is_name: bool) -> Pattern:
    parts = words.replace("(", " ( ").replace(")", " ) ").split()
    forms = (_forms_of_word(part, is_name=is_name, is_last=n == len(parts) - 1) for n, part in enumerate(parts))
    return Pattern(kind, actors, tuple(forms))


def _alias_kind(actor: Actor, alias: str) -> str:
    """Tell a person's other name from a description: *81-Jähriger*, *Führer der Nation*, *NATO-Generalsekretär*."""
    if actor.kind != "person":
        return "name"
    last = alias.rpartition("-")[2]
    is_described = alias[0].isdigit() or " der " in alias or (last != alias and last[:1].isupper())
    return "description" if is_described and not set(alias.split()) & set(actor.name.split()) else "name"


def _surnames(actors: list[Actor]) -> dict[str, list[int]]:
    """Map each last name to the persons who bear it; a particle belongs to it (*von der Leyen*, *Leyen*, *Le Pen*)."""
    shared: dict[str, list[int]] = {}
    small = read_classes("function_words")["particle"]
    for n, actor in enumerate(actors):
        words = actor.name.split()
        if actor.kind != "person" or len(words) < 2:
            continue
        particle = next(
            (k for k, word in enumerate(words) if word[0].islower() or (k and word.lower() in small)), len(words) - 1
        )
        for last in {words[-1], ARTICLE.sub("", words[-1]), " ".join(words[particle:])}:
            shared.setdefault(last, []).append(n)
    return shared


def open_directory(file: ActorsFile) -> Directory:
    """Turn the codebook into patterns.

    Examples
    --------
    >>> file = ActorsFile(groups=["g"], actors=[Actor(name="Olaf Scholz", kind="person", group="g")])
    >>> sorted(open_directory(file).patterns)[:3]
    ['olaf', "olaf'", 'olafs']
    """
    book = Directory(file.actors, file.countries)
    surnames = _surnames(file.actors)
    patterns = [*_own_patterns(file), *_shared_patterns(file, surnames)]
    for pattern in sorted(patterns, key=lambda p: -len(p.forms)):
        for form in pattern.forms[0]:
            book.patterns.setdefault(form, []).append(pattern)
    for n, actor in enumerate(file.actors):
        book.metonyms |= {place.lower(): n for place in actor.metonyms}
        for tail in {tail for head in _heads_of_actor(actor) for tail in _tails(head, actor)}:
            book.tails[tail] = (*book.tails.get(tail, ()), n)
    written = [name for actor in file.actors for name in (actor.name, *actor.aliases)]  # *dpa*, *al-Qaida*
    book.particles = {name.split()[0].lower() for name in (*surnames, *written) if name[0].islower()}
    for country in file.countries:
        _add_country(book, country)
    return book


def _own_patterns(file: ActorsFile) -> Iterator[Pattern]:
    """Yield the patterns of each actor alone: name, aliases, metonyms, offices that name their country."""
    prefixes = {country.name: country.prefixes for country in file.countries}
    for n, actor in enumerate(file.actors):
        is_person = actor.kind == "person"
        if "(" not in actor.name:
            yield _pattern_of(actor.name, "name", (n,), is_name=is_person or _is_no_noun(actor, actor.name))
        for alias in actor.aliases:
            kind = _alias_kind(actor, alias)
            is_name = kind == "name" and (is_person or _is_no_noun(actor, alias))
            yield _pattern_of(alias, kind, (n,), is_name=is_name)
        for place in actor.metonyms:
            yield _pattern_of(place, "metonym", (n,), is_name=True)
        for office in actor.roles:
            for prefix in prefixes.get(actor.country, []):
                yield _pattern_of(f"{prefix}-{office}", "national office", (n,), is_name=False)


def _is_no_noun(actor: Actor, name: str) -> bool:
    """Tell a body's name of one word that is no noun and no party, and so has no plural: *Youtube*, no *Youtuber*."""
    is_bent = " " in name or "-" in name or kind_of(name) or name.lower() in parties()
    return actor.kind in BODIES and not is_bent and name[0].isupper()


def _shared_patterns(file: ActorsFile, surnames: dict[str, list[int]]) -> Iterator[Pattern]:
    """Yield the patterns that several actors may share: offices and last names."""
    offices: dict[str, list[int]] = {}
    for n, actor in enumerate(file.actors):
        for office in actor.roles:
            offices.setdefault(office, []).append(n)
    for office, holders in offices.items():
        yield _pattern_of(office, "office", tuple(holders), is_name=False)
    for last, bearers in surnames.items():
        yield _pattern_of(last, "surname", tuple(bearers), is_name=True)


def _add_country(book: Directory, country: Country) -> None:
    """Add a country's name, capitals and adjectives in their forms."""
    for place in (country.name, *country.capitals):
        book.land |= dict.fromkeys((place.lower(), f"{place.lower()}s"), country.name)
    for adjective in country.adjectives:
        book.adjectives |= dict.fromkeys((adjective.lower() + end for end in ADJECTIVE), country.name)


def name_words(file: ActorsFile) -> list[str]:
    """List the words of the codebook that are names and nothing else: of persons, and institutions of one word.

    >>> name_words(ActorsFile(groups=["g"], actors=[Actor(name="Ursula von der Leyen", kind="person", group="g")]))
    ['Leyen', 'Ursula']
    """
    found = set()
    for actor in file.actors:
        for name in (actor.name, *(alias for alias in actor.aliases if _alias_kind(actor, alias) == "name")):
            words = name.split()
            if actor.kind == "person" or (
                len(words) == 1 and name == actor.name and actor.kind in ("institution", "media")
            ):
                found |= {word for word in words if word[:1].isupper() and word.isalpha() and len(word) > 2}
    return sorted(found)


def _tails(head: str, actor: Actor) -> list[str]:
    """List the endings of a noun that may stand for it: *Ministerium*; of a name that is no noun, nouns for bodies.

    >>> _tails("volkswagen", Actor(name="Volkswagen", kind="institution", group="g"))
    ['volkswagen']
    """
    tails = [head[k:] for k in range(len(head) - SHORTEST + 1)]
    if actor.kind not in BODIES or kind_of(head):
        return tails
    return [tail for tail in tails if tail == head or kind_of(tail) == "organisation"]


def _heads_of_actor(actor: Actor) -> set[str]:
    """Collect the forms of the nouns an actor is called by: *Außenministerium*, *Organisation des …*, *…-Agentur*."""
    heads: set[str] = set()
    names = [] if actor.kind == "person" else [actor.name, *actor.aliases]
    for words in (name.split() for name in (*names, *actor.roles)):
        head = next((k - 1 for k, word in enumerate(words) if k and word in SMALL), len(words) - 1)
        if len(words) > 1 and kind_of(words[0]) == "organisation" and kind_of(words[head]) != "organisation":
            head = 0  # *Gewerkschaft Deutscher Lokführer*
        is_name = actor.kind in BODIES and not kind_of(words[head]) and words[head].lower() not in parties()
        heads |= _forms_of_word(words[head], is_name=is_name, is_last=True)
    return heads
