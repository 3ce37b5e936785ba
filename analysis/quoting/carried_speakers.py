"""Carried speakers: who goes on speaking where a sentence of reported speech names nobody."""

from analysis.codebook.wordlists import read_classes
from analysis.language.clauses import Clause, Syntax
from analysis.language.noun_phrases import NOUNS
from analysis.language.subjects import find_subject
from analysis.quoting.quote_candidates import FREE, Finding

__all__ = ["carry_speakers"]

RECENT = 4  # quotations looked back over, to bound the time: 2 and 100 give the same quotations
FAR = 3  # sentences back to which a speaker is looked for
GRAMMAR = read_classes("grammar")
POINTING = GRAMMAR["taking_up"]


def carry_speakers(syntax: Syntax, found: list[Finding]) -> None:
    """Give free reported speech its speaker: that of the quotation before it, else the subject before it."""
    for n, finding in enumerate(found):
        near = found[max(0, n - RECENT) : n]
        if finding.rule == "marks, inside":
            _borrow_holder(finding, near)
        if finding.type in FREE and not finding.speaker:
            finding.speaker = _carry_on(syntax, finding, near)


def _borrow_holder(finding: Finding, near: list[Finding]) -> None:
    """Give words in marks the speaker of what they lie in, and the frame that its speaker was carried on from."""
    if not finding.speaker:
        outer = next((f for f in reversed(near) if finding.quote[0] in f.quote), None)
        finding.speaker = list(outer.speaker) if outer else []
    if finding.speaker and not finding.frame:
        framed = (f for f in reversed(near) if f.frame and f.speaker == finding.speaker)
        if source := next(framed, None):
            finding.frame, finding.cue = list(source.frame), list(source.cue)


def _carry_on(syntax: Syntax, finding: Finding, near: list[Finding]) -> list[int]:
    """Find who goes on speaking: whoever was reported last, or whom a sentence before presents, whichever is nearer."""
    number = syntax.words.sentence[finding.quote[0]]
    spoken = _list_spoken(syntax, finding, near)
    for k in range(number, max(-1, number - 1 - FAR), -1):
        if k in spoken:
            return list(spoken[k])
        if k == number:
            continue
        if presented := _presents(syntax, k, is_next=k == number - 1):
            return presented
    subject = find_subject(syntax, syntax.clauses[syntax.sentences[number - 1].main]) if number else None
    return list(range(*subject)) if subject and not _is_i_or_we(syntax, subject) else []


def _list_spoken(syntax: Syntax, finding: Finding, near: list[Finding]) -> dict[int, list[int]]:
    """Give the speakers of the quotations before one, by the sentence that each ends in."""
    words = syntax.words
    told = {i for f in near if f.type in FREE for i in f.quote}
    before = [f for f in near if f.quote[-1] < finding.quote[0] and f.speaker]
    named = [f for f in before if words.low[f.speaker[0]] not in POINTING]
    return {words.sentence[f.quote[-1]]: f.speaker for f in named if f.rule != "named" or f.quote[0] not in told}


def _is_i_or_we(syntax: Syntax, subject: tuple[int, int]) -> bool:
    """Tell *ich*, *wir*."""
    return syntax.words.low[subject[0]] in GRAMMAR["first_person"]


def _presents(syntax: Syntax, number: int, *, is_next: bool) -> list[int]:
    """List the subject of a sentence whose verb reports; directly before free speech also a name or *er* that acts."""
    main = syntax.clauses[syntax.sentences[number].main]
    subject = find_subject(syntax, main) if not main.is_quoted and (main.verb_cue or is_next) else None
    if subject is None or _is_i_or_we(syntax, subject):
        return []
    return list(range(*subject)) if _can_go_on(syntax, main, subject) else []


def _can_go_on(syntax: Syntax, main: Clause, subject: tuple[int, int]) -> bool:
    """Tell whether a subject can go on speaking: any noun if its verb reports, else a name or a pronoun."""
    words = syntax.words
    if main.verb_cue:
        return any(words.pos[i] in NOUNS | {"PPER"} for i in range(*subject))
    named = [i for i in range(*subject) if words.pos[i] in ("NE", "PPER")]
    # die Mehrheit der Menschen in Deutschland is no name
    return any(words.pos[i - 1] not in ("APPR", "APPRART") or i == subject[0] for i in named)
