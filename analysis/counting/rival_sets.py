"""Rival sets: which of the proposed sets are one, and which of their words are one noun said in full and in short."""

from collections.abc import Iterable

from analysis.codebook.wordlists import read_classes, read_lines
from analysis.counting.rival_sources import Rivals, is_thing
from analysis.counting.shared_surroundings import Surroundings
from analysis.language.nouns import kind_of

__all__ = ["are_plain_synonyms", "fold_titles", "is_one_noun", "is_short_form", "merge_sets", "on_one_level"]

WIDEST = 8  # words in one set
HALF = 0.5  # share of the articles with the rarer one, too
OFTEN = 3  # articles that must use a noun and a compound of it of one thing for the two to be rivals


def merge_sets(sets: Iterable[Rivals]) -> list[Rivals]:
    """Join sets that share two words, or of which one holds the other; the reasons add up.

    Notes
    -----
    Two listed sets stay two, so that a word with two senses (*Konflikt*) does not chain them.
    """
    joined: list[Rivals] = []
    for new in sets:
        home = next((old for old in joined if _goes_into(new, old)), None)
        if home is not None and len(home.lemmas | new.lemmas) <= WIDEST:
            home.lemmas |= new.lemmas
            home.because |= new.because
            home.about = home.about or new.about
            home.weight += new.weight
            home.counts.clear()  # no longer the words of one person alone
        else:
            joined.append(new)
    return joined


def _goes_into(new: Rivals, old: Rivals) -> bool:
    """Tell a set that goes into another."""
    are_listed = "near in meaning" in new.because & old.because
    return new.lemmas <= old.lemmas or (len(old.lemmas & new.lemmas) > 1 and not are_listed)


def fold_titles(lemmas: list[str]) -> list[list[str]]:
    """Make one term of the short and the full form of a title: *Kanzler*, *Bundeskanzler*; and of *Hacker-Angriff*.

    >>> fold_titles(["Kanzler", "Bundeskanzler", "Kind", "Flüchtlingskind"])
    [['Kanzler', 'Bundeskanzler'], ['Kind'], ['Flüchtlingskind']]
    >>> fold_titles(["Hackerangriff", "Hacker-Angriff"])
    [['Hackerangriff', 'Hacker-Angriff']]
    """
    terms: list[list[str]] = []
    for lemma in lemmas:
        home = next((term for term in terms if any(_are_one_term(lemma, other) for other in term)), None)
        if home is None:
            terms.append([lemma])
        else:
            home.append(lemma)
    return terms


def _are_one_term(one: str, other: str) -> bool:
    """Tell two forms of a title, and one word with a hyphen and without."""
    return is_short_form(one, other) or one.replace("-", "").lower() == other.replace("-", "").lower()


def is_one_noun(rivals: Rivals, lemmas: list[str]) -> bool:
    """Tell the short and the long form of one noun: *Beben*, *Erdbeben*; where a list says that they may be, rivals.

    A set in which the longer one says more of a person or of a deed (*Krieg*, *Angriffskrieg*) stays.

    >>> is_one_noun(Rivals(set(), {"near in meaning"}, "quake"), ["Beben", "Erdbeben"])
    True
    """
    short = min(lemmas, key=len).lower()
    return is_thing(rivals.about) and all(lemma.lower().endswith(short) for lemma in lemmas)


def are_plain_synonyms(lemmas: Iterable[str]) -> bool:
    """Tell words of one group of a list of words that differ in style alone: *Hubschrauber*, *Helikopter*.

    >>> are_plain_synonyms(["Hubschrauber", "Helikopter"]), are_plain_synonyms(["Premier", "Machthaber"])
    (True, False)
    """
    words = set(lemmas)
    return any(words <= set(line.split()) for line in read_lines("plain_synonyms"))


def on_one_level(lemmas: list[str], used: Surroundings) -> list[str]:
    """Leave out the rarer of a noun and a compound of it: *Kind*, *Waisenkind*.

    Unless several articles use the two of one thing, or they are the short and the full form of a title.

    Parameters
    ----------
    lemmas : list of str
        The commonest first.
    used : Surroundings
    """
    kept: list[str] = []
    for lemma in lemmas:
        levels = (other for other in kept if _is_compound_of(lemma, other) or _is_compound_of(other, lemma))
        if all(is_short_form(lemma, other) or _are_often_one(lemma, other, used) for other in levels):
            kept.append(lemma)
    return kept


def _are_often_one(lemma: str, other: str, used: Surroundings) -> bool:
    """Tell two words that several articles, and half of those with the rarer one, use of one thing."""
    rarer = min(len(used.places[lemma]), len(used.places[other]))
    return used.count_tied(lemma, other) >= max(OFTEN, HALF * rarer)


def _is_compound_of(compound: str, noun: str) -> bool:
    """Tell a compound of a noun: *Waisenkind* of *Kind*.

    >>> _is_compound_of("Waisenkind", "Kind"), _is_compound_of("Kind", "Waisenkind"), _is_compound_of("Kind", "Kind")
    (True, False, False)
    """
    return len(compound) > len(noun) and compound.lower().endswith(noun.lower())


def is_short_form(one: str, other: str) -> bool:
    """Tell two titles of which one is the other's end, or its first part: *Bundeskanzler*, *Premierminister*."""
    a, b = sorted((one.lower(), other.lower()), key=len)
    prefixes = read_classes("compound_words")["office"]
    is_full = (b.endswith(a) and b.removesuffix(a) in prefixes) or (b.startswith(a) and a in prefixes)
    return is_full and kind_of(one) == "person"
