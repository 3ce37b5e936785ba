"""Name shapes: namings as the finder gave them, mended by what their words are.

Clubs and papers that look like persons, abbreviations that are half a name, titles that open a name.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from analysis.actors.known_organisations import listed_name
from analysis.actors.name_parts import ABBREVIATION, NAME_TAGS, is_first_name
from analysis.codebook.wordlists import read_classes
from analysis.counting.named_works import ends_in, noun_before
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
    found = [_without_noun(_as_printed(n, texts[n.article_id]), texts[n.article_id]) for n in found]
    makers = _makers(found)
    found = [_without_work(naming, makers) for naming in found]
    halves, bands = _half_names(found, texts), _bands(found, texts)
    full = _printed_in_full(found)
    for naming in found:
        words = texts[naming.article_id]
        if naming.kind == "person" and naming.printed in bands:
            yield replace(naming, name=naming.printed, kind="organisation")
        elif naming.kind == "person":
            if (mended := _person(naming)) and not _is_noun_alone(naming, words, full):
                yield replace(mended, is_determined=_is_determined(words, naming.first))
        elif not naming.name.endswith("-") and (mended := _abbreviation(_listed(naming), words, halves)):
            yield mended


def _makers(found: list[ProposedNaming]) -> set[str]:
    """Collect the full names of persons, behind whose genitive a work may stand."""
    return {naming.name for naming in found if naming.kind == "person" and " " in naming.name}


def _printed_in_full(found: list[ProposedNaming]) -> set[tuple[str, str]]:
    """Collect the names of several words that are printed so: the article and the last word of each."""
    return {(naming.article_id, naming.name.split()[-1]) for naming in found if " " in naming.printed}


def _is_noun_alone(naming: ProposedNaming, words: Words, full: set[tuple[str, str]]) -> bool:
    """Tell a last name alone, a noun for the tagger, in an article that prints no full name (`full`)."""
    is_alone = " " not in naming.printed and (naming.article_id, naming.name.split()[-1]) not in full
    return is_alone and words.pos[naming.first] not in NAME_TAGS and not naming.found.labels


def _bands(found: list[ProposedNaming], texts: dict[str, Words]) -> set[str]:
    """Collect the names of several words behind a noun for who makes music together: *die Rockband Otto Huber*."""
    nouns = read_classes("name_words")["band"]
    return {naming.printed for naming in found if naming.kind == "person" and " " in naming.printed
            and ends_in(noun_before(texts[naming.article_id], naming.first) or ".", nouns)}  # fmt: skip


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


def _without_work(naming: ProposedNaming, makers: set[str]) -> ProposedNaming:
    """Cut a name that runs on behind a genitive into that of a work: *Anna Bergs Oper*, where Anna Berg is named too.

    >>> both = ProposedNaming("a", 0, "Anna Bergs Turandot", "Anna Bergs Turandot", "person")
    >>> _without_work(both, {"Anna Berg"}).name
    'Anna Berg'
    """
    words = naming.name.split()
    heads = (" ".join(words[:k]) for k in range(2, len(words)))
    maker = next((head for head in heads if head.endswith("s") and head[:-1] in makers), "")
    if naming.kind != "person" or not maker:
        return naming
    return replace(naming, name=maker[:-1], printed=maker)


def _without_noun(naming: ProposedNaming, words: Words) -> ProposedNaming:
    """Cut a person's name behind a genitive that a common noun follows: *Anna Bergs Kommentare*."""
    parts = naming.printed.split()
    last = naming.first + len(parts) - 1
    is_long = naming.kind == "person" and len(parts) > 2 and is_first_name(parts[0]) and naming.name.endswith(parts[-1])
    if not (is_long and parts[-2].endswith("s") and words.form[last] == parts[-1] and words.pos[last] == "NN"):
        return naming
    name = " ".join(parts[:-1])
    return replace(naming, name=name.removesuffix("s"), printed=name)


def _listed(naming: ProposedNaming) -> ProposedNaming:
    """Give an organisation the naming that joins it to a noun for what it is, or for who leads it: *VW-Konzern*.

    A listed one, or an abbreviation behind which stands who leads it: *KHM-Spitze*.
    """
    first, _, noun = naming.name.rpartition("-")
    classes, low = read_classes("organisations"), noun.lower()
    name = listed_name(first) if low in classes["itself"] | classes["lead"] else ""
    if not name and low in classes["lead"] and ABBREVIATION.fullmatch(first):
        name = first
    if name and low in classes["lead"]:
        return replace(naming, name=name, printed=first)  # no other name of it: *die Spitze* is anybody's
    return replace(naming, name=name) if name else naming


def _person(naming: ProposedNaming) -> ProposedNaming | None:
    """Mend a person's naming: a title that opens it is none of it; a club, a paper or a competition is no person."""
    shapes = read_classes("name_words")
    parts = naming.name.split()
    while len(parts) > 1 and _is_title_before_name(parts[0]):
        parts = parts[1:]
    if len(parts) > 1 and shapes["event"] & set(parts[1:]):
        return None
    is_club = parts[0] in shapes["club"] and not is_first_name(parts[0])
    is_noun = kind_of(parts[0]) == "organisation" and not is_first_name(parts[0])
    is_body = is_club or parts[-1] in shapes["body"] or is_noun
    if len(parts) > 1 and is_body:
        whole = " " in naming.printed
        return replace(naming, name=" ".join(parts), kind="organisation") if whole else None
    name, printed = " ".join(parts), naming.printed.split()
    opens = len(naming.name.split()) - len(parts)  # titles, which are none of the spelling either
    return replace(naming, name=name, printed=" ".join(printed[opens:]) if len(printed) > opens else naming.printed)


def _is_title_before_name(word: str) -> bool:
    """Tell a title before a name: *Kanzler*, *Dr.*

    >>> _is_title_before_name("Kanzler"), _is_title_before_name("Dr."), _is_title_before_name("Anna")
    (True, True, False)
    """
    is_academic = word.rstrip(".") in read_classes("name_words")["academic"]
    return is_academic or (kind_of(word) == "person" and not is_first_name(word))


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
