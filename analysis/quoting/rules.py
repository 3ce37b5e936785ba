"""Quotation rules: which construction a sentence is, and who speaks where nobody is named."""

from analysis.language.clauses import Sentence, Syntax
from analysis.language.phrases import find_subject
from analysis.quoting.addressees import find_addressee
from analysis.quoting.attributed import find_attributed
from analysis.quoting.direct import find_direct
from analysis.quoting.drafts import Finding
from analysis.quoting.framed import find_leading, find_opening_as, find_pointing_back, find_trailing
from analysis.quoting.free import find_hearsay, find_named, find_subjunctive

__all__ = ["apply_rules"]

FREE = frozenset({"IndirectFreeIndirect", "FreeIndirect"})
NEAR = 2  # sentences over which a speaker is carried on


def apply_rules(syntax: Syntax) -> list[Finding]:
    """Find the quotations of one article by rules alone, in the order of the text, outer ones first."""
    return complete(syntax, read_sentences(syntax))


def read_sentences(syntax: Syntax) -> list[Finding]:
    """Find what is reported in each sentence, quotation marks aside."""
    found: list[Finding] = []
    was_reported = False
    for sentence in syntax.sentences:
        own = _read_introduced(syntax, sentence)
        own = own or list(find_subjunctive(syntax, sentence, was_reported)) or list(find_hearsay(syntax, sentence))
        own = own or list(find_named(syntax, sentence))
        found += own
        was_reported = bool(own) or (was_reported and sentence.is_all_marked)
    return found


def _read_introduced(syntax: Syntax, sentence: Sentence) -> list[Finding]:
    """Find what something in the sentence introduces; later rules may only take words that are still free."""
    own: list[Finding] = []
    taken: set[int] = set()
    for rule in (find_pointing_back, find_opening_as, find_trailing, find_leading, find_attributed):
        for finding in rule(syntax, sentence):
            if finding.quote and not taken & set(finding.quote):
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
    found = _join_free(found)
    carry_speakers(syntax, found)
    direct = find_direct(syntax, found)
    marked = {i for finding in direct for i in finding.quote}
    found = [finding for finding in found if not marked.issuperset(finding.quote)] + direct
    found.sort(key=lambda finding: (finding.quote[0], -len(finding.quote)))
    carry_speakers(syntax, found)
    for finding in found:
        finding.addressee = find_addressee(syntax, finding)
    return found


def _join_free(found: list[Finding]) -> list[Finding]:
    """Let free reported speech in neighbouring sentences be one quotation."""
    joined: list[Finding] = []
    for finding in found:
        last = joined[-1] if joined else None
        is_free = last and finding.type == last.type == "IndirectFreeIndirect"
        if is_free and last.quote[-1] + 1 == finding.quote[0]:
            last.quote += finding.quote
        else:
            joined.append(finding)
    return joined


def carry_speakers(syntax: Syntax, found: list[Finding]) -> None:
    """Give free reported speech its speaker: that of the quotation before it, else the subject before it."""
    for n, finding in enumerate(found):
        near = found[max(0, n - 2 * NEAR) : n]
        if finding.rule == "marks, inside" and not finding.speaker:
            outer = next((f for f in reversed(near) if finding.quote[0] in f.quote), None)
            finding.speaker = list(outer.speaker) if outer else []
        if finding.rule == "marks, inside" and finding.speaker and not finding.frame:
            _borrow_frame(finding, near)
        if finding.type not in FREE or finding.speaker:
            continue
        number = syntax.words.sentence[finding.quote[0]]
        before = next((f for f in reversed(near) if f.quote[-1] < finding.quote[0] and f.speaker), None)
        if before and number - syntax.words.sentence[before.quote[-1]] <= NEAR:
            finding.speaker = list(before.speaker)
        elif number:
            subject = find_subject(syntax, syntax.clauses[syntax.sentences[number - 1].main])
            finding.speaker = list(range(*subject)) if subject else []


def _borrow_frame(finding: Finding, near: list[Finding]) -> None:
    """Give what is quoted inside free reported speech the frame that its speaker was carried on from."""
    framed = (f for f in reversed(near) if f.frame and f.speaker == finding.speaker)
    if source := next(framed, None):
        finding.frame, finding.cue = list(source.frame), list(source.cue)
