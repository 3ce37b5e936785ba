"""Rivals: words that may compete for one thing, by where they stand; those that the articles use of one thing first."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from analysis.actors.joined_names import People
from analysis.codebook.contrasts import Contrast
from analysis.counting.opposing_sides import read_sides
from analysis.counting.rival_sets import are_plain_synonyms, fold_titles, is_one_noun, merge_sets
from analysis.counting.rival_sources import (
    Rivals,
    by_actor,
    by_compound,
    by_edit,
    by_meaning,
    by_place,
    is_synonymous,
)
from analysis.counting.rival_ties import EDIT, TOLD, list_bearers, of_one_thing
from analysis.counting.shared_surroundings import Tie, read_surroundings
from analysis.language.words import Words

__all__ = ["suggest_rivals"]

WEIGHTS = {"near in meaning": 2.0, EDIT: 3.0, "beside one actor": 2.0, "same place": 1.0,
           "compounds that share a part": 2.0}  # fmt: skip
ENOUGH = 6  # what ties two words beyond this says no more
NAMED = 4  # words near both that the reason names
UNTIED = 0.1  # weight of a set whose words nothing in the articles ties, beside one that is tied
FEWEST = 4  # hits of a set: fewer show no choice between its words
TWICE = 2  # hits of the second word of a set that nothing in the articles ties
COUNTED = ("NN", "VVFIN", "VVPP", "VVINF", "ADJA", "ADJD")
COLUMNS = ["about", "lemmas", "terms", "counts", "because", "n", "n_articles", "article_id", "sentence", "other_id",
           "other_sentence", "weight"]  # fmt: skip


@dataclass
class Examples:
    """The sentences of a study, and in which of each article a word stands first."""

    texts: dict[str, Words]
    first: dict[str, dict[str, int]]

    def read(self, article: str, sentence: int) -> str:
        """Return a sentence on one line."""
        words = self.texts[article]
        a, b = words.sentences[sentence]
        return " ".join(words.text[words.start[a] : words.end[b - 1]].split())


def _count_lemmas(texts: list[Words]) -> tuple[Counter[str], Examples]:
    """Count the lemmas of nouns, adjectives and full verbs, and note the first sentence of each in each article."""
    counts: Counter[str] = Counter()
    first: dict[str, dict[str, int]] = defaultdict(dict)
    for words in texts:
        for i, (lemma, pos) in enumerate(zip(words.lemma, words.pos, strict=True)):
            if pos in COUNTED:
                counts[lemma] += 1
                first[lemma].setdefault(words.article_id, words.sentence[i])
    return counts, Examples({words.article_id: words for words in texts}, first)


def _say_tie(tie: Tie) -> str:
    """Say what ties two words: what stands near both, and where.

    >>> _say_tie(Tie(("Markt", "Berlin"), 1, (("a", 3), ("a", 4))))
    'in a, 1 sentence apart, both near Markt, Berlin'
    """
    (one, _), (other, _) = tie.places
    place = {-1: f"in {one} and {other}", 0: f"in one sentence of {one}", 1: f"in {one}, 1 sentence apart"}.get(
        tie.apart, f"in {one}, {tie.apart} sentences apart")  # fmt: skip
    more = f" and {len(tie.shared) - NAMED} more words" if len(tie.shared) > NAMED else ""
    return place + (f", both near {', '.join(tie.shared[:NAMED])}{more}" if tie.shared else "")


def _examples(lemmas: list[str], ties: list[Tie], examples: Examples) -> list[str]:
    """Return article and sentence of two words: where they are tied best, else where each stands first."""
    if ties:
        places = ties[0].places
    else:
        both = [article for article in examples.first[lemmas[1]] if article in examples.first[lemmas[0]]]
        articles = [both[0] if both else next(iter(examples.first[lemma])) for lemma in (lemmas[1], lemmas[0])]
        places = tuple((a, examples.first[lemma][a]) for a, lemma in zip(articles, (lemmas[1], lemmas[0]), strict=True))
    return [part for article, sentence in places for part in (article, examples.read(article, sentence))]


def suggest_rivals(
    texts: Iterable[Words], people: People, edits: pd.DataFrame, *, contrasts: Iterable[Contrast] = ()
) -> pd.DataFrame:
    """Propose sets of rival words for ``contrasts.toml``.

    Parameters
    ----------
    texts : iterable of Words
    people : People
        Who is named, with the titles beside each name.
    edits : DataFrame
        *edits* between copies of shared passages.
    contrasts : iterable of Contrast
        What the codebook has already: a set of which one of them counts two words is left out.

    Returns
    -------
    DataFrame
        A row is a set: ``about``, ``lemmas`` (list, commonest first), ``terms`` (list of lists: the short and the full
        form of a title are one), ``counts`` (of the terms; list), ``because``, ``n``, ``n_articles``, and two
        examples: ``article_id``, ``sentence``, ``other_id``, ``other_sentence``; the strongest first. Rank: the reasons
        (`WEIGHTS`) and what ties the words, times how evenly they are used and in how many articles.
        ``attrs["left_out"]``: why to the other sets that were looked at, each by its first two words.
        *Reading it*: a proposal, no finding. Words of a list that nothing in the articles ties together are left out;
        those that name one kind of thing wherever they stand need no tie, and rank behind. A set of fewer than `FEWEST`
        hits is none, save one that an editor's change shows.
    """
    known, contrasts = list(texts), list(contrasts)
    counts, examples = _count_lemmas(known)
    names, bearers = {word for name in people.known for word in name.split()}, list_bearers(people)
    sources = [*by_edit(edits), *by_meaning(counts), *by_compound(counts), *by_actor(people, counts), *by_place(known)]
    asked = set().union(*(rivals.lemmas for rivals in sources))
    used, sides = read_surroundings(known, asked), read_sides(known, asked)
    rows: list[tuple] = []
    left_out: dict[str, list[str]] = defaultdict(list)
    for rivals in merge_sets(sources):
        own = rivals.counts or counts
        lemmas, ties = of_one_thing(rivals, _list_printed(rivals.lemmas - names, own), used, bearers, sides)
        terms = fold_titles(lemmas)
        if why := _why_none(rivals, terms, ties, own, contrasts):
            left_out[why].append("/".join(lemmas[:2]))
        else:
            rows.append(_describe_set(rivals, lemmas, terms, ties, own, examples))
    table = pd.DataFrame(rows, columns=COLUMNS)
    several = table[table["n_articles"] >= min(len(known), 2)]
    left_out["in one article alone"] = _list_titles(table, several)
    proposed = _without_contained_sets(
        several.sort_values(["weight", "n"], ascending=False, kind="stable", ignore_index=True)
    )
    left_out["part of another set"] = _list_titles(several, proposed)
    proposed.attrs["left_out"] = {why: titles for why, titles in left_out.items() if titles}
    return proposed


def _list_titles(before: pd.DataFrame, after: pd.DataFrame) -> list[str]:
    """List the sets of a table that another one lacks, by their first two words."""
    kept = {tuple(lemmas) for lemmas in after["lemmas"]}
    return ["/".join(lemmas[:2]) for lemmas in before["lemmas"] if tuple(lemmas) not in kept]


def _why_none(
    rivals: Rivals, terms: list[list[str]], ties: list[Tie], own: Counter[str], contrasts: list[Contrast]
) -> str:
    """Say why a set of words is none to propose; nothing for one that is."""
    lemmas = [lemma for term in terms for lemma in term]
    if len(terms) < 2:
        return "nothing in the articles ties two of their words"
    if _is_loose(rivals, ties):
        return "two of their words stand close together in one article, and nothing else ties them"
    if not _is_often_enough(rivals, [sum(own[lemma] for lemma in term) for term in terms], is_tied=bool(ties)):
        return f"fewer than {FEWEST} hits, or nearly all of one word"
    if is_one_noun(rivals, lemmas) or are_plain_synonyms(lemmas):
        return "words that differ in style alone"
    return "a contrast of the codebook already" if _is_kept(lemmas, contrasts) else ""


def _is_loose(rivals: Rivals, ties: list[Tie]) -> bool:
    """Tell a set that needs ties and of whose ties none is firm."""
    needs_none = rivals.because & TOLD or is_synonymous(rivals.about)
    return bool(ties) and not needs_none and not any(tie.is_firm for tie in ties)


def _is_often_enough(rivals: Rivals, times: list[int], *, is_tied: bool) -> bool:
    """Tell a set with hits enough to show a choice, of which not all but one are of one word; or that an edit shows.

    Words of one kind of thing may come once each if the articles tie them; else two of them must come twice.
    """
    second, others = sorted(times)[-2], sum(times) - max(times)
    fewest = second >= TWICE or (is_tied and is_synonymous(rivals.about)) or (others >= TWICE and is_tied)
    return EDIT in rivals.because or (sum(times) >= FEWEST and fewest)


def _list_printed(lemmas: set[str], counts: Counter[str]) -> list[str]:
    """List the words that are printed, the commonest first."""
    return sorted((lemma for lemma in lemmas if counts[lemma]), key=lambda lemma: (-counts[lemma], lemma))


def _describe_set(
    rivals: Rivals, lemmas: list[str], terms: list[list[str]], ties: list[Tie], counts: Counter[str], examples: Examples
) -> tuple:
    """Make the row of a set (`COLUMNS`)."""
    times = [sum(counts[lemma] for lemma in term) for term in terms]
    places = set().union(*(examples.first[lemma] for lemma in lemmas))
    because = "; ".join([*sorted(rivals.because), *map(_say_tie, ties[:1])])
    shown, weight = _examples(lemmas, ties, examples), _weigh(rivals, ties, times, len(places))
    return rivals.about, lemmas, terms, times, because, sum(times), len(places), *shown, weight


def _weigh(rivals: Rivals, ties: list[Tie], times: list[int], n_articles: int) -> float:
    """Weigh a set: its reasons and what ties its words, times how evenly they are used and in how many articles."""
    tied = min(ties[0].strength, ENOUGH) if ties else 0.0
    strength = sum(WEIGHTS[reason] for reason in rivals.because) + rivals.weight / 10 + tied
    evenness = min(sorted(times)[-2], 10) ** 0.5
    return strength * evenness * min(n_articles, 10) ** 0.5 * (1.0 if ties else UNTIED)


def _is_kept(lemmas: list[str], contrasts: Iterable[Contrast]) -> bool:
    """Tell a set of which a contrast of the codebook counts two words: it was kept, perhaps with fewer words."""
    counted = ({lemma for term in contrast.terms for lemma in term.lemmas} for contrast in contrasts)
    return any(len(words.intersection(lemmas)) > 1 for words in counted)


def _without_contained_sets(table: pd.DataFrame) -> pd.DataFrame:
    """Leave out sets of which at least half of the words, and two or more, stand in one set above them."""
    sets = [set(lemmas) for lemmas in table["lemmas"]]
    is_new = [not any(len(s & other) >= max(2, len(s) / 2) for other in sets[:k]) for k, s in enumerate(sets)]
    return table.loc[pd.Series(is_new, dtype=bool)].drop(columns="weight").reset_index(drop=True)
