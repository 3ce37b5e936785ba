"""Descriptions: whom *die Sängerin*, *der SPD-Politiker*, *das Ministerium* mean, from who has been named before."""

from analysis.actors.name_labels import is_title, label_before
from analysis.actors.who_was_named import Mention, Scene
from analysis.codebook.wordlists import read_classes
from analysis.language.nouns import kind_of, parties, pronoun_of
from analysis.language.words import Words

__all__ = ["add_descriptions", "described"]

NEAR = 3  # sentences back to the only person that a description may mean
NEXT = 2  # sentences back to whoever spoke, for a description that says nothing against it
REMEMBERED = 100  # sentences back to a title, so that cost stays linear
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
    found = [
        m for n in range(max(0, here - REMEMBERED), here + 1) for m in scene.in_sentence.get(n, []) if m.stop <= token
    ]
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
    is_definite = words.low[first] in read_classes("function_words")["definite"]
    if head < 0 or stop - head > 1 or not (is_definite or head == first):
        return None
    kind = kind_of(words.form[head])
    if kind == "organisation" and is_definite:
        return _organisation(scene, _named_before(scene, first), words.form[head])
    if kind != "person":
        return None
    people = _fitting_people(scene, first, head)
    known = _known_by(scene, people, words.form[head])
    if known or not is_definite:  # "laut ÖGB-Präsident"
        return known
    return (
        _only_one(scene, people, words, first, head)
        or _named_first(scene, people, first)
        or _last_speaker(scene, people, first, head)
    )


def _fitting_people(scene: Scene, first: int, head: int) -> list[Mention]:
    """Return who was named before a description and is of its gender, the latest first; nobody for one of several."""
    gender = _gender(scene.words, first, head)
    low = scene.words.low[head]
    is_bent = low.endswith("n") and not low.endswith("in")
    if gender == "plural" or (scene.words.low[first] == "die" and (gender == "er" or is_bent)):
        return []  # "die Entführer", "die Experten"
    before = _named_before(scene, first)
    return [m for m in before if scene.is_person(m.actor) and scene.pronoun(m.actor) in (gender, "")]


def _known_by(scene: Scene, people: list[Mention], noun: str) -> str | None:
    """Take who was named with this title, else with this party, else with this body."""
    return _by_title(scene, people, noun) or _by_party(scene, people, noun) or _by_body(scene, people, noun)


def add_descriptions(scene: Scene) -> None:
    """Add to the scene the descriptions that a title, a party or a body settles: *der Minister* is a naming too."""
    words = scene.words
    taken = {k for m in scene.named for k in range(m.first, m.stop)}
    for first in range(len(words)):
        head = _described_person(words, first)
        if head < 0 or head in taken or head + 1 in taken:
            continue
        if actor := _known_by(scene, _fitting_people(scene, first, head), words.form[head]):
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


def _by_body(scene: Scene, people: list[Mention], noun: str) -> str | None:
    """Take the only person named before with a title that begins as the noun does: *UN-Generalsekretär*, *UN-Chef*."""
    body, hyphen, _ = noun.lower().partition("-")
    if not hyphen or body.isdigit():
        return None
    bearers = {m.actor for m in people if any(title.startswith(f"{body}-") for title in _titles_beside(scene, m))}
    return bearers.pop() if len(bearers) == 1 else None


def _named_first(scene: Scene, people: list[Mention], first: int) -> str | None:
    """Take who opens the sentence, outside what is said: *Huber gab ihm recht: …, sagte der frühere Trainer*."""
    here = scene.words.sentence[first]
    beside = [m for m in people if scene.words.sentence[m.first] == here and not scene.is_in_current(m)]
    return beside[-1].actor if beside and not scene.is_oblique(beside[-1]) else None


def _last_speaker(scene: Scene, people: list[Mention], first: int, head: int) -> str | None:
    """Take the subject before or who spoke, unless the noun is a title and they have another: *der Spanier*."""
    words, here = scene.words, scene.words.sentence[first]
    last = scene.spoken[-1] if scene.spoken and here - scene.spoken[-1].last_sentence <= NEXT else None
    nearest = not is_title(words.form[head]) and next(
        (m.actor for m in people if 0 < here - words.sentence[m.first] <= NEXT and _may_be_meant(scene, m)), ""
    )
    actor = nearest or (last.actor if last else "")
    own = [m for m in people if m.actor == actor]
    titles = set().union(*(_titles_beside(scene, m) for m in own)) if own else set()
    is_other = is_title(words.form[head]) and any(is_title(title) for title in titles)
    return actor if own and not is_other else None


def _may_be_meant(scene: Scene, mention: Mention) -> bool:
    """Tell a naming that may be its clause's subject and stands in nobody's reported words."""
    start = scene.words.start[mention.first]
    is_told = any(s.start <= start < s.end for s in scene.spoken[-NEXT:])
    return not is_told and not scene.is_oblique(mention)


def _only_one(scene: Scene, people: list[Mention], words: Words, first: int, head: int) -> str | None:
    """Take the one person whom the last sentences name, if the noun stands alone and says nothing against it."""
    here = words.sentence[first]
    near = {m.actor for m in people if here - words.sentence[m.first] <= NEAR}
    is_other = any(_titles_beside(scene, m) for m in people if m.actor in near) and not words.low[head].endswith(
        ("jährige", "jähriger")
    )
    is_plain = head - first == 1 or words.low[head].endswith(("jährige", "jähriger"))
    return near.pop() if len(near) == 1 and is_plain and not is_other else None
