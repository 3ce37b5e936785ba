"""Edges of a field: a heading that a sentence follows without a stop, and what a single dash adds to a clause."""

from analysis.language.clauses import Clause
from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = ["cut_remark", "skip_heading"]

SMALL = frozenset("ART PROAV ADV APPR APPRART PPER KOUS PPOSAT PDAT PDS".split())  # words with no capital of their own
NAMED = frozenset("NE FM APPR APPRART".split())  # what may stand before a name such as Die Welt
POLITE = frozenset("sie ihr".split())  # pronouns that may be polite: Sie, Ihr


def skip_heading(words: Words, clause: Clause) -> int:
    """Return where a sentence begins behind a heading without a stop: *Neuer Anlauf | Deshalb griff …*; 0 if none."""
    places = range(clause.first + 1, clause.finite[0] if clause.finite else clause.first)
    for i in places:
        is_capital = words.form[i][0].isupper() and words.form[i - 1].isalpha() and words.pos[i] in SMALL
        if (
            is_capital
            and words.low[i] not in ("sie", "ihr")
            and words.pos[i - 1] not in ("NE", "FM", "APPR", "APPRART")
        ):
            return 0 if kind_of(words.form[i - 1]) in ("document", "organisation") else i
    return 0


def cut_remark(words: Words, finite: list[int], last: int) -> int:
    """End a clause before what a single dash adds: *Minister traf Huber | – Neue Pläne*."""
    dashes = [i for i in range(finite[0], last) if words.form[i] in ("–", "—")] if finite else []
    if len(dashes) != 1 or any(words.pos[i][:1] == "V" or words.pos[i] == "PTKVZ" for i in range(dashes[0], last)):
        return last
    return dashes[0] if dashes[0] + 1 < last else last
