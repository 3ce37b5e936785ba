"""Free speech: reported speech that nothing introduces, hearsay, and speech that is named but not worded."""

from collections.abc import Iterator

from analysis.codebook.wordlists import read_classes
from analysis.language.clauses import Clause, Sentence, Syntax
from analysis.language.noun_phrases import NOUNS
from analysis.language.subjects import find_subject
from analysis.language.verb_words import find_verb_words
from analysis.quoting.quote_candidates import Finding, trim
from analysis.quoting.reporting_clauses import is_author_or_reader, is_set_phrase
from analysis.quoting.scare_quotes import is_name
from analysis.quoting.speaker_phrases import trim_mark

GRAMMAR = read_classes("grammar")
LABELLING, NEGATION, VICTIMS = GRAMMAR["labelling"], GRAMMAR["negation"], GRAMMAR["victims"]

__all__ = ["find_hearsay", "find_named", "find_subjunctive"]


def find_subjunctive(syntax: Syntax, sentence: Sentence, was_reported: bool) -> Iterator[Finding]:
    """*Die Lage sei ruhig.*: Konjunktiv in the main clause, with nothing that introduces it."""
    main = syntax.clauses[sentence.main]
    if main.is_first_person or sentence.is_all_marked or "i" in main.mood or is_set_phrase(syntax, main):
        return
    is_unreal = any(syntax.mood[i] == "2" and syntax.words.pos[i] != "VMFIN" for i in main.finite)
    if "1" in main.mood or (was_reported and is_unreal):  # das könnte teuer werden: the author's own
        yield Finding("IndirectFreeIndirect", list(range(sentence.first, sentence.last)), rule="subjunctive")


def find_hearsay(syntax: Syntax, sentence: Sentence, was_reported: bool) -> Iterator[Finding]:
    """*Er soll geflohen sein.*: *sollen* with a perfect infinitive; with any infinitive where speech goes on."""
    for k in sentence.clauses:
        clause = syntax.clauses[k]
        is_main = k == sentence.main
        if clause.order == "L" or _asks(syntax, sentence, clause):  # der Mann, der geflohen sein soll, …: no hearsay
            continue
        if "h" in clause.mood and (_is_perfect(syntax, clause) or (was_reported and is_main)) and not clause.is_quoted:
            yield Finding("FreeIndirect", list(range(sentence.first, sentence.last)), rule="hearsay")
            return


def _asks(syntax: Syntax, sentence: Sentence, clause: Clause) -> bool:
    """Tell *Was soll man sagen?*, *Sollen wir das glauben?*: nobody says that it is so."""
    words = syntax.words
    is_own = not (GRAMMAR["first_person"] | {"man"}).isdisjoint(words.low[clause.first : clause.last])
    return is_own or words.form[sentence.last - 1] == "?"


def _is_perfect(syntax: Syntax, clause: Clause) -> bool:
    """Tell *geflohen sein*, *getötet worden sein*."""
    words = syntax.words
    places = range(clause.first, clause.last)
    has_participle = any(words.pos[i] in ("VVPP", "VAPP", "VMPP") for i in places)
    return has_participle and any(words.low[i] in ("haben", "sein") and words.pos[i] == "VAINF" for i in places)


def find_named(syntax: Syntax, sentence: Sentence, taken: set[int]) -> Iterator[Finding]:
    """*Er forderte eine schnellere Entscheidung.*: speech is named, not worded.

    The whole sentence is the quotation; where another clause of it is reported (`taken`), or it is a second main
    clause with a subject of its own, its own clause is.
    """
    words, places = syntax.words, range(sentence.first, sentence.last)
    if words.form[sentence.last - 1] == ":" and sentence.last in words.marked:  # Huber betonte: ¶ „…“
        return
    for k in dict.fromkeys(syntax.clause[i] for i in places if syntax.verb[i] in syntax.naming):
        clause, is_added = syntax.clauses[k], words.pos[syntax.clauses[k].first] == "KON"
        if clause.order not in "12" and k != sentence.main and not is_added:
            continue
        naming, speaker = _read_named(syntax, clause, taken)
        if speaker:
            is_beside = taken or (k != sentence.main and not is_added)
            quote = trim(words, clause.first, clause.last) if is_beside else list(places)
            yield Finding("Reported", quote, speaker=speaker, naming=naming, rule="named")
            return


def _read_named(syntax: Syntax, clause: Clause, taken: set[int]) -> tuple[list[int], list[int]]:
    """List the verb that names what was said, and who says it; nobody if the clause names no speech."""
    naming = find_verb_words(syntax, clause)
    lows = syntax.words.low[clause.first : clause.last]
    named = ((i, syntax.naming[syntax.verb[i]]) for i in naming if syntax.verb[i] in syntax.naming)
    verb = next((i for i, needed in named if not needed or not needed.isdisjoint(lows)), None)  # sprach von, ging … aus
    if verb is None or not taken.isdisjoint(naming) or syntax.depth[verb] or not _names_speech(syntax, clause, verb):
        return naming, []
    subject = find_subject(syntax, clause) or (0, 0)
    is_somebody = any(syntax.words.pos[i] in NOUNS | {"PPER"} for i in range(*subject))
    is_own = is_author_or_reader(syntax.words, range(*subject)) or _is_done_already(syntax, clause, verb)
    return naming, trim_mark(syntax.words, subject) if is_somebody and not is_own else []


def _is_done_already(syntax: Syntax, clause: Clause, verb: int) -> bool:
    """Tell *Der Streik ist angekündigt*, what somebody has done, from *Er ist davon ausgegangen*."""
    is_being = any(syntax.words.lemma[i] == "sein" for i in clause.finite)
    is_done = syntax.words.pos[verb] == "VVPP" and "worden" not in syntax.words.low[clause.first : clause.last]
    return is_being and is_done and syntax.verb[verb] not in GRAMMAR["perfect_with_sein"]


def _names_speech(syntax: Syntax, clause: Clause, verb: int) -> bool:
    """Tell a speech act from another sense of its verb, from what may be said, and from what is said in marks."""
    words = syntax.words
    places = range(clause.first, clause.last)
    if words.pos[verb - 1] == "PTKZU":  # es ist daran zu erinnern
        return False
    if any(words.pos[i] == "VMFIN" or words.lemma[i] in VICTIMS or words.low[i] in NEGATION for i in places):
        return False
    quoted = [pair for pair in words.pairs if clause.first <= pair[0] < clause.last and not is_name(words, *pair)]
    return not quoted or (syntax.verb[verb] not in LABELLING and _has_more(syntax, clause, quoted))


def _has_more(syntax: Syntax, clause: Clause, quoted: list[tuple[int, int]]) -> bool:
    """Tell whether a clause says of its own accord more than its marks do: *sprach von bis zu 20.000 „Banditen“*."""
    words = syntax.words
    inside = {i for pair in quoted for i in range(*pair)}
    subject = find_subject(syntax, clause) or (0, 0)
    rest = [i for i in range(clause.first, clause.last) if i not in inside and not subject[0] <= i < subject[1]]
    return sum(words.pos[i] in NOUNS | {"CARD"} for i in rest) > sum(words.pos[i] in NOUNS for i in inside)
