"""Quotation rules: which construction a sentence is, and who speaks where nobody is named."""

from dataclasses import replace

from analysis.language.clauses import Sentence, Syntax
from analysis.language.noun_phrases import NOUNS
from analysis.language.words import Words
from analysis.quoting.addressees import find_addressee
from analysis.quoting.carried_speakers import carry_speakers
from analysis.quoting.direct_speech import find_direct
from analysis.quoting.free_indirect_speech import find_hearsay, find_named, find_subjunctive
from analysis.quoting.inserted_speech import find_trailing
from analysis.quoting.introduced_speech import find_leading, find_opening_as, find_pointing_back
from analysis.quoting.left_over_speech import find_left_over
from analysis.quoting.quote_candidates import FREE, Finding, trim
from analysis.quoting.reporting_clauses import TELLING
from analysis.quoting.source_phrases import find_attributed

__all__ = ["apply_rules"]

RULES = (find_pointing_back, find_opening_as, find_trailing, find_leading, find_attributed)
SOURCE_FIRST = (find_pointing_back, find_opening_as, find_trailing, find_attributed, find_leading)


def apply_rules(syntax: Syntax) -> list[Finding]:
    """Find the quotations of one article by rules alone, in the order of the text, outer ones first."""
    return complete(syntax, read_sentences(syntax))


def read_sentences(syntax: Syntax) -> list[Finding]:
    """Find what is reported in each sentence, quotation marks aside."""
    found: list[Finding] = []
    was_reported = False
    for sentence in syntax.sentences:
        own = _read_introduced(syntax, sentence)
        free = [] if own else list(find_subjunctive(syntax, sentence, was_reported))
        if free:
            own = free + [f for f in find_leading(syntax, sentence, is_nested=True) if _has_named_speaker(syntax, f)]
            own += _find_told_before(syntax, sentence) if len(own) == 1 else []
        own = own or list(find_hearsay(syntax, sentence, was_reported))
        own += find_left_over(syntax, sentence, own, was_reported)
        taken = {i for finding in own for i in finding.quote + finding.frame}
        own += find_named(syntax, sentence, taken)
        found += own
        was_reported = bool(own) or (was_reported and sentence.is_all_marked)
    return found


def _has_named_speaker(syntax: Syntax, finding: Finding) -> bool:
    """Tell speech inside free speech that somebody of their own name speaks: *Huber habe gesagt, dass …*."""
    is_told = any(syntax.sign[i][1:] in TELLING and syntax.sign[i][0] == "v" for i in finding.cue)
    return is_told and any(syntax.words.pos[i] == "NE" for i in finding.speaker)


def _find_told_before(syntax: Syntax, sentence: Sentence) -> list[Finding]:
    """Find speech inside free speech that others have spoken before: *Zeugen hätten von Schüssen berichtet*."""
    words, told = syntax.words, []
    for finding in find_named(syntax, sentence, set()):
        is_past = any(words.pos[i] == "VAFIN" for i in finding.naming) and "VVPP" in (
            words.pos[i] for i in finding.naming
        )
        if is_past and any(words.pos[i] in NOUNS for i in finding.speaker):
            told.append(replace(finding, quote=trim(words, sentence.first, sentence.last)))
    return told


def _read_introduced(syntax: Syntax, sentence: Sentence) -> list[Finding]:
    """Find what something in the sentence introduces; later rules may only take words that are still free.

    A source that opens the sentence (*Laut der Zeitung hat Huber angekündigt, …*) is the source of all of it; what
    somebody of their own name says in there is nested.
    """
    own: list[Finding] = []
    taken: set[int] = set()
    is_sourced = syntax.sign[sentence.first] in ("wattribute", "attributing")
    for rule in SOURCE_FIRST if is_sourced else RULES:
        for finding in rule(syntax, sentence):
            is_nested = is_sourced and rule is find_leading and _has_named_speaker(syntax, finding)
            if finding.quote and (is_nested or not taken & set(finding.quote)):
                own.append(finding)
                taken |= set(finding.quote) | set(finding.frame)
    return own


def complete(syntax: Syntax, found: list[Finding]) -> list[Finding]:
    """Join free speech that carries on, add what stands in marks, and say who speaks where nobody is named.

    Parameters
    ----------
    syntax : Syntax
    found : list of Finding
        One sentence each, in the order of the text; marks aside.
    """
    found = _join_free(syntax.words, found)
    carry_speakers(syntax, found)
    direct = find_direct(syntax, found)
    marked = {i for finding in direct for i in finding.quote}
    found = [finding for finding in found if not marked.issuperset(finding.quote)] + direct
    found.sort(key=lambda finding: (finding.quote[0], -len(finding.quote)))
    carry_speakers(syntax, found)
    for finding in found:
        finding.addressee = find_addressee(syntax, finding)
    return found


def _join_free(words: Words, found: list[Finding]) -> list[Finding]:
    """Let free reported speech in neighbouring sentences be one quotation."""
    joined: list[Finding] = []
    for finding in found:
        last = next((f for f in reversed(joined[-2:]) if f.type in FREE), None)  # one may stand inside the other
        is_free = last and finding.type == last.type and finding.type in FREE
        is_near = is_free and words.paragraph[last.quote[-1]] == words.paragraph[finding.quote[0]]
        if is_near and last.quote[-1] + 1 == finding.quote[0]:
            last.quote += finding.quote
        else:
            joined.append(finding)
    return joined
