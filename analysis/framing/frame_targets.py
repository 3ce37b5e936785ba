"""Targets: who is held responsible, who is judged, who is to act, who suffers."""

import itertools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

import pandas as pd

from analysis.framing.frame_sponsors import OUTLET
from analysis.language.noun_phrases import NOUNS, find_noun_phrase
from analysis.language.words import Words

__all__ = ["TargetFinder"]

ROLE = {"cause": "agent", "problem": "patient"}
MARKS, VON = frozenset("“ « \" ‘ '".split()), frozenset(["von"])
LEADING = {"evaluation": "ADJA", "cause": "APPR"}  # tags of words that say themselves what they are about


class TargetFinder:
    """Finds targets; what stands in each sentence is looked up once for all words.

    Parameters
    ----------
    sentences, mentions, agency : DataFrame
        As `schema.TABLES` describes them.
    articles : iterable of Words
        The same texts word by word; without them no noun phrase is found, and only actors are targets.
    """

    def __init__(
        self, sentences: pd.DataFrame, mentions: pd.DataFrame, agency: pd.DataFrame, articles: Iterable[Words] = ()
    ):
        """Sort acts and mentions by sentence and article."""
        columns = ["article_id", "sentence", "start", "end"]
        self._span = {
            (a, n): (start, end) for a, n, start, end in sentences[columns].itertuples(index=False, name=None)
        }
        self._words = {words.article_id: words for words in articles}
        self._acts, self._mentions = defaultdict(list), defaultdict(list)
        for act in agency.to_dict("records"):
            self._acts[act["article_id"], act["sentence"]].append(act)
        for article_id, start, actor in mentions[["article_id", "start", "actor"]].itertuples(index=False, name=None):
            self._mentions[article_id].append((start, actor))

    def find(self, element: str, word: dict) -> str:
        """Find the target of an element in the sentence of its leading word.

        Parameters
        ----------
        element : str
            ``problem``, ``cause``, ``evaluation`` or ``remedy``.
        word : dict
            A row of *frame_words*: the word that made the element.

        Returns
        -------
        str
            For a judging adjective what it stands before (*friedliche **Proteste***), for a preposition of cause what
            it governs (*wegen **des Konflikts***): the actor whose name that phrase holds, else the phrase as printed.
            Else for a cause the agent, for a problem the patient of a violent or political verb of the sentence, as
            actor or as printed; else the actor mentioned nearest to the word who is not the sponsor; empty if there
            is none.
        """
        key = word["article_id"], word["sentence"]
        if phrase := self._find_phrase(element, word):
            return phrase
        role = ROLE.get(element)
        named = [act[f"{role}_actor"] or act[role] for act in self._acts.get(key, ()) if role and act[role]]
        if named:
            return named[0]
        first, stop = self._span[key]
        near = [
            (abs(start - word["start"]), n, actor)
            for n, (start, actor) in enumerate(self._mentions.get(key[0], ()))
            if first <= start < stop and (actor != word["sponsor"] or word["sponsor"] == OUTLET)
        ]
        return str(min(near)[2]) if near else ""

    def _find_phrase(self, element: str, word: dict) -> str:
        """Find what the word itself says it is about: the noun of an adjective, the phrase of a preposition."""
        words = self._words.get(word["article_id"])
        if words is None or element not in LEADING:
            return ""
        i, after = (bisect_left(words.start, word[place]) for place in ("start", "end"))
        last = words.sentences[words.sentence[i]][1]
        if not words.pos[i].startswith(LEADING[element]):
            return ""
        skipped = MARKS if element == "evaluation" else VON  # der „unfaire“ Umgang; aufgrund von Fehlern
        first = after + (after < last and words.low[after] in skipped)
        end = find_noun_phrase(words, first, last, with_attributes=False)
        if element == "evaluation":
            end = max(end, find_noun_phrase(words, i, last, with_attributes=False))  # ein falscher und teurer Plan
            nouns = itertools.takewhile(lambda j: words.pos[j] in NOUNS, range(end - 1, i, -1))
            first = min(nouns, default=end)
        if end <= first:
            return ""
        start, stop = words.start[first], words.end[end - 1]
        inside = [actor for at, actor in self._mentions.get(words.article_id, ()) if start <= at < stop]
        return str(inside[-1]) if inside else words.text[start:stop]
