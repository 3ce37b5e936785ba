"""Name shapes: namings as the finder gave them, mended by what their words are.

Clubs and papers that look like persons, abbreviations that are half a name, titles that open a name.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from analysis.actors.known_organisations import listed_name
from analysis.actors.name_parts import ABBREVIATION, NAME_TAGS, is_first_name
from analysis.codebook.wordlists import read_classes
from analysis.counting.proposal import ProposedNaming
from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = ["mend_namings"]

HALF = 0.5  # share of an abbreviation's places before a name from which on it is a part of that name: "IG Metall"
LONGEST = 3  # words of a club's name behind what opens it


def mend_namings(found: Iterable[ProposedNaming], texts: dict[str, Words]) -> Iterator[ProposedNaming]:
    """Yield the namings under the names that their words give them; leave out those of nobody.

    Parameters
    ----------
    found : iterable of ProposedNaming
    texts : dict
        Article to its words.

    Notes
    -----
    A last name alone counts in an article that does not print the full name only where the tagger takes it for one:
    *auf Platz drei* names nobody, although somebody's name was read as *Anna Berg Platz*.
    """
    found = [_as_printed(naming, texts[naming.article_id]) for naming in found]
    halves = _half_names(found, texts)
    full = {(naming.article_id, naming.name.split()[-1]) for naming in found if " " in naming.printed}
    for naming in found:
        words = texts[naming.article_id]
        if naming.kind == "person":
            mended = _person(naming)
            is_alone = " " not in naming.printed and (naming.article_id, naming.name.split()[-1]) not in full
            if mended and not (is_alone and words.pos[naming.first] not in NAME_TAGS and not naming.found.labels):
                yield replace(mended, is_determined=_is_determined(words, naming.first))
        elif not naming.name.endswith("-") and (mended := _abbreviation(_listed(naming), words, halves)):
            yield mended


def _is_determined(words: Words, i: int) -> bool:
    """Tell a word behind an article or an adjective in its sentence."""
    return i > words.sentences[words.sentence[i]][0] and words.pos[i - 1] in ("ART", "ADJA", "PPOSAT", "PIAT", "CARD")


def _as_printed(naming: ProposedNaming, words: Words) -> ProposedNaming:
    """Write a name with the letters that the article has: *Kongress* for *Kongreß*, *Luft- und Raumfahrt* whole."""
    if "ß" in naming.name and "ß" not in naming.printed:
        naming = replace(naming, name=naming.name.replace("ß", "ss"), noun=naming.noun.replace("ß", "ss"))
    stop = naming.found.stop if naming.found else 0
    if naming.name.endswith("-") and words.low[stop : stop + 1] == ["und"] and words.form[stop + 1][:1].isupper():
        behind = f" {words.form[stop]} {words.form[stop + 1]}"
        naming = replace(naming, name=naming.name + behind, printed=naming.printed + behind)
    return naming


def _listed(naming: ProposedNaming) -> ProposedNaming:
    """Give a listed organisation the naming that joins it to a noun for what it is: *VW-Konzern*."""
    first, _, noun = naming.name.rpartition("-")
    name = listed_name(first) if noun.lower() in read_classes("organisations")["itself"] else ""
    return replace(naming, name=name) if name else naming


def _person(naming: ProposedNaming) -> ProposedNaming | None:
    """Mend a person's naming: a title that opens it is none of it; a club, a paper or a competition is no person."""
    shapes = read_classes("name_words")
    parts = naming.name.split()
    while len(parts) > 1 and kind_of(parts[0]) == "person" and not is_first_name(parts[0]):
        parts = parts[1:]
    if len(parts) > 1 and shapes["event"] & set(parts[1:]):
        return None
    is_club = parts[0] in shapes["club"] and not is_first_name(parts[0])
    is_noun = kind_of(parts[0]) == "organisation" and not is_first_name(parts[0])
    is_body = is_club or parts[-1] in shapes["body"] or is_noun
    if len(parts) > 1 and is_body:
        whole = " " in naming.printed
        return replace(naming, name=" ".join(parts), kind="organisation") if whole else None
    return replace(naming, name=" ".join(parts))


def _is_abbreviation(naming: ProposedNaming) -> bool:
    """Tell one token that is an abbreviation and the whole name."""
    return bool(naming.found) and naming.printed == naming.name and bool(ABBREVIATION.fullmatch(naming.name))


def _half_names(found: list[ProposedNaming], texts: dict[str, Words]) -> set[str]:
    """Collect the abbreviations behind which a name follows more often than not: *IG* of *IG Metall*."""
    times: Counter[str] = Counter()
    followed: Counter[str] = Counter()
    for naming in found:
        if _is_abbreviation(naming):
            times[naming.name] += 1
            followed[naming.name] += bool(_behind(texts[naming.article_id], naming.found.stop, 1))
    return {name for name, n in times.items() if followed[name] > HALF * n}


def _behind(words: Words, stop: int, longest: int) -> list[str]:
    """List the names that follow directly: nobody's first name and no title."""
    names = []
    for k in range(stop, min(stop + longest, words.sentences[words.sentence[stop - 1]][1])):
        form = words.form[k]
        is_name = form[:1].isupper() and words.pos[k] in NAME_TAGS | {"NN"} and form[-1:].isalpha()
        if not is_name or is_first_name(form) or kind_of(form) == "person":
            break
        names.append(form)
    return names


def _abbreviation(naming: ProposedNaming, words: Words, halves: set[str]) -> ProposedNaming | None:
    """Complete an abbreviation that is half a name; leave out what names nobody alone: *FC*, *SR*."""
    shapes = read_classes("name_words")
    if naming.name in shapes["no_body"]:
        return None
    is_club = naming.name in shapes["club"]
    if not (_is_abbreviation(naming) and (is_club or naming.name in halves)):
        return naming
    behind = _behind(words, naming.found.stop, LONGEST if is_club else 1)
    if not behind:
        return None
    name = " ".join([naming.name, *behind])
    return replace(naming, name=name, printed=name)
