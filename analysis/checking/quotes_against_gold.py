"""Agreement: how far the automatic coding of quotations agrees with the coding by hand."""

import krippendorff
import numpy as np
import pandas as pd

from analysis.checking.row_pairing import pair_rows, spans_of
from analysis.codebook.columns import QUOTE_TYPES, VOICES
from analysis.counting.terms import is_word

__all__ = ["code_voices", "compare_quotes", "compare_voices", "pair_with_gold", "voice_alpha"]

VOICE_OF = dict.fromkeys(QUOTE_TYPES, "indirect") | {"Direct": "direct", "Reported": "reported"}


def pair_with_gold(
    gold: pd.DataFrame, found: pd.DataFrame, *, at_least: float = 0.5, same_type: bool = True
) -> pd.DataFrame:
    """Pair the quotations of two codings one to one, so that they overlap as much as can be.

    Parameters
    ----------
    gold, found : DataFrame
        *gold_quotes* and *quotes*: ``article_id``, ``quote``, ``type``, ``start``, ``end``, ``actor``.
    at_least : float
        The smallest overlap of a pair: characters in both by characters in either (Jaccard).
    same_type : bool
        Whether both must be of one type.

    Returns
    -------
    DataFrame
        A row is a pair: ``article_id``, ``gold``, ``found`` (row numbers of the two tables), ``type`` (the gold's),
        ``overlap`` (0 to 1), ``is_same_actor``.
    """
    kept = pair_rows(gold, found, at_least=at_least, prefer=("type", "actor"), must=("type",) if same_type else ())
    same = gold["actor"].loc[kept["one"]].to_numpy() == found["actor"].loc[kept["other"]].to_numpy()
    return pd.DataFrame({
        "article_id": kept["article_id"], "gold": kept["one"], "found": kept["other"],
        "type": gold["type"].loc[kept["one"]].to_numpy(), "overlap": kept["overlap"], "is_same_actor": same,
    })  # fmt: skip


def _rate_group(gold: pd.DataFrame, found: pd.DataFrame, pairs: pd.DataFrame) -> dict[str, float]:
    """Count and rate one group of quotations; a rate without cases is NaN."""
    n_gold, n_found, n = len(gold), len(found), len(pairs)
    right = int(pairs["is_same_actor"].sum())
    recall, precision = (n / n_gold if n_gold else np.nan), (n / n_found if n_found else np.nan)
    return {
        "n_gold": n_gold, "n_found": n_found, "n_paired": n, "recall": recall, "precision": precision,
        "f1": 2 * n / (n_gold + n_found) if n_gold + n_found else np.nan,
        "n_speaker_right": right, "speaker_accuracy": right / n if n else np.nan,
    }  # fmt: skip


def compare_quotes(gold: pd.DataFrame, found: pd.DataFrame, *, at_least: float = 0.5) -> pd.DataFrame:
    """Measure the quotations and speakers that were found against those coded by hand.

    Parameters
    ----------
    gold, found : DataFrame
        *gold_quotes* and *quotes*.
    at_least : float
        The smallest overlap of a pair, see `pair_with_gold`.

    Returns
    -------
    DataFrame
        A row is a type of quotation, with and without the rows in doubt: ``doubt`` (``counted`` or ``left out``),
        ``type`` (a type; ``all``: of one type; ``any``: whatever the types), ``n_gold``, ``n_found``, ``n_paired``,
        ``recall`` = paired / gold, ``precision`` = paired / found, ``f1`` (their harmonic mean),
        ``n_speaker_right`` (paired quotations with the same actor, or with none in both) and
        ``speaker_accuracy`` = speaker right / paired. Undefined rates are NaN.

    Notes
    -----
    A row in doubt that is left out takes with it what was found in its place.
    Reading it: recall says what was missed, precision what is no quotation; a speaker counts only where the quotation
    was found, so read ``speaker_accuracy`` with ``recall``.
    """
    rows = []
    for doubt in ("counted", "left out"):
        typed = pair_with_gold(gold, found, at_least=at_least)
        anyhow = pair_with_gold(gold, found, at_least=at_least, same_type=False)
        for kind in (*QUOTE_TYPES, "all", "any"):
            pairs = anyhow if kind == "any" else typed
            ours, theirs = gold, found
            if doubt == "left out":
                doubtful = gold.index[gold["doubt"] == "yes"]
                theirs = found.drop(index=pairs.loc[pairs["gold"].isin(doubtful), "found"])
                ours, pairs = gold.drop(index=doubtful), pairs[~pairs["gold"].isin(doubtful)]
            if kind in QUOTE_TYPES:
                ours, theirs, pairs = (
                    ours.query("type == @kind"),
                    theirs.query("type == @kind"),
                    pairs.query("type == @kind"),
                )
            rows.append({"doubt": doubt, "type": kind} | _rate_group(ours, theirs, pairs))
    return pd.DataFrame(rows)


def code_voices(tokens: pd.DataFrame, gold: pd.DataFrame, marks: pd.DataFrame) -> pd.DataFrame:
    """Give each token the voice that the hand coding gives it.

    Parameters
    ----------
    tokens : DataFrame
        A row is a token.
    gold, marks : DataFrame
        *gold_quotes* and *gold_marks*.

    Returns
    -------
    DataFrame
        *tokens* with ``voice`` (a direct quotation before reported speech, that before a speech act retold, whichever
        is inside the other; a word held at a distance before both; speaker and cue of a ``Reported`` row are the
        outlet's own) and ``is_doubtful`` (in a quotation whose coding is in doubt).
    """
    voice, doubtful = np.full(len(tokens), "own", dtype=object), np.zeros(len(tokens), dtype=bool)
    places = tokens.groupby("article_id", sort=False).indices
    starts, ends = tokens["start"].to_numpy(), tokens["end"].to_numpy()
    rank = {"reported": 0, "indirect": 1, "distanced": 2, "direct": 3}
    coded = [
        (VOICE_OF[row.type], row.doubt == "yes", row.article_id, spans_of(row), _frame(row))
        for row in gold.itertuples()
    ]
    coded += [("distanced", False, row.article_id, [(row.start, row.end)], [])
              for row in marks.itertuples() if row.kind != "name"]  # fmt: skip
    for name, is_doubtful, article_id, spans, frame in sorted(coded, key=lambda c: rank[c[0]]):
        at = places.get(article_id, np.array([], dtype=int))
        for start, end in spans:
            inside = at[(ends[at] > start) & (starts[at] < end)]
            doubtful[inside] |= is_doubtful
            for a, b in frame:
                inside = inside[(ends[inside] <= a) | (starts[inside] >= b)]
            voice[inside] = name
    return tokens.assign(voice=pd.array(voice, dtype="str"), is_doubtful=doubtful)


def _frame(row: tuple) -> list[tuple[int, int]]:
    """Find the speaker's and the cue's words in a sentence that only names what was said: they are the outlet's."""
    if row.type != "Reported":
        return []
    spans = [] if not row.speaker or pd.isna(row.speaker_start) else [(int(row.speaker_start), int(row.speaker_end))]
    at = 0
    for piece in row.cue.split("[...]"):
        found = row.text.find(piece.strip(), at) if piece.strip() else -1
        if found >= 0:
            at = found + len(piece.strip())
            spans.append((row.start + found, row.start + at))
    return spans


def voice_alpha(one: pd.Series, other: pd.Series) -> float:
    """Compute Krippendorff's alpha of two codings of the same tokens, nominal; NaN if only one value occurs.

    Notes
    -----
    alpha = 1 - observed / expected disagreement (Krippendorff, Content Analysis, 2019, ch. 12).
    Reading it: 1 is full agreement, 0 what chance gives; .80 is asked for, .667 the least for tentative conclusions.

    Examples
    --------
    >>> round(voice_alpha(pd.Series(list("ooodd")), pd.Series(list("oooid"))), 3)
    0.667
    """
    codes = {value: n for n, value in enumerate(sorted({*one, *other}))}
    if len(codes) < 2:
        return np.nan
    data = [[codes[value] for value in one], [codes[value] for value in other]]
    return float(krippendorff.alpha(reliability_data=data, level_of_measurement="nominal"))


def compare_voices(tokens: pd.DataFrame, gold: pd.DataFrame, marks: pd.DataFrame) -> pd.DataFrame:
    """Measure the voices of the words against the hand coding.

    Parameters
    ----------
    tokens : DataFrame
        A row is a token, with the voice that the program gave it; only words count, no marks.
    gold, marks : DataFrame
        *gold_quotes* and *gold_marks*.

    Returns
    -------
    DataFrame
        A row is a voice, or ``all``, with and without the words in doubt: ``doubt``, ``voice``, ``n_gold``,
        ``n_found``, ``n_same`` (words), ``agreement`` = same / all words, ``alpha`` (Krippendorff; of one voice: it
        against the rest).
    """
    words = tokens[is_word(tokens)]
    coded = code_voices(words, gold, marks)
    rows = []
    for doubt in ("counted", "left out"):
        kept = ~coded["is_doubtful"] if doubt == "left out" else pd.Series(True, index=coded.index)
        hand, program = coded.loc[kept, "voice"], words.loc[kept, "voice"]
        for voice in ("all", *VOICES):
            one, other = (hand, program) if voice == "all" else (hand == voice, program == voice)
            n_gold, n_found = (len(hand),) * 2 if voice == "all" else (int(one.sum()), int(other.sum()))
            n_same = int((one == other).sum()) if voice == "all" else int((one & other).sum())
            agreement = float((one == other).mean()) if len(hand) else np.nan
            rows.append((doubt, voice, n_gold, n_found, n_same, agreement, voice_alpha(one, other)))
    return pd.DataFrame(rows, columns=["doubt", "voice", "n_gold", "n_found", "n_same", "agreement", "alpha"])
