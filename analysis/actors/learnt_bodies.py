"""Learnt bodies: names that a noun beside them tells, *der Energiekonzern Mollix*, wherever they stand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from analysis.actors.body_kinds import bears_name, kinds_of_name
from analysis.actors.known_organisations import listed_name
from analysis.actors.name_parts import NAME_TAGS, Known, Name, is_country, is_first_name
from analysis.codebook.wordlists import read_classes
from analysis.language.capitals import Capitals
from analysis.language.nouns import kind_of
from analysis.language.words import Words

__all__ = ["Bodies", "learn_bodies"]

COMPANY = "Firma"  # what a legal form says of a name
SHORTEST, LONGEST = 2, 3  # letters of a name, and its words


@dataclass
class Bodies:
    """The names of each article with those that nouns tell, what is known of each, and the nouns beside bodies."""

    names: dict[str, list[Name]]
    known: dict[str, Known]
    nouns: dict[str, set[str]] = field(default_factory=dict)

    def kinds(self, name: str) -> frozenset[str]:
        """Return the kinds that a body's name and the nouns beside it in the study tell."""
        return kinds_of_name(name, self.nouns.get(name, ()))


def learn_bodies(
    texts: Iterable[Words], names: dict[str, list[Name]], known: dict[str, Known], capitals: Capitals
) -> Bodies:
    """Learn which names of bodies stand behind nouns that say what bears them, and find these names alone.

    Parameters
    ----------
    texts : iterable of Words
    names, known
        The names of each article that were found without this knowledge, and what the study says of each.
    capitals : Capitals
        How the study writes its words.

    Returns
    -------
    Bodies
        *der Energiekonzern Mollix* is named Mollix, and so is *Mollix* alone in every article of the study.
    """
    many = list(texts)
    bodies = Bodies({}, dict(known))
    spelled: dict[str, set[tuple[str, ...]]] = {}
    short: dict[str, str] = {}  # Energiekonzern Mollix: Mollix
    for words in many:
        found = names[words.article_id]
        learnt = list(_behind_nouns(words, found, capitals))
        full = {name.first: name.name for name in found if " " in name.name}
        for noun, name in learnt:
            short[full.get(name.first, name.name)] = name.name
            _remember(bodies, spelled, noun, name.name, known.get(name.name))
        bodies.names[words.article_id] = _with_learnt(found, [name for _, name in learnt])
    longest = {word: sorted(parts, key=lambda part: (-len(part), part)) for word, parts in spelled.items()}
    for words in many:
        found = [replace(n, name=short.get(n.name, n.name)) for n in bodies.names[words.article_id]]
        named = sorted([*found, *_alone(words, found, longest, capitals)], key=lambda name: name.first)
        bodies.names[words.article_id] = named
    return bodies


def _remember(
    bodies: Bodies, spelled: dict[str, set[tuple[str, ...]]], noun: str, name: str, before: Known | None
) -> None:
    """Remember a name with the noun beside it; `before` is what was known of it without that."""
    bodies.nouns.setdefault(name, set()).add(noun)
    if " " not in name or name not in bodies.known:  # Konkurrent Mollix may pass for a person
        bodies.known[name] = Known("organisation")
    if before is None or before.kind == "person":
        spelled.setdefault(name.split()[0], set()).add(tuple(name.split()))


def _behind_nouns(words: Words, found: list[Name], capitals: Capitals) -> Iterator[tuple[str, Name]]:
    """Yield the nouns that say what bears the name behind them, each with this name, from the noun on."""
    names = {name.first: name for name in found}
    legal = read_classes("body_grammar")["legal"]
    for k in range(len(words) - 1):
        if words.form[k] in legal and (company := _with_legal_form(words, k, found)):
            yield COMPANY, company
        if not words.form[k][0].isupper() or not bears_name(words.form[k]):
            continue
        last = words.sentences[words.sentence[k]][1]
        behind = names.get(k + 1)
        if behind and behind.kind == "organisation" and k + 1 < last:
            yield words.form[k], replace(behind, first=k)  # die Hilfsorganisation | Ärzte ohne Grenzen
        elif not behind and not (k in names and listed_name(names[k].name)):
            stop = _bare_name_end(words, k + 1, last, capitals, frozenset(names))
            if _may_be_name(words, k + 1, stop, capitals):
                noun = words.form[k]
                bare = " ".join(words.form[k + 1 : stop])
                yield noun, Name(k, stop, bare, "organisation", labels=frozenset((noun.lower(),)))


def _with_legal_form(words: Words, k: int, found: list[Name]) -> Name | None:
    """Read the company whose legal form stands at `k`: *Beate Mollix AG*, *die Energie Linz AG*."""
    body = next((name for name in found if name.stop == k and name.kind == "organisation"), None)
    if body and " " in body.name:
        return replace(body, stop=k + 1)
    low = words.sentences[words.sentence[k]][0]
    first = k
    while first > max(low, k - LONGEST) and _may_be_in_company(words, first - 1):
        first -= 1
    return Name(first, k + 1, " ".join(words.form[first:k]), "organisation") if first < k else None


def _may_be_in_company(words: Words, k: int) -> bool:
    """Tell a name, or a noun for nobody who could act, before a legal form."""
    is_noun = words.pos[k] == "NN" and not kind_of(words.form[k])
    return words.form[k][0].isupper() and (words.pos[k] in NAME_TAGS or is_noun)


def _bare_name_end(words: Words, j: int, last: int, capitals: Capitals, others: frozenset[int]) -> int:
    """Return where a run of names ends, before another's at the latest; a bare noun that no list has may be one."""
    k = j
    while k < min(last, j + LONGEST) and words.form[k][:1].isupper() and k not in others:
        is_like_name = words.pos[k] == "NN" and not kind_of(words.form[k]) and capitals.is_bare(words.form[k])
        if words.pos[k] not in NAME_TAGS and not is_like_name:
            break
        k += 1
    return k


def _with_learnt(names: list[Name], learnt: list[Name]) -> list[Name]:
    """Put learnt names in the place of those that they share a token with."""
    taken: set[int] = set()
    kept = []
    for name in sorted(learnt, key=lambda n: n.first) + names:
        place = set(range(name.first, name.stop))
        if not taken & place:
            kept.append(name)
        taken |= place
    return sorted(kept, key=lambda n: n.first)


def _may_be_name(words: Words, first: int, stop: int, capitals: Capitals) -> bool:
    """Tell words that may be a name: capitals only, no place, no initial."""
    forms = words.form[first:stop]
    return (
        bool(forms)
        and all(form[:1].isupper() for form in forms)
        and len(forms[0]) >= SHORTEST
        and not is_country(forms[0].lower())
        and not capitals.is_place(forms[0])
    )


def _alone(
    words: Words, names: list[Name], spelled: dict[str, list[tuple[str, ...]]], capitals: Capitals
) -> Iterator[Name]:
    """Yield where a learnt name stands without its noun, also in the genitive."""
    taken = {k for name in names for k in range(name.first, name.stop)}
    for i, form in enumerate(words.form):
        if i in taken or words.pos[i] not in NAME_TAGS or is_first_name(form) or capitals.lower[form.lower()]:
            continue
        for parts in (*spelled.get(form, ()), *spelled.get(form.removesuffix("s"), ())):
            stop = i + len(parts)
            same = tuple(words.form[i:stop]) == parts or (len(parts) == 1 and form == f"{parts[0]}s")
            if same and not taken & set(range(i, stop)) and words.sentence[stop - 1] == words.sentence[i]:
                yield Name(i, stop, " ".join(parts), "organisation")
                break
