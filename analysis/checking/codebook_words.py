"""Words of the codebook that the articles do not have, or have as something else: each with the word that is meant."""

import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from analysis.codebook.actors_file import Actor, ActorsFile
from analysis.codebook.contrasts import Contrast
from analysis.codebook.toml import locate
from analysis.language.hanta_tagger import load_tagger
from analysis.language.nouns import kind_of

__all__ = ["find_unused_names", "find_unused_words"]

Said = tuple[str, str, int | None]  # message, file, line
UMLAUTS = str.maketrans("äöü", "aou")
ENDING = re.compile(r"(?:innen|ern|en|er|es|e|n|s)$")


def _without_umlauts(word: str) -> set[str]:
    """Return a word without umlauts, with and without the ending of an inflection: *Häuser* gives *hauser*, *haus*."""
    plain = word.lower().translate(UMLAUTS)
    return {plain, ENDING.sub("", plain)}


def _meant(word: str, tokens: pd.DataFrame, lemmas: list[str]) -> str:
    """Find the dictionary form that is meant by a word that is none: of the form if it occurs, else one inflected so.

    Examples
    --------
    >>> tokens = pd.DataFrame({"form": ["Anschläge"], "lemma": ["Anschlag"]})
    >>> _meant("Anschläge", tokens, []), _meant("Häuser", tokens, ["Haus"]), _meant("Protestler", tokens, ["Protest"])
    ('Anschlag', 'Haus', '')
    """
    as_form = tokens.loc[tokens["form"] == word, "lemma"]
    if len(as_form):
        return str(as_form.mode()[0])
    return next(
        (lemma for lemma in lemmas if lemma[:1] == word[:1] and _without_umlauts(lemma) & _without_umlauts(word)), ""
    )


def find_unused_words(
    contrasts: list[Contrast], terms: pd.DataFrame, tokens: pd.DataFrame, folder: Path
) -> Iterator[Said]:
    """Find terms without a hit, and lemmas that no word of the articles has."""
    shown = "data/contrasts.toml"
    path = folder / "contrasts.toml"
    source = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    lemmas = sorted(set(tokens["lemma"]))
    known = set(lemmas)
    hits = set(zip(terms["contrast"], terms["term"], strict=True))
    for n, contrast in enumerate(contrasts):
        for k, term in enumerate(contrast.terms):
            line = locate(source, ("contrasts", n, "terms", k, "lemmas"))
            is_hit = (contrast.id, term.name) in hits
            missing = [lemma for lemma in term.lemmas if lemma not in known]
            remedies = {lemma: _meant(lemma, tokens, lemmas) for lemma in missing}
            meant = [
                f'"{lemma}" → "{found}"' for lemma, found in remedies.items() if found and found not in term.lemmas
            ]
            if not is_hit:
                remedy = f"is meant {', '.join(meant)}?" if meant else "leave it as a finding, or take it out"
                yield f'no word of the articles counts as "{term.name}"; {remedy}', shown, line
            elif meant:
                yield f"no word of the articles has the dictionary form; is meant {', '.join(meant)}?", shown, line


def find_unused_names(actors: ActorsFile, mentions: pd.DataFrame, tokens: pd.DataFrame, folder: Path) -> Iterator[Said]:
    """Find actors never named, names of persons and media that are common words as well, and names of two actors."""
    shown = "data/actors.toml"
    path = folder / "actors.toml"
    source = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    named = set(mentions["actor"])
    bearers: dict[str, str] = {}
    for n, actor in enumerate(actors.actors):
        line = locate(source, ("actors", n, "name"))
        if actor.name not in named:
            yield (
                f'"{actor.name}" is never named in the articles; mend the spelling, add an alias, or take it out',
                shown,
                line,
            )
        for word in (actor.name, *actor.aliases):
            place = locate(source, ("actors", n, "aliases")) if word in actor.aliases else line
            other = bearers.setdefault(word, actor.name)
            if other != actor.name:
                yield (f'"{word}" is a name of {other} as well; it can stand for one of them only: take it out of the '
                       "other's aliases"), shown, place  # fmt: skip
            elif actor.kind in ("person", "media"):
                yield from ((message, shown, place) for message in _say_common(word, actor, mentions, tokens))


def _say_common(word: str, actor: Actor, mentions: pd.DataFrame, tokens: pd.DataFrame) -> Iterator[str]:
    """Say of a name that is a common word that all its places count; an office is safe where its bearer is named."""
    places = tokens.loc[tokens["form"] == word, "article_id"]
    if places.empty or not word.isalpha() or load_tagger().analyze(word)[1] != "NN":
        return
    own = mentions[(mentions["actor"] == actor.name) & (mentions["form"] != word)]
    elsewhere = places[~places.isin(own["article_id"])]
    if word in actor.aliases and kind_of(word) == "person":
        if len(elsewhere):
            files = ", ".join(elsewhere.unique()[:3]) + (", …" if elsewhere.nunique() > 3 else "")
            yield (f'"{word}" is an office: it counts as {actor.name} also where nothing else names them ({files}); '
                   "use a longer name if another is meant")  # fmt: skip
        return
    yield (f'"{word}" is also a common word, and each of the {len(places)} times that it stands in the articles '
           f"counts as {actor.name}; use a longer name")  # fmt: skip
