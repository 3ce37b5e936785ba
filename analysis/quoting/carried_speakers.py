"""Carried speakers: who goes on speaking where a sentence of reported speech names nobody."""

from analysis.codebook.wordlists import read_classes, read_countries
from analysis.language.clauses import Syntax
from analysis.language.noun_phrases import DETERMINERS, FIRST_NAMES, NOUNS, find_noun_phrase
from analysis.language.nouns import kind_of
from analysis.language.subjects import find_subject
from analysis.language.words import Words
from analysis.quoting.quote_candidates import FREE, Finding

__all__ = ["carry_speakers"]

RECENT = 4  # quotations looked back over, to bound the time: 2 and 100 give the same quotations
NEAR, FAR = 3, 5  # sentences back to which a speaker is looked for: anybody, somebody of a name
TURN = 6  # tokens of a name before the colon that opens a turn
GRAMMAR = read_classes("grammar")
POINTING = GRAMMAR["taking_up"]


def carry_speakers(syntax: Syntax, found: list[Finding]) -> None:
    """Give free reported speech its speaker: that of the quotation before it, else the subject before it."""
    for n, finding in enumerate(found):
        near = found[max(0, n - RECENT) : n]
        if finding.rule == "marks, inside":
            _borrow_holder(finding, near)
        if not finding.speaker and (finding.type in FREE or _stands_alone(syntax, finding)):
            finding.speaker = _carry_on(syntax, finding, near)


def _stands_alone(syntax: Syntax, finding: Finding) -> bool:
    """Tell a sentence in marks that has no frame: *Huber kam als Erster. **„Ich warte gern.“***"""
    first = finding.quote[0]
    opens = first == syntax.words.sentences[syntax.words.sentence[first]][0]
    return opens and finding.rule in ("marks", "marks, leading") and any(syntax.mood[i] for i in finding.quote)


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
    """Find who goes on speaking: whoever was reported last, or whom a sentence before presents, whichever is nearer.

    Hearsay (*soll geflohen sein*) goes on with a report, and is nobody's where none stands before it.
    """
    number = syntax.words.sentence[finding.quote[0]]
    spoken = _list_spoken(syntax, finding, near)
    for k in range(number, max(-1, number - 1 - FAR), -1):
        if k in spoken and (number - k <= NEAR or _has_name(syntax.words, spoken[k])):
            return list(spoken[k])
        if named := _find_turn(syntax, k):
            return named
        if k == number:
            continue
        if number - k > NEAR:
            continue
        is_next = k == number - 1 and finding.type != "FreeIndirect"
        if presented := _presents(syntax, k, is_next=is_next, is_after=any(j in spoken for j in range(k - NEAR, k))):
            return presented
    return []


def _find_turn(syntax: Syntax, number: int) -> list[int]:
    """List the name whose turn a sentence opens: ***Berg:** Das sei falsch.*"""
    words, first = syntax.words, syntax.sentences[number].first
    colon = next((i for i in range(first + 1, min(first + TURN, len(words))) if words.form[i] == ":"), first)
    is_name = colon > first and find_noun_phrase(words, first, colon) == colon and _tells_person(words, first, colon)
    return list(range(first, colon)) if is_name else []


def _list_spoken(syntax: Syntax, finding: Finding, near: list[Finding]) -> dict[int, list[int]]:
    """Give the speakers of the quotations before one, by the sentence that each ends in; a thing speaks no further."""
    words = syntax.words
    told = {i for f in near if f.type in FREE for i in f.quote}
    before = [f for f in near if f.quote[-1] < finding.quote[0] and f.speaker]
    named = [f for f in before if words.low[f.speaker[0]] not in POINTING and not _is_mute(words, f.speaker, f.rule)]
    return {words.sentence[f.quote[-1]]: f.speaker for f in named if f.rule != "named" or f.quote[0] not in told}


def _is_mute(words: Words, phrase: list[int], rule: str = "") -> bool:
    """Tell words for what does not speak: *die Lage*, *so die Hoffnung*, *ein Streik* (a noun of no list)."""
    head = next((i for i in phrase if words.pos[i] in NOUNS), -1)
    if head < 0 or words.pos[head] != "NN":
        return False
    kind = kind_of(words.form[head])
    is_led = words.pos[phrase[0]] in DETERMINERS and not any(words.pos[i] in ("NE", "FM") for i in phrase)
    return kind == "nothing" or (kind == "" and is_led and rule in ("so", "presented"))


def _is_i_or_we(syntax: Syntax, subject: tuple[int, int]) -> bool:
    """Tell *ich*, *wir*."""
    return syntax.words.low[subject[0]] in GRAMMAR["first_person"]


def _presents(syntax: Syntax, number: int, *, is_next: bool, is_after: bool) -> list[int]:
    """List the subject of a sentence whose verb reports; directly before free speech also a person who acts.

    Where somebody spoke before (`is_after`), a pronoun means them or another, and does not take over.
    """
    words, main = syntax.words, syntax.clauses[syntax.sentences[number].main]
    subject = find_subject(syntax, main) if not main.is_quoted and (main.verb_cue or is_next) else None
    if subject is None or _is_i_or_we(syntax, subject):
        return []
    phrase = list(range(*subject))
    if main.verb_cue:
        is_somebody = any(words.pos[i] in NOUNS | {"PPER"} for i in phrase) and not _is_mute(words, phrase, "presented")
    else:
        is_person = _tells_person(words, *subject) and not (is_after and _is_unnamed_crowd(words, phrase))
        is_somebody = is_person or (not is_after and _is_bare_name(words, *subject))
    return phrase if is_somebody else []


def _has_name(words: Words, phrase: list[int]) -> bool:
    """Tell words with a name in them, or a pronoun."""
    return any(words.pos[i] in ("NE", "FM", "XY", "PPER") for i in phrase)


def _is_unnamed_crowd(words: Words, phrase: list[int]) -> bool:
    """Tell people without a name of whom speech may be rather than theirs: *die Kinder*, *alle Bürger*, *Pädagogen*."""
    head = next((i for i in phrase if words.pos[i] in NOUNS), -1)
    if head < 0 or _has_name(words, phrase):
        return False
    is_bare = phrase[0] == head or words.pos[phrase[0]] in ("PIS", "PIAT", "ADJA", "CARD")
    low = words.low[head]
    is_plural = words.low[phrase[0]] in GRAMMAR["of_several"] and low.endswith(("n", "r")) and not low.endswith("in")
    return is_bare or is_plural


def _is_bare_name(words: Words, first: int, stop: int) -> bool:
    """Tell a pronoun or a name without a noun, which is no country's: *er*, *Huber*."""
    is_bare = all(words.pos[i] in ("NE", "PPER") for i in range(first, stop))
    return is_bare and not any(words.low[i] in read_countries() for i in range(first, stop))


def _tells_person(words: Words, first: int, stop: int) -> bool:
    """Tell a phrase that is about a person: by a title, a first name, or a last name that stood behind one."""
    head = next((i for i in range(first, stop) if words.pos[i] in NOUNS), -1)
    if head < 0:
        return False
    if words.form[head] in FIRST_NAMES or kind_of(words.form[head]) == "person":
        return True
    places = (i for i in range(1, first) if words.form[i] == words.form[head])
    return any(words.form[i - 1] in FIRST_NAMES or kind_of(words.form[i - 1]) == "person" for i in places)
