"""Nouns as namings: the descriptions of people that a pronoun can mean as it can mean a name, named or not."""

from analysis.actors.definite_descriptions import fitting_people, known_by
from analysis.actors.namings import Mention
from analysis.actors.who_was_named import Scene
from analysis.codebook.wordlists import read_classes
from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = ["add_descriptions", "add_unnamed"]


def add_descriptions(scene: Scene) -> None:
    """Add to the scene the descriptions that a title, a party or a body settles: *der Minister* is a naming too."""
    words = scene.words
    taken = {k for m in scene.named for k in range(m.first, m.stop)}
    for first in range(len(words)):
        head = _described_person(words, first)
        if head < 0 or head in taken or head + 1 in taken:
            continue
        if actor := known_by(scene, fitting_people(scene, first, head), words.form[head]):
            scene.add(Mention(first, head + 1, actor))


def _described_person(words: Words, first: int) -> int:
    """Return the noun for a person behind the article at a token, if nothing behind it says whose; else -1."""
    if words.pos[first] != "ART" or words.low[first] not in read_classes("function_words")["definite"]:
        return -1
    head, last = first + 1, words.sentences[words.sentence[first]][1]
    while head < last and words.pos[head] == "ADJA":
        head += 1
    if head >= last or words.pos[head] != "NN" or kind_of(words.form[head]) != "person":
        return -1
    return -1 if head + 1 < last and _owns(words, head + 1) else head


def _owns(words: Words, k: int) -> bool:
    """Tell what follows a noun and says whose: *der Chef | der Gruppe*, *der Chef | Bergs*."""
    return words.low[k] in ("des", "der", "von", "vom") or words.pos[k] in ("NE", "FM", "PPOSAT")


def add_unnamed(scene: Scene) -> None:
    """Add to the scene the people whom only a noun names, *ein Sprecher*, *die Ermittler*: a pronoun may mean them."""
    words = scene.words
    taken = {k for m in scene.named for k in range(m.first, m.stop)}
    for head in range(len(words)):
        if words.pos[head] != "NN" or head in taken or head + 1 in taken or kind_of(words.form[head]) != "person":
            continue
        first = _description_begins(words, head)
        actor = words.text[words.start[first] : words.end[head]]
        is_bare = words.pos[first] in ("NN", "ADJA", "CARD")  # "Forscher warnten"
        own = "plural" if is_bare else scene.pronoun(actor)
        scene.unnamed.setdefault(words.sentence[head], []).append((Mention(first, head + 1, actor), own))


def _description_begins(words: Words, head: int) -> int:
    """Return where the article, number and adjectives before a noun begin."""
    first, low = head, words.sentences[words.sentence[head]][0]
    while first > low and words.pos[first - 1] in ("ADJA", "CARD"):
        first -= 1
    return first - (first > low and words.pos[first - 1] in ("ART", "PIAT", "PPOSAT", "PDAT"))
