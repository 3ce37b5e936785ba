"""TF-IDF: which words set a text apart, and how alike texts are (scikit-learn); the tables stay sparse."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from analysis.codebook.wordlists import read_classes
from analysis.counting.terms import is_word, of_origin

if TYPE_CHECKING:  # scipy and scikit-learn take over a second to load, and most pages weigh no words
    from scipy.sparse import csr_matrix

__all__ = ["TermWeights", "join_verbs", "list_distinctive", "list_pairs", "make_phrases", "measure_similarity",
           "weigh_distinctive", "weigh_terms"]  # fmt: skip


class TermWeights(NamedTuple):
    """TF-IDF weights and counts, sparse: a row is one of `groups`, a column one of `words`."""

    weights: "csr_matrix"
    counts: "csr_matrix"
    groups: pd.Index
    words: np.ndarray


def join_verbs(tokens: pd.DataFrame) -> pd.DataFrame:
    """Give a verb whose particle stands at the end of its clause the lemma of both: *ging … vor* is *vorgehen*.

    Returns
    -------
    DataFrame
        *tokens* without the particles.

    Examples
    --------
    >>> words = [("ging", "gehen", "VVFIN"), ("weiter", "weiter", "ADV"), ("vor", "vor", "PTKVZ")]
    >>> rows = pd.DataFrame(words, columns=["form", "lemma", "pos"]).assign(article_id="a", sentence=0)
    >>> join_verbs(rows)["lemma"].tolist()
    ['vorgehen', 'weiter']
    """
    lemma, pos = tokens["lemma"].to_numpy(object).copy(), tokens["pos"].to_numpy()
    sentence = tokens.groupby(["article_id", "sentence"], sort=False).ngroup().to_numpy()
    for i in np.flatnonzero(pos == "PTKVZ"):
        j = i - 1
        while j >= 0 and sentence[j] == sentence[i] and pos[j] not in ("VVFIN", "VVIMP"):
            j -= 1
        if j >= 0 and sentence[j] == sentence[i]:
            lemma[j] = tokens["form"].iloc[i].lower() + lemma[j]
    return tokens.assign(lemma=lemma)[pos != "PTKVZ"]


def make_phrases(tokens: pd.DataFrame, content: tuple[str, ...], *, longest: int = 3) -> pd.DataFrame:
    """List the words and the phrases of two to `longest` words, each in its place.

    Parameters
    ----------
    tokens : DataFrame
        All tokens, marks included: a phrase never goes over one.
    content : tuple of str
        The tags of the words that count; a phrase begins and ends with one.

    Returns
    -------
    DataFrame
        A row is an occurrence: ``word`` (the lemma, or the forms of the phrase), ``n_words``, and the columns of its
        first token. A first name with a name behind it counts in the phrase only: *Paul* is whoever bears it.
    """
    place = (~is_word(tokens)).cumsum().to_numpy()
    block = tokens.groupby(["article_id", "sentence"], sort=False).ngroup().to_numpy() * (place.max() + 1) + place
    is_content, form = tokens["pos"].isin(content).to_numpy(), tokens["form"].to_numpy(object)
    alone = is_content & ~_is_first_name(tokens, block)
    parts = [tokens[alone].assign(word=tokens["lemma"][alone], n_words=1)]
    for n in range(2, longest + 1):
        last = np.arange(len(tokens)) + n - 1
        inside = last < len(tokens)
        last = np.where(inside, last, 0)
        good = inside & is_content & is_content[last] & (block == block[last]) & is_word(tokens).to_numpy()
        words = [" ".join(form[i : i + n]) for i in np.flatnonzero(good)]
        parts.append(tokens[good].assign(word=words, n_words=n))
    return pd.concat(parts, ignore_index=True)


def _is_first_name(tokens: pd.DataFrame, block: np.ndarray) -> np.ndarray:
    """Tell the first names that a name follows, with no mark between."""
    is_name = (tokens["pos"] == "NE").to_numpy()
    follows = np.append(is_name[1:] & (block[1:] == block[:-1]), [False] * bool(len(tokens)))
    known = frozenset().union(*read_classes("first_names").values())
    return is_name & follows & tokens["form"].isin(known).to_numpy()


def _count_words(tokens: pd.DataFrame, by: str, word: str) -> "tuple[csr_matrix, pd.Index, np.ndarray]":
    """Count words by group, sparse."""
    from scipy.sparse import csr_matrix

    groups, words = pd.Index(dict.fromkeys(tokens[by])), np.unique(tokens[word].astype(str))
    rows, columns = groups.get_indexer(tokens[by]), np.searchsorted(words, tokens[word].astype(str))
    counts = csr_matrix((np.ones(len(tokens)), (rows, columns)), shape=(len(groups), len(words)))
    return counts, groups.rename(by), words


def weigh_distinctive(tokens: pd.DataFrame, *, by: str = "group", word: str = "word") -> TermWeights:
    """Weigh the words of each group so that a word of all groups weighs nothing.

    (1 + ln tf) · ln(N / df), each group's weights scaled to length 1 (Salton & Buckley 1988; not smoothed: a word is
    distinctive only if it is rare elsewhere).

    Examples
    --------
    >>> rows = pd.DataFrame({"group": list("xxyy"), "word": list("abac")})
    >>> weights = weigh_distinctive(rows)
    >>> dict(zip(weights.words.tolist(), weights.weights.toarray()[0].tolist()))
    {'a': 0.0, 'b': 1.0, 'c': 0.0}
    """
    from sklearn.preprocessing import normalize

    counts, groups, words = _count_words(tokens, by, word)
    spread = np.asarray((counts > 0).sum(axis=0)).ravel()
    weighed = counts.copy()
    weighed.data = 1 + np.log(weighed.data)
    idf = np.log(len(groups) / np.maximum(spread, 1))
    return TermWeights(normalize(weighed.multiply(idf).tocsr()), counts, groups, words)


def weigh_terms(
    tokens: pd.DataFrame, *, by: str = "group", word: str = "lemma", origin: str | None = None
) -> TermWeights:
    """Weigh the words of each group of tokens by TF-IDF, for how alike groups are.

    The weight of word w in group d is (1 + ln tf) · (ln((1+N)/(1+df)) + 1), each group's weights scaled to
    length 1 (scikit-learn: ``sublinear_tf``, ``smooth_idf``, ``norm="l2"``; Salton & Buckley 1988).

    Parameters
    ----------
    tokens : DataFrame
        The tokens to weigh, already filtered, with the columns `by` and `word`.
    origin : {"own", "shared"}, optional
        Weigh only words of this origin.

    Raises
    ------
    ValueError
        If there is no token.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer

    tokens = of_origin(tokens, origin)
    if tokens.empty:
        raise ValueError("no tokens to weigh: the filter leaves nothing")
    documents = tokens.groupby(by, sort=False, observed=True)[word].agg(list)
    vectorizer = TfidfVectorizer(analyzer=lambda words: words, sublinear_tf=True)
    weights = vectorizer.fit_transform(documents)
    counts, groups, words = _count_words(tokens, by, word)
    order = groups.get_indexer(documents.index)
    return TermWeights(weights, counts[order], pd.Index(documents.index, name=by), words)


def list_distinctive(weights: TermWeights, *, top: int = 10, at_least: int = 2) -> pd.DataFrame:
    """List the words with the highest weight in each group.

    Parameters
    ----------
    top, at_least : int
        How many words to list for a group; how often a word must occur in it.

    Returns
    -------
    DataFrame
        A row is a word of a group: the group's column, ``rank``, ``word``, ``tfidf``, ``n`` (in the group),
        ``n_elsewhere``, ``n_groups`` (in how many groups it occurs). A word that weighs nothing is not listed, and of
        a phrase and the words in it that occur as often, the phrase is.

    Notes
    -----
    Reading it: high means frequent here and found in few other groups. TermWeights of two groups cannot be
    compared, for each group's are scaled on their own; ranks can.
    """
    total = np.asarray(weights.counts.sum(axis=0)).ravel()
    spread = np.asarray((weights.counts > 0).sum(axis=0)).ravel()
    name = weights.groups.name or "group"
    rows = []
    for k, group in enumerate(weights.groups):
        row = weights.weights.getrow(k)
        n = np.asarray(weights.counts.getrow(k).todense()).ravel()
        order = sorted(zip(-row.data.round(12), row.indices, strict=True))
        chosen = _without_part_phrases(
            [(i, -value) for value, i in order if value < 0 and n[i] >= at_least], n, weights.words
        )
        for rank, (i, value) in enumerate(chosen[:top], 1):
            rows.append((group, rank, str(weights.words[i]), value, int(n[i]), int(total[i] - n[i]), int(spread[i])))
    return pd.DataFrame(rows, columns=[name, "rank", "word", "tfidf", "n", "n_elsewhere", "n_groups"])


def _without_part_phrases(ranked: list[tuple[int, float]], n: np.ndarray, words: np.ndarray) -> list[tuple[int, float]]:
    """Leave out what is part of a longer phrase that is ranked and occurs as often."""
    phrases = [(f" {words[i]} ", n[i]) for i, _ in ranked if " " in words[i]]
    return [(i, value) for i, value in ranked
            if not any(f" {words[i]} " in phrase and len(phrase) > len(words[i]) + 2 and n[i] <= times
                       for phrase, times in phrases)]  # fmt: skip


def measure_similarity(weights: TermWeights) -> pd.DataFrame:
    """Measure how alike the groups' vocabularies are: the cosine of their weights, 0 to 1, a square table."""
    matrix = (weights.weights @ weights.weights.T).toarray()
    return pd.DataFrame(np.clip(matrix, 0, 1), index=weights.groups, columns=list(weights.groups))


def list_pairs(similarity: pd.DataFrame, own: pd.DataFrame, left: pd.Series) -> pd.DataFrame:
    """List the pairs of groups with their likeness, with and without shared copy.

    Parameters
    ----------
    similarity, own : DataFrame
        Square tables as `measure_similarity` gives them, of all words and of the words that no other text shares;
        groups without such words are missing from the second.
    left : Series of int
        How many words of its own each group has.

    Returns
    -------
    DataFrame
        A row is a pair: ``group``, ``other``, ``all_words``, ``without_copy`` (missing if one of them has no word
        left), ``words_left``, ``words_left_in_other``; most alike first.
    """
    names = np.array(similarity.index, dtype=object)
    one, other = np.tril_indices(len(names), -1)
    alone = own.reindex(index=similarity.index, columns=similarity.index).to_numpy()
    words = left.reindex(similarity.index, fill_value=0).to_numpy()
    pairs = {
        "group": names[one],
        "other": names[other],
        "all_words": similarity.to_numpy()[one, other],
        "without_copy": alone[one, other],
        "words_left": words[one],
        "words_left_in_other": words[other],
    }
    return pd.DataFrame(pairs).sort_values("all_words", ascending=False, ignore_index=True)
