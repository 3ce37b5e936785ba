"""Sources: on whose word a sentence reports something, where no quotation says it."""

from analysis.codebook.wordlists import read_classes
from analysis.numbers.amounts import Token
from analysis.numbers.number_populations import counts_people

__all__ = ["find_number_source", "points_back", "points_on"]

PHRASE = ("ART", "ADJ", "NN", "NE", "FM", "XY", "PPOSAT", "PDAT", "PIAT", "TRUNC")
NOUNS = ("NN", "NE", "FM", "XY")
Span = tuple[int, int]


def _class(name: str) -> frozenset[str]:
    return read_classes("number_sources")[name]


def find_number_source(tokens: list[Token]) -> Span | None:
    """Find the source that a sentence names: *laut X*, *X zufolge*, *nach Angaben von X*, *wie X mitteilte*.

    Returns
    -------
    (first, last) or None
        The tokens of the source without its article, end exclusive; None if the sentence names nobody.

    Examples
    --------
    >>> rows = [("Laut", "APPR"), ("dem", "ART"), ("Innenministerium", "NN"), ("starben", "VVFIN"), ("acht", "CARD")]
    >>> find_number_source([Token(form, form, pos, 0, 0) for form, pos in rows])
    (2, 3)
    """
    phrase = _name_source(tokens) or _find_reporter(tokens)
    while phrase and phrase[1] - phrase[0] > 1 and tokens[phrase[0]].pos in ("ART", "PDAT"):
        phrase = phrase[0] + 1, phrase[1]
    return phrase


def _name_source(tokens: list[Token]) -> Span | None:
    """Find the source that a preposition names, with its article."""
    for k, token in enumerate(tokens):
        low = token.form.lower()
        following = tokens[k + 1].form if k + 1 < len(tokens) else ""
        phrase = None
        if low in ("laut", "gemäß"):
            phrase = _phrase_after(tokens, k + 1)
        elif low == "zufolge":
            phrase = _phrase_before(tokens, k)
        elif low == "berufung" and following == "auf":
            phrase = _phrase_after(tokens, k + 2)
        elif low == "nach":
            phrase = _find_sayings(tokens, k + 1)
        if phrase and not _has_number(tokens, phrase):
            return phrase
    return None


def _has_number(tokens: list[Token], phrase: Span) -> bool:
    return any(t.pos == "CARD" or t.form[0].isdigit() for t in tokens[slice(*phrase)])


def _phrase_after(tokens: list[Token], first: int, *, links: bool = True) -> Span | None:
    """Take the noun phrase from `first` on: nouns with articles, adjectives, and *von*, *für*, *in* between."""
    last, k = first, first
    while k < len(tokens):
        token = tokens[k]
        is_link = k > first and token.form in _class("links") and links
        if not (token.pos.startswith(PHRASE) or is_link):
            break
        if (
            k > first
            and token.pos == "ART"
            and (tokens[k - 1].pos == "NE" or token.form.lower() in ("den", "dem", "ein"))
        ):
            break  # *sagte Gnesda der APA*: who was told is not the source
        k += 1
        if token.pos.startswith(NOUNS):
            last = k
    return (first, last) if last > first else None


def _phrase_before(tokens: list[Token], last: int) -> Span | None:
    """Take the noun phrase that ends before `last`."""
    first = last
    while first:
        token = tokens[first - 1]
        is_link = first < last and token.form in _class("links")
        if not (token.pos.startswith(PHRASE) or is_link):
            break
        if first < last and not token.pos.startswith(NOUNS) and tokens[first].pos == "ART" and not is_link:
            break
        first -= 1
    while first < last and tokens[first].form in _class("links"):
        first += 1
    return (first, last) if last > first else None


def _find_sayings(tokens: list[Token], first: int) -> Span | None:
    """Take X of *Angaben von X*; of *Angaben des Ministeriums* and *Behördenangaben* the whole phrase."""
    phrase = _phrase_after(tokens, first)
    if not phrase:
        return None
    sayings = tuple(_class("sayings"))
    for k in range(*phrase):
        low = tokens[k].form.lower()
        if low in sayings and tokens[k].pos == "NN":
            behind = tokens[k + 1] if k + 1 < phrase[1] else None
            if behind is None or behind.pos in ("NE", "NN"):
                return phrase
            is_theirs = low in _class("theirs") and behind.pos == "ART"
            return (k + 2, phrase[1]) if behind.form in ("von", "vom") or is_theirs else (k, phrase[1])
        if low.endswith(sayings):
            return phrase
    return None


def _find_reporter(tokens: list[Token]) -> Span | None:
    """Take the subject next to a verb of reporting: *wie X mitteilte*, *teilte X mit*, *X meldete*."""
    for k, token in enumerate(tokens):
        lemma = token.lemma.lower()
        is_count = lemma in _class("counting")
        if token.pos in ("VVFIN", "VVPP") and (is_count or lemma in _class("verbs")):
            for phrase in (_phrase_after(tokens, k + 1, links=False), _phrase_before(tokens, k)):
                if phrase and not _has_number(tokens, phrase) and _is_somebody(tokens, phrase, is_count=is_count):
                    return phrase
    return None


def _is_somebody(tokens: list[Token], phrase: Span, *, is_count: bool) -> bool:
    """Tell whether a phrase names a person, an institution or a report: by its first noun, or by a name in it."""
    nouns = [t for t in tokens[slice(*phrase)] if t.pos.startswith(NOUNS)]
    if not nouns or nouns[-1].form.lower() in _class("nobody"):
        return False
    if tokens[phrase[0]].form.lower() in ("den", "dem", "des"):
        return False
    head = nouns[0]
    institutions = tuple(_class("institutions"))
    if head.form.lower().endswith(institutions) or head.lemma.lower().endswith(institutions):
        return True
    is_known = not is_count and counts_people(head.form, head.lemma)
    return is_known or head.pos in ("NE", "FM") or head.form.isupper()


def points_back(tokens: list[Token]) -> bool:
    """Tell whether a sentence reports the one before it: *Das berichtete das Staatsfernsehen*."""
    opening = [t.lemma.lower() for t in tokens[1:2] if t.pos.startswith("VV")]
    opens_so = bool(tokens) and tokens[0].form.lower() in _class("back")
    return opens_so and any(lemma in _class("verbs") for lemma in opening)


def points_on(tokens: list[Token]) -> bool:
    """Tell whether a sentence goes on with the source of the one before it: *Demnach starben …*."""
    return any(t.form.lower() in _class("on") for t in tokens)
