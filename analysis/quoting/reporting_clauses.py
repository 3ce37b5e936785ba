"""Cue and speaker of a clause that reports, and whether the clause after it can be what was said."""

from collections.abc import Iterable

from analysis.codebook.wordlists import read_classes
from analysis.language.clauses import CONTENT, RELATIVE, SUBJUNCTIONS, Clause, Syntax
from analysis.language.governed_phrases import SPEAKING, find_origin
from analysis.language.noun_phrases import find_noun_phrase
from analysis.language.nouns import kind_of
from analysis.language.subjects import find_subject
from analysis.language.verb_words import find_verb_words
from analysis.language.words import Words
from analysis.quoting.speaker_phrases import lengthen_to_name, trim_mark

__all__ = [
    "SUBORDINATING",
    "TELLING",
    "asks_how",
    "is_author_or_reader",
    "is_content",
    "is_set_in",
    "is_set_phrase",
    "is_somebody",
    "is_subjunctive",
    "read_cue",
]

GRAMMAR = read_classes("grammar")
SUBORDINATING = SUBJUNCTIONS | RELATIVE
TELLING = GRAMMAR["telling"]
OPENS = frozenset(': „ “ » « " ( – - ‚'.split())  # a capital behind these is no sign of the polite Sie


def read_cue(syntax: Syntax, clause: Clause, *, is_inserted: bool = False) -> tuple[list[int], list[int]]:
    """List the cue and the speaker of a clause that reports."""
    if clause.noun_cue and not clause.verb_cue:
        return _read_noun_cue(syntax, clause)
    subject = None
    if not clause.finite or syntax.verb[clause.finite[0]] not in GRAMMAR["unspoken"]:  # hieß es in dem Bericht
        subject = find_subject(syntax, clause, is_inserted=is_inserted)
    subject = subject or find_origin(syntax, clause)
    speaker = trim_mark(syntax.words, subject)
    if is_inserted:
        speaker = lengthen_to_name(syntax.words, speaker)
    return find_verb_words(syntax, clause), speaker


def _read_noun_cue(syntax: Syntax, clause: Clause) -> tuple[list[int], list[int]]:
    """Read *die Forderung der SPD*, *kam zu dem Ergebnis*, *mit der Begründung*."""
    words = syntax.words
    noun = next(i for i in range(clause.last - 1, clause.first - 1, -1) if syntax.sign[i] == clause.noun_cue)
    first = noun - (noun > clause.first and words.pos[noun - 1] in ("ART", "PPOSAT", "PDAT"))
    if clause.finite and words.lemma[clause.finite[0]] in GRAMMAR["light"]:  # ist der Ansicht, kam zu dem Ergebnis
        first -= first > clause.first and words.pos[first - 1] == "APPR"
        subject = find_subject(syntax, clause)
        return sorted({*find_verb_words(syntax, clause), *range(first, noun + 1)}), list(
            range(*subject)
        ) if subject else []
    end = find_noun_phrase(words, noun, clause.last)
    of = [i for i in range(noun + 1, end) if words.low[i] not in GRAMMAR["of"]]
    is_owned = not of and noun > clause.first and words.pos[noun - 1] == "NE" and words.low[noun - 1][-1] in "s'’"
    return list(range(first, noun + 1)), [noun - 1] if is_owned else of  # Bergs Vorwurf, dass …


def is_subjunctive(clause: Clause) -> bool:
    """Tell a clause with a verb in Konjunktiv I or II."""
    return "1" in clause.mood or "2" in clause.mood


def is_author_or_reader(words: Words, phrase: range) -> bool:
    """Tell *ich*, *wir* and a *Sie* inside a sentence: whoever writes, or reads, is not quoted."""
    if len(phrase) != 1:
        return False
    i = phrase[0]
    is_inside = i > words.sentences[words.sentence[i]][0] and words.form[i - 1] not in OPENS
    return words.low[i] in GRAMMAR["first_person"] or (words.form[i] == "Sie" and is_inside)


def is_somebody(words: Words, phrase: Iterable[int]) -> bool:
    """Tell a name, a pronoun or a noun for persons, bodies and texts from a thing or what no list knows."""
    head = next((i for i in phrase if words.pos[i] in ("NN", "NE", "FM", "PPER")), -1)
    return head >= 0 and (words.pos[head] != "NN" or kind_of(words.form[head]) in SPEAKING)


def is_set_in(words: Words, verb: int) -> bool:
    """Tell a verb directly behind marks that are part of its clause: *Unter dem Titel „…“ schreibt er*."""
    opening = next((a for a, b in reversed(words.pairs) if b == verb), -1)
    if opening < 0 or opening == words.sentences[words.sentence[opening]][0]:
        return False
    return words.form[opening - 1] not in OPENS and words.form[opening - 1] not in ",.!?"


def is_set_phrase(syntax: Syntax, clause: Clause) -> bool:
    """Tell Konjunktiv I that reports nothing: *es sei denn, …*; *sei es im Winter*; *als sei nichts gewesen*."""
    words, verb = syntax.words, clause.finite[0] if clause.finite else -1
    if verb < 0 or "1" not in clause.mood:
        return False
    after = words.low[verb + 1 : verb + 3]
    is_set = words.low[verb] in ("sei", "seien") and ("denn" in after or (clause.order == "1" and "es" in after))
    return is_set or (words.low[verb - 1] == "als" and verb - 1 >= clause.first)


def is_content(syntax: Syntax, clause: Clause, cue: str) -> bool:
    """Tell whether a clause can be what the cue before it reports."""
    words = syntax.words
    if clause.opener in CONTENT:
        return True
    if is_set_phrase(syntax, clause):
        return False
    if words.form[clause.first - 1] == ":":
        return _is_content_of_colon(clause, cue)
    if clause.order == "1":  # Falls der Antrag abgelehnt wird, | wäre das schade
        return False
    if clause.order == "z":
        return words.low[clause.first] not in GRAMMAR["purpose"]
    if words.low[clause.first] in GRAMMAR["questions"] and clause.order == "L":  # erklärte, wie es war: a topic
        return cue == "vask" or (cue[0] == "v" and is_subjunctive(clause))
    is_main = clause.order in "2L" and clause.opener not in SUBORDINATING
    return is_subjunctive(clause) and (is_main or cue[0] == "v")  # weil Berlin das nicht dürfe


def _is_content_of_colon(clause: Clause, cue: str) -> bool:
    """Tell a main clause behind a colon that a verb reports: *Er sagte: Es ist zu spät*."""
    tells = cue[0] == "v" and (cue[1:] in TELLING | {"ask"} or is_subjunctive(clause))
    return clause.order in "12" and tells


def asks_how(syntax: Syntax, first: int) -> bool:
    """Tell *wie sehr er litt*, *wie wichtig das ist* from *wie er mitteilte*, *wie bekannt wurde*."""
    words = syntax.words
    after = first + 1 + (words.low[first] != "wie")
    return after < len(words) and words.low[after] in GRAMMAR["degree"]
