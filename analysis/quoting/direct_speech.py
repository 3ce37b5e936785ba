"""Direct quotation: which quotation marks quote somebody, and where the words that say so stand."""

from dataclasses import replace

from analysis.codebook.wordlists import read_classes
from analysis.language.clauses import NOMINAL, Clause, Sentence, Syntax
from analysis.language.noun_phrases import find_noun_phrase
from analysis.language.subjects import find_subject
from analysis.language.words import Words
from analysis.quoting.quote_candidates import Finding, trim_end
from analysis.quoting.reporting_clauses import is_set_in, is_somebody, read_cue
from analysis.quoting.scare_quotes import SHORT, find_listed, is_name
from analysis.quoting.speaker_phrases import lengthen_to_name

__all__ = ["find_direct"]

OPENING = frozenset('„ “ » « ‚ "'.split())
GRAMMAR = read_classes("grammar")
LABELLING, WORDING = GRAMMAR["labelling"], GRAMMAR["wording"]
REACH = 15  # tokens
SOURCED = frozenset({"wattribute", "attributing"})


def find_direct(syntax: Syntax, found: list[Finding]) -> list[Finding]:
    """Find the direct quotations of one article.

    Parameters
    ----------
    syntax : Syntax
    found : list of Finding
        What other rules found: a quotation in marks inside one of these has its frame and its speaker.

    Returns
    -------
    list of Finding, in the order of their opening marks
    """
    direct: list[Finding] = []
    holder = {i: finding for finding in found for i in finding.quote}
    names = find_listed(syntax.words, syntax.mood) | _find_named_sources(syntax, found)
    for first, last in syntax.pairs:
        if first in names:
            continue
        outer = holder.get(first)
        finding = Finding("Direct", list(range(first, last)))
        is_framed = _frame_after(syntax, finding) or _frame_before(syntax, finding)
        is_quotation = is_framed or _is_quotation(syntax, first, last, is_reported=outer is not None)
        if is_quotation:
            if not is_framed:
                _borrow(syntax, finding, outer, direct)
            direct.append(finding)
    return direct


def _find_named_sources(syntax: Syntax, found: list[Finding]) -> set[int]:
    """Find marks around the name of who speaks: *berichtete die „Zeitung am Morgen“*, *laut „…“*; by opening marks."""
    speakers = {i for finding in found for i in finding.speaker}
    named = [(a, b) for a, b in syntax.pairs if not any(syntax.mood[a:b])]
    return {a for a, b in named if (a and syntax.sign[a - 1] in SOURCED) or speakers.issuperset(range(a, b))}


def _frame_after(syntax: Syntax, finding: Finding) -> bool:
    """Find *„…“, sagte er.* and *„…“, so der Minister.* behind a quotation; tell whether there is one."""
    words, last = syntax.words, finding.quote[-1] + 1
    begin = next((i for i in range(last, len(words)) if words.form[i] not in (",", "–", "-")), len(words))
    if begin == last and not any(syntax.mood[i] for i in finding.quote) and is_name(words, finding.quote[0], last):
        return False  # die Zeitung „Die Welt“ meldete
    if begin >= len(words) or words.paragraph[begin] != words.paragraph[last - 1] or is_set_in(words, begin):
        return False
    finding.cue, finding.speaker = _read_inserted(syntax, begin)
    if not finding.speaker and not (finding.cue and words.low[begin] == "so"):
        return False
    finding.frame = trim_end(words, last, _next_opening(words, begin))
    finding.rule = "marks, trailing"
    return True


def _next_opening(words: Words, begin: int) -> int:
    """Return where the next quotation opens behind a frame, else where its sentence ends: *sagte er, | „und …“*."""
    end = words.sentences[words.sentence[begin]][1]
    places = range(begin + 1, end)
    return next((i for i in places if words.form[i] in OPENING and words.form[i - 1] in (",", ":")), end)


def _read_inserted(syntax: Syntax, begin: int) -> tuple[list[int], list[int]]:
    """Read cue and speaker of *so der Minister*, *sagte er*; both are empty where nobody is said to speak."""
    words, clause = syntax.words, syntax.clauses[syntax.clause[begin]]
    end = words.sentences[words.sentence[begin]][1]
    if words.low[begin] == "so" and begin + 1 < end and words.pos[begin + 1] in NOMINAL:
        return [begin], lengthen_to_name(words, list(range(begin + 1, find_noun_phrase(words, begin + 1, end))))
    if begin in clause.finite[:1] and clause.verb_cue:
        return read_cue(syntax, replace(clause, first=begin, order="1"), is_inserted=True)
    return [], []


def _frame_before(syntax: Syntax, finding: Finding) -> bool:
    """Find *Er sagte: „…“* before a quotation; tell whether there is a colon."""
    words, first = syntax.words, finding.quote[0]
    if not first or words.form[first - 1] != ":":
        return False
    sentence = syntax.sentences[words.sentence[first - 1]]
    if words.paragraph[first - 1] != words.paragraph[first] and not _is_announced(syntax, sentence, finding):
        return False
    clause = _find_announcing(syntax, sentence, first)
    if _is_name_behind_colon(syntax, clause, finding.quote):
        return False
    finding.frame = list(range(sentence.first, first))
    finding.cue, finding.speaker = _read_announcing(syntax, clause, first)
    finding.rule = "marks, leading"
    return True


def _find_announcing(syntax: Syntax, sentence: Sentence, first: int) -> Clause:
    """Find the clause that announces a quotation: the last with a reporting verb, else the one before the colon."""
    clauses = [syntax.clauses[k] for k in sentence.clauses if syntax.clauses[k].first < first]
    cued = [clause for clause in clauses if clause.verb_cue]
    return cued[-1] if cued else syntax.clauses[syntax.clause[first - 1]]


def _is_name_behind_colon(syntax: Syntax, clause: Clause, quote: list[int]) -> bool:
    """Tell a title in marks, of which nothing says that somebody says it: *ihr erstes Werk: „Le Grand Macabre“*."""
    is_cry = syntax.words.form[quote[-1] - 1] in ("!", "?")
    is_said = is_cry or clause.verb_cue or any(syntax.mood[i] for i in quote)
    return not is_said and is_name(syntax.words, quote[0], quote[-1] + 1)


def _read_announcing(syntax: Syntax, clause: Clause, first: int) -> tuple[list[int], list[int]]:
    """Read cue and speaker before a quotation: *Er sagte: „…“*, *Innenminister Schmidt: „…“*."""
    words = syntax.words
    cue, speaker = read_cue(syntax, clause)
    if not clause.finite:  # Innenminister Schmidt: „…“
        cue, speaker = [], list(range(clause.first, find_noun_phrase(words, clause.first, first - 1)))
    speaker = [i for i in speaker if i < first - 1]  # nothing of the quotation: Huber: „Das Haus brennt“
    if clause.finite and not clause.verb_cue and not is_somebody(words, speaker):
        speaker = []  # das Ziel ist klar: „…“
    return cue, speaker


def _is_announced(syntax: Syntax, sentence: Sentence, finding: Finding) -> bool:
    """Tell a paragraph that ends in a colon before one that marks open: *Er schrieb in seinem Blog:* ¶ *„…“*."""
    is_worded = not GRAMMAR["worded_by"].isdisjoint(syntax.words.low[sentence.first : sentence.last])
    return sentence.has_verb_cue or is_worded or any(syntax.mood[i] for i in finding.quote)


def _is_quotation(syntax: Syntax, first: int, last: int, *, is_reported: bool) -> bool:
    """Tell a quotation from a name, a title or an organisation's full name in brackets."""
    words = syntax.words
    inner = [i for i in range(first + 1, last - 1) if not words.pos[i].startswith("$")]
    if not inner:
        return False
    has_verb = any(syntax.mood[i] for i in inner)
    if (has_verb and len(inner) > SHORT) or _is_label(syntax, first, last):
        return True
    if is_name(words, first, last):
        return False
    if is_reported or len(inner) > 2 * SHORT:
        return True
    is_called = first > 0 and words.pos[first - 1] == "ART" and words.form[inner[0]][0].isupper() and not has_verb
    return not is_called and _is_said(syntax, first, inner)  # die „Woche des verbotenen Buches“


def _is_label(syntax: Syntax, first: int, last: int) -> bool:
    """Tell what somebody calls something: *bezeichnete ihn als „Banditen“*."""
    words = syntax.words
    sentence = syntax.sentences[words.sentence[first]]
    around = range(max(sentence.first, first - REACH), min(sentence.last, last + 2))
    return any(syntax.verb[i] in LABELLING and words.pos[i] == "VVFIN" for i in around)


def _is_said(syntax: Syntax, first: int, inner: list[int]) -> bool:
    """Tell a few words in marks that a verb of the sentence gives to somebody."""
    words = syntax.words
    has_small = any(words.form[i][0].islower() for i in inner)
    if has_small and syntax.sentences[words.sentence[first]].has_verb_cue:
        return True
    clause = syntax.clauses[syntax.clause[first]]
    return clause.verb_cue[1:] in WORDING and find_subject(syntax, clause) is not None


def _borrow(syntax: Syntax, finding: Finding, outer: Finding | None, before: list[Finding]) -> None:
    """Give a quotation the frame of what it lies in, of its own sentence, or the speaker before it."""
    words, first = syntax.words, finding.quote[0]
    if outer is not None:
        _borrow_outer(words, finding, outer)
    elif before and before[-1].frame and before[-1].frame[-1] + 1 == first:  # „Die Lage“, sagte er, „ist ruhig.“
        finding.frame, finding.cue, finding.speaker = before[-1].frame, before[-1].cue, before[-1].speaker
        finding.rule = "marks, broken"
    elif not _borrow_cue(syntax, finding):
        finding.rule = "marks"
        if before and words.paragraph[before[-1].quote[-1]] == words.paragraph[first]:
            finding.speaker = list(before[-1].speaker)


def _borrow_outer(words: Words, finding: Finding, outer: Finding) -> None:
    """Give a quotation the frame of what it lies in."""
    finding.frame, finding.cue, finding.speaker = list(outer.frame), list(outer.cue), list(outer.speaker)
    finding.rule = "marks, inside"
    if outer.naming:
        own = set(finding.quote)
        finding.cue = list(outer.naming)
        finding.frame = [i for i in trim_end(words, outer.quote[0], outer.quote[-1] + 1) if i not in own]


def _borrow_cue(syntax: Syntax, finding: Finding) -> bool:
    """Give a quotation the frame of its own sentence; tell whether somebody is said to speak there."""
    words, first = syntax.words, finding.quote[0]
    sentence = syntax.sentences[words.sentence[first]]
    clauses = [syntax.clauses[k] for k in sentence.clauses]
    cued = [clause for clause in clauses if clause.verb_cue and not clause.is_quoted]
    cue, speaker = read_cue(syntax, cued[0]) if cued else ([], [])
    if not speaker:
        return False
    finding.cue, finding.speaker = cue, speaker
    is_before = cue[0] < first
    finding.frame = trim_end(words, *((sentence.first, first) if is_before else (finding.quote[-1] + 1, sentence.last)))
    finding.rule = "marks, cue"
    return True
