"""Same spellings: proposed names that are one, told by their letters.

Lost spaces, transcriptions, two names run together, a place or a country's adjective left out.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping

from analysis.actors.name_parts import is_first_name
from analysis.counting.name_sounds import first_sound, folded_name, is_letter_away, is_one_first_name, sound_of
from analysis.counting.named_countries import is_country_adjective
from analysis.counting.second_names import unfold_nouns, with_full_names, with_party_words
from analysis.counting.two_names import outstanding_bearer

__all__ = ["folded_body", "join_spellings"]


SHORTEST_LAST = 6  # letters of a last name that a misprint may have changed
MISREAD = 5  # times as often as two words read as a name by mistake the right name must stand
OFTENER = 2  # times as often as a misprint that the right name must stand


def join_spellings(counts: Counter[tuple[str, str]], printed: Collection[str] = ()) -> dict[str, str]:
    """Map names to the name that they are spellings of: lost spaces, transcriptions, two names run together, places.

    Parameters
    ----------
    counts : Counter of (name, kind)
    printed : collection of str
        The names as the articles print them: a name that stands nowhere without its *s* keeps it.
    """
    others = Counter({name: n for (name, kind), n in counts.items() if kind != "person"})
    bodies = _by(folded_body, others)
    joined = _join_persons(counts, printed) | {name: _same_body(name, others, bodies) for name in others}
    joined |= _with_country(others) | _federal(others) | with_party_words(others) | with_full_names(others)
    return {name: joined.get(other, other) for name, other in joined.items()}


def _join_persons(counts: Counter[tuple[str, str]], printed: Collection[str]) -> dict[str, str]:
    """Map the names of persons to the name that they are spellings of, by the first question that has an answer."""
    persons = [name for (name, kind), _ in counts.most_common() if kind == "person"]
    full = [name for name in persons if " " in name]
    written, sounding = _by(folded_name, persons), _by(lambda name: sound_of(name.split()[-1]), persons)
    first_names, by_last = (
        _by(lambda name: first_sound(name.split()[0]), full),
        _by(lambda n: sound_of(n.split()[-1]), full),
    )
    return {
        name: _genitive_or_name(name, counts, printed)
        or _run_together(name, full)
        or _with_second_last(name, full)
        or _misprint_of(name, first_names, counts)
        or _last_of_one(name, by_last[sound_of(name.split()[-1])], counts)
        or _spelled_alike(name, written, sounding, counts)
        or _first_of_one(name, full)
        or name
        for name in persons
    }


def _by(key: Callable[[str], str], names: Iterable[str]) -> dict[str, list[str]]:
    """List names by what they have in common: to look for each among all others takes time by the square of them."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in names:
        found[key(name)].append(name)
    return found


def folded_body(name: str) -> str:
    """Write a body's name as one word: *Uni Neustadt* and *Universität Neu-Stadt* are *universitatneustadt*."""
    return folded_name(unfold_nouns(name))


def _first_of_one(name: str, full: list[str]) -> str:
    """Return the only full name that a name of one word opens, and that is no first name: *General Ban*, *Ban Hok*."""
    longer = [other for other in full if " " not in name and other.startswith(f"{name} ")]
    return longer[0] if len(longer) == 1 and not is_first_name(name) else ""


def _last_of_one(name: str, full: list[str], counts: Counter[tuple[str, str]]) -> str:
    """Return the outstanding bearer of a last name that stands alone, or behind a word that is nobody's first name.

    *Präsident Berg* in an article that names nobody in full is Anna Berg; so is *Halt Berg*, a slogan.

    Parameters
    ----------
    full : list of str
        The full names whose last word sounds like that of this name.
    """
    if " " in name and is_first_name(name.split()[0]):
        return ""
    named = {other: counts[other, "person"] for other in full if other != name and is_first_name(other.split()[0])}
    return outstanding_bearer(named, named) if named and (" " not in name or _is_rarer(name, named, counts)) else ""


def _is_rarer(name: str, named: Mapping[str, int], counts: Counter[tuple[str, str]]) -> bool:
    """Tell a name that is far rarer than the commonest of others: by mistake a word was read as its first name."""
    return counts[name, "person"] * MISREAD <= max(named.values())


def _genitive_or_name(name: str, counts: Counter[tuple[str, str]], printed: Collection[str]) -> str:
    """Return a person's name without the *s* of the genitive, if it stands so too, or with the *s* that it always has.

    *Anna Bergs* is *Anna Berg*; *Steve Job*, read in *von Steve Jobs geschriebene Briefe* alone, is *Steve Jobs*.
    """
    bare, long = name.removesuffix("s"), f"{name}s"
    if " " not in name:
        return ""
    if name != bare and (bare, "person") in counts:
        is_name = printed and bare not in printed and counts[name, "person"] > counts[bare, "person"]
        return name if is_name else bare
    is_name = printed and name not in printed and counts[long, "person"] > counts[name, "person"]
    return long if is_name else ""


def _same_body(name: str, others: Counter[str], bodies: Mapping[str, list[str]]) -> str:
    """Return the commonest name of a body that is spelled alike, or is it without its place."""
    place = re.sub(r" (?:in|von) [A-ZÄÖÜ][\w-]+$", "", name)
    if place != name and place in others:
        return place
    return max(bodies[folded_body(name)], key=lambda n: (others[n], n))


def _with_country(names: Iterable[str]) -> dict[str, str]:
    """Map a name to the only one with a country's adjective, written large, before it: *Deutscher Bundestag*.

    >>> _with_country(["Bundestag", "Deutscher Bundestag", "Bundesregierung", "deutsche Bundesregierung"])
    {'Bundestag': 'Deutscher Bundestag'}
    """
    longer: dict[str, list[str]] = defaultdict(list)
    for name in names:
        adjective, _, rest = name.partition(" ")
        if rest and adjective[0].isupper() and is_country_adjective(adjective):
            longer[rest].append(name)
    return {rest: found[0] for rest, found in longer.items() if len(found) == 1 and rest in names}


def _federal(names: Iterable[str]) -> dict[str, str]:
    """Map a federal body with its country's adjective to the name without it, where no other country's is named.

    >>> _federal(["Bundesregierung", "deutsche Bundesregierung"])
    {'deutsche Bundesregierung': 'Bundesregierung'}
    >>> _federal(["Bundesregierung", "deutsche Bundesregierung", "österreichische Bundesregierung"])
    {}
    """
    longer: dict[str, list[str]] = defaultdict(list)
    for name in names:
        adjective, _, rest = name.partition(" ")
        if rest.startswith("Bundes") and " " not in rest and adjective[0].islower() and is_country_adjective(adjective):
            longer[rest].append(name)
    return {found[0]: rest for rest, found in longer.items() if len(found) == 1 and rest in names}


def _run_together(name: str, full: list[str]) -> str:
    """Return the first of two persons whose names stand side by side: *Anna Berg Huber* where Karl Huber is known."""
    if not any(name.startswith(f"{one} ") for one in full):
        return ""
    lasts = {other.split()[-1] for other in full if not other.startswith(name) and not name.endswith(f" {other}")}
    return next(
        (one for one in full if one != name and name.startswith(f"{one} ") and name[len(one) + 1 :] in lasts), ""
    )


def _misprint_of(name: str, first_names: Mapping[str, list[str]], counts: Counter[tuple[str, str]]) -> str:
    """Return the commoner full name that has the same first name and a last one a letter away: *Anna Schuter*."""
    first, *_, last = name.split() if " " in name else ("", "")
    n = counts[name, "person"]
    alike = (other for other in first_names.get(first_sound(first), ()) if counts[other, "person"] >= OFTENER * n)
    close = [other for other in alike if is_letter_away(other.split()[-1], last) and len(last) >= SHORTEST_LAST]
    return close[0] if len(close) == 1 else ""


def _with_second_last(name: str, full: list[str]) -> str:
    """Return the full name that a longer one has a second last name behind: *Otto Berg* of *Otto Berg Molina*.

    >>> _with_second_last("Otto Berg Molina", ["Otto Berg"]), _with_second_last("Otto Karl Berg", ["Otto Karl"])
    ('Otto Berg', '')
    """
    shorter = name.rpartition(" ")[0]
    return shorter if " " in shorter and shorter in full and not is_first_name(shorter.split()[-1]) else ""


def _spelled_alike(
    name: str,
    written: Mapping[str, list[str]],
    sounding: Mapping[str, list[str]],
    counts: Counter[tuple[str, str]],
) -> str:
    """Return the commonest spelling of a person's name that is written, or sounds, like this one.

    Parameters
    ----------
    written, sounding : mapping
        All persons, by their folded names, and by the sound of their last names.
    """
    last, first = name.split()[-1], name.split()[:-1]
    alike = list(written[folded_name(name)])
    if len(last) > 4:
        alike += [other for other in sounding[sound_of(last)]
                  if not first or " " not in other or is_one_first_name(other.split()[0], first[0])]  # fmt: skip
    full = [other for other in alike if " " in other]
    bearers = {first_sound(other.split()[0]) for other in full}
    if not first and len(bearers) != 1:
        return ""
    return max(full or alike, key=lambda other: (counts[other, "person"], len(other), other), default="")
