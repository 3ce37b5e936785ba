"""Suggestions: who acts, what is counted and which words compete in a study that has no codebook yet."""

from collections import Counter, defaultdict
from collections.abc import Iterable

import pandas as pd

from analysis.actors.joined_names import Known, People, gather_people
from analysis.actors.nouns import kind_of
from analysis.actors.organisation_names import is_generic
from analysis.codebook.actors_file import ActorsFile
from analysis.language.words import Words

__all__ = ["suggest_actors", "suggest_topics"]

OFTEN = 2  # a name that stands once in one article is none that a study counts
SPEAKS = 3  # a quotation weighs as much as so many namings: who speaks is wanted first
LEAST = {"person": 2, "organisation": 2}


def _sentence(words: Words, token: int) -> str:
    """Return the sentence that a token stands in."""
    first, stop = words.sentences[words.sentence[token]]
    return " ".join(words.text[words.start[first] : words.end[stop - 1]].split())


def _is_known(name: str, actors: ActorsFile) -> bool:
    """Tell a name that the codebook has, as a name, an alias or an office of any country."""
    return any(name in (actor.name, *actor.aliases, *actor.roles) for actor in actors.actors)


def _spellings(texts: dict[str, Words], people: People) -> dict[str, Counter[str]]:
    """Collect for each name the words that stand for it, as printed."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for article_id, names in people.names.items():
        words = texts[article_id]
        for name in names:
            found[name.name][words.text[words.start[name.first] : words.end[name.stop - 1]]] += 1
    return found


def _offices(people: People) -> dict[str, list[str]]:
    """List for each person the title nouns printed beside the name, without those of three or more persons."""
    holders = Counter(label for known in people.known.values() for label in known.labels)
    return {
        name: [label for label, _ in known.labels.most_common() if kind_of(label) == "person" and holders[label] < 3]
        for name, known in people.known.items()
    }


def suggest_actors(texts: Iterable[Words], quotes: pd.DataFrame, *, actors: ActorsFile) -> pd.DataFrame:
    """Propose persons and organisations for ``actors.toml``.

    Parameters
    ----------
    texts : iterable of Words
    quotes : DataFrame
        *quotes*: who speaks is ranked before who is only named.
    actors : ActorsFile
        What the codebook knows already is left out.

    Returns
    -------
    DataFrame
        A row is a person or an organisation, the most important first: ``name``, ``kind``, ``pronoun``, ``spellings``
        and ``offices`` (lists), ``party``, ``n_mentions``, ``n_articles``, ``n_quotes``, ``article_id`` and
        ``sentence`` (an example). Rank: mentions + 3 · quotations, times articles. *Reading it*: a proposal,
        no count to report.
    """
    by_id = {words.article_id: words for words in texts}
    people = gather_people(by_id.values())
    spellings, offices = _spellings(by_id, people), _offices(people)
    spoken = quotes["actor"].value_counts().to_dict()
    places: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for article_id, names in people.names.items():
        for name in names:
            places[name.name].append((article_id, name.first))
    rows = []
    for name, known in people.known.items():
        if _is_known(name, actors) or not _is_proposable(name, known, spoken.get(name, 0), len(places[name])):
            continue
        article_id, token = places[name][0]
        rows.append({
            "name": name, "kind": known.kind, "pronoun": known.pronoun,
            "spellings": [word for word, _ in spellings[name].most_common() if word != name],
            "offices": offices[name], "party": next(iter(known.parties), ""),
            "n_mentions": len(places[name]), "n_articles": len({a for a, _ in places[name]}),
            "n_quotes": spoken.get(name, 0), "article_id": article_id, "sentence": _sentence(by_id[article_id], token),
        })  # fmt: skip
    table = pd.DataFrame(rows, columns=["name", "kind", "pronoun", "spellings", "offices", "party", "n_mentions",
                                        "n_articles", "n_quotes", "article_id", "sentence"])  # fmt: skip
    weight = (table["n_mentions"] + SPEAKS * table["n_quotes"]) * table["n_articles"]
    order = table.assign(weight=weight).sort_values(["weight", "name"], ascending=[False, True], ignore_index=True)
    return order.drop(columns="weight")


def _is_proposable(name: str, known: Known, n_quotes: int, n_mentions: int) -> bool:
    """Tell a name worth proposing: a person by a first name or a title, an organisation that is no common noun."""
    kind = known.kind
    if kind == "organisation":
        return n_mentions + n_quotes >= LEAST[kind] and not is_generic(name.lower())
    is_told = bool(known.pronoun) and " " in name  # by a first name or a title
    return n_mentions + n_quotes >= LEAST[kind] and (is_told or n_quotes > OFTEN)


def suggest_topics(quantities: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Propose what reported numbers are about and no topic knows: the nouns counted, with how often.

    Returns
    -------
    DataFrame
        A row is a noun: ``unit``, ``n``, ``n_articles``, ``text`` and ``sentence`` (an example), the commonest first.
    """
    texts = dict(zip(articles["article_id"], articles["text"], strict=True))
    other = quantities[(quantities["topic"] == "other") & quantities["unit"].str.fullmatch(r"[A-ZÄÖÜ][\wäöüß-]{2,}")]
    rows = []
    for unit, group in other.groupby("unit", sort=True):
        first = group.iloc[0]
        text = texts[first["article_id"]]
        around = text[max(0, first["start"] - 80) : first["end"] + 80]
        rows.append((unit, len(group), group["article_id"].nunique(), first["text"], " ".join(around.split())))
    table = pd.DataFrame(rows, columns=["unit", "n", "n_articles", "text", "sentence"])
    table = table[table["n"] >= OFTEN]
    return table.sort_values(["n_articles", "n", "unit"], ascending=[False, False, True], ignore_index=True)
