"""Appositions: the name that a description is set beside, with a comma or a dash between the two."""

from analysis.actors.name_labels import is_title
from analysis.actors.namings import Mention
from analysis.actors.who_was_named import Scene
from analysis.language.nouns import kind_of

__all__ = ["by_apposition"]

APPOSED = 12  # tokens between a description and the name that it is set beside


def by_apposition(scene: Scene, first: int, stop: int, head: int, last: str) -> str | None:
    """*der Leiter der Anstalt, Max Huber*; *Max Huber, ein Experte*: the name that a description is set beside."""
    words = scene.words
    if head < 0 or (kind_of(words.form[head]) != "person" and not is_title(words.form[head])):
        return None
    inside = [m for m in scene.within(first, stop) if m.first > first and words.form[m.first - 1] in ",–-"]
    for mention in [*reversed(inside), *_after(scene, stop), *_name_before_comma(scene, first)]:
        if scene.is_person(mention.actor) and not scene.is_genitive(mention):
            return mention.actor
    return None


def _after(scene: Scene, stop: int) -> list[Mention]:
    """Return the name behind a comma after a phrase, if only what belongs to the phrase stands between."""
    words = scene.words
    high = min(words.sentences[words.sentence[stop - 1]][1], stop + APPOSED)
    comma = next((k for k in range(stop, high) if words.form[k] in ",–"), high)
    between = words.pos[stop:comma]
    is_plain = all(pos.startswith(("A", "N", "XY", "FM", "CARD", "PPOSAT", "$(")) for pos in between)
    named = [m for m in scene.within(comma + 1, comma + 2) if m.first == comma + 1] if comma < high and is_plain else []
    closes = named and (named[0].stop >= high or not words.form[named[0].stop].isalnum() or not between)
    return named if closes else []


def _name_before_comma(scene: Scene, first: int) -> list[Mention]:
    """Return the name that a comma parts from the article of a description behind it."""
    words = scene.words
    if first < 2 or words.form[first - 1] not in ",–" or words.pos[first] not in ("ART", "PPOSAT", "NN"):
        return []
    return [m for m in scene.within(first - 2, first - 1) if m.stop == first - 1 and not scene.is_oblique(m)]
