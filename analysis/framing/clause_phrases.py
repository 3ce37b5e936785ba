"""Phrases of a clause: which of its noun phrases can be subject or object, with the cases that their forms allow."""

from dataclasses import replace

from analysis.framing.antecedents import antecedent
from analysis.framing.constituents import Phrase, end_of_phrase, is_possessor, is_role, join_second
from analysis.framing.field_pieces import VerbField
from analysis.framing.prepositions import governs, skip_bound, skip_governed
from analysis.language.agreement import is_feminine
from analysis.language.clauses import Syntax
from analysis.language.phrase_forms import GRAMMAR, PREPOSITIONS, PRONOUN_CASES, cases_of, number_of
from analysis.language.words import Words

__all__ = ["find_phrases", "phrases_of"]

MARKS = frozenset("„ “ ” \" » « ' ‚ ‘ – -".split())


def find_phrases(syntax: Syntax, first: int, last: int, *, is_relative: bool = False) -> list[Phrase]:
    """List the phrases between two tokens that neither a preposition nor *wie* and *als* governs and that are no time.

    In a relative clause (`is_relative`) the pronoun that opens it is one, also where it is tagged as an article.
    """
    words = syntax.words
    i, found = _open_clause(words, first, last, is_relative=is_relative)
    while i < last:
        if governs(words, i, first, last) and not skip_bound(words, i, last):
            i = skip_governed(syntax, i + 1, last)
            continue
        begin = skip_bound(words, i, last) or i
        end = end_of_phrase(words, begin, last)
        if end > begin and is_role(words, begin, end, last):
            end = join_second(words, end, last)
            own = begin + is_possessor(words, begin)
            found.append(Phrase(begin, end, cases_of(words, own, end), number_of(words, own, end)))
        i = max(end, begin + 1)
    return found


def _open_clause(words: Words, first: int, last: int, *, is_relative: bool) -> tuple[int, list[Phrase]]:
    """Pass over marks and a relative pronoun that opens the clause, also one that is tagged as an article."""
    i = first
    while i < last and words.form[i] in MARKS:
        i += 1
    if i < last and is_relative and words.low[i] in GRAMMAR["relative"] and words.form[i - 1 : i] == [","]:
        is_plural = False if words.low[i] == "das" else None
        return i + 1, [Phrase(i, i + 1, PRONOUN_CASES[words.low[i]], is_plural)]
    return i, []


def phrases_of(syntax: Syntax, field: VerbField) -> list[Phrase]:
    """List the phrases of a field; before the verb of a main clause stands one, what follows there explains it."""
    phrases = _phrases_of_ranges(syntax, field)
    if field.order not in "12" or field.finite is None or field.is_half:
        return phrases
    before = [p for p in phrases if p.first < field.finite]
    if before and _is_list(syntax.words, before[0].stop, field.finite):
        before[0] = replace(before[0], is_plural=None)
    return [*before[: 0 if _opens_with_preposition(syntax.words, field) else 1], *phrases[len(before) :]]


def _phrases_of_ranges(syntax: Syntax, field: VerbField) -> list[Phrase]:
    """List all phrases of a field; the relative pronoun *die* has the number of what it stands for."""
    is_relative = field.order == "L" and not field.is_half
    phrases = [
        p
        for n, (first, last) in enumerate(field.ranges)
        for p in find_phrases(syntax, first, last, is_relative=is_relative and not n)
    ]
    if is_relative and phrases and _is_relative_die(syntax.words, field, phrases[0]):
        phrases[0] = replace(phrases[0], is_plural=_number_before(syntax.words, phrases[0].first))
    return phrases


def _is_relative_die(words: Words, field: VerbField, phrase: Phrase) -> bool:
    """Tell the pronoun *die*, alone at the beginning of its clause, which shows no number."""
    return phrase.stop == field.first + 1 and words.low[field.first] == "die"


def _opens_with_preposition(words: Words, field: VerbField) -> bool:
    """Tell *vor der Wahl* from the adverb in *vor allem | Jüngere*."""
    pair = "_".join(words.low[field.first : field.first + 2])
    return words.pos[field.first] in PREPOSITIONS and pair not in GRAMMAR["adverb"]


def _number_before(words: Words, i: int) -> bool | None:
    """Tell the number of *die* by the one noun that it stands for: *die Partei, | die viele wählen*."""
    first, stop = antecedent(words, i, i + 1)
    nouns = [k for k in range(first, stop) if words.pos[k] in ("NN", "NE")]
    if stop == i + 1 or len(nouns) != 1 or words.pos[nouns[0]] != "NN":
        return None
    is_plural = number_of(words, first, stop)
    return is_plural if is_plural or is_feminine(words.lemma[nouns[0]]) else None


def _is_list(words: Words, first: int, last: int) -> bool:
    """Tell what continues a list behind its first phrase: *das Land* | *, der Bund sowie Städte* | übernahmen."""
    return words.form[first] == "," and any(words.low[i] in GRAMMAR["join"] for i in range(first, last))
