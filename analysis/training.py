"""Training: the quotation model, fitted to hand-annotated articles."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression

from analysis.candidate_features import Neighbours, describe_candidate
from analysis.clauses import Syntax, parse
from analysis.cues import read_cues
from analysis.evaluation import lay_onto_tokens
from analysis.findings import Finding
from analysis.mark_features import describe_marks
from analysis.quote_model import QuoteModel, choose, count_said, judge_features, list_candidates
from analysis.quote_rules import complete, read_sentences
from analysis.readers import plain_articles
from analysis.tagging import tag_articles
from analysis.words import read_words

__all__ = ["Example", "fit_model", "read_examples"]

# Chosen by five-fold cross-validation over the training articles.
CANDIDATE_STRENGTH, MARK_STRENGTH = 0.05, 0.1  # inverse of the penalty on the weights
CANDIDATE_THRESHOLD, MARK_THRESHOLD = 0.38, 0.42
RAREST = 2  # times: a feature seen less often is left out
FOLDS = 5
OTHER_TYPE = 0.6  # what a candidate with the right words and the wrong type is worth
FREE = frozenset({"IndirectFreeIndirect", "FreeIndirect", "Reported"})


@dataclass
class Example:
    """An article with its annotated quotations, as token numbers of our own tokens; candidates and their worth."""

    syntax: Syntax
    annotated: list[dict]
    candidates: list[Finding]
    features: list[list[str]]
    worth: list[float]


def read_examples(articles: Iterable[dict], *, tick: Callable[[], None] = lambda: None) -> list[Example]:
    """Tag annotated articles, lay the annotation onto our tokens, list and describe every candidate."""
    examples = []
    for article in articles:
        texts = pd.DataFrame({"article_id": ["a"], "text": [article["text"]]})
        plain, paragraphs = plain_articles(texts)
        for words in read_words(plain, *tag_articles(plain, paragraphs)):
            syntax = parse(words, read_cues())
            spans = list(zip(words.start, words.end, strict=True))
            annotated = [_lay_back(quote, article["tokens"], spans) for quote in article["quotes"]]
            examples.append(_describe(syntax, annotated))
        tick()
    return examples


def _lay_back(quote: dict, tokens: list[list[int]], spans: list[tuple[int, int]]) -> dict:
    """Write an annotated quotation as token numbers of our own tokens."""
    own = lay_onto_tokens([tuple(tokens[i]) for i in quote["quote"]], [list(span) for span in spans])
    return {"type": quote["type"], "quote": set(own)}


def _describe(syntax: Syntax, annotated: list[dict]) -> Example:
    """List the candidates of an article with their features and their worth."""
    found = read_sentences(syntax)
    neighbours = Neighbours(syntax, found)
    candidates = list_candidates(syntax, found)
    features = [describe_candidate(syntax, candidate, neighbours) for candidate in candidates]
    return Example(syntax, annotated, candidates, features, [_rate(c, annotated) for c in candidates])


def _rate(candidate: Finding, annotated: list[dict]) -> float:
    """Say what a candidate is worth: its best token F1 with a quotation, less if the type is another.

    A sentence of free speech counts by the share of its words that are annotated so: neighbouring ones are joined.
    """
    best, own = 0.0, set(candidate.quote)
    for quote in annotated:
        shared = len(own & quote["quote"])
        if not shared or quote["type"] == "Direct":
            continue
        is_same = quote["type"] == candidate.type
        is_part = is_same and candidate.type in FREE
        score = shared / len(own) if is_part else 2 * shared / (len(own) + len(quote["quote"]))
        best = max(best, score if is_same else OTHER_TYPE * score)
    return best


def _fit(features: list[list[str]], worth: list[float], strength: float) -> dict[str, float]:
    """Fit a logistic regression: each row counts for 1 by its worth and for 0 by the rest."""
    counts = Counter(feature for row in features for feature in set(row))
    names = sorted(feature for feature, n in counts.items() if n >= RAREST)
    column = {feature: n for n, feature in enumerate(names)}
    rows = [sorted({column[feature] for feature in row if feature in column}) for row in features]
    ends = np.cumsum([0, *map(len, rows)])
    matrix = csr_matrix((np.ones(ends[-1]), np.concatenate(rows).astype(int), ends), shape=(len(rows), len(names)))
    answers = np.repeat([1, 0], len(rows))
    weights = np.concatenate([np.array(worth), 1 - np.array(worth)])
    model = LogisticRegression(C=strength, max_iter=500).fit(vstack([matrix, matrix]), answers, sample_weight=weights)
    found = {name: round(float(w), 3) for name, w in zip(names, model.coef_[0], strict=True)}
    return {"": round(float(model.intercept_[0]), 3)} | {name: w for name, w in found.items() if w}


def _choose(example: Example, weights: dict[str, float]) -> list[Finding]:
    """Choose candidates of an article with the weights of a fitted regression."""
    scores = [judge_features(weights, features) for features in example.features]
    return choose(list(zip(scores, example.candidates, strict=True)), CANDIDATE_THRESHOLD)


def _describe_marks(example: Example, chosen: list[Finding]) -> tuple[list[list[str]], list[float]]:
    """Describe the pairs of marks of an article, and say which are annotated as direct quotations."""
    direct = {(min(q["quote"]), max(q["quote"])) for q in example.annotated if q["type"] == "Direct" and q["quote"]}
    said = count_said(example.syntax)
    features, worth = [], []

    def look(finding: Finding, outer: Finding | None, is_rule: bool) -> bool:
        features.append(describe_marks(example.syntax, finding, outer, is_rule, said))
        worth.append(float((finding.quote[0], finding.quote[-1]) in direct))
        return is_rule

    complete(example.syntax, chosen, judge=look)
    return features, worth


def _copy(findings: list[Finding]) -> list[Finding]:
    """Copy findings whose lists `complete` will add to."""
    return [Finding(f.type, list(f.quote), f.frame, f.cue, list(f.speaker), f.addressee, f.naming, f.rule)
            for f in findings]  # fmt: skip


def fit_model(examples: list[Example]) -> QuoteModel:
    """Fit the model: the candidates on all articles, the marks on what the candidates are without them.

    The features of a pair of marks tell what it lies in. That is what a regression fitted to the other articles
    chooses, so that the marks learn from choices as uncertain as they will meet.
    """
    features, worth = [], []
    for fold in range(FOLDS):
        others = [example for n, example in enumerate(examples) if n % FOLDS != fold]
        weights = _fit_candidates(others)
        for example in examples[fold::FOLDS]:
            rows, answers = _describe_marks(example, _copy(_choose(example, weights)))
            features += rows
            worth += answers
    marks = _fit(features, worth, MARK_STRENGTH)
    return QuoteModel(_fit_candidates(examples), marks, CANDIDATE_THRESHOLD, MARK_THRESHOLD)


def _fit_candidates(examples: list[Example]) -> dict[str, float]:
    """Fit the regression over candidates."""
    features = [row for example in examples for row in example.features]
    return _fit(features, [value for example in examples for value in example.worth], CANDIDATE_STRENGTH)
