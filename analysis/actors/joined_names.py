"""People: the names of a study's articles joined, so that *Scholz*, *Olaf Scholz* and *Scholz'* are one person."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain

from analysis.actors.last_names import is_led_as_noun, is_often_noun, may_mean_thing
from analysis.actors.name_parts import Known, Name, has_given_name_last, is_first_name
from analysis.actors.names import find_names
from analysis.actors.spellings import folded, in_full, one_spelling, squeezed
from analysis.codebook.wordlists import read_classes
from analysis.language.capitals import Capitals, count_capitals
from analysis.language.many_processes import cut_in_pieces, map_pieces
from analysis.language.morphology import is_finite
from analysis.language.words import Words

__all__ = ["People", "gather_people"]

ARTICLE = re.compile(r"^(?:al|el|as|ar|ad|at)-(?=[A-Z])")  # before a last name, where it stands alone it may be missing
PLACED = 5  # a word stands behind "in" once in so many times if it is a place, and no last name without a first one
MISSPELT = 5  # letters of a last name that may be spelt in two ways
PIECE, FEWEST_PIECES = 16, 10  # articles that a process reads at a time; fewer of these: one process


@dataclass
class People:
    """The names of each article, with joined spellings, and what the study says of each."""

    names: dict[str, list[Name]]
    known: dict[str, Known]
    capitals: Capitals


def _opens_as_word(words: Words, i: int, capitals: Capitals) -> bool:
    """Tell a word that opens a sentence and may be the common word that the study writes small: *Kurz nach acht*."""
    form, is_opening = words.form[i], i == words.sentences[words.sentence[i]][0]
    return bool(capitals.lower[form.lower()]) and is_opening and words.pos[i] != "NE" and not _is_subject(words, i)


def _is_subject(words: Words, i: int) -> bool:
    """Tell the word before a verb that nothing but a clause follows: *Kurz sagte, dass …*."""
    return i + 2 < len(words) and is_finite(words.pos[i + 1]) and words.form[i + 2] in (",", ":", "„")


def _lone(words: Words, names: list[Name], bearers: dict[str, list[str]], capitals: Capitals) -> Iterable[Name]:
    """Yield last names that stand alone, each with the bearer named last before it, else the only one."""
    taken = {k for name in names for k in range(name.first, name.stop)}
    ahead, latest = sorted(names, key=lambda n: n.first), {}
    parts = _parts_of_names(names)
    for i, form in enumerate(words.form):
        while ahead and ahead[0].first <= i:
            name = ahead.pop(0).name
            latest |= dict.fromkeys(_family_keys(name), name)
        if i in taken or not form[:1].isupper():
            continue
        who = _bearer(form, bearers, latest) or _bearer_of_part(words, i, parts)
        if not who:
            continue
        first = _with_particles(words, i, who)
        is_word = _is_word_after_all(words, i, capitals, has_particle=first < i)
        if not is_word and not _is_another_full_name(words, i, bearers):
            yield Name(first, i + 1, who, "person")


def _is_word_after_all(words: Words, i: int, capitals: Capitals, *, has_particle: bool) -> bool:
    """Tell a word that is written like a last name: *Der*, *Kluge Leute*, *ein Koch*; behind *von* it is a name."""
    if words.pos[i] in ("ART", "ADJA") or _opens_as_word(words, i, capitals):
        return True
    return not has_particle and may_mean_thing(words.form[i], capitals) and is_led_as_noun(words, i)


def _parts_of_names(names: list[Name]) -> dict[str, set[str]]:
    """Map each word of a person's full name, but its last and the small ones, to the names that hold it."""
    found: dict[str, set[str]] = {}
    for name in names:
        for part in name.name.split()[:-1] if name.kind == "person" else ():
            if part[:1].isupper() and len(part) > 1 and part[-1] != ".":
                found.setdefault(part, set()).add(name.name)
    return found


def _bearer_of_part(words: Words, i: int, parts: dict[str, set[str]]) -> str:
    """Return the only one whose name holds a word that stands alone: *Ban* of *Ban Ki Moon*, *Lula*, *Iggy*."""
    low, high = words.sentences[words.sentence[i]]
    beside = [words.pos[k] for k in (i - 1, i + 1) if low <= k < high]
    form = words.form[i]
    names = parts.get(form) or (parts.get(form[:-1]) if form[-1] == "s" else None) or set()
    is_lone = words.pos[i] == "NE" and not {"NE", "FM", "ART", "XY"}.intersection(beside)
    return min(names) if is_lone and len(names) == 1 else ""


def _is_another_full_name(words: Words, i: int, bearers: dict[str, list[str]]) -> bool:
    """Tell a last name behind an initial or a first name of which no bearer has one: *Eileen M. | Berg*."""
    if i == words.sentences[words.sentence[i]][0]:
        return False
    before, dotted = words.form[i - 1], words.form[i - 1] == "." and i > 1
    first = words.form[i - 2] if dotted else before
    is_first = is_first_name(before) or (
        len(first.rstrip(".")) == 1 and first[0].isupper() and (dotted or before[-1] == ".")
    )
    own = {part for name in bearers.get(folded(words.form[i]), []) for part in name.split()}
    return is_first and before not in own and first not in own


def _with_particles(words: Words, i: int, name: str) -> int:
    """Return where a last name alone begins with the small words of the full name: *Van der | Bellen*."""
    first, parts = i, name.split()[1:-1]
    while parts and first > words.sentences[words.sentence[i]][0] and words.low[first - 1] == parts[-1].lower():
        first, parts = first - 1, parts[:-1]
    return first


def _family_keys(name: str) -> list[str]:
    """Return what may stand alone for a full name: its last word, or its first if the given name is last.

    >>> _family_keys("Ban Ki-moon"), _family_keys("Anna Berg-Huber")
    (['ki moon', 'ban'], ['berg huber'])
    """
    words = name.split()
    return [folded(ARTICLE.sub("", words[-1])), *([folded(words[0])] if has_given_name_last(name) else [])]


def _bearer(form: str, bearers: dict[str, list[str]], latest: dict[str, str]) -> str:
    """Return who bears a last name, also in the genitive: whoever was named last, else the only one; or nobody."""
    for bare in (form, form[:-1] if form[-1] in "s'’" else ""):
        key = folded(bare)
        if key in bearers:
            who = latest.get(key) or (bearers[key][0] if len(bearers[key]) == 1 else "")
            if who:
                return who
    return ""


def _bearers(names: Iterable[str], capitals: Capitals, *, is_own: bool = False) -> dict[str, list[str]]:
    """Map last names to who bears them, without those that stand behind determiners as common nouns do.

    In an article that names them in full (`is_own`) these too are names, unless something leads up to them as a noun.
    """
    found: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        if " " in name:
            for key in _family_keys(name)[1:]:
                found.setdefault(key, []).append(name)
            last = ARTICLE.sub("", name.split()[-1])
            if _is_particle_before_last(name):
                found.setdefault(folded(last), []).append(name)
                continue
            if is_own or not is_often_noun(last, capitals):
                found.setdefault(folded(last), []).append(name)
    return found


def _ends_as_place(name: str, capitals: Capitals) -> bool:
    """Tell *Bayern München*, whose last word alone is a place in other articles; not *Anna Berg*."""
    last = name.split()[-1]
    return not is_first_name(name.split()[0]) and capitals.placed[last] * PLACED >= capitals.capital[last]


def _is_particle_before_last(name: str) -> bool:
    """Tell *Alexander Van der Bellen*, whose last word stands behind an article that is part of the name."""
    parts = name.split()
    return len(parts) > 3 and parts[-2] in read_classes("function_words")["inner_particle"]


def gather_people(many: Iterable[Words]) -> People:
    """Find the names of all articles and join their spellings.

    Parameters
    ----------
    many : iterable of Words

    Notes
    -----
    A last name alone is its article's bearer, named last before it; where the article names none, the only bearer in
    the study. *Reading it*: two persons of one last name stay two; one spelled in two ways is one.

    Examples
    --------
    >>> lists = {"form": "Anna Berg kam . Berg blieb .".split(), "lemma": [""] * 7, "start": [0, 5, 10, 13, 15, 20, 25],
    ...          "pos": "NE NE VVFIN $. NE VVFIN $.".split(), "end": [4, 9, 13, 14, 19, 25, 26]}
    >>> words = Words("a", "Anna Berg kam. Berg blieb.", **lists, sentence=[0] * 4 + [1] * 3, paragraph=[0] * 7)
    >>> [(name.first, name.name) for name in gather_people([words]).names["a"]]
    [(0, 'Anna Berg'), (4, 'Anna Berg')]
    """
    texts = list(many)
    capitals = count_capitals(words.form[a:b] for words in texts for a, b in words.sentences)
    pieces = cut_in_pieces(range(len(texts)), PIECE)
    names = chain.from_iterable(map_pieces(_find_some, pieces, texts, capitals, fewest=FEWEST_PIECES))
    found = {words.article_id: own for words, own in zip(texts, names, strict=True)}
    joined, short = one_spelling(texts, found)
    everywhere = _bearers((name for name in joined.values() if not _ends_as_place(name, capitals)), capitals)
    people = People({}, {}, capitals)
    for words in texts:
        spelled = [replace(n, name=joined.get(n.name) or short.get(n.name, n.name)) for n in found[words.article_id]]
        people.names[words.article_id] = _with_lone(words, spelled, everywhere, capitals)
        _learn(people, people.names[words.article_id])
    return people


def _find_some(numbers: Iterable[int], texts: list[Words], capitals: Capitals) -> list[list[Name]]:
    """Find the names of some articles."""
    return [list(find_names(texts[n], capitals)) for n in numbers]


def _with_lone(words: Words, spelled: list[Name], everywhere: dict[str, list[str]], capitals: Capitals) -> list[Name]:
    """Return the names of an article in full and, between them, the last names that stand alone."""
    own = _bearers((name.name for name in spelled if name.kind == "person"), capitals, is_own=True)
    bearers = everywhere | _misspelt(words, own, everywhere) | own
    names = in_full([_complete(name, bearers) for name in spelled])
    return sorted([*names, *_lone(words, names, bearers, capitals)], key=lambda name: name.first)


def _misspelt(words: Words, own: dict[str, list[str]], everywhere: dict[str, list[str]]) -> dict[str, list[str]]:
    """Map last names that nobody in the study bears to the one whom the article spells otherwise: *Hofmann*."""
    alike: dict[str, set[str]] = {}
    for key, names in own.items():
        alike.setdefault(squeezed(key), set()).update(names)
    forms = {f for f, pos in zip(words.form, words.pos, strict=True) if pos == "NE" and len(f) >= MISSPELT}
    strange = {folded(form) for form in forms} - set(everywhere)
    found = {key: sorted(alike.get(squeezed(key), ())) for key in sorted(strange)}
    return {key: names for key, names in found.items() if len(names) == 1}


def _complete(name: Name, bearers: dict[str, list[str]]) -> Name:
    """Give *Kanzler Scholz* the full name of the only one who bears it."""
    known = bearers.get(folded(name.name), []) if name.kind == "person" and " " not in name.name else []
    return replace(name, name=known[0]) if len(known) == 1 else name


def _learn(people: People, names: Iterable[Name]) -> None:
    """Add what an article says of those whom it names."""
    for name in names:
        known = people.known.setdefault(name.name, Known(name.kind))
        known.labels.update(name.labels)
        known.pronouns.update([name.pronoun] if name.pronoun else [])
        known.parties.update([name.party] if name.party else [])
