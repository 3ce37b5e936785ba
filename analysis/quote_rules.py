"""Quotation rules: the constructions in which German reports speech, one function each.

Every rule names itself in `Finding.rule`, so that a quotation can be traced to the construction that gave it away.
"""

from collections.abc import Iterator
from dataclasses import replace

from analysis.clauses import CONTENT, RELATIVE, SUBJUNCTIONS, Clause, Sentence, Syntax
from analysis.direct_rules import find_direct
from analysis.findings import Finding, trim, trim_end
from analysis.phrases import (
    NOUNS,
    find_noun_phrase,
    find_noun_phrase_before,
    find_source,
    find_subject,
    find_verb_words,
)

__all__ = ["apply_rules"]

SUBORDINATING = SUBJUNCTIONS | RELATIVE
QUESTIONS = frozenset("wie warum weshalb wieso wann wo wohin woher wer wen wem was welche welcher welches".split())
FREE = frozenset({"IndirectFreeIndirect", "FreeIndirect"})
NEAR = 2  # sentences over which a speaker is carried on
POINTS_BACK = frozenset("say write admit show stress".split())
POSTPOSED = frozenset("zufolge nach gemäß".split())
ALONE = frozenset("demnach demzufolge danach hiernach wonach".split())


def apply_rules(syntax: Syntax) -> list[Finding]:
    """Find the quotations of one article by rules alone.

    Sentence by sentence; the first construction that fits wins, later ones may only take words that are still free.
    """
    found: list[Finding] = []
    was_reported = False
    for sentence in syntax.sentences:
        taken: set[int] = set()
        own: list[Finding] = []
        for rule in (_pointing_back, _as_reported, _trailing, _leading, _attributed):
            for finding in rule(syntax, sentence):
                if finding.quote and not taken & set(finding.quote):
                    own.append(finding)
                    taken |= set(finding.quote) | set(finding.frame)
        if not own:
            own = list(_follow_on(syntax, sentence, was_reported)) or list(_hearsay(syntax, sentence))
            own = own or list(_named(syntax, sentence))
            own = _join(found, own)
        found += own
        was_reported = bool(own) or (was_reported and sentence.is_all_marked)
    carry_speakers(syntax, found)
    direct = find_direct(syntax, found)
    marked = {i for finding in direct for i in finding.quote}
    found = [finding for finding in found if not marked.issuperset(finding.quote)] + direct
    found.sort(key=lambda finding: (finding.quote[0], -len(finding.quote)))
    carry_speakers(syntax, found)
    return found


def carry_speakers(syntax: Syntax, found: list[Finding]) -> None:
    """Give free reported speech its speaker: that of the quotation before it, else the subject before it."""
    for n, finding in enumerate(found):
        if finding.rule == "marks, inside" and not finding.speaker:
            outer = next((f for f in reversed(found[:n][-5:]) if finding.quote[0] in f.quote), None)
            finding.speaker = list(outer.speaker) if outer else []
        if finding.type not in FREE or finding.speaker:
            continue
        number = syntax.words.sentence[finding.quote[0]]
        earlier = (f for f in reversed(found[max(0, n - 2 * NEAR) : n]) if f.quote[-1] < finding.quote[0])
        before = next((f for f in earlier if f.speaker), None)
        if before and number - syntax.words.sentence[before.quote[-1]] <= NEAR:
            finding.speaker = list(before.speaker)
        elif number:
            subject = find_subject(syntax, syntax.clauses[syntax.sentences[number - 1].main])
            finding.speaker = list(range(*subject)) if subject else []


def _speak(syntax: Syntax, clause: Clause, *, is_inserted: bool = False) -> tuple[list[int], list[int]]:
    """List the cue and the speaker of a clause that reports."""
    if clause.noun_cue and not clause.verb_cue:
        words = syntax.words
        noun = next(i for i in range(clause.first, clause.last) if syntax.sign[i] == clause.noun_cue)
        first = noun - (noun > clause.first and words.pos[noun - 1] in ("ART", "PPOSAT", "PDAT"))
        end = find_noun_phrase(words, noun, clause.last)
        of = [i for i in range(noun + 1, end) if words.low[i] != "von"]
        return list(range(first, noun + 1)), of
    subject = find_subject(syntax, clause, is_inserted=is_inserted)
    if clause.finite and syntax.verb[clause.finite[0]] == "heißen":  # hieß es in dem Bericht
        subject = find_source(syntax, clause)
    return find_verb_words(syntax, clause), list(range(*subject)) if subject else []


def _trailing(syntax: Syntax, sentence: Sentence) -> Iterator[Finding]:
    """*Die Lage sei ruhig, sagte er.* · *…, so der Minister.* · *…, wie er mitteilte.*"""
    words = syntax.words
    for k in sentence.clauses[1:]:
        clause = syntax.clauses[k]
        is_so = words.low[clause.first] == "so" and syntax.sign[clause.first] == "so" and clause.order in "01"
        is_as = clause.opener == "wie" and clause.verb_cue and clause.order == "L"
        if not (is_so or is_as or _is_inverted(syntax, sentence, k)) or _is_inside_marks(syntax, clause):
            continue
        last = clause.last
        places = range(clause.first - 1, sentence.first, -1)
        colons = (i for i in places if words.form[i] == ":" and not syntax.depth[i])
        quote = trim(words, next(colons, sentence.first - 1) + 1, clause.first)
        if last < sentence.last and words.form[last - 1] == ",":
            after = syntax.clauses[k + 1]
            if _resumes(syntax, after, is_so or is_as):
                last -= 1
                quote += trim(words, clause.last, sentence.last)
            elif after.order == "0":  # an apposition to the speaker
                last = after.last
        frame = trim_end(syntax.words, clause.first - (words.form[clause.first - 1] == ","), last)
        if is_so:
            end = find_noun_phrase(words, clause.first + 1, clause.last)
            cue, speaker = [clause.first], list(range(clause.first + 1, end))
        else:
            cue, speaker = _speak(syntax, clause, is_inserted=not is_as)
        yield Finding("Indirect", quote, frame, cue, speaker, rule="so" if is_so else "wie" if is_as else "trailing")
        return


def _is_inside_marks(syntax: Syntax, clause: Clause) -> bool:
    """Tell whether the whole clause stands inside quotation marks."""
    return syntax.depth[clause.first] > 0 and syntax.depth[clause.last - 1] > 0


def _is_inverted(syntax: Syntax, sentence: Sentence, k: int) -> bool:
    """Tell *…, sagte er*: verb first, its subject behind it, and a main clause before it."""
    clause, opening = syntax.clauses[k], syntax.clauses[sentence.clauses[0]]
    if clause.order != "1" or not clause.verb_cue or opening.opener in SUBORDINATING:
        return False
    if k < sentence.clauses[-1] and _is_content(syntax, syntax.clauses[k + 1], clause.verb_cue):
        return False
    has_main = any(syntax.clauses[j].order in "12" for j in range(sentence.clauses[0], k))
    is_impersonal = syntax.verb[clause.finite[0]] == "heißen"
    return has_main and (is_impersonal or find_subject(syntax, clause, is_inserted=True) is not None)


def _resumes(syntax: Syntax, clause: Clause, is_inserted: bool) -> bool:
    """Tell whether the quotation goes on in the clause after an inserted *sagte er*."""
    if is_inserted or clause.order in "2z" or clause.opener in CONTENT or any(mood in "12" for mood in clause.mood):
        return True
    return clause.order == "0" and syntax.words.pos[clause.first] not in NOUNS | {"ART", "PPOSAT", "ADJA"}


def _is_content(syntax: Syntax, clause: Clause, cue: str) -> bool:
    """Tell whether a clause can be what the cue before it reports."""
    if clause.opener in CONTENT:
        return True
    if syntax.words.form[clause.first - 1] == ":":
        return clause.order in "12" and cue[0] == "v"
    if syntax.words.low[clause.first] in QUESTIONS and clause.order == "L":
        return cue[0] == "v"
    if clause.order in "2L" and clause.opener not in SUBORDINATING and any(mood in "12" for mood in clause.mood):
        return True
    return clause.order == "z" and clause.opener not in ("KOUI", "APPR", "um", "ohne", "statt")


def _leading(syntax: Syntax, sentence: Sentence) -> Iterator[Finding]:
    """*Er sagte, dass die Lage ruhig sei.* · *Er sagte, sie sei ruhig.* · *Er forderte, zu gehen.*"""
    reach = -1
    for k in sentence.clauses[:-1]:
        clause, content = syntax.clauses[k], syntax.clauses[k + 1]
        cue = clause.verb_cue or clause.noun_cue
        if sentence.main <= k and "1" in syntax.clauses[sentence.main].mood:
            return  # the sentence as a whole is reported
        if k < reach or not cue or content.is_quoted or not _is_content(syntax, content, cue):
            continue
        reach = k + 2
        while reach <= sentence.clauses[-1] and _carries_on(syntax, syntax.clauses[reach]):
            reach += 1
        quote = trim(syntax.words, content.first, syntax.clauses[reach - 1].last)
        frame = list(range(sentence.first, content.first))
        cues, speaker = _speak(syntax, clause)
        kind = "zu" if content.order == "z" else content.opener if content.opener in CONTENT else "leading"
        yield Finding("Indirect", quote, frame, cues, speaker, rule=kind)


def _carries_on(syntax: Syntax, clause: Clause) -> bool:
    """Tell whether a clause belongs to the reported speech before it: all but an indicative main clause."""
    return clause.is_quoted or clause.order in "Lz0" or any(mood in "12s" for mood in clause.mood)


def _as_reported(syntax: Syntax, sentence: Sentence) -> Iterator[Finding]:
    """*Wie der Minister mitteilte, ist die Lage ruhig.*"""
    opening = (syntax.clauses[k] for k in sentence.clauses[:3])
    clause = next((c for c in opening if c.verb_cue), None)
    if syntax.words.low[sentence.first] != "wie" or not clause or clause.last == sentence.last:
        return
    quote = trim(syntax.words, clause.last, sentence.last)
    cue, speaker = _speak(syntax, replace(clause, first=sentence.first))
    frame = list(range(sentence.first, clause.last))
    yield Finding("Indirect", quote, frame, [sentence.first, *cue], speaker, rule="wie")


def _pointing_back(syntax: Syntax, sentence: Sentence) -> Iterator[Finding]:
    """*Die Lage ist ruhig. Das sagte der Minister.*: the quotation is the sentence before, and the pronoun."""
    words, main = syntax.words, syntax.clauses[sentence.main]
    number = words.sentence[sentence.first]
    if words.low[sentence.first] not in ("das", "dies") or main.first != sentence.first or not number:
        return
    is_second = main.finite and main.finite[0] == sentence.first + 1
    if not is_second or main.verb_cue[1:] not in POINTS_BACK or len(sentence.clauses) > 1:
        return
    before = syntax.sentences[number - 1]
    cue = find_verb_words(syntax, main)
    subject = find_subject(syntax, replace(main, first=sentence.first + 1, order="1"))
    speaker = list(range(*subject)) if subject else []
    quote = [*range(before.first, before.last), sentence.first]
    frame = trim_end(syntax.words, sentence.first + 1, sentence.last)
    yield Finding("Indirect", quote, frame, cue, speaker, rule="das")


def _attributed(syntax: Syntax, sentence: Sentence) -> Iterator[Finding]:
    """*Laut Polizei …* · *Nach Angaben der Polizei …* · *Der Polizei zufolge …* · *Demnach …*"""
    words = syntax.words
    for i in range(sentence.first, sentence.last):
        if syntax.sign[i] not in ("wattribute", "attributing"):
            continue
        first, last = _attribution_bounds(syntax, i, sentence)
        if last - first < 2 and words.low[i] not in ALONE:
            continue
        clause = syntax.clauses[syntax.clause[i]]
        if words.low[i] in ALONE and words.low[i] != "wonach" and not words.low[i].startswith("dem"):
            if not any(mood in "12h" for mood in clause.mood):
                continue  # danach is mostly a time
        begin, end = (clause.first, clause.last) if clause.order == "L" else (sentence.first, sentence.last)
        if i == clause.first and clause.order in "12":
            begin = clause.first
        if words.low[i] == "wonach":
            first, last = sentence.first, i + 1
        quote = trim(syntax.words, begin, first) + trim(syntax.words, last, end)
        speaker = [j for j in range(first, last) if j != i] or [i]
        if words.low[i] == "wonach":
            speaker = _noun_phrase_near(syntax, i)
        yield Finding("Indirect", quote, list(range(first, last)), [i], speaker, rule="attributed")
        return


def _noun_phrase_near(syntax: Syntax, i: int) -> list[int]:
    """List the phrase that *, wonach …* refers to: the one that ends before the comma."""
    words = syntax.words
    first = find_noun_phrase_before(words, i - 1, words.sentences[words.sentence[i]][0])
    return list(range(first, i - 1))


def _attribution_bounds(syntax: Syntax, i: int, sentence: Sentence) -> tuple[int, int]:
    """Return where the phrase of *laut*, *nach Angaben*, *zufolge* begins and ends."""
    words = syntax.words
    if words.low[i] in ALONE:
        return i, i + 1
    clause = syntax.clauses[syntax.clause[i]]
    end = find_noun_phrase(words, i + 1, sentence.last)
    if i == sentence.first and clause.finite and clause.order != "L":
        end = clause.finite[0]  # the verb comes second: all before it is the phrase
    if words.low[i] in POSTPOSED and words.low[i] != "nach":
        return find_noun_phrase_before(words, i, sentence.first), i + 1
    return i, end


def _follow_on(syntax: Syntax, sentence: Sentence, was_reported: bool) -> Iterator[Finding]:
    """*Die Lage sei ruhig.*: Konjunktiv in the main clause, with nothing that introduces it."""
    main = syntax.clauses[sentence.main]
    if main.is_first_person or sentence.is_all_marked:
        return
    if "1" in main.mood or (was_reported and "2" in main.mood):
        yield Finding("IndirectFreeIndirect", list(range(sentence.first, sentence.last)), rule="subjunctive")


def _hearsay(syntax: Syntax, sentence: Sentence) -> Iterator[Finding]:
    """*Er soll geflohen sein.*"""
    words = syntax.words
    for k in sentence.clauses:
        clause = syntax.clauses[k]
        if "h" in clause.mood and any(words.pos[i] in ("VAINF",) and words.low[i] in ("haben", "sein")
                                      for i in range(clause.first, clause.last)):  # fmt: skip
            yield Finding("FreeIndirect", list(range(sentence.first, sentence.last)), rule="hearsay")
            return


def _named(syntax: Syntax, sentence: Sentence) -> Iterator[Finding]:
    """*Er forderte eine schnellere Entscheidung.*: speech is named, not worded."""
    main = syntax.clauses[sentence.main]
    verbs = (i for i in range(main.first, main.last) if syntax.sign[i] == main.verb_cue)
    verb = next(verbs, None)
    if verb is None or syntax.verb[verb] not in syntax.naming or syntax.depth[verb]:
        return
    subject = find_subject(syntax, main)
    if subject and any(syntax.words.pos[i] in NOUNS | {"PPER"} for i in range(*subject)):
        speaker = list(range(*subject))
        whole = list(range(sentence.first, sentence.last))
        yield Finding("Reported", whole, speaker=speaker, naming=find_verb_words(syntax, main), rule="named")


def _join(before: list[Finding], own: list[Finding]) -> list[Finding]:
    """Let free reported speech that carries on become one quotation with the sentence before it."""
    if own and own[0].rule == "subjunctive":
        last = before[-1] if before else None
        if last and last.rule == "subjunctive" and last.quote[-1] + 1 == own[0].quote[0]:
            last.quote += own[0].quote
            return []
    return own
