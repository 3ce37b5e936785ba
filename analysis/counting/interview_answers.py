"""Interview answers: the turns of an interview printed as *NAME: …*, somebody's words without quotation marks."""

from collections import Counter, defaultdict

from analysis.language.words import Words

__all__ = ["find_answers"]

TURNS = 4  # turns from which on labels with a colon are those of an interview
LABEL = 3  # words of a label
ASKS = 0.5  # share of a label's turns that must hold a question for it to be who asks


def find_answers(words: Words) -> dict[int, tuple[int, int]]:
    """Map the first token of each answer to the offsets at which the answer begins and ends.

    Parameters
    ----------
    words : Words

    Notes
    -----
    A turn opens a sentence with one to three capitalised words and a colon. An article with `TURNS` of at least two
    labels, of which one asks in half of its turns, is an interview; all turns of labels that do not ask are answers.
    *Reading it*: an interview whose answers have no label is not found.
    """
    turns = _turns(words)
    if len(turns) < TURNS:
        return {}
    stops = [first for first, _, _ in turns[1:]] + [len(words)]
    held: dict[str, list[bool]] = defaultdict(list)
    for (_, colon, label), stop in zip(turns, stops, strict=True):
        held[label].append("?" in words.form[colon:stop])
    asking = {label for label, asks in held.items() if sum(asks) >= max(2, ASKS * len(asks))}
    answering = set(held) - asking
    if not asking:
        return {}
    return {first: (words.start[colon], words.end[stop - 1])
            for (first, colon, label), stop in zip(turns, stops, strict=True) if label in answering}  # fmt: skip


def _turns(words: Words) -> list[tuple[int, int, str]]:
    """List the turns: first token, colon, and the last word of the label; labels that stand once are none."""
    found = []
    for low, high in words.sentences:
        colon = next((k for k in range(low + 1, min(low + LABEL + 1, high)) if words.form[k] == ":"), 0)
        if colon and all(form[:1].isupper() for form in words.form[low:colon]):
            found.append((low, colon, words.form[colon - 1]))
    times = Counter(label for _, _, label in found)
    return [turn for turn in found if times[turn[2]] > 1]
