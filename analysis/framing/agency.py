"""Agency: who does what to whom: the agents and patients of violent and political verbs, and passives without agent."""

from collections.abc import Iterator

import pandas as pd

from analysis.codebook import schema
from analysis.codebook.cues import Cues, read_cues
from analysis.framing.constituents import antecedent
from analysis.framing.semantic_roles import find_roles
from analysis.language.clauses import Syntax
from analysis.language.parsing import parse
from analysis.language.words import Words, read_words

__all__ = ["ACTS", "find_agency", "find_agency_of", "find_speech_acts"]

QUOTATION = frozenset("„ “ ” \" » « ' ‚ ‘ ,".split())
ACTS = ("violence", "coercion", "politics")


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
            actors = {f"{role}_actor": _actor(who, row, role) for role in ("agent", "patient")}
            rows.append(row | actors | {"sentence": numbers[row.pop("token")], "voice": voice, "origin": origin})
    return schema.check("agency", pd.DataFrame(rows, columns=list(schema.TABLES["agency"].columns)))


def find_speech_acts(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    tokens: pd.DataFrame,
    mentions: pd.DataFrame,
    *,
    verbs: list[str],
    cues: Cues | None = None,
) -> pd.DataFrame:
    """Find who demands, judges or thanks in words that the outlet tells itself: *Sie bat das Bündnis um Hilfe*.

    Returns
    -------
    DataFrame
        A row is a verb with an agent: ``article_id``, ``first`` and ``last`` (offsets of its clause),
        ``agent_actor`` (the actor, else the words as printed).
    """
    rows = []
    named = dict(tuple(mentions.groupby("article_id", sort=False)))
    for words in read_words(articles, sentences, tokens):
        syntax = parse(words, cues or read_cues())
        for row in find_agency_of(syntax, classes={"speech": verbs}):
            clause = syntax.clauses[syntax.clause[row["token"]]]
            span = words.start[clause.first], words.end[clause.last - 1]
            actor = _actor(named.get(words.article_id), row, "agent")
            if actor and not row["is_passive"]:
                rows.append((words.article_id, *span, actor))
    return pd.DataFrame(rows, columns=["article_id", "first", "last", "agent_actor"])


def find_agency_of(syntax: Syntax, *, classes: dict[str, list[str]]) -> Iterator[dict]:
    """Yield the verbs of one article with agent, patient and form; `token` is the verb's number.

    A relative pronoun is replaced by what it stands for; ``agent_at`` and ``patient_at`` are the offsets of the words
    that stand in the clause itself, None where there are none. A verb that only reports, and an attribute (*die
    getöteten Soldaten*), are no act.
    """
    words = syntax.words
    kinds = [kind for kind in (*ACTS, "speech") if kind in classes]
    kind_of = {verb: kind for kind in reversed(kinds) for verb in classes[kind]}
    for i, pos in enumerate(words.pos):
        lemma = syntax.verb[i]
        if not pos.startswith("VV") or lemma not in kind_of:
            continue
        clause = syntax.clauses[syntax.clause[i]]
        roles = find_roles(syntax, clause, i)
        row = {"article_id": words.article_id, "token": i, "start": words.start[i], "end": words.end[i]}
        row |= {"verb": lemma, "act": kind_of[lemma], "is_passive": roles.is_passive}
        for name in ("agent", "patient"):
            span = getattr(roles, name)
            row |= _place_phrase(words, name, antecedent(words, *span) if span else None)
            row[f"{name}_at"] = (words.start[span[0]], words.end[span[1] - 1]) if span else None
        yield row


def _place_phrase(words: Words, name: str, span: tuple[int, int] | None) -> dict:
    """Give a phrase's words and offsets; empty if there is none."""
    if span is None:
        return {name: "", f"{name}_start": pd.NA, f"{name}_end": pd.NA}
    first, stop = span
    while stop > first + 1 and words.form[stop - 1] in QUOTATION:
        stop -= 1
    start, end = words.start[first], words.end[stop - 1]
    return {name: words.text[start:end], f"{name}_start": start, f"{name}_end": end}


def _actor(mentions: pd.DataFrame | None, row: dict, role: str) -> str:
    """Return the first actor who is named in a phrase, or nobody."""
    if mentions is None or not row[role]:
        return ""
    inside = mentions[(mentions["start"] >= row[f"{role}_start"]) & (mentions["start"] < row[f"{role}_end"])]
    return str(inside["actor"].iloc[0]) if len(inside) else ""
