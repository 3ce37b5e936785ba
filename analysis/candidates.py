"""Candidates: everything that might be a quotation, proposed freely for a model to judge.

The rules take what fits their constructions; here the same constructions are read loosely: any clause that could be
content, any sentence in the subjunctive, any source, with more than one way to draw the bounds.
"""

from collections.abc import Iterator

from analysis.clauses import CONTENT, Clause, Sentence, Syntax
from analysis.findings import Finding, trim
from analysis.framed_rules import QUESTIONS, carries_on, find_trailing, read_cue
from analysis.phrases import find_subject, find_verb_words
from analysis.source_rules import find_attributed

__all__ = ["propose"]


def propose(syntax: Syntax) -> Iterator[Finding]:
    """Propose the quotations of one article that are not between marks, without repeating any."""
    for sentence in syntax.sentences:
        seen: set[tuple[str, tuple[int, ...]]] = set()
        for rule in (_propose_content, _propose_trailing, _propose_sources, _propose_sentence):
            for finding in rule(syntax, sentence):
                key = (finding.type, tuple(finding.quote))
                if finding.quote and key not in seen:
                    seen.add(key)
                    yield finding


def _propose_content(syntax: Syntax, sentence: Sentence) -> Iterator[Finding]:
    """Propose each clause that could be what the clause before it introduces, with three reaches."""
    for k in sentence.clauses[:-1]:
        clause, content = syntax.clauses[k], syntax.clauses[k + 1]
        if content.is_quoted or not _could_be_content(syntax, content):
            continue
        reach = k + 2
        while reach <= sentence.clauses[-1] and carries_on(syntax, syntax.clauses[reach]):
            reach += 1
        cue, speaker = read_cue(syntax, clause)
        frame = list(range(sentence.first, content.first))
        for name, last in (("far", sentence.last), ("on", syntax.clauses[reach - 1].last), ("one", content.last)):
            quote = trim(syntax.words, content.first, last)
            yield Finding("Indirect", quote, frame, cue, speaker, rule=f"content {name}")


def _could_be_content(syntax: Syntax, clause: Clause) -> bool:
    """Tell a clause that something might introduce as what was said."""
    before = syntax.words.form[clause.first - 1]
    if clause.opener in CONTENT or before == ":" or clause.order == "z":
        return True
    return any(mood in "12" for mood in clause.mood) or syntax.words.low[clause.first] in QUESTIONS


def _propose_trailing(syntax: Syntax, sentence: Sentence) -> Iterator[Finding]:
    """Propose what stands before any clause that begins with its verb."""
    yield from find_trailing(syntax, sentence, is_loose=True)


def _propose_sources(syntax: Syntax, sentence: Sentence) -> Iterator[Finding]:
    """Propose the sentence and the clause around any phrase that could name a source."""
    for finding in find_attributed(syntax, sentence, is_loose=True):
        yield finding
        clause = syntax.clauses[syntax.clause[finding.cue[0]]]
        inside = [i for i in finding.quote if clause.first <= i < clause.last]
        yield Finding("Indirect", inside, finding.frame, finding.cue, finding.speaker, rule="source clause")
        far = trim(syntax.words, sentence.first, finding.frame[0])
        far += trim(syntax.words, finding.frame[-1] + 1, sentence.last)
        yield Finding("Indirect", far, finding.frame, finding.cue, finding.speaker, rule="source far")


def _propose_sentence(syntax: Syntax, sentence: Sentence) -> Iterator[Finding]:
    """Propose the whole sentence as free reported speech, as hearsay, or as speech that is only named."""
    if sentence.is_all_marked:
        return
    whole = list(range(sentence.first, sentence.last))
    if any(mood in "12s" for mood in sentence.moods):
        yield Finding("IndirectFreeIndirect", whole, rule="free")
    if any(mood in "hw" for mood in sentence.moods):
        yield Finding("FreeIndirect", whole, rule="hearsay")
    main = syntax.clauses[sentence.main]
    if main.verb_cue or main.noun_cue:
        subject = find_subject(syntax, main)
        speaker = list(range(*subject)) if subject else []
        yield Finding("Reported", whole, speaker=speaker, naming=find_verb_words(syntax, main), rule="naming")
