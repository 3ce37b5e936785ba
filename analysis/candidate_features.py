"""Candidate features: what the model sees of a proposed quotation, as short strings."""

from collections import defaultdict

from analysis.clauses import Syntax
from analysis.findings import Finding

__all__ = ["Neighbours", "describe_candidate"]

NEGATIONS = frozenset("nicht kein keine keinen nie kaum weder".split())
FIRST_PERSON = frozenset("ich wir uns mich mir".split())
HEADS = frozenset("NN NE PPER".split())


class Neighbours:
    """What the rules found in and around each sentence of one article."""

    def __init__(self, syntax: Syntax, found: list[Finding]):
        """Sort the findings by the sentences that they touch."""
        self.inside: dict[int, list[Finding]] = defaultdict(list)
        self.keys = {(finding.type, tuple(finding.quote)) for finding in found}
        for finding in found:
            first, last = (syntax.words.sentence[finding.quote[i]] for i in (0, -1))
            for number in range(first, last + 1):
                self.inside[number].append(finding)

    def overlap(self, number: int, quote: set[int]) -> tuple[float, Finding | None]:
        """Return the finding in a sentence that shares most with a quotation, and its token F1."""
        best: tuple[float, Finding | None] = (0.0, None)
        for finding in self.inside.get(number, ()):
            shared = len(quote.intersection(finding.quote))
            score = 2 * shared / (len(quote) + len(finding.quote))
            if score > best[0]:
                best = (score, finding)
        return best

    def type_in(self, number: int, *, last: bool) -> str:
        """Name the type of the last, or the first, finding in a sentence."""
        found = self.inside.get(number)
        return found[-1 if last else 0].type[:4] if found else "-"


def describe_candidate(syntax: Syntax, candidate: Finding, neighbours: Neighbours) -> list[str]:
    """List the features of a candidate: each also joined to its rule, so that a sign can count for one rule alone."""
    is_rule = (candidate.type, tuple(candidate.quote)) in neighbours.keys
    rule = ("=" if is_rule else "~") + candidate.rule
    kind = candidate.type[:4]
    shared = _bounds(syntax, candidate) + _sentence(syntax, candidate)
    shared += _around(syntax, candidate, neighbours, kind) + _cue(syntax, candidate) + _frame(syntax, candidate)
    single = [f"type {kind}", f"rule {rule}{kind}", *_kinds(syntax, candidate, kind)]
    return single + shared + [f"{rule}/{feature}" for feature in shared]


def _length_class(length: int) -> int:
    """Put a length in tokens into a class."""
    return next((limit for limit in (3, 6, 10, 15, 20, 30, 45) if length <= limit), 99)


def _bounds(syntax: Syntax, candidate: Finding) -> list[str]:
    """Describe where a candidate begins and ends, and its first clause."""
    words, quote = syntax.words, candidate.quote
    first, last = quote[0], quote[-1]
    clause, sentence = syntax.clauses[syntax.clause[first]], syntax.sentences[words.sentence[first]]
    n_clauses = syntax.clause[last] - syntax.clause[first] + 1
    before = words.low[first - 1] if first > sentence.first else "^"
    after = words.form[last + 1] if last + 1 < len(words) else "^"
    return [
        f"mood {clause.mood}{clause.order}", f"opener {clause.opener}", f"length {_length_class(len(quote))}",
        f"verb {clause.last_verb}", f"clauses {min(n_clauses, 5)}", f"broken {last - first + 1 > len(quote):d}",
        f"begins {first == sentence.first:d}", f"ends {last >= sentence.last - 2:d}", f"word {words.low[first]}",
        f"before {before}", f"after {after}", f"tags {words.pos[first]} {words.pos[min(first + 1, len(words) - 1)]}",
        f"last {words.pos[last]}", f"ich {any(words.low[i] in FIRST_PERSON for i in quote):d}",
    ]  # fmt: skip


def _sentence(syntax: Syntax, candidate: Finding) -> list[str]:
    """Describe the sentence that a candidate begins in."""
    sentence = syntax.sentences[syntax.words.sentence[candidate.quote[0]]]
    main = syntax.clauses[sentence.main]
    return [
        f"main {main.mood}{main.order}", f"moods {sentence.moods}", f"cues {len(sentence.verb_cues)}",
        f"source {sentence.has_word_cue:d}", f"marks {sentence.has_marks:d}", f"opens {sentence.opens_paragraph:d}",
        f"sentence {sentence.opener}",
    ]  # fmt: skip


def _around(syntax: Syntax, candidate: Finding, neighbours: Neighbours, kind: str) -> list[str]:
    """Describe what the rules made of the same words, and of the sentences before and after."""
    number = syntax.words.sentence[candidate.quote[0]]
    score, other = neighbours.overlap(number, set(candidate.quote))
    name = other.type[:4] + other.rule if other else ""
    features = [
        f"overlap {score:.1f}", f"overlap {score:.1f} {kind} {name}",
        f"previous {neighbours.type_in(number - 1, last=True)}", f"next {neighbours.type_in(number + 1, last=False)}",
    ]  # fmt: skip
    if number:
        before = syntax.sentences[number - 1]
        features += [f"previous moods {before.moods}", f"previous cues {bool(before.verb_cues):d}"]
    return features


def _cue(syntax: Syntax, candidate: Finding) -> list[str]:
    """Describe the words that would introduce a candidate, and who would be its speaker."""
    words, cue = syntax.words, candidate.cue or candidate.naming
    heads = [i for i in candidate.speaker if words.pos[i] in HEADS]
    features = [f"speaker {words.pos[heads[0]]}" if heads else "speaker none"]
    if not cue:
        return [*features, "cue none"]
    clause = syntax.clauses[syntax.clause[cue[0]]]
    inside = range(clause.first, clause.last)
    distance = min(3, abs(syntax.clause[cue[0]] - syntax.clause[candidate.quote[0]]))
    full = [syntax.verb[i] or words.lemma[i] for i in cue if not words.pos[i].startswith("VA") or len(cue) == 1]
    features += [
        f"cue {' '.join(full)}", f"cue mood {clause.mood}{clause.order}", f"cue marks {syntax.depth[cue[0]] > 0:d}",
        f"cue not {any(words.low[i] in NEGATIONS for i in inside):d}", f"cue far {distance}",
        f"cue noun {clause.noun_cue}", f"cue verb {clause.verb_cue}",
    ]  # fmt: skip
    features += [f"cue word {syntax.verb[i] or words.lemma[i]}" for i in cue if words.pos[i][:2] in ("VV", "NN")]
    features += [f"cue group {syntax.sign[i]}" for i in cue if syntax.sign[i]]
    return features + [f"cue modal {words.lemma[i]}" for i in inside if words.pos[i] == "VMFIN"]


def _frame(syntax: Syntax, candidate: Finding) -> list[str]:
    """Describe the words that would introduce a candidate: where they stand, how they begin and end."""
    words, frame, quote = syntax.words, candidate.frame, candidate.quote
    if not frame:
        return []
    side = "before" if frame[-1] < quote[0] else "behind" if frame[0] > quote[-1] else "inside"
    opening = syntax.clauses[syntax.sentences[words.sentence[frame[0]]].clauses[0]]
    return [
        f"frame {side} {words.form[frame[-1]] if words.pos[frame[-1]][0] == '$' else ''}",
        f"frame {side} {words.pos[frame[0]]}", f"frame length {_length_class(len(frame))}",
        f"frame opening {opening.order}{opening.opener}", f"frame reach {quote[0] - frame[-1] == 1:d}",
        f"frame word {words.low[frame[0]]}", f"frame last {words.pos[frame[-1]]}",
    ]  # fmt: skip


def _kinds(syntax: Syntax, candidate: Finding, kind: str) -> list[str]:
    """List what counts for a type as a whole: the cues of the sentence, the tags of the cue, the speaker's noun."""
    words = syntax.words
    sentence = syntax.sentences[words.sentence[candidate.quote[0]]]
    features = [f"{kind} {sign}" for sign in sentence.verb_cues + sentence.noun_cues]
    features += [f"{kind} cue {words.pos[i]}" for i in candidate.cue or candidate.naming]
    head = next((words.lemma[i] for i in candidate.speaker if words.pos[i] in HEADS), "")
    return features + ([f"noun {head}", f"noun -{head[-5:]}"] if head else [])
