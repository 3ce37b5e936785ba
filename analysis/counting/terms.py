"""Vocabulary: where the rival words of the codebook stand, and how often, by outlet and by voice."""

from functools import cache

import pandas as pd

from analysis.codebook.contrasts import Contrast, Term
from analysis.language.tagging import load_tagger

__all__ = [
    "CONTENT_WORDS", "among", "compound_parts", "count_terms", "count_words", "find_terms", "is_word", "of_origin",
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


@cache
def compound_parts(form: str) -> frozenset[str]:
    """List the parts of a word: what stands between its hyphens, and every run of the stems in it; lower case.

    Examples
    --------
    >>> sorted(compound_parts("Schießbefehl"))
    ['befehl', 'schieß', 'schießbefehl']
    >>> "terror" in compound_parts("Anti-Terror-Einsätze"), "terror" in compound_parts("Terrorgruppe")
    (True, True)
    """
    parts: set[str] = set()
    for piece in filter(None, form.split("-")):
        morphemes = [m for m, _ in load_tagger().analyze(piece, taglevel=3)[1]]
        ends = range(1, len(morphemes) + 1)
        parts.update("".join(morphemes[i:j]) for j in ends for i in range(j))
    return frozenset(parts)


def _names(term: Term, lemma: str) -> bool:
    """Tell whether a lemma is one of the term's, in a feminine or gendered form too."""
    base = lemma.removesuffix(":in")
    return base in term.lemmas or (base.endswith("in") and base[:-2] in term.lemmas)


def _holds(term: Term, form: str, lemma: str) -> bool:
    """Tell whether a word is a compound with one of the term's parts in it."""
    if not term.parts or lemma in term.excluded:
        return False
    return any(part.lower() in compound_parts(form) for part in term.parts)


def find_terms(tokens: pd.DataFrame, contrasts: list[Contrast]) -> pd.DataFrame:
    """Find every token that is one of the rival words.

    Parameters
    ----------
    tokens : DataFrame
        A row is a token.
    contrasts : list of Contrast
        From ``data/contrasts.toml``.

    Returns
    -------
    DataFrame
        A row is a token that counts for a term: the columns of `tokens`, and ``contrast`` and ``term``. A
        token counts for one term of a contrast at the most; its lemma goes before its parts.
    """
    words = tokens[is_word(tokens)]
    pairs = words[["form", "lemma"]].drop_duplicates()
    rows = []
    for form, lemma in pairs.itertuples(index=False):
        for contrast in contrasts:
            named = [term.name for term in contrast.terms if _names(term, lemma)]
            term = named or [term.name for term in contrast.terms if _holds(term, form, lemma)]
            rows += [(form, lemma, contrast.id, name) for name in term[:1]]
    found = pd.DataFrame(rows, columns=["form", "lemma", "contrast", "term"], dtype="str")
    return words.merge(found, on=["form", "lemma"]).sort_values(["contrast", "article_id", "token"], ignore_index=True)


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
        The words that the terms were found among, and their outlets.
    by : tuple of str
        What a row is, beside contrast and term.
    per : tuple of str
        Whose words are the denominator: ``("group",)`` makes the voices of an outlet add up to its rate;
        ``("group", "voice")`` gives the rate within each voice.
    origin : {"own", "shared"}, optional
        Count only words of this origin, and among them.

    Returns
    -------
    DataFrame
        A row is a term in a group: ``contrast``, ``term``, the columns of `by`, ``n``, ``n_tokens`` (words of
        the denominator) and ``per_1000_tokens`` = 1000 · n / n_tokens. Groups in which a term does not occur
        have no row.

    Notes
    -----
    Reading it: in a text of 500 words one occurrence is 2 per 1,000; compare rates together with ``n``.
    """
    terms, tokens = of_origin(terms, origin), of_origin(tokens, origin)
    counts = with_group(terms, articles).groupby(["contrast", "term", *by], sort=False, observed=True).size()
    counts = counts.rename("n").reset_index().merge(count_words(tokens, articles, by=per), on=list(per))
    return counts.assign(per_1000_tokens=1000 * counts["n"] / counts["n_tokens"])


def among(terms: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Keep the terms that stand among some tokens: those counted once, say."""
    key = ["article_id", "token"]
    kept = pd.MultiIndex.from_frame(terms[key]).isin(pd.MultiIndex.from_frame(tokens[key]))
    return terms[kept].reset_index(drop=True)


def pick_contrast(table: pd.DataFrame, contrast: Contrast) -> pd.DataFrame:
    """Keep the rows of one contrast; ``term`` becomes a category in the order of the codebook."""
    picked = table[table["contrast"] == contrast.id].reset_index(drop=True)
    return picked.assign(term=pd.Categorical(picked["term"], categories=[term.name for term in contrast.terms]))
