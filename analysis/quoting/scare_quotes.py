"""Names in quotation marks: what stands in marks because it is called so, and quotes nobody."""

from analysis.language.morphology import is_finite
from analysis.language.words import Words

__all__ = ["is_name"]

SHORT = 3  # words: what is shorter may be a name
CALLED = frozenset("nennen heißen taufen Name Titel Codename Spitzname".split())
TITLED = frozenset("Film Buch Album Roman Lied Motto Serie Ausstellung Studie Artikel Sendung".split())  # may be long
# What names itself in marks even by a plural: die Zeitung „Nachrichten“. Elsewhere a plural noun in marks is a word.
HEADS = TITLED | frozenset(
    "Zeitung Zeitschrift Magazin Blatt Portal Sender Partei Gruppe Band Schiff Verein Stück".split()
)
NOUNS = frozenset("NN NE FM XY".split())
FOREIGN = frozenset("NE FM XY CARD".split())


def is_name(words: Words, first: int, last: int) -> bool:
    """Tell a name, a title or an organisation's full name in brackets from a quotation.

    Parameters
    ----------
    words : Words
    first, last : int
        The tokens between and including the marks.

    Returns
    -------
    bool
        True for *das Portal „Watson“*, *KNB („Nationales Sicherheitskommitee“)*, *der „Spiegel“*; False for what
        may be somebody's words, quoted or held at a distance.
    """
    inner = [i for i in range(first + 1, last - 1) if not words.pos[i].startswith("$")]
    if not inner:
        return True
    before = first - 1
    if before < 0:
        return len(inner) <= SHORT
    if words.form[before] == "(" and last < len(words) and words.form[last] == ")":
        return True
    if words.lemma[before] in TITLED or any(words.lemma[i] in CALLED for i in range(max(0, before - 1), before + 1)):
        return True
    after = words.form[last : last + 3]
    if len(after) == 3 and after[0] == "(" and after[2] == ")" and after[1].isupper():
        return True  # „Chaos Computer Club“ (CCC)
    is_capital = all(words.form[i][:1].isupper() or not words.form[i][:1].isalpha() for i in inner)
    has_verb = any(is_finite(words.pos[i]) for i in inner)
    if len(inner) > 2 * SHORT:
        return False
    if all(words.form[i][:1].islower() and words.pos[i] not in NOUNS for i in inner):
        return False  # die Reaktion der OVKS „lächerlich“ machen
    if len(inner) == 1 and _is_plural(words, inner[0]) and words.lemma[before] not in HEADS:
        return False  # in der Krise „Friedenstruppen“ entsenden
    if words.pos[before] in NOUNS and not has_verb:  # apposition: die Serie „In aller Freundschaft“
        return len(inner) < SHORT or words.form[inner[0]][:1].isupper()
    return is_capital and (len(inner) > 1 or all(words.pos[i] in FOREIGN for i in inner)) and not has_verb


def _is_plural(words: Words, i: int) -> bool:
    """Tell a common noun that is not in its dictionary form: a plural, but for the odd genitive."""
    return words.pos[i] == "NN" and words.lemma[i] != words.form[i] and not words.form[i].isupper()
