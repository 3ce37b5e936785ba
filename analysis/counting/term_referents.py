"""Referents: whom a word means: the actor whose mention, label, apposition or predicate it is part of."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.codebook.actors_file import ActorsFile
from analysis.codebook.contrasts import Contrast, Term
from analysis.codebook.wordlists import read_classes

__all__ = ["find_meanings", "is_ambiguous", "referents_of"]

COPULAS = read_classes("function_words")["copula"]
NOUNS = ("NN", "NE")
GOVERNING = ("APPR", "KOKOM", "KOUS")
OBJECTS = read_classes("function_words")["object"]
ROLE = 4  # words from *als* to the noun of the role
REACH = 160  # characters: no label of a name lies farther from it


def referents_of(contrast: Contrast, actors: ActorsFile) -> frozenset[str]:
    """List the actors that a set is about: those it names, and all of a group it names.

    Examples
    --------
    >>> from analysis.codebook.actors_file import Actor
    >>> file = ActorsFile(groups=["g"], actors=[Actor(name="X", kind="person", group="g")])
    >>> contrast = Contrast(id="c", title="", referent="g", terms=[{"name": n, "lemmas": [n]} for n in "ab"])
    >>> sorted(referents_of(contrast, file))
    ['X']
    """
    members = {actor.name for actor in actors.actors if actor.group in contrast.referent}
    return frozenset({*contrast.referent} - {*actors.groups} | members)


def is_ambiguous(term: Term, contrast: Contrast, actors: ActorsFile) -> bool:
    """Tell a word that can only be counted where a mention says whom it means.

    That is every word of a set about a person (*Mann*, *Chef* name anybody), and a word that the codebook gives as a
    role to somebody who is not the set's referent (*Regierung*).
    """
    wanted = referents_of(contrast, actors)
    if any(actor.kind == "person" for actor in actors.actors if actor.name in wanted):
        return True
    others = {role for actor in actors.actors if actor.name not in wanted for role in actor.roles}
    return bool(others & {*term.lemmas})


@dataclass
class _Span:
    """The words that name somebody, from the widest to the narrowest evidence."""

    start: int
    end: int
    actor: str


def _label_spans(text: str, mention: tuple) -> list[_Span]:
    """Find the places of a mention's labels: around it, before it, else after it."""
    spans = []
    for label in filter(None, mention.label.split("; ")):
        at = text.rfind(label, max(0, mention.start - REACH), mention.end)
        at = text.find(label, mention.start, mention.end + REACH) if at < 0 else at
        if at >= 0:
            spans.append(_Span(at, at + len(label), mention.actor))
    return spans


def find_meanings(
    places: pd.DataFrame, tokens: pd.DataFrame, mentions: pd.DataFrame, articles: pd.DataFrame, actors: ActorsFile
) -> pd.Series:
    """Say whom each of some words means.

    Parameters
    ----------
    places : DataFrame
        Tokens: ``article_id``, ``token``, ``sentence``, ``start``, ``end``.
    tokens, mentions, articles : DataFrame
        As `schema.TABLES` describes them.

    Returns
    -------
    Series of str, index as `places`
        The actor, or empty where the text does not say it in a way that is looked for: the word is part of a mention or
        of its label (*der belarussische Machthaber*), or a predicate (*Er galt als mächtigster Mann*, *X ist ein enger
        Verbündeter*), or stands with *als* beside a pronoun (*setzte ihn als Chef ab*).
    """
    texts = articles.set_index("article_id")["text"]
    persons = {actor.name for actor in actors.actors if actor.kind == "person"}
    meanings = pd.Series("", index=places.index, dtype="str")
    by_article = dict(tuple(tokens.groupby("article_id", sort=False)))
    named = dict(tuple(mentions.groupby("article_id", sort=False)))
    for article_id, rows in places.groupby("article_id", sort=False):
        if article_id not in named:
            continue
        spans = [_Span(m.start, m.end, m.actor) for m in named[article_id].itertuples()]
        labels = [s for m in named[article_id].itertuples() for s in _label_spans(texts[article_id], m)]
        scene = _Scene(by_article[article_id], spans, labels, persons)
        for row in rows.itertuples():
            meanings[row.Index] = scene.meaning(row)
    return meanings


class _Scene:
    """One article: its words, and who is named where."""

    def __init__(self, tokens: pd.DataFrame, spans: list[_Span], labels: list[_Span], persons: set[str]):
        """Keep the columns that are looked at."""
        self.spans, self.labels, self.persons = spans, labels, persons
        self.numbers = tokens["token"].to_numpy()
        self.start, self.sentence = tokens["start"].to_numpy(), tokens["sentence"].to_numpy()
        self.form, self.lemma = tokens["form"].str.lower().tolist(), tokens["lemma"].tolist()
        self.pos = tokens["pos"].tolist()

    def meaning(self, row: tuple) -> str:
        """Return whom a word means: by mention, by label, else as a predicate."""
        for spans in (self.spans, self.labels):
            around = [s for s in spans if s.start < row.end and s.end > row.start]
            if around:
                return min(around, key=lambda s: s.end - s.start).actor
        return self._predicate(int(np.searchsorted(self.numbers, row.token)))

    def _predicate(self, i: int) -> str:
        """Return the subject of *ist* or *gilt als*, or the person whom *als* beside a pronoun points to."""
        first = self._clause_start(i)
        as_role = "als" in self.form[max(first, i - ROLE) : i]
        if as_role and not OBJECTS.isdisjoint(self.form[first:i]):
            subject = self._first_named(first, i) or self._last_person(self.start[first], other_than="")
            return self._last_person(self.start[first], other_than=subject)
        is_told = not COPULAS.isdisjoint(self.lemma[first:i]) and not self._is_compound_tense(i)
        if is_told and (as_role or self._is_ungoverned(first, i)):
            return self._first_named(first, i) or self._pronoun(first, i)
        return ""

    def _clause_start(self, i: int) -> int:
        """Return the first word of the clause of a word: behind a comma, or where its sentence begins."""
        first = i
        while first and self.sentence[first - 1] == self.sentence[i] and self.pos[first - 1] != "$,":
            first -= 1
        return first

    def _is_ungoverned(self, first: int, i: int) -> bool:
        """Tell a word before which no preposition, *wie* or subjunction stands nearer than a noun."""
        opener = next((pos for pos in reversed(self.pos[first:i]) if pos in (*GOVERNING, *NOUNS)), None)
        return opener not in GOVERNING

    def _is_compound_tense(self, i: int) -> bool:
        """Tell whether a participle closes the clause of a word: *waren … gebracht worden* is no predicate."""
        while i + 1 < len(self.pos) and self.sentence[i + 1] == self.sentence[i] and self.pos[i + 1] != "$,":
            i += 1
            if self.pos[i] == "VVPP":
                return True
        return False

    def _first_named(self, first: int, i: int) -> str:
        """Return who is named first in a clause before a word."""
        inside = [s for s in self.spans if self.start[first] <= s.start < self.start[i]]
        return min(inside, key=lambda s: s.start).actor if inside else ""

    def _pronoun(self, first: int, i: int) -> str:
        """Return the last person named before a clause whose subject is *er* or *sie*."""
        is_pronoun = any(self.form[j] in ("er", "sie") for j in range(first, i))
        return self._last_person(self.start[first], other_than="") if is_pronoun else ""

    def _last_person(self, before: int, *, other_than: str) -> str:
        named = [s for s in self.spans if s.end <= before and s.actor in self.persons and s.actor != other_than]
        return max(named, key=lambda s: s.start).actor if named else ""
