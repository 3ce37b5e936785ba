"""Single words and their weight for the tone of the text they stand in: a fitted list, and compounds by their ends."""

from functools import lru_cache

from analysis.codebook.wordlists import read_lines

__all__ = ["find_known", "read_word_weights", "weigh_words"]

ENDING = 5  # letters of a compound's known ending at least (Blitz|erfolg); shorter ones end anything
KINDS = ("NN", "VV", "VM", "ADJ", "ADV", "PTKNEG", "PTKVZ")  # beginnings of the tags of words that are looked up


@lru_cache(maxsize=1)
def read_word_weights() -> dict[str, tuple[float, float]]:
    """Read `lexicons/tone_words.txt`: each lemma's weight for *negative* and for *positive*, over *neutral*.

    Examples
    --------
    >>> negative, positive = read_word_weights()["preis"]
    >>> positive > negative
    True
    """
    rows = (line.split() for line in read_lines("tone_words"))
    return {word: (int(negative) / 1000, int(positive) / 1000) for word, negative, positive in rows}


@lru_cache(maxsize=100_000)
def _known(lemma: str) -> str:
    """Return the lemma if the list has it, else its longest ending that the list has, else nothing."""
    words = read_word_weights()
    if lemma in words:
        return lemma
    ends = (lemma[k:] for k in range(3, len(lemma) - ENDING + 1))
    return next((end for end in ends if end in words), "")


def find_known(lemmas: list[str], pos: list[str], leave_out: list[int]) -> list[tuple[int, str]]:
    """Find the words of a text that the list knows, names and those at `leave_out` aside.

    Returns
    -------
    list of (token, entry of the list)

    Examples
    --------
    >>> find_known(["der", "Blitzerfolg"], ["ART", "NN"], [])
    [(1, 'erfolg')]
    """
    found = ((i, _known(lemma.lower())) for i, lemma in enumerate(lemmas) if pos[i].startswith(KINDS))
    return [(i, word) for i, word in found if word and i not in leave_out]


def weigh_words(lemmas: list[str], pos: list[str], leave_out: list[int]) -> tuple[float, float]:
    """Sum the weights of a text's known words, divided by the root of their number.

    Returns
    -------
    (negative, positive)
        How much the words speak for either polarity over *neutral*; zeros for a text without known words.
    """
    weights = read_word_weights()
    found = [weights[word] for _, word in find_known(lemmas, pos, leave_out)]
    root = max(len(found), 1) ** 0.5
    return sum(n for n, _ in found) / root, sum(p for _, p in found) / root
