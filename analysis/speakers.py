"""Speakers: from the words that name a quotation's speaker to an actor of the codebook."""

import re
from bisect import bisect_left, bisect_right

import pandas as pd

from analysis import schema
from analysis.codebook import ActorsFile
from analysis.labels import is_title
from analysis.lexicon import read_classes
from analysis.names import open_directory
from analysis.scene import Mention, Scene, Spoken
from analysis.words import Words, read_words

__all__ = ["resolve_speakers"]

PERSONAL = {"er": "er", "ihm": "er", "ihn": "er", "sie": "sie", "ihr": "sie", "ihnen": "sie", "es": "es"}
POSSESSIVE = (("sein", "sein"), ("ihr", "ihr"))
BACKWARD = frozenset(("demnach", "danach", "wonach", "demzufolge", "weiter"))  # cues that point to the source before
MARKS = re.compile(r"[„“”\"»«‚‘’‹›\s.,]+")


def _head(words: Words, first: int, stop: int) -> int:
    """Return the noun that a phrase is about: its first noun, or the one that a genitive stands before."""
    nouns = [k for k in range(first, stop) if words.pos[k] in ("NN", "NE", "FM")]
    for k in nouns:
        is_genitive = words.pos[k] != "NN" and words.low[k][-1] in "s'’" and k + 1 < stop
        follows = next((n for n in range(k + 1, stop) if words.pos[n] != "ADJA"), stop)
        if not (is_genitive and follows < stop and words.pos[follows] == "NN"):
            return k
    return nouns[0] if nouns else -1


def _leads(scene: Scene, head: int, mention: Mention) -> bool:
    """Tell whether a phrase's head is a mention's, or a title directly before it; *der Bruder Dudas* is not Duda."""
    words, between = scene.words, range(head, mention.first)
    if between and words.pos[max(head - 1, 0)] in ("ART", "PPOSAT") and scene.is_genitive(mention):
        return False
    return (
        head < mention.stop
        and all(words.pos[k] in ("NN", "NE", "ADJA", "$(") for k in between)
        and (head >= mention.first or is_title(words.form[head]))
    )


def _is_spokesperson(words: Words, head: int) -> bool:
    low = words.low[head] if head >= 0 else ""
    return low.endswith(("sprecher", "sprecherin", "sprechers", "sprechern", "sprecherinnen"))


def _by_name(scene: Scene, first: int, stop: int, head: int) -> str:
    """Resolve by a name or a role in the words: an apposition first, else what the head belongs to."""
    form, mentions = scene.words.form, scene.within(first, stop)
    for mention in reversed(mentions):
        if mention.first - 1 > first and form[mention.first - 1] == "," and is_title(form[head]):
            return mention.actor
    for mention in mentions:
        if head < 0 or _leads(scene, head, mention):
            return mention.actor
    return ""


def _by_office(scene: Scene, first: int, stop: int, head: int) -> str | None:
    """Resolve a spokesperson: of whom, by a name beside, a possessive, or who was named last; None: of a stranger."""
    words = scene.words
    beside = [m for m in scene.within(first, stop) if not (m.first == head and m.stop > head + 1)]
    if beside:
        return scene.spokesperson_of(beside[0].actor)
    others = [k for k in range(first, stop) if k != head and words.pos[k] in ("NN", "NE", "FM")]
    if others or words.low[head] not in read_classes("sources")["spokesperson"]:
        return None
    possessive = next((p for start, p in POSSESSIVE if words.low[first].startswith(start)), "")
    if possessive and words.pos[first] == "PPOSAT":
        return scene.spokesperson_of(scene.antecedent(possessive, first))
    if words.low[first] in ("der", "die") and scene.spoken and scene.spoken[-1].by_spokesperson:
        return scene.spoken[-1].actor or None
    for sentence in (words.sentence[head], words.sentence[head] - 1):
        named = [m for m in scene.in_sentence.get(sentence, []) if m.stop <= head]
        if named:
            fitting = [m.actor for m in named if scene.spokesperson_of(m.actor)]
            return scene.spokesperson_of(fitting[0]) if len(set(fitting)) == 1 else None
    return None


def _source_named(scene: Scene, sentence: int) -> str:
    """Find the source in *unter Berufung auf X*, in this sentence or the next."""
    words = scene.words
    for number in (sentence, sentence + 1):
        if number >= len(words.sentences):
            break
        first, stop = words.sentences[number]
        for k in range(first, stop - 2):
            if words.low[k] == "berufung" and words.low[k + 1] == "auf":
                named = scene.within(k + 2, min(k + 6, stop))
                return named[0].actor if named else ""
    return ""


def _by_statement(scene: Scene, first: int, stop: int, head: int, last: str) -> str | None:
    """Resolve what is no speaker but a text: *der Mitteilung*, *eigenen Angaben*, *Behördenangaben*, *Berichten*."""
    classes, words = read_classes("sources"), scene.words
    low = words.low[head]
    lows = set(words.low[first:stop])
    if low in classes["statements"] or any(low.endswith(word) for word in ("angaben", "berichten", "informationen")):
        if source := _source_named(scene, words.sentence[head]):
            return source
        named = scene.within(first, stop)
        if named:
            return named[0].actor
        if lows & classes["own"]:
            return next((m.actor for m in scene.in_sentence.get(words.sentence[head], [])), None)
        if low in classes["statements"] and stop - first == 1:
            return ""
    is_definite = words.low[first] in ("der", "dem", "des", "die", "das", "diesem", "dieser", "einem", "einer")
    if low in classes["document"] and is_definite and stop - first == 2:
        return _echoed(scene, low) or last
    return None


def _echoed(scene: Scene, noun: str) -> str:
    """Find the last speaker whose cue a noun takes up: *teilte mit* … *in der Mitteilung*."""
    stems = [pair.split("=")[1] for pair in read_classes("sources")["echo"] if pair.startswith(f"{noun}=")]
    return next((s.actor for s in reversed(scene.spoken[-4:]) if any(stem in s.cue for stem in stems)), "")


def _by_words(scene: Scene, first: int, stop: int, last: str) -> str:
    """Resolve a speaker's words; an actor whom the codebook does not know gets the words themselves."""
    words = scene.words
    text = words.text[words.start[first] : words.end[stop - 1]].strip()
    bare = first + (words.pos[first] == "ART")
    if stop - bare == 1 and words.low[bare] in scene.book.metonyms:
        return scene.book.actors[scene.book.metonyms[words.low[bare]]].name
    if stop - first == 1:
        low = words.low[first]
        if words.pos[first] == "PRELS" or (low in ("der", "die", "das") and words.pos[first] != "NN"):
            before = [m for m in scene.mentions if m.stop <= first and words.sentence[m.first] == words.sentence[first]]
            return before[-1].actor if before else ""
        if low in PERSONAL and not scene.within(first, stop):
            return scene.antecedent(PERSONAL[low], first) or ("" if low == "es" else text)
        if low in read_classes("sources")["nobody"]:
            return ""
    head = _head(words, first, stop)
    if head >= 0:
        statement = _by_statement(scene, first, stop, head, last)
        if statement is not None:
            return statement
    if (named := _by_name(scene, first, stop, head)) and not (_is_spokesperson(words, head) and named == ""):
        is_part = _is_spokesperson(words, head) and any(m.first == head for m in scene.within(first, stop))
        return named if not is_part else _by_office(scene, first, stop, head) or text
    if _is_spokesperson(words, head):
        return _by_office(scene, first, stop, head) or text
    return next((s.actor for s in scene.spoken if stop - first == 1 and s.actor.endswith(f" {text}")), text)


def _carried(scene: Scene, sentence: int, start: int) -> str:
    """Return who spoke directly before: the last quotation, if no sentence of the outlet's own lies between."""
    before = [s for s in scene.spoken if s.end <= start]
    return before[-1].actor if before and sentence - before[-1].last_sentence <= 1 else ""


def _tokens_of(words: Words, start: int, end: int) -> tuple[int, int]:
    """Return the tokens that share a character with a span."""
    first, stop = bisect_right(words.end, start), bisect_left(words.start, end)
    return first, max(stop, first)


def _settle(scene: Scene, rows: pd.DataFrame, parts: list[str]) -> list[str]:
    """Resolve the quotations of one article, outer ones first; a heading carries no speaker on."""
    words, actors, outer = scene.words, [], []
    sentence_at = [*words.sentence, words.sentence[-1]]
    for row in rows.itertuples(index=False):
        carriers = [n for n, (a, b) in enumerate(outer) if a <= row.start and row.end <= b]
        first, stop = _tokens_of(words, row.start, row.end)
        a, b = _tokens_of(words, row.speaker_start, row.speaker_end) if row.speaker else (first, first)
        sentence = sentence_at[first]
        last = _carried(scene, sentence, row.start) if parts[sentence] == "body" else ""
        if a < b:
            actor = _by_words(scene, a, b, last or (scene.spoken[-1].actor if scene.spoken else ""))
        elif carriers and (not row.cue or row.type == "Direct"):
            actor = actors[carriers[-1]]
        elif row.cue and not set(row.cue.lower().split()) & BACKWARD:
            actor = ""
        else:
            actor = last
        if not carriers:
            by_spokesperson = a < b and _is_spokesperson(words, _head(words, a, b))
            ends = sentence_at[max(stop - 1, first)]
            scene.spoken.append(Spoken(row.start, row.end, ends, sentence_at[a], actor, row.cue, by_spokesperson))
        actors.append(actor)
        outer.append((row.start, row.end))
    return actors


def _said_elsewhere(rows: pd.DataFrame) -> pd.Series:
    """Give a direct quotation without a speaker (in a headline) the speaker of the same words elsewhere."""
    actors, direct = rows["actor"].copy(), rows[rows["type"] == "Direct"]
    bare = {row.Index: MARKS.sub(" ", row.text).strip().lower() for row in direct.itertuples()}
    for row in direct[(direct["actor"] == "") & (direct["cue"] == "")].itertuples():
        words = bare[row.Index]
        speakers = {actors[n] for n, text in bare.items() if actors[n] and words in text and " " in words}
        if len(speakers) == 1:
            actors[row.Index] = speakers.pop()
    return actors


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
    In this order: a pronoun refers to the likeliest subject of the nearest sentence that names anyone it fits; *sein
    Sprecher* and *ein Sprecher des Ministeriums* speak for whom they name; *in der Mitteilung* is the last speaker's,
    *eigenen Angaben* the sentence's subject's; a name or a role is its bearer's only if the phrase is about it (*der
    Bruder Tokajews* is not Tokajew). A quotation without speaker or cue belongs to the one around it, else to
    whoever spoke in the sentence before.
    """
    book = open_directory(actors)
    settled = quotes["actor"].astype(object).copy()
    place = quotes.sort_values(["article_id", "start", "end", "quote"], ascending=[True, True, False, True])
    by_article = dict(list(place.groupby("article_id", sort=False)))
    named = dict(list(mentions.groupby("article_id", sort=False)))
    parts = sentences.groupby("article_id", sort=False)["part"].apply(list).to_dict()
    for words in read_words(articles, sentences, tokens):
        if (rows := by_article.get(words.article_id)) is None:
            continue
        spans = named.get(words.article_id, mentions.iloc[:0])
        found = [Mention(*_tokens_of(words, m.start, m.end), m.actor) for m in spans.itertuples()]
        direct = rows.loc[rows["type"] == "Direct", ["start", "end"]].values.tolist()
        scene = Scene(book, words, found, [tuple(span) for span in direct])
        rows = rows.assign(actor=_settle(scene, rows, parts[words.article_id]))
        settled.loc[rows.index] = _said_elsewhere(rows)
    return schema.check("quotes", quotes.assign(actor=settled))
