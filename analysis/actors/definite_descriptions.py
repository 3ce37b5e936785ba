"""Descriptions: whom *die Sängerin*, *der SPD-Politiker*, *das Ministerium* mean, from who has been named before."""

from analysis.actors.name_labels import label_before
from analysis.actors.who_was_named import Mention, Scene
from analysis.codebook.wordlists import read_classes
from analysis.language.nouns import kind_of, parties, pronoun_of
from analysis.language.words import Words

__all__ = ["described"]

NEAR = 3  # sentences back to the only person that a description may mean
SHARED = 5  # letters that two titles must share at their end: Kanzler, Bundeskanzler


def _title_stem(noun: str) -> str:
    """Cut a title to what its forms share: *Sängerin*, *Sängers* to *sänger*."""
    low = noun.lower()
    for end in ("innen", "in", "es", "en", "s", "e", "n", "er"):
        if low.endswith(end) and len(low) - len(end) >= SHARED - 1:
            return low[: -len(end)]
    return low


def _is_same_title(one: str, other: str) -> bool:
    """Tell titles of which one ends in the other: *der Minister*, *Innenminister Berg*.

    >>> _is_same_title("Ministerin", "innenministerin"), _is_same_title("Pfarrer", "sänger")
    (True, False)
    """
    a, b = sorted((_title_stem(one), _title_stem(other)), key=len)
    return len(a) >= SHARED - 1 and b.endswith(a)


def _named_before(scene: Scene, token: int) -> list[Mention]:
    """Return the namings before a token, the latest first, quoted ones left out."""
    here = scene.words.sentence[token]
    found = [m for n in range(here + 1) for m in scene.in_sentence.get(n, []) if m.stop <= token]
    return found[::-1]


def _titles_beside(scene: Scene, mention: Mention) -> set[str]:
    """Collect the nouns that this article puts beside a name."""
    name = scene.labels.get(mention.first)
    own = set(name.labels) if name else set()
    if label := label_before(scene.words, mention.first):
        own |= {scene.words.low[k] for k in range(*label) if scene.words.pos[k] in ("NN", "NE")}
    return own


def _gender(words: Words, first: int, head: int) -> str:
    """Read the gender from the noun, else from its article in the nominative."""
    return pronoun_of(words.form[head]) or {"der": "er", "die": "sie", "dieser": "er", "diese": "sie"}.get(
        words.low[first], ""
    )


def described(scene: Scene, first: int, stop: int, head: int, last: str) -> str | None:
    """Find whom a definite description means, or None: *die Sängerin* was named with this title, *der SPD-Politiker*
    is the one Social Democrat named before, *das Ministerium* the last one; else the only person near who fits.
    """
    words = scene.words
    if head < 0 or stop - head > 1 or words.low[first] not in read_classes("function_words")["definite"]:
        return None
    before, kind = _named_before(scene, first), kind_of(words.form[head])
    if kind == "organisation":
        return _organisation(scene, before, words.form[head])
    if kind != "person":
        return None
    gender = _gender(words, first, head)
    if gender == "plural" or (gender == "er" and words.low[first] == "die"):
        return None  # "die Entführer": several
    people = [m for m in before if scene.is_person(m.actor) and scene.pronoun(m.actor) in (gender, "")]
    return _by_title(scene, people, words.form[head]) or _by_party(scene, people, words.form[head]) or _only_one(
        scene, people, words, first, head)  # fmt: skip


def _organisation(scene: Scene, before: list[Mention], noun: str) -> str | None:
    """Take the organisation named last whose name or title ends in the noun."""
    for mention in before:
        if scene.is_person(mention.actor):
            continue
        nouns = {word for word in mention.actor.split() if word[:1].isupper()} | _titles_beside(scene, mention)
        if any(_is_same_title(noun, other) for other in nouns):
            return mention.actor
    return None


def _by_title(scene: Scene, people: list[Mention], noun: str) -> str | None:
    """Take the person named last with this title."""
    for mention in people:
        if any(kind_of(title) == "person" and _is_same_title(noun, title) for title in _titles_beside(scene, mention)):
            return mention.actor
    return None


def _by_party(scene: Scene, people: list[Mention], noun: str) -> str | None:
    """Take the only person named before with the party that a noun begins with or means."""
    party = parties().get(noun.lower()) or parties().get(noun.partition("-")[0].lower())
    if not party:
        return None
    members = {m.actor for m in people if m.actor in scene.known and party in scene.known[m.actor].parties}
    return members.pop() if len(members) == 1 else None


def _only_one(scene: Scene, people: list[Mention], words: Words, first: int, head: int) -> str | None:
    """Take the one person whom the last sentences name, if the noun stands alone and says nothing against it."""
    here = words.sentence[first]
    near = {m.actor for m in people if here - words.sentence[m.first] <= NEAR}
    is_other = any(_titles_beside(scene, m) for m in people if m.actor in near) and not words.low[head].endswith(
        ("jährige", "jähriger")
    )
    is_plain = head - first == 1 or words.low[head].endswith(("jährige", "jähriger"))
    return near.pop() if len(near) == 1 and is_plain and not is_other else None
