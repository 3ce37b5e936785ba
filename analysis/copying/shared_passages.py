"""Passages that articles share.

The method, in the manner of genome aligners: short *seeds* (`copying.anchors`) say where two articles may agree,
banded *alignment* (`copying.alignment`) says how far, pieces parted by a left-out clause are *joined*, and
alignments are *grouped* over articles.
"""

import numpy as np
import pandas as pd

from analysis.codebook import schema
from analysis.copying.alignment import Costs, align
from analysis.copying.anchors import AllWords, find_anchors, number_words

__all__ = ["find_passages"]

PLACES = ["left_start", "left_end", "right_start", "right_end"]
SEED_WORDS = 3  # lemmas in a row give a place a first look: four is faster and loses the most altered copies
MIN_TELLING = 3  # nouns, verbs or adjectives outside news formulas (`lexicons/news_formulas.txt`) that copies share
MAX_GAP = 15  # words of a clause that one copy may leave out without parting a passage
NEAR = 3  # words by which joined pieces may be parted, or overlap, on their closer side
LONG = 2  # a passage this many times the least length needs no verb
RUN = 5  # words in a row, unchanged, that a short passage must have
COSTS = Costs()


def find_passages(
    articles: pd.DataFrame,
    tokens: pd.DataFrame,
    *,
    min_words: int = 8,
    max_articles: int = 100,
    alike: float = 0.75,
) -> pd.DataFrame:
    """Find the passages that two or more articles share, word for word or with small changes.

    Parameters
    ----------
    articles : DataFrame
        A row is an article; needs ``article_id`` and ``text``.
    tokens : DataFrame
        A row is a token; needs ``article_id``, ``start``, ``end``, ``form``, ``lemma`` and ``pos``.
    min_words : int
        Fewest words that two copies must have in common. Eight: below that, German news shares names and set
        phrases without one having been copied from the other.
    max_articles : int
        A run of words that more articles have is a formula and gives no seed.
    alike : float
        Share of two stretches of an article that is common to both if they are copies of the same passage.

    Returns
    -------
    DataFrame
        *passages*: a row is one article's copy (``passage``, ``article_id``, ``start``, ``end``, ``text``). A
        passage may cross sentences and paragraphs; two passages may overlap where articles share different stretches.

    Notes
    -----
    Words are compared by lemma, without case, hyphens, marks and a number's notation. Order of articles does not
    matter. Reading it: a shared passage shows a common source; it does not show who took it from whom.

    Examples
    --------
    >>> from analysis.reading import file_readers as readers
    >>> from analysis.language import tagging
    >>> text = "In der Nacht brannten in der Hafenstadt vier große Lagerhallen vollständig nieder."
    >>> copy = text.replace("vier", "4") + " Wie kam es dazu?"
    >>> texts = pd.DataFrame({"article_id": ["a", "b"], "text": [text, copy]})
    >>> articles, paragraphs = readers.plain_articles(texts)
    >>> sentences, tokens = tagging.tag_articles(articles, paragraphs)
    >>> find_passages(articles, tokens)[["passage", "article_id", "start", "end"]].values.tolist()
    [[0, 'a', 0, 81], [0, 'b', 0, 78]]
    """
    words = number_words(tokens)
    anchors = find_anchors(words, n=SEED_WORDS, max_articles=max_articles, few=6, near=2, reach=15)
    found = [_join_pieces(words, _align_all(words, *places), min_words) for places in anchors]
    if not found:
        return schema.empty("passages")
    copies = pd.concat(found, ignore_index=True)
    kept = _accept(words, copies, min_words)
    return _write_passages(articles, words, _group_copies(words, kept, alike))


def _align_all(words: AllWords, left: np.ndarray, right: np.ndarray, batch: int = 200_000) -> pd.DataFrame:
    """Align around all anchors, so many at a time that memory stays small; leave out what is no more than a phrase."""
    parts = []
    for k in range(0, max(len(left), 1), batch):
        part = align(words, left[k : k + batch].astype(np.int64), right[k : k + batch].astype(np.int64), COSTS)
        parts.append(part[(part["matched"] >= 5) & (part["telling"] >= 2)])
    return pd.concat(parts).drop_duplicates(PLACES)


def _join_pieces(words: AllWords, pieces: pd.DataFrame, min_words: int) -> pd.DataFrame:
    """Join pieces of one pair of articles that overlap, or that are parted by a clause which one copy leaves out."""
    pieces = pieces.sort_values(PLACES)
    left, right = (words.article[pieces[side].to_numpy(np.int64)] for side in ("left_start", "right_start"))
    pair = left.astype(np.int64) * len(words.ids) + right
    several = pd.Series(pair).duplicated(keep=False).to_numpy()
    joined, open_pair, opened = [], -1, []
    for row, number in zip(pieces[several].to_numpy().tolist(), pair[several].tolist(), strict=True):
        if number != open_pair:
            joined.extend(opened)
            open_pair, opened = number, []
        before = next((old for old in reversed(opened) if _continues(old, row)), None)
        if before is None:
            opened.append(row)
            continue
        overlaps = row[0] < before[1]
        before[1], before[2], before[3] = max(before[1], row[1]), min(before[2], row[2]), max(before[3], row[3])
        for k in (4, 5):
            before[k] = max(before[k], row[k]) if overlaps else before[k] + row[k]
    frame = pd.DataFrame(joined + opened, columns=pieces.columns, dtype=np.int64)
    return pd.concat([pieces[~several], frame]).query("matched >= @min_words")


def _continues(before: list[int], after: list[int]) -> bool:
    """Tell whether a piece carries another on: it overlaps it in step, or follows it closely on at least one side."""
    gaps = after[0] - before[1], after[2] - before[3]
    drift = (after[2] - after[0]) - (before[2] - before[0])
    in_step = max(gaps) < 0 and abs(drift) <= MAX_GAP and after[2] >= before[2]
    return in_step or (min(gaps) >= -NEAR and min(gaps) <= NEAR and max(gaps) <= MAX_GAP)


def _accept(words: AllWords, copies: pd.DataFrame, min_words: int) -> pd.DataFrame:
    """Leave out formulas: too few telling words, or a short stretch that is without a verb in one copy: a name."""
    sides = [words.verbs[copies[f"{side}_end"]] - words.verbs[copies[f"{side}_start"]] for side in ("left", "right")]
    is_long = copies["matched"] >= LONG * min_words
    told = copies[(copies["telling"] >= MIN_TELLING) & (is_long | (np.minimum(*sides) > 0))]
    is_short = (told["matched"] < LONG * min_words).to_numpy()
    unbroken = [_has_run(words, *row) for row in told.loc[is_short, PLACES].itertuples(index=False, name=None)]
    kept = np.ones(len(told), dtype=bool)
    kept[is_short] = unbroken
    return told[kept]


def _has_run(words: AllWords, left: int, left_end: int, right: int, right_end: int) -> bool:
    """Tell whether two stretches have a run of `RUN` words in common, word for word."""
    one, other = words.code[left:left_end].tolist(), words.code[right:right_end].tolist()
    runs = {tuple(one[k : k + RUN]) for k in range(len(one) - RUN + 1)}
    return any(tuple(other[k : k + RUN]) in runs for k in range(len(other) - RUN + 1))


def _group_copies(words: AllWords, copies: pd.DataFrame, alike: float) -> pd.DataFrame:
    """Group copies over articles: stretches of one article that are nearly the same are the same passage."""
    from scipy.sparse import coo_array  # slow to load, and not needed for tables from the cache
    from scipy.sparse.csgraph import connected_components

    n = len(copies)
    sides = [copies[["left_start", "left_end"]].to_numpy(), copies[["right_start", "right_end"]].to_numpy()]
    spans = pd.DataFrame(np.concatenate(sides), columns=["start", "end"]).assign(pair=np.tile(np.arange(n), 2))
    spans = spans.sort_values(["start", "end", "pair"], ignore_index=True)
    start, end, pair = (spans[c].to_numpy() for c in ("start", "end", "pair"))
    ties = [(np.argsort(pair, kind="stable")[0::2], np.argsort(pair, kind="stable")[1::2])]
    for k in range(1, 2 * n):
        overlap = np.minimum(end[:-k], end[k:]) - start[k:]
        if not (overlap > 0).any():
            break
        close = np.flatnonzero(overlap >= alike * (np.maximum(end[:-k], end[k:]) - start[:-k]))
        ties.append((close, close + k))
    rows, columns = (np.concatenate(side) for side in zip(*ties, strict=True))
    graph = coo_array((np.ones(len(rows), dtype=bool), (rows, columns)), shape=(2 * n, 2 * n))
    spans["group"] = connected_components(graph, directed=False)[1] if n else 0
    spans["article"] = words.article[start]
    return _merge_stretches(spans)


def _merge_stretches(spans: pd.DataFrame) -> pd.DataFrame:
    """Merge overlapping stretches of one group in one article into one copy."""
    spans = spans.sort_values(["group", "article", "start"], ignore_index=True)
    reach = spans.groupby(["group", "article"])["end"].cummax()
    before = reach.groupby([spans["group"], spans["article"]]).shift(fill_value=-1)
    copy = (spans["start"] >= before).cumsum()
    return spans.groupby(copy).agg(group=("group", "first"), article=("article", "first"), start=("start", "min"),
                                   end=("end", "max"))  # fmt: skip


def _write_passages(articles: pd.DataFrame, words: AllWords, copies: pd.DataFrame) -> pd.DataFrame:
    """Number the groups in the order of their first copy and turn words into characters."""
    copies = copies.sort_values(["start", "end", "group"])
    number = pd.factorize(copies["group"])[0]
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    passages = pd.DataFrame({
        "passage": number,
        "article_id": words.ids[copies["article"]],
        "start": words.start[copies["start"]],
        "end": words.end[copies["end"] - 1],
    })  # fmt: skip
    passages["text"] = [
        texts[a][s:e] for a, s, e in zip(passages["article_id"], passages["start"], passages["end"], strict=True)
    ]
    return schema.check("passages", passages.sort_values(["passage", "article_id", "start"], ignore_index=True))
