"""Framing, counted: frames by group and sponsor, scores by unit, who acts, tone; one line that profiles each group."""

from collections import Counter
from collections.abc import Mapping

import pandas as pd

from analysis.counting.terms import is_word, with_group
from analysis.framing.frame_sponsors import OUTLET

__all__ = [
    "count_agency",
    "count_frames",
    "count_tone",
    "drop_copies",
    "list_elements",
    "list_profiled",
    "list_toned",
    "make_profiles",
    "score_frames",
]


def count_frames(frames: pd.DataFrame, paragraphs: pd.DataFrame, articles: pd.DataFrame, *, kind: str) -> pd.DataFrame:
    """Count the paragraphs of each group that have a frame, by whose it is.

    Parameters
    ----------
    frames, paragraphs : DataFrame
        As `schema.TABLES` describes them.
    articles : DataFrame
        With ``group``: what is compared.
    kind : str
        ``element`` or ``event``.

    Returns
    -------
    DataFrame
        A row is a frame in a group: ``group``, ``frame``, ``n`` (paragraphs that have it), ``n_outlet`` (the outlet is
        a sponsor), ``n_others`` (somebody else is), ``n_paragraphs``, ``share`` = n / n_paragraphs; empty if a group
        has no paragraph.

    Notes
    -----
    A paragraph can have a frame from the outlet and from others: the two counts may add up to more than ``n``.
    """
    present = with_group(frames[(frames["kind"] == kind) & frames["is_present"]], articles)
    own = present.assign(
        key=list(zip(present["article_id"], present["paragraph"], strict=True)), is_own=present["sponsor"] == OUTLET
    )
    n_paragraphs = with_group(paragraphs, articles).groupby("group", observed=True).size()
    rows = []
    for (group, frame), part in own.groupby(["group", "frame"], observed=True):
        outlet, others = part.loc[part["is_own"], "key"].nunique(), part.loc[~part["is_own"], "key"].nunique()
        rows.append((group, frame, part["key"].nunique(), outlet, others, int(n_paragraphs[group])))
    table = pd.DataFrame(rows, columns=["group", "frame", "n", "n_outlet", "n_others", "n_paragraphs"])
    table = table.astype(dict.fromkeys(["n", "n_outlet", "n_others", "n_paragraphs"], "int64"))
    return table.assign(share=table["n"] / table["n_paragraphs"])


def score_frames(words: pd.DataFrame, tokens: pd.DataFrame, *, by: list[str]) -> pd.DataFrame:
    """Score frames by any columns that words and tokens share: sentence, article, voice, origin.

    Parameters
    ----------
    words, tokens : DataFrame
        *frame_words* and *tokens*.
    by : list of str
        ``["article_id", "sentence"]``, ``["voice"]``, ``["article_id", "origin"]`` …

    Returns
    -------
    DataFrame
        The columns of `by`, ``kind``, ``frame``, ``score`` (sum of weights), ``n_words``, ``per_1000_words``; a unit
        without words has an empty rate, not 0.
    """
    n_words = tokens[is_word(tokens)].groupby(by, observed=True).size().rename("n_words").reset_index()
    scores = words.groupby([*by, "kind", "frame"], observed=True)["weight"].sum().rename("score").reset_index()
    table = scores.merge(n_words, on=by, how="left")
    return table.assign(per_1000_words=1000 * table["score"] / table["n_words"])


def drop_copies(table: pd.DataFrame, once: pd.DataFrame) -> pd.DataFrame:
    """Keep rows with offsets that begin at a word that is counted when shared copy is counted once.

    Parameters
    ----------
    table : DataFrame
        With ``article_id`` and ``start``: *frame_words*, *agency*.
    once : DataFrame
        The tokens with each shared passage counted once.
    """
    return table.merge(once[["article_id", "start"]].drop_duplicates(), on=["article_id", "start"])


def list_elements(frames: pd.DataFrame, sentences: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """List who holds whom responsible, judges whom and asks what of whom, with the sentences.

    Returns
    -------
    DataFrame
        A row is an element from a sponsor towards a target in a group: ``frame``, ``group``, ``sponsor``, ``target``,
        ``n`` (paragraphs), ``places`` (list of article and sentence of the words that made it).
    """
    found = with_group(frames[(frames["kind"] == "element") & frames["is_present"]], articles)
    own = dict(tuple(sentences.groupby("article_id", sort=False)))
    rows = []
    for row in found.itertuples(index=False):
        first = int(row.evidence.split("-")[0])
        near = own[row.article_id]
        sentence = int(near.loc[near["start"] <= first, "sentence"].max())
        rows.append((row.frame, row.group, row.sponsor, row.target, (row.article_id, sentence)))
    table = pd.DataFrame(rows, columns=["frame", "group", "sponsor", "target", "place"])
    keys = ["frame", "group", "sponsor", "target"]
    listed = table.groupby(keys, sort=False, observed=True)["place"].agg(n="size", places=list).reset_index()
    return listed.sort_values(["frame", "n"], ascending=[True, False], ignore_index=True)


def count_agency(agency: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Count who acts, by group and voice.

    Returns
    -------
    DataFrame
        A row is a kind of act in a group and voice: ``group``, ``act``, ``voice``, ``n`` (verbs), ``n_passive``,
        ``n_without_agent`` (passives that name nobody), ``share_without_agent`` of the passives; empty without any.
    """
    table = with_group(agency, articles).assign(bare=(agency["is_passive"] & (agency["agent"] == "")).to_numpy())
    counts = table.groupby(["group", "act", "voice"], observed=True).agg(
        n=("verb", "size"), n_passive=("is_passive", "sum"), n_without_agent=("bare", "sum")
    )
    share = counts["n_without_agent"] / counts["n_passive"].where(counts["n_passive"] > 0)
    return counts.assign(share_without_agent=share).reset_index()


def list_toned(tone: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """List the rows of *tone* that have a target, with ``group``; ``voice`` is ``own`` or ``others``."""
    named = with_group(tone[tone["target"] != ""], articles)
    return named.assign(voice=named["voice"].where(named["voice"] == "own", "others"))


def count_tone(tone: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Count the tone towards each actor, the outlet's words apart from quoted ones.

    Returns
    -------
    DataFrame
        A row is an actor in a group: ``group``, ``target``, ``voice`` (``own`` or ``others``), ``n`` (sentences),
        ``n_negative``, ``n_neutral``, ``n_positive`` (small model), ``polarity`` (mean of textblob-de's; may be empty).
    """
    named = list_toned(tone, articles)
    flags = {f"n_{name}": named["tone"] == name for name in ("negative", "neutral", "positive")}
    table = named.assign(**flags).groupby(["group", "target", "voice"], observed=True)
    sums = {name: (name, "sum") for name in flags}
    return table.agg(n=("sentence", "size"), **sums, polarity=("polarity", "mean")).reset_index()


def list_profiled(
    tokens: pd.DataFrame, quotes: pd.DataFrame, frames: pd.DataFrame, terms: pd.DataFrame, articles: pd.DataFrame
) -> dict[str, pd.DataFrame]:
    """List the rows that a profile tells of, by its columns: words, own words, and the three commonest of each group.

    Returns
    -------
    dict of DataFrame
        Each with ``group``; ``speakers``, ``frames`` and ``terms`` with ``actor``, ``frame``, ``term``.
    """
    words = with_group(tokens[is_word(tokens)], articles)
    present = with_group(frames[(frames["unit"] == "paragraph") & frames["is_present"]], articles)
    kind = "event" if (present["kind"] == "event").any() else "element"
    present = present.assign(is_own=present["sponsor"] == OUTLET)  # of several others in a paragraph, it counts once
    present = present.drop_duplicates(["article_id", "paragraph", "frame", "is_own"])
    named = {
        "speakers": ("actor", with_group(quotes[quotes["actor"] != ""], articles)),
        "frames": ("frame", present[present["kind"] == kind]),
        "terms": ("term", with_group(terms, articles)),
    }
    commonest = {column: _keep_commonest(rows, what) for column, (what, rows) in named.items()}
    return {"n_words": words, "share_own": words[words["voice"] == "own"], **commonest}


def _keep_commonest(rows: pd.DataFrame, what: str, *, most: int = 3) -> pd.DataFrame:
    """Keep the rows of the commonest values in each group, the commonest first."""
    counts = rows.groupby(["group", what], observed=True, sort=False).size().sort_values(ascending=False, kind="stable")
    kept = counts.groupby("group", observed=True, sort=False).head(most)
    rank = {key: n for n, key in enumerate(kept.index)}
    groups = {group: n for n, group in enumerate(rows["group"].unique())}
    keys = list(zip(rows["group"], rows[what], strict=True))
    order = pd.DataFrame({"group": [groups[key[0]] for key in keys], "rank": [rank.get(key, -1) for key in keys]})
    return rows.iloc[order[order["rank"] >= 0].sort_values(["group", "rank"], kind="stable").index]


def make_profiles(
    tokens: pd.DataFrame, quotes: pd.DataFrame, frames: pd.DataFrame, terms: pd.DataFrame, articles: pd.DataFrame,
    *, marked: tuple[str, ...] = (), names: Mapping[str, str] | None = None,
) -> pd.DataFrame:  # fmt: skip
    """Profile each group in one line: own words, who speaks, frames and their sponsors, terms.

    Returns
    -------
    DataFrame
        A row is a group: ``group``, ``n_words``, ``share_own`` (words in the outlet's own voice), ``speakers`` (the
        three quoted most often), ``frames`` (the three commonest event frames, else elements, by their `names`, with
        the paragraphs that have them from the outlet and from others; an asterisk for those in `marked`, which are
        found badly),
        ``terms`` (the three commonest rival words).
    """
    listed = list_profiled(tokens, quotes, frames, terms, articles)
    words = listed["n_words"].assign(own=listed["n_words"]["voice"] == "own")
    sizes = words.groupby("group", observed=True, sort=False)["own"].agg(["size", "mean"])
    said, used, common = (_list_values(listed[name], what) for name, what in
                          (("speakers", "actor"), ("terms", "term"), ("frames", "frame")))  # fmt: skip
    present = listed["frames"]
    sides = Counter(zip(present["group"], present["frame"], present["sponsor"] == OUTLET, strict=True))
    shown = {
        frame: f"{(names or {}).get(frame, frame)}{'*' * (frame in marked)}" for frame in present["frame"].unique()
    }
    rows = [
        {"group": group, "n_words": size, "share_own": share, "speakers": ", ".join(said.get(group, ())),
         "frames": ", ".join(f"{shown[frame]} ({sides[group, frame, True]} own, {sides[group, frame, False]} others')"
                             for frame in common.get(group, ())),
         "terms": ", ".join(used.get(group, ()))}
        for group, size, share in sizes.itertuples()
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["group", "n_words", "share_own", "speakers", "frames", "terms"])


def _list_values(rows: pd.DataFrame, what: str) -> dict[str, dict[str, None]]:
    """List the values of a column by group, each once, in order."""
    found: dict[str, dict[str, None]] = {}
    for group, value in zip(rows["group"], rows[what], strict=True):
        found.setdefault(group, {})[value] = None
    return found
