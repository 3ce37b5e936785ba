"""Roles: whose "Präsident", "Regierung" or "Ministerium" is meant, from the words beside it and what came before."""

from collections import Counter
from dataclasses import dataclass, field

from analysis.actors.directory import ADJECTIVE, Directory, Found
from analysis.codebook.wordlists import read_classes, read_countries
from analysis.language.words import Words

__all__ = ["Setting", "Settled", "acts", "main_country", "settle_role"]

NEAR = 4  # sentences back to which "der Präsident" or "das Ministerium" may refer
PLURAL = ("ungen", "heiten", "keiten", "schaften", "ionen")  # "Regierungen": several
DEFINITE = frozenset(("der", "die", "das", "dem", "den", "des", "dieser", "diese", "dieses", "diesem", "diesen"))


@dataclass
class Setting:
    """What is known when a role is met: the article's country, and who was named where so far."""

    country: str
    named: list[tuple[int, int]] = field(default_factory=list)  # (sentence, actor), in order

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
    """A role that is settled: the actor, and the tokens that name them, from the article to the country."""

    actor: int
    first: int
    stop: int


@dataclass
class _Beside:
    """The words beside a role."""

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


def _look_before(book: Directory, words: Words, i: int) -> _Beside:
    """Read the adjectives, the article and the genitive before a role."""
    beside = _Beside(i, i)
    floor = words.sentences[words.sentence[i]][0]
    former = tuple(read_classes("sources")["former"])
    k = i
    while k > floor:
        low, pos = words.low[k - 1], words.pos[k - 1]
        if low.endswith("er") and words.form[k - 1][0].isupper() and k - 1 > floor and beside.first == k:
            beside.countries |= {book.land[low[:-2]]} if low[:-2] in book.land else set()
            beside.is_barred |= low[:-2] not in book.land  # "die Kiewer Regierung"
            beside.first = k - 1
        elif pos == "ADJA" or (low.endswith(ADJECTIVE) and low in book.adjectives):
            if low in book.adjectives:
                beside.countries.add(book.adjectives[low])
            elif _country(low) or low.startswith(former):
                beside.is_barred = True
            beside.first = k - 1
        elif not (pos in ("ADV", "ADJD", "CARD") and beside.first == k):
            break
        k -= 1
    if k > floor:
        _read_determiner(book, words, k - 1, beside)
    return beside


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
    """Read what follows a role: *Kasachstans*, *von Kasachstan*, *in Moskau*, *des zentralasiatischen Landes*."""
    beside.stop = j
    stop = words.sentences[words.sentence[j - 1]][1]
    if j >= stop:
        return
    k = j
    if words.pos[k] in ("APPR", "APPRART", "ART", "PDAT") or words.low[k] in book.land:
        is_genitive = words.pos[k] in ("ART", "PDAT") and words.low[k] in ("der", "des", "dieses", "dieser")
        is_linked = words.low[k] in ("von", "in", "aus", "im", "vom")
        if not (is_genitive or is_linked or words.low[k] in book.land):
            return
        while k < stop - 1 and words.pos[k] in ("APPR", "APPRART", "ART", "PDAT", "ADJA", "ADJD", "ADV", "CARD"):
            k += 1
        if words.low[k] in book.land:
            beside.countries.add(book.land[words.low[k]])
            beside.stop = k + 1
        elif is_genitive and words.low[k] in read_classes("sources")["land"]:
            beside.countries.add(country)
            beside.stop = k + 1
        elif is_genitive or (is_linked and words.pos[k] in ("NE", "FM")):
            beside.is_barred = True  # "der Präsident der Universität", "der Präsident von Frankreich", "… in Kiew"


def settle_role(book: Directory, words: Words, found: Found, setting: Setting) -> Settled | None:
    """Find whose role it is that stands at a place.

    A country beside the role decides; else, behind a definite article, the holder named last within a few
    sentences; else the holder whose country the article is mostly about.

    Parameters
    ----------
    book : Directory
    words : Words
    found : Found
        Where the role stands and who holds such a role. Of kind ``office`` it names its country itself; of kind
        ``short`` it is only the head of a role (*das Ministerium*) and must refer to somebody named before.
    setting : Setting

    Returns
    -------
    Settled, or None if it is somebody whom the codebook does not know
    """
    i, candidates, is_short = found.first, found.actors, found.kind == "short"
    beside = _look_before(book, words, i)
    _look_after(book, words, found.stop, beside, setting.country)
    if found.kind == "office":
        beside.countries = {book.actors[n].country for n in candidates}
    if words.low[i].endswith(PLURAL) or beside.is_barred or _has_unknown_name(words, found.stop, book, candidates):
        return None
    if beside.countries:
        own = tuple(n for n in candidates if book.actors[n].country in beside.countries)
        holder = own[0] if len(own) == 1 else setting.latest(own, words.sentence[i])
        return None if holder is None else Settled(holder, beside.first, beside.stop)
    persons = [n for n in candidates if book.actors[n].kind == "person"]
    needs_article = bool(persons) or is_short
    if beside.determiner == "other" or (needs_article and beside.determiner != "definite"):
        return None
    holder = setting.latest(candidates, words.sentence[i])
    if holder is None and not is_short:
        own = [n for n in candidates if book.actors[n].country == setting.country]
        holder = own[0] if len(own) == 1 else None
    if holder is None or _is_plural(words, i, beside, book.actors[holder].pronoun):
        return None
    return Settled(holder, beside.first, beside.stop)


def _has_unknown_name(words: Words, j: int, book: Directory, candidates: tuple[int, ...]) -> bool:
    """Tell a title before a name that the codebook does not know: *Präsident Erdogan*."""
    is_person = all(book.actors[n].kind == "person" for n in candidates)
    return is_person and j < len(words) and words.pos[j] == "NE" and words.low[j] not in book.land


def _is_plural(words: Words, i: int, beside: _Beside, pronoun: str) -> bool:
    """Tell *die Präsidenten* where the codebook means one man."""
    return pronoun == "er" and beside.determiner == "definite" and words.low[beside.first] == "die"


def _is_adjective_as_noun(words: Words, k: int, first: int) -> bool:
    """Tell *der 81-Jährige* from an adjective that opens its clause."""
    return words.pos[k] == "ADJA" and words.form[k] != words.low[k] and k > first


def _has_subject(words: Words, first: int, verb: int) -> bool:
    """Tell whether a noun that no preposition governs stands between a clause's start and its verb."""
    governed = False
    for k in range(first, verb):
        if words.pos[k].startswith("APPR"):
            governed = True
        elif (words.pos[k].startswith("PP") and words.pos[k] != "PPOSAT") or (
            not governed and (words.pos[k] in ("NN", "NE", "FM") or _is_adjective_as_noun(words, k, first))
        ):
            return True
    return False


def acts(book: Directory, words: Words, i: int) -> bool:
    """Tell whether a place's name stands for an actor: *Moskau hofft*, not *in Moskau*, *Russlands Präsident*.

    It does where it can be the subject: no genitive, no preposition or title before it, and no other subject before
    the verb that it follows.
    """
    low, high = words.sentences[words.sentence[i]]
    before, after = words.form[i - 1] if i > low else "", words.form[i + 1] if i + 1 < high else ""
    if before == "(" or after in (")", "/", "–", "-", ":"):
        return False  # "Bolt (Jamaika)", "Berlin – Ein Sprecher …"
    is_part = i + 1 < high and words.pos[i + 1] == "NE"  # "Washington Post"
    if is_part or not any(pos.endswith("FIN") for pos in words.pos[low:high]):
        return False
    if words.low[i] in book.land and words.low[i].endswith("s") and words.low[i][:-1] in book.land:
        return False
    if i > low and words.low[i - 1] in ("der", "dem", "den", "das"):
        return False  # a relative pronoun: "der Polen regiert"; "der USA"
    k = i
    while k - 2 >= low and words.low[k - 1] in ("und", "oder", "sowie", ",") and words.pos[k - 2] == "NE":
        k -= 2
    while k > low and words.pos[k - 1] in ("ART", "ADJA", "ADJD"):
        k -= 1
    if k == low:
        return True
    if words.pos[k - 1].startswith("APPR") or words.pos[k - 1] in ("NN", "NE", "FM", "APPO"):
        return False
    if words.pos[k - 1].endswith("FIN"):
        clause = k - 1
        while clause > low and not words.pos[clause - 1].startswith(("$,", "$.", "KOU")):
            clause -= 1
        return not _has_subject(words, clause, k - 1)
    return True
