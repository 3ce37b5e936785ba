"""Inserted frames: the clause that says who speaks stands behind what it reports, or inside it.

Every rule names itself in `Finding.rule`, so that a quotation can be traced to the construction that gave it away.
"""

from collections.abc import Iterator

from analysis.codebook.wordlists import read_classes
from analysis.language.clauses import CONTENT, SUBJUNCTIONS, Clause, Sentence, Syntax
from analysis.language.governed_phrases import find_origin
from analysis.language.noun_phrases import NOUNS, find_noun_phrase
from analysis.language.subjects import find_subject
from analysis.language.words import Words
from analysis.quoting.quote_candidates import Finding, trim, trim_end
from analysis.quoting.reporting_clauses import (
    SUBORDINATING,
    asks_how,
    is_content,
    is_set_in,
    is_somebody,
    is_subjunctive,
    read_cue,
)
from analysis.quoting.speaker_phrases import lengthen_to_name

__all__ = ["find_trailing"]

GRAMMAR = read_classes("grammar")


def find_trailing(syntax: Syntax, sentence: Sentence) -> Iterator[Finding]:
    """*Die Lage sei ruhig, sagte er.* · *…, so der Minister.* · *…, wie er mitteilte.*"""
    kinds = {k: _name_insertion(syntax, sentence, k) for k in sentence.clauses[1:]}
    found = [k for k, kind in kinds.items() if kind and not _is_inside_marks(syntax, syntax.clauses[k])]
    if found:
        k = next((k for k in found if not _is_content_of(syntax, found, k, kinds)), found[0])
        yield _read_insertion(syntax, sentence, k, kinds[k])


def _is_content_of(syntax: Syntax, found: list[int], k: int, kinds: dict[int, str]) -> bool:
    """Tell what a later frame reports: *… was, **glaube ich**, keiner will*, *wir wissen, **wie man das nennt***."""
    clause, nobody = syntax.clauses[k], GRAMMAR["first_person"] | GRAMMAR["impersonal"]
    is_own = not nobody.isdisjoint(syntax.words.low[clause.first : clause.last])
    return k < found[-1] and kinds[found[-1]] == "trailing" and kinds[k] != "so" and is_own


def _name_insertion(syntax: Syntax, sentence: Sentence, k: int) -> str:
    """Name the kind of a clause that may stand behind or inside what it reports; "" if it is none."""
    clause = syntax.clauses[k]
    if syntax.words.low[clause.first] == "so" and syntax.sign[clause.first] == "so" and clause.order in "01":
        return "so"
    is_source = clause.opener == "wie" and clause.order == "L" and not asks_how(syntax, clause.first)
    if is_source and clause.verb_cue and not _is_likened(syntax, clause):
        return "wie"
    return "trailing" if _is_inverted(syntax, sentence, k) or _is_summed_up(syntax, clause) else ""


def _is_likened(syntax: Syntax, clause: Clause) -> bool:
    """Tell what *wie* compares: *wie er genannt wird*, *wie sie gemeint ist*, *wie man heute sagen kann*."""
    words, places = syntax.words, range(clause.first, clause.last)
    if any(syntax.verb[i] in GRAMMAR["labelling"] for i in places):  # wie sich die Gruppe nennt
        return True
    is_done = any(words.pos[i] == "VVPP" for i in places) and any(
        words.lemma[i] in ("werden", "sein") for i in clause.finite
    )
    is_about_it = words.low[clause.first + 1] in ("er", "sie") and words.pos[clause.first + 1] == "PPER"
    is_possible = any(words.low[i] == "man" for i in places) and any(words.pos[i] == "VMFIN" for i in places)
    return is_possible or (is_done and is_about_it)


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
    before = trim(words, colon + 1, clause.first)
    last, behind = _read_behind_insertion(syntax, sentence, k, before, kind)
    frame = trim_end(words, clause.first - (words.form[clause.first - 1] == ","), last)
    if kind == "so":
        cue, speaker = _read_so(words, clause)
    else:
        cue, speaker = read_cue(syntax, clause, is_inserted=kind == "trailing")
    return Finding("Indirect", before + behind, frame, cue, speaker, rule=kind)


def _read_behind_insertion(
    syntax: Syntax, sentence: Sentence, k: int, before: list[int], kind: str
) -> tuple[int, list[int]]:
    """Return where an inserted frame ends, and what goes on with the quotation: *Es sei, | sagte er, | zu spät*."""
    words, last = syntax.words, syntax.clauses[k].last
    if last < sentence.last and words.form[last - 1] == ",":
        after = syntax.clauses[k + 1]
        if _is_about_speaker(syntax, after, before):
            return after.last, []
        if _resumes(syntax, after, kind != "trailing"):
            return last, trim(words, last, sentence.last)
        return after.last if after.order == "0" else last, []  # an apposition to the speaker
    if kind != "wie" and last < sentence.last and words.form[last - 1] == ":" and not syntax.depth[last]:
        return last, trim(words, last, sentence.last)
    return last, []


def _read_so(words: Words, clause: Clause) -> tuple[list[int], list[int]]:
    """Read cue and speaker of *so der Minister*, without a mark that opens behind the name: *so Huber | „eine …“*."""
    end = find_noun_phrase(words, clause.first + 1, clause.last)
    end = next((i for i in range(clause.first + 2, end) if words.marked.get(i, 0) > end), end)
    return [clause.first], lengthen_to_name(words, list(range(clause.first + 1, end)))


def _is_about_speaker(syntax: Syntax, after: Clause, quote: list[int]) -> bool:
    """Tell *Das ist neu, so Huber, | der selbst dort war*: what was said was whole before the relative clause."""
    is_relative = after.order == "L" and syntax.words.pos[after.first] in ("PRELS", "PRELAT")
    return is_relative and any(syntax.mood[i] for i in quote)


def _is_inside_marks(syntax: Syntax, clause: Clause) -> bool:
    """Tell whether the whole clause stands inside quotation marks."""
    return syntax.depth[clause.first] > 0 and syntax.depth[clause.last - 1] > 0


def _is_inverted(syntax: Syntax, sentence: Sentence, k: int) -> bool:
    """Tell *…, sagte er*: verb first, its subject behind it, and a main clause before it."""
    clause, words = syntax.clauses[k], syntax.words
    is_added = words.pos[clause.first] == "KON" or not GRAMMAR["turning"].isdisjoint(
        words.low[clause.first : clause.last]
    )
    if is_added or clause.order != "1" or not clause.verb_cue or _follows_condition(syntax, sentence, k):
        return False  # er kam und sagte, … · er kam, sagte aber nichts · wenn er kommt, sagt er nichts
    if _introduces_next(syntax, sentence, k) and not _is_told_before(syntax, sentence, k):
        return False
    if is_set_in(words, clause.first) or _is_next_in_list(syntax, k):
        return False
    has_main = any(syntax.clauses[j].order in "12" for j in range(sentence.clauses[0], k))
    is_impersonal = syntax.verb[clause.finite[0]] == "heißen"
    is_sourced = syntax.verb[clause.finite[0]] == "verlauten" and find_origin(syntax, clause) is not None
    return has_main and (is_impersonal or is_sourced or find_subject(syntax, clause, is_inserted=True) is not None)


def _is_next_in_list(syntax: Syntax, k: int) -> bool:
    """Tell *Er kritisierte das Gesetz, | forderte eine Reform und …*: what follows the verb is its object."""
    before, clause = syntax.clauses[k - 1], syntax.clauses[k]
    subject = find_subject(syntax, clause, is_inserted=True)
    if subject is None or before.order != "2" or "i" not in before.mood or not before.verb_cue:
        return False
    words, phrase = syntax.words, range(*subject)
    return words.low[subject[0]] in ("die", "das", "eine") and not is_somebody(words, phrase)


def _introduces_next(syntax: Syntax, sentence: Sentence, k: int) -> bool:
    """Tell whether what a clause reports can be the clause behind it."""
    return k < sentence.clauses[-1] and is_content(syntax, syntax.clauses[k + 1], syntax.clauses[k].verb_cue)


def _is_told_before(syntax: Syntax, sentence: Sentence, k: int) -> bool:
    """Tell *Das sei falsch, | sagt Berg: …*: what stands before is told already, and the colon goes on with it."""
    is_colon = k < sentence.clauses[-1] and syntax.words.form[syntax.clauses[k + 1].first - 1] == ":"
    return is_colon and sentence.main < k and "1" in syntax.clauses[sentence.main].mood


def _follows_condition(syntax: Syntax, sentence: Sentence, k: int) -> bool:
    """Tell *Wenn er kommt, | sagt er nichts*, *Erst wenn …*, *Kommt er nicht, | …*: nothing is said before."""
    words, opening = syntax.words, syntax.clauses[sentence.clauses[0]]
    is_later = words.pos[opening.first] in ("ADV", "ADJD") and words.low[opening.first + 1] in SUBJUNCTIONS
    is_first = opening.order == "1" and not is_subjunctive(opening)
    between = [syntax.clauses[j] for j in range(sentence.clauses[0] + 1, k)]
    is_main = opening.order == "2" and words.form[opening.finite[-1] + 1] not in (",", "(")  # Damit sei es gut, | …
    if opening.opener in SUBORDINATING and not is_main:
        return not any(_answers(syntax, clause) for clause in between)
    return (is_later or is_first) and not any(clause.order in "12" for clause in between)


def _answers(syntax: Syntax, clause: Clause) -> bool:
    """Tell the main clause behind a subordinate one: *Wenn er kommt, | gehen wir*, *…, | dann gehen wir*."""
    words, first = syntax.words, clause.first
    return words.form[first - 1] == "," and (
        (clause.order == "1" and clause.finite[0] == first)
        or (clause.order == "2" and (words.low[first] in ("dann", "so") or words.pos[first] == "PDS"))
    )


def _resumes(syntax: Syntax, clause: Clause, is_inserted: bool) -> bool:
    """Tell whether the quotation goes on in the clause after an inserted *sagte er*."""
    if is_inserted or clause.order in "2z" or clause.opener in CONTENT or is_subjunctive(clause):
        return True
    return clause.order == "0" and syntax.words.pos[clause.first] not in NOUNS | {"ART", "PPOSAT", "ADJA"}
