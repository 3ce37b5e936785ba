"""Named countries: where an article names a country, by name, adjective or capital, and whose a ministry is."""

from collections import Counter
from functools import cache, lru_cache

from analysis.codebook.wordlists import read_lines
from analysis.language.words import Words

__all__ = ["NamedCountries", "adjective_of", "capitals_of", "country_of", "find_countries", "hold_countries",
           "is_country_adjective", "main_country_of", "print_country"]  # fmt: skip

INFLECTED = ("er", "es", "en", "em", "e", "s", "")
FEWEST, MOST_OF = 3, 0.6  # namings of one country, and their share, that make an article one about that country
NEAR = 3  # tokens behind a noun in which "in Athen", "der Türkei" says whose it is

NamedCountries = list[tuple[int, str]]  # token and country, in order


@cache
def _words_for() -> dict[str, str]:
    """Map names, capitals and stems of adjectives, lower case, to the country."""
    found: dict[str, str] = {}
    for line in read_lines("nationalities"):
        stem, _, country = line.partition(" ")
        if country:
            found |= {country.lower(): country, stem.lower(): country}
    for line in read_lines("capitals"):
        capital, country = line.split()
        found[capital.lower()] = country
    return found | {"us": "USA", "us-amerikanisch": "USA"}


@cache
def adjective_of(country: str) -> str:
    """Return the adjective of a country, without ending; nothing where the list has none.

    >>> adjective_of("Serbien"), adjective_of("Nirgendland")
    ('serbisch', '')
    """
    lines = (line.split() for line in read_lines("nationalities"))
    return next((line[0] for line in lines if line[1:] == [country]), "")


def is_country_adjective(word: str) -> bool:
    """Tell a country's adjective from a city's.

    >>> is_country_adjective("britische"), is_country_adjective("Wiener")
    (True, False)
    """
    stem = adjective_of(country_of(word))
    return bool(stem) and word.lower().startswith(stem)


@cache
def capitals_of(country: str) -> list[str]:
    """Return the capital of a country, if the list has it.

    >>> capitals_of("Serbien")
    ['Belgrad']
    """
    lines = (line.split() for line in read_lines("capitals"))
    return [capital for capital, name in lines if name == country]


@lru_cache(maxsize=20_000)
def country_of(word: str) -> str:
    """Return the country that a word names: *Serbiens*, *serbischen*, *Belgrad*, *US-Armee*; nothing for other words.

    >>> [country_of(word) for word in ("Serbiens", "serbischen", "Belgrad", "US-Armee", "Brücke")]
    ['Serbien', 'Serbien', 'Serbien', 'USA', '']
    """
    low = word.lower()
    first = low.partition("-")[0]
    if first == "us" and "-" in low:
        return "USA"
    known = _words_for()
    return next((known[low.removesuffix(end)] for end in INFLECTED if low.removesuffix(end) in known), "")


def find_countries(words: Words) -> NamedCountries:
    """List where an article names countries."""
    found = ((i, country_of(form)) for i, form in enumerate(words.form))
    return [(i, country) for i, country in found if country]


def hold_countries(words: Words, first: int, stop: int, named: NamedCountries) -> str:
    """Tell whose a body at the tokens from `first` to `stop` is: by the words in and beside it, else by its article.

    Notes
    -----
    By the words in it (*serbische Regierung*), behind it (*in Athen*, *der Türkei*) and the genitive before it
    (*Serbiens*); else the only country that its sentence names; else the one that its article is about.
    """
    low, high = words.sentences[words.sentence[first]]
    if printed := print_country(words, first, stop, named):
        return printed
    near = {country for i, country in named if low <= i < high}
    return next(iter(near)) if len(near) == 1 else _about(named)


def print_country(words: Words, first: int, stop: int, named: NamedCountries) -> str:
    """Return the country that is printed in a body's name or beside it; nothing where none is."""
    low, high = words.sentences[words.sentence[first]]
    inside = next((country for i, country in named if first <= i < stop), "")
    return inside or _country_behind(words, stop, high, named) or _country_before(words, first, low)


def _country_behind(words: Words, stop: int, high: int, named: NamedCountries) -> str:
    """Return the country behind a body: *in Athen*, *der Türkei*; not *nach Athen*, *mit*, *und*."""
    places = [(i, country) for i, country in named if stop <= i < min(high, stop + NEAR)]
    if not places or words.low[stop] in ("nach", "mit", "und"):
        return ""
    joins = ("APPR", "APPRART", "ART", "ADJA")
    return next((country for i, country in places if all(pos in joins for pos in words.pos[stop:i])), "")


def _country_before(words: Words, first: int, low: int) -> str:
    """Return the country whose genitive stands before a body: *Serbiens Regierung*."""
    is_genitive = first > low and words.low[first - 1].endswith("s") and words.pos[first - 1] == "NE"
    return (country_of(words.form[first - 1]) or "") if is_genitive else ""


def main_country_of(words: Words) -> str:
    """Return the country that an article is about; nothing where it names none much more often than others."""
    return _about(find_countries(words))


def _about(named: NamedCountries) -> str:
    """Return the country that an article is about, if it names one much more often than others."""
    counts = Counter(country for _, country in named).most_common(1)
    return counts[0][0] if counts and counts[0][1] >= max(FEWEST, MOST_OF * len(named)) else ""
