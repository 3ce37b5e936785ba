"""Morphology: the mood of a finite verb, read from HanTa's morphemes.

Konjunktiv I (*habe*, *stabilisiere*) is the mark of reported speech in German; Konjunktiv II (*hätte*, *käme*)
takes its place where both moods look alike (Duden grammar, indirect speech).
"""

from functools import lru_cache

from analysis.codebook.wordlists import read_classes
from analysis.language.hanta_tagger import load_tagger

__all__ = ["find_mood", "is_finite"]

# Letters: 1 Konjunktiv I, 2 Konjunktiv II, s sollte/wollte (preterite or Konjunktiv II), h soll, w will, i indicative.
KNOWN = {form: mood for mood in "12shwi" for form in read_classes("grammar")[f"mood_{mood}"]}


def is_finite(pos: str) -> bool:
    """Tell the STTS tag of a finite verb."""
    return pos.startswith("V") and pos.endswith("FIN")


@lru_cache(maxsize=100_000)
def find_mood(form: str, pos: str) -> str:
    """Name the mood of a finite verb by one letter; "" for everything else.

    Parameters
    ----------
    form, pos : str
        The word as printed and its STTS tag.

    Returns
    -------
    str
        ``1`` Konjunktiv I, ``2`` Konjunktiv II, ``s`` *sollte, wollte* (either mood), ``h`` *soll*, ``w`` *will*,
        ``i`` indicative, or nothing told otherwise.

    Notes
    -----
    A first person (*ich habe*) looks like Konjunktiv I: the reader of a sentence must look at its subject.

    Examples
    --------
    >>> [find_mood(form, "VVFIN") for form in ("stabilisiere", "stünden", "stand", "meldete")]
    ['1', '2', 'i', 'i']
    >>> find_mood("sei", "VAFIN"), find_mood("Haus", "NN")
    ('1', '')
    """
    if not is_finite(pos):
        return ""
    low = form.lower()
    if low in KNOWN:
        return KNOWN[low]
    return _mood_by_morphemes(form) if low.endswith(("e", "en")) else "i"


def _mood_by_morphemes(form: str) -> str:
    """Read the mood from the last stem and the ending that HanTa finds."""
    morphemes = load_tagger().analyze(form, taglevel=3)[1]
    if len(morphemes) < 2 or morphemes[-1][1] != "SUF_FIN":
        return "i"
    (stem, kind), ending = morphemes[-2], morphemes[-1][0]
    if kind.endswith("_VAR"):  # the stem of the preterite: gab, ging; with umlaut and ending Konjunktiv II
        has_umlaut = any(letter in stem for letter in "äöü")
        return "2" if ending in ("e", "en") and (has_umlaut or (ending == "e" and not stem.endswith("t"))) else "i"
    return "1" if ending == "e" else "i"
