"""Speech that only its mood gives away: a clause in Konjunktiv I that no reporting word introduces."""

from collections.abc import Iterator

from analysis.codebook.wordlists import read_classes
from analysis.language.clauses import Clause, Sentence, Syntax
from analysis.quoting.quote_candidates import Finding, trim
from analysis.quoting.reporting_clauses import SUBORDINATING, is_set_phrase, is_subjunctive, read_cue

__all__ = ["find_left_over"]

GRAMMAR = read_classes("grammar")


def find_left_over(syntax: Syntax, sentence: Sentence, own: list[Finding], was_reported: bool) -> Iterator[Finding]:
    """*Der Verband war empört, das sei zu wenig.* · *Die Täter flohen, und es seien drei gewesen.*

    German puts a clause into Konjunktiv I because somebody else has said it (Duden, Modus: indirekte Rede), whichever
    word introduces it: what depends on a clause that reports, or opens a report, is *Indirect*, all else is free.

    Parameters
    ----------
    syntax : Syntax
    sentence : Sentence
    own : list of Finding
        What other rules found in the sentence; what directly goes on with one of them is added to it.
    was_reported : bool
        Whether the sentence before is reported speech.
    """
    if not any("1" in syntax.clauses[k].mood for k in sentence.clauses):
        return
    taken = {i for finding in own for i in finding.quote + finding.frame}
    reach = -1
    for k in sentence.clauses:
        clause = syntax.clauses[k]
        if clause.is_first_person and not clause.is_quoted:
            return  # ich komme und habe Zeit
        if k < reach or not _is_told(syntax, clause, taken):
            continue
        reach = _find_end(syntax, sentence, k, taken)
        last = syntax.clauses[reach - 1].last
        if (before := _find_before(syntax, clause, own)) is not None:
            before.quote += trim(syntax.words, before.quote[-1] + 1, last)
            continue
        introducing = None if own else _find_introducing(syntax, sentence, k)
        if introducing is None or (was_reported and not introducing.verb_cue):
            yield Finding("IndirectFreeIndirect", list(range(clause.first, last)), rule="mood")
        else:
            yield _read_dependent(syntax, sentence, introducing, clause, last)


def _read_dependent(syntax: Syntax, sentence: Sentence, introducing: Clause, clause: Clause, last: int) -> Finding:
    """Read what a clause introduces up to the token `last`: its frame, and who is its subject."""
    begin = _find_begin(syntax, introducing, clause)
    cue, speaker = read_cue(syntax, introducing)
    frame, quote = list(range(sentence.first, begin)), trim(syntax.words, begin, last)
    return Finding("Indirect", quote, frame, _until(cue, begin), _until(speaker, begin), rule="mood")


def _until(tokens: list[int], begin: int) -> list[int]:
    """List the tokens before a place."""
    return [i for i in tokens if i < begin]


def _find_before(syntax: Syntax, clause: Clause, own: list[Finding]) -> Finding | None:
    """Find the introduced speech that ends where a clause begins: *Er sagte, er komme, | danach wolle er reden*."""
    words = syntax.words
    ends = (clause.first - 1, clause.first - 2 if words.form[clause.first - 1] == "," else clause.first - 1)
    return next((f for f in own if f.type == "Indirect" and f.quote and f.quote[-1] in ends), None)


def _is_told(syntax: Syntax, clause: Clause, taken: set[int]) -> bool:
    """Tell a clause in Konjunktiv I that is nobody's wish, no comparison and not yet found."""
    words = syntax.words
    told = [i for i in clause.finite if syntax.mood[i] == "1" and words.form[i].islower()]
    if not told or clause.is_first_person or clause.is_quoted or not taken.isdisjoint(told):
        return False
    return clause.opener not in GRAMMAR["comparing"] and not is_set_phrase(syntax, clause)


def _find_end(syntax: Syntax, sentence: Sentence, k: int, taken: set[int]) -> int:
    """Return the first clause that does not go on with what is told in one."""
    later = range(k + 1, sentence.clauses[-1] + 1)
    return next((j for j in later if not _is_told_on(syntax, syntax.clauses[j], taken)), later.stop)


def _is_told_on(syntax: Syntax, clause: Clause, taken: set[int]) -> bool:
    """Tell a clause that goes on with what is told: all but a main clause in the indicative."""
    is_free = taken.isdisjoint(range(clause.first, clause.last))
    return is_free and (clause.order in "Lz0" or is_subjunctive(clause))


def _find_introducing(syntax: Syntax, sentence: Sentence, k: int) -> Clause | None:
    """Find the clause that a clause depends on: the last one before it that is itself no subordinate one."""
    words, clause = syntax.words, syntax.clauses[k]
    if words.pos[clause.first] == "KON" or words.form[clause.first - 1] in ("–", "-", ";"):
        return None
    before = [syntax.clauses[j] for j in sentence.clauses if j < k]
    return next((c for c in reversed(before) if c.finite and c.opener not in SUBORDINATING), None)


def _find_begin(syntax: Syntax, introducing: Clause, clause: Clause) -> int:
    """Return where what is told begins if its subject stands apart from its verb: *meldet, | Huber, der kam, habe*."""
    if clause.order != "1":
        return clause.first
    places = range(introducing.finite[-1], clause.first - 1)
    return next((i + 1 for i in places if syntax.words.form[i] == ","), clause.first)
