"""Salience: how likely each of those named before is the one whom a pronoun means, as a sum of a few round weights."""

from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["BodyCandidate", "Candidate", "likeliest", "likeliest_body"]

# Round weights, set by hand: each says how many sentences nearer somebody must stand to outweigh it (`BACK` is one).
BACK = 3  # taken off for each sentence between
SUBJECT = 2  # stands where its clause's subject may
SPEAKER = 1  # is who speaks in that sentence
CERTAIN = 4  # is known to be of the pronoun's gender and number, not only not known to be of another
PERSON = 2  # er, sie: people rather than bodies
NAMED = 3  # by a name, not only by a noun
TOLD = -2  # stands in what somebody is reported to have said
OWN = -4  # stands in the very words whose speaker is sought: "Huber sei krank, sagte er"
OFTEN, FAR = 3, 4  # bodies: namings that count, sentences back that count
LEAST, MARGIN = 3, 2  # bodies: the sum that is asked for, and by how much it must be higher than all others
AGAIN = 2  # namings that count as one point for a description of a person
OTHER = -8  # is called by an office, and has been named with another title


class Candidate(NamedTuple):
    """Somebody named before a pronoun: in which sentence, counted back, and how."""

    actor: str
    back: int
    sentence: int
    first: int
    is_subject: bool
    is_speaker: bool
    is_certain: bool
    is_person: bool
    is_named: bool
    is_told: bool = False
    is_own: bool = False
    is_other: bool = False
    n_named: int = 0  # so far, where that counts

    @property
    def score(self) -> int:
        """Return the sum of the weights that hold."""
        return (
            SUBJECT * self.is_subject
            + SPEAKER * self.is_speaker
            + CERTAIN * self.is_certain
            + PERSON * self.is_person
            + NAMED * self.is_named
            + TOLD * self.is_told
            + OWN * self.is_own
            + OTHER * self.is_other
            + min(self.n_named // AGAIN, AGAIN)
            - BACK * self.back
        )


def likeliest(candidates: Iterable[Candidate]) -> Candidate | None:
    """Return who has the highest score; of equals whoever stands in the later sentence, then whoever stands first.

    Examples
    --------
    >>> speaker = Candidate("Huber", 1, 0, 0, True, True, is_certain=True, is_person=True, is_named=True)
    >>> likeliest([speaker, speaker._replace(actor="Berg", first=5, is_speaker=False)]).actor
    'Huber'
    """
    return max(candidates, key=lambda c: (c.score, c.sentence, -c.first), default=None)


class BodyCandidate(NamedTuple):
    """A body named before a description of one: how many sentences back, how often so far, and how."""

    actor: str
    back: int
    n_named: int
    is_subject: bool
    is_certain: bool

    @property
    def score(self) -> int:
        """Return the sum of the weights that hold."""
        return SUBJECT * self.is_subject + CERTAIN * self.is_certain + min(self.n_named, OFTEN) - min(self.back, FAR)


def likeliest_body(candidates: Iterable[BodyCandidate]) -> BodyCandidate | None:
    """Return which body has the highest score by a margin and is of the kind that the noun calls; else None.

    A name of which nothing is known and that stands nearer as a subject may be the one that is meant: None again.
    """
    ranked = sorted(candidates, key=lambda c: (-c.score, c.back))
    if not ranked or not ranked[0].is_certain or ranked[0].score < LEAST:
        return None
    best, *rivals = ranked
    is_clear = not rivals or best.score - rivals[0].score >= MARGIN
    is_hidden = any(c.back < best.back and c.is_subject and not c.is_certain for c in rivals)
    return best if is_clear and not is_hidden else None
