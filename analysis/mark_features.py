"""Mark features: what the model sees of a pair of quotation marks, as short strings."""

from collections import Counter

from analysis.clauses import Syntax
from analysis.findings import Finding

__all__ = ["describe_marks"]


def describe_marks(syntax: Syntax, finding: Finding, outer: Finding | None, is_rule: bool, said: Counter) -> list[str]:
    """List the features of a pair of marks.

    Parameters
    ----------
    syntax : Syntax
    finding : Finding
        The pair, with what frames it if the rules found a frame.
    outer : Finding or None
        What it lies in.
    is_rule : bool
        Whether the rules take it for a quotation.
    said : Counter
        How often each content stands in marks in this article, in lower case.
    """
    words, first, last = syntax.words, finding.quote[0], finding.quote[-1]
    inner = list(range(first + 1, last)) or [first]
    tags = [words.pos[i] for i in inner]
    content = " ".join(words.low[i] for i in inner)
    capitals = sum(words.form[i][:1].isupper() for i in inner)
    length = next((limit for limit in (1, 2, 3, 4, 6, 10, 20) if len(inner) <= limit), 99)
    features = [
        f"rule {is_rule:d} {finding.rule}", f"outer {outer.type[:4] + outer.rule if outer else ''}",
        f"length {length}", f"first {tags[0]}", f"last {tags[-1]}", f"tags {' '.join(tags[:4])} {len(tags) > 4}",
        f"finite {any(syntax.mood[i] for i in inner):d}", f"capital {capitals == len(inner):d}",
        f"small {words.form[inner[0]][:1].islower():d}", f"end {words.form[inner[-1]] if tags[-1][0] == '$' else ''}",
        f"again {said[content] > 1:d}", f"word {words.low[inner[0]]}", f"ending {words.lemma[inner[-1]][-4:]}",
        f"length {length} {bool(outer):d} {capitals == len(inner):d}", f"rule {is_rule:d} {bool(outer):d} {length}",
    ]  # fmt: skip
    features += [f"tag {tag}" for tag in set(tags)]
    return features + _neighbours(syntax, first, last, tags) + _context(syntax, first)


def _neighbours(syntax: Syntax, first: int, last: int, tags: list[str]) -> list[str]:
    """Describe the words just before and just after the marks."""
    words = syntax.words
    sentence = syntax.sentences[words.sentence[first]]
    features = []
    for step in (1, 2):
        i, j = first - step, last + step
        before = (words.lemma[i], words.pos[i]) if i >= sentence.first else ("^", "^")
        after = (words.low[j], words.pos[j]) if j < len(words) else ("^", "^")
        features += [f"-{step} {before[0]}", f"-{step} {before[1]}", f"+{step} {after[0]}", f"+{step} {after[1]}"]
    before, ending = (words.pos[first - 1], words.lemma[first - 1][-4:]) if first else ("^", "")
    return [*features, f"meets {before} {' '.join(tags[:3])}", f"-ending {ending}"]


def _context(syntax: Syntax, first: int) -> list[str]:
    """Describe the clause and the sentence that the marks stand in."""
    sentence = syntax.sentences[syntax.words.sentence[first]]
    clause, main = syntax.clauses[syntax.clause[first]], syntax.clauses[sentence.main]
    depth = syntax.depth[first - 1] > 0 if first else False
    return [
        f"main {main.mood}", f"clause {clause.mood}", f"cue {clause.verb_cue}", f"cues {bool(sentence.verb_cues):d}",
        f"source {sentence.has_word_cue:d}", f"verb {clause.last_verb}", f"nested {depth:d}",
        *(f"sentence {sign}" for sign in sentence.verb_cues),
    ]  # fmt: skip
