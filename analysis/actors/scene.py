"""The scene: who has been named and who has spoken when a speaker's words are read."""

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

from analysis.actors.directory import Directory
from analysis.actors.labels import is_title, label_before
from analysis.codebook.actors_file import Actor
from analysis.language.words import Words

__all__ = ["Mention", "Scene", "Spoken"]

LONGEST = 30  # tokens: no mention is longer
RECENT = 12  # quotations back among which a pronoun's antecedent is sought
BACK = 3  # sentences back to which a pronoun may refer
FEMININE = ("die", "eine", "diese", "einige", "mehrere", "viele")  # or plural: not what "er" refers to
PRONOUNS = {"er": ("er",), "sein": ("er", "es"), "sie": ("sie", "plural"), "ihr": ("sie", "plural"), "es": ("es",)}


class Mention(NamedTuple):
    """A mention in tokens; `actor` is a name of the codebook or, for somebody it does not know, the words."""

    first: int
    stop: int
    actor: str


class Spoken(NamedTuple):
    """A quotation that is settled: its characters, the sentences of its start, end and speaker, and the actor."""

    start: int
    end: int
    last_sentence: int
    speaker_sentence: int
    actor: str
    cue: str
    by_spokesperson: bool


@dataclass
class Scene:
    """One article while its speakers are resolved, quotation by quotation."""

    book: Directory
    words: Words
    mentions: list[Mention]
    direct: list[tuple[int, int]]  # characters inside direct quotations: no pronoun refers into them
    spoken: list[Spoken] = field(default_factory=list)  # outermost quotations, in order
    known: dict[tuple[int, int], str] = field(default_factory=dict)  # the actor of a speaker's words, by their offsets

    def __post_init__(self) -> None:
        """Index actors by name and mentions by sentence; add the names that the codebook does not know."""
        self.mentions = sorted(self.mentions)
        self.by_name = {actor.name: n for n, actor in enumerate(self.book.actors)}
        self.in_sentence: dict[int, list[Mention]] = {}
        for mention in sorted([*self.mentions, *self._strangers()]):
            if not self._is_quoted(mention):
                self.in_sentence.setdefault(self.words.sentence[mention.first], []).append(mention)

    def actor(self, name: str) -> Actor | None:
        """Return the codebook's entry for a name, or None."""
        number = self.by_name.get(name)
        return None if number is None else self.book.actors[number]

    def spokesperson_of(self, name: str) -> str | None:
        """Return whose word a spokesperson's is: an institution's own; a person's, if the codebook knows who speaks."""
        actor = self.actor(name)
        if actor is None:
            return None
        if actor.kind != "person":
            return name
        number = self.book.speaker_for(self.by_name[name])
        return None if number is None else self.book.actors[number].name

    def within(self, first: int, stop: int) -> list[Mention]:
        """Return the mentions that share a token with a span."""
        low = bisect_left(self.mentions, first - LONGEST, key=lambda m: m.first)
        high = bisect_left(self.mentions, stop, key=lambda m: m.first)
        return [m for m in self.mentions[low:high] if m.stop > first]

    def _is_quoted(self, mention: Mention) -> bool:
        start, end = self.words.start[mention.first], self.words.end[mention.stop - 1]
        return any(a <= start and end <= b for a, b in self.direct)

    def _strangers(self) -> list[Mention]:
        """Find names of persons that the codebook does not know: two names in a row, or one behind a title."""
        words, known = self.words, {k for m in self.mentions for k in range(m.first, m.stop)}
        found, i, land = [], 0, self.book.land
        while i < len(words):
            stop = i
            while stop < len(words) and words.pos[stop] == "NE" and not (stop in known or words.low[stop] in land):
                stop += 1
            has_title = stop > i > 0 and words.pos[i - 1] == "NN" and is_title(words.form[i - 1])
            is_place = i > 0 and not has_title and words.low[i - 1] in ("in", "nach", "aus", "bei", "im", "am")
            if (stop - i >= 2 and not is_place) or has_title:
                first = (label_before(words, i) or (i, i))[0] if has_title else i
                found.append(Mention(i, stop, words.text[words.start[first] : words.end[stop - 1]]))
            i = max(stop, i + 1)
        return found

    def is_oblique(self, mention: Mention) -> bool:
        """Tell a mention that cannot be its clause's subject: behind a preposition, in the genitive or dative."""
        words, k = self.words, mention.first
        k = (label_before(words, k) or (k, k))[0]
        floor = words.sentences[words.sentence[k]][0]
        article = words.low[k] if words.pos[k] == "ART" else words.low[k - 1] if k > floor else ""
        if article in ("den", "dem", "des", "einen", "einem", "eines", "einer"):
            return True
        if k > floor and (words.pos[k - 1].startswith("APPR") or words.low[k - 1] == "als"):
            return True
        return self.is_genitive(mention)

    def is_genitive(self, mention: Mention) -> bool:
        """Tell a person's name with the ending -s."""
        actor, low = self.actor(mention.actor), self.words.low[mention.stop - 1]
        return bool(actor) and actor.kind == "person" and low[-1] in "s'’" and not actor.name.lower().endswith(low)

    def antecedent(self, pronoun: str, token: int, *, persons_first: bool = True) -> str:
        """Find whom a pronoun means: the likeliest subject of the nearest sentence that names anyone fitting.

        Parameters
        ----------
        pronoun : str
            A key of `PRONOUNS`.
        token : int
            The pronoun; in its own sentence only what stands before it counts.
        persons_first : bool
            Prefer persons to institutions in the same sentence.

        Returns
        -------
        str
            An actor, a stranger's name, or an empty string.
        """
        here = self.words.sentence[token]
        for sentence in range(here, max(-1, here - BACK - 1), -1):
            fitting = []
            for spoken in self.spoken[-RECENT:]:
                if spoken.speaker_sentence == sentence < here and self._fits(spoken.actor, pronoun):
                    fitting.append((False, persons_first and not self._is_person(spoken.actor), -1, spoken.actor))
            for mention in self.in_sentence.get(sentence, []):
                oblique = self.is_oblique(mention)
                is_before = sentence < here or (mention.stop <= token and not oblique)
                if is_before and self._fits(mention.actor, pronoun):
                    rank = persons_first and not self._is_person(mention.actor)
                    fitting.append((oblique, rank, mention.first, mention.actor))
            if fitting:
                return min(fitting)[-1]
        return ""

    def _fits(self, name: str, pronoun: str) -> bool:
        actor, first = self.actor(name), name.partition(" ")[0].lower()
        if actor is None and first in FEMININE and pronoun in ("er", "sein", "es"):
            return False
        return bool(name) and (actor is None or not actor.pronoun or actor.pronoun in PRONOUNS[pronoun])

    def _is_person(self, name: str) -> bool:
        actor = self.actor(name)
        return actor is None or actor.kind == "person"
