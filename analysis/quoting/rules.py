"""Quotation rules: which construction a sentence is, and who speaks where nobody is named."""

from dataclasses import replace

from analysis.codebook.wordlists import read_classes
from analysis.language.clauses import Sentence, Syntax
from analysis.language.noun_phrases import NOUNS
from analysis.language.subjects import find_subject
from analysis.language.words import Words
from analysis.quoting.addressees import find_addressee
from analysis.quoting.direct_speech import find_direct
from analysis.quoting.free_indirect_speech import find_hearsay, find_named, find_subjunctive
from analysis.quoting.introduced_speech import find_leading, find_opening_as, find_pointing_back, find_trailing
from analysis.quoting.quote_candidates import Finding, trim
from analysis.quoting.reporting_clauses import TELLING
from analysis.quoting.source_phrases import find_attributed

__all__ = ["apply_rules"]

FREE = frozenset({"IndirectFreeIndirect", "FreeIndirect"})
RECENT = 4  # quotations looked back over, to bound the time: 2 and 100 give the same quotations
FAR = 3  # sentences back to which a speaker is looked for
GRAMMAR = read_classes("grammar")
POINTING = GRAMMAR["taking_up"]
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


def carry_speakers(syntax: Syntax, found: list[Finding]) -> None:
    """Give free reported speech its speaker: that of the quotation before it, else the subject before it."""
    for n, finding in enumerate(found):
        near = found[max(0, n - RECENT) : n]
        if finding.rule == "marks, inside" and not finding.speaker:
            outer = next((f for f in reversed(near) if finding.quote[0] in f.quote), None)
            finding.speaker = list(outer.speaker) if outer else []
        if finding.rule == "marks, inside" and finding.speaker and not finding.frame:
            _borrow_frame(finding, near)
        if finding.type not in FREE or finding.speaker:
            continue
        finding.speaker = _carry_on(syntax, finding, near)


def _carry_on(syntax: Syntax, finding: Finding, near: list[Finding]) -> list[int]:
    """Find who goes on speaking: whoever was reported last, or whom a sentence before presents, whichever is nearer."""
    words = syntax.words
    number = words.sentence[finding.quote[0]]
    told = {i for f in near if f.type in FREE for i in f.quote}
    spoken = {words.sentence[f.quote[-1]]: f.speaker for f in near if not (f.rule == "named" and f.quote[0] in told)
              and f.quote[-1] < finding.quote[0] and f.speaker and words.low[f.speaker[0]] not in POINTING}  # fmt: skip
    for k in range(number - 1, max(-1, number - 1 - FAR), -1):
        if k in spoken:
            return list(spoken[k])
        if presented := _presents(syntax, k, is_next=k == number - 1):
            return presented
    subject = find_subject(syntax, syntax.clauses[syntax.sentences[number - 1].main]) if number else None
    is_other = subject is None or words.low[subject[0]] in GRAMMAR["first_person"]
    return [] if is_other else list(range(*subject))


def _presents(syntax: Syntax, number: int, *, is_next: bool) -> list[int]:
    """List the subject of a sentence whose verb reports; directly before free speech also a name or *er* that acts."""
    main = syntax.clauses[syntax.sentences[number].main]
    subject = find_subject(syntax, main) if not main.is_quoted and (main.verb_cue or is_next) else None
    if subject is None or syntax.words.low[subject[0]] in GRAMMAR["first_person"]:
        return []
    words = syntax.words
    fitting = NOUNS | {"PPER"} if main.verb_cue else {"NE", "PPER"}
    named = [i for i in range(*subject) if words.pos[i] in fitting]
    if not main.verb_cue:  # die Mehrheit der Menschen in Deutschland is no name
        named = [i for i in named if words.pos[i - 1] not in ("APPR", "APPRART") or i == subject[0]]
    return list(range(*subject)) if named else []


def _borrow_frame(finding: Finding, near: list[Finding]) -> None:
    """Give what is quoted inside free reported speech the frame that its speaker was carried on from."""
    framed = (f for f in reversed(near) if f.frame and f.speaker == finding.speaker)
    if source := next(framed, None):
        finding.frame, finding.cue = list(source.frame), list(source.cue)
