"""Framed speech: the constructions in which a clause introduces what was said, before, behind or inside it.

Every rule names itself in `Finding.rule`, so that a quotation can be traced to the construction that gave it away.
"""

from collections.abc import Iterator
from dataclasses import replace

from analysis.codebook.wordlists import read_classes
from analysis.language.agreement import is_verb_of_several
from analysis.language.clauses import CONTENT, Clause, Sentence, Syntax
from analysis.language.governed_phrases import find_origin
from analysis.language.noun_phrases import NOUNS, find_noun_phrase
from analysis.language.subjects import find_subject
from analysis.language.verb_words import find_verb_words
from analysis.quoting.quote_candidates import Finding, trim, trim_end
from analysis.quoting.reporting_clauses import SUBORDINATING, TELLING, is_content, is_subjunctive, read_cue

__all__ = ["find_leading", "find_opening_as", "find_pointing_back", "find_trailing"]

GRAMMAR = read_classes("grammar")


def find_trailing(syntax: Syntax, sentence: Sentence) -> Iterator[Finding]:
    """*Die Lage sei ruhig, sagte er.* · *…, so der Minister.* · *…, wie er mitteilte.*"""
    for k in sentence.clauses[1:]:
        clause = syntax.clauses[k]
        kind = _name_insertion(syntax, sentence, k)
        if kind and not _is_inside_marks(syntax, clause):
            yield _read_insertion(syntax, sentence, k, kind)
            return


def _name_insertion(syntax: Syntax, sentence: Sentence, k: int) -> str:
    """Name the kind of a clause that may stand behind or inside what it reports; "" if it is none."""
    clause = syntax.clauses[k]
    if syntax.words.low[clause.first] == "so" and syntax.sign[clause.first] == "so" and clause.order in "01":
        return "so"
    is_called = any(syntax.verb[i] in GRAMMAR["labelling"] for i in clause.finite)  # wie sich die Gruppe nennt
    if clause.opener == "wie" and clause.verb_cue and clause.order == "L" and not is_called:
        return "wie"
    return "trailing" if _is_inverted(syntax, sentence, k) or _is_summed_up(syntax, clause) else ""


def _is_summed_up(syntax: Syntax, clause: Clause) -> bool:
    """Tell *…, so urteilte der Richter*, *…, so heißt es in dem Brief*: so, and the verb that reports behind it."""
    verb = clause.first + 1
    is_so = syntax.words.low[clause.first] == "so" and clause.finite[:1] == [verb]
    return is_so and syntax.sign[verb][:1] == "v" and syntax.words.form[clause.first - 1] in (",", "–", "“", "-")


def _read_insertion(syntax: Syntax, sentence: Sentence, k: int, kind: str) -> Finding:
    """Read an inserted or trailing frame: what stands before it, and behind it if the quotation goes on."""
    words, clause = syntax.words, syntax.clauses[k]
    places = range(clause.first - 1, sentence.first, -1)
    colon = next((i for i in places if words.form[i] == ":" and not syntax.depth[i]), sentence.first - 1)
    quote, last = trim(words, colon + 1, clause.first), clause.last
    if last < sentence.last and words.form[last - 1] == ",":
        after = syntax.clauses[k + 1]
        if _resumes(syntax, after, kind != "trailing"):
            quote += trim(words, clause.last, sentence.last)
        elif after.order == "0":  # an apposition to the speaker
            last = after.last
    frame = trim_end(words, clause.first - (words.form[clause.first - 1] == ","), last)
    if kind == "so":
        end = find_noun_phrase(words, clause.first + 1, clause.last)
        cue, speaker = [clause.first], list(range(clause.first + 1, end))
    else:
        cue, speaker = read_cue(syntax, clause, is_inserted=kind == "trailing")
    return Finding("Indirect", quote, frame, cue, speaker, rule=kind)


def _is_inside_marks(syntax: Syntax, clause: Clause) -> bool:
    """Tell whether the whole clause stands inside quotation marks."""
    return syntax.depth[clause.first] > 0 and syntax.depth[clause.last - 1] > 0


def _is_inverted(syntax: Syntax, sentence: Sentence, k: int) -> bool:
    """Tell *…, sagte er*: verb first, its subject behind it, and a main clause before it."""
    clause, opening = syntax.clauses[k], syntax.clauses[sentence.clauses[0]]
    words = syntax.words
    is_added = words.pos[clause.first] == "KON" or not GRAMMAR["turning"].isdisjoint(
        words.low[clause.first : clause.last]
    )
    if is_added or clause.order != "1" or not clause.verb_cue or opening.opener in SUBORDINATING:
        return False  # er kam und sagte, … · er kam, sagte aber nichts · wenn er kommt, sagt er nichts
    if k < sentence.clauses[-1] and is_content(syntax, syntax.clauses[k + 1], clause.verb_cue):
        return False
    has_main = any(syntax.clauses[j].order in "12" for j in range(sentence.clauses[0], k))
    is_impersonal = syntax.verb[clause.finite[0]] == "heißen"
    is_sourced = syntax.verb[clause.finite[0]] == "verlauten" and find_origin(syntax, clause) is not None
    return has_main and (is_impersonal or is_sourced or find_subject(syntax, clause, is_inserted=True) is not None)


def _resumes(syntax: Syntax, clause: Clause, is_inserted: bool) -> bool:
    """Tell whether the quotation goes on in the clause after an inserted *sagte er*."""
    if is_inserted or clause.order in "2z" or clause.opener in CONTENT or is_subjunctive(clause):
        return True
    return clause.order == "0" and syntax.words.pos[clause.first] not in NOUNS | {"ART", "PPOSAT", "ADJA"}


def find_leading(syntax: Syntax, sentence: Sentence, *, is_nested: bool = False) -> Iterator[Finding]:
    """*Er sagte, dass die Lage ruhig sei.* · *Er sagte, sie sei ruhig.* · *Er forderte, zu gehen.*"""
    reach = -1
    for k in sentence.clauses[:-1]:
        clause, content = syntax.clauses[k], syntax.clauses[k + 1]
        if not is_nested and sentence.main <= k and "1" in syntax.clauses[sentence.main].mood:
            return  # the sentence as a whole is reported
        if k < reach or not _introduces(syntax, clause, content):
            continue
        reach = k + 2
        is_open = content.opener in CONTENT and not content.finite  # dass der Mann, der …, | tot ist
        while reach <= sentence.clauses[-1]:
            after = syntax.clauses[reach]
            if not (is_open or _carries_on(after) or _has_its_subject(syntax, clause, content, after)):
                break
            is_open = is_open and not _closes(syntax.clauses[reach])
            reach += 1
        quote = trim(syntax.words, content.first, syntax.clauses[reach - 1].last)
        frame = list(range(sentence.first, content.first))
        cues, speaker = read_cue(syntax, clause)
        kind = "zu" if content.order == "z" else content.opener if content.opener in CONTENT else "leading"
        yield Finding("Indirect", quote, frame, cues, speaker, rule=kind)


def _introduces(syntax: Syntax, clause: Clause, content: Clause) -> bool:
    """Tell whether a clause has a reporting word, and the next one can be what it reports."""
    cue = clause.verb_cue or clause.noun_cue
    if not cue or content.is_quoted or not is_content(syntax, content, cue):
        return False
    if not clause.verb_cue and _is_attributing(syntax, clause):
        return False
    if not is_subjunctive(content) and _leaves_open(syntax, clause, content):
        return False
    if content.order != "z":
        return True
    words = (i for i in range(clause.first, clause.last) if syntax.sign[i] == cue)
    return all((syntax.verb[i] or syntax.words.lemma[i]) not in syntax.deeds for i in words)


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
    _, speaker = read_cue(syntax, replace(main, first=sentence.first + 1, order="1"), is_inserted=True)
    quote = [*range(before.first, before.last), sentence.first]
    frame = trim_end(words, sentence.first + 1, sentence.last)
    yield Finding("Indirect", quote, frame, find_verb_words(syntax, main), speaker, rule="das")
