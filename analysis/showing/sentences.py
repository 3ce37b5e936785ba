"""Prose: computed sentences, so that no number in a notebook is typed by hand."""

import re

import pandas as pd

from analysis.checking.claims import CHECKS, Claim

__all__ = [
    "CLAIM_TYPE",
    "Said",
    "join_words",
    "say",
    "say_favourites",
    "say_once",
    "say_pairs",
    "say_range",
    "say_swaps",
    "say_term",
    "say_voices",
    "say_without_copy",
    "write_date",
]

# What a notebook's output holds beside its Markdown, so that the site can gather the claims.
CLAIM_TYPE = "application/vnd.lesarten.claim+json"
# Not from strftime: a month's name there depends on the machine's language.
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December")  # fmt: skip


def join_words(words: list[str]) -> str:
    """List words in a sentence.

    Examples
    --------
    >>> join_words(["taz", "text 000", "text 001"])
    'taz, text 000 and text 001'
    """
    words = [str(word) for word in words]
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


class Said:
    """A paragraph of computed sentences: as Markdown for the reader, as claims for the page that gathers them."""

    def __init__(self, parts: list["str | Claim"]):
        """Keep sentences and claims in order; empty ones are left out."""
        self.parts = [part for part in parts if part]

    def __repr__(self) -> str:
        """Give the paragraph as it is printed."""
        return " ".join(part if isinstance(part, str) else part.printed for part in self.parts)

    def records(self) -> list[dict]:
        """List the paragraph's claims, and its sentences that hold a figure and are no claim but a count of rows."""
        counts = dict.fromkeys(CHECKS, "not applicable") | {"figure": "", "rows": "", "holds": "counted"}
        return [{"text": part, "printed": part} | counts if isinstance(part, str) else part.record()
                for part in self.parts if not isinstance(part, str) or re.search(r"\d", part)]  # fmt: skip

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        return {"text/markdown": repr(self), "text/plain": repr(self), CLAIM_TYPE: self.records()}


def say(*sentences: "str | Claim") -> Said:
    """Set computed sentences and claims as a paragraph of the notebook.

    Examples
    --------
    >>> say("Two texts.", "", Claim("Most.", otherwise="No order.", checks={"ties": False}))
    Two texts. No order (fails: ties).
    """
    return Said(list(sentences))


def say_term(counts: pd.DataFrame, term: str) -> str:
    """Say how often a term occurs, and in whose voice.

    Parameters
    ----------
    counts : DataFrame
        As `count_terms` gives them, by outlet and voice.

    Examples
    --------
    >>> rows = [("Banditen", "x", "direct", 2), ("Banditen", "y", "own", 1)]
    >>> say_term(pd.DataFrame(rows, columns=["term", "group", "voice", "n"]), "Banditen")
    '*Banditen* occurs 3 times; in the outlet’s own voice only in y (1).'
    """
    found = counts[counts["term"] == term]
    own = found[(found["voice"] == "own") & (found["n"] > 0)]
    total, others = int(found["n"].sum()), int(found["n"].sum() - own["n"].sum())
    if not total:
        return f"*{term}* does not occur."
    times = "once" if total == 1 else f"{total} times"
    if own.empty:
        return f"*{term}* occurs {times}, never in an outlet’s own voice."
    where = join_words([f"{row.group} ({row.n})" for row in own.itertuples(index=False)])
    return f"*{term}* occurs {times}; in the outlet’s own voice {'only ' if others else ''}in {where}."


def say_favourites(counts: pd.DataFrame) -> str:
    """Say which term of a contrast each outlet uses most.

    Parameters
    ----------
    counts : DataFrame
        As `count_terms` gives them, for one contrast.

    Examples
    --------
    >>> rows = [("Proteste", "x", 8), ("Unruhen", "x", 3), ("Unruhen", "y", 1), ("Krise", "y", 1)]
    >>> say_favourites(pd.DataFrame(rows, columns=["term", "group", "n"]))
    'The word used most: x *Proteste* (8 of 11); y *Krise* and *Unruhen* (1 each of 2).'
    """
    said = []
    for group, rows in counts.groupby("group", sort=False, observed=True):
        sums = rows.groupby("term", observed=True)["n"].sum()
        best = [f"*{term}*" for term in sorted(sums.index[sums == sums.max()].astype(str))]
        said.append(f"{group} {join_words(best)} ({sums.max()}{' each' if len(best) > 1 else ''} of {sums.sum()})")
    return f"The word used most: {'; '.join(said)}." if said else "None of the words occurs."


def say_contrast(counts: pd.DataFrame) -> str:
    """Say in one sentence which of several rival words the outlets say themselves, and which they leave to others.

    Parameters
    ----------
    counts : DataFrame
        As `count_terms` gives them, by outlet and voice, for one contrast.

    Examples
    --------
    >>> rows = [("Proteste", "own", 4), ("Banditen", "direct", 2), ("Regime", "own", 1), ("Regime", "direct", 3)]
    >>> say_contrast(pd.DataFrame(rows, columns=["term", "voice", "n"]))
    'In the outlets’ own voice always *Proteste* (4×), never *Banditen* (2×), sometimes *Regime* (1 of 4).'
    """
    said: dict[str, list[str]] = {"always": [], "never": [], "sometimes": []}
    for term, rows in counts.groupby("term", observed=True):
        total, own = int(rows["n"].sum()), int(rows.loc[rows["voice"] == "own", "n"].sum())
        kind = "always" if own == total else "sometimes" if own else "never"
        times = f"{own} of {total}" if kind == "sometimes" else f"{total}×"
        said[kind].append(f"*{term}* ({times})")
    parts = [f"{kind} {join_words(terms)}" for kind, terms in said.items() if terms]
    return f"In the outlets’ own voice {', '.join(parts)}." if parts else "None of the words occurs."


def say_voices(voices: pd.DataFrame) -> str:
    """Say who gives others most and least room, with the bootstrap interval.

    Parameters
    ----------
    voices : DataFrame
        As `measure_voices` gives it.
    """
    share = 1 - voices["own"]
    most, least = voices.loc[share.idxmax()], voices.loc[share.idxmin()]
    high = f"{1 - most['own']:.0%} of its words (interval {most['low']:.0%} to {most['high']:.0%})"
    low = f"{1 - least['own']:.0%} ({least['low']:.0%} to {least['high']:.0%})"
    return f"Most room is given to others by {most['group']}, {high}; least by {least['group']}, {low}."


def say_pairs(similarity: pd.DataFrame) -> str:
    """Say which two texts are most alike and which text is least like the others.

    Parameters
    ----------
    similarity : DataFrame
        A square table, as `measure_similarity` gives it.
    """
    if len(similarity) < 2:
        return "There is one text only: nothing to compare."
    names = [str(name) for name in similarity.columns]
    values = similarity.to_numpy()
    pairs = [(values[i, j], names[j], names[i]) for i in range(len(names)) for j in range(i)]
    best = max(pairs)
    mean = {name: (values[i].sum() - values[i, i]) / (len(names) - 1) for i, name in enumerate(names)}
    odd = min(mean, key=mean.get)
    return (
        f"Most alike are {best[1]} and {best[2]} (cosine {best[0]:.2f}); least like the others is {odd} "
        f"(on average {mean[odd]:.2f})."
    )


def say_swaps(edits: pd.DataFrame) -> str:
    """Say which single word stands for which other one.

    Parameters
    ----------
    edits : DataFrame
        As `rank_edits` gives them, with ``text`` and ``other_text``: what to call the two articles.
    """
    single = edits[
        edits["why"].isin(["rival word", "compound"]) & (edits["n_words"] == 1) & (edits["kind"] == "replace")
    ]
    said = []
    for (words, other_words), rows in single.groupby(["words", "other_words"], sort=False):
        here, there = join_words(rows["text"].unique()), join_words(rows["other_text"].unique())
        said.append(f"*{words}* in {here}, *{other_words}* in {there}")
    return f"One word for another: {'; '.join(said)}." if said else "No rival word was exchanged for another."


def say_once(counts: pd.DataFrame, once: pd.DataFrame) -> str:
    """Say which terms lose most when each shared passage is counted once.

    Parameters
    ----------
    counts, once : DataFrame
        As `count_terms` gives them, of all words and of words counted once.

    Examples
    --------
    >>> counts = pd.DataFrame({"term": ["Banditen", "Regime"], "n": [2, 1]})
    >>> say_once(counts, pd.DataFrame({"term": ["Banditen", "Regime"], "n": [1, 1]}))
    'Counted once per passage, *Banditen* 1 instead of 2; the other counts stay.'
    """
    before, after = (table.groupby("term", observed=True)["n"].sum() for table in (counts, once))
    after = after.reindex(before.index, fill_value=0)
    changed = [f"*{term}* {after[term]} instead of {n}" for term, n in before.items() if after[term] != n]
    if not changed:
        return "Counted once per passage, nothing changes: none of these words stands in shared copy twice."
    rest = "; the other counts stay" if len(changed) < len(before) else ""
    return f"Counted once per passage, {join_words(changed)}{rest}."


def say_without_copy(similarity: pd.DataFrame, own: pd.DataFrame) -> str:
    """Say how the likeness of texts changes when shared copy is left out.

    Parameters
    ----------
    similarity, own : DataFrame
        Square tables as `measure_similarity` gives them, of all words and of own words; texts without own words are
        missing from the second.
    """
    names = [str(name) for name in own.columns]
    before = similarity.loc[own.index, own.columns].to_numpy()
    after = own.to_numpy()
    pairs = [(before[i, j] - after[i, j], names[j], names[i], before[i, j], after[i, j])
             for i in range(len(names)) for j in range(i)]  # fmt: skip
    if not pairs:
        return "Fewer than two texts have words of their own: nothing is left to compare."
    _, one, other, high, low = max(pairs)
    best = max(pairs, key=lambda pair: pair[4])
    return (
        f"Without the copy, {one} and {other} are no longer as alike (cosine {low:.2f} instead of {high:.2f}); "
        f"most alike are then {best[1]} and {best[2]} ({best[4]:.2f})."
    )


def say_range(quantities: pd.DataFrame) -> str:
    """Say whether the texts report one number for a topic or several, and which say on whose word.

    Examples
    --------
    >>> rows = pd.DataFrame({"group": ["x", "y"], "value": [40.0, 44.0], "actor": ["Polizei", ""]})
    >>> say_range(rows)
    'x and y report numbers from 40 to 44; a source is given for 1 of 2.'
    """
    outlets = join_words(quantities["group"].astype(str).unique())
    low, high = quantities["value"].min(), quantities["value"].max()
    verb = "reports" if quantities["group"].nunique() == 1 else "report"
    numbers = f"the number {low:,.0f}" if low == high else f"numbers from {low:,.0f} to {high:,.0f}"
    sourced = int((quantities["actor"] != "").sum())
    return f"{outlets} {verb} {numbers}; a source is given for {sourced} of {len(quantities)}."


def write_date(date: pd.Timestamp, precision: str) -> str:
    """Write a date no more exactly than it is known.

    Examples
    --------
    >>> write_date(pd.Timestamp("2022-01-08"), "day"), write_date(pd.Timestamp("2022-01-01"), "month")
    ('8 January 2022', 'January 2022')
    """
    if precision == "unknown" or pd.isna(date):
        return "unknown"
    return f"{date.day if precision == 'day' else ''} {MONTHS[date.month - 1]} {date.year}".strip()
