"""Mentions: where an article names whom, and with which words."""

from collections.abc import Iterable, Iterator

import pandas as pd

from analysis.actors.actor_directory import Directory, Found, match_names, named_in_compound
from analysis.actors.actor_namings import Naming, find_own_labels, join_namings
from analysis.actors.codebook_patterns import open_directory
from analysis.actors.last_names import named_for_certain, names_of_others, settle_surname
from analysis.actors.metonyms import acts
from analysis.actors.offices import DEFINITE, Setting, main_country, settle_office
from analysis.actors.other_things import names_another_thing, opens_another_thing
from analysis.codebook import schema
from analysis.codebook.actors_file import ActorsFile
from analysis.language.nouns import kind_of
from analysis.language.words import Words, read_words

__all__ = ["find_mentions", "find_mentions_in"]


def _is_one_of_many(book: Directory, words: Words, found: Found) -> bool:
    """Tell a member who has a name of their own: *der Demonstrant Max Meier* is not the demonstrators."""
    follows = found.stop < len(words) and words.pos[found.stop] == "NE" and words.low[found.stop] not in book.land
    return follows and all(book.actors[n].kind == "group" for n in found.actors)


def _is_another_thing(book: Directory, words: Words, found: Found, actor: int) -> bool:
    """Tell a body's name that stands for something else: *ORF 2*, *über Twitter*, *Vatikan-Bank*."""
    if found.kind == "part":
        return opens_another_thing(words.low[found.first], book.actors[actor])
    return names_another_thing(words, found.first, found.stop, book.actors[actor], known=book.patterns)


def _name_everyone(book: Directory, words: Words) -> tuple[list[Naming], list[Found]]:
    """Settle what the words alone can tell; return it with the places that need context."""
    names: list[Naming] = []
    open_places: list[Found] = []
    matches = list(match_names(book, words))
    setting = Setting("", told=named_for_certain(words, matches), others=names_of_others(book, words, matches))
    for found in matches:
        if found.kind in ("office", "national office", "metonym"):
            open_places.append(found)
            continue
        i, actor = found.first, found.actors[0]
        if found.kind in ("surname", "part"):
            actor = settle_surname(book, words, found, setting)
        if actor is None or _is_one_of_many(book, words, found) or _is_another_thing(book, words, found, actor):
            continue
        if found.kind == "description" and (part := named_in_compound(book, words, i)):
            names.append(Naming(part.actors[0], i, i + 1, words.start[i] + words.form[i].index("-")))
        end = words.start[i] + words.form[i].index("-") if found.kind == "part" else words.end[found.stop - 1]
        naming = Naming(actor, i, found.stop, end, is_described=found.kind == "description")
        if found.kind != "part":
            find_own_labels(
                words, naming, max((n.stop for n in names[-2:] if n.end == words.end[n.stop - 1]), default=0)
            )
        setting.named.append((words.sentence[i], actor))
        names.append(naming)
    return names, open_places


def _is_plural(words: Words, i: int) -> bool:
    """Tell *die Banken* from *die Bank*: a noun for one body in the plural is several."""
    low, lemma = words.low[i], words.lemma[i].lower()
    return low in (f"{lemma}en", f"{lemma}n") and kind_of(lemma) == "organisation"


def _is_name_of_one_word(book: Directory, low: str) -> bool:
    """Tell a word that is somebody's whole name, and so no short form of a longer one."""
    return any(pattern.kind == "name" and len(pattern.forms) == 1 for pattern in book.patterns.get(low, ()))


def _short_names(book: Directory, words: Words, taken: set[int]) -> Iterator[Found]:
    """Yield nouns behind a definite article that are the head of somebody's name or office: *das Ministerium*."""
    for i in range(1, len(words)):
        holders = book.tails.get(words.low[i])
        is_head = holders and words.pos[i] == "NN" and i not in taken and words.low[i - 1] in DEFINITE
        is_head = is_head and not _is_name_of_one_word(book, words.low[i])
        if is_head and not _is_plural(words, i):
            yield Found(i, i + 1, "short", holders)


def _settle_context(book: Directory, words: Words, names: list[Naming], places: list[Found]) -> list[Naming]:
    """Settle offices, metonyms and short names, in the order of the text."""
    labelled = {k for n in names for first, stop in n.labels for k in range(first, stop)}
    taken = {k for n in names for k in range(n.first, n.stop)} | {k for p in places for k in range(p.first, p.stop)}
    setting = Setting(main_country(book, words))
    ahead = sorted(names, key=lambda n: n.first)
    settled: list[Naming] = []
    for place in sorted([*places, *_short_names(book, words, taken)], key=lambda p: p.first):
        while ahead and ahead[0].first <= place.first:
            named = ahead.pop(0)
            setting.named.append((words.sentence[named.first], named.actor))
        if place.first in labelled and _says_who(book, place):
            continue
        if (naming := _settle_place(book, words, place, setting)) is not None:
            settled.append(naming)
            setting.named.append((words.sentence[place.first], naming.actor))
    return settled


def _says_who(book: Directory, place: Found) -> bool:
    """Tell an office of persons or a short name, which inside a label say who the one named is."""
    return place.kind == "short" or all(book.actors[n].kind == "person" for n in place.actors)


def _settle_place(book: Directory, words: Words, place: Found, setting: Setting) -> Naming | None:
    """Settle one place that needs context: a metonym names its actor if it acts, an office its holder."""
    if place.kind == "metonym":
        naming = Naming(place.actors[0], place.first, place.stop, words.end[place.stop - 1])
        return naming if acts(book, words, place.first) else None
    answer = settle_office(book, words, place, setting)
    if answer is None:
        return None
    label = (answer.first, answer.stop)
    return Naming(answer.actor, *label, words.end[answer.stop - 1], True, (label,))


def _visible(words: Words, names: list[Naming]) -> list[Naming]:
    """Leave out a name that a title begins with: *NATO* in *NATO-Generalsekretär Jens Stoltenberg*."""
    labelled = {k for n in names for first, stop in n.labels for k in range(first, stop) if stop in (n.first, n.stop)}
    return [n for n in names if n.end == words.end[n.stop - 1] or n.first not in labelled]


def _mention_rows(book: Directory, words: Words) -> Iterator[dict]:
    """Yield the mentions of one article."""
    names, places = _name_everyone(book, words)
    namings = join_namings(words, _visible(words, names) + _settle_context(book, words, names, places))
    for number, naming in enumerate(namings):
        start = words.start[naming.first]
        labels = [words.text[words.start[a] : words.end[b - 1]] for a, b in sorted(naming.labels)]
        yield {"article_id": words.article_id, "mention": number, "actor": book.actors[naming.actor].name,
               "start": start, "end": naming.end, "form": words.text[start : naming.end],
               "label": "; ".join(labels)}  # fmt: skip


def find_mentions(
    articles: pd.DataFrame, sentences: pd.DataFrame, tokens: pd.DataFrame, *, actors: ActorsFile
) -> pd.DataFrame:
    """Find where each article names whom.

    Parameters
    ----------
    articles, sentences, tokens : DataFrame
        As `schema.TABLES` describes them.
    actors : ActorsFile
        The content of ``data/actors.toml``.

    Returns
    -------
    DataFrame
        *mentions*: a row is a naming of an actor, by name (*Tokajews*), by a description that is theirs (*der
        81-Jährige*), or by an office that its country or the context settles (*der russische Präsident*, *das
        Ministerium*). ``label`` holds the words put before or beside the name, parted by a semicolon if there are
        several; for an office or a description, these words themselves. Pronouns are no mentions.

    Notes
    -----
    A name inside another is none (*Russland* in *russische Regierung*, *Kasachstan* in *Kasachstans Präsident*), nor
    is an organisation in a title (*NATO-Generalsekretär Jens Stoltenberg*): it is the label.

    Examples
    --------
    >>> from analysis.codebook.actors_file import Actor
    >>> from analysis.reading.file_readers import plain_articles
    >>> from analysis.language.tagging import tag_articles
    >>> texts = pd.DataFrame({"article_id": ["a"], "text": ["Kanzler Olaf Scholz schwieg. Scholz' Sprecher nicht."]})
    >>> articles, paragraphs = plain_articles(texts)
    >>> file = ActorsFile(groups=["g"], actors=[Actor(name="Olaf Scholz", kind="person", group="g")])
    >>> mentions = find_mentions(articles, *tag_articles(articles, paragraphs), actors=file)
    >>> mentions[["form", "label"]].values.tolist()
    [['Olaf Scholz', 'Kanzler'], ["Scholz'", '']]
    """
    return find_mentions_in(read_words(articles, sentences, tokens), actors=actors)


def find_mentions_in(texts: Iterable[Words], *, actors: ActorsFile) -> pd.DataFrame:
    """Find the mentions in articles whose words are read already: the table that `find_mentions` returns."""
    book = open_directory(actors)
    rows = [row for words in texts for row in _mention_rows(book, words)]
    return schema.check("mentions", pd.DataFrame(rows, columns=list(schema.TABLES["mentions"].columns)))
