"""Waiting verbs: auxiliaries whose participle stands behind a relative clause, a remark or an apposition."""

from analysis.language.clauses import RELATIVE, Clause, Syntax
from analysis.language.words import Words

__all__ = ["find_waiting", "find_waiting_before"]

PARTS = frozenset("VVPP VVINF VAPP".split())  # what an auxiliary waits for
REMARK = 4  # tokens of a remark with its comma


def find_waiting(syntax: Syntax, clause: Clause, verb: int) -> tuple[Clause, int] | None:
    """Find the clause whose auxiliary waits for a participle behind a relative clause, and where the rest begins.

    *Gegen zwei Männer wurden, | die am Freitag kamen, | Haftbefehle erlassen*: the first piece has *wurden*, the last
    the participle; the last may stand in one clause with the relative clause before it.
    """
    words, number = syntax.words, syntax.clause[clause.first]
    tail = _begin_of_rest(words, clause, verb)
    closed = tail > clause.first
    if clause.finite and not closed:
        return None
    is_listed = words.pos[tail] == "VVPP" and words.pos[tail + 1 : tail + 2] in (
        ["KON"],
        ["$,"],
    )  # getreten | oder geschlagen
    begin = syntax.sentences[clause.sentence].clauses[0]
    at = next((n for n in range(number - 1, begin, -1) if syntax.clauses[n].order != "L"), min(begin, number - 1))
    if at < begin or is_listed or (not closed and at == number - 1):
        return None
    before = syntax.clauses[at]
    return (before, tail) if _is_relative_clause(syntax, at + 1) and _waits(syntax, before) else None


def find_waiting_before(syntax: Syntax, clause: Clause, verb: int) -> Clause | None:
    """Find the clause right before whose auxiliary waits: *hatte ihm, dem Chef, | den Vorsitz entzogen*."""
    number = syntax.clause[clause.first]
    if clause.finite or clause.order == "z" or syntax.words.pos[verb] != "VVPP" or not number:
        return None
    before = syntax.clauses[number - 1]
    words = syntax.words
    is_remark = verb > clause.first + 2 and words.low[clause.first] == "wie" and words.form[clause.first + 2] == ","
    if words.pos[clause.first] in RELATIVE and words.form[verb + 1 : verb + 2] in ([","], ["."]) and not is_remark:
        return None  # muss wie jedes Land, | das verhandelt, | helfen
    return before if before.sentence == clause.sentence and _waits(syntax, before) else None


def _is_relative_clause(syntax: Syntax, number: int) -> bool:
    """Tell a clause that *der*, *in denen*, *deren* open, or a remark that *wie* opens."""
    first, words = syntax.clauses[number].first, syntax.words
    is_remark = words.low[first] == "wie" and syntax.clauses[number].last <= first + REMARK  # …, wie berichtet, …
    is_governed = words.pos[first] == "APPR" and words.low[first + 1 : first + 2] in (["der"], ["dem"], ["denen"])
    return is_remark or is_governed or not {"PRELS", "PRELAT"}.isdisjoint(words.pos[first : first + 2])


def _begin_of_rest(words: Words, clause: Clause, verb: int) -> int:
    """Return the token behind a relative clause that its verb and a comma end, or the first of the clause."""
    closed = [
        f + 2 for f in clause.finite if clause.order == "L" and words.form[f + 1 : f + 2] == [","] and f + 1 < verb
    ]
    return closed[-1] if closed else clause.first


def _waits(syntax: Syntax, clause: Clause) -> bool:
    """Tell a main clause with an auxiliary and no participle yet, which a comma ends."""
    words = syntax.words
    if clause.order not in "12" or len(clause.finite) != 1 or words.form[clause.last - 1] != ",":
        return False
    behind = words.pos[clause.finite[0] : clause.last]
    return behind[0] in ("VAFIN", "VMFIN") and not any(tag in PARTS for tag in behind)
