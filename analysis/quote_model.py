"""The quotation model: it judges what the rules propose, with weights that `lesarten train quotes` fits.

Two logistic regressions over the short strings of `candidate_features` and `mark_features`: one says how well a
candidate will match a quotation, the other whether a pair of marks is one. The rules' own answer is among their
features, so that the model only has to say where the rules are wrong.
"""

import gzip
import json
import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from analysis.candidate_features import Neighbours, describe_candidate
from analysis.candidates import propose
from analysis.clauses import Syntax
from analysis.errors import StudyError
from analysis.findings import Finding
from analysis.mark_features import describe_marks
from analysis.quote_rules import complete, read_sentences

__all__ = [
    "SHIPPED",
    "QuoteModel",
    "apply_model",
    "choose",
    "count_said",
    "judge_features",
    "list_candidates",
    "load_model",
    "save_model",
]

SHIPPED = Path(__file__).resolve().parent / "models" / "quotes.json.gz"
FORMAT = 1


@dataclass(frozen=True)
class QuoteModel:
    """The weights of both regressions, by feature, and from which probability on a candidate is taken.

    Attributes
    ----------
    candidates, marks : dict
        Feature to weight; the empty feature is the intercept.
    candidate_threshold, mark_threshold : float
    """

    candidates: dict[str, float]
    marks: dict[str, float]
    candidate_threshold: float
    mark_threshold: float


def judge_features(weights: dict[str, float], features: Iterable[str]) -> float:
    """Return the probability that a logistic regression gives."""
    total = weights[""] + sum(weights.get(feature, 0.0) for feature in set(features))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def list_candidates(syntax: Syntax, found: list[Finding]) -> list[Finding]:
    """List what the rules found and what else might be a quotation, each once."""
    seen = {(finding.type, tuple(finding.quote)) for finding in found}
    return found + [c for c in propose(syntax) if (c.type, tuple(c.quote)) not in seen]


def apply_model(syntax: Syntax, model: QuoteModel) -> list[Finding]:
    """Find the quotations of one article: rules propose, the model chooses.

    Of candidates that share words the likeliest is taken; none below the threshold.
    """
    found = read_sentences(syntax)
    neighbours = Neighbours(syntax, found)
    scored = [(judge_features(model.candidates, describe_candidate(syntax, candidate, neighbours)), candidate)
              for candidate in list_candidates(syntax, found)]  # fmt: skip
    chosen = choose(scored, model.candidate_threshold)
    said = count_said(syntax)

    def judge(finding: Finding, outer: Finding | None, is_rule: bool) -> bool:
        features = describe_marks(syntax, finding, outer, is_rule, said)
        return judge_features(model.marks, features) >= model.mark_threshold

    return complete(syntax, chosen, judge=judge)


def choose(scored: list[tuple[float, Finding]], threshold: float) -> list[Finding]:
    """Choose candidates that share no words, the likeliest first; return them in the order of the text."""
    chosen: list[Finding] = []
    taken: set[int] = set()
    for score, candidate in sorted(scored, key=lambda pair: -pair[0]):
        if score < threshold:
            break
        if taken.isdisjoint(candidate.quote):
            taken.update(candidate.quote)
            chosen.append(candidate)
    return sorted(chosen, key=lambda candidate: candidate.quote[0])


def count_said(syntax: Syntax) -> Counter:
    """Count what stands between marks in an article, in lower case."""
    return Counter(" ".join(syntax.words.low[first + 1 : last - 1]) for first, last in syntax.pairs)


def save_model(model: QuoteModel, path: Path) -> None:
    """Write a model as compressed JSON: the same model gives the same bytes."""
    content = {"format": FORMAT, "thresholds": [model.candidate_threshold, model.mark_threshold]}
    content |= {"candidates": dict(sorted(model.candidates.items())), "marks": dict(sorted(model.marks.items()))}
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


@lru_cache(maxsize=4)
def load_model(path: Path = SHIPPED) -> QuoteModel:
    """Load a model once a process.

    Raises
    ------
    StudyError
        If there is no such file, or it is no model of this version.
    """
    try:
        content = json.loads(gzip.decompress(path.read_bytes()))
        thresholds = content["thresholds"] if content["format"] == FORMAT else []
        return QuoteModel(content["candidates"], content["marks"], *thresholds)
    except FileNotFoundError:
        raise StudyError("there is no such model; make one with `lesarten train quotes FILE`", file=path) from None
    except (OSError, ValueError, KeyError, TypeError):
        raise StudyError("no quotation model of this version; make one with `lesarten train quotes FILE`",
                         file=path) from None  # fmt: skip
