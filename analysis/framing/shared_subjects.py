"""Shared subjects: whether a verb has a subject of its own, and whose it takes where it has none."""

from analysis.framing.clause_phrases import find_phrases, phrases_of
from analysis.framing.clause_subjects import ACTING, Span, is_plural_finite, pick_subject, span_of
from analysis.framing.constituents import Phrase
from analysis.framing.field_pieces import OPENERS, VerbField, is_verb_last
from analysis.framing.verb_fields import find_field
from analysis.framing.verb_forms import VERBS, is_passive
from analysis.language.clauses import Clause, Syntax
from analysis.language.long_phrases import phrase_end
from analysis.language.nouns import kind_of
from analysis.language.phrase_forms import DETERMINERS, GRAMMAR
from analysis.language.words import Words

EXPLAINING = frozenset("es darin , aber auch nun jetzt daher".split())  # between a verb and the infinitive it announces

__all__ = ["find_acting_subject", "share_subject"]


def find_acting_subject(
    syntax: Syntax, clause: Clause, field: VerbField, verb: int, phrases: list[Phrase], *, passive: bool
) -> Phrase | None:
    """Find the subject in the verb's own field."""
    words = syntax.words
    if not passive and field.is_half and _only_objects(words, field, verb, phrases):
        return None  # die Menschen getötet | und Häuser angezündet hatten: what stands here is the object
    if field.finite is None:
        return next((p for p in phrases if "n" in p.cases), None) if passive else None
    if len(phrases) < 2 and _goes_on_last(syntax, clause, field):
        return None
    return None if _is_elided(syntax, clause, field) else pick_subject(words, field, phrases, passive=passive)


def share_subject(syntax: Syntax, clause: Clause, field: VerbField) -> Span | None:
    """Take the subject from the half before *und*, else from the clause before; a subordinate clause shares none."""
    words = syntax.words
    if field.is_half and clause.order != "z":
        has_verb = bool(clause.finite) and not field.is_mistagged
        bare = VerbField(((field.whole, field.first),), None, field.order, field.whole)
        left = find_field(syntax, clause, clause.finite[0]) if has_verb else bare
        if (subject := pick_subject(words, left, phrases_of(syntax, left))) is not None:
            return span_of(subject)
    if field.finite is None and (owner := _find_owner(words, field.first)) is not None:
        return owner
    may_share = field.finite is None or field.is_half or field.order in "10" or _is_elided(syntax, clause, field)
    may_share = may_share or _goes_on_last(syntax, clause, field)
    return _inherit(syntax, clause, to_infinitive=field.finite is None) if may_share else None


def _goes_on_last(syntax: Syntax, clause: Clause, field: VerbField) -> bool:
    """Tell a clause that goes on a subordinate one, its verb last: *die nichts taten, | sondern Posten übernahmen*."""
    words, number = syntax.words, syntax.clause[clause.first]
    if (
        field.finite is None
        or words.pos[clause.first] != "KON"
        or not number
        or syntax.clauses[number - 1].order != "L"
    ):
        return False
    return all(words.pos[i].startswith("$") for i in range(field.finite + 1, clause.last))


def _find_owner(words: Words, first: int) -> Span | None:
    """Find whose plan an infinitive tells: *das Recht | des Landes, | Gesetze zu erlassen*."""
    if words.form[first - 1 : first] != [","] or words.low[first] in GRAMMAR["infinitive"]:
        return None
    begin = words.sentences[words.sentence[first]][0]
    at = next((i for i in range(first - 2, begin, -1) if words.pos[i] in DETERMINERS | {"PIS"}), begin)
    is_genitive = words.low[at] in GRAMMAR["genitive_sure"] and words.pos[at - 1] == "NN"
    is_person = kind_of(words.form[at - 1]) in ACTING
    if not is_genitive or is_person or phrase_end(words, at, first - 1) != first - 1:
        return None
    return at, first - 1


def _only_objects(words: Words, field: VerbField, verb: int, phrases: list[Phrase]) -> bool:
    """Tell a half whose subject stands before: its verb is not finite, or no second phrase or *sich* needs one."""
    if words.pos[verb] in ("VVPP", "VVINF") and not field.is_mistagged:
        return True
    has_itself = any(words.low[i] in GRAMMAR["reflexive_sure"] for i in range(field.first, field.last))
    return field.order == "L" and len(phrases) + has_itself < 2


def _is_elided(syntax: Syntax, clause: Clause, field: VerbField) -> bool:
    """Tell a verb that shares the subject of the one before it: *sie kamen, | schlugen zu | und töteten ihn*."""
    words, at = syntax.words, field.finite
    if at == field.first + 1 and words.pos[field.first] == "KON":
        return _lacks_own(words, field.first)
    sentence = syntax.sentences[clause.sentence]
    if words.pos[field.first] == "VVPP" and words.form[field.first - 1] == ",":
        return words.pos[field.first - 2].startswith("VV")  # werden geschlagen, | getreten und beraubt
    if at != field.first or field.first == sentence.first or syntax.sign[at][:1] == "v":
        return False
    before = syntax.clauses[syntax.clause[field.first - 1]]
    if words.form[field.first - 1] != "," or not _is_plain_main(words, before):
        return False
    lent = _lend_subject(syntax, before, to_infinitive=False)
    stands_first = lent is not None and lent.first < before.finite[0]
    return stands_first and lent.is_plural in (None, is_plural_finite(words.low[at]))


def _lacks_own(words: Words, joiner: int) -> bool:
    """Tell *und* and a verb that no pronoun follows, unlike *und kämst | du*; *denn* and its like ask for a subject."""
    behind = words.low[joiner + 2 : joiner + 3]
    has_own = bool(behind) and behind[0] in GRAMMAR["at_verb"] - {"sie"}
    return words.low[joiner] not in GRAMMAR["own_subject"] and not has_own


def _is_plain_main(words: Words, clause: Clause) -> bool:
    """Tell a main clause that neither a conjunction nor a word that asks opens."""
    opens = words.pos[clause.first] in OPENERS or words.low[clause.first] in GRAMMAR["asking"]
    return clause.order in "12" and not opens


def _inherit(syntax: Syntax, clause: Clause, *, to_infinitive: bool) -> Span | None:
    """Take the subject of what stands before: *sie stürmten das Haus, | um es anzuzünden*.

    A piece without a verb gives its first phrase (*dass sein Chef, | Karim Huber, | … wurde*).
    """
    number = syntax.clause[clause.first]
    if to_infinitive and (behind := _main_behind(syntax, number)) is not None:
        return _inherit_from_behind(syntax, behind)
    for n in range(number - 1, syntax.sentences[clause.sentence].clauses[0] - 1, -1):
        before = syntax.clauses[n]
        if _stands_between(syntax.words, clause, before, to_infinitive=to_infinitive):
            continue
        if before.finite:
            subject = _lend_subject(syntax, before, to_infinitive=to_infinitive)
        else:
            subject = _lend_phrase(syntax, clause, n, to_infinitive=to_infinitive)
        if subject is not None:
            return span_of(subject)
        if to_infinitive and _is_impersonal(syntax.words, before):
            return None  # es ist schwer, zu bleiben: nobody in particular
    return None


def _inherit_from_behind(syntax: Syntax, behind: Clause) -> Span | None:
    """Take the subject of the main clause that follows an infinitive: *Um zu siegen, | stürmten sie das Haus*."""
    subject = _lend_subject(syntax, behind, to_infinitive=False)
    is_nobody = subject is None or syntax.words.low[subject.first] == "es" or _is_undergone(syntax, behind)
    return None if is_nobody else span_of(subject)


def _stands_between(words: Words, clause: Clause, before: Clause, *, to_infinitive: bool) -> bool:
    """Tell a clause that stands between another and the one whose subject it takes: *er sagte, | dass …, | und ging*.

    An infinitive looks past a subordinate clause as well: *er begann, Züge, | wie das geplant war, | zu stoppen*.
    """
    if to_infinitive:
        return before.order == "L" and _is_bare_infinitive(words, clause)
    is_main = clause.order in "12" and not is_verb_last(words, clause)
    return is_main and words.pos[before.first] in ("KOUS", "PRELS")


def _is_bare_infinitive(words: Words, clause: Clause) -> bool:
    """Tell *zu* and a verb that nothing stands before, behind a comma."""
    return words.pos[clause.first] in ("PTKZU", "VVIZU") and words.form[clause.first - 1] == ","


def _lend_phrase(syntax: Syntax, clause: Clause, number: int, *, to_infinitive: bool) -> Phrase | None:
    """Give the phrase of a piece without a finite verb: *dass sein Chef, | …*; *um sie zu hindern, | zu fliehen*."""
    before = syntax.clauses[number]
    is_opened = clause.order == "L" and before.opener not in ("", "0") and syntax.clauses[number - 1].finite
    is_opened = is_opened or (to_infinitive and _hides_relative(syntax.words, before))
    case = "n" if is_opened else "a" if to_infinitive and _gives_object(syntax, before) else ""
    phrases = find_phrases(syntax, before.first, before.last) if case else []
    return next((p for p in phrases if case in p.cases), None)


def _hides_relative(words: Words, clause: Clause) -> bool:
    """Tell a relative clause whose verb looks like a participle: *die Mauern errichtet, | um zu …*."""
    return clause.opener == "PRELS" and "VVPP" in words.pos[clause.first : clause.last]


def _main_behind(syntax: Syntax, number: int) -> Clause | None:
    """Find the main clause that an infinitive opens: *Um die Stadt zu räumen, | schickte er Soldaten*."""
    clause, words = syntax.clauses[number], syntax.words
    if clause.finite or number + 1 == len(syntax.clauses) or words.form[clause.last - 1] != ",":
        return None
    begin = clause.first + (words.pos[clause.first] == "KON")
    opens = words.low[begin] in GRAMMAR["infinitive"] or clause.first == syntax.sentences[clause.sentence].first
    behind = syntax.clauses[number + 1]
    is_subject = words.low[begin] not in GRAMMAR["infinitive"] and words.lemma[behind.first] == "sein"
    if is_subject:  # Gesetze zu erlassen, | ist schwer
        return None
    return behind if opens and behind.sentence == clause.sentence and behind.order == "1" else None


def _is_undergone(syntax: Syntax, clause: Clause) -> bool:
    """Tell a passive, whose subject plans nothing: *um Zeit zu gewinnen, | wurden Truppen entsandt*."""
    words, places = syntax.words, [*range(clause.first, clause.last)]
    return any(is_passive(words, clause, places, i) for i in places if words.pos[i] == "VVPP")


def _is_impersonal(words: Words, clause: Clause) -> bool:
    """Tell a clause with *es* beside its verb."""
    return any("es" in words.low[max(clause.first, f - 1) : f + 2] for f in clause.finite)


def _lend_subject(syntax: Syntax, clause: Clause, *, to_infinitive: bool) -> Phrase | None:
    """Give a clause's subject to the next; *vorwerfen* and its like give an infinitive their object; *es* is nobody."""
    words, field = syntax.words, find_field(syntax, clause, clause.finite[0])
    phrases = phrases_of(syntax, field)
    subject = None if _is_elided(syntax, clause, field) else pick_subject(words, field, phrases)
    if not to_infinitive:
        return subject
    if _gives_object(syntax, clause):
        subject = next((p for p in phrases if p is not subject), None)  # er rief dazu auf, zu gehen: nobody
    elif subject is None and _is_said_to_dative(syntax, clause):
        subject = next((p for p in phrases if "n" not in p.cases and p.cases != "a"), None)
    if subject is not None and _is_what_is_done(words, clause, subject):
        return None
    return None if subject is None or words.low[subject.first] == "es" else subject


def _is_what_is_done(words: Words, clause: Clause, subject: Phrase) -> bool:
    """Tell a thing that the infinitive explains: *Ziel ist (es), | zu helfen*, *die Arbeit bestand darin, | zu …*."""
    behind = words.low[clause.finite[-1] + 1 : clause.last]
    if not _is_plain_main(words, clause):
        return False
    explains = words.lemma[clause.finite[-1]] in ("sein", "bestehen", "lauten") and set(behind) <= EXPLAINING
    nouns = [i for i in range(subject.first, subject.stop) if words.pos[i] == "NN"]
    return explains and bool(nouns) and kind_of(words.form[nouns[0]]) not in ACTING


def _is_said_to_dative(syntax: Syntax, clause: Clause) -> bool:
    """Tell a passive whose dative does what the infinitive says: *dem Konzern wird vorgeworfen, | zu betrügen*."""
    places = [i for i in range(clause.first, clause.last) if syntax.words.pos[i] == "VVPP"]
    return any(syntax.verb[i] in VERBS["object_control"] for i in places)


def _gives_object(syntax: Syntax, clause: Clause) -> bool:
    """Tell a clause whose object does what the infinitive says: *er hat den Rat aufgefordert, | zu handeln*."""
    places = [*range(clause.first, clause.last)]
    if not any(syntax.verb[i] in VERBS["object_control"] for i in places):
        return False
    return not any(is_passive(syntax.words, clause, places, i) for i in places if syntax.words.pos[i] == "VVPP")
