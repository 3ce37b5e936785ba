"""Prose of actors: computed sentences about who speaks, who does not, and how far the coding can be trusted."""

import pandas as pd

from analysis.counting.speaking import NOBODY
from analysis.showing.sentences import join_words

__all__ = [
    "say_agreement",
    "say_labels",
    "say_once_spoken",
    "say_silent",
    "say_speakers",
    "say_terms",
    "say_unattributed",
    "say_unheard",
]


def _row(table: pd.DataFrame, **where: str) -> pd.Series:
    """Return the one row of a table where columns have given values."""
    for column, value in where.items():
        table = table[table[column] == value]
    return table.iloc[0]


def _percent(share: float) -> str:
    """Write a share; one without cases is a dash."""
    return "–" if pd.isna(share) else f"{share:.0%}"


def _share(n: int, total: int) -> float:
    return n / total if total else float("nan")


def say_agreement(quotes: pd.DataFrame, voices: pd.DataFrame) -> str:
    """Say how far the automatic coding agrees with the coding by hand.

    Parameters
    ----------
    quotes, voices : DataFrame
        What `compare_quotes` and `compare_voices` found.

    Examples
    --------
    >>> from analysis.checking.agreement import compare_quotes
    >>> one = pd.DataFrame({"article_id": ["a"], "quote": [0], "type": ["Direct"], "start": [0], "end": [5],
    ...                     "actor": ["X"], "doubt": [""]})
    >>> voices = pd.DataFrame([("counted", "all", .5), ("left out", "all", .75)], columns=["doubt", "voice", "alpha"])
    >>> print(say_agreement(compare_quotes(one, one), voices))  # doctest: +ELLIPSIS
    Of 1 quotations coded by hand 1 were found (recall 100%); 1 of 1 found are such (precision 100%). Of the 1 direct...
    """
    every, direct = _row(quotes, doubt="counted", type="all"), _row(quotes, doubt="counted", type="Direct")
    sure, sure_direct = _row(quotes, doubt="left out", type="all"), _row(quotes, doubt="left out", type="Direct")
    alpha, sure_alpha = (_row(voices, doubt=doubt, voice="all")["alpha"] for doubt in ("counted", "left out"))
    return " ".join([
        f"Of {every.n_gold} quotations coded by hand {every.n_paired} were found (recall {_percent(every.recall)});",
        f"{every.n_paired} of {every.n_found} found are such (precision {_percent(every.precision)}).",
        f"Of the {direct.n_gold} direct ones {direct.n_paired} were found ({_percent(direct.recall)}).",
        f"The speaker is right for {direct.n_speaker_right} of these ({_percent(direct.speaker_accuracy)}; "
        f"{_percent(_share(direct.n_speaker_right, direct.n_gold))} of all direct ones, missed ones counted) and for",
        f"{every.n_speaker_right} of {every.n_paired} of any type ({_percent(every.speaker_accuracy)}).",
        f"Krippendorff’s α of the words’ voice is {alpha:.2f}.",
        f"Without the rows that the coder marked as doubtful: recall {_percent(sure.recall)}, precision",
        f"{_percent(sure.precision)}, speaker right for {_percent(sure_direct.speaker_accuracy)} of the direct ones,",
        f"α {sure_alpha:.2f}.",
    ])  # fmt: skip


def say_speakers(counts: pd.DataFrame, *, top: int = 1) -> str:
    """Say who gets most words in each outlet.

    Parameters
    ----------
    counts : DataFrame
        What `count_speaking` counted by outlet and actor: ``group``, ``actor``, ``n_words``, ``share_of_text``.

    Examples
    --------
    >>> rows = [("x", "Duda", 30, .3), ("x", "Biden", 10, .1), ("y", "Biden", 5, .05)]
    >>> print(say_speakers(pd.DataFrame(rows, columns=["group", "actor", "n_words", "share_of_text"])))
    Most words: in x *Duda* (30, 30% of the text); in y *Biden* (5, 5% of the text).
    """
    named = counts[counts["actor"] != NOBODY].sort_values("n_words", ascending=False, kind="stable")
    parts = []
    for group in dict.fromkeys(counts["group"]):
        first = named[named["group"] == group].head(top).itertuples()
        who = join_words([f"*{row.actor}* ({row.n_words}, {row.share_of_text:.0%} of the text)" for row in first])
        parts.append(f"in {group} {who or 'nobody'}")
    return f"Most words: {'; '.join(parts)}." if parts else "Nobody is quoted."


def say_unattributed(quotes: pd.DataFrame) -> str:
    """Say how many quotations name no speaker, by the words that report them.

    Examples
    --------
    >>> say_unattributed(pd.DataFrame({"actor": ["X", "", ""], "cue": ["sagte", "hieß es", "hieß es"]}))
    '2 of 3 quotations name no speaker (hieß es 2).'
    """
    nobody = quotes[quotes["actor"] == ""]
    cues = nobody.loc[nobody["cue"] != "", "cue"].str.lower().value_counts().head(4)
    how = ", ".join(f"{cue} {n}" for cue, n in cues.items())
    return f"{len(nobody)} of {len(quotes)} quotations name no speaker{f' ({how})' if how else ''}."


def say_once_spoken(counts: pd.DataFrame, once: pd.DataFrame) -> str:
    """Say whose quoted words lose most when each shared passage is counted once.

    Parameters
    ----------
    counts, once : DataFrame
        As `count_speaking` gives them by ``actor_group``, of all words and of words counted once.

    Examples
    --------
    >>> counts = pd.DataFrame({"actor_group": ["Staat", "Medien"], "n_words": [100, 40]})
    >>> say_once_spoken(counts, pd.DataFrame({"actor_group": ["Staat", "Medien"], "n_words": [60, 40]}))
    'Counted once, 100 of 140 quoted words are left; Staat loses most (60 instead of 100).'
    """
    before, after = (table.groupby("actor_group", observed=True)["n_words"].sum() for table in (counts, once))
    after = after.reindex(before.index, fill_value=0)
    lost = before - after
    if not len(before) or lost.max() == 0:
        return "Counted once, nothing changes: no quoted word stands in shared copy twice."
    most = lost.idxmax()
    return (
        f"Counted once, {after.sum()} of {before.sum()} quoted words are left; "
        f"{most} loses most ({after[most]} instead of {before[most]})."
    )


def say_silent(silent: pd.DataFrame, *, at_least: int = 2) -> str:
    """Say who is named more than once and never quoted.

    Examples
    --------
    >>> say_silent(pd.DataFrame({"actor": ["Biden", "Duda"], "n_mentions": [3, 1]}))
    'Named at least 2 times and never quoted: Biden (3).'
    """
    often = silent[silent["n_mentions"] >= at_least]
    who = join_words([f"{row.actor} ({row.n_mentions})" for row in often.itertuples()])
    return f"Named at least {at_least} times and never quoted: {who or 'nobody'}."


def say_labels(labels: pd.DataFrame, actor: str) -> str:
    """Say how each outlet labels an actor.

    Parameters
    ----------
    labels : DataFrame
        What `count_labels` counted.

    Examples
    --------
    >>> table = pd.DataFrame({"actor": ["Duda"] * 2, "group": ["x"] * 2, "label": ["", "Präsident"], "n": [3, 1]})
    >>> say_labels(table, "Duda")
    '*Duda* in x: „Präsident“; 3 of 4 times without a label.'
    """
    own = labels[labels["actor"] == actor]
    parts = []
    for group in dict.fromkeys(own["group"]):
        rows = own[own["group"] == group]
        words = [f"„{row.label}“" + (f" ({row.n})" if row.n > 1 else "") for row in rows.itertuples() if row.label]
        bare = int(rows.loc[rows["label"] == "", "n"].sum())
        parts.append(f"in {group}: {', '.join(words) or 'no label'}; {bare} of {rows['n'].sum()} times without a label")
    return f"*{actor}* " + " · ".join(parts) + "." if parts else "Nobody of the codebook is labelled."


def say_unheard(mentions: pd.DataFrame, speaking: pd.DataFrame) -> str:
    """Say which groups are named and get no word at all.

    Parameters
    ----------
    mentions, speaking : DataFrame
        Both with ``actor_group``: a row a mention; a row a group that speaks.

    Examples
    --------
    >>> say_unheard(pd.DataFrame({"actor_group": ["A", "A", "B"]}), pd.DataFrame({"actor_group": ["B"]}))
    'Named and never quoted as a group: A (2 mentions).'
    """
    named = mentions["actor_group"].value_counts(sort=False)
    unheard = named[(named > 0) & ~named.index.isin(set(speaking["actor_group"]))]
    who = join_words([f"{group} ({n} mentions)" for group, n in unheard.items()])
    return f"Named and never quoted as a group: {who}." if who else "Every group that is named is also quoted."


def say_terms(spoken: pd.DataFrame) -> str:
    """Say in whose words each term stands, the outlets' own included.

    Parameters
    ----------
    spoken : DataFrame
        What `count_spoken_terms` counted: ``term``, ``speaker``, ``n``.

    Examples
    --------
    >>> rows = [("Banditen", "Duda", 2), ("Banditen", "Biden", 1), ("Menge", "the outlet", 1)]
    >>> say_terms(pd.DataFrame(rows, columns=["term", "speaker", "n"]))
    '*Banditen*: Duda 2, Biden 1. *Menge*: the outlet 1.'
    """
    counts = spoken.groupby(["term", "speaker"], sort=False)["n"].sum().reset_index()
    parts = []
    for term, rows in counts.groupby("term", sort=False):
        ranked = rows.sort_values("n", ascending=False, kind="stable")
        parts.append(f"*{term}*: {', '.join(f'{row.speaker} {row.n}' for row in ranked.itertuples())}.")
    return " ".join(parts) or "None of the words occurs."
