"""Foreign bodies: a noun alone that is a country's body here and another country's elsewhere."""

from collections.abc import Iterable, Mapping

from analysis.counting.named_countries import country_of, find_countries, is_country_adjective, main_country_of
from analysis.counting.proposal import ProposedNaming
from analysis.language.words import Words

__all__ = ["find_foreign"]


def find_foreign(
    found: Iterable[ProposedNaming], joined: Mapping[str, str], texts: Mapping[str, Words]
) -> set[tuple[str, str]]:
    """Collect the articles, with the name, in which a noun alone is no short form of a name with a country's adjective.

    *Wetterdienst* is *Deutscher Wetterdienst* in an article that prints this name, that names no country but
    Germany, or that names Germany and is about no other country. What *Bundes-* opens is that country's anywhere.

    Parameters
    ----------
    found : iterable of ProposedNaming
    joined : mapping
        Names to the names that they are spellings of.
    texts : mapping
        Article to its words.
    """
    found = list(found)
    full = {(naming.article_id, naming.name) for naming in found}
    foreign: set[tuple[str, str]] = set()
    for article_id, name in sorted(full):
        long = joined.get(name, name)
        adjective, _, rest = long.partition(" ")
        is_short = rest == name and is_country_adjective(adjective) and not name.startswith("Bundes")
        if is_short and (article_id, long) not in full and _is_about_others(texts[article_id], country_of(adjective)):
            foreign.add((article_id, name))
    return foreign


def _is_about_others(words: Words, country: str) -> bool:
    """Tell an article that names other countries and not this one, or that is about another one."""
    named = {other for _, other in find_countries(words)}
    return bool(named - {country}) and (country not in named or main_country_of(words) not in ("", country))
