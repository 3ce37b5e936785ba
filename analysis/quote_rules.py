"""Quotation rules: which construction a sentence is, and who speaks where nobody is named."""

from analysis.clauses import Syntax
from analysis.direct_rules import find_direct
from analysis.findings import Finding
from analysis.framed_rules import find_leading, find_opening_as, find_pointing_back, find_trailing
from analysis.free_rules import find_hearsay, find_named, find_subjunctive
from analysis.phrases import find_subject
from analysis.source_rules import find_attributed

__all__ = ["apply_rules", "carry_speakers", "join_free"]

FREE = frozenset({"IndirectFreeIndirect", "FreeIndirect"})
NEAR = 2  # sentences over which a speaker is carried on


def apply_rules(syntax: Syntax) -> list[Finding]:
    """Find the quotations of one article by rules alone.

    Sentence by sentence; the first construction that fits wins, later ones may only take words that are still free.
    """
    found: list[Finding] = []
    was_reported = False
    for sentence in syntax.sentences:
        taken: set[int] = set()
        own: list[Finding] = []
        for rule in (find_pointing_back, find_opening_as, find_trailing, find_leading, find_attributed):
            for finding in rule(syntax, sentence):
                if finding.quote and not taken & set(finding.quote):
                    own.append(finding)
                    taken |= set(finding.quote) | set(finding.frame)
        if not own:
            own = list(find_subjunctive(syntax, sentence, was_reported)) or list(find_hearsay(syntax, sentence))
            own = own or list(find_named(syntax, sentence))
            own = join_free(found, own)
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


def join_free(before: list[Finding], own: list[Finding]) -> list[Finding]:
    """Let free reported speech that carries on become one quotation with the sentence before it."""
    if own and own[0].rule == "subjunctive":
        last = before[-1] if before else None
        if last and last.rule == "subjunctive" and last.quote[-1] + 1 == own[0].quote[0]:
            last.quote += own[0].quote
            return []
    return own
