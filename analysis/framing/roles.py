"""Roles: which phrase of a clause does what the verb says, and to which it is done."""

from dataclasses import dataclass, replace

from analysis.codebook.wordlists import read_classes
from analysis.language.clauses import Clause, Syntax
from analysis.language.phrases import find_noun_phrase
from analysis.language.words import Words

__all__ = ["Phrase", "Roles", "find_roles"]

STARTS = frozenset("NN NE FM ADJA CARD PPER PDS PIS PRELS PWS".split())
NO_WORDS = frozenset(', „ “ ” " » «'.split())
RELATIVES = frozenset("der die das den dem deren".split())
MARKS = frozenset("„ “ ” \" » « ' ‚ ‘ – -".split())
DETERMINERS = frozenset("ART PPOSAT PDAT PIAT PIDAT PWAT".split())
PREPOSITIONS = frozenset("APPR APPRART".split())
BETWEEN = PREPOSITIONS | {"VVPP", "VVINF", "PTKVZ"}  # what may stand between a noun and its relative pronoun
AGENT_PREPOSITIONS = frozenset("von vom durch seitens".split())
# Which cases a form can show: n nominative, a accusative, o other.
DETERMINER_CASES = {"der": "no", "die": "na", "das": "na", "den": "ao", "dem": "o", "des": "o", "ein": "na",
                    "eine": "na", "einen": "a", "einem": "o", "einer": "o", "eines": "o"}  # fmt: skip
PRONOUN_CASES = {"ich": "n", "du": "n", "er": "n", "wir": "n", "sie": "na", "es": "na", "man": "n", "ihn": "a",
                 "mich": "a", "dich": "a", "uns": "a", "ihm": "o", "ihnen": "o", "ihr": "o", "mir": "o", "der": "n",
                 "die": "na", "das": "na", "den": "a", "dem": "o", "deren": "", "dessen": "", "wer": "n", "wen": "a",
                 "niemand": "n", "jemand": "n", "einige": "na", "viele": "na", "alle": "na", "andere": "na",
                 "mehrere": "na", "dies": "na", "dieser": "n", "diese": "na", "diesen": "a"}  # fmt: skip
LEXICON = read_classes("agency")
KEYS = ("time", "bound", "sein", "object_control", "undergoing")
TIMES, BOUNDS, SEIN_VERBS, OBJECT_CONTROL, UNDERGOING = (LEXICON[key] for key in KEYS)


@dataclass(frozen=True)
class Phrase:
    """A noun phrase or pronoun: tokens `first` to `stop`, and the cases (n, a, o) that its form allows."""

    first: int
    stop: int
    cases: str
    is_plural: bool | None = None


@dataclass(frozen=True)
class Roles:
    """Who acts on whom; `is_passive` if the verb's form is passive, whoever is named."""

    agent: tuple[int, int] | None
    patient: tuple[int, int] | None
    is_passive: bool


def _cases(words: Words, first: int, stop: int) -> str:
    """Name the cases that the first word of a phrase allows; without article or pronoun: nominative or accusative."""
    low, pos = words.low[first], words.pos[first]
    if pos in ("PPER", "PRELS", "PDS", "PIS", "PWS"):
        return PRONOUN_CASES.get(low, "na")
    if pos in DETERMINERS:
        if low in DETERMINER_CASES:
            found = DETERMINER_CASES[low]
            is_plural = low == "der" and words.low[stop - 1].endswith(("en", "er", "e")) and stop - first > 1
            has_weak_en = low == "der" and any(
                words.pos[i] == "ADJA" and words.low[i].endswith("en") for i in range(first, stop)
            )
            return "o" if has_weak_en and is_plural else found
        if low.endswith("em"):
            return "o"
        if low.endswith("en"):
            return "ao" if low not in ("einigen", "vielen", "allen", "mehreren", "beiden") else "o"
        return "o" if low.endswith("es") and low not in ("dieses", "jedes", "alles") else "na"
    if pos == "ADJA" and words.low[first].endswith(("em", "er")) and stop - first > 1:
        return "n" if words.low[first].endswith("er") else "o"
    return "na"


def _number(words: Words, first: int, stop: int) -> bool | None:
    """Tell a plural subject from a singular one where the form shows it."""
    low, pos = words.low[first], words.pos[first]
    if any(words.low[i] in ("und", "sowie") for i in range(first, stop)):
        return True
    if pos == "CARD":
        return low not in ("ein", "eins", "1")
    if low in ("er", "es", "man", "wer", "niemand", "jemand", "das", "ein", "eine", "jeder", "ich"):
        return False
    if low == "der" and pos == "ART":
        return False
    if low in ("wir", "viele", "einige", "mehrere", "alle", "beide", "tausende", "hunderte", "dutzende"):
        return True
    nouns = [i for i in range(first, stop) if words.pos[i] in ("NN", "NE")]
    if first + 1 < stop and words.pos[first + 1] in PREPOSITIONS:  # die von Rebellen gehaltene Stadt
        nouns = [i for i in nouns if words.pos[i - 1] == "ADJA"]
    noun = nouns[0] if nouns else None
    if noun is not None and words.pos[noun] == "NN" and low == "die":
        return words.low[noun] != words.lemma[noun].lower() or None
    if noun is not None and words.pos[noun] == "NE" and noun == first:
        return words.low[noun] == "usa"
    return None


def _cut_at_agent(words: Words, first: int, stop: int) -> int:
    """End a phrase before *von*: in a passive it may name who acts."""
    nouns = [i for i in range(first, stop) if words.pos[i] in ("NN", "NE", "FM", "PIS")]
    begin = nouns[0] if nouns else stop
    return next((i for i in range(begin + 1, stop) if words.low[i] in AGENT_PREPOSITIONS), stop)


def _cut_at_bare_noun(words: Words, first: int, stop: int) -> int:
    """End *die Polizei* | *Tränengas*: after a definite article one common noun is enough, unless a name follows."""
    if words.low[first] not in ("die", "der", "das"):
        return stop
    for k in range(first + 1, stop - 1):
        if words.pos[k] == words.pos[k + 1] == "NN":
            return stop if k + 2 < len(words) and words.pos[k + 2] == "NE" else k + 1
    return stop


def _long_attribute_end(words: Words, i: int, last: int) -> int:
    """Find the end of *der heute 81-Jährige*, *den mit Macht ausgestatteten Vorsitz*; 0 if there is no such phrase."""
    seen_noun = words.pos[min(i + 1, last - 1)] not in PREPOSITIONS
    for k in range(i + 1, min(i + 10, last)):
        pos, after = words.pos[k], words.pos[k + 1] if k + 1 < last else ""
        if words.form[k] in ",;:" or pos.endswith("FIN"):
            return 0
        if seen_noun and ((pos == "ADJA" and after in ("NN", "NE")) or (pos == "NN" and words.pos[k - 1] == "ADV")):
            return find_noun_phrase(words, k, last)
        seen_noun = seen_noun or pos in ("NN", "NE")
    return 0


def _phrase_end(words: Words, i: int, last: int) -> int:
    """Return the end of a phrase, with a long attribute (*den rund 90 Seiten starken Bericht*) and a bare genitive."""
    end = find_noun_phrase(words, i, last)
    is_long = words.pos[min(i + 1, last - 1)] in PREPOSITIONS
    if words.pos[i] in DETERMINERS and (is_long or not any(words.pos[k] in ("NN", "NE", "FM") for k in range(i, end))):
        end = _long_attribute_end(words, i, last) or end
    while i < end < last - 1 and words.pos[end] == "ADJA" and words.low[end].endswith("er"):
        longer = find_noun_phrase(words, end, last)
        if words.pos[end - 1] != "NN" or longer <= end + 1:
            break
        end = longer
    return end


def find_phrases(syntax: Syntax, clause: Clause) -> list[Phrase]:
    """List the phrases of a clause that no preposition governs and that are no time."""
    words, found = syntax.words, []
    i = clause.first
    while i < clause.last and words.form[i] in MARKS:
        i += 1
    if i < clause.last and clause.order == "L" and words.low[i] in RELATIVES and words.form[i - 1 : i] == [","]:
        found.append(Phrase(i, i + 1, PRONOUN_CASES[words.low[i]], None))
        i += 1
    while i < clause.last:
        pos = words.pos[i]
        if pos in PREPOSITIONS and not (words.low[i] == "als" and i == clause.first and clause.finite):
            end = _end_of_source(syntax, i + 1, _phrase_end(words, i + 1, clause.last))
            i = max(_cut_at_agent(words, i + 1, end) if end > i + 1 else i + 1, i + 1)
            continue
        if is_bound := _skip_bound(words, i, clause.last):
            i, pos = is_bound, words.pos[is_bound]
        is_number = pos == "CARD"
        starts = pos in DETERMINERS or pos in STARTS
        if not starts:
            i += 1
            continue
        end = i + 1 if pos in ("PPER", "PDS", "PRELS", "PWS") else _phrase_end(words, i, clause.last)
        if pos == "PIS" and end < clause.last and words.low[end] in ("der", "des"):
            end = max(end, _phrase_end(words, end, clause.last))  # einer der Männer
        end = _cut_at_bare_noun(words, i, _cut_at_agent(words, i, end))
        if end <= i:
            i += 1
            continue
        if end < clause.last and (words.pos[end] == "APPO" or words.low[end] == "zufolge"):
            i = end + 1
            continue
        if is_number and end == i + 1:  # a number alone: a year, a score
            i = end
            continue
        if any(words.lemma[k].lower() in TIMES for k in range(i, end)) and end - i <= 4:
            i = end
            continue
        found.append(Phrase(i, end, _cases(words, i, end), _number(words, i, end)))
        i = end
    return found


def _end_of_source(syntax: Syntax, first: int, end: int) -> int:
    """End *laut Behördenangaben* | *Ex-Premier Huber* after the noun that reports, unless a genitive follows."""
    words = syntax.words
    for k in range(first, end - 1):
        if syntax.sign[k][:1] == "n" and words.pos[k + 1] in ("NN", "NE"):
            return k + 1
    return end


def _skip_bound(words: Words, i: int, last: int) -> int:
    """Return the numeral after *mehr als*, *rund*, *bis zu*; 0 if none follows."""
    reach = range(i + 1, min(i + 4, last))
    number = next((k for k in reach if words.pos[k] == "CARD"), 0)
    return number if number and all(words.low[k] in BOUNDS for k in range(i, number)) else 0


def _antecedent(words: Words, phrase: Phrase) -> tuple[int, int]:
    """Put the words that a relative pronoun stands for in its place."""
    i = phrase.first
    is_relative = words.low[i] in RELATIVES and phrase.stop == i + 1 and words.form[i - 1 : i] == [","]
    if words.pos[i] != "PRELS" and not is_relative:
        return phrase.first, phrase.stop
    low = words.sentences[words.sentence[i]][0]
    stop = i
    while stop > low and (words.form[stop - 1] in NO_WORDS or words.pos[stop - 1] in BETWEEN):
        stop -= 1
    for first in range(max(low, stop - 12), stop):
        is_start = words.pos[first] in DETERMINERS or words.pos[first] in ("NN", "NE", "ADJA", "CARD")
        if is_start and _phrase_end(words, first, stop) == stop:
            return first, stop
    return phrase.first, phrase.stop


def _find_agent_phrase(words: Words, clause: Clause) -> tuple[int, int] | None:
    """Find *von der Polizei*, *durch Schüsse* in a passive; *durch* may also be a means and is taken last."""
    for wanted in (("von", "vom", "seitens"), ("durch",)):
        for i in range(clause.last - 2, clause.first - 1, -1):
            if words.low[i] in wanted and words.pos[i] in PREPOSITIONS:
                end = _phrase_end(words, i + 1, clause.last)
                if end > i + 1 and _may_act(words, clause, i, end):
                    return i + 1, end
    return None


def _may_act(words: Words, clause: Clause, i: int, end: int) -> bool:
    """Tell an agent from a time and from an attribute: *der Verkauf von Waffen* in Kiew; *von Soldaten* getötet."""
    if any(words.lemma[k].lower() in TIMES for k in range(i + 1, end)):
        return False
    if all(words.pos[k] in ("CARD", "ART") for k in range(i + 1, end)):
        return False
    is_bare = words.pos[i + 1] not in DETERMINERS and words.pos[i] == "APPR" and words.pos[i + 1] != "NE"
    after_noun = i > clause.first and words.pos[i - 1] == "NN"
    is_before_verb = end < clause.last and words.pos[end].startswith("V")
    return not (is_bare and after_noun) or is_before_verb


def is_participle(words: Words, clause: Clause, verb: int) -> bool:
    """Tell a participle, also where it looks like a finite verb: *wurden wegen Untreue verurteilt*."""
    if words.pos[verb] == "VVPP":
        return True
    before = range(clause.first, verb)
    has_auxiliary = any(words.pos[i] == "VAFIN" for i in before) and not any(words.pos[i] == "KON" for i in before)
    return words.pos[verb] == "VVFIN" and has_auxiliary and words.low[verb].endswith(("t", "en"))


def _is_passive(words: Words, clause: Clause, verb: int) -> bool:
    """Tell whether a verb's form is passive: participle with *werden*, or with *sein* where it does not make a past.

    The auxiliary may stand in an earlier part of the sentence; a participle without one (in a headline) is passive.
    """
    if not is_participle(words, clause, verb):
        return False
    places = [i for i in range(clause.first, clause.last) if words.pos[i][:2] in ("VA", "VM")]
    if not places:
        first, last = words.sentences[words.sentence[verb]]
        before = [i for i in range(first, verb) if words.pos[i] == "VAFIN"][-1:]
        listed = words.form[clause.last - 1] == "," and words.pos[verb + 1 : verb + 2] == ["$,"]
        after = [i for i in range(verb, last) if words.pos[i] == "VAFIN"][:1] if listed else []  # geschlagen, … wurden
        places = after or before
    others = {words.lemma[i] for i in places}
    if "werden" in others or any(words.low[i] == "worden" for i in places):
        return True
    return "haben" not in others and words.lemma[verb] not in SEIN_VERBS


def _pick_subject(words: Words, clause: Clause, phrases: list[Phrase]) -> Phrase | None:
    """Choose the subject: the only phrase that must be nominative, else the first that may be and fits the verb."""
    finite = clause.finite[0] if clause.finite else None
    if finite == clause.first + 1 and words.pos[clause.first] == "KON":
        return None  # … und töteten ihn: the subject stands before
    plural = None
    if finite is not None:
        low = words.low[finite]
        plural = low.endswith(("en", "ern", "eln")) or low in ("sind", "seien", "waren")
    fits = [p for p in phrases if "n" in p.cases and (plural is None or p.is_plural in (None, plural))]
    sure = [p for p in fits if p.cases == "n"]
    after_accusative = [p for p in fits if p not in sure]
    return (sure or after_accusative or [None])[0]


def _narrow(words: Words, clause: Clause, verb: int) -> Clause:
    """Part what *und* joins: *sperrte das Netz | und verhängte den Notstand*; each verb keeps its own half."""
    cuts = [
        i
        for i in range(clause.first + 1, clause.last)
        if words.pos[i] == "KON"
        and any(clause.first <= f < i for f in clause.finite)
        and any(i < f < min(i + 3, clause.last) for f in clause.finite)
    ]
    if words.pos[verb] == "VVPP" and not cuts:  # 27 Menschen getötet | und Hunderte verletzt worden
        cuts = [i for i in range(clause.first + 1, clause.last) if words.pos[i] == "KON" and words.pos[i - 1] == "VVPP"]
    first = max((i for i in cuts if i < verb), default=clause.first)
    last = min((i for i in cuts if i > verb), default=clause.last)
    finite = [f for f in clause.finite if first <= f < last]
    if words.pos[verb] == "VVPP" and not finite:
        finite = clause.finite  # the auxiliary is shared
    return replace(clause, first=first, last=last, finite=finite)


def _opening(syntax: Syntax, clause: Clause) -> tuple[int, int] | None:
    """Find a subject that commas part from its verb: *Der Minister, | den viele schätzen, | trat zurück*."""
    sentence = syntax.sentences[clause.sentence]
    opening = syntax.clauses[sentence.clauses[0]]
    if opening.finite or opening.first == clause.first or not clause.finite or clause.finite[0] != clause.first:
        return None
    phrases = [p for p in find_phrases(syntax, opening) if "n" in p.cases]
    return (phrases[0].first, phrases[0].stop) if phrases else None


def _inherit(syntax: Syntax, clause: Clause) -> tuple[int, int] | None:
    """Take the subject of what stands before: *sie stürmten das Haus, | um es anzuzünden*.

    A piece without a verb gives its first phrase (*dass sein Chef, | Karim Huber, | … wurde*); a verb such as
    *vorwerfen* gives its object to an infinitive.
    """
    number = next(n for n, c in enumerate(syntax.clauses) if c.first <= clause.first < c.last)
    for n in range(number - 1, syntax.sentences[clause.sentence].clauses[0] - 1, -1):
        before = syntax.clauses[n]
        phrases = find_phrases(syntax, before)
        if not before.finite and clause.order == "L" and before.opener not in ("", "0"):
            nominatives = [p for p in phrases if "n" in p.cases]
            if nominatives and n and syntax.clauses[n - 1].finite:
                return _antecedent(syntax.words, nominatives[0])
        if not before.finite:
            continue
        subject = _pick_subject(syntax.words, before, phrases)
        if not clause.finite and syntax.verb[before.finite[0]] in OBJECT_CONTROL:
            subject = next((p for p in phrases if p is not subject), subject)
        if subject is not None and syntax.words.low[subject.first] != "es":
            return _antecedent(syntax.words, subject)
    return None


def find_roles(syntax: Syntax, clause: Clause, verb: int) -> Roles:
    """Find who acts and on whom in the clause of a verb.

    Parameters
    ----------
    syntax : Syntax
    clause : Clause
        The clause that holds the verb.
    verb : int
        The verb's token: finite verb, participle or infinitive.

    Returns
    -------
    Roles
        Phrases as token spans; a relative pronoun is replaced by the words that it stands for; an infinitive and a
        second verb without a subject of its own take the subject before them. ``None``: not named.
    """
    words = syntax.words
    part = _narrow(words, clause, verb)
    phrases = find_phrases(syntax, part)
    subject = _pick_subject(words, part, phrases) if part.finite else None
    has_auxiliary = any(words.pos[i][:2] == "VA" for i in range(part.first, part.last))
    is_passive = _is_passive(words, part if has_auxiliary else clause, verb)
    if not is_passive and is_participle(words, clause, verb) and part.first > clause.first and clause.order == "L":
        subject = None  # die Menschen getötet | und Häuser angezündet hatten: what stands here is the object
    if is_passive and subject is None and not part.finite:
        subject = next((p for p in phrases if "n" in p.cases), None)
    spans = {id(p): _antecedent(words, p) for p in phrases}
    first = _opening(syntax, part) or (spans[id(subject)] if subject else _before(syntax, clause, part))
    if is_passive:
        return Roles(_find_agent_phrase(words, part), first, True)
    if syntax.verb[verb] in UNDERGOING:
        return Roles(None, first, False)
    objects = [p for p in phrases if p is not subject and "a" in p.cases and not _is_reflexive(words, p)]
    return Roles(first, spans[id(objects[0])] if objects else None, False)


def _is_reflexive(words: Words, phrase: Phrase) -> bool:
    return words.low[phrase.first] == "sich"


def _before(syntax: Syntax, clause: Clause, part: Clause) -> tuple[int, int] | None:
    """Take the subject from the half before *und*, else from the clause before."""
    if part.first > clause.first:
        left = replace(clause, last=part.first, finite=[f for f in clause.finite if f < part.first])
        subject = _pick_subject(syntax.words, left, find_phrases(syntax, left))
        if subject is not None:
            return _antecedent(syntax.words, subject)
    return _inherit(syntax, clause)
