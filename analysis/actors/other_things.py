"""Other things: where a body's name stands and something else is meant: a channel, a product, another body's name."""

import re
from collections.abc import Container

from analysis.actors.name_parts import is_company_form, is_country, is_first_name
from analysis.codebook.actors_file import Actor
from analysis.codebook.wordlists import read_classes
from analysis.language.nouns import kind_of, parties
from analysis.language.words import Words

__all__ = ["names_another_thing", "opens_another_thing"]

BODIES = ("institution", "media")
MODEL = re.compile(r"[A-Z]{0,2}\d{1,3}[a-zA-Z]?|eins|zwei|drei")  # ORF 2, Boeing 757, LG G4, ORF eins; never a year
OUTSIDE = ("FM", "NE", "XY")
ENDINGS = ("s", "es", "n", "en", "e")
COUNTED = ("NN", "ADJA", "CARD")  # behind a number that counts: *laut ÖBB 30 Züge*


def names_another_thing(words: Words, first: int, stop: int, actor: Actor, *, known: Container[str]) -> bool:
    """Tell a place at which a body's name, a token or more, names something else.

    Parameters
    ----------
    words : Words
    first, stop : int
        The tokens of the name.
    actor : Actor
        The body.
    known : container of str
        First words of the names in the codebook, lower case: they may stand directly behind a name.

    Notes
    -----
    A channel (*über Twitter*), what is called after its maker (*ein Airbus*), a model or a programme (*ORF 2*, *Tesla
    Roadster*), another body (*Super RTL*). A party's name stands before numbers, names and places as before anything.
    """
    if actor.kind not in BODIES:
        return False
    is_other = _is_in_channel(words, first) or _is_product(words, first, stop)
    return is_other or (actor.name.lower() not in parties() and _is_part_of_other_name(words, first, stop, known))


def opens_another_thing(low: str, actor: Actor) -> bool:
    """Tell a compound, lower case, that is another body or said in a channel: *Vatikan-Bank*, *Facebook-Eintrag*.

    >>> body = Actor(name="Vatikan", kind="institution", group="g")
    >>> opens_another_thing("vatikan-bank", body), opens_another_thing("vatikan-sprecher", body)
    (True, False)
    """
    classes = read_classes("other_things")
    name, _, last = low.partition("-")
    nouns = classes["another"] | (classes["said_in"] if name in classes["channel"] else frozenset())
    forms = {last} | {last.removesuffix(end) for end in ENDINGS}
    return actor.kind in BODIES and any(form.endswith(tuple(nouns)) for form in forms)


def _is_in_channel(words: Words, i: int) -> bool:
    """Tell *über Twitter*, *auf der Plattform Twitter*."""
    classes = read_classes("other_things")
    if words.low[i] not in classes["channel"]:
        return False
    low, k = words.sentences[words.sentence[i]][0], i - 1
    if k >= low and words.low[k].endswith(tuple(classes["service"])):
        k -= 1
        while k >= low and words.pos[k] in ("ART", "ADJA", "PPOSAT"):
            k -= 1
    return k >= low and words.low[k] in classes["through"]


def _is_product(words: Words, first: int, stop: int) -> bool:
    """Tell what is called after its maker: *der Airbus*, *im neuen Golf*; not *der Porsche AG*."""
    makers, form = read_classes("other_things")["maker"], words.low[first]
    is_maker = any(form.removesuffix(end) in makers for end in ("", "s", "ses"))
    if not is_maker or is_company_form("".join(words.form[stop : stop + 1])):
        return False
    low, k = words.sentences[words.sentence[first]][0], first - 1
    while k >= low and words.pos[k] == "ADJA":
        k -= 1
    return k >= low and (words.pos[k] == "ART" or words.low[k] in ("im", "vom", "zum", "beim"))


def _is_part_of_other_name(words: Words, first: int, stop: int, known: Container[str]) -> bool:
    """Tell a name that is a part of another: *Super RTL*, *ORF 2*, *Tesla Roadster*."""
    if _has_opening_word(words, first, stop):
        return True
    high = words.sentences[words.sentence[first]][1]
    is_genitive = words.low[first].endswith("s") and words.low[first][:-1] in known  # *Apples Uhr* names Apple
    if stop >= high or is_genitive:
        return False
    if words.form[stop] in read_classes("name_words")["event"] or _is_specified_behind(words, stop - 1):
        return True
    if MODEL.fullmatch(words.form[stop]):
        following = words.pos[stop + 1] if stop + 1 < high else ""
        return following not in COUNTED and words.form[stop] != "1"
    return stop - first == 1 and _is_strange_name(words, stop, known)


def _has_opening_word(words: Words, first: int, stop: int) -> bool:
    """Tell a capitalised word before a name that makes another name: *Super RTL*, *Neue Demokratische Partei*."""
    low = words.sentences[words.sentence[first]][0]
    if first == low or not words.form[first - 1][0].isupper():
        return False
    is_adjective = stop - first > 1 and first - 1 > low and words.pos[first - 1] == "ADJA"
    return is_adjective or words.low[first - 1] in read_classes("other_things")["before"]


def _is_strange_name(words: Words, i: int, known: Container[str]) -> bool:
    """Tell a name, for the tagger, that is nothing which may stand directly behind a body's."""
    form = words.form[i]
    is_name = words.pos[i] in OUTSIDE and form[:1].isupper() and form.replace("-", "").isalpha()
    return is_name and not _may_stand_behind_body(form.partition("-")[0], known)


def _is_specified_behind(words: Words, last: int) -> bool:
    """Tell a noun for a body that *für* and another noun make another body of: *Gerichtshof für Menschenrechte*."""
    is_noun = (
        words.low[last].removesuffix("s").removesuffix("e").endswith(tuple(read_classes("other_things")["specified"]))
    )
    behind = words.form[last + 2 : last + 3]
    return is_noun and words.low[last + 1] == "für" and bool(behind) and behind[0][:1].isupper()


def _may_stand_behind_body(form: str, known: Container[str]) -> bool:
    """Tell a word that may stand behind a body's name without being a part of another: a person, a place, a party."""
    low = form.lower()
    parts = read_classes("other_things")["part"]
    is_body = low in parts or is_company_form(form) or low in parties() or bool(kind_of(form))
    return is_body or low in known or is_first_name(form) or is_country(low)
