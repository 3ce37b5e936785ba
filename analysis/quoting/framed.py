"""Framed speech: the constructions in which a clause introduces what was said, before, behind or inside it.

Every rule names itself in `Finding.rule`, so that a quotation can be traced to the construction that gave it away.
"""

from collections.abc import Iterator
from dataclasses import replace

from analysis.language.clauses import CONTENT, RELATIVE, SUBJUNCTIONS, Clause, Sentence, Syntax
from analysis.language.phrases import NOUNS, find_noun_phrase, find_source, find_subject, find_verb_words
from analysis.quoting.drafts import Finding, trim, trim_end

__all__ = [
    "find_leading",
    "find_opening_as",
    "find_pointing_back",
    "find_trailing",
    "read_cue",
]

SUBORDINATING = SUBJUNCTIONS | RELATIVE
QUESTIONS = frozenset("wie warum weshalb wieso wann wo wohin woher wer wen wem was welche welcher welches".split())
LIGHT = frozenset("sein vertreten kommen hegen stellen äußern gehen gelangen erheben machen wagen".split())
PURPOSE = frozenset("um ohne statt anstatt".split())  # with zu they tell what for, not what was said
POINTS_BACK = frozenset("say write admit show stress".split())


def read_cue(syntax: Syntax, clause: Clause, *, is_inserted: bool = False) -> tuple[list[int], list[int]]:
    """List the cue and the speaker of a clause that reports."""
    if clause.noun_cue and not clause.verb_cue:
        words = syntax.words
        noun = next(i for i in range(clause.first, clause.last) if syntax.sign[i] == clause.noun_cue)
        first = noun - (noun > clause.first and words.pos[noun - 1] in ("ART", "PPOSAT", "PDAT"))
        end = find_noun_phrase(words, noun, clause.last)
        if clause.finite and words.lemma[clause.finite[0]] in LIGHT:  # ist der Ansicht, kam zu dem Ergebnis
            first -= first > clause.first and words.pos[first - 1] == "APPR"
            subject = find_subject(syntax, clause)
            light = {*find_verb_words(syntax, clause), *range(first, noun + 1)}
            return sorted(light), list(range(*subject)) if subject else []
        of = [i for i in range(noun + 1, end) if words.low[i] != "von"]
        return list(range(first, noun + 1)), of
    subject = find_subject(syntax, clause, is_inserted=is_inserted)
    if clause.finite and syntax.verb[clause.finite[0]] == "heißen":  # hieß es in dem Bericht
        subject = find_source(syntax, clause)
    return find_verb_words(syntax, clause), list(range(*subject)) if subject else []


def find_trailing(syntax: Syntax, sentence: Sentence) -> Iterator[Finding]:
    """*Die Lage sei ruhig, sagte er.* · *…, so der Minister.* · *…, wie er mitteilte.*"""
    words = syntax.words
    for k in sentence.clauses[1:]:
        clause = syntax.clauses[k]
        is_so = words.low[clause.first] == "so" and syntax.sign[clause.first] == "so" and clause.order in "01"
        is_as = clause.opener == "wie" and clause.verb_cue and clause.order == "L"
        is_inverted = _is_inverted(syntax, sentence, k)
        if not (is_so or is_as or is_inverted) or _is_inside_marks(syntax, clause):
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
            cue, speaker = read_cue(syntax, clause, is_inserted=not is_as)
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
    if any(mood in "12" for mood in clause.mood) and cue[0] == "v":  # der die Lage nutze · weil Berlin das nicht dürfe
        return True
    return clause.order == "z" and syntax.words.low[clause.first] not in PURPOSE


def find_leading(syntax: Syntax, sentence: Sentence) -> Iterator[Finding]:
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
        cues, speaker = read_cue(syntax, clause)
        kind = "zu" if content.order == "z" else content.opener if content.opener in CONTENT else "leading"
        yield Finding("Indirect", quote, frame, cues, speaker, rule=kind)


def _carries_on(syntax: Syntax, clause: Clause) -> bool:
    """Tell whether a clause belongs to the reported speech before it: all but an indicative main clause."""
    return clause.is_quoted or clause.order in "Lz0" or any(mood in "12s" for mood in clause.mood)


def find_opening_as(syntax: Syntax, sentence: Sentence) -> Iterator[Finding]:
    """*Wie der Minister mitteilte, ist die Lage ruhig.*"""
    opening = (syntax.clauses[k] for k in sentence.clauses[:3])
    clause = next((c for c in opening if c.verb_cue), None)
    if syntax.words.low[sentence.first] != "wie" or not clause or clause.last == sentence.last:
        return
    quote = trim(syntax.words, clause.last, sentence.last)
    cue, speaker = read_cue(syntax, replace(clause, first=sentence.first))
    frame = list(range(sentence.first, clause.last))
    yield Finding("Indirect", quote, frame, [sentence.first, *cue], speaker, rule="wie")


def find_pointing_back(syntax: Syntax, sentence: Sentence) -> Iterator[Finding]:
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
