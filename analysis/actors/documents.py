"""Documents: whose *die Studie*, *in der Mitteilung* is: who is named beside it, here or where the article names it."""

from functools import lru_cache

from analysis.actors.who_was_named import Scene
from analysis.codebook.wordlists import read_classes
from analysis.language.words import Words

__all__ = ["by_document", "is_research"]

NEAR = 5  # tokens between a text's noun and the name of whose it is


def by_document(scene: Scene, first: int, stop: int, head: int, last: str) -> str | None:
    """*der Bericht*, *in der Mitteilung*: its author, as named beside it, or who spoke before."""
    words = scene.words
    if head < 0 or not (kind := _sort_of(words.low[head])):
        return None
    if whose := _author_beside(scene, head, stop):
        return whose
    if kind == "research":
        return _author_elsewhere(scene, head) or words.text[words.start[first] : words.end[stop - 1]]
    is_definite = words.low[first] in read_classes("function_words")["definite"] or words.low[first].startswith("ein")
    is_known = words.low[head] in read_classes("source_nouns")["document"]
    return (_echoed(scene, words.low[head]) or last) if is_known and is_definite and stop - first == 2 else None


def is_research(words: Words, k: int) -> bool:
    """Tell a noun for research, which speaks for its author: *Studie*, *Wifo-Umfrage*."""
    return _sort_of(words.low[k].rpartition("-")[2]) == "research"


@lru_cache(maxsize=10_000)
def _sort_of(noun: str) -> str:
    """Tell a noun for a text, as a whole word, or for research, also at the end of another; else nothing."""
    classes = read_classes("source_nouns")
    for sort in ("research", "document"):
        nouns = classes[sort]
        if noun in nouns or (sort == "research" and noun.endswith(tuple(nouns))):
            return sort
    return ""


def _author_beside(scene: Scene, head: int, stop: int) -> str:
    """Return who is named behind a text's noun in its phrase: *der Bericht | der Kommission*."""
    return next((m.actor for m in scene.within(head, stop) if m.first > head), "")


def _author_elsewhere(scene: Scene, head: int) -> str:
    """Return the author that the article names beside such a noun, before rather than after; nobody if it names two."""
    if scene.authors is None:
        scene.authors = _authors(scene)
    before = {name for k, name in scene.authors if k < head}
    after = {name for k, name in scene.authors if k > head}
    return next((names.pop() for names in (before, after) if len(names) == 1), "")


def _authors(scene: Scene) -> list[tuple[int, str]]:
    """List the nouns for research that have their author beside them: *Studie der Universität*, *Wifo-Studie*."""
    words, found = scene.words, []
    for k in range(len(words)):
        if is_research(words, k):
            author = _named_behind(scene, k) or _named_in(scene, k)
            found += [(k, author)] if author else []
    return found


def _named_behind(scene: Scene, k: int) -> str:
    """Return who is named behind a noun at a token, if only what leads up to the name stands between."""
    words = scene.words
    for mention in scene.within(k + 1, min(k + NEAR, len(words))):
        between = range(k + 1, mention.first)
        is_led = between and words.low[k + 1] in read_classes("source_nouns")["authored"]
        is_plain = all(words.pos[n] in ("ART", "ADJA", "NN", "NE", "APPR", "APPRART", "PPOSAT") for n in between)
        if mention.first > k and is_led and is_plain and words.sentence[mention.first] == words.sentence[k]:
            return mention.actor
    return ""


def _named_in(scene: Scene, k: int) -> str:
    """Return the body that a compound begins with: *Wifo-Studie*, and by the name that the article has for it."""
    body, hyphen, _ = scene.words.form[k].rpartition("-")
    if not hyphen or not body[:1].isupper():
        return ""
    named = [m.actor for m in scene.named if body in m.actor.split() and not scene.is_person(m.actor)]
    return named[0] if named else ""


def _echoed(scene: Scene, noun: str) -> str:
    """Find the last speaker whose cue a noun takes up: *teilte mit* … *in der Mitteilung*; rare, but right."""
    stems = [pair.split("=")[1] for pair in read_classes("source_nouns")["echo"] if pair.startswith(f"{noun}=")]
    return next((s.actor for s in reversed(scene.spoken[-4:]) if any(stem in s.cue for stem in stems)), "")
