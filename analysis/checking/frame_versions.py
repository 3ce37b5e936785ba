"""Frames for claims: the rows that a sentence on frames rests on, as found and as coded by hand."""

import pandas as pd

from analysis.framing.frame_sponsors import OUTLET

__all__ = ["code_frames", "list_frames", "list_sides"]

COLUMNS = ["article_id", "start", "end", "paragraph", "kind", "frame", "sponsor", "target", "whose"]


def list_frames(frames: pd.DataFrame) -> pd.DataFrame:
    """List the elements and event frames that are present, each at the first of its words.

    Parameters
    ----------
    frames : DataFrame
        *frames*, as `schema.TABLES` describes it.

    Returns
    -------
    DataFrame
        A row is a frame of a paragraph from one sponsor: ``article_id``, ``start``, ``end`` (its first word),
        ``paragraph``, ``kind``, ``frame``, ``sponsor``, ``target``, ``whose`` (``outlet`` or ``others``).
    """
    found = frames[(frames["unit"] == "paragraph") & frames["is_present"]]
    first = found["evidence"].str.extract(r"^(\d+)-(\d+)").astype("int64")
    return _finish(found.assign(start=first[0], end=first[1], paragraph=found["paragraph"].astype("int64")))


def code_frames(gold: pd.DataFrame, paragraphs: pd.DataFrame) -> pd.DataFrame:
    """List the frames that were coded by hand in the same form; each begins with its paragraph.

    Parameters
    ----------
    gold, paragraphs : DataFrame
        *gold_frames* and *paragraphs*.
    """
    places = paragraphs[["article_id", "paragraph", "start", "end"]]
    return _finish(gold.merge(places, on=["article_id", "paragraph"], how="left"))


def list_sides(rows: pd.DataFrame, kind: str, frame: str | None = None) -> pd.DataFrame:
    """Keep of such rows those of a kind, or of one frame: once for each paragraph and side, however many sponsors."""
    wanted = rows[(rows["kind"] == kind) & (True if frame is None else rows["frame"] == frame)]
    return wanted.drop_duplicates(["article_id", "paragraph", "frame", "whose"])


def _finish(rows: pd.DataFrame) -> pd.DataFrame:
    """Say of each row whether the outlet or somebody else is its sponsor; keep the columns that claims use."""
    whose = rows["sponsor"].eq(OUTLET).map({True: OUTLET, False: "others"})
    return rows.assign(whose=whose)[COLUMNS].reset_index(drop=True)
