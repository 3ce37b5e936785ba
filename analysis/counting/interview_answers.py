"""Interview answers: the turns of an interview printed as *NAME: …*, somebody's words without quotation marks."""

from collections import Counter, defaultdict

from analysis.language.words import Words

__all__ = ["find_answers"]

TURNS = 4  # turns from which on labels with a colon are those of an interview
LABEL = 3  # words of a label
STOPS = (".", "?", "!", ":")
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
    for colon in (k for k, form in enumerate(words.form) if form == ":" and k):
        label = _label_before(words, colon)
        if label:
            found.append((label[0], colon, words.form[label[-1]]))
    times = Counter(label for _, _, label in found)
    return [turn for turn in found if times[turn[2]] > 1]


def _label_before(words: Words, colon: int) -> list[int]:
    """List the one to three capitalised tokens before a colon that open a sentence, marks around them apart."""
    k, label = _skip_marks_back(words, colon - 1), []  # ''Berg'':
    while k >= 0 and words.form[k][0].isupper() and len(label) <= LABEL:
        label, k = [k, *label], k - 1
    if not 0 < len(label) <= LABEL:
        return []
    k = _skip_marks_back(words, k)
    opens = k < 0 or words.form[k] in STOPS or words.sentences[words.sentence[label[0]]][0] > k
    return label if opens else []


def _skip_marks_back(words: Words, k: int) -> int:
    """Return the last token up to `k` that is a word or ends a sentence: marks around a label are no part of it."""
    while k >= 0 and not words.form[k][0].isalnum() and words.form[k] not in STOPS:
        k -= 1
    return k
