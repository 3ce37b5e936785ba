"""Descriptions: whom *die Sängerin*, *der SPD-Politiker*, *das Ministerium* mean, from who has been named before."""

from collections import Counter

from analysis.actors.body_kinds import bears_name, kinds_of_name
from analysis.actors.callings import belongs_to_nobody, calls_person, is_of_country, is_office
from analysis.actors.name_labels import is_title, label_before
from analysis.actors.namings import Mention
from analysis.actors.salience import Candidate, likeliest
from analysis.actors.text_compounds import bare_forms, before_text
from analysis.actors.who_was_named import Scene
from analysis.codebook.wordlists import read_classes
from analysis.language.nouns import kind_of, parties, pronoun_of
from analysis.language.words import Words

__all__ = ["body_of_compound", "described", "fitting_people", "known_by"]

LIKELY, SOLE = 5, 2  # the sum of weights (`salience`) at which a description means somebody, and the only one near
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
    if head < 0 or not (is_definite or head == first) or not _says_of_what_sort(scene, head, stop):
        return None
    kind = kind_of(words.form[head])
    if kind == "organisation" and (is_definite or _is_cited(words, first)):
        return _organisation(scene, first, words.form[head])
    if not calls_person(words.form[head]):
        return None
    people = fitting_people(scene, first, head)
    known = known_by(scene, people, words.form[head]) or _named_later(scene, people, first, head)
    if known or not is_definite:  # "laut ÖGB-Präsident"
        return known
    return _likeliest_person(scene, people, first, head)


def _says_of_what_sort(scene: Scene, head: int, stop: int) -> bool:
    """Tell whether all that follows a noun says of what sort somebody is, not whose: *die Professorin für Recht*."""
    words, rest = scene.words, range(head + 1, stop)
    if not rest:
        return True
    is_ones = bool(scene.within(head + 1, stop)) or any(words.pos[k] in ("NE", "FM", "PPOSAT", "ART") for k in rest)
    if words.low[head + 1] in ("für", "von", "mit"):
        return not is_ones
    return words.low[head + 1] == "der" and belongs_to_nobody(
        words.form[head]
    )  # "sagte der Schweizer | der Zeitung Welt"


def _is_cited(words: Words, first: int) -> bool:
    """Tell a noun behind *laut* or *vom*, which is definite without an article: *laut Ministerium*."""
    classes = read_classes("body_grammar")
    return first > 0 and words.low[first - 1] in classes["source"] | classes["merged"]


def fitting_people(scene: Scene, first: int, head: int) -> list[Mention]:
    """Return who was named before a description and is of its gender, the latest first; nobody for one of several."""
    gender = _gender(scene.words, first, head)
    low = scene.words.low[head]
    is_bent = low.endswith("n") and not low.endswith("in")
    if gender == "plural" or (scene.words.low[first] == "die" and (gender == "er" or is_bent)):
        return []  # "die Entführer", "die Experten"
    before = _named_before(scene, first)
    return [m for m in before if scene.is_person(m.actor) and scene.pronoun(m.actor) in (gender, "")]


def _named_later(scene: Scene, people: list[Mention], first: int, head: int) -> str | None:
    """Take the only one whom the article names with this title, where it has named nobody yet: *Kanzler fordert …*."""
    words = scene.words
    gender = _gender(words, first, head)
    if people or gender == "plural" or (words.low[first] == "die" and gender == "er"):
        return None
    ends = words.sentences[min(words.sentence[head] + REMEMBERED, len(words.sentences) - 1)][1]
    later = [m for m in scene.within(head + 1, ends) if scene.is_person(m.actor)]
    fitting = [m for m in later if scene.pronoun(m.actor) in (gender, "")]
    bearers = {m.actor for m in fitting if _by_title(scene, [m], words.form[head])}
    return bearers.pop() if len(bearers) == 1 else None


def known_by(scene: Scene, people: list[Mention], noun: str) -> str | None:
    """Take who was named with this title, else with this party, else with this body."""
    return _by_title(scene, people, noun) or _by_party(scene, people, noun) or _by_body(scene, people, noun)


def _organisation(scene: Scene, first: int, noun: str) -> str | None:
    """Take the organisation named last whose name or title ends in the noun; *der Konzern* is settled before."""
    if bears_name(noun) or bears_name(noun.removesuffix("n")) or bears_name(noun.removesuffix("en")):
        return None
    for mention in _named_before(scene, first):
        if scene.is_person(mention.actor):
            continue
        nouns = {word for word in mention.actor.split() if word[:1].isupper()} | _titles_beside(scene, mention)
        if any(_is_same_title(noun, other) for other in nouns):
            return mention.actor
    return None


def body_of_compound(scene: Scene, token: int) -> str:
    """Take the body whose text or statement a compound names: *Rechnungshofbericht*, *BWB-Studie*.

    A body's noun means the one named before; what stands before a hyphen must be a body's name that the article has,
    and no company's, which others write reports about.
    """
    form = scene.words.form[token]
    whose = before_text(form)
    if whose.endswith("-"):
        name = whose[:-1]
        named = (m.actor for m in scene.named if _is_named_so(scene, m, name) and not scene.is_person(m.actor))
        actor = next(named, "")
        labels = scene.known[actor].labels if actor in scene.known else ()
        return "" if "business" in kinds_of_name(actor, labels) else actor
    body = next((part for part in bare_forms(whose) if kind_of(part) == "organisation"), "")
    if not body or pronoun_of(body) == "plural":  # Medienberichte
        return ""
    return scene.spoken_for.get(token) or _organisation(scene, token, body) or body


def _is_named_so(scene: Scene, mention: Mention, name: str) -> bool:
    """Tell a naming by a name: by one of its words, by the first part of one (*BAT-Stiftung*), or as it is printed."""
    words = mention.actor.split()
    return name in words or words[0].startswith(f"{name}-") or scene.words.form[mention.first] == name


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


def _likeliest_person(scene: Scene, people: list[Mention], first: int, head: int) -> str | None:
    """Take whoever is likeliest meant by a noun that is no title of theirs: *der Spanier*, *der 48-Jährige*."""
    words = scene.words
    gender = _gender(words, first, head)
    noun = words.form[head]
    if not people or gender not in ("er", "sie") or _is_unnamed(scene, first, noun):
        return None
    found = _weighed(scene, people, first, noun)
    best = likeliest(found)
    rival = likeliest(c for c in found if c.actor != best.actor) if best else None
    if rival is None:
        return best.actor if best and best.score >= SOLE else None
    return best.actor if best.score >= LIKELY and best.score > rival.score else None


def _weighed(scene: Scene, people: list[Mention], first: int, noun: str) -> list[Candidate]:
    """Weigh the named people whom a noun may mean, outside reported words; those with another title weigh less."""
    gender = _gender(scene.words, first, scene.words.form.index(noun, first))
    titled = {m.actor for m in people if is_office(noun) and any(is_title(t) for t in _titles_beside(scene, m))}
    near = [c for c in scene.candidates(gender, first) if c.is_named and c.is_person and not c.is_told]
    times = Counter(m.actor for m in people)
    return [
        c._replace(is_other=c.actor in titled or _is_of_elsewhere(scene, people, c.actor, noun), n_named=times[c.actor])
        for c in near
    ]


def _is_of_elsewhere(scene: Scene, people: list[Mention], actor: str, noun: str) -> bool:
    """Tell somebody who was named with another people's noun: *der Kroate Huber* is not *der Serbe*."""
    if not is_of_country(noun):
        return False
    labels = {t for m in people if m.actor == actor for t in _titles_beside(scene, m) if is_of_country(t)}
    return bool(labels) and not any(_is_same_title(noun, label) for label in labels)


def _is_unnamed(scene: Scene, first: int, noun: str) -> bool:
    """Tell a noun by which somebody without a name was called before: *ein Lehrling …, der Lehrling*."""
    here = scene.words.sentence[first]
    before = [m for n in range(max(0, here - REMEMBERED), here + 1) for m, _ in scene.unnamed.get(n, [])]
    opening = read_classes("function_words")["indefinite"]
    new = [m.stop - 1 for m in before if m.stop <= first and scene.words.low[m.first] in opening]
    return any(_is_same_title(noun, scene.words.form[head]) for head in new)
