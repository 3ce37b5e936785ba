"""Changes: the edits of all pairs of copies as one row a change, with what it does and how telling that is."""

import re

import pandas as pd

from analysis.counting.change_effects import PartsOfSpeech, is_edge, name_effect
from analysis.language.numerals import parse_number

__all__ = ["EFFECTS", "count_notation", "gather_changes"]

# The most telling first: whose word it is, what is judged, what another calls it, what is left out, the rest.
EFFECTS = ("hedge", "attribution", "evaluation", "rival", "omission", "precision", "style")
COLUMNS = [
    "change", "effect", "kind", "changes", "words", "other_words", "articles", "other_articles", "article_id", "start",
    "end", "other_article_id", "other_start", "other_end", "is_edge",
]  # fmt: skip


def gather_changes(
    edits: pd.DataFrame,
    tokens: pd.DataFrame,
    passages: pd.DataFrame,
    *,
    terms: pd.DataFrame,
    omissions: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Gather edits into changes: one row for a change, with all articles that have either wording.

    Parameters
    ----------
    edits, tokens, passages, terms : DataFrame
        As `schema.TABLES` and `find_terms` describe them.
    omissions : DataFrame, optional
        As `find_omissions` gives them: sentences that a copy leaves out of a paragraph that others print.

    Returns
    -------
    DataFrame
        A row is a change of words or quotation marks, the most telling first: ``effect`` (`EFFECTS`), ``kind``
        (``replace``, ``delete``: what stands in ``articles`` is missing in ``other_articles``, ``move``), ``words``
        and ``other_words``, ``articles`` and ``other_articles`` (ids, joined by ``;``), the place of each wording in
        the first article that has it, and ``is_edge`` (within four words of the end of a passage).

    Notes
    -----
    Reading it: two articles that share a wording may have it from one source. ``rival``: both sides belong to one set
    of contrasts, or a noun stands for a noun in the same place. ``omission``: a clause or more is left out.
    """
    table = edits[edits["changes"].isin(["word", "marks"])]
    rows = [_change_row(group) for group in _group_edits(table)]
    rows = _join_marks(_join_moves(rows))
    pos = PartsOfSpeech(tokens, terms)
    ends = passages.groupby("article_id")[["start", "end"]].agg(list)
    for row in rows:
        row["effect"] = name_effect(row, pos)
        row["is_edge"] = is_edge(row, ends, pos)
    rows += _omitted(omissions) if omissions is not None else []
    found = pd.DataFrame(rows, columns=COLUMNS)
    order = found["effect"].map({effect: n for n, effect in enumerate(EFFECTS)})
    shown = found.assign(order=order, length=found["words"].str.len() + found["other_words"].str.len())
    shown = shown.sort_values(["is_edge", "order", "length", "article_id", "start"], kind="stable", ignore_index=True)
    return shown.drop(columns=["order", "length"]).assign(change=range(len(shown)))


def count_notation(edits: pd.DataFrame, changes: pd.DataFrame) -> int:
    """Count the differences of a number's notation (*zwei*, *2*), pair by pair, those in a stretch that was moved too.

    Examples
    --------
    >>> edits = pd.DataFrame({"changes": ["number", "word"]})
    >>> moved = {"kind": "move", "words": "An zwei Orten", "other_words": "an 2 Orten"}
    >>> count_notation(edits, pd.DataFrame([moved]))
    2
    """
    moves = changes[changes["kind"] == "move"]
    pairs = zip(moves["words"].map(_plain_words), moves["other_words"].map(_plain_words), strict=True)
    in_moves = sum(one != other for a, b in pairs for one, other in zip(a.split(), b.split(), strict=True))
    return int((edits["changes"] == "number").sum()) + in_moves


def _group_edits(edits: pd.DataFrame) -> list[pd.DataFrame]:
    """Group edits that are one change: they share a place in an article, and both wordings."""
    owner: dict[tuple, int] = {}
    parent = list(range(len(edits)))

    def root(n: int) -> int:
        while parent[n] != n:
            n = parent[n] = parent[parent[n]]
        return n

    for n, row in enumerate(edits.itertuples(index=False)):
        pair = frozenset((_plain_words(row.words), _plain_words(row.other_words)))
        for place in ((row.article_id, row.start, row.end), (row.other_article_id, row.other_start, row.other_end)):
            parent[root(n)] = root(owner.setdefault((*place, pair), n))
    groups = pd.Series([root(n) for n in range(len(edits))], index=edits.index)
    return [group for _, group in edits.groupby(groups, sort=False)]


def _plain_words(words: str) -> str:
    return " ".join(words.split()).casefold()


def _moved(words: str) -> list[str]:
    """Write words so that a stretch is known again where it was moved to: case and a number's notation aside."""
    return [
        f"#{number:g}" if (number := parse_number(word)) is not None else word for word in _plain_words(words).split()
    ]


def _change_row(group: pd.DataFrame) -> dict:
    """Write a group as one row: the fuller wording first, or of two wordings that of the first article."""
    first = group.iloc[0]
    sides = pd.DataFrame(
        [
            side
            for r in group.itertuples(index=False)
            for side in (
                (_plain_words(r.words), r.words, r.article_id, r.start, r.end),
                (_plain_words(r.other_words), r.other_words, r.other_article_id, r.other_start, r.other_end),
            )
        ],
        columns=["key", "words", "article_id", "start", "end"],
    ).drop_duplicates(["key", "article_id"])
    keys = [_plain_words(first["words"]), _plain_words(first["other_words"])]
    keys = keys if keys[0] else keys[::-1]
    one, other = (sides[sides["key"] == key].sort_values("article_id") for key in keys)
    kind = "replace" if keys[1] else "delete"
    return {
        "kind": kind, "changes": first["changes"], **_side(one, ""), **_side(other, "other_"), "effect": "style",
        "is_edge": False,
    }  # fmt: skip


def _side(rows: pd.DataFrame, prefix: str) -> dict:
    first = rows.iloc[0]
    return {
        f"{prefix}words": " ".join(first["words"].split()), f"{prefix}articles": ";".join(rows["article_id"]),
        f"{prefix}article_id": first["article_id"], f"{prefix}start": int(first["start"]),
        f"{prefix}end": int(first["end"]),
    }  # fmt: skip


def _join_moves(rows: list[dict]) -> list[dict]:
    """Join what one copy lacks here and has there: the stretch was moved."""
    joined: list[dict] = []
    for row in rows:
        twin = next(
            (
                old for old in joined
                if row["kind"] == old["kind"] == "delete" and _moved(old["words"]) == _moved(row["words"])
                and set(old["articles"].split(";")) & set(row["other_articles"].split(";"))
                and set(old["other_articles"].split(";")) & set(row["articles"].split(";"))
                and len(row["words"].split()) > 1
            ),
            None,
        )  # fmt: skip
        if twin is None:
            joined.append(row)
        else:
            twin.update({"kind": "move", "other_words": row["words"]})
            twin |= {f"other_{key}": row[key] for key in ("articles", "article_id", "start", "end")}
    return joined


def _join_marks(rows: list[dict]) -> list[dict]:
    """Join the mark that opens and the mark that closes: they are put on and taken off together."""
    joined: list[dict] = []
    for row in rows:
        before = joined[-1] if joined else None
        together = before and row["changes"] == before["changes"] == "marks"
        if together and row["articles"] == before["articles"] and row["other_articles"] == before["other_articles"]:
            if 0 <= row["start"] - before["end"] <= 120 and 0 <= row["other_start"] - before["other_end"] <= 120:
                before["end"], before["other_end"] = row["end"], row["other_end"]
                before["words"], before["other_words"] = (
                    before["words"] + row["words"],
                    before["other_words"] + row["other_words"],
                )
                continue
        joined.append(row)
    return joined


def _omitted(omissions: pd.DataFrame) -> list[dict]:
    """Write sentences left out as rows, each once, with all articles that print it and all that do not."""
    rows: dict[tuple, dict] = {}
    for row in omissions.itertuples(index=False):
        words = frozenset(re.findall(r"\w+", row.words.casefold()))
        key = next((k for k in rows if k[0] == row.articles and 2 * len(k[1] & words) > len(k[1] | words)), None)
        made = rows.setdefault(key or (row.articles, words), {
            "kind": "delete", "changes": "word", "words": " ".join(row.words.split()), "other_words": "",
            "article_id": row.article_id, "start": row.start, "end": row.end, "other_article_id": row.other_article_id,
            "other_start": -1, "other_end": -1, "effect": "omission", "is_edge": False,
            "articles": row.articles, "out": {},
        })  # fmt: skip
        made["out"].setdefault(row.other_article_id, set()).add(row.article_id)
    found = []
    for row in rows.values():  # left out only if no copy of the sentence has a counterpart there
        missing = sorted(other for other, seen in row["out"].items() if len(seen) > row["articles"].count(";"))
        found += [{**row, "other_articles": ";".join(missing), "other_article_id": missing[0]}] if missing else []
    return found
