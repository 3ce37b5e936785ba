"""Offices: whose "Präsident", "Regierung" or "Ministerium" is meant, from the words beside it and what came before."""

from collections import Counter
from dataclasses import dataclass, field

from analysis.actors.actor_directory import ADJECTIVE, Directory, Found
from analysis.codebook.wordlists import read_classes, read_countries
from analysis.language.words import Words

__all__ = ["DEFINITE", "Setting", "Settled", "main_country", "settle_office"]

LINKING = ("APPR", "APPRART", "ART", "PDAT")
NEAR = 4  # sentences back to which "der Präsident" or "das Ministerium" may refer
PLURAL = ("ungen", "heiten", "keiten", "schaften", "ionen")  # "Regierungen": several
DEFINITE = read_classes("function_words")["definite"]


@dataclass
class Setting:
    """What is known when an office is met: the article's country, and who was named where so far."""

    country: str
    named: list[tuple[int, int]] = field(default_factory=list)  # (sentence, actor), in order
    told: frozenset[int] = frozenset()  # those whom the article names in full or behind a title
    others: frozenset[str] = frozenset()  # last names, lower case, that the article gives to somebody else

    def latest(self, candidates: tuple[int, ...], sentence: int) -> int | None:
        """Return the candidate who was named last, if near enough."""
        for at, actor in reversed(self.named):
            if sentence - at > NEAR:
                return None
            if actor in candidates:
                return actor
        return None


@dataclass
class Settled:
    """An office that is settled: the actor, and the tokens that name them, from the article to the country."""

    actor: int
    first: int
    stop: int


@dataclass
class _Beside:
    """The words beside an office."""

    first: int
    stop: int
    countries: set[str] = field(default_factory=set)
    determiner: str = ""  # definite | other | "" if there is none
    is_barred: bool = False  # somebody else's, or no longer held


def main_country(book: Directory, words: Words) -> str:
    """Return the country of the codebook that an article names most often; nothing if another one comes first."""
    known = Counter(book.land.get(low) or book.adjectives.get(low) for low in words.low)
    known.pop(None, None)
    others = Counter(_country(low) for low in words.low if low not in book.land and low not in book.adjectives)
    others.pop("", None)
    if not known or (others and others.most_common(1)[0][1] > known.most_common(1)[0][1]):
        return ""
    return known.most_common(1)[0][0]


def _country(low: str) -> str:
    """Return the stem of a country's adjective or name, whichever codebook: *syrische*, *Syriens* are *syrisch*."""
    if len(low) < 4:
        return ""
    countries = read_countries()
    stem = next((low[: -len(end)] for end in ("er", "es", "en", "em", "e") if low.endswith(end)), "")
    return countries.get(low) or countries.get(low.removesuffix("s")) or countries.get(stem, "")


def _look_before(book: Directory, words: Words, i: int, *, is_person: bool) -> _Beside:
    """Read the adjectives, the article and the genitive before an office."""
    beside = _Beside(i, i)
    floor = words.sentences[words.sentence[i]][0]
    k = i
    while k > floor and (_read_city(book, words, k - 1, beside, floor)
                         or _read_adjective(book, words, k - 1, beside, is_person=is_person)
                         or (words.pos[k - 1] in ("ADV", "ADJD", "CARD") and beside.first == k)):  # fmt: skip
        k -= 1
    if k > floor:
        _read_determiner(book, words, k - 1, beside)
    return beside


def _read_city(book: Directory, words: Words, k: int, beside: _Beside, floor: int) -> bool:
    """Read *die Warschauer Regierung*; a city that the codebook does not know is somebody else's."""
    low = words.low[k]
    if not (low.endswith("er") and words.form[k][0].isupper() and k > floor and beside.first == k + 1):
        return False
    beside.countries |= {book.land[low[:-2]]} if low[:-2] in book.land else set()
    beside.is_barred |= low[:-2] not in book.land  # "die Kiewer Regierung"
    beside.first = k
    return True


def _read_adjective(book: Directory, words: Words, k: int, beside: _Beside, *, is_person: bool) -> bool:
    """Read *die polnische Regierung*; another country's, or an office left or not yet taken, is somebody else's."""
    low = words.low[k]
    if words.pos[k] != "ADJA" and not (low.endswith(ADJECTIVE) and low in book.adjectives):
        return False
    if low in book.adjectives:
        beside.countries.add(book.adjectives[low])
    elif _country(low) or _is_former(low, is_person=is_person):
        beside.is_barred = True
    beside.first = k
    return True


def _is_former(low: str, *, is_person: bool) -> bool:
    """Tell *der frühere Präsident*, *die gestürzte Regierung*; *neu* bars a person only: a new government governs.

    >>> [_is_former(word, is_person=True) for word in ("früheren", "erste", "erstarkte", "neutrale")]
    [True, True, False, False]
    >>> _is_former("neue", is_person=False)
    False
    """
    classes = read_classes("source_nouns")
    barring = classes["former"] | (classes["newly"] if is_person else frozenset())
    return any(low.removesuffix(end) in barring for end in ADJECTIVE if low.endswith(end))


def _read_determiner(book: Directory, words: Words, k: int, beside: _Beside) -> None:
    """Read the word that opens the phrase: an article, a possessive, a genitive."""
    low, pos = words.low[k], words.pos[k]
    if pos in ("ART", "PDAT", "PRELS", "PDS") and low in DEFINITE:
        beside.determiner, beside.first = "definite", k
    elif pos == "APPRART":
        beside.determiner = "definite"
    elif pos in ("ART", "PPOSAT", "PIAT", "PWAT", "PIS"):
        beside.determiner = "other"
    elif pos in ("NE", "FM", "NN") and low[-1] in "s'’" and words.form[k][0].isupper():
        if low in book.land:
            beside.countries.add(book.land[low])
            beside.first, beside.determiner = k, "definite"
        elif pos != "NN":
            beside.is_barred = True  # "Frankreichs Präsident", "Müllers Sprecher"


def _look_after(book: Directory, words: Words, j: int, beside: _Beside, country: str) -> None:
    """Read what follows an office: *Kasachstans*, *von Kasachstan*, *in Moskau*, *des zentralasiatischen Landes*."""
    beside.stop = j
    stop = words.sentences[words.sentence[j - 1]][1]
    if j >= stop:
        return
    is_genitive = words.pos[j] in ("ART", "PDAT") and words.low[j] in ("der", "des", "dieses", "dieser")
    is_linked = words.pos[j] in LINKING and words.low[j] in ("von", "in", "aus", "im", "vom")
    if not (is_genitive or is_linked or words.low[j] in book.land):
        return
    k = j
    while k < stop - 1 and words.pos[k] in (*LINKING, "ADJA", "ADJD", "ADV", "CARD"):
        k += 1
    if words.low[k] in book.land:
        beside.countries.add(book.land[words.low[k]])
        beside.stop = k + 1
    elif is_genitive and words.low[k] in read_classes("source_nouns")["land"]:
        beside.countries.add(country)
        beside.stop = k + 1
    elif is_genitive or (is_linked and words.pos[k] in ("NE", "FM")):
        beside.is_barred = True  # "der Präsident der Universität", "der Präsident von Frankreich", "… in Kiew"


def settle_office(book: Directory, words: Words, found: Found, setting: Setting) -> Settled | None:
    """Find whose office it is that stands at a place.

    A country beside the office decides; else, behind a definite article, the holder named last within a few
    sentences; else the holder whose country the article is mostly about.

    Parameters
    ----------
    book : Directory
    words : Words
    found : Found
        Where the office stands and who holds such an office. Of kind ``office`` it names its country itself; of kind
        ``short`` it is only the head of an office (*das Ministerium*) and must refer to somebody named before.
    setting : Setting

    Returns
    -------
    Settled, or None if it is somebody whom the codebook does not know
    """
    is_person = all(book.actors[n].kind == "person" for n in found.actors)
    beside = _look_before(book, words, found.first, is_person=is_person)
    _look_after(book, words, found.stop, beside, setting.country)
    if found.kind == "national office":
        beside.countries = {book.actors[n].country for n in found.actors}
    is_plural = words.low[found.first].endswith(PLURAL)
    if is_plural or beside.is_barred or _has_unknown_name(words, found.stop, book, found.actors):
        return None
    holder = (_by_country if beside.countries else _by_context)(book, words, found, setting, beside)
    return None if holder is None else Settled(holder, beside.first, beside.stop)


def _by_country(book: Directory, words: Words, found: Found, setting: Setting, beside: _Beside) -> int | None:
    """Take the holder of the country beside an office; of several, the one named last."""
    own = tuple(n for n in found.actors if book.actors[n].country in beside.countries)
    return own[0] if len(own) == 1 else setting.latest(own, words.sentence[found.first])


def _by_context(book: Directory, words: Words, found: Found, setting: Setting, beside: _Beside) -> int | None:
    """Take the holder named last, else the one of the article's country, if the article before it is definite."""
    is_short = found.kind == "short"
    needs_article = is_short or any(book.actors[n].kind == "person" for n in found.actors)
    if beside.determiner == "other" or (needs_article and beside.determiner != "definite"):
        return None
    holder = setting.latest(found.actors, words.sentence[found.first])
    if holder is None and not is_short:
        own = [n for n in found.actors if book.actors[n].country == setting.country]
        holder = own[0] if len(own) == 1 else None
    if holder is None or _is_plural_office(words, found.first, beside, book.actors[holder].pronoun):
        return None
    return holder


def _has_unknown_name(words: Words, j: int, book: Directory, candidates: tuple[int, ...]) -> bool:
    """Tell a title before a name that the codebook does not know: *Präsident Erdogan*."""
    is_person = all(book.actors[n].kind == "person" for n in candidates)
    return is_person and j < len(words) and words.pos[j] == "NE" and words.low[j] not in book.land


def _is_plural_office(words: Words, i: int, beside: _Beside, pronoun: str) -> bool:
    """Tell *die Präsidenten* where the codebook means one man."""
    return pronoun == "er" and beside.determiner == "definite" and words.low[beside.first] == "die"
