"""Body names: what the name of an organisation says: which noun it is called by, whose body it is, one or several."""

import re

from analysis.actors.joined_names import People
from analysis.actors.known_organisations import listed_name
from analysis.actors.name_parts import ABBREVIATION, Name
from analysis.codebook.wordlists import read_classes
from analysis.counting.named_countries import (
    NamedCountries,
    adjective_of,
    country_of,
    hold_countries,
    is_country_adjective,
)
from analysis.language.capitals import Capitals
from analysis.language.nouns import kind_of, parties
from analysis.language.words import Words

__all__ = ["behind_nouns", "name_behind", "read_body", "without_stops"]

ENDING = {"er": "er", "es": "es"}  # of an adjective before a noun without an article; -e for all others
STOPS = ".,;:!?"
NUMBERED = re.compile(r" (?:[IVX]+|\d+|[A-ZÄÖÜ][a-z]?)\.$")  # *Elisabeth II.*, *Anna B.*: no end of a sentence
SHORTEST = 5  # letters of a noun that counts at the end of a longer one: *Glücksspielkonzern Mollix* is Mollix


def without_stops(name: str) -> str:
    """Return a name without the marks behind it, but with the dot of a number.

    >>> without_stops("Mollix."), without_stops("Anna II.")
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


def name_behind(name: Name, head: str, capitals: Capitals) -> str:
    """Return the name behind a noun that only says what bears it: *Reuters* of *Nachrichtenagentur Reuters*.

    What the study prints without its *s* too is a genitive, that says whose it is: *Arbeiterpartei Kurdistans*.
    """
    words = name.name.split()
    after = words[words.index(head) + 1 :]
    low = _last_noun_part(head)
    is_name = _is_name_itself(after, low, capitals)
    forms = (low, low.removesuffix("n"))  # *Luftfahrtbehörden Mollix*
    is_kind = any(
        f == noun or (len(noun) > SHORTEST and f.endswith(noun)) for noun in _name_words("named") for f in forms
    )
    is_kind = is_kind or (len(after) == 1 and _is_known_name(after[0]))  # *US-Weltraumbehörde NASA*
    return " ".join(after) if is_name and is_kind else ""


def _is_name_itself(after: list[str], low: str, capitals: Capitals) -> bool:
    """Tell words behind a noun that are a name: no country, no genitive, no phrase behind *Verband*."""
    if not after or not after[0][:1].isupper() or len(after[0]) == 1:
        return False
    if country_of(after[0]) and not _opens_with_country(after):
        return False
    if len(after) == 1 and after[0].endswith("s") and capitals.capital[after[0][:-1]]:
        return False
    return not (len(after) == 2 and after[0].endswith(("e", "er")) and low.endswith(tuple(_name_words("holds"))))


def _opens_with_country(after: list[str]) -> bool:
    """Tell a name of several words of which a country's name, in no genitive, is the first: *China Daily*.

    >>> _opens_with_country(["China", "Daily"]), _opens_with_country(["Chinas", "Führung"])
    (True, False)
    """
    return len(after) > 1 and after[0] == country_of(after[0]) and after[1][:1].isupper() and not kind_of(after[1])


def _with_rest(words: Words, stop: int, behind: str) -> str:
    """Add to a name of one word the capitalised word behind it, a noun for the tagger: *Gruppe Turkey Blocks*."""
    last = words.sentences[words.sentence[stop - 1]][1]
    form = words.form[stop] if stop < last else ""
    is_part = (
        form[:1].isupper() and form.isalpha() and words.pos[stop] in ("NN", "NE", "FM", "XY") and not kind_of(form)
    )
    return f"{behind} {form}" if is_part and " " not in behind and not ABBREVIATION.fullmatch(behind) else behind


def _is_known_name(word: str) -> bool:
    """Tell one word that is a body's name by itself: an abbreviation, or listed; no party, which *Gruppe* precedes."""
    bare = word.rstrip(STOPS)
    is_short = bool(ABBREVIATION.fullmatch(bare)) and bare not in read_classes("function_words")["abbreviation"]
    return (is_short or bool(listed_name(bare))) and bare.lower() not in parties()


def behind_nouns(people: People) -> list[str]:
    """List the single words that stand behind a noun that says what bears them: names wherever they stand."""
    names = (name for names in people.names.values() for name in names if name.kind == "organisation")
    behind = {name_behind(name, head, people.capitals) for name in names if (head := _head(name))}
    return sorted(name for name in behind if name and " " not in name and not people.capitals.is_place(name))


def read_body(words: Words, name: Name, named: NamedCountries, capitals: Capitals) -> tuple[str, str, str, str] | None:
    """Read name, kind, country and noun of an organisation's naming; None for one that names nobody."""
    head = _head(name)
    plain = without_stops(name.name)
    if plain.startswith("Vereinigte") and plain.endswith("Staaten"):
        return "USA", "state", "", ""
    if not head:
        return plain, "organisation", "", ""
    if _names_several(words, name, head) or (name.name == head and _names_nobody(words, name)):
        return None
    behind = name_behind(name, head, capitals)
    if behind and (_opens_with_country(behind.split()) or not capitals.is_place(behind.split()[0])):
        return _with_rest(words, name.stop, behind).rstrip(STOPS), "organisation", "", ""
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


def _names_several(words: Words, name: Name, head: str) -> bool:
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
