"""Spokespersons: for whom *sein Sprecher*, *die Polizeisprecherin*, *ein Sprecher des Ministeriums* speak."""

from analysis.actors.who_was_named import Scene
from analysis.codebook.wordlists import read_classes
from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = ["by_spokesperson", "is_spokesperson", "office_of", "possessive"]

NOUNS = frozenset(("NN", "NE", "FM", "XY"))


def is_spokesperson(words: Words, head: int) -> bool:
    """Tell a phrase that is about a spokesperson."""
    low = words.low[head] if head >= 0 else ""
    return low.endswith(("sprecher", "sprecherin", "sprechers", "sprechern", "sprecherinnen"))


def by_spokesperson(scene: Scene, first: int, stop: int, head: int, last: str) -> str | None:
    """Take whom a spokesperson speaks for: a name beside, a compound, a possessive, or who was named last."""
    words = scene.words
    if not is_spokesperson(words, head):
        return None
    beside = [m for m in scene.within(first, stop) if not (m.first == head and m.stop > head + 1)]
    if beside:
        return scene.spokesperson_of(beside[0].actor)
    if head in scene.spoken_for:
        return scene.spoken_for[head]
    if any(words.pos[k] in NOUNS for k in range(first, stop) if k != head):
        return None
    if office := office_of(words.form[head]):
        return _named_in_full(scene, first, office)
    if words.low[head] not in read_classes("source_nouns")["spokesperson"]:
        return None
    return _without_office(scene, first, stop, head)


def _without_office(scene: Scene, first: int, stop: int, head: int) -> str | None:
    """Take whom *sein Sprecher*, *der Sprecher*, *eine Sprecherin* speaks for, from what stands before."""
    words = scene.words
    if whose := possessive(words, first):
        return scene.spokesperson_of(scene.antecedent(whose, first))
    if words.low[first] in ("der", "die") and scene.spoken and scene.spoken[-1].by_spokesperson:
        return scene.spoken[-1].actor or None
    if stop - first == 2 and (goes_on := _spoke_before(scene, head)):
        return goes_on
    return _spoken_for(scene, head)


def _named_in_full(scene: Scene, first: int, office: str) -> str:
    """Take the body named last before a token that is called by a noun, *Umweltministerium*, *Landgericht Linz*."""
    before = [m.actor for m in scene.within(0, first) if m.stop <= first and not scene.is_person(m.actor)]
    return next((actor for actor in reversed(before) if _is_called_by(actor, office)), office)


def _is_called_by(actor: str, office: str) -> bool:
    """Tell a body of whose name a word ends in a noun."""
    return any(word.endswith(office.lower()) for word in actor.lower().split())


def _spoke_before(scene: Scene, head: int) -> str:
    """Take the institution that spoke in the sentence before: *aus der Kommission … sagte eine Sprecherin*."""
    last = scene.spoken[-1] if scene.spoken else None
    is_near = last is not None and scene.words.sentence[head] - last.last_sentence <= 1
    is_body = is_near and bool(last.actor) and not scene.is_person(last.actor)
    return last.actor if is_body else ""


def _spoken_for(scene: Scene, head: int) -> str | None:
    """Take the only one named in this sentence, else in the one before, for whom somebody may speak."""
    here = scene.words.sentence[head]
    for sentence in (here, here - 1):
        named = [m for m in scene.in_sentence.get(sentence, []) if m.stop <= head and not scene.is_in_current(m)]
        if named:
            fitting = [m.actor for m in named if scene.spokesperson_of(m.actor)]
            return scene.spokesperson_of(fitting[0]) if len(set(fitting)) == 1 else None
    return None


def office_of(noun: str) -> str:
    """Take the organisation that a compound begins with: *Polizei* of *Polizeisprecher*, *WWF* of *WWF-Sprecherin*."""
    for end in ("sprecherinnen", "sprecherin", "sprechers", "sprechern", "sprecher"):
        if noun.lower().endswith(end):
            office = noun[: -len(end)].removesuffix("-")
            bare = next((o for o in (office.removesuffix("s"), office) if kind_of(o) == "organisation"), "")
            return bare or (office if office.isupper() else "")
    return ""


def possessive(words: Words, k: int) -> str:
    """Return the pronoun behind a possessive: *sein*, *ihr*, or nothing."""
    is_possessive = words.pos[k] == "PPOSAT"
    return next((p for p in ("sein", "ihr") if is_possessive and words.low[k].startswith(p)), "")
