"""Name sounds: names written so that two spellings of one agree: transcriptions, accents, a letter away."""

import re
import unicodedata

from analysis.actors.name_parts import is_first_name

__all__ = ["first_sound", "folded_name", "is_letter_away", "is_one_first_name", "sound_of"]

# Letters that two transcriptions of one name differ by, in the order in which they are made alike.
SOUNDS = (("tsch", "c"), ("dsch", "j"), ("sch", "s"), ("sh", "s"), ("ch", "h"), ("kh", "h"), ("ph", "f"), ("th", "t"),
          ("ou", "u"), ("oo", "u"), ("ck", "k"), ("q", "k"), ("c", "k"), ("y", "i"), ("j", "i"), ("w", "v"), ("z", "s"),
          ("é", "e"), ("'", ""), ("’", ""))  # fmt: skip


SHORTEST_FIRST = 5  # letters of a first name that a misprint may have changed


def folded_name(name: str) -> str:
    """Write a name without accents, spaces, hyphens and capitals: *Hans-Peter Berg* is *hanspeterberg*."""
    plain = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("ø", "o").replace("ß", "ss"))
    return re.sub(r"[\s-]", "", "".join(c for c in plain if not unicodedata.combining(c)).lower())


def sound_of(word: str) -> str:
    """Write a name so that two transcriptions of it agree.

    >>> sound_of("Moussawi") == sound_of("Mussawi"), sound_of("Berg") == sound_of("Burg")
    (True, False)
    """
    low = folded_name(word)
    for letters, sound in SOUNDS:
        low = low.replace(letters, sound)
    return re.sub(r"(.)\1+", r"\1", low)


def first_sound(word: str) -> str:
    """Write a first name so that its transcriptions agree: *Yanis*, *Giannis*; *Jewgeni*, *Evgeny*.

    >>> first_sound("Yanis") == first_sound("Giannis"), first_sound("Jewgeni") == first_sound("Evgeny")
    (True, True)
    """
    sound = sound_of(word)
    return sound[1:] if sound.startswith(("gi", "ie")) else sound


def is_one_first_name(one: str, other: str) -> bool:
    """Tell two spellings of one first name: they sound alike, or one that no list has is a letter away from the other.

    >>> is_one_first_name("Herinrich", "Heinrich"), is_one_first_name("Martin", "Martina")
    (True, False)
    """
    if first_sound(one) == first_sound(other):
        return True
    is_known = is_first_name(one) and is_first_name(other)
    return not is_known and min(len(one), len(other)) >= SHORTEST_FIRST and is_letter_away(one, other)


def is_letter_away(one: str, other: str) -> bool:
    """Tell two words that differ in one letter: added, changed, or two that changed places.

    >>> is_letter_away("Schuster", "Schuter"), is_letter_away("Berg", "Burgen"), is_letter_away("Herinrich", "Heinrich")
    (True, False, True)
    """
    if len(one) < len(other):
        one, other = other, one
    k = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(other))
    if len(one) > len(other):
        return one[k + 1 :] == other[k:] and len(one) == len(other) + 1
    is_swapped = one[k : k + 2] == other[k : k + 2][::-1] and one[k + 2 :] == other[k + 2 :]
    return one != other and (one[k + 1 :] == other[k + 1 :] or is_swapped)
