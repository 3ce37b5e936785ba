"""Sources: who is given as the source of what a sentence reports, where no quotation says it."""

from analysis.numbers.amounts import Token

__all__ = ["find_source", "points_back", "points_on"]

SAYINGS = ("Angabe", "Aussage", "Darstellung", "Information", "Auskunft", "Schätzung", "Bericht", "Meldung")
REPORTING = (
    "mitteilen",
    "teilen",
    "sagen",
    "erklären",
    "berichten",
    "melden",
    "bestätigen",
    "angeben",
    "beziffern",
    "schreiben",
    "zählen",
    "sprechen",
)
NO_SOURCE = (
    "Montag",
    "Dienstag",
    "Mittwoch",
    "Donnerstag",
    "Freitag",
    "Samstag",
    "Sonnabend",
    "Sonntag",
    "Euro",
    "Dollar",
    "Prozent",
)
PHRASE = ("ART", "ADJ", "NN", "NE", "FM", "XY", "PPOSAT", "PDAT", "PIAT", "TRUNC")
LINKS = ("von", "vom", "für", "in", "im", "aus", "beim")


def find_source(tokens: list[Token]) -> tuple[int, int] | None:
    """Find the source that a sentence names: *laut X*, *X zufolge*, *nach Angaben von X*, *wie X mitteilte*.

    Returns
    -------
    (first, last) or None
        The tokens of the source without its article, end exclusive; None if the sentence names none.

    Examples
    --------
    >>> rows = [("Laut", "APPR"), ("dem", "ART"), ("Innenministerium", "NN"), ("starben", "VVFIN"), ("acht", "CARD")]
    >>> find_source([Token(form, form, pos, 0, 0) for form, pos in rows])
    (2, 3)
    """
    phrase = _name_source(tokens)
    while phrase and phrase[1] - phrase[0] > 1 and tokens[phrase[0]].pos == "ART":
        phrase = phrase[0] + 1, phrase[1]
    return phrase


def _name_source(tokens: list[Token]) -> tuple[int, int] | None:
    """Find the source with its article."""
    for k, token in enumerate(tokens):
        low = token.form.lower()
        following = tokens[k + 1].form if k + 1 < len(tokens) else ""
        phrase = None
        if low == "laut":
            phrase = _phrase_after(tokens, k + 1)
        elif low == "zufolge":
            phrase = _phrase_before(tokens, k)
        elif low == "berufung" and following == "auf":
            phrase = _phrase_after(tokens, k + 2)
        elif low == "nach":
            phrase = _sayings(tokens, k + 1)
        if phrase:
            return phrase
    return _reporter(tokens)


def _phrase_after(tokens: list[Token], first: int) -> tuple[int, int] | None:
    """Take the noun phrase from `first` on: nouns with articles, adjectives, and *von*, *für*, *in* between."""
    last, k = first, first
    while k < len(tokens) and (tokens[k].pos.startswith(PHRASE) or (k > first and tokens[k].form in LINKS)):
        if k > first and tokens[k].pos == "ART" and tokens[k - 1].pos == "NE":
            break  # *sagte Gnesda der APA*: who was told is not the source
        k += 1
        if tokens[k - 1].pos.startswith(("NN", "NE", "FM", "XY")):
            last = k
    return (first, last) if last > first else None


def _phrase_before(tokens: list[Token], last: int) -> tuple[int, int] | None:
    """Take the noun phrase that ends before `last`."""
    first = last
    while first and (tokens[first - 1].pos.startswith(PHRASE) or (first < last and tokens[first - 1].form in LINKS)):
        first -= 1
    return (first, last) if last > first else None


def _sayings(tokens: list[Token], first: int) -> tuple[int, int] | None:
    """Take X of *Angaben von X*; of *Angaben des Ministeriums* and *Behördenangaben* the whole phrase."""
    phrase = _phrase_after(tokens, first)
    if not phrase:
        return None
    for k in range(*phrase):
        if tokens[k].form.lower().startswith(tuple(s.lower() for s in SAYINGS)) and tokens[k].pos == "NN":
            of_agency = tokens[k].form.startswith(("Information", "Bericht", "Meldung"))  # theirs, and not just cited
            named = k + 2 < phrase[1] and (tokens[k + 1].form == "von" or of_agency)
            genitive = k + 1 < phrase[1] and not named
            return (k + 2, phrase[1]) if named else (k, phrase[1]) if genitive else phrase
        if tokens[k].form.endswith(("angaben", "berichten", "meldungen", "informationen", "schätzungen")):
            return phrase
    return None


def _reporter(tokens: list[Token]) -> tuple[int, int] | None:
    """Take the subject next to a verb of reporting: *wie X mitteilte*, *teilte X mit*, *X meldete*."""
    for k, token in enumerate(tokens):
        if token.pos.startswith("VV") and token.lemma in REPORTING:
            phrase = _phrase_after(tokens, k + 1) or _phrase_before(tokens, k)
            if phrase and tokens[phrase[1] - 1].form not in NO_SOURCE:
                return phrase
    return None


def points_back(tokens: list[Token]) -> bool:
    """Tell whether a sentence reports the one before it: *Das berichtete das Staatsfernsehen*."""
    opening = [t.lemma for t in tokens[1:2] if t.pos.startswith("VV")]
    return bool(tokens) and tokens[0].form in ("Das", "Dies") and any(lemma in REPORTING for lemma in opening)


def points_on(tokens: list[Token]) -> bool:
    """Tell whether a sentence goes on with the source of the one before it: *Demnach starben …*."""
    return any(t.form.lower() in ("demnach", "danach", "demzufolge") for t in tokens)
