"""Pieces of a field: what belongs to one verb, and the stretches without a verb that marks part from their clause."""

from dataclasses import dataclass

from analysis.language.clauses import Clause, Syntax
from analysis.language.phrase_forms import GRAMMAR, PREPOSITIONS
from analysis.language.words import Words

__all__ = [
    "NONFINITE",
    "OPENERS",
    "VerbField",
    "is_verb_last",
    "pieces_before",
    "pieces_behind",
    "skip_place",
]

OPENERS = frozenset("KOUS PRELS PRELAT PWAV PWS PWAT".split())
NONFINITE = ("VVPP", "VVINF")
DASHES = frozenset("– — -".split())
SOFT = frozenset(", ) (".split())  # what may part a phrase from its own verb


@dataclass(frozen=True)
class VerbField:
    """What belongs to a verb: token ranges in order, the finite verb's token (or None), and how the clause is built.

    ``order`` is that of the clause (1, 2, L, z, 0) and ``whole`` its first token; ``is_half`` if *und* or a comma joins
    the verb to one before it, which then may lend its subject; ``is_mistagged`` if the verb looks like a participle or
    infinitive but must be finite, since its clause has no other verb.
    """

    ranges: tuple[tuple[int, int], ...]
    finite: int | None
    order: str
    whole: int = 0
    is_half: bool = False
    is_mistagged: bool = False

    @property
    def first(self) -> int:
        """The first token."""
        return self.ranges[0][0]

    @property
    def last(self) -> int:
        """The token after the last."""
        return self.ranges[-1][1]


def skip_place(words: Words, first: int, last: int) -> int:
    """Return the token behind the place that opens a report: *Bonn/Kiew – | Die Polizei …*."""
    dashes = [i for i in range(first, last) if words.form[i] in DASHES]
    is_place = len(dashes) == 1 and all(
        words.pos[i] in ("NE", "FM") or words.form[i] == "/" for i in range(first, dashes[0])
    )
    return dashes[0] + 1 if is_place else first


def pieces_behind(syntax: Syntax, clause: Clause, last: int) -> list[tuple[int, int]]:
    """List what follows two dashes that part a clause: *liefert – wie gewohnt – | den Zugriff*."""
    words = syntax.words
    number = syntax.clause[clause.first] + 1
    if last < clause.last or words.form[last - 1] not in DASHES or number == len(syntax.clauses):
        return []
    after = syntax.clauses[number]
    if after.sentence != clause.sentence or after.finite or after.order == "z":
        return []
    second = next((i for i in range(after.first + 1, after.last - 1) if words.form[i] in DASHES), None)
    return [(second + 1, after.last)] if second is not None else []


def pieces_before(syntax: Syntax, clause: Clause) -> list[tuple[int, int]]:
    """List the pieces without a verb before a clause that belong to it; relative clauses between them are passed over.

    A piece behind a dash or colon is a place or a title, none of the clause.
    """
    words = syntax.words
    if clause.order == "z":
        return _object_before(syntax, clause)
    if not clause.finite or words.pos[clause.first] in OPENERS | {"KON"} or _relates_behind(words, clause.first):
        return []
    numbers = syntax.sentences[clause.sentence].clauses
    at = next(n for n in numbers if syntax.clauses[n].first == clause.first)
    if (opening := _opening_before(syntax, clause, at, numbers[0])) is not None:
        return [(opening.first, opening.last)]
    pieces = _verbless_before(syntax, clause, at, numbers[0])
    is_adverbial = bool(pieces) and words.pos[pieces[0][0]].startswith("APPR")
    is_other = bool(pieces) and words.pos[pieces[0][0]] not in OPENERS and _is_relative_last(words, clause)
    return [] if is_adverbial or is_other else pieces


def _is_relative_last(words: Words, clause: Clause) -> bool:
    """Tell a relative clause whose pronoun looks like an article: *Kopien, | die Unbekannte verteilt hatten*."""
    is_relative = words.low[clause.first] in GRAMMAR["relative"] and words.form[clause.first - 1] == ","
    return is_relative and is_verb_last(words, clause)


def _opening_before(syntax: Syntax, clause: Clause, at: int, begin: int) -> Clause | None:
    """Find the piece that opens a subordinate clause, which a relative clause parts from its verb."""
    words = syntax.words
    if not is_verb_last(words, clause) or at - 2 < begin:
        return None
    if _is_between_dashes(syntax, at):
        return syntax.clauses[at - 2]
    number = at - 2
    while number > begin and words.form[syntax.clauses[number].first] == "(":
        number -= 1  # dass die Bank | (EZB), | die … ist, | den Schein einzieht
    opening = syntax.clauses[number]
    return opening if _is_opened_before(words, opening, syntax.clauses[at - 1]) else None


def _is_between_dashes(syntax: Syntax, at: int) -> bool:
    """Tell two dashes that part a subordinate clause: *wo die Helfer – wie immer – | die Arbeit übernahmen*."""
    words, opening, aside = syntax.words, syntax.clauses[at - 2], syntax.clauses[at - 1]
    has_dashes = all(words.form[piece.last - 1] in DASHES for piece in (opening, aside))
    return has_dashes and words.pos[opening.first] in OPENERS and not opening.finite


def _verbless_before(syntax: Syntax, clause: Clause, at: int, begin: int) -> list[tuple[int, int]]:
    """List the pieces without a verb, from the clause numbered `begin` on, that may belong to the one numbered `at`."""
    words, pieces = syntax.words, []
    starts_with_verb = clause.finite[0] == clause.first
    for before in (syntax.clauses[n] for n in range(at - 1, begin - 1, -1)):
        opens = words.pos[before.first] in OPENERS  # weil er im Film – | Zwei Tage – | geschossen hatte
        if not _may_belong(words, before, opens=opens, starts_with_verb=starts_with_verb):
            break
        if before.finite or before.order == "z":
            continue
        colons = [i + 1 for i in range(before.first, before.last - 1) if words.form[i] == ":"]
        begin = max([skip_place(words, before.first, before.last), *colons])  # Huber: Nein, | ich verteidige …
        pieces.insert(0, (begin, before.last))
        if opens:
            break
    return pieces


def _object_before(syntax: Syntax, clause: Clause) -> list[tuple[int, int]]:
    """Find the object that a comma parts from its infinitive: *er droht, | Lager, auch die neuen, | zu stürmen*."""
    words, number = syntax.words, syntax.clause[clause.first]
    is_bare = words.pos[clause.first] in ("PTKZU", "VVIZU") and words.form[clause.first - 1] == ","
    before = syntax.clauses[number - 1]
    if before.order == "L" and number > 1:
        before = syntax.clauses[number - 2]  # Transporte, | wie es geplant war, | zu stoppen
        if is_bare and words.low[before.first] in GRAMMAR["infinitive"] and not before.finite:
            return [(before.first, before.last)]  # um Huber, | der dort wohnte, | zu verhaften
    if not is_bare or not number or before.sentence != clause.sentence or not before.finite:
        return []
    commas = [i for i in range(before.finite[-1], before.last - 1) if words.form[i] == ","]
    return [(commas[0] + 1, before.last)] if commas else []


def _is_opened_before(words: Words, opening: Clause, relative: Clause) -> bool:
    """Tell a clause whose relative clause parts it in two: *dass die Leute, die kamen, | das Haus besetzten*."""
    is_relative = bool(relative.finite) and "PRELS" in words.pos[relative.first : relative.first + 2]
    return is_relative and words.pos[opening.first] in ("KOUS", "PWS", "PWAV") and not opening.finite


def _has_dash(words: Words, clause: Clause) -> bool:
    """Tell a piece that a second dash parts: *Die Partei – | bisher dafür –*."""
    return any(words.form[i] in DASHES for i in range(clause.first + 1, clause.last - 1))


def _may_be_parted(words: Words, before: Clause, *, starts_with_verb: bool) -> bool:
    """Tell a piece whose last mark, a soft one or a second dash, may part it from its own verb."""
    mark = words.form[before.last - 1]
    return mark in SOFT or (starts_with_verb and mark in DASHES and _has_dash(words, before))


def _may_belong(words: Words, before: Clause, *, opens: bool, starts_with_verb: bool) -> bool:
    """Tell a piece, or a relative clause behind one, from a clause of its own: *wenn er das untersucht, | könnte …*."""
    if not opens and not _may_be_parted(words, before, starts_with_verb=starts_with_verb):
        return False
    if opens and starts_with_verb and any(tag in NONFINITE for tag in words.pos[before.first : before.last]):
        return bool(before.finite) and words.pos[before.first] != "KOUS"
    if not before.finite:
        return _may_piece_belong(words, before, starts_with_verb=starts_with_verb)
    goes_on = words.pos[before.first] == "KON" and is_verb_last(words, before)  # mit denen Huber (SPD) | und sie warben
    return (before.order == "L" or opens or goes_on) and starts_with_verb and words.pos[before.first] != "KOUS"


def _may_piece_belong(words: Words, before: Clause, *, starts_with_verb: bool) -> bool:
    """Tell a piece without a finite verb, or an infinitive behind one: *den Plan, | zu gehen, | lehnte er ab*."""
    if starts_with_verb:
        return before.order in ("0", "z")
    return before.order == "0" and not (before.opener == "PRELS" and _ends_in_participle(words, before))


def _ends_in_participle(words: Words, clause: Clause) -> bool:
    """Tell a relative clause whose verb looks like a participle: *ein Update, das sie ersetzt, | weitere folgen*."""
    last = clause.last - 2
    return words.pos[last] == "VVPP" and words.low[last].endswith("t") and not words.low[last].startswith("ge")


def is_verb_last(words: Words, clause: Clause) -> bool:
    """Tell a clause that ends in its finite verb, which is not its first word."""
    if not clause.finite or clause.finite[0] == clause.first:
        return False
    return all(words.pos[i].startswith("$") for i in range(clause.finite[-1] + 1, clause.last))


def _relates_behind(words: Words, i: int) -> bool:
    """Tell a relative clause that a preposition opens: *unter dem*."""
    return words.pos[i] in PREPOSITIONS and words.pos[i + 1 : i + 2] in (["PRELS"], ["PRELAT"])
