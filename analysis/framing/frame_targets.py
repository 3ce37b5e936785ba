"""Targets: who is held responsible, who is judged, who is to act, who suffers."""

from collections import defaultdict

import pandas as pd

from analysis.framing.frame_sponsors import OUTLET

__all__ = ["TargetFinder"]

ROLE = {"cause": "agent", "problem": "patient"}


class TargetFinder:
    """Finds targets; what stands in each sentence is looked up once for all words.

    Parameters
    ----------
    sentences, mentions, agency : DataFrame
        As `schema.TABLES` describes them.
    """

    def __init__(self, sentences: pd.DataFrame, mentions: pd.DataFrame, agency: pd.DataFrame):
        """Sort acts and mentions by sentence and article."""
        columns = ["article_id", "sentence", "start", "end"]
        self._span = {
            (a, n): (start, end) for a, n, start, end in sentences[columns].itertuples(index=False, name=None)
        }
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
            For a cause the agent, for a problem the patient of a violent or political verb of the sentence, as actor
            or as printed; else the actor mentioned nearest to the word who is not the sponsor; empty if there is none.
        """
        key = word["article_id"], word["sentence"]
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
