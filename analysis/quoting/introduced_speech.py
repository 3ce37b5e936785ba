"""Introduced speech: the constructions in which a clause introduces what was said, before it or in the next sentence.

Every rule names itself in `Finding.rule`, so that a quotation can be traced to the construction that gave it away.
"""

from collections.abc import Iterator
from dataclasses import replace

from analysis.codebook.wordlists import read_classes
from analysis.language.agreement import is_verb_of_several
from analysis.language.clauses import CONTENT, Clause, Sentence, Syntax
from analysis.language.noun_phrases import NOUNS, find_noun_phrase
from analysis.language.subjects import find_subject
from analysis.language.verb_words import find_verb_words
from analysis.quoting.quote_candidates import Finding, trim, trim_end
from analysis.quoting.reporting_clauses import (
    SUBORDINATING,
    TELLING,
    asks_how,
    is_author_or_reader,
    is_content,
    is_somebody,
    is_subjunctive,
    read_cue,
)

__all__ = ["find_leading", "find_opening_as", "find_pointing_back"]

GRAMMAR = read_classes("grammar")
ENDS_CLAUSE = frozenset("VVPP VVINF PTKVZ".split())


def find_leading(syntax: Syntax, sentence: Sentence, *, is_nested: bool = False) -> Iterator[Finding]:
    """*Er sagte, dass die Lage ruhig sei.* · *Er sagte, sie sei ruhig.* · *Er forderte, zu gehen.*"""
    reach = -1
    for k in sentence.clauses[:-1]:
        clause = syntax.clauses[k]
        if not is_nested and sentence.main <= k and "1" in syntax.clauses[sentence.main].mood:
            return  # the sentence as a whole is reported
        if k < reach or not (clause.verb_cue or clause.noun_cue):
            continue
        content = _read_content(syntax, sentence, k)
        if not _introduces(syntax, clause, content):
            continue
        reach = _find_reach(syntax, sentence, clause, content)
        quote = trim(syntax.words, content.first, syntax.clauses[reach - 1].last)
        frame = list(range(sentence.first, content.first))
        cues, speaker = read_cue(syntax, clause)
        kind = "zu" if content.order == "z" else content.opener if content.opener in CONTENT else "leading"
        yield Finding("Indirect", quote, frame, cues, speaker, rule=kind)


def _find_reach(syntax: Syntax, sentence: Sentence, clause: Clause, content: Clause) -> int:
    """Return the first clause behind what is said."""
    reach = syntax.clause[content.last - 1] + 1
    is_open = content.opener in CONTENT and not content.finite  # dass der Mann, der …, | tot ist
    while reach <= sentence.clauses[-1]:
        after = syntax.clauses[reach]
        if not (is_open or _carries_on(after) or _has_its_subject(syntax, clause, content, after)):
            break
        is_open = is_open and not _closes(after)
        reach += 1
    return reach


def _read_content(syntax: Syntax, sentence: Sentence, k: int) -> Clause:
    """Read what may be said in the clause after one: an infinitive from its first phrase on, whatever parts it.

    *Sie hatte versprochen, | mit allen, auch den Gegnern, zu reden*: what stands behind a verb that ends its clause
    (a participle, a particle, the verb of a subordinate clause) belongs to the infinitive.
    """
    words, clause, content = syntax.words, syntax.clauses[k], syntax.clauses[k + 1]
    later = next((j for j in range(k + 1, sentence.clauses[-1] + 1) if syntax.clauses[j].order != "0"), k + 1)
    if syntax.clauses[later].order != "z":
        return content
    is_last = clause.order == "L"
    ends = [i for i in range(clause.first, clause.last) if words.pos[i] in ENDS_CLAUSE or (is_last and syntax.mood[i])]
    is_parted = ends and ends[-1] + 2 < content.first and words.form[ends[-1] + 1] == ","
    first = ends[-1] + 2 if is_parted else content.first
    return replace(syntax.clauses[later], first=first)


def _introduces(syntax: Syntax, clause: Clause, content: Clause) -> bool:
    """Tell whether a clause has a reporting word, and the next one can be what it reports."""
    cue = clause.verb_cue or clause.noun_cue
    if not cue or content.is_quoted or not is_content(syntax, content, cue):
        return False
    if not clause.verb_cue and (_is_attributing(syntax, clause) or not _stands_beside(syntax, clause, content)):
        return False
    if content.opener in CONTENT and _tells_nothing(syntax, clause):
        return False
    if not is_subjunctive(content) and _leaves_open(syntax, clause, content):
        return False
    return content.order != "z" or not _is_deed(syntax, clause, cue)


def _is_deed(syntax: Syntax, clause: Clause, cue: str) -> bool:
    """Tell a cue by a word that with an infinitive says what somebody does: nothing is reported then."""
    words = (i for i in range(clause.first, clause.last) if syntax.sign[i] == cue)
    return any((syntax.verb[i] or syntax.words.lemma[i]) in syntax.deeds for i in words)


def _stands_beside(syntax: Syntax, clause: Clause, content: Clause) -> bool:
    """Tell *die Forderung der SPD, dass …* from *in dem Interview lag es daran, dass …*: the noun ends its clause."""
    words, cue = syntax.words, clause.noun_cue
    is_light = any(words.lemma[i] in GRAMMAR["light"] for i in clause.finite)
    if cue[0] != "n" or is_light or is_subjunctive(content) or not (content.order == "z" or content.opener in CONTENT):
        return True
    noun = next(i for i in range(clause.last - 1, clause.first - 1, -1) if syntax.sign[i] == cue)
    end = find_noun_phrase(words, noun, clause.last)
    return not any(words.pos[i] in NOUNS for i in range(end, clause.last))


def _tells_nothing(syntax: Syntax, clause: Clause) -> bool:
    """Tell *so laut, dass …*, *das heißt, dass …*, *Bilder zeigen, dass …*, *wir wissen, dass …*."""
    words, places = syntax.words, range(clause.first, clause.last)
    if any(words.low[i] in GRAMMAR["so_much"] and words.pos[i + 1] in ("ADJD", "ADV", "ADJA") for i in places[:-1]):
        return True
    subject = find_subject(syntax, clause)
    if subject is None or not clause.verb_cue:
        return False
    phrase = range(*subject)
    is_that = len(phrase) == 1 and words.low[phrase[0]] in GRAMMAR["pointing"]
    is_shown = any(syntax.verb[i] in GRAMMAR["displaying"] for i in places)
    is_text = any(syntax.sign[i][:1] == "n" for i in phrase)
    is_thing = is_shown and any(words.pos[i] == "NN" for i in phrase) and not is_text and not is_somebody(words, phrase)
    return is_that or is_thing or is_author_or_reader(words, phrase)


def _leaves_open(syntax: Syntax, clause: Clause, content: Clause) -> bool:
    """Tell what reports nothing in the indicative: it may be said, is not said, or nobody says it before a colon.

    *Man kann sagen, dass …* · *Er bestätigte nicht, dass …* · *Er wusste nicht, ob …* · *Bekannt wurde auch: …*
    """
    words, places = syntax.words, range(clause.first, clause.last)
    if words.form[content.first - 1] == ":":
        return find_subject(syntax, clause) is None
    if content.opener == "ob" and clause.verb_cue != "vask":
        return True
    is_denied = not GRAMMAR["negation"].isdisjoint(words.low[clause.first : clause.last])
    return content.opener in CONTENT and (is_denied or any(words.pos[i] == "VMFIN" for i in places))


def _is_attributing(syntax: Syntax, clause: Clause) -> bool:
    """Tell *Nach einer Studie wird erwartet, …*: what the noun says is the clause itself, not what follows it."""
    return any(syntax.sign[i] in ("wattribute", "attributing") for i in range(clause.first, clause.last))


def _closes(clause: Clause) -> bool:
    """Tell the clause whose verb a *dass* still waits for: it has one and opens with no relative pronoun."""
    return bool(clause.finite) and clause.opener not in SUBORDINATING


def _carries_on(clause: Clause) -> bool:
    """Tell whether a clause belongs to the reported speech before it: all but an indicative main clause."""
    return clause.is_quoted or clause.order in "Lz0" or is_subjunctive(clause) or "s" in clause.mood


def _has_its_subject(syntax: Syntax, clause: Clause, content: Clause, after: Clause) -> bool:
    """Tell *Huber sagte, die Leute seien müde | und bedauerten das*: its verb's number is theirs, not his."""
    words = syntax.words
    is_added = words.pos[after.first] == "KON" and after.finite[:1] == [after.first + 1]
    if not (is_added and is_subjunctive(content) and clause.finite and content.finite):
        return False
    said, told, added = (is_verb_of_several(words.low[c.finite[0]]) for c in (clause, content, after))
    return added == told != said


def find_opening_as(syntax: Syntax, sentence: Sentence) -> Iterator[Finding]:
    """*Wie der Minister mitteilte, ist die Lage ruhig.*"""
    opening = (syntax.clauses[k] for k in sentence.clauses[:3])
    clause = next((c for c in opening if c.verb_cue), None)
    begin = sentence.first + (syntax.words.low[sentence.first] in GRAMMAR["linking"])  # Denn wie …
    if syntax.words.low[begin] != "wie" or not clause or clause.last == sentence.last:
        return
    if asks_how(syntax, begin):
        return
    quote = trim(syntax.words, clause.last, sentence.last)
    cue, speaker = read_cue(syntax, replace(clause, first=begin))
    frame = list(range(begin, clause.last))
    yield Finding("Indirect", quote, frame, [begin, *cue], speaker, rule="wie")


def find_pointing_back(syntax: Syntax, sentence: Sentence) -> Iterator[Finding]:
    """*Die Lage ist ruhig. Das sagte der Minister.*: the quotation is the sentence before, and the pronoun."""
    words, main = syntax.words, syntax.clauses[sentence.main]
    number = words.sentence[sentence.first]
    if words.low[sentence.first] not in GRAMMAR["pointing"] or main.first != sentence.first or not number:
        return
    is_second = main.finite and main.finite[0] == sentence.first + 1
    rest = [syntax.clauses[k] for k in sentence.clauses[1:]]
    if (
        not is_second
        or main.verb_cue[1:] not in TELLING
        or any(c.order not in "L0" or c.opener in CONTENT for c in rest)
    ):
        return
    before = syntax.sentences[number - 1]
    if syntax.depth[before.last - 1]:  # „Die Lage ist ruhig.“ Das sagte er: the marks are the quotation
        return
    _, speaker = read_cue(syntax, replace(main, first=sentence.first + 1, order="1"), is_inserted=True)
    quote = [*range(before.first, before.last), sentence.first]
    frame = trim_end(words, sentence.first + 1, sentence.last)
    yield Finding("Indirect", quote, frame, find_verb_words(syntax, main), speaker, rule="das")
