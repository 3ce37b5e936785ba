"""Sources: on whose word a sentence reports something, where no quotation says it."""

from analysis.codebook.cues import read_cues
from analysis.codebook.wordlists import read_classes
from analysis.language.agreement import may_be_nominative
from analysis.language.noun_phrases import (
    DETERMINERS,
    NOUNS,
    find_noun_phrase,
    find_noun_phrase_before,
)
from analysis.language.separable_verbs import join_separable
from analysis.language.words import Words
from analysis.numbers.number_expressions import Token, words_of_sentence
from analysis.numbers.number_populations import counts_people

__all__ = ["find_number_source", "points_back", "points_on"]

GIVING = ("say", "write", "stress", "admit", "show")  # groups of cues.toml whose verbs give a figure as known
MARKS = frozenset('„“”"»«')
Span = tuple[int, int]


def _source_class(name: str) -> frozenset[str]:
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
    words = words_of_sentence(tokens)
    phrase = _find_named(words) or _find_reporter(words)
    while phrase and phrase[1] - phrase[0] > 1 and words.pos[phrase[0]] in ("ART", "PDAT"):
        phrase = phrase[0] + 1, phrase[1]
    return phrase


def _find_named(words: Words) -> Span | None:
    """Find the source that a preposition names, with its article."""
    for k, low in enumerate(words.low):
        phrase = None
        if low in _source_class("before"):
            phrase = _phrase_after(words, k + 1)
        elif low in _source_class("behind"):
            phrase = find_noun_phrase_before(words, k, 0), k
        elif low in _source_class("appeal") and words.low[k + 1 : k + 2] == ["auf"]:
            phrase = _phrase_after(words, k + 2)
        elif low in _source_class("after"):
            phrase = _find_sayings(words, _phrase_after(words, k + 1))
        if phrase and phrase[0] < phrase[1] and not _has_number(words, phrase):
            return phrase
    return None


def _phrase_after(words: Words, first: int) -> Span:
    """Take the noun phrase that begins at `first`; an empty span if none does.

    A name takes no genitive: *sagte Gnesda | der APA* tells who was told.
    """
    core = find_noun_phrase(words, first, len(words.form), with_attributes=False)
    if core > first and words.pos[core - 1] == "NE":
        return first, core
    last = find_noun_phrase(words, first, len(words.form))
    last = next((k for k in range(first + 1, last) if _ends_source(words, k)), last)
    while last > first + 1 and words.pos[last - 1] in DETERMINERS:
        last -= 1  # *Angaben der Gruppe | dieser sechs Länder*
    return first, last


def _ends_source(words: Words, k: int) -> bool:
    """Tell what no source goes on with: what was counted, or a mark that opens a quotation and no name.

    *nach Angaben der Polizei | acht Menschen*, *nach Angaben der Polizei | „von der Menge“*
    """
    is_quoted = words.form[k] in MARKS and words.pos[k + 1 : k + 2] == ["APPR"]
    return is_quoted or words.pos[k] == "CARD" or words.form[k][0].isdigit()


def _has_number(words: Words, phrase: Span) -> bool:
    """Tell a phrase that holds a number: what is counted is not who counted it."""
    return any(words.pos[k] == "CARD" or words.form[k][0].isdigit() for k in range(*phrase))


def _find_sayings(words: Words, phrase: Span) -> Span | None:
    """Take X of *Angaben von X*; of *Angaben des Ministeriums* and *Behördenangaben* the whole phrase."""
    sayings = tuple(_source_class("sayings"))
    said = next((k for k in range(*phrase) if words.low[k].endswith(sayings) and words.pos[k] == "NN"), None)
    if said is None:
        return None
    behind = words.low[said + 1] if said + 1 < phrase[1] else ""
    if words.low[said] not in sayings or not behind or words.pos[said + 1] in NOUNS:
        return phrase
    is_theirs = words.low[said] in _source_class("theirs") and words.pos[said + 1] == "ART"
    return (said + 2, phrase[1]) if behind in _source_class("of") or is_theirs else (said, phrase[1])


def _find_reporter(words: Words) -> Span | None:
    """Take the subject next to a verb of reporting: *wie X mitteilte*, *teilte X mit*, *X meldete*."""
    verbs, _ = join_separable(words, read_cues().verbs)
    for k, verb in enumerate(verbs):
        is_count = verb in _source_class("counting")
        if words.pos[k] in ("VVFIN", "VVPP") and (is_count or _reports(verb)):
            for phrase in (_phrase_after(words, k + 1), (find_noun_phrase_before(words, k, 0), k)):
                if phrase[0] < phrase[1] and _names_somebody(words, phrase, is_count=is_count):
                    return phrase
    return None


def _reports(verb: str) -> bool:
    """Tell a verb of saying, as `cues.toml` lists them, or of estimating; *heißen* has nobody who says it."""
    cue = read_cues().verbs.get(verb)
    is_saying = cue is not None and cue.group in GIVING and verb not in _source_class("impersonal")
    return is_saying or verb in _source_class("estimating")


def _names_somebody(words: Words, phrase: Span, *, is_count: bool) -> bool:
    """Tell whether a phrase names a person, an institution or a report: by its first noun, or by a name in it."""
    nouns = [k for k in range(*phrase) if words.pos[k] in NOUNS]
    if not nouns or words.low[nouns[-1]] in _source_class("nobody") or _has_number(words, phrase):
        return False
    if not may_be_nominative(words, phrase[0]):
        return False
    head = nouns[0]
    institutions = tuple(_source_class("institutions"))
    if words.low[head].endswith(institutions) or words.lemma[head].lower().endswith(institutions):
        return True
    is_person = not is_count and counts_people(words.form[head], words.lemma[head])
    return is_person or words.pos[head] in ("NE", "FM") or words.form[head].isupper()


def points_back(tokens: list[Token]) -> bool:
    """Tell whether a sentence reports the one before it: *Das berichtete das Staatsfernsehen*."""
    opens_so = bool(tokens) and tokens[0].form.lower() in _source_class("back")
    return opens_so and any(t.pos.startswith("VV") and _reports(t.lemma) for t in tokens[1:2])


def points_on(tokens: list[Token]) -> bool:
    """Tell whether a sentence goes on with the source of the one before it: *Demnach starben …*."""
    return any(t.form.lower() in _source_class("on") for t in tokens)
