"""National parties: a party's name behind another country's adjective is another party: *französische Republikaner*."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from analysis.codebook.wordlists import read_classes
from analysis.counting.named_countries import adjective_of, country_of, is_country_adjective
from analysis.counting.proposal import ProposedNaming
from analysis.language.nouns import parties
from analysis.language.words import Words

__all__ = ["is_national_party", "is_noun_too", "is_told_as_party", "part_national_parties"]


def is_national_party(name: str) -> bool:
    """Tell a country's adjective, small, before a party's name that parties of several countries bear.

    >>> is_national_party("französische Republikaner"), is_national_party("deutsche Regierung")
    (True, False)
    """
    adjective, _, party = name.partition(" ")
    return adjective[:1].islower() and is_country_adjective(adjective) and _is_party(party)


def _is_party(name: str) -> bool:
    return name.lower() in parties() or name in read_classes("name_words")["party"]


def is_noun_too(name: str) -> bool:
    """Tell a party whose name is as often a noun for other people: *Piraten*."""
    return name in read_classes("name_words")["party_or_people"]


def is_told_as_party(name: str, words: Words) -> bool:
    """Tell an article that has such a party behind somebody's name in brackets, or the noun with *Partei*."""
    return f"({name})" in words.text or f"{name.removesuffix('n')}npartei" in words.text


def part_national_parties(namings: Iterable[ProposedNaming], texts: dict[str, Words]) -> list[ProposedNaming]:
    """Give a party's name behind a country's adjective a name of its own, if the name stands alone or elsewhere too.

    *Grüne* stays what most articles mean by it; *die deutschen Grünen* in a study of Austria is *deutsche Grüne*. The
    country that is named most is the one that needs no adjective.

    Parameters
    ----------
    namings : iterable of ProposedNaming
    texts : dict
        Article to its words.
    """
    found = list(namings)
    named = Counter(country_of(form) for words in texts.values() for form in words.form if form[:1].isupper())
    del named[""]
    home = max(named, key=named.__getitem__, default="")
    countries = [_country_of_party(naming, texts[naming.article_id]) for naming in found]
    plain = {naming.name for naming, country in zip(found, countries, strict=True) if not country or country == home}
    return [
        _under_country(naming, texts[naming.article_id], country)
        if country and country != home and naming.name in plain else naming
        for naming, country in zip(found, countries, strict=True)
    ]  # fmt: skip


def _country_of_party(naming: ProposedNaming, words: Words) -> str:
    """Return the country whose adjective stands before a party's name; nothing for other names."""
    i = naming.first
    if naming.kind != "organisation" or not _is_party(naming.name) or i == words.sentences[words.sentence[i]][0]:
        return ""
    before = words.form[i - 1]
    return country_of(before) if words.pos[i - 1] == "ADJA" and is_country_adjective(before) else ""


def _under_country(naming: ProposedNaming, words: Words, country: str) -> ProposedNaming:
    """Return a naming under the party's name with its country's adjective."""
    bare = naming.name.removesuffix("n")
    party = bare if parties().get(naming.name.lower()) == bare else naming.name  # *Grünen* is Grüne
    i = naming.first - 1
    return replace(
        naming, name=f"{adjective_of(country)}e {party}", first=i, printed=f"{words.form[i]} {naming.printed}"
    )
