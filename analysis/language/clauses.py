"""Clauses: each sentence cut where German punctuation cuts it, with what makes a clause reported speech."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from analysis.codebook.cues import Cue, Cues
from analysis.codebook.wordlists import read_classes
from analysis.language.morphology import find_mood, is_finite
from analysis.language.noun_phrases import find_noun_phrase
from analysis.language.separable_verbs import join_separable
from analysis.language.words import Words

__all__ = ["Clause", "Sentence", "Syntax", "parse"]

CUTS = frozenset(', : ; – — - ) ( “ ” " „ » «'.split())
NEVER_FIRST = frozenset(', . ! ? ; : ) “ ” "'.split())
CLOSING = frozenset('“ ” " « »'.split())
GRAMMAR = read_classes("grammar")
SUBJUNCTIONS, CONTENT = GRAMMAR["subjunctions"], GRAMMAR["content"]
RELATIVE = frozenset("PRELS PRELAT PWAV PWS PWAT KOUS KOUI".split())
REACH = 5  # tokens from *nach* to the noun that makes it a source
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


def parse(words: Words, cues: Cues) -> Syntax:
    """Find verbs, moods, cues, pairs of marks, clauses and sentences of one article."""
    verb, _ = join_separable(words, cues.verbs)
    mood = [find_mood(form, pos) if pos[0] == "V" else "" for form, pos in zip(words.form, words.pos, strict=True)]
    cue = [
        cues.find(form, verb[i] or lemma, pos) or (cues.find(form, lemma, pos) if verb[i][:6] == "weiter" else None)
        for i, (form, lemma, pos) in enumerate(zip(words.form, words.lemma, words.pos, strict=True))
    ]
    sign = [_sign(words, cue, i) for i in range(len(words))]
    pairs = words.pairs
    depth = [0] * len(words)
    for first, last in pairs:
        depth[first:last] = [last - first] * (last - first)
    syntax = Syntax(
        words, verb, mood, cue, sign, pairs, depth, [0] * len(words), [], [], cues.naming | cues.acts, cues.deeds
    )
    for number, (first, last) in enumerate(words.sentences):
        _add_clauses(syntax, number, first, last)
    for number in range(len(words.sentences)):
        syntax.sentences.append(_sum_up(syntax, number))
    return syntax


def _sign(words: Words, cue: list[Cue | None], i: int) -> str:
    """Write the reporting word at `i` as a short string: its kind and its group; *so* and *nach* if they attribute."""
    if found := cue[i]:
        return found.kind[0] + found.group
    if words.low[i] == "so":
        after = words.pos[i + 1] if i + 1 < len(words) else ""
        return "so" if after in NOMINAL and i and words.form[i - 1] in ',“”"«»–' else ""
    if words.low[i] in GRAMMAR["attributing"] and words.pos[i] in ("APPR", "APPO", "PTKVZ"):
        return "attributing" if _attributes(words, cue, i) else ""
    return ""


def _attributes(words: Words, cue: list[Cue | None], i: int) -> bool:
    """Tell *nach Angaben*, *seiner Ansicht nach*, *aus Sicht* from times and causes: by the noun beside it."""
    last = min(len(cue), i + REACH)
    noun = next((j for j in range(i + 1, last) if words.pos[j] in ("NN", "VVFIN", "VVINF", "$.")), -1)
    if noun > 0 and _is_source_noun(words, cue, noun):
        return words.low[i] == "nach" or words.lemma[noun] == "Sicht"
    is_behind = i > 1 and words.low[i] == "nach" and words.pos[i - 2] in ("PPOSAT", "ART", "NE", "NN", "PDAT")
    return is_behind and _is_source_noun(words, cue, i - 1)


def _is_source_noun(words: Words, cue: list[Cue | None], i: int) -> bool:
    """Tell a noun that *nach* makes a source: one that says, writes, counts or thinks, but demands nothing."""
    found = cue[i]
    return words.pos[i] == "NN" and found is not None and found.group in GRAMMAR["sourcing"]


def _add_clauses(syntax: Syntax, number: int, first: int, last: int) -> None:
    """Cut a sentence after commas, colons, dashes, brackets and marks; join pieces that have no verb of their own."""
    words = syntax.words
    cuts = [first]
    for i in range(first + 1, last):
        before, here = words.form[i - 1], words.form[i]
        if (before in CUTS and here not in NEVER_FIRST) or here in "„(" or _adds_verb(syntax, cuts[-1], i, last):
            cuts.append(i)
    pieces: list[tuple[int, int]] = []
    for a, b in zip(cuts, [*cuts[1:], last], strict=True):
        if pieces and _belongs_to_clause(syntax, pieces[-1], a, b):
            pieces[-1] = (pieces[-1][0], b)
        else:
            pieces.append((a, b))
    for a, b in pieces:
        syntax.clause[a:b] = [len(syntax.clauses)] * (b - a)
        syntax.clauses.append(_read_clause(syntax, number, a, b))


def _adds_verb(syntax: Syntax, first: int, i: int, last: int) -> bool:
    """Tell *… | und sagte*: a second verb that reports, with the subject of the first."""
    words = syntax.words
    if words.low[i] not in GRAMMAR["and"] or words.pos[i] != "KON" or i + 1 >= last or syntax.depth[i]:
        return False
    is_verb = is_finite(words.pos[i + 1]) and (syntax.sign[i + 1][:1] == "v")
    is_main = words.pos[first] not in RELATIVE and words.low[first] not in SUBJUNCTIONS
    return is_verb and is_main and any(syntax.mood[k] for k in range(first, i))


def _belongs_to_clause(syntax: Syntax, before: tuple[int, int], first: int, last: int) -> bool:
    """Tell whether a piece belongs to the one before it: it has no verb, or is the verb that the other lacks."""
    words = syntax.words
    if _is_source(syntax, *before):
        return False
    if not _is_clause(words, first, last):
        return True
    if any(is_finite(tag) or tag in ("VVIZU", "PTKZU") for tag in words.pos[before[0] : before[1]]):
        return False
    if not CONTENT.isdisjoint(words.low[before[0] : before[0] + 3]) and words.pos[first] not in RELATIVE:
        return True  # dass der Chef, Karim Huber, | verhaftet wurde
    end = words.form[before[1] - 1]
    if end in CLOSING or (end == ")" and is_finite(words.pos[first])):  # Die „Zeitung“ | hatte berichtet
        return True
    is_quoted = end in ",–-" and words.form[before[1] - 2] in CLOSING
    if _is_named_twice(words, before, first) or _is_name_list(words, before, first, last):
        return True
    is_split = end == "," and is_finite(words.pos[first]) and not is_quoted  # Frank Huber, Chef der Polizei, | sagte
    return is_split and "," in words.form[before[0] : before[1] - 1]


def _is_named_twice(words: Words, before: tuple[int, int], first: int) -> bool:
    """Tell *Frank Huber, | Chef der Polizei sagte*: an apposition whose last comma is missing opens the sentence."""
    begin, end = before
    if begin != words.sentences[words.sentence[begin]][0] or words.form[end - 1] != "," or words.pos[end - 2] != "NE":
        return False
    opens = words.pos[first] in ("NN", "ART", "ADJA", "TRUNC") and not words.low[first].endswith(("m", "n", "s"))
    return opens and find_noun_phrase(words, begin, end - 1) == end - 1


def _is_name_list(words: Words, before: tuple[int, int], first: int, last: int) -> bool:
    """Tell *Die Minister Frankreichs, | Italiens und Spaniens sagten*: a list of names opens the sentence."""
    begin, verb = before[0], next((i for i in range(first, last) if is_finite(words.pos[i])), -1)
    is_opening = begin == words.sentences[words.sentence[begin]][0] and words.pos[first] == "NE"
    return is_opening and verb > first and find_noun_phrase(words, begin, verb) == verb


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
    clause.opener = _find_opener(words, begin, last)
    clause.order = _find_order(words, clause, begin, is_opening=first == words.sentences[sentence][0])
    signs = [sign for sign in syntax.sign[first:last] if sign]
    clause.verb_cue = next((sign for sign in signs if sign[0] == "v"), "")
    clause.noun_cue = next((sign for sign in signs if sign[0] == "n" or sign == "athink"), "")
    clause.is_first_person = not GRAMMAR["first_person"].isdisjoint(words.low[first:last])
    clause.is_quoted = syntax.depth[first] > 0 and syntax.depth[(clause.finite or [last - 1])[0]] > 0
    return clause


def _find_opener(words: Words, begin: int, last: int) -> str:
    """Name what opens a clause: a subjunction, also behind up to two words (*vor allem dass*), else the first tag."""
    lows = words.low[begin : min(begin + 3, last)]
    if lows[:2] in (["so", "dass"], ["so", "daß"]):
        return "sodass"
    opener = words.low[begin] if words.low[begin] in SUBJUNCTIONS else words.pos[begin]
    return next((low for low in reversed(lows) if low in CONTENT), opener)


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
    is_last = (
        clause.finite[-1] == final and final - begin > 1 and not is_opening and words.low[begin] in GRAMMAR["relating"]
    )
    return "L" if is_last or (is_subordinate and clause.finite[-1] >= final - 1) else "2"


def _sum_up(syntax: Syntax, number: int) -> Sentence:
    """Describe a sentence from its clauses."""
    first, last = syntax.words.sentences[number]
    numbers = list(range(syntax.clause[first], syntax.clause[last - 1] + 1))
    main = next((k for k in numbers if syntax.clauses[k].order in "12"), numbers[0])
    has_verb_cue = any(syntax.clauses[k].verb_cue for k in numbers)
    is_all_marked = syntax.depth[first] > 0 and syntax.depth[last - 1] > 0
    return Sentence(first, last, numbers, main, has_verb_cue, is_all_marked)
