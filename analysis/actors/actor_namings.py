"""Namings: the words that name an actor in one place, their labels, and which of them that touch are one naming."""

from dataclasses import dataclass
from typing import Self

from analysis.actors.name_labels import label_before, label_beside, phrase_start
from analysis.actors.titles_beside import are_name_and_title, is_title_before
from analysis.language.words import Words

__all__ = ["Naming", "find_own_labels", "join_namings"]


@dataclass
class Naming:
    """A naming of an actor: its tokens, its characters, and the spans of its labels, in tokens."""

    actor: int
    first: int
    stop: int
    end: int  # offset; inside a token for the first part of a compound
    is_described: bool = False  # the words are no name: "der Präsident"
    labels: tuple[tuple[int, int], ...] = ()

    @property
    def span(self) -> tuple[int, int]:
        """Its tokens: first, stop."""
        return self.first, self.stop

    def may_join(self, other: Self) -> bool:
        """Tell a naming of the same actor, both by words that name and do not describe."""
        return self.actor == other.actor and not (self.is_described or other.is_described)


def find_own_labels(words: Words, naming: Naming, floor: int) -> None:
    """Find the words before and beside a name; a description and a common noun are part of their label."""
    i, stop = naming.first, naming.stop
    before = label_before(words, i, floor=floor)
    if before and _is_genitive_attribute(words, before, stop):
        before = None  # "der Ziehvater Tokajews": the words name somebody else
    beside = label_beside(words, before[0] if before else i, stop)
    if naming.is_described:
        naming.first = phrase_start(words, before[0] if before else i, floor)
        before = (naming.first, stop)
    elif before and words.pos[i - 1] == "ADJA" and words.pos[stop - 1] == "NN":
        before = (before[0], stop)  # "die autoritäre Staatsführung"
    naming.labels = tuple([before] if before else []) + tuple(beside)


def _is_genitive_attribute(words: Words, label: tuple[int, int], stop: int) -> bool:
    has_article = words.pos[label[0]] in ("ART", "PPOSAT", "PDAT")
    is_title = words.pos[label[1] - 1] == "NN" and words.low[label[1] - 1][-1] not in "sn"
    return has_article and is_title and words.low[stop - 1][-1] in "s'’" and words.low[label[0]] not in ("des", "eines")


def join_namings(words: Words, namings: list[Naming]) -> list[Naming]:
    """Make one of two namings of one actor that touch: *Militärallianz OVKS*, *Organisation … (OVKS)*."""
    joined: list[Naming] = []
    for naming in sorted(namings, key=lambda n: (n.first, -n.stop)):
        if not joined:
            joined.append(naming)
        elif naming.first >= joined[-1].stop:  # one inside another is none
            joined[-1:] = _join_two(words, joined[-1], naming)
    return joined


def _join_two(words: Words, last: Naming, naming: Naming) -> list[Naming]:
    """Give the one naming that two in a row make, or both if they are two: *Militärallianz* | *OVKS*."""
    if last.may_join(naming) and are_name_and_title(words, last.span, naming.span):
        return [naming if is_title_before(words, last.span, naming.span) else last]
    if last.actor != naming.actor or not _touches(words, last, naming):
        return [last, naming]
    if words.form[last.stop] == "(":
        return [_with_bracketed(words, last, naming)]
    return [_with_name_as_label(last, naming)]


def _with_bracketed(words: Words, last: Naming, naming: Naming) -> Naming:
    """Lengthen a name over the short one in brackets behind it: *Organisation … | (OVKS)*."""
    last.stop, last.end = naming.stop + 1, words.end[naming.stop]
    last.labels = tuple(label for label in last.labels if label[0] < last.first)
    return last


def _with_name_as_label(last: Naming, naming: Naming) -> Naming:
    """Make a name the label of the one right behind it: *Militärallianz | OVKS*."""
    first = min([last.first, *(a for a, b in last.labels if b in (last.first, last.stop))])
    naming.labels = ((first, naming.first), *(label for label in naming.labels if label[0] >= naming.stop))
    return naming


def _touches(words: Words, last: Naming, naming: Naming) -> bool:
    """Tell a naming directly behind another, or in brackets behind it."""
    is_bracketed = words.form[last.stop : naming.first] == ["("] and words.form[naming.stop : naming.stop + 1] == [")"]
    return naming.first == last.stop or is_bracketed
