"""Verb words: all words of a clause that make one verb: *hat … erklärt*, *teilte … mit*, *äußerte sich dazu*."""

from analysis.language.clauses import Clause, Syntax

__all__ = ["find_verb_words"]


def find_verb_words(syntax: Syntax, clause: Clause) -> list[int]:
    """List the words of a clause's verb: finite verb, participle or infinitive, particle, *sich*, *darauf*, *davon*."""
    if not clause.finite:
        return [i for i in range(clause.first, clause.last) if syntax.cue[i]][:1]
    return [i for i in range(clause.first, clause.last) if i == clause.finite[0] or _is_verb_word(syntax, clause, i)]


def _is_verb_word(syntax: Syntax, clause: Clause, i: int) -> bool:
    """Tell a word that makes one predicate with the finite verb of its clause."""
    words, verb = syntax.words, clause.finite[0]
    if words.pos[verb][:2] in ("VA", "VM") and words.pos[i] in ("VVPP", "VVINF", "VAPP", "VAINF"):
        return True
    if words.pos[i] == "PROAV":
        return words.low[i].startswith("da") and i > verb
    is_impersonal = words.low[i] == "es" and words.lemma[verb] in ("heißen", "werden")
    return words.pos[i] in ("PTKVZ", "PRF") or words.low[i] == "bekannt" or is_impersonal
