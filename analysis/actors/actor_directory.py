"""Directory: the codebook's names, offices and metonyms, ready to be looked up, and where they stand in a text."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from analysis.codebook.actors_file import Actor, Country
from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = [
    "ADJECTIVE",
    "Directory",
    "Found",
    "Pattern",
    "match_names",
    "named_in_compound",
]

ADJECTIVE = ("e", "er", "es", "en", "em")


@dataclass(frozen=True)
class Pattern:
    """Words that name an actor: for each word the forms it may take, lower case.

    `kind` is ``name``, ``surname`` (may be shared), ``description`` (*81-Jähriger*), ``office`` (needs context),
    ``national office`` (it names its country: *US-Präsident*) or ``metonym``.
    """

    kind: str
    actors: tuple[int, ...]
    forms: tuple[frozenset[str], ...]


TWO = 2  # letters of an abbreviation that another word may have (IS, EU, UN)
SMALL_TAGS = frozenset(("VAFIN", "VMFIN", "ADV", "APPR", "KON", "KOUS", "PPER"))  # *Ist* is no IST, *Wer* no WER


@dataclass(frozen=True)
class Found:
    """A place where a pattern matches: tokens from `first` up to `stop`."""

    first: int
    stop: int
    kind: str
    actors: tuple[int, ...]


@dataclass
class Directory:
    """The codebook, ready to be looked up.

    Attributes
    ----------
    actors : list of Actor
    patterns : dict from the first word's form to the patterns that begin so, longest first
    tails : dict from an ending of the noun an actor is called by to these actors, for *das Ministerium*
    particles : set of str, the small words that a last name or another name begins with (*von*, *dpa*)
    metonyms : dict from a place to the actor it stands for
    land : dict from a form of a country's name or capital to the country's name; adjectives : likewise
    """

    actors: list[Actor]
    countries: list[Country]
    patterns: dict[str, list[Pattern]] = field(default_factory=dict)
    tails: dict[str, tuple[int, ...]] = field(default_factory=dict)
    land: dict[str, str] = field(default_factory=dict)
    adjectives: dict[str, str] = field(default_factory=dict)
    particles: set[str] = field(default_factory=set)
    metonyms: dict[str, int] = field(default_factory=dict)

    def speaker_for(self, actor: int) -> int | None:
        """Return the one actor who speaks for another, or None."""
        name = self.actors[actor].name
        return next((n for n, a in enumerate(self.actors) if a.speaks_for == name), None)


def _match_end(words: Words, i: int, pattern: Pattern) -> int:
    """Return the token after the match of a pattern at token `i`, or 0."""
    stop = i + len(pattern.forms)
    if stop > len(words) or words.sentence[stop - 1] != words.sentence[i]:
        return 0
    return stop if all(words.low[i + k] in forms for k, forms in enumerate(pattern.forms) if k) else 0


def _look_up(book: Directory, words: Words, i: int) -> list[Pattern]:
    """Return the patterns that may begin at a token: by its form, else (nouns, no last names) by its lemma."""
    patterns = book.patterns.get(words.low[i])
    if patterns is None and words.pos[i] == "NN":
        by_lemma = book.patterns.get(words.lemma[i].lower(), ())
        return [p for p in by_lemma if len(p.forms) == 1 and p.kind != "surname"]  # *in den Kellern* names no Keller
    return [p for p in patterns or [] if not _is_other_word(book, p, words, i)]


def _is_other_word(book: Directory, pattern: Pattern, words: Words, i: int) -> bool:
    """Tell a word that has the letters of a one-word name but not its capitals: *Is* for *IS*, *grünes*, *neuer*."""
    form = words.form[i]
    if len(pattern.forms) > 1 or pattern.kind not in ("name", "surname"):
        return False
    if pattern.kind == "surname":
        return _is_adjective(words, i) or (form[0].islower() and words.low[i] not in book.particles)
    if _is_adjective(words, i) and form[-2:] in ("es", "em") and not kind_of(words.form[i + 1]):
        return True  # *Grünes Licht*
    is_short = not form.isupper() and (len(form) == TWO or words.pos[i] in SMALL_TAGS)
    return (is_short or form[0].islower()) and not _is_written_so(book, pattern, form)


def _is_written_so(book: Directory, pattern: Pattern, form: str) -> bool:
    """Tell a form in which the codebook writes a body, or of a person, or of a body that it writes small."""
    owners = [book.actors[n] for n in pattern.actors]
    written = [name for owner in owners for name in (owner.name, *owner.aliases)]
    return any(owner.kind == "person" for owner in owners) or any(form == name or name[0].islower() for name in written)


def _is_adjective(words: Words, i: int) -> bool:
    """Tell an adjective before its noun, which a last name may look like: *Neuer Vorsitzender*."""
    return words.pos[i] == "ADJA" and words.pos[i + 1 : i + 2] == ["NN"]


def named_in_compound(book: Directory, words: Words, i: int) -> Pattern | None:
    """Find the name that a compound begins with: *OVKS*-Truppen, *Putin*-Sprecher; never an office."""
    first, _, rest = words.low[i].partition("-")
    if not rest or not words.form[i][0].isupper():
        return None
    fitting = [p for p in book.patterns.get(first, ()) if p.kind in ("name", "surname") and len(p.forms) == 1]
    return fitting[0] if fitting and words.form[i].rpartition("-")[2][:1].isupper() else None


def match_names(book: Directory, words: Words) -> Iterator[Found]:
    """Yield where the codebook's words stand in an article, longest match first, none inside another.

    Notes
    -----
    Only what the words alone can tell: an office, a shared surname or a metonym is settled by `offices`.
    """
    i = 0
    while i < len(words):
        stop, first = 0, words.form[i][0]
        if first.isupper() or first.isdigit() or words.pos[i] == "ADJA" or words.low[i] in book.particles:
            for pattern in _look_up(book, words, i):
                if stop := _match_end(words, i, pattern):
                    yield Found(i, stop, pattern.kind, pattern.actors)
                    break
            else:
                if part := named_in_compound(book, words, i):
                    yield Found(i, i + 1, "part", part.actors)
        i = stop or i + 1
