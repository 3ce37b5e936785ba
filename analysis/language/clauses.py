"""Clauses: what is known of an article's sentences and clauses, and the words that open them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from analysis.codebook.cues import Cue
from analysis.codebook.wordlists import read_classes
from analysis.language.words import Words

__all__ = ["CONTENT", "NOMINAL", "RELATIVE", "SUBJUNCTIONS", "Clause", "Sentence", "Syntax"]

GRAMMAR = read_classes("grammar")
SUBJUNCTIONS, CONTENT = GRAMMAR["subjunctions"], GRAMMAR["content"]
RELATIVE = frozenset("PRELS PRELAT PWAV PWS PWAT KOUS KOUI".split())
NOMINAL = frozenset("ART NE NN PPOSAT ADJA PPER PDAT PDS PIS PIAT".split())


@dataclass
class Clause:
    """A clause: tokens `first` to `last` (exclusive), its verbs, what opens it and which cues it holds."""

    first: int
    last: int
    sentence: int
    finite: list[int] = field(default_factory=list)
    mood: str = ""
    opener: str = ""
    order: str = "0"  # 1, 2 finite verb first, second · L last · z infinitive with zu · 0 no verb
    verb_cue: str = ""
    noun_cue: str = ""
    is_first_person: bool = False
    is_quoted: bool = False


@dataclass
class Sentence:
    """A sentence: its tokens, its clauses, and what sums them up."""

    first: int
    last: int
    clauses: list[int]
    main: int  # the clause that carries the sentence
    has_verb_cue: bool = False
    is_all_marked: bool = False


@dataclass
class Syntax:
    """What is known about an article's words before any quotation is looked for.

    Attributes
    ----------
    words : Words
    verb : the verb's lemma with its separated particle (*teilte … mit*: mitteilen), one a token, else ""
    mood : as `morphology.find_mood`, one a token
    cue : the reporting word, one a token, else None
    sign : kind and group of the reporting word as a short string, else ""
    pairs : paired quotation marks, as tokens (first, last + 1), outer before inner
    depth : the length of the innermost pair a token lies in, else 0
    clause : the clause a token lies in
    clauses, sentences : in order
    naming : the verbs whose object says by itself what was said, with the words that they need
    deeds : words whose infinitive with *zu* is something done, not said
    """

    words: Words
    verb: list[str]
    mood: list[str]
    cue: list[Cue | None]
    sign: list[str]
    pairs: list[tuple[int, int]]
    depth: list[int]
    clause: list[int]
    clauses: list[Clause]
    sentences: list[Sentence]
    naming: Mapping[str, frozenset[str]] = field(default_factory=dict)
    deeds: frozenset[str] = frozenset()
