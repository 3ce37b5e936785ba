"""Parsing: each sentence in clauses: what opens them, where the verb stands, what makes them reported speech."""

from analysis.codebook.cues import Cue, Cues
from analysis.codebook.wordlists import read_classes
from analysis.language.clause_cuts import cut_sentence
from analysis.language.clauses import CONTENT, NOMINAL, RELATIVE, SUBJUNCTIONS, Clause, Sentence, Syntax
from analysis.language.morphology import find_mood
from analysis.language.separable_verbs import join_separable
from analysis.language.words import Words

__all__ = ["parse"]

GRAMMAR, SOURCES = read_classes("grammar"), read_classes("source_nouns")
REACH = 5  # tokens from *nach* to the noun that makes it a source


def parse(words: Words, cues: Cues) -> Syntax:
    """Find verbs, moods, cues, pairs of marks, clauses and sentences of one article."""
    verb, _ = join_separable(words, cues.verbs)
    mood = [find_mood(form, pos) if pos[0] == "V" else "" for form, pos in zip(words.form, words.pos, strict=True)]
    cue = [
        cues.find(form, verb[i] or lemma, pos) or (cues.find(form, lemma, pos) if verb[i][:6] == "weiter" else None)
        for i, (form, lemma, pos) in enumerate(zip(words.form, words.lemma, words.pos, strict=True))
    ]
    sign = [_read_sign(words, cue, i) for i in range(len(words))]
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


def _read_sign(words: Words, cue: list[Cue | None], i: int) -> str:
    """Write the reporting word at `i` as a short string: its kind and its group; *so* and *nach* if they attribute."""
    if found := cue[i]:
        return found.kind[0] + found.group
    if words.low[i] == "so":
        after = words.pos[i + 1] if i + 1 < len(words) and not _is_small_noun(words, i + 1) else ""
        return "so" if after in NOMINAL and i and words.form[i - 1] in ',“”"«»–' else ""
    if words.low[i] in GRAMMAR["attributing"] and words.pos[i] in ("APPR", "APPO", "PTKVZ", "ADV"):
        return "attributing" if _attributes(words, cue, i) else ""
    return ""


def _is_small_noun(words: Words, i: int) -> bool:
    """Tell what a tagger takes for a noun without its capital: *so quellen viele über*."""
    return words.pos[i] in ("NN", "NE") and words.form[i][0].islower()


def _attributes(words: Words, cue: list[Cue | None], i: int) -> bool:
    """Tell *nach Angaben*, *seiner Ansicht nach*, *aus Sicht* from times and causes: by the noun beside it."""
    last = min(len(cue), i + REACH)
    noun = next((j for j in range(i + 1, last) if words.pos[j] in ("NN", "VVFIN", "VVINF", "$.")), -1)
    if noun > 0 and _is_source_noun(words, cue, noun):
        return words.low[i] == "nach" or words.lemma[noun] == "Sicht"
    is_behind = i > 1 and words.low[i] == "nach" and words.pos[i - 2] in ("PPOSAT", "ART", "NE", "NN", "PDAT")
    return is_behind and words.low[i - 1] in SOURCES["postposing"] and _is_source_noun(words, cue, i - 1)


def _is_source_noun(words: Words, cue: list[Cue | None], i: int) -> bool:
    """Tell a noun that *nach* makes a source: one that says, writes, counts or thinks, but demands nothing.

    *nach der Veröffentlichung*, *nach zwei Gesprächen* say when.
    """
    found = cue[i]
    is_source = words.pos[i] == "NN" and found is not None and found.group in GRAMMAR["sourcing"]
    is_event = words.low[i].endswith(tuple(GRAMMAR["dating"])) and words.low[i - 1] not in ("einer", "einem")
    return is_source and not is_event


def _add_clauses(syntax: Syntax, number: int, first: int, last: int) -> None:
    """Describe the clauses that a sentence is cut into."""
    for a, b in cut_sentence(syntax, first, last):
        syntax.clause[a:b] = [len(syntax.clauses)] * (b - a)
        syntax.clauses.append(_read_clause(syntax, number, a, b))


def _read_clause(syntax: Syntax, sentence: int, first: int, last: int) -> Clause:
    """Describe the clause between two tokens."""
    words, clause = syntax.words, Clause(first, last, sentence)
    clause.finite = [i for i in range(first, last) if syntax.mood[i]]
    clause.mood = "".join(sorted({syntax.mood[i] for i in clause.finite}))
    begin = first
    while begin < last - 1 and words.pos[begin] in ("$(", "$,", "KON"):
        begin += 1
    clause.opener = _find_opener(words, clause, begin)
    clause.order = _find_order(words, clause, begin, is_opening=first == words.sentences[sentence][0])
    signs = [sign for sign in syntax.sign[first:last] if sign]
    clause.verb_cue = next((sign for sign in signs if sign[0] == "v"), "")
    clause.noun_cue = next((sign for sign in signs if sign[0] == "n" or sign == "athink"), "")
    clause.is_first_person = not GRAMMAR["first_person"].isdisjoint(words.low[first:last])
    clause.is_quoted = syntax.depth[first] > 0 and syntax.depth[(clause.finite or [last - 1])[0]] > 0
    return clause


def _find_opener(words: Words, clause: Clause, begin: int) -> str:
    """Name what opens a clause: a subjunction, also behind up to two words (*vor allem dass*), else the first tag."""
    lows = words.low[begin : min(begin + 3, clause.last)]
    if lows[:2] in (["so", "dass"], ["so", "daß"]):
        return "sodass"
    is_governing = words.pos[begin] == "APPR" and not _joins_clauses(words, clause, begin)  # Seit Beginn des Jahres …
    is_opener = words.low[begin] in SUBJUNCTIONS and not is_governing
    opener = words.low[begin] if is_opener else words.pos[begin]
    return next((low for low in reversed(lows) if low in CONTENT), opener)


def _joins_clauses(words: Words, clause: Clause, begin: int) -> bool:
    """Tell *während viele Leute reden*, *bis die Bahn fährt* from *während der Fahrt*: a nominative, the verb last."""
    if not clause.finite or clause.finite[-1] != _final_word(words, clause, begin) or clause.finite[-1] < begin + 3:
        return False
    low, pos = words.low[begin + 1], words.pos[begin + 1]
    return low in ("die", "das", "ein", "eine", "er", "sie", "es") or (pos in ("ADJA", "PIAT") and low[-1] == "e")


def _find_order(words: Words, clause: Clause, begin: int, *, is_opening: bool) -> str:
    """Name the place of the finite verb: 1, 2, L (last); z for an infinitive with *zu*; 0 for no verb."""
    if not clause.finite:
        has_zu = any(tag in ("PTKZU", "VVIZU") for tag in words.pos[clause.first : clause.last])
        return "z" if has_zu else "0"
    if clause.finite[0] == begin:
        return "1"
    final = _final_word(words, clause, begin)
    if (clause.opener in SUBJUNCTIONS or clause.opener in RELATIVE) and clause.finite[-1] >= final - 1:
        return "L"
    relates = not is_opening and words.low[begin] in GRAMMAR["relating"]
    return "L" if relates and clause.finite[-1] == final and final - begin > 1 else "2"


def _final_word(words: Words, clause: Clause, begin: int) -> int:
    """Return the last word of a clause, up to the first comma or colon behind its last verb."""
    tail = range(clause.finite[-1], clause.last)
    final = next((i - 1 for i in tail if words.form[i] in (",", ":", ";")), clause.last - 1)
    while final > begin and words.pos[final].startswith("$"):
        final -= 1
    return final


def _sum_up(syntax: Syntax, number: int) -> Sentence:
    """Describe a sentence from its clauses."""
    first, last = syntax.words.sentences[number]
    numbers = list(range(syntax.clause[first], syntax.clause[last - 1] + 1))
    main = next((k for k in numbers if syntax.clauses[k].order in "12"), numbers[0])
    has_verb_cue = any(syntax.clauses[k].verb_cue for k in numbers)
    is_all_marked = syntax.depth[first] > 0 and syntax.depth[last - 1] > 0
    return Sentence(first, last, numbers, main, has_verb_cue, is_all_marked)
