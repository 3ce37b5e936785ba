"""Topics: which nouns go together over many articles, by non-negative matrix factorisation."""

import warnings

import pandas as pd

__all__ = ["FEWEST", "find_article_topics"]

FEWEST = 30  # articles: with fewer, a topic is the vocabulary of one or two of them
PER_TOPIC = 10  # articles for each topic, so that none rests on a handful
MOST = 12  # topics, so that a page can show them
SHOWN = 8  # words that name a topic
SEED = 1


def find_article_topics(tokens: pd.DataFrame) -> pd.DataFrame:
    """Find the topics of many articles.

    Parameters
    ----------
    tokens : DataFrame
        As `schema.TABLES` describes them.

    Returns
    -------
    DataFrame
        A row is a topic: ``topic`` (1, 2, …), ``words`` (the eight nouns that weigh most), ``n_articles`` (whose
        strongest topic it is), ``share`` (of all articles), ``article_id`` (the one in which it is strongest).

    Raises
    ------
    ValueError
        With fewer than 30 articles that have nouns: no topic would rest on more than a few of them.

    Notes
    -----
    Nouns (lemmas) in at least two articles and at most half of them, as TF-IDF; NMF (Lee & Seung 1999) with one topic
    for ten articles, at most twelve, started by NNDSVD with a fixed seed: two runs give the same.
    Reading it: a topic is a set of words that occur together, no frame and no opinion; its number means nothing.
    """
    from sklearn.decomposition import NMF
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.feature_extraction.text import TfidfVectorizer

    nouns = tokens[tokens["pos"] == "NN"].groupby("article_id", sort=True)["lemma"].agg(list)
    if len(nouns) < FEWEST:
        raise ValueError(f"{len(nouns)} articles; topics need at least {FEWEST}")
    weigh = TfidfVectorizer(analyzer=lambda words: words, min_df=2, max_df=0.5, sublinear_tf=True)
    counted = weigh.fit_transform(nouns)
    model = NMF(min(MOST, len(nouns) // PER_TOPIC), init="nndsvd", random_state=SEED, max_iter=500)
    with warnings.catch_warnings():  # articles in which few words recur: 500 steps are as good as more
        warnings.simplefilter("ignore", ConvergenceWarning)
        strength, names = model.fit_transform(counted), weigh.get_feature_names_out()
    best, rows = strength.argmax(axis=1), []
    for number, weights in enumerate(model.components_):
        words = ", ".join(names[weights.argsort()[::-1][:SHOWN]])
        own = int(((best == number) & (strength[:, number] > 0)).sum())
        rows.append((number + 1, words, own, own / len(nouns), nouns.index[strength[:, number].argmax()]))
    return pd.DataFrame(rows, columns=["topic", "words", "n_articles", "share", "article_id"])
