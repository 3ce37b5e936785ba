"""Phrases: the noun phrase at a place, the subject of a clause, the words of a verb."""

from analysis.language.clauses import Clause, Syntax
from analysis.language.morphology import is_finite
from analysis.language.words import Words

__all__ = ["find_noun_phrase", "find_noun_phrase_before", "find_source", "find_subject", "find_verb_words"]

DETERMINERS = frozenset("ART PPOSAT PDAT PIAT PIDAT PWAT".split())
ATTRIBUTES = frozenset("ADJA CARD TRUNC".split())
NOUNS = frozenset("NN NE FM XY".split())
PRONOUNS = frozenset("PPER PDS PIS PRELS PWS".split())
GENITIVES = frozenset("des der eines einer seines seiner ihres ihrer dieses dieser deren dessen aller".split())
NOMINATIVES = frozenset("der die das ein eine kein keine".split())
MARKS = frozenset("„ “ ” \" » « ' ‚ ‘".split())
LONGEST = 40  # tokens in one phrase


def _core(words: Words, i: int, last: int) -> int:
    """Return where the determiner, attributes and nouns that begin at `i` end; `i` itself if there is no noun."""
    j = i
    while j < last and words.pos[j] in DETERMINERS:
        j += 1
    while j < last and (words.pos[j] in ATTRIBUTES or words.pos[j] == "ADJD" or words.form[j] in MARKS):
        j += 1
    k = j
    while k < last and (words.pos[k] in NOUNS or (k > j and words.form[k] in MARKS)):
        if k > j and words.pos[k - 1 : k + 1] == ["NE", "NN"] and words.lemma[k] != words.form[k]:
            break  # laut Airbus | Bestellungen, but: Karl Lauterbach
        k += 1
    if k == j:
        return j if j > i and words.pos[j - 1] in DETERMINERS | {"CARD", "ADJA"} and j < last else i
    return k


def find_noun_phrase(words: Words, i: int, last: int) -> int:
    """Return the end of the noun phrase that begins at token `i`, with genitives, names in brackets and places.

    Examples
    --------
    >>> lists = {"form": "der Sprecher der Stadt sagte".split(), "lemma": [""] * 5,
    ...          "pos": "ART NN ART NN VVFIN".split(), "start": [0] * 5, "end": [0] * 5}
    >>> find_noun_phrase(Words("a", "", **lists, sentence=[0] * 5, paragraph=[0] * 5), 0, 5)
    4
    """
    last = min(last, i + LONGEST)
    if i < last and words.pos[i] in PRONOUNS:
        return i + 1
    end = _core(words, i, last)
    while i < end < last:
        longer = _extend(words, end, last)
        if longer == end:
            break
        end = longer
    return end


def _extend(words: Words, end: int, last: int) -> int:
    """Return the end of the phrase with one more attribute behind it, if there is one."""
    form, low, pos = words.form[end], words.low[end], words.pos[end]
    after = words.pos[end + 1] if end + 1 < last else ""
    if low in GENITIVES and pos in DETERMINERS:
        is_nominative = low == "der" and after == "ADJA" and not words.low[end + 1].endswith("n")
        return end if is_nominative else max(end, _core(words, end, last))
    if form == "(":
        close = next((j for j in range(end + 1, min(end + 8, last)) if words.form[j] == ")"), None)
        return close + 1 if close is not None else end
    is_place = low in ("in", "im", "aus", "bei", "beim") and after in ("NE", "FM")
    is_office = low in ("für", "fürs") and words.pos[end - 1] != "NE"  # Institut für …, but: warb Obama für …
    if low in ("von", "vom") or is_office or is_place:
        core = _core(words, end + 1, last)
        return core if core > end + 1 else end
    if low in ("und", "sowie") and after in NOUNS | DETERMINERS | ATTRIBUTES:
        core = _core(words, end + 1, last)
        return core if core > end + 1 else end
    if form in MARKS and after in NOUNS | DETERMINERS:
        return max(end, _core(words, end, last))
    return _extend_by_apposition(words, end, last) if form == "," else end


def _extend_by_apposition(words: Words, end: int, last: int) -> int:
    """Return the end of *der Minister, Frank Huber,* or *Frank Huber, der Minister,* without its last comma."""
    core = _core(words, end + 1, last)
    if core == end + 1:
        return end
    while core < last and words.form[core] != ",":
        longer = _extend(words, core, last)
        if longer == core:
            break
        core = longer
    is_closed = core >= last or words.form[core] in (",", ":", ".", "–")
    is_closed = is_closed or (is_finite(words.pos[core]) and core - end > 2)
    return core if is_closed else end


def find_noun_phrase_before(words: Words, last: int, first: int) -> int:
    """Return the beginning of the noun phrase that ends before token `last` and not before `first`."""
    best = last
    for i in range(last - 1, max(first, last - LONGEST) - 1, -1):
        if is_finite(words.pos[i]) or words.form[i] in ",:;":
            break
        if find_noun_phrase(words, i, last) == last:
            best = i
    return best


def find_subject(syntax: Syntax, clause: Clause, *, is_inserted: bool = False) -> tuple[int, int] | None:
    """Find who speaks in a clause that reports: its subject, or the agent (*von der Polizei*) of a passive.

    Returns
    -------
    (first, last) in tokens, or None
        German puts one thing before the finite verb of a main clause: if that is no noun phrase that could be a
        nominative, the subject follows the verb; in an inserted *sagte er* (`is_inserted`) it always does. *es* and
        *man* name nobody.
    """
    words = syntax.words
    if not clause.finite:
        return None
    verb = clause.finite[0]
    participles = {words.lemma[i] for i in range(clause.first, clause.last) if words.pos[i] == "VVPP"}
    if words.lemma[verb] == "werden" and participles and "zitieren" not in participles:
        return _find_agent(words, clause)
    begin = clause.first
    while begin < verb and words.pos[begin] in ("$(", "$,", "KON", "KOUS"):
        begin += 1
    if begin == verb and not is_inserted and (opening := _find_opening_subject(syntax, clause)):
        return opening
    if begin < verb and clause.order != "L" and _may_be_nominative(words, begin):
        end = find_noun_phrase(words, begin, verb)
        if end > begin:
            return begin, end
    places = range(begin + 1, verb) if clause.order == "L" else range(verb + 1, clause.last)
    return _first_nominative(syntax, places)


def _first_nominative(syntax: Syntax, places: range) -> tuple[int, int] | None:
    """Find the first phrase that could be a nominative and is governed by no preposition."""
    words, reach = syntax.words, 0
    for i in places:
        if i < reach:
            continue
        if words.pos[i] in ("APPR", "APPRART"):
            reach = max(i + 1, _core(words, i + 1, places.stop))
        elif _may_be_nominative(words, i):
            sentence = syntax.sentences[words.sentence[i]]
            end = find_noun_phrase(words, i, sentence.last if places.stop < sentence.last else places.stop)
            if end > i:
                return i, end
    return None


def _find_opening_subject(syntax: Syntax, clause: Clause) -> tuple[int, int] | None:
    """Find the subject that commas part from its verb: *Frank Huber, der die Partei führt, sagte …*."""
    words = syntax.words
    sentence = syntax.sentences[clause.sentence]
    opening = syntax.clauses[sentence.clauses[0]]
    if (
        opening.first == clause.first
        or opening.finite
        or opening.is_quoted
        or not _may_be_nominative(words, opening.first)
    ):
        return None
    end = find_noun_phrase(words, opening.first, clause.first)
    return (opening.first, end) if end > opening.first else None


def find_source(syntax: Syntax, clause: Clause) -> tuple[int, int] | None:
    """Find *in dem Bericht*, *aus dem Ministerium* beside *heißt es*: the phrase that the preposition governs."""
    words = syntax.words
    for i in range(clause.first, clause.last - 1):
        if words.low[i] in ("in", "im", "aus", "bei", "von", "vom") and words.pos[i] in ("APPR", "APPRART"):
            end = find_noun_phrase(words, i + 1, clause.last)
            return (i + 1, end) if end > i + 1 else None
    return None


def _find_agent(words: Words, clause: Clause) -> tuple[int, int] | None:
    """Find *von der Polizei* in a passive clause."""
    for i in range(clause.first, clause.last - 1):
        if words.low[i] in ("von", "vom", "durch") and words.pos[i] in ("APPR", "APPRART"):
            end = find_noun_phrase(words, i + 1, clause.last)
            if end > i + 1:
                return i + 1, end
    return None


def _may_be_nominative(words: Words, i: int) -> bool:
    """Tell whether a nominative phrase can begin at `i`."""
    pos, low = words.pos[i], words.low[i]
    if pos == "PPER":
        return low in ("er", "sie", "ich", "wir")
    if pos in DETERMINERS:
        return low in NOMINATIVES or not low.endswith(("em", "en", "es"))
    return pos in NOUNS or pos in ("PDS", "ADJA", "CARD") or (pos == "PIS" and low != "man") or words.form[i] in MARKS


def find_verb_words(syntax: Syntax, clause: Clause) -> list[int]:
    """List the words of a clause's verb: finite verb, participle or infinitive, particle, *sich*, *darauf*, *davon*."""
    words = syntax.words
    if not clause.finite:
        return [i for i in range(clause.first, clause.last) if syntax.cue[i]][:1]
    verb = clause.finite[0]
    found = {verb}
    auxiliary = words.pos[verb][:2] in ("VA", "VM")
    for i in range(clause.first, clause.last):
        is_full = auxiliary and words.pos[i] in ("VVPP", "VVINF", "VAPP", "VAINF")
        is_said = words.low[i] == "es" and words.lemma[verb] == "heißen"
        if words.pos[i] in ("PTKVZ", "PRF") or words.low[i] == "bekannt" or is_full or is_said:
            found.add(i)
        elif words.pos[i] == "PROAV" and words.low[i].startswith("da") and i > verb:
            found.add(i)
    return sorted(found)
