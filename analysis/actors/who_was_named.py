"""The scene: who has been named and who has spoken when a speaker's words are read."""

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, field

from analysis.actors.actor_directory import Directory
from analysis.actors.callings import calls_person
from analysis.actors.name_labels import label_before
from analysis.actors.name_parts import Known, Name
from analysis.actors.namings import Mention, Spoken, pronoun_of_words
from analysis.actors.salience import Candidate, likeliest
from analysis.codebook.actors_file import Actor
from analysis.codebook.wordlists import read_classes
from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = ["Scene"]

LONGEST = 30  # tokens: no mention is longer
RECENT = 12  # quotations back among which a pronoun's antecedent is sought
BACK = 3  # sentences back to which a pronoun may refer, from itself or from the same pronoun before it
CHAIN = 12  # sentences back to which a chain of one pronoun reaches
PRONOUNS = {"er": ("er",), "sein": ("er", "es"), "sie": ("sie",), "plural": ("plural",), "ihr": ("sie", "plural"),
            "es": ("es",)}  # fmt: skip
POSSESSIVE = ("sein", "ihr")


@dataclass
class Scene:
    """One article while its speakers are resolved, quotation by quotation."""

    book: Directory
    words: Words
    mentions: list[Mention]
    direct: list[tuple[int, int]]  # characters inside direct quotations: no pronoun refers into them
    names: list[Name] = field(default_factory=list)  # found without the codebook
    known: dict[str, Known] = field(default_factory=dict)  # what the study says of these
    spoken: list[Spoken] = field(default_factory=list)  # outermost quotations, in order
    current: tuple[int, int] = (0, 0)  # characters of the quotation whose speaker is sought
    unnamed: dict[int, list[tuple[Mention, str]]] = field(
        default_factory=dict
    )  # by sentence: people whom nouns alone name, with the pronoun for them
    spoken_for: dict[int, str] = field(default_factory=dict)  # by token: for whom a Konzernsprecher speaks
    settled: dict[tuple[int, int], str] = field(
        default_factory=dict
    )  # the actor of a speaker's words, by their offsets
    authors: list[tuple[int, str]] | None = None  # of studies, by the noun's token; None until somebody asks

    def __post_init__(self) -> None:
        """Index actors by name and mentions by sentence; add the names that the codebook does not know."""
        self.by_name = {actor.name: n for n, actor in enumerate(self.book.actors)}
        taken = {k for m in self.mentions for k in range(m.first, m.stop)}
        strangers = [n for n in self.names if not taken & set(range(n.first, n.stop))]
        self.named = sorted([*self.mentions, *(Mention(n.first, n.stop, n.name) for n in strangers)])
        self.mentions = sorted(self.mentions)
        self.labels = {n.first: n for n in self.names}
        self.in_sentence: dict[int, list[Mention]] = {}
        for mention in self.named:
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
            return name if name in self.known and self.known[name].kind == "organisation" else None
        if actor.kind != "person":
            return name
        number = self.book.speaker_for(self.by_name[name])
        return None if number is None else self.book.actors[number].name

    def within(self, first: int, stop: int) -> list[Mention]:
        """Return the namings that share a token with a span."""
        low = bisect_left(self.named, first - LONGEST, key=lambda m: m.first)
        high = bisect_left(self.named, stop, key=lambda m: m.first)
        return [m for m in self.named[low:high] if m.stop > first]

    def _is_quoted(self, mention: Mention) -> bool:
        start, end = self.words.start[mention.first], self.words.end[mention.stop - 1]
        return any(a <= start and end <= b for a, b in self.direct)

    def is_oblique(self, mention: Mention) -> bool:
        """Tell a mention that cannot be its clause's subject: behind a preposition, in the genitive or dative."""
        words, k = self.words, mention.first
        k = (label_before(words, k) or (k, k))[0]
        floor = words.sentences[words.sentence[k]][0]
        while k > floor and words.pos[k - 1] == "NN" and calls_person(words.form[k - 1]):
            k -= 1  # auf den | Kroaten Huber
        if words.pos[k] != "ART" and k > floor and words.pos[k - 1] in ("ART", "PPOSAT", "PDAT"):
            k -= 1  # mit | ihrer Agentur
        if words.low[k] in read_classes("function_words")["oblique"]:
            return True
        if k > floor and (words.pos[k - 1].startswith("APPR") or words.low[k - 1] == "als"):
            return True
        return self.is_genitive(mention)

    def is_genitive(self, mention: Mention) -> bool:
        """Tell a person's name with the ending -s."""
        low = self.words.low[mention.stop - 1]
        return self.is_person(mention.actor) and low[-1] in "s'’" and not mention.actor.lower().endswith(low)

    def antecedent(self, pronoun: str, token: int) -> str:
        """Find whom a pronoun means: the likeliest subject of the nearest sentence that names anyone fitting.

        Parameters
        ----------
        pronoun : str
            A key of `PRONOUNS`.
        token : int
            The pronoun; in its own sentence only what stands before it counts.

        Returns
        -------
        str
            An actor, a stranger's name, or an empty string.
        """
        best = likeliest(self.candidates(pronoun, token))
        return best.actor if best else ""

    def candidates(self, pronoun: str, token: int) -> Iterator[Candidate]:
        """Yield whoever a pronoun fits, from its own sentence back."""
        here = back = self.words.sentence[token]
        for sentence in range(here, max(-1, here - CHAIN - 1), -1):
            if back - sentence > BACK:
                break
            distance = here - (sentence if back == here else back)
            back = sentence if self._goes_on(pronoun, sentence) else back
            if sentence < here:
                yield from self._speaking(pronoun, sentence, distance)
            named = [m for m in self.in_sentence.get(sentence, []) if self._fits(m.actor, pronoun)]
            unnamed = [m for m, own in self.unnamed.get(sentence, []) if own in PRONOUNS[pronoun]]
            for mention in [*named, *unnamed]:
                if sentence < here or self._stands_before(mention, pronoun, token):
                    yield self._candidate(mention, pronoun, distance)

    def _stands_before(self, mention: Mention, pronoun: str, token: int) -> bool:
        """Tell a naming before a pronoun in its sentence, for *er* in another clause: in *Berg traf er* is another."""
        words = self.words
        between = range(mention.stop, token)
        is_apart = any(words.pos[k].startswith("$") or words.pos[k] == "KON" for k in between)
        return mention.stop <= token and (is_apart or pronoun in POSSESSIVE)

    def _candidate(self, mention: Mention, pronoun: str, distance: int, spoke_in: int = -1) -> Candidate:
        """Weigh a naming: where it stands, and whether its bearer is known to be one whom the pronoun fits.

        `spoke_in` is the sentence of somebody who speaks there and needs no naming.
        """
        is_named = self.is_known(mention.actor)
        is_speaker = spoke_in >= 0
        return Candidate(
            mention.actor,
            distance,
            spoke_in if is_speaker else self.words.sentence[mention.first],
            mention.first,
            is_subject=is_speaker or not self.is_oblique(mention),
            is_speaker=is_speaker,
            is_certain=self.pronoun(mention.actor) in PRONOUNS[pronoun] or not (is_named or is_speaker),
            is_person=self._is_surely_person(mention.actor),
            is_named=is_named,
            is_told=not is_speaker and self._is_told(mention),
            is_own=not is_speaker and self.is_in_current(mention),
        )

    def _goes_on(self, pronoun: str, sentence: int) -> bool:
        """Tell a sentence in which the same pronoun stands, so that whom it means may be named further back."""
        return pronoun in ("er", "sie") and pronoun in self.words.low[slice(*self.words.sentences[sentence])]

    def _speaking(self, pronoun: str, sentence: int, distance: int) -> Iterator[Candidate]:
        """Yield those who speak in a sentence and whom a pronoun fits."""
        for s in self.spoken[-RECENT:]:
            if self._fits(s.actor, pronoun) and (s.speaker_sentence == sentence or self._covers(s, sentence)):
                naming = Mention(-1, -1, s.actor)
                yield self._candidate(naming, pronoun, distance, sentence)

    def is_known(self, name: str) -> bool:
        """Tell a name of the codebook or one that was found from words of which nothing is known."""
        return name in self.known or name in self.by_name

    def _is_surely_person(self, name: str) -> bool:
        """Tell a person by name or by a noun, from words of which nothing is known."""
        return self.is_person(name) if self.is_known(name) else any(kind_of(form) == "person" for form in name.split())

    def _covers(self, spoken: Spoken, sentence: int) -> bool:
        """Tell a sentence that is somebody's speech from end to end: in it *er* is likelier who speaks."""
        first, last = self.words.sentences[sentence]
        return spoken.start <= self.words.start[first] and self.words.end[last - 1] <= spoken.end + 1

    def _is_told(self, mention: Mention) -> bool:
        """Tell a mention inside what somebody is reported to have said."""
        start = self.words.start[mention.first]
        return any(s.actor and s.start <= start < s.end for s in self.spoken[-RECENT:])

    def is_in_current(self, mention: Mention) -> bool:
        """Tell a mention inside the quotation whose speaker is sought: *Huber sei krank, sagte er*."""
        return self.current[0] <= self.words.start[mention.first] < self.current[1]

    def add(self, mention: Mention) -> None:
        """Add a naming that was found by what stands before it, in its place."""
        insort(self.named, mention)
        if not self._is_quoted(mention):
            insort(self.in_sentence.setdefault(self.words.sentence[mention.first], []), mention)

    def remove(self, mention: Mention) -> None:
        """Take away a naming that is another's."""
        self.named.remove(mention)
        here = self.in_sentence.get(self.words.sentence[mention.first], [])
        if mention in here:
            here.remove(mention)

    def _fits(self, name: str, pronoun: str) -> bool:
        own = self.pronoun(name)
        if not name or own in PRONOUNS[pronoun]:
            return bool(name)
        if own or pronoun == "plural":
            return False
        return self.is_person(name) if pronoun in ("er", "sein") else pronoun != "es" or not self.is_person(name)

    def pronoun(self, name: str) -> str:
        """Return what refers back to somebody: by the codebook, by their first name or title, or by their words."""
        actor = self.actor(name)
        if actor is not None:
            return actor.pronoun
        if name in self.known and (self.known[name].pronoun or self.known[name].kind == "person"):
            return self.known[name].pronoun
        return pronoun_of_words(name)

    def is_person(self, name: str) -> bool:
        """Tell a person, or somebody of whom nothing else is known, from institutions and groups."""
        actor = self.actor(name)
        if actor is not None:
            return actor.kind == "person"
        return name not in self.known or self.known[name].kind == "person"
