"""Attribution: from the words that name a speaker to an actor, by name, by office, by pronoun, by the text cited."""

from analysis.actors.labels import is_title
from analysis.actors.scene import Mention, Scene
from analysis.codebook.wordlists import read_classes
from analysis.language.words import Words

__all__ = ["cited_source", "head_of", "is_spokesperson", "name_speaker"]

PERSONAL = {"er": "er", "ihm": "er", "ihn": "er", "sie": "sie", "ihr": "sie", "ihnen": "sie", "es": "es"}


def head_of(words: Words, first: int, stop: int) -> int:
    """Return the noun that a phrase is about: its first noun, or the one that a genitive stands before."""
    nouns = [k for k in range(first, stop) if words.pos[k] in ("NN", "NE", "FM")]
    for k in nouns:
        is_genitive = words.pos[k] != "NN" and words.low[k][-1] in "s'’" and k + 1 < stop
        follows = next((n for n in range(k + 1, stop) if words.pos[n] != "ADJA"), stop)
        if not (is_genitive and follows < stop and words.pos[follows] == "NN"):
            return k
    return nouns[0] if nouns else -1


def _leads(scene: Scene, head: int, mention: Mention) -> bool:
    """Tell whether a phrase's head is a mention's, or a title directly before it; *der Bruder Dudas* is not Duda."""
    words, between = scene.words, range(head, mention.first)
    if between and words.pos[max(head - 1, 0)] in ("ART", "PPOSAT") and scene.is_genitive(mention):
        return False
    return (
        head < mention.stop
        and all(words.pos[k] in ("NN", "NE", "ADJA", "$(") for k in between)
        and (head >= mention.first or is_title(words.form[head]))
    )


def is_spokesperson(words: Words, head: int) -> bool:
    """Tell a phrase that is about a spokesperson."""
    low = words.low[head] if head >= 0 else ""
    return low.endswith(("sprecher", "sprecherin", "sprechers", "sprechern", "sprecherinnen"))


def _by_name(scene: Scene, first: int, stop: int, head: int) -> str:
    """Resolve by a name or a role in the words: an apposition first, else what the head belongs to."""
    form, mentions = scene.words.form, scene.within(first, stop)
    for mention in reversed(mentions):
        if mention.first - 1 > first and form[mention.first - 1] == "," and is_title(form[head]):
            return mention.actor
    for mention in mentions:
        if head < 0 or _leads(scene, head, mention):
            return mention.actor
    return ""


def _possessive(words: Words, k: int) -> str:
    """Return the pronoun behind a possessive: *sein*, *ihr*, or nothing."""
    is_possessive = words.pos[k] == "PPOSAT"
    return next((p for p in ("sein", "ihr") if is_possessive and words.low[k].startswith(p)), "")


def _by_office(scene: Scene, first: int, stop: int, head: int) -> str | None:
    """Resolve a spokesperson: of whom, by a name beside, a possessive, or who was named last; None: of a stranger."""
    words = scene.words
    beside = [m for m in scene.within(first, stop) if not (m.first == head and m.stop > head + 1)]
    if beside:
        return scene.spokesperson_of(beside[0].actor)
    others = [k for k in range(first, stop) if k != head and words.pos[k] in ("NN", "NE", "FM")]
    if others or words.low[head] not in read_classes("sources")["spokesperson"]:
        return None
    if possessive := _possessive(words, first):
        return scene.spokesperson_of(scene.antecedent(possessive, first))
    if words.low[first] in ("der", "die") and scene.spoken and scene.spoken[-1].by_spokesperson:
        return scene.spoken[-1].actor or None
    for sentence in (words.sentence[head], words.sentence[head] - 1):
        named = [m for m in scene.in_sentence.get(sentence, []) if m.stop <= head]
        if named:
            fitting = [m.actor for m in named if scene.spokesperson_of(m.actor)]
            return scene.spokesperson_of(fitting[0]) if len(set(fitting)) == 1 else None
    return None


def _source_named(scene: Scene, sentence: int) -> str:
    """Find the source in *unter Berufung auf X*, in this sentence or the next."""
    words = scene.words
    for number in (sentence, sentence + 1):
        if number >= len(words.sentences):
            break
        first, stop = words.sentences[number]
        for k in range(first, stop - 2):
            if words.low[k] == "berufung" and words.low[k + 1] == "auf":
                named = scene.within(k + 2, min(k + 6, stop))
                return named[0].actor if named else ""
    return ""


def cited_source(scene: Scene, first: int, stop: int) -> str:
    """Find who is named in *nach Angaben X* or *laut X* between two tokens, the nearest to the second; or nobody."""
    words = scene.words
    for k in range(stop - 1, first - 1, -1):
        says = words.low[k] in read_classes("sources")["statements"] and k > first and words.low[k - 1] == "nach"
        if says or words.low[k] == "laut":
            named = [m for m in scene.within(k + 1, min(k + 4, stop)) if m.first <= k + 2]
            return named[0].actor if named else ""
    return ""


def _by_statement(scene: Scene, first: int, stop: int, head: int, last: str) -> str | None:
    """Resolve what is no speaker but a text: *der Mitteilung*, *eigenen Angaben*, *Behördenangaben*, *Berichten*."""
    classes, words = read_classes("sources"), scene.words
    low = words.low[head]
    lows = set(words.low[first:stop])
    if low in classes["statements"] or any(low.endswith(word) for word in ("angaben", "berichten", "informationen")):
        if source := _source_named(scene, words.sentence[head]):
            return source
        named = scene.within(first, stop)
        if named:
            return named[0].actor
        if lows & classes["own"]:
            return next((m.actor for m in scene.in_sentence.get(words.sentence[head], [])), None)
        if low in classes["statements"] and stop - first == 1:
            return ""
        if possessive := _possessive(words, first):
            return scene.antecedent(possessive, first) or None
        if head + 1 < stop and words.pos[head + 1] in ("ART", "APPR", "APPRART"):
            whose = head + 1 + words.pos[head + 1].startswith("APPR")  # "Angaben der Polizei": the police
            return words.text[words.start[whose] : words.end[stop - 1]] if whose < stop else None
    is_definite = words.low[first] in ("der", "dem", "des", "die", "das", "diesem", "dieser", "einem", "einer")
    if low in classes["document"] and is_definite and stop - first == 2:
        return _echoed(scene, low) or last
    return None


def _echoed(scene: Scene, noun: str) -> str:
    """Find the last speaker whose cue a noun takes up: *teilte mit* … *in der Mitteilung*."""
    stems = [pair.split("=")[1] for pair in read_classes("sources")["echo"] if pair.startswith(f"{noun}=")]
    return next((s.actor for s in reversed(scene.spoken[-4:]) if any(stem in s.cue for stem in stems)), "")


def name_speaker(scene: Scene, first: int, stop: int, last: str) -> str:
    """Resolve a speaker's words; somebody whom the codebook does not know gets the words themselves.

    Parameters
    ----------
    scene : Scene
        Who was named and who has spoken so far.
    first, stop : int
        The words, in tokens.
    last : str
        Whoever spoke before, for *in der Mitteilung*.

    Returns
    -------
    str
        An actor of the codebook, the words themselves, or an empty string where they name nobody.
    """
    words = scene.words
    text = words.text[words.start[first] : words.end[stop - 1]].strip()
    bare = first + (words.pos[first] == "ART")
    if stop - bare == 1 and words.low[bare] in scene.book.metonyms:
        return scene.book.actors[scene.book.metonyms[words.low[bare]]].name
    if stop - first == 1:
        low = words.low[first]
        if words.pos[first] == "PRELS" or (low in ("der", "die", "das") and words.pos[first] != "NN"):
            before = [m for m in scene.mentions if m.stop <= first and words.sentence[m.first] == words.sentence[first]]
            return before[-1].actor if before else ""
        if low in PERSONAL and not scene.within(first, stop):
            return scene.antecedent(PERSONAL[low], first) or ("" if low == "es" else text)
        if low in read_classes("sources")["nobody"]:
            return ""
    head = head_of(words, first, stop)
    if head >= 0:
        statement = _by_statement(scene, first, stop, head, last)
        if statement is not None:
            return statement
    if (named := _by_name(scene, first, stop, head)) and not (is_spokesperson(words, head) and named == ""):
        is_part = is_spokesperson(words, head) and any(m.first == head for m in scene.within(first, stop))
        return named if not is_part else _by_office(scene, first, stop, head) or text
    if is_spokesperson(words, head):
        return _by_office(scene, first, stop, head) or text
    return next((s.actor for s in scene.spoken if stop - first == 1 and s.actor.endswith(f" {text}")), text)
