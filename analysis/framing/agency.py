"""Agency: who does what to whom: the agents and patients of violent and political verbs, and passives without agent."""

import pandas as pd

from analysis.codebook import schema
from analysis.codebook.cues import Cues, read_cues
from analysis.framing.semantic_roles import ACTS, find_agency_of, name_actor
from analysis.language.parsing import parse
from analysis.language.words import read_words

__all__ = ["find_agency"]


def find_agency(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    tokens: pd.DataFrame,
    mentions: pd.DataFrame,
    *,
    classes: dict[str, list[str]],
    cues: Cues | None = None,
) -> pd.DataFrame:
    """Find who acts: agent, patient and voice of every violent or political verb.

    Parameters
    ----------
    articles, sentences, tokens, mentions : DataFrame
        As `schema.TABLES` describes them; tokens with voice and origin.
    classes : dict
        The verbs by class; `ACTS` names those that are looked for, each verb counted in the first that has it.
    cues : Cues, optional
        The reporting words, which help to cut clauses.

    Returns
    -------
    DataFrame
        *agency*: a row is a verb. ``agent`` and ``patient`` are words as printed, empty where the clause names
        nobody: in *wurden festgenommen* there is a patient and no agent.

    Notes
    -----
    Reading it: a share of passives without agent says how often an outlet leaves open who acted; whether it could
    have known is not in the text. The finder knows word order, case endings and auxiliaries, and no parse: see its
    measured accuracy.
    """
    rows = []
    marks = {
        key: dict(zip(own["start"], zip(own["voice"], own["origin"], strict=True), strict=True))
        for key, own in tokens.groupby("article_id", sort=False)
    }
    sentence_of = {key: own.tolist() for key, own in tokens.groupby("article_id", sort=False)["sentence"]}
    named = dict(tuple(mentions.groupby("article_id", sort=False)))
    for words in read_words(articles, sentences, tokens):
        syntax = parse(words, cues or read_cues())
        numbers = sentence_of[words.article_id]
        for row in find_agency_of(syntax, classes={kind: classes[kind] for kind in ACTS}):
            voice, origin = marks[words.article_id][row["start"]]
            who = named.get(words.article_id)
            actors = {f"{role}_actor": name_actor(who, row, role) for role in ("agent", "patient")}
            rows.append(row | actors | {"sentence": numbers[row.pop("token")], "voice": voice, "origin": origin})
    return schema.check("agency", pd.DataFrame(rows, columns=list(schema.TABLES["agency"].columns)))
