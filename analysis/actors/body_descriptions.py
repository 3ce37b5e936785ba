"""Body descriptions: which of the bodies that an article names *der Konzern*, *die Organisation*, *das Blatt* mean."""

import re

from analysis.actors.body_kinds import bears_name, called_kinds
from analysis.actors.known_organisations import listed_name
from analysis.actors.learnt_bodies import Bodies
from analysis.actors.name_parts import is_country
from analysis.actors.namings import Mention
from analysis.actors.salience import BodyCandidate, likeliest_body
from analysis.actors.spokespersons import is_spokesperson, office_of
from analysis.actors.text_compounds import stating_body
from analysis.actors.who_was_named import Scene
from analysis.codebook.wordlists import read_classes
from analysis.language.nouns import kind_of, pronoun_of
from analysis.language.words import Words

__all__ = ["add_bodies"]

SUPERLATIVE = re.compile(r"[sß]te[rsnm]?$")
PLAIN = ("zeitung", "verein", "bank", "anzeiger")  # behind an adjective such a noun makes a name: Wiener Zeitung
ARTICLES = {"er": ("der", "des", "dem", "den", "dieser", "dieses"), "sie": ("die", "der", "diese", "dieser"),
            "es": ("das", "des", "dem", "dieses", "diesem")}  # fmt: skip


def add_bodies(scene: Scene, bodies: Bodies) -> None:
    """Add to the scene the descriptions that mean one of the bodies named before: each is a naming too.

    A noun that the finder takes for a name, *die Fluggesellschaft*, becomes a naming of whom it means, and a
    *Konzernsprecher* speaks for whom *der Konzern* would mean.
    """
    words = scene.words
    for head, form in enumerate(words.form):
        if words.pos[head] != "NN":
            continue
        if called_kinds(form):
            if (first := _begins(words, head)) >= 0:
                _add_description(scene, bodies, first, head)
        elif called_kinds(office := office_of(form) if is_spokesperson(words, head) else stating_body(form)):
            if actor := meant_body(scene, bodies, head, office):
                scene.spoken_for[head] = actor


def _add_description(scene: Scene, bodies: Bodies, first: int, head: int) -> None:
    """Add one description, unless it stands before a name: *der Konzern Mollix*."""
    beside = scene.within(first, head + 1)
    if any(m.stop > head + 1 or (m.first < head and m.stop == head) or scene.actor(m.actor) for m in beside):
        return  # nor what the codebook calls so
    if actor := meant_body(scene, bodies, first, scene.words.form[head]):
        for mention in beside:
            scene.remove(mention)
        scene.add(Mention(first, head + 1, actor))


def _begins(words: Words, head: int) -> int:
    """Return where a definite description begins whose noun stands at `head`; -1 for other phrases.

    Definite is also a noun alone behind *laut*; *das andere Unternehmen* is none of those that were named.
    """
    low = words.sentences[words.sentence[head]][0]
    if head + 1 < len(words) and _says_which(words, head + 1):
        return -1
    first = head
    while first > low and words.pos[first - 1] == "ADJA":
        first -= 1
    before = words.low[first - 1] if first > low else ""
    classes = read_classes("body_grammar")
    if any(_is_other(words.form[k]) for k in range(first, head)):
        return -1
    if before in classes["source"] or before in classes["merged"]:
        return first
    return first - 1 if before in ARTICLES.get(pronoun_of(words.form[head]), ()) else -1


def _is_other(adjective: str) -> bool:
    """Tell an adjective of another body, *andere*, *eigene*, *größte*, or of a name: *Republikanische* Partei."""
    if adjective[0].isupper():
        return not adjective.endswith("er")
    stems = read_classes("body_grammar")["other"]
    return adjective.startswith(tuple(stems)) or bool(SUPERLATIVE.search(adjective))


def _says_which(words: Words, k: int) -> bool:
    """Tell what follows a noun and says which: *der Konzern | Mollix*, *die Partei | der Grünen*."""
    return words.pos[k] in ("NE", "FM", "XY") or words.low[k] in ("des", "der", "von", "für")


def meant_body(scene: Scene, bodies: Bodies, first: int, noun: str) -> str:
    """Find which body a noun means whose phrase begins at `first`: the likeliest of those of its kind, or nobody."""
    modifier, hyphen, last = noun.rpartition("-")
    bearer = listed_name(modifier) or modifier
    if hyphen and scene.is_known(bearer):  # der Mollix-Konzern is Mollix, die UN-Organisation is one of many
        return bearer if last.lower() in read_classes("organisations")["itself"] else ""
    found = likeliest_body(_body_candidates(scene, bodies, first, frozenset(called_kinds(noun))))
    return found.actor if found else ""


def _body_candidates(scene: Scene, bodies: Bodies, token: int, calls: frozenset[str]) -> list[BodyCandidate]:
    """Weigh the bodies named before a token that a noun may call, and the names near it of which nothing is known."""
    words, here = scene.words, scene.words.sentence[token]
    places: dict[str, list[Mention]] = {}
    for mention in scene.named:
        if mention.stop > token:
            break
        if not scene.is_person(mention.actor) and not _is_nameless(mention.actor):
            places.setdefault(mention.actor, []).append(mention)
    for mention in _unknown_names(scene, token):
        places.setdefault(mention.actor, []).append(mention)
    found = []
    for actor, mentions in places.items():
        kinds = bodies.kinds(actor)
        if kinds and not kinds & calls:
            continue
        last = words.sentence[mentions[-1].first]
        is_subject = any(words.sentence[m.first] == last and not scene.is_oblique(m) for m in mentions)
        found.append(BodyCandidate(actor, here - last, len(mentions), is_subject, is_certain=bool(kinds & calls)))
    return found


def _unknown_names(scene: Scene, token: int) -> list[Mention]:
    """Return the names in the sentence of a token and the one before that no rule takes for a person or a body."""
    words = scene.words
    low = words.sentences[max(words.sentence[token] - 1, 0)][0]
    names = [k for k in range(low, token) if words.pos[k] in ("NE", "FM") and words.form[k][0].isupper()]
    return [
        Mention(k, k + 1, words.form[k]) for k in names if not scene.within(k, k + 1) and not is_country(words.low[k])
    ]


def _is_nameless(actor: str) -> bool:
    """Tell words that name no body which a noun could call again: *britische Zeitung*, *Landespartei*."""
    capital = [word for word in actor.split() if word[:1].isupper()]
    if len(capital) > 1 and capital[-1].lower() not in PLAIN:
        capital = [word for word in capital if not word.endswith("er")]  # Berliner Tageszeitung
    if bears_name(actor.split()[0]) and set(actor.split()[1:2]) & {"in", "von", "der", "des"}:
        return True  # Partei in Spanien
    return all(called_kinds(word) or kind_of(word) == "organisation" for word in capital)
