"""Kept proposals: the block that each proposed actor becomes when it is kept, and what these blocks then catch."""

from collections import Counter, defaultdict
from collections.abc import Iterable

import pandas as pd

from analysis.actors.mentions import find_mentions_in
from analysis.codebook.actors_file import Actor, ActorsFile, Country
from analysis.counting.named_countries import adjective_of, capitals_of
from analysis.counting.other_names import list_other_names
from analysis.language.words import Words

__all__ = ["GROUPS", "count_kept", "kept_actor", "kept_countries"]

KINDS = {"organisation": "institution"}  # what the codebook calls a kind, where it is called otherwise here
GROUPS = {"person": "persons", "organisation": "organisations", "group": "states and groups",
          "state": "states and groups"}  # fmt: skip


def kept_actor(row: tuple) -> Actor:
    """Return the block of a proposal.

    Parameters
    ----------
    row : namedtuple
        A row of `suggest_actors`.
    """
    return Actor(
        name=row.name,
        kind=KINDS.get(row.kind, row.kind),
        group=GROUPS[row.kind],
        country=row.country,
        pronoun=row.pronoun,
        aliases=list_other_names(row),
        roles=row.nouns if row.country else [],
    )


def kept_countries(names: Iterable[str]) -> list[Country]:
    """Return the blocks of some countries, in the order of their names."""
    return [
        Country(name=name, adjectives=[adjective_of(name)] if adjective_of(name) else [],
                capitals=capitals_of(name), prefixes=["US"] if name == "USA" else [])
        for name in sorted({name for name in names if name})
    ]  # fmt: skip


def count_kept(table: pd.DataFrame, texts: Iterable[Words]) -> pd.DataFrame:
    """Count what each proposal's block catches, every sure one being kept, and every one for those that are unsure.

    Parameters
    ----------
    table : DataFrame
        Proposals, with ``is_unsure``.
    texts : iterable of Words

    Returns
    -------
    DataFrame
        The proposals with ``n_mentions``, ``n_articles`` and ``forms``: a list of (form, hits, articles), the
        commonest first. The hits are those of `find_mentions_in`, so that the figure is that of the kept block.
    """
    known = list(texts)
    sure, everyone = (_catch(table[rows], known) for rows in (~table["is_unsure"], table["is_unsure"] | True))
    chosen = [(everyone if row.is_unsure else sure).get(row.name, Counter()) for row in table.itertuples(index=False)]
    return table.assign(
        n_mentions=[hits.total() for hits in chosen],
        n_articles=[len({article for _, article in hits}) for hits in chosen],
        forms=[_by_form(hits) for hits in chosen],
    )


def _catch(table: pd.DataFrame, texts: list[Words]) -> dict[str, Counter[tuple[str, str]]]:
    """Map each actor to the forms and articles that its block catches, with how often."""
    actors = [kept_actor(row) for row in table.itertuples(index=False)]
    file = ActorsFile(
        groups=sorted(set(GROUPS.values())), countries=kept_countries(a.country for a in actors), actors=actors
    )
    mentions = find_mentions_in(texts, actors=file)
    caught: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for article, actor, form in zip(mentions["article_id"], mentions["actor"], mentions["form"], strict=True):
        caught[actor][" ".join(form.split()), article] += 1
    return caught


def _by_form(hits: Counter[tuple[str, str]]) -> list[tuple[str, int, list[str]]]:
    """List the forms, the commonest first, each with its hits and its articles.

    >>> _by_form(Counter({("Berg", "a"): 2, ("Berg", "b"): 1, ("Anna Berg", "a"): 1}))
    [('Berg', 3, ['a', 'b']), ('Anna Berg', 1, ['a'])]
    """
    times: Counter[str] = Counter()
    articles: dict[str, list[str]] = defaultdict(list)
    for (form, article), n in hits.items():
        times[form] += n
        articles[form].append(article)
    return [(form, n, articles[form]) for form, n in times.most_common()]
