"""Proposed names: the namings of a study's articles gathered under one name each, as a codebook would have them.

The finder of names says what stands where; here *Nachrichtenagentur Reuters* is Reuters, *die serbische Regierung* and
*die Regierung in Belgrad* are one body, and *Regierung* alone is whoever it may be.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from analysis.actors.joined_names import People
from analysis.actors.name_parts import Name
from analysis.codebook.wordlists import read_classes
from analysis.counting.body_names import behind_nouns, read_body, without_stops
from analysis.counting.foreign_bodies import find_foreign
from analysis.counting.hyphen_variants import find_variants
from analysis.counting.listed_bodies import listed_namings
from analysis.counting.name_shapes import mend_namings
from analysis.counting.named_countries import (
    find_countries,
    print_country,
)
from analysis.counting.national_parties import part_national_parties
from analysis.counting.proposal import ProposedNaming
from analysis.counting.quoted_bodies import find_quoted_bodies, stands_in_marks
from analysis.counting.same_spellings import folded_body, join_spellings
from analysis.counting.second_names import (
    find_bracketed,
    find_phrase,
    fold_nouns,
    in_nominative,
)
from analysis.counting.two_names import part_two_names
from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = ["gather_namings"]

ALIKE = 8  # first letters by which a listed body is the one that the brackets explain, whatever its endings


def _read_namings(
    words: Words, people: People, phrases: list[str], explained: dict[str, str]
) -> Iterator[ProposedNaming]:
    """Yield the namings of an article, each under the name that its own words give it."""
    named, names = find_countries(words), people.names[words.article_id]
    spelled = _listed_and_spelled(words, phrases, names)
    yield from (naming for naming, _ in spelled)
    covered = {k for _, tokens in spelled for k in tokens}
    for name in names:
        printed = words.text[words.start[name.first] : words.end[name.stop - 1]]
        read = (without_stops(name.name), "person", "", "") if name.kind == "person" else read_body(
            words, name, named, people.capitals)  # fmt: skip
        if read and (own := _explained_otherwise(printed, name.name, explained, words)):
            read = (own, "organisation", "", "")
        if read and name.first not in covered:
            is_printed = bool(read[2]) and bool(print_country(words, name.first, name.stop, named))
            yield ProposedNaming(
                words.article_id, name.first, without_stops(printed), *read, name.name, is_printed, found=name
            )


def _listed_and_spelled(words: Words, phrases: list[str], names: list[Name]) -> list[tuple[ProposedNaming, range]]:
    """Collect the listed bodies, and the phrases spelled out that share no token with them; each with its tokens.

    A phrase that marks stand around is a name of its own, though a listed one is a part of it: *„BBC News“*.
    """
    spelled = [*_spelled_out(words, phrases, names)]
    marked = {k for _, tokens in spelled if stands_in_marks(words, tokens.start, tokens.stop) for k in tokens}
    listed = [s for s in listed_namings(words, names, set(phrases)) if marked.isdisjoint(s[1])]
    taken = {k for _, tokens in listed for k in tokens}
    return [*listed, *(s for s in spelled if taken.isdisjoint(s[1]))]


def _explained_otherwise(printed: str, name: str, explained: dict[str, str], words: Words) -> str:
    """Return what an article itself explains an abbreviation by, in brackets, where a list has another body for it."""
    phrase = explained.get(printed, "")
    is_other = phrase[:ALIKE] != name[:ALIKE] and phrase.split()[-1:] != name.split()[-1:]
    return printed if phrase and is_other and phrase in words.text else ""


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
    phrases = [*_phrases(people, behind, unseen), *find_quoted_bodies(texts)]
    phrases += find_variants(texts, _known_bodies(people), fold=folded_body)
    by_id = {words.article_id: words for words in texts}
    read = (naming for words in texts for naming in _read_namings(words, people, phrases, behind | unseen))
    found = part_national_parties(part_two_names(mend_namings(read, by_id)), by_id)
    kinds = Counter((naming.name, naming.kind) for naming in found)
    joined = _join_all_names(found, kinds, behind, unseen)
    spelled = {joined.get(phrase, phrase) for phrase in unseen.values()}  # a bracket behind it: nobody's first name
    lasts = {name.split()[-1]: name for name, kind in kinds if kind == "person" and joined[name] == name}
    foreign = find_foreign(found, joined, by_id)
    for naming in found:
        is_foreign = (naming.article_id, naming.name) in foreign
        name = naming.name if is_foreign else _joined_name(naming, joined, lasts)
        yield replace(naming, name=name, kind="organisation" if name in spelled else naming.kind)


def _join_all_names(
    found: list[ProposedNaming], kinds: Counter[tuple[str, str]], behind: dict[str, str], unseen: dict[str, str]
) -> dict[str, str]:
    """Map each name to the one that it is proposed by: spellings, words for one body, brackets, *Raumfahrtagentur*.

    `behind` and `unseen`: what brackets hold to the name before them, as `find_bracketed` gives it.
    """
    joined = join_spellings(kinds, {naming.printed for naming in found}) | _alike(found)
    folds = {folded_body(name): joined[name] for name, kind in kinds if kind != "person"}
    joined |= _in_nominative(unseen.values(), joined, folds)
    joined |= {short: joined.get(name) or folds.get(folded_body(name), name)
               for short, name in (behind | unseen).items()}  # fmt: skip
    return joined | _by_apposition(found, joined)


def _in_nominative(phrases: Iterable[str], joined: dict[str, str], folds: dict[str, str]) -> dict[str, str]:
    """Map the phrases that only brackets show to be names to their nominative, save spellings of another name.

    `folds`: names as one word to the names that they are spellings of.
    """
    own = {phrase: in_nominative(phrase) for phrase in phrases if joined.get(phrase, phrase) == phrase}
    return {phrase: folds.get(folded_body(full), joined.get(full, full)) for phrase, full in own.items()}


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
        last = noun.lower().rpartition("-")[2]  # *HD-Sender* is a *Sender*
        is_compound = kind_of(noun) == "organisation" and last not in common | _body_nouns()
        if len(names) == 1 and is_compound:
            own[noun] = names.pop()
    return own


def _known_bodies(people: People) -> set[str]:
    """Collect the names of bodies that the finder of names has."""
    return {name.name for names in people.names.values() for name in names if name.kind == "organisation"}


def _phrases(people: People, behind: dict[str, str], unseen: dict[str, str]) -> list[str]:
    """List the words that are names wherever they stand: by brackets, behind a noun, short for a listed noun."""
    known = _known_bodies(people)
    spelled = [*unseen.values(), *map(in_nominative, unseen.values()), *unseen, *behind]
    return [*spelled, *fold_nouns(known), *behind_nouns(people)]


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
                source = beside[0].name if beside else phrase
                naming = ProposedNaming(words.article_id, first, printed, phrase, "organisation", source=source)
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
