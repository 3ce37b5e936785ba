"""Attribution: on whose word a number stands, taken from the quotation around it and resolved to an actor."""

from collections import defaultdict

import pandas as pd

from analysis.codebook.wordlists import read_classes

__all__ = ["add_actors", "add_speakers", "take_from_text"]

HEADS = ("title", "heading")  # parts of an article whose numbers its text takes up


def add_speakers(quantities: pd.DataFrame, quotes: pd.DataFrame | None, sentences: pd.DataFrame) -> pd.DataFrame:
    """Let the innermost quotation with a speaker say who is the source.

    ``source_from`` is then ``sentence`` if the speaker is named in the number's own sentence, else ``neighbour``.
    """
    if quotes is None or quotes.empty or quantities.empty:
        return quantities
    spoken = quotes[quotes["speaker"] != ""].assign(size=lambda q: q["end"] - q["start"]).sort_values("size")
    by_article = defaultdict(list)
    for said in spoken.itertuples(index=False):
        if not _holds_number(said.speaker):
            by_article[said.article_id].append(said)
    bounds = {key: own[["start", "end"]].to_numpy() for key, own in sentences.groupby("article_id")}
    rows = quantities.to_dict("records")
    for row in rows:
        around = (q for q in by_article[row["article_id"]] if q.start <= row["start"] and q.end >= row["end"])
        if said := next(around, None):
            _take_speaker(row, said, bounds[row["article_id"]])
    return pd.DataFrame(rows, columns=quantities.columns)


def _holds_number(speaker: str) -> bool:
    """Tell a speaker that holds a number: what was counted was taken for who said it."""
    return any(c.isdigit() for c in speaker)


def _take_speaker(row: dict, said, bounds) -> None:
    """Write the speaker of a quotation into a number's row.

    *demnach* points to a source and is none: what the sentence gives is kept, else whom it points to is taken.
    """
    row["actor"] = said.actor
    if said.speaker.lower() in read_classes("number_sources")["on"]:
        if not row["source"] and said.actor:
            row |= {"source": said.actor, "source_from": "neighbour", "source_start": -1}
        return
    place = said.speaker_start
    inside = [s <= place < e for s, e in bounds if s <= row["start"] < e] if pd.notna(place) else []
    row["source"], row["source_from"] = said.speaker, "sentence" if any(inside) else "neighbour"
    row["source_start"] = int(place) if pd.notna(place) else -1


def take_from_text(quantities: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Give a number of a title or heading the source that the next sentence names for the same number."""
    if quantities.empty or "part" not in sentences:
        return quantities
    bounds = {key: own.sort_values("start") for key, own in sentences.groupby("article_id")}
    rows = quantities.to_dict("records")
    for row in rows:
        row["at"] = int(bounds[row["article_id"]]["start"].searchsorted(row["start"], side="right")) - 1
    for row in rows:
        is_head = bounds[row["article_id"]]["part"].iloc[row["at"]] in HEADS
        if is_head and not row["source"] and (same := _said_next(row, rows)):
            row |= {key: same[key] for key in ("source", "source_start", "actor")} | {"source_from": "neighbour"}
    return pd.DataFrame(rows)[list(quantities.columns)]


def _said_next(row: dict, rows: list[dict]) -> dict | None:
    """Find the same number with a source in the next sentence."""
    said = (r for r in rows if r["article_id"] == row["article_id"] and r["at"] == row["at"] + 1)
    return next((r for r in said if r["value"] == row["value"] and r["source"]), None)


def add_actors(
    quantities: pd.DataFrame, mentions: pd.DataFrame | None, quotes: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Resolve the sources that a sentence names: the actor whose name stands in their words, or who speaks there.

    Of *Angaben des Ministeriums* the ministry is the source, even where a quotation gives it to somebody else.
    """
    names = _named_places(mentions, "start", "end")
    speakers = _named_places(quotes, "speaker_start", "speaker_end")
    actors = []
    for row in quantities.itertuples(index=False):
        start, end = row.source_start, row.source_start + len(row.source)
        is_statement = row.source.split(" ")[0].lower() in read_classes("number_sources")["sayings"]
        found = row.actor
        if start >= 0 and (not found or is_statement):
            within = [
                actor for _, e, actor in [*names.get(row.article_id, []), *speakers.get(row.article_id, [])]
                if start < e <= end and actor  # a mention begins with its article, a source behind it
            ]  # fmt: skip
            found = within[0] if within else found
        actors.append(found)
    return quantities.assign(actor=pd.array(actors, dtype="str"))


def _named_places(table: pd.DataFrame | None, start: str, end: str) -> dict[str, list[tuple]]:
    """List the named places of each article: from, to, and the actor."""
    if table is None or table.empty:
        return {}
    known = table[table[start].notna()]
    places: dict[str, list[tuple]] = {}
    for row in known[["article_id", start, end, "actor"]].itertuples(index=False, name=None):
        places.setdefault(row[0], []).append(row[1:])
    return places
