"""Clauses: each sentence cut where German punctuation cuts it, with what makes a clause reported speech."""

from dataclasses import dataclass, field

from analysis.codebook.cues import Cue, Cues
from analysis.language.marks import Pair, pair_marks
from analysis.language.morphology import find_mood, is_finite
from analysis.language.words import Words

__all__ = ["Clause", "Sentence", "Syntax", "parse"]

CUTS = frozenset(', : ; – — - ) ( “ ” " „ » «'.split())
NEVER_FIRST = frozenset(', . ! ? ; : ) “ ” "'.split())
CLOSING = frozenset('“ ” " « »'.split())
SUBJUNCTIONS = frozenset(
    "dass daß ob weil wenn nachdem während obwohl damit da als bevor sodass falls wonach wie indem sobald solange "
    "bis seit seitdem".split()
)
CONTENT = frozenset("dass daß ob wonach".split())  # what comes after them is what was said
RELATIVE = frozenset("PRELS PRELAT PWAV PWS PWAT KOUS KOUI".split())
RELATING = frozenset("der die das dem den deren dessen in an auf bei mit von zu aus nach für durch".split())
FIRST_PERSON = frozenset("ich wir mir uns mich".split())
ATTRIBUTING = frozenset("nach aus".split())  # prepositions that attribute when a reporting noun follows
MADE_KNOWN = frozenset("geben machen werden".split())
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
    word_cue: str = ""
    verb: str = ""
    last_verb: str = ""
    is_first_person: bool = False
    is_quoted: bool = False


@dataclass
class Sentence:
    """A sentence: its tokens, its clauses, and a summary of their moods and cues."""

    first: int
    last: int
    clauses: list[int]
    main: int  # the clause that carries the sentence
    moods: str = ""
    verb_cues: list[str] = field(default_factory=list)
    noun_cues: list[str] = field(default_factory=list)
    has_word_cue: bool = False
    has_marks: bool = False
    is_all_marked: bool = False
    opens_paragraph: bool = False
    has_content_clause: bool = False
    opener: str = ""


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
    naming : the verbs whose object says by itself what was said
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
    naming: frozenset[str] = frozenset()


def parse(words: Words, cues: Cues) -> Syntax:
    """Find verbs, moods, cues, pairs of marks, clauses and sentences of one article."""
    verb = _join_particles(words)
    mood = [find_mood(form, pos) if pos[0] == "V" else "" for form, pos in zip(words.form, words.pos, strict=True)]
    cue = [
        cues.find(form, verb[i] or lemma, pos) or (cues.find(form, lemma, pos) if verb[i][:6] == "weiter" else None)
        for i, (form, lemma, pos) in enumerate(zip(words.form, words.lemma, words.pos, strict=True))
    ]
    sign = [_sign(words, cue, i) for i in range(len(words))]
    pairs = _pair_tokens(words)
    depth = [0] * len(words)
    for first, last in pairs:
        depth[first:last] = [last - first] * (last - first)
    syntax = Syntax(words, verb, mood, cue, sign, pairs, depth, [0] * len(words), [], [], cues.naming)
    for number, (first, last) in enumerate(words.sentences):
        _add_clauses(syntax, number, first, last)
    for number in range(len(words.sentences)):
        syntax.sentences.append(_sum_up(syntax, number))
    return syntax


def _join_particles(words: Words) -> list[str]:
    """Give each verb its lemma, with the particle that stands at the end of its clause."""
    verb = [lemma if pos[0] == "V" else "" for lemma, pos in zip(words.lemma, words.pos, strict=True)]
    for first, last in words.sentences:
        finite = -1
        for i in range(first, last):
            if words.pos[i] in ("VVFIN", "VAFIN"):
                finite = i
            elif words.pos[i] == "PTKVZ" and finite >= 0:
                verb[finite] = words.low[i] + words.lemma[finite]
                finite = -1
            elif words.low[i] == "bekannt":  # bekannt geben: one verb in two words, in any order
                parts = [j for j in (finite, i + 1) if first <= j < last and words.lemma[j] in MADE_KNOWN]
                for j in parts:
                    verb[j] = "bekannt" + words.lemma[j]
    return verb


def _sign(words: Words, cue: list[Cue | None], i: int) -> str:
    """Write the reporting word at `i` as a short string: its kind and its group."""
    found = cue[i]
    if found:
        return found.kind[0] + found.group
    after = words.pos[i + 1] if i + 1 < len(words) else ""
    if words.low[i] == "so" and after in NOMINAL and i and words.form[i - 1] in ',“”"«»–':
        return "so"
    if words.low[i] in ATTRIBUTING and words.pos[i] == "APPR":
        noun = next((j for j in range(i + 1, min(len(cue), i + 5)) if words.pos[j] == "NN"), -1)
        if noun > 0 and cue[noun] and (words.low[i] == "nach" or words.lemma[noun] == "Sicht"):
            return "attributing"
    return ""


def _pair_tokens(words: Words) -> list[tuple[int, int]]:
    """Pair the quotation marks of each paragraph, as tokens."""
    at = {start: i for i, start in enumerate(words.start)}
    ends = {end: i for i, end in enumerate(words.end)}
    pairs: list[Pair] = []
    for first, last in words.paragraphs:
        pairs += pair_marks(words.text, words.start[first], words.end[last - 1])
    found = [(at[p.start], ends[p.end] + 1) for p in pairs if p.start in at and p.end in ends]
    return sorted(found + _mend_pairs(words, found), key=lambda pair: (pair[0], -pair[1]))


def _mend_pairs(words: Words, pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Find what lost its opening mark, between a colon and a lone closing mark: *Er drohte: Ich komme", sagte er.*"""
    known = {i for first, last in pairs for i in (first, last - 1)}
    mended, colon = [], -1
    for i, form in enumerate(words.form):
        if i == 0 or words.sentence[i] != words.sentence[i - 1]:
            colon = -1
        if form == ":":
            colon = i
        elif form in CLOSING:
            is_lone = i not in known and words.start[i] == words.end[i - 1]
            if is_lone and 0 <= colon < i - 2 and words.form[min(i + 1, len(words) - 1)] == ",":
                mended.append((colon + 1, i + 1))
            colon = -1
    return mended


def _add_clauses(syntax: Syntax, number: int, first: int, last: int) -> None:
    """Cut a sentence after commas, colons, dashes, brackets and marks; join pieces that have no verb of their own."""
    words = syntax.words
    cuts = [first]
    for i in range(first + 1, last):
        before, here = words.form[i - 1], words.form[i]
        if (before in CUTS and here not in NEVER_FIRST) or here in "„(":
            cuts.append(i)
    pieces: list[tuple[int, int]] = []
    for a, b in zip(cuts, [*cuts[1:], last], strict=True):
        if pieces and _belongs(syntax, pieces[-1], a, b):
            pieces[-1] = (pieces[-1][0], b)
        else:
            pieces.append((a, b))
    for a, b in pieces:
        syntax.clause[a:b] = [len(syntax.clauses)] * (b - a)
        syntax.clauses.append(_read_clause(syntax, number, a, b))


def _belongs(syntax: Syntax, before: tuple[int, int], first: int, last: int) -> bool:
    """Tell whether a piece belongs to the one before it: it has no verb, or is the verb that the other lacks."""
    words = syntax.words
    if _is_source(syntax, *before):
        return False
    if not _is_clause(words, first, last):
        return True
    if any(is_finite(tag) or tag in ("VVIZU", "PTKZU") for tag in words.pos[before[0] : before[1]]):
        return False
    end = words.form[before[1] - 1]
    if end in CLOSING:  # Die „Zeitung“ | hatte berichtet
        return True
    is_quoted = end in ",–-" and words.form[before[1] - 2] in CLOSING
    is_split = end == "," and is_finite(words.pos[first]) and not is_quoted  # Frank Huber, Chef der Polizei, | sagte
    return is_split and "," in words.form[before[0] : before[1] - 1]


def _is_clause(words: Words, first: int, last: int) -> bool:
    """Tell a piece with a finite verb, an infinitive with *zu*, or a word that opens a subordinate clause."""
    tags = words.pos[first:last]
    if words.low[first] == "so" and last - first > 1 and tags[1] in NOMINAL:
        return True
    if any(is_finite(tag) or tag in ("VVIZU", "PTKZU") for tag in tags):
        return True
    if any(low in CONTENT for low in words.low[first : min(first + 3, last)]):
        return True
    return words.form[first - 1] in ",–-:;" and (tags[0] in RELATIVE or words.low[first] in SUBJUNCTIONS)


def _is_source(syntax: Syntax, first: int, last: int) -> bool:
    """Tell an inserted *so der Minister* or *sagte er*: what comes after its comma is not part of it."""
    words = syntax.words
    opens = words.low[first] == "so" or (is_finite(words.pos[first]) and syntax.sign[first][:1] == "v")
    is_inserted = first > words.sentences[words.sentence[first]][0]
    return opens and is_inserted and words.form[last - 1] in ",–-" and 2 < last - first < 12


def _read_clause(syntax: Syntax, sentence: int, first: int, last: int) -> Clause:
    """Describe the clause between two tokens."""
    words, clause = syntax.words, Clause(first, last, sentence)
    clause.finite = [i for i in range(first, last) if syntax.mood[i]]
    clause.mood = "".join(sorted({syntax.mood[i] for i in clause.finite}))
    begin = first
    while begin < last - 1 and words.pos[begin] in ("$(", "$,", "KON"):
        begin += 1
    lows = words.low[begin : min(begin + 3, last)]
    clause.opener = words.low[begin] if words.low[begin] in SUBJUNCTIONS else words.pos[begin]
    clause.opener = next((low for low in reversed(lows) if low in CONTENT), clause.opener)
    clause.opener = "sodass" if lows[:2] in (["so", "dass"], ["so", "daß"]) else clause.opener
    clause.order = _find_order(words, clause, begin, is_opening=first == words.sentences[sentence][0])
    signs = [syntax.sign[i] for i in range(first, last) if syntax.sign[i]]
    clause.verb_cue = next((sign for sign in signs if sign[0] == "v"), "")
    clause.noun_cue = next((sign for sign in signs if sign[0] == "n" or sign == "athink"), "")
    clause.word_cue = next((sign for sign in signs if sign[0] == "w" or sign == "so"), "")
    clause.verb = syntax.verb[clause.finite[0]] if clause.finite else ""
    full = (syntax.verb[i] for i in range(last - 1, first - 1, -1) if words.pos[i].startswith("VV"))
    clause.last_verb = next(full, "")
    clause.is_first_person = any(low in FIRST_PERSON for low in words.low[first:last])
    clause.is_quoted = syntax.depth[first] > 0
    return clause


def _find_order(words: Words, clause: Clause, begin: int, *, is_opening: bool) -> str:
    """Name the place of the finite verb: 1, 2, L (last); z for an infinitive with *zu*; 0 for no verb."""
    if not clause.finite:
        has_zu = any(tag in ("PTKZU", "VVIZU") for tag in words.pos[clause.first : clause.last])
        return "z" if has_zu else "0"
    if clause.finite[0] == begin:
        return "1"
    tail = range(clause.finite[-1], clause.last)
    final = next((i - 1 for i in tail if words.form[i] in (",", ":", ";")), clause.last - 1)
    while final > begin and words.pos[final].startswith("$"):
        final -= 1
    is_subordinate = clause.opener in SUBJUNCTIONS or clause.opener in RELATIVE
    is_last = clause.finite[-1] == final and final - begin > 1 and not is_opening and words.low[begin] in RELATING
    return "L" if is_last or (is_subordinate and clause.finite[-1] >= final - 1) else "2"


def _sum_up(syntax: Syntax, number: int) -> Sentence:
    """Describe a sentence from its clauses."""
    words = syntax.words
    first, last = words.sentences[number]
    numbers = list(range(syntax.clause[first], syntax.clause[last - 1] + 1))
    clauses = [syntax.clauses[k] for k in numbers]
    main = next((k for k in numbers if syntax.clauses[k].order in "12"), numbers[0])
    tag = words.pos[first]
    return Sentence(
        first, last, numbers, main,
        moods="".join(sorted({m for clause in clauses for m in clause.mood if m != "i"})),
        verb_cues=sorted({clause.verb_cue for clause in clauses if clause.verb_cue}),
        noun_cues=sorted({clause.noun_cue for clause in clauses if clause.noun_cue}),
        has_word_cue=any(clause.word_cue for clause in clauses),
        has_marks=any(syntax.depth[first:last]),
        is_all_marked=syntax.depth[first] > 0 and syntax.depth[last - 1] > 0,
        opens_paragraph=first == words.paragraphs[words.paragraph[first]][0],
        has_content_clause=any(clause.opener in CONTENT for clause in clauses),
        opener=words.low[first] if tag in ("PPER", "ADV", "PDS", "PROAV", "KON", "PDAT", "PPOSAT") else tag,
    )  # fmt: skip
