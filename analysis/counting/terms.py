"""Vocabulary: where the rival words of the codebook stand, and how often, by group and by voice."""

import pandas as pd

from analysis.codebook.actors_file import ActorsFile
from analysis.codebook.contrasts import Contrast
from analysis.counting.term_contexts import (
    excluded_phrases,
    has_form,
    judge_modifiers,
    match_words,
    term_of,
    why_not,
)
from analysis.counting.term_referents import find_meanings, is_ambiguous, referents_of

__all__ = [
    "CONTENT_WORDS", "count_terms", "count_words", "find_terms", "is_word", "of_origin",
    "pick_contrast",
    "with_group",
]  # fmt: skip

# STTS tags that carry meaning: nouns, names, full verbs, adjectives.
CONTENT_WORDS = ("NN", "NE", "VVFIN", "VVINF", "VVPP", "VVIZU", "VVIMP", "ADJA", "ADJD")


def is_word(tokens: pd.DataFrame) -> pd.Series:
    """Tell the tokens that are words or numbers, not marks: what every rate counts."""
    return ~tokens["pos"].str.startswith("$")


def of_origin(tokens: pd.DataFrame, origin: str | None) -> pd.DataFrame:
    """Keep the tokens of one origin, ``own`` or ``shared``; None keeps all."""
    return tokens if origin is None else tokens[tokens["origin"] == origin]


def with_group(table: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Add ``group``, what is compared (`make_groups`), to a table that has ``article_id``.

    A category of all groups, so that every chart knows those that have no row.
    """
    group = table["article_id"].map(articles.set_index("article_id")["group"])
    return table.assign(group=pd.Categorical(group, categories=articles["group"].unique()))


def find_terms(
    tokens: pd.DataFrame,
    contrasts: list[Contrast],
    *,
    articles: pd.DataFrame | None = None,
    mentions: pd.DataFrame | None = None,
    actors: ActorsFile | None = None,
) -> pd.DataFrame:
    """Find every token that is one of the rival words, and say whether it means what its set is about.

    Parameters
    ----------
    tokens : DataFrame
        A row is a token.
    contrasts : list of Contrast
        From ``data/contrasts.toml``.
    articles, mentions, actors
        The texts, who is named in them, and who that can be; without them no set has a referent.

    Returns
    -------
    DataFrame
        A row is a token that is listed for a term: the columns of `tokens`, ``contrast``, ``term``, ``means`` (the
        actor that it names, or the noun that it modifies; else empty), ``is_counted`` and ``why_not`` (empty if it
        counts). A token counts for one term of a set at the most.

    Notes
    -----
    A word counts unless the codebook excludes its context (``not_in``, ``only_as``), or it means somebody other than
    the set's ``referent``. A word that could name anybody (`is_ambiguous`) counts only where a mention says whom it
    names.
    A modifier counts where its noun counts in one of the sets in ``of``.
    """
    words = tokens[is_word(tokens)]
    found = match_words(words, contrasts).assign(means="", why_not="")
    if found.empty:
        return found.assign(is_counted=pd.Series(dtype=bool))
    by_id = {contrast.id: contrast for contrast in contrasts}
    if mentions is not None and articles is not None and actors is not None and len(mentions):
        nouns = found[found["contrast"].isin([c.id for c in contrasts if c.referent and c.kind == "noun"])]
        found.loc[nouns.index, "means"] = find_meanings(nouns, tokens, mentions, articles, actors)
    found = found[has_form(found, by_id, tokens)].copy()
    found["why_not"] = _say_why_not(found, by_id, tokens, actors)
    found = judge_modifiers(found, by_id, tokens)
    return found.assign(is_counted=found["why_not"] == "").reset_index(drop=True)


def _say_why_not(
    found: pd.DataFrame, contrasts: dict[str, Contrast], tokens: pd.DataFrame, actors: ActorsFile | None
) -> pd.Series:
    """Say of each word why it does not count, by its context or by whom it means; empty if it counts."""
    excluded = excluded_phrases(found, contrasts, tokens)
    wanted = {c.id: referents_of(c, actors) if actors else frozenset() for c in contrasts.values()}
    unclear = {(c.id, t.name): bool(wanted[c.id]) and is_ambiguous(t, c, actors)
               for c in contrasts.values() for t in c.terms}  # fmt: skip
    reasons = []
    for row in found.itertuples():
        term, anybody = term_of(contrasts[row.contrast], row.term), unclear[row.contrast, row.term]
        reasons.append(excluded[row.Index] or why_not(row, term, wanted[row.contrast], anybody))
    return pd.Series(reasons, index=found.index, dtype="str")


def count_words(tokens: pd.DataFrame, articles: pd.DataFrame, *, by: tuple[str, ...] = ("group",)) -> pd.DataFrame:
    """Count the words (no marks) of each group: the denominators, ``n_tokens``."""
    words = with_group(tokens[is_word(tokens)], articles)
    return words.groupby(list(by), sort=False, observed=True).size().rename("n_tokens").reset_index()


def count_terms(
    terms: pd.DataFrame,
    tokens: pd.DataFrame,
    articles: pd.DataFrame,
    *,
    by: tuple[str, ...] = ("group", "voice"),
    per: tuple[str, ...] = ("group",),
    origin: str | None = None,
) -> pd.DataFrame:
    """Count terms by group, with the rate per 1,000 words.

    Parameters
    ----------
    terms : DataFrame
        What `find_terms` found.
    tokens, articles : DataFrame
        The words that the terms were found among, and their groups.
    by : tuple of str
        What a row is, beside contrast and term.
    per : tuple of str
        Whose words are the denominator: ``("group",)`` makes the voices of a group add up to its rate;
        ``("group", "voice")`` gives the rate within each voice.
    origin : {"own", "shared"}, optional
        Count only words of this origin, and among them.

    Returns
    -------
    DataFrame
        A row is a term in a group: ``contrast``, ``term``, the columns of `by`, ``n``, ``n_tokens`` (words of
        the denominator), ``per_1000_tokens`` = 1000 · n / n_tokens, and ``places`` (``004:1234``: article and
        offset of each, parted by semicolons). Groups in which a term does not occur
        have no row.

    Notes
    -----
    Reading it: in a text of 500 words one occurrence is 2 per 1,000; compare rates together with ``n``.
    """
    terms, tokens = of_origin(terms, origin), of_origin(tokens, origin)
    placed = terms.assign(place=terms["article_id"].astype(str) + ":" + terms["start"].astype(str))
    grouped = with_group(placed, articles).groupby(["contrast", "term", *by], sort=False, observed=True)["place"]
    counts = (
        grouped.agg(n="size", places=";".join).reset_index().merge(count_words(tokens, articles, by=per), on=list(per))
    )
    counts["per_1000_tokens"] = 1000 * counts["n"] / counts["n_tokens"]
    return counts[[*counts.columns.drop("places"), "places"]]


def pick_contrast(table: pd.DataFrame, contrast: Contrast) -> pd.DataFrame:
    """Keep the rows of one contrast; ``term`` becomes a category in the order of the codebook."""
    picked = table[table["contrast"] == contrast.id].reset_index(drop=True)
    return picked.assign(term=pd.Categorical(picked["term"], categories=[term.name for term in contrast.terms]))
