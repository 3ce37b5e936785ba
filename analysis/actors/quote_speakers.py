"""Speakers: whose each quotation is, from the words that name its speaker or from what stands around it."""

import re
from bisect import bisect_right

import pandas as pd

from analysis.actors.body_descriptions import add_bodies
from analysis.actors.codebook_patterns import open_directory
from analysis.actors.coreference import cited_source, name_speaker, names_thing, says_own
from analysis.actors.cue_surroundings import (
    Quoted,
    addressed_in_turn,
    beside_cue,
    in_clause_of_cue,
    owner_of_cue,
    owner_of_turn,
    person_behind_cue,
    said_there,
    tokens_of,
    turn_of,
)
from analysis.actors.joined_names import gather_people
from analysis.actors.learnt_bodies import learn_bodies
from analysis.actors.namings import Mention, Spoken
from analysis.actors.nouns_as_namings import add_descriptions, add_unnamed
from analysis.actors.phrase_heads import head_of
from analysis.actors.spokespersons import is_spokesperson
from analysis.actors.who_was_named import Scene
from analysis.codebook import schema
from analysis.codebook.actors_file import ActorsFile
from analysis.codebook.wordlists import read_classes
from analysis.language.words import read_words

__all__ = ["resolve_speakers"]

SOURCES = read_classes("source_nouns")
BACKWARD, IMPERSONAL, EVERYBODY = SOURCES["backward"], SOURCES["impersonal"], SOURCES["everybody"]
DATELINE, DASHES = 2, ("–", "—", "-")  # tokens of a place and a dash before an article's first sentence
TAKEN_UP = 3  # sentences back to the source that demnach takes up
NEAR = 2  # sentences back to whoever goes on speaking
MARKS = re.compile(r"[„“”\"»«‚‘’‹›\s.,]+")


def _carried(scene: Scene, sentence: int, start: int) -> str:
    """Return who spoke directly before: the last quotation, if no sentence of the outlet's own lies between."""
    before = [s for s in scene.spoken if s.end <= start]
    return before[-1].actor if before and sentence - before[-1].last_sentence <= 1 else ""


def _place_speaker(scene: Scene, row: Quoted, none: int) -> tuple[int, int]:
    """Return the speaker's tokens; nobody is named as the speaker inside the marks of what they say."""
    if not row.speaker or (row.type == "Direct" and row.start <= row.speaker_start < row.end):
        return none, none
    words = scene.words
    first, stop = tokens_of(words, row.speaker_start, row.speaker_end)
    is_parted = stop - first > DATELINE and words.form[first + 1] in DASHES
    is_dateline = is_parted and not scene.within(first, first + 1)
    return first + DATELINE * is_dateline, stop  # Linz – | Die Regierung


def _by_words(scene: Scene, row: Quoted, place: tuple[int, int], carrier: str | None, last: str) -> str:
    """Resolve the speaker's words; where they name a thing, look beside the cue or for whoever spoke before."""
    if says_own(scene.words, *place):  # "Ich glaube, dass …"
        return carrier or turn_of(scene, place[0]) or last
    if in_turn := addressed_in_turn(scene, row, *place):
        return in_turn
    actor = name_speaker(scene, *place, last or (scene.spoken[-1].actor if scene.spoken else ""))
    if not names_thing(scene, *place):
        is_everybody = scene.words.low[place[0]] in EVERYBODY  # "Alle wissen, dass …": who speaks says so
        return (owner_of_turn(scene, place[0]) if is_everybody else "") or actor
    if row.cue:
        return beside_cue(scene, row) or in_clause_of_cue(scene, row) or _subject_behind_cue(scene, row) or actor
    return _last_known(scene, place[0]) or actor


def _subject_behind_cue(scene: Scene, row: Quoted) -> str:
    """Resolve the noun for a person directly behind a cue: *Das Debakel nannte der 48-Jährige*; or nobody."""
    first, stop = person_behind_cue(scene, row)
    return name_speaker(scene, first, stop, "") if first < stop else ""


def _last_known(scene: Scene, token: int) -> str:
    """Return the last person or body that spoke, in the sentences before at the most; or nobody."""
    here = scene.words.sentence[token]
    near = [s.actor for s in scene.spoken if here - s.last_sentence <= NEAR]
    return next((actor for actor in reversed(near) if scene.is_known(actor)), "")


def _taken_up(scene: Scene, sentence: int) -> str:
    """Return whom *demnach* takes up that no quotation stands directly before: who spoke last, a few sentences back."""
    near = [s.actor for s in scene.spoken if scene.is_known(s.actor) and sentence - s.last_sentence <= TAKEN_UP]
    return near[-1] if near else ""


def _goes_on(scene: Scene, row: Quoted, carrier: str | None, last: str) -> str | None:
    """Return whose a quotation is that goes on with an earlier one and repeats its speaker's words, or None."""
    if not row.speaker or row.cue:
        return None
    if last and carrier is None and row.speaker_start < scene.spoken[-1].start:
        return last
    return scene.settled.get((row.speaker_start, row.speaker_end))


def _without_words(scene: Scene, row: Quoted, sentence: int, carrier: str | None, last: str) -> str:
    """Decide whose a quotation is that names no speaker: the one around it, who stands by the cue, who spoke before."""
    spoken, cue = scene.spoken, set(row.cue.lower().split())
    if carrier is not None and (not cue or row.type == "Direct"):
        return carrier
    if not cue or cue & BACKWARD:
        return last
    goes_on = carrier is None and bool(spoken) and spoken[-1].last_sentence == sentence and not cue & IMPERSONAL
    if whose := owner_of_cue(scene, row):
        return whose
    beside = beside_cue(scene, row) or said_there(scene, row) or (last if goes_on else "")
    return beside or turn_of(scene, tokens_of(scene.words, row.start, row.end)[0])


def _decide(scene: Scene, row: Quoted, place: tuple[int, int], sentence: int, carrier: str | None, last: str) -> str:
    """Decide whose a quotation is: by its speaker's words, else by the one around it, the cue, or who spoke before.

    `place` has the speaker's tokens, `carrier` the actor of the quotation around it, `last` who spoke directly before.
    """
    continued = _goes_on(scene, row, carrier, last)
    if continued is not None:
        return continued
    if place[0] == place[1]:
        return _without_words(scene, row, sentence, carrier, last)
    if scene.words.low[place[0]] not in BACKWARD:
        return _by_words(scene, row, place, carrier, last)
    first, stop = scene.words.sentences[scene.words.sentence[place[0]]]
    if row.type == "Direct":
        stop = tokens_of(scene.words, row.start, row.end)[0]
    return cited_source(scene, first, stop) or last or _taken_up(scene, sentence)  # demnach nach Angaben X „…“: X


def _is_told_by_carrier(row: Quoted, rows: list[Quoted], around: list[int]) -> bool:
    """Tell marks in somebody's framed speech that a text passes on: *er habe informiert, dass „…“, hieß es darin*."""
    carriers = [rows[k] for k in around if row.end <= rows[k].end]
    is_passed_on = row.type == "Direct" and bool(IMPERSONAL & set(row.cue.lower().split()))
    return is_passed_on and bool(carriers) and carriers[-1].type == "Indirect" and bool(carriers[-1].cue)


def _settle(scene: Scene, rows: list[Quoted], parts: list[tuple[int, str]]) -> list[str]:
    """Resolve the quotations of one article, outer ones first; a heading carries no speaker on."""
    words, actors, around = scene.words, [], []
    sentence_at = [*words.sentence, words.sentence[-1]]
    for n, row in enumerate(rows):
        around = [k for k in around if rows[k].end > row.start]
        carriers = [actors[k] for k in around if row.end <= rows[k].end]
        first, stop = tokens_of(words, row.start, row.end)
        a, b = _place_speaker(scene, row, first)
        scene.current = (row.start, row.end) if row.cue and not first <= a < stop else (0, 0)
        sentence = sentence_at[first]
        part = parts[max(bisect_right(parts, row.start, key=lambda p: p[0]) - 1, 0)][1]
        last = _carried(scene, sentence, row.start) if part == "body" else ""
        if _is_told_by_carrier(row, rows, around):
            actor = carriers[-1]
        else:
            actor = _decide(scene, row, (a, b), sentence, carriers[-1] if carriers else None, last)
        if not carriers:
            by_spokesperson = a < b and is_spokesperson(words, head_of(words, a, b))
            ends = sentence_at[max(stop - 1, first)]
            scene.spoken.append(Spoken(row.start, row.end, ends, sentence_at[a], actor, row.cue, by_spokesperson))
        if row.speaker:
            scene.settled[row.speaker_start, row.speaker_end] = actor
        actors.append(actor)
        around.append(n)
    return actors


def _said_elsewhere(rows: list[Quoted], actors: list[str]) -> list[str]:
    """Give a direct quotation without a speaker (in a headline) the speaker of the same words elsewhere."""
    bare = [MARKS.sub(" ", row.text).strip().lower() if row.type == "Direct" else "" for row in rows]
    settled = list(actors)
    for n, row in enumerate(rows):
        if bare[n] and not actors[n] and not row.cue and " " in bare[n]:
            speakers = {actor for words, actor in zip(bare, actors, strict=True) if actor and bare[n] in words}
            settled[n] = speakers.pop() if len(speakers) == 1 else ""
    return settled


def _by_article(table: pd.DataFrame, columns: tuple[str, ...]) -> dict[str, list[tuple]]:
    """Group the rows of a table by article, as tuples of some columns."""
    groups: dict[str, list[tuple]] = {}
    for article_id, *row in zip(*(table[c].tolist() for c in ("article_id", *columns)), strict=True):
        groups.setdefault(article_id, []).append(tuple(row))
    return groups


def resolve_speakers(
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    tokens: pd.DataFrame,
    quotes: pd.DataFrame,
    mentions: pd.DataFrame,
    *,
    actors: ActorsFile,
) -> pd.DataFrame:
    """Say whose each quotation is.

    Parameters
    ----------
    articles, sentences, tokens, quotes, mentions : DataFrame
        As `schema.TABLES` describes them; of each quotation the span, ``type``, ``cue`` and the speaker's words count.
    actors : ActorsFile
        The content of ``data/actors.toml``.

    Returns
    -------
    DataFrame
        *quotes* with ``actor`` filled: an actor of the codebook; for somebody it does not know the words themselves;
        empty for a quotation that is nobody's.

    Notes
    -----
    In this order: a pronoun refers to whoever fits it and is likeliest by the weights of `salience`; *sein
    Sprecher* and *ein Sprecher des Ministeriums* speak for whom they name; *in der Mitteilung* is the last speaker's,
    *eigenen Angaben* the sentence's subject's; a name or a role is its bearer's only if the phrase is about it (*der
    Bruder Tokajews* is not Tokajew). A quotation without speaker or cue belongs to the one around it, else to
    whoever spoke in the sentence before.
    """
    book, settled = open_directory(actors), [""] * len(quotes)
    numbered = quotes.reset_index(drop=True).rename_axis("row").reset_index()
    ordered = numbered.sort_values(["article_id", "start", "end", "quote"], ascending=[True, True, False, True])
    quoted, named = _by_article(ordered, Quoted._fields), _by_article(mentions, ("start", "end", "actor"))
    parts = _by_article(sentences, ("start", "part"))
    texts = list(read_words(articles, sentences, tokens))
    people = gather_people(texts)
    bodies = learn_bodies(texts, people.names, people.known, people.capitals)
    for words in texts:
        rows = [Quoted(*row) for row in quoted.get(words.article_id, [])]
        if not rows:
            continue
        found = [Mention(*tokens_of(words, start, end), actor) for start, end, actor in named.get(words.article_id, [])]
        scene = Scene(book, words, found, [(row.start, row.end) for row in rows if row.type == "Direct"],
                      bodies.names[words.article_id], bodies.known)  # fmt: skip
        add_descriptions(scene)
        add_bodies(scene, bodies)
        add_unnamed(scene)
        answers = _said_elsewhere(rows, _settle(scene, rows, parts[words.article_id]))
        for row, actor in zip(rows, answers, strict=True):
            settled[row.row] = actor
    return schema.check("quotes", quotes.assign(actor=pd.array(settled, dtype="str")))
